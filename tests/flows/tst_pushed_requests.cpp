// SPDX-License-Identifier: Apache-2.0
// Authorization requests that the app pushed before (RFC 9126): what counts is what it pushed, once.
#include <QtTest>

#include "tests/flows/app_key.h"

namespace gatehouse::flows {

class PushedRequests : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_app = world().acme.app;
        m_strict = world().addApp("acme", "strict", {{"requirePar", true}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void whatWasPushedIsAnswered() {
        const std::string uri = pushed(m_app);
        QVERIFY2(uri.starts_with("urn:ietf:params:oauth:request_uri:"), uri.c_str());
        Browser browser = world().browser();
        const Answer answer = browser.follow(addressOf(m_app, uri), World::kRedirect);
        QCOMPARE(answer.at("state"), std::string("state-of-the-app"));
        QCOMPARE(world().redeem(m_app, answer.at("code")).answer.status, 200);
    }
    void whatIsInTheAddressBesidesDoesNotCount() {
        const std::string uri = pushed(m_app, {{"scope", "openid"}});
        Browser browser = world().browser();
        const Answer answer =
            browser.follow(addressOf(m_app, uri) + "&scope=openid%20email%20groups&state=of-a-thief&redirect_uri=" +
                               http::percentEncode("https://evil.example/"),
                           World::kRedirect);
        QCOMPARE(answer.at("state"), std::string("state-of-the-app"));
        QCOMPARE(world().redeem(m_app, answer.at("code")).answer.text("scope"), std::string("openid"));
    }
    void anAppThatHasToPushIsToldSo() {
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, m_strict).at("error"), std::string("invalid_request"));
        const Answer answer = browser.follow(addressOf(m_strict, pushed(m_strict)), World::kRedirect);
        QVERIFY(!answer.at("code").empty());
    }

    void itServesOnceAndForAMinute() {
        const std::string uri = pushed(m_app);
        Browser browser = world().browser();
        QVERIFY(!browser.follow(addressOf(m_app, uri), World::kRedirect).at("code").empty());
        Browser another = world().browser();
        QCOMPARE(another.get(addressOf(m_app, uri)).status, 400);
        const std::string old = pushed(m_app);
        world().clock.advance(Seconds(60));
        QCOMPARE(another.get(addressOf(m_app, old)).status, 400);
    }
    // A mail scanner that opens the link ends nothing.
    void openingTheAddressDoesNotSpendIt() {
        const std::string uri = pushed(m_app);
        Browser scanner = world().browser();
        QCOMPARE(scanner.get(addressOf(m_app, uri)).status, 303);
        Browser browser = world().browser();
        QVERIFY(!browser.follow(addressOf(m_app, uri), World::kRedirect).at("code").empty());
    }
    void ofTwoSignInsWithItTheFirstCounts() {
        const std::string uri = pushed(m_app);
        Browser one = world().browser();
        Browser two = world().browser();
        const std::string first = one.follow(addressOf(m_app, uri), world().url + "/sso/").location;
        const std::string second = two.follow(addressOf(m_app, uri), world().url + "/sso/").location;
        world().clock.advance(Seconds(90)); // the person took his time
        QVERIFY(!one.follow(first, World::kRedirect).at("code").empty());
        const Answer late = two.follow(second, World::kRedirect);
        QVERIFY(late.at("code").empty());
        QCOMPARE(late.reason(), std::string("login.state_used"));
    }

