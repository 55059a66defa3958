// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QJsonObject>
#include <QString>

namespace gatehouse::tests {

/// The apps of a small company, of the front door too, by their path below /admin/v1.
[[nodiscard]] std::map<QString, QJsonObject> recordedApps();

/// What the broker answers to an act on one of them, which it changes; empty for an act that is none of these.
[[nodiscard]] QJsonObject recordedAppAct(const QString& verb, QJsonObject& app, const QJsonObject& body);

/// An app as it comes back from its creation: with a client id, and a secret once.
[[nodiscard]] QJsonObject createdApp(QJsonObject app);

} // namespace gatehouse::tests
