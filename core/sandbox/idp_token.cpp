// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "crypto/random.h"
#include "jose/jws.h"
#include "oauth/client_credentials.h"
#include "oauth/error.h"
#include "oauth/pkce.h"
#include "sandbox/page.h"
#include "sandbox/sandbox_idp.h"
#include "web/texts.h"

namespace gatehouse::sandbox {

namespace {

constexpr Seconds kTokenLife{300};

/// OpenID Connect Core 1.0, 3.1.3.6: the left half of the hash.
std::string halfHash(std::string_view token) {
    return base64UrlEncode(crypto::sha256(token).substr(0, 16));
}

} // namespace

http::Response SandboxIdp::token(const http::Request& request) {
    if (m_faults.on(Fault::TokenError)) {
        return jsonAnswer(500,
                          R"({"error":"server_error","error_description":"the practice provider was told to fail"})");
    }
    const auto answer = redeem(request);
    if (!answer) {
        return oauth::toTokenResponse(answer.error(), oauth::triedByHeader(request.headers) ? oauth::TriedBy::Header
                                                                                            : oauth::TriedBy::Body);
    }
    return jsonAnswer(200, json::write(*answer));
}

Result<json::Object> SandboxIdp::redeem(const http::Request& request) {
    TRY(form, http::Parameters::parse(request.body));
    TRY(client, oauth::extractClientCredentials(request.headers, form));
    if (!isClient(client)) {
        return fail(Code::Unauthenticated, "oauth.invalid_client.secret");
    }
    if (form.repeated()) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.repeated");
    }
    if (form.get("grant_type") != "authorization_code") {
        return fail(Code::InvalidArgument, "oauth.unsupported_grant_type");
    }
    const auto grant = m_codes.take(std::string(form.get("code").value_or("")), m_clock.now());
    if (!grant || grant->clientId != client.clientId) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.code");
    }
    if (form.get("redirect_uri") != std::string_view(grant->redirectUri)) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.redirect_uri");
    }
    ENSURE(oauth::checkVerifier(grant->challenge, form.get("code_verifier").value_or("")));
    const std::string accessToken = crypto::randomToken();
    m_accessTokens.put(accessToken, {grant->session.persona, grant->scopes}, m_clock.now() + kTokenLife);
    TRY(signedToken, idToken(*grant, accessToken));
    return json::Object{{"access_token", accessToken},
                        {"token_type", "Bearer"},
                        {"expires_in", kTokenLife.count()},
                        {"id_token", std::move(signedToken)}};
}

bool SandboxIdp::isClient(const oauth::ClientCredentials& client) const {
    if (client.clientId == kPublicClient) {
        return client.secret.empty();
    }
    return client.clientId == m_options.clientId &&
           crypto::constantTimeEqual(client.secret.reveal(), m_options.clientSecret.reveal());
}

