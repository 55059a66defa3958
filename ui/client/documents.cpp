// SPDX-License-Identifier: Apache-2.0
#include "ui/client/documents.h"

#include <QJsonDocument>

#include "admin/api/codec.h"
#include "ui/client/document.h"

namespace gatehouse::ui::client {

QJsonObject toRequest(const admin::api::Connection& connection) {
    QJsonObject document = documentOf(connection);
    if (document.value(QLatin1String("id")).toString().isEmpty()) {
        document.remove(QStringLiteral("id"));
    }
    return document;
}

std::optional<admin::api::Connection> connectionFrom(const QJsonObject& document) {
    const std::string text = QJsonDocument(document).toJson(QJsonDocument::Compact).toStdString();
    auto decoded = admin::api::decode<admin::api::Connection>(text, admin::api::Side::Reply);
    if (!decoded) {
        return std::nullopt;
    }
    // A reply never holds a secret; a draft may.
    const QString secret = document.value(QLatin1String("clientSecret")).toString();
    if (!secret.isEmpty()) {
        decoded->clientSecret = secret.toStdString();
    }
    return *std::move(decoded);
}

} // namespace gatehouse::ui::client
