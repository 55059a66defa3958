// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_idp.h"

#include <algorithm>

#include "jose/jws.h"

namespace gatehouse::test {

Result<http::OutboundResponse> ScriptedClient::send(const std::string&, const http::OutboundRequest& request) {
    requests.push_back(request);
    const auto answer = m_answers.find(request.url);
    if (answer == m_answers.end() && !m_otherwise) {
        return fail(Code::Unavailable, "outbound.connect", "nobody listens");
    }
    return (answer == m_answers.end() ? m_otherwise : answer->second)(request).map(
        [&](http::OutboundResponse response) { return http::handedOver(request, std::move(response)); });
}

void ScriptedClient::onJson(const std::string& url, const json::Object& body, int status) {
    on(url, [text = json::write(body), status](const http::OutboundRequest&) {
        http::OutboundResponse response;
        response.status = status;
        response.headers.set("Content-Type", "application/json");
        response.body = text;
        return response;
    });
}

int ScriptedClient::calls(const std::string& url) const {
    return int(std::count_if(requests.begin(), requests.end(),
                             [&](const http::OutboundRequest& request) { return request.url == url; }));
}

ProviderKey::ProviderKey(std::string kid, crypto::KeyType type)
    : m_kid(std::move(kid))
    , m_key(crypto::PrivateKey::generate(type).value())
    , m_algorithm(type == crypto::KeyType::Rsa ? crypto::Signature::RS256 : crypto::Signature::ES256) {}

json::Object ProviderKey::publicJwk() const {
    return jose::toJwk(m_key.publicKey(), m_kid, "sig", jose::signatureName(m_algorithm));
}

jose::Jwk ProviderKey::jwk() const {
    return jose::parseJwk(publicJwk()).value();
}

std::string ProviderKey::sign(const json::Object& claims, std::string_view type) const {
    json::Object header{{"kid", m_kid}};
    if (!type.empty()) {
        header["typ"] = type;
    }
    return jose::signCompact(std::move(header), json::write(claims), m_key, m_algorithm).value();
}

} // namespace gatehouse::test
