// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "base/time.h"

using namespace gatehouse;

class TestTime : public QObject {
    Q_OBJECT
private slots:
    void roundTrips() {
        for (const std::int64_t millis : {0LL, 1'732'230'300'123LL, 4'102'444'800'000LL}) {
            QCOMPARE(toMillis(parseRfc3339(toRfc3339(fromMillis(millis))).value()), millis);
        }
        QCOMPARE(toRfc3339(fromMillis(0)), std::string("1970-01-01T00:00:00.000Z"));
    }
    void offsetsAreApplied() {
        QCOMPARE(toRfc3339(parseRfc3339("2026-11-21T23:05:00+02:00").value()), std::string("2026-11-21T21:05:00.000Z"));
    }
    void malformedTimesAreRefused() {
        for (const char* bad : {"", "2026-11-21", "2026-02-30T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T00:00:00",
                                "2026-11-21T00:00:00.Z", "2026-11-21T00:00:00Zx", "2026-11-21 00:00:00Z"}) {
            QVERIFY2(!parseRfc3339(bad), bad);
        }
    }
};

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
