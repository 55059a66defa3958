// SPDX-License-Identifier: Apache-2.0
// Identity assertions (ID-JAG): what an app takes from its people's provider to another app's authorization server. We
// are on either side.
#include <QtTest>

#include "tests/flows/assertions.h"
#include "tests/flows/together.h"

namespace gatehouse::flows {

namespace {

const char* const kJag = "urn:ietf:params:oauth:token-type:id-jag";
const char* const kIdToken = "urn:ietf:params:oauth:token-type:id_token";
const char* const kChat = "https://chat.example";
const char* const kApi = "https://api.example";

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

} // namespace

class IdentityAssertions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        world().company.person(person("ann"));
        m_asker = world().addApp(
            "acme", "wiki",
            {{"dpop", "optional"},
             {"grantTypes", json::Array{"authorization_code", "refresh_token", kTokenExchange}},
             {"resourceServers", json::Array{{{"issuer", kChat},
                                              {"clientId", "wiki-at-chat"},
                                              {"scopes", json::Array{"chat.read", "chat.history"}},
                                              {"resources", json::Array{"https://chat.example/api"}}}}}});
        m_taker = world().addApp(
            "acme", "backend",
            {{"dpop", "optional"},
             {"scopes", json::Array{"openid", "email", "orders", "offline_access"}},
             {"audiences", json::Array{kApi}},
             {"authorizationDetails", json::Array{{{"type", "payment"}, {"members", json::Array{"amount"}}}}},
             {"grantTypes", json::Array{"authorization_code", "refresh_token", kJwtBearer}}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        const json::Array published{world().company.key()->publicJwk(), m_key.publicJwk()};
        world().company.change([&](ScriptedIdp::Script& script) { script.keys = published; });
        world().clock.advance(Seconds(70)); // keys are asked for again; a refusal is logged once in ten seconds
        Browser browser = world().browser();
        m_tokens = world().tokensFor(browser, m_asker);
    }

    // As the provider of the app's people (4.3)
    void anIdTokenIsAnAssertionForAServerOfTheRecord() {
        const Answer answer = ask({{"scope", "chat.read"}, {"resource", "https://chat.example/api"}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("issued_token_type"), std::string(kJag));
        QCOMPARE(answer.text("token_type"), std::string("N_A"));
        QCOMPARE(answer.text("scope"), std::string("chat.read"));
        QCOMPARE(json::integerMember(answer.object(), "expires_in").value_or(0), std::int64_t(300));
        QVERIFY(answer.text("refresh_token").empty());
        const std::string token = answer.text("access_token");
        QCOMPARE(text(headerOf(token), "typ"), std::string(kIdentityAssertionType));
        const json::Object claims = payloadOf(token);
        QCOMPARE(text(claims, "iss"), m_asker.issuer);
        QCOMPARE(text(claims, "aud"), std::string(kChat));
        QCOMPARE(text(claims, "client_id"), std::string("wiki-at-chat"));
        QCOMPARE(text(claims, "sub"), m_tokens.claim("sub"));
        QCOMPARE(text(claims, "scope"), std::string("chat.read"));
        QCOMPARE(text(claims, "resource"), std::string("https://chat.example/api"));
        QCOMPARE(text(claims, "email"), std::string("ann@acme.example"));
        QVERIFY(!text(claims, "jti").empty());
        QVERIFY(claims.contains("auth_time"));
        QVERIFY(!claims.contains("cnf"));
        const auto record = world().audit(world().acme, "TokenIssued").front();
        QCOMPARE(dataOf(record, "audience"), std::string(kChat));
        QVERIFY(!world().isActive(m_asker, token)); // it is no access token of ours
        QCOMPARE(world().userinfoStatus(m_asker.issuer, token), 401);
    }
    void aRefreshTokenServesToo() {
        const Answer answer = ask({{"subject_token", m_tokens.refresh},
                                   {"subject_token_type", "urn:ietf:params:oauth:token-type:refresh_token"}});
        QCOMPARE(answer.status, 200);
        QVERIFY(!payloadOf(answer.text("access_token")).contains("scope"));
        QCOMPARE(world().refresh(m_asker, m_tokens.refresh).answer.status, 200);
    }
    void aRefreshTokenThatIsBoundServesWithItsKeyAlone() {
        const App app =
            world().addApp("acme", "bound-wiki",
                           {{"dpop", "required"},
                            {"refreshPolicy", "static_bound"},
                            {"grantTypes", json::Array{"authorization_code", "refresh_token", kTokenExchange}},
                            {"resourceServers", json::Array{{{"issuer", kChat}, {"clientId", "wiki-at-chat"}}}}});
        Browser browser = world().browser();
        const Tokens tokens = world().redeem(app, world().codeFor(browser, app), {}, proof(app));
        const Changes subject{{"subject_token", tokens.refresh},
                              {"subject_token_type", "urn:ietf:params:oauth:token-type:refresh_token"}};
        const AppKey thief;
        QCOMPARE(ask(subject, proof(app, &thief), app).text("error"), std::string("invalid_dpop_proof"));
        QCOMPARE(ask(subject, proof(app), app).status, 200);
    }
    void aProofBindsTheAssertion() {
        const Answer answer = ask({}, proof(m_asker));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("token_type"), std::string("N_A"));
        QCOMPARE(text(*json::objectMember(payloadOf(answer.text("access_token")), "cnf"), "jkt"), m_key.thumbprint());
    }
    void aPersonOfAPairwiseAppHasANameOfTheServersOwn() {
        const App app =
            world().addApp("acme", "discreet-wiki",
                           {{"subjectType", "pairwise"},
                            {"grantTypes", json::Array{"authorization_code", kTokenExchange}},
                            {"resourceServers", json::Array{{{"issuer", kChat}, {"clientId", "wiki-at-chat"}}}}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app);
        const auto named = [&] {
            const Answer answer = ask({{"subject_token", tokens.id}}, {}, app);
            return text(payloadOf(answer.text("access_token")), "sub");
        };
        const std::string there = named();
        QVERIFY(!there.empty());
        QVERIFY(there != tokens.claim("sub"));
        QVERIFY(there != text(world().user(world().acme, "ann@acme.example"), "id"));
        QCOMPARE(named(), there);
    }
    void whatTheRecordDoesNotNameIsRefused_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* title, const char* name, const char* value, const char* error) {
            QTest::newRow(title) << QByteArray(name) << QByteArray(value) << QByteArray(error);
        };
        row("another server", "audience", "https://mail.example", "invalid_target");
        row("a server with a slash", "audience", "https://chat.example/", "invalid_target");
        row("no server", "audience", "", "invalid_request");
        row("another scope", "scope", "chat.read chat.write", "invalid_scope");
        row("a scope of ours", "scope", "email", "invalid_scope");
        row("another resource", "resource", "https://chat.example/admin", "invalid_target");
        row("an access token", "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
            "invalid_request");
        row("no token", "subject_token", "", "invalid_request");
        row("an actor", "actor_token", "x", "invalid_request");
    }
    void whatTheRecordDoesNotNameIsRefused() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, error);
        const Answer answer = ask({{name.toStdString(), value.toStdString()}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), error.toStdString());
    }
    void onlyALivingIdTokenOfTheAppItselfServes() {
        const auto with = [&](const std::string& token) { return ask({{"subject_token", token}}).text("error"); };
        const std::string refused = "invalid_grant";
        QCOMPARE(with(m_tokens.access), refused);
        QCOMPARE(with(m_tokens.id.substr(0, m_tokens.id.size() - 2)), refused);
        Browser browser = world().browser();
        QCOMPARE(with(world().tokensFor(browser, world().acme.app).id), refused);
        world().stranger.person(person("eve", "evil.example"));
        Browser other = world().browser();
        QCOMPARE(with(world().tokensFor(other, world().evil.app).id), refused);
        QCOMPARE(ask({}).status, 200);
        world().admin("DELETE", world().acme.path("/sessions/") + m_tokens.claim("sid"));
        QCOMPARE(ask({}).text("error"), refused);
        m_tokens = world().tokensFor(browser, m_asker);
        world().clock.advance(Seconds(301));
        QCOMPARE(ask({}).text("error"), refused); // expired
    }
    void aDisabledPersonGetsNone() {
        world().company.person(person("leaver"));
        Browser browser = world().browser();
        m_tokens = world().tokensFor(browser, m_asker);
        const std::string id = text(world().user(world().acme, "leaver@acme.example"), "id");
        world().admin("POST", world().acme.path("/users/") + id + "/deactivate");
        QCOMPARE(ask({}).text("error"), std::string("invalid_grant"));
    }

    // As the authorization server of the other app (4.4)
    void anAssertionOfATrustedProviderIsAnAccessToken() {
        const Answer answer = take(assertion());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("scope"), std::string("email orders"));
        QVERIFY(answer.text("refresh_token").empty());
        QVERIFY(answer.text("id_token").empty());
        const std::string access = answer.text("access_token");
        const json::Object claims = payloadOf(access);
        QCOMPARE(text(claims, "email"), std::string("ann@acme.example"));
        QCOMPARE(text(claims, "aud"), std::string(kApi));
        QCOMPARE(text(claims, "idp"), std::string("company"));
        QCOMPARE(text(claims, "acr"), std::string("phr"));
        QVERIFY(world().isActive(m_taker, access));
        const auto record = world().audit(world().acme, "TokenIssued").front();
        QCOMPARE(dataOf(record, "grant"), std::string("id-jag"));
        // What ends sessions ends it.
        world().admin("DELETE", world().acme.path("/sessions/") + text(claims, "sid"));
        QVERIFY(!world().isActive(m_taker, access));
    }
    void whatItNamesIsAllThatItBrings() {
        QCOMPARE(take(assertion({{"scope", "orders"}})).text("scope"), std::string("orders"));
        QCOMPARE(take(assertion({{"scope", "orders"}}), {{"scope", "email"}}).text("error"),
                 std::string("invalid_scope"));
        QCOMPARE(take(assertion({{"scope", nullptr}})).text("scope"), std::string());
        QCOMPARE(take(assertion(), {{"scope", "orders"}}).text("scope"), std::string("orders"));
        QCOMPARE(take(assertion({{"resource", kApi}})).status, 200);
        QCOMPARE(take(assertion({{"resource", "https://other.example"}})).text("error"), std::string("invalid_target"));
        const Answer detailed =
            take(assertion({{"authorization_details", json::Array{{{"type", "payment"}, {"amount", 5}}}},
                            {"act", {{"sub", "agent"}}}}));
        QCOMPARE(detailed.status, 200);
        const json::Object claims = payloadOf(detailed.text("access_token"));
        QVERIFY(claims.contains("authorization_details"));
        QCOMPARE(text(*json::objectMember(claims, "act"), "sub"), std::string("agent"));
        QCOMPARE(take(assertion({{"authorization_details", json::Array{{{"type", "transfer"}}}}})).text("error"),
                 std::string("invalid_authorization_details"));
    }
    void anAssertionThatDoesNotFitIsRefused_data() {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const char* reason, const json::Object& claims,
                            const char* type = kIdentityAssertionType) {
            QTest::newRow(name) << QByteArray::fromStdString(json::write(claims)) << QByteArray(type)
                                << QByteArray(reason);
        };
        row("another tenant's provider", "assertion_issuer", {{"iss", world().stranger.issuer()}});
        row("an unknown issuer", "assertion_issuer", {{"iss", "https://idp.example"}});
        row("our own", "assertion_self", {{"iss", m_taker.issuer}});
        row("another tenant of ours", "assertion_self", {{"iss", world().evil.app.issuer}});
        row("for another server", "assertion_audience", {{"aud", kChat}});
        row("for two servers", "assertion_audience", {{"aud", json::Array{m_taker.issuer, kChat}}});
        row("for another app", "assertion_client", {{"client_id", m_asker.clientId}});
        row("for no app", "assertion_client", {{"client_id", nullptr}});
        row("somebody unknown", "assertion_user", {{"sub", "subject-of-nobody"}});
        row("without jti", "assertion", {{"jti", nullptr}});
        row("expired", "assertion_expired", {{"exp", toUnixSeconds(clock().now())}});
        row("too long", "assertion_time", {{"exp", toUnixSeconds(clock().now()) + 100'000}});
        row("bound to a key that is not shown", "dpop", {{"cnf", {{"jkt", m_key.thumbprint()}}}});
        row("bound to nothing", "dpop", {{"cnf", json::Object()}});
        row("an ID token", "assertion_issuer", {}, "JWT");
    }
    void anAssertionThatDoesNotFitIsRefused() {
        QFETCH(QByteArray, claims);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, reason);
        const Answer answer = take(assertion(json::parseObject(claims.toStdString()).value(), type.toStdString()));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), std::string("invalid_grant"));
        const auto records = world().audit(world().acme, "AccessDenied");
        QCOMPARE(reasonOf(records.front()), "oauth.invalid_grant." + reason.toStdString());
    }
    void aKeyThatTheProviderDoesNotPublishProvesNothing() {
        const AppKey other("app-key");
        json::Object header{{"kid", "app-key"}, {"typ", kIdentityAssertionType}};
        QCOMPARE(take(other.sign(header, claimsOf({}))).text("error"), std::string("invalid_grant"));
    }
    void aBoundAssertionIsTakenWithItsKeyAlone() {
        const json::Object bound{{"cnf", {{"jkt", m_key.thumbprint()}}}};
        const AppKey thief;
        QCOMPARE(take(assertion(bound), {}, proof(m_taker, &thief)).text("error"), std::string("invalid_grant"));
        const Answer mine = take(assertion(bound), {}, proof(m_taker));
        QCOMPARE(mine.status, 200);
        QCOMPARE(mine.text("token_type"), std::string("DPoP"));
    }
    void itServesOnceHoweverManyCome() {
        for (int round = 0; round < 5; ++round) {
            const std::string once = assertion();
            const Outcome outcome = outcomeOf(answersOf(16, [&](int) { return take(once); }));
            QCOMPARE(outcome.won, 1);
            QCOMPARE(outcome.failed, 0);
        }
    }
    void whoMayNotSignInMayNotComeThisWayEither() {
        const std::string path = world().acme.path("/connections/") + world().acme.connection;
        world().admin("PATCH", path, {{"enabled", false}});
        const Answer off = take(assertion());
        world().admin("PATCH", path, {{"enabled", true}});
        QCOMPARE(off.text("error"), std::string("invalid_grant"));
        const std::string access = take(assertion()).text("access_token");
        QVERIFY(world().isActive(m_taker, access));
        const std::string id = text(world().user(world().acme, "ann@acme.example"), "id");
        world().admin("POST", world().acme.path("/users/") + id + "/deactivate");
        const Answer inactive = take(assertion());
        const bool lives = world().isActive(m_taker, access);
        world().admin("POST", world().acme.path("/users/") + id + "/activate");
        QCOMPARE(inactive.text("error"), std::string("invalid_grant"));
        QVERIFY(!lives);
    }
    // Global Token Revocation: whoever has to sign in anew does not come back by an assertion of before.
    void aSignInThatIsTooOldIsNotTaken() {
        const std::string user =
            world().acme.path("/users/") + text(world().user(world().acme, "ann@acme.example"), "id");
        const Time now = clock().now();
        world().admin("PATCH", user, {{"signInAfter", toRfc3339(now - Seconds(30))}});
        const Answer before = take(assertion({{"auth_time", toUnixSeconds(now) - 31}}));
        const auto refusals = world().audit(world().acme, "AccessDenied");
        const Answer unsaid = take(assertion());
        const Answer after = take(assertion({{"auth_time", toUnixSeconds(now) - 20}}));
        world().admin("PATCH", user, {{"signInAfter", nullptr}});
        QCOMPARE(before.text("error"), std::string("invalid_grant"));
        QCOMPARE(reasonOf(refusals.front()), std::string("oauth.invalid_grant.sign_in_too_old"));
        QCOMPARE(unsaid.text("error"), std::string("invalid_grant"));
        QCOMPARE(after.status, 200);
    }
    void aSignInThatIsNotStrongEnoughIsNotTaken() {
        world().admin("PATCH", m_taker.admin, {{"requiredAcr", json::Array{"phrh"}}});
        const Answer weak = take(assertion());
        const Answer unsaid = take(assertion({{"acr", nullptr}}));
        const Answer strong = take(assertion({{"acr", "phrh"}}));
        world().admin("PATCH", m_taker.admin, {{"requiredAcr", json::Array{}}});
        QCOMPARE(weak.text("error"), std::string("insufficient_user_authentication"));
        QCOMPARE(unsaid.text("error"), std::string("insufficient_user_authentication"));
        QCOMPARE(strong.status, 200);
    }
    void publicAppsAndTheFrontDoorTakeNone() {
        const App spa =
            world().addApp("acme", "spa", {{"type", "spa"}, {"auth", "none"}, {"grantTypes", json::Array{kJwtBearer}}});
        QCOMPARE(take(assertion({{"client_id", spa.clientId}}), {}, {}, spa).text("error"),
                 std::string("unauthorized_client"));
        const App shared = world().addApp("", "shared", {{"grantTypes", json::Array{kJwtBearer}}});
        QCOMPARE(take(assertion({{"client_id", shared.clientId}, {"aud", world().url}}), {}, {}, shared).text("error"),
                 std::string("invalid_grant"));
    }
    void theMetadataSaysBoth() {
        http::OutboundRequest request;
        request.url = m_taker.issuer + "/.well-known/openid-configuration";
        const json::Object metadata = exchange(*world().client, request).object();
        const auto has = [&](const char* name, const std::string& value) {
            const auto list = json::stringsMember(metadata, name).value_or(std::vector<std::string>());
            return std::find(list.begin(), list.end(), value) != list.end();
        };
        QVERIFY(has("identity_chaining_requested_token_types_supported", kJag));
        QVERIFY(has("authorization_grant_profiles_supported", "urn:ietf:params:oauth:grant-profile:id-jag"));
        QVERIFY(has("grant_types_supported", kJwtBearer));
        QVERIFY(has("grant_types_supported", kTokenExchange));
        QVERIFY(json::write(metadata).find(world().company.issuer()) == std::string::npos); // whom we trust stays ours
    }

