// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: what the calls of AdminClient are made of.
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUuid>

#include "admin/api/codec.h"
#include "ui/client/admin_client.h"

namespace gatehouse::ui::client::calls {

inline const QString kTenants = QStringLiteral("tenants");
inline const QString kDomains = QStringLiteral("domains");
inline const QString kConnections = QStringLiteral("connections");
inline const QString kApps = QStringLiteral("apps");
inline const QString kSandbox = QStringLiteral("sandbox");
inline const QString kUsers = QStringLiteral("users");
inline const QString kSessions = QStringLiteral("sessions");
inline const QString kFlows = QStringLiteral("flows");
inline const QString kAudit = QStringLiteral("audit");

using Query = std::vector<std::pair<const char*, QString>>;

inline QByteArray encoded(const QString& text) {
    return QUrl::toPercentEncoding(text);
}

/// "/admin/v1" and the segments, each percent-encoded, then what of the query is not empty.
inline std::string pathOf(std::initializer_list<QString> segments, const Query& query = {}) {
    QByteArray path = "/admin/v1";
    for (const QString& segment : segments) {
        path += '/' + encoded(segment);
    }
    char separator = '?';
    for (const auto& [name, value] : query) {
        if (!value.isEmpty()) {
            path += separator + QByteArray(name) + '=' + encoded(value);
            separator = '&';
        }
    }
    return path.toStdString();
}

inline std::string below(const QString& tenant, std::initializer_list<QString> rest, const Query& query = {}) {
    std::string path = pathOf({QStringLiteral("tenants"), tenant});
    const std::string tail = pathOf(rest, query);
    return path + tail.substr(std::string_view("/admin/v1").size());
}

/// The same at the front door, where no tenant is named.
inline std::string belowOwner(const QString& tenant, std::initializer_list<QString> rest, const Query& query = {}) {
    return tenant.isEmpty() ? pathOf(rest, query) : below(tenant, rest, query);
}

inline Query listQuery(const ListQuery& query) {
    return {{"limit", QString::number(query.limit)}, {"q", query.search}, {"cursor", query.cursor}};
}

inline bool isSuccess(const api::Reply& reply) {
    return reply.status >= 200 && reply.status < 300;
}

template <class T>
Outcome<T> decodeOne(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    api::Decoded<T> decoded = api::decode<T>(reply.body, api::Side::Reply);
    if (!decoded) {
        return tl::unexpected(malformedAnswer(decoded.error()));
    }
    return *std::move(decoded);
}

template <class T>
Outcome<Versioned<T>> decodeVersioned(const api::Reply& reply) {
    Outcome<T> one = decodeOne<T>(reply);
    if (!one) {
        return tl::unexpected(std::move(one).error());
    }
    const std::string_view etag = api::header(reply.headers, "ETag");
    return Versioned<T>{*std::move(one), QString::fromUtf8(etag.data(), static_cast<qsizetype>(etag.size()))};
}

inline Outcome<Versioned<QJsonObject>> decodeObject(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    const std::string_view etag = api::header(reply.headers, "ETag");
    return Versioned<QJsonObject>{QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object(),
                                  QString::fromUtf8(etag.data(), static_cast<qsizetype>(etag.size()))};
}

inline Outcome<bool> decodeNothing(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    return true;
}

inline Outcome<QByteArray> decodeBytes(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    return QByteArray::fromStdString(reply.body);
}

inline Outcome<QJsonObject> decodePlainObject(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
}

inline Answer<QJsonObject> getObject(Transport& transport, std::string path) {
    return {transport.send({"GET", std::move(path), {{"Accept", "application/json"}}, {}}), decodePlainObject};
}

inline QString number(qint64 value) {
    return value > 0 ? QString::number(value) : QString();
}

inline Query auditQuery(const AuditQuery& query) {
    return {{"type", query.type},       {"actor", query.actor},           {"target", query.target},
            {"outcome", query.outcome}, {"flowId", query.flowId},         {"from", query.from},
            {"to", query.to},           {"before", number(query.before)}, {"after", number(query.after)},
            {"app", query.app}};
}

template <class T>
Answer<T> get(Transport& transport, std::string path) {
    return {transport.send({"GET", std::move(path), {{"Accept", "application/json"}}, {}}), decodeOne<T>};
}

template <class T>
Answer<Versioned<T>> getVersioned(Transport& transport, std::string path) {
    return {transport.send({"GET", std::move(path), {{"Accept", "application/json"}}, {}}), decodeVersioned<T>};
}

inline api::Call withBody(const char* method, std::string path, std::string body, const QString& etag = {}) {
    api::Call call{method, std::move(path), {{"Accept", "application/json"}}, std::move(body)};
    if (!call.body.empty()) {
        call.headers.emplace_back("Content-Type", "application/json");
    }
    if (!etag.isEmpty()) {
        call.headers.emplace_back("If-Match", etag.toStdString());
    }
    if (call.method == "POST") {
        call.headers.emplace_back("Idempotency-Key", QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString());
    }
    return call;
}

template <class T>
Answer<Versioned<T>> sendVersioned(Transport& transport, const char* method, std::string path, std::string body,
                                   const QString& etag = {}) {
    return {transport.send(withBody(method, std::move(path), std::move(body), etag)), decodeVersioned<T>};
}

inline Answer<bool> erase(Transport& transport, std::string path) {
    return {transport.send(withBody("DELETE", std::move(path), {})), decodeNothing};
}

} // namespace gatehouse::ui::client::calls
