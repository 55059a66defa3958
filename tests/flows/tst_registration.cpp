// SPDX-License-Identifier: Apache-2.0
// Apps that register themselves with a token (RFC 7591) and manage what they registered (RFC 7592).
#include <latch>
#include <thread>

#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class Registration : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void anAppRegistersItselfAndSignsPeopleIn() {
        const Answer made = registerApp(token(), wanting());
        QCOMPARE(made.status, 201);
        QCOMPARE(made.headers.get("Cache-Control"), std::optional<std::string_view>("no-store"));
        QVERIFY(!made.text("client_secret").empty());
        QCOMPARE(*json::integerMember(made.object(), "client_secret_expires_at"), std::int64_t(0));
        QCOMPARE(made.text("token_endpoint_auth_method"), std::string("client_secret_basic"));
        App app{{}, acme().app.issuer, made.text("client_id"), made.text("client_secret"), {}};
        QCOMPARE(tokensFor(app).claim("aud"), app.clientId);
        const auto records = world().audit(acme(), "AppRegistered");
        QCOMPARE(dataOf(records.front(), "app"), std::string("Self-made"));
    }
    void withoutAGoodTokenNobodyRegisters() {
        for (const std::string& bad : {std::string(), std::string("ghia_x"), token() + "x", acme().app.secret}) {
            const Answer refused = registerApp(bad, wanting());
            QCOMPARE(refused.status, 401);
            QVERIFY(refused.headers.get("WWW-Authenticate").value_or("").starts_with("Bearer "));
        }
        // Of another tenant, expired, withdrawn, at the front door.
        const std::string ofEvil = std::string(
            json::stringMember(world().admin("POST", world().evil.path("/registration-tokens"), rules()), "token")
                .value_or(""));
        QCOMPARE(registerApp(ofEvil, wanting()).status, 401);
        const std::string late = token();
        world().clock.advance(Seconds(24 * 3600));
        QCOMPARE(registerApp(late, wanting()).status, 401);
        const json::Object withdrawn = world().admin("POST", acme().path("/registration-tokens"), rules());
        world().admin("DELETE", acme().path("/registration-tokens/" +
                                            std::string(json::stringMember(withdrawn, "id").value_or(""))));
        QCOMPARE(registerApp(std::string(json::stringMember(withdrawn, "token").value_or("")), wanting()).status, 401);
        QCOMPARE(send("POST", world().url + "/oauth2/register", token(), wanting()).status, 401);
    }
    void aTokenIsShownOnceAndCountsDown() {
        const json::Object made =
            world().admin("POST", acme().path("/registration-tokens"), rules({{"usesLeft", 2}, {"ttl", 600}}));
        const std::string text(json::stringMember(made, "token").value_or(""));
        QVERIFY(text.starts_with("ghia_"));
        const std::string path =
            acme().path("/registration-tokens/" + std::string(json::stringMember(made, "id").value_or("")));
        QVERIFY(!world().admin("GET", path).contains("token"));
        QCOMPARE(registerApp(text, wanting()).status, 201);
        QCOMPARE(*json::integerMember(world().admin("GET", path), "usesLeft"), std::int64_t(1));
        QCOMPARE(registerApp(text, wanting({{"scope", "openid admin"}})).status, 403); // a refusal uses nothing up
        QCOMPARE(registerApp(text, wanting()).status, 201);
        QCOMPARE(registerApp(text, wanting()).status, 401);
        QVERIFY(world().list(acme().path("/registration-tokens")).size() >= 1);
    }
    void ofManyAtOnceAsManyRegisterAsTheTokenLets() {
        constexpr int kThreads = 32;
        const std::string text = token({{"usesLeft", 3}});
        std::latch ready(kThreads);
        std::atomic<int> made = 0;
        std::atomic<int> refused = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&] {
                ready.arrive_and_wait();
                const int status = registerApp(text, wanting()).status;
                made += status == 201 ? 1 : 0;
                refused += status == 401 ? 1 : 0;
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(made.load(), 3);
        QCOMPARE(refused.load(), kThreads - 3);
    }
    void whatTheTokenDoesNotGiveIsRefusedByName() {
        const Answer host =
            registerApp(token(), wanting({{"redirect_uris", json::Array{"https://app.example.evil/"}}}));
        QCOMPARE(host.status, 403);
        QCOMPARE(host.text("error"), std::string("invalid_redirect_uri"));
        const Answer grant = registerApp(token(), wanting({{"grant_types", json::Array{"client_credentials"}}}));
        QCOMPARE(grant.status, 403);
        QCOMPARE(grant.text("error"), std::string("invalid_client_metadata"));
        QCOMPARE(grant.text("error_description"), std::string("grant_types"));
        const Answer inside = registerApp(token(), wanting({{"jwks_uri", "https://169.254.169.254/keys"}}));
        QCOMPARE(inside.status, 400);
        QCOMPARE(inside.text("error"), std::string("invalid_client_metadata"));
        QCOMPARE(registerApp(token(), wanting({{"software_statement", "a.b.c"}})).text("error"),
                 std::string("unapproved_software_statement"));
        QVERIFY(!world().audit(acme(), "AccessDenied").empty());
    }
    void whatIsNoJsonIsRefused() {
        http::OutboundRequest request;
        request.method = "POST";
        request.url = acme().app.issuer + "/oauth2/register";
        request.headers.set("Authorization", "Bearer " + token());
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        request.body = "client_name=x";
        QCOMPARE(exchange(*world().client, request).text("error"), std::string("invalid_request"));
        request.headers.set("Content-Type", "application/json");
        for (const char* body : {"", "[]", "{", "{\"a\":1,\"a\":2}"}) {
            request.body = body;
            QCOMPARE(exchange(*world().client, request).text("error"), std::string("invalid_client_metadata"));
        }
    }

    // OP-30
    void whatIsReadAndWrittenBackChangesNothing() {
        const Answer made = registerApp(token(), wanting({{"dpop_bound_access_tokens", true},
                                                          {"require_pushed_authorization_requests", true},
                                                          {"contacts", json::Array{"a@app.example"}}}));
        const std::string address = made.text("registration_client_uri");
        const std::string first = made.text("registration_access_token");
        const Answer read = send("GET", address, first);
        QCOMPARE(read.status, 200);
        QVERIFY(read.text("client_secret").empty());
        const Answer written = send("PUT", address, first, read.object());
        QCOMPARE(written.status, 200);
        json::Object before = read.object();
        json::Object after = written.object();
        QVERIFY(after["registration_access_token"] != before["registration_access_token"]); // it was renewed
        before.erase("registration_access_token");
        after.erase("registration_access_token");
        QCOMPARE(json::write(after), json::write(before));
        QCOMPARE(send("GET", address, first).status, 401);
        QCOMPARE(send("GET", address, written.text("registration_access_token")).status, 200);
        QVERIFY(!world().audit(acme(), "AppRegistrationChanged").empty());
    }
    void anAppChangesWhatItMayAndNothingElse() {
        const Answer made = registerApp(token(), wanting({{"require_pushed_authorization_requests", true}}));
        const std::string address = made.text("registration_client_uri");
        std::string access = made.text("registration_access_token");
        const auto put = [&](const json::Object& changes) {
            json::Object body = send("GET", address, access).object();
            for (const auto& member : changes) {
                body[member.key()] = member.value();
            }
            const Answer answer = send("PUT", address, access, body);
            if (answer.status == 200) {
                access = answer.text("registration_access_token");
            }
            return answer;
        };
        QCOMPARE(put({{"client_name", "Renamed"}}).text("client_name"), std::string("Renamed"));
        for (const json::Object& forbidden :
             {json::Object{{"firstParty", true}}, json::Object{{"tenants", "all"}}, json::Object{{"audiences", "x"}},
              json::Object{{"scope", "openid admin"}}, json::Object{{"require_pushed_authorization_requests", false}},
              json::Object{{"grant_types", json::Array{"authorization_code", "client_credentials"}}},
              json::Object{{"redirect_uris", json::Array{"https://evil.example/cb"}}}}) {
            QCOMPARE(put(forbidden).status, 403);
        }
        for (const json::Object& wrong :
             {json::Object{{"client_id", "another"}}, json::Object{{"client_secret", "made-up"}},
              json::Object{{"client_id_issued_at", 1}},
              json::Object{{"registration_client_uri", "https://x.example"}}}) {
            QCOMPARE(put(wrong).status, 400);
        }
        QCOMPARE(put({}).status, 200); // and the token still works
    }
    void anotherAppsTokenManagesNothing() {
        const Answer one = registerApp(token(), wanting());
        const Answer two = registerApp(token(), wanting());
        for (const char* method : {"GET", "PUT", "DELETE"}) {
            QCOMPARE(send(method, one.text("registration_client_uri"), two.text("registration_access_token"),
                          wanting({{"client_id", one.text("client_id")}}))
                         .status,
                     401);
        }
        QCOMPARE(send("GET", one.text("registration_client_uri"), token()).status, 401);
        // An app that an administrator registered has no such address.
        QCOMPARE(send("GET", acme().app.issuer + "/oauth2/register/" + acme().app.clientId,
                      one.text("registration_access_token"))
                     .status,
                 401);
    }
    void anAppThatDeletesItselfIsGoneWithItsTokens() {
        const Answer made = registerApp(token(), wanting());
        const App app{{}, acme().app.issuer, made.text("client_id"), made.text("client_secret"), {}};
        const Tokens tokens = tokensFor(app);
        QCOMPARE(send("DELETE", made.text("registration_client_uri"), made.text("registration_access_token")).status,
                 204);
        QCOMPARE(world().userinfoStatus(app.issuer, tokens.access), 401);
        QCOMPARE(world().redeem(app, "x").answer.status, 401);
        QCOMPARE(send("GET", made.text("registration_client_uri"), made.text("registration_access_token")).status, 401);
        QVERIFY(!world().audit(acme(), "AppRegistrationDeleted").empty());
    }
    void whatAnAdministratorDeletesIsGoneToo() {
        const Answer made = registerApp(token(), wanting());
        for (const json::Value& each : world().list(acme().path("/apps"))) {
            if (json::stringMember(each.as_object(), "clientId") == made.text("client_id")) {
                world().admin(
                    "DELETE",
                    acme().path("/apps/" + std::string(json::stringMember(each.as_object(), "id").value_or(""))));
            }
        }
        QCOMPARE(send("GET", made.text("registration_client_uri"), made.text("registration_access_token")).status, 401);
    }
    void aSuspendedTenantTakesNoApps() {
        const std::string text = token();
        world().admin("PATCH", acme().path(), {{"status", "suspended"}});
        QCOMPARE(registerApp(text, wanting()).status, 401);
        world().admin("PATCH", acme().path(), {{"status", "active"}});
        QCOMPARE(registerApp(text, wanting()).status, 201);
    }
    void theMetadataSayWhere() {
        const auto metadata = [&](const std::string& issuer) {
            http::OutboundRequest request;
            request.url = issuer + "/.well-known/openid-configuration";
            return exchange(*world().client, request);
        };
        QCOMPARE(metadata(acme().app.issuer).text("registration_endpoint"), acme().app.issuer + "/oauth2/register");
        QVERIFY(metadata(world().url).text("registration_endpoint").empty());
    }

