// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "admin/api/codec.h"
#include "admin/login_history.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

const Time kNow = fromMillis(1'800'000'000'000); // a multiple of five minutes
const TenantId kAcme("11111111-1111-7111-8111-111111111111");
const TenantId kEvil("22222222-2222-7222-8222-222222222222");

std::int64_t sum(const api::Statistics& statistics) {
    std::int64_t all = 0;
    for (const api::StatisticsBin& bin : statistics.bins) {
        all += bin.successes + bin.failures;
    }
    return all;
}

} // namespace

class TestLoginHistory : public QObject {
    Q_OBJECT
private slots:
    void binsHaveNoGapsAndEndWithTheCurrentOne() {
        const LoginHistory history;
        const api::Statistics empty = history.read({}, kNow + Seconds(7), 24);
        QCOMPARE(empty.bins.size(), std::size_t(288));
        QCOMPARE(empty.bins.back().at.value(), kNow);
        QCOMPARE(empty.to.value(), kNow + Seconds(300));
        QCOMPARE(empty.bins[1].at.value() - empty.bins[0].at.value(), Milliseconds(300'000));
        QCOMPARE(history.read({}, kNow, 1).bins.size(), std::size_t(12));
    }
    void eachLoginIsInItsBin() {
        LoginHistory history;
        history.add(kAcme, kNow, true, "");
        history.add(kAcme, kNow + Seconds(299), false, "oidc.nonce");
        history.add(kAcme, kNow + Seconds(300), false, "oidc.nonce");
        const api::Statistics read = history.read(kAcme, kNow + Seconds(301), 1);
        QCOMPARE(read.bins[10].successes, 1);
        QCOMPARE(read.bins[10].failures, 1);
        QCOMPARE(read.bins[11].failures, 1);
        QCOMPARE(read.reasons.size(), std::size_t(1));
        QCOMPARE(read.reasons[0].count, 2);
    }
    void eachReasonSaysWhatItMeans() {
        LoginHistory history;
        history.add(kAcme, kNow, false, "login.state_expired");
        history.add(kAcme, kNow, false, "login.state_expired");
        history.add(kAcme, kNow, false, "no.such_reason");
        history.add(kAcme, kNow, false, "");
        const auto reasons = history.read(kAcme, kNow, 1).reasons;
        QCOMPARE(reasons.size(), std::size_t(3));
        QCOMPARE(reasons[0].message, std::string("This sign-in took too long."));
        QCOMPARE(reasons[1].message, std::string()); // none is none
        QVERIFY(!reasons[2].message.empty() && reasons[2].message != reasons[0].message);
        const json::Value told = api::toJson(history.read(kAcme, kNow, 1)).at("reasons").at(0);
        QCOMPARE(std::string(json::view(told.at("message").as_string())), reasons[0].message);
    }
    void aTenantSeesItsOwnAlone() {
        LoginHistory history;
        history.add(kAcme, kNow, true, "");
        history.add(kEvil, kNow, false, "x");
        QCOMPARE(sum(history.read(kAcme, kNow, 24)), 1);
        QVERIFY(history.read(kAcme, kNow, 24).reasons.empty());
        QCOMPARE(sum(history.read({}, kNow, 24)), 2);
    }
    void whatIsOlderThanADayIsForgotten() {
        LoginHistory history;
        history.add(kAcme, kNow, true, "");
        QCOMPARE(sum(history.read({}, kNow + std::chrono::hours(23), 24)), 1);
        QCOMPARE(sum(history.read({}, kNow + std::chrono::hours(24), 24)), 0);
        for (int i = 1; i < 1000; ++i) {
            history.add(kAcme, kNow + Seconds(300 * i), true, "");
        }
        QCOMPARE(sum(history.read({}, kNow + Seconds(300 * 999), 24)), 288);
    }
    void thePercentileIsSampledEveryTenSeconds() {
        LoginHistory history;
        QVERIFY(history.wantsSample(kNow));
        history.sample(kNow, 7.5);
        QVERIFY(!history.wantsSample(kNow + Seconds(9)));
        QVERIFY(history.wantsSample(kNow + Seconds(10)));
        history.sample(kNow + Seconds(10), 9.5);
        QVERIFY(history.wantsSample(kNow + Seconds(300)));
        QCOMPARE(history.read({}, kNow, 1).bins.back().p95, 9.5);
        QCOMPARE(history.read({}, kNow, 1).bins.front().p95, 0.0);
    }
    void nothingMeasuredIsNoSample() {
        LoginHistory history;
        history.sample(kNow, 0);
        QVERIFY(history.wantsSample(kNow));
        history.sample(kNow, 4);
        history.sample(kNow + Seconds(20), 0);
        QCOMPARE(history.read({}, kNow, 1).bins.back().p95, 4.0);
    }
};

QTEST_GUILESS_MAIN(TestLoginHistory)
#include "tst_login_history.moc"
