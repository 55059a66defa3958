// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "apps/app_grants.h"
#include "apps/saml_app.h"
#include "base/encoding.h"
#include "base/ids.h"
#include "base/problem.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/time.h"
#include "crypto/keys.h"
#include "oauth/redirect_uri.h"
#include "json/json.h"

namespace gatehouse::apps {

using Type = oauth::AppType;
enum class Auth { ClientSecretBasic, ClientSecretPost, PrivateKeyJwt, TlsClientAuth, SelfSignedTlsClientAuth, None };
enum class Use { Off, Optional, Required };
enum class SubjectType { Public, Pairwise };
enum class Consent { Off, Once, Always };

/// The SHA-256 of a client secret (256 random bits, so no slow hash is needed). The last of a list is the current one.
struct SecretHash {
    Bytes hash;
    std::optional<Time> expiresAt;   ///< set on the one that was rotated out
    std::string hint{};              ///< its last four characters, so that people can tell which one they hold
    std::optional<Time> createdAt{}; ///< unknown of those that are older than this member
};

/// What answers to an app are signed with; nullopt: the issuer's default, and userinfo is not signed at all.
struct ResponseAlgorithms {
    std::optional<crypto::Signature> idToken;
    std::optional<crypto::Signature> userinfo;
    std::optional<crypto::Signature> authorization; ///< JARM
    std::optional<crypto::Signature> introspection; ///< RFC 9701
};
/// Its members by their names in the Admin API.
struct ResponseAlgorithmMember {
    std::string_view name;
    std::optional<crypto::Signature> ResponseAlgorithms::* field;
};
[[nodiscard]] std::span<const ResponseAlgorithmMember> responseAlgorithmMembers();

/// A downstream application: a relying party of ours. JSON shape: contract section 4, App.
struct App {
    AppId id;
    TenantId owner;                   ///< the tenant it belongs to, or platformTenant() for an app of the front door
    bool allTenants = true;           ///< "tenants":"all"; of a platform app only
    std::vector<std::string> tenants; ///< slugs, when not all
    std::string name;
    std::string clientId; ///< unique within the owner; made if none is given
    // What people are told of it: https addresses of its own page, its logo (logo.h), its privacy policy and terms.
    std::string clientUri;
    std::string logoUri;
    std::string policyUri;
    std::string tosUri;
    std::vector<std::string> contacts; ///< whom to ask about it
    Type type = Type::Web;
    std::vector<std::string> redirectUris;
    std::vector<std::string> postLogoutRedirectUris;
    std::string backchannelLogoutUri;  ///< is told by us when a session ended
    std::string frontchannelLogoutUri; ///< is opened in a frame when the person signs out
    std::string initiateLoginUri;
    Auth auth = Auth::ClientSecretBasic;
    json::Value jwks;
    std::string jwksUri;
    // The name that the certificate of a `tls_client_auth` app bears: exactly one of these (RFC 8705, 2.1.2).
    std::string tlsClientAuthSubjectDn;
    std::string tlsClientAuthSanDns;
    std::string tlsClientAuthSanUri;
    std::string tlsClientAuthSanIp;
    std::string tlsClientAuthSanEmail;
    Use tlsClientCertificateBoundAccessTokens = Use::Off; ///< to the certificate of the token request (RFC 8705, 3)
    std::vector<std::string> grantTypes{"authorization_code", "refresh_token"};
    std::vector<std::string> scopes{"openid", "email", "profile", "groups", "offline_access"};
    std::vector<std::string> audiences;
    bool requirePar = false;
    bool requireSignedRequestObject = false; ///< RFC 9101, 10.5
    Use dpop = Use::Off;
    SubjectType subjectType = SubjectType::Public;
    std::vector<std::string> requiredAcr;      ///< a sign-in meets one of these, whatever the request asks for
    std::vector<std::string> defaultAcrValues; ///< where the request names no level
    std::optional<Seconds> defaultMaxAge;      ///< where the request says no max_age
    std::string sectorIdentifierUri;           ///< of pairwise subjects; empty: by the host of the redirect URIs
    ResponseAlgorithms signedWith;
    Consent consent = Consent::Off;
    bool firstParty = true;
    std::vector<TrustedIssuer> trustedIssuers;
    std::vector<ResourceServer> resourceServers;
    std::vector<DetailsType> authorizationDetails;
    std::vector<std::string> actors; ///< client ids of the apps that may exchange its tokens (RFC 8693)
    bool impersonation = false;      ///< what it gets by exchange need not say who acts
    RefreshPolicy refreshPolicy = RefreshPolicy::Rotate;
    std::string person;            ///< the member `owner`: whose service it is, a user's id or an address
    std::optional<Time> expiresAt; ///< of a service; empty: never
    std::string spMetadataXml;     ///< of an app of type saml; its entity ID is the client id
    SamlApp saml;
    std::vector<SecretHash> secrets;
    Time createdAt;
    Time updatedAt;
    std::int64_t version = 1;
};

/// The resource as the Admin API and the store write it: everything but the secrets.
[[nodiscard]] json::Object toJson(const App& app);
/// Reads a submitted resource over `app` (a new one or the stored one); members that only the server writes are
/// ignored. Problems: those of json::ObjectReader and `redirect_uri_invalid`, `auth_type_mismatch`,
/// `grant_type_unknown`, `jwks_invalid`, `jwks_missing`, `jwks_twice`, `url_invalid`, `tls_client_auth_name`,
/// `binding_twice`, and those of app_grants.h
/// and saml_app.h.
void readJson(const json::Object& object, App& app, Problems& problems);

/// True if `secret` is one of the app's, in constant time, and not past its grace.
[[nodiscard]] bool secretMatches(const App& app, std::string_view secret, Time now);
/// True if the app may sign in people of the tenant with this slug.
[[nodiscard]] bool servesTenant(const App& app, const TenantId& tenant, std::string_view slug);

} // namespace gatehouse::apps
