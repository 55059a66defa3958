// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "http/message.h"

namespace gatehouse::oauth {

/// What a DPoP proof has to fit.
struct DpopRequest {
    std::string_view method;
    std::string_view url;                          ///< as the outside knows it; a query is left out of the comparison
    std::optional<std::string_view> accessToken{}; ///< at a protected resource
};

/// A proof that holds. Whether its nonce is one of ours, and whether its jti came before, is for whoever keeps these.
struct DpopProof {
    std::string jkt; ///< RFC 7638 SHA-256 thumbprint of the key, base64url
    std::string jti;
    std::string nonce; ///< empty without one
    Time issuedAt;
};

/// The value of the request's one DPoP header; nullopt without one. `oauth.invalid_dpop_proof.repeated`.
[[nodiscard]] Result<std::optional<std::string>> dpopHeader(const http::Headers& headers);

/// RFC 9449, 4.3, but for nonce and replay. `oauth.invalid_dpop_proof.<cause>`: `malformed` (not a JWT of at most 8
/// KiB, or a claim that is missing or no string), `type` (typ other than dpop+jwt), `algorithm` (none of
/// appSignatures()), `key` (jwk missing, private or unusable), `signature`, `method`, `url`, `time` (iat more than 60 s
/// ago or 10 s ahead), `token` (ath does not belong to the access token).
[[nodiscard]] Result<DpopProof> verifyDpop(std::string_view proof, const DpopRequest& request, Time now);

} // namespace gatehouse::oauth
