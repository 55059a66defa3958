// SPDX-License-Identifier: Apache-2.0
// Metadata and keys of a provider that is broken or hostile, and what is still believed meanwhile.
#include <QtTest>

#include "tests/flows/world.h"
#include "web/security_headers.h"

namespace gatehouse::flows {

class ProviderFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    /// Each test has a tenant whose connection has fetched nothing yet.
    void init() {
        m_tenant = world().addTenant("fresh-" + std::to_string(m_count++), world().company);
        world().company.person(person("ann", m_tenant.slug + ".example"));
    }

    // RP-11
    void metadataThatIsNotOurProvidersSendsNobodyAnywhere_data() {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value"); // JSON; empty: removed
        const auto row = [](const char* member, const QString& value) {
            QTest::addRow("%s %s", member, qPrintable(value)) << member << value;
        };
        row("issuer", "\"" + QString::fromStdString(world().stranger.issuer()) + "\"");
        row("issuer", "\"" + QString::fromStdString(world().company.issuer()) + "/\"");
        row("issuer", "");
        row("issuer", "[]");
        row("authorization_endpoint", "");
        row("authorization_endpoint", "\"javascript:alert(1)\"");
        row("authorization_endpoint", "\"http://evil.example/authorize\"");
        row("token_endpoint", "\"http://evil.example/token\"");
        row("token_endpoint", "\"file:///etc/passwd\"");
        row("token_endpoint", "7");
        row("jwks_uri", "\"http://169.254.169.254/latest\"");
        row("jwks_uri", "\"https://169.254.169.254/latest\"");
        row("jwks_uri", "");
    }
    void metadataThatIsNotOurProvidersSendsNobodyAnywhere() {
        QFETCH(QString, member);
        QFETCH(QString, value);
        world().company.change([&](ScriptedIdp::Script& script) {
            script.bendMetadata = [member = member.toStdString(), value = value.toStdString()](json::Object& document) {
                if (value.empty()) {
                    document.erase(member);
                } else {
                    document[member] = json::parse(value).value();
                }
            };
        });
        const int asked = world().company.calls("/authorize");
        refused();
        QCOMPARE(world().company.calls("/authorize"), asked);
    }

