// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include "admin/api/catalog.h"
#include "admin/api/resources.h"
#include "admin/api/stream.h"
#include "ui/client/answer.h"

namespace gatehouse::ui::client {

/// Which part of a list.
struct ListQuery {
    QString search = {}; ///< ?q=
    QString cursor = {}; ///< of the page before
    int limit = 200;     ///< 1 to 500
};

/// What of the logins.
struct FlowQuery {
    QString reference = {};
    QString outcome = {};    ///< started | success | failure
    QString connection = {}; ///< id
    QString cursor = {};
    int limit = 200;
    QString reason = {}; ///< of a failure
};

/// What of the log; empty members ask for everything. Lists are separated by commas, '!' excludes, '*' is any text.
struct AuditQuery {
    QString type = {};
    QString actor = {};  ///< ids
    QString target = {}; ///< ids
    QString outcome = {};
    QString flowId = {};
    QString from = {}; ///< RFC 3339
    QString to = {};
    qint64 before = 0; ///< numbers below; 0: all
    qint64 after = 0;  ///< numbers above
    int limit = 200;
    QString app = {}; ///< name

    /// Whether it is the whole log that is asked for.
    [[nodiscard]] bool isWhole() const {
        return (type + actor + target + outcome + flowId + from + to + app).isEmpty();
    }
};

/// Which requests of directories.
struct ScimQuery {
    QString client = {};  ///< id of the token or app
    QString outcome = {}; ///< failure | change; empty: all
    QString cursor = {};
    int limit = 200;
};

/// The Admin API as typed calls (contract section 4). Every act of the console is one of these; where it goes is the
/// transport's business. `tenant` is a slug or an id.
class AdminClient {
public:
    explicit AdminClient(Transport& transport)
        : m_transport(transport) {}

    [[nodiscard]] Answer<api::BrokerStatus> status();

    /// Any call whose answer is one object or nothing (then the object is empty). `path` is percent-encoded and begins
    /// with "/admin/v1"; an empty body is none; `etag` goes as If-Match.
    [[nodiscard]] Answer<Versioned<QJsonObject>> call(const char* method, const QString& path,
                                                      const QJsonObject& body = {}, const QString& etag = {});

    [[nodiscard]] Answer<api::Page<api::Tenant>> tenants(const ListQuery& query = {});
    [[nodiscard]] Answer<Versioned<api::Tenant>> tenant(const QString& tenant);
    [[nodiscard]] Answer<Versioned<api::Tenant>> createTenant(const api::Tenant& tenant);
    /// Sends what differs between the two (RFC 7396).
    [[nodiscard]] Answer<Versioned<api::Tenant>> updateTenant(const Versioned<api::Tenant>& before,
                                                              const api::Tenant& after);

    [[nodiscard]] Answer<api::Page<api::Domain>> domains(const QString& tenant);
    [[nodiscard]] Answer<Versioned<api::Domain>> addDomain(const QString& tenant, const QString& name);
    enum class Proof { Dns, OwnersWord };
    [[nodiscard]] Answer<Versioned<api::Domain>> verifyDomain(const QString& tenant, const QString& name, Proof proof);
    [[nodiscard]] Answer<bool> deleteDomain(const QString& tenant, const QString& name);

    /// What is known of a vendor of SAML providers. `name`: of a connection's `preset`.
    [[nodiscard]] Answer<api::Preset> preset(const QString& name);
    [[nodiscard]] Answer<api::Page<api::Connection>> connections(const QString& tenant, const ListQuery& query = {});
    [[nodiscard]] Answer<Versioned<api::Connection>> connection(const QString& tenant, const QString& id);
    [[nodiscard]] Answer<Versioned<api::Connection>> createConnection(const QString& tenant,
                                                                      const api::Connection& connection);
    [[nodiscard]] Answer<Versioned<api::Connection>>
    updateConnection(const QString& tenant, const Versioned<api::Connection>& before, const api::Connection& after);
    [[nodiscard]] Answer<bool> deleteConnection(const QString& tenant, const QString& id);
    /// Stage by stage; with `run` each stage is an event too (api::TestStage) as soon as it is known.
    [[nodiscard]] Answer<api::ConnectionTest> testConnection(const QString& tenant, const QString& id,
                                                             const QString& run = {});
    /// The same for what is not saved. What a saved one's draft leaves out is as saved.
    [[nodiscard]] Answer<api::ConnectionTest> testDraft(const QString& tenant, const api::Connection& draft,
                                                        const QString& run = {});
    /// An address for a browser: a sign-in that signs nobody in.
    /// What a server shows of itself; nothing is asked of it. `authorities`, a PEM text, are refused unless one stands
    /// above that.
    [[nodiscard]] Answer<api::PresentedCertificates> certificates(const QString& tenant,
                                                                  const api::CertificateRequest& request);
    /// Fetches metadata and keys now.
    [[nodiscard]] Answer<api::Connection> refreshMetadata(const QString& tenant, const QString& id);
    [[nodiscard]] Answer<api::TestSignIn> testSignIn(const QString& tenant, const QString& id);
    /// What hangs on a connection.
    [[nodiscard]] Answer<api::Usage> usageOf(const QString& tenant, const QString& connection);
    /// What hangs on a tenant.
    [[nodiscard]] Answer<api::Usage> usage(const QString& tenant);
    [[nodiscard]] Answer<api::Preview> preview(const QString& tenant, const QString& id,
                                               const api::PreviewRequest& request);

