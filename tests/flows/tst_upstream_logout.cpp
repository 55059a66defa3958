// SPDX-License-Identifier: Apache-2.0
// Logouts that an identity provider tells of: whose sessions end by them, and who cannot end any.
#include <QtTest>

#include "tests/flows/relying_party.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class UpstreamLogout : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }

    void theSessionThatIsNamedEndsAndItsAppsAreTold() {
        RelyingParty party;
        const App app = world().addApp("acme", "told", {{"backchannelLogoutUri", party.address()}});
        const Tokens one = signIn("ann", "s-1", app);
        const Tokens two = signIn("ann", "s-2", app);
        const Answer answer = send(claims({{"sid", "s-1"}}));
        QCOMPARE(answer.status, 200);
        QCOMPARE(std::string(answer.headers.get("Cache-Control").value_or("")), std::string("no-store"));
        QVERIFY(!world().isActive(app, one.access));
        QVERIFY(!world().isActive(app, one.refresh));
        QVERIFY(world().isActive(app, two.access));
        QTRY_COMPARE(party.told().size(), std::size_t(1));
        const json::Object record = world().audit(world().acme, "UpstreamLogout").front();
        QCOMPARE(json::integerMember(*json::objectMember(record, "data"), "sessionsEnded").value_or(-1), 1);
        QCOMPARE(reasonOf(world().audit(world().acme, "SessionRevoked").front()), std::string("upstream_logout"));
    }

    void allSessionsOfThePersonEndWithoutASessionsName() {
        const Tokens one = signIn("bob", "s-3", app());
        const Tokens two = signIn("bob", "s-4", app());
        const Tokens other = signIn("cat", "s-5", app());
        QCOMPARE(send(claims({{"sub", subjectOf("bob")}})).status, 200);
        QVERIFY(!world().isActive(app(), one.access));
        QVERIFY(!world().isActive(app(), two.access));
        QVERIFY(world().isActive(app(), other.access));
    }

    void aNameOfSomebodyElsesSessionEndsNothing() {
        const Tokens ann = signIn("ann", "s-6", app());
        const Tokens bob = signIn("bob", "s-7", app());
        QCOMPARE(send(claims({{"sub", subjectOf("ann")}, {"sid", "s-7"}})).status, 200);
        QVERIFY(world().isActive(app(), ann.access));
        QVERIFY(world().isActive(app(), bob.access));
    }

    void whoIsLoggedOutAlreadyIsLoggedOut() {
        (void)signIn("ann", "s-8", app());
        QCOMPARE(send(claims({{"sid", "s-8"}, {"jti", "first"}})).status, 200);
        QCOMPARE(send(claims({{"sid", "s-8"}, {"jti", "second"}})).status, 200);
    }

    // RP-24
    void aTokenThatComesTwiceIsRefused() {
        const json::Object once = claims({{"sid", "s-9"}});
        (void)signIn("ann", "s-9", app());
        QCOMPARE(send(once).status, 200);
        const Tokens later = signIn("ann", "s-9", app());
        QCOMPARE(send(once).status, 400);
        QVERIFY(world().isActive(app(), later.access));
    }

    // RP-24: of many at a time one counts, and none fails in another way
    void parallelReplaysCountOnce() {
        for (int round = 0; round < 10; ++round) {
            const std::string sid = "race-" + std::to_string(round);
            (void)signIn("ann", sid, app());
            const std::string token = world().company.key()->sign(claims({{"sid", sid}}));
            std::atomic<int> taken{0};
            std::atomic<int> refused{0};
            std::vector<std::thread> threads;
            for (int i = 0; i < 16; ++i) {
                threads.emplace_back([&] {
                    const int status = post(world().acme.connection, token).status;
                    taken += status == 200 ? 1 : 0;
                    refused += status == 400 ? 1 : 0;
                });
            }
            for (std::thread& each : threads) {
                each.join();
            }
            QCOMPARE(taken.load(), 1);
            QCOMPARE(refused.load(), 15);
        }
    }

    // RP-24
    void whatIsNoLogoutTokenOfTheConnectionEndsNothing_data() {
        QTest::addColumn<QString>("what");
        for (const char* each : {"other provider's key", "unsigned", "other audience", "nonce", "no event",
                                 "unknown session", "unknown person", "old", "no token", "two tokens", "not a form"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void whatIsNoLogoutTokenOfTheConnectionEndsNothing() {
        QFETCH(QString, what);
        const Tokens tokens = signIn("ann", "kept", app());
        json::Object said = claims({{"sid", "kept"}});
        std::string token;
        if (what == "other audience") {
            said["aud"] = "gatehouse-evil";
        } else if (what == "nonce") {
            said["nonce"] = "n";
        } else if (what == "no event") {
            said.stable_erase("events");
        } else if (what == "unknown session") {
            said["sid"] = "never";
        } else if (what == "unknown person") {
            said.stable_erase("sid");
            said["sub"] = "nobody";
        } else if (what == "old") {
            said["iat"] = toUnixSeconds(world().clock.now()) - 301;
        }
        token = what == "other provider's key" ? world().stranger.key()->sign(said) : world().company.key()->sign(said);
        if (what == "unsigned") {
            token = base64UrlEncode("{\"alg\":\"none\"}") + "." + base64UrlEncode(json::write(said)) + ".";
        }
        const std::string body = what == "no token"     ? "token=" + token
                                 : what == "two tokens" ? "logout_token=" + token + "&logout_token=" + token
                                 : what == "not a form" ? "%%%"
                                                        : "logout_token=" + token;
        const Answer answer = postText(world().acme.connection, body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), std::string("invalid_request"));
        QVERIFY(world().isActive(app(), tokens.access));
    }

    // RP-24: the same names at another tenant's provider
    void anotherTenantsProviderEndsNothingHere() {
        const Tokens tokens = signIn("ann", "shared", app());
        world().stranger.person(withSid("ann", "shared", "evil.example"));
        Browser browser = world().browser();
        const Tokens theirs = world().tokensFor(browser, world().evil.app);
        json::Object said = claims({{"sid", "shared"}});
        said["iss"] = world().stranger.issuer();
        said["aud"] = "gatehouse-evil";
        const std::string token = world().stranger.key()->sign(said);
        QCOMPARE(post(world().acme.connection, token).status, 400);
        QVERIFY(world().isActive(app(), tokens.access));
        QCOMPARE(post(world().evil.connection, token).status, 200);
        QVERIFY(world().isActive(app(), tokens.access));
        QVERIFY(!world().isActive(world().evil.app, theirs.access));
    }

    void anUnknownConnectionIsRefused() {
        QCOMPARE(post("nowhere", world().company.key()->sign(claims({{"sid", "s"}}))).status, 400);
    }

    void aRotatedKeyIsFetched() {
        const Tokens tokens = signIn("ann", "rotated", app());
        world().clock.advance(Seconds(120));
        world().company.rotateKeys();
        QCOMPARE(send(claims({{"sid", "rotated"}})).status, 200);
        QVERIFY(!world().isActive(app(), tokens.refresh));
    }

private:
    World& world() { return *m_world; }
    const App& app() { return m_world->acme.app; }
    static json::Object withSid(const std::string& name, const std::string& sid, const std::string& domain) {
        json::Object out = person(name, domain);
        out["sid"] = sid;
        return out;
    }
    static std::string subjectOf(const std::string& name) {
        return std::string(json::stringMember(person(name), "sub").value_or(""));
    }
    Tokens signIn(const std::string& name, const std::string& sid, const App& at) {
        world().company.person(withSid(name, sid, "acme.example"));
        Browser browser = world().browser();
        return world().tokensFor(browser, at);
    }
    /// A logout token's claims; each with a jti of its own.
    json::Object claims(const json::Object& about) {
        json::Object out{
            {"iss", world().company.issuer()},
            {"aud", "gatehouse-acme"},
            {"iat", toUnixSeconds(world().clock.now())},
            {"exp", toUnixSeconds(world().clock.now()) + 120},
            {"jti", "j-" + std::to_string(++m_jti)},
            {"events", json::Object{{"http://schemas.openid.net/event/backchannel-logout", json::Object()}}}};
        for (const auto& member : about) {
            out[member.key()] = member.value();
        }
        return out;
    }
    Answer send(const json::Object& said) { return post(world().acme.connection, world().company.key()->sign(said)); }
    Answer post(const std::string& connection, const std::string& token) {
        return postText(connection, "logout_token=" + token);
    }
    Answer postText(const std::string& connection, const std::string& body) {
        http::OutboundRequest request;
        request.method = "POST";
        request.url = world().url + "/sso/oidc/" + connection + "/backchannel-logout";
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        request.body = body;
        return exchange(*world().client, request);
    }

    std::unique_ptr<World> m_world;
    int m_jti = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::UpstreamLogout)
#include "tst_upstream_logout.moc"
