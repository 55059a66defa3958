// SPDX-License-Identifier: Apache-2.0
// The end of a session: which apps are told, what they answered, and what an administrator sees of it.
#include <QtTest>

#include <deque>

#include "jose/jws.h"
#include "tests/flows/relying_party.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {
namespace {

std::string textOf(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

std::int64_t numberOf(const json::Object& object, std::string_view name) {
    return json::integerMember(object, name).value_or(-1);
}

} // namespace

class SessionEndings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void fiftyAppsConfirmTheEndOfASession() {
        World real(World::Runs::Real);
        real.company.person(person("ann"));
        std::deque<RelyingParty> parties(50);
        Browser browser = real.browser();
        std::string session;
        int number = 0;
        for (RelyingParty& each : parties) {
            const App app =
                real.addApp("acme", "app" + std::to_string(number++), {{"backchannelLogoutUri", each.address()}});
            session = real.tokensFor(browser, app).claim("sid");
        }
        QCOMPARE(real.adminStatus("DELETE", real.acme.path("/sessions/" + session)), 204);
        const auto ledger = [&] {
            return *json::arrayMember(real.admin("GET", real.acme.path("/sessions/" + session)), "confirmations");
        };
        QCOMPARE(ledger().size(), std::size_t(50)); // there from the commit on
        const auto confirmed = [&] {
            int count = 0;
            for (const json::Value& each : ledger()) {
                count += textOf(each.as_object(), "state") == "confirmed" ? 1 : 0;
            }
            return count;
        };
        QTRY_COMPARE_WITH_TIMEOUT(confirmed(), 50, 30000);
        std::int64_t last = 0;
        for (const json::Value& each : ledger()) {
            QCOMPARE(numberOf(each.as_object(), "attempts"), std::int64_t(1));
            QCOMPARE(numberOf(each.as_object(), "status"), std::int64_t(200));
            last = std::max(last, numberOf(each.as_object(), "afterMs"));
        }
        for (const RelyingParty& each : parties) {
            QCOMPARE(each.told().size(), std::size_t(1));
        }
        qInfo("from the end of the session to the last of 50 confirmations: %lld ms", static_cast<long long>(last));
    }

