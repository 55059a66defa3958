// SPDX-License-Identifier: Apache-2.0
#include "ui/client/admin_client.h"

#include "ui/client/calls.h"
#include "ui/client/document.h"

namespace gatehouse::ui::client {

using namespace calls;

namespace {

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

Answer<api::Preset> AdminClient::preset(const QString& name) {
    return get<api::Preset>(m_transport, pathOf({QStringLiteral("presets"), name}));
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
    const QByteArray body = QJsonDocument(documentOf(draft)).toJson(QJsonDocument::Compact);
    return {m_transport.send(withBody("POST", below(tenant, {kConnections, QStringLiteral("test")}, {{"run", run}}),
                                      body.toStdString())),
            decodeOne<api::ConnectionTest>};
}

Answer<api::PresentedCertificates> AdminClient::certificates(const QString& tenant,
                                                             const api::CertificateRequest& request) {
    return {m_transport.send(withBody("POST", below(tenant, {kConnections, QStringLiteral("certificate")}),
                                      api::encode(request, api::Side::Request))),
            decodeOne<api::PresentedCertificates>};
}

Answer<api::Connection> AdminClient::refreshMetadata(const QString& tenant, const QString& id) {
    return {m_transport.send(withBody("POST", below(tenant, {kConnections, id, QStringLiteral("refresh")}), {})),
            decodeOne<api::Connection>};
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

Answer<api::Entitlement> AdminClient::access(const QString& tenant, const QString& id) {
    return get<api::Entitlement>(m_transport, below(tenant, {kUsers, id, QStringLiteral("access")}));
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

Answer<api::Page<api::Session>> AdminClient::sessions(const QString& tenant, bool all, const QString& cursor) {
    return get<api::Page<api::Session>>(m_transport, below(tenant, {kSessions},
                                                           {{"alive", all ? QString() : QStringLiteral("true")},
                                                            {"limit", QStringLiteral("200")},
                                                            {"cursor", cursor}}));
}

Answer<api::Session> AdminClient::session(const QString& tenant, const QString& id) {
    return get<api::Session>(m_transport, below(tenant, {kSessions, id}));
}

Answer<api::SessionsRevoked> AdminClient::revokeSessions(const QString& tenant, const api::SessionRevocation& meant) {
    return {m_transport.send(withBody("POST", below(tenant, {kSessions, QStringLiteral("revoke")}),
                                      api::encode(meant, api::Side::Request))),
            decodeOne<api::SessionsRevoked>};
}

} // namespace gatehouse::ui::client
