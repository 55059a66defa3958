// SPDX-License-Identifier: Apache-2.0
// Authorization requests and codes: redirect addresses, PKCE, parameters, and what a code is bound to.
#include <thread>

#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class Codes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    // OP-01
    void aCodeUsedTwiceEndsEverythingThatCameOfIt() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, app());
        const Tokens first = world().redeem(app(), code);
        QVERIFY(world().isActive(app(), first.access));
        const Tokens second = world().redeem(app(), code);
        QCOMPARE(second.answer.status, 400);
        QCOMPARE(second.answer.text("error"), std::string("invalid_grant"));
        QVERIFY(!world().isActive(app(), first.access));
        QCOMPARE(world().userinfoStatus(app().issuer, first.access), 401);
        QCOMPARE(world().refresh(app(), first.refresh).answer.text("error"), std::string("invalid_grant"));
        const json::Object record = world().audit(world().acme, "TokenReuseDetected").front();
        QCOMPARE(reasonOf(record), std::string("oauth.invalid_grant.reused"));
        QVERIFY2(json::write(record).find(code) == std::string::npos, "the code is in the log");
    }

    // OP-02
    void amongManyAtOnceOneRedeemsTheCode() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, app());
        std::atomic<int> good = 0;
        std::atomic<int> refused = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                const Answer answer = world().redeem(app(), code).answer;
                good += answer.status == 200 ? 1 : 0;
                refused += answer.text("error") == "invalid_grant" ? 1 : 0;
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(good.load(), 1);
        QCOMPARE(refused.load(), 7);
    }

    // OP-05, OP-06
    void aCodeIsBoundToItsRequest_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value"); // null: left out
        const auto row = [](const char* what, const char* name, const QString& value) {
            QTest::newRow(what) << QString(name) << value;
        };
        row("verifier wrong", "code_verifier", QString(60, 'x'));
        row("verifier missing", "code_verifier", QString());
        row("verifier empty", "code_verifier", QString(""));
        row("verifier too short", "code_verifier", "short");
        row("redirect other", "redirect_uri", "https://app.example/other");
        row("redirect missing", "redirect_uri", QString());
        row("redirect longer", "redirect_uri", QString(World::kRedirect) + "/");
    }
    void aCodeIsBoundToItsRequest() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, app());
        const std::optional<std::string> sent = value.isNull() ? std::nullopt : std::optional(value.toStdString());
        const Answer answer = world().redeem(app(), code, {{name.toStdString(), sent}}).answer;
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(std::string(answer.headers.get("Cache-Control").value_or("")), std::string("no-store"));
        const std::string reason =
            name == "code_verifier" ? "oauth.invalid_grant.pkce" : "oauth.invalid_grant.redirect_uri";
        QCOMPARE(reasonOf(world().audit(world().acme, "AccessDenied").front()), reason);
        // A code that was tried wrongly is spent: nobody may guess on.
        QCOMPARE(world().redeem(app(), code).answer.text("error"), std::string("invalid_grant"));
    }

    // OP-05, OP-38
    void aCodeOfOneAppIsNothingToAnother() {
        const App other = world().addApp("acme", "other");
        Browser browser = world().browser();
        const Answer answer = world().redeem(other, world().codeFor(browser, app())).answer;
        QCOMPARE(answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(reasonOf(world().audit(world().acme, "AccessDenied").front()),
                 std::string("oauth.invalid_grant.client"));
    }

    void aCodeThatWaitedTooLongIsRefused() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, app());
        world().clock.advance(Seconds(60));
        QCOMPARE(world().redeem(app(), code).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(reasonOf(world().audit(world().acme, "AccessDenied").front()),
                 std::string("oauth.invalid_grant.expired"));
    }

    // OP-04, OP-27
    void whatIsNoCodeIsRefused() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, app());
        const Tokens tokens = world().tokensFor(browser, app());
        const std::string callback = [&] {
            Browser other = world().browser();
            return world().toCallback(other, app());
        }();
        for (const std::string& bent :
             {std::string(), code.substr(0, code.size() - 1), code + "A", tokens.refresh, tokens.access, tokens.id,
              browser.cookies.at("gh_session_acme"), browser.cookies.at("gh_flow"), parameterOf(callback, "state")}) {
            const Answer answer = world().redeem(app(), bent).answer;
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.text("error"), std::string("invalid_grant"));
        }
        QCOMPARE(world().redeem(app(), code).answer.status, 200);
    }

    // OP-18
    void anAppThatDoesNotProveItselfGetsNothing() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, app());
        App wrong = app();
        wrong.secret = "wrong";
        App none = app();
        none.secret.clear();
        App foreign = world().evil.app;
        foreign.issuer = app().issuer;
        for (const App& each : {wrong, none, foreign}) {
            const Answer answer = world().redeem(each, code).answer;
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.text("error"), std::string("invalid_client"));
        }
        const Answer both =
            world().redeem(app(), code, {{"client_id", app().clientId}, {"client_secret", app().secret}}).answer;
        QVERIFY2(both.status == 400 || both.status == 401, "two proofs at once");
        QCOMPARE(world().redeem(app(), code).answer.status, 200);
    }

    // OP-09
    void anAddressThatIsNotRegisteredIsNeverRedirectedTo_data() {
        QTest::addColumn<QString>("address");
        for (const char* each : {"",
                                 "https://evil.example/callback",
                                 "https://app.example/callback/",
                                 "https://app.example/callback?x=1",
                                 "https://app.example/callback#x",
                                 "https://app.example/",
                                 "https://app.example",
                                 "HTTPS://app.example/callback",
                                 "https://APP.example/callback",
                                 "https://app.example:443/callback",
                                 "https://app.example:8443/callback",
                                 "https://app.example@evil.example/callback",
                                 "https://evil@app.example/callback",
                                 "https://app%2eexample/callback",
                                 "https://appXexample/callback",
                                 "https://app.example.evil.example/callback",
                                 "https://app.example/./callback",
                                 "https://app.example/x/../callback",
                                 "https://app.example/%2e%2e/callback",
                                 "https://app.example/callback%00",
                                 "https://app.example/callback;x",
                                 "https://app.example//callback",
                                 "https:/app.example/callback",
                                 "https:///app.example/callback",
                                 "//app.example/callback",
                                 "/callback",
                                 "https://app.example\\@evil.example",
                                 "https://app.example/callback\t",
                                 " https://app.example/callback",
                                 "https://app.example/callback\r\nX: y",
                                 "http://app.example/callback",
                                 "javascript:alert(1)",
                                 "data:text/html,x",
                                 "https://[fe80::1%25eth0]/callback",
                                 "https://\xd0\xb0pp.example/callback"}) {
            QTest::newRow(each) << QString::fromUtf8(each);
        }
    }
    void anAddressThatIsNotRegisteredIsNeverRedirectedTo() {
        QFETCH(QString, address);
        Browser browser = world().browser();
        const Answer answer = browser.get(world().authorizeUrl(app(), {{"redirect_uri", address.toStdString()}}));
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.location.empty());
        QCOMPARE(answer.reason(), std::string("oauth.redirect_uri"));
        QCOMPARE(world().lastFailure(world().acme), std::string("oauth.redirect_uri"));
    }

    // OP-06 (a), OP-13, OP-15, OP-16
    void aBentRequestIsToldToTheApp_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* what, const char* name, const QString& value, const char* error) {
            QTest::newRow(what) << QString(name) << value << QString(error);
        };
        row("no challenge", "code_challenge", QString(), "invalid_request");
        row("empty challenge", "code_challenge", QString(""), "invalid_request");
        row("plain challenge", "code_challenge_method", "plain", "invalid_request");
        row("no method means plain", "code_challenge_method", QString(), "invalid_request");
        row("short challenge", "code_challenge", "abc", "invalid_request");
        row("token", "response_type", "token", "unsupported_response_type");
        row("id_token", "response_type", "id_token", "unsupported_response_type");
        row("hybrid", "response_type", "code token", "unsupported_response_type");
        row("no response type", "response_type", QString(), "invalid_request");
        row("fragment", "response_mode", "fragment", "invalid_request");
        row("request object", "request", "eyJhbGciOiJub25lIn0.e30.", "invalid_request_object");
        row("request by reference", "request_uri", "http://127.0.0.1:1/x", "request_uri_not_supported");
        row("none and login", "prompt", "none login", "invalid_request");
        row("unknown prompt", "prompt", "please", "invalid_request");
        row("max_age no number", "max_age", "-1", "invalid_request");
        row("somebody's hint", "id_token_hint", "e30.e30.AAAA", "invalid_request");
        row("no session", "prompt", "none", "login_required");
    }
    void aBentRequestIsToldToTheApp() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        const std::optional<std::string> sent = value.isNull() ? std::nullopt : std::optional(value.toStdString());
        Browser browser = world().browser();
        const Answer answer = browser.get(world().authorizeUrl(app(), {{name.toStdString(), sent}}));
        QCOMPARE(answer.status, 303);
        QVERIFY(answer.location.starts_with(World::kRedirect));
        QCOMPARE(QString::fromStdString(answer.at("error")), error);
        QCOMPARE(answer.at("state"), std::string("state-of-the-app"));
        QCOMPARE(answer.at("iss"), app().issuer);
        QVERIFY(answer.at("code").empty());
    }

    // OP-11
    void aRepeatedParameterIsRefused() {
        Browser browser = world().browser();
        for (const char* name : {"client_id", "redirect_uri"}) {
            const Answer answer = browser.get(world().authorizeUrl(app()) + "&" + name + "=x");
            QCOMPARE(answer.status, 400);
            QVERIFY(answer.location.empty());
        }
        for (const char* name : {"state", "scope", "response_type", "code_challenge", "nonce", "prompt"}) {
            const Answer answer = browser.get(world().authorizeUrl(app(), {{"prompt", "none"}}) + "&" + name + "=x");
            QCOMPARE(answer.at("error"), std::string("invalid_request"));
        }
        http::Parameters form;
        form.append("grant_type", "authorization_code");
        form.append("code", "one");
        form.append("code", "two");
        QCOMPARE(world().call(app(), "token", form).text("error"), std::string("invalid_request"));
    }

    void anUnknownAppIsAPage() {
        Browser browser = world().browser();
        for (const std::string& id : {std::string("nobody"), std::string(), world().evil.app.clientId}) {
            const Answer answer = browser.get(world().authorizeUrl(app(), {{"client_id", id}}));
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.reason(), std::string("oauth.client_unknown"));
            QVERIFY(answer.location.empty());
        }
    }

private:
    World& world() { return *m_world; }
    const App& app() { return m_world->acme.app; }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Codes)
#include "tst_codes.moc"
