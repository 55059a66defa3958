// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "base/encoding.h"
#include "oidc/rp/logout_token.h"
#include "tests/support/bent_claims.h"
#include "tests/support/test_idp.h"

using namespace gatehouse;
using oidc::rp::LogoutTokenRules;

namespace {

constexpr Time kNow = Time(Milliseconds(1'800'000'000'000));

json::Object goodClaims() {
    return {{"iss", "https://idp.example"},
            {"aud", "gatehouse"},
            {"iat", toUnixSeconds(kNow)},
            {"exp", toUnixSeconds(kNow) + 120},
            {"jti", "j-1"},
            {"sub", "ann-1"},
            {"sid", "s-1"},
            {"events", json::Object{{"http://schemas.openid.net/event/backchannel-logout", json::Object()}}}};
}

LogoutTokenRules goodRules() {
    LogoutTokenRules rules;
    rules.issuer = "https://idp.example";
    rules.clientId = "gatehouse";
    rules.algorithms = {"ES256"};
    return rules;
}

} // namespace

class TestLogoutToken : public QObject {
    Q_OBJECT
private slots:
    void aGoodTokenNamesPersonAndSession() {
        const auto token = verify(m_key.sign(goodClaims()));
        QVERIFY(token);
        QCOMPARE(token->subject, std::string("ann-1"));
        QCOMPARE(token->sid, std::string("s-1"));
        QCOMPARE(token->jti, std::string("j-1"));
        QVERIFY(token->goodUntil > kNow + Seconds(300)); // a replay is remembered for as long as it would be taken
    }

    // RP-24
    void eachWrongClaimIsRefused_data() {
        test::claimColumns();
        test::jtiRows();
        const auto row = [](const char* name, const char* claim, const QString& value) {
            QTest::newRow(name) << claim << value;
        };
        const auto at = [](std::int64_t offset) { return QString::number(toUnixSeconds(kNow) + offset); };
        row("other issuer", "iss", "\"https://evil.example\"");
        row("issuer with a trailing slash", "iss", "\"https://idp.example/\"");
        row("no issuer", "iss", "");
        row("other audience", "aud", "\"other\"");
        row("audience part", "aud", "\"gate\"");
        row("audiences without us", "aud", "[\"other\"]");
        row("no audience", "aud", "");
        row("a nonce", "nonce", "\"n-1\"");
        row("an empty nonce", "nonce", "\"\"");
        row("no events", "events", "");
        row("empty events", "events", "{}");
        row("another event", "events", "{\"urn:other\":{}}");
        row("an event that is no object", "events", "{\"http://schemas.openid.net/event/backchannel-logout\":1}");
        row("events as a list", "events", "[\"http://schemas.openid.net/event/backchannel-logout\"]");
        row("no iat", "iat", "");
        row("iat as text", "iat", "\"now\"");
        row("issued long ago", "iat", at(-301));
        row("issued in the future", "iat", at(61));
        row("expired", "exp", at(-60));
        row("exp as text", "exp", "\"later\"");
        row("sub that is no text", "sub", "7");
        row("empty sid", "sid", "\"\"");
    }
    void eachWrongClaimIsRefused() {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        const auto token = verify(m_key.sign(test::bent(goodClaims(), claim, value)));
        QVERIFY(!token);
        QCOMPARE(token.error().reason, std::string("logout_token.invalid"));
    }
    void withoutPersonAndSessionItIsRefused() {
        json::Object claims = goodClaims();
        claims.stable_erase("sub");
        QVERIFY(verify(m_key.sign(claims)));
        claims.stable_erase("sid");
        QCOMPARE(verify(m_key.sign(claims)).error().detail, std::string("jti, sub or sid"));
    }
    void manyProvidersLeaveOutTheExpiry() {
        json::Object claims = goodClaims();
        claims.stable_erase("exp");
        QVERIFY(verify(m_key.sign(claims)));
    }
    void oneOfSeveralAudiencesIsEnough() {
        json::Object claims = goodClaims();
        claims["aud"] = json::Array{"other", "gatehouse"};
        QVERIFY(verify(m_key.sign(claims)));
    }
    void anotherKeyProvesNothing() {
        const test::ProviderKey stranger("k1");
        QCOMPARE(verify(stranger.sign(goodClaims())).error().reason, std::string("logout_token.invalid"));
        const test::ProviderKey rotated("k2");
        QCOMPARE(verify(rotated.sign(goodClaims())).error().reason, std::string("logout_token.key"));
    }
    void withoutASignatureItIsRefused() {
        const std::string body = base64UrlEncode(json::write(goodClaims()));
        QVERIFY(!verify(base64UrlEncode("{\"alg\":\"none\"}") + "." + body + "."));
        const std::string good = m_key.sign(goodClaims());
        QVERIFY(!verify(good.substr(0, good.rfind('.') + 1)));
        QVERIFY(!verify(""));
        QVERIFY(!verify("a.b"));
    }
    // CR-24: a token that says it is something else
    void anotherTypeIsRefused() {
        for (const char* type : {"", "JWT", "Logout+JWT", "application/logout+jwt"}) {
            QVERIFY2(verify(m_key.sign(goodClaims(), type)), type);
        }
        for (const char* type : {"at+jwt", "secevent+jwt", "dpop+jwt", " ", "oauth-authz-req+jwt"}) {
            QVERIFY2(!verify(m_key.sign(goodClaims(), type)), type);
        }
    }

private:
    Result<oidc::rp::LogoutToken> verify(const std::string& token) {
        return oidc::rp::verifyLogoutToken(token, {m_key.jwk()}, goodRules(), kNow);
    }
    test::ProviderKey m_key{"k1"};
};

QTEST_GUILESS_MAIN(TestLogoutToken)
#include "tst_logout_token.moc"
