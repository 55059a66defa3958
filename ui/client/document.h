// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

#include "admin/api/codec.h"

namespace gatehouse::ui::client {

/// A resource as it is sent: the members of a request, as drafts keep them.
template <class T>
[[nodiscard]] QJsonObject documentOf(const T& value) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(admin::api::encode(value, admin::api::Side::Request)))
        .object();
}

/// The resource that a document stands for; nullopt where it is none (a draft of another version).
template <class T>
[[nodiscard]] std::optional<T> resourceOf(const QJsonObject& document) {
    auto decoded = admin::api::decode<T>(QJsonDocument(document).toJson(QJsonDocument::Compact).toStdString(),
                                         admin::api::Side::Request);
    return decoded ? std::optional<T>(*std::move(decoded)) : std::nullopt;
}

} // namespace gatehouse::ui::client
