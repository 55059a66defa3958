// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "jose/jws.h"
#include "oidc/rp/revocation_token.h"

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
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("value"); // JSON; empty removes
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
        row("no jti", "jti", "");
        row("empty jti", "jti", "\"\"");
        row("long jti", "jti", "\"" + QString(256, 'j') + "\"");
    }
    void eachWrongClaimIsRefused() {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        json::Object claims = goodClaims();
        if (value.isEmpty()) {
            claims.stable_erase(claim.toStdString());
        } else {
            claims[claim.toStdString()] = json::parse("[" + value.toStdString() + "]").value().as_array().front();
        }
        QCOMPARE(verify(sign(claims)).error().reason, std::string("revocation_token.invalid"));
    }
    // CR-24
    void anotherTypeIsRefused() {
        for (const char* type : {"JWT", "at+jwt", "logout+jwt", "secevent+jwt", ""}) {
            QVERIFY2(!verify(sign(goodClaims(), type)), type);
        }
    }
    void anotherKeyProvesNothing() {
        QCOMPARE(verify(sign(goodClaims(), "global-token-revocation+jwt", "k2")).error().reason,
                 std::string("revocation_token.key"));
        const auto stranger = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
        const auto forged = jose::signCompact({{"kid", "k1"}, {"typ", "global-token-revocation+jwt"}},
                                              json::write(goodClaims()), stranger, crypto::Signature::ES256);
        QCOMPARE(verify(*forged).error().reason, std::string("revocation_token.invalid"));
    }

private:
    std::string sign(const json::Object& claims, const char* type = "global-token-revocation+jwt",
                     const char* kid = "k1") {
        return jose::signCompact({{"kid", kid}, {"typ", type}}, json::write(claims), m_key, crypto::Signature::ES256)
            .value();
    }
    Result<oidc::rp::RevocationToken> verify(const std::string& token) {
        jose::Jwk jwk{m_key.publicKey(), "k1", "sig", "ES256", ""};
        const RevocationTokenRules rules{"https://idp.example", "gatehouse", kEndpoint, {"ES256"}};
        return oidc::rp::verifyRevocationToken(token, {jwk}, rules, kNow);
    }
    crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
};

QTEST_GUILESS_MAIN(TestRevocationToken)
#include "tst_revocation_token.moc"
