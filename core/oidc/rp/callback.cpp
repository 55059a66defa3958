// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/callback.h"

namespace gatehouse::oidc::rp {

void mountCallback(web::Router& router, login::LoginService& logins, const web::PublicUrl& publicUrl) {
    router.add("GET", "/sso/oidc/{connectionId}/callback", [&logins, &publicUrl](const web::Context& context) {
        const http::Request& request = context.request;
        login::Browser browser;
        browser.ip = request.peer.address;
        browser.userAgent = request.headers.get("User-Agent").value_or("");
        browser.acceptLanguage = request.headers.get("Accept-Language").value_or("");
        const auto cookie = http::cookie(request.headers, publicUrl.cookieName(login::LoginService::kFlowCookie));
        if (cookie && *cookie) {
            browser.flowCookie = **cookie;
        }
        const auto answer = http::Parameters::parse(request.query);
        if (!answer || !cookie) {
            return logins.refuse(nullptr, "login.malformed_answer", answer ? "ambiguous cookie" : "unreadable query",
                                 browser);
        }
        return logins.resume(ConnectionId(std::string(context.parameters.front())), *answer, browser);
    });
}

} // namespace gatehouse::oidc::rp
