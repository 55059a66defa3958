// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "jose/jwk.h"

namespace gatehouse::oauth {

/// Whose assertion it claims to be: its `sub`, for requests without client_id. Nothing is proven by it.
/// `oauth.invalid_client.assertion`.
[[nodiscard]] Result<std::string> assertionSubject(std::string_view assertion);

/// The key id that an assertion names; empty without one.
[[nodiscard]] std::string assertionKeyId(std::string_view assertion);

/// An assertion that holds. Whether its jti came before is for whoever keeps these.
struct ClientAssertion {
    std::string jti;
    Time expiresAt;
};

/// private_key_jwt (RFC 7523, 2.2 and 3, with its update: the audience is the issuer): iss and sub are the client's
/// id, aud is `issuer` as a single string, exp within 5 minutes, nbf and iat at most 10 s ahead, jti there; typ absent,
/// "JWT" or "client-authentication+jwt"; signed by one of `keys`. `oauth.invalid_client.assertion`, whose detail says
/// what did not fit.
[[nodiscard]] Result<ClientAssertion> verifyClientAssertion(std::string_view assertion,
                                                            const std::vector<jose::Jwk>& keys,
                                                            std::string_view clientId, std::string_view issuer,
                                                            Time now);

} // namespace gatehouse::oauth
