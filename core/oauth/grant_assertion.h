// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "jose/jwk.h"
#include "json/json.h"

namespace gatehouse::oauth {

/// The typ of an identity assertion authorization grant (ID-JAG, section 3).
inline constexpr std::string_view kIdentityAssertionType = "oauth-id-jag+jwt";

/// What an assertion says of itself: enough to find who could prove it. Nothing is proven by it.
struct UnprovenAssertion {
    std::string type; ///< in lower case, without "application/"; may be empty
    std::string keyId;
    std::string issuer; ///< may be empty
    std::string subject;
};
/// `oauth.invalid_grant.assertion` for what is no JWT, or has no sub.
[[nodiscard]] Result<UnprovenAssertion> readAssertion(std::string_view assertion);

/// What an assertion has to be.
struct AssertionRules {
    std::string audience;
    std::string_view type;    ///< empty: none, "JWT" or "JOSE", as an issuer's own tokens have
    Seconds longestLife{300}; ///< how far away its end may be
};
struct ProvenAssertion {
    json::Object claims;
    std::string jti; ///< may be empty
    Time expiresAt;
};
/// An authorization grant by JWT (RFC 7523, 2.1 and 3), signed by one of `keys`: aud is the audience alone, exp is
/// there and not too far, nbf and iat at most a minute ahead. Who signed it and whether it came before is for the
/// caller. `oauth.invalid_grant.assertion`, `.assertion_type`, `.assertion_signature`, `.assertion_audience`,
/// `.assertion_expired`, `.assertion_time`.
[[nodiscard]] Result<ProvenAssertion> verifyGrantAssertion(std::string_view assertion,
                                                           const std::vector<jose::Jwk>& keys,
                                                           const AssertionRules& rules, Time now);

} // namespace gatehouse::oauth
