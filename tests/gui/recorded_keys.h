// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QJsonObject>
#include <QString>

namespace gatehouse::tests {

inline const QString kNextKey = QStringLiteral("nextnext-0000000000000000000000000000000000");
inline const QString kCurrentKey = QStringLiteral("currentc-0000000000000000000000000000000000");
inline const QString kPreviousKey = QStringLiteral("previous-0000000000000000000000000000000000");
inline const QString kDoorKey =
    QStringLiteral("doorcurr-0000000000000000000000000000000000"); ///< signs at the front door
inline const QString kDoorNextKey = QStringLiteral("doornext-0000000000000000000000000000000000");
inline const QString kAuditKey = QStringLiteral("auditaud-0000000000000000000000000000000000");

/// Adds acme's signing keys: one of each stage, the audit log's, and who has fetched them; and two of the front door.
void putRecordedKeys(std::map<QString, QJsonObject>& objects);

/// What the broker answers to a POST below a ring ("tenants/acme/keys/"); `verb` is rotate, activate, retire or revoke.
/// Changes `objects`; empty where it has no such key.
[[nodiscard]] QJsonObject actOnRecordedKey(std::map<QString, QJsonObject>& objects, const QString& ring,
                                           const QString& key, const QString& verb);

} // namespace gatehouse::tests
