// SPDX-License-Identifier: Apache-2.0
// AdminClient: directories that provision over SCIM.
#include "ui/client/admin_client.h"

#include "ui/client/calls.h"

namespace gatehouse::ui::client {

using namespace calls;

namespace {

const QString kScim = QStringLiteral("scim");
const QString kRequests = QStringLiteral("scim-requests");
const QString kTokens = QStringLiteral("scim-tokens");
const QString kSyncs = QStringLiteral("scim-syncs");

} // namespace

Answer<api::ScimService> AdminClient::scimService(const QString& tenant) {
    return get<api::ScimService>(m_transport, below(tenant, {kScim}));
}

Answer<api::ScimService> AdminClient::releaseDeactivations(const QString& tenant) {
    return {m_transport.send(withBody("POST", below(tenant, {kScim, QStringLiteral("release")}), {})),
            decodeOne<api::ScimService>};
}

Answer<api::Page<api::ScimRequest>> AdminClient::scimRequests(const QString& tenant, const ScimQuery& query) {
    return get<api::Page<api::ScimRequest>>(m_transport, below(tenant, {kRequests},
                                                               {{"client", query.client},
                                                                {"outcome", query.outcome},
                                                                {"limit", QString::number(query.limit)},
                                                                {"cursor", query.cursor}}));
}

Answer<api::ScimRequest> AdminClient::scimRequest(const QString& tenant, const QString& id) {
    return get<api::ScimRequest>(m_transport, below(tenant, {kRequests, id}));
}

Answer<api::ScimReplay> AdminClient::replayScimRequest(const QString& tenant, const QString& id) {
    return {m_transport.send(withBody("POST", below(tenant, {kRequests, id, QStringLiteral("replay")}), {})),
            decodeOne<api::ScimReplay>};
}

Answer<api::Page<api::ScimToken>> AdminClient::scimTokens(const QString& tenant) {
    return get<api::Page<api::ScimToken>>(m_transport, below(tenant, {kTokens}, {{"limit", QStringLiteral("500")}}));
}

Answer<api::ScimToken> AdminClient::createScimToken(const QString& tenant, const api::ScimToken& token) {
    return {m_transport.send(withBody("POST", below(tenant, {kTokens}), api::encode(token, api::Side::Request))),
            decodeOne<api::ScimToken>};
}

Answer<api::ScimToken> AdminClient::rotateScimToken(const QString& tenant, const QString& id,
                                                    const api::ScimTokenRotation& rotation) {
    return {m_transport.send(withBody("POST", below(tenant, {kTokens, id, QStringLiteral("rotate")}),
                                      api::encode(rotation, api::Side::Request))),
            decodeOne<api::ScimToken>};
}

Answer<bool> AdminClient::deleteScimToken(const QString& tenant, const QString& id) {
    return erase(m_transport, below(tenant, {kTokens, id}));
}

Answer<api::ScimTest> AdminClient::testScim(const QString& tenant, const api::ScimTestRequest& request) {
    return {m_transport.send(withBody("POST", below(tenant, {QStringLiteral("scim-tests")}),
                                      api::encode(request, api::Side::Request))),
            decodeOne<api::ScimTest>};
}

Answer<api::Page<api::ScimSync>> AdminClient::scimSyncs(const QString& tenant) {
    return get<api::Page<api::ScimSync>>(m_transport, below(tenant, {kSyncs}, {{"limit", QStringLiteral("500")}}));
}

Answer<Versioned<api::ScimSync>> AdminClient::scimSync(const QString& tenant, const QString& id) {
    return getVersioned<api::ScimSync>(m_transport, below(tenant, {kSyncs, id}));
}

Answer<api::ScimSyncPlan> AdminClient::previewScimSync(const QString& tenant, const QString& id) {
    return {m_transport.send(withBody("POST", below(tenant, {kSyncs, id, QStringLiteral("preview")}), {})),
            decodeOne<api::ScimSyncPlan>};
}

Answer<api::ScimSyncRun> AdminClient::runScimSync(const QString& tenant, const QString& id,
                                                  const api::ScimSyncStart& start) {
    return {m_transport.send(withBody("POST", below(tenant, {kSyncs, id, QStringLiteral("run")}),
                                      api::encode(start, api::Side::Request))),
            decodeOne<api::ScimSyncRun>};
}

Answer<api::Page<api::ScimSyncRun>> AdminClient::scimSyncRuns(const QString& tenant, const QString& id) {
    return get<api::Page<api::ScimSyncRun>>(m_transport, below(tenant, {kSyncs, id, QStringLiteral("runs")}));
}

} // namespace gatehouse::ui::client
