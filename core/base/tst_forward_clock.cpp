// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "base/forward_clock.h"

using namespace gatehouse;

class TestForwardClock : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_wall = fromMillis(1'800'000'000'000);
        m_uptime = Milliseconds(5'000);
    }
    void itFollowsTheWall() {
        const ForwardClock clock = made();
        pass(Seconds(7));
        QVERIFY(clock.now() == m_wall);
    }
    void aStepForwardIsFollowed() {
        const ForwardClock clock = made();
        m_wall += Seconds(86400);
        QVERIFY(clock.now() == m_wall);
    }
    // SE-10, ST-15
    void afterAStepBackTimeGoesOnFromWhereItWas() {
        const ForwardClock clock = made();
        const Time before = clock.now();
        m_wall -= Seconds(86400);
        QVERIFY(clock.now() == before);
        pass(Seconds(3));
        QVERIFY(clock.now() == before + Seconds(3));
    }
    void theWallIsFollowedAgainOnceItHasCaughtUp() {
        const ForwardClock clock = made();
        m_wall -= Seconds(60);
        static_cast<void>(clock.now());
        m_wall += Seconds(61);
        QVERIFY(clock.now() == m_wall);
    }
    void itNeverGoesBackWhateverTheWallDoes() {
        const ForwardClock clock = made();
        Time last = clock.now();
        for (const int step : {3, -5, 86400, -90000, 1, -1, 0, 31536000, -31536000}) {
            m_wall += Seconds(step);
            m_uptime += Milliseconds(10);
            const Time now = clock.now();
            QVERIFY(now >= last);
            last = now;
        }
    }
    void theSystemsOwnTimeIsWithinASecond() {
        const ForwardClock clock;
        QVERIFY(std::chrono::abs(clock.now() - SystemClock().now()) < Seconds(1));
    }

private:
    [[nodiscard]] ForwardClock made() const {
        return {[this] { return m_wall; }, [this] { return m_uptime; }};
    }
    void pass(Milliseconds time) {
        m_wall += time;
        m_uptime += time;
    }
    Time m_wall;
    Milliseconds m_uptime{0};
};

QTEST_GUILESS_MAIN(TestForwardClock)
#include "tst_forward_clock.moc"
