// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of each resource, once. Reading, writing and the schemas all walk these lists.
#include <cstdint>
#include <string_view>

#include "admin/api/resources.h"

namespace gatehouse::admin::api {

enum class Access {
    ReadWrite,
    ReadOnly,  ///< the broker's to say: refused in a request
    WriteOnly, ///< a secret: never in a reply
    Once,      ///< a secret that the broker makes: in one reply, when set
};

/// What a member must be.
struct Rule {
    Access access = Access::ReadWrite;
    bool required = false;
    std::string_view oneOf = {}; ///< "a|b|c"; of each element where the member is a list
    std::int64_t min = 0;        ///< of an integer
    std::int64_t max = 315360000;
    std::size_t maxLength = 2048; ///< bytes of a string, or of each element
    bool anyValue = false;        ///< RawJson: not only an object
    std::string_view about = {};
};

inline constexpr Rule kReadOnly{.access = Access::ReadOnly};
inline constexpr Rule kReadOnlyAny{.access = Access::ReadOnly, .anyValue = true};

template <class T>
struct Fields;

template <>
struct Fields<FieldError> {
    static constexpr std::string_view name = "FieldError";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("pointer", s.pointer, {.about = "JSON Pointer into the request body"});
        v("code", s.code, {});
        v("message", s.message, {});
    }
};

template <>
struct Fields<ProblemDetails> {
    static constexpr std::string_view name = "Problem";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("type", s.type, {});
        v("title", s.title, {});
        v("status", s.status, {.min = 100, .max = 599});
        v("detail", s.detail, {});
        v("code", s.code, {.about = "Stable; listed in docs/errors.md"});
        v("errors", s.errors, {});
        v("requestId", s.requestId, {});
    }
};

template <>
struct Fields<RecordingSettings> {
    static constexpr std::string_view name = "RecordingSettings";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("logins", s.logins, {.max = 10000, .about = "How many logins are kept message by message; 0: none"});
        v("bytes", s.bytes, {.min = 65536, .max = 10737418240, .about = "Of all recordings of the tenant"});
        v("age", s.age, {.min = 60, .max = 2592000, .about = "Seconds until a recording is dropped"});
    }
};

template <>
struct Fields<AcrRule> {
    static constexpr std::string_view name = "AcrRule";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("acr", s.acr, {.required = true, .maxLength = 256});
        v("satisfies", s.satisfies, {.required = true, .maxLength = 256, .about = "Levels that it meets too"});
    }
};

template <>
struct Fields<KeyRotationSettings> {
    static constexpr std::string_view name = "KeyRotationSettings";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("every", s.every, {.about = "Seconds that a key signs, 3600 or more; 0: it is changed by hand alone"});
        v("publishAhead", s.publishAhead,
          {.min = 600, .max = 2592000, .about = "Seconds that the next key is published before it signs"});
    }
};

template <>
struct Fields<ScimSettings> {
    static constexpr std::string_view name = "ScimSettings";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("requestsPerSecond", s.requestsPerSecond, {.min = 1, .max = 100000, .about = "Of all clients together"});
        v("deactivationPercent", s.deactivationPercent,
          {.min = 0,
           .max = 100,
           .about = "Of the active people, in an hour: more than that waits for an administrator"});
    }
};

