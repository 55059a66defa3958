// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of people, apps, keys, sessions, audit, flows and the broker itself.
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<RoleAssignment> {
    static constexpr std::string_view name = "RoleAssignment";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {.required = true, .maxLength = 100});
        v("source", s.source, {.oneOf = "sso|scim|manual|policy|grant"});
        v("expiresAt", s.expiresAt, {});
    }
};

template <>
struct Fields<Identity> {
    static constexpr std::string_view name = "Identity";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("connectionId", s.connectionId, {});
        v("issuer", s.issuer, {});
        v("subject", s.subject, {});
        v("lastLogin", s.lastLogin, {});
    }
};

template <>
struct Fields<User> {
    static constexpr std::string_view name = "User";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("userName", s.userName, {.required = true, .maxLength = 320});
        v("email", s.email, {.maxLength = 320});
        v("emailVerified", s.emailVerified, {});
        v("displayName", s.displayName, {.maxLength = 400});
        v("givenName", s.givenName, {.maxLength = 200});
        v("familyName", s.familyName, {.maxLength = 200});
        v("active", s.active, {});
        v("attributes", s.attributes, {});
        v("roles", s.roles, {});
        v("groups", s.groups, {.access = Access::ReadOnly, .about = "Set through the groups' members"});
        v("identities", s.identities, kReadOnly);
        v("federated", s.federated, kReadOnly);
        v("lastLogin", s.lastLogin, kReadOnly);
        v("signInAfter", s.signInAfter,
          {.about = "Only sign-ins count that the identity provider proves to be newer; null lifts it"});
        v("externalId", s.externalId,
          {.access = Access::ReadOnly, .about = "What the directory that provisions the person calls them"});
        v("authority", s.authority,
          {.access = Access::ReadOnly,
           .about = "Members that belong to that directory: neither sign-ins nor administrators change them"});
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
    }
};

template <>
struct Fields<Group> {
    static constexpr std::string_view name = "Group";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("name", s.name, {.required = true, .maxLength = 200});
        v("description", s.description, {});
        v("members", s.members, {.maxLength = 64, .about = "User ids"});
        v("groups", s.groups, {.maxLength = 64, .about = "Ids of groups within this one"});
        v("roles", s.roles, {.maxLength = 100, .about = "What every member has because of the group"});
        v("protected", s.isProtected, {.about = "Only administrators change it: provisioning is refused"});
        v("source", s.source, {.access = Access::ReadOnly, .about = "Who made it: scim, sso or manual"});
        v("externalId", s.externalId, kReadOnly);
        v("memberCount", s.memberCount, {.access = Access::ReadOnly, .about = "People in the group itself"});
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
    }
};

template <>
struct Fields<GroupMember> {
    static constexpr std::string_view name = "GroupMember";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("type", s.type, {.access = Access::ReadOnly, .oneOf = "user|group"});
        v("name", s.name, kReadOnly);
        v("userName", s.userName, kReadOnly);
        v("active", s.active, kReadOnly);
    }
};

template <>
struct Fields<GroupMembersChange> {
    static constexpr std::string_view name = "GroupMembersChange";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("add", s.add, {.maxLength = 64, .about = "User ids"});
        v("remove", s.remove, {.maxLength = 64, .about = "User ids"});
    }
};

template <>
struct Fields<GroupMembersChanged> {
    static constexpr std::string_view name = "GroupMembersChanged";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("added", s.added, kReadOnly);
        v("removed", s.removed, kReadOnly);
    }
};

template <>
struct Fields<Role> {
    static constexpr std::string_view name = "Role";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {.required = true, .maxLength = 100});
        v("description", s.description, {});
        v("permissions", s.permissions, {.maxLength = 200});
    }
};

template <>
struct Fields<PermissionName> {
    static constexpr std::string_view name = "PermissionName";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {.required = true, .maxLength = 200});
        v("description", s.description, {});
    }
};

template <>
struct Fields<TrustedIssuer> {
    static constexpr std::string_view name = "TrustedIssuer";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("issuer", s.issuer, {.required = true, .about = "Or spiffe:// and a trust domain"});
        v("subject", s.subject,
          {.required = true, .about = "A * stands for one or more characters other than / and :"});
        v("audience", s.audience, {.about = "Where empty: the tenant's issuer"});
        v("jwksUri", s.jwksUri, {.about = "Where empty: by discovery. Of a trust domain its bundle endpoint"});
        v("reusable", s.reusable, {.about = "A token may come again until it ends"});
    }
};

template <>
struct Fields<ResourceServer> {
    static constexpr std::string_view name = "ResourceServer";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("issuer", s.issuer, {.required = true});
        v("clientId", s.clientId, {.required = true, .maxLength = 200, .about = "The app's at that server"});
        v("scopes", s.scopes, {.maxLength = 256});
        v("resources", s.resources, {});
    }
};

