// SPDX-License-Identifier: Apache-2.0
// A connection's test sign-in: the whole way of a login, none of its effects, and nobody can make more of it.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class TestSignIn : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        m_tenant = world().addTenant("tenant-" + std::to_string(m_count++), world().company);
        world().company.person(ann());
    }

    void itEndsOnAPageThatSaysWhoSignedInAndCanBeClosed() {
        const Answer page = finish(start());
        QCOMPARE(page.status, 200);
        QVERIFY2(page.body.find("You can close this window") != std::string::npos, page.body.c_str());
        QVERIFY(page.body.find("ann@" + m_tenant.slug) != std::string::npos);
        QVERIFY(page.body.find("would create this user") != std::string::npos);
        QVERIFY(page.location.empty());
    }

    void itCreatesNoUserNoSessionAndNoCookieOfOne() {
        Browser browser = world().browser();
        const Answer page = browser.follow(start().url, "nowhere");
        QCOMPARE(page.status, 200);
        QVERIFY(world().list(m_tenant.path("/users")).empty());
        QVERIFY(world().list(m_tenant.path("/sessions")).empty());
        for (const auto& [name, value] : browser.cookies) {
            QVERIFY2(name.find("gh_session") == std::string::npos, name.c_str());
        }
        QVERIFY(world().audit(m_tenant, "UserProvisioned").empty());
        QVERIFY(world().audit(m_tenant, "SessionStarted").empty());
        QVERIFY(world().audit(m_tenant, "SSOLoginSuccess").empty());
    }

    void itIsInTheFlowsAsATestWithItsClaims() {
        const Started test = start();
        QCOMPARE(flow(test.flowId, "outcome"), std::string("started"));
        (void)finish(test);
        const json::Object shown = world().admin("GET", m_tenant.path("/flows/" + test.flowId));
        QCOMPARE(json::boolMember(shown, "test"), std::optional(true));
        QCOMPARE(json::stringMember(shown, "outcome"), std::optional(std::string_view("success")));
        QCOMPARE(json::stringMember(shown, "reference"), std::optional(std::string_view(test.reference)));
        QVERIFY(json::write(shown).find("\"email\":\"ann@" + m_tenant.slug) != std::string::npos);
        // What the mapping preview takes.
        const json::Object preview = world().admin(
            "POST", m_tenant.path("/connections/" + m_tenant.connection + "/preview"), {{"flowId", test.flowId}});
        QCOMPARE(json::stringMember(preview, "outcome"), std::optional(std::string_view("create")));
    }

    void theLogSaysWhoAskedForItAndWhatCameOfIt() {
        const Started test = start();
        (void)finish(test);
        QCOMPARE(dataOf(world().audit(m_tenant, "TestSignInStarted").front(), "reference"), test.reference);
        QCOMPARE(dataOf(world().audit(m_tenant, "TestSignInSuccess").front(), "reference"), test.reference);
    }

    void itWorksForAConnectionThatIsSwitchedOff() {
        switchOff();
        QCOMPARE(finish(start()).status, 200);
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, m_tenant.app).status == 200, false); // a real one does not
    }

    void aMissingAddressIsRefusedLikeInARealLogin() {
        world().company.person({{"sub", "nomail"}});
        const Started test = start();
        const Answer page = finish(test);
        QCOMPARE(page.reason(), std::string("mapping_missing_email"));
        QCOMPARE(page.reference(), test.reference);
        QCOMPARE(flow(test.flowId, "reason"), std::string("mapping_missing_email"));
        QVERIFY(!world().audit(m_tenant, "TestSignInFailure").empty());
        QVERIFY(world().audit(m_tenant, "SSOLoginFailure").empty());
    }

    void aForgedTokenIsRefusedLikeInARealLogin() {
        world().company.change([](ScriptedIdp::Script& script) {
            script.bendClaims = [](json::Object& claims) { claims["nonce"] = "another"; };
        });
        QCOMPARE(finish(start()).reason(), std::string("id_token.nonce"));
    }

    void aPersonWhoIsThereIsFoundAndNotChanged() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, m_tenant.app);
        const json::Object before = world().user(m_tenant, "ann@" + m_tenant.slug + ".example");
        json::Object renamed = ann();
        renamed["name"] = "Ann Other";
        world().company.person(renamed);
        const Answer page = finish(start());
        QVERIFY(page.body.find("would find this user") != std::string::npos);
        QCOMPARE(json::write(world().user(m_tenant, "ann@" + m_tenant.slug + ".example")), json::write(before));
    }

    void testsCountInNoNumberOfLogins() {
        (void)finish(start());
        world().company.person({{"sub", "nomail"}});
        (void)finish(start());
        const json::Object usage =
            world().admin("GET", m_tenant.path("/connections/" + m_tenant.connection + "/usage"));
        QCOMPARE(json::write(usage), std::string(R"({"users":0,"sessions":0,"apps":0,"logins24h":0})"));
        const json::Object health =
            *json::objectMember(world().admin("GET", m_tenant.path("/connections/" + m_tenant.connection)), "health");
        QCOMPARE(json::stringMember(health, "lastFailureReason").value_or(""), std::string_view(""));
    }

    void theAddressWorksOnce() {
        const Started test = start();
        Browser first = world().browser();
        QCOMPARE(first.get(test.url).status, 303);
        Browser second = world().browser();
        QCOMPARE(second.get(test.url).reason(), std::string("login.state_unknown"));
    }

    void theAddressExpiresAfterFiveMinutes() {
        const Started test = start();
        world().clock.advance(Milliseconds(5 * 60 * 1000));
        QCOMPARE(finish(test).reason(), std::string("login.state_expired"));
    }

    void theAnswerAfterFiveMinutesComesTooLate() {
        const Started test = start();
        Browser browser = world().browser();
        const std::string callback = atCallback(browser, test);
        world().clock.advance(Milliseconds(5 * 60 * 1000));
        QCOMPARE(browser.get(callback).reason(), std::string("login.state_expired"));
    }

    void theAddressBelongsToItsTenant() {
        const Started test = start();
        std::string elsewhere = test.url;
        elsewhere.replace(elsewhere.find("/t/" + m_tenant.slug), 3 + m_tenant.slug.size(), "/t/evil");
        Browser browser = world().browser();
        QCOMPARE(browser.get(elsewhere).reason(), std::string("login.state_unknown"));
        QCOMPARE(finish(test).status, 200); // and is not spent by it
    }

    void theTicketIsNoState() {
        const Started test = start();
        const std::string ticket = test.url.substr(test.url.rfind('/') + 1);
        Browser browser = world().browser();
        QCOMPARE(
            browser.get(world().url + "/sso/oidc/" + m_tenant.connection + "/callback?code=x&state=" + ticket).reason(),
            std::string("login.other_browser"));
    }

    void theStateOfSomebodysLoginIsNoTicket() {
        Browser person = world().browser();
        const std::string callback = world().toCallback(person, m_tenant.app);
        Browser browser = world().browser();
        QCOMPARE(browser.get(world().url + "/t/" + m_tenant.slug + "/test-sign-in/" + parameterOf(callback, "state"))
                     .reason(),
                 std::string("login.state_unknown"));
        QVERIFY(!parameterOf(person.get(callback).location, "code").empty()); // which goes on
    }

    void aBrowserThatDidNotOpenItCannotFinishIt() {
        Browser opener = world().browser();
        const std::string callback = atCallback(opener, start());
        Browser other = world().browser();
        other.cookies["gh_flow"] = "a-cookie-of-its-own";
        QCOMPARE(other.get(callback).reason(), std::string("login.other_browser"));
        QCOMPARE(opener.get(callback).status, 200);
    }

    void theCallbackWorksOnce() {
        Browser browser = world().browser();
        const std::string callback = atCallback(browser, start());
        QCOMPARE(browser.get(callback).status, 200);
        QCOMPARE(browser.get(callback).reason(), std::string("login.state_used"));
    }

    void aSuspendedTenantTestsNothing() {
        const Started test = start();
        world().admin("PATCH", m_tenant.path(), {{"status", "suspended"}});
        QCOMPARE(finish(test).reason(), std::string("login.tenant_suspended"));
    }

    void nobodyTestsTheConnectionOfAnother() {
        QCOMPARE(
            world().adminStatus("POST", world().evil.path("/connections/" + m_tenant.connection + "/test-sign-in")),
            404);
    }

    void theLastStagesOfTheConnectionTestTellOfIt() {
        const Started test = start();
        Browser browser = world().browser();
        const std::string callback = atCallback(browser, test);
        QVERIFY(stage("sign_in", "detail").find("has not come back") != std::string::npos);
        QCOMPARE(stage("sign_in", "status"), std::string("warn"));
        (void)browser.get(callback);
        QVERIFY2(stage("sign_in", "detail").starts_with("Signed in as ann@" + m_tenant.slug + ".example, level `mfa`"),
                 stage("sign_in", "detail").c_str());
        QCOMPARE(stage("claims", "status"), std::string("ok"));
    }

