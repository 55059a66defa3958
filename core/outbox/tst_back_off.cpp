// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "outbox/back_off.h"

using namespace gatehouse;
using outbox::delayAfter;

class TestBackOff : public QObject {
    Q_OBJECT
private slots:
    void eachFailureDoublesTheDelay() {
        for (const auto& [failures, expected] : {std::pair(1, 1000), std::pair(2, 2000), std::pair(5, 16000)}) {
            QCOMPARE(delayAfter(failures, Seconds(1), Seconds(3600), 0).count(), std::int64_t(expected));
        }
    }
    void theDelayStopsGrowing() {
        QCOMPARE(delayAfter(13, Seconds(1), Seconds(3600), 0).count(), std::int64_t(3600 * 1000));
        QCOMPARE(delayAfter(1'000'000'000, Seconds(1), Seconds(3600), 0).count(), std::int64_t(3600 * 1000));
    }
    void chanceTakesAtMostHalfOfIt() {
        QCOMPARE(delayAfter(1, Seconds(1), Seconds(60), 1).count(), std::int64_t(500));
        QCOMPARE(delayAfter(1, Seconds(1), Seconds(60), 0.5).count(), std::int64_t(750));
        QCOMPARE(delayAfter(1, Seconds(1), Seconds(60), 7).count(), std::int64_t(500));
        QCOMPARE(delayAfter(1, Seconds(1), Seconds(60), -7).count(), std::int64_t(1000));
    }
};

QTEST_GUILESS_MAIN(TestBackOff)
#include "tst_back_off.moc"