private:
    World& world() { return *m_world; }
    const Clock& clock() { return m_world->clock; }
    http::Headers proof(const App& app, const AppKey* key = nullptr) {
        return proofFor(world(), app, key == nullptr ? m_key : *key);
    }
    /// Asks us for an assertion by the ID token. `changes` replace parameters.
    Answer ask(const Changes& changes, const http::Headers& more = {}, const std::optional<App>& by = std::nullopt) {
        Changes all = changes;
        all.insert(all.end(), {{"requested_token_type", kJag},
                               {"audience", kChat},
                               {"subject_token", m_tokens.id},
                               {"subject_token_type", kIdToken}});
        return exchangeToken(world(), by.value_or(m_asker), all, more);
    }
    /// What ann's provider says of her for the app.
    json::Object claimsOf(const json::Object& changes) {
        return changed(identityClaims(world().company, "subject-of-ann", m_taker, clock()), changes);
    }
    std::string assertion(const json::Object& changes = {}, const std::string& type = kIdentityAssertionType) {
        return m_key.sign({{"kid", "app-key"}, {"typ", type}}, claimsOf(changes));
    }
    Answer take(const std::string& token, const Changes& changes = {}, const http::Headers& more = {},
                const std::optional<App>& by = std::nullopt) {
        return presentAssertion(world(), by.value_or(m_taker), token, changes, more);
    }

    std::unique_ptr<World> m_world;
    App m_asker, m_taker;
    AppKey m_key;
    Tokens m_tokens;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::IdentityAssertions)
#include "tst_identity_assertions.moc"
