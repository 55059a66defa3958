// SPDX-License-Identifier: Apache-2.0
#include "admin/api/codec.h"

#include "admin/api/activity_fields.h"
#include "admin/api/app_checks_fields.h"
#include "admin/api/catalog_fields.h"
#include "admin/api/entitlement_fields.h"
#include "admin/api/fields.h"
#include "admin/api/key_fields.h"
#include "admin/api/preset_fields.h"
#include "admin/api/read_fields.h"
#include "admin/api/replay_fields.h"
#include "admin/api/response_check_fields.h"
#include "admin/api/scim_fields.h"
#include "admin/api/scim_sync_fields.h"
#include "admin/api/session_fields.h"
#include "admin/api/statistics_fields.h"
#include "admin/api/stream_fields.h"
#include "admin/api/subject_fields.h"
#include "admin/api/user_import_fields.h"
#include "admin/api/write_fields.h"

namespace gatehouse::admin::api {

template <class T>
json::Value Codec<T>::toJson(const T& value, Side side) {
    return writeFields(value, side);
}

template <class T>
Decoded<T> Codec<T>::fromJson(const json::Value& value, Side side) {
    T out;
    FieldErrors errors;
    readFields(value, out, "", side, errors);
    if (!errors.empty()) {
        return tl::unexpected(std::move(errors));
    }
    return out;
}

FieldErrors malformedBody(const Error& error) {
    return {{"", "malformed", "must be strict JSON (" + error.reason + ")"}};
}

RawJson raw(const json::Value& value) {
    return RawJson{json::write(value)};
}

json::Value parsed(const RawJson& value) {
    Result<json::Value> out = json::parse(value.text, json::Limits{.bytes = 4 * 1024 * 1024, .depth = 32});
    return out ? *std::move(out) : json::Value();
}

template struct Codec<ProblemDetails>;
template struct Codec<Settings>;
template struct Codec<Tenant>;
template struct Codec<Domain>;
template struct Codec<DomainVerification>;
template struct Codec<Connection>;
template struct Codec<Preset>;
template struct Codec<Health>;
template struct Codec<ConnectionTest>;
template struct Codec<CertificateRequest>;
template struct Codec<PresentedCertificates>;
template struct Codec<TestStage>;
template struct Codec<TestSignIn>;
template struct Codec<Usage>;
template struct Codec<PreviewRequest>;
template struct Codec<Preview>;
template struct Codec<ResponseCheckRequest>;
template struct Codec<ResponseCheck>;
template struct Codec<User>;
template struct Codec<Group>;
template struct Codec<GroupMember>;
template struct Codec<GroupMembersChange>;
template struct Codec<GroupMembersChanged>;
template struct Codec<Role>;
template struct Codec<PermissionName>;
template struct Codec<App>;
template struct Codec<AppUsage>;
template struct Codec<RedirectUriQuestion>;
template struct Codec<RedirectUriAnswer>;
template struct Codec<TokenQuestion>;
template struct Codec<TokenAnswer>;
template struct Codec<Session>;
template struct Codec<SessionGrant>;
template struct Codec<LogoutConfirmation>;
template struct Codec<SessionRevocation>;
template struct Codec<SessionsRevoked>;
template struct Codec<Consent>;
template struct Codec<Key>;
template struct Codec<KeyRotation>;
template struct Codec<KeyActivation>;
template struct Codec<KeyRevocation>;
template struct Codec<KeyEvidence>;
template struct Codec<KeyImpact>;
template struct Codec<AuditRecord>;
template struct Codec<FlowCheck>;
template struct Codec<Flow>;
template struct Codec<FlowMessage>;
template struct Codec<Recorder>;
template struct Codec<FlowSecrets>;
template struct Codec<ReplayRequest>;
template struct Codec<Replay>;
template struct Codec<BatchReplayRequest>;
template struct Codec<BatchReplay>;
template struct Codec<FlowBundle>;
template struct Codec<Token>;
template struct Codec<RegistrationToken>;
template struct Codec<Entitlement>;
template struct Codec<GroupPreviewRequest>;
template struct Codec<GroupPreview>;
template struct Codec<ScimToken>;
template struct Codec<ScimTokenRotation>;
template struct Codec<ScimRequest>;
template struct Codec<ScimReplay>;
template struct Codec<ScimService>;
template struct Codec<ScimTestRequest>;
template struct Codec<ScimTest>;
template struct Codec<ScimSync>;
template struct Codec<ScimSyncPlan>;
template struct Codec<ScimSyncStart>;
template struct Codec<ScimSyncRun>;
template struct Codec<Stream>;
template struct Codec<CatalogElement>;
template struct Codec<UserImport>;
template struct Codec<UserImportReport>;
template struct Codec<Admin>;
template struct Codec<Sandbox>;
template struct Codec<SandboxSnapshot>;
template struct Codec<ScenarioStart>;
template struct Codec<HeldStep>;
template struct Codec<SandboxNext>;
template struct Codec<SandboxReleased>;
template struct Codec<SandboxReset>;
template struct Codec<SandboxEvent>;
template struct Codec<BrokerStatus>;
template struct Codec<Statistics>;
template struct Codec<Expiry>;
template struct Codec<AuditPositions>;
template struct Codec<AuditHistogram>;
template struct Codec<Doctor>;
template struct Codec<Change>;
template struct Codec<ApplyResult>;
template struct Codec<Backup>;

} // namespace gatehouse::admin::api
