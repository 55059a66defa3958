// SPDX-License-Identifier: Apache-2.0
// One of our tokens for another that may do less (RFC 8693), and who acts then.
#include <QtTest>

#include "tests/flows/assertions.h"

namespace gatehouse::flows {

namespace {

const char* const kAccess = "urn:ietf:params:oauth:token-type:access_token";
const char* const kRefresh = "urn:ietf:params:oauth:token-type:refresh_token";
const char* const kId = "urn:ietf:params:oauth:token-type:id_token";
const char* const kOrders = "https://orders.example";
const char* const kStock = "https://stock.example";

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

} // namespace

class TokenExchange : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_agent = service("agent");
        m_second = service("second");
        m_stranger = service("stranger");
        m_silent = service("silent", {{"impersonation", true}});
        m_portal = world().addApp("acme", "shop",
                                  {{"scopes", json::Array{"openid", "email", "orders", "stock", "offline_access"}},
                                   {"audiences", json::Array{kOrders, kStock}},
                                   {"grantTypes", json::Array{"authorization_code", "refresh_token", kTokenExchange}},
                                   {"actors", json::Array{m_agent.clientId, m_silent.clientId}}});
        world().admin("PATCH", m_agent.admin, {{"actors", json::Array{m_second.clientId}}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        world().clock.advance(Seconds(11)); // a refusal is logged once in ten seconds
        Browser browser = world().browser();
        m_tokens = world().tokensFor(browser, m_portal, {{"scope", "openid email orders stock offline_access"}});
    }

    void anAppMakesItsOwnTokenSmaller() {
        const Answer answer = exchange(m_portal, {{"scope", "orders"}, {"resource", kOrders}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("issued_token_type"), std::string(kAccess));
        QCOMPARE(answer.text("token_type"), std::string("Bearer"));
        QCOMPARE(answer.text("scope"), std::string("orders"));
        QVERIFY(answer.text("refresh_token").empty());
        QVERIFY(answer.text("id_token").empty());
        const json::Object claims = payloadOf(answer.text("access_token"));
        QCOMPARE(text(claims, "aud"), std::string(kOrders));
        QCOMPARE(text(claims, "sub"), text(payloadOf(m_tokens.access), "sub"));
        QVERIFY(!claims.contains("act")); // nobody else acts
        QVERIFY(!claims.contains("email"));
        QVERIFY(world().isActive(m_portal, answer.text("access_token")));
        const auto record = world().audit(world().acme, "TokenIssued").front();
        QCOMPARE(dataOf(record, "grant"), std::string("token-exchange"));
    }
    void anAgentIsNamedAndWhoeverActedBeforeToo() {
        const Answer first = exchange(m_agent, {{"scope", "orders"}});
        QCOMPARE(first.status, 200);
        const json::Object claims = payloadOf(first.text("access_token"));
        QCOMPARE(text(claims, "client_id"), m_agent.clientId);
        QCOMPARE(text(*json::objectMember(claims, "act"), "sub"), m_agent.clientId);
        const Answer second = exchange(m_second, {}, first.text("access_token"));
        QCOMPARE(second.status, 200);
        http::Parameters form;
        form.append("token", second.text("access_token"));
        const json::Object about = world().call(m_second, "introspect", std::move(form)).object();
        const json::Object* act = json::objectMember(about, "act");
        QVERIFY(act != nullptr);
        QCOMPARE(text(*act, "sub"), m_second.clientId);
        QCOMPARE(text(*json::objectMember(*act, "act"), "sub"), m_agent.clientId);
        QCOMPARE(text(about, "scope"), std::string("orders"));
        // The first app never named the second.
        QCOMPARE(refusalOf(exchange(m_second, {})), std::string("invalid_grant oauth.invalid_grant.actor"));
    }
    void impersonationIsForTheAppsThatMay() {
        const Answer answer = exchange(m_silent, {});
        QCOMPARE(answer.status, 200);
        QVERIFY(!payloadOf(answer.text("access_token")).contains("act"));
        QVERIFY(payloadOf(exchange(m_agent, {}).text("access_token")).contains("act"));
    }
    void anActorTokenSaysWhoActs() {
        const std::string own = ownToken(world(), m_agent);
        const Changes actor{{"actor_token", own}, {"actor_token_type", kAccess}};
        const Answer answer = exchange(m_agent, actor);
        QCOMPARE(answer.status, 200);
        const json::Object act = *json::objectMember(payloadOf(answer.text("access_token")), "act");
        QCOMPARE(text(act, "sub"), m_agent.clientId);
        const auto with = [&](const std::string& token, const char* type) {
            world().clock.advance(Seconds(11));
            return refusalOf(exchange(m_agent, {{"actor_token", token}, {"actor_token_type", type}}, fresh()));
        };
        QCOMPARE(with(ownToken(world(), m_second), kAccess),
                 std::string("invalid_grant oauth.invalid_grant.actor_token"));
        QCOMPARE(with(m_tokens.access, kAccess), std::string("invalid_grant oauth.invalid_grant.actor_token"));
        QCOMPARE(with(answer.text("access_token"), kAccess),
                 std::string("invalid_grant oauth.invalid_grant.actor_token"));
        QCOMPARE(with("x", kAccess), std::string("invalid_grant oauth.invalid_grant.actor_token"));
        QCOMPARE(with(own, kId), std::string("invalid_request oauth.invalid_request.actor_token_type"));
        world().clock.advance(Seconds(11));
        QCOMPARE(refusalOf(exchange(m_agent, {{"actor_token_type", kAccess}}, fresh())),
                 std::string("invalid_request oauth.invalid_request.actor_token_type"));
    }
    void aTokenMayNameTheOneThatMayAct() {
        world().admin("PATCH", m_portal.admin, {{"actors", json::Array{m_agent.clientId}}});
        const std::string one = fresh();
        QCOMPARE(text(*json::objectMember(payloadOf(one), "may_act"), "client_id"), m_agent.clientId);
        QCOMPARE(exchange(m_agent, {}, one).status, 200);
        world().admin("PATCH", m_portal.admin, {{"actors", json::Array{m_agent.clientId, m_silent.clientId}}});
        // What was said when it was issued stands.
        QCOMPARE(refusalOf(exchange(m_silent, {}, one)), std::string("invalid_grant oauth.invalid_grant.actor"));
        QCOMPARE(exchange(m_silent, {}, fresh()).status, 200);
    }

    // OP-23
    void nothingGetsWider_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* title, const char* name, const char* value, const char* error) {
            QTest::newRow(title) << QByteArray(name) << QByteArray(value) << QByteArray(error);
        };
        row("a scope that it has not", "scope", "orders admin", "invalid_scope");
        row("a scope that the agent has not", "scope", "email", "invalid_scope");
        row("a scope that the token has not", "scope", "reports", "invalid_scope");
        row("a malformed scope", "scope", "a  b", "invalid_scope");
        row("another resource", "resource", "https://pay.example", "invalid_target");
        row("another audience", "audience", "https://pay.example", "invalid_target");
        row("a resource that only the agent has", "resource", "https://agent.example", "invalid_target");
        row("a prefix", "resource", "https://orders.example/", "invalid_target");
        row("an id token", "requested_token_type", "urn:ietf:params:oauth:token-type:id_token", "invalid_request");
        row("a refresh token", "requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token",
            "invalid_request");
        row("details", "authorization_details", "[{\"type\":\"payment\"}]", "invalid_authorization_details");
    }
    void nothingGetsWider() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, error);
        const Answer answer = exchange(m_agent, {{name.toStdString(), value.toStdString()}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), error.toStdString());
        QVERIFY(answer.text("access_token").empty());
    }
    void whatWasMadeSmallerStaysSmaller() {
        const std::string small = exchange(m_portal, {{"scope", "orders"}, {"resource", kOrders}}).text("access_token");
        QCOMPARE(exchange(m_portal, {{"scope", "stock"}}, small).text("error"), std::string("invalid_scope"));
        QCOMPARE(exchange(m_portal, {{"resource", kStock}}, small).text("error"), std::string("invalid_target"));
        const Answer again = exchange(m_portal, {}, small);
        QCOMPARE(again.text("scope"), std::string("orders"));
        QCOMPARE(text(payloadOf(again.text("access_token")), "aud"), std::string(kOrders));
    }
    void itNeverOutlivesWhatItCameOf() {
        world().clock.advance(Seconds(200));
        const Answer answer = exchange(m_agent, {});
        const auto end = json::integerMember(payloadOf(m_tokens.access), "exp").value();
        QVERIFY(json::integerMember(answer.object(), "expires_in").value_or(999) <= 100);
        QCOMPARE(json::integerMember(payloadOf(answer.text("access_token")), "exp").value(), end);
        world().clock.advance(Seconds(100));
        QVERIFY(!world().isActive(m_agent, answer.text("access_token")));
        QCOMPARE(refusalOf(exchange(m_agent, {})), std::string("invalid_grant oauth.invalid_grant.subject_token"));
    }
    void aBoundTokenIsExchangedWithItsKeyAlone() {
        const App bound =
            world().addApp("acme", "bound",
                           {{"dpop", "optional"},
                            {"audiences", json::Array{kOrders}},
                            {"grantTypes", json::Array{"authorization_code", "refresh_token", kTokenExchange}}});
        const AppKey key;
        const AppKey thief;
        Browser browser = world().browser();
        const Tokens tokens = world().redeem(bound, world().codeFor(browser, bound), {}, proofFor(world(), bound, key));
        QCOMPARE(tokens.answer.text("token_type"), std::string("DPoP"));
        const auto by = [&](const http::Headers& headers) { return exchange(bound, {}, tokens.access, headers); };
        QCOMPARE(by({}).text("error"), std::string("invalid_dpop_proof"));
        QCOMPARE(by(proofFor(world(), bound, thief)).text("error"), std::string("invalid_dpop_proof"));
        const Answer mine = by(proofFor(world(), bound, key));
        QCOMPARE(mine.status, 200);
        QCOMPARE(mine.text("token_type"), std::string("DPoP"));
        QCOMPARE(text(*json::objectMember(payloadOf(mine.text("access_token")), "cnf"), "jkt"), key.thumbprint());
        const Tokens free = world().redeem(bound, world().codeFor(browser, bound)); // a bearer's may be bound
        QCOMPARE(exchange(bound, {}, free.access, proofFor(world(), bound, thief)).text("token_type"),
                 std::string("DPoP"));
    }

    void onlyWhatSpeaksOfAPersonIsASubject() {
        const auto with = [&](const App& app, const std::string& token, const char* type) {
            world().clock.advance(Seconds(11));
            return refusalOf(exchange(app, {{"subject_token_type", type}}, token));
        };
        const std::string badToken = "invalid_grant oauth.invalid_grant.subject_token";
        const std::string badType = "invalid_request oauth.invalid_request.subject_token_type";
        QCOMPARE(with(m_agent, ownToken(world(), m_agent), kAccess), badToken);
        QCOMPARE(with(m_agent, "x", kAccess), badToken);
        QCOMPARE(with(m_portal, m_tokens.id, kAccess), badToken);
        QCOMPARE(with(m_portal, m_tokens.refresh, kAccess), badToken);
        QCOMPARE(with(m_portal, m_tokens.access + "A", kAccess), badToken);
        QCOMPARE(with(m_portal, m_tokens.id, kId), badType);
        QCOMPARE(with(m_portal, m_tokens.access, "urn:ietf:params:oauth:token-type:saml2"), badType);
        QCOMPARE(with(m_portal, m_tokens.access, ""), badType);
        world().clock.advance(Seconds(11));
        QCOMPARE(refusalOf(exchange(m_portal, {}, "")),
                 std::string("invalid_request oauth.invalid_request.subject_token"));
    }
    void aRefreshTokenIsItsOwnAppsAndIsNotSpent() {
        const Changes type{{"subject_token_type", kRefresh}};
        const Answer answer = exchange(m_portal, type, m_tokens.refresh);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("scope"), std::string("email orders stock"));
        QCOMPARE(refusalOf(exchange(m_agent, type, m_tokens.refresh)),
                 std::string("invalid_grant oauth.invalid_grant.subject_token"));
        const Tokens next = world().refresh(m_portal, m_tokens.refresh);
        QCOMPARE(next.answer.status, 200);
        QCOMPARE(exchange(m_portal, type, m_tokens.refresh).text("error"), std::string("invalid_grant")); // used
        QCOMPARE(exchange(m_portal, type, next.refresh).status, 200);
    }
    void whoIsNotNamedAndWhoHasNotTheGrantGetNothing() {
        QCOMPARE(refusalOf(exchange(m_stranger, {})), std::string("invalid_grant oauth.invalid_grant.actor"));
        Browser browser = world().browser();
        const Tokens plain = world().tokensFor(browser, world().acme.app);
        QCOMPARE(exchange(world().acme.app, {}, plain.access).text("error"), std::string("unauthorized_client"));
        QCOMPARE(exchange(m_agent, {}, plain.access).text("error"), std::string("invalid_grant"));
        App unproven = m_agent;
        unproven.secret = "wrong";
        QCOMPARE(exchange(unproven, {}).status, 401);
        const App publicApp = world().addApp(
            "acme", "spa",
            {{"type", "spa"}, {"auth", "none"}, {"grantTypes", json::Array{"authorization_code", kTokenExchange}}});
        const Tokens theirs = world().tokensFor(browser, publicApp);
        QCOMPARE(exchange(publicApp, {}, theirs.access).text("error"), std::string("unauthorized_client"));
    }
    void anAgentThatDemandsAStrongerSignInGetsNothingOfAWeakOne() {
        world().admin("PATCH", m_agent.admin, {{"requiredAcr", json::Array{"phr"}}});
        const Answer weak = exchange(m_agent, {});
        world().admin("PATCH", m_agent.admin, {{"requiredAcr", json::Array{}}});
        QCOMPARE(weak.text("error"), std::string("insufficient_user_authentication"));
        QCOMPARE(exchange(m_agent, {}).status, 200);
    }
    void aTokenOfAnotherTenantIsNone() {
        const App theirs = world().addApp(
            "evil", "agent",
            {{"grantTypes", json::Array{"authorization_code", kTokenExchange}}, {"clientId", m_agent.clientId}});
        QCOMPARE(exchange(theirs, {}).text("error"), std::string("invalid_grant"));
    }

    // OP-22: every path judges what is behind a token
    void whatIsBehindItHasToStand_data() {
        QTest::addColumn<QByteArray>("how");
        for (const char* how : {"user", "session", "connection", "app", "token"}) {
            QTest::newRow(how) << QByteArray(how);
        }
    }
    void whatIsBehindItHasToStand() {
        QFETCH(QByteArray, how);
        const std::string name = "leaver-" + how.toStdString();
        world().company.person(person(name));
        const App app = how == "app" ? world().addApp("acme", "doomed",
                                                      {{"audiences", json::Array{kOrders}},
                                                       {"scopes", json::Array{"openid", "orders"}},
                                                       {"actors", json::Array{m_agent.clientId}}})
                                     : m_portal;
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app, {{"scope", "openid orders"}});
        const std::string derived = exchange(m_agent, {}, tokens.access).text("access_token");
        QVERIFY(world().isActive(m_agent, derived));
        const std::string user = text(world().user(world().acme, name + "@acme.example"), "id");
        const std::string connection = world().acme.path("/connections/") + world().acme.connection;
        if (how == "user") {
            world().admin("POST", world().acme.path("/users/") + user + "/deactivate");
        } else if (how == "session") {
            world().admin("DELETE", world().acme.path("/sessions/") + tokens.claim("sid"));
        } else if (how == "connection") {
            world().admin("PATCH", connection, {{"enabled", false}});
        } else if (how == "app") {
            world().admin("DELETE", app.admin);
        } else {
            http::Parameters form;
            form.append("token", tokens.access);
            QCOMPARE(world().call(app, "revoke", std::move(form)).status, 200);
        }
        const Answer refused = exchange(m_agent, {}, tokens.access);
        const bool derivedLives = world().isActive(m_agent, derived);
        if (how == "connection") {
            world().admin("PATCH", connection, {{"enabled", true}});
        }
        QCOMPARE(refused.text("error"), std::string("invalid_grant"));
        QVERIFY(refused.text("access_token").empty());
        QCOMPARE(derivedLives, how == "token"); // one token was revoked, and it is another
    }
    void whoActsRevokesWhatItGotAlone() {
        const std::string derived = exchange(m_agent, {}).text("access_token");
        http::Parameters form;
        form.append("token", derived);
        QCOMPARE(world().call(m_agent, "revoke", std::move(form)).status, 200);
        QVERIFY(!world().isActive(m_agent, derived));
        QVERIFY(world().isActive(m_portal, m_tokens.access));
        QCOMPARE(world().refresh(m_portal, m_tokens.refresh).answer.status, 200);
    }
    void itWorksAtTheFrontDoor() {
        const App shared =
            world().addApp("", "everywhere",
                           {{"audiences", json::Array{kOrders, kStock}},
                            {"grantTypes", json::Array{"authorization_code", "refresh_token", kTokenExchange}}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, shared, {{"organization", "acme"}});
        const Answer answer = exchange(shared, {{"audience", kStock}}, tokens.access);
        QCOMPARE(answer.status, 200);
        QCOMPARE(text(payloadOf(answer.text("access_token")), "org"), std::string("acme"));
        QVERIFY(world().isActive(shared, answer.text("access_token")));
    }

private:
    World& world() { return *m_world; }
    App service(const std::string& name, json::Object more = {}) {
        more["type"] = "service";
        more["redirectUris"] = json::Array{};
        more["postLogoutRedirectUris"] = json::Array{};
        more["scopes"] = json::Array{"orders", "stock", "reports"};
        more["audiences"] = json::Array{kOrders, kStock, "https://agent.example"};
        more["grantTypes"] = json::Array{"client_credentials", kTokenExchange};
        return world().addApp("acme", name, more);
    }
    /// A new access token of the portal.
    std::string fresh() {
        m_tokens = world().refresh(m_portal, m_tokens.refresh);
        return m_tokens.access;
    }
    /// By default of the portal's access token. `changes` replace parameters.
    Answer exchange(const App& app, Changes changes, const std::optional<std::string>& token = std::nullopt,
                    const http::Headers& more = {}) {
        changes.emplace_back("subject_token", token.value_or(m_tokens.access));
        return exchangeToken(world(), app, changes, more);
    }
    /// The error, and the reason that is in the log.
    std::string refusalOf(const Answer& answer) {
        const auto records = world().audit(world().acme, "AccessDenied");
        return answer.text("error") + " " + (records.empty() ? std::string() : reasonOf(records.front()));
    }

    std::unique_ptr<World> m_world;
    App m_portal, m_agent, m_second, m_stranger, m_silent;
    Tokens m_tokens;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::TokenExchange)
#include "tst_token_exchange.moc"
