// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "broker/maintenance.h"
#include "crypto/random.h"
#include "login/flow.h"
#include "login/recording.h"
#include "outbox/outbox.h"
#include "provisioning/schema.h"
#include "sessions/sessions.h"
#include "tenants/tenants.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using broker::Maintenance;
using test::TestStore;

namespace {

std::vector<store::Migration> migrations() {
    auto all = sessions::migrations();
    const auto more = login::migrations();
    all.insert(all.end(), more.begin(), more.end());
    const auto requests = provisioning::migrations();
    all.insert(all.end(), requests.begin(), requests.end());
    const auto receipts = outbox::migrations();
    all.insert(all.end(), receipts.begin(), receipts.end());
    return all;
}

constexpr Seconds kDay{24 * 3600};

} // namespace

class TestMaintenance : public QObject {
    Q_OBJECT
private slots:
    void init() { m_store = std::make_unique<TestStore>(migrations()); }

    void nothingThatStillCountsIsDeleted() {
        addFlow(TestStore::kNow);
        addRevocation("jti-1", TestStore::kNow + kDay);
        QCOMPARE(Maintenance::purge(**m_store, TestStore::kNow).value(), std::int64_t(0));
        QCOMPARE(Maintenance::purge(**m_store, TestStore::kNow + kDay).value(), std::int64_t(0));
        QVERIFY(isRevoked("jti-1"));
    }
    // ST-24: the memory of a revocation outlives the token
    void aRevocationIsForgottenADayAfterTheTokenExpired() {
        addRevocation("jti-1", TestStore::kNow);
        QCOMPARE(Maintenance::purge(**m_store, TestStore::kNow + kDay - Milliseconds(1)).value(), std::int64_t(0));
        QVERIFY(isRevoked("jti-1"));
        QVERIFY(Maintenance::purge(**m_store, TestStore::kNow + kDay + Seconds(1)).value() >= 1);
        QVERIFY(!isRevoked("jti-1"));
    }
    void aFlowIsForgottenAfterThirtyDays() {
        addFlow(TestStore::kNow);
        addFlow(TestStore::kNow + kDay);
        QCOMPARE(Maintenance::purge(**m_store, TestStore::kNow + 30 * kDay).value(), std::int64_t(0));
        QCOMPARE(Maintenance::purge(**m_store, TestStore::kNow + 30 * kDay + Seconds(1)).value(), std::int64_t(1));
    }
    void recordingsBeyondWhatTheirTenantKeepsAreForgotten() {
        tenants::Tenant tenant = m_store->acme();
        tenant.settings.recording.logins = 1;
        QVERIFY((*m_store)->write([&](store::Writer& writer) {
            return tenants::updateTenant(writer, m_store->tenants(), tenant, TestStore::kNow);
        }));
        login::KeptRecording recording;
        recording.text = login::recordingText({});
        for (int i = 0; i < 3; ++i) {
            addFlow(TestStore::kNow + Seconds(i), &recording);
        }
        QCOMPARE(Maintenance::forgetRecordings(**m_store, TestStore::kNow).value(), std::int64_t(2));
        QCOMPARE(Maintenance::forgetRecordings(**m_store, TestStore::kNow).value(), std::int64_t(0));
        // The flows themselves are kept for longer.
        QCOMPARE(Maintenance::purge(**m_store, TestStore::kNow).value(), std::int64_t(0));
    }
    void theThreadEndsWithTheObject() {
        const ManualClock clock(TestStore::kNow + 60 * kDay);
        addFlow(TestStore::kNow);
        for (int i = 0; i < 20; ++i) {
            const Maintenance maintenance(**m_store, clock);
        }
        // It had no minute to wait for, so nothing was done.
        QCOMPARE(Maintenance::purge(**m_store, clock.now()).value(), std::int64_t(1));
    }

private:
    void addFlow(Time at, const login::KeptRecording* recording = nullptr) {
        login::Flow flow;
        flow.id = FlowId(crypto::newUuid(at));
        flow.tenant = m_store->acme().id;
        flow.reference = crypto::newReference();
        flow.startedAt = at;
        flow.expiresAt = at + Seconds(600);
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return login::insertFlow(writer, m_store->sealer(), flow, recording); }));
    }
    void addRevocation(const char* jti, Time expiresAt) {
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return sessions::revokeToken(writer, m_store->acme().id, jti, expiresAt); }));
    }
    bool isRevoked(const char* jti) {
        return (*m_store)
            ->read([&](store::Reader& reader) { return sessions::isTokenRevoked(reader, m_store->acme().id, jti); })
            .value();
    }
    std::unique_ptr<TestStore> m_store;
};

QTEST_GUILESS_MAIN(TestMaintenance)
#include "tst_maintenance.moc"
