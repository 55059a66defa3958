// SPDX-License-Identifier: Apache-2.0
// Authorization requests that the app signed (RFC 9101): what is in the object counts, and nothing beside it.
#include <QtTest>

#include "tests/flows/app_key.h"

namespace gatehouse::flows {

class SignedRequests : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_app = world().addApp("acme", "signing", {{"jwks", m_key.jwks()}});
        m_strict = world().addApp("acme", "strict", {{"jwks", m_key.jwks()}, {"requireSignedRequestObject", true}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void whatIsSignedIsAnswered() {
        Browser browser = world().browser();
        const std::string url = signedUrl() + "&state=of-a-thief&scope=openid%20email%20groups&redirect_uri=" +
                                http::percentEncode("https://evil.example/");
        const Answer answer = browser.follow(url, World::kRedirect);
        QCOMPARE(answer.at("state"), std::string("state-of-the-app"));
        QCOMPARE(world().redeem(m_app, answer.at("code")).answer.text("scope"), std::string("openid"));
    }
    void numbersAndObjectsMayBeWhatTheyAre() {
        Browser browser = world().browser();
        const std::string url =
            signedUrl({{"max_age", 0}, {"claims", {{"id_token", {{"email", {{"essential", true}}}}}}}});
        const Answer answer = browser.follow(url, World::kRedirect);
        QCOMPARE(world().redeem(m_app, answer.at("code")).claim("email"), std::string("ann@acme.example"));
    }
    void itMayBePushed() {
        const Answer pushed = pushObject(m_app, signedUrl());
        QCOMPARE(pushed.status, 201);
        http::Parameters query;
        query.append("client_id", m_app.clientId);
        query.append("request_uri", pushed.text("request_uri"));
        Browser browser = world().browser();
        QVERIFY(!browser.follow(http::withQuery(m_app.issuer + "/oauth2/authorize", query), World::kRedirect)
                     .at("code")
                     .empty());
    }

    // RFC 9101, 10.5
    // RFC 9101, 5
    void aRequestIsPassedByValueOrByReferenceAndNotByBoth() {
        const std::string url = m_key.signedRequest(world().authorizeUrl(m_app), m_app, world().clock);
        const std::string pushed =
            pushObject(m_app, m_key.signedRequest(world().authorizeUrl(m_app), m_app, world().clock))
                .text("request_uri");
        QVERIFY(!pushed.empty());
        for (const std::string& uri : {pushed, std::string("https://a.example/request")}) {
            Browser browser = world().browser();
            const Answer both = browser.get(url + "&request_uri=" + http::percentEncode(uri));
            QCOMPARE(both.status, 400);
            QVERIFY(both.location.empty());
        }
        Browser browser = world().browser();
        QVERIFY(!browser.get(url).location.empty());
    }
    void anAppMayHaveToSignItsRequests() {
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, m_strict).at("error"), std::string("invalid_request"));
        const std::string url = m_key.signedRequest(world().authorizeUrl(m_strict), m_strict, world().clock);
        QVERIFY(!browser.follow(url, World::kRedirect).at("code").empty());
        const Answer pushed = pushObject(m_strict, url);
        QCOMPARE(pushed.status, 201);
        http::Parameters query;
        query.append("client_id", m_strict.clientId);
        query.append("request_uri", pushed.text("request_uri"));
        QVERIFY(!browser.follow(http::withQuery(m_strict.issuer + "/oauth2/authorize", query), World::kRedirect)
                     .at("code")
                     .empty());
    }
    void anAppThatHasToSignPushesNothingUnsigned() {
        const std::string url = world().authorizeUrl(m_strict);
        const Answer plain =
            world().call(m_strict, "par", http::Parameters::parse(url.substr(url.find('?') + 1)).value());
        QCOMPARE(plain.status, 400);
        QCOMPARE(plain.text("error"), std::string("invalid_request"));
        QVERIFY(plain.text("request_uri").empty());
        const AppKey thief;
        const Answer other = pushObject(m_strict, thief.signedRequest(url, m_strict, world().clock));
        QCOMPARE(other.status, 400);
        QCOMPARE(other.text("error"), std::string("invalid_request_object"));
    }
    // FAPI 2.0 Message Signing, 5.3.1
    void anAppThatHasToSignSaysFromWhenOn() {
        const std::string url = world().authorizeUrl(m_strict);
        const auto pushed = [&](const App& app, const json::Object& changes) {
            return pushObject(app, m_key.signedRequest(world().authorizeUrl(app), app, world().clock, changes));
        };
        const Answer missing = pushed(m_strict, {{"nbf", nullptr}});
        QCOMPARE(missing.status, 400);
        QCOMPARE(missing.text("error"), std::string("invalid_request_object"));
        Browser browser = world().browser();
        QCOMPARE(browser.get(m_key.signedRequest(url, m_strict, world().clock, {{"nbf", nullptr}})).status, 400);
        QCOMPARE(pushed(m_app, {{"nbf", nullptr}}).status, 201); // RFC 9101 does not ask for it
        // From there on it lives for an hour.
        const std::int64_t now = toUnixSeconds(world().clock.now());
        QCOMPARE(pushed(m_strict, {{"nbf", now - 1800}, {"exp", now + 1801}}).status, 400);
        QCOMPARE(pushed(m_strict, {{"nbf", now - 1800}, {"exp", now + 1800}}).status, 201);
    }

