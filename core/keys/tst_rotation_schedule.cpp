// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "keys/publication.h"
#include "keys/rotation_schedule.h"

using namespace gatehouse;
using namespace gatehouse::keys;

class TestRotationSchedule : public QObject {
    Q_OBJECT

    const Time m_start = fromMillis(1'700'000'000'000);
    static constexpr Seconds kDay{86400};
    const RotationSchedule m_schedule{90 * kDay, kDay, Seconds(300), m_start};

    KeyInfo key(std::string kid, KeyState state, Seconds age = Seconds(0), std::string alg = "ES256") const {
        KeyInfo made;
        made.kid = std::move(kid);
        made.use = kUseTokens;
        made.alg = std::move(alg);
        made.state = state;
        made.createdAt = m_start + age;
        if (state == KeyState::Active || state == KeyState::Retiring) {
            made.activatedAt = made.createdAt;
        }
        made.longestLife = m_schedule.tokenLife;
        return made;
    }
    std::vector<KeyInfo> freshRing() const { return {key("a", KeyState::Active), key("b", KeyState::Next)}; }

private slots:
    void aFreshRingNeedsNothing() { QVERIFY(!dueSteps(freshRing(), m_schedule, m_start + kDay).any()); }
    void whatWasInTheFirstSetMaySignAtOnce() {
        const auto ring = freshRing();
        QVERIFY(earliestActivation(ring, ring[1]) == m_start);
    }
    void whatCameLaterWaitsUntilEverySetWithoutItIsForgotten() {
        auto ring = freshRing();
        ring.push_back(key("c", KeyState::Next, Seconds(1)));
        QVERIFY(earliestActivation(ring, ring[2]) == m_start + Seconds(1) + kPublishedBeforeUse);
        QVERIFY(kPublishedBeforeUse >= 2 * kJwksMaxAge);
    }
    void theKeyOfCheckpointsWaitsForNobody() {
        auto ring = freshRing();
        KeyInfo audit = key("c", KeyState::Next, kDay, "EdDSA");
        audit.use = kUseAudit;
        ring.push_back(audit);
        QVERIFY(earliestActivation(ring, audit) == audit.createdAt);
        QVERIFY(!takeoverTime(ring, audit, m_schedule));
    }
    void theNextKeyTakesOverWhenTheActiveOneHasSignedLongEnough() {
        const auto ring = freshRing();
        QVERIFY(takeoverTime(ring, ring[1], m_schedule) == m_start + 90 * kDay);
        QVERIFY(!dueSteps(ring, m_schedule, m_start + 90 * kDay - Milliseconds(1)).any());
        QCOMPARE(dueSteps(ring, m_schedule, m_start + 90 * kDay).activate, std::vector<std::string>{"b"});
    }
    void aMonthOffIsMadeUpForOnlyOnceThereWasTimeToFetch() {
        const auto ring = freshRing();
        RotationSchedule schedule = m_schedule;
        schedule.servingSince = m_start + 120 * kDay;
        QVERIFY(dueSteps(ring, schedule, schedule.servingSince).activate.empty());
        QCOMPARE(dueSteps(ring, schedule, schedule.servingSince + kJwksMaxAge).activate, std::vector<std::string>{"b"});
    }
    void aKeyThatWasPublishedLateIsNotHurried() {
        auto ring = freshRing();
        ring[1].createdAt = m_start + 89 * kDay + Seconds(7200);
        QVERIFY(takeoverTime(ring, ring[1], m_schedule) == ring[1].createdAt + kDay);
    }
    void publishingAheadIsNeverShorterThanTheCachesNeed() {
        auto ring = freshRing();
        ring[1].createdAt = m_start + 90 * kDay;
        RotationSchedule hasty = m_schedule;
        hasty.publishAhead = Seconds(1);
        QVERIFY(takeoverTime(ring, ring[1], hasty) == ring[1].createdAt + kPublishedBeforeUse);
    }
    void withoutAScheduleNothingHappensByItself() {
        const auto ring = freshRing();
        RotationSchedule off = m_schedule;
        off.every = Seconds(0);
        QVERIFY(!takeoverTime(ring, ring[1], off));
        QVERIFY(!dueSteps(ring, off, m_start + 4000 * kDay).any());
    }
    void whatWasAskedForHappensWithoutASchedule() {
        auto ring = freshRing();
        RotationSchedule off = m_schedule;
        off.every = Seconds(0);
        ring[1].activateAt = m_start + kDay;
        QVERIFY(dueSteps(ring, off, m_start + kDay - Milliseconds(1)).activate.empty());
        QCOMPARE(dueSteps(ring, off, m_start + kDay).activate, std::vector<std::string>{"b"});
    }
    void whatWasAskedForKeepsTheGuardToo() {
        auto ring = freshRing();
        ring.push_back(key("c", KeyState::Next, Seconds(10)));
        ring[2].activateAt = m_start + Seconds(10);
        QVERIFY(takeoverTime(ring, ring[2], m_schedule) == m_start + Seconds(10) + kPublishedBeforeUse);
    }
    void oneOfTwoNextKeysTakesOver() {
        auto ring = freshRing();
        ring.push_back(key("c", KeyState::Next, kDay));
        QCOMPARE(dueSteps(ring, m_schedule, m_start + 1000 * kDay).activate, std::vector<std::string>{"b"});
    }
    void eachAlgorithmGoesItsOwnWay() {
        auto ring = freshRing();
        ring.push_back(key("r", KeyState::Active, 10 * kDay, "RS256"));
        const DueSteps due = dueSteps(ring, m_schedule, m_start + 90 * kDay);
        QCOMPARE(due.activate, std::vector<std::string>{"b"});
        QCOMPARE(due.publish, std::vector<std::string>{"RS256"});
    }
    void theFirstKeyOfAnAlgorithmWaitsToBeAsked() {
        auto ring = freshRing();
        ring.push_back(key("r", KeyState::Next, kDay, "RS256"));
        QVERIFY(!takeoverTime(ring, ring[2], m_schedule));
        ring[2].activateAt = m_start + kDay;
        QVERIFY(takeoverTime(ring, ring[2], m_schedule) == m_start + kDay + kPublishedBeforeUse);
    }
    void anOldKeyIsRetiredWhenItsLastTokenHasExpired() {
        auto ring = freshRing();
        ring[0].state = KeyState::Retiring;
        ring[0].replacedAt = m_start + kDay;
        ring[1].state = KeyState::Active;
        ring.push_back(key("c", KeyState::Next));
        QVERIFY(retirementTime(ring, ring[0], Seconds(300)) == m_start + kDay + Seconds(300));
        QVERIFY(!dueSteps(ring, m_schedule, m_start + kDay + Seconds(299)).retire);
        QVERIFY(dueSteps(ring, m_schedule, m_start + kDay + Seconds(300)).retire);
    }
    void aLifeThatWasShortenedSinceDoesNotRetireItEarlier() {
        auto ring = freshRing();
        ring[0].state = KeyState::Retiring;
        ring[0].replacedAt = m_start;
        ring[0].longestLife = kDay;
        QVERIFY(retirementTime(ring, ring[0], Seconds(60)) == m_start + kDay);
    }
    void aLongerLifeIsRemembered() {
        RotationSchedule longer = m_schedule;
        longer.tokenLife = kDay;
        QVERIFY(dueSteps(freshRing(), longer, m_start).rememberLife);
        QVERIFY(!dueSteps(freshRing(), m_schedule, m_start).rememberLife);
    }
    void timesThatLieAheadAreCorrectedBeforeAnythingElse() {
        auto ring = freshRing();
        const Time before = m_start - 365 * kDay; // the clock was set back by a year
        const DueSteps due = dueSteps(ring, m_schedule, before);
        QVERIFY(due.correctTimes && due.activate.empty() && due.publish.empty() && !due.retire);
        QVERIFY(!dueSteps(ring, m_schedule, m_start - Seconds(30)).any());
    }
};

QTEST_GUILESS_MAIN(TestRotationSchedule)
#include "tst_rotation_schedule.moc"
