// SPDX-License-Identifier: Apache-2.0
// The page where people look after themselves: it shows what is theirs, ends what they want ended, and nobody else's.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class AccountTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        world().company.person(person("ann"));
        m_once = world().addApp("acme", "Once Portal", {{"consent", "once"}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        (void)world().admin("PATCH", world().acme.path(), {{"settings", {{"requiredAcr", json::Array()}}}});
    }

    void whoIsNotSignedInSignsInTheNormalWayAndComesBack() {
        Browser browser = world().browser();
        const int asked = world().company.calls("/authorize");
        const Answer page = open(browser);
        QCOMPARE(page.status, 200);
        QCOMPARE(world().company.calls("/authorize"), asked + 1);
        QVERIFY(page.body.find("Your account") != std::string::npos);
        QVERIFY(page.body.find("ann@acme.example") != std::string::npos);
        QCOMPARE(dataOf(world().audit(world().acme, "SSOLoginSuccess").front(), "app"), std::string("Account page"));
        QCOMPARE(open(browser).status, 200);
        QCOMPARE(world().company.calls("/authorize"), asked + 1);
    }

    void thePageIsPlainAndGuarded() {
        Browser browser = world().browser();
        const Answer page = open(browser);
        QVERIFY(page.body.find("<script") == std::string::npos);
        QVERIFY(page.body.find("style=") == std::string::npos);
        QCOMPARE(std::string(page.headers.get("Cache-Control").value_or("")), std::string("no-store"));
        QVERIFY(page.headers.get("Content-Security-Policy").value_or("").find("frame-ancestors 'none'") !=
                std::string_view::npos);
        browser.acceptLanguage = "de";
        QVERIFY(open(browser).body.find("Ihr Konto") != std::string::npos);
        browser.acceptLanguage = "ar";
        QVERIFY(open(browser).body.find("dir=\"rtl\"") != std::string::npos);
    }

    void aSessionElsewhereIsSeenAndEnded() {
        Browser telephone = world().browser();
        const Tokens there = world().tokensFor(telephone, world().acme.app);
        Browser browser = world().browser();
        (void)open(browser);
        const Tokens here = world().tokensFor(browser, world().acme.app);
        const Answer page = open(browser);
        QVERIFY(page.body.find(there.claim("sid")) != std::string::npos);
        QVERIFY(page.body.find("this device") != std::string::npos);
        QCOMPARE(act(browser, page, "end", there.claim("sid")).status, 303);
        QVERIFY(!world().isActive(world().acme.app, there.access));
        QVERIFY(world().isActive(world().acme.app, here.access));
        QCOMPARE(reasonOf(world().audit(world().acme, "SessionRevoked").front()), std::string("person_revoked"));
        QVERIFY(open(browser).body.find(there.claim("sid")) == std::string::npos);
    }

    void allOthersEndAndThisOneStays() {
        std::vector<Tokens> others;
        for (int i = 0; i < 3; ++i) {
            Browser other = world().browser();
            others.push_back(world().tokensFor(other, world().acme.app));
        }
        world().company.person(person("bob"));
        Browser bobs = world().browser();
        const Tokens bob = world().tokensFor(bobs, world().acme.app);
        world().company.person(person("ann"));
        Browser browser = world().browser();
        const Answer page = open(browser);
        QCOMPARE(act(browser, page, "end-others", "").status, 303);
        for (const Tokens& other : others) {
            QVERIFY(!world().isActive(world().acme.app, other.access));
        }
        QVERIFY(world().isActive(world().acme.app, bob.access));
        QCOMPARE(open(browser).status, 200);
    }

    void nobodyEndsWhatIsNotTheirs() {
        world().company.person(person("bob"));
        Browser bobs = world().browser();
        const Tokens bob = world().tokensFor(bobs, world().acme.app);
        world().company.person(person("ann"));
        Browser browser = world().browser();
        const Answer page = open(browser);
        QCOMPARE(act(browser, page, "end", bob.claim("sid")).status, 303);
        QVERIFY(world().isActive(world().acme.app, bob.access));
    }

    // CSRF
    void aFormThatIsNotOfThisSessionsPageDoesNothing() {
        Browser telephone = world().browser();
        const Tokens there = world().tokensFor(telephone, world().acme.app);
        Browser browser = world().browser();
        const Answer page = open(browser);
        const Answer foreign = open(telephone);
        for (const Answer& wrong : {foreign, Answer{}}) {
            const Answer refused = act(browser, wrong, "end", there.claim("sid"));
            QCOMPARE(refused.reason(), std::string("account.form"));
        }
        QVERIFY(world().isActive(world().acme.app, there.access));
        // A POST without a session signs nobody out either: it is a sign-in.
        Browser stranger = world().browser();
        (void)act(stranger, page, "end", there.claim("sid"));
        QVERIFY(world().isActive(world().acme.app, there.access));
    }

    void whatAnAppWasAllowedIsSeenAndWithdrawn() {
        Browser browser = world().browser();
        const Answer asked = browser.follow(world().authorizeUrl(m_once), World::kRedirect);
        http::Parameters yes = asked.hidden();
        yes.append("answer", "allow");
        const Answer back = browser.post(world().url + "/t/acme/oauth2/consent", yes);
        const Tokens tokens = world().redeem(m_once, back.at("code"));
        const Answer page = open(browser);
        QVERIFY(page.body.find("Once Portal") != std::string::npos);
        const json::Array list = world().list(world().acme.path("/consents"));
        const std::string id(json::stringMember(list.front().as_object(), "id").value());
        world().company.person(person("bob"));
        Browser bobs = world().browser();
        QCOMPARE(act(bobs, open(bobs), "withdraw", id).status, 303);
        QVERIFY(world().isActive(m_once, tokens.access));
        QCOMPARE(act(browser, page, "withdraw", id).status, 303);
        QVERIFY(!world().isActive(m_once, tokens.access));
        QVERIFY(world().list(world().acme.path("/consents")).empty());
        QVERIFY(open(browser).body.find("not allowed any app") != std::string::npos);
    }

    void everythingThatIsKeptCanBeTakenAway() {
        Browser browser = world().browser();
        (void)open(browser);
        const Answer file = browser.get(address() + "/export");
        QCOMPARE(file.status, 200);
        QVERIFY(file.headers.get("Content-Disposition").value_or("").starts_with("attachment"));
        const json::Object data = file.object();
        const json::Object* user = json::objectMember(data, "user");
        QVERIFY(user != nullptr);
        QCOMPARE(std::string(json::stringMember(*user, "email").value_or("")), std::string("ann@acme.example"));
        for (const char* part : {"sessions", "consents", "actorOf"}) {
            QVERIFY2(json::arrayMember(data, part) != nullptr, part);
        }
        QVERIFY(!data.contains("targetOf"));
        QVERIFY(file.body.find("bob@acme.example") == std::string::npos);
        Browser stranger = world().browser();
        QCOMPARE(stranger.get(address() + "/export").status, 303);
    }

    void theTenantsLevelIsWantedHereToo() {
        Browser browser = world().browser();
        (void)open(browser);
        (void)world().admin("PATCH", world().acme.path(), {{"settings", {{"requiredAcr", json::Array{"phr"}}}}});
        const Answer refused = open(browser);
        QCOMPARE(refused.reason(), std::string("unmet_authentication_requirements"));
        QVERIFY(refused.body.find("phr") != std::string::npos);
        json::Object strong = person("ann");
        strong["acr"] = "phrh";
        world().company.person(strong);
        QVERIFY(open(browser).body.find("Your account") != std::string::npos);
    }

    void whoMayNotSignInSeesNoPage() {
        Browser browser = world().browser();
        (void)open(browser);
        const json::Object ann = world().user(world().acme, "ann@acme.example");
        const std::string path = world().acme.path("/users/" + std::string(json::stringMember(ann, "id").value()));
        (void)world().admin("POST", path + "/deactivate");
        QCOMPARE(open(browser).reason(), std::string("login.user_inactive"));
        (void)world().admin("POST", path + "/activate");
    }

    void aSessionOfAnotherTenantIsNoneHere() {
        world().stranger.person(person("eve", "evil.example"));
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().evil.app);
        const std::string cookie = browser.cookies.at("gh_session_evil");
        browser.cookies["gh_session_acme"] = cookie;
        QCOMPARE(browser.get(address()).status, 303);
    }

private:
    World& world() { return *m_world; }
    [[nodiscard]] std::string address() const { return m_world->url + "/t/acme/account"; }
    Answer open(Browser& browser) { return browser.follow(address(), "nowhere"); }
    Answer act(Browser& browser, const Answer& page, const char* what, const std::string& id) {
        http::Parameters form;
        form.append("confirm", std::string(page.hidden().get("confirm").value_or("")));
        form.append("do", what);
        form.append("id", id);
        return browser.post(address(), form);
    }

    std::unique_ptr<World> m_world;
    App m_once;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::AccountTest)
#include "tst_account.moc"
