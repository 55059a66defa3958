// SPDX-License-Identifier: Apache-2.0
#include "ui/client/admin_client.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUuid>

#include "admin/api/codec.h"
#include "ui/client/documents.h"

namespace gatehouse::ui::client {
namespace {

using Query = std::vector<std::pair<const char*, QString>>;

QByteArray encoded(const QString& text) {
    return QUrl::toPercentEncoding(text);
}

/// "/admin/v1" and the segments, each percent-encoded, then what of the query is not empty.
std::string pathOf(std::initializer_list<QString> segments, const Query& query = {}) {
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

std::string below(const QString& tenant, std::initializer_list<QString> rest, const Query& query = {}) {
    std::string path = pathOf({QStringLiteral("tenants"), tenant});
    const std::string tail = pathOf(rest, query);
    return path + tail.substr(std::string_view("/admin/v1").size());
}

Query listQuery(const ListQuery& query) {
    return {{"limit", QString::number(query.limit)}, {"q", query.search}, {"cursor", query.cursor}};
}

bool isSuccess(const api::Reply& reply) {
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

Outcome<Versioned<QJsonObject>> decodeObject(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    const std::string_view etag = api::header(reply.headers, "ETag");
    return Versioned<QJsonObject>{QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object(),
                                  QString::fromUtf8(etag.data(), static_cast<qsizetype>(etag.size()))};
}

Outcome<bool> decodeNothing(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    return true;
}

Outcome<QByteArray> decodeBytes(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    return QByteArray::fromStdString(reply.body);
}

Outcome<QJsonObject> decodePlainObject(const api::Reply& reply) {
    if (!isSuccess(reply)) {
        return tl::unexpected(failureOf(reply));
    }
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
}

Answer<QJsonObject> getObject(Transport& transport, std::string path) {
    return {transport.send({"GET", std::move(path), {{"Accept", "application/json"}}, {}}), decodePlainObject};
}

QString number(qint64 value) {
    return value > 0 ? QString::number(value) : QString();
}

Query auditQuery(const AuditQuery& query) {
    return {{"type", query.type},       {"actor", query.actor},           {"target", query.target},
            {"outcome", query.outcome}, {"flowId", query.flowId},         {"from", query.from},
            {"to", query.to},           {"before", number(query.before)}, {"after", number(query.after)}};
}

template <class T>
Answer<T> get(Transport& transport, std::string path) {
    return {transport.send({"GET", std::move(path), {{"Accept", "application/json"}}, {}}), decodeOne<T>};
}

template <class T>
Answer<Versioned<T>> getVersioned(Transport& transport, std::string path) {
    return {transport.send({"GET", std::move(path), {{"Accept", "application/json"}}, {}}), decodeVersioned<T>};
}

api::Call withBody(const char* method, std::string path, std::string body, const QString& etag = {}) {
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

Answer<bool> erase(Transport& transport, std::string path) {
    return {transport.send(withBody("DELETE", std::move(path), {})), decodeNothing};
}

template <class T>
std::string changes(const T& before, const T& after) {
    return mergePatch(api::encode(before, api::Side::Request), api::encode(after, api::Side::Request));
}

QJsonObject difference(const QJsonObject& before, const QJsonObject& after) {
    QJsonObject patch;
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue old = before.value(it.key());
        if (old.isObject() && it->isObject()) {
            const QJsonObject inner = difference(old.toObject(), it->toObject());
            if (!inner.isEmpty()) {
                patch.insert(it.key(), inner);
            }
        } else if (old != *it) {
            patch.insert(it.key(), *it);
        }
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key())) {
            patch.insert(it.key(), QJsonValue::Null);
        }
    }
    return patch;
}

const auto kTenants = QStringLiteral("tenants");
const auto kDomains = QStringLiteral("domains");
const auto kConnections = QStringLiteral("connections");
const auto kSandbox = QStringLiteral("sandbox");
const auto kUsers = QStringLiteral("users");
const auto kSessions = QStringLiteral("sessions");
const auto kFlows = QStringLiteral("flows");
const auto kAudit = QStringLiteral("audit");

} // namespace

std::string mergePatch(const std::string& before, const std::string& after) {
    const QJsonObject from = QJsonDocument::fromJson(QByteArray::fromStdString(before)).object();
    const QJsonObject to = QJsonDocument::fromJson(QByteArray::fromStdString(after)).object();
    return QJsonDocument(difference(from, to)).toJson(QJsonDocument::Compact).toStdString();
}

Answer<api::BrokerStatus> AdminClient::status() {
    return get<api::BrokerStatus>(m_transport, pathOf({QStringLiteral("status")}));
}

Answer<Versioned<QJsonObject>> AdminClient::call(const char* method, const QString& path, const QJsonObject& body,
                                                 const QString& etag) {
    std::string text =
        body.isEmpty() ? std::string() : QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
    return {m_transport.send(withBody(method, path.toStdString(), std::move(text), etag)), decodeObject};
}

Answer<api::Page<api::Tenant>> AdminClient::tenants(const ListQuery& query) {
    return get<api::Page<api::Tenant>>(m_transport, pathOf({kTenants}, listQuery(query)));
}

Answer<Versioned<api::Tenant>> AdminClient::tenant(const QString& tenant) {
    return getVersioned<api::Tenant>(m_transport, pathOf({kTenants, tenant}));
}

Answer<Versioned<api::Tenant>> AdminClient::createTenant(const api::Tenant& tenant) {
    return sendVersioned<api::Tenant>(m_transport, "POST", pathOf({kTenants}), api::encode(tenant, api::Side::Request));
}

Answer<Versioned<api::Tenant>> AdminClient::updateTenant(const Versioned<api::Tenant>& before,
                                                         const api::Tenant& after) {
    return sendVersioned<api::Tenant>(m_transport, "PATCH", pathOf({kTenants, QString::fromStdString(before.value.id)}),
                                      changes(before.value, after), before.etag);
}

Answer<api::Page<api::Domain>> AdminClient::domains(const QString& tenant) {
    return get<api::Page<api::Domain>>(m_transport, below(tenant, {kDomains}, {{"limit", QStringLiteral("500")}}));
}

Answer<Versioned<api::Domain>> AdminClient::addDomain(const QString& tenant, const QString& name) {
    api::Domain domain;
    domain.name = name.toStdString();
    return sendVersioned<api::Domain>(m_transport, "POST", below(tenant, {kDomains}),
                                      api::encode(domain, api::Side::Request));
}

Answer<Versioned<api::Domain>> AdminClient::verifyDomain(const QString& tenant, const QString& name, Proof proof) {
    api::DomainVerification verification;
    verification.assert_ = proof == Proof::OwnersWord;
    return sendVersioned<api::Domain>(m_transport, "POST", below(tenant, {kDomains, name, QStringLiteral("verify")}),
                                      api::encode(verification, api::Side::Request));
}

Answer<bool> AdminClient::deleteDomain(const QString& tenant, const QString& name) {
    return erase(m_transport, below(tenant, {kDomains, name}));
}

Answer<api::Page<api::Connection>> AdminClient::connections(const QString& tenant, const ListQuery& query) {
    return get<api::Page<api::Connection>>(m_transport, below(tenant, {kConnections}, listQuery(query)));
}

Answer<Versioned<api::Connection>> AdminClient::connection(const QString& tenant, const QString& id) {
    return getVersioned<api::Connection>(m_transport, below(tenant, {kConnections, id}));
}

Answer<Versioned<api::Connection>> AdminClient::createConnection(const QString& tenant,
                                                                 const api::Connection& connection) {
    return sendVersioned<api::Connection>(m_transport, "POST", below(tenant, {kConnections}),
                                          api::encode(connection, api::Side::Request));
}

Answer<Versioned<api::Connection>> AdminClient::updateConnection(const QString& tenant,
                                                                 const Versioned<api::Connection>& before,
                                                                 const api::Connection& after) {
    return sendVersioned<api::Connection>(m_transport, "PATCH",
                                          below(tenant, {kConnections, QString::fromStdString(before.value.id)}),
                                          changes(before.value, after), before.etag);
}

Answer<bool> AdminClient::deleteConnection(const QString& tenant, const QString& id) {
    return erase(m_transport, below(tenant, {kConnections, id}));
}

Answer<api::ConnectionTest> AdminClient::testConnection(const QString& tenant, const QString& id, const QString& run) {
    return {m_transport.send(
                withBody("POST", below(tenant, {kConnections, id, QStringLiteral("test")}, {{"run", run}}), {})),
            decodeOne<api::ConnectionTest>};
}

Answer<api::ConnectionTest> AdminClient::testDraft(const QString& tenant, const api::Connection& draft,
                                                   const QString& run) {
    const QByteArray body = QJsonDocument(toRequest(draft)).toJson(QJsonDocument::Compact);
    return {m_transport.send(withBody("POST", below(tenant, {kConnections, QStringLiteral("test")}, {{"run", run}}),
                                      body.toStdString())),
            decodeOne<api::ConnectionTest>};
}

Answer<api::TestSignIn> AdminClient::testSignIn(const QString& tenant, const QString& id) {
    return {m_transport.send(withBody("POST", below(tenant, {kConnections, id, QStringLiteral("test-sign-in")}), {})),
            decodeOne<api::TestSignIn>};
}

Answer<api::Usage> AdminClient::usageOf(const QString& tenant, const QString& connection) {
    return get<api::Usage>(m_transport, below(tenant, {kConnections, connection, QStringLiteral("usage")}));
}

Answer<api::Usage> AdminClient::usage(const QString& tenant) {
    return get<api::Usage>(m_transport, below(tenant, {QStringLiteral("usage")}));
}

Answer<api::Preview> AdminClient::preview(const QString& tenant, const QString& id,
                                          const api::PreviewRequest& request) {
    return {m_transport.send(withBody("POST", below(tenant, {kConnections, id, QStringLiteral("preview")}),
                                      api::encode(request, api::Side::Request))),
            decodeOne<api::Preview>};
}

Answer<api::Page<api::User>> AdminClient::users(const QString& tenant, const ListQuery& query) {
    return get<api::Page<api::User>>(m_transport, below(tenant, {kUsers}, listQuery(query)));
}

Answer<Versioned<api::User>> AdminClient::user(const QString& tenant, const QString& id) {
    return getVersioned<api::User>(m_transport, below(tenant, {kUsers, id}));
}

Answer<Versioned<api::User>> AdminClient::act(const QString& tenant, const QString& id, UserAct what) {
    QString verb;
    switch (what) {
    case UserAct::Activate:
        verb = QStringLiteral("activate");
        break;
    case UserAct::Deactivate:
        verb = QStringLiteral("deactivate");
        break;
    case UserAct::RevokeSessions:
        verb = QStringLiteral("revoke-sessions");
        break;
    }
    return sendVersioned<api::User>(m_transport, "POST", below(tenant, {kUsers, id, verb}), {});
}

Answer<api::Page<api::Session>> AdminClient::sessionsOf(const QString& tenant, const QString& userId) {
    return get<api::Page<api::Session>>(
        m_transport, below(tenant, {kSessions}, {{"user", userId}, {"alive", QStringLiteral("true")}}));
}

Answer<bool> AdminClient::endSession(const QString& tenant, const QString& id) {
    return erase(m_transport, below(tenant, {kSessions, id}));
}

Answer<api::Page<api::Flow>> AdminClient::flows(const QString& tenant, const FlowQuery& query) {
    return get<api::Page<api::Flow>>(m_transport, below(tenant, {kFlows},
                                                        {{"limit", QString::number(query.limit)},
                                                         {"reference", query.reference},
                                                         {"outcome", query.outcome},
                                                         {"connection", query.connection},
                                                         {"cursor", query.cursor}}));
}

Answer<api::Flow> AdminClient::flow(const QString& tenant, const QString& idOrReference) {
    return get<api::Flow>(m_transport, below(tenant, {kFlows, idOrReference}));
}

Answer<api::Page<api::AuditRecord>> AdminClient::records(const QString& tenant, const QString& types,
                                                         const QString& cursor) {
    return get<api::Page<api::AuditRecord>>(
        m_transport, below(tenant, {QStringLiteral("audit")},
                           {{"type", types}, {"cursor", cursor}, {"limit", QStringLiteral("200")}}));
}

Answer<api::Replay> AdminClient::replayFlow(const QString& tenant, const QString& idOrReference,
                                            const api::ReplayRequest& request) {
    return {m_transport.send(withBody("POST", below(tenant, {kFlows, idOrReference, QStringLiteral("replay")}),
                                      api::encode(request, api::Side::Request))),
            decodeOne<api::Replay>};
}

Answer<api::BatchReplay> AdminClient::replayConnection(const QString& tenant, const QString& id,
                                                       const api::BatchReplayRequest& request) {
    return {m_transport.send(withBody("POST", below(tenant, {kConnections, id, QStringLiteral("replay")}),
                                      api::encode(request, api::Side::Request))),
            decodeOne<api::BatchReplay>};
}

Answer<QByteArray> AdminClient::flowBundle(const QString& tenant, const QString& idOrReference) {
    return {m_transport.send({"GET",
                              below(tenant, {kFlows, idOrReference, QStringLiteral("bundle")}),
                              {{"Accept", "application/json"}},
                              {}}),
            decodeBytes};
}

Answer<api::Page<api::AuditRecord>> AdminClient::auditRecords(const QString& tenant, const AuditQuery& query) {
    Query parameters = auditQuery(query);
    parameters.emplace_back("limit", QString::number(query.limit));
    return get<api::Page<api::AuditRecord>>(m_transport, below(tenant, {kAudit}, parameters));
}

Answer<api::AuditPositions> AdminClient::auditPositions(const QString& tenant, const AuditQuery& query,
                                                        const QString& cursor) {
    Query parameters = auditQuery(query);
    parameters.emplace_back("every", QString::number(query.limit));
    parameters.emplace_back("cursor", cursor);
    return get<api::AuditPositions>(m_transport, below(tenant, {kAudit, QStringLiteral("positions")}, parameters));
}

Answer<api::AuditHistogram> AdminClient::auditHistogram(const QString& tenant, const QString& from, const QString& to,
                                                        int bins) {
    return get<api::AuditHistogram>(m_transport, below(tenant, {kAudit, QStringLiteral("histogram")},
                                                       {{"from", from}, {"to", to}, {"bins", QString::number(bins)}}));
}

Answer<QJsonObject> AdminClient::auditCheckpoint(const QString& tenant) {
    return getObject(m_transport, below(tenant, {kAudit, QStringLiteral("checkpoint")}));
}

Answer<QJsonObject> AdminClient::auditConsistency(const QString& tenant, qint64 from, qint64 to) {
    return getObject(m_transport, below(tenant, {kAudit, QStringLiteral("consistency")},
                                        {{"from", QString::number(from)}, {"to", QString::number(to)}}));
}

Answer<api::Statistics> AdminClient::statistics(int hours) {
    return get<api::Statistics>(m_transport,
                                pathOf({QStringLiteral("statistics")}, {{"hours", QString::number(hours)}}));
}

Answer<api::Page<api::Expiry>> AdminClient::expiries() {
    return get<api::Page<api::Expiry>>(m_transport,
                                       pathOf({QStringLiteral("expiries")}, {{"limit", QStringLiteral("500")}}));
}

Answer<api::Sandbox> AdminClient::sandbox(const QString& tenant) {
    return get<api::Sandbox>(m_transport, below(tenant, {kSandbox}));
}

Answer<api::Sandbox> AdminClient::switchFault(const QString& tenant, const QString& name, bool on) {
    api::Sandbox change;
    change.faults.push_back({name.toStdString(), {}, on});
    return {m_transport.send(withBody("PATCH", below(tenant, {kSandbox}), api::encode(change, api::Side::Request))),
            decodeOne<api::Sandbox>};
}

Answer<api::Sandbox> AdminClient::holdSteps(const QString& tenant, bool on) {
    api::Sandbox change;
    change.hold = on;
    return {m_transport.send(withBody("PATCH", below(tenant, {kSandbox}), api::encode(change, api::Side::Request))),
            decodeOne<api::Sandbox>};
}

Answer<api::ScenarioStart> AdminClient::startScenario(const QString& tenant, const QString& name) {
    const std::string path = below(tenant, {kSandbox, QStringLiteral("scenarios"), name, QStringLiteral("start")});
    return {m_transport.send(withBody("POST", path, {})), decodeOne<api::ScenarioStart>};
}

Answer<api::Page<api::HeldStep>> AdminClient::heldSteps(const QString& tenant) {
    return get<api::Page<api::HeldStep>>(m_transport, below(tenant, {kSandbox, QStringLiteral("held")}));
}

Answer<api::HeldStep> AdminClient::releaseStep(const QString& tenant, const QString& id) {
    api::SandboxNext which;
    if (!id.isEmpty()) {
        which.id = id.toStdString();
    }
    return {m_transport.send(withBody("POST", below(tenant, {kSandbox, QStringLiteral("next")}),
                                      api::encode(which, api::Side::Request))),
            decodeOne<api::HeldStep>};
}

Answer<api::SandboxReleased> AdminClient::releaseAllSteps(const QString& tenant) {
    return {m_transport.send(withBody("POST", below(tenant, {kSandbox, QStringLiteral("release-all")}), {})),
            decodeOne<api::SandboxReleased>};
}

Answer<api::SandboxSnapshot> AdminClient::snapshotSandbox(const QString& tenant) {
    return {m_transport.send(withBody("POST", below(tenant, {kSandbox, QStringLiteral("snapshot")}), {})),
            decodeOne<api::SandboxSnapshot>};
}

Answer<api::SandboxReset> AdminClient::resetSandbox(const QString& tenant) {
    return {m_transport.send(withBody("POST", below(tenant, {kSandbox, QStringLiteral("reset")}), {})),
            decodeOne<api::SandboxReset>};
}

} // namespace gatehouse::ui::client
