// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "jose/jwk.h"

namespace gatehouse::oidc::rp {

/// What a logout token must say (OpenID Connect Back-Channel Logout 1.0, 2.6).
struct LogoutTokenRules {
    std::string issuer;                        ///< of the connection, byte for byte, or Entra's {tenantid} template
    std::vector<std::string> allowedTenantIds; ///< for the template
    std::string clientId;
    std::vector<std::string> algorithms; ///< of the provider's metadata; narrowed to those that are safe
    Seconds skew{60};
};

/// Whose sessions a provider says are over. One of subject and sid is set.
struct LogoutToken {
    std::string issuer;
    std::string subject;
    std::string sid;
    std::string jti;
    Time goodUntil; ///< a replay is not accepted anyway from then on
};

/// Pure. Verifies the signature by the provider's keys alone, and then every claim. typ is logout+jwt, JWT or left out;
/// a nonce is refused, so that no ID token passes. `logout_token.key` where the key is unknown and may have been
/// rotated; `logout_token.invalid` with what is wrong in the detail.
[[nodiscard]] Result<LogoutToken> verifyLogoutToken(std::string_view token, const std::vector<jose::Jwk>& keys,
                                                    const LogoutTokenRules& rules, Time now);

} // namespace gatehouse::oidc::rp
