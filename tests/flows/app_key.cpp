// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/app_key.h"

#include "base/encoding.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "jose/jwk.h"
#include "jose/jws.h"

namespace gatehouse::flows {
namespace {

void apply(json::Object& object, const json::Object& changes) {
    for (const auto& change : changes) {
        if (change.value().is_null()) {
            object.erase(change.key());
        } else {
            object[change.key()] = change.value();
        }
    }
}

} // namespace

json::Object AppKey::publicJwk() const {
    return jose::toJwk(m_key.publicKey(), m_kid, "sig", "ES256");
}

std::string AppKey::thumbprint() const {
    return jose::thumbprint(m_key.publicKey());
}

std::string AppKey::sign(json::Object header, const json::Object& claims) const {
    return jose::signCompact(std::move(header), json::write(claims), m_key, crypto::Signature::ES256).value();
}

std::string AppKey::signText(const std::string& header, const std::string& payload) const {
    const std::string text = base64UrlEncode(header) + "." + base64UrlEncode(payload);
    return text + "." + base64UrlEncode(m_key.sign(crypto::Signature::ES256, text).value());
}

Changes AppKey::assertion(const App& app, const Clock& clock, const json::Object& changes,
                          const json::Object& headerChanges) const {
    json::Object header{{"kid", m_kid}};
    apply(header, headerChanges);
    json::Object claims{{"iss", app.clientId},
                        {"sub", app.clientId},
                        {"aud", app.issuer},
                        {"jti", crypto::randomToken()},
                        {"iat", toUnixSeconds(clock.now())},
                        {"exp", toUnixSeconds(clock.now()) + 60}};
    apply(claims, changes);
    return {{"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
            {"client_assertion", sign(std::move(header), claims)}};
}

std::string AppKey::signedRequest(const std::string& authorizeUrl, const App& app, const Clock& clock,
                                  const json::Object& changes, const json::Object& headerChanges) const {
    json::Object header{{"kid", m_kid}, {"typ", "oauth-authz-req+jwt"}};
    apply(header, headerChanges);
    json::Object claims{{"iss", app.clientId},
                        {"aud", app.issuer},
                        {"iat", toUnixSeconds(clock.now())},
                        {"nbf", toUnixSeconds(clock.now())},
                        {"exp", toUnixSeconds(clock.now()) + 60}};
    const std::size_t query = authorizeUrl.find('?');
    const auto parameters = http::Parameters::parse(authorizeUrl.substr(query + 1)).value();
    for (const auto& [name, value] : parameters.pairs()) {
        claims[name] = value;
    }
    apply(claims, changes);
    http::Parameters address;
    address.append("client_id", app.clientId);
    address.append("request", sign(std::move(header), claims));
    return http::withQuery(authorizeUrl.substr(0, query), address);
}

http::Headers AppKey::proof(const Clock& clock, const std::string& method, const std::string& url,
                            const std::string& nonce, const std::string& accessToken) const {
    json::Object claims{
        {"jti", crypto::randomToken()}, {"htm", method}, {"htu", url}, {"iat", toUnixSeconds(clock.now())}};
    if (!nonce.empty()) {
        claims["nonce"] = nonce;
    }
    if (!accessToken.empty()) {
        claims["ath"] = base64UrlEncode(crypto::sha256(accessToken));
    }
    json::Object header{{"typ", "dpop+jwt"}, {"jwk", jose::toJwk(m_key.publicKey(), "", "", "")}};
    http::Headers headers;
    headers.set("DPoP", sign(std::move(header), claims));
    return headers;
}

} // namespace gatehouse::flows
