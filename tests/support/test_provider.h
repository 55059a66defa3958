// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "connections/connection.h"
#include "keys/key_ring.h"
#include "tests/support/test_idp.h"
#include "tests/support/test_store.h"

namespace gatehouse::test {

/// A provider on a ScriptedClient with nothing wrong with it, a connection of acme to it, and acme's keys: the ground
/// on which the tests of oidc/rp break one thing each.
class TestProvider {
public:
    TestProvider()
        : m_store(keys::migrations())
        , ring(keys::KeyRing::open(*m_store, keys::MasterKey::generate().value(), TestStore::kNow).value()) {
        const auto made = ring->generate(m_store.acme().id, TestStore::kNow).value();
        (void)m_store->write([&](store::Writer& writer) { return ring->insert(writer, made); });
        connection.id = ConnectionId("c1");
        connection.tenant = m_store.acme().id;
        connection.name = "company";
        connection.issuer = kIssuer;
        connection.clientId = "gatehouse";
        connection.clientSecret = Secret("s3cret & more");
        metadata = {{"issuer", kIssuer},
                    {"authorization_endpoint", url("/authorize")},
                    {"token_endpoint", url("/token")},
                    {"userinfo_endpoint", url("/userinfo")},
                    {"end_session_endpoint", url("/end?x=1")},
                    {"jwks_uri", url("/jwks")},
                    {"id_token_signing_alg_values_supported", json::Array{"ES256"}},
                    {"authorization_response_iss_parameter_supported", true}};
        publish();
    }
    /// Puts `metadata` and the keys where they are fetched from.
    void publish() {
        answer("/.well-known/openid-configuration", 200, json::write(metadata));
        answer("/jwks", 200, json::write(json::Object{{"keys", json::Array{key.publicJwk()}}}));
    }
    void answer(const std::string& path, int status, const std::string& body) {
        client.on(url(path), [this, status, body](const http::OutboundRequest&) {
            http::OutboundResponse response;
            response.status = status;
            response.headers.set("Content-Type", "application/json");
            response.body = body;
            response.date = date;
            return response;
        });
    }
    [[nodiscard]] static std::string url(const std::string& path) { return kIssuer + path; }

    static inline const std::string kIssuer = "https://idp.example";
    ManualClock clock{TestStore::kNow};
    std::optional<Time> date = TestStore::kNow; ///< of each answer
    ScriptedClient client;
    ProviderKey key{"k1"};
    json::Object metadata;
    connections::Connection connection;

private:
    TestStore m_store;

public:
    std::unique_ptr<keys::KeyRing> ring;
};

} // namespace gatehouse::test
