// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "oidc/provider/access_tokens.h"
#include "oidc/provider/grants.h"

namespace gatehouse::oidc::provider {

/// Of whom a subject_token speaks, and what it may do (RFC 8693, 2.1).
struct ExchangeSubject {
    TenantId tenant;
    std::string clientId; ///< the app that it was given to
    sessions::Family family;
    std::vector<std::string> scopes;
    std::vector<std::string> audience; ///< what it is for
    std::string jkt;                   ///< of the key that it is bound to; empty: to none
    std::string jti;                   ///< of an access token
    Time expiresAt;
    json::Value act;     ///< who acts already; may be null
    json::Value mayAct;  ///< who may; null: the app's record says it alone
    json::Array details; ///< RFC 9396
    /// Person and session, once findLiving has found them alive.
    std::optional<FamilySubject> of{};
};

/// What an access token or a refresh token of ours says; the latter is the app's own and is not spent by it.
/// `oauth.invalid_request.subject_token_type`, `oauth.invalid_grant.subject_token`.
[[nodiscard]] Result<ExchangeSubject> exchangeSubject(const Parts& parts, AccessTokens& tokens, const Issuer& issuer,
                                                      const ClientRequest& request);
/// What an ID token or a refresh token of ours says that the app got itself: that somebody is signed in to it (ID-JAG,
/// 4.3). The same errors.
[[nodiscard]] Result<ExchangeSubject> signedInSubject(const Parts& parts, const Issuer& issuer,
                                                      const ClientRequest& request);

/// Everything behind the subject stands, read in the transaction that issues: tenant, session, connection, family and
/// person, and the token itself is not revoked. `oauth.invalid_grant.ended`.
[[nodiscard]] Status findLiving(const Parts& parts, store::Reader& reader, const store::Sealer& sealer,
                                ExchangeSubject& subject, Time now);

} // namespace gatehouse::oidc::provider