template <>
struct Fields<DetailsType> {
    static constexpr std::string_view name = "DetailsType";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("type", s.type, {.required = true, .maxLength = 200});
        v("members", s.members, {.maxLength = 200, .about = "All that such an object may have besides its type"});
    }
};

template <>
struct Fields<ReleasedAttribute> {
    static constexpr std::string_view name = "ReleasedAttribute";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {.required = true, .maxLength = 500, .about = "As the assertion names it"});
        v("claim", s.claim,
          {.required = true, .oneOf = "email|name|given_name|family_name|preferred_username|groups|roles|sub"});
        v("friendlyName", s.friendlyName, {.maxLength = 200});
    }
};

template <>
struct Fields<SamlApp> {
    static constexpr std::string_view name = "SamlApp";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("nameIdFormat", s.nameIdFormat, {.maxLength = 200, .about = "Empty: as request or metadata want it"});
        v("signResponses", s.signResponses, {.about = "The Response too, beside its Assertion"});
        v("encryptAssertions", s.encryptAssertions, {.about = "Where the metadata has a key for that"});
        v("requireSignedRequests", s.requireSignedRequests, {});
        v("idpInitiated", s.idpInitiated, {.about = "May be opened with a response that it did not ask for"});
        v("relayState", s.relayState, {.maxLength = 80, .about = "Of such a response"});
        v("attributes", s.attributes, {.about = "Empty: what the metadata asks for, else the usual ones"});
    }
};

inline constexpr Rule kSignedWith{.oneOf = "ES256|PS256|EdDSA|RS256",
                                  .about = "Absent: the issuer's default; of userinfo: it is not signed"};

template <>
struct Fields<AppSecret> {
    static constexpr std::string_view name = "AppSecret";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("hint", s.hint, {.about = "Its last four characters"});
        v("createdAt", s.createdAt, {});
        v("expiresAt", s.expiresAt, {.about = "Of one that was rotated out"});
    }
};