template <>
struct Fields<Settings> {
    static constexpr std::string_view name = "Settings";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("provisioning", s.provisioning, {.oneOf = "jit|scim|off"});
        v("linking", s.linking, {.oneOf = "verified-email|never"});
        v("matching", s.matching,
          {.maxLength = 10,
           .about = "externalId, userName, email: how a first sign-in finds the person that SCIM made, in this order"});
        v("roleMode", s.roleMode, {.oneOf = "replace|merge"});
        v("localLogin", s.localLogin, {.oneOf = "off|on|break-glass"});
        v("sessionTtl", s.sessionTtl,
          {.min = 60, .max = 31536000, .about = "Seconds until a session ends whatever happens"});
        v("idleTtl", s.idleTtl, {.min = 60, .max = 31536000, .about = "Seconds of silence until a session ends"});
        v("accessTokenTtl", s.accessTokenTtl, {.min = 30, .max = 86400});
        v("refreshTokenTtl", s.refreshTokenTtl, {.min = 60, .max = 31536000});
        v("requiredAcr", s.requiredAcr, {.maxLength = 256});
        v("acrOrder", s.acrOrder, {.about = "Which levels meet which others, on top of what is known everywhere"});
        v("ipPinning", s.ipPinning, {.oneOf = "off|notify|terminate"});
        v("blockedAddresses", s.blockedAddresses,
          {.maxLength = 64, .about = "Addresses and CIDR ranges: nobody signs in from there, and sessions there end"});
        v("anomaly", s.anomaly, {.oneOf = "off|notify|challenge|block"});
        v("language", s.language,
          {.oneOf = "en|de|ar", .about = "Of pages, where neither the app nor the browser asks for one of these"});
        v("recording", s.recording, {});
        v("keyRotation", s.keyRotation, {});
        v("scim", s.scim, {});
    }
};

template <>
struct Fields<Tenant> {
    static constexpr std::string_view name = "Tenant";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("slug", s.slug, {.required = true, .maxLength = 63, .about = "Lower case, in every address of the tenant"});
        v("name", s.name, {.required = true, .maxLength = 200});
        v("kind", s.kind, {.oneOf = "live|sandbox"});
        v("status", s.status, {.oneOf = "active|suspended|sealed"});
        v("settings", s.settings, {});
        v("issuer", s.issuer, kReadOnly);
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
    }
};

template <>
struct Fields<Domain> {
    static constexpr std::string_view name = "Domain";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {.required = true, .maxLength = 253});
        v("status", s.status, {.access = Access::ReadOnly, .oneOf = "pending|verified"});
        v("txtRecord", s.txtRecord, kReadOnly);
        v("verifiedAt", s.verifiedAt, kReadOnly);
        v("asserted", s.asserted, kReadOnly);
    }
};

template <>
struct Fields<DomainVerification> {
    static constexpr std::string_view name = "DomainVerification";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("assert", s.assert_, {.about = "Owner only: believe it without DNS; the audit log says so"});
    }
};

template <>
struct Fields<Health> {
    static constexpr std::string_view name = "Health";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("lastRefresh", s.lastRefresh, {});
        v("lastSuccess", s.lastSuccess, {});
        v("lastFailure", s.lastFailure, {});
        v("lastFailureReason", s.lastFailureReason, {});
        v("lastFailureReference", s.lastFailureReference, {});
    }
};

template <>
struct Fields<AcrPair> {
    static constexpr std::string_view name = "AcrPair";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("ours", s.ours, {.required = true, .maxLength = 256, .about = "What apps and the tenant call the level"});
        v("theirs", s.theirs,
          {.required = true, .maxLength = 256, .about = "What the IdP calls it: a value of acr or acrs, or amr:..."});
    }
};

template <>
struct Fields<SigningCertificate> {
    static constexpr std::string_view name = "SigningCertificate";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("subject", s.subject, {});
        v("fingerprint", s.fingerprint, {.about = "SHA-256"});
        v("notBefore", s.notBefore, {});
        v("notAfter", s.notAfter, {});
    }
};

template <>
struct Fields<SamlService> {
    static constexpr std::string_view name = "SamlService";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("entityId", s.entityId, {.about = "Ours, and the address of our metadata"});
        v("acsUrl", s.acsUrl, {.about = "Assertion consumer service (reply URL)"});
        v("sloUrl", s.sloUrl, {.about = "Single logout service"});
        v("certificates", s.certificates, {.about = "The provider's, as they are used now"});
        v("pendingChanges", s.pendingChanges, {.about = "Fetched metadata waits for approval because these differ"});
        v("pendingSince", s.pendingSince, {});
        v("recognised", s.recognised, {.about = "The preset that its metadata looks like"});
    }
};

