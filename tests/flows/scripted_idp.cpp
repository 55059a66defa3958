// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/scripted_idp.h"

#include <QtCore>

#include "crypto/random.h"
#include "oauth/pkce.h"
#include "web/security_headers.h"

namespace gatehouse::flows {

ScriptedIdp::ScriptedIdp(const Clock& clock)
    : m_clock(clock) {
    rotateKeys();
    http::ServerOptions options;
    options.listeners = {{"127.0.0.1:0"}};
    options.workers = 2;
    options.drainDeadline = Milliseconds(200);
    auto server = http::Server::start(std::move(options), [this](const http::Request& request) {
        const std::lock_guard lock(m_mutex);
        return handle(request);
    });
    if (!server) {
        qFatal("the provider: %s", server.error().detail.c_str());
    }
    m_server = *std::move(server);
    const std::lock_guard lock(m_mutex);
    m_issuer = "http://" + m_server->addresses().front();
}

void ScriptedIdp::person(json::Object claims) {
    const std::lock_guard lock(m_mutex);
    m_script = Script();
    m_script.person = std::move(claims);
}

void ScriptedIdp::change(const std::function<void(Script&)>& by) {
    const std::lock_guard lock(m_mutex);
    by(m_script);
}

void ScriptedIdp::rotateKeys() {
    const std::lock_guard lock(m_mutex);
    m_key = std::make_shared<const test::ProviderKey>("key-" + std::to_string(++m_keys));
}

std::shared_ptr<const test::ProviderKey> ScriptedIdp::key() const {
    const std::lock_guard lock(m_mutex);
    return m_key;
}

int ScriptedIdp::calls(const std::string& path) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_calls.find(path);
    return found == m_calls.end() ? 0 : found->second;
}

http::Parameters ScriptedIdp::lastAsked() const {
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

std::string ScriptedIdp::lastProof() const {
    const std::lock_guard lock(m_mutex);
    return m_proof;
}

http::Response ScriptedIdp::handle(const http::Request& request) {
    ++m_calls[request.path];
    const bool document = request.path == "/jwks" || request.path == "/.well-known/openid-configuration";
    if (document && m_script.serve) {
        return m_script.serve(request);
    }
    if (request.path == "/.well-known/openid-configuration") {
        return discovery();
    }
    if (request.path == "/jwks") {
        return web::jsonResponse(
            200, json::write(json::Object{{"keys", m_script.keys.value_or(json::Array{m_key->publicJwk()})}}));
    }
    if (request.path == "/authorize") {
        return authorize(request);
    }
    if (request.path == "/token") {
        return token(request);
    }
    if (request.path == "/userinfo") {
        return web::jsonResponse(200, json::write(m_script.userinfo.empty() ? m_script.person : m_script.userinfo));
    }
    return web::jsonResponse(404, "{}");
}

http::Response ScriptedIdp::discovery() const {
    json::Object document{{"issuer", m_issuer},
                          {"authorization_endpoint", m_issuer + "/authorize"},
                          {"token_endpoint", m_issuer + "/token"},
                          {"userinfo_endpoint", m_issuer + "/userinfo"},
                          {"end_session_endpoint", m_issuer + "/end"},
                          {"jwks_uri", m_issuer + "/jwks"},
                          {"response_types_supported", json::Array{"code"}},
                          {"subject_types_supported", json::Array{"public"}},
                          {"id_token_signing_alg_values_supported", json::Array{"ES256"}},
                          {"code_challenge_methods_supported", json::Array{"S256"}},
                          {"authorization_response_iss_parameter_supported", true}};
    if (m_script.bendMetadata) {
        m_script.bendMetadata(document);
    }
    return web::jsonResponse(200, json::write(document));
}

http::Response ScriptedIdp::authorize(const http::Request& request) {
    m_asked = http::Parameters::parse(request.query).value_or(http::Parameters());
    if (m_script.authorize) {
        return m_script.authorize(request);
    }
    const auto given = [&](std::string_view name) { return std::string(m_asked.get(name).value_or("")); };
    signIn();
    const std::string code = crypto::randomToken();
    m_codes[code] = {given("client_id"), given("redirect_uri"), given("code_challenge"), given("nonce"),
                     !m_script.saysWhenAsked || m_asked.count("max_age") == 1};
    http::Parameters answer;
    answer.append("code", code);
    answer.append("state", given("state"));
    answer.append("iss", m_issuer);
    if (m_script.bendAnswer) {
        m_script.bendAnswer(answer);
    }
    return web::seeOther(http::withQuery(given("redirect_uri"), answer));
}

// What OpenID Connect Core 1.0, 3.1.2.3 demands of one who is signed in already.
void ScriptedIdp::signIn() {
    const auto maxAge = m_asked.get("max_age");
    const bool anew =
        m_asked.get("prompt") == "login" ||
        (maxAge && m_script.session && m_clock.now() - *m_script.session > Seconds(std::stoll(std::string(*maxAge))));
    if (m_script.session && anew) {
        m_script.session = m_clock.now();
    }
}

http::Response ScriptedIdp::token(const http::Request& request) {
    m_proof = request.headers.get("Authorization").value_or("");
    if (m_script.tokenStatus != 0) {
        return web::jsonResponse(m_script.tokenStatus, m_script.tokenBody);
    }
    const auto form = http::Parameters::parse(request.body).value_or(http::Parameters());
    const auto grant = m_codes.extract(std::string(form.get("code").value_or("")));
    if (grant.empty() || form.get("redirect_uri") != grant.mapped().redirectUri ||
        oauth::challengeFor(form.get("code_verifier").value_or("")) != grant.mapped().challenge) {
        return web::jsonResponse(400, R"({"error":"invalid_grant"})");
    }
    const std::int64_t now = toUnixSeconds(m_clock.now());
    json::Object claims = m_script.person;
    claims["iss"] = m_issuer;
    claims["aud"] = grant.mapped().clientId;
    claims["nonce"] = grant.mapped().nonce;
    claims["iat"] = now;
    claims["exp"] = now + 300;
    if (!claims.contains("auth_time") && grant.mapped().saysWhen) {
        claims["auth_time"] = m_script.session ? toUnixSeconds(*m_script.session) : now;
    }
    if (m_script.bendClaims) {
        m_script.bendClaims(claims);
    }
    const std::string idToken = m_script.sign ? m_script.sign(claims) : m_key->sign(claims);
    return web::jsonResponse(200, json::write(json::Object{{"access_token", "upstream-access-token"},
                                                           {"token_type", "Bearer"},
                                                           {"expires_in", 300},
                                                           {"id_token", idToken}}));
}

} // namespace gatehouse::flows
