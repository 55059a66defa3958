// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "directory/user.h"
#include "http/message.h"
#include "oidc/provider/client_authentication.h"
#include "sessions/sessions.h"

namespace gatehouse::oidc::provider {

/// The successful answer of the token endpoint (RFC 6749, 5.1).
struct TokenAnswer {
    std::string accessToken;
    std::string refreshToken; ///< may be empty
    std::string idToken;      ///< may be empty
    std::vector<std::string> scopes;
    Seconds expiresIn{0};
    bool bound = false; ///< to a DPoP key: its type is DPoP (RFC 9449, 5)
};

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

/// Puts into the log that an app did not prove itself, if it brought a living code: whoever looks at the login that the
/// code came of sees why the app got nothing. The code is not spent by it.
void noteRefusedApp(const Parts& parts, const Issuer& issuer, const http::Request& request, std::string_view reason);

/// Whether what a token is asked for was granted: a family that names resources gives tokens for these alone.
[[nodiscard]] bool isWithin(const std::vector<std::string>& resources, const sessions::Family& family);

/// A family with the person and the session that its tokens speak of.
struct FamilySubject {
    sessions::Family family;
    directory::User user;
    sessions::Session session;
};
/// Read in the grant's own transaction, so that the tokens say what was true when it was given.
[[nodiscard]] Result<FamilySubject> findSubject(store::Reader& reader, const store::Sealer& sealer,
                                                sessions::Family family);
/// What an app gets of a family this time.
struct TokenScope {
    std::vector<std::string> scopes;
    std::vector<std::string> resources; ///< of the access token; empty: as the family says
    std::string jkt;                    ///< of the key that it is bound to; empty for a bearer's
};
/// Signs the tokens of a family.
[[nodiscard]] Result<TokenAnswer> tokensFor(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                            const TenantId& tenant, const FamilySubject& subject,
                                            const TokenScope& wanted);

/// Whether a person may have an app's tokens: through the console's own app only those who administer something. In
/// the caller's transaction.
[[nodiscard]] Result<bool> mayHaveTokens(const Parts& parts, store::Reader& reader, const TenantId& tenant,
                                         const AppId& app, const UserId& user);

/// The tenant whose rows a code or refresh token is in: the issuer's, or at the front door the one that was remembered.
/// `oauth.invalid_grant`.
[[nodiscard]] Result<TenantId> tenantOfToken(const Parts& parts, const Issuer& issuer, BytesView tokenHash);

} // namespace gatehouse::oidc::provider