    // Apps. An empty tenant means the front door.
    [[nodiscard]] Answer<api::Page<api::App>> apps(const QString& tenant, const ListQuery& query = {});
    [[nodiscard]] Answer<Versioned<api::App>> app(const QString& tenant, const QString& id);
    /// The answer holds the new secret, once; the old one works for a grace time.
    [[nodiscard]] Answer<Versioned<api::App>> rotateSecret(const QString& tenant, const QString& id);
    /// Ends every secret but the current one now.
    [[nodiscard]] Answer<Versioned<api::App>> finishRotation(const QString& tenant, const QString& id);
    /// What ends with an app.
    [[nodiscard]] Answer<api::AppUsage> appUsage(const QString& tenant, const QString& id);
    [[nodiscard]] Answer<api::RedirectUriAnswer> checkRedirectUri(const QString& tenant, const QString& id,
                                                                  const api::RedirectUriQuestion& question);
    /// What a token says, and whether the issuer's keys prove it. Kept nowhere.
    [[nodiscard]] Answer<api::TokenAnswer> verifyToken(const QString& tenant, const QString& id, const QString& token);

    [[nodiscard]] Answer<api::Page<api::User>> users(const QString& tenant, const ListQuery& query = {});
    [[nodiscard]] Answer<Versioned<api::User>> user(const QString& tenant, const QString& id);
    /// What the person may do, and why.
    [[nodiscard]] Answer<api::Entitlement> access(const QString& tenant, const QString& id);
    enum class UserAct { Activate, Deactivate, RevokeSessions };
    [[nodiscard]] Answer<Versioned<api::User>> act(const QString& tenant, const QString& id, UserAct what);
    /// Sessions that are alive.
    [[nodiscard]] Answer<api::Page<api::Session>> sessionsOf(const QString& tenant, const QString& userId);
    [[nodiscard]] Answer<bool> endSession(const QString& tenant, const QString& id);
    /// Newest first; `all`: with those that have ended.
    [[nodiscard]] Answer<api::Page<api::Session>> sessions(const QString& tenant, bool all, const QString& cursor = {});
    [[nodiscard]] Answer<api::Session> session(const QString& tenant, const QString& id);
    /// Ends those that are meant, or counts them (dryRun).
    [[nodiscard]] Answer<api::SessionsRevoked> revokeSessions(const QString& tenant,
                                                              const api::SessionRevocation& meant);

    /// Without the ids of their members.
    [[nodiscard]] Answer<api::Page<api::Group>> groups(const QString& tenant, const ListQuery& query = {});
    /// The same, of one.
    [[nodiscard]] Answer<Versioned<api::Group>> group(const QString& tenant, const QString& id);
    [[nodiscard]] Answer<Versioned<api::Group>> createGroup(const QString& tenant, const api::Group& group);
    /// Only the members of `patch` are changed (RFC 7396).
    [[nodiscard]] Answer<Versioned<api::Group>> updateGroup(const QString& tenant, const QString& id,
                                                            const QJsonObject& patch, const QString& etag = {});
    [[nodiscard]] Answer<bool> deleteGroup(const QString& tenant, const QString& id);
    /// Groups within it, then people, with names.
    [[nodiscard]] Answer<api::Page<api::GroupMember>> groupMembers(const QString& tenant, const QString& id,
                                                                   const QString& cursor = {});
    [[nodiscard]] Answer<api::GroupMembersChanged> changeMembers(const QString& tenant, const QString& id,
                                                                 const api::GroupMembersChange& change);
    /// Who would gain and lose roles if the group gave these; writes nothing.
    [[nodiscard]] Answer<api::GroupPreview> previewGroup(const QString& tenant, const QString& id,
                                                         const api::GroupPreviewRequest& request);
    [[nodiscard]] Answer<api::Page<api::Role>> roles(const QString& tenant);