    void itIsOneAppsAtOneIssuer() {
        const std::string uri = pushed(m_app);
        Browser browser = world().browser();
        QCOMPARE(browser.get(addressOf(m_strict, uri)).status, 400);
        QCOMPARE(browser.get(addressOf(world().evil.app, uri)).status, 400);
        QCOMPARE(browser.get(addressOf(m_app, uri + "A")).status, 400);
        QCOMPARE(browser.get(addressOf(m_app, "urn:ietf:params:oauth:request_uri:x")).status, 400);
    }
    void aRequestThatIsNotRightIsRefusedAtOnce_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("redirect_uri") << QByteArray("redirect_uri") << QByteArray("https://evil.example/")
                                      << QByteArray("invalid_request");
        QTest::newRow("response_type") << QByteArray("response_type") << QByteArray("token")
                                       << QByteArray("unsupported_response_type");
        QTest::newRow("challenge") << QByteArray("code_challenge_method") << QByteArray("plain")
                                   << QByteArray("invalid_request");
        QTest::newRow("pushed again") << QByteArray("request_uri") << QByteArray("urn:ietf:params:oauth:request_uri:x")
                                      << QByteArray("invalid_request");
        QTest::newRow("secret") << QByteArray("client_secret") << QByteArray("wrong") << QByteArray("invalid_request");
    }
    void aRequestThatIsNotRightIsRefusedAtOnce() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, error);
        const Answer answer = push(m_app, {{name.toStdString(), value.toStdString()}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), error.toStdString());
    }
    void whoIsNotTheAppPushesNothing() {
        App stranger = m_app;
        stranger.secret = "wrong";
        QCOMPARE(push(stranger).status, 401);
        stranger.secret.clear();
        QCOMPARE(push(stranger).status, 401);
    }

    void whatAPersonChoosesIsAdded() {
        world().addConnection("acme", "second", world().stranger);
        Browser browser = world().browser();
        const Answer page = browser.get(addressOf(m_app, pushed(m_app, {{"prompt", "select_account"}})));
        QCOMPARE(page.status, 200);
        const auto links = page.links("button");
        QVERIFY(!links.empty());
        for (const std::string& link : links) {
            QVERIFY2(link.find("request_uri=") != std::string::npos && link.find("scope=") == std::string::npos,
                     link.c_str());
        }
        QVERIFY(!browser.follow(links.front(), World::kRedirect).at("code").empty());
    }
    // What the app wants of the person holds behind a page, too.
    void aChoiceDoesNotDropAForcedSignIn() {
        world().addConnection("acme", "third", world().stranger);
        Browser browser = world().browser();
        const Answer first = browser.get(addressOf(m_app, pushed(m_app)));
        QVERIFY(!browser.follow(first.links("button").front(), World::kRedirect).at("code").empty());
        const Answer page = browser.get(world().authorizeUrl(m_app, {{"prompt", "login select_account"}}));
        QCOMPARE(page.status, 200);
        const std::string next = page.links("button").front();
        QCOMPARE(parameterOf(next, "prompt"), std::string("login"));
        QVERIFY(!browser.get(next).location.starts_with(World::kRedirect)); // to the provider, not straight back
    }

    // RFC 9449, 10.1
    void aProofBindsTheCode() {
        const App bound = world().addApp("acme", "bound", {{"dpop", "optional"}});
        const AppKey key;
        const std::string nonce(push(bound).headers.get("DPoP-Nonce").value_or(""));
        const auto proof = [&](const char* endpoint) {
            return key.proof(world().clock, "POST", bound.issuer + "/oauth2/" + endpoint, nonce);
        };
        world().clock.advance(Seconds(2));
        const Answer made = push(bound, {}, proof("par"));
        QCOMPARE(made.status, 201);
        Browser browser = world().browser();
        Answer answer = browser.get(addressOf(bound, made.text("request_uri")));
        if (!answer.links("button").empty()) {
            answer = browser.follow(answer.links("button").front(), World::kRedirect);
        }
        const std::string code = answer.at("code");
        QVERIFY(!code.empty());
        QCOMPARE(world().redeem(bound, code).answer.text("error"), std::string("invalid_grant"));
    }

private:
    World& world() { return *m_world; }
    Answer push(const App& app, const Changes& changes = {}, const http::Headers& more = {}) {
        const std::string url = world().authorizeUrl(app, changes);
        auto form = http::Parameters::parse(url.substr(url.find('?') + 1)).value();
        return world().call(app, "par", std::move(form), more);
    }
    std::string pushed(const App& app, const Changes& changes = {}) {
        const Answer answer = push(app, changes);
        if (answer.status != 201) {
            qFatal("not pushed: %d %s", answer.status, answer.body.c_str());
        }
        return answer.text("request_uri");
    }
    static std::string addressOf(const App& app, const std::string& uri) {
        http::Parameters query;
        query.append("client_id", app.clientId);
        query.append("request_uri", uri);
        return http::withQuery(app.issuer + "/oauth2/authorize", query);
    }

    std::unique_ptr<World> m_world;
    App m_app, m_strict;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::PushedRequests)
#include "tst_pushed_requests.moc"
