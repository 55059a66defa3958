// SPDX-License-Identifier: Apache-2.0
#include "jose/jws.h"
#include "sandbox/demo_app.h"
#include "sandbox/page.h"

namespace gatehouse::sandbox {

namespace {

constexpr std::string_view kTitle = "Acme Notes";

std::string member(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(std::string_view()));
}

std::string row(std::string_view term, std::string_view value) {
    return value.empty() ? "" : "<dt>" + escapeHtml(term) + "</dt><dd>" + escapeHtml(value) + "</dd>\n";
}

std::string list(const json::Object& claims, std::string_view name) {
    std::string text;
    for (const std::string& word : json::stringsMember(claims, name).value_or(std::vector<std::string>())) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

std::string section(std::string_view id, std::string_view title, std::string_view text) {
    return "<details id=\"" + escapeHtml(id) + "\" open><summary>" + escapeHtml(title) + "</summary><pre>" +
           escapeHtml(text) + "</pre></details>\n";
}

/// Header and payload of a JWT as readable JSON; the signature is left out, so that the page shows nothing that works.
std::string decoded(const std::string& token) {
    const auto parts = jose::parseCompact(token);
    if (!parts) {
        return "An opaque token of " + std::to_string(token.size()) + " characters";
    }
    const auto payload = json::parseObject(parts->payload);
    return json::writePretty(json::Value(parts->header)) + "\n\n" +
           (payload ? json::writePretty(json::Value(*payload)) : std::string("(not JSON)"));
}

} // namespace

http::Response DemoApp::signedOutPage(std::string_view note) const {
    const std::string path = escapeHtml(m_options.path);
    std::string body = "<h1>" + std::string(kTitle) + "</h1>\n";
    if (!note.empty()) {
        body += "<p class=\"note good\">" + escapeHtml(note) + "</p>\n";
    }
    body += "<p>A small application that leaves signing in to its identity broker. It knows no passwords, and it has "
            "not been told "
            "who you are.</p>\n<div class=\"actions\"><a class=\"button\" id=\"sign-in\" href=\"" +
            path + "/login\">Sign in</a><a class=\"button quiet\" id=\"sign-in-again\" href=\"" + path +
            "/login?prompt=login\">Sign in again, whoever is signed in</a></div>\n"
            "<div class=\"panel\"><h2>Signs in at</h2><dl>" +
            row("Issuer", m_options.issuer) + row("Client", m_options.clientId) + row("Scope", m_options.scope) +
            "</dl></div>";
    return htmlPage(200, m_options.path, kTitle, body);
}

http::Response DemoApp::signedInPage(const Session& session) const {
    const std::string path = escapeHtml(m_options.path);
    const json::Object& claims = session.claims;
    std::string name = member(claims, "name");
    if (name.empty()) {
        name = session.subject;
    }
    std::string body = "<h1>Hello, <span id=\"name\">" + escapeHtml(name) + "</span></h1>\n<p class=\"muted\">" +
                       std::string(kTitle) +
                       " knows you from the tokens below.</p>\n<div class=\"panel\"><dl id=\"claims\">" +
                       row("E-mail", member(claims, "email")) + row("Organisation", member(claims, "org")) +
                       row("Roles", list(claims, "roles")) + row("Groups", list(claims, "groups")) +
                       row("Signed in through", member(claims, "idp")) + row("Assurance", member(claims, "acr")) +
                       row("Subject", session.subject) + "</dl></div>\n<div class=\"actions\">";
    if (!session.refreshToken.empty()) {
        body += "<form method=\"post\" action=\"" + path +
                "/refresh\"><button class=\"button\" id=\"refresh\">Refresh tokens</button></form>";
    }
    body += "<form method=\"post\" action=\"" + path +
            "/logout\"><button class=\"button quiet\" id=\"sign-out\">Sign out</button></form></div>\n";
    if (session.refreshes > 0) {
        body += "<p class=\"note good\">Refreshed " + std::to_string(session.refreshes) +
                (session.refreshes == 1 ? " time" : " times") + " since the sign-in.</p>\n";
    }
    if (session.userinfoError.empty()) {
        body += section("userinfo", "Userinfo, asked for just now", json::writePretty(json::Value(session.userinfo)));
    } else {
        body += "<p class=\"note bad\" id=\"userinfo-error\">The access token does not work any more (" +
                escapeHtml(session.userinfoError) + "). Refresh it, or sign in again.</p>\n";
    }
    body += section("id-token", "ID token", decoded(session.idToken));
    body += section("access-token", "Access token", decoded(session.accessToken));
    return htmlPage(200, m_options.path, kTitle, body);
}

http::Response DemoApp::failed(const Error& error) const {
    const std::string body = "<h1>Signing in did not work</h1>\n<p class=\"note bad\" id=\"error\"><strong>" +
                             escapeHtml(error.reason) + "</strong><br>" + escapeHtml(error.detail) +
                             "</p>\n<div class=\"actions\"><a class=\"button\" href=\"" + escapeHtml(m_options.path) +
                             "/login\">Try again</a><a class=\"button quiet\" href=\"" + escapeHtml(m_options.path) +
                             "/\">Start page</a></div>";
    return htmlPage(error.code == Code::Unavailable ? 502 : 403, m_options.path, kTitle, body);
}

} // namespace gatehouse::sandbox
