// SPDX-License-Identifier: Apache-2.0
// A tenant is a wall: nothing of one works at another, nor at the front door.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class Isolation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_world->company.person(person("ann"));
        m_world->stranger.person(person("eve", "evil.example"));
    }
    void cleanupTestCase() { m_world.reset(); }

    // OP-38
    void aTokenOfOneTenantIsNothingAtAnother_data() {
        QTest::addColumn<QString>("at");
        QTest::newRow("another tenant") << "/t/evil";
        QTest::newRow("the front door") << "";
    }
    void aTokenOfOneTenantIsNothingAtAnother() {
        QFETCH(QString, at);
        const std::string issuer = world().url + at.toStdString();
        const App reader = at.isEmpty() ? world().addApp("", "reader") : world().evil.app;
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, acme().app);
        QCOMPARE(world().userinfoStatus(issuer, tokens.access), 401);
        QVERIFY(!world().isActive(reader, tokens.access));
        QVERIFY(!world().isActive(reader, tokens.refresh));
        QCOMPARE(world().refresh(reader, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        http::Parameters form;
        form.append("token", tokens.refresh);
        QCOMPARE(world().call(reader, "revoke", form).status, 200);
        QVERIFY(world().isActive(acme().app, tokens.refresh));
        QVERIFY(world().isActive(acme().app, tokens.access));
    }

    // OP-05, OP-38
    void aCodeOfOneTenantIsNothingAtAnotherAndNotSpentThere() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, acme().app);
        QCOMPARE(world().redeem(world().evil.app, code).answer.text("error"), std::string("invalid_grant"));
        const App suite = world().addApp("", "suite");
        QCOMPARE(world().redeem(suite, code).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(world().redeem(acme().app, code).answer.status, 200);
    }

    // OP-38: the same client id in both tenants
    void theSameClientIdAtTwoTenantsIsTwoApps() {
        const App one = world().addApp("acme", "twin", {{"clientId", "twin"}});
        const App two = world().addApp("evil", "twin", {{"clientId", "twin"}});
        QCOMPARE(one.clientId, two.clientId);
        QVERIFY(one.secret != two.secret);
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, one);
        QCOMPARE(world().redeem(two, code).answer.text("error"), std::string("invalid_grant"));
        App crossed = two;
        crossed.secret = one.secret;
        QCOMPARE(world().redeem(crossed, code).answer.status, 401);
        QCOMPARE(world().redeem(one, code).answer.status, 200);
    }

    // SE-05
    void aSessionCookieOfOneTenantIsNothingAtAnother() {
        Browser browser = world().browser();
        (void)world().codeFor(browser, acme().app);
        browser.cookies["gh_session_evil"] = browser.cookies.at("gh_session_acme");
        const Answer answer = world().signIn(browser, world().evil.app, {{"prompt", "none"}});
        QCOMPARE(answer.at("error"), std::string("login_required"));
    }

    void theKeysOfTwoTenantsHaveNothingInCommon() {
        Browser browser = world().browser();
        const std::string one = browser.get(acme().app.issuer + "/oauth2/jwks").body;
        const std::string two = browser.get(world().evil.app.issuer + "/oauth2/jwks").body;
        const std::string front = browser.get(world().url + "/oauth2/jwks").body;
        const auto kids = [](const std::string& text) {
            QStringList out;
            const json::Object object = json::parseObject(text).value();
            for (const json::Value& key : *json::arrayMember(object, "keys")) {
                out << QString::fromStdString(std::string(*json::stringMember(key.as_object(), "kid")));
                if (key.as_object().contains("d")) {
                    out << "private!";
                }
            }
            return out;
        };
        QStringList all = kids(one) + kids(two) + kids(front);
        QVERIFY(all.size() >= 3);
        QVERIFY(!all.contains("private!"));
        QCOMPARE(all.removeDuplicates(), 0);
    }

    // OP-32, OP-34
    void anIdTokenOfOneTenantIsNoHintAtAnother() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, acme().app);
        const Answer asked =
            world().signIn(browser, world().evil.app, {{"prompt", "none"}, {"id_token_hint", tokens.id}});
        QCOMPARE(asked.at("error"), std::string("invalid_request"));
        for (const std::string& issuer : {world().evil.app.issuer, world().url}) {
            const Answer answer = browser.get(issuer + "/oauth2/logout?id_token_hint=" + tokens.id +
                                              "&post_logout_redirect_uri=" + http::percentEncode(World::kAfterLogout));
            QVERIFY(answer.location.empty());
            QVERIFY(world().isActive(acme().app, tokens.access));
        }
    }

    void aConnectionOfOneTenantCannotBeNamedAtAnother() {
        Browser browser = world().browser();
        const int asked = world().company.calls("/authorize");
        const Answer answer = world().signIn(browser, world().evil.app, {{"connection", acme().connection}});
        QCOMPARE(answer.reason(), std::string("login.connection_unknown"));
        QCOMPARE(world().company.calls("/authorize"), asked);
    }

    // RP-19: the same person of the same provider through two tenants
    void onePersonOfOneProviderIsAnotherUserInEachTenant() {
        const Tenant third = world().addTenant("third", world().company);
        Browser browser = world().browser();
        const Tokens one = world().tokensFor(browser, acme().app);
        const Tokens two = world().tokensFor(browser, third.app);
        QVERIFY(one.claim("sub") != two.claim("sub"));
        QCOMPARE(world().adminStatus("GET", third.path("/users/" + one.claim("sub"))), 404);
        // A verified address of acme's domain matches nobody over the wall.
        QCOMPARE(world().list(third.path("/users")).size(), std::size_t(1));
    }

    void whatIsAnotherTenantsIsNotThere() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, acme().app);
        const std::string flow(
            json::stringMember(world().audit(acme(), "SSOLoginSuccess").front(), "flowId").value_or(""));
        const std::string app = acme().app.id;
        for (const std::string& below :
             {"/users/" + tokens.claim("sub"), "/connections/" + acme().connection, "/apps/" + app,
              "/sessions/" + tokens.claim("sid"), "/flows/" + flow, std::string("/domains/acme.example")}) {
            QCOMPARE(world().adminStatus("GET", acme().path(below)), 200);
            QVERIFY2(world().adminStatus("GET", world().evil.path(below)) == 404, below.c_str());
        }
        QCOMPARE(world().adminStatus("DELETE", world().evil.path("/sessions/" + tokens.claim("sid"))), 404);
        QVERIFY(world().isActive(acme().app, tokens.access));
    }

    void theLogOfOneNamesNothingOfTheOther() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, acme().app);
        const std::string log = json::write(json::Value(world().list(world().evil.path("/audit"))));
        for (const std::string& id : {acme().id, acme().connection, acme().app.clientId, tokens.claim("sub")}) {
            QVERIFY2(log.find(id) == std::string::npos, id.c_str());
        }
    }

    void aTenantThatDoesNotExistLooksLikeAnAddressThatDoesNotExist() {
        Browser browser = world().browser();
        const Answer nothing = browser.get(world().url + "/no/such/address");
        for (const char* path :
             {"/t/nobody/oauth2/authorize", "/t/nobody/oauth2/jwks", "/t/../oauth2/nothing", "/t//oauth2/jwks"}) {
            const Answer answer = browser.get(world().url + path);
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.body, nothing.body);
        }
    }

    // A deleted tenant takes its addresses, tokens and sessions along
    void aDeletedTenantLeavesNothingThatWorks() {
        const Tenant tenant = world().addTenant("gone", world().company);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, tenant.app);
        const std::string callback = [&] {
            Browser other = world().browser();
            return world().toCallback(other, tenant.app);
        }();
        world().admin("DELETE", tenant.path());
        QCOMPARE(world().userinfoStatus(tenant.app.issuer, tokens.access), 404);
        QCOMPARE(world().call(tenant.app, "introspect", http::Parameters()).status, 404);
        QCOMPARE(browser.get(callback).status, 404);
        // A new one of that name is another.
        const Tenant again = world().addTenant("gone", world().company);
        QVERIFY(again.id != tenant.id);
        QCOMPARE(world().userinfoStatus(again.app.issuer, tokens.access), 401);
        QCOMPARE(world().signIn(browser, again.app, {{"prompt", "none"}}).at("error"), std::string("login_required"));
    }

private:
    World& world() { return *m_world; }
    const Tenant& acme() { return m_world->acme; }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Isolation)
#include "tst_isolation.moc"
