// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "crypto/keys.h"
#include "http/client.h"
#include "jose/jwk.h"
#include "json/json.h"

namespace gatehouse::test {

/// An http::Client whose answers are set by hand, for faults that a real provider does not produce on demand.
class ScriptedClient final : public http::Client {
public:
    using Answer = std::function<Result<http::OutboundResponse>(const http::OutboundRequest&)>;
    [[nodiscard]] Result<http::OutboundResponse> send(const std::string& pool,
                                                      const http::OutboundRequest& request) override;
    void on(const std::string& url, Answer answer) { m_answers[url] = std::move(answer); }
    /// What any other address answers; by default nobody listens there.
    void otherwise(Answer answer) { m_otherwise = std::move(answer); }
    void onJson(const std::string& url, const json::Object& body, int status = 200);
    [[nodiscard]] int calls(const std::string& url) const;
    std::vector<http::OutboundRequest> requests;

private:
    std::map<std::string, Answer> m_answers;
    Answer m_otherwise;
};

/// A signing key of a provider, and tokens by it.
class ProviderKey {
public:
    explicit ProviderKey(std::string kid, crypto::KeyType type = crypto::KeyType::EcP256);
    [[nodiscard]] jose::Jwk jwk() const;
    [[nodiscard]] json::Object publicJwk() const;
    /// `type`: the header's typ; empty: none.
    [[nodiscard]] std::string sign(const json::Object& claims, std::string_view type = {}) const;

private:
    std::string m_kid;
    crypto::PrivateKey m_key;
    crypto::Signature m_algorithm;
};

} // namespace gatehouse::test
