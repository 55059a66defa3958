// SPDX-License-Identifier: Apache-2.0
// The console comes to a broker where nobody registered it: the app that every broker brings along.
#include <QtTest>

#include "base/encoding.h"
#include "tests/flows/world.h"

using namespace gatehouse;
using namespace gatehouse::flows;

namespace {

constexpr const char* kLoopback = "http://127.0.0.1:43210/callback";

json::Object claimsOf(const std::string& token) {
    const std::size_t dot = token.find('.');
    const auto payload = base64UrlDecode(token.substr(dot + 1, token.rfind('.') - dot - 1));
    return json::parseObject(payload.value_or("")).value_or(json::Object());
}

} // namespace

class TestConsoleSignIn : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->company.person(person("ann"));
        m_world->stranger.person(person("eve", "evil.example"));
        m_console.issuer = m_world->url + "/t/acme";
        m_console.clientId = "gatehouse-console";
        // People are known before they are appointed.
        Browser ann = m_world->browser();
        (void)m_world->tokensFor(ann, m_world->acme.app);
        Browser eve = m_world->browser();
        (void)m_world->tokensFor(eve, m_world->evil.app);
    }
    void cleanup() { m_world.reset(); }

    void anAppointedPersonComesInAtABrokerThatKnowsNoApp() {
        appoint("tenant-admin");
        const Tokens tokens = signIn();
        QCOMPARE(call(tokens, "/tenants/acme"), 200);
        QCOMPARE(call(tokens, "/tenants/evil"), 404);
        m_world->clock.advance(Seconds(301));
        QCOMPARE(call(tokens, "/tenants/acme"), 401);
        QCOMPARE(call(m_world->refresh(m_console, tokens.refresh), "/tenants/acme"), 200);
        QVERIFY(m_world->list("/tenants/acme/apps").size() == 1 && m_world->list("/apps").empty());
    }
    void itsTokensAreForTheAdminApiAlone() {
        appoint("auditor");
        const Tokens tokens = signIn({{"scope", "openid email profile groups offline_access admin"}});
        QVERIFY(tokens.id.empty());
        const json::Object claims = claimsOf(tokens.access);
        QCOMPARE(json::stringMember(claims, "aud"), std::optional<std::string_view>(m_world->url + "/admin/v1"));
        QCOMPARE(json::stringMember(claims, "scope"), std::optional<std::string_view>("admin"));
        QVERIFY(!claims.contains("email") && !claims.contains("groups"));
        QCOMPARE(m_world->userinfoStatus(m_console.issuer, tokens.access), 403);
    }
    void anyPortOfTheLoopbackAddressesIsFine_data() {
        QTest::addColumn<QString>("redirect");
        for (const char* each : {"http://127.0.0.1:1/callback", "http://127.0.0.1/callback",
                                 "http://[::1]:65535/callback", "http://127.0.0.1:8080/callback"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void anyPortOfTheLoopbackAddressesIsFine() {
        QFETCH(QString, redirect);
        appoint("auditor");
        QVERIFY(!ask({{"redirect_uri", redirect.toStdString()}}).at("code").empty());
    }
    void otherRedirectsAreRefused_data() {
        QTest::addColumn<QString>("redirect");
        for (const char* each :
             {"https://app.example/callback", "http://localhost:43210/callback", "http://127.0.0.1:43210/other",
              "http://127.0.0.1:43210/callback/", "http://127.0.0.1:43210/callback?x=1", "https://127.0.0.1/callback",
              "http://127.0.0.1.evil.example/callback", "http://127.0.0.1@evil.example/callback",
              "http://[::1]@evil.example/callback", "http://127.0.0.1:99999/callback", "http://127.0.0.2/callback"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void otherRedirectsAreRefused() {
        QFETCH(QString, redirect);
        appoint("tenant-admin");
        const Answer answer = ask({{"redirect_uri", redirect.toStdString()}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.reason(), std::string("oauth.redirect_uri"));
    }
    void withoutPkceNothingBegins_data() {
        QTest::addColumn<QString>("challenge");
        QTest::addColumn<QString>("method");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("plain") << QString::fromLatin1(World::kVerifier) << "plain";
        QTest::newRow("too short") << "abc" << "S256";
    }
    void withoutPkceNothingBegins() {
        QFETCH(QString, challenge);
        QFETCH(QString, method);
        appoint("tenant-admin");
        const auto value = [](const QString& text) {
            return text.isEmpty() ? std::nullopt : std::optional(text.toStdString());
        };
        const Answer answer = ask({{"code_challenge", value(challenge)}, {"code_challenge_method", value(method)}});
        QVERIFY(answer.at("code").empty());
        QCOMPARE(answer.at("error"), std::string("invalid_request"));
    }
    void aCodeIsWorthNothingWithoutItsVerifier_data() {
        QTest::addColumn<QString>("verifier");
        QTest::newRow("none") << QString();
        QTest::newRow("another") << "another-verifier-that-is-long-enough-for-the-rules-too";
    }
    void aCodeIsWorthNothingWithoutItsVerifier() {
        QFETCH(QString, verifier);
        appoint("tenant-admin");
        const std::string code = ask().at("code");
        QVERIFY(!code.empty());
        const Tokens stolen =
            redeem(m_console, code,
                   {{"code_verifier", verifier.isEmpty() ? std::nullopt : std::optional(verifier.toStdString())}});
        QCOMPARE(stolen.answer.status, 400);
        QVERIFY(stolen.access.empty());
        QVERIFY(redeem(m_console, code).access.empty()); // and it is spent
    }
    void whoAdministersNothingGetsNoCode() {
        const std::size_t before = m_world->list("/tenants/acme/sessions").size();
        const Answer answer = ask();
        QVERIFY(answer.at("code").empty());
        QCOMPARE(answer.at("error"), std::string("access_denied"));
        QCOMPARE(answer.at("state"), std::string("state-of-the-app"));
        QVERIFY(answer.at("error_description").find("login.not_admin GH-") == 0);
        QCOMPARE(m_world->lastFailure(m_world->acme), std::string("login.not_admin"));
        QCOMPARE(m_world->list("/tenants/acme/sessions").size(), before);
    }
    void whoAdministersNothingGetsNoCodeFromASessionEither() {
        Browser browser = m_world->browser();
        (void)m_world->tokensFor(browser, m_world->acme.app);
        const Answer answer = ask(browser);
        QVERIFY(answer.at("code").empty());
        QCOMPARE(answer.at("error"), std::string("access_denied"));
        appoint("helpdesk");
        QVERIFY(!ask(browser).at("code").empty());
    }
    void whoIsUnknownIsNotTakenIn() {
        m_world->company.person(person("zoe"));
        QCOMPARE(ask().at("error"), std::string("access_denied"));
        QVERIFY(m_world->user(m_world->acme, "zoe@acme.example").empty());
    }
    void anotherTenantsAdminIsNobodyHere() {
        m_world->admin("POST", "/admins", {{"tenant", "evil"}, {"user", "eve@evil.example"}, {"role", "tenant-admin"}});
        QCOMPARE(ask().at("error"), std::string("access_denied")); // Ann, at acme
        App there = m_console;
        there.issuer = m_world->url + "/t/evil";
        const std::string code = ask({}, there).at("code");
        QVERIFY(!code.empty());
        QVERIFY(redeem(m_console, code).access.empty()); // evil's code at acme's issuer
    }
    void aCodeOfOneTenantIsNotTakenByAnother() {
        m_world->admin("POST", "/admins", {{"tenant", "evil"}, {"user", "eve@evil.example"}, {"role", "tenant-admin"}});
        App there = m_console;
        there.issuer = m_world->url + "/t/evil";
        const Tokens eve = redeem(there, ask({}, there).at("code"));
        QCOMPARE(call(eve, "/tenants/evil"), 200);
        QCOMPARE(call(eve, "/tenants/acme"), 404);
        QVERIFY(m_world->refresh(m_console, eve.refresh).access.empty());
    }
    void theFrontDoorKnowsItToo() {
        appoint("tenant-admin");
        App front = m_console;
        front.issuer = m_world->url;
        const std::string code = ask({{"organization", "acme"}}, front).at("code");
        QCOMPARE(call(redeem(front, code), "/tenants/acme"), 200);
    }
    void whoIsDismissedRenewsNothing() {
        const std::string id = appoint("tenant-admin");
        const Tokens tokens = signIn();
        m_world->admin("DELETE", "/admins/" + id);
        QCOMPARE(call(tokens, "/tenants/acme"), 403);
        const Tokens renewed = m_world->refresh(m_console, tokens.refresh);
        QCOMPARE(renewed.answer.status, 400);
        QVERIFY(renewed.access.empty());
    }
    void whoIsDismissedBetweenCodeAndTokenGetsNone() {
        const std::string id = appoint("tenant-admin");
        const std::string code = ask().at("code");
        m_world->admin("DELETE", "/admins/" + id);
        QVERIFY(redeem(m_console, code).access.empty());
    }
    void itIsNoServiceAndHasNoSecret() {
        appoint("tenant-admin");
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        QCOMPARE(m_world->call(m_console, "token", form).status, 400);
        App pretender = m_console;
        pretender.secret = "guessed";
        const std::string code = ask().at("code");
        QCOMPARE(redeem(pretender, code).answer.status, 401);
        http::Parameters token;
        token.append("token", "x");
        QVERIFY(m_world->call(m_console, "introspect", token).status >= 400);
    }
    void anAppThatATenantRegisteredByThatNameIsItsOwnAffair() {
        const App own = m_world->addApp("acme", "own", {{"clientId", "gatehouse-console"}});
        Browser browser = m_world->browser();
        QVERIFY(!m_world->codeFor(browser, own).empty());
        QCOMPARE(ask().reason(), std::string("oauth.redirect_uri"));
    }

private:
    static Changes loopback() { return {{"scope", "admin"}, {"redirect_uri", kLoopback}}; }
    Answer ask(Browser& browser, const App& app, const Changes& more) {
        Changes changes = loopback();
        std::string stop = kLoopback;
        for (const auto& change : more) {
            std::erase_if(changes, [&](const auto& each) { return each.first == change.first; });
            changes.push_back(change);
            stop = change.first == "redirect_uri" ? change.second.value_or(stop) : stop;
        }
        return browser.follow(m_world->authorizeUrl(app, changes), stop + "?");
    }
    Answer ask(Browser& browser) { return ask(browser, m_console, {}); }
    Answer ask(const Changes& more, const App& app) {
        Browser browser = m_world->browser();
        return ask(browser, app, more);
    }
    Answer ask(const Changes& more = {}) { return ask(more, m_console); }
    Tokens redeem(const App& app, const std::string& code, const Changes& more = {}) {
        Changes changes{{"redirect_uri", kLoopback}};
        changes.insert(changes.end(), more.begin(), more.end());
        return m_world->redeem(app, code, changes);
    }
    Tokens signIn(const Changes& more = {}) { return redeem(m_console, ask(more).at("code")); }
    std::string appoint(const std::string& role) {
        const json::Object made =
            m_world->admin("POST", "/admins", {{"tenant", "acme"}, {"user", "ann@acme.example"}, {"role", role}});
        return std::string(json::stringMember(made, "id").value_or(""));
    }
    int call(const Tokens& tokens, const std::string& path) { return m_world->adminStatus(tokens, "GET", path); }

    std::unique_ptr<World> m_world;
    App m_console;
};

QTEST_GUILESS_MAIN(TestConsoleSignIn)
#include "tst_console_sign_in.moc"
