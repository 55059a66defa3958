// SPDX-License-Identifier: Apache-2.0
// Browser sessions: their cookies, when they answer for the person, when they end, and the headers of every page.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class BrowserSessions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    // SE-02
    void everyCookieIsHttpOnlyLaxAndOfThisHostAlone() {
        Browser browser = world().browser();
        const Answer begun = browser.get(world().authorizeUrl(app()));
        const Answer proven = browser.get(begun.location);
        const Answer done = browser.get(proven.location);
        for (const Answer& answer : {begun, done}) {
            QVERIFY(!answer.headers.all("Set-Cookie").empty());
            for (const std::string_view cookie : answer.headers.all("Set-Cookie")) {
                const QString text = QString::fromStdString(std::string(cookie));
                QVERIFY(text.contains("; HttpOnly"));
                QVERIFY(text.contains("; SameSite=Lax"));
                QVERIFY(text.contains("; Path=/"));
                QVERIFY(!text.contains("Domain", Qt::CaseInsensitive));
            }
        }
        // RFC 9700, 4.12 (OP-41): nothing is sent on that was posted
        QCOMPARE(begun.status, 303);
        QCOMPARE(done.status, 303);
    }

    // SE-01: a session is new at each sign-in, whatever the browser brought
    void aSessionCookieBroughtAlongIsNeverAdopted() {
        Browser browser = world().browser();
        browser.cookies["gh_session_acme"] = "ghs_planted-by-somebody-else-planted-by-somebody";
        (void)world().tokensFor(browser, app());
        const std::string first = browser.cookies.at("gh_session_acme");
        QVERIFY(first.find("planted") == std::string::npos);
        (void)world().tokensFor(browser, app(), {{"prompt", "login"}});
        QVERIFY(browser.cookies.at("gh_session_acme") != first);
    }

    // SE-03, SE-05
    void aBentSessionCookieIsNoSession() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, app());
        const std::string good = browser.cookies.at("gh_session_acme");
        const std::string changed = good.substr(0, good.size() - 1) + (good.back() == 'A' ? "B" : "A");
        for (const std::string& bent : {good.substr(0, good.size() - 1), good + "A", changed, std::string("x"),
                                        "\"" + good + "\"", good + "; gh_session_acme=" + changed}) {
            browser.cookies["gh_session_acme"] = bent;
            QCOMPARE(silent(browser).at("error"), std::string("login_required"));
        }
        browser.cookies["gh_session_acme"] = good;
        QVERIFY(!silent(browser).at("code").empty());
    }

    // SE-04
    void aCookieOfAlmostTheNameIsIgnored() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, app());
        const std::string good = browser.cookies.at("gh_session_acme");
        for (const char* name : {"GH_SESSION_ACME", "xgh_session_acme", "\xc2\xa0gh_session_acme",
                                 "__Host-gh_session_acme", "$Version=1; $gh_session_acme"}) {
            browser.cookies = {{name, good}};
            QVERIFY2(silent(browser).at("error") == "login_required", name);
        }
    }

    void aSessionAnswersAgainWithoutTheProvider() {
        Browser browser = world().browser();
        const Tokens first = world().tokensFor(browser, app());
        const int asked = world().company.calls("/authorize");
        world().clock.advance(Seconds(120));
        const Tokens second = world().tokensFor(browser, app());
        QCOMPARE(world().company.calls("/authorize"), asked);
        QCOMPARE(second.claim("sid"), first.claim("sid"));
        QCOMPARE(json::integerMember(second.claims, "auth_time"), json::integerMember(first.claims, "auth_time"));
    }

    // OP-32
    void whoAsksForAFreshSignInGetsOne_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("prompt=login") << "prompt" << "login";
        QTest::newRow("max_age=0") << "max_age" << "0";
        QTest::newRow("max_age=60") << "max_age" << "60";
        QTest::newRow("another person") << "login_hint" << "bob@acme.example";
    }
    void whoAsksForAFreshSignInGetsOne() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        Browser browser = world().browser();
        (void)world().tokensFor(browser, app());
        const int asked = world().company.calls("/authorize");
        world().clock.advance(Seconds(61));
        const Changes changes{{name.toStdString(), value.toStdString()}};
        (void)world().codeFor(browser, app(), changes);
        QCOMPARE(world().company.calls("/authorize"), asked + 1);
        // And silently it cannot be had.
        if (name != "prompt") {
            world().clock.advance(Seconds(61));
            Changes quietly = changes;
            quietly.emplace_back("prompt", "none");
            QCOMPARE(world().signIn(browser, app(), quietly).at("error"), std::string("login_required"));
        }
    }

    // OP-32
    void aProviderThatDidNotAskAgainDoesNotSatisfyMaxAge() {
        Browser browser = world().browser();
        const std::int64_t longAgo = toUnixSeconds(world().clock.now()) - 3600;
        world().company.change([&](ScriptedIdp::Script& script) { script.person["auth_time"] = longAgo; });
        const Answer answer = world().signIn(browser, app(), {{"max_age", "60"}});
        QCOMPARE(answer.reason(), std::string("id_token.auth_time"));
        QVERIFY(!browser.cookies.contains("gh_session_acme"));
    }

    // OP-32
    void theHintOfAnotherPersonIsNotAnsweredFromThisSession() {
        Browser other = world().browser();
        world().company.person(person("bob"));
        const Tokens bob = world().tokensFor(other, app());
        world().company.person(person("ann"));
        Browser browser = world().browser();
        const Tokens ann = world().tokensFor(browser, app());
        QCOMPARE(world().signIn(browser, app(), {{"prompt", "none"}, {"id_token_hint", bob.id}}).at("error"),
                 std::string("login_required"));
        QVERIFY(!world().signIn(browser, app(), {{"prompt", "none"}, {"id_token_hint", ann.id}}).at("code").empty());
    }

    // SE-10
    void anIdleSessionEndsAtItsEdge() {
        const Tenant tenant = world().addTenant("idle", world().company, {{"idleTtl", 600}, {"sessionTtl", 1000}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, tenant.app);
        world().clock.advance(Milliseconds(600'000 - 1));
        QVERIFY(!world().signIn(browser, tenant.app, {{"prompt", "none"}}).at("code").empty());
        // That use counted; the absolute end is not moved by it.
        world().clock.advance(Milliseconds(400'000));
        QVERIFY(!world().signIn(browser, tenant.app, {{"prompt", "none"}}).at("code").empty());
        world().clock.advance(Milliseconds(1));
        QCOMPARE(world().signIn(browser, tenant.app, {{"prompt", "none"}}).at("error"), std::string("login_required"));
        QCOMPARE(world().refresh(tenant.app, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
    }

    // SE-10
    void anUnusedSessionEndsAtItsIdleEdge() {
        const Tenant tenant = world().addTenant("quiet", world().company, {{"idleTtl", 600}, {"sessionTtl", 1000}});
        Browser browser = world().browser();
        (void)world().tokensFor(browser, tenant.app);
        world().clock.advance(Milliseconds(600'000));
        QCOMPARE(world().signIn(browser, tenant.app, {{"prompt", "none"}}).at("error"), std::string("login_required"));
    }

    // OpenID Connect Core 1.0, 3.1.2.1: what the app wants of the person holds behind our own page, too
    void aChoiceOnAPageDropsNoForcedSignIn() {
        const Tenant tenant = world().addTenant("chooser", world().company);
        Browser browser = world().browser();
        (void)world().tokensFor(browser, tenant.app);
        world().addConnection("chooser", "second", world().stranger);
        for (const auto& [asked, left] : {std::pair("login", "login"), {"login select_account", "login"}}) {
            const Answer page = browser.get(world().authorizeUrl(tenant.app, {{"prompt", asked}}));
            QCOMPARE(page.status, 200);
            QVERIFY(!page.links("button").empty());
            for (const std::string& link : page.links("button")) {
                QCOMPARE(parameterOf(link, "prompt"), std::string(left));
                const Answer next = browser.get(link);
                QCOMPARE(next.status, 303);
                QVERIFY2(!next.location.starts_with(World::kRedirect), next.location.c_str()); // to the provider
            }
        }
        const Answer chosen = browser.get(world().authorizeUrl(tenant.app, {{"prompt", "select_account"}}));
        QVERIFY(!browser.follow(chosen.links("account").front(), World::kRedirect).at("code").empty());
    }

    void aSessionThatAnAdminEndsIsOver() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        world().admin("DELETE", world().acme.path("/sessions/" + tokens.claim("sid")));
        QCOMPARE(silent(browser).at("error"), std::string("login_required"));
        QVERIFY(!world().isActive(app(), tokens.access));
    }

    // SE-11, SE-19, SE-20
    void everyPageCarriesTheSecurityHeaders() {
        Browser browser = world().browser();
        const Answer pages[] = {browser.get(world().authorizeUrl(app())),
                                browser.get(world().authorizeUrl(app(), {{"client_id", "nobody"}})),
                                browser.get(app().issuer + "/oauth2/logout"),
                                browser.get(app().issuer + "/.well-known/openid-configuration"),
                                browser.get(world().url + "/no/such/address"),
                                browser.get(world().url + "/assets/nothing")};
        for (const Answer& page : pages) {
            const auto has = [&](const char* name, const char* part) {
                return page.headers.get(name).value_or("").find(part) != std::string_view::npos;
            };
            QVERIFY(has("X-Content-Type-Options", "nosniff"));
            QVERIFY(has("X-Frame-Options", "DENY"));
            QVERIFY(has("Referrer-Policy", "no-referrer"));
            QVERIFY(has("Content-Security-Policy", "frame-ancestors 'none'"));
            QVERIFY(!has("Content-Security-Policy", "unsafe-inline"));
            QVERIFY(has("Cross-Origin-Opener-Policy", "same-origin"));
        }
        QVERIFY(pages[1].headers.get("Cache-Control").value_or("").find("no-store") != std::string_view::npos);
        // OP: never readable by another origin
        QVERIFY(!pages[0].headers.get("Access-Control-Allow-Origin").has_value());
    }

    // SE-17: nobody learns from the page whether an address is known
    void aHintOfAStrangerLooksLikeAHintOfAUser() {
        Browser one = world().browser();
        Browser two = world().browser();
        (void)world().tokensFor(one, app());
        Browser fresh = world().browser();
        const Answer known = fresh.get(world().authorizeUrl(app(), {{"login_hint", "ann@acme.example"}}));
        const Answer unknown = two.get(world().authorizeUrl(app(), {{"login_hint", "zzz@acme.example"}}));
        QCOMPARE(known.status, unknown.status);
        QCOMPARE(known.location.size(), unknown.location.size());
    }

private:
    World& world() { return *m_world; }
    const App& app() { return m_world->acme.app; }
    Answer silent(Browser& browser) { return world().signIn(browser, app(), {{"prompt", "none"}}); }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::BrowserSessions)
#include "tst_browser_sessions.moc"
