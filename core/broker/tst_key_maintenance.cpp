// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <thread>

#include "audit/audit.h"
#include "broker/key_maintenance.h"
#include "keys/publication.h"
#include "tenants/tenants.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using keys::KeyState;
using test::TestStore;

namespace {

std::vector<store::Migration> migrations() {
    auto all = keys::migrations();
    const auto more = audit::migrations();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

constexpr Seconds kDay{24 * 3600};

} // namespace

class TestKeyMaintenance : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_store = std::make_unique<TestStore>(migrations());
        m_now = TestStore::kNow;
        m_startedAt = m_now;
        m_ring = keys::KeyRing::open(**m_store, keys::MasterKey::generate().value(), m_now).value();
        for (const TenantId& tenant : {acme(), m_store->evil().id}) {
            const auto made = m_ring->generate(tenant, m_now).value();
            QVERIFY((*m_store)->write([&](store::Writer& writer) { return m_ring->insert(writer, made); }));
        }
        QCOMPARE(round(), 0); // remembers how long tokens live
    }

    void aFreshRingIsLeftAlone() {
        m_now += 89 * kDay;
        QCOMPARE(round(), 0);
        QCOMPARE(events(acme()), QStringList());
    }
    void aDueKeyIsReplacedAndAnotherOnePublishedAhead() {
        const std::string before = signer(acme());
        const std::string ahead = only(acme(), KeyState::Next);
        m_now += 90 * kDay;
        QVERIFY(round() > 0);
        QCOMPARE(signer(acme()), ahead);
        QCOMPARE(only(acme(), KeyState::Retiring), before);
        QCOMPARE(round(), 3); // of acme, evil and the front door: each publishes another one
        QVERIFY(only(acme(), KeyState::Next) != ahead);
        QCOMPARE(events(acme()), (QStringList{"KeyActivated", "KeyCreated"}));
        QCOMPARE(events(platformTenant()), (QStringList{"KeyActivated", "KeyCreated"}));
    }
    void anOldKeyIsRetiredWhenItsLastTokenHasExpired() {
        const std::string before = signer(acme());
        m_now += 90 * kDay;
        round();
        m_now += Seconds(299);
        round();
        QCOMPARE(only(acme(), KeyState::Retiring), before);
        QVERIFY((*m_ring->ring(acme()))->publishes(before));
        m_now += Seconds(1);
        QCOMPARE(round(), 3);
        QCOMPARE(only(acme(), KeyState::Retired), before);
        QVERIFY(!(*m_ring->ring(acme()))->publishes(before));
        QVERIFY(events(acme()).contains("KeyRetired"));
    }
    void tokensThatLivedLongerOnceAreWaitedFor() {
        change([](tenants::Settings& settings) { settings.accessTokenTtl = kDay; });
        round();
        change([](tenants::Settings& settings) { settings.accessTokenTtl = Seconds(60); });
        const std::string before = signer(acme());
        m_now += 90 * kDay;
        round();
        m_now += kDay - Seconds(1);
        round();
        QVERIFY((*m_ring->ring(acme()))->publishes(before));
        m_now += Seconds(1);
        round();
        QVERIFY(!(*m_ring->ring(acme()))->publishes(before));
    }
    void aTenantsOwnScheduleCounts() {
        change([](tenants::Settings& settings) { settings.keyRotation.every = Seconds(0); });
        const std::string before = signer(acme());
        const std::string evils = signer(m_store->evil().id);
        m_now += 400 * kDay;
        round();
        QCOMPARE(signer(acme()), before);
        QVERIFY(signer(m_store->evil().id) != evils);
    }
    void aBrokerThatWasOffForAMonthMakesUpForItOnceKeysCanBeFetched() {
        const std::string before = signer(acme());
        m_now += 120 * kDay;
        m_startedAt = m_now;
        round();
        QCOMPARE(signer(acme()), before);
        m_now += keys::kJwksMaxAge;
        round();
        QVERIFY(signer(acme()) != before);
        // One step is made up for, not one for each month.
        const std::string after = signer(acme());
        m_now += 10 * kDay;
        round();
        QCOMPARE(signer(acme()), after);
    }
    void aClockThatJumpedAheadAndBackStopsNothing() {
        m_now += 3650 * kDay;
        round(); // rotates, ten years ahead
        m_now += Seconds(700);
        round();
        const std::string ahead = only(acme(), KeyState::Next);
        m_now = TestStore::kNow + Seconds(60);
        m_startedAt = m_now;
        round(); // the clock was set right: the times are corrected, nothing else happens
        const std::string signing = signer(acme());
        m_now += 90 * kDay;
        round();
        QVERIFY(signer(acme()) != signing);
        QCOMPARE(signer(acme()), ahead);
    }
    void eachAlgorithmIsKeptAhead() {
        const auto made = m_ring->generateKey(acme(), "sig", "EdDSA", m_now).value();
        QVERIFY((*m_store)->write([&](store::Writer& writer) -> Status {
            ENSURE(keys::insertKey(writer, made));
            ENSURE(keys::activateKey(writer, acme(), made.info.kid, keys::Guard::Override, m_now));
            m_ring->forgetAfterCommit(writer, acme());
            return {};
        }));
        QCOMPARE(round(), 1);
        m_now += 90 * kDay;
        round();
        QVERIFY((*m_ring->signingKey(acme(), crypto::Signature::EdDSA))->kid != made.info.kid);
    }
    void whatWasPlannedIsDoneWithoutASchedule() {
        change([](tenants::Settings& settings) { settings.keyRotation.every = Seconds(0); });
        const std::string ahead = only(acme(), KeyState::Next);
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return keys::planActivation(writer, acme(), ahead, m_now); }));
        round();
        QVERIFY(signer(acme()) != ahead); // this broker has only just begun to serve
        m_now += keys::kJwksMaxAge;
        round();
        QCOMPARE(signer(acme()), ahead);
    }
    void aSealedTenantWaitsAndHoldsUpNobody() {
        QVERIFY(
            (*m_store)->write([&](store::Writer& writer) { return m_ring->setSealed(writer, acme(), true, m_now); }));
        m_now += 90 * kDay;
        QCOMPARE(round(), 2); // evil's and the front door's
        QVERIFY(
            (*m_store)->write([&](store::Writer& writer) { return m_ring->setSealed(writer, acme(), false, m_now); }));
        QVERIFY(round() > 0);
    }
    void manyRoundsAtOnceTakeEachStepOnce() {
        m_now += 90 * kDay;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] { (void)broker::maintainKeys(**m_store, *m_ring, m_startedAt, m_now); });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        round();
        QCOMPARE(events(acme()).count("KeyActivated"), 1);
        QCOMPARE(events(acme()).count("KeyCreated"), 1);
        QCOMPARE(round(), 0);
    }

