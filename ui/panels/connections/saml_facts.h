// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include "admin/api/connection.h"

namespace gatehouse::ui::widgets {
class DetailGrid;
}

namespace gatehouse::ui::panels::connections {

/// What the broker tells of a SAML connection beside its settings: our addresses, and the provider's certificates with
/// the days that are left. Nothing for a connection of another type.
void addSamlFacts(widgets::DetailGrid& grid, const admin::api::Connection& connection, const QDateTime& now);

/// What metadata that waits for an administrator changes, in words; empty: none waits.
[[nodiscard]] QString pendingSentence(const admin::api::Connection& connection);

/// What a list and a title say a connection leads to: the issuer, the entity ID, else the address of metadata.
[[nodiscard]] QString providerOf(const admin::api::Connection& connection);

} // namespace gatehouse::ui::panels::connections
