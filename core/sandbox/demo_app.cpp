// SPDX-License-Identifier: Apache-2.0
#include "sandbox/demo_app.h"

#include "crypto/random.h"
#include "oauth/pkce.h"
#include "sandbox/page.h"

namespace gatehouse::sandbox {

namespace {

constexpr Seconds kTripLife{600};
constexpr Seconds kSessionLife{8 * 3600};

std::string text(const http::Parameters& parameters, std::string_view name) {
    return std::string(parameters.get(name).value_or(std::string_view()));
}

} // namespace

DemoApp::DemoApp(DemoAppOptions options, Send send, const Clock& clock)
    : m_options(std::move(options))
    , m_send(std::move(send))
    , m_clock(clock)
    , m_trips(1000)
    , m_sessions(1000) {}

http::Response DemoApp::handle(const http::Request& request) {
    if (!request.path.starts_with(m_options.path)) {
        return notFound();
    }
    const std::string_view rest = std::string_view(request.path).substr(m_options.path.size());
    const bool get = request.method == "GET" || request.method == "HEAD";
    const bool post = request.method == "POST";
    if (rest.empty() || rest == "/") {
        return get ? home(request) : wrongMethod("GET");
    }
    if (rest == "/login") {
        return get ? begin(request) : wrongMethod("GET");
    }
    if (rest == "/callback") {
        return get ? callback(request) : wrongMethod("GET");
    }
    if (rest == "/refresh") {
        return post ? refresh(request) : wrongMethod("POST");
    }
    if (rest == "/logout") {
        return post ? logout(request) : wrongMethod("POST");
    }
    if (rest == "/backchannel-logout") {
        return post ? backchannelLogout(request) : wrongMethod("POST");
    }
    if (rest == "/signed-out") {
        return get ? signedOutPage(Left::Now, languageOf(request)) : wrongMethod("GET");
    }
    return notFound();
}

std::string DemoApp::cookieName() const {
    return m_options.url.starts_with("https://") ? "__Secure-demo" : "demo";
}

std::string DemoApp::browserOf(const http::Request& request) const {
    const auto value = http::cookie(request.headers, cookieName());
    return value && *value ? **value : std::string();
}

std::string DemoApp::setBrowser(const std::string& value) const {
    http::CookieOptions options;
    options.secure = m_options.url.starts_with("https://");
    options.path = m_options.path;
    return http::setCookie(cookieName(), value, options);
}

http::Response DemoApp::home(const http::Request& request) {
    const std::string browser = browserOf(request);
    auto session = m_sessions.find(browser, m_clock.now());
    if (!session) {
        return signedOutPage(Left::Before, languageOf(request));
    }
    if (const auto known = provider()) {
        fetchUserinfo(*known, *session);
    }
    return signedInPage(*session, languageOf(request));
}

http::Response DemoApp::begin(const http::Request& request) {
    const auto known = provider();
    const auto wanted = http::Parameters::parse(request.query);
    if (!known || !wanted) {
        return failed(known ? wanted.error() : known.error(), languageOf(request));
    }
    Trip trip{crypto::randomToken(), crypto::randomToken(), crypto::randomToken()};
    const std::string state = crypto::randomToken();
    http::Parameters question;
    question.append("response_type", "code");
    question.append("client_id", m_options.clientId);
    question.append("redirect_uri", redirectUri(m_options.url));
    question.append("scope", m_options.scope);
    question.append("state", state);
    question.append("nonce", trip.nonce);
    question.append("code_challenge", oauth::challengeFor(trip.verifier));
    question.append("code_challenge_method", "S256");
    for (const char* name : {"login_hint", "prompt", "connection", "acr_values", "max_age", "ui_locales"}) {
        if (const auto value = wanted->get(name)) {
            question.append(name, std::string(*value));
        }
    }
    if (!m_options.domain.empty()) {
        question.append("domain_hint", m_options.domain);
    }
    http::Response response = seeOther(http::withQuery(known->authorization, question));
    response.headers.add("Set-Cookie", setBrowser(trip.browser));
    m_trips.put(state, std::move(trip), m_clock.now() + kTripLife);
    return response;
}

http::Response DemoApp::callback(const http::Request& request) {
    const auto answer = http::Parameters::parse(request.query);
    if (!answer || answer->repeated()) {
        return failed({Code::InvalidArgument, "demo.callback", "the answer's parameters are malformed"},
                      languageOf(request));
    }
    const auto session = finish(*answer, browserOf(request));
    if (!session) {
        return failed(session.error(), languageOf(request));
    }
    const std::string browser = crypto::randomToken();
    m_sessions.put(browser, *session, m_clock.now() + kSessionLife);
    http::Response response = seeOther(m_options.url + "/");
    response.headers.add("Set-Cookie", setBrowser(browser));
    return response;
}

http::Response DemoApp::refresh(const http::Request& request) {
    const std::string browser = browserOf(request);
    auto session = m_sessions.find(browser, m_clock.now());
    const auto known = provider();
    if (!session || !known) {
        return seeOther(m_options.url + "/");
    }
    http::Parameters form;
    form.append("grant_type", "refresh_token");
    form.append("refresh_token", session->refreshToken);
    const auto tokens = askToken(*known, form);
    if (!tokens) {
        (void)m_sessions.take(browser, m_clock.now());
        return failed(tokens.error(), languageOf(request));
    }
    session->accessToken = json::stringMember(*tokens, "access_token").value_or("");
    session->refreshToken = json::stringMember(*tokens, "refresh_token").value_or(session->refreshToken);
    session->idToken = json::stringMember(*tokens, "id_token").value_or(session->idToken);
    ++session->refreshes;
    m_sessions.replace(browser, *session);
    return seeOther(m_options.url + "/");
}

http::Response DemoApp::logout(const http::Request& request) {
    const auto session = m_sessions.take(browserOf(request), m_clock.now());
    const auto known = provider();
    if (!session || !known || known->endSession.empty()) {
        return seeOther(m_options.url + "/");
    }
    http::Parameters question;
    question.append("id_token_hint", session->idToken);
    question.append("client_id", m_options.clientId);
    question.append("post_logout_redirect_uri", postLogoutRedirectUri(m_options.url));
    question.append("state", crypto::randomToken(16));
    return seeOther(http::withQuery(known->endSession, question));
}

/// OpenID Connect Back-Channel Logout 1.0, 2.6.
http::Response DemoApp::backchannelLogout(const http::Request& request) {
    const auto bad = [] { return jsonAnswer(400, R"({"error":"invalid_request"})"); };
    const auto form = http::Parameters::parse(request.body);
    const auto known = provider();
    if (!form || !known) {
        return bad();
    }
    const auto claims = proveJwt(*known, text(*form, "logout_token"), "logout+jwt", std::nullopt);
    if (!claims || claims->contains("nonce")) {
        return bad();
    }
    const json::Object* events = json::objectMember(*claims, "events");
    const std::string sid(json::stringMember(*claims, "sid").value_or(""));
    const std::string subject(json::stringMember(*claims, "sub").value_or(""));
    if (events == nullptr ||
        json::objectMember(*events, "http://schemas.openid.net/event/backchannel-logout") == nullptr ||
        (sid.empty() && subject.empty())) {
        return bad();
    }
    m_sessions.eraseIf(
        [&](const Session& session) { return sid.empty() ? session.subject == subject : session.sid == sid; });
    return jsonAnswer(200, "{}");
}

} // namespace gatehouse::sandbox