template <>
struct Fields<Connection> {
    static constexpr std::string_view name = "Connection";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, {.maxLength = 36, .about = "A UUIDv7; may be chosen at creation, fixed afterwards"});
        v("name", s.name, {.required = true, .maxLength = 100});
        v("displayName", s.displayName, {.maxLength = 200});
        v("type", s.type, {.required = true, .oneOf = "oidc|saml", .about = "Fixed once the connection is made"});
        v("enabled", s.enabled, {});
        v("issuer", s.issuer, {.about = "Of type oidc: exactly as the IdP's discovery document spells it"});
        v("allowedTenantIds", s.allowedTenantIds, {.maxLength = 64, .about = "For Entra's {tenantid} issuer"});
        v("clientId", s.clientId, {.maxLength = 256, .about = "Of type oidc"});
        v("clientSecret", s.clientSecret,
          {.access = Access::WriteOnly, .maxLength = 1024, .about = "Asked for again when issuer changes"});
        v("hasClientSecret", s.hasClientSecret, kReadOnly);
        v("clientAuth", s.clientAuth, {.oneOf = "client_secret_basic|client_secret_post|private_key_jwt|none"});
        v("scopes", s.scopes, {.maxLength = 256});
        v("metadataUrl", s.metadataUrl, {.about = "Of type saml: fetched again by itself"});
        v("metadataXml", s.metadataXml, {.maxLength = 262144, .about = "Of type saml: the same as a text"});
        v("metadataQuery", s.metadataQuery, {.about = "metadataUrl is the base of a metadata query responder"});
        v("metadataSigners", s.metadataSigners,
          {.maxLength = 16384, .about = "PEM: one of them has to have signed the metadata"});
        v("entityId", s.entityId, {.maxLength = 1024, .about = "The provider's, where its metadata does not say it"});
        v("ssoUrl", s.ssoUrl, {});
        v("ssoBinding", s.ssoBinding, {.oneOf = "redirect|post"});
        v("sloUrl", s.sloUrl, {});
        v("certificates", s.certificates, {.maxLength = 16384, .about = "PEM, each one"});
        v("signRequests", s.signRequests, {});
        v("wantAssertionsSigned", s.wantAssertionsSigned, {.about = "Else a signature over the response does"});
        v("wantAssertionsEncrypted", s.wantAssertionsEncrypted, {});
        v("nameIdFormat", s.nameIdFormat, {.maxLength = 256});
        v("authnContext", s.authnContext, {.maxLength = 256, .about = "Asked for where nobody asks for a level"});
        v("allowIdpInitiated", s.allowIdpInitiated, {.about = "Weak: a sign-in that nobody here began"});
        v("clockSkew", s.clockSkew, {.max = 300, .about = "Seconds"});
        v("preset", s.preset, {.maxLength = 64, .about = "Of type saml: gives what is left out"});
        v("entityCategories", s.entityCategories, {.maxLength = 512, .about = "Claimed by our metadata"});
        v("saml", s.saml, {.access = Access::ReadOnly, .about = "What the provider is to be told"});
        v("acrValues", s.acrValues, {.maxLength = 256});
        v("acrMapping", s.acrMapping, {.about = "Levels by our name and the IdP's; others are called the same"});
        v("trustEmail", s.trustEmail, {.about = "Take an e-mail address on a verified domain as verified"});
        v("domains", s.domains, {.maxLength = 253});
        v("trustedAuthorities", s.trustedAuthorities,
          {.maxLength = 65536, .about = "PEM of authorities that its servers may prove themselves by, for it alone"});
        v("mapping", s.mapping, {.about = "attributes, roles, defaultRoles, groups"});
        v("redirectUri", s.redirectUri, {.access = Access::ReadOnly, .about = "To be registered at the IdP"});
        v("health", s.health, kReadOnly);
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
    }
};

template <>
struct Fields<TestFix> {
    static constexpr std::string_view name = "TestFix";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("kind", s.kind, {});
        v("value", s.value, {});
    }
};

