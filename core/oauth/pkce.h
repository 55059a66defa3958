// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace gatehouse::oauth {

/// The parameters of an authorization request (RFC 7636, 4.3). `method` is S256 alone: absent means `plain`, which we
/// do not speak. `oauth.invalid_request.pkce_missing`, `oauth.invalid_request.pkce_method`,
/// `oauth.invalid_request.pkce_challenge` unless 43 to 128 unreserved characters.
[[nodiscard]] Status checkChallenge(std::string_view challenge, std::string_view method);

/// Whether `verifier` belongs to `challenge` (RFC 7636, 4.6), in constant time. `oauth.invalid_grant.pkce_missing` if
/// either is empty, `oauth.invalid_grant.pkce_verifier` if it is malformed, `oauth.invalid_grant.pkce_mismatch`.
[[nodiscard]] Status checkVerifier(std::string_view challenge, std::string_view verifier);

/// base64url of the SHA-256 of `verifier`: 43 characters.
[[nodiscard]] std::string challengeFor(std::string_view verifier);

} // namespace gatehouse::oauth
