// SPDX-License-Identifier: Apache-2.0
// ID tokens that a provider, or somebody in its name, might send: none of them signs anybody in.
#include <QtTest>

#include "base/encoding.h"
#include "crypto/hash.h"
#include "jose/jws.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class IdTokenAttacks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    // RP-02, RP-04, RP-05, RP-18, RP-27: the member and the JSON that it is set to ("" removes it)
    void aWrongClaimIsRefusedByItsName_data() {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* claim, const QString& value, const char* reason) {
            QTest::newRow(name) << QString(claim) << value << QString(reason);
        };
        const QString issuer = QString::fromStdString(world().company.issuer());
        const auto at = [this](int seconds) { return QString::number(toUnixSeconds(world().clock.now()) + seconds); };
        row("nonce missing", "nonce", "", "id_token.nonce");
        row("nonce wrong", "nonce", "\"another\"", "id_token.nonce");
        row("nonce no string", "nonce", "[]", "id_token.nonce");
        row("iss trailing slash", "iss", "\"" + issuer + "/\"", "id_token.iss");
        row("iss longer", "iss", "\"" + issuer + ".evil.example\"", "id_token.iss");
        row("iss of another", "iss", "\"" + QString::fromStdString(world().stranger.issuer()) + "\"", "id_token.iss");
        row("iss missing", "iss", "", "id_token.iss");
        row("aud missing", "aud", "", "id_token.aud");
        row("aud of another", "aud", "\"gatehouse-evil\"", "id_token.aud");
        row("aud a longer text", "aud", "\"gatehouse-acme-2\"", "id_token.aud");
        row("aud with a stranger", "aud", "[\"gatehouse-acme\",\"stranger\"]", "id_token.aud");
        row("azp of another", "azp", "\"gatehouse-evil\"", "id_token.azp");
        row("azp no string", "azp", "1", "id_token.azp");
        row("exp past", "exp", at(-61), "id_token.exp");
        row("exp missing", "exp", "", "id_token.exp");
        row("exp text", "exp", "\"" + at(300) + "\"", "id_token.exp");
        row("exp negative", "exp", "-1", "id_token.exp");
        row("iat ahead", "iat", at(601), "id_token.iat");
        row("iat long ago", "iat", at(-3600), "id_token.iat");
        row("nbf ahead", "nbf", at(601), "id_token.nbf");
        row("sub missing", "sub", "", "id_token.sub");
        row("sub empty", "sub", "\"\"", "id_token.sub");
        row("sub blank", "sub", "\"  \"", "id_token.sub");
        row("sub null", "sub", "null", "id_token.sub");
        row("sub a number", "sub", "9007199254740993", "id_token.sub");
        row("sub too long", "sub", "\"" + QString(256, 'a') + "\"", "id_token.sub");
        row("at_hash of another", "at_hash", "\"AAAAAAAAAAAAAAAAAAAAAA\"", "id_token.at_hash");
    }
    void aWrongClaimIsRefusedByItsName() {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        QFETCH(QString, reason);
        bend([&](json::Object& claims) {
            if (value.isEmpty()) {
                claims.erase(claim.toStdString());
            } else {
                claims[claim.toStdString()] = json::parse(value.toStdString()).value();
            }
        });
        refused(reason);
    }

    // RP-06
    void anUnsignedTokenIsRefused_data() {
        QTest::addColumn<QString>("alg");
        for (const char* each : {"none", "None", "nOnE"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void anUnsignedTokenIsRefused() {
        QFETCH(QString, alg);
        const std::string id = kid();
        signBy([&](const json::Object& claims) {
            const json::Object header{{"alg", alg.toStdString()}, {"kid", id}};
            return base64UrlEncode(json::write(header)) + "." + base64UrlEncode(json::write(claims)) + ".";
        });
        refused("id_token.alg");
    }

    // RP-06: the client secret and the public key as an HMAC key
    void aTokenSignedWithASharedSecretIsRefused() {
        const std::string id = kid();
        for (const std::string& secret :
             {std::string("upstream-secret-of-acme"), json::write(world().company.key()->publicJwk())}) {
            signBy([&](const json::Object& claims) {
                const std::string text = base64UrlEncode(json::write(json::Object{{"alg", "HS256"}, {"kid", id}})) +
                                         "." + base64UrlEncode(json::write(claims));
                return text + "." + base64UrlEncode(crypto::hmac(crypto::Digest::Sha256, secret, text));
            });
            refused("id_token.alg");
        }
    }

    // RP-06: an algorithm that this provider does not announce, by a key that it publishes
    void anAlgorithmThatWasNotAnnouncedIsRefused() {
        const test::ProviderKey rsa(kid(), crypto::KeyType::Rsa);
        signBy([&](const json::Object& claims) { return rsa.sign(claims); });
        refused("id_token.alg");
    }

    // RP-08: somebody else's key under the same id
    void aForeignKeyUnderAKnownIdIsRefused() {
        const test::ProviderKey forged(kid());
        signBy([&](const json::Object& claims) { return forged.sign(claims); });
        refused("id_token.signature");
    }

    // RP-10: keys that the token brings along, or points to
    void keysInTheHeaderAreNotLookedAt() {
        const auto own = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
        const int asked = world().stranger.calls("/jwks");
        for (const char* name : {"jwk", "jku", "x5u"}) {
            signBy([&, name](const json::Object& claims) {
                json::Object header{{"kid", "brought-along"}};
                header[name] = std::string_view(name) == "jwk"
                                   ? json::Value(jose::toJwk(own.publicKey(), "brought-along", "sig", "ES256"))
                                   : json::Value(world().stranger.issuer() + "/jwks");
                return jose::signCompact(header, json::write(claims), own, crypto::Signature::ES256).value();
            });
            refusedAs({"id_token.key", "id_token.format"});
        }
        QCOMPARE(world().stranger.calls("/jwks"), asked);
    }

    // RP-09: an unknown key makes us look once, not each time
    void anUnknownKeyIsLookedForWithRestraint() {
        const test::ProviderKey unknown("key-nobody-knows");
        signBy([&](const json::Object& claims) { return unknown.sign(claims); });
        const int asked = world().company.calls("/jwks");
        for (int i = 0; i < 5; ++i) {
            refused("id_token.key");
        }
        QVERIFY2(world().company.calls("/jwks") <= asked + 1, "a flood of unknown keys becomes a flood of requests");
    }

    // RP-27 (key rotation)
    void aRotatedKeyIsFetchedAndTheSignInWorks() {
        Browser before = world().browser();
        (void)world().tokensFor(before, world().acme.app);
        world().clock.advance(Seconds(3600));
        world().company.rotateKeys();
        Browser after = world().browser();
        const Answer answer = world().signIn(after, world().acme.app);
        QVERIFY2(!answer.at("code").empty(), answer.reason().c_str());
    }

    void aRetiredKeyIsNotBelievedOnceTheProviderDroppedIt() {
        const auto retired = world().company.key();
        world().clock.advance(Seconds(3600));
        world().company.rotateKeys();
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        signBy([&](const json::Object& claims) { return retired->sign(claims); });
        refused("id_token.key");
    }

    // RP-13: the userinfo endpoint speaks of somebody else
    void userinfoOfAnotherSubjectIsRefused() {
        world().company.change([](ScriptedIdp::Script& script) {
            script.userinfo = person("bob");
            script.person.erase("email");
        });
        refused("userinfo.sub");
    }

    // RP-13: email_verified of an ID token without an address says nothing about the address in userinfo
    void aVerifiedFlagWithoutItsAddressProvesNothing() {
        world().admin("POST", world().acme.path("/users"),
                      {{"userName", "victim"}, {"email", "victim@acme.example"}, {"emailVerified", true}});
        world().company.person({{"sub", "mallory"}, {"email_verified", true}, {"name", "M"}});
        world().company.change([](ScriptedIdp::Script& script) {
            script.userinfo = {{"sub", "mallory"}, {"email", "victim@acme.example"}};
        });
        refused("login.link_conflict");
    }

    // RP-29: a token in a token is no identity
    void aNestedTokenIsNotUnpacked() {
        const auto key = world().company.key();
        const std::string id = kid();
        signBy([&](const json::Object& claims) {
            return base64UrlEncode(json::write(json::Object{{"alg", "ES256"}, {"kid", id}, {"cty", "JWT"}})) + "." +
                   base64UrlEncode(key->sign(claims)) + ".AAAA";
        });
        refusedAs({"id_token.signature", "id_token.format"});
    }

    // RP-26
    void aTokenEndpointThatFailsIsNamed_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("reason");
        QTest::newRow("down") << 500 << QString("oops") << QString("upstream.token_down");
        QTest::newRow("a page") << 200 << QString("<html>") << QString("upstream.token_answer");
        QTest::newRow("cut off") << 200 << QString("{\"id_token\":") << QString("upstream.token_answer");
        QTest::newRow("no token") << 200 << QString("{\"token_type\":\"Bearer\"}") << QString("upstream.token_answer");
        QTest::newRow("our secret") << 401 << QString("{\"error\":\"invalid_client\"}")
                                    << QString("upstream.client_rejected");
        QTest::newRow("the code") << 400 << QString("{\"error\":\"invalid_grant\"}")
                                  << QString("upstream.code_rejected");
    }
    void aTokenEndpointThatFailsIsNamed() {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(QString, reason);
        world().company.change([&](ScriptedIdp::Script& script) {
            script.tokenStatus = status;
            script.tokenBody = body.toStdString();
        });
        refused(reason);
    }

    // OP-32, RFC 9470: the app asks for a level that was not reached
    void aLevelThatWasNotReachedIsToldToTheApp() {
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, world().acme.app, {{"acr_values", "urn:example:strong"}});
        QVERIFY(answer.location.starts_with(World::kRedirect));
        QCOMPARE(answer.at("error"), std::string("unmet_authentication_requirements"));
        QCOMPARE(world().lastFailure(world().acme), std::string("unmet_authentication_requirements"));
    }

private:
    World& world() { return *m_world; }
    std::string kid() {
        return std::string(json::stringMember(world().company.key()->publicJwk(), "kid").value_or(""));
    }
    void bend(std::function<void(json::Object&)> by) {
        world().company.change([&](ScriptedIdp::Script& script) { script.bendClaims = std::move(by); });
    }
    void signBy(std::function<std::string(const json::Object&)> by) {
        world().company.change([&](ScriptedIdp::Script& script) { script.sign = std::move(by); });
    }
    void refused(const QString& reason) { refusedAs({reason}); }
    /// A sign-in ends on a page with one of these reasons, in the log too, and leaves no session and no user.
    void refusedAs(const QStringList& reasons) {
        const std::size_t users = world().list(world().acme.path("/users")).size();
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, world().acme.app);
        QVERIFY2(reasons.contains(QString::fromStdString(answer.reason())), answer.reason().c_str());
        QVERIFY(answer.location.empty());
        QCOMPARE(world().lastFailure(world().acme), answer.reason());
        QCOMPARE(browser.cookies.count("gh_session_acme"), std::size_t(0));
        QCOMPARE(world().list(world().acme.path("/users")).size(), users);
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::IdTokenAttacks)
#include "tst_id_token_attacks.moc"
