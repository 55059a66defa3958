// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <array>

#include "crypto/hash.h"
#include "oauth/tokens.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

namespace {
constexpr Time kNow = Time(Milliseconds(1'800'000'000'000));
constexpr std::array<TokenKind, 10> kKinds = {
    TokenKind::AuthorizationCode, TokenKind::RefreshToken,      TokenKind::AdminToken,    TokenKind::RequestUri,
    TokenKind::DeviceCode,        TokenKind::LoginState,        TokenKind::ConsentTicket, TokenKind::SessionCookie,
    TokenKind::InitialAccess,     TokenKind::RegistrationAccess};
} // namespace

class TestTokens : public QObject {
    Q_OBJECT
private slots:
    void aMintedTokensKeyIsItsTimeAndTheHashOfItsWholeText() {
        for (const TokenKind kind : kKinds) {
            const std::string token = mint(kind, kNow);
            QCOMPARE(token.size(), std::size_t(48));
            const Bytes key = hashOf(kind, token).value();
            QCOMPARE(hexEncode(key.substr(0, 6)), std::string("01a3185c5000"));
            QCOMPARE(key.substr(6), crypto::sha256(token));
            QVERIFY(mint(kind, kNow) != token);
            QVERIFY(hashOf(kind, mint(kind, kNow + Milliseconds(1))).value() > key);
        }
    }
    void noKindStandsInForAnother() {
        int refusals = 0;
        for (const TokenKind made : kKinds) {
            for (const TokenKind presented : kKinds) {
                if (made != presented) {
                    QVERIFY(!hashOf(presented, mint(made, kNow)));
                    ++refusals;
                }
            }
        }
        QCOMPARE(refusals, int(kKinds.size() * (kKinds.size() - 1)));
    }
    void swappingThePrefixGivesAnotherHash() {
        const std::string code = mint(TokenKind::AuthorizationCode, kNow);
        const std::string forged = "ghrt_" + code.substr(5);
        QVERIFY(hashOf(TokenKind::RefreshToken, forged).value() != hashOf(TokenKind::AuthorizationCode, code).value());
    }
    void changedTokensAreRefused() {
        const std::string token = mint(TokenKind::RefreshToken, kNow);
        const std::string body = token.substr(5);
        for (const std::string& bad :
             {std::string(), std::string("ghrt_"), body, token.substr(0, 47), token + "A", token + "=", " " + token,
              token + "\n", "GHRT_" + body, "ghrt-" + body, token.substr(0, 46) + "%41", token.substr(0, 47) + "+",
              token.substr(0, 47) + "/", token.substr(0, 47) + std::string(1, '\0')}) {
            QCOMPARE(hashOf(TokenKind::RefreshToken, bad).error().reason, std::string("oauth.invalid_grant.token"));
        }
    }
    void unusedBitsOfTheLastCharacterAreRefused() {
        // 32 bytes are 43 characters with two bits over: of every four last characters only one is canonical.
        const std::string token = mint(TokenKind::SessionCookie, kNow);
        int accepted = 0;
        for (const char c : std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")) {
            accepted += hashOf(TokenKind::SessionCookie, token.substr(0, 47) + c) ? 1 : 0;
        }
        QCOMPARE(accepted, 16);
    }
    void refusalsNameTheErrorOfTheirKind() {
        QCOMPARE(hashOf(TokenKind::AdminToken, "x").error().reason, std::string("oauth.invalid_token"));
        QCOMPARE(hashOf(TokenKind::RequestUri, "x").error().reason, std::string("oauth.invalid_request_uri"));
        QCOMPARE(hashOf(TokenKind::LoginState, "x").error().reason, std::string("oauth.invalid_request.state"));
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