    // OpenID Connect Back-Channel Logout 1.0, 2.4
    void theLogoutTokenSaysWhoseSessionEndedAndNothingMore() {
        RelyingParty party;
        const App app = world().addApp("acme", "told", {{"backchannelLogoutUri", party.address()}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app);
        end(tokens);
        QTRY_COMPARE(party.told().size(), std::size_t(1));
        const std::string token = party.told().front();
        const auto keys = jose::parseJwkSet(browser.get(app.issuer + "/oauth2/jwks").body).value();
        const auto verified = jose::verifyCompact(token, keys.keys, {{crypto::Signature::ES256}, "logout+jwt"});
        QVERIFY(verified);
        const json::Object claims = json::parseObject(verified->payload).value();
        QCOMPARE(textOf(claims, "iss"), app.issuer);
        QCOMPARE(textOf(claims, "aud"), app.clientId);
        QCOMPARE(textOf(claims, "sub"), tokens.claim("sub"));
        QCOMPARE(textOf(claims, "sid"), tokens.claim("sid"));
        QVERIFY(!textOf(claims, "jti").empty());
        QCOMPARE(numberOf(claims, "exp") - numberOf(claims, "iat"), std::int64_t(120));
        QVERIFY(json::objectMember(*json::objectMember(claims, "events"),
                                   "http://schemas.openid.net/event/backchannel-logout") != nullptr);
        QCOMPARE(claims.size(), std::size_t(8));
        // OP-36, CR-24: it is good for nothing else
        QCOMPARE(world().userinfoStatus(app.issuer, token), 401);
        QVERIFY(!world().isActive(app, token));
    }

    void aDeadAppIsTriedAgainAndReported() {
        RelyingParty party;
        RelyingParty other;
        party.status = 503;
        const App app = world().addApp("acme", "dead", {{"backchannelLogoutUri", party.address()}});
        const App alive = world().addApp("acme", "alive", {{"backchannelLogoutUri", other.address()}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app);
        (void)world().tokensFor(browser, alive);
        end(tokens);
        QTRY_COMPARE(states(tokens), (QStringList{"alive confirmed 1 200", "dead failed 1 503"}));
        QCOMPARE(textOf(confirmation(tokens, "dead"), "reason"), std::string("outbox.refused"));
        QVERIFY(!textOf(confirmation(tokens, "dead"), "nextTryAt").empty());
        const json::Object record = world().audit(world().acme, "LogoutUnconfirmed").front();
        QCOMPARE(textOf(record, "outcome"), std::string("failure"));
        QCOMPARE(textOf(*json::objectMember(record, "target"), "id"), tokens.claim("sid"));
        party.status = 200;
        world().clock.advance(Seconds(5));
        wake(alive);
        QTRY_COMPARE(states(tokens), (QStringList{"alive confirmed 1 200", "dead confirmed 2 200"}));
        QCOMPARE(party.told().size(), std::size_t(2));
        QVERIFY(party.told().front() != party.told().back()); // signed anew, with a jti of its own
        QCOMPARE(world().audit(world().acme, "LogoutConfirmed").front().at("reason").is_null(), true);
    }

    void whoRefusesTheTokenIsNotAskedAgain() {
        RelyingParty party;
        party.status = 400;
        const App app = world().addApp("acme", "refusing", {{"backchannelLogoutUri", party.address()}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app);
        end(tokens);
        QTRY_COMPARE(states(tokens), QStringList{"refusing given-up 1 400"});
        QVERIFY(confirmation(tokens, "refusing").at("nextTryAt").is_null());
    }

    void anAppWithoutAnAddressIsNotInTheLedger() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        const json::Object before = world().admin("GET", path(tokens));
        const json::Object grant = json::arrayMember(before, "grants")->front().as_object();
        QCOMPARE(textOf(grant, "app"), std::string("portal"));
        QCOMPARE(textOf(grant, "bound"), std::string("no"));
        QVERIFY(!grant.at("told").as_bool());
        QVERIFY(grant.at("lastRefresh").is_null());
        world().clock.advance(Seconds(7));
        (void)world().refresh(world().acme.app, tokens.refresh);
        QVERIFY(!json::arrayMember(world().admin("GET", path(tokens)), "grants")
                     ->front()
                     .as_object()
                     .at("lastRefresh")
                     .is_null());
        end(tokens);
        QVERIFY(states(tokens).isEmpty());
    }

    // Whatever ends a session, its apps are told.
    void everyEndIsTold_data() {
        QTest::addColumn<QString>("what");
        for (const char* each :
             {"logout", "session deleted", "person's sessions revoked", "person deactivated", "person made inactive",
              "person deleted", "person erased", "connection disabled", "connection deleted", "tenant suspended",
              "revoked by filter", "revoked all", "every tenant revoked"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void everyEndIsTold() {
        QFETCH(QString, what);
        static int round = 0;
        const Tenant tenant = world().addTenant("end" + std::to_string(++round), world().company);
        RelyingParty party;
        const App app = world().addApp(tenant.slug, "told", {{"backchannelLogoutUri", party.address()}});
        Browser browser = world().browser();
        world().company.person(person("ann", tenant.slug + ".example"));
        const Tokens tokens = world().tokensFor(browser, app);
        const std::string user = tenant.path("/users/" + tokens.claim("sub"));
        const std::string connection = tenant.path("/connections/" + tenant.connection);
        if (what == "logout") {
            (void)browser.get(app.issuer + "/oauth2/logout?id_token_hint=" + tokens.id);
        } else if (what == "session deleted") {
            world().admin("DELETE", tenant.path("/sessions/" + tokens.claim("sid")));
        } else if (what == "person's sessions revoked") {
            world().admin("POST", user + "/revoke-sessions");
        } else if (what == "person deactivated") {
            world().admin("POST", user + "/deactivate");
        } else if (what == "person made inactive") {
            world().admin("PATCH", user, {{"active", false}});
        } else if (what == "person deleted") {
            world().admin("DELETE", user);
        } else if (what == "person erased") {
            world().admin("POST", user + "/erase");
        } else if (what == "connection disabled") {
            world().admin("PATCH", connection, {{"enabled", false}});
        } else if (what == "connection deleted") {
            world().admin("DELETE", connection);
        } else if (what == "tenant suspended") {
            world().admin("PATCH", tenant.path(), {{"status", "suspended"}});
        } else if (what == "revoked by filter") {
            world().admin("POST", tenant.path("/sessions/revoke"), {{"appId", app.id}});
        } else if (what == "revoked all") {
            world().admin("POST", tenant.path("/sessions/revoke"), {{"all", true}});
        } else {
            world().admin("POST", "/sessions/revoke-all");
        }
        QTRY_COMPARE(party.told().size(), std::size_t(1));
        QVERIFY(!world().isActive(app, tokens.access));
    }

    void aRevocationIsCountedBeforeItIsMade() {
        const Tenant tenant = world().addTenant("counted", world().company);
        RelyingParty party;
        const App told = world().addApp(tenant.slug, "told", {{"backchannelLogoutUri", party.address()}});
        std::vector<Tokens> all;
        for (const char* name : {"ann", "ann", "bob"}) {
            world().company.person(person(name, tenant.slug + ".example"));
            Browser browser = world().browser();
            all.push_back(world().tokensFor(browser, tenant.app));
            if (std::string(name) == "bob") {
                (void)world().tokensFor(browser, told);
            }
        }
        const auto revoke = [&](json::Object filter, bool dryRun) {
            filter["dryRun"] = dryRun;
            const json::Object answer = world().admin("POST", tenant.path("/sessions/revoke"), filter);
            return QString("%1 %2 %3")
                .arg(numberOf(answer, "sessions"))
                .arg(numberOf(answer, "people"))
                .arg(json::arrayMember(answer, "apps")->size());
        };
        QCOMPARE(revoke({{"all", true}}, true), QString("3 2 2"));
        QCOMPARE(revoke({{"userId", all[0].claim("sub")}}, true), QString("2 1 1"));
        QCOMPARE(revoke({{"appId", told.id}}, true), QString("1 1 2"));
        QCOMPARE(revoke({{"address", "127.0.0.0/8"}}, true), QString("3 2 2"));
        QCOMPARE(revoke({{"address", "192.0.2.0/24"}}, true), QString("0 0 0"));
        QCOMPARE(revoke({{"address", "127.0.0.1"}, {"userId", all[2].claim("sub")}}, true), QString("1 1 2"));
        QCOMPARE(revoke({{"connectionId", tenant.connection}, {"appId", "unknown"}}, true), QString("0 0 0"));
        for (const Tokens& each : all) {
            QVERIFY(world().isActive(tenant.app, each.access)); // counting ends nothing
        }
        QCOMPARE(revoke({{"userId", all[0].claim("sub")}}, false), QString("2 1 1"));
        QVERIFY(!world().isActive(tenant.app, all[0].access));
        QVERIFY(!world().isActive(tenant.app, all[1].access));
        QVERIFY(world().isActive(tenant.app, all[2].access));
        QCOMPARE(revoke({{"userId", all[0].claim("sub")}}, false), QString("0 0 0"));
        QCOMPARE(revoke({{"all", true}}, false), QString("1 1 2"));
        QTRY_COMPARE(party.told().size(), std::size_t(1));
    }

    void aRevocationWithoutAFilterIsRefused_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << "{}" << "filter_required";
        QTest::newRow("count of nothing") << "{\"dryRun\":true}" << "filter_required";
        QTest::newRow("all and a filter") << "{\"all\":true,\"userId\":\"u\"}" << "filter_required";
        QTest::newRow("no address") << "{\"address\":\"home\"}" << "address_invalid";
        QTest::newRow("bits below the prefix") << "{\"address\":\"10.0.0.1/8\"}" << "address_invalid";
        QTest::newRow("unknown member") << "{\"everything\":true}" << "unknown";
    }
    void aRevocationWithoutAFilterIsRefused() {
        QFETCH(QString, body);
        QFETCH(QString, code);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        const auto reply = world().adminReply("POST", world().acme.path("/sessions/revoke"),
                                              json::parseObject(body.toStdString()).value());
        QCOMPARE(reply.status, 422);
        QVERIFY2(reply.body.find(code.toStdString()) != std::string::npos, reply.body.c_str());
        QVERIFY(world().isActive(world().acme.app, tokens.access));
    }

    void oneTenantsRevocationLeavesTheOthers() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        world().admin("POST", world().evil.path("/sessions/revoke"), {{"all", true}});
        world().admin("POST", world().evil.path("/sessions/revoke"), {{"userId", tokens.claim("sub")}});
        QVERIFY(world().isActive(world().acme.app, tokens.access));
        QCOMPARE(world().adminStatus("GET", world().evil.path("/sessions/" + tokens.claim("sid"))), 404);
    }

    void theListIsFilteredAsARevocationIs() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        const auto found = [&](const std::string& query) {
            int count = 0;
            for (const json::Value& each : world().list(world().acme.path("/sessions?" + query))) {
                count += textOf(each.as_object(), "id") == tokens.claim("sid") ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(found("alive=true"), 1);
        QCOMPARE(found("app=" + world().acme.app.id), 1);
        QCOMPARE(found("app=another"), 0);
        QCOMPARE(found("connection=" + world().acme.connection), 1);
        QCOMPARE(found("connection=another"), 0);
        QCOMPARE(found("address=127.0.0.0%2F8"), 1);
        QCOMPARE(found("address=10.0.0.0%2F8"), 0);
        QCOMPARE(world().adminStatus("GET", world().acme.path("/sessions?address=home")), 400);
    }

    // Two ends of one session at a time: the app is told once.
    void aRaceOfEndsTellsOnce() {
        for (int round = 0; round < 10; ++round) {
            RelyingParty party;
            const App app =
                world().addApp("acme", "race" + std::to_string(round), {{"backchannelLogoutUri", party.address()}});
            Browser browser = world().browser();
            const Tokens tokens = world().tokensFor(browser, app);
            std::vector<std::thread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] { (void)world().adminStatus("DELETE", path(tokens)); });
            }
            for (std::thread& each : threads) {
                each.join();
            }
            QCOMPARE(states(tokens).size(), 1);
            QTRY_COMPARE(party.told().size(), std::size_t(1));
        }
    }

private:
    World& world() { return *m_world; }
    std::string path(const Tokens& tokens) { return world().acme.path("/sessions/" + tokens.claim("sid")); }
    void end(const Tokens& tokens) { QCOMPARE(world().adminStatus("DELETE", path(tokens)), 204); }
    json::Array confirmations(const Tokens& tokens) {
        return *json::arrayMember(world().admin("GET", path(tokens)), "confirmations");
    }
    json::Object confirmation(const Tokens& tokens, const std::string& app) {
        for (const json::Value& each : confirmations(tokens)) {
            if (textOf(each.as_object(), "app") == app) {
                return each.as_object();
            }
        }
        return {};
    }
    /// "app state attempts status", sorted.
    QStringList states(const Tokens& tokens) {
        QStringList out;
        for (const json::Value& each : confirmations(tokens)) {
            const json::Object& one = each.as_object();
            out << QString::fromStdString(textOf(one, "app") + " " + textOf(one, "state") + " " +
                                          std::to_string(numberOf(one, "attempts")) + " " +
                                          std::to_string(numberOf(one, "status")));
        }
        out.sort();
        return out;
    }
    /// Something new to deliver has the outbox look at the clock.
    void wake(const App& app) {
        Browser browser = world().browser();
        end(world().tokensFor(browser, app));
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::SessionEndings)
#include "tst_session_endings.moc"