private:
    int round() {
        const auto steps = broker::maintainKeys(**m_store, *m_ring, m_startedAt, m_now);
        return steps ? *steps : -1;
    }
    TenantId acme() const { return m_store->acme().id; }
    std::string signer(const TenantId& tenant) { return m_ring->signingKey(tenant).value()->kid; }
    /// The one key of tokens in a state, or what there is instead.
    std::string only(const TenantId& tenant, KeyState state) {
        std::string found;
        const auto ring = (*m_store)->read([&](store::Reader& reader) { return keys::listKeys(reader, tenant); });
        for (const keys::KeyInfo& key : ring.value()) {
            if (key.use == keys::kUseTokens && key.state == state) {
                found.append(found.empty() ? "" : " and ").append(key.kid);
            }
        }
        return found;
    }
    void change(const std::function<void(tenants::Settings&)>& how) {
        QVERIFY((*m_store)->write([&](store::Writer& writer) -> Status {
            TRY(tenant, tenants::findTenant(writer, acme()));
            how(tenant.settings);
            ENSURE(tenants::updateTenant(writer, m_store->tenants(), tenant, m_now));
            return {};
        }));
    }
    /// Types of the log's records, sorted.
    QStringList events(const TenantId& tenant) {
        QStringList types;
        const auto sealer = m_ring->sealerFor(tenant).value();
        const auto log =
            (*m_store)->read([&](store::Reader& reader) { return audit::list(reader, sealer, {}, "", 500); });
        for (const audit::Entry& entry : log->items) {
            types << QString::fromStdString(entry.record.type);
        }
        types.sort();
        return types;
    }
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<keys::KeyRing> m_ring;
    Time m_now;
    Time m_startedAt;
};

QTEST_GUILESS_MAIN(TestKeyMaintenance)
#include "tst_key_maintenance.moc"