template <>
struct Fields<App> {
    static constexpr std::string_view name = "App";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("name", s.name, {.required = true, .maxLength = 200});
        v("clientId", s.clientId,
          {.maxLength = 1024, .about = "Made by the broker where absent; fixed after creation"});
        v("clientUri", s.clientUri, {.about = "The app's own page; https, a link where people are asked"});
        v("logoUri", s.logoUri, {.about = "https; read once, when it is set: PNG, JPEG or WebP, at most 128 KiB"});
        v("policyUri", s.policyUri, {.about = "Its privacy policy; https"});
        v("tosUri", s.tosUri, {.about = "Its terms of use; https"});
        v("contacts", s.contacts, {.maxLength = 320, .about = "Whom to ask about it"});
        v("type", s.type, {.oneOf = "web|spa|native|service|saml"});
        v("redirectUris", s.redirectUris, {.about = "Compared byte for byte"});
        v("postLogoutRedirectUris", s.postLogoutRedirectUris, {});
        v("backchannelLogoutUri", s.backchannelLogoutUri, {.about = "Is told by the broker when a session ended"});
        v("frontchannelLogoutUri", s.frontchannelLogoutUri, {.about = "Is opened in a frame when a person signs out"});
        v("initiateLoginUri", s.initiateLoginUri, {});
        v("auth", s.auth,
          {.oneOf = "client_secret_basic|client_secret_post|private_key_jwt|tls_client_auth|self_signed_tls_client_"
                    "auth|none"});
        v("jwks", s.jwks, {});
        v("jwksUri", s.jwksUri, {});
        v("tlsClientAuthSubjectDn", s.tlsClientAuthSubjectDn,
          {.maxLength = 2000, .about = "The name in the certificate of a tls_client_auth app: exactly one of five"});
        v("tlsClientAuthSanDns", s.tlsClientAuthSanDns, {.maxLength = 2000});
        v("tlsClientAuthSanUri", s.tlsClientAuthSanUri, {.maxLength = 2000});
        v("tlsClientAuthSanIp", s.tlsClientAuthSanIp, {.maxLength = 2000});
        v("tlsClientAuthSanEmail", s.tlsClientAuthSanEmail, {.maxLength = 2000});
        v("tlsClientCertificateBoundAccessTokens", s.tlsClientCertificateBoundAccessTokens,
          {.oneOf = "off|optional|required"});
        v("grantTypes", s.grantTypes,
          {.oneOf = "authorization_code|refresh_token|client_credentials|"
                    "urn:ietf:params:oauth:grant-type:token-exchange|urn:ietf:params:oauth:grant-type:jwt-bearer|"
                    "urn:ietf:params:oauth:grant-type:device_code"});
        v("scopes", s.scopes, {.maxLength = 256});
        v("audiences", s.audiences, {});
        v("requirePar", s.requirePar, {});
        v("requireSignedRequestObject", s.requireSignedRequestObject, {.about = "Every request is signed (RFC 9101)"});
        v("dpop", s.dpop, {.oneOf = "off|optional|required"});
        v("subjectType", s.subjectType, {.oneOf = "public|pairwise"});
        v("requiredAcr", s.requiredAcr, {.maxLength = 256, .about = "A sign-in meets one of these levels"});
        v("defaultAcrValues", s.defaultAcrValues,
          {.maxLength = 256, .about = "Where a request names no level; the most wanted one first"});
        v("defaultMaxAge", s.defaultMaxAge, {.max = 31536000, .about = "Seconds; where a request says no max_age"});
        v("sectorIdentifierUri", s.sectorIdentifierUri,
          {.about = "Of pairwise subjects; by redirect host if empty. It has to list the redirect URIs"});
        v("idTokenSignedResponseAlg", s.idTokenSignedResponseAlg, kSignedWith);
        v("userinfoSignedResponseAlg", s.userinfoSignedResponseAlg, kSignedWith);
        v("authorizationSignedResponseAlg", s.authorizationSignedResponseAlg, kSignedWith);
        v("introspectionSignedResponseAlg", s.introspectionSignedResponseAlg, kSignedWith);
        v("consent", s.consent, {.oneOf = "off|once|always"});
        v("firstParty", s.firstParty, {});
        v("tenants", s.tenants, {.about = "\"all\" or slugs; front-door apps only"});
        v("trustedIssuers", s.trustedIssuers, {.about = "Services only: whose tokens prove the workload (RFC 7523)"});
        v("resourceServers", s.resourceServers, {.about = "Where the app may go with identity assertions (ID-JAG)"});
        v("authorizationDetails", s.authorizationDetails, {.about = "Types that the app may ask for (RFC 9396)"});
        v("actors", s.actors, {.maxLength = 200, .about = "Client ids that may exchange the app's tokens (RFC 8693)"});
        v("impersonation", s.impersonation, {.about = "What the app gets by exchange need not say who acts"});
        v("refreshPolicy", s.refreshPolicy, {.oneOf = "rotate|static_bound"});
        v("owner", s.owner, {.maxLength = 320, .about = "A user's id or an address; services only"});
        v("expiresAt", s.expiresAt, {.about = "From then on it is refused; services only"});
        v("spMetadataXml", s.spMetadataXml, {.maxLength = 131072, .about = "Of type saml: what the app is known by"});
        v("saml", s.saml, {.about = "Of type saml"});
        v("secrets", s.secrets, {.access = Access::ReadOnly, .about = "Oldest first; what may be shown of them"});
        v("clientSecret", s.clientSecret, {.access = Access::Once});
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
    }
};

template <>
struct Fields<Token> {
    static constexpr std::string_view name = "Token";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("name", s.name, {.maxLength = 200});
        v("role", s.role, {.required = true, .oneOf = "owner|tenant-admin|auditor|helpdesk|delegate"});
        v("tenant", s.tenant, {.about = "Slug; absent: the whole broker"});
        v("groups", s.groups, {.maxLength = 200, .about = "What a delegate may see"});
        v("ttl", s.ttl, {.access = Access::WriteOnly, .min = 60, .max = 31536000});
        v("createdAt", s.createdAt, kReadOnly);
        v("expiresAt", s.expiresAt, kReadOnly);
        v("lastUsed", s.lastUsed, kReadOnly);
        v("createdBy", s.createdBy, kReadOnly);
        v("token", s.token, {.access = Access::Once});
    }
};

template <>
struct Fields<RegistrationToken> {
    static constexpr std::string_view name = "RegistrationToken";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("name", s.name, {.required = true, .maxLength = 200});
        v("redirectHosts", s.redirectHosts,
          {.maxLength = 253,
           .about = "Hosts that the apps' addresses may name, each in full; com.example.app: for a scheme"});
        v("grantTypes", s.grantTypes,
          {.oneOf = "authorization_code|refresh_token|client_credentials|"
                    "urn:ietf:params:oauth:grant-type:device_code"});
        v("scopes", s.scopes, {.maxLength = 256});
        v("authorizationDetails", s.authorizationDetails, {.about = "Types that the apps may ask for (RFC 9396)"});
        v("usesLeft", s.usesLeft, {.min = 0, .max = 1000, .about = "How many apps may be registered with it"});
        v("ttl", s.ttl, {.access = Access::WriteOnly, .min = 60, .max = 31536000});
        v("createdAt", s.createdAt, kReadOnly);
        v("expiresAt", s.expiresAt, kReadOnly);
        v("lastUsed", s.lastUsed, kReadOnly);
        v("createdBy", s.createdBy, kReadOnly);
        v("token", s.token, {.access = Access::Once});
    }
};

