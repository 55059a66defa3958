// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "admin/api/connection.h"

namespace gatehouse::ui::panels::connections {

/// What else has to be changed, and where, when an edit changes what others know a connection by; empty where it does
/// not. `apps`: those that people came from through it.
[[nodiscard]] QString nameWarning(const admin::api::Connection& saved, const admin::api::Connection& edited,
                                  const QStringList& apps);
[[nodiscard]] QString issuerWarning(const admin::api::Connection& saved, const admin::api::Connection& edited,
                                    const QStringList& apps);

} // namespace gatehouse::ui::panels::connections
