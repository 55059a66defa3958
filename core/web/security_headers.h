// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace gatehouse::web {

/// Puts the headers that every answer carries (security.md SE-11, SE-20): nosniff, no referrer, no framing, no caching
/// unless the handler said otherwise, a CSP without inline code, and HSTS where `secure`.
void addSecurityHeaders(http::Response& response, bool secure);

/// Scheme, host and port of an address as a Content-Security-Policy names them; empty where that cannot be said safely.
[[nodiscard]] std::string originOf(std::string_view address);

/// An application/json answer, not cached.
[[nodiscard]] http::Response jsonResponse(int status, std::string body);
/// A 303 to `location`, which must be free of control characters (RFC 9700, 4.12: never 307).
[[nodiscard]] http::Response seeOther(const std::string& location);
/// Lets any origin read this answer (metadata, JWKS, token, userinfo, revocation; never the authorization endpoint).
void allowAnyOrigin(http::Response& response);

} // namespace gatehouse::web
