// SPDX-License-Identifier: Apache-2.0
// The provider's answer at the callback: replayed, moved to another browser or connection, mixed up, bent.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class CallbackAttacks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        world().stranger.person(person("eve", "evil.example"));
    }

    // RP-01: reused after success
    void anAnswerIsTakenOnce() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        QVERIFY(!browser.get(callback).at("code").empty());
        const int asked = world().company.calls("/token");
        const Answer again = browser.get(callback);
        QCOMPARE(again.status, 400);
        QCOMPARE(again.reason(), std::string("login.state_used"));
        QVERIFY(again.location.empty());
        QCOMPARE(world().company.calls("/token"), asked);
        QCOMPARE(world().lastFailure(acme()), std::string("login.state_used"));
    }

    // RP-01, SE-06: another browser, before the owner
    void anotherBrowserGetsNothingAndSpoilsNothing() {
        Browser owner = world().browser();
        const std::string callback = world().toCallback(owner, acme().app);
        Browser thief = world().browser();
        const Answer stolen = thief.get(callback);
        QCOMPARE(stolen.status, 400);
        QCOMPARE(stolen.reason(), std::string("login.other_browser"));
        QVERIFY(thief.cookies.empty());
        QCOMPARE(world().lastFailure(acme()), std::string("login.other_browser"));
        QVERIFY(!owner.get(callback).at("code").empty());
    }

    // SE-06: the attacker's answer in the browser of a victim who is signing in too
    void anAttackersAnswerInTheVictimsBrowserIsRefused() {
        Browser attacker = world().browser();
        const std::string callback = world().toCallback(attacker, acme().app);
        Browser victim = world().browser();
        (void)world().toCallback(victim, acme().app);
        QCOMPARE(victim.get(callback).reason(), std::string("login.other_browser"));
        QCOMPARE(victim.cookies.count("gh_session_acme"), std::size_t(0));
    }

    // RP-01: swapped between two tabs of one browser: each state finds its own request
    void twoTabsDoNotGetEachOthersNonce() {
        Browser browser = world().browser();
        const std::string one = world().toCallback(browser, acme().app, {{"state", "one"}});
        const std::string two = world().toCallback(browser, acme().app, {{"state", "two"}});
        const std::string crossed = withParameter(one, "code", parameterOf(two, "code"));
        QCOMPARE(browser.get(crossed).reason(), std::string("upstream.code_rejected"));
        QCOMPARE(world().lastFailure(acme()), std::string("upstream.code_rejected"));
    }

    // RP-01
    void twoTabsOfOneBrowserBothCome() {
        Browser browser = world().browser();
        const std::string one = world().toCallback(browser, acme().app, {{"state", "one"}});
        const std::string two = world().toCallback(browser, acme().app, {{"state", "two"}});
        QCOMPARE(browser.get(two).at("state"), std::string("two"));
        QCOMPARE(browser.get(one).at("state"), std::string("one"));
    }

    // RP-01: missing, forged, repeated
    void aBentStateIsRefused_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("reason");
        QTest::newRow("missing") << "missing" << "login.state_unknown";
        QTest::newRow("empty") << "empty" << "login.state_unknown";
        QTest::newRow("forged") << "forged" << "login.state_unknown";
        QTest::newRow("long") << "long" << "login.state_unknown";
        QTest::newRow("repeated") << "repeated" << "login.malformed_answer";
    }
    void aBentStateIsRefused() {
        QFETCH(QString, what);
        QFETCH(QString, reason);
        Browser browser = world().browser();
        std::string callback = world().toCallback(browser, acme().app);
        const std::string state = parameterOf(callback, "state");
        if (what == "missing") {
            callback = withoutParameter(callback, "state");
        } else if (what == "repeated") {
            callback += "&state=" + state;
        } else {
            const std::string bent = what == "empty" ? std::string()
                                     : what == "forged"
                                         ? state.substr(0, state.size() - 1) + (state.back() == 'A' ? "B" : "A")
                                         : std::string(500, 'a');
            callback = withParameter(callback, "state", bent);
        }
        const Answer answer = browser.get(callback);
        QCOMPARE(answer.status, 400);
        QCOMPARE(QString::fromStdString(answer.reason()), reason);
        QCOMPARE(QString::fromStdString(world().lastFailure(acme())), reason);
    }

    // RP-01: expired
    void anAnswerThatComesTooLateIsRefused() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        world().clock.advance(Seconds(600));
        QCOMPARE(browser.get(callback).reason(), std::string("login.state_expired"));
        QCOMPARE(world().lastFailure(acme()), std::string("login.state_expired"));
        QCOMPARE(browser.get(callback).reason(), std::string("login.state_expired"));
    }

    // RP-03, RP-19: the callback of another connection of the same tenant
    void anAnswerAtAnotherConnectionsCallbackIsRefused() {
        const std::string other = world().addConnection("acme", "other", world().stranger);
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app, {{"connection", "company"}});
        const Answer answer = browser.get(moved(callback, acme().connection, other));
        QCOMPARE(answer.reason(), std::string("login.other_connection"));
        QCOMPARE(world().lastFailure(acme()), std::string("login.other_connection"));
        QVERIFY(!browser.get(callback).at("code").empty());
        world().admin("DELETE", acme().path("/connections/" + other));
    }

    // RP-01, RP-19: the callback of another tenant
    void anAnswerAtAnotherTenantsCallbackIsUnknownThere() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        const Answer answer = browser.get(moved(callback, acme().connection, world().evil.connection));
        QCOMPARE(answer.reason(), std::string("login.state_unknown"));
        QCOMPARE(world().lastFailure(world().evil), std::string("login.state_unknown"));
    }

    void aCallbackOfNoConnectionIsRefused() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        for (const char* id : {"nobody", "00000000-0000-7000-8000-000000000000"}) {
            const Answer answer = browser.get(moved(callback, acme().connection, id));
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.reason(), std::string("login.connection_unknown"));
        }
    }

    // RP-03: mix-up, before any token request
    void anAnswerThatNamesAnotherIssuerIsRefusedBeforeTheCodeIsSpent_data() {
        QTest::addColumn<QString>("issuer");
        QTest::newRow("another provider") << QString::fromStdString(world().stranger.issuer());
        QTest::newRow("trailing slash") << QString::fromStdString(world().company.issuer()) + "/";
        QTest::newRow("upper case") << QString::fromStdString(world().company.issuer()).toUpper();
        QTest::newRow("empty") << QString("");
        QTest::newRow("absent though announced") << QString();
    }
    void anAnswerThatNamesAnotherIssuerIsRefusedBeforeTheCodeIsSpent() {
        QFETCH(QString, issuer);
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        const int asked = world().company.calls("/token");
        const Answer answer = browser.get(issuer.isNull() ? withoutParameter(callback, "iss")
                                                          : withParameter(callback, "iss", issuer.toStdString()));
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.reason(), std::string("mixup_suspected"));
        QCOMPARE(world().company.calls("/token"), asked);
        QCOMPARE(world().lastFailure(acme()), std::string("mixup_suspected"));
    }

    // RP-23
    void whatTheProviderSaysOfAnErrorIsNotReflected() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        std::string bent = withParameter(withoutParameter(callback, "code"), "error", "server_error");
        bent = withParameter(bent, "error_description", "<script>alert(1)</script>\r\nX: y" + std::string(5000, 'x'));
        const Answer answer = browser.get(bent);
        QCOMPARE(answer.reason(), std::string("upstream.error"));
        QVERIFY(answer.body.find("<script>alert") == std::string::npos);
        QVERIFY(answer.body.find("xxxxxxxx") == std::string::npos);
        // Nor is a code taken that comes beside an error.
        const std::string both = withParameter(world().toCallback(browser, acme().app), "error", "server_error");
        QCOMPARE(browser.get(both).reason(), std::string("upstream.error"));
    }

    void aCancelledSignInGoesBackToTheAppAsDenied() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        const Answer answer = browser.get(withParameter(withoutParameter(callback, "code"), "error", "access_denied"));
        QVERIFY(answer.location.starts_with(World::kRedirect));
        QCOMPARE(answer.at("error"), std::string("access_denied"));
        QCOMPARE(answer.at("state"), std::string("state-of-the-app"));
        QCOMPARE(answer.at("iss"), acme().app.issuer);
        QVERIFY(answer.at("code").empty());
        QCOMPARE(world().lastFailure(acme()), std::string("upstream.cancelled"));
    }

    // RP-30
    void aPostedAnswerIsRefused() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        http::Parameters form;
        form.append("code", parameterOf(callback, "code"));
        form.append("state", parameterOf(callback, "state"));
        QCOMPARE(browser.post(callback.substr(0, callback.find('?')), form).status, 405);
    }

    // RP-20
    void aConnectionSwitchedOffMeanwhileLetsNobodyIn() {
        const Tenant tenant = world().addTenant("switched", world().company);
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, tenant.app);
        world().admin("PATCH", tenant.path("/connections/" + tenant.connection), {{"enabled", false}});
        QCOMPARE(browser.get(callback).reason(), std::string("login.connection_disabled"));
        QCOMPARE(world().lastFailure(tenant), std::string("login.connection_disabled"));
        QVERIFY(world().list(tenant.path("/users")).empty());
    }

    // RP-20
    void aConnectionDeletedMeanwhileLetsNobodyIn() {
        const Tenant tenant = world().addTenant("deleted", world().company);
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, tenant.app);
        world().admin("DELETE", tenant.path("/connections/" + tenant.connection));
        const Answer answer = browser.get(callback);
        QVERIFY(answer.status == 403 || answer.status == 404);
        QVERIFY(answer.location.empty());
        QVERIFY(world().list(tenant.path("/users")).empty());
    }

    // OP-22
    void aTenantSuspendedMeanwhileLetsNobodyIn() {
        const Tenant tenant = world().addTenant("suspended", world().company);
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, tenant.app);
        world().admin("PATCH", tenant.path(), {{"status", "suspended"}});
        QCOMPARE(browser.get(callback).reason(), std::string("login.tenant_suspended"));
        QVERIFY(world().list(tenant.path("/users")).empty());
    }

    // SE-03: two values for the flow cookie are not "first wins"
    void anAmbiguousFlowCookieIsRefused() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        http::OutboundRequest request;
        request.url = callback;
        request.headers.set("Cookie", "gh_flow=" + browser.cookies.at("gh_flow") + "; gh_flow=tossed");
        QCOMPARE(exchange(*world().client, request).status, 400);
        QVERIFY(!browser.get(callback).at("code").empty());
    }

private:
    World& world() { return *m_world; }
    const Tenant& acme() { return m_world->acme; }
    static std::string moved(std::string url, const std::string& from, const std::string& to) {
        return url.replace(url.find(from), from.size(), to);
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::CallbackAttacks)
#include "tst_callback_attacks.moc"
