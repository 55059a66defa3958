// SPDX-License-Identifier: Apache-2.0
// Several active keys at once, one of each algorithm; each app has its answers signed as it asked.
#include <QtTest>

#include "crypto/hash.h"
#include "jose/jws.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class KeyAlgorithms : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_tenant = world().addTenant("algorithms", world().company);
        for (const char* alg : {"PS256", "EdDSA", "RS256"}) {
            activate(m_tenant, alg);
        }
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann", "algorithms.example")); }

    void anAppsIdTokensAreSignedAsItAsked_data() {
        QTest::addColumn<QByteArray>("alg");
        QTest::addColumn<bool>("longHash");
        QTest::newRow("ES256") << QByteArray("ES256") << false;
        QTest::newRow("PS256") << QByteArray("PS256") << false;
        QTest::newRow("EdDSA") << QByteArray("EdDSA") << true;
        QTest::newRow("RS256") << QByteArray("RS256") << false;
    }
    void anAppsIdTokensAreSignedAsItAsked() {
        QFETCH(QByteArray, alg);
        QFETCH(bool, longHash);
        const App app = appWith("idTokenSignedResponseAlg", alg.constData());
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app);
        const json::Object claims = proven(tokens.id, alg.constData(), "JWT");
        QCOMPARE(std::string(json::stringMember(claims, "aud").value_or("")), app.clientId);
        // OpenID Connect Core 1.0, 3.1.3.6: the left half of the hash that the algorithm uses.
        const Bytes hash = crypto::hash(longHash ? crypto::Digest::Sha512 : crypto::Digest::Sha256, tokens.access);
        QCOMPARE(std::string(json::stringMember(claims, "at_hash").value_or("")),
                 base64UrlEncode(std::string_view(hash).substr(0, hash.size() / 2)));
        // What others prove is in the default.
        QVERIFY(!proven(tokens.access, "ES256", "at+jwt").empty());
        QVERIFY(world().isActive(app, tokens.access));
        // And a refresh goes on in the same.
        QVERIFY(!proven(world().refresh(app, tokens.refresh).id, alg.constData(), "JWT").empty());
        // A hint of ours is taken in each.
        const std::string after = std::string(World::kAfterLogout);
        const Answer out = browser.get(app.issuer + "/oauth2/logout?id_token_hint=" + tokens.id +
                                       "&post_logout_redirect_uri=" + http::percentEncode(after));
        QVERIFY2(out.location.starts_with(after), out.body.c_str());
        QVERIFY(!world().isActive(app, tokens.access));
    }
    void otherAnswersAreSignedAsTheAppAsked() {
        const App app = appWith("userinfoSignedResponseAlg", "RS256");
        world().admin("PATCH", app.admin,
                      {{"authorizationSignedResponseAlg", "PS256"}, {"introspectionSignedResponseAlg", "EdDSA"}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app);
        const http::OutboundResponse userinfo = userinfoOf(app, tokens.access);
        QCOMPARE(std::string(userinfo.headers.get("Content-Type").value_or("")), std::string("application/jwt"));
        const json::Object about = proven(userinfo.body, "RS256", "JWT");
        QCOMPARE(std::string(json::stringMember(about, "aud").value_or("")), app.clientId);
        QCOMPARE(std::string(json::stringMember(about, "iss").value_or("")), app.issuer);
        QCOMPARE(json::stringMember(about, "sub"), json::stringMember(tokens.claims, "sub"));

        http::Parameters form;
        form.append("token", tokens.access);
        http::Headers accept;
        accept.set("Accept", "application/token-introspection+jwt");
        QVERIFY(
            !proven(world().call(app, "introspect", form, accept).body, "EdDSA", "token-introspection+jwt").empty());

        const std::string answer = world().signIn(browser, app, {{"response_mode", "jwt"}}).at("response");
        QVERIFY(!proven(answer, "PS256", "JWT").empty()); // from the session
        Browser fresh = world().browser();
        QVERIFY(!proven(world().signIn(fresh, app, {{"response_mode", "jwt"}}).at("response"), "PS256", "JWT").empty());
    }
    void plainUserinfoStaysJson() {
        const App app = appWith("idTokenSignedResponseAlg", "RS256");
        Browser browser = world().browser();
        const http::OutboundResponse answer = userinfoOf(app, world().tokensFor(browser, app).access);
        QVERIFY(json::parseObject(answer.body).has_value());
    }
    void metadataNamesWhatTheRingCanDo() {
        Browser browser = world().browser();
        const auto named = [&](const std::string& issuer, const char* member) {
            return json::stringsMember(browser.get(issuer + "/.well-known/openid-configuration").object(), member)
                .value_or(std::vector<std::string>());
        };
        const std::vector<std::string> all{"ES256", "PS256", "EdDSA", "RS256"};
        for (const char* member :
             {"id_token_signing_alg_values_supported", "userinfo_signing_alg_values_supported",
              "authorization_signing_alg_values_supported", "introspection_signing_alg_values_supported"}) {
            QCOMPARE(named(m_tenant.app.issuer, member), all);
            QCOMPARE(named(world().acme.app.issuer, member), std::vector<std::string>{"ES256"});
            QCOMPARE(named(world().url, member), std::vector<std::string>{"ES256"});
        }
    }
    void anAlgorithmWithoutAKeyIsRefusedWhereItIsAskedFor() {
        const auto reply = world().adminReply("PATCH", world().acme.app.admin, {{"idTokenSignedResponseAlg", "RS256"}});
        QCOMPARE(reply.status, 422);
        QVERIFY(reply.body.find("signing_key_missing") != std::string::npos);
        for (const char* alg : {"none", "HS256", "ES384", ""}) {
            QCOMPARE(world().adminStatus("PATCH", m_tenant.app.admin, {{"idTokenSignedResponseAlg", alg}}), 422);
        }
        world().admin("POST", world().acme.path("/keys"), {{"alg", "RS256"}}); // a next key signs nothing yet
        QCOMPARE(world().adminStatus("PATCH", world().acme.app.admin, {{"idTokenSignedResponseAlg", "RS256"}}), 422);
    }
    void theMemberCanBeTakenBack() {
        const App app = appWith("idTokenSignedResponseAlg", "RS256");
        world().admin("PATCH", app.admin, {{"idTokenSignedResponseAlg", nullptr}});
        Browser browser = world().browser();
        QVERIFY(!proven(world().tokensFor(browser, app).id, "ES256", "JWT").empty());
    }
    // RFC 8725, 3.1: a key proves under its own algorithm alone, whatever the header says
    void aTokenDoesNotChooseItsAlgorithm() {
        const App app = appWith("idTokenSignedResponseAlg", "PS256");
        Browser browser = world().browser();
        const std::string token = world().tokensFor(browser, app).access;
        const std::string rest = token.substr(token.find('.'));
        const auto header = json::parseObject(base64UrlDecode(token.substr(0, token.find('.'))).value()).value();
        for (const char* alg : {"RS256", "PS256", "EdDSA", "none", "HS256"}) {
            json::Object forged = header;
            forged["alg"] = alg;
            QVERIFY(!world().isActive(app, base64UrlEncode(json::write(forged)) + rest));
        }
        QVERIFY(world().isActive(app, token));
    }
    // An app of the front door at the issuer of a tenant that cannot sign for it: told so, and no 5xx
    void anAppOfTheFrontDoorIsToldWhereItsAlgorithmIsMissing() {
        activate({}, "RS256");
        App shared = world().addApp("", "Everywhere", {{"idTokenSignedResponseAlg", "RS256"}});
        shared.issuer = world().url + "/t/acme";
        Browser browser = world().browser();
        world().company.person(person("ann"));
        const Answer refused = world().redeem(shared, world().codeFor(browser, shared)).answer;
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("error"), std::string("invalid_request"));
    }

