// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include "keys/jwks_fetches.h"
#include "keys/key_ring.h"

using namespace gatehouse;
using namespace gatehouse::keys;
using Holds = FetchEvidence::Holds;

class TestJwksFetches : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<JwksFetches> m_fetches;
    int m_file = 0;
    const Time m_now = fromMillis(1'700'000'000'000);
    const TenantId m_acme{"acme-id"};
    const TenantId m_evil{"evil-id"};
    const AppId m_shop{"shop"};
    const AppId m_wiki{"wiki"};

    void fetch(std::string_view kids, std::string_view address, const AppId& claimed = {}, Seconds later = Seconds(0),
               std::string_view userAgent = "jose/5") {
        m_fetches->fetched({m_acme, kids, kids, claimed, address, userAgent}, m_now + later);
    }
    std::vector<FetchCount> counts(const TenantId& tenant) {
        return m_store->read([&](store::Reader& reader) { return m_fetches->counts(reader, tenant); }).value();
    }
    FetchEvidence evidence(const AppId& app, std::string_view kid) { return evidenceFor(counts(m_acme), app, kid); }
    Status flush(Seconds later = Seconds(0)) { return m_fetches->flush(*m_store, m_now + later); }

private slots:
    void init() {
        store::Options options;
        options.file = (m_dir.path() + "/" + QString::number(++m_file) + ".db").toStdString();
        m_store = *store::openSqlite(options);
        std::vector<store::Migration> steps{{"tenants", 1,
                                             "CREATE TABLE tenants (id TEXT NOT NULL PRIMARY KEY) {table};"
                                             "INSERT INTO tenants (id) VALUES ('acme-id'), ('evil-id');"}};
        steps.insert(steps.end(), migrations().begin(), migrations().end());
        QVERIFY(m_store->migrate(steps));
        m_fetches = std::make_unique<JwksFetches>();
    }

    void whoWasNeverSeenIsUnknown() {
        fetch("a b", "10.0.0.1");
        QVERIFY(evidence(m_shop, "b").holds == Holds::Unknown);
        QCOMPARE(counts(m_acme).size(), std::size_t(1));
        QVERIFY(counts(m_acme).front().app.empty());
    }
    void anAddressThatAnAppProvedItselfFromTellsWhoItWas() {
        m_fetches->appSeen(m_acme, m_shop, "10.0.0.1", m_now);
        fetch("a b", "10.0.0.1");
        const FetchEvidence found = evidence(m_shop, "b");
        QVERIFY(found.holds == Holds::Yes && found.known == KnownBy::Address);
        QCOMPARE(found.userAgent, std::string("jose/5"));
        QVERIFY(evidence(m_wiki, "b").holds == Holds::Unknown);
    }
    void anAddressOfTwoAppsIsSaidToBeShared() {
        m_fetches->appSeen(m_acme, m_shop, "10.0.0.1", m_now);
        m_fetches->appSeen(m_acme, m_wiki, "10.0.0.1", m_now);
        fetch("a b", "10.0.0.1");
        QVERIFY(evidence(m_shop, "b").known == KnownBy::SharedAddress);
        QVERIFY(evidence(m_wiki, "b").known == KnownBy::SharedAddress);
        fetch("a b", "10.0.0.1", m_shop); // it says which of the two
        QVERIFY(evidence(m_shop, "b").known == KnownBy::Address);
        QVERIFY(evidence(m_wiki, "b").known == KnownBy::SharedAddress);
    }
    void aNameAloneIsAClaim() {
        fetch("a b", "203.0.113.9", m_shop);
        QVERIFY(evidence(m_shop, "b").known == KnownBy::Claim);
    }
    void aClaimDoesNotOutweighWhatIsKnownBetter() {
        m_fetches->appSeen(m_acme, m_shop, "10.0.0.1", m_now);
        fetch("a b", "10.0.0.1");
        fetch("a b", "203.0.113.9", m_shop, Seconds(60), "somebody else");
        QVERIFY(evidence(m_shop, "b").known == KnownBy::Address);
        QCOMPARE(evidence(m_shop, "b").userAgent, std::string("jose/5"));
    }
    void aSetWithoutTheKeyIsStale() {
        m_fetches->appSeen(m_acme, m_shop, "10.0.0.1", m_now);
        fetch("a b", "10.0.0.1");
        QVERIFY(evidence(m_shop, "c").holds == Holds::Stale);
        QVERIFY(evidence(m_shop, "").holds == Holds::Stale);
        fetch("a b c", "10.0.0.1", {}, Seconds(1));
        QVERIFY(evidence(m_shop, "c").holds == Holds::Yes);
    }
    void anAddressIsForgottenAfterADay() {
        m_fetches->appSeen(m_acme, m_shop, "10.0.0.1", m_now);
        fetch("a b", "10.0.0.1", {}, Seconds(24 * 3600));
        QVERIFY(evidence(m_shop, "b").holds == Holds::Unknown);
    }
    void anAddressCountsForItsTenantAlone() {
        m_fetches->appSeen(m_evil, m_shop, "10.0.0.1", m_now);
        fetch("a b", "10.0.0.1");
        QVERIFY(evidence(m_shop, "b").holds == Holds::Unknown);
        QVERIFY(counts(m_evil).empty());
    }
    void whatIsStoredAndWhatIsNotYetCountTogether() {
        m_fetches->appSeen(m_acme, m_shop, "10.0.0.1", m_now);
        fetch("a b", "10.0.0.1");
        QVERIFY(flush());
        fetch("a b", "10.0.0.1", {}, Seconds(5));
        QCOMPARE(evidence(m_shop, "b").fetches, std::int64_t(2));
        QVERIFY(flush());
        QVERIFY(flush());
        QCOMPARE(evidence(m_shop, "b").fetches, std::int64_t(2));
        QVERIFY(evidence(m_shop, "b").lastAt == m_now + Seconds(5));
        m_fetches = std::make_unique<JwksFetches>(); // a restart
        QCOMPARE(evidence(m_shop, "b").fetches, std::int64_t(2));
    }
    void aFlushThatFailsLosesNothing() {
        fetch("a b", "10.0.0.1", m_shop);
        QVERIFY(m_store->write([](store::Writer& w) { return w.execute("DROP TABLE jwks_fetches", {}); }));
        QVERIFY(!flush());
        fetch("a b", "10.0.0.1", m_shop);
        QVERIFY(m_store->write([](store::Writer& w) {
            return w.execute(
                "CREATE TABLE jwks_fetches (tenant_id TEXT, version TEXT, app_id TEXT, known_by TEXT, kids "
                "TEXT, fetches INTEGER, first_at INTEGER, last_at INTEGER, user_agent TEXT, PRIMARY KEY "
                "(tenant_id, version, app_id, known_by))",
                {});
        }));
        QVERIFY(flush());
        QCOMPARE(evidence(m_shop, "b").fetches, std::int64_t(2));
    }
    void aTenantThatIsGoneTakesItsCountsAlong() {
        fetch("a b", "10.0.0.1", m_shop);
        m_fetches->fetched({m_evil, "x", "x", m_wiki, "", ""}, m_now);
        QVERIFY(
            m_store->write([](store::Writer& w) { return w.execute("DELETE FROM tenants WHERE id = 'evil-id'", {}); }));
        QVERIFY(flush());
        QCOMPARE(counts(m_acme).size(), std::size_t(1));
        QVERIFY(counts(m_evil).empty());
    }
    void countsOfOldSetsAreForgotten() {
        fetch("a b", "10.0.0.1", m_shop);
        QVERIFY(flush());
        fetch("c d", "10.0.0.1", m_shop, Seconds(91 * 24 * 3600));
        QVERIFY(flush(Seconds(91 * 24 * 3600)));
        QCOMPARE(counts(m_acme).size(), std::size_t(1));
        QVERIFY(evidence(m_shop, "a").holds == Holds::Stale);
    }
    void whatAStrangerWritesIsCutAndHarmless() {
        fetch("a b", "10.0.0.1", m_shop, {}, std::string(4000, 'x') + "\n");
        fetch("a", "10.0.0.1", m_shop, Seconds(1), "evil\r\n\x1b[2J<b>");
        QCOMPARE(evidence(m_shop, "b").userAgent.size(), std::size_t(120));
        QCOMPARE(evidence(m_shop, "a").userAgent, std::string("evil???[2J<b>"));
    }
    void manyThreadsLoseNoCount() {
        m_fetches->appSeen(m_acme, m_shop, "10.0.0.1", m_now);
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 500; ++n) {
                    m_fetches->appSeen(m_acme, m_shop, "10.0.0.1", m_now);
                    fetch("a b", "10.0.0.1");
                    if (n % 100 == 0) {
                        (void)flush();
                    }
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(evidence(m_shop, "b").fetches, std::int64_t(4000));
    }
};

QTEST_GUILESS_MAIN(TestJwksFetches)
#include "tst_jwks_fetches.moc"
