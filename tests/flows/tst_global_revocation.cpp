// SPDX-License-Identifier: Apache-2.0
// Global token revocation: who may have everything of a person revoked, and that everything is.
#include <QtTest>

#include "tests/flows/relying_party.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class GlobalRevocation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_robot = m_world->addApp("acme", "robot",
                                  {{"type", "service"},
                                   {"redirectUris", json::Array{}},
                                   {"postLogoutRedirectUris", json::Array{}},
                                   {"grantTypes", json::Array{"client_credentials"}},
                                   {"scopes", json::Array{"tokens.revoke_all", "reports"}}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().clock.advance(Seconds(2)); // a sign-in counts from the second after a revocation on
        world().company.person(person("ann"));
    }

    void everythingOfThePersonEndsInEveryFormat_data() {
        QTest::addColumn<QString>("format");
        for (const char* each : {"email", "iss_sub of the provider", "iss_sub of ours", "opaque"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void everythingOfThePersonEndsInEveryFormat() {
        QFETCH(QString, format);
        RelyingParty party;
        const App app =
            world().addApp("acme", "told " + format.toStdString(), {{"backchannelLogoutUri", party.address()}});
        Browser here = world().browser();
        Browser there = world().browser();
        const Changes offline{{"scope", "openid email offline_access"}};
        const Tokens one = world().tokensFor(here, app, offline);
        const Tokens two = world().tokensFor(there, world().acme.app, offline);
        world().company.person(person("bob"));
        Browser other = world().browser();
        const Tokens bob = world().tokensFor(other, world().acme.app);
        json::Object subject;
        if (format == "email") {
            subject = {{"format", "email"}, {"email", "ann@acme.example"}};
        } else if (format == "opaque") {
            subject = {{"format", "opaque"}, {"id", one.claim("sub")}};
        } else if (format == "iss_sub of ours") {
            subject = {{"format", "iss_sub"}, {"iss", world().acme.app.issuer}, {"sub", one.claim("sub")}};
        } else {
            subject = {{"format", "iss_sub"}, {"iss", world().company.issuer()}, {"sub", "subject-of-ann"}};
        }
        QCOMPARE(revoke(robotToken(), subject).status, 204);
        for (const auto& [owner, tokens] : {std::pair(app, one), std::pair(world().acme.app, two)}) {
            QVERIFY(!world().isActive(owner, tokens.access));
            QCOMPARE(world().refresh(owner, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        }
        QVERIFY(world().isActive(world().acme.app, bob.access));
        QCOMPARE(world().signIn(here, app, {{"prompt", "none"}}).at("error"), std::string("login_required"));
        QTRY_COMPARE(party.told().size(), std::size_t(1));
        const json::Object record = world().audit(world().acme, "GlobalRevocation").front();
        QCOMPARE(json::integerMember(*json::objectMember(record, "data"), "sessionsEnded").value_or(-1), 2);
    }

    void theProviderMayRevokeItsOwnPeople() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        QCOMPARE(revoke(providerToken({}), annByEmail()).status, 204);
        QVERIFY(!world().isActive(world().acme.app, tokens.access));
    }

    void aProvidersTokenCountsOnce() {
        const std::string token = providerToken({{"jti", "once"}});
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        QCOMPARE(revoke(token, annByEmail()).status, 204);
        world().clock.advance(Seconds(1));
        const Tokens later = world().tokensFor(browser, world().acme.app);
        QCOMPARE(revoke(token, annByEmail()).status, 401);
        QVERIFY(world().isActive(world().acme.app, later.access));
    }

    void whoMayNotAskEndsNothing_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("status");
        QTest::newRow("no token") << "none" << 401;
        QTest::newRow("rubbish") << "rubbish" << 401;
        QTest::newRow("a person's access token") << "person" << 401;
        QTest::newRow("an ID token") << "id" << 401;
        QTest::newRow("a token for something else") << "reports" << 403;
        QTest::newRow("a token for more than this") << "both" << 403;
        QTest::newRow("another tenant's provider") << "stranger" << 401;
        QTest::newRow("another audience") << "audience" << 401;
        QTest::newRow("another client") << "client" << 401;
    }
    void whoMayNotAskEndsNothing() {
        QFETCH(QString, what);
        QFETCH(int, status);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        std::string token;
        if (what == "rubbish") {
            token = "a.b.c";
        } else if (what == "person") {
            token = tokens.access;
        } else if (what == "id") {
            token = tokens.id;
        } else if (what == "reports") {
            token = robotToken("reports");
        } else if (what == "both") {
            token = robotToken("tokens.revoke_all reports");
        } else if (what == "stranger") {
            token = providerToken({{"iss", world().stranger.issuer()}, {"sub", "gatehouse-evil"}});
        } else if (what == "audience") {
            token = providerToken({{"aud", world().evil.app.issuer + "/oauth2/global-token-revocation"}});
        } else if (what == "client") {
            token = providerToken({{"sub", "somebody-else"}});
        }
        QCOMPARE(revoke(token, annByEmail()).status, status);
        QVERIFY(world().isActive(world().acme.app, tokens.access));
    }

    void aSubjectThatIsNotUnderstoodIsRefused_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no JSON") << "sub_id=ann" << 400;
        QTest::newRow("no subject") << "{}" << 400;
        QTest::newRow("a text") << "{\"sub_id\":\"ann\"}" << 400;
        QTest::newRow("no format") << "{\"sub_id\":{\"email\":\"ann@acme.example\"}}" << 400;
        QTest::newRow("unknown format") << "{\"sub_id\":{\"format\":\"did\",\"url\":\"did:x\"}}" << 400;
        QTest::newRow("format without its member") << "{\"sub_id\":{\"format\":\"email\",\"id\":\"ann\"}}" << 400;
        QTest::newRow("nobody") << "{\"sub_id\":{\"format\":\"email\",\"email\":\"no@acme.example\"}}" << 404;
        QTest::newRow("no id of ours") << "{\"sub_id\":{\"format\":\"opaque\",\"id\":\"unknown\"}}" << 404;
    }
    void aSubjectThatIsNotUnderstoodIsRefused() {
        QFETCH(QString, body);
        QFETCH(int, status);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        QCOMPARE(send(world().acme, robotToken(), body.toStdString()).status, status);
        QVERIFY(world().isActive(world().acme.app, tokens.access));
    }

    void anotherTenantsPeopleAreOutOfReach() {
        world().stranger.person(person("eve", "evil.example"));
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().evil.app);
        QCOMPARE(revoke(robotToken(), {{"format", "opaque"}, {"id", tokens.claim("sub")}}).status, 404);
        const json::Object body{{"sub_id", {{"format", "opaque"}, {"id", tokens.claim("sub")}}}};
        QCOMPARE(send(world().evil, robotToken(), json::write(body)).status, 401);
        QVERIFY(world().isActive(world().evil.app, tokens.access));
    }

    // The session at the provider goes on, and must not answer for the person.
    void whoseSessionWasRevokedSignsInAnew_data() {
        QTest::addColumn<bool>("saysWhenAsked");
        QTest::addColumn<bool>("signedInSince");
        QTest::addColumn<QString>("trips");
        QTest::newRow("says when, and it was before") << false << false << ";max_age=0 prompt=login";
        QTest::newRow("says when, and it was after") << false << true << "";
        QTest::newRow("is made to say when, and it was before") << true << false << ";max_age=30";
        QTest::newRow("is made to say when, and it was after") << true << true << ";max_age=30";
    }
    void whoseSessionWasRevokedSignsInAnew() {
        QFETCH(bool, saysWhenAsked);
        QFETCH(bool, signedInSince);
        QFETCH(QString, trips);
        Browser browser = world().browser();
        world().company.change([&](ScriptedIdp::Script& script) {
            script.session = world().clock.now();
            script.saysWhenAsked = saysWhenAsked;
        });
        const Tokens before = world().tokensFor(browser, world().acme.app);
        world().clock.advance(Seconds(100));
        QCOMPARE(revoke(robotToken(), annByEmail()).status, 204);
        world().clock.advance(Seconds(30));
        const Time since = world().clock.now() - Seconds(10);
        if (signedInSince) {
            world().company.change([&](ScriptedIdp::Script& script) { script.session = since; });
        }
        QStringList demands;
        const int first = world().company.calls("/authorize");
        const std::string callback = world().toCallback(browser, world().acme.app);
        demands << demanded();
        Answer answer = browser.get(callback);
        while (answer.location.starts_with(world().company.issuer())) {
            answer = exchangeAt(answer.location);
            demands << demanded();
            answer = browser.get(answer.location);
        }
        QCOMPARE(demands.join(';'), trips);
        QCOMPARE(world().company.calls("/authorize") - first, int(demands.size()));
        const Tokens after = world().redeem(world().acme.app, answer.at("code"));
        QCOMPARE(after.answer.status, 200);
        QVERIFY(after.claim("sid") != before.claim("sid"));
        const Time signedIn = signedInSince ? since : world().clock.now();
        QCOMPARE(json::integerMember(after.claims, "auth_time").value_or(0), toUnixSeconds(signedIn));
        // One login in the record, which can be judged again.
        const json::Object flow = world().list(world().acme.path("/flows")).front().as_object();
        QCOMPARE(std::string(json::stringMember(flow, "outcome").value_or("")), std::string("success"));
        const std::string path = world().acme.path("/flows/" + std::string(*json::stringMember(flow, "id")));
        QCOMPARE(world().adminStatus("POST", path + "/replay"), 200);
        // The new session at the provider is good enough for the next one.
        Browser other = world().browser();
        (void)world().tokensFor(other, world().acme.app);
        QVERIFY(world().company.lastAsked().get("prompt") != "login");
    }

    void aProviderThatDoesNotAskAnewIsRefused_data() {
        QTest::addColumn<int>("age"); // of the provider's session when the person comes back; -1: it never says
        QTest::addColumn<QString>("reason");
        QTest::newRow("a long time") << 600 << "id_token.auth_time";
        QTest::newRow("within the clocks' tolerance") << 20 << "login.sign_in_too_old";
        QTest::newRow("it never says when") << -1 << "id_token.auth_time";
    }
    void aProviderThatDoesNotAskAnewIsRefused() {
        QFETCH(int, age);
        QFETCH(QString, reason);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        QCOMPARE(revoke(robotToken(), annByEmail()).status, 204);
        world().clock.advance(Seconds(10));
        world().company.change([&](ScriptedIdp::Script& script) {
            script.bendClaims = [age, now = world().clock.now()](json::Object& claims) {
                if (age < 0) {
                    claims.erase("auth_time");
                } else {
                    claims["auth_time"] = toUnixSeconds(now) - age;
                }
            };
        });
        const std::string living = world().acme.path("/sessions?alive=true&user=" + tokens.claim("sub"));
        const Answer refused = world().signIn(browser, world().acme.app);
        QCOMPARE(refused.status, 403);
        QCOMPARE(QString::fromStdString(refused.reason()), reason);
        QCOMPARE(QString::fromStdString(world().lastFailure(world().acme)), reason);
        QVERIFY(world().list(living).empty());
        // An administrator can lift it, and it is on record that they did.
        const std::string user = world().acme.path("/users/" + tokens.claim("sub"));
        QVERIFY(world().admin("GET", user).at("signInAfter").is_string());
        QCOMPARE(world().adminStatus("PATCH", user, {{"signInAfter", "soon"}}), 422);
        QVERIFY(world().admin("PATCH", user, {{"signInAfter", nullptr}}).at("signInAfter").is_null());
        QVERIFY(json::write(world().audit(world().acme, "UserUpdated").front()).find("signInAfter") !=
                std::string::npos);
        (void)world().tokensFor(browser, world().acme.app);
        QCOMPARE(world().list(living).size(), std::size_t(1));
    }

    void nobodyElseSignsInAnew() {
        world().company.change([&](ScriptedIdp::Script& script) { script.session = world().clock.now(); });
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        QCOMPARE(revoke(robotToken(), annByEmail()).status, 204);
        world().clock.advance(Seconds(10));
        const Time before = world().clock.now() - Seconds(60);
        world().company.person(person("bob"));
        world().company.change([&](ScriptedIdp::Script& script) { script.session = before; });
        Browser other = world().browser();
        const int calls = world().company.calls("/authorize");
        (void)world().tokensFor(other, world().acme.app);
        QCOMPARE(world().company.calls("/authorize") - calls, 1);
    }

    void theMetadataNamesTheAddress() {
        Browser browser = world().browser();
        const Answer metadata = browser.get(world().acme.app.issuer + "/.well-known/openid-configuration");
        QCOMPARE(metadata.text("global_token_revocation_endpoint"), endpoint(world().acme));
        QVERIFY(metadata.object().at("backchannel_logout_supported").as_bool());
        QVERIFY(browser.get(world().url + "/.well-known/openid-configuration")
                    .text("global_token_revocation_endpoint")
                    .empty());
    }

private:
    World& world() { return *m_world; }
    static std::string endpoint(const Tenant& tenant) { return tenant.app.issuer + "/oauth2/global-token-revocation"; }
    // What the provider was asked for last beyond a plain sign-in.
    QString demanded() {
        const http::Parameters asked = world().company.lastAsked();
        QStringList out;
        for (const char* name : {"max_age", "prompt"}) {
            if (const auto value = asked.get(name)) {
                out << QString("%1=%2").arg(name, QString::fromStdString(std::string(*value)));
            }
        }
        return out.join(' ');
    }
    Answer exchangeAt(const std::string& url) {
        http::OutboundRequest request;
        request.url = url;
        return exchange(*world().client, request);
    }
    static json::Object annByEmail() { return {{"format", "email"}, {"email", "ann@acme.example"}}; }
    std::string robotToken(const std::string& scope = "tokens.revoke_all") {
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        form.append("scope", scope);
        return world().call(m_robot, "token", form).text("access_token");
    }
    /// As Okta sends it, signed by acme's provider.
    std::string providerToken(const json::Object& changes) {
        const std::int64_t now = toUnixSeconds(world().clock.now());
        json::Object claims{{"iss", world().company.issuer()},
                            {"sub", "gatehouse-acme"},
                            {"aud", endpoint(world().acme)},
                            {"iat", now},
                            {"nbf", now - 300},
                            {"exp", now + 300},
                            {"jti", "j-" + std::to_string(++m_jti)}};
        for (const auto& member : changes) {
            claims[member.key()] = member.value();
        }
        return world().company.key()->sign(claims, "global-token-revocation+jwt");
    }
    Answer revoke(const std::string& token, const json::Object& subject) {
        return send(world().acme, token, json::write(json::Object{{"sub_id", subject}}));
    }
    Answer send(const Tenant& tenant, const std::string& token, const std::string& body) {
        http::OutboundRequest request;
        request.method = "POST";
        request.url = endpoint(tenant);
        request.headers.set("Content-Type", "application/json");
        if (!token.empty()) {
            request.headers.set("Authorization", "Bearer " + token);
        }
        request.body = body;
        return exchange(*world().client, request);
    }

    std::unique_ptr<World> m_world;
    App m_robot;
    int m_jti = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::GlobalRevocation)
#include "tst_global_revocation.moc"