private:
    World& world() { return *m_world; }
    const Tenant& acme() { return m_world->acme; }

    static json::Object merged(json::Object base, const json::Object& more) {
        for (const auto& member : more) {
            base[member.key()] = member.value();
        }
        return base;
    }
    static json::Object rules(const json::Object& more = {}) {
        return merged({{"name", "for the tests"},
                       {"redirectHosts", json::Array{"app.example"}},
                       {"scopes", json::Array{"openid", "email", "profile", "groups", "offline_access"}},
                       {"usesLeft", 5}},
                      more);
    }
    std::string token(const json::Object& more = {}) {
        const json::Object made = world().admin("POST", acme().path("/registration-tokens"), rules(more));
        return std::string(json::stringMember(made, "token").value_or(""));
    }
    static json::Object wanting(const json::Object& more = {}) {
        return merged({{"client_name", "Self-made"},
                       {"redirect_uris", json::Array{World::kRedirect}},
                       {"grant_types", json::Array{"authorization_code", "refresh_token"}}},
                      more);
    }
    Answer send(const std::string& method, const std::string& url, const std::string& bearer,
                const json::Object& body = {}) {
        http::OutboundRequest request;
        request.method = method;
        request.url = url;
        request.deadline = Seconds(60);
        if (!bearer.empty()) {
            request.headers.set("Authorization", "Bearer " + bearer);
        }
        if (method == "POST" || method == "PUT") {
            request.headers.set("Content-Type", "application/json");
            request.body = json::write(body);
        }
        return exchange(*world().client, request);
    }
    /// Of somebody who signs in and allows the app what it asks for.
    Tokens tokensFor(const App& app) {
        Browser browser = world().browser();
        http::Parameters form = browser.follow(world().authorizeUrl(app), World::kRedirect).hidden();
        form.append("answer", "allow");
        return world().redeem(app, browser.post(app.issuer + "/oauth2/consent", form).at("code"));
    }
    Answer registerApp(const std::string& bearer, const json::Object& body) {
        return send("POST", acme().app.issuer + "/oauth2/register", bearer, body);
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Registration)
#include "tst_registration.moc"
