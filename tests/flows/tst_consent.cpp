// SPDX-License-Identifier: Apache-2.0
// What an app may have of a person, as the person says: the page that asks, what is remembered, and that it ends.
#include <QtTest>

#include "tests/flows/device_flow.h"
#include "tests/flows/together.h"

namespace gatehouse::flows {

class ConsentTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        world().company.person(person("ann"));
        m_once = world().addApp("acme", "Once Portal", {{"consent", "once"}});
        m_always = world().addApp("acme", "Always Portal", {{"consent", "always"}, {"firstParty", false}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        for (const json::Value& each : world().list(world().acme.path("/consents"))) {
            const std::string id(json::stringMember(each.as_object(), "id").value());
            (void)world().adminStatus("DELETE", world().acme.path("/consents/" + id));
        }
    }

    void thePageNamesTheAppWhatItMayAndWhatItGets() {
        Browser browser = world().browser();
        const Answer page = question(browser, m_always, {{"scope", "openid email profile offline_access"}});
        QCOMPARE(page.status, 200);
        for (const char* words : {"Always Portal", "see your e-mail address", "see your name", "ann@acme.example",
                                  "ann Example", "act for you while you are away", "not run by"}) {
            QVERIFY2(page.body.find(words) != std::string::npos, words);
        }
        QVERIFY(page.body.find("see the groups") == std::string::npos);
        QVERIFY(page.body.find("<script") == std::string::npos);
        QVERIFY(page.body.find("style=") == std::string::npos);
        QCOMPARE(std::string(page.headers.get("Cache-Control").value_or("")), std::string("no-store"));
        QVERIFY(page.headers.get("Content-Security-Policy").has_value());
        const Answer own = question(browser, m_once);
        QVERIFY(own.body.find("not run by") == std::string::npos);
    }

    void thePageSpeaksThePersonsLanguage() {
        Browser browser = world().browser();
        browser.acceptLanguage = "ar";
        const Answer page = question(browser, m_once);
        QVERIFY(page.body.find("dir=\"rtl\"") != std::string::npos);
        browser.acceptLanguage = "de";
        QVERIFY(question(browser, m_once).body.find("Zulassen") != std::string::npos);
    }

    void aYesGivesTheCodeAndIsRemembered() {
        Browser browser = world().browser();
        const Answer page = question(browser, m_once, {{"scope", "openid email"}});
        const Answer back = answer(browser, page, "allow");
        const Tokens tokens = world().redeem(m_once, back.at("code"));
        QCOMPARE(tokens.claim("email"), std::string("ann@acme.example"));
        QVERIFY(!world().signIn(browser, m_once, {{"scope", "openid email"}, {"prompt", "none"}}).at("code").empty());
        const json::Object row = world().audit(world().acme, "ConsentGiven").front();
        QCOMPARE(dataOf(row, "app"), std::string("Once Portal"));
    }

    void moreThanWasAllowedIsAskedForAnew() {
        Browser browser = world().browser();
        (void)answer(browser, question(browser, m_once, {{"scope", "openid email"}}), "allow");
        const Changes more{{"scope", "openid email groups"}};
        QCOMPARE(question(browser, m_once, more).status, 200);
        const Changes named{{"scope", "openid email"}, {"claims", R"({"userinfo":{"given_name":null}})"}};
        QCOMPARE(question(browser, m_once, named).status, 200);
        QVERIFY(!world().signIn(browser, m_once, {{"scope", "openid"}}).at("code").empty());
        QVERIFY(!answer(browser, question(browser, m_once, more), "allow").at("code").empty());
        QVERIFY(!world().signIn(browser, m_once, more).at("code").empty());
    }

    void aNoIsToldToTheAppAndRemembersNothing() {
        Browser browser = world().browser();
        const Answer back = answer(browser, question(browser, m_once), "deny");
        QCOMPARE(back.at("error"), std::string("access_denied"));
        QVERIFY(back.at("code").empty());
        QCOMPARE(back.at("state"), std::string(parameterOf(world().authorizeUrl(m_once), "state")));
        QCOMPARE(question(browser, m_once).status, 200);
        QVERIFY(world().list(world().acme.path("/consents")).empty());
        QCOMPARE(reasonOf(world().audit(world().acme, "AccessDenied").front()), std::string("consent.denied"));
    }

    void anAppThatAlwaysAsksAsksAlways() {
        Browser browser = world().browser();
        (void)answer(browser, question(browser, m_always), "allow");
        QCOMPARE(question(browser, m_always).status, 200);
    }

    void promptConsentAsksWhateverTheRecordSays() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        const Answer page = question(browser, world().acme.app, {{"prompt", "consent"}});
        QCOMPARE(page.status, 200);
        QVERIFY(!answer(browser, page, "allow").at("code").empty());
    }

