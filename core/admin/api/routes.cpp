// SPDX-License-Identifier: Apache-2.0
#include "admin/api/routes.h"

namespace gatehouse::admin::api {

namespace {

using enum Permission;
using enum Scope;
using enum Strength;
using enum Shape;

constexpr auto kRoutes = std::to_array<Route>({
    // clang-format off
    {"status.get", "status", "get", "GET", "/admin/v1/status", StatusRead, Shared, Normal, One, 200, "", "Status", "", "How the broker is doing"},
    {"statistics.get", "statistics", "get", "GET", "/admin/v1/statistics", StatusRead, Shared, Normal, One, 200, "", "Statistics", "hours", "Logins of the last hours in bins of five minutes"},
    {"expiry.list", "expiry", "list", "GET", "/admin/v1/expiries", TokensRead, Shared, Normal, Page, 200, "", "Expiry", "", "What ends by itself, the next first"},
    {"events.watch", "events", "watch", "GET", "/admin/v1/events", EventsRead, Shared, Normal, Other, 200, "", "", "", "Server-sent events: audit, flow, test, status"},
    {"openapi.get", "openapi", "get", "GET", "/admin/v1/openapi.json", TenantsRead, Shared, Normal, Other, 200, "", "", "", "This API as OpenAPI 3.1"},
    {"doctor.run", "doctor", "run", "GET", "/admin/v1/doctor", Maintain, Broker, Normal, One, 200, "", "Doctor", "", "Look for what is wrong with the data directory"},
    {"backup.create", "backup", "create", "POST", "/admin/v1/backup", Maintain, Broker, Normal, Nothing, 204, "Backup", "", "", "Copy the database to a new file; over the Unix socket alone"},
    {"config.apply", "config", "apply", "POST", "/admin/v1/apply", ConfigApply, Broker, Normal, One, 200, "Document", "ApplyResult", "dryRun prune", "Make the configuration what the document says, in one transaction"},
    {"config.export", "config", "export", "GET", "/admin/v1/export", ConfigExport, Shared, Normal, One, 200, "", "Document", "tenant", "The configuration as a document that apply takes, without secrets"},
    {"tenant.list", "tenant", "list", "GET", "/admin/v1/tenants", TenantsRead, Shared, Normal, Page, 200, "", "Tenant", "", "Tenants by slug"},
    {"tenant.create", "tenant", "create", "POST", "/admin/v1/tenants", TenantsManage, Broker, Normal, One, 201, "Tenant", "Tenant", "", "Create a tenant with its keys"},
    {"tenant.get", "tenant", "get", "GET", "/admin/v1/tenants/{tenant}", TenantsRead, Tenant, Normal, One, 200, "", "Tenant", "", "One tenant"},
    {"tenant.update", "tenant", "update", "PATCH", "/admin/v1/tenants/{tenant}", TenantsWrite, Tenant, Normal, One, 200, "Tenant", "Tenant", "", "Change name, settings or status"},
    {"tenant.replace", "tenant", "replace", "PUT", "/admin/v1/tenants/{tenant}", TenantsWrite, Tenant, Normal, One, 200, "Tenant", "Tenant", "", "Replace name, settings and status"},
    {"tenant.usage", "tenant", "usage", "GET", "/admin/v1/tenants/{tenant}/usage", TenantsRead, Tenant, Normal, One, 200, "", "Usage", "", "How much hangs on a tenant"},
    {"tenant.delete", "tenant", "delete", "DELETE", "/admin/v1/tenants/{tenant}", TenantsManage, Tenant, Privileged, Nothing, 204, "", "", "", "Delete a tenant and all that is its own"},
    {"domain.list", "domain", "list", "GET", "/admin/v1/tenants/{tenant}/domains", DomainsRead, Tenant, Normal, Page, 200, "", "Domain", "", "Domains by name"},
    {"domain.create", "domain", "create", "POST", "/admin/v1/tenants/{tenant}/domains", DomainsWrite, Tenant, Normal, One, 201, "Domain", "Domain", "", "Claim a domain"},
    {"domain.get", "domain", "get", "GET", "/admin/v1/tenants/{tenant}/domains/{name}", DomainsRead, Tenant, Normal, One, 200, "", "Domain", "", "One domain"},
    {"domain.verify", "domain", "verify", "POST", "/admin/v1/tenants/{tenant}/domains/{name}/verify", DomainsWrite, Tenant, Normal, One, 200, "DomainVerification", "Domain", "", "Look the TXT record up and mark the domain verified"},
    {"domain.delete", "domain", "delete", "DELETE", "/admin/v1/tenants/{tenant}/domains/{name}", DomainsWrite, Tenant, Normal, Nothing, 204, "", "", "", "Give a domain up"},
    {"connection.list", "connection", "list", "GET", "/admin/v1/tenants/{tenant}/connections", ConnectionsRead, Tenant, Normal, Page, 200, "", "Connection", "", "Connections, newest first"},
    {"connection.create", "connection", "create", "POST", "/admin/v1/tenants/{tenant}/connections", ConnectionsWrite, Tenant, Privileged, One, 201, "Connection", "Connection", "", "Connect an identity provider"},
    {"connection.get", "connection", "get", "GET", "/admin/v1/tenants/{tenant}/connections/{id}", ConnectionsRead, Tenant, Normal, One, 200, "", "Connection", "", "One connection, with its health"},
    {"connection.update", "connection", "update", "PATCH", "/admin/v1/tenants/{tenant}/connections/{id}", ConnectionsWrite, Tenant, Privileged, One, 200, "Connection", "Connection", "", "Change a connection"},
    {"connection.replace", "connection", "replace", "PUT", "/admin/v1/tenants/{tenant}/connections/{id}", ConnectionsWrite, Tenant, Privileged, One, 200, "Connection", "Connection", "", "Replace a connection"},
    {"connection.delete", "connection", "delete", "DELETE", "/admin/v1/tenants/{tenant}/connections/{id}", ConnectionsWrite, Tenant, Privileged, Nothing, 204, "", "", "", "Delete a connection; its people stay"},
    {"connection.test-draft", "connection", "test-draft", "POST", "/admin/v1/tenants/{tenant}/connections/test", ConnectionsWrite, Tenant, Normal, One, 200, "Connection", "ConnectionTest", "run", "Try an identity provider that is not saved"},
    {"connection.certificate", "connection", "certificate", "POST", "/admin/v1/tenants/{tenant}/connections/certificate", ConnectionsWrite, Tenant, Normal, One, 200, "CertificateRequest", "PresentedCertificates", "", "Look at the certificates of a server, and judge an authority for them"},
    {"connection.test", "connection", "test", "POST", "/admin/v1/tenants/{tenant}/connections/{id}/test", ConnectionsTest, Tenant, Normal, One, 200, "", "ConnectionTest", "run", "Try the identity provider, stage by stage"},
    {"connection.test-sign-in", "connection", "test-sign-in", "POST", "/admin/v1/tenants/{tenant}/connections/{id}/test-sign-in", ConnectionsTest, Tenant, Normal, One, 200, "", "TestSignIn", "", "An address for a browser to try a sign-in; creates no user and no session"},
    {"connection.usage", "connection", "usage", "GET", "/admin/v1/tenants/{tenant}/connections/{id}/usage", ConnectionsRead, Tenant, Normal, One, 200, "", "Usage", "", "What a change of the connection affects"},
    {"connection.preview", "connection", "preview", "POST", "/admin/v1/tenants/{tenant}/connections/{id}/preview", ConnectionsTest, Tenant, Normal, One, 200, "PreviewRequest", "Preview", "", "What a login with these claims would do; changes nothing"},
    {"connection.replay", "connection", "replay", "POST", "/admin/v1/tenants/{tenant}/connections/{id}/replay", ConnectionsTest, Tenant, Normal, One, 200, "BatchReplayRequest", "BatchReplay", "", "What the last recorded logins would come to with a draft; changes nothing"},
    {"connection.refresh", "connection", "refresh", "POST", "/admin/v1/tenants/{tenant}/connections/{id}/refresh", ConnectionsTest, Tenant, Normal, One, 200, "", "Connection", "", "Fetch metadata and keys now"},
    {"app.list", "app", "list", "GET", "/admin/v1/tenants/{tenant}/apps", AppsRead, Tenant, Normal, Page, 200, "", "App", "", "Apps of the tenant"},
    {"app.create", "app", "create", "POST", "/admin/v1/tenants/{tenant}/apps", AppsWrite, Tenant, Normal, One, 201, "App", "App", "", "Register an app; the answer holds its secret once"},
    {"app.get", "app", "get", "GET", "/admin/v1/tenants/{tenant}/apps/{id}", AppsRead, Tenant, Normal, One, 200, "", "App", "", "One app"},
    {"app.update", "app", "update", "PATCH", "/admin/v1/tenants/{tenant}/apps/{id}", AppsWrite, Tenant, Normal, One, 200, "App", "App", "", "Change an app"},
    {"app.replace", "app", "replace", "PUT", "/admin/v1/tenants/{tenant}/apps/{id}", AppsWrite, Tenant, Normal, One, 200, "App", "App", "", "Replace an app"},
    {"app.delete", "app", "delete", "DELETE", "/admin/v1/tenants/{tenant}/apps/{id}", AppsWrite, Tenant, Normal, Nothing, 204, "", "", "", "Delete an app and revoke its tokens"},
    {"app.rotate-secret", "app", "rotate-secret", "POST", "/admin/v1/tenants/{tenant}/apps/{id}/rotate-secret", AppsWrite, Tenant, Normal, One, 200, "", "App", "", "A new secret, shown once; the old one works for a grace time"},
    {"registration-token.list", "registration-token", "list", "GET", "/admin/v1/tenants/{tenant}/registration-tokens", AppsRead, Tenant, Normal, Page, 200, "", "RegistrationToken", "", "Tokens with which apps register themselves"},
    {"registration-token.create", "registration-token", "create", "POST", "/admin/v1/tenants/{tenant}/registration-tokens", AppsWrite, Tenant, Privileged, One, 201, "RegistrationToken", "RegistrationToken", "", "Let apps register themselves; the answer holds the token once"},
    {"registration-token.get", "registration-token", "get", "GET", "/admin/v1/tenants/{tenant}/registration-tokens/{id}", AppsRead, Tenant, Normal, One, 200, "", "RegistrationToken", "", "One of them"},
    {"registration-token.delete", "registration-token", "delete", "DELETE", "/admin/v1/tenants/{tenant}/registration-tokens/{id}", AppsWrite, Tenant, Privileged, Nothing, 204, "", "", "", "No more registrations with it; the apps stay"},
    {"user.list", "user", "list", "GET", "/admin/v1/tenants/{tenant}/users", UsersRead, Tenant, Normal, Page, 200, "", "User", "", "People"},
    {"user.create", "user", "create", "POST", "/admin/v1/tenants/{tenant}/users", UsersWrite, Tenant, Normal, One, 201, "User", "User", "", "Create a person"},
    {"user.get", "user", "get", "GET", "/admin/v1/tenants/{tenant}/users/{id}", UsersRead, Tenant, Normal, One, 200, "", "User", "", "One person"},
    {"user.update", "user", "update", "PATCH", "/admin/v1/tenants/{tenant}/users/{id}", UsersWrite, Tenant, Normal, One, 200, "User", "User", "", "Change a person"},
    {"user.replace", "user", "replace", "PUT", "/admin/v1/tenants/{tenant}/users/{id}", UsersWrite, Tenant, Normal, One, 200, "User", "User", "", "Replace a person"},
    {"user.delete", "user", "delete", "DELETE", "/admin/v1/tenants/{tenant}/users/{id}", UsersWrite, Tenant, Normal, Nothing, 204, "", "", "", "Delete a person, their sessions and tokens"},
    {"user.deactivate", "user", "deactivate", "POST", "/admin/v1/tenants/{tenant}/users/{id}/deactivate", UsersWrite, Tenant, Normal, One, 200, "", "User", "", "No more sign-ins; sessions and tokens end now"},
    {"user.activate", "user", "activate", "POST", "/admin/v1/tenants/{tenant}/users/{id}/activate", UsersWrite, Tenant, Normal, One, 200, "", "User", "", "Let a person sign in again"},
    {"user.revoke-sessions", "user", "revoke-sessions", "POST", "/admin/v1/tenants/{tenant}/users/{id}/revoke-sessions", SessionsEnd, Tenant, Normal, One, 200, "", "User", "", "End all sessions and tokens of a person"},
    {"user.erase", "user", "erase", "POST", "/admin/v1/tenants/{tenant}/users/{id}/erase", UsersErase, Tenant, Normal, Nothing, 204, "", "", "", "Delete a person and what the log knows of them"},
    {"user.export", "user", "export", "GET", "/admin/v1/tenants/{tenant}/users/{id}/export", UsersRead, Tenant, Normal, Other, 200, "", "", "", "Everything that is kept of a person"},
    {"group.list", "group", "list", "GET", "/admin/v1/tenants/{tenant}/groups", GroupsRead, Tenant, Normal, Page, 200, "", "Group", "", "Groups"},
    {"group.create", "group", "create", "POST", "/admin/v1/tenants/{tenant}/groups", GroupsWrite, Tenant, Normal, One, 201, "Group", "Group", "", "Create a group"},
    {"group.get", "group", "get", "GET", "/admin/v1/tenants/{tenant}/groups/{id}", GroupsRead, Tenant, Normal, One, 200, "", "Group", "", "One group"},
    {"group.update", "group", "update", "PATCH", "/admin/v1/tenants/{tenant}/groups/{id}", GroupsWrite, Tenant, Normal, One, 200, "Group", "Group", "", "Change a group and its members"},
    {"group.replace", "group", "replace", "PUT", "/admin/v1/tenants/{tenant}/groups/{id}", GroupsWrite, Tenant, Normal, One, 200, "Group", "Group", "", "Replace a group and its members"},
    {"group.delete", "group", "delete", "DELETE", "/admin/v1/tenants/{tenant}/groups/{id}", GroupsWrite, Tenant, Normal, Nothing, 204, "", "", "", "Delete a group"},
    {"role.list", "role", "list", "GET", "/admin/v1/tenants/{tenant}/roles", RolesRead, Tenant, Normal, Page, 200, "", "Role", "", "Roles"},
    {"role.create", "role", "create", "POST", "/admin/v1/tenants/{tenant}/roles", RolesWrite, Tenant, Normal, One, 201, "Role", "Role", "", "Define a role"},
    {"role.get", "role", "get", "GET", "/admin/v1/tenants/{tenant}/roles/{name}", RolesRead, Tenant, Normal, One, 200, "", "Role", "", "One role"},
    {"role.update", "role", "update", "PATCH", "/admin/v1/tenants/{tenant}/roles/{name}", RolesWrite, Tenant, Normal, One, 200, "Role", "Role", "", "Change a role"},
    {"role.replace", "role", "replace", "PUT", "/admin/v1/tenants/{tenant}/roles/{name}", RolesWrite, Tenant, Normal, One, 200, "Role", "Role", "", "Replace a role"},
    {"role.delete", "role", "delete", "DELETE", "/admin/v1/tenants/{tenant}/roles/{name}", RolesWrite, Tenant, Normal, Nothing, 204, "", "", "", "Delete a role"},
    {"permission.list", "permission", "list", "GET", "/admin/v1/tenants/{tenant}/permissions", RolesRead, Tenant, Normal, Page, 200, "", "PermissionName", "", "What roles may hold, by name"},
    {"permission.create", "permission", "create", "POST", "/admin/v1/tenants/{tenant}/permissions", RolesWrite, Tenant, Normal, One, 201, "PermissionName", "PermissionName", "", "Define a permission"},
    {"permission.get", "permission", "get", "GET", "/admin/v1/tenants/{tenant}/permissions/{name}", RolesRead, Tenant, Normal, One, 200, "", "PermissionName", "", "One permission"},
    {"permission.update", "permission", "update", "PATCH", "/admin/v1/tenants/{tenant}/permissions/{name}", RolesWrite, Tenant, Normal, One, 200, "PermissionName", "PermissionName", "", "Describe a permission"},
    {"permission.replace", "permission", "replace", "PUT", "/admin/v1/tenants/{tenant}/permissions/{name}", RolesWrite, Tenant, Normal, One, 200, "PermissionName", "PermissionName", "", "Replace a permission"},
    {"permission.delete", "permission", "delete", "DELETE", "/admin/v1/tenants/{tenant}/permissions/{name}", RolesWrite, Tenant, Normal, Nothing, 204, "", "", "", "Delete a permission that no role holds"},
    {"session.list", "session", "list", "GET", "/admin/v1/tenants/{tenant}/sessions", SessionsRead, Tenant, Normal, Page, 200, "", "Session", "user app connection address alive", "Browser sessions, newest first, each with the apps in it"},
    {"session.get", "session", "get", "GET", "/admin/v1/tenants/{tenant}/sessions/{id}", SessionsRead, Tenant, Normal, One, 200, "", "Session", "", "One session, and which apps have confirmed that it ended"},
    {"session.delete", "session", "delete", "DELETE", "/admin/v1/tenants/{tenant}/sessions/{id}", SessionsEnd, Tenant, Normal, Nothing, 204, "", "", "", "End a session and its tokens, and tell its apps"},
    {"session.revoke", "session", "revoke", "POST", "/admin/v1/tenants/{tenant}/sessions/revoke", SessionsEnd, Tenant, Normal, One, 200, "SessionRevocation", "SessionsRevoked", "", "End all sessions that a filter means, or count them first"},
    {"consent.list", "consent", "list", "GET", "/admin/v1/tenants/{tenant}/consents", SessionsRead, Tenant, Normal, Page, 200, "", "Consent", "user app", "What people allowed apps, newest first"},
    {"consent.get", "consent", "get", "GET", "/admin/v1/tenants/{tenant}/consents/{id}", SessionsRead, Tenant, Normal, One, 200, "", "Consent", "", "One consent"},
    {"consent.delete", "consent", "delete", "DELETE", "/admin/v1/tenants/{tenant}/consents/{id}", SessionsEnd, Tenant, Normal, Nothing, 204, "", "", "", "Withdraw a consent and end the app's tokens for the person"},
    {"key.list", "key", "list", "GET", "/admin/v1/tenants/{tenant}/keys", KeysRead, Tenant, Normal, Page, 200, "", "Key", "", "The signing ring, newest first"},
    {"key.create", "key", "create", "POST", "/admin/v1/tenants/{tenant}/keys", KeysWrite, Tenant, Privileged, One, 201, "Key", "Key", "", "Publish a next key"},
    {"key.get", "key", "get", "GET", "/admin/v1/tenants/{tenant}/keys/{kid}", KeysRead, Tenant, Normal, One, 200, "", "Key", "", "One key"},
    {"key.activate", "key", "activate", "POST", "/admin/v1/tenants/{tenant}/keys/{kid}/activate", KeysWrite, Tenant, Privileged, One, 200, "", "Key", "", "Sign with this key from now on"},
    {"key.retire", "key", "retire", "POST", "/admin/v1/tenants/{tenant}/keys/{kid}/retire", KeysWrite, Tenant, Privileged, One, 200, "", "Key", "", "Stop proving with this key"},
    {"key.revoke", "key", "revoke", "POST", "/admin/v1/tenants/{tenant}/keys/{kid}/revoke", KeysWrite, Tenant, Privileged, One, 200, "", "Key", "", "Distrust this key at once"},
    {"key.rotate", "key", "rotate", "POST", "/admin/v1/tenants/{tenant}/keys/rotate", KeysWrite, Tenant, Privileged, One, 200, "Key", "Key", "", "Activate the next key and publish another"},
    {"audit.list", "audit", "list", "GET", "/admin/v1/tenants/{tenant}/audit", AuditRead, Tenant, Normal, Page, 200, "", "AuditRecord", "type actor target outcome from to flowId app before after", "The log, newest first; Accept: application/x-ndjson gives the whole export"},
    {"audit.positions", "audit", "positions", "GET", "/admin/v1/tenants/{tenant}/audit/positions", AuditRead, Tenant, Normal, One, 200, "", "AuditPositions", "type actor target outcome from to flowId app before after every cursor", "Where the pages of a filtered view begin, and how many records it has"},
    {"audit.histogram", "audit", "histogram", "GET", "/admin/v1/tenants/{tenant}/audit/histogram", AuditRead, Tenant, Normal, One, 200, "", "AuditHistogram", "from to bins", "How many records each part of a time has"},
    {"audit.checkpoint", "audit", "checkpoint", "GET", "/admin/v1/tenants/{tenant}/audit/checkpoint", AuditRead, Tenant, Normal, Other, 200, "", "", "", "A signed tree head over the whole log"},
    {"audit.proof", "audit", "proof", "GET", "/admin/v1/tenants/{tenant}/audit/proof", AuditRead, Tenant, Normal, Other, 200, "", "", "seq size", "Proof that a record is in the log"},
    {"audit.consistency", "audit", "consistency", "GET", "/admin/v1/tenants/{tenant}/audit/consistency", AuditRead, Tenant, Normal, Other, 200, "", "", "from to", "Proof that the log only grew"},
    {"audit.get", "audit", "get", "GET", "/admin/v1/tenants/{tenant}/audit/{seq}", AuditRead, Tenant, Normal, One, 200, "", "AuditRecord", "", "One record"},
    {"broker-audit.list", "broker-audit", "list", "GET", "/admin/v1/audit", AuditRead, Broker, Normal, Page, 200, "", "AuditRecord", "type actor target outcome from to flowId app before after", "The log of what concerns the whole broker"},
    {"flow.list", "flow", "list", "GET", "/admin/v1/tenants/{tenant}/flows", FlowsRead, Tenant, Normal, Page, 200, "", "Flow", "reference user connection outcome reason", "Logins, newest first"},
    {"flow.get", "flow", "get", "GET", "/admin/v1/tenants/{tenant}/flows/{flowId}", FlowsRead, Tenant, Normal, One, 200, "", "Flow", "", "One login step by step, by id or reference"},
    {"flow.replay", "flow", "replay", "POST", "/admin/v1/tenants/{tenant}/flows/{flowId}/replay", ConnectionsTest, Tenant, Normal, One, 200, "ReplayRequest", "Replay", "", "What a recorded login would come to now, at its own time; changes nothing"},
    {"flow.secrets", "flow", "secrets", "GET", "/admin/v1/tenants/{tenant}/flows/{flowId}/secrets", ConnectionsWrite, Tenant, Privileged, One, 200, "", "FlowSecrets", "", "A login with its codes and tokens, while they are kept; on record"},
    {"recorder.get", "recorder", "get", "GET", "/admin/v1/tenants/{tenant}/recorder", FlowsRead, Tenant, Normal, One, 200, "", "Recorder", "", "What is recorded of logins right now"},
    {"recorder.keep-secrets", "recorder", "keep-secrets", "POST", "/admin/v1/tenants/{tenant}/recorder/keep-secrets", ConnectionsWrite, Tenant, Privileged, One, 200, "", "Recorder", "", "Keep codes and tokens of the logins of the next ten minutes, in memory and no longer"},
    {"recorder.forget-secrets", "recorder", "forget-secrets", "POST", "/admin/v1/tenants/{tenant}/recorder/forget-secrets", ConnectionsWrite, Tenant, Normal, One, 200, "", "Recorder", "", "Wipe them now"},
    {"flow.bundle", "flow", "bundle", "GET", "/admin/v1/tenants/{tenant}/flows/{flowId}/bundle", FlowsRead, Tenant, Normal, One, 200, "", "FlowBundle", "", "A recorded login as a document that opens anywhere"},
    {"sandbox.get", "sandbox", "get", "GET", "/admin/v1/tenants/{tenant}/sandbox", SandboxRead, Tenant, Normal, One, 200, "", "Sandbox", "", "Personas, faults and scenarios of the practice IdP"},
    {"sandbox.update", "sandbox", "update", "PATCH", "/admin/v1/tenants/{tenant}/sandbox", SandboxWrite, Tenant, Normal, One, 200, "Sandbox", "Sandbox", "", "Switch faults and holding on and off"},
    {"sandbox.held", "sandbox", "held", "GET", "/admin/v1/tenants/{tenant}/sandbox/held", SandboxRead, Tenant, Normal, Page, 200, "", "HeldStep", "", "Steps whose answers wait to be released, oldest first"},
    {"sandbox.next", "sandbox", "next", "POST", "/admin/v1/tenants/{tenant}/sandbox/next", SandboxWrite, Tenant, Normal, One, 200, "SandboxNext", "HeldStep", "", "Let the oldest held step go, or the one named"},
    {"sandbox.release-all", "sandbox", "release-all", "POST", "/admin/v1/tenants/{tenant}/sandbox/release-all", SandboxWrite, Tenant, Normal, One, 200, "", "SandboxReleased", "", "Let every held step go"},
    {"sandbox.start", "sandbox", "start", "POST", "/admin/v1/tenants/{tenant}/sandbox/scenarios/{name}/start", SandboxWrite, Tenant, Normal, One, 200, "", "ScenarioStart", "", "Set the faults of a scenario and say what to open in a browser"},
    {"sandbox.snapshot", "sandbox", "snapshot", "POST", "/admin/v1/tenants/{tenant}/sandbox/snapshot", SandboxWrite, Tenant, Normal, One, 200, "", "SandboxSnapshot", "", "Keep configuration, people and faults as they are now, to reset to"},
    {"sandbox.reset", "sandbox", "reset", "POST", "/admin/v1/tenants/{tenant}/sandbox/reset", SandboxWrite, Tenant, Normal, One, 200, "", "SandboxReset", "", "Put configuration, people and faults back to the snapshot and end all sessions"},
    {"shared-app.list", "shared-app", "list", "GET", "/admin/v1/apps", AppsRead, Broker, Normal, Page, 200, "", "App", "", "Apps of the front door"},
    {"shared-app.create", "shared-app", "create", "POST", "/admin/v1/apps", AppsWrite, Broker, Normal, One, 201, "App", "App", "", "Register an app of the front door"},
    {"shared-app.get", "shared-app", "get", "GET", "/admin/v1/apps/{id}", AppsRead, Broker, Normal, One, 200, "", "App", "", "One app of the front door"},
    {"shared-app.update", "shared-app", "update", "PATCH", "/admin/v1/apps/{id}", AppsWrite, Broker, Normal, One, 200, "App", "App", "", "Change an app of the front door"},
    {"shared-app.replace", "shared-app", "replace", "PUT", "/admin/v1/apps/{id}", AppsWrite, Broker, Normal, One, 200, "App", "App", "", "Replace an app of the front door"},
    {"shared-app.delete", "shared-app", "delete", "DELETE", "/admin/v1/apps/{id}", AppsWrite, Broker, Normal, Nothing, 204, "", "", "", "Delete an app of the front door and revoke its tokens"},
    {"shared-app.rotate-secret", "shared-app", "rotate-secret", "POST", "/admin/v1/apps/{id}/rotate-secret", AppsWrite, Broker, Normal, One, 200, "", "App", "", "A new secret for an app of the front door"},
    {"session.revoke-all", "session", "revoke-all", "POST", "/admin/v1/sessions/revoke-all", TenantsManage, Broker, Privileged, Nothing, 204, "", "", "", "End every session and token of every tenant"},
    {"token.list", "token", "list", "GET", "/admin/v1/tokens", TokensRead, Shared, Normal, Page, 200, "", "Token", "", "Bearer tokens of this API"},
    {"token.create", "token", "create", "POST", "/admin/v1/tokens", TokensWrite, Shared, Privileged, One, 201, "Token", "Token", "", "Make a token; the answer holds it once"},
    {"token.get", "token", "get", "GET", "/admin/v1/tokens/{id}", TokensRead, Shared, Normal, One, 200, "", "Token", "", "One token"},
    {"token.delete", "token", "delete", "DELETE", "/admin/v1/tokens/{id}", TokensWrite, Shared, Privileged, Nothing, 204, "", "", "", "Revoke a token"},
    {"admin.list", "admin", "list", "GET", "/admin/v1/admins", AdminsRead, Shared, Normal, Page, 200, "", "Admin", "", "People who may use this API"},
    {"admin.create", "admin", "create", "POST", "/admin/v1/admins", AdminsWrite, Shared, Privileged, One, 201, "Admin", "Admin", "", "Appoint a person"},
    {"admin.get", "admin", "get", "GET", "/admin/v1/admins/{id}", AdminsRead, Shared, Normal, One, 200, "", "Admin", "", "One administrator"},
    {"admin.update", "admin", "update", "PATCH", "/admin/v1/admins/{id}", AdminsWrite, Shared, Privileged, One, 200, "Admin", "Admin", "", "Change role, reach or groups"},
    {"admin.replace", "admin", "replace", "PUT", "/admin/v1/admins/{id}", AdminsWrite, Shared, Privileged, One, 200, "Admin", "Admin", "", "Replace role, reach and groups"},
    {"admin.delete", "admin", "delete", "DELETE", "/admin/v1/admins/{id}", AdminsWrite, Shared, Privileged, Nothing, 204, "", "", "", "Dismiss an administrator; their tokens do nothing here from now on"},
    // clang-format on
});

} // namespace

std::span<const Route> routes() {
    return kRoutes;
}

const Route* findRoute(std::string_view id) {
    for (const Route& route : kRoutes) {
        if (route.id == id) {
            return &route;
        }
    }
    return nullptr;
}

} // namespace gatehouse::admin::api
