// SPDX-License-Identifier: Apache-2.0
// The front door: one issuer for an app that serves every tenant, home-realm discovery by verified domain, and the
// choosers of organisation, account and provider.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class FrontDoor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_app = m_world->addApp("", "suite", {{"tenants", "all"}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        world().stranger.person(person("eve", "evil.example"));
    }

    void anAddressOfAVerifiedDomainLeadsToItsTenant() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, m_app, {{"login_hint", "Ann@ACME.example"}});
        QCOMPARE(tokens.claim("iss"), world().url);
        QCOMPARE(tokens.claim("org"), std::string("acme"));
        QCOMPARE(tokens.claim("org_id"), world().acme.id);
        QCOMPARE(std::string(world().company.lastAsked().get("login_hint").value_or("")),
                 std::string("Ann@ACME.example"));
        QVERIFY(world().isActive(m_app, tokens.access));
        QCOMPARE(world().userinfoStatus(world().url, tokens.access), 200);
    }

    void theOrganisationMayBeNamedByDomainSlugOrId() {
        const Changes ways[] = {
            {{"domain_hint", "evil.example"}}, {{"organization", "evil"}}, {{"organization", world().evil.id}}};
        for (const Changes& way : ways) {
            Browser browser = world().browser();
            QCOMPARE(world().tokensFor(browser, m_app, way).claim("org"), std::string("evil"));
        }
    }

    void withoutAHintThePersonIsAskedAndTheAnswerGoesOn() {
        Browser browser = world().browser();
        const Answer page = world().signIn(browser, m_app);
        QCOMPARE(page.status, 200);
        QVERIFY(page.links("account").empty());
        QVERIFY(page.body.find("name=\"login_hint\"") != std::string::npos);
        // The form carries the whole request; the person adds the address.
        http::Parameters form = page.hidden();
        QCOMPARE(form.get("client_id"), std::optional<std::string_view>(m_app.clientId));
        QCOMPARE(form.count("login_hint"), std::size_t(0));
        form.append("login_hint", "ann@acme.example");
        const Answer answer =
            browser.follow(http::withQuery(world().url + "/oauth2/authorize", form), World::kRedirect);
        QCOMPARE(world().redeem(m_app, answer.at("code")).claim("org"), std::string("acme"));
    }

    void anUnknownDomainIsSaidPlainlyAndTellsNothing() {
        Browser browser = world().browser();
        const Answer page = world().signIn(browser, m_app, {{"login_hint", "x@nowhere.example"}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("do not know a company") != std::string::npos);
        QVERIFY(page.body.find("acme") == std::string::npos);
        // A pending domain proves nothing.
        world().admin("POST", world().evil.path("/domains"), {{"name", "pending.example"}});
        QCOMPARE(world().signIn(browser, m_app, {{"login_hint", "x@pending.example"}}).status, 200);
    }

    // SE-12
    void whatComesInTheRequestIsEscapedOnThePage() {
        Browser browser = world().browser();
        const std::string attack = "\"><script>alert(1)</script>@nowhere.example";
        const Answer page = world().signIn(browser, m_app, {{"login_hint", attack}, {"state", attack}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("<script") == std::string::npos);
        QCOMPARE(page.hidden().get("state"), std::optional<std::string_view>(attack));
    }

    void anOrganisationThatIsNotThereOrNotServedIsRefused() {
        const App narrow = world().addApp("", "narrow", {{"tenants", json::Array{"acme"}}});
        Browser browser = world().browser();
        for (const auto& [app, organization] : {std::pair(m_app, "nobody"), std::pair(narrow, "evil")}) {
            const Answer answer = world().signIn(browser, app, {{"organization", organization}});
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.reason(), std::string("login.organization_unknown"));
            QVERIFY(answer.location.empty());
        }
        // Nor by its domain.
        QVERIFY(world().signIn(browser, narrow, {{"login_hint", "eve@evil.example"}}).at("code").empty());
        QVERIFY(!world().signIn(browser, narrow, {{"organization", "acme"}}).at("code").empty());
    }

    void oneSessionAnswersWithoutAQuestion() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, m_app, {{"organization", "acme"}});
        const int asked = world().company.calls("/authorize");
        QCOMPARE(world().tokensFor(browser, m_app).claim("org"), std::string("acme"));
        QCOMPARE(world().company.calls("/authorize"), asked);
    }

    void withSessionsInTwoOrganisationsThePersonChooses() {
        Browser browser = inBoth();
        const Answer page = world().signIn(browser, m_app);
        QCOMPARE(page.status, 200);
        const std::vector<std::string> accounts = page.links("account");
        QCOMPARE(accounts.size(), std::size_t(2));
        QVERIFY(page.body.find("<bdi dir=\"ltr\">ann@acme.example</bdi> · <bdi>acme Corp</bdi>") != std::string::npos);
        QVERIFY(page.body.find("<bdi dir=\"ltr\">eve@evil.example</bdi> · <bdi>evil Corp</bdi>") != std::string::npos);
        QStringList chosen;
        for (const std::string& account : accounts) {
            const Answer answer = browser.get(account);
            QCOMPARE(answer.at("state"), std::string("state-of-the-app"));
            chosen << QString::fromStdString(world().redeem(m_app, answer.at("code")).claim("org"));
        }
        chosen.sort();
        QCOMPARE(chosen, QStringList({"acme", "evil"}));
    }

    void withTwoSessionsASilentRequestIsToldToChoose() {
        Browser browser = inBoth();
        QCOMPARE(world().signIn(browser, m_app, {{"prompt", "none"}}).at("error"),
                 std::string("account_selection_required"));
        const Answer named = world().signIn(browser, m_app, {{"prompt", "none"}, {"organization", "evil"}});
        QCOMPARE(world().redeem(m_app, named.at("code")).claim("org"), std::string("evil"));
    }

    void theChooserShowsNoAccountThatTheAppDoesNotServe() {
        const App narrow = world().addApp("", "acme-only", {{"tenants", json::Array{"acme"}}});
        Browser browser = inBoth();
        QCOMPARE(world().tokensFor(browser, narrow).claim("org"), std::string("acme"));
        const Answer page = world().signIn(browser, narrow, {{"prompt", "select_account"}});
        QCOMPARE(page.links("account").size(), std::size_t(1));
        QVERIFY(page.body.find("evil") == std::string::npos);
    }

    void selectAccountAsksEvenWithOneSessionAndAnotherAddressStartsAnew() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, m_app, {{"organization", "acme"}});
        const Answer page = world().signIn(browser, m_app, {{"prompt", "select_account"}});
        QCOMPARE(page.links("account").size(), std::size_t(1));
        QVERIFY(!browser.get(page.links("account").front()).at("code").empty());
        http::Parameters form = page.hidden();
        form.append("login_hint", "eve@evil.example");
        const Answer answer =
            browser.follow(http::withQuery(world().url + "/oauth2/authorize", form), World::kRedirect);
        QCOMPARE(world().redeem(m_app, answer.at("code")).claim("org"), std::string("evil"));
    }

    void withTwoProvidersThePersonChoosesOne() {
        const Tenant tenant = world().addTenant("double", world().company);
        const std::string second =
            world().addConnection("double", "partners", world().stranger, {{"displayName", "Partner <Login>"}});
        world().company.person(person("dee", "double.example"));
        world().stranger.person(person("pat", "double.example"));
        for (const App& app : {m_app, tenant.app}) {
            Browser browser = world().browser();
            const Answer page = world().signIn(browser, app, {{"organization", "double"}});
            QCOMPARE(page.status, 200);
            QCOMPARE(page.links("button").size(), std::size_t(2));
            QVERIFY(page.body.find("Partner &lt;Login&gt;") != std::string::npos);
            const auto links = page.links("button");
            const auto link = std::find_if(links.begin(), links.end(), [&](const std::string& each) {
                return parameterOf(each, "connection") == second;
            });
            QVERIFY(link != links.end());
            const Answer answer = browser.follow(*link, World::kRedirect);
            QCOMPARE(world().redeem(app, answer.at("code")).claim("idp"), std::string("partners"));
        }
        // The domain of an address decides by itself.
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, tenant.app, {{"login_hint", "dee@double.example"}});
        QCOMPARE(tokens.claim("idp"), std::string("company"));
    }

    // RP-20
    void aConnectionThatIsOffOrUnknownIsNamed() {
        const Tenant tenant = world().addTenant("dark", world().company);
        world().admin("PATCH", tenant.path("/connections/" + tenant.connection), {{"enabled", false}});
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, tenant.app).reason(), std::string("login.no_connection"));
        QCOMPARE(world().lastFailure(tenant), std::string("login.no_connection"));
        QCOMPARE(world().signIn(browser, tenant.app, {{"connection", "company"}}).reason(),
                 std::string("login.connection_disabled"));
        QCOMPARE(world().signIn(browser, tenant.app, {{"connection", "nobody"}}).reason(),
                 std::string("login.connection_unknown"));
        QCOMPARE(world().lastFailure(tenant), std::string("login.connection_unknown"));
    }

    void aSuspendedTenantIsNoWayIn() {
        const Tenant tenant = world().addTenant("frozen", world().company);
        world().company.person(person("fro", "frozen.example"));
        Browser browser = world().browser();
        (void)world().tokensFor(browser, m_app, {{"organization", "frozen"}});
        world().admin("PATCH", tenant.path(), {{"status", "suspended"}});
        const Answer answer = world().signIn(browser, m_app, {{"organization", "frozen"}});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.reason(), std::string("login.tenant_suspended"));
        QVERIFY(world().signIn(browser, m_app).at("code").empty());
    }

    // OP-01, OP-20 at the front door, whose tokens are found by their own table
    void codesAndRefreshTokensWorkOnceHereToo() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, m_app, {{"organization", "acme"}});
        const Tokens first = world().redeem(m_app, code);
        const Tokens second = world().refresh(m_app, first.refresh);
        QCOMPARE(second.claim("org"), std::string("acme"));
        QCOMPARE(world().redeem(m_app, code).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(world().refresh(m_app, second.refresh).answer.text("error"), std::string("invalid_grant"));
        QVERIFY(!world().isActive(m_app, second.access));
        QVERIFY(!world().audit(world().acme, "TokenReuseDetected").empty());
    }

    void logoutAtTheFrontDoorEndsTheNamedSessionAlone() {
        Browser browser = inBoth();
        const Answer evil = world().signIn(browser, m_app, {{"organization", "evil"}});
        const Tokens out = world().redeem(m_app, evil.at("code"));
        const Tokens stays = world().tokensFor(browser, m_app, {{"organization", "acme"}});
        const Answer answer = browser.get(world().url + "/oauth2/logout?id_token_hint=" + out.id);
        QCOMPARE(answer.status, 200);
        QVERIFY(!world().isActive(m_app, out.access));
        QVERIFY(world().isActive(m_app, stays.access));
        QCOMPARE(world().tokensFor(browser, m_app).claim("org"), std::string("acme"));
    }

private:
    World& world() { return *m_world; }
    Browser inBoth() {
        Browser browser = world().browser();
        (void)world().codeFor(browser, m_app, {{"organization", "acme"}});
        (void)world().codeFor(browser, m_app, {{"organization", "evil"}});
        return browser;
    }

    std::unique_ptr<World> m_world;
    App m_app;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::FrontDoor)
#include "tst_front_door.moc"
