// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::ui::client {

// Between the contract's plain types and Qt's, at the border of the panels.

[[nodiscard]] inline QString toQString(const std::string& text) {
    return QString::fromStdString(text);
}
[[nodiscard]] inline QStringList toStringList(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list.append(QString::fromStdString(text));
    }
    return list;
}
[[nodiscard]] inline std::vector<std::string> toStrings(const QStringList& list) {
    std::vector<std::string> texts;
    for (const QString& text : list) {
        texts.push_back(text.toStdString());
    }
    return texts;
}
/// Invalid where there is no time.
[[nodiscard]] inline QDateTime toDateTime(const std::optional<Time>& time) {
    return time ? QDateTime::fromMSecsSinceEpoch(toMillis(*time), Qt::UTC) : QDateTime();
}
[[nodiscard]] inline QJsonValue toJsonValue(const admin::api::RawJson& raw) {
    const QJsonDocument document = QJsonDocument::fromJson("[" + QByteArray::fromStdString(raw.text) + "]");
    return document[0];
}
[[nodiscard]] inline QJsonObject toJsonObject(const admin::api::RawJson& raw) {
    return toJsonValue(raw).toObject();
}
[[nodiscard]] inline admin::api::RawJson toRawJson(const QJsonObject& object) {
    return {QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString()};
}

} // namespace gatehouse::ui::client
