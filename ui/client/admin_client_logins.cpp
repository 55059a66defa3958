// SPDX-License-Identifier: Apache-2.0
// AdminClient: logins, the log, and the sandbox.
#include "ui/client/admin_client.h"

#include "ui/client/calls.h"

namespace gatehouse::ui::client {

using namespace calls;

Answer<api::Page<api::Flow>> AdminClient::flows(const QString& tenant, const FlowQuery& query) {
    return get<api::Page<api::Flow>>(m_transport, below(tenant, {kFlows},
                                                        {{"limit", QString::number(query.limit)},
                                                         {"reference", query.reference},
                                                         {"outcome", query.outcome},
                                                         {"connection", query.connection},
                                                         {"reason", query.reason},
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

Answer<api::Recorder> AdminClient::recorder(const QString& tenant) {
    return get<api::Recorder>(m_transport, below(tenant, {QStringLiteral("recorder")}));
}

Answer<api::Recorder> AdminClient::keepSecrets(const QString& tenant, bool keep) {
    const QString act = keep ? QStringLiteral("keep-secrets") : QStringLiteral("forget-secrets");
    return {m_transport.send(withBody("POST", below(tenant, {QStringLiteral("recorder"), act}), {})),
            decodeOne<api::Recorder>};
}

Answer<api::FlowSecrets> AdminClient::flowSecrets(const QString& tenant, const QString& id) {
    return get<api::FlowSecrets>(m_transport, below(tenant, {kFlows, id, QStringLiteral("secrets")}));
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
