// SPDX-License-Identifier: Apache-2.0
// Logout: what it ends, where it leads, and who may ask for it.
#include <QtTest>

#include "tests/flows/relying_party.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class Logout : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    // US-106
    void logoutKillsAccessAndRefreshTokensOfEveryAppInTheSession() {
        const App other = world().addApp("acme", "wiki");
        Browser browser = world().browser();
        const Tokens one = world().tokensFor(browser, app());
        const Tokens two = world().tokensFor(browser, other);
        QCOMPARE(one.claim("sid"), two.claim("sid"));
        const Answer answer = browser.get(logoutUrl(
            {{"id_token_hint", one.id}, {"post_logout_redirect_uri", World::kAfterLogout}, {"state", "bye"}}));
        QCOMPARE(answer.status, 303);
        QVERIFY(answer.location.starts_with(World::kAfterLogout));
        QCOMPARE(answer.at("state"), std::string("bye"));
        QVERIFY(!browser.cookies.contains("gh_session_acme"));
        for (const auto& [owner, tokens] : {std::pair(app(), one), std::pair(other, two)}) {
            QVERIFY(!world().isActive(owner, tokens.access));
            QVERIFY(!world().isActive(owner, tokens.refresh));
            QCOMPARE(world().userinfoStatus(app().issuer, tokens.access), 401);
            QCOMPARE(world().refresh(owner, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        }
        QCOMPARE(world().signIn(browser, app(), {{"prompt", "none"}}).at("error"), std::string("login_required"));
        const json::Object record = world().audit(world().acme, "Logout").front();
        const json::Object* target = json::objectMember(record, "target");
        QCOMPARE(std::string(json::stringMember(*target, "id").value_or("")), one.claim("sid"));
        QCOMPARE(reasonOf(world().audit(world().acme, "SessionRevoked").front()), std::string("logout"));
    }

    void logoutOfOneBrowserLeavesTheOtherSignedIn() {
        Browser here = world().browser();
        Browser there = world().browser();
        const Tokens one = world().tokensFor(here, app());
        const Tokens two = world().tokensFor(there, app());
        (void)here.get(logoutUrl({{"id_token_hint", one.id}}));
        QVERIFY(!world().isActive(app(), one.access));
        QVERIFY(world().isActive(app(), two.access));
    }

    // SE-08: the old cookie put back by hand, and a code that was not redeemed yet
    void nothingOfAnEndedSessionComesBack() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        const std::string code = world().codeFor(browser, app());
        const auto cookies = browser.cookies;
        (void)browser.get(logoutUrl({{"id_token_hint", tokens.id}}));
        QCOMPARE(world().redeem(app(), code).answer.text("error"), std::string("invalid_grant"));
        browser.cookies = cookies;
        QCOMPARE(world().signIn(browser, app(), {{"prompt", "none"}}).at("error"), std::string("login_required"));
    }

    void aSecondLogoutIsQuietAndLoggedOnce() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        const std::string url = logoutUrl({{"id_token_hint", tokens.id}});
        QCOMPARE(browser.get(url).status, 200);
        const std::size_t logged = world().audit(world().acme, "Logout").size();
        QCOMPARE(browser.get(url).status, 200);
        QCOMPARE(world().audit(world().acme, "Logout").size(), logged);
    }

    // OP-34: a stranger's link cannot sign anybody out
    void withoutAHintThePersonIsAsked() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        const Answer page =
            browser.get(logoutUrl({{"client_id", app().clientId}, {"post_logout_redirect_uri", World::kAfterLogout}}));
        QCOMPARE(page.status, 200);
        QVERIFY(world().isActive(app(), tokens.access));
        QVERIFY(page.body.find("ann Example") != std::string::npos);
        // A POST from elsewhere knows no confirmation.
        http::Parameters guessed;
        guessed.append("confirm", "yes");
        QCOMPARE(browser.post(app().issuer + "/oauth2/logout", guessed).status, 200);
        QVERIFY(world().isActive(app(), tokens.access));
        const Answer confirmed = browser.post(app().issuer + "/oauth2/logout", page.hidden());
        QVERIFY(confirmed.location.starts_with(World::kAfterLogout));
        QVERIFY(!world().isActive(app(), tokens.access));
    }

    // OP-34: the confirmation of one session is worthless for another
    void aConfirmationIsBoundToItsSession() {
        Browser attacker = world().browser();
        (void)world().tokensFor(attacker, app());
        const http::Parameters form = attacker.get(logoutUrl({})).hidden();
        QVERIFY(form.count("confirm") == 1);
        Browser victim = world().browser();
        const Tokens tokens = world().tokensFor(victim, app());
        QCOMPARE(victim.post(app().issuer + "/oauth2/logout", form).status, 200);
        QVERIFY(world().isActive(app(), tokens.access));
    }

    // OP-34
    void anAddressThatIsNotRegisteredIsNotGoneTo_data() {
        QTest::addColumn<QString>("address");
        for (const char* each :
             {"https://evil.example/bye", "https://app.example/bye/", "https://app.example/bye?x=1",
              "https://app.example/callback", "https://app.example@evil.example/bye", "javascript:alert(1)",
              "//evil.example", "/bye", "HTTPS://app.example/bye", "https://app.example/bye%00"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void anAddressThatIsNotRegisteredIsNotGoneTo() {
        QFETCH(QString, address);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        const Answer answer =
            browser.get(logoutUrl({{"id_token_hint", tokens.id}, {"post_logout_redirect_uri", address.toStdString()}}));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.location.empty());
        QVERIFY(!world().isActive(app(), tokens.access));
    }

    // OP-32
    void aHintThatIsNoneOfOursIsNoHint() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        const std::string payload =
            tokens.id.substr(tokens.id.find('.') + 1, tokens.id.rfind('.') - tokens.id.find('.') - 1);
        for (const std::string& bent : {tokens.access, tokens.id.substr(0, tokens.id.rfind('.') + 1),
                                        base64UrlEncode("{\"alg\":\"none\"}") + "." + payload + "."}) {
            const Answer answer =
                browser.get(logoutUrl({{"id_token_hint", bent}, {"post_logout_redirect_uri", World::kAfterLogout}}));
            QVERIFY(answer.location.empty());
            QVERIFY(world().isActive(app(), tokens.access));
        }
        const Answer foreign = browser.get(logoutUrl({{"id_token_hint", tokens.id}, {"client_id", "somebody-else"}}));
        QCOMPARE(foreign.status, 400);
        QVERIFY(world().isActive(app(), tokens.access));
    }

    void anOldHintStillEndsItsSession() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        world().clock.advance(Seconds(1800));
        (void)browser.get(logoutUrl({{"id_token_hint", tokens.id}}));
        QCOMPARE(world().refresh(app(), tokens.refresh).answer.text("error"), std::string("invalid_grant"));
    }

    void theSignedOutPageOffersTheCompanysOwnLogout() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        const Answer page = browser.get(logoutUrl({{"id_token_hint", tokens.id}}));
        QCOMPARE(page.links("button").size(), std::size_t(1));
        QVERIFY(page.links("button").front().starts_with(world().company.issuer() + "/end?"));
    }

    // OpenID Connect Front-Channel Logout 1.0
    void theBrowserOpensTheFrameOfEachAppThatWantsOne() {
        const App one = world().addApp("acme", "one", {{"frontchannelLogoutUri", "https://one.example/out?x=1"}});
        const App two = world().addApp("acme", "two", {{"frontchannelLogoutUri", "https://two.example:8443/out"}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, one);
        (void)world().tokensFor(browser, one);
        (void)world().tokensFor(browser, two);
        (void)world().tokensFor(browser, app());
        const Answer page = browser.get(logoutUrl(
            {{"id_token_hint", tokens.id}, {"post_logout_redirect_uri", World::kAfterLogout}, {"state", "bye"}}));
        QCOMPARE(page.status, 200);
        const std::string frame = "https://one.example/out?x=1&amp;iss=";
        QVERIFY2(page.body.find(frame) != std::string::npos, page.body.c_str());
        QCOMPARE(page.body.find(frame, page.body.find(frame) + 1), std::string::npos); // each app once
        QVERIFY(page.body.find("https://two.example:8443/out?iss=") != std::string::npos);
        QVERIFY(page.body.find("sid=" + tokens.claim("sid")) != std::string::npos);
        QVERIFY(page.body.find("<script") == std::string::npos);
        const std::string policy(page.headers.get("Content-Security-Policy").value_or(""));
        QVERIFY2(policy.ends_with("; frame-src https://one.example https://two.example:8443"), policy.c_str());
        QVERIFY(policy.find("default-src 'none'") != std::string::npos);
        QCOMPARE(std::string(page.headers.get("Refresh").value_or("")),
                 "3;url=" + std::string(World::kAfterLogout) + "?state=bye");
        QVERIFY(!page.links("button").empty());
        QVERIFY(!world().isActive(one, tokens.access));
    }

    void withoutFramesThePolicyAllowsNone() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        const Answer page = browser.get(logoutUrl({{"id_token_hint", tokens.id}}));
        QVERIFY(page.body.find("<iframe") == std::string::npos);
        QVERIFY(page.headers.get("Content-Security-Policy").value_or("").find("frame-src") == std::string_view::npos);
        QVERIFY(!page.headers.get("Refresh"));
    }

    // What became of the session at its apps: to the browser whose session it was, and to nobody else.
    void theSignedOutPageNamesEachAppAndWhatItSaid() {
        RelyingParty good;
        RelyingParty bad;
        bad.status = 503;
        const App told = world().addApp("acme", "told", {{"backchannelLogoutUri", good.address()}});
        const App dead = world().addApp("acme", "dead", {{"backchannelLogoutUri", bad.address()}});
        const App unused = world().addApp("acme", "unused", {{"backchannelLogoutUri", good.address()}});
        Browser other = world().browser();
        (void)world().tokensFor(other, unused);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        (void)world().tokensFor(browser, told);
        (void)world().tokensFor(browser, told);
        (void)world().tokensFor(browser, dead);
        const std::string secret = browser.cookies.at("gh_session_acme");
        const Answer first = browser.get(logoutUrl({{"id_token_hint", tokens.id}}));
        QCOMPARE(first.status, 200);
        for (const char* name : {"portal", "told", "dead"}) {
            QVERIFY2(!stateOf(first, name).empty(), name);
        }
        QTRY_COMPARE(stateOf(browser.get(signedOutUrl()), "told"), std::string("has signed you out"));
        QTRY_COMPARE(stateOf(browser.get(signedOutUrl()), "dead"), std::string("did not answer"));
        const Answer last = browser.get(signedOutUrl());
        QCOMPARE(stateOf(last, "portal"), std::string("cannot tell"));
        QCOMPARE(last.body.find("unused"), std::string::npos);
        QCOMPARE(last.body.find("told</bdi>"), last.body.rfind("told</bdi>")); // once
        QVERIFY(last.body.find("close the browser") != std::string::npos);
        QVERIFY(!last.headers.get("Refresh"));
        QVERIFY(last.body.find("<script") == std::string::npos);
        QVERIFY(first.body.find(secret) == std::string::npos && last.body.find(secret) == std::string::npos);
        const Answer german = browser.get(signedOutUrl() + "?ui_locales=de");
        QCOMPARE(stateOf(german, "told"), std::string("hat Sie abgemeldet"));
        // A reload of the sign-out itself says the same.
        QCOMPARE(stateOf(browser.get(logoutUrl({{"id_token_hint", tokens.id}})), "dead"),
                 std::string("did not answer"));
    }

    void whileAnAppIsBeingToldThePageLooksAgainForAWhile() {
        RelyingParty party;
        party.status = 503;
        const App slow = world().addApp("acme", "slow", {{"backchannelLogoutUri", party.address()}});
        const auto signOut = [&](Browser& browser) {
            return browser.get(logoutUrl({{"id_token_hint", world().tokensFor(browser, slow).id}}));
        };
        Browser before = world().browser();
        (void)signOut(before);
        QTRY_COMPARE(stateOf(before.get(signedOutUrl()), "slow"), std::string("did not answer"));
        Browser browser = world().browser(); // the app is paused now, and the clock stands still
        const Answer first = signOut(browser);
        for (const Answer& page : {first, browser.get(signedOutUrl())}) {
            QCOMPARE(stateOf(page, "slow"), std::string("is being told"));
            QCOMPARE(std::string(page.headers.get("Refresh").value_or("")), "2;url=" + signedOutUrl());
            QVERIFY(page.body.find("href=\"" + signedOutUrl() + "\"") != std::string::npos);
            QVERIFY(page.body.find("close the browser") == std::string::npos);
        }
        world().clock.advance(Seconds(21));
        const Answer last = browser.get(signedOutUrl());
        QCOMPARE(stateOf(last, "slow"), std::string("did not answer"));
        QVERIFY(!last.headers.get("Refresh"));
    }

    void nobodyElseSeesTheAppsOfASession() {
        RelyingParty party;
        const App told = world().addApp("acme", "private", {{"backchannelLogoutUri", party.address()}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, told);
        // Whoever has the ID token alone may end the session, and learns nothing.
        Browser thief = world().browser();
        const Answer blind = thief.get(logoutUrl({{"id_token_hint", tokens.id}}));
        QCOMPARE(blind.status, 200);
        QCOMPARE(blind.body.find("private"), std::string::npos);
        QVERIFY(!thief.cookies.contains("gh_signed_out"));
        QCOMPARE(thief.get(signedOutUrl()).location, app().issuer + "/oauth2/logout");
        for (const std::string& guessed :
             {world().acme.id + "." + tokens.claim("sid"), world().acme.id, std::string("."), std::string("x.y")}) {
            thief.cookies["gh_signed_out"] = guessed;
            QCOMPARE(thief.get(signedOutUrl()).status, 303);
        }
        // The cookie of a session that goes on, put where that of an ended one belongs.
        Browser second = world().browser();
        (void)world().tokensFor(second, told);
        thief.cookies["gh_signed_out"] = world().acme.id + "." + second.cookies.at("gh_session_acme");
        QCOMPARE(thief.get(signedOutUrl()).status, 303);
    }

    void theAppsOfASessionAreShownForTenMinutesAndAtItsIssuerAlone() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        (void)browser.get(logoutUrl({{"id_token_hint", tokens.id}}));
        QCOMPARE(stateOf(browser.get(signedOutUrl()), "portal"), std::string("cannot tell"));
        QCOMPARE(browser.get(world().evil.app.issuer + "/oauth2/signed-out").status, 303);
        Browser back = browser; // signed in again: it is not true any more
        (void)world().tokensFor(back, app());
        QCOMPARE(back.get(signedOutUrl()).status, 303);
        world().clock.advance(Seconds(601));
        QCOMPARE(browser.get(signedOutUrl()).status, 303);
    }

    void theMetadataSaysThatAppsAreToldByTheBrowser() {
        Browser browser = world().browser();
        const json::Object metadata = browser.get(app().issuer + "/.well-known/openid-configuration").object();
        QVERIFY(metadata.at("frontchannel_logout_supported").as_bool());
        QVERIFY(metadata.at("frontchannel_logout_session_supported").as_bool());
    }

    // OP-29
    void anAddressThatIsNoneOfAnAppIsRefused_data() {
        QTest::addColumn<QString>("address");
        for (const char* each : {"javascript:alert(1)", "data:text/html,x", "http://app.example/out", "/out",
                                 "https://app.example/out#x", "ftp://app.example", "not an address"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void anAddressThatIsNoneOfAnAppIsRefused() {
        QFETCH(QString, address);
        for (const char* member : {"backchannelLogoutUri", "frontchannelLogoutUri"}) {
            const auto reply = world().adminReply("PATCH", app().admin, {{member, address.toStdString()}});
            QCOMPARE(reply.status, 422);
            QVERIFY2(reply.body.find("url_invalid") != std::string::npos, reply.body.c_str());
        }
    }

private:
    World& world() { return *m_world; }
    const App& app() { return m_world->acme.app; }
    std::string signedOutUrl() { return app().issuer + "/oauth2/signed-out"; }
    // What the page says of an app, or empty.
    static std::string stateOf(const Answer& page, const std::string& name) {
        const std::string before = "<bdi>" + name + "</bdi></strong><br><small>";
        const std::size_t at = page.body.find(before);
        return at == std::string::npos
                   ? std::string()
                   : page.body.substr(at + before.size(), page.body.find('<', at + before.size()) - at - before.size());
    }
    std::string logoutUrl(const Changes& parameters) {
        http::Parameters query;
        for (const auto& [name, value] : parameters) {
            query.append(name, *value);
        }
        return http::withQuery(app().issuer + "/oauth2/logout", query);
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Logout)
#include "tst_logout.moc"
