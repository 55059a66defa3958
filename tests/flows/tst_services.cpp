// SPDX-License-Identifier: Apache-2.0
// Services have an owner and an end, and their secrets change without a stop.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class Services : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        for (const char* name : {"ann", "bob"}) {
            world().company.person(person(name));
            Browser browser = world().browser();
            (void)world().tokensFor(browser, world().acme.app);
        }
    }
    void cleanupTestCase() { m_world.reset(); }

    void aServiceEndsAtItsTime() {
        const App app = service("until", {{"expiresAt", toRfc3339(world().clock.now() + Seconds(200))}});
        const std::string token = ask(app).text("access_token");
        QVERIFY(world().isActive(world().acme.app, token));
        world().clock.advance(Seconds(199));
        QCOMPARE(ask(app).status, 200);
        world().clock.advance(Seconds(1));
        const Answer refused = ask(app);
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.text("error"), std::string("invalid_client"));
        QCOMPARE(lastRefusal(), std::string("oauth.invalid_client.expired"));
        QVERIFY(!world().isActive(world().acme.app, token)); // what it got before ends too
        for (const char* endpoint : {"introspect", "revoke", "par"}) {
            QCOMPARE(world().call(app, endpoint, tokenForm(token)).status, 401);
        }
        world().admin("PATCH", app.admin, {{"expiresAt", toRfc3339(world().clock.now() + Seconds(500))}});
        QCOMPARE(ask(app).status, 200);
        world().admin("PATCH", app.admin, {{"expiresAt", nullptr}});
        world().clock.advance(Seconds(600));
        QCOMPARE(ask(app).status, 200);
    }
    void aServiceStopsWithItsOwner_data() {
        QTest::addColumn<bool>("byAddress");
        QTest::newRow("an id") << false;
        QTest::newRow("an address") << true;
    }
    void aServiceStopsWithItsOwner() {
        QFETCH(bool, byAddress);
        const std::string ann = idOf("ann");
        const App app = service("owned", {{"owner", byAddress ? "Ann@acme.example" : ann}});
        const std::string token = ask(app).text("access_token");
        QVERIFY(world().isActive(world().acme.app, token));
        world().admin("POST", world().acme.path("/users/") + ann + "/deactivate");
        const Answer refused = ask(app);
        const std::string reason = lastRefusal();
        const bool lives = world().isActive(world().acme.app, token);
        world().admin("POST", world().acme.path("/users/") + ann + "/activate");
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.text("error"), std::string("invalid_client"));
        QCOMPARE(reason, std::string("oauth.invalid_client.owner"));
        QVERIFY(!lives);
        QCOMPARE(ask(app).status, 200); // he is back
        world().clock.advance(Seconds(10));
    }
    void aServiceWhoseOwnerWasErasedIsGivenToAnother() {
        world().company.person(person("gone"));
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        const App app = service("inherited", {{"owner", idOf("gone")}});
        QCOMPARE(ask(app).status, 200);
        world().admin("DELETE", world().acme.path("/users/") + idOf("gone"));
        QCOMPARE(ask(app).status, 401);
        world().admin("PATCH", app.admin, {{"owner", idOf("bob")}});
        QCOMPARE(ask(app).status, 200);
    }
    void anAddressThatTheDirectoryDoesNotKnowIsTaken() {
        QCOMPARE(ask(service("external", {{"owner", "team@partner.example"}})).status, 200);
    }
    void anOwnerHasToBeThere() {
        const std::string apps = world().acme.path("/apps");
        const auto with = [&](const json::Object& more) {
            json::Object body{{"name", "x"}, {"type", "service"}, {"grantTypes", json::Array{"client_credentials"}}};
            for (const auto& member : more) {
                body[member.key()] = member.value();
            }
            return body;
        };
        QCOMPARE(world().adminStatus("POST", apps, with({{"owner", "nobody"}})), 422);
        const std::string bob = idOf("bob");
        QCOMPARE(world().adminStatus("POST", world().evil.path("/apps"), with({{"owner", bob}})), 422);
        QCOMPARE(world().adminStatus("POST", "/apps", with({{"owner", bob}})), 422);
        QCOMPARE(world().adminStatus("POST", apps, with({{"expiresAt", "tomorrow"}})), 422);
        QCOMPARE(world().adminStatus("PATCH", world().acme.app.admin, {{"owner", bob}}), 422); // it is no service
    }

    // The old secret goes on for a day, wherever a secret is taken.
    void twoSecretsServeSideBySideAndTheOldOneEnds() {
        const App before = service("rotated", {});
        App after = before;
        after.secret = secretIn(world().admin("POST", before.admin + "/rotate-secret"));
        QVERIFY(after.secret != before.secret && !after.secret.empty());
        const std::string token = ask(after).text("access_token");
        for (const App& each : {before, after}) {
            QCOMPARE(ask(each).status, 200);
            QCOMPARE(inBody(each).status, 200);
            QVERIFY(world().isActive(each, token));
            QCOMPARE(world().call(each, "revoke", tokenForm("unknown")).status, 200);
        }
        world().clock.advance(Seconds(24 * 3600 - 1));
        QCOMPARE(ask(before).status, 200);
        world().clock.advance(Seconds(1));
        for (const char* endpoint : {"token", "introspect", "revoke", "par"}) {
            QCOMPARE(world().call(before, endpoint, tokenForm("unknown")).status, 401);
        }
        QCOMPARE(inBody(before).status, 401);
        QCOMPARE(ask(after).status, 200);
    }
    void aSecondRotationDoesNotLengthenTheFirst() {
        const App first = service("hurried", {});
        App second = first;
        App third = first;
        second.secret = secretIn(world().admin("POST", first.admin + "/rotate-secret"));
        world().clock.advance(Seconds(12 * 3600));
        third.secret = secretIn(world().admin("POST", first.admin + "/rotate-secret"));
        QCOMPARE(ask(first).status, 200);
        world().clock.advance(Seconds(12 * 3600));
        QCOMPARE(ask(first).status, 401);
        QCOMPARE(ask(second).status, 200);
        world().clock.advance(Seconds(12 * 3600));
        QCOMPARE(ask(second).status, 401);
        QCOMPARE(ask(third).status, 200);
    }

private:
    World& world() { return *m_world; }
    App service(const std::string& name, json::Object more) {
        more["type"] = "service";
        more["redirectUris"] = json::Array{};
        more["postLogoutRedirectUris"] = json::Array{};
        more["grantTypes"] = json::Array{"client_credentials"};
        return world().addApp("acme", name, more);
    }
    std::string idOf(const std::string& name) {
        return std::string(json::stringMember(world().user(world().acme, name + "@acme.example"), "id").value_or(""));
    }
    static std::string secretIn(const json::Object& app) {
        return std::string(json::stringMember(app, "clientSecret").value_or(""));
    }
    static http::Parameters tokenForm(const std::string& token) {
        http::Parameters form;
        form.append("token", token);
        return form;
    }
    Answer ask(const App& app) {
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        return world().call(app, "token", std::move(form));
    }
    /// The same with the secret in the form.
    Answer inBody(const App& app) {
        App bare = app;
        bare.secret.clear();
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        form.append("client_id", app.clientId);
        form.append("client_secret", app.secret);
        return world().call(bare, "token", std::move(form));
    }
    std::string lastRefusal() {
        const auto records = world().audit(world().acme, "AccessDenied");
        return records.empty() ? std::string() : reasonOf(records.front());
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Services)
#include "tst_services.moc"
