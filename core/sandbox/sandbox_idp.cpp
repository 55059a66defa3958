// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandbox_idp.h"

#include "jose/jwk.h"
#include "sandbox/page.h"

namespace gatehouse::sandbox {

Result<std::unique_ptr<SandboxIdp>> SandboxIdp::create(IdpOptions options, const Clock& clock) {
    if (options.clientId.empty() || options.clientSecret.empty() || options.issuer.empty() || options.path.empty()) {
        return fail(Code::InvalidArgument, "sandbox.options");
    }
    TRY(key, crypto::PrivateKey::generate(crypto::KeyType::EcP256));
    TRY(stranger, crypto::PrivateKey::generate(crypto::KeyType::EcP256));
    Key own{key, jose::thumbprint(key.publicKey())};
    Key other{stranger, jose::thumbprint(stranger.publicKey())};
    TRY(saml, SamlIdp::create(options, clock));
    return std::unique_ptr<SandboxIdp>(
        new SandboxIdp(std::move(options), clock, std::move(own), std::move(other), std::move(saml)));
}

SandboxIdp::SandboxIdp(IdpOptions options, const Clock& clock, Key key, Key stranger, std::unique_ptr<SamlIdp> saml)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_key(std::move(key))
    , m_stranger(std::move(stranger))
    , m_saml(std::move(saml)) {}

http::Response SandboxIdp::handle(const http::Request& request) {
    if (!request.path.starts_with(m_options.path)) {
        return notFound();
    }
    const std::string_view rest = std::string_view(request.path).substr(m_options.path.size());
    const bool get = request.method == "GET" || request.method == "HEAD";
    const bool post = request.method == "POST";
    if (constexpr std::string_view kSaml = "/saml/"; rest.starts_with(kSaml)) {
        return m_saml->handle(request, rest.substr(kSaml.size()), m_faults);
    }
    if (rest == "/authorize") {
        return get || post ? authorize(request) : wrongMethod("GET, POST");
    }
    if (rest == "/token") {
        return post ? token(request) : wrongMethod("POST");
    }
    if (rest == "/userinfo") {
        return get || post ? userinfo(request) : wrongMethod("GET, POST");
    }
    if (rest == "/end_session") {
        return get || post ? endSession(request) : wrongMethod("GET, POST");
    }
    if (rest == "/.well-known/openid-configuration") {
        return get ? discovery() : wrongMethod("GET");
    }
    if (rest == "/jwks") {
        return get ? jwks() : wrongMethod("GET");
    }
    return notFound();
}

json::Object SandboxIdp::describe() const {
    json::Array people;
    for (const Persona& persona : personas()) {
        people.push_back(toJson(persona));
    }
    return {{"issuer", m_options.issuer},
            {"clientId", kPublicClient},
            {"personas", std::move(people)},
            {"faults", toJson(m_faults)}};
}

Problems SandboxIdp::update(const json::Object& object) {
    Problems problems;
    for (const auto& member : object) {
        if (member.key() != "issuer" && member.key() != "clientId" && member.key() != "personas" &&
            member.key() != "faults") {
            problems.push_back({"/" + std::string(member.key()), "unknown_member", "is not known"});
        }
    }
    const json::Value* faults = json::member(object, "faults");
    return problems.empty() && faults != nullptr ? readJson(*faults, "/faults", m_faults) : problems;
}

http::Response SandboxIdp::discovery() const {
    if (m_faults.on(Fault::DiscoveryError)) {
        return jsonAnswer(503, R"({"error":"temporarily_unavailable"})");
    }
    const std::string& issuer = m_options.issuer;
    return jsonAnswer(
        200,
        json::write(json::Object{
            {"issuer", issuer},
            {"authorization_endpoint", issuer + "/authorize"},
            {"token_endpoint", issuer + "/token"},
            {"userinfo_endpoint", issuer + "/userinfo"},
            {"jwks_uri", issuer + "/jwks"},
            {"end_session_endpoint", issuer + "/end_session"},
            {"scopes_supported", json::Array{"openid", "email", "profile", "groups"}},
            {"response_types_supported", json::Array{"code"}},
            {"response_modes_supported", json::Array{"query"}},
            {"grant_types_supported", json::Array{"authorization_code"}},
            {"subject_types_supported", json::Array{"public"}},
            {"id_token_signing_alg_values_supported", json::Array{"ES256"}},
            {"token_endpoint_auth_methods_supported", json::Array{"client_secret_basic", "client_secret_post", "none"}},
            {"code_challenge_methods_supported", json::Array{"S256"}},
            {"prompt_values_supported", json::Array{"none", "login", "select_account"}},
            {"claims_supported", json::Array{"sub", "name", "given_name", "family_name", "preferred_username", "email",
                                             "email_verified", "groups", "org", "acr", "amr", "auth_time"}},
            {"authorization_response_iss_parameter_supported", true},
            {"claims_parameter_supported", false},
            {"request_parameter_supported", false},
            {"request_uri_parameter_supported", false}}));
}

http::Response SandboxIdp::jwks() const {
    if (m_faults.on(Fault::JwksError)) {
        return jsonAnswer(503, R"({"error":"temporarily_unavailable"})");
    }
    json::Array keys{jose::toJwk(m_key.key.publicKey(), m_key.kid, "sig", "ES256")};
    return jsonAnswer(200, json::write(json::Object{{"keys", std::move(keys)}}));
}

std::string SandboxIdp::cookieName() const {
    std::string name = "practice";
    for (const char c : m_options.path) {
        name += c == '/' ? '_' : c;
    }
    return name;
}

std::optional<SandboxIdp::Session> SandboxIdp::sessionOf(const http::Request& request) const {
    const auto value = http::cookie(request.headers, cookieName());
    return value && *value ? m_sessions.find(**value, m_clock.now()) : std::nullopt;
}

} // namespace gatehouse::sandbox
