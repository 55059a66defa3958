// SPDX-License-Identifier: Apache-2.0
// Who has to sign in anew: what proves that they did, and what is asked for next where nothing does.
#include <QtTest>

#include "login/sign_in_age.h"

using namespace gatehouse;
using login::SignInAge;

namespace {

const Time kAfter = parseRfc3339("2026-11-21T12:00:00.500Z").value();
const Time kNow = parseRfc3339("2026-11-21T12:05:00Z").value();

json::Object signedIn(Time at) {
    return {{"auth_time", toUnixSeconds(at)}};
}

} // namespace

class TestSignInAge : public QObject {
    Q_OBJECT
private slots:
    void whoIsNotAskedForItIsNewEnough() {
        QVERIFY(login::signInAge(std::nullopt, {}, kNow) == SignInAge::NewEnough);
        QVERIFY(login::signInAge(std::nullopt, signedIn(kAfter - Seconds(9)), kNow) == SignInAge::NewEnough);
    }
    void onlyASignInAfterTheInstantIsNewEnough() {
        QVERIFY(login::signInAge(kAfter, signedIn(kAfter + Seconds(1)), kNow) == SignInAge::NewEnough);
        QVERIFY(login::signInAge(kAfter, signedIn(kNow), kNow) == SignInAge::NewEnough);
        QVERIFY(login::signInAge(kAfter, signedIn(kAfter), kNow) == SignInAge::TooOld); // the same second
        QVERIFY(login::signInAge(kAfter, signedIn(kAfter - Seconds(1)), kNow) == SignInAge::TooOld);
    }
    void whatIsNotSaidOrCannotBeIsNoProof() {
        QVERIFY(login::signInAge(kAfter, {}, kNow) == SignInAge::Unproven);
        QVERIFY(login::signInAge(kAfter, {{"auth_time", "now"}}, kNow) == SignInAge::Unproven);
        QVERIFY(login::signInAge(kAfter, signedIn(kNow + Seconds(61)), kNow) == SignInAge::Unproven);
        QVERIFY(login::signInAge(kAfter, signedIn(kNow + Seconds(60)), kNow) == SignInAge::NewEnough);
    }

    void aProviderThatDoesNotSayWhenIsMadeToSayIt() {
        login::Trip trip;
        QVERIFY(login::demandSignIn(trip, SignInAge::Unproven, kAfter, kNow));
        QVERIFY(trip.maxAge == Seconds(300));
        QVERIFY(!trip.forceLogin);
        QVERIFY(login::demandSignIn(trip, SignInAge::TooOld, kAfter, kNow));
        QVERIFY(trip.maxAge == Seconds(0));
        QVERIFY(trip.forceLogin);
        QVERIFY(!login::demandSignIn(trip, SignInAge::TooOld, kAfter, kNow)); // nothing is left to ask
    }
    void whatWasDemandedBeforeStaysWhereItIsStricter() {
        login::Trip asked;
        asked.forceLogin = true;
        QVERIFY(login::demandSignIn(asked, SignInAge::Unproven, kAfter, kNow));
        QVERIFY(asked.forceLogin);
        login::Trip strict;
        strict.maxAge = Seconds(0);
        QVERIFY(login::demandSignIn(strict, SignInAge::Unproven, kAfter, kNow));
        QVERIFY(strict.maxAge == Seconds(0) && strict.forceLogin);
        QVERIFY(!login::demandSignIn(strict, SignInAge::Unproven, kAfter, kNow));
    }
    void whoMayNotBeAskedIsNotAsked() {
        login::Trip trip;
        trip.silent = true;
        QVERIFY(!login::demandSignIn(trip, SignInAge::TooOld, kAfter, kNow));
        QVERIFY(!trip.maxAge && !trip.forceLogin);
    }
};

QTEST_GUILESS_MAIN(TestSignInAge)
#include "tst_sign_in_age.moc"