    void whereNobodyMayBeAskedTheAppHearsSo() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        QCOMPARE(world().signIn(browser, m_once, {{"prompt", "none"}}).at("error"), std::string("consent_required"));
    }

    void aQuestionIsAnsweredOnce() {
        Browser browser = world().browser();
        const Answer page = question(browser, m_once);
        QVERIFY(!answer(browser, page, "allow").at("code").empty());
        const Answer again = answer(browser, page, "allow");
        QCOMPARE(again.reason(), std::string("consent.ended"));
        QVERIFY(again.location.empty());
    }

    void sixtyFourAnswersToOneQuestionGiveOneCode() {
        for (int round = 0; round < 10; ++round) {
            Browser browser = world().browser();
            const Answer page = question(browser, m_always);
            const Outcome outcome = outcomeOf(answersOf(64, [&](int) {
                Browser copy = browser;
                return answer(copy, page, "allow");
            }));
            QCOMPARE(outcome.won, 1);
            QCOMPARE(outcome.failed, 0);
        }
    }

    // CSRF: the ticket is worth nothing without the session that it was put to, nor the session without the ticket.
    void nobodyElseCanAnswer() {
        Browser anns = world().browser();
        const Answer page = question(anns, m_once);
        Browser stranger = world().browser();
        QCOMPARE(answer(stranger, page, "allow").reason(), std::string("consent.ended"));
        world().company.person(person("bob"));
        Browser bobs = world().browser();
        (void)world().tokensFor(bobs, world().acme.app);
        QCOMPARE(answer(bobs, page, "allow").reason(), std::string("consent.ended"));
        http::Parameters bare;
        bare.append("answer", "allow");
        QCOMPARE(anns.post(address(), bare).reason(), std::string("consent.ended"));
        http::Parameters forged = bare;
        forged.append("ticket", "ghct_" + std::string(43, 'A'));
        QCOMPARE(anns.post(address(), forged).reason(), std::string("consent.ended"));
        // And what nobody could answer for her, she still can.
        QVERIFY(!answer(anns, page, "allow").at("code").empty());
    }

    void lookingAtThePageAllowsNothing() {
        Browser browser = world().browser();
        const Answer page = question(browser, m_once);
        http::Parameters query = page.hidden();
        query.append("answer", "allow");
        QCOMPARE(browser.get(http::withQuery(address(), query)).status, 200);
        QVERIFY(world().list(world().acme.path("/consents")).empty());
    }

    void anAnswerThatComesTooLateOrAfterSigningOutIsNone() {
        Browser browser = world().browser();
        const Answer late = question(browser, m_once);
        world().clock.advance(Seconds(600));
        QCOMPARE(answer(browser, late, "allow").reason(), std::string("consent.ended"));
        const Answer page = question(browser, m_once);
        const json::Array sessions = world().list(world().acme.path("/sessions?alive=true"));
        for (const json::Value& each : sessions) {
            (void)world().adminStatus(
                "DELETE",
                world().acme.path("/sessions/" + std::string(json::stringMember(each.as_object(), "id").value())));
        }
        QCOMPARE(answer(browser, page, "allow").reason(), std::string("consent.ended"));
    }

    void aTicketOfOneTenantIsNoneAtAnother() {
        Browser browser = world().browser();
        const Answer page = question(browser, m_once);
        http::Parameters form = page.hidden();
        form.append("answer", "allow");
        QCOMPARE(browser.post(world().url + "/t/evil/oauth2/consent", form).reason(), std::string("consent.ended"));
    }

    void withdrawingEndsWhatTheAppHolds() {
        Browser browser = world().browser();
        const Answer back = answer(browser, question(browser, m_once), "allow");
        const Tokens tokens = world().redeem(m_once, back.at("code"));
        const Tokens others = world().tokensFor(browser, world().acme.app);
        QVERIFY(world().isActive(m_once, tokens.access));
        const json::Array list = world().list(world().acme.path("/consents"));
        QCOMPARE(list.size(), std::size_t(1));
        const json::Object& consent = list.front().as_object();
        QCOMPARE(std::string(json::stringMember(consent, "app").value()), std::string("Once Portal"));
        QCOMPARE(std::string(json::stringMember(consent, "userName").value()), std::string("ann@acme.example"));
        const std::string id(json::stringMember(consent, "id").value());
        QCOMPARE(world().adminStatus("DELETE", world().evil.path("/consents/" + id)), 404);
        QCOMPARE(world().adminStatus("DELETE", world().acme.path("/consents/" + id)), 204);
        QCOMPARE(world().adminStatus("GET", world().acme.path("/consents/" + id)), 404);
        QVERIFY(!world().isActive(m_once, tokens.access));
        QCOMPARE(world().refresh(m_once, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        QVERIFY(world().isActive(world().acme.app, others.access));
        QCOMPARE(question(browser, m_once).status, 200);
        QCOMPARE(world().audit(world().acme, "ConsentWithdrawn").front().contains("data"), true);
    }

    void aCodeThatWasNotRedeemedYetEndsWithTheConsent() {
        Browser browser = world().browser();
        const Answer back = answer(browser, question(browser, m_once), "allow");
        const json::Array list = world().list(world().acme.path("/consents"));
        const std::string id(json::stringMember(list.front().as_object(), "id").value());
        QCOMPARE(world().adminStatus("DELETE", world().acme.path("/consents/" + id)), 204);
        QCOMPARE(world().redeem(m_once, back.at("code")).answer.text("error"), std::string("invalid_grant"));
    }

    // RFC 8628, 3.3: the page of a device asks what the page of a sign-in would
    void theDevicePageAsksForTheAppToo() {
        const App tv = world().addApp("acme", "Television", onDevices({{"consent", "once"}, {"firstParty", false}}));
        world().admin("POST", world().acme.path("/permissions"), {{"name", "recordings"}, {"description", "watch it"}});
        world().admin("PATCH", tv.admin, {{"scopes", json::Array{"openid", "email", "recordings"}}});
        Browser browser = world().browser();
        const Changes wanted{{"scope", "openid email recordings"}};
        const Answer first = beginDevice(world(), tv, wanted);
        const Answer page = deviceQuestion(browser, tv, first.text("user_code"));
        for (const char* words :
             {"Television", "see your e-mail address", "ann@acme.example", "watch it", "not run by", "withdraw this"}) {
            QVERIFY2(page.body.find(words) != std::string::npos, words);
        }
        (void)answerDevice(browser, tv, page, "deny");
        QVERIFY(world().list(world().acme.path("/consents")).empty());

        const Answer second = beginDevice(world(), tv, wanted);
        (void)answerDevice(browser, tv, deviceQuestion(browser, tv, second.text("user_code")), "allow");
        const Answer tokens = pollDevice(world(), tv, second);
        QVERIFY(world().isActive(world().acme.app, tokens.text("access_token")));
        const json::Array kept = world().list(world().acme.path("/consents"));
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(namesIn(kept.front().as_object(), "scopes"), std::string("email,openid,recordings"));
        const std::size_t said = world().audit(world().acme, "ConsentGiven").size();
        QCOMPARE(dataOf(world().audit(world().acme, "ConsentGiven").front(), "app"), std::string("Television"));

        // What was allowed is not allowed again; the device is asked about all the same.
        const Answer third = beginDevice(world(), tv, wanted);
        const Answer again = deviceQuestion(browser, tv, third.text("user_code"));
        QVERIFY(again.body.find("withdraw this") == std::string::npos);
        (void)answerDevice(browser, tv, again, "allow");
        QCOMPARE(pollDevice(world(), tv, third).status, 200);
        QCOMPARE(world().audit(world().acme, "ConsentGiven").size(), said);

        const std::string id(json::stringMember(kept.front().as_object(), "id").value());
        QCOMPARE(world().adminStatus("DELETE", world().acme.path("/consents/" + id)), 204);
        QVERIFY(!world().isActive(world().acme.app, tokens.text("access_token")));
    }
    void aDeviceOfAnAppThatAsksForNoConsentLeavesNone() {
        const App radio = world().addApp("acme", "Radio", onDevices());
        Browser browser = world().browser();
        const Answer codes = beginDevice(world(), radio);
        const Answer page = deviceQuestion(browser, radio, codes.text("user_code"));
        QVERIFY(page.body.find("see your e-mail address") != std::string::npos);
        QVERIFY(page.body.find("withdraw this") == std::string::npos);
        (void)answerDevice(browser, radio, page, "allow");
        QCOMPARE(pollDevice(world(), radio, codes).status, 200);
        QVERIFY(world().list(world().acme.path("/consents")).empty());
    }

    void whatAPersonAllowedGoesWithThem() {
        world().company.person(person("leaver"));
        Browser browser = world().browser();
        (void)answer(browser, question(browser, m_once), "allow");
        QCOMPARE(world().list(world().acme.path("/consents")).size(), std::size_t(1));
        const json::Object leaver = world().user(world().acme, "leaver@acme.example");
        const std::string id(json::stringMember(leaver, "id").value());
        QCOMPARE(world().adminStatus("DELETE", world().acme.path("/users/" + id)), 204);
        QVERIFY(world().list(world().acme.path("/consents")).empty());
    }

private:
    World& world() { return *m_world; }
    [[nodiscard]] std::string address() const { return m_world->url + "/t/acme/oauth2/consent"; }
    /// The page that asks; signs in where nobody is.
    Answer question(Browser& browser, const App& app, const Changes& changes = {}) {
        return browser.follow(world().authorizeUrl(app, changes), World::kRedirect);
    }
    Answer answer(Browser& browser, const Answer& page, const char* choice) {
        http::Parameters form = page.hidden();
        form.append("answer", choice);
        return browser.post(address(), form);
    }

    std::unique_ptr<World> m_world;
    App m_once;
    App m_always;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ConsentTest)
#include "tst_consent.moc"
