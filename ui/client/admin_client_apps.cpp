// SPDX-License-Identifier: Apache-2.0
// AdminClient: apps of a tenant, and those of the front door.
#include "ui/client/admin_client.h"

#include "ui/client/calls.h"

namespace gatehouse::ui::client {

using namespace calls;

Answer<api::Page<api::App>> AdminClient::apps(const QString& tenant, const ListQuery& query) {
    return get<api::Page<api::App>>(m_transport, belowOwner(tenant, {kApps}, listQuery(query)));
}

Answer<Versioned<api::App>> AdminClient::app(const QString& tenant, const QString& id) {
    return getVersioned<api::App>(m_transport, belowOwner(tenant, {kApps, id}));
}

Answer<Versioned<api::App>> AdminClient::rotateSecret(const QString& tenant, const QString& id) {
    return sendVersioned<api::App>(m_transport, "POST",
                                   belowOwner(tenant, {kApps, id, QStringLiteral("rotate-secret")}), {});
}

Answer<Versioned<api::App>> AdminClient::finishRotation(const QString& tenant, const QString& id) {
    return sendVersioned<api::App>(m_transport, "POST",
                                   belowOwner(tenant, {kApps, id, QStringLiteral("finish-rotation")}), {});
}

Answer<api::AppUsage> AdminClient::appUsage(const QString& tenant, const QString& id) {
    return get<api::AppUsage>(m_transport, belowOwner(tenant, {kApps, id, QStringLiteral("usage")}));
}

Answer<api::RedirectUriAnswer> AdminClient::checkRedirectUri(const QString& tenant, const QString& id,
                                                             const api::RedirectUriQuestion& question) {
    const std::string path = belowOwner(tenant, {kApps, id, QStringLiteral("check-redirect-uri")});
    return {m_transport.send(withBody("POST", path, api::encode(question, api::Side::Request))),
            decodeOne<api::RedirectUriAnswer>};
}

Answer<api::TokenAnswer> AdminClient::verifyToken(const QString& tenant, const QString& id, const QString& token) {
    api::TokenQuestion question;
    question.token = token.toStdString();
    const std::string path = belowOwner(tenant, {kApps, id, QStringLiteral("verify-token")});
    return {m_transport.send(withBody("POST", path, api::encode(question, api::Side::Request))),
            decodeOne<api::TokenAnswer>};
}

} // namespace gatehouse::ui::client
