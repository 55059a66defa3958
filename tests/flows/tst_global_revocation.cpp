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
    void init() { world().company.person(person("ann")); }

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
