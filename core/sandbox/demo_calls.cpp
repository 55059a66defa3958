// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "jose/jwt.h"
#include "sandbox/demo_app.h"

namespace gatehouse::sandbox {

namespace {

std::string text(const http::Parameters& parameters, std::string_view name) {
    return std::string(parameters.get(name).value_or(std::string_view()));
}

std::string member(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(std::string_view()));
}

/// What the other side said went wrong, for the page.
std::string whatItSaid(const json::Object& answer) {
    const std::string description = member(answer, "error_description");
    return member(answer, "error") + (description.empty() ? "" : ": " + description);
}

} // namespace

Result<json::Object> DemoApp::getJson(const std::string& url, const std::string& bearer) const {
    http::OutboundRequest request;
    request.url = url;
    request.headers.set("Accept", "application/json");
    if (!bearer.empty()) {
        ENSURE(request.headers.trySet("Authorization", "Bearer " + bearer));
    }
    TRY(response, m_send(request));
    if (response.status != 200) {
        return fail(Code::Unavailable, "demo.answer", url + " answered " + std::to_string(response.status));
    }
    return json::parseObject(response.body);
}

Result<DemoApp::Provider> DemoApp::provider() {
    const std::lock_guard lock(m_mutex);
    if (m_provider) {
        return *m_provider;
    }
    TRY(metadata, getJson(m_options.issuer + "/.well-known/openid-configuration", ""));
    if (member(metadata, "issuer") != m_options.issuer) {
        return fail(Code::FailedPrecondition, "demo.issuer", "the metadata is of " + member(metadata, "issuer"));
    }
    Provider found{
        member(metadata, "authorization_endpoint"),
        member(metadata, "token_endpoint"),
        member(metadata, "jwks_uri"),
        member(metadata, "userinfo_endpoint"),
        member(metadata, "end_session_endpoint"),
        json::stringsMember(metadata, "id_token_signing_alg_values_supported").value_or(std::vector<std::string>())};
    if (found.authorization.empty() || found.token.empty() || found.jwks.empty()) {
        return fail(Code::FailedPrecondition, "demo.metadata", "the metadata lacks an endpoint");
    }
    m_provider = found;
    return found;
}

Result<json::Object> DemoApp::askToken(const Provider& provider, const http::Parameters& form) const {
    const std::string credentials =
        http::percentEncode(m_options.clientId) + ":" + http::percentEncode(m_options.clientSecret.reveal());
    http::OutboundRequest request;
    request.method = "POST";
    request.url = provider.token;
    request.headers.set("Authorization", "Basic " + base64Encode(credentials));
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.headers.set("Accept", "application/json");
    request.body = form.encode();
    TRY(response, m_send(request));
    TRY(answer, json::parseObject(response.body));
    if (response.status != 200) {
        return fail(Code::PermissionDenied, "demo.token", whatItSaid(answer));
    }
    return answer;
}

Result<json::Object> DemoApp::proveJwt(const Provider& provider, const std::string& token, std::string_view type,
                                       const std::optional<std::string>& nonce) const {
    TRY(document, getJson(provider.jwks, ""));
    TRY(keys, jose::parseJwkSet(json::write(document)));
    jose::VerifyPolicy policy;
    for (const std::string& name : provider.algorithms) {
        if (const auto algorithm = jose::parseSignature(name)) {
            policy.algorithms.push_back(*algorithm);
        }
    }
    if (!type.empty()) {
        policy.type = std::string(type);
    }
    TRY(verified, jose::verifyCompact(token, keys.keys, policy));
    TRY(claims, json::parseObject(verified.payload));
    jose::ClaimRules rules;
    rules.issuer = m_options.issuer;
    rules.audience = m_options.clientId;
    rules.singleAudience = true;
    rules.nonce = nonce;
    const Checks checks = jose::checkClaims(claims, rules, m_clock.now());
    for (const Check& check : checks) {
        // A logout token may name a session alone (Back-Channel Logout 1.0, 2.4).
        const bool mayLack = check.name == "claims.sub" && type == "logout+jwt";
        if (check.status == Check::Status::Fail && !mayLack) {
            return fail(Code::PermissionDenied, check.name, "expected " + check.expected + ", got " + check.actual);
        }
    }
    return claims;
}

void DemoApp::fetchUserinfo(const Provider& provider, Session& session) const {
    const auto info = getJson(provider.userinfo, session.accessToken);
    session.userinfo = info.value_or(json::Object());
    session.userinfoError = info ? "" : info.error().detail;
    if (info && member(*info, "sub") != session.subject) {
        session.userinfo = {};
        session.userinfoError = "userinfo speaks of somebody else";
    }
}

Result<DemoApp::Session> DemoApp::finish(const http::Parameters& answer, const std::string& browser) {
    const auto trip = m_trips.take(text(answer, "state"), m_clock.now());
    if (!trip) {
        return fail(Code::InvalidArgument, "demo.state", "this sign-in was not started here, or is over");
    }
    if (browser.empty() || !crypto::constantTimeEqual(trip->browser, browser)) {
        return fail(Code::InvalidArgument, "demo.browser", "this sign-in was started in another browser");
    }
    if (text(answer, "iss") != m_options.issuer) {
        return fail(Code::InvalidArgument, "demo.issuer", "the answer is of another issuer");
    }
    if (answer.get("error")) {
        return fail(Code::PermissionDenied, "demo.refused",
                    text(answer, "error") + ": " + text(answer, "error_description"));
    }
    TRY(known, provider());
    http::Parameters form;
    form.append("grant_type", "authorization_code");
    form.append("code", text(answer, "code"));
    form.append("redirect_uri", redirectUri(m_options.url));
    form.append("code_verifier", trip->verifier);
    TRY(tokens, askToken(known, form));
    Session session;
    session.idToken = member(tokens, "id_token");
    session.accessToken = member(tokens, "access_token");
    session.refreshToken = member(tokens, "refresh_token");
    TRY(claims, proveJwt(known, session.idToken, "", trip->nonce));
    session.subject = member(claims, "sub");
    session.sid = member(claims, "sid");
    session.claims = std::move(claims);
    return session;
}

} // namespace gatehouse::sandbox