Result<std::string> SandboxIdp::idToken(const Grant& grant, const std::string& accessToken) const {
    const Persona* persona = findPersona(grant.session.persona);
    if (persona == nullptr) {
        return fail(Code::Internal, "sandbox.persona");
    }
    const Seconds off = m_faults.on(Fault::ClockOff) ? kClockOffBy : Seconds(0);
    const Seconds late = m_faults.on(Fault::Expired) ? kExpiredBy : Seconds(0);
    const Time now = m_clock.now() + off - late;
    const bool weak = m_faults.on(Fault::WeakAcr);
    json::Object claims{
        {"iss", m_options.issuer + (m_faults.on(Fault::WrongIssuer) ? "/other" : "")},
        {"sub", persona->subject},
        {"aud", m_faults.on(Fault::WrongAudience) ? "somebody-else" : grant.clientId},
        {"exp", toUnixSeconds(now + kTokenLife)},
        {"iat", toUnixSeconds(now)},
        {"auth_time", toUnixSeconds(grant.session.authTime + off - late)},
        {"acr", weak ? std::string("pwd") : grant.acr},
        {"amr", weak ? json::Array{"pwd"} : json::Array{"hwk", "pin", "mfa"}},
        {"sid", grant.session.sid},
        {"at_hash", halfHash(accessToken)},
    };
    if (!grant.nonce.empty()) {
        claims["nonce"] = grant.nonce + (m_faults.on(Fault::WrongNonce) ? "-other" : "");
    }
    // A provider that fails at its userinfo endpoint is asked there only if the ID token says too little.
    if (!m_faults.on(Fault::UserinfoError)) {
        for (const auto& claim : releasedClaims(*persona, grant.scopes)) {
            claims.emplace(claim.key(), claim.value());
        }
    }
    if (m_faults.on(Fault::NoEmail)) {
        claims.erase("email");
        claims.erase("email_verified");
    }
    const Key& key = m_faults.on(Fault::UnknownKey) ? m_stranger : m_key;
    TRY(signedToken,
        jose::signCompact({{"kid", key.kid}, {"typ", "JWT"}}, json::write(claims), key.key, crypto::Signature::ES256));
    if (m_faults.on(Fault::BadSignature)) {
        const std::size_t at = signedToken.rfind('.') + 10;
        signedToken[at] = signedToken[at] == 'A' ? 'B' : 'A';
    }
    return signedToken;
}

http::Response SandboxIdp::userinfo(const http::Request& request) const {
    if (m_faults.on(Fault::UserinfoError)) {
        return jsonAnswer(500, R"({"error":"server_error"})");
    }
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view header = request.headers.get("Authorization").value_or("");
    const auto access = header.starts_with(kScheme)
                            ? m_accessTokens.find(std::string(header.substr(kScheme.size())), m_clock.now())
                            : std::nullopt;
    const Persona* persona = access ? findPersona(access->persona) : nullptr;
    if (persona == nullptr) {
        oauth::BearerChallenge challenge;
        if (!header.empty()) {
            challenge.error = oauth::ErrorCode::InvalidToken;
        }
        return oauth::toResourceResponse(challenge);
    }
    json::Object claims{{"sub", persona->subject}};
    for (const auto& claim : releasedClaims(*persona, access->scopes)) {
        claims.emplace(claim.key(), claim.value());
    }
    if (m_faults.on(Fault::NoEmail)) {
        claims.erase("email");
        claims.erase("email_verified");
    }
    return jsonAnswer(200, json::write(claims));
}

http::Response SandboxIdp::endSession(const http::Request& request) {
    const web::Language language = languageOf(request);
    const auto parameters = http::Parameters::parse(request.method == "POST" ? request.body : request.query);
    if (!parameters || parameters->repeated()) {
        return notePage(400,
                        {.title = std::string(web::text(language, "practice.refused")),
                         .problem = std::string(web::text(language, "practice.malformed"))},
                        language);
    }
    if (const auto cookie = http::cookie(request.headers, cookieName()); cookie && *cookie) {
        (void)m_sessions.take(**cookie, m_clock.now());
    }
    const std::string returnTo(parameters->get("post_logout_redirect_uri").value_or(""));
    http::Response response;
    // Only back to the broker: what comes from anywhere else ends here.
    if (returnTo.starts_with(m_options.publicUrl + "/")) {
        http::Parameters answer;
        if (const auto state = parameters->get("state")) {
            answer.append("state", std::string(*state));
        }
        response = seeOther(answer.pairs().empty() ? returnTo : http::withQuery(returnTo, answer));
    } else {
        response = notePage(200,
                            {.title = std::string(web::text(language, "signedOut.done")),
                             .message = std::string(web::text(language, "practice.forgotten"))},
                            language);
    }
    http::CookieOptions options;
    options.secure = m_options.issuer.starts_with("https://");
    options.path = m_options.path;
    options.maxAge = Seconds(0);
    response.headers.add("Set-Cookie", http::setCookie(cookieName(), "", options));
    return response;
}

} // namespace gatehouse::sandbox
