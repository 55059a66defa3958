// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse::oidc::provider {

/// What the browser opens to sign one app out (OpenID Connect Front-Channel Logout 1.0, 2; SAML V2.0
/// Profiles, 4.4).
struct LogoutFrame {
    std::string app;    ///< name
    std::string url;    ///< with iss and sid, or a LogoutRequest
    std::string origin; ///< for the page's policy
};

} // namespace gatehouse::oidc::provider