private:
    struct Started {
        std::string flowId, reference, url;
    };
    World& world() { return *m_world; }
    json::Object ann() const {
        json::Object claims = person("ann", m_tenant.slug + ".example");
        claims["acr"] = "mfa";
        return claims;
    }
    Started start() {
        const json::Object made =
            world().admin("POST", m_tenant.path("/connections/" + m_tenant.connection + "/test-sign-in"));
        const auto text = [&made](std::string_view name) {
            return std::string(json::stringMember(made, name).value_or(""));
        };
        return {text("flowId"), text("reference"), text("url")};
    }
    Answer finish(const Started& test) {
        Browser browser = world().browser();
        return browser.follow(test.url, "nowhere");
    }
    std::string atCallback(Browser& browser, const Started& test) {
        return browser.follow(test.url, world().url + "/sso/").location;
    }
    void switchOff() {
        world().admin("PATCH", m_tenant.path("/connections/" + m_tenant.connection), {{"enabled", false}});
    }
    std::string flow(const std::string& id, std::string_view member) {
        return std::string(
            json::stringMember(world().admin("GET", m_tenant.path("/flows/" + id)), member).value_or(""));
    }
    std::string stage(std::string_view name, std::string_view member) {
        const json::Object result =
            world().admin("POST", m_tenant.path("/connections/" + m_tenant.connection + "/test"));
        for (const json::Value& each : *json::arrayMember(result, "steps")) {
            if (json::stringMember(each.as_object(), "name") == name) {
                return std::string(json::stringMember(each.as_object(), member).value_or(""));
            }
        }
        return {};
    }

    std::unique_ptr<World> m_world;
    Tenant m_tenant;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::TestSignIn)
#include "tst_test_sign_in.moc"
