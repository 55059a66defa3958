// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace gatehouse::ui::panels::connections {

/// A mapping to begin with, for the claims that a provider sent (empty: what the standard names): e-mail address, names
/// and groups, each from the claim that has it. A suggestion to look at; the broker judges what it comes to.
[[nodiscard]] QJsonObject suggestedMapping(const QJsonObject& claims);

/// Claims about the person that this mapping does not use, in their order; the protocol's own are left out.
[[nodiscard]] QStringList unusedClaims(const QJsonObject& claims, const QJsonObject& mapping);

} // namespace gatehouse::ui::panels::connections