    // Provisioning over SCIM.
    [[nodiscard]] Answer<api::ScimService> scimService(const QString& tenant);
    /// What the guard against mass deactivation holds back passes for an hour.
    [[nodiscard]] Answer<api::ScimService> releaseDeactivations(const QString& tenant);
    /// Newest first.
    [[nodiscard]] Answer<api::Page<api::ScimRequest>> scimRequests(const QString& tenant, const ScimQuery& query = {});
    [[nodiscard]] Answer<api::ScimRequest> scimRequest(const QString& tenant, const QString& id);
    /// What the same request would do now; writes nothing.
    [[nodiscard]] Answer<api::ScimReplay> replayScimRequest(const QString& tenant, const QString& id);
    [[nodiscard]] Answer<api::Page<api::ScimToken>> scimTokens(const QString& tenant);
    /// The answer holds the token, once.
    [[nodiscard]] Answer<api::ScimToken> createScimToken(const QString& tenant, const api::ScimToken& token);
    [[nodiscard]] Answer<api::ScimToken> rotateScimToken(const QString& tenant, const QString& id,
                                                         const api::ScimTokenRotation& rotation);
    [[nodiscard]] Answer<bool> deleteScimToken(const QString& tenant, const QString& id);
    // Who is told what happens in a tenant.
    [[nodiscard]] Answer<api::Page<api::Stream>> streams(const QString& tenant);
    /// Of a poll, with its bearer, shown this once.
    [[nodiscard]] Answer<api::Stream> createStream(const QString& tenant, const api::Stream& stream);
    [[nodiscard]] Answer<api::Stream> switchStream(const QString& tenant, const QString& id, bool on);
    [[nodiscard]] Answer<api::Stream> verifyStream(const QString& tenant, const QString& id);
    [[nodiscard]] Answer<api::Stream> rotateStream(const QString& tenant, const QString& id);
    [[nodiscard]] Answer<bool> deleteStream(const QString& tenant, const QString& id);
    // What is known of its people.
    [[nodiscard]] Answer<api::Page<api::CatalogElement>> catalog(const QString& tenant);
    [[nodiscard]] Answer<api::CatalogElement> createCatalogElement(const QString& tenant,
                                                                   const api::CatalogElement& element);
    [[nodiscard]] Answer<api::CatalogElement> replaceCatalogElement(const QString& tenant,
                                                                    const api::CatalogElement& element);
    [[nodiscard]] Answer<bool> deleteCatalogElement(const QString& tenant, const QString& id);
    /// The tenant's own service, or the one that the request names; takes seconds.
    [[nodiscard]] Answer<api::ScimTest> testScim(const QString& tenant, const api::ScimTestRequest& request);

    /// Other SCIM services that people and groups are pulled from, or pushed to. Runs and dry runs take seconds.
    [[nodiscard]] Answer<api::Page<api::ScimSync>> scimSyncs(const QString& tenant);
    [[nodiscard]] Answer<Versioned<api::ScimSync>> scimSync(const QString& tenant, const QString& id);
    /// What a run would do now; writes nothing, here or there.
    [[nodiscard]] Answer<api::ScimSyncPlan> previewScimSync(const QString& tenant, const QString& id);
    [[nodiscard]] Answer<api::ScimSyncRun> runScimSync(const QString& tenant, const QString& id,
                                                       const api::ScimSyncStart& start);
    /// Newest first.
    [[nodiscard]] Answer<api::Page<api::ScimSyncRun>> scimSyncRuns(const QString& tenant, const QString& id);

    /// At most api::kImportRows rows: one transaction.
    [[nodiscard]] Answer<api::UserImportReport> importUsers(const QString& tenant, const api::UserImport& list);
    /// What everybody may do and why, as CSV for reviewers.
    [[nodiscard]] Answer<QByteArray> entitlements(const QString& tenant);

