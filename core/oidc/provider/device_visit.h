// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "http/forms.h"
#include "http/message.h"
#include "login/login_service.h"
#include "oidc/provider/home_realm.h"

namespace gatehouse::oidc::provider {

/// One request of a browser to the pages of the device flow.
struct DeviceVisit {
    http::Parameters parameters;
    login::Browser browser;
    std::string cookie; ///< of the browser, for these pages alone; empty where it has none yet
    std::string typed;  ///< as the code was typed, cut
    std::string code;   ///< what that means; empty for what is no user code
    /// What the next address of the same visit has: the code and the language.
    [[nodiscard]] http::Parameters onward() const;
};

constexpr std::string_view kDeviceCookie = "gh_device";

/// `oauth.invalid_request.repeated`, and the slugs of http::Parameters::parse().
[[nodiscard]] Result<DeviceVisit> readDeviceVisit(const http::Request& request, const web::PublicUrl& publicUrl);

/// Proves that a code was typed into our own form: only it knows the hash of the browser's cookie.
[[nodiscard]] std::string formToken(std::string_view cookie);
/// Proves that an answer comes from our own page, shown to this account about this code. Of the session's cookie, which
/// no app ever sees, as against the session's id.
[[nodiscard]] std::string confirmationToken(const http::Request& request, const web::PublicUrl& publicUrl,
                                            const BrowserSession& account, const DeviceVisit& visit);

} // namespace gatehouse::oidc::provider
