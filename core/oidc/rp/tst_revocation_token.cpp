// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oidc/rp/revocation_token.h"
#include "tests/support/bent_claims.h"
#include "tests/support/test_idp.h"

using namespace gatehouse;
using oidc::rp::RevocationTokenRules;

namespace {

constexpr Time kNow = Time(Milliseconds(1'800'000'000'000));
constexpr const char* kEndpoint = "https://gate.example/t/acme/oauth2/global-token-revocation";

json::Object goodClaims() {
    return {{"iss", "https://idp.example"},
            {"sub", "gatehouse"},
            {"aud", kEndpoint},
            {"iat", toUnixSeconds(kNow)},
            {"nbf", toUnixSeconds(kNow) - 300},
            {"exp", toUnixSeconds(kNow) + 300},
            {"jti", "j-1"}};
}

} // namespace

class TestRevocationToken : public QObject {
    Q_OBJECT
private slots:
    void aGoodTokenIsAccepted() {
        const auto token = verify(sign(goodClaims()));
        QVERIFY(token);
        QCOMPARE(token->jti, std::string("j-1"));
        json::Object claims = goodClaims();
        claims["aud"] = json::Array{kEndpoint};
        QVERIFY(verify(sign(claims)));
    }
    void eachWrongClaimIsRefused_data() {
        test::claimColumns();
        test::jtiRows();
        const auto row = [](const char* name, const char* claim, const QString& value) {
            QTest::newRow(name) << claim << value;
        };
        const auto at = [](std::int64_t offset) { return QString::number(toUnixSeconds(kNow) + offset); };
        row("other issuer", "iss", "\"https://evil.example\"");
        row("no issuer", "iss", "");
        row("another client", "sub", "\"other\"");
        row("no client", "sub", "");
        row("another tenant's address", "aud", "\"https://gate.example/t/evil/oauth2/global-token-revocation\"");
        row("the issuer as audience", "aud", "\"https://gate.example/t/acme\"");
        row("two audiences", "aud", "[\"" + QString::fromLatin1(kEndpoint) + "\",\"https://other.example\"]");
        row("no audience", "aud", "");
        row("expired", "exp", at(-60));
        row("good for too long", "exp", at(601));
        row("no expiry", "exp", "");
        row("not yet", "nbf", at(61));
        row("nbf as text", "nbf", "\"now\"");
        row("issued in the future", "iat", at(61));
        row("iat as text", "iat", "\"now\"");
    }
    void eachWrongClaimIsRefused() {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        QCOMPARE(verify(sign(test::bent(goodClaims(), claim, value))).error().reason,
                 std::string("revocation_token.invalid"));
    }
    // CR-24
    void anotherTypeIsRefused() {
        for (const char* type : {"JWT", "at+jwt", "logout+jwt", "secevent+jwt", ""}) {
            QVERIFY2(!verify(sign(goodClaims(), type)), type);
        }
    }
    void anotherKeyProvesNothing() {
        const test::ProviderKey rotated("k2");
        QCOMPARE(verify(rotated.sign(goodClaims(), kType)).error().reason, std::string("revocation_token.key"));
        const test::ProviderKey stranger("k1");
        QCOMPARE(verify(stranger.sign(goodClaims(), kType)).error().reason, std::string("revocation_token.invalid"));
    }

private:
    static constexpr const char* kType = "global-token-revocation+jwt";
    std::string sign(const json::Object& claims, const char* type = kType) { return m_key.sign(claims, type); }
    Result<oidc::rp::RevocationToken> verify(const std::string& token) {
        const RevocationTokenRules rules{"https://idp.example", "gatehouse", kEndpoint, {"ES256"}};
        return oidc::rp::verifyRevocationToken(token, {m_key.jwk()}, rules, kNow);
    }
    test::ProviderKey m_key{"k1"};
};

QTEST_GUILESS_MAIN(TestRevocationToken)
#include "tst_revocation_token.moc"
