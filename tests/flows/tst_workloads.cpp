// SPDX-License-Identifier: Apache-2.0
// Services that sign in with a token of the platform that they run on (RFC 7523): Kubernetes, a CI service, SPIFFE.
#include <QtTest>

#include "tests/flows/assertions.h"
#include "tests/flows/together.h"
#include "web/security_headers.h"

namespace gatehouse::flows {

class Workloads : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_platform = std::make_unique<ScriptedIdp>(world().clock);
        m_platform->change([&](ScriptedIdp::Script& script) { script.keys = json::Array{m_key.publicJwk()}; });
        m_app = service("builder", trusting({{"subject", "repo:acme/app:ref:refs/heads/*"}}));
    }
    void cleanupTestCase() {
        m_platform.reset();
        m_world.reset();
    }

    void aTokenOfATrustedIssuerIsAnAccessTokenForAQuarterOfAnHourAtMost() {
        world().admin("PATCH", "/tenants/acme", {{"settings", {{"accessTokenTtl", 3600}}}});
        const Answer answer = ask(m_app, token());
        world().admin("PATCH", "/tenants/acme", {{"settings", {{"accessTokenTtl", 300}}}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("token_type"), std::string("Bearer"));
        QCOMPARE(answer.text("scope"), std::string("deploy"));
        QCOMPARE(json::integerMember(answer.object(), "expires_in").value_or(0), std::int64_t(900));
        QVERIFY(answer.text("refresh_token").empty());
        QVERIFY(answer.text("id_token").empty());
        const std::string access = answer.text("access_token");
        QVERIFY(world().isActive(world().acme.app, access));
        QVERIFY(!world().isActive(world().evil.app, access));
        const auto records = world().audit(world().acme, "TokenIssued");
        QCOMPARE(dataOf(records.front(), "grant"), std::string("jwt-bearer"));
        QCOMPARE(dataOf(records.front(), "subject"), std::string("repo:acme/app:ref:refs/heads/main"));
        world().admin("DELETE", m_app.admin);
        QVERIFY(!world().isActive(world().acme.app, access));
        m_app = service("builder", trusting({{"subject", "repo:acme/app:ref:refs/heads/*"}}));
    }

    void aTokenThatDoesNotFitIsRefused_data() {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const char* reason, const json::Object& claims,
                            const json::Object& header = {}) {
            QTest::newRow(name) << QByteArray::fromStdString(json::write(claims))
                                << QByteArray::fromStdString(json::write(header)) << QByteArray(reason);
        };
        const std::int64_t now = toUnixSeconds(clock().now());
        row("another issuer", "assertion_issuer", {{"iss", world().company.issuer()}});
        row("no issuer", "assertion_issuer", {{"iss", nullptr}});
        row("the issuer with a slash", "assertion_issuer", {{"iss", m_platform->issuer() + "/"}});
        row("our own issuer", "assertion_self", {{"iss", m_app.issuer}});
        row("the front door", "assertion_self", {{"iss", world().url}});
        row("another branch's kind", "assertion_subject", {{"sub", "repo:acme/app:ref:refs/tags/v1"}});
        row("another repository", "assertion_subject", {{"sub", "repo:acme/application:ref:refs/heads/main"}});
        row("a * holds no slash", "assertion_subject", {{"sub", "repo:acme/app:ref:refs/heads/main/evil"}});
        row("a * holds no colon", "assertion_subject", {{"sub", "repo:acme/app:ref:refs/heads/main:evil"}});
        row("a * is not nothing", "assertion_subject", {{"sub", "repo:acme/app:ref:refs/heads/"}});
        row("no subject", "assertion", {{"sub", nullptr}});
        row("for another tenant", "assertion_audience", {{"aud", world().evil.app.issuer}});
        row("for others too", "assertion_audience", {{"aud", json::Array{m_app.issuer, "https://other.example"}}});
        row("for the token endpoint", "assertion_audience", {{"aud", m_app.issuer + "/oauth2/token"}});
        row("for nobody", "assertion_audience", {{"aud", nullptr}});
        row("expired", "assertion_expired", {{"exp", now}});
        row("without an end", "assertion_time", {{"exp", nullptr}});
        row("too long", "assertion_time", {{"exp", now + 100'000}});
        row("its end is a text", "assertion_time", {{"exp", "tomorrow"}});
        row("from the future", "assertion_time", {{"iat", now + 1000}});
        row("not yet", "assertion_time", {{"nbf", now + 1000}});
        row("jti is a number", "assertion", {{"jti", 1}});
        row("an access token", "assertion_type", {}, {{"typ", "at+jwt"}});
        row("a logout token", "assertion_type", {}, {{"typ", "logout+jwt"}});
        row("a proof of possession", "assertion_type", {}, {{"typ", "dpop+jwt"}});
        row("a client's assertion", "assertion_type", {}, {{"typ", "client-authentication+jwt"}});
        row("an unknown key", "assertion_signature", {}, {{"kid", "another"}});
        row("critical", "assertion", {}, {{"crit", json::Array{"exp"}}});
    }
    void aTokenThatDoesNotFitIsRefused() {
        QFETCH(QByteArray, claims);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, reason);
        const Answer answer = ask(m_app, token(json::parseObject(claims.toStdString()).value(),
                                               json::parseObject(header.toStdString()).value()));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), std::string("invalid_grant"));
        QVERIFY(answer.text("access_token").empty());
        QCOMPARE(lastRefusal(), "oauth.invalid_grant." + reason.toStdString());
        world().clock.advance(Seconds(10)); // a refusal is logged once in ten seconds
    }
    void anotherKeyOrNoneProvesNothing() {
        const AppKey other("app-key"); // under the same name
        QCOMPARE(ask(m_app, other.sign({{"kid", "app-key"}}, claims())).text("error"), std::string("invalid_grant"));
        QCOMPARE(lastRefusal(), std::string("oauth.invalid_grant.assertion_signature"));
        std::string cut = token();
        cut.erase(cut.rfind('.') + 1);
        QCOMPARE(ask(m_app, cut).text("error"), std::string("invalid_grant"));
        for (const char* text : {"", "x", "a.b.c", "e30.e30."}) {
            QCOMPARE(ask(m_app, text).text("error"), std::string("invalid_grant"));
        }
    }
    void itServesOnce() {
        const std::string once = token();
        QCOMPARE(ask(m_app, once).status, 200);
        QCOMPARE(ask(m_app, once).text("error"), std::string("invalid_grant"));
        QCOMPARE(lastRefusal(), std::string("oauth.invalid_grant.assertion_used"));
        const std::string unnamed = token({{"jti", nullptr}}); // spent by what was signed
        QCOMPARE(ask(m_app, unnamed).status, 200);
        QCOMPARE(ask(m_app, unnamed).text("error"), std::string("invalid_grant"));
        const App second = service("second", trusting({{"subject", kWorkload}}));
        QCOMPARE(ask(second, once).text("error"), std::string("invalid_grant")); // for no other app either
    }
    void ofManyAtOnceOneWins() {
        for (int round = 0; round < 10; ++round) {
            const std::string once =
                token(round % 2 == 0 ? json::Object() : json::Object{{"jti", nullptr}, {"run", round}});
            const Outcome outcome = outcomeOf(answersOf(16, [&](int) { return ask(m_app, once); }));
            QCOMPARE(outcome.won, 1);
            QCOMPARE(outcome.failed, 0);
        }
    }
    // A projected token of Kubernetes is a file that stays for an hour.
    void aReusableTokenServesUntilItEnds() {
        const App app = service(
            "pod",
            trusting({{"subject", "system:serviceaccount:prod:*"}, {"audience", "gatehouse"}, {"reusable", true}}));
        const std::string file = token({{"sub", "system:serviceaccount:prod:mailer"},
                                        {"aud", json::Array{"gatehouse"}},
                                        {"exp", toUnixSeconds(clock().now()) + 7200}});
        QCOMPARE(ask(app, file).status, 200);
        QCOMPARE(ask(app, file).status, 200);
        QCOMPARE(ask(app, token({{"sub", "system:serviceaccount:prod:mailer"}})).text("error"),
                 std::string("invalid_grant")); // it is for our issuer, and the record names another audience
        QCOMPARE(ask(app, token({{"sub", "system:serviceaccount:prod:mailer"},
                                 {"aud", "gatehouse"},
                                 {"exp", toUnixSeconds(clock().now()) + 90'000}}))
                     .text("error"),
                 std::string("invalid_grant"));
        world().clock.advance(Seconds(7201));
        QCOMPARE(ask(app, file).text("error"), std::string("invalid_grant"));
    }
    void aSpiffeIdentityNeedsNeitherIssuerNorJti() {
        ScriptedIdp spire(world().clock);
        const AppKey x509("x509");
        json::Object bundleKey = m_key.publicJwk();
        bundleKey["use"] = "jwt-svid";
        bundleKey.erase("alg");
        json::Object other = x509.publicJwk();
        other["use"] = "x509-svid";
        spire.change([&](ScriptedIdp::Script& script) {
            script.serve =
                [bundle = json::write(json::Object{{"keys", json::Array{bundleKey, other}}, {"spiffe_sequence", 1}})](
                    const http::Request&) { return web::jsonResponse(200, bundle); };
        });
        const std::string domain = std::string("spiffe:/") + "/acme.example";
        const App app = service(
            "mesh",
            {{"issuer", domain}, {"subject", domain + "/ns/*/sa/mailer"}, {"jwksUri", spire.issuer() + "/jwks"}});
        const std::int64_t now = toUnixSeconds(clock().now());
        const json::Object svid{
            {"sub", domain + "/ns/prod/sa/mailer"}, {"aud", json::Array{app.issuer}}, {"exp", now + 300}};
        const auto with = [&](std::string_view name, const auto& value) {
            json::Object changed = svid;
            changed[name] = value;
            return m_key.sign({{"kid", "app-key"}, {"typ", "JOSE"}}, changed);
        };
        QCOMPARE(ask(app, with("exp", now + 300)).status, 200);
        QCOMPARE(ask(app, with("exp", now + 300)).status, 200); // its agent hands it out again
        QCOMPARE(ask(app, with("iss", spire.issuer())).status, 200);
        QCOMPARE(ask(app, with("exp", now + 301)).text("error"), std::string("invalid_grant"));
        QCOMPARE(ask(app, with("sub", domain + "/ns/prod/sa/other")).text("error"), std::string("invalid_grant"));
        QCOMPARE(ask(app, with("sub", domain + ".evil.example/ns/prod/sa/mailer")).text("error"),
                 std::string("invalid_grant"));
        QCOMPARE(ask(app, x509.sign({{"kid", "x509"}}, svid)).text("error"), std::string("invalid_grant"));
        const std::string once = with("jti", "once");
        QCOMPARE(ask(app, once).status, 200);
        QCOMPARE(ask(app, once).text("error"), std::string("invalid_grant"));
    }
    void itsKeysAreFetchedSeldomAndFollowed() {
        ScriptedIdp rotating(world().clock);
        AppKey first("first");
        AppKey second("second");
        rotating.change([&](ScriptedIdp::Script& script) { script.keys = json::Array{first.publicJwk()}; });
        const App app = service("rotated", {{"issuer", rotating.issuer()}, {"subject", "ci"}});
        const auto by = [&](const AppKey& key, const char* kid) {
            json::Object all = claims();
            all["iss"] = rotating.issuer();
            all["sub"] = "ci";
            return ask(app, key.sign({{"kid", kid}}, all)).status;
        };
        QCOMPARE(by(first, "first"), 200);
        QCOMPARE(by(first, "first"), 200);
        QCOMPARE(rotating.calls("/jwks"), 1);
        rotating.change([&](ScriptedIdp::Script& script) { script.keys = json::Array{second.publicJwk()}; });
        QCOMPARE(by(second, "second"), 400); // asked again once a minute at most
        QCOMPARE(rotating.calls("/jwks"), 1);
        world().clock.advance(Seconds(61));
        QCOMPARE(by(second, "second"), 200);
        QCOMPARE(by(first, "first"), 400);
        rotating.change([](ScriptedIdp::Script& script) {
            script.bendMetadata = [](json::Object& metadata) { metadata["issuer"] = "https://evil.example"; };
        });
        world().clock.advance(Seconds(25 * 3600));
        QCOMPARE(by(second, "second"), 400); // what it says of itself is not what it is
    }
    void itIsAGrantOfTheAppsThatHaveIt() {
        const App without =
            world().addApp("acme", "no-grant",
                           {{"type", "service"},
                            {"redirectUris", json::Array{}},
                            {"postLogoutRedirectUris", json::Array{}},
                            {"grantTypes", json::Array{"client_credentials"}},
                            {"trustedIssuers", json::Array{{{"issuer", m_platform->issuer()}, {"subject", "ci"}}}}});
        QCOMPARE(ask(without, token()).text("error"), std::string("unauthorized_client"));
        QCOMPARE(ask(m_app, token(), {{"scope", "deploy admin"}}).text("error"), std::string("invalid_scope"));
        QCOMPARE(ask(m_app, token(), {{"resource", "https://api.example"}}).text("error"),
                 std::string("invalid_target"));
        const App keyed = service("keyed", trusting({{"subject", kWorkload}}), {{"auth", "client_secret_basic"}});
        App unproven = keyed;
        unproven.secret.clear();
        QCOMPARE(ask(unproven, token()).text("error"), std::string("invalid_client")); // it has both to show
        QCOMPARE(ask(keyed, token()).status, 200);
    }
    void aSuspendedTenantSignsNothingIn() {
        const App theirs = world().addApp("evil", "worker", workloadRecord(trusting({{"subject", kWorkload}})));
        QCOMPARE(ask(theirs, token({{"aud", theirs.issuer}})).status, 200);
        world().admin("PATCH", "/tenants/evil", {{"status", "suspended"}});
        QVERIFY(ask(theirs, token({{"aud", theirs.issuer}})).status != 200);
        world().admin("PATCH", "/tenants/evil", {{"status", "active"}});
        QCOMPARE(ask(theirs, token({{"aud", theirs.issuer}})).status, 200);
    }

private:
    World& world() { return *m_world; }
    const Clock& clock() { return m_world->clock; }
    json::Object trusting(json::Object entry) {
        entry["issuer"] = m_platform->issuer();
        return entry;
    }
    App service(const std::string& name, const json::Object& trusted, const json::Object& more = {}) {
        return world().addApp("acme", name, workloadRecord(trusted, more));
    }
    json::Object claims() { return workloadClaims(*m_platform, m_app, clock()); }
    std::string token(const json::Object& changes = {}, const json::Object& headerChanges = {}) {
        return m_key.sign(changed({{"kid", "app-key"}, {"typ", "JWT"}}, headerChanges), changed(claims(), changes));
    }
    Answer ask(const App& app, const std::string& assertion, const Changes& more = {}) {
        return presentAssertion(world(), app, assertion, more);
    }
    std::string lastRefusal() {
        const auto records = world().audit(world().acme, "AccessDenied");
        return records.empty() ? std::string() : reasonOf(records.front());
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<ScriptedIdp> m_platform;
    AppKey m_key;
    App m_app;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Workloads)
#include "tst_workloads.moc"
