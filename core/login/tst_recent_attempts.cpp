// SPDX-License-Identifier: Apache-2.0
// An attempt is handed out once, to who may go on with it, and as the store would give it.
#include <QtTest>

#include "crypto/hash.h"
#include "login/recent_attempts.h"

using namespace gatehouse;
using login::Flow;
using login::Presenter;
using login::RecentAttempts;

namespace {

const TenantId kAcme("acme");
const TenantId kEvil("evil");
const Time kNow = fromUnixSeconds(1'800'000'000);

Flow attempt(const std::string& state) {
    Flow flow;
    flow.id = FlowId("of-" + state);
    flow.tenant = kAcme;
    flow.connection = ConnectionId("c1");
    flow.expiresAt = kNow + Seconds(600);
    flow.trip.state = state;
    flow.browserHash = crypto::sha256("cookie");
    return flow;
}

Presenter owner() {
    return {ConnectionId("c1"), crypto::sha256("cookie")};
}

std::string taken(RecentAttempts& recent, const std::string& state, const Presenter& by = owner(),
                  const TenantId& tenant = kAcme, Time now = kNow) {
    const auto flow = recent.take(tenant, state, by, now);
    return flow ? flow->id.text() : std::string();
}

} // namespace

class TestRecentAttempts : public QObject {
    Q_OBJECT
private slots:
    void isHandedOutOnce() {
        RecentAttempts recent;
        recent.add(attempt("a"));
        recent.add(attempt("b"));
        QCOMPARE(taken(recent, "a"), std::string("of-a"));
        QCOMPARE(taken(recent, "a"), std::string());
        QCOMPARE(taken(recent, "b"), std::string("of-b"));
        QCOMPARE(taken(recent, "c"), std::string());
    }
    void whoMayNotGoOnGetsNothingAndSpoilsNothing() {
        RecentAttempts recent;
        recent.add(attempt("a"));
        QCOMPARE(taken(recent, "a", owner(), kEvil), std::string());
        QCOMPARE(taken(recent, "a", {ConnectionId("c2"), crypto::sha256("cookie")}), std::string());
        QCOMPARE(taken(recent, "a", {ConnectionId("c1"), crypto::sha256("another")}), std::string());
        QCOMPARE(taken(recent, "a", {ConnectionId("c1"), {}}), std::string());
        QCOMPARE(taken(recent, "a", owner(), kAcme, kNow + Seconds(600)), std::string());
        QCOMPARE(taken(recent, "a", owner(), kAcme, kNow + Seconds(599)), std::string("of-a"));
    }
    void theOldestGoFirst() {
        RecentAttempts recent(2);
        recent.add(attempt("a"));
        recent.add(attempt("b"));
        recent.add(attempt("c"));
        QCOMPARE(taken(recent, "a"), std::string());
        QCOMPARE(taken(recent, "b"), std::string("of-b"));
        QCOMPARE(taken(recent, "c"), std::string("of-c"));
    }
    void codesAndTokensAreNotKept() {
        RecentAttempts recent;
        Flow flow = attempt("a");
        flow.messages.emplace_back();
        flow.messages.front().unredacted = std::make_shared<login::Message>();
        recent.add(flow);
        const auto back = recent.take(kAcme, "a", owner(), kNow);
        QVERIFY(back && back->messages.size() == 1);
        QVERIFY(back->messages.front().unredacted == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestRecentAttempts)
#include "tst_recent_attempts.moc"
