// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oauth/pkce.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

namespace {
// RFC 7636, appendix B.
constexpr const char* kVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
constexpr const char* kChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
} // namespace

class TestPkce : public QObject {
    Q_OBJECT
private slots:
    void theExampleOfTheRfcVerifies() {
        QCOMPARE(challengeFor(kVerifier), std::string(kChallenge));
        QVERIFY(checkVerifier(kChallenge, kVerifier).has_value());
        QVERIFY(checkChallenge(kChallenge, "S256").has_value());
    }
    void otherMethodsThanS256AreRefused() {
        for (const char* method : {"", "plain", "s256", "S512", "S256 "}) {
            QCOMPARE(checkChallenge(kChallenge, method).error().reason,
                     std::string("oauth.invalid_request.pkce_method"));
        }
    }
    void aMissingChallengeIsRefused() {
        QCOMPARE(checkChallenge("", "S256").error().reason, std::string("oauth.invalid_request.pkce_missing"));
    }
    void malformedChallengesAreRefused() {
        for (const std::string& bad :
             {std::string(42, 'a'), std::string(129, 'a'), std::string(42, 'a') + "=", std::string(42, 'a') + "+",
              std::string(42, 'a') + "/", std::string(42, 'a') + " ", std::string(43, '\0'),
              std::string(41, 'a') + "\xc3\xa9"}) {
            QCOMPARE(checkChallenge(bad, "S256").error().reason, std::string("oauth.invalid_request.pkce_challenge"));
        }
    }
    void aMissingVerifierIsRefused() {
        QCOMPARE(checkVerifier(kChallenge, "").error().reason, std::string("oauth.invalid_grant.pkce_missing"));
    }
    void aVerifierForACodeWithoutChallengeIsRefused() {
        QCOMPARE(checkVerifier("", kVerifier).error().reason, std::string("oauth.invalid_grant.pkce_missing"));
    }
    void malformedVerifiersAreRefused() {
        for (const std::string& bad : {std::string(42, 'a'), std::string(129, 'a'), std::string(42, 'a') + "%"}) {
            QCOMPARE(checkVerifier(challengeFor(bad), bad).error().reason,
                     std::string("oauth.invalid_grant.pkce_verifier"));
        }
    }
    void anotherVerifierIsRefused() {
        std::string other = kVerifier;
        other.back() = 'l';
        QCOMPARE(checkVerifier(kChallenge, other).error().reason, std::string("oauth.invalid_grant.pkce_mismatch"));
        QCOMPARE(checkVerifier(kVerifier, kVerifier).error().reason, std::string("oauth.invalid_grant.pkce_mismatch"));
    }
};

QTEST_GUILESS_MAIN(TestPkce)
#include "tst_pkce.moc"
