// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/time.h"
#include "connections/connection.h"
#include "jose/jwk.h"
#include "json/json.h"

namespace gatehouse::oidc::rp {

/// What an ID token must say (OpenID Connect Core 1.0, 3.1.3.7; standards/02, 4.1).
struct IdTokenRules {
    std::string issuer;                            ///< byte for byte, or Entra's {tenantid} template
    std::vector<std::string> allowedTenantIds;     ///< for the template: the tid values that may sign in
    std::vector<std::string> allowedHostedDomains; ///< for Google: `hd` must be one of these, if any are given
    std::string clientId;
    std::string nonce;
    std::string accessToken;                        ///< for at_hash, if the token has one
    std::optional<bool> accessTokenHashHeld;        ///< in a replay: how that came out, instead of the access token
    std::vector<std::string> algorithms;            ///< of the provider's metadata; narrowed to those that are safe
    std::vector<std::string> acrValues;             ///< the levels that are asked for, in our names
    std::vector<std::string> acrMeeting;            ///< the levels of which each meets them, these among them
    std::vector<connections::AcrPair> acrMapping{}; ///< our names and the provider's
    bool acrEssential = false;
    std::optional<Seconds> maxAge;
    Seconds skew{60};
};

struct IdTokenVerdict {
    Checks checks;                      ///< id_token.format, .alg, .key, .signature, .iss, ... in order
    std::optional<json::Object> claims; ///< set only if every check held
    bool unknownKey = false;            ///< the key may have been rotated: fetch the keys once and ask again
    // What a recording keeps.
    bool signatureHeld = false;
    std::string keyIssuer; ///< the proving key's own issuer member (Entra), or empty
    std::optional<bool> accessTokenHashHeld;
};

/// Pure. Verifies the signature by the provider's keys alone and then every claim; nothing is read from a token that
/// does not verify.
[[nodiscard]] IdTokenVerdict verifyIdToken(std::string_view token, const std::vector<jose::Jwk>& keys,
                                           const IdTokenRules& rules, Time now);

/// An ID token whose signature was proven, now or when it was recorded.
struct ProvenToken {
    std::string alg;
    std::string kid;
    std::string keyIssuer;
    std::string_view payload;
};
/// The second half of verifyIdToken(): everything but the signature. Pure.
[[nodiscard]] IdTokenVerdict judgeIdToken(const ProvenToken& token, const IdTokenRules& rules, Time now);

/// Whether a header names no kind of token of its own: typ is JWT or absent (RFC 8725, 3.11).
[[nodiscard]] bool isPlainJwt(const json::Object& header);

/// The most that a provider can have meant by an algorithm list: RS256 PS256 ES256 ES384 ES512 EdDSA RS384 RS512 PS384
/// PS512, never none or HS*.
[[nodiscard]] std::vector<crypto::Signature> safeAlgorithms(const std::vector<std::string>& published);

} // namespace gatehouse::oidc::rp
