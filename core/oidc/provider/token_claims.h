// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "apps/app.h"
#include "directory/user.h"
#include "keys/key_ring.h"
#include "oidc/provider/issuer.h"
#include "sessions/sessions.h"
#include "tenants/tenant.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// Everything that tokens are made of.
struct TokenSubject {
    const Issuer& issuer;
    const tenants::Tenant& tenant; ///< of the person
    const apps::App& app;
    const directory::User& user;
    const sessions::Session& session;
    const sessions::Family& family;
    std::vector<std::string> scopes;      ///< of this token; at most the family's
    std::vector<std::string> resources{}; ///< that the access token is for; empty: the app's audiences
    std::string jkt{};                    ///< of the key that the access token is bound to; empty: to none
    json::Value act{};                    ///< who acts for the person (RFC 8693, 4.1); may be null
    json::Array authorizationDetails{};   ///< RFC 9396, 9.1; may be empty
    std::optional<Time> notAfter{};       ///< when the tokens end at the latest
    std::string sub{};                    ///< what a pairwise app calls the person (apps/pairwise.h); empty: their id
};

/// The level of its sign-in; "0" where the provider said nothing of it (OpenID Connect Core 1.0, 2; IPSIE SL1 wants
/// `acr` in each ID token).
[[nodiscard]] std::string_view acrOf(const sessions::Session& session);
/// Claims that a scope releases: email, profile, groups (OpenID Connect Core 1.0, 5.4).
void addScopedClaims(const directory::User& user, const std::vector<std::string>& scopes, json::Object& claims);
/// The scope that a claim of a person belongs to ("email" for email_verified); empty for a claim that we do not have.
[[nodiscard]] std::string_view scopeOfClaim(std::string_view claim);
/// Claims that were asked for by name, where the person has them.
void addNamedClaims(const directory::User& user, const std::vector<std::string>& names, json::Object& claims);
/// Names of the roles that have not expired, each once.
[[nodiscard]] json::Array activeRoles(const directory::User& user, Time now);

/// JWT access token claims (RFC 9068, 2.2; contract section 5). jti is the family's id, a dot and a random part, so
/// that the token's state is found without a row of its own.
[[nodiscard]] json::Object accessTokenClaims(const TokenSubject& subject, Time now);
/// ID token claims (OpenID Connect Core 1.0, 2; contract section 5) with at_hash over `accessToken` by the hash of the
/// algorithm that they will be signed with.
[[nodiscard]] json::Object idTokenClaims(const TokenSubject& subject, std::string_view accessToken,
                                         crypto::Signature algorithm, Time now);
/// How long the tokens of a subject are good from `now` on.
[[nodiscard]] Seconds lifeOf(const TokenSubject& subject, Time now);
/// The access token of an app that acts for itself: sub is its client_id (RFC 9068, 2.2).
[[nodiscard]] json::Object clientCredentialsClaims(const Issuer& issuer, const apps::App& app,
                                                   const std::vector<std::string>& scopes,
                                                   const std::vector<std::string>& resources, const std::string& jkt,
                                                   Seconds life, Time now);
/// The family id of a jti, or empty for a token without a family.
[[nodiscard]] std::string_view familyOf(std::string_view jti);

/// Signs claims with the issuer's active key of `algorithm`, or its default one; `type` is "at+jwt", "JWT" or
/// "logout+jwt". What it gives was signed by a key that is published now. `keys.algorithm_missing`.
[[nodiscard]] Result<std::string> sign(const keys::KeyRing& keys, const Issuer& issuer, std::string_view type,
                                       const json::Object& claims,
                                       std::optional<crypto::Signature> algorithm = std::nullopt);
/// The algorithm that sign() would use. `keys.algorithm_missing`.
[[nodiscard]] Result<crypto::Signature> signatureOf(const keys::KeyRing& keys, const Issuer& issuer,
                                                    std::optional<crypto::Signature> wanted);
/// What an ID token of ours says, expired or not.
struct OwnIdToken {
    std::string subject;
    std::string clientId;
    SessionId session;
    TenantId tenant;
    Time expiresAt;
};
/// Signed by a key that this issuer publishes now, under that key's own algorithm, and an ID token: of all that we sign
/// as a "JWT" it alone names its session. The errors of jose::verifyCompact, `oauth.invalid_request.id_token_hint`.
[[nodiscard]] Result<OwnIdToken> readIdToken(const keys::KeyRing& keys, const Issuer& issuer, std::string_view token);

} // namespace gatehouse::oidc::provider