template <>
struct Fields<Admin> {
    static constexpr std::string_view name = "Admin";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("tenant", s.tenant, {.required = true, .maxLength = 63, .about = "Slug: where the person signs in"});
        v("user", s.user,
          {.access = Access::WriteOnly, .maxLength = 320, .about = "Id or e-mail address of the person; at creation"});
        v("userId", s.userId, kReadOnly);
        v("userName", s.userName, kReadOnly);
        v("role", s.role, {.required = true, .oneOf = "owner|tenant-admin|auditor|helpdesk|delegate"});
        v("reach", s.reach, {.oneOf = "tenant|broker", .about = "The person's tenant, or the whole broker"});
        v("groups", s.groups, {.maxLength = 200, .about = "What a delegate may see"});
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
        v("lastSeen", s.lastSeen, kReadOnly);
        v("createdBy", s.createdBy, kReadOnly);
    }
};

template <>
struct Fields<Persona> {
    static constexpr std::string_view name = "Persona";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {});
        v("title", s.title, {});
        v("claims", s.claims, {});
    }
};

template <>
struct Fields<Fault> {
    static constexpr std::string_view name = "Fault";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {.required = true});
        v("title", s.title, kReadOnly);
        v("on", s.on, {.required = true});
    }
};

template <>
struct Fields<ScenarioStep> {
    static constexpr std::string_view name = "ScenarioStep";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {});
        v("caption", s.caption, {});
    }
};

template <>
struct Fields<Scenario> {
    static constexpr std::string_view name = "Scenario";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {});
        v("title", s.title, {});
        v("teaches", s.teaches, {});
        v("persona", s.persona, {});
        v("faults", s.faults, {});
        v("acr", s.acr, {});
        v("expects", s.expects, {.about = "The slug that the sign-in ends with; empty: it works"});
        v("steps", s.steps, {});
    }
};

template <>
struct Fields<SandboxSnapshot> {
    static constexpr std::string_view name = "SandboxSnapshot";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("takenAt", s.takenAt, {});
        v("checksum", s.checksum, {});
    }
};

template <>
struct Fields<Sandbox> {
    static constexpr std::string_view name = "Sandbox";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("issuer", s.issuer, kReadOnly);
        v("clientId", s.clientId, kReadOnly);
        v("personas", s.personas, kReadOnly);
        v("faults", s.faults, {.about = "Those named are switched; the others stay"});
        v("hold", s.hold, {.about = "Nothing leaves the login endpoints until it is released"});
        v("signInUrl", s.signInUrl, kReadOnly);
        v("scenarios", s.scenarios, kReadOnly);
        v("snapshot", s.snapshot, kReadOnly);
    }
};

template <>
struct Fields<ScenarioStart> {
    static constexpr std::string_view name = "ScenarioStart";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("url", s.url, {.about = "To open in a browser"});
        v("scenario", s.scenario, {});
        v("persona", s.persona, {});
        v("faults", s.faults, {});
        v("expects", s.expects, {});
    }
};

template <>
struct Fields<HeldStep> {
    static constexpr std::string_view name = "HeldStep";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, {});
        v("step", s.step, {});
        v("direction", s.direction, {.oneOf = "to-browser|to-app"});
        v("from", s.from, {});
        v("to", s.to, {});
        v("caption", s.caption, {});
        v("reference", s.reference, {});
        v("message", s.message, {.about = "Decoded, without secrets"});
        v("since", s.since, {});
    }
};

template <>
struct Fields<SandboxNext> {
    static constexpr std::string_view name = "SandboxNext";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, {.maxLength = 20, .about = "Absent: the oldest"});
    }
};

template <>
struct Fields<SandboxReleased> {
    static constexpr std::string_view name = "SandboxReleased";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("released", s.released, {});
    }
};

template <>
struct Fields<SandboxReset> {
    static constexpr std::string_view name = "SandboxReset";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("takenAt", s.takenAt, {});
        v("checksum", s.checksum, {});
        v("rows", s.rows, {});
        v("sessionsEnded", s.sessionsEnded, {});
    }
};

template <>
struct Fields<SandboxEvent> {
    static constexpr std::string_view name = "SandboxEvent";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("tenant", s.tenant, {});
        v("change", s.change, {.oneOf = "held|released|timed-out|dropped|reset"});
        v("step", s.step, {});
    }
};

} // namespace gatehouse::admin::api
