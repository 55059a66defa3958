// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonDocument>
#include <QJsonObject>

#include "admin/api/codec.h"

namespace gatehouse::ui::client {

/// A resource as a request takes it and as drafts keep it: without what the broker sets, and without an id that it has
/// not got yet.
template <class T>
[[nodiscard]] QJsonObject documentOf(const T& value) {
    const std::string text = admin::api::encode(value, admin::api::Side::Request);
    QJsonObject document = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    if (document.value(QLatin1String("id")).toString().isEmpty()) {
        document.remove(QStringLiteral("id"));
    }
    return document;
}

/// The resource that a document stands for, secrets and all; nullopt where it is none. Read as patiently as an answer:
/// a draft may lack what the broker will ask for, or come from another version.
template <class T>
[[nodiscard]] std::optional<T> resourceOf(const QJsonObject& document) {
    auto decoded = admin::api::decode<T>(QJsonDocument(document).toJson(QJsonDocument::Compact).toStdString(),
                                         admin::api::Side::Reply);
    return decoded ? std::optional<T>(*std::move(decoded)) : std::nullopt;
}

} // namespace gatehouse::ui::client