    [[nodiscard]] Answer<api::Page<api::Flow>> flows(const QString& tenant, const FlowQuery& query = {});
    /// With steps and checks. By id or reference.
    [[nodiscard]] Answer<api::Flow> flow(const QString& tenant, const QString& idOrReference);
    /// What a recorded login would come to now; writes nothing.
    [[nodiscard]] Answer<api::Replay> replayFlow(const QString& tenant, const QString& idOrReference,
                                                 const api::ReplayRequest& request = {});
    /// The same for the last recorded logins of a connection.
    [[nodiscard]] Answer<api::BatchReplay> replayConnection(const QString& tenant, const QString& id,
                                                            const api::BatchReplayRequest& request = {});
    /// What is recorded of logins right now.
    [[nodiscard]] Answer<api::Recorder> recorder(const QString& tenant);
    /// Has codes and tokens kept for ten minutes, or wiped at once.
    [[nodiscard]] Answer<api::Recorder> keepSecrets(const QString& tenant, bool keep);
    /// A login with its codes and tokens. Each call is on record.
    [[nodiscard]] Answer<api::FlowSecrets> flowSecrets(const QString& tenant, const QString& id);
    /// The document as the broker wrote it, to be kept in a file: its digest is over those very bytes.
    [[nodiscard]] Answer<QByteArray> flowBundle(const QString& tenant, const QString& idOrReference);

    /// Records of the log of these types (comma between them), newest first.
    [[nodiscard]] Answer<api::Page<api::AuditRecord>> records(const QString& tenant, const QString& types,
                                                              const QString& cursor = {});

    /// Newest first.
    [[nodiscard]] Answer<api::Page<api::AuditRecord>> auditRecords(const QString& tenant, const AuditQuery& query);
    /// Where the pages of `query.limit` records begin; go on with nextCursor.
    [[nodiscard]] Answer<api::AuditPositions> auditPositions(const QString& tenant, const AuditQuery& query,
                                                             const QString& cursor = {});
    [[nodiscard]] Answer<api::AuditHistogram> auditHistogram(const QString& tenant, const QString& from,
                                                             const QString& to, int bins);
    /// {"origin","size","root","note","time"}: the broker proves the chain since the last one before it signs.
    [[nodiscard]] Answer<QJsonObject> auditCheckpoint(const QString& tenant);
    /// {"from","to","fromRoot","toRoot","path"}
    [[nodiscard]] Answer<QJsonObject> auditConsistency(const QString& tenant, qint64 from, qint64 to);

    /// The signing ring, newest first.
    [[nodiscard]] Answer<api::Page<api::Key>> keys(const QString& tenant);
    /// Which apps have fetched a key, and how that is known.
    [[nodiscard]] Answer<api::Page<api::KeyEvidence>> keyEvidence(const QString& tenant, const QString& kid);
    /// What revoking a key would cost.
    [[nodiscard]] Answer<api::KeyImpact> keyImpact(const QString& tenant, const QString& kid);
    [[nodiscard]] Answer<api::Key> rotateKey(const QString& tenant, const api::KeyRotation& rotation);
    [[nodiscard]] Answer<api::Key> activateKey(const QString& tenant, const QString& kid,
                                               const api::KeyActivation& activation = {});
    [[nodiscard]] Answer<api::Key> retireKey(const QString& tenant, const QString& kid);
    [[nodiscard]] Answer<api::Key> revokeKey(const QString& tenant, const QString& kid,
                                             const api::KeyRevocation& revocation);

    [[nodiscard]] Answer<api::Statistics> statistics(int hours = 24);
    [[nodiscard]] Answer<api::Page<api::Expiry>> expiries();

    /// Fails with not_found where sandbox is off.
    [[nodiscard]] Answer<api::Sandbox> sandbox(const QString& tenant);
    [[nodiscard]] Answer<api::Sandbox> switchFault(const QString& tenant, const QString& name, bool on);
    /// Nothing leaves the login endpoints until it is released.
    [[nodiscard]] Answer<api::Sandbox> holdSteps(const QString& tenant, bool on);
    [[nodiscard]] Answer<api::ScenarioStart> startScenario(const QString& tenant, const QString& name);
    /// Oldest first.
    [[nodiscard]] Answer<api::Page<api::HeldStep>> heldSteps(const QString& tenant);
    /// Lets the oldest go, or the one with this id.
    [[nodiscard]] Answer<api::HeldStep> releaseStep(const QString& tenant, const QString& id = {});
    [[nodiscard]] Answer<api::SandboxReleased> releaseAllSteps(const QString& tenant);
    [[nodiscard]] Answer<api::SandboxSnapshot> snapshotSandbox(const QString& tenant);
    [[nodiscard]] Answer<api::SandboxReset> resetSandbox(const QString& tenant);

private:
    Transport& m_transport;
};

/// What differs, as a merge patch of two JSON objects (RFC 7396). Empty object where nothing does.
[[nodiscard]] std::string mergePatch(const std::string& before, const std::string& after);

} // namespace gatehouse::ui::client
