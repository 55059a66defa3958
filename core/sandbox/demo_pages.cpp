// SPDX-License-Identifier: Apache-2.0
#include "jose/jws.h"
#include "sandbox/demo_app.h"
#include "sandbox/page.h"
#include "web/page.h"
#include "web/texts.h"

namespace gatehouse::sandbox {

using web::Language;

namespace {

constexpr std::string_view kTitle = "Acme Notes";

std::string member(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(std::string_view()));
}

std::string list(const json::Object& claims, std::string_view name) {
    std::string text;
    for (const std::string& word : json::stringsMember(claims, name).value_or(std::vector<std::string>())) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

/// Header and payload of a JWT as readable JSON; the signature is left out, so that the page shows nothing that works.
std::string decoded(const std::string& token, Language language) {
    const auto parts = jose::parseCompact(token);
    if (!parts) {
        return web::text(language, "demo.opaque", std::to_string(token.size()));
    }
    const auto payload = json::parseObject(parts->payload);
    return json::writePretty(json::Value(parts->header)) + "\n\n" +
           (payload ? json::writePretty(json::Value(*payload)) : std::string("(not JSON)"));
}

} // namespace

http::Response DemoApp::signedOutPage(Left left, Language language) const {
    return htmlPage(200, "demo_out",
                    {{"title", kTitle},
                     {"left", left == Left::Now},
                     {"path", m_options.path},
                     {"issuer", m_options.issuer},
                     {"client", m_options.clientId},
                     {"scope", m_options.scope},
                     {"languages", web::languageLinks(language, m_options.path + "/", {})}},
                    language);
}

http::Response DemoApp::signedInPage(const Session& session, Language language) const {
    const json::Object& claims = session.claims;
    const std::string name = member(claims, "name");
    return htmlPage(
        200, "demo_in",
        {{"title", kTitle},
         {"app", kTitle},
         {"path", m_options.path},
         {"name", name.empty() ? session.subject : name},
         {"email", member(claims, "email")},
         {"org", member(claims, "org")},
         {"roles", list(claims, "roles")},
         {"groups", list(claims, "groups")},
         {"idp", member(claims, "idp")},
         {"acr", member(claims, "acr")},
         {"subject", session.subject},
         {"renewable", !session.refreshToken.empty()},
         {"count", session.refreshes > 0 ? std::to_string(session.refreshes) : std::string()},
         {"reason", session.userinfoError},
         {"userinfo", session.userinfoError.empty() ? json::writePretty(json::Value(session.userinfo)) : std::string()},
         {"idToken", decoded(session.idToken, language)},
         {"accessToken", decoded(session.accessToken, language)},
         {"languages", web::languageLinks(language, m_options.path + "/", {})}},
        language);
}

http::Response DemoApp::failed(const Error& error, Language language) const {
    return htmlPage(error.code == Code::Unavailable ? 502 : 403, "practice_note",
                    {{"title", web::text(language, "error.title")},
                     {"reason", error.reason},
                     {"problem", error.detail.empty() ? error.reason : error.detail},
                     {"start", m_options.path}},
                    language);
}

} // namespace gatehouse::sandbox