    void whatDoesNotFitIsRefused_data() {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QByteArray>("header");
        const auto row = [](const char* name, const json::Object& claims, const json::Object& header = {}) {
            QTest::newRow(name) << QByteArray::fromStdString(json::write(claims))
                                << QByteArray::fromStdString(json::write(header));
        };
        const std::int64_t now = toUnixSeconds(world().clock.now());
        row("iss is another", {{"iss", world().acme.app.clientId}});
        row("client_id is another", {{"client_id", world().acme.app.clientId}});
        row("no client_id", {{"client_id", nullptr}});
        row("aud is another tenant", {{"aud", world().evil.app.issuer}});
        row("no aud", {{"aud", nullptr}});
        row("no exp", {{"exp", nullptr}});
        row("expired", {{"exp", now}});
        row("lives too long", {{"exp", now + 3601}});
        row("not yet", {{"nbf", now + 11}});
        row("old", {{"nbf", now - 3601}});
        row("one within", {{"request", "e30.e30.AAAA"}});
        row("one pushed within", {{"request_uri", "urn:ietf:params:oauth:request_uri:x"}});
        row("a list of numbers", {{"resource", json::Array{1}}});
        row("another kind of token", {}, {{"typ", "at+jwt"}});
        row("unknown key", {}, {{"kid", "another"}});
    }
    void whatDoesNotFitIsRefused() {
        QFETCH(QByteArray, claims);
        QFETCH(QByteArray, header);
        Browser browser = world().browser();
        const std::string url = m_key.signedRequest(world().authorizeUrl(m_app), m_app, world().clock,
                                                    json::parseObject(claims.toStdString()).value(),
                                                    json::parseObject(header.toStdString()).value());
        QCOMPARE(browser.get(url).status, 400);
        const std::string known = url + "&state=s&redirect_uri=" + http::percentEncode(World::kRedirect);
        const Answer told = browser.get(known);
        QCOMPARE(told.at("error"), std::string("invalid_request_object"));
        QCOMPARE(told.at("state"), std::string("s"));
    }
    void anotherKeyOrNoneIsRefused() {
        Browser browser = world().browser();
        const AppKey other;
        QCOMPARE(browser.get(other.signedRequest(world().authorizeUrl(m_app), m_app, world().clock)).status, 400);
        const App& keyless = world().acme.app;
        QCOMPARE(browser.get(m_key.signedRequest(world().authorizeUrl(keyless), keyless, world().clock)).status, 400);
    }

private:
    World& world() { return *m_world; }
    /// Pushes the object of a signed request's address.
    Answer pushObject(const App& app, const std::string& url) {
        http::Parameters form;
        form.append("request", parameterOf(url, "request"));
        return world().call(app, "par", std::move(form));
    }
    std::string signedUrl(const json::Object& changes = {}) {
        return m_key.signedRequest(world().authorizeUrl(m_app, {{"scope", "openid"}}), m_app, world().clock, changes);
    }

    std::unique_ptr<World> m_world;
    AppKey m_key;
    App m_app, m_strict;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::SignedRequests)
#include "tst_signed_requests.moc"
