// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QJsonObject>
#include <QString>

namespace gatehouse::tests {

/// Objects by their path below /admin/v1, such as "tenants/acme/users/u-ana".
[[nodiscard]] std::map<QString, QJsonObject> recordedObjects();
/// /admin/v1/status
[[nodiscard]] QJsonObject recordedStatus();
/// The answer of a connection test with a failing stage.
[[nodiscard]] QJsonObject recordedTest();

/// A day of logins in five-minute bins, quiet at night, with a bad quarter of an hour.
[[nodiscard]] QJsonObject recordedStatistics();
/// What ends soon: a certificate in 12 days, a secret, a token.
[[nodiscard]] QJsonObject recordedExpiries();

} // namespace gatehouse::tests
