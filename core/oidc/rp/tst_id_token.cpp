// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "crypto/hash.h"
#include "jose/jws.h"
#include "oidc/rp/id_token.h"
#include "oidc/rp/userinfo.h"
#include "tests/support/bent_claims.h"
#include "tests/support/test_idp.h"

using namespace gatehouse;
using oidc::rp::IdTokenRules;

namespace {

constexpr Time kNow = Time(Milliseconds(1'800'000'000'000));

json::Object goodClaims() {
    return {{"iss", "https://idp.example"}, {"sub", "ann-1"},
            {"aud", "gatehouse"},           {"nonce", "n-1"},
            {"iat", toUnixSeconds(kNow)},   {"exp", toUnixSeconds(kNow) + 300}};
}

IdTokenRules goodRules() {
    IdTokenRules rules;
    rules.issuer = "https://idp.example";
    rules.clientId = "gatehouse";
    rules.nonce = "n-1";
    rules.accessToken = "at";
    rules.algorithms = {"ES256", "RS256"};
    return rules;
}

} // namespace

class TestIdToken : public QObject {
    Q_OBJECT
private slots:
    void aGoodTokenIsAccepted() {
        const auto verdict = verify(goodClaims());
        QVERIFY(verdict.claims.has_value());
        QVERIFY(firstFailure(verdict.checks) == nullptr);
    }
    void eachWrongClaimIsRefusedByItsOwnCheck_data() {
        test::claimColumns();
        QTest::addColumn<QString>("check");
        const auto row = [](const char* name, const char* claim, const QString& value, const char* check) {
            QTest::newRow(name) << claim << value << check;
        };
        const auto at = [](std::int64_t offset) { return QString::number(toUnixSeconds(kNow) + offset); };
        row("issuer with a trailing slash", "iss", "\"https://idp.example/\"", "id_token.iss");
        row("issuer in capitals", "iss", "\"https://IDP.example\"", "id_token.iss");
        row("issuer missing", "iss", "", "id_token.iss");
        row("other audience", "aud", "\"other\"", "id_token.aud");
        row("audience missing", "aud", "", "id_token.aud");
        row("audience part", "aud", "\"gate\"", "id_token.aud");
        row("audience with a stranger", "aud", "[\"gatehouse\",\"stranger\"]", "id_token.aud");
        row("azp is another", "azp", "\"other\"", "id_token.azp");
        row("nonce wrong", "nonce", "\"n-2\"", "id_token.nonce");
        row("nonce missing", "nonce", "", "id_token.nonce");
        row("expired", "exp", at(-61), "id_token.exp");
        row("exp missing", "exp", "", "id_token.exp");
        row("exp as text", "exp", "\"" + at(300) + "\"", "id_token.exp");
        row("not valid yet", "nbf", at(600), "id_token.nbf");
        row("issued in the future", "iat", at(600), "id_token.iat");
        row("issued long ago", "iat", at(-3600), "id_token.iat");
        row("subject missing", "sub", "", "id_token.sub");
        row("subject empty", "sub", "\"\"", "id_token.sub");
        row("subject a space", "sub", "\" \"", "id_token.sub");
        row("subject a number", "sub", "9007199254740993", "id_token.sub");
        row("subject null", "sub", "null", "id_token.sub");
        row("at_hash of another token", "at_hash", "\"AAAAAAAAAAAAAAAAAAAAAA\"", "id_token.at_hash");
    }
    void eachWrongClaimIsRefusedByItsOwnCheck() {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        QFETCH(QString, check);
        const auto verdict = verify(test::bent(goodClaims(), claim, value));
        QVERIFY(!verdict.claims);
        QCOMPARE(QString::fromStdString(firstFailure(verdict.checks)->name), check);
    }
    // CR-24: by the right key, and for something else
    void aTokenOfAnotherTypeIsRefused() {
        const auto judge = [this](const char* type) {
            return oidc::rp::verifyIdToken(m_key.sign(goodClaims(), type), {m_key.jwk()}, goodRules(), kNow);
        };
        for (const char* type : {"", "JWT", "jwt", "application/jwt"}) {
            QVERIFY2(judge(type).claims, type);
        }
        for (const char* type : {"at+jwt", "logout+jwt", "secevent+jwt", "oauth-id-jag+jwt", " "}) {
            const auto verdict = judge(type);
            QVERIFY2(!verdict.claims, type);
            QCOMPARE(firstFailure(verdict.checks)->name, std::string("id_token.format"));
        }
    }
    // OpenID Connect Core 1.0, 5.3.2
    void signedUserinfoIsReadFromItsSignerAlone() {
        const oidc::rp::SignedUserinfoRules rules{"https://idp.example", "gatehouse", {"ES256"}};
        const auto read = [&](const std::string& token) {
            const auto claims = oidc::rp::readSignedUserinfo(token, {m_key.jwk()}, rules);
            return claims ? std::string() : claims.error().reason + " " + claims.error().detail;
        };
        const json::Object said{{"sub", "ann-1"}, {"iss", "https://idp.example"}, {"aud", "gatehouse"}};
        QCOMPARE(read(m_key.sign(said)), std::string());
        QCOMPARE(read(m_key.sign({{"sub", "ann-1"}}, "JWT")), std::string());
        json::Object other = said;
        other["aud"] = json::Array{"stranger", "gatehouse"};
        QCOMPARE(read(m_key.sign(other)), std::string());
        other["aud"] = json::Array{"stranger"};
        QCOMPARE(read(m_key.sign(other)), std::string("upstream.userinfo aud"));
        other = said;
        other["iss"] = "https://idp.example/";
        QCOMPARE(read(m_key.sign(other)), std::string("upstream.userinfo iss"));
        QCOMPARE(read(m_key.sign(said, "logout+jwt")), std::string("upstream.userinfo a token of another kind"));
        QCOMPARE(read(test::ProviderKey("k1").sign(said)), std::string("upstream.userinfo jws.signature"));
        QCOMPARE(read(base64UrlEncode("{\"alg\":\"none\"}") + "." + base64UrlEncode(json::write(said)) + "."),
                 std::string("upstream.userinfo jws.alg_refused"));
        QCOMPARE(read(json::write(said)), std::string("upstream.userinfo jws.malformed"));
    }
    void aTokenByAnotherKeyUnderTheSameIdIsRefused() {
        const test::ProviderKey attacker("k1");
        const auto verdict = oidc::rp::verifyIdToken(attacker.sign(goodClaims()), {m_key.jwk()}, goodRules(), kNow);
        QVERIFY(!verdict.claims && !verdict.unknownKey);
        QCOMPARE(firstFailure(verdict.checks)->name, std::string("id_token.signature"));
    }
    void anUnknownKeyAsksForARefresh() {
        const test::ProviderKey rotated("k2");
        const auto verdict = oidc::rp::verifyIdToken(rotated.sign(goodClaims()), {m_key.jwk()}, goodRules(), kNow);
        QVERIFY(verdict.unknownKey && !verdict.claims);
    }
    void anAlgorithmThatTheProviderDoesNotAnnounceIsRefused() {
        IdTokenRules rules = goodRules();
        rules.algorithms = {"RS256", "HS256", "none"};
        const auto verdict = oidc::rp::verifyIdToken(m_key.sign(goodClaims()), {m_key.jwk()}, rules, kNow);
        QCOMPARE(firstFailure(verdict.checks)->name, std::string("id_token.alg"));
    }
    void unsignedTokensAreRefused() {
        for (const char* alg : {"none", "None", "nOnE", ""}) {
            const std::string header = base64UrlEncode("{\"alg\":\"" + std::string(alg) + "\"}");
            const std::string token = header + "." + base64UrlEncode(json::write(goodClaims())) + ".";
            QVERIFY(!oidc::rp::verifyIdToken(token, {m_key.jwk()}, goodRules(), kNow).claims);
        }
    }
    void essentialLevelThatIsNotMetIsNamed() {
        IdTokenRules rules = goodRules();
        rules.acrValues = {"mfa", "phr"};
        rules.acrMeeting = {"mfa", "phr", "phrh"};
        rules.acrEssential = true;
        json::Object claims = goodClaims();
        claims["acr"] = "pwd";
        auto verdict = oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, rules, kNow);
        QCOMPARE(firstFailure(verdict.checks)->name, std::string("unmet_authentication_requirements"));
        QCOMPARE(firstFailure(verdict.checks)->expected, std::string("mfa or phr"));
        claims["acr"] = "phr";
        QVERIFY(oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, rules, kNow).claims);
    }
    void maxAgeNeedsAFreshAuthTime() {
        IdTokenRules rules = goodRules();
        rules.maxAge = Seconds(300);
        json::Object claims = goodClaims();
        QVERIFY(!oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, rules, kNow).claims);
        claims["auth_time"] = toUnixSeconds(kNow) - 1000;
        QVERIFY(!oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, rules, kNow).claims);
        claims["auth_time"] = toUnixSeconds(kNow) - 100;
        QVERIFY(oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, rules, kNow).claims);
    }
    void theEntraTemplateTakesListedDirectoriesOnly() {
        const std::string tid = "72f988bf-86f1-41af-91ab-2d7cd011db47";
        IdTokenRules rules = goodRules();
        rules.issuer = "https://login.microsoftonline.com/{tenantid}/v2.0";
        rules.allowedTenantIds = {tid};
        json::Object claims = goodClaims();
        claims["tid"] = tid;
        claims["iss"] = "https://login.microsoftonline.com/" + tid + "/v2.0";
        QVERIFY(oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, rules, kNow).claims);
        const std::string other = "9188040d-6c67-4c5b-b112-36a304b66dad";
        claims["tid"] = other;
        claims["iss"] = "https://login.microsoftonline.com/" + other + "/v2.0";
        QVERIFY(!oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, rules, kNow).claims);
        claims["iss"] = "https://login.microsoftonline.com/{tenantid}/v2.0";
        QVERIFY(!oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, rules, kNow).claims);
    }
    void anEntraKeyOfAnotherDirectoryIsRefused() {
        const std::string tid = "72f988bf-86f1-41af-91ab-2d7cd011db47";
        IdTokenRules rules = goodRules();
        rules.issuer = "https://login.microsoftonline.com/{tenantid}/v2.0";
        rules.allowedTenantIds = {tid};
        json::Object claims = goodClaims();
        claims["tid"] = tid;
        claims["iss"] = "https://login.microsoftonline.com/" + tid + "/v2.0";
        jose::Jwk consumers = m_key.jwk();
        consumers.issuer = "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";
        const auto verdict = oidc::rp::verifyIdToken(m_key.sign(claims), {consumers}, rules, kNow);
        QCOMPARE(firstFailure(verdict.checks)->name, std::string("id_token.key"));
    }
    void userinfoOfSomeoneElseIsRefused() {
        json::Object claims{{"sub", "ann-1"}};
        QCOMPARE(oidc::rp::mergeUserinfo({{"sub", "bob-1"}, {"email", "x@y.example"}}, claims).status,
                 Check::Status::Fail);
        QVERIFY(!claims.contains("email"));
        QCOMPARE(oidc::rp::mergeUserinfo({{"email", "x@y.example"}}, claims).status, Check::Status::Fail);
    }
    void emailVerifiedIsOnlyTakenWithTheAddressItSpeaksOf() {
        json::Object fromToken{{"sub", "a"}, {"email", "victim@acme.example"}};
        QCOMPARE(oidc::rp::mergeUserinfo({{"sub", "a"}, {"email", "other@acme.example"}, {"email_verified", true}},
                                         fromToken)
                     .status,
                 Check::Status::Ok);
        QVERIFY(!fromToken.contains("email_verified"));
        QCOMPARE(json::stringMember(fromToken, "email").value(), std::string_view("victim@acme.example"));
        json::Object verifiedWithout{{"sub", "a"}, {"email_verified", true}};
        (void)oidc::rp::mergeUserinfo({{"sub", "a"}, {"email", "other@acme.example"}}, verifiedWithout);
        QVERIFY(!verifiedWithout.contains("email_verified"));
        json::Object none{{"sub", "a"}};
        (void)oidc::rp::mergeUserinfo({{"sub", "a"}, {"email", "a@acme.example"}, {"email_verified", true}}, none);
        QCOMPARE(json::boolMember(none, "email_verified").value(), true);
    }

private:
    oidc::rp::IdTokenVerdict verify(const json::Object& claims) const {
        return oidc::rp::verifyIdToken(m_key.sign(claims), {m_key.jwk()}, goodRules(), kNow);
    }
    const test::ProviderKey m_key{"k1"};
};

QTEST_GUILESS_MAIN(TestIdToken)
#include "tst_id_token.moc"
