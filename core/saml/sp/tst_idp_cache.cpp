// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <future>
#include <thread>

#include <QTest>

#include "saml/sp/tst_saml_provider.h"

using namespace gatehouse;
using saml::sp::test::Pair;
using saml::sp::test::TestSamlProvider;

class TestIdpCache : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSamlProvider> m_idp;

    Result<std::shared_ptr<const saml::sp::HeldIdp>> get() { return m_idp->idps.get(m_idp->connection); }
    int fetches() const { return m_idp->client.calls(TestSamlProvider::kMetadataUrl); }
    std::vector<std::string> pending() const {
        const auto found = m_idp->idps.pending(m_idp->connection);
        return found ? found->changes : std::vector<std::string>();
    }

    /// Holds a fetch back until it is opened.
    struct Gate {
        std::promise<void> arrived, opened;
        std::atomic_flag came = ATOMIC_FLAG_INIT;
        void waitForArrival() { arrived.get_future().wait(); }
        void open() { opened.set_value(); }
    };
    void holdBack(Gate& gate, int status) {
        m_idp->client.on(TestSamlProvider::kMetadataUrl,
                         [&gate, status, open = gate.opened.get_future().share()](const http::OutboundRequest&) {
                             if (!gate.came.test_and_set()) {
                                 gate.arrived.set_value();
                             }
                             open.wait();
                             http::OutboundResponse response;
                             response.status = status;
                             return Result<http::OutboundResponse>(response);
                         });
    }

