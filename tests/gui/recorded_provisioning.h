// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QJsonObject>
#include <QString>

namespace gatehouse::tests {

/// Adds acme's groups and roles, what its directory sent, and what is synchronised.
void putRecordedProvisioning(std::map<QString, QJsonObject>& objects);
/// What a synchronisation would do.
[[nodiscard]] QJsonObject recordedPlan();

} // namespace gatehouse::tests
