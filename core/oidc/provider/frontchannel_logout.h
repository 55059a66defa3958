// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "http/message.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/logout_frame.h"
#include "oidc/provider/parts.h"

namespace gatehouse::oidc::provider {

/// Of the apps with a front-channel logout address that took part in a session, each once, and of those that other
/// protocols sign out in frames. `except`: an app that knows already.
[[nodiscard]] Result<std::vector<LogoutFrame>> logoutFrames(const Parts& parts, const TenantId& tenant,
                                                            const SessionId& session, const AppId& except = {});
/// Lets a page show these frames and no others.
void allowFrames(http::Response& page, const std::vector<LogoutFrame>& frames);

} // namespace gatehouse::oidc::provider
