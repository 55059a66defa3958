// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "provisioning/deactivation_guard.h"

namespace gatehouse::provisioning {

class TestDeactivationGuard : public QObject {
    Q_OBJECT

private slots:
    void aTenthMayGoInAnHour() {
        DeactivationGuard guard;
        QCOMPARE(taken(guard, 200, 1000), 100);
        QCOMPARE(guard.held(m_tenant, m_now)->refused, 100);
        QCOMPARE(guard.held(m_tenant, m_now)->bound, 100);
        QVERIFY(!guard.take(m_tenant, 1000, 10, m_now + Seconds(3599)));
        QVERIFY(guard.take(m_tenant, 1000, 10, m_now + Seconds(3600)));
        QVERIFY(!guard.held(m_tenant, m_now + Seconds(3600)));
    }
    void fiveMayGoInAnyCase() {
        DeactivationGuard guard;
        QCOMPARE(taken(guard, 10, 8), 5);
    }
    void tenantsDoNotCountForEachOther() {
        DeactivationGuard guard;
        QCOMPARE(taken(guard, 10, 8), 5);
        QVERIFY(guard.take(TenantId("other"), 8, 10, m_now));
    }
    void anAdministratorLetsThemPassForAnHour() {
        DeactivationGuard guard;
        QCOMPARE(taken(guard, 10, 8), 5);
        guard.release(m_tenant, m_now);
        QVERIFY(!guard.held(m_tenant, m_now));
        QCOMPARE(taken(guard, 50, 8), 50);
        QCOMPARE(taken(guard, 50, 8, m_now + Seconds(3600)), 5);
    }
    void whatDidNotHappenDoesNotCount() {
        DeactivationGuard guard;
        QCOMPARE(taken(guard, 5, 8), 5);
        guard.giveBack(m_tenant);
        QCOMPARE(taken(guard, 5, 8), 1);
    }
    void ofAHundredPercentNobodyIsCounted() {
        DeactivationGuard guard;
        for (int i = 0; i < 50; ++i) {
            QVERIFY(guard.take(m_tenant, 0, 100, m_now));
        }
    }

private:
    int taken(DeactivationGuard& guard, int wanted, std::int64_t active,
              Time now = Time(Milliseconds(1'800'000'000'000))) {
        int count = 0;
        for (int i = 0; i < wanted; ++i) {
            count += guard.take(m_tenant, active, 10, now) ? 1 : 0;
        }
        return count;
    }
    const TenantId m_tenant{"acme"};
    const Time m_now{Milliseconds(1'800'000'000'000)};
};

} // namespace gatehouse::provisioning

QTEST_GUILESS_MAIN(gatehouse::provisioning::TestDeactivationGuard)
#include "tst_deactivation_guard.moc"
