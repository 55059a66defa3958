// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatehouse::oauth {

/// What sort of app a client is; decides which redirect URIs it may register.
enum class AppType { Web, Spa, Native, Service, Saml };

/// "web", "spa", "native", "service" or "saml", as the Admin API spells it.
[[nodiscard]] std::string_view appTypeName(AppType type);
[[nodiscard]] std::optional<AppType> parseAppType(std::string_view name);

/// Whether `uri` may be registered as a redirect URI (or post-logout redirect URI). Every type: an absolute https URI,
/// or http to the loopback literal 127.0.0.1 or [::1]. Native also: a private-use scheme with a period in it (RFC
/// 8252, 7.1). At most 2,048 bytes. The slug is `oauth.invalid_redirect_uri.` and one of: `empty`, `too_long`,
/// `character` (control, space, non-ASCII, backslash, broken percent escape), `wildcard`, `fragment`, `scheme`,
/// `user_info`, `host`, `port`, `dot_segment`, `reserved_parameter` (code, state, iss, error and their like in the
/// query; security.md OP-12).
[[nodiscard]] Status validateRegistration(std::string_view uri, AppType type);

/// Whether `presented` is one of `registered`: equal byte for byte (RFC 9700, 4.1.3). The one exception is a native app
/// on `http://127.0.0.1` or `http://[::1]`, where only the port may differ (RFC 8252, 7.3).
[[nodiscard]] bool matches(const std::vector<std::string>& registered, std::string_view presented, bool native);

} // namespace gatehouse::oauth
