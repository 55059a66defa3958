// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/callback.h"

namespace gatehouse::oidc::rp {

namespace {

// Who sends a request, and whether it carries two flow cookies.
struct Sender {
    login::Browser browser;
    bool ambiguous = false;
};
Sender senderOf(const http::Request& request, const web::PublicUrl& publicUrl) {
    Sender sender;
    sender.browser.ip = request.peer.address;
    sender.browser.userAgent = request.headers.get("User-Agent").value_or("");
    sender.browser.acceptLanguage = request.headers.get("Accept-Language").value_or("");
    sender.browser.method = request.method;
    sender.browser.path = request.path;
    sender.browser.query = request.query;
    const auto cookie = http::cookie(request.headers, publicUrl.cookieName(login::LoginService::kFlowCookie));
    sender.ambiguous = !cookie;
    if (cookie && *cookie) {
        sender.browser.flowCookie = **cookie;
    }
    return sender;
}

} // namespace

void mountCallback(web::Router& router, login::LoginService& logins, const web::PublicUrl& publicUrl) {
    router.add("GET", "/sso/oidc/{connectionId}/callback", [&logins, &publicUrl](const web::Context& context) {
        const Sender sender = senderOf(context.request, publicUrl);
        const auto answer = http::Parameters::parse(context.request.query);
        if (!answer || sender.ambiguous) {
            return logins.refuse(nullptr, "login.malformed_answer", answer ? "ambiguous cookie" : "unreadable query",
                                 sender.browser);
        }
        return logins.resume(ConnectionId(std::string(context.parameters.front())), *answer, sender.browser);
    });
    router.add("GET", "/t/{tenant}/test-sign-in/{ticket}", [&logins, &publicUrl](const web::Context& context) {
        const Sender sender = senderOf(context.request, publicUrl);
        if (sender.ambiguous) {
            return logins.refuse(context.tenant, "login.malformed_answer", "ambiguous cookie", sender.browser);
        }
        return logins.openTest(context.tenant, context.parameters.front(), sender.browser);
    });
}

} // namespace gatehouse::oidc::rp
