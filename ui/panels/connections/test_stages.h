// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "admin/api/connection.h"
#include "ui/widgets/check_list.h"

namespace gatehouse::ui::panels::connections {

/// The stages of a connection test in their order, as slugs of the Admin API: address, connect, tls, fetch, parse,
/// identity, keys, client, clock, sign-in, claims.
[[nodiscard]] std::vector<QString> stageNames();
/// "TLS", "Signing keys"; a slug that is not known is shown as it is.
[[nodiscard]] QString stageTitle(const QString& name);
/// The result as lines of a check list.
[[nodiscard]] std::vector<widgets::CheckLine> stageLines(const admin::api::ConnectionTest& test);

} // namespace gatehouse::ui::panels::connections
