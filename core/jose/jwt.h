// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/result.h"
#include "base/time.h"
#include "jose/jws.h"

namespace gatehouse::jose {

/// Whether aud (RFC 7519, 4.1.3) is this string, byte for byte, or an array of strings that holds it.
[[nodiscard]] bool isAudience(const json::Object& claims, std::string_view audience);
/// The same, but nobody else may be in the array: what is for others too could be theirs to spend.
[[nodiscard]] bool isOnlyAudience(const json::Object& claims, std::string_view audience);

/// What a JWT must say. Unset members are not checked.
struct ClaimRules {
    std::optional<std::string> issuer;   ///< byte for byte
    std::optional<std::string> audience; ///< aud is this string, or an array that holds it
    bool singleAudience = false;         ///< aud must be that one string (or an array of just it)
    std::optional<std::string> nonce;
    Seconds skew{60};
    bool requireExpiry = true;
    std::optional<Seconds> maxAge; ///< iat not older than this
};

/// Checks the claims of a payload: each rule gives one Check (claims.iss, claims.aud, claims.exp, claims.nbf,
/// claims.iat, claims.nonce, claims.sub) with expected, actual and spec clause. NumericDate must be a finite number
/// within 0 .. 2^53.
[[nodiscard]] Checks checkClaims(const json::Object& claims, const ClaimRules& rules, Time now);

/// For the doctor: `gatehousectl jwt inspect`. JSON with header, payload, times in words, and what stands out. No key
/// needed.
[[nodiscard]] Result<json::Object> inspectJwt(std::string_view token, Time now);
/// For the doctor: `gatehousectl jwt verify`. The checks in order: jwt.format, jwt.alg, jwt.key, jwt.signature, then
/// the claims.
[[nodiscard]] Checks verifyJwt(std::string_view token, const JwkSet& keys, const ClaimRules& rules, Time now);

} // namespace gatehouse::jose
