// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "http/message.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"

namespace gatehouse::oidc::provider {

/// What the browser opens to sign one app out (OpenID Connect Front-Channel Logout 1.0, 2).
struct LogoutFrame {
    std::string app;    ///< name
    std::string url;    ///< with iss and sid
    std::string origin; ///< for the page's policy
};

/// Of the apps with a front-channel logout address that took part in a session, each once.
[[nodiscard]] Result<std::vector<LogoutFrame>> logoutFrames(const Parts& parts, const TenantId& tenant,
                                                            const SessionId& session);
/// Lets a page show these frames and no others.
void allowFrames(http::Response& page, const std::vector<LogoutFrame>& frames);

} // namespace gatehouse::oidc::provider
