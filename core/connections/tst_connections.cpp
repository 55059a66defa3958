// SPDX-License-Identifier: Apache-2.0
// Connections in the store: their secrets sealed, their tenant's alone, their health remembered.
#include <QtTest>

#include "connections/connections.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using connections::Connection;
using test::TestStore;

class TestConnections : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_store = std::make_unique<TestStore>(connections::migrations());
        m_cache = std::make_unique<connections::ConnectionCache>(**m_store);
    }

    // CR-13
    void theSecretIsSealedAndOpensForItsRowAndTenantOnly() {
        Connection connection = make("c1", "okta");
        connection.clientSecret = Secret("s3cret-canary");
        QVERIFY(insert(connection));
        QCOMPARE(std::string(find(m_store->acme(), "c1")->clientSecret.reveal()), std::string("s3cret-canary"));
        std::string raw;
        (void)(*m_store)->read([&](store::Reader& reader) {
            return reader.query("SELECT document, secret FROM connections", {}, [&](const store::Row& row) {
                raw.append(row.text(0)).append(row.blob(1));
                return true;
            });
        });
        QVERIFY(!raw.empty());
        QVERIFY(raw.find("s3cret-canary") == std::string::npos);
        // The sealed bytes moved to another row do not open there.
        QVERIFY(insert(make("c2", "google")));
        QVERIFY((*m_store)->write([&](store::Writer& writer) {
            return writer.execute("UPDATE connections SET secret = (SELECT secret FROM connections WHERE id = 'c1')"
                                  " WHERE id = 'c2'",
                                  {});
        }));
        QVERIFY(!find(m_store->acme(), "c2"));
    }
    void aConnectionOfAnotherTenantIsNotFound() {
        QVERIFY(insert(make("c1", "okta")));
        QCOMPARE(find(m_store->evil(), "c1").error().reason, std::string("connections.not_found"));
        QVERIFY(!m_cache->get(TestStore::sealerFor(m_store->evil()), ConnectionId("c1")));
        QVERIFY(!(*m_store)->write([&](store::Writer& writer) {
            return connections::remove(writer, m_store->evil().id, ConnectionId("c1"));
        }));
        QCOMPARE(*m_cache->tenantOf(ConnectionId("c1")), m_store->acme().id);
        QCOMPARE(m_cache->tenantOf(ConnectionId("c9")).error().reason, std::string("connections.not_found"));
    }
    void aNameIsTakenOnce() {
        QVERIFY(insert(make("c1", "okta")));
        QCOMPARE(insert(make("c2", "okta")).error().reason, std::string("connections.name_taken"));
        QVERIFY(insert(make("c3", "google")));
        Connection renamed = find(m_store->acme(), "c3").value();
        renamed.name = "okta";
        QCOMPARE(update(renamed).error().reason, std::string("connections.name_taken"));
    }
    void aVersionIsWrittenOnce() {
        QVERIFY(insert(make("c1", "okta")));
        Connection one = find(m_store->acme(), "c1").value();
        Connection two = one;
        one.enabled = false;
        QVERIFY(update(one));
        QCOMPARE(update(two).error().reason, std::string("connections.stale"));
        QVERIFY(!find(m_store->acme(), "c1")->enabled);
    }
    void aListIsSearchedAndPaged() {
        QVERIFY(insert(make("c1", "okta")));
        QVERIFY(insert(make("c2", "google")));
        QVERIFY(insert(make("c3", "okta-two")));
        QCOMPARE(list("OKTA", "", 10).items.size(), std::size_t(2));
        const auto first = list("", "", 2);
        QCOMPARE(list("", first.nextCursor.value(), 2).items.front().id.text(), std::string("c3"));
    }
    void aChangeShowsOnceTheCacheIsDropped() {
        QVERIFY(insert(make("c1", "okta")));
        QVERIFY((*m_cache->get(m_store->sealer(), ConnectionId("c1")))->enabled);
        Connection changed = find(m_store->acme(), "c1").value();
        changed.enabled = false;
        QVERIFY(update(changed));
        m_cache->drop(m_store->acme().id);
        QVERIFY(!(*m_cache->get(m_store->sealer(), ConnectionId("c1")))->enabled);
    }
    void healthRemembersTheLastOfEachKind() {
        QVERIFY(insert(make("c1", "okta")));
        QVERIFY(!health().lastSuccess && !health().lastFailure && !health().lastRefresh);
        const Time now = TestStore::kNow;
        QVERIFY((*m_store)->write([&](store::Writer& writer) -> Status {
            const TenantId& tenant = m_store->acme().id;
            const ConnectionId id("c1");
            ENSURE(connections::recordOutcome(writer, tenant, id, false, "id_token.aud", "GH-1", now));
            ENSURE(connections::recordOutcome(writer, tenant, id, true, "", "", now + Seconds(1)));
            return connections::recordRefresh(writer, tenant, id, now + Seconds(2));
        }));
        const connections::Health known = health();
        QVERIFY(known.lastFailure == now && known.lastSuccess == now + Seconds(1) &&
                known.lastRefresh == now + Seconds(2));
        QCOMPARE(known.lastFailureReason, std::string("id_token.aud"));
        QCOMPARE(known.lastFailureReference, std::string("GH-1"));
        // It goes with the connection.
        QVERIFY((*m_store)->write([&](store::Writer& writer) {
            return connections::remove(writer, m_store->acme().id, ConnectionId("c1"));
        }));
        QVERIFY(!health().lastFailure);
    }

private:
    Connection make(const std::string& id, const std::string& name) {
        Connection connection;
        connection.id = ConnectionId(id);
        connection.tenant = m_store->acme().id;
        connection.name = name;
        connection.issuer = "https://idp.example";
        connection.clientId = "gatehouse";
        connection.createdAt = connection.updatedAt = TestStore::kNow;
        return connection;
    }
    Status insert(const Connection& connection) {
        return (*m_store)->write(
            [&](store::Writer& writer) { return connections::insert(writer, m_store->sealer(), connection); });
    }
    Status update(Connection& connection) {
        return (*m_store)->write(
            [&](store::Writer& writer) { return connections::update(writer, m_store->sealer(), connection); });
    }
    Result<Connection> find(const tenants::Tenant& tenant, const char* id) {
        return (*m_store)->read([&](store::Reader& reader) {
            return connections::find(reader, TestStore::sealerFor(tenant), ConnectionId(id));
        });
    }
    connections::Page list(const char* query, const std::string& cursor, std::size_t limit) {
        return (*m_store)
            ->read([&](store::Reader& reader) {
                return connections::list(reader, m_store->sealer(), query, cursor, limit);
            })
            .value();
    }
    connections::Health health() {
        return (*m_store)
            ->read([&](store::Reader& reader) {
                return connections::health(reader, m_store->acme().id, ConnectionId("c1"));
            })
            .value();
    }
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<connections::ConnectionCache> m_cache;
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
