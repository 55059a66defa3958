// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <limits>

#include "crypto/random.h"
#include "oauth/pkce.h"
#include "sandbox/page.h"
#include "sandbox/people_page.h"
#include "sandbox/sandbox_idp.h"
#include "web/texts.h"

namespace gatehouse::sandbox {

namespace {

constexpr Seconds kCodeLife{60};
constexpr Seconds kSessionLife{8 * 3600};

std::string text(const http::Parameters& parameters, std::string_view name) {
    return std::string(parameters.get(name).value_or(std::string_view()));
}

std::vector<std::string> words(std::string_view list) {
    std::vector<std::string> out;
    while (!list.empty()) {
        const std::size_t end = list.find(' ');
        if (end != 0) {
            out.emplace_back(list.substr(0, end));
        }
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return out;
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// What may be said to the client by redirect; an empty `error` means that nothing is wrong.
struct Refusal {
    std::string_view error;
    std::string_view description;
};

Refusal judge(const http::Parameters& parameters) {
    if (parameters.get("request") || parameters.get("request_uri")) {
        return {"request_not_supported", "request objects are not supported here"};
    }
    if (text(parameters, "response_type") != "code") {
        return {"unsupported_response_type", "only response_type=code"};
    }
    if (const auto mode = parameters.get("response_mode"); mode && *mode != "query") {
        return {"invalid_request", "only response_mode=query"};
    }
    if (!contains(words(text(parameters, "scope")), "openid")) {
        return {"invalid_scope", "the scope must hold openid"};
    }
    if (!oauth::checkChallenge(text(parameters, "code_challenge"), text(parameters, "code_challenge_method"))) {
        return {"invalid_request", "PKCE with S256 is required"};
    }
    return {};
}

http::Response errorPage(std::string_view problem, web::Language language) {
    return notePage(400,
                    {.title = std::string(web::text(language, "practice.refused")),
                     .problem = std::string(problem),
                     .hint = std::string(web::text(language, "practice.nothingSent"))},
                    language);
}

/// Without script a page cannot deliver twice by itself: the class does it with two links to one address.
http::Response twicePage(const std::string& address, web::Language language) {
    return htmlPage(200, "practice_twice", {{"title", web::text(language, "practice.twice")}, {"href", address}},
                    language);
}

} // namespace

http::Response SandboxIdp::authorize(const http::Request& request) {
    const web::Language language = languageOf(request);
    const auto parameters = http::Parameters::parse(request.method == "POST" ? request.body : request.query);
    if (!parameters) {
        return errorPage(web::text(language, "practice.malformed"), language);
    }
    if (const auto name = parameters->repeated()) {
        return errorPage(web::text(language, "practice.repeated", *name), language);
    }
    if (const std::string client = text(*parameters, "client_id");
        client != m_options.clientId && client != kPublicClient) {
        return errorPage(web::text(language, "practice.client"), language);
    }
    if (connectionIn(text(*parameters, "redirect_uri"), m_options.publicUrl + "/sso/oidc/", "/callback").empty()) {
        return errorPage(web::text(language, "practice.redirect"), language);
    }
    return answerAuthorize(request, *parameters);
}

http::Response SandboxIdp::answerAuthorize(const http::Request& request, const http::Parameters& parameters) {
    const auto refuse = [&](std::string_view error, std::string_view description) {
        http::Parameters answer;
        answer.append("error", std::string(error));
        answer.append("error_description", std::string(description));
        if (const auto state = parameters.get("state")) {
            answer.append("state", std::string(*state));
        }
        answer.append("iss", m_options.issuer);
        return seeOther(http::withQuery(text(parameters, "redirect_uri"), answer));
    };
    if (const Refusal refusal = judge(parameters); !refusal.error.empty()) {
        return refuse(refusal.error, refusal.description);
    }
    if (m_faults.on(Fault::AccessDenied)) {
        return refuse("access_denied", "the practice provider was told to refuse");
    }
    if (m_faults.on(Fault::AuthorizeError)) {
        return refuse("server_error", "the practice provider was told to fail");
    }
    const std::vector<std::string> prompt = words(text(parameters, "prompt"));
    if (contains(prompt, "none")) {
        const auto session = sessionOf(request);
        std::int64_t maxAge = std::numeric_limits<std::int32_t>::max();
        const std::string maxAgeText = text(parameters, "max_age");
        std::from_chars(maxAgeText.data(), maxAgeText.data() + maxAgeText.size(), maxAge);
        if (prompt.size() > 1) {
            return refuse("invalid_request", "prompt=none stands alone");
        }
        if (!session || session->authTime + Seconds(maxAge) < m_clock.now()) {
            return refuse("login_required", "nobody is signed in");
        }
        return signIn(*session, parameters, languageOf(request));
    }
    for (const char* name : {"persona", "login_hint"}) {
        if (const Persona* persona = findPersona(text(parameters, name))) {
            return signIn({persona->name, crypto::randomToken(16), m_clock.now()}, parameters, languageOf(request));
        }
    }
    return peoplePage({m_options.company, m_options.path + "/authorize", parameters, text(parameters, "login_hint"),
                       m_faults.active(Protocol::Oidc)},
                      languageOf(request));
}

http::Response SandboxIdp::signIn(const Session& session, const http::Parameters& parameters, web::Language language) {
    const Time now = m_clock.now();
    Grant grant;
    grant.session = session;
    grant.scopes = words(text(parameters, "scope"));
    grant.clientId = text(parameters, "client_id");
    grant.redirectUri = text(parameters, "redirect_uri");
    grant.challenge = text(parameters, "code_challenge");
    grant.nonce = text(parameters, "nonce");
    const std::vector<std::string> acrs = words(text(parameters, "acr_values"));
    grant.acr = acrs.empty() ? "phr" : acrs.front();
    const std::string code = crypto::randomToken();
    m_codes.put(code, grant, now + kCodeLife);

    http::Parameters answer;
    answer.append("code", code);
    if (const auto state = parameters.get("state")) {
        answer.append("state", std::string(*state));
    }
    answer.append("iss", m_options.issuer);
    const std::string address = http::withQuery(grant.redirectUri, answer);
    http::Response response = m_faults.on(Fault::ReplayedAnswer) ? twicePage(address, language) : seeOther(address);
    const std::string cookie = crypto::randomToken();
    m_sessions.put(cookie, session, now + kSessionLife);
    http::CookieOptions options;
    options.secure = m_options.issuer.starts_with("https://");
    options.path = m_options.path;
    response.headers.add("Set-Cookie", http::setCookie(cookieName(), cookie, options));
    return response;
}

} // namespace gatehouse::sandbox
