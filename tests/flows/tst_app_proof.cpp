// SPDX-License-Identifier: Apache-2.0
// How an app proves itself at the token, introspection and revocation endpoints, and what it must not send there.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class AppProof : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_world->company.person(person("ann"));
        Browser browser = m_world->browser();
        m_tokens = m_world->tokensFor(browser, app());
    }
    void cleanupTestCase() { m_world.reset(); }

    // OP-18
    void aSecretMayComeByHeaderOrByForm() {
        QCOMPARE(ask(basic(app().clientId, app().secret)).status, 200);
        QCOMPARE(ask({}, {{"client_id", app().clientId}, {"client_secret", app().secret}}).status, 200);
    }

    // OP-18
    void aHeaderThatIsNotRightIsRefusedWithAChallenge_data() {
        QTest::addColumn<QByteArray>("header");
        const auto encoded = [](const std::string& text) {
            return QByteArray::fromStdString("Basic " + base64Encode(text));
        };
        const std::string id = app().clientId;
        const std::string secret = app().secret;
        QTest::newRow("wrong secret") << encoded(id + ":wrong");
        QTest::newRow("no secret") << encoded(id + ":");
        QTest::newRow("no colon") << encoded(id + secret);
        QTest::newRow("no id") << encoded(":" + secret);
        QTest::newRow("unknown id") << encoded("nobody:" + secret);
        QTest::newRow("NUL") << encoded(id + "%00:" + secret);
        QTest::newRow("raw NUL") << encoded(id + std::string(1, '\0') + ":" + secret);
        QTest::newRow("bad escape") << encoded(id + "%zz:" + secret);
        QTest::newRow("bad UTF-8") << encoded(id + "%ff:" + secret);
        QTest::newRow("not base64") << QByteArray("Basic !!!!");
        QTest::newRow("empty") << QByteArray("Basic ");
        QTest::newRow("another scheme") << QByteArray("Bearer " + QByteArray::fromStdString(secret));
        QTest::newRow("long") << encoded(id + ":" + std::string(3000, 'a'));
        QTest::newRow("another tenant's app") << encoded(world().evil.app.clientId + ":" + world().evil.app.secret);
    }
    void aHeaderThatIsNotRightIsRefusedWithAChallenge() {
        QFETCH(QByteArray, header);
        const Answer answer = ask(header.toStdString());
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.text("error"), std::string("invalid_client"));
        QVERIFY(answer.headers.get("WWW-Authenticate").has_value());
        QCOMPARE(std::string(answer.headers.get("Cache-Control").value_or("")), std::string("no-store"));
        QVERIFY(answer.body.find(app().secret) == std::string::npos);
    }

    // OP-18
    void twoProofsAtOnceAreRefused() {
        const std::string header = basic(app().clientId, app().secret);
        QCOMPARE(ask(header, {{"client_secret", app().secret}}).text("error"), std::string("invalid_request"));
        QCOMPARE(ask(header, {{"client_id", "another"}}).text("error"), std::string("invalid_request"));
        QCOMPARE(ask(header, {{"client_id", app().clientId}}).status, 200);
        const Answer assertion =
            ask(header, {{"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                         {"client_assertion", "a.b.c"}});
        QCOMPARE(assertion.text("error"), std::string("invalid_request"));
    }

    // OP-19: what is not offered is not half accepted
    void anAssertionIsNotAcceptedForASecret() {
        for (const char* assertion : {"a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
            const Answer answer =
                ask({}, {{"client_id", app().clientId},
                         {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                         {"client_assertion", assertion}});
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.text("error"), std::string("invalid_client"));
        }
    }

    void anAppWithASecretIsNotBelievedWithoutIt() {
        QCOMPARE(ask({}, {{"client_id", app().clientId}}).status, 401);
        QCOMPARE(ask({}, {{"client_id", app().clientId}, {"client_secret", ""}}).status, 401);
        QCOMPARE(ask({}).status, 401);
    }
    void aPublicAppIsNotBelievedWithASecret() {
        const App spa = world().addApp("acme", "spa", {{"type", "spa"}, {"auth", "none"}});
        QCOMPARE(ask(basic(spa.clientId, "anything")).status, 401);
    }

    // OP-40
    void aHeaderOfAProxyProvesNothing() {
        http::OutboundRequest request =
            post("token",
                 {{"grant_type", "refresh_token"}, {"refresh_token", m_tokens.refresh}, {"client_id", app().clientId}});
        for (const char* name : {"X-Client-Cert", "X-SSL-Client-Verify", "X-SSL-Client-S-DN", "Forwarded"}) {
            request.headers.set(name, "SUCCESS");
        }
        QCOMPARE(exchange(*world().client, request).status, 401);
    }

    // OP-11
    void parametersBelongIntoTheBodyOnce() {
        http::OutboundRequest request = post("introspect", {{"token", m_tokens.access}});
        request.headers.set("Authorization", basic(app().clientId, app().secret));
        const std::string url = request.url;
        request.url = url + "?token=" + m_tokens.access;
        QCOMPARE(exchange(*world().client, request).text("error"), std::string("invalid_request"));
        request.url = url;
        request.body += "&token=again";
        QCOMPARE(exchange(*world().client, request).text("error"), std::string("invalid_request"));
    }
    void anotherMediaTypeIsRefused() {
        for (const char* type : {"application/json", "text/plain", "multipart/form-data; boundary=x"}) {
            http::OutboundRequest request = post("token", {{"grant_type", "client_credentials"}});
            request.headers.set("Content-Type", type);
            request.headers.set("Authorization", basic(app().clientId, app().secret));
            const Answer answer = exchange(*world().client, request);
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.text("error"), std::string("invalid_request"));
        }
    }
    void theEndpointsAnswerToPostAlone() {
        for (const char* endpoint : {"token", "introspect", "revoke"}) {
            Browser browser = world().browser();
            QCOMPARE(browser.get(app().issuer + "/oauth2/" + endpoint).status, 405);
        }
    }
    // OP-26, NW
    void aTokenOfAMegabyteIsRefusedQuickly() {
        http::OutboundRequest request = post("introspect", {{"token", std::string(1024 * 1024, 'a')}});
        request.headers.set("Authorization", basic(app().clientId, app().secret));
        auto answer = world().client->send("t", request);
        QVERIFY(!answer || answer->status == 413);
    }

    // Rotation with a grace, then the old one ends
    void anOldSecretLastsForItsGraceOnly() {
        App rotated = world().addApp("acme", "rotated");
        const json::Object made = world().admin("POST", rotated.admin + "/rotate-secret");
        const std::string fresh(json::stringMember(made, "clientSecret").value_or(""));
        QVERIFY(!fresh.empty() && fresh != rotated.secret);
        QCOMPARE(ask(basic(rotated.clientId, rotated.secret)).status, 200);
        QCOMPARE(ask(basic(rotated.clientId, fresh)).status, 200);
        world().clock.advance(Seconds(30 * 24 * 3600));
        QCOMPARE(ask(basic(rotated.clientId, rotated.secret)).status, 401);
        QCOMPARE(ask(basic(rotated.clientId, fresh)).status, 200);
        // Shown once: no answer and no record holds it.
        QVERIFY(json::write(world().admin("GET", rotated.admin)).find(fresh) == std::string::npos);
        QVERIFY(json::write(json::Value(world().list(world().acme.path("/audit")))).find(fresh) == std::string::npos);
    }

private:
    World& world() { return *m_world; }
    const App& app() { return m_world->acme.app; }
    static std::string basic(const std::string& id, const std::string& secret) {
        return "Basic " + base64Encode(http::percentEncode(id) + ":" + http::percentEncode(secret));
    }
    http::OutboundRequest post(const std::string& endpoint, const Changes& form) {
        http::Parameters parameters;
        for (const auto& [name, value] : form) {
            parameters.append(name, *value);
        }
        http::OutboundRequest request;
        request.method = "POST";
        request.url = app().issuer + "/oauth2/" + endpoint;
        request.deadline = Seconds(60);
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        request.body = parameters.encode();
        return request;
    }
    /// Introspects a token, with this proof.
    Answer ask(const std::string& header, Changes form = {}) {
        form.emplace_back("token", m_tokens.access);
        http::OutboundRequest request = post("introspect", form);
        if (!header.empty()) {
            request.headers.set("Authorization", header);
        }
        return exchange(*world().client, request);
    }

    std::unique_ptr<World> m_world;
    Tokens m_tokens;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::AppProof)
#include "tst_app_proof.moc"
