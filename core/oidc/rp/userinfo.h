// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/result.h"
#include "jose/jwk.h"
#include "json/json.h"

namespace gatehouse::oidc::rp {

/// True if the ID token leaves out what the asked scopes promise, so that the userinfo endpoint has to be asked.
[[nodiscard]] bool needsUserinfo(const json::Object& idTokenClaims, const std::vector<std::string>& scopes);

/// Who says it to whom, and the algorithms of the provider's metadata, narrowed to those that are safe.
struct SignedUserinfoRules {
    std::string issuer;
    std::string clientId;
    std::vector<std::string> algorithms;
};
/// The claims of a signed answer (OpenID Connect Core 1.0, 5.3.2): by a key of the provider, no token of another kind,
/// and where it says so (iss, aud) of this provider and for us. `upstream.userinfo`, whose detail says what is wrong.
[[nodiscard]] Result<json::Object> readSignedUserinfo(std::string_view token, const std::vector<jose::Jwk>& keys,
                                                      const SignedUserinfoRules& rules);

/// Completes the ID token's claims from userinfo (OpenID Connect Core 1.0, 5.3.2): the subject must be the same (else
/// the failed check `userinfo.sub`); the ID token wins; email_verified is only ever taken together with the e-mail it
/// speaks of (security.md RP-13).
[[nodiscard]] Check mergeUserinfo(const json::Object& userinfo, json::Object& claims);

} // namespace gatehouse::oidc::rp
