// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/encoding.h"
#include "base/result.h"
#include "base/time.h"

namespace gatehouse::oauth {

/// The kinds of opaque token that we hand out. Each has its own prefix, and the prefix is part of what is hashed, so
/// that one kind can never stand in for another (security.md OP-04).
enum class TokenKind {
    AuthorizationCode,
    RefreshToken,
    AdminToken,
    RequestUri,
    DeviceCode,
    LoginState,
    ConsentTicket,
    SessionCookie,
    InitialAccess,     ///< to register an app with (RFC 7591, 3)
    RegistrationAccess ///< to manage the app that registered (RFC 7592, 3)
};

/// "ghac_", "ghrt_", "ghat_", "ghpr_", "ghdc_", "ghls_", "ghct_", "ghsc_", "ghia_" or "ghra_": also what secret
/// scanners look for.
[[nodiscard]] std::string_view prefixOf(TokenKind kind);

/// A new token: the prefix and, in base64url, 48 bits of milliseconds since 1970 and 208 random bits; 48 characters in
/// all. It is a secret; only its hash is stored.
[[nodiscard]] std::string mint(TokenKind kind, Time now);

/// The key that a token is stored and looked up by: its six octets of time, then the SHA-256 of all of it. The time
/// puts the rows of tokens that are used together beside each other in the index; the hash is what proves. Refuses
/// anything that `mint` cannot have made for this kind: other prefix, other length, other alphabet, unused bits set
/// (security.md OP-27). The slug is `oauth.invalid_grant.token`, `oauth.invalid_token`, `oauth.invalid_request_uri` or
/// `oauth.invalid_request.state` by kind.
[[nodiscard]] Result<Bytes> hashOf(TokenKind kind, std::string_view token);

} // namespace gatehouse::oauth
