// SPDX-License-Identifier: Apache-2.0
// What becomes of tokens: rotation, reuse, scope, revocation, and everything that ends them.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class TokensTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_public = m_world->addApp("acme", "spa", {{"type", "spa"}, {"auth", "none"}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    // RFC 8707
    void aTokenIsForTheResourceThatWasAskedFor() {
        const std::string one = "https://one.example/api";
        const std::string two = "https://two.example/api";
        const App wide = world().addApp("acme", "wide", {{"audiences", json::Array{one, two}}});
        const auto audience = [](const std::string& token) {
            const std::size_t dot = token.find('.');
            const auto payload = base64UrlDecode(token.substr(dot + 1, token.rfind('.') - dot - 1));
            const json::Object claims = json::parseObject(payload.value_or("")).value_or(json::Object());
            return json::write(*json::member(claims, "aud"));
        };
        Browser browser = world().browser();
        const Tokens both = world().tokensFor(browser, wide);
        QCOMPARE(audience(both.access), json::write(json::Array{one, two}));
        QCOMPARE(audience(world().refresh(wide, both.refresh, {{"resource", two}}).access), '"' + two + '"');
        const Tokens narrow = world().tokensFor(browser, wide, {{"resource", one}});
        QCOMPARE(audience(narrow.access), '"' + one + '"');
        const Tokens other = world().refresh(wide, narrow.refresh, {{"resource", two}});
        QCOMPARE(other.answer.text("error"), std::string("invalid_target")); // it was not granted, and nothing is spent
        QCOMPARE(audience(world().refresh(wide, narrow.refresh, {{"resource", one}}).access), '"' + one + '"');
        QCOMPARE(world().signIn(browser, wide, {{"resource", "https://three.example"}}).at("error"),
                 std::string("invalid_target"));
    }

    // RFC 9701
    void whoWantsItSignedGetsASignedAnswer() {
        const Tokens tokens = fresh(app());
        http::Headers accept;
        accept.set("Accept", "application/token-introspection+jwt");
        for (const auto& [token, active] : {std::pair(tokens.access, true), {std::string("a.b.c"), false}}) {
            http::Parameters form;
            form.append("token", token);
            const Answer answer = world().call(app(), "introspect", std::move(form), accept);
            QCOMPARE(std::string(answer.headers.get("Content-Type").value_or("")),
                     std::string("application/token-introspection+jwt"));
            const std::size_t dot = answer.body.find('.');
            const auto payload = base64UrlDecode(answer.body.substr(dot + 1, answer.body.rfind('.') - dot - 1));
            const json::Object claims = json::parseObject(payload.value_or("")).value_or(json::Object());
            QCOMPARE(std::string(json::stringMember(claims, "aud").value_or("")), app().clientId);
            QCOMPARE(json::boolMember(*json::objectMember(claims, "token_introspection"), "active"),
                     std::optional(active));
        }
    }

    // OpenID Connect Core 1.0, 5.5
    void claimsMayBeAskedForByName() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(
            browser, app(),
            {{"scope", "openid"},
             {"claims", json::write(json::Object{{"id_token", {{"email", {{"essential", true}}}, {"unknown", nullptr}}},
                                                 {"userinfo", {{"name", nullptr}}}})}});
        QCOMPARE(tokens.claim("email"), std::string("ann@acme.example"));
        QVERIFY(tokens.claim("name").empty());
        const Tokens next = world().refresh(app(), tokens.refresh);
        QCOMPARE(next.claim("email"), std::string("ann@acme.example"));
        http::OutboundRequest request;
        request.url = app().issuer + "/oauth2/userinfo";
        request.headers.set("Authorization", "Bearer " + tokens.access);
        const Answer about = exchange(*world().client, request);
        QCOMPARE(about.text("name"), std::string("ann Example"));
        QVERIFY(about.text("email").empty());
        const App narrow = world().addApp("acme", "narrow", {{"scopes", json::Array{"openid"}}});
        Browser second = world().browser();
        const Tokens none = world().tokensFor(
            second, narrow, {{"claims", json::write(json::Object{{"id_token", {{"email", nullptr}}}})}});
        QVERIFY(none.claim("email").empty()); // asking is not having
        QCOMPARE(world().signIn(browser, app(), {{"claims", "[]"}}).at("error"), std::string("invalid_request"));
    }

    // OP-20
    void refreshRotatesAndKeepsTheSession() {
        const Tokens first = fresh(app());
        const Tokens second = world().refresh(app(), first.refresh);
        QCOMPARE(second.answer.status, 200);
        QVERIFY(!second.refresh.empty());
        QVERIFY(second.refresh != first.refresh);
        QVERIFY(second.access != first.access);
        QCOMPARE(second.claim("sub"), first.claim("sub"));
        QCOMPARE(second.claim("sid"), first.claim("sid"));
        QCOMPARE(json::integerMember(second.claims, "auth_time"), json::integerMember(first.claims, "auth_time"));
        QVERIFY(!world().audit(world().acme, "TokenRefreshed").empty());
    }

    // OP-20
    void aRefreshTokenOfAPublicClientUsedTwiceEndsItsFamily() {
        const Tokens first = fresh(m_public);
        const Tokens second = world().refresh(m_public, first.refresh);
        QCOMPARE(second.answer.status, 200);
        QCOMPARE(world().refresh(m_public, first.refresh).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(world().refresh(m_public, second.refresh).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(world().userinfoStatus(app().issuer, second.access), 401);
        const json::Object record = world().audit(world().acme, "TokenReuseDetected").front();
        QCOMPARE(dataOf(record, "app"), std::string("spa"));
        QVERIFY2(json::write(record).find(first.refresh) == std::string::npos, "the token is in the log");
    }

    // contract section 5: the grace of a proven client
    void aProvenClientGetsTheSameSuccessorForTenSecondsAndNoLonger() {
        const Tokens first = fresh(app());
        const Tokens second = world().refresh(app(), first.refresh);
        world().clock.advance(Seconds(10));
        QCOMPARE(world().refresh(app(), first.refresh).refresh, second.refresh);
        world().clock.advance(Milliseconds(1));
        QCOMPARE(world().refresh(app(), first.refresh).answer.text("error"), std::string("invalid_grant"));
        QVERIFY(!world().isActive(app(), second.access));
        QCOMPARE(world().refresh(app(), second.refresh).answer.text("error"), std::string("invalid_grant"));
    }

    // OP-05, OP-20
    void aRefreshTokenBelongsToItsClient() {
        const Tokens tokens = fresh(app());
        QCOMPARE(world().refresh(m_public, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(world().refresh(app(), tokens.refresh).answer.status, 200);
    }

    // OP-23
    void aRefreshMayNarrowButNotWiden() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app(), {{"scope", "openid email"}});
        QCOMPARE(world().refresh(app(), tokens.refresh, {{"scope", "openid email groups"}}).answer.text("error"),
                 std::string("invalid_scope"));
        QCOMPARE(world().refresh(app(), tokens.refresh, {{"scope", "openid"}}).answer.text("scope"),
                 std::string("openid"));
    }

    // OP-27
    void anAlteredTokenIsNoToken() {
        const Tokens tokens = fresh(app());
        const std::string& access = tokens.access;
        const std::size_t dot = access.rfind('.');
        for (const std::string& bent :
             {access.substr(0, access.size() - 1), access + "A", access.substr(0, dot + 1), access.substr(0, dot),
              access + "=", " " + access, std::string("a.b.c"), std::string(3000, 'a')}) {
            QVERIFY(!world().isActive(app(), bent));
            QCOMPARE(world().userinfoStatus(app().issuer, bent), 401);
        }
        for (const std::string& bent : {tokens.refresh.substr(0, tokens.refresh.size() - 1), tokens.refresh + "A"}) {
            QVERIFY(!world().isActive(app(), bent));
            QCOMPARE(world().refresh(app(), bent).answer.text("error"), std::string("invalid_grant"));
        }
        QVERIFY(world().isActive(app(), access));
    }

    // OP-36
    void noOtherKindOfTokenOpensUserinfo() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, app());
        const Tokens tokens = world().redeem(app(), code);
        for (const std::string& other : {tokens.id, tokens.refresh, code, browser.cookies.at("gh_session_acme")}) {
            QCOMPARE(world().userinfoStatus(app().issuer, other), 401);
        }
    }

    void anAccessTokenEndsByTheClock() {
        const Tokens tokens = fresh(app());
        world().clock.advance(Seconds(299));
        QVERIFY(world().isActive(app(), tokens.access));
        world().clock.advance(Seconds(1));
        QVERIFY(!world().isActive(app(), tokens.access));
        QCOMPARE(world().userinfoStatus(app().issuer, tokens.access), 401);
    }

    // OP-26
    void revocationIsForTheOwnerAlone() {
        const App other = world().addApp("acme", "other");
        const Tokens tokens = fresh(app());
        for (const std::string& token : {tokens.access, tokens.refresh}) {
            QCOMPARE(revoke(other, token), 200);
        }
        QVERIFY(world().isActive(app(), tokens.access));
        QVERIFY(world().isActive(app(), tokens.refresh));
        QCOMPARE(revoke(app(), "never-issued"), 200);
        QCOMPARE(revoke(app(), tokens.access), 200);
        QVERIFY(!world().isActive(app(), tokens.access));
        QVERIFY(world().isActive(app(), tokens.refresh));
        QCOMPARE(revoke(app(), tokens.refresh), 200);
        QVERIFY(!world().isActive(app(), tokens.refresh));
        QCOMPARE(world().refresh(app(), tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        QVERIFY(!world().audit(world().acme, "TokenRevoked").empty());
    }

    // OP-25
    void introspectionWantsAClientThatProvesItself() {
        const Tokens tokens = fresh(app());
        http::Parameters form;
        form.append("token", tokens.access);
        QCOMPARE(world().call(m_public, "introspect", form).status, 401);
        App wrong = app();
        wrong.secret = "wrong";
        QCOMPARE(world().call(wrong, "introspect", form).status, 401);
        // A refresh token is its own app's business only.
        const App other = world().addApp("acme", "curious");
        QVERIFY(!world().isActive(other, tokens.refresh));
        form.append("token_type_hint", "refresh_token");
        QCOMPARE(json::boolMember(world().call(app(), "introspect", form).object(), "active"), std::optional(true));
    }

    // OP-22, RP-20: whatever ends a person's right ends it at every endpoint at once
    void whateverEndsTheRightEndsTheTokens_data() {
        QTest::addColumn<QString>("what");
        for (const char* each : {"deactivated", "sessions revoked", "erased", "connection disabled",
                                 "connection deleted", "tenant suspended", "app deleted"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void whateverEndsTheRightEndsTheTokens() {
        QFETCH(QString, what);
        const std::string slug = "ended-" + std::to_string(m_count++);
        const Tenant tenant = world().addTenant(slug, world().company);
        const App watcher = world().addApp(slug, "watcher");
        world().company.person(person("zoe", slug + ".example"));
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, tenant.app);
        const std::string code = world().codeFor(browser, tenant.app);
        QVERIFY(world().isActive(watcher, tokens.access));
        const std::string user = tenant.path("/users/" + tokens.claim("sub"));
        const std::string connection = tenant.path("/connections/" + tenant.connection);
        if (what == "deactivated") {
            world().admin("POST", user + "/deactivate");
        } else if (what == "sessions revoked") {
            world().admin("POST", user + "/revoke-sessions");
        } else if (what == "erased") {
            world().admin("POST", user + "/erase");
        } else if (what == "connection disabled") {
            world().admin("PATCH", connection, {{"enabled", false}});
        } else if (what == "connection deleted") {
            world().admin("DELETE", connection);
        } else if (what == "tenant suspended") {
            world().admin("PATCH", tenant.path(), {{"status", "suspended"}});
        } else {
            world().admin("DELETE", tenant.app.admin);
        }
        QVERIFY(!world().isActive(watcher, tokens.access));
        QCOMPARE(world().userinfoStatus(tenant.app.issuer, tokens.access), 401);
        const std::string error = what == "app deleted" ? "invalid_client" : "invalid_grant";
        const Answer refreshed = world().refresh(tenant.app, tokens.refresh).answer;
        QVERIFY2(refreshed.text("error") == error, refreshed.body.c_str());
        const Answer redeemed = world().redeem(tenant.app, code).answer;
        QVERIFY2(redeemed.text("error") == error, redeemed.body.c_str());
        const Answer silent = browser.get(world().authorizeUrl(tenant.app, {{"prompt", "none"}}));
        QVERIFY(silent.at("code").empty());
    }

    // OP-22: a suspension ends what was there, and refuses before anything is spent or logged as done
    void aSuspensionEndsItsSessionsAndSpendsNoRefreshToken() {
        const Tenant tenant = world().addTenant("paused", world().company);
        world().company.person(person("pia", "paused.example"));
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, tenant.app);
        world().admin("PATCH", tenant.path(), {{"status", "suspended"}});
        QCOMPARE(world().refresh(tenant.app, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        QVERIFY(world().audit(tenant, "TokenRefreshed").empty());
        world().admin("PATCH", tenant.path(), {{"status", "active"}});
        world().clock.advance(Seconds(60));
        QCOMPARE(world().refresh(tenant.app, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        QVERIFY(world().audit(tenant, "TokenReuseDetected").empty());
        QCOMPARE(world().redeem(tenant.app, world().codeFor(browser, tenant.app)).answer.status, 200);
    }
    void aServiceOfASuspendedTenantGetsNothing() {
        const Tenant tenant = world().addTenant("stopped", world().company);
        const App robot = world().addApp("stopped", "robot", robotApp());
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        const std::string token = world().call(robot, "token", form).text("access_token");
        QVERIFY(world().isActive(robot, token));
        world().admin("PATCH", tenant.path(), {{"status", "suspended"}});
        QVERIFY(!world().isActive(robot, token));
        const Answer refused = world().call(robot, "token", form);
        QVERIFY(refused.status >= 400 && refused.status < 500);
        QVERIFY(refused.text("access_token").empty());
    }

    void aServiceGetsATokenOfItsOwnAndNoMore() {
        const App robot = world().addApp("acme", "robot", robotApp());
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        const Answer answer = world().call(robot, "token", form);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.text("refresh_token").empty());
        QVERIFY(answer.text("id_token").empty());
        QVERIFY(world().isActive(robot, answer.text("access_token")));
        QCOMPARE(world().userinfoStatus(robot.issuer, answer.text("access_token")), 401);
        QCOMPARE(world().call(app(), "token", form).text("error"), std::string("unauthorized_client"));
        form.append("scope", "invoices:write");
        QCOMPARE(world().call(robot, "token", form).text("error"), std::string("invalid_scope"));
    }

    void anUnknownGrantIsRefused() {
        for (const char* grant : {"password", "implicit", "", "urn:ietf:params:oauth:grant-type:device_code"}) {
            http::Parameters form;
            form.append("grant_type", grant);
            const Answer answer = world().call(app(), "token", form);
            QCOMPARE(answer.status, 400);
            QVERIFY(answer.text("access_token").empty());
        }
    }

private:
    World& world() { return *m_world; }
    const App& app() { return m_world->acme.app; }
    Tokens fresh(const App& app) {
        Browser browser = world().browser();
        return world().tokensFor(browser, app);
    }
    static json::Object robotApp() {
        return {{"type", "service"},
                {"grantTypes", json::Array{"client_credentials"}},
                {"redirectUris", json::Array()},
                {"postLogoutRedirectUris", json::Array()},
                {"scopes", json::Array{"invoices:read"}}};
    }
    int revoke(const App& app, const std::string& token) {
        http::Parameters form;
        form.append("token", token);
        return world().call(app, "revoke", form).status;
    }

    std::unique_ptr<World> m_world;
    App m_public;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::TokensTest)
#include "tst_tokens.moc"
