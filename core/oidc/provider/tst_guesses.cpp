// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <atomic>
#include <thread>

#include "oidc/provider/guesses.h"

using namespace gatehouse;
using oidc::provider::Guesses;
using Verdict = oidc::provider::Guesses::Verdict;

namespace {

constexpr Time kNow = Time(Milliseconds(1'800'000'000'000));

std::string numbered(const char* what, int number) {
    return what + std::to_string(number);
}

} // namespace

class TestGuesses : public QObject {
    Q_OBJECT
private slots:
    void aBrowserHasFiveTriesInTenMinutes() {
        Guesses guesses;
        const Guesses::From from{"acme", "192.0.2.1", "b"};
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(guesses.take(from, kNow), Verdict::Allowed);
        }
        QCOMPARE(guesses.take(from, kNow), Verdict::FirstRefusal);
        QCOMPARE(guesses.take(from, kNow + Seconds(599)), Verdict::Refused);
        QCOMPARE(guesses.take(from, kNow + Seconds(600)), Verdict::Allowed);
    }
    void anAddressHasTenWhateverTheBrowser() {
        Guesses guesses;
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(guesses.take({"acme", "192.0.2.1", numbered("b", i)}, kNow), Verdict::Allowed);
        }
        QCOMPARE(guesses.take({"acme", "192.0.2.1", "another"}, kNow), Verdict::FirstRefusal);
        QCOMPARE(guesses.take({"acme", "192.0.2.2", "another"}, kNow), Verdict::Allowed);
    }
    void anIssuerHasTwoHundredWhoeverAsks() {
        Guesses guesses;
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(guesses.take({"acme", numbered("a", i), numbered("b", i)}, kNow), Verdict::Allowed);
        }
        QCOMPARE(guesses.take({"acme", "fresh", "fresh"}, kNow), Verdict::FirstRefusal);
        QCOMPARE(guesses.take({"evil", "fresh", "fresh"}, kNow), Verdict::Allowed); // another tenant's are its own
    }
    void whatWasRightCountsForNothing() {
        Guesses guesses;
        const Guesses::From from{"acme", "192.0.2.1", "b"};
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(guesses.take(from, kNow), Verdict::Allowed);
            guesses.giveBack(from);
        }
        guesses.giveBack(from); // once too often gives nothing away
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(guesses.take(from, kNow), Verdict::Allowed);
        }
        QVERIFY(guesses.take(from, kNow) != Verdict::Allowed);
    }
    void whatWasRefusedCountsNowhereElse() {
        Guesses guesses;
        for (int i = 0; i < 300; ++i) {
            (void)guesses.take({"acme", "192.0.2.1", "b"}, kNow);
        }
        QCOMPARE(guesses.take({"acme", "192.0.2.2", "c"}, kNow), Verdict::Allowed);
    }
    // security.md SE-16
    void noMoreThanTheLimitPassInParallel() {
        Guesses guesses;
        std::atomic<int> allowed = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 64; ++i) {
            threads.emplace_back(
                [&] { allowed += guesses.take({"acme", "192.0.2.1", "b"}, kNow) == Verdict::Allowed ? 1 : 0; });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(allowed.load(), 5);
    }
};

QTEST_GUILESS_MAIN(TestGuesses)
#include "tst_guesses.moc"