    // RP-11: redirects, sizes, types
    void aDocumentThatIsNoneIsRefused_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("redirect") << 302 << QByteArray();
        QTest::newRow("page") << 200 << QByteArray("<!DOCTYPE html>");
        QTest::newRow("empty") << 200 << QByteArray();
        QTest::newRow("error") << 500 << QByteArray("{}");
        QTest::newRow("too large") << 200 << QByteArray(2 * 1024 * 1024, ' ');
        QTest::newRow("too deep") << 200 << QByteArray(100, '[');
        QTest::newRow("member twice") << 200 << QByteArray("{\"issuer\":\"a\",\"issuer\":\"b\"}");
    }
    void aDocumentThatIsNoneIsRefused() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const int followed = world().stranger.calls("/.well-known/openid-configuration");
        serve([status, body = body.toStdString(), target = world().stranger.issuer()](const http::Request& request) {
            http::Response response = web::jsonResponse(status, body);
            if (status == 302) {
                response.headers.set("Location", target + request.path);
            }
            return response;
        });
        refused();
        QCOMPARE(world().stranger.calls("/.well-known/openid-configuration"), followed);
    }

    // RP-11: "at runtime last-good kept"
    void whatWasGoodServesWhileTheProviderIsBroken() {
        Browser before = world().browser();
        (void)world().tokensFor(before, m_tenant.app);
        serve([](const http::Request&) { return web::jsonResponse(500, "{}"); });
        world().clock.advance(Seconds(2 * 3600));
        Browser during = world().browser();
        QVERIFY(!world().signIn(during, m_tenant.app).at("code").empty());
        world().clock.advance(Seconds(24 * 3600));
        refused();
        world().company.person(person("ann", m_tenant.slug + ".example"));
        world().clock.advance(Seconds(60));
        Browser after = world().browser();
        QVERIFY2(!world().signIn(after, m_tenant.app).at("code").empty(), "it does not come back by itself");
    }

    // RP-11: a provider that moves its token endpoint cannot have our secret sent there unseen
    void aHostileChangeIsNotTakenOverWhatWasGood() {
        Browser before = world().browser();
        (void)world().tokensFor(before, m_tenant.app);
        world().company.change([&](ScriptedIdp::Script& script) {
            script.bendMetadata = [](json::Object& document) {
                document["token_endpoint"] = "http://evil.example/token";
            };
        });
        world().clock.advance(Seconds(3600));
        const int asked = world().company.calls("/token");
        Browser browser = world().browser();
        QVERIFY(!world().signIn(browser, m_tenant.app).at("code").empty());
        QCOMPARE(world().company.calls("/token"), asked + 1);
    }

    // RP-09: unusable keys are passed over, the good one still counts
    void oddKeysBesideAGoodOneAreIgnored_data() {
        QTest::addColumn<QString>("odd");
        QTest::newRow("shared secret") << "{\"kty\":\"oct\",\"kid\":\"odd\",\"k\":\"AAAA\"}";
        QTest::newRow("unknown type") << "{\"kty\":\"XYZ\",\"kid\":\"odd\"}";
        QTest::newRow("no members") << "{}";
        QTest::newRow("off the curve")
            << "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"odd\",\"x\":\"AAAA\",\"y\":\"AAAA\"}";
        QTest::newRow("tiny modulus") << "{\"kty\":\"RSA\",\"kid\":\"odd\",\"n\":\"AQAB\",\"e\":\"AQAB\"}";
        QTest::newRow("no object") << "7";
    }
    void oddKeysBesideAGoodOneAreIgnored() {
        QFETCH(QString, odd);
        publish({json::parse(odd.toStdString()).value(), json::Value(world().company.key()->publicJwk())});
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, m_tenant.app);
        QVERIFY2(!answer.at("code").empty(), answer.reason().c_str());
    }

    // RP-09, CR-02: a token is never proven with a key that is not for signing
    void aKeyForEncryptionProvesNothing() {
        json::Object jwk = world().company.key()->publicJwk();
        jwk["use"] = "enc";
        publish({json::Value(jwk)});
        const Answer answer = refused();
        QVERIFY2(answer.reason() == "id_token.key" || answer.reason() == "upstream.keys", answer.reason().c_str());
    }

    // RP-08: another provider's key under our provider's key id proves nothing here
    void theKeysOfTwoProvidersAreKeptApart() {
        const auto strangers = world().stranger.key();
        Browser there = world().browser();
        world().stranger.person(person("eve", "evil.example"));
        (void)world().tokensFor(there, world().evil.app);
        world().company.change([&](ScriptedIdp::Script& script) {
            script.sign = [strangers](const json::Object& claims) { return strangers->sign(claims); };
        });
        QCOMPARE(refused().reason(), std::string("id_token.signature"));
    }

    void noKeysAtAllAreNamed() {
        publish({});
        const Answer answer = refused();
        QVERIFY2(answer.reason() == "id_token.key" || answer.reason() == "upstream.keys", answer.reason().c_str());
    }

private:
    World& world() { return *m_world; }
    void serve(std::function<http::Response(const http::Request&)> by) {
        world().company.change([&](ScriptedIdp::Script& script) { script.serve = std::move(by); });
    }
    /// Serves these keys, and the metadata as ever.
    void publish(const json::Array& keys) {
        const std::string issuer = world().company.issuer();
        serve([=](const http::Request& request) {
            if (request.path == "/jwks") {
                return web::jsonResponse(200, json::write(json::Object{{"keys", keys}}));
            }
            const json::Object document{{"issuer", issuer},
                                        {"authorization_endpoint", issuer + "/authorize"},
                                        {"token_endpoint", issuer + "/token"},
                                        {"jwks_uri", issuer + "/jwks"},
                                        {"id_token_signing_alg_values_supported", json::Array{"ES256", "RS256"}}};
            return web::jsonResponse(200, json::write(document));
        });
    }
    /// A sign-in that ends on a page, in the log, and with nobody made.
    Answer refused() {
        const std::size_t users = world().list(m_tenant.path("/users")).size();
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, m_tenant.app);
        [&] {
            QVERIFY2(answer.status >= 400, answer.location.c_str());
            QVERIFY(answer.location.empty());
            QVERIFY2(answer.reason() == "upstream.unreachable" || answer.reason() == "upstream.metadata" ||
                         answer.reason() == "upstream.keys" || answer.reason().starts_with("id_token."),
                     answer.reason().c_str());
            QCOMPARE(world().lastFailure(m_tenant), answer.reason());
            QCOMPARE(world().list(m_tenant.path("/users")).size(), users);
        }();
        return answer;
    }

    std::unique_ptr<World> m_world;
    Tenant m_tenant;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ProviderFaults)
#include "tst_provider_faults.moc"