template <>
struct Fields<TestStep> {
    static constexpr std::string_view name = "TestStep";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {});
        v("status", s.status, {.oneOf = "ok|warn|fail|skipped"});
        v("detail", s.detail, {});
        v("hint", s.hint, {});
        v("fix", s.fix, {});
        v("fixes", s.fixes, {});
    }
};

template <>
struct Fields<TestStage> {
    static constexpr std::string_view name = "TestStage";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("tenant", s.tenant, {});
        v("run", s.run, {});
        v("step", s.step, {});
    }
};

template <>
struct Fields<TestSignIn> {
    static constexpr std::string_view name = "TestSignIn";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("flowId", s.flowId, {});
        v("reference", s.reference, {});
        v("url", s.url, {});
    }
};

template <>
struct Fields<Usage> {
    static constexpr std::string_view name = "Usage";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("users", s.users, {.max = INT64_MAX});
        v("sessions", s.sessions, {.max = INT64_MAX});
        v("apps", s.apps, {.max = INT64_MAX});
        v("logins24h", s.logins24h, {.max = INT64_MAX});
    }
};

template <>
struct Fields<Certificate> {
    static constexpr std::string_view name = "Certificate";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("subject", s.subject, {});
        v("issuer", s.issuer, {});
        v("names", s.names, {});
        v("notBefore", s.notBefore, {});
        v("notAfter", s.notAfter, {});
        v("fingerprint", s.fingerprint, {.about = "SHA-256"});
        v("authority", s.authority, {.about = "May sign others' certificates"});
        v("pem", s.pem, {.maxLength = 65536});
    }
};

template <>
struct Fields<CertificateRequest> {
    static constexpr std::string_view name = "CertificateRequest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("address", s.address, {.required = true, .about = "An https address; nothing is asked of it"});
        v("authorities", s.authorities,
          {.maxLength = 65536, .about = "PEM; refused unless one of them stands above what the server shows"});
    }
};

template <>
struct Fields<PresentedCertificates> {
    static constexpr std::string_view name = "PresentedCertificates";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("address", s.address, {});
        v("trusted", s.trusted, {});
        v("detail", s.detail, {});
        v("certificates", s.certificates, {});
        v("authorities", s.authorities, {});
    }
};

template <>
struct Fields<ConnectionTest> {
    static constexpr std::string_view name = "ConnectionTest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("ok", s.ok, {});
        v("steps", s.steps, {});
    }
};

template <>
struct Fields<PreviewRequest> {
    static constexpr std::string_view name = "PreviewRequest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("claims", s.claims, {});
        v("idToken", s.idToken, {.maxLength = 65536});
        v("samlResponse", s.samlResponse, {.maxLength = 262144});
        v("flowId", s.flowId, {});
        v("mapping", s.mapping, {.about = "A draft to try instead of the stored mapping"});
    }
};

template <>
struct Fields<PreviewTrace> {
    static constexpr std::string_view name = "PreviewTrace";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("target", s.target, {});
        v("source", s.source, {});
        v("value", s.value, {.anyValue = true});
        v("step", s.step, {});
    }
};

template <>
struct Fields<PreviewError> {
    static constexpr std::string_view name = "PreviewError";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("code", s.code, {});
        v("claim", s.claim, {});
        v("message", s.message, {});
    }
};

template <>
struct Fields<Preview> {
    static constexpr std::string_view name = "Preview";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("outcome", s.outcome, {.oneOf = "create|match|reject"});
        v("userId", s.userId, {});
        v("user", s.user, {});
        v("roles", s.roles, {});
        v("groups", s.groups, {});
        v("trace", s.trace, {});
        v("errors", s.errors, {});
        v("claims", s.claims, {.about = "What was mapped"});
        v("roleMode", s.roleMode, {.oneOf = "replace|merge"});
        v("rolesAdded", s.rolesAdded, {});
        v("rolesRemoved", s.rolesRemoved, {});
        v("bindsIdentity", s.bindsIdentity, {.about = "The first sign-in with this account"});
    }
};

} // namespace gatehouse::admin::api
