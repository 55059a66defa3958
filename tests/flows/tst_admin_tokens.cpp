// SPDX-License-Identifier: Apache-2.0
// A person administers over HTTP with the access token of an app: from the sign-in to the Admin API and back out.
#include <QtTest>

#include "tests/flows/world.h"

using namespace gatehouse;
using namespace gatehouse::flows;

class TestAdminTokens : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->company.person(person("ann"));
        m_world->stranger.person(person("eve", "evil.example"));
        m_app = m_world->addApp("", "console", {{"scopes", json::Array{"openid", "admin", "offline_access"}}});
    }
    void cleanup() { m_world.reset(); }

    void anAppointedPersonAdministersTheirTenant() {
        const Tokens tokens = signIn("acme");
        QCOMPARE(call(tokens, "GET", "/tenants/acme"), 403);
        appoint("ann@acme.example", "tenant-admin");
        QCOMPARE(call(tokens, "GET", "/tenants/acme"), 200);
        QCOMPARE(call(tokens, "GET", "/tenants/evil"), 404);
        QCOMPARE(call(tokens, "POST", "/tenants/acme/keys/rotate"), 200);
        QVERIFY(!m_world->audit(m_world->acme, "AdminSignedIn").empty());
        m_world->clock.advance(Seconds(301));
        QCOMPARE(call(tokens, "GET", "/tenants/acme"), 401);
        const Tokens renewed = m_world->refresh(m_app, tokens.refresh);
        QCOMPARE(call(renewed, "GET", "/tenants/acme"), 200);
    }
    void aTokenThatDidNotAskForTheScopeIsRefused() {
        Browser browser = m_world->browser();
        const Tokens tokens = m_world->tokensFor(browser, m_app, {{"scope", "openid"}, {"organization", "acme"}});
        appoint("ann@acme.example", "tenant-admin");
        QCOMPARE(call(tokens, "GET", "/tenants/acme"), 403);
    }
    void aRevokedTokenIsRefused() {
        const Tokens tokens = signIn("acme");
        appoint("ann@acme.example", "tenant-admin");
        QCOMPARE(call(tokens, "GET", "/tenants/acme"), 200);
        http::Parameters form;
        form.append("token", tokens.access);
        m_world->call(m_app, "revoke", form);
        QCOMPARE(call(tokens, "GET", "/tenants/acme"), 401);
    }
    void anotherTenantsPersonIsNoAdminHere() {
        const Tokens eve = signIn("evil");
        signIn("acme");
        appoint("ann@acme.example", "tenant-admin");
        QCOMPARE(call(eve, "GET", "/tenants/acme"), 403);
        QCOMPARE(call(eve, "GET", "/tenants/evil"), 403);
    }
    void aDeactivatedPersonIsOutAtOnce() {
        const Tokens tokens = signIn("acme");
        appoint("ann@acme.example", "auditor");
        QCOMPARE(call(tokens, "GET", "/tenants/acme"), 200);
        const json::Object ann = m_world->user(m_world->acme, "ann@acme.example");
        const std::string id(json::stringMember(ann, "id").value_or(""));
        m_world->admin("POST", m_world->acme.path("/users/" + id + "/deactivate"));
        QCOMPARE(call(tokens, "GET", "/tenants/acme"), 401);
    }

private:
    Tokens signIn(const std::string& organization) {
        Browser browser = m_world->browser();
        return m_world->tokensFor(browser, m_app,
                                  {{"scope", "openid admin offline_access"}, {"organization", organization}});
    }
    void appoint(const std::string& email, const std::string& role) {
        m_world->admin("POST", "/admins", {{"tenant", "acme"}, {"user", email}, {"role", role}});
    }
    int call(const Tokens& tokens, const std::string& method, const std::string& path) {
        return m_world->adminStatus(tokens, method, path);
    }

    std::unique_ptr<World> m_world;
    App m_app;
};

QTEST_GUILESS_MAIN(TestAdminTokens)
#include "tst_admin_tokens.moc"
