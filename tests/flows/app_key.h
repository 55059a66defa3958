// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crypto/keys.h"
#include "tests/flows/world.h"
#include "json/json.h"

namespace gatehouse::flows {

/// The key of an app: for client assertions (RFC 7523) and DPoP proofs (RFC 9449).
class AppKey {
public:
    explicit AppKey(std::string kid = "app-key")
        : m_kid(std::move(kid)) {}

    [[nodiscard]] json::Object publicJwk() const;
    [[nodiscard]] json::Object jwks() const { return {{"keys", json::Array{publicJwk()}}}; }
    [[nodiscard]] std::string thumbprint() const;

    /// The parameters of an assertion that holds; `changes` are other claims, null to leave one out.
    [[nodiscard]] Changes assertion(const App& app, const Clock& clock, const json::Object& changes = {},
                                    const json::Object& header = {}) const;
    /// The address of a signed request (RFC 9101): client_id and the object. `changes` are to its claims.
    [[nodiscard]] std::string signedRequest(const std::string& authorizeUrl, const App& app, const Clock& clock,
                                            const json::Object& changes = {}, const json::Object& header = {}) const;
    /// A DPoP header for a request; with `accessToken` for a protected resource.
    [[nodiscard]] http::Headers proof(const Clock& clock, const std::string& method, const std::string& url,
                                      const std::string& nonce = {}, const std::string& accessToken = {}) const;

    /// Header and payload signed as they are written.
    [[nodiscard]] std::string signText(const std::string& header, const std::string& payload) const;
    /// Any JWT by this key; the header needs its kid said.
    [[nodiscard]] std::string sign(json::Object header, const json::Object& claims) const;

private:
    std::string m_kid;
    crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
};

} // namespace gatehouse::flows
