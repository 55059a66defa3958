// SPDX-License-Identifier: Apache-2.0
// Devices without a browser (RFC 8628): a person lets them in from elsewhere, knowingly, and nobody else does.
#include <latch>
#include <thread>

#include <QtTest>

#include "tests/flows/app_key.h"
#include "tests/flows/device_flow.h"

namespace gatehouse::flows {

class Devices : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_tv = world().addApp("acme", "Television", onDevices());
        m_bound = world().addApp("acme", "Console", onDevices({{"dpop", "optional"}}));
        m_front = world().addApp("", "Printer", onDevices());
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        world().stranger.person(person("eve", "evil.example"));
        world().clock.advance(Seconds(601)); // what was guessed before counts no more
    }

    void aPersonLetsADeviceIn() {
        const Answer codes = begin(m_tv);
        QCOMPARE(codes.status, 200);
        QCOMPARE(codes.text("verification_uri"), m_tv.issuer + "/oauth2/device");
        QCOMPARE(codes.text("verification_uri_complete"),
                 m_tv.issuer + "/oauth2/device?user_code=" + codes.text("user_code"));
        QCOMPARE(*json::integerMember(codes.object(), "interval"), std::int64_t(5));
        QCOMPARE(*json::integerMember(codes.object(), "expires_in"), std::int64_t(900));
        QCOMPARE(codes.headers.get("Cache-Control"), std::optional<std::string_view>("no-store"));
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("authorization_pending"));

        Browser browser = world().browser();
        const Answer question = deviceQuestion(browser, m_tv, codes.text("user_code"));
        QCOMPARE(question.status, 200);
        QVERIFY(question.body.find("unheard-of") == std::string::npos);
        for (const std::string& told : {std::string("Television"), std::string("ann Example"), codes.text("user_code"),
                                        std::string("127.0.0.1"), std::string("see your e-mail address"),
                                        std::string("ann@acme.example"), std::string("act for you while you are")}) {
            QVERIFY2(question.body.find(told) != std::string::npos, told.c_str());
        }
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("slow_down")); // a sign-in alone lets nothing in
        QVERIFY(answerDevice(browser, m_tv, question, "allow").body.find("The device is connected") !=
                std::string::npos);

        const Answer tokens = poll(m_tv, codes);
        QCOMPARE(tokens.status, 200);
        QVERIFY(world().isActive(m_tv, tokens.text("refresh_token")) ||
                world().refresh(m_tv, tokens.text("refresh_token")).answer.status == 200);
        QCOMPARE(world().userinfoStatus(m_tv.issuer, tokens.text("access_token")), 200);
        const auto approved = world().audit(acme(), "DeviceApproved");
        QCOMPARE(approved.size(), std::size_t(1));
        QCOMPARE(dataOf(approved.front(), "app"), std::string("Television"));
        QCOMPARE(dataOf(approved.front(), "device"), std::string("127.0.0.1"));
        QCOMPARE(dataOf(world().audit(acme(), "TokenIssued").front(), "grant"), std::string("device_code"));
        QVERIFY(!world().audit(acme(), "DeviceCodeIssued").empty());
    }
    void whoSaysNoLetsNothingIn() {
        const Answer codes = begin(m_tv);
        Browser browser = world().browser();
        const Answer question = deviceQuestion(browser, m_tv, codes.text("user_code"));
        QVERIFY(answerDevice(browser, m_tv, question, "deny").body.find("was not let in") != std::string::npos);
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("access_denied"));
        QCOMPARE(answerDevice(browser, m_tv, question, "allow").location, std::string()); // a mind is made up once
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("access_denied"));
        QVERIFY(!world().audit(acme(), "DeviceDenied").empty());
    }

    // OP-37: the address with the code in it fills in the form and no more
    void theCompleteAddressApprovesNothing() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, acme().app); // signed in already: nothing would have to be asked
        const Answer codes = begin(m_tv);
        const Answer page = browser.get(codes.text("verification_uri_complete"));
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("value=\"" + codes.text("user_code") + "\"") != std::string::npos);
        QVERIFY(page.body.find("Allow") == std::string::npos);
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("authorization_pending"));
        // Nor does the address behind the form, for a browser that has not been there.
        Browser victim = world().browser();
        (void)world().tokensFor(victim, acme().app);
        const std::string confirm = m_tv.issuer + "/oauth2/device/confirm?user_code=" + codes.text("user_code");
        QCOMPARE(victim.get(confirm).location, codes.text("verification_uri_complete"));
        http::Parameters forged;
        forged.append("user_code", codes.text("user_code"));
        forged.append("decision", "allow");
        QCOMPARE(victim.post(m_tv.issuer + "/oauth2/device/confirm", forged).location,
                 codes.text("verification_uri_complete"));
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("slow_down"));
    }
    void anAnswerThatOurPageDidNotSendIsNone() {
        Browser browser = world().browser();
        const Answer codes = begin(m_tv);
        const Answer question = deviceQuestion(browser, m_tv, codes.text("user_code"));
        const std::string confirm(question.hidden().get("confirm").value_or(""));
        QVERIFY(!confirm.empty());
        for (const std::string& token : {std::string(), std::string("x"), confirm + "x"}) {
            http::Parameters form;
            form.append("user_code", codes.text("user_code"));
            form.append("confirm", token);
            form.append("decision", "allow");
            const Answer again = browser.post(m_tv.issuer + "/oauth2/device/confirm", form);
            QVERIFY(again.body.find("Let this device in?") != std::string::npos);
        }
        // Another code's page proves nothing of this one.
        const Answer other = begin(m_tv);
        http::Parameters form;
        form.append("user_code", other.text("user_code"));
        form.append("confirm", confirm);
        form.append("decision", "allow");
        (void)browser.post(m_tv.issuer + "/oauth2/device/confirm", form);
        QCOMPARE(poll(m_tv, other).text("error"), std::string("authorization_pending"));
        // Nor does another person's.
        Browser second = world().browser();
        world().company.person(person("bob"));
        (void)deviceQuestion(second, m_tv, codes.text("user_code"));
        (void)answerDevice(second, m_tv, question, "allow");
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("authorization_pending"));
        world().clock.advance(Seconds(6));
        // An answer that is neither yes nor no is none.
        (void)answerDevice(browser, m_tv, question, "perhaps");
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("authorization_pending"));
    }

    // OP-37: wrong codes
    void afterFiveWrongCodesABrowserHasToWait() {
        Browser browser = world().browser();
        const Answer codes = begin(m_tv);
        for (int i = 0; i < 5; ++i) {
            const Answer page = enterCode(browser, m_tv, "BBBB-BBBB");
            QCOMPARE(page.status, 200);
            QVERIFY(page.body.find("This code is not known") != std::string::npos);
        }
        const std::size_t before = world().audit(acme(), "AccessDenied").size();
        const Answer locked = enterCode(browser, m_tv, codes.text("user_code"));
        QCOMPARE(locked.status, 429);
        QCOMPARE(locked.reason(), std::string("device.too_many_codes"));
        QCOMPARE(enterCode(browser, m_tv, codes.text("user_code")).status, 429);
        const auto denied = world().audit(acme(), "AccessDenied");
        QCOMPARE(denied.size(), before + 1); // said once, not at each try
        QCOMPARE(reasonOf(denied.front()), std::string("device.too_many_codes"));
        // Five more from a fresh browser, then the address has had its ten.
        Browser fresh = world().browser();
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(enterCode(fresh, m_tv, "BBBB-BBBB").status, 200);
        }
        Browser third = world().browser();
        QCOMPARE(enterCode(third, m_tv, codes.text("user_code")).status, 429);
        world().clock.advance(Seconds(600));
        QCOMPARE(enterCode(third, m_tv, codes.text("user_code")).status, 303);
    }
    void whatIsNoCodeCountsAsNoGuess() {
        Browser browser = world().browser();
        for (int i = 0; i < 12; ++i) {
            QVERIFY(enterCode(browser, m_tv, "what is this").body.find("This code is not known") != std::string::npos);
        }
        const Answer codes = begin(m_tv);
        std::string typed = codes.text("user_code");
        std::transform(typed.begin(), typed.end(), typed.begin(),
                       [](unsigned char c) { return char(std::tolower(c)); });
        typed.replace(typed.find('-'), 1, " ");
        QCOMPARE(enterCode(browser, m_tv, "  " + typed).status, 303);
    }
    void aFormThatIsNotOursIsShownAgain() {
        Browser browser = world().browser();
        const Answer codes = begin(m_tv);
        http::Parameters form;
        form.append("user_code", codes.text("user_code"));
        const Answer page = browser.post(m_tv.issuer + "/oauth2/device", form);
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("enter the code again") != std::string::npos);
        form.append("user_code", codes.text("user_code"));
        QCOMPARE(browser.post(m_tv.issuer + "/oauth2/device", form).status, 400); // said twice
    }

    void whoPollsTooOftenHasToWaitLonger() {
        const Answer codes = begin(m_tv);
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("authorization_pending"));
        world().clock.advance(Seconds(4));
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("slow_down"));
        world().clock.advance(Seconds(9)); // five more each time
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("slow_down"));
        world().clock.advance(Seconds(15));
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("authorization_pending"));
    }
    void aCodeThatNobodyAnsweredExpires() {
        const Answer codes = begin(m_tv);
        world().clock.advance(Seconds(900));
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("expired_token"));
        Browser browser = world().browser();
        QVERIFY(enterCode(browser, m_tv, codes.text("user_code")).body.find("has expired") != std::string::npos);
    }

    void onlyAnAppThatUsesDevicesGetsCodes() {
        QCOMPARE(begin(acme().app).text("error"), std::string("unauthorized_client"));
        http::Parameters form;
        form.append("grant_type", kDeviceGrant);
        form.append("device_code", "x");
        QCOMPARE(world().call(acme().app, "token", form).text("error"), std::string("unauthorized_client"));
        App wrong = m_tv;
        wrong.clientId = "nobody";
        QCOMPARE(begin(wrong).status, 401);
    }
    void anotherAppOrTenantPollsInVain() {
        const Answer codes = begin(m_tv);
        QCOMPARE(poll(m_bound, codes).text("error"), std::string("invalid_grant"));
        const App other = world().addApp("evil", "Television", onDevices());
        QCOMPARE(poll(other, codes).text("error"), std::string("invalid_grant"));
        Browser browser = world().browser();
        QVERIFY(enterCode(browser, other, codes.text("user_code")).body.find("This code is not known") !=
                std::string::npos);
        // security.md OP-04: no other token is a device code, and a device code is nothing else
        for (const std::string& wrong :
             {std::string(), std::string("ghdc_x"), codes.text("user_code"), codes.text("device_code") + "x",
              "ghac_" + codes.text("device_code").substr(5)}) {
            http::Parameters form;
            form.append("grant_type", kDeviceGrant);
            form.append("device_code", wrong);
            QCOMPARE(world().call(m_tv, "token", form).text("error"), std::string("invalid_grant"));
        }
        QCOMPARE(world().redeem(acme().app, codes.text("device_code")).answer.text("error"),
                 std::string("invalid_grant"));
    }

    // OP-08
    void aChallengeThatWasSentIsEnforced() {
        const Answer codes = begin(m_tv, {{"code_challenge", "IYQtlY3oZMJGsI-iLTLKW-UGnfvMJPgq4oMmnMOQ6nU"},
                                          {"code_challenge_method", "S256"}});
        QCOMPARE(codes.status, 200);
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("invalid_grant"));
        QCOMPARE(poll(m_tv, codes, {{"code_verifier", std::string(50, 'a')}}).text("error"),
                 std::string("invalid_grant"));
        QCOMPARE(begin(m_tv, {{"code_challenge", "short"}, {"code_challenge_method", "S256"}}).text("error"),
                 std::string("invalid_request"));
        const Answer plain = begin(m_tv);
        QCOMPARE(poll(m_tv, plain, {{"code_verifier", World::kVerifier}}).text("error"), std::string("invalid_grant"));
    }

    // RFC 9449
    void thePollBindsTheTokensToItsKey() {
        const Answer codes = begin(m_bound);
        Browser browser = world().browser();
        (void)answerDevice(browser, m_bound, deviceQuestion(browser, m_bound, codes.text("user_code")), "allow");
        const Answer first = poll(m_bound, codes, {}, proof(""));
        QCOMPARE(first.text("error"), std::string("use_dpop_nonce"));
        const Answer tokens = poll(m_bound, codes, {}, proof(nonceIn(first)));
        QCOMPARE(tokens.text("token_type"), std::string("DPoP"));
        QCOMPARE(world().userinfoStatus(m_bound.issuer, tokens.text("access_token")), 401); // as a bearer's
        QCOMPARE(world().refresh(m_bound, tokens.text("refresh_token")).answer.text("error"),
                 std::string("invalid_grant")); // of a public app: bound too
        QCOMPARE(world().refresh(m_bound, tokens.text("refresh_token"), {}, proof(nonceIn(first))).answer.status, 200);
    }

    void ofManyPollsOneGetsTokens() {
        constexpr int kThreads = 64;
        for (int round = 0; round < 5; ++round) {
            const Answer codes = begin(m_tv);
            Browser browser = world().browser();
            (void)answerDevice(browser, m_tv, deviceQuestion(browser, m_tv, codes.text("user_code")), "allow");
            std::latch ready(kThreads);
            std::vector<Answer> answers(kThreads);
            std::vector<std::thread> threads;
            for (int i = 0; i < kThreads; ++i) {
                threads.emplace_back([&, i] {
                    ready.arrive_and_wait();
                    answers[std::size_t(i)] = poll(m_tv, codes);
                });
            }
            for (std::thread& thread : threads) {
                thread.join();
            }
            int won = 0;
            for (const Answer& answer : answers) {
                won += answer.status == 200 ? 1 : 0;
                QVERIFY(answer.status == 200 || answer.text("error") == "invalid_grant");
                if (answer.status == 200) { // whoever was first may be the thief: nobody keeps what came of it
                    QCOMPARE(world().userinfoStatus(m_tv.issuer, answer.text("access_token")), 401);
                }
            }
            QCOMPARE(won, 1);
        }
        QVERIFY(!world().audit(acme(), "TokenReuseDetected").empty());
    }

    // What was ended since the person said yes
    void whatWasEndedMeanwhileGetsNoTokens() {
        world().company.person(person("leaver"));
        const Answer codes = begin(m_tv);
        Browser browser = world().browser();
        (void)answerDevice(browser, m_tv, deviceQuestion(browser, m_tv, codes.text("user_code")), "allow");
        const std::string id(json::stringMember(world().user(acme(), "leaver@acme.example"), "id").value_or(""));
        world().admin("POST", acme().path("/users/" + id + "/deactivate"));
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("access_denied"));
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("invalid_grant")); // and it is spent
    }
    void aSuspendedTenantLetsNoDeviceIn() {
        const Answer codes = begin(m_tv);
        Browser browser = world().browser();
        (void)answerDevice(browser, m_tv, deviceQuestion(browser, m_tv, codes.text("user_code")), "allow");
        world().admin("PATCH", acme().path(), {{"status", "suspended"}});
        QCOMPARE(begin(m_tv).text("error"), std::string("access_denied"));
        QCOMPARE(poll(m_tv, codes).text("error"), std::string("access_denied"));
        world().admin("PATCH", acme().path(), {{"status", "active"}});
    }

    void atTheFrontDoorThePersonSaysWhoseTheyAre() {
        const Answer codes = begin(m_front);
        QCOMPARE(codes.status, 200);
        Browser browser = world().browser();
        const Answer entered = enterCode(browser, m_front, codes.text("user_code"));
        const Answer asked = browser.get(entered.location);
        QVERIFY(asked.body.find("name=\"login_hint\"") != std::string::npos);
        http::Parameters answer = asked.hidden();
        answer.append("login_hint", "ann@acme.example");
        const Answer question = follow(browser, m_front.issuer + "/oauth2/device/confirm?" + answer.encode());
        QVERIFY(question.body.find("acme Corp") != std::string::npos);
        (void)answerDevice(browser, m_front, question, "allow");
        const Answer tokens = poll(m_front, codes);
        QCOMPARE(tokens.status, 200);
        QCOMPARE(world().userinfoStatus(m_front.issuer, tokens.text("access_token")), 200);
        QCOMPARE(world().refresh(m_front, tokens.text("refresh_token")).answer.status, 200);
        QCOMPARE(dataOf(world().audit(acme(), "DeviceApproved").front(), "app"), std::string("Printer"));
    }
    void anotherAccountCanBeChosen() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, acme().app);
        const Answer codes = begin(m_tv);
        const Answer question = deviceQuestion(browser, m_tv, codes.text("user_code"));
        const std::size_t at = question.body.find("prompt=select_account");
        QVERIFY(at != std::string::npos);
        const Answer choice = browser.get(
            m_tv.issuer + "/oauth2/device/confirm?prompt=select_account&user_code=" + codes.text("user_code"));
        QCOMPARE(choice.links("account").size(), std::size_t(1));
        QCOMPARE(choice.links("button").size(), std::size_t(1));
        QVERIFY(browser.get(choice.links("account").front()).body.find("Let this device in?") != std::string::npos);
    }
    void whatTheAppIsCalledIsEscaped() {
        const App app = world().addApp("acme", "<script>alert(1)</script>", onDevices());
        const Answer codes = beginDevice(world(), app, {{"scope", "openid"}});
        Browser browser = world().browser();
        const Answer question = deviceQuestion(browser, app, codes.text("user_code"));
        QVERIFY(question.body.find("<script") == std::string::npos);
        QVERIFY(question.body.find("&lt;script&gt;") != std::string::npos);
    }
    void thePagesSpeakThePersonsLanguage() {
        const Answer codes = begin(m_tv);
        Browser browser = world().browser();
        const Answer page = browser.get(m_tv.issuer + "/oauth2/device?ui_locales=de");
        QVERIFY(page.body.find("lang=\"de\"") != std::string::npos);
        http::Parameters form = page.hidden();
        form.append("user_code", codes.text("user_code"));
        const Answer question = follow(browser, browser.post(m_tv.issuer + "/oauth2/device", form).location);
        QVERIFY(question.body.find("Dieses Gerät zulassen?") != std::string::npos); // through the sign-in and back
    }
    void theMetadataSayWhere() {
        http::OutboundRequest request;
        request.url = m_tv.issuer + "/.well-known/openid-configuration";
        const Answer metadata = exchange(*world().client, request);
        QCOMPARE(metadata.text("device_authorization_endpoint"), m_tv.issuer + "/oauth2/device_authorization");
    }

private:
    World& world() { return *m_world; }
    const Tenant& acme() { return m_world->acme; }

    Answer begin(const App& app, Changes more = {}) {
        more.emplace_back("scope", "openid email offline_access unheard-of");
        return beginDevice(world(), app, more);
    }
    Answer poll(const App& app, const Answer& codes, const Changes& more = {}, const http::Headers& headers = {}) {
        return pollDevice(world(), app, codes, more, headers);
    }
    // Through the provider, where there is no session yet, to the page that is no redirect.
    Answer follow(Browser& browser, const std::string& url) { return browser.follow(url, "nowhere"); }
    http::Headers proof(const std::string& nonce) {
        return m_key.proof(world().clock, "POST", m_bound.issuer + "/oauth2/token", nonce);
    }
    static std::string nonceIn(const Answer& answer) {
        return std::string(answer.headers.get("DPoP-Nonce").value_or(""));
    }

    std::unique_ptr<World> m_world;
    AppKey m_key;
    App m_tv, m_bound, m_front;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Devices)
#include "tst_devices.moc"
