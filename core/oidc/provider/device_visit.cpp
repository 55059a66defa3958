// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/device_visit.h"

#include "crypto/hash.h"
#include "oauth/user_code.h"
#include "oidc/provider/asking.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::size_t kMaxTyped = 64;
constexpr std::size_t kMaxLocales = 100;

std::string cookieOf(const http::Request& request, const std::string& name) {
    const auto cookie = http::cookie(request.headers, name);
    return cookie && *cookie ? **cookie : std::string();
}

} // namespace

http::Parameters DeviceVisit::onward() const {
    http::Parameters out;
    if (!typed.empty()) {
        out.append("user_code", code.empty() ? typed : oauth::shownUserCode(code));
    }
    if (!browser.uiLocales.empty()) {
        out.append("ui_locales", browser.uiLocales);
    }
    return out;
}

Result<DeviceVisit> readDeviceVisit(const http::Request& request, const web::PublicUrl& publicUrl) {
    TRY(parameters, http::Parameters::parse(request.method == "POST" ? std::string_view(request.body)
                                                                     : std::string_view(request.query)));
    if (parameters.repeated()) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.repeated");
    }
    DeviceVisit visit;
    visit.browser = browserOf(request, publicUrl);
    visit.browser.uiLocales = std::string(parameters.get("ui_locales").value_or("")).substr(0, kMaxLocales);
    visit.cookie = cookieOf(request, publicUrl.cookieName(kDeviceCookie));
    visit.typed = std::string(parameters.get("user_code").value_or("")).substr(0, kMaxTyped);
    visit.code = oauth::parseUserCode(visit.typed).value_or("");
    visit.parameters = std::move(parameters);
    return visit;
}

std::string formToken(std::string_view cookie) {
    return base64UrlEncode(crypto::sha256("device form\n" + std::string(cookie)));
}

std::string confirmationToken(const http::Request& request, const web::PublicUrl& publicUrl,
                              const BrowserSession& account, const DeviceVisit& visit) {
    const std::string session =
        cookieOf(request, publicUrl.cookieName(login::LoginService::sessionCookie(account.tenant->slug)));
    return base64UrlEncode(crypto::sha256("device answer\n" + session + '\n' + visit.cookie + '\n' + visit.code));
}

} // namespace gatehouse::oidc::provider
