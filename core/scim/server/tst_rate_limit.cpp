// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/server/rate_limit.h"

namespace gatehouse::scim::server {

class TestRateLimit : public QObject {
    Q_OBJECT

private slots:
    void twiceAsManyComeThroughAtOnceThenAsManyAsASecondGives() {
        RateLimit limit;
        QCOMPARE(through(limit, 100, m_now), 20);
        QCOMPARE(through(limit, 100, m_now + Seconds(1)), 10);
        QCOMPARE(through(limit, 100, m_now + Seconds(1) + Milliseconds(500)), 5);
        QCOMPARE(through(limit, 100, m_now + Seconds(1000)), 20);
    }
    void aTenantDoesNotUseUpAnothers() {
        RateLimit limit;
        QCOMPARE(through(limit, 100, m_now), 20);
        QCOMPARE(limit.take(TenantId("other"), 10, m_now).count(), 0);
    }
    void aClockThatGoesBackGivesNothing() {
        RateLimit limit;
        QCOMPARE(through(limit, 100, m_now), 20);
        QCOMPARE(through(limit, 100, m_now - Seconds(10)), 0);
    }

private:
    int through(RateLimit& limit, int tries, Time now) {
        int count = 0;
        for (int i = 0; i < tries; ++i) {
            count += limit.take(TenantId("acme"), 10, now).count() == 0 ? 1 : 0;
        }
        return count;
    }
    const Time m_now{Milliseconds(1'800'000'000'000)};
};

} // namespace gatehouse::scim::server

QTEST_GUILESS_MAIN(gatehouse::scim::server::TestRateLimit)
#include "tst_rate_limit.moc"
