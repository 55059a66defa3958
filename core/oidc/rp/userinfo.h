// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/check.h"
#include "json/json.h"

namespace gatehouse::oidc::rp {

/// True if the ID token leaves out what the asked scopes promise, so that the userinfo endpoint has to be asked.
[[nodiscard]] bool needsUserinfo(const json::Object& idTokenClaims, const std::vector<std::string>& scopes);

/// Completes the ID token's claims from userinfo (OpenID Connect Core 1.0, 5.3.2): the subject must be the same (else
/// the failed check `userinfo.sub`); the ID token wins; email_verified is only ever taken together with the e-mail it
/// speaks of (security.md RP-13).
[[nodiscard]] Check mergeUserinfo(const json::Object& userinfo, json::Object& claims);

} // namespace gatehouse::oidc::rp