private:
    World& world() { return *m_world; }
    /// Publishes a key and lets it sign at once.
    void activate(const Tenant& tenant, const char* alg) {
        const std::string keys = tenant.slug.empty() ? "/keys" : tenant.path("/keys");
        const json::Object made = world().admin("POST", keys, {{"alg", alg}});
        world().admin("POST", keys + "/" + std::string(*json::stringMember(made, "kid")) + "/activate",
                      {{"force", true}, {"reason", "nobody uses it yet"}});
    }
    App appWith(const char* member, const char* alg) {
        return world().addApp(m_tenant.slug, "App " + std::to_string(m_count++),
                              {{member, alg}, {"postLogoutRedirectUris", json::Array{World::kAfterLogout}}});
    }
    http::OutboundResponse userinfoOf(const App& app, const std::string& token) {
        http::OutboundRequest request;
        request.method = "GET";
        request.url = app.issuer + "/oauth2/userinfo";
        request.headers.set("Authorization", "Bearer " + token);
        return world().client->send("", request).value();
    }
    /// The claims, proven by the published keys like an app would that expects this algorithm.
    json::Object proven(const std::string& token, const char* alg, const char* type) {
        Browser browser = world().browser();
        const auto keys = jose::parseJwkSet(browser.get(m_tenant.app.issuer + "/oauth2/jwks").body).value();
        const auto verified =
            jose::verifyCompact(token, keys.keys, {{jose::parseSignature(alg).value()}, std::string(type)});
        return verified ? json::parseObject(verified->payload).value() : json::Object();
    }

    std::unique_ptr<World> m_world;
    Tenant m_tenant;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::KeyAlgorithms)
#include "tst_key_algorithms.moc"
