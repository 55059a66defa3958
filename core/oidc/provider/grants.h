// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "directory/directory.h"
#include "http/message.h"
#include "oidc/provider/access_tokens.h"
#include "oidc/provider/client_authentication.h"
#include "oidc/provider/issuer_keys.h"
#include "sessions/sessions.h"

namespace gatehouse::oidc::provider {

/// The successful answer of the token endpoint (RFC 6749, 5.1).
struct TokenAnswer {
    std::string accessToken;
    std::string refreshToken; ///< may be empty
    std::string idToken;      ///< may be empty
    std::vector<std::string> scopes;
    Seconds expiresIn{0};
    bool bound = false; ///< to a DPoP key: its type is DPoP (RFC 9449, 5); one that is bound to a certificate is Bearer
    /// Of an exchange: what `accessToken` is (RFC 8693, 2.2.1). Empty for every other grant.
    std::string_view issuedTokenType;
    json::Array authorizationDetails; ///< of the access token (RFC 9396, 7); may be empty
};

/// The types of token of RFC 8693, 3, and of the identity assertion (ID-JAG, 4.3).
inline constexpr std::string_view kAccessTokenType = "urn:ietf:params:oauth:token-type:access_token";
inline constexpr std::string_view kRefreshTokenType = "urn:ietf:params:oauth:token-type:refresh_token";
inline constexpr std::string_view kIdTokenType = "urn:ietf:params:oauth:token-type:id_token";
inline constexpr std::string_view kIdentityAssertionTokenType = "urn:ietf:params:oauth:token-type:id-jag";

// The grants. Each gets an app that has proven itself and may use the grant. Errors: `oauth.invalid_grant*`,
// `oauth.invalid_scope`, `oauth.invalid_request*`, and those of store and keys.
[[nodiscard]] Result<TokenAnswer> grantCode(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                            const std::string& ip);
[[nodiscard]] Result<TokenAnswer> grantRefresh(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                               const std::string& ip);
[[nodiscard]] Result<TokenAnswer> grantClientCredentials(const Parts& parts, const Issuer& issuer,
                                                         const ClientRequest& request, const std::string& ip);
[[nodiscard]] Result<TokenAnswer> grantDevice(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                              const std::string& ip);

/// A token of somebody else's as a grant (RFC 7523, 2.1): a workload's, whose issuer the app trusts, or an identity
/// assertion (ID-JAG, 4.4) of a provider that the tenant signs in with. Besides the errors above
/// `oauth.invalid_grant.assertion*`. A refusal is in the log.
[[nodiscard]] Result<TokenAnswer> grantJwtBearer(const Parts& parts, IssuerKeys& keys, const Issuer& issuer,
                                                 const ClientRequest& request, const std::string& ip);
/// One of our tokens for another that may do less (RFC 8693), or for an identity assertion (ID-JAG, 4.3).
/// `oauth.invalid_request.*_token*`, `oauth.invalid_grant.subject_token`, `oauth.invalid_grant.actor*`,
/// `oauth.invalid_target`. A refusal is in the log.
[[nodiscard]] Result<TokenAnswer> grantTokenExchange(const Parts& parts, AccessTokens& tokens, const Issuer& issuer,
                                                     const ClientRequest& request, const std::string& ip);
/// Only for grantJwtBearer.
[[nodiscard]] Result<TokenAnswer> grantIdentityAssertion(const Parts& parts, const Issuer& issuer,
                                                         const ClientRequest& request, std::string_view assertion,
                                                         const std::string& ip);
/// Only for grantTokenExchange.
[[nodiscard]] Result<TokenAnswer> exchangeForIdentityAssertion(const Parts& parts, const Issuer& issuer,
                                                               const ClientRequest& request, const std::string& ip);

/// A token of an app that acts for itself, with the scope and the resources that it asks for. `longest`: at most so
/// long. Nothing is written.
[[nodiscard]] Result<TokenAnswer> tokenForItself(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                                 Seconds longest);

/// Puts into the log that an app got no token by a grant, at most once in ten seconds for an app and a reason.
void noteRefusedGrant(const Parts& parts, const Issuer& issuer, const apps::App& app, std::string_view grant,
                      const Error& error, const std::string& ip);

/// Puts into the log that an app did not prove itself, if it brought a living code: whoever looks at the login that the
/// code came of sees why the app got nothing. The code is not spent by it.
void noteRefusedApp(const Parts& parts, const Issuer& issuer, const http::Request& request, std::string_view reason);

/// Keeps the first refresh token of a family, by its SHA-256. It is bound to the key of the request, but for an app
/// that proves itself at each refresh and whose refresh token does not stay (OAuth 2.1, 4.3.1).
[[nodiscard]] Status keepFirstRefresh(store::Writer& writer, const Issuer& issuer, const TenantId& tenant,
                                      const ClientRequest& request, const sessions::Family& family, BytesView hash);

/// Whether what a token is asked for was granted: a family that names resources gives tokens for these alone.
[[nodiscard]] bool isWithin(const std::vector<std::string>& resources, const sessions::Family& family);

/// What a token may do in detail: all that its family has, or the part that is asked for (RFC 9396, 6).
/// `oauth.invalid_authorization_details`.
[[nodiscard]] Result<json::Array> narrowedDetails(const http::Parameters& form, const apps::App& app,
                                                  const sessions::Family& family);

/// A family with the person and the session that its tokens speak of.
struct FamilySubject {
    sessions::Family family;
    directory::User user;
    sessions::Session session;
};
/// The same as the rows have it: enough to decide by.
struct SealedSubject {
    sessions::Family family;
    directory::SealedUser user;
    sessions::SealedSession session;
};
/// Nothing unless everything behind the family stands (familyProblem) and the person may have the app's tokens. Read in
/// the grant's own transaction, so that the tokens say what was true when it was given.
[[nodiscard]] Result<std::optional<SealedSubject>> findSubject(const Parts& parts, store::Reader& reader,
                                                               const store::Sealer& sealer,
                                                               const sessions::Family& family, Time now);
/// To be done outside of the transaction, where nobody waits for it. `store.unseal_failed`.
[[nodiscard]] Result<FamilySubject> opened(const store::Sealer& sealer, SealedSubject subject);
/// What an app gets of a family this time.
struct TokenScope {
    std::vector<std::string> scopes;
    std::vector<std::string> resources; ///< of the access token; empty: as the family says
    std::string jkt;                    ///< of the key that it is bound to (oauth/sender_key.h); empty: to none
    json::Value act{};                  ///< who acts for the person (RFC 8693, 4.1); null: nobody but the app
    std::optional<Time> notAfter{};     ///< when it ends at the latest
    json::Array authorizationDetails{}; ///< of the access token (RFC 9396)
};
/// Signs the tokens of a family.
[[nodiscard]] Result<TokenAnswer> tokensFor(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                            const TenantId& tenant, const FamilySubject& subject,
                                            const TokenScope& wanted);

/// What a transaction has decided about a grant.
struct Decision {
    std::string_view refusal; ///< empty: it is given
    SealedSubject subject{};
    TokenScope wanted{};
    std::string refreshToken{}; ///< may be empty
};
/// Decides in one transaction and signs while that is committed: nobody sees the tokens before what was decided is
/// durable. A refusal commits as well (a code is spent by its first use) and is an error of the given code with that
/// reason; what was written of it stays.
[[nodiscard]] Result<TokenAnswer> decideAndSign(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                                const store::Sealer& sealer, Code refused,
                                                const std::function<Result<Decision>(store::Writer&)>& decide);

/// Whether a person may have an app's tokens: through the console's own app only those who administer something. In
/// the caller's transaction.
[[nodiscard]] Result<bool> mayHaveTokens(const Parts& parts, store::Reader& reader, const TenantId& tenant,
                                         const AppId& app, const UserId& user);

/// The tenant whose rows a code or refresh token is in: the issuer's, or at the front door the one that was remembered.
/// `oauth.invalid_grant`.
[[nodiscard]] Result<TenantId> tenantOfToken(const Parts& parts, const Issuer& issuer, BytesView tokenHash);

} // namespace gatehouse::oidc::provider
