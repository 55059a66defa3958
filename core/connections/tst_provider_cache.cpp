// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "connections/provider_cache.h"
#include "tests/support/test_idp.h"

using namespace gatehouse;

namespace {
constexpr const char* kIssuer = "https://idp.example";
const std::string kDiscovery = std::string(kIssuer) + "/.well-known/openid-configuration";
const std::string kJwks = std::string(kIssuer) + "/jwks";

json::Object metadataOf(const std::string& issuer) {
    return {{"issuer", issuer},
            {"authorization_endpoint", std::string(kIssuer) + "/authorize"},
            {"token_endpoint", std::string(kIssuer) + "/token"},
            {"jwks_uri", kJwks}};
}
} // namespace

class TestProviderCache : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_client = std::make_unique<test::ScriptedClient>();
        m_clock = std::make_unique<ManualClock>(Time(Milliseconds(1'800'000'000'000)));
        m_cache = std::make_unique<connections::ProviderCache>(*m_client, *m_clock, false);
        m_connection.id = ConnectionId("c1");
        m_connection.issuer = kIssuer;
        m_client->onJson(kDiscovery, metadataOf(kIssuer));
        publish(m_first);
    }
    void metadataAndKeysAreFetchedOnce() {
        QVERIFY(m_cache->get(m_connection));
        QVERIFY(m_cache->get(m_connection));
        QCOMPARE(m_client->calls(kDiscovery), 1);
        QCOMPARE(m_client->calls(kJwks), 1);
    }
    void whatWasGoodServesWhileTheProviderIsDown() {
        QVERIFY(m_cache->get(m_connection));
        fail();
        m_clock->advance(Seconds(2 * 3600));
        QVERIFY(m_cache->get(m_connection));
        m_clock->advance(Seconds(24 * 3600));
        QVERIFY(!m_cache->get(m_connection));
    }
    void aChangedIssuerIsNeverTaken() {
        m_client->onJson(kDiscovery, metadataOf("https://idp.example/"));
        const auto refused = m_cache->get(m_connection);
        QCOMPARE(refused.error().reason, std::string("metadata.issuer_mismatch"));
        QVERIFY(refused.error().detail.find("trailing slash") != std::string::npos);
    }
    void unknownKeysCauseOneFetchAMinute() {
        const auto seen = m_cache->get(m_connection).value();
        publish(m_second);
        m_clock->advance(Seconds(61));
        for (int i = 0; i < 100; ++i) {
            QVERIFY(m_cache->refreshKeys(m_connection, seen));
        }
        QCOMPARE(m_client->calls(kJwks), 2);
        QCOMPARE(m_cache->get(m_connection).value()->keys.keys.front().kid, std::string("k2"));
    }
    void whatIsHeldIsShownWithoutAFetchHoweverOldItIs() {
        QVERIFY(!m_cache->held(m_connection));
        QCOMPARE(m_client->calls(kDiscovery), 0);
        const auto fetched = m_cache->get(m_connection).value();
        m_clock->advance(Seconds(48 * 3600));
        QCOMPARE(m_cache->held(m_connection), fetched);
        QCOMPARE(m_client->calls(kDiscovery), 1);
        connections::Connection moved = m_connection;
        moved.issuer = "https://other.example";
        QVERIFY(!m_cache->held(moved)); // that is another provider's
        m_cache->drop(m_connection.id);
        QVERIFY(!m_cache->held(m_connection));
    }
    void endpointsWithoutTlsAreRefused() {
        json::Object document = metadataOf(kIssuer);
        document["token_endpoint"] = "http://idp.example/token";
        QCOMPARE(connections::parseMetadata(json::write(document), kIssuer, true).error().reason,
                 std::string("metadata.endpoint_insecure"));
        document["token_endpoint"] = "http://127.0.0.1:9/token";
        QVERIFY(connections::parseMetadata(json::write(document), kIssuer, true));
        QVERIFY(!connections::parseMetadata(json::write(document), kIssuer, false));
    }
    void aWebPageIsNamedAsOne() {
        const auto refused = connections::parseMetadata("<!DOCTYPE html><html>", kIssuer, false);
        QVERIFY(refused.error().detail.starts_with("This is a web page, not metadata"));
    }
    void missingEndpointsAreNamed() {
        for (const char* member : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
            json::Object document = metadataOf(kIssuer);
            document.erase(member);
            const auto refused = connections::parseMetadata(json::write(document), kIssuer, false);
            QCOMPARE(refused.error().reason, std::string("metadata.endpoint_missing"));
            QVERIFY(refused.error().detail.find(member) != std::string::npos);
        }
    }

private:
    void publish(const test::ProviderKey& key) { m_client->onJson(kJwks, {{"keys", json::Array{key.publicJwk()}}}); }
    void fail() {
        for (const std::string& url : {kDiscovery, kJwks}) {
            m_client->on(url, [](const http::OutboundRequest&) -> Result<http::OutboundResponse> {
                return gatehouse::fail(Code::Unavailable, "outbound.timeout");
            });
        }
    }
    test::ProviderKey m_first{"k1"};
    test::ProviderKey m_second{"k2"};
    std::unique_ptr<test::ScriptedClient> m_client;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<connections::ProviderCache> m_cache;
    connections::Connection m_connection;
};

QTEST_GUILESS_MAIN(TestProviderCache)
#include "tst_provider_cache.moc"
