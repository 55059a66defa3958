// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/dpop_key.h"

#include "crypto/hash.h"
#include "crypto/random.h"
#include "jose/jws.h"

namespace gatehouse::oidc::rp {
namespace {

constexpr std::size_t kLongestNonce = 1024;

// At the token endpoint in the body, at a protected resource in the challenge.
bool asksForNonce(const http::OutboundResponse& answer) {
    if (answer.status == 401) {
        return answer.headers.get("WWW-Authenticate").value_or("").find("use_dpop_nonce") != std::string_view::npos;
    }
    const auto body = answer.status == 400 ? json::parseObject(answer.body) : fail(Code::NotFound, "");
    return body && json::stringMember(*body, "error") == "use_dpop_nonce";
}

} // namespace

Result<DpopKey> DpopKey::create() {
    TRY(key, crypto::PrivateKey::generate(crypto::KeyType::EcP256));
    return DpopKey(std::move(key));
}

Status DpopKey::prove(http::OutboundRequest& request, std::string_view accessToken, Time now) const {
    json::Object claims{{"jti", crypto::newUuid(now)},
                        {"htm", request.method},
                        {"htu", request.url.substr(0, request.url.find_first_of("?#"))},
                        {"iat", toUnixSeconds(now)}};
    if (!accessToken.empty()) {
        claims["ath"] = base64UrlEncode(crypto::sha256(accessToken));
    }
    if (!m_nonce.empty()) {
        claims["nonce"] = m_nonce;
    }
    TRY(proof, jose::signCompact({{"typ", "dpop+jwt"}, {"jwk", jose::toJwk(m_key.publicKey(), "", "", "")}},
                                 json::write(claims), m_key, crypto::Signature::ES256));
    return request.headers.trySet("DPoP", proof);
}

bool DpopKey::wantsNonce(const http::OutboundResponse& answer) {
    const std::string_view nonce = answer.headers.get("DPoP-Nonce").value_or("");
    const bool isNew = !nonce.empty() && nonce.size() <= kLongestNonce && nonce != m_nonce;
    if (isNew) {
        m_nonce = nonce;
    }
    return isNew && asksForNonce(answer);
}

} // namespace gatehouse::oidc::rp
