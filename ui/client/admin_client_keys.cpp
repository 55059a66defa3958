// SPDX-License-Identifier: Apache-2.0
// AdminClient: signing keys of a tenant, and those of the front door.
#include "ui/client/admin_client.h"

#include "ui/client/calls.h"

namespace gatehouse::ui::client {

using namespace calls;

namespace {

const QString kKeys = QStringLiteral("keys");

template <class T>
Answer<api::Key> post(Transport& transport, std::string path, const T& body) {
    return {transport.send(withBody("POST", std::move(path), api::encode(body, api::Side::Request))),
            decodeOne<api::Key>};
}

} // namespace

Answer<api::Page<api::Key>> AdminClient::keys(const QString& tenant) {
    return get<api::Page<api::Key>>(m_transport, belowOwner(tenant, {kKeys}, {{"limit", QStringLiteral("500")}}));
}

Answer<api::Page<api::KeyEvidence>> AdminClient::keyEvidence(const QString& tenant, const QString& kid) {
    return get<api::Page<api::KeyEvidence>>(
        m_transport, belowOwner(tenant, {kKeys, kid, QStringLiteral("evidence")}, {{"limit", QStringLiteral("500")}}));
}

Answer<api::KeyImpact> AdminClient::keyImpact(const QString& tenant, const QString& kid) {
    return get<api::KeyImpact>(m_transport, belowOwner(tenant, {kKeys, kid, QStringLiteral("impact")}));
}

Answer<api::Key> AdminClient::rotateKey(const QString& tenant, const api::KeyRotation& rotation) {
    return post(m_transport, belowOwner(tenant, {kKeys, QStringLiteral("rotate")}), rotation);
}

Answer<api::Key> AdminClient::activateKey(const QString& tenant, const QString& kid,
                                          const api::KeyActivation& activation) {
    return post(m_transport, belowOwner(tenant, {kKeys, kid, QStringLiteral("activate")}), activation);
}

Answer<api::Key> AdminClient::retireKey(const QString& tenant, const QString& kid) {
    return {m_transport.send(withBody("POST", belowOwner(tenant, {kKeys, kid, QStringLiteral("retire")}), {})),
            decodeOne<api::Key>};
}

Answer<api::Key> AdminClient::revokeKey(const QString& tenant, const QString& kid,
                                        const api::KeyRevocation& revocation) {
    return post(m_transport, belowOwner(tenant, {kKeys, kid, QStringLiteral("revoke")}), revocation);
}

} // namespace gatehouse::ui::client