private slots:
    void init() { m_idp = std::make_unique<TestSamlProvider>(); }

    void itIsFetchedOnceAndKeptOverARestart() {
        QCOMPARE(get().value()->idp.ssoUrl, m_idp->ssoUrl);
        (void)get();
        QCOMPARE(fetches(), 1);
        saml::sp::IdpCache restarted(m_idp->client, *m_idp->store, m_idp->clock);
        QCOMPARE(restarted.get(m_idp->connection).value()->idp.ssoUrl, m_idp->ssoUrl);
        QVERIFY(restarted.held(m_idp->connection) != nullptr);
        QCOMPARE(fetches(), 1);
    }
    void theLastGoodOneServesWhereTheProviderDoesNot() {
        (void)get();
        m_idp->clock.time += std::chrono::hours(24 * 20);
        m_idp->status = 503;
        QVERIFY(get());
        QVERIFY(get());
        QCOMPARE(fetches(), 2); // and it is left in peace for a while
    }
    void butNotBeyondItsOwnEnd() {
        m_idp->validUntil = toRfc3339(m_idp->clock.time + Seconds(86400));
        QVERIFY(get());
        m_idp->clock.time += Seconds(2 * 86400);
        QCOMPARE(get().error().reason, std::string("metadata.expired"));
    }
    void whatNobodyUsesIsFoundWhenItIsStale() {
        const auto next = [&](const saml::sp::MetadataOwner& after) {
            return m_idp->store
                ->read([&](store::Reader& reader) { return saml::sp::nextDue(reader, m_idp->clock.time, after); })
                .value();
        };
        (void)get();
        QVERIFY(!next({}));
        m_idp->clock.time += std::chrono::hours(7);
        const auto stale = next({});
        QVERIFY(stale && stale->connection == m_idp->connection.id);
        QVERIFY(!next(*stale)); // the last one
        (void)get();
        QVERIFY(!next({}));
    }
    void whoWaitsForAFetchThatFailsHasItsFailure() {
        Gate gate;
        holdBack(gate, 503);
        std::vector<std::future<bool>> logins;
        for (int i = 0; i < 4; ++i) {
            logins.push_back(std::async(std::launch::async, [&] { return get().has_value(); }));
        }
        gate.waitForArrival();
        std::this_thread::sleep_for(std::chrono::milliseconds(200)); // the others are at the door by then
        gate.open();
        for (auto& each : logins) {
            QVERIFY(!each.get());
        }
        QCOMPARE(fetches(), 1);
    }
    void nobodyWaitsForAFetchWhereThereIsADocument() {
        (void)get();
        m_idp->clock.time += std::chrono::hours(7);
        Gate gate;
        holdBack(gate, 503);
        auto first = std::async(std::launch::async, [&] { return get().has_value(); });
        gate.waitForArrival();
        QVERIFY(get()); // with the gate still shut
        gate.open();
        QVERIFY(first.get());
    }
    void aNewKeyBesideAKnownOneIsTakenAtOnce() {
        (void)get();
        m_idp->published = {&m_idp->second, &m_idp->first};
        QCOMPARE(m_idp->idps.refresh(m_idp->connection).value()->idp.certificates.size(), std::size_t(2));
        QVERIFY(pending().empty());
    }
    void whatElseChangesWaitsForAnAdministrator_data() {
        QTest::addColumn<QString>("change");
        for (const char* name : {"entityId", "ssoUrl", "keys"}) {
            QTest::newRow(name) << name;
        }
    }
    void whatElseChangesWaitsForAnAdministrator() {
        QFETCH(QString, change);
        (void)get();
        if (change == "entityId") {
            m_idp->entityId = "https://other.example";
        } else if (change == "ssoUrl") {
            m_idp->ssoUrl = "https://evil.example/sso";
        } else {
            m_idp->published = {&m_idp->second};
        }
        const auto used = m_idp->idps.refresh(m_idp->connection).value();
        QCOMPARE(used->idp.entityId, TestSamlProvider::kEntityId);
        QCOMPARE(used->idp.ssoUrl, std::string("https://idp.example/sso"));
        QCOMPARE(used->idp.certificates.front().der, m_idp->first.certificate.der);
        QCOMPARE(pending(), std::vector<std::string>{change.toStdString()});
        QVERIFY(m_idp->store->write([&](store::Writer& writer) -> Status {
            return m_idp->idps.approve(writer, m_idp->connection).map([](const auto&) {});
        }));
        QVERIFY(pending().empty());
        const auto now = get().value();
        QCOMPARE(now->idp.entityId, m_idp->entityId);
        QCOMPARE(now->idp.ssoUrl, m_idp->ssoUrl);
        QCOMPARE(now->idp.certificates.front().der, m_idp->published.front()->certificate.der);
        const auto again =
            m_idp->store->write([&](store::Writer& writer) { return m_idp->idps.approve(writer, m_idp->connection); });
        QCOMPARE(again.error().reason, std::string("metadata.none_pending"));
    }
    void whatIsBrokenIsNeverTaken() {
        (void)get();
        m_idp->published.clear();
        QCOMPARE(m_idp->idps.refresh(m_idp->connection).error().reason, std::string("metadata.no_key"));
        QVERIFY(get());
    }
    void whatIsGivenByHandComesFirst() {
        m_idp->connection.saml.ssoUrl = "https://idp.example/by-hand";
        m_idp->connection.saml.certificates = {crypto::toPem(m_idp->second.certificate)};
        const auto used = get().value();
        QCOMPARE(used->idp.ssoUrl, std::string("https://idp.example/by-hand"));
        QCOMPARE(used->idp.certificates.front().der, m_idp->second.certificate.der);
        QCOMPARE(used->idp.entityId, TestSamlProvider::kEntityId);
    }
    void metadataInTheConnectionNeedsNobody() {
        m_idp->connection.saml.metadataUrl.clear();
        m_idp->connection.saml.metadataXml = m_idp->metadata();
        QCOMPARE(get().value()->idp.ssoUrl, m_idp->ssoUrl);
        QCOMPARE(m_idp->idps.held(m_idp->connection)->idp.ssoUrl, m_idp->ssoUrl);
        QCOMPARE(fetches(), 0);
    }
    void anotherTenantsConnectionHasNothingOfIt() {
        (void)get();
        connections::Connection other = m_idp->connection;
        other.tenant = m_idp->store.evil().id;
        other.id = ConnectionId("01890000-0000-7000-8000-00000000000e");
        QVERIFY(m_idp->idps.held(other) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestIdpCache)
#include "tst_idp_cache.moc"
