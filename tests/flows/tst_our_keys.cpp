// SPDX-License-Identifier: Apache-2.0
// What we publish about ourselves, the keys that we sign with, and what happens when they change.
#include <QtTest>

#include "jose/jws.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class OurKeys : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        m_tenant = world().addTenant("keys-" + std::to_string(m_count++), world().company);
        world().company.person(person("ann", m_tenant.slug + ".example"));
    }

    void everyAddressInTheMetadataAnswers_data() {
        QTest::addColumn<QString>("issuer");
        QTest::newRow("a tenant") << QString::fromStdString(world().url + "/t/acme");
        QTest::newRow("the front door") << QString::fromStdString(world().url);
    }
    void everyAddressInTheMetadataAnswers() {
        QFETCH(QString, issuer);
        Browser browser = world().browser();
        const Answer answer = browser.get(issuer.toStdString() + "/.well-known/openid-configuration");
        QCOMPARE(answer.status, 200);
        QCOMPARE(QString::fromStdString(answer.text("issuer")), issuer);
        QCOMPARE(std::string(answer.headers.get("Access-Control-Allow-Origin").value_or("")), std::string("*"));
        int addresses = 0;
        for (const auto& member : answer.object()) {
            const std::string name(member.key());
            if (name.ends_with("_endpoint") || name == "jwks_uri") {
                const std::string url(json::view(member.value().as_string()));
                QVERIFY2(url.starts_with(issuer.toStdString() + "/oauth2/"), url.c_str());
                QVERIFY2(browser.get(url).status != 404, url.c_str());
                ++addresses;
            }
        }
        QVERIFY(addresses >= 7);
        const json::Object document = answer.object();
        QCOMPARE(json::stringsMember(document, "response_types_supported"),
                 std::optional(std::vector<std::string>{"code"}));
        QCOMPARE(json::stringsMember(document, "code_challenge_methods_supported"),
                 std::optional(std::vector<std::string>{"S256"}));
        QCOMPARE(json::boolMember(document, "authorization_response_iss_parameter_supported"), std::optional(true));
    }
    void theOAuthMetadataIsTheSameDocument() {
        Browser browser = world().browser();
        const std::string one = browser.get(m_tenant.app.issuer + "/.well-known/openid-configuration").body;
        QCOMPARE(browser.get(world().url + "/.well-known/oauth-authorization-server/t/" + m_tenant.slug).body, one);
        QCOMPARE(browser.get(world().url + "/.well-known/oauth-authorization-server/t/nobody").status, 404);
    }

    // RFC 9068, OpenID Connect Core 1.0
    void tokensAreProvenByThePublishedKeysAndSayWhatTheyAre() {
        const Tokens tokens = signIn();
        const json::Object access = proven(tokens.access, "at+jwt");
        const json::Object id = proven(tokens.id, "JWT");
        QCOMPARE(std::string(*json::stringMember(access, "iss")), m_tenant.app.issuer);
        QCOMPARE(std::string(*json::stringMember(access, "client_id")), m_tenant.app.clientId);
        QCOMPARE(json::stringMember(access, "sub"), json::stringMember(id, "sub"));
        QCOMPARE(std::string(*json::stringMember(id, "aud")), m_tenant.app.clientId);
        QVERIFY(json::stringMember(access, "jti").has_value());
        QCOMPARE(*json::integerMember(access, "exp") - *json::integerMember(access, "iat"), std::int64_t(300));
        QCOMPARE(*json::integerMember(access, "iat"), toUnixSeconds(world().clock.now()));
        QVERIFY(json::stringMember(id, "at_hash").has_value());
        QVERIFY(!access.contains("nonce") && !access.contains("at_hash"));
    }

    // CR-15: the next key is known before it signs
    void aRotationBreaksNothing() {
        const Tokens before = signIn();
        const QStringList published = kids();
        QVERIFY(published.size() >= 2);
        world().admin("POST", m_tenant.path("/keys/rotate"));
        const Tokens after = signIn();
        QVERIFY(kidOf(after.id) != kidOf(before.id));
        QVERIFY2(published.contains(kidOf(after.id)), "a token is signed by a key that nobody could know");
        QVERIFY(kids().contains(kidOf(before.id)));
        QVERIFY(world().isActive(m_tenant.app, before.access));
        QVERIFY(world().isActive(m_tenant.app, after.access));
        QCOMPARE(world().userinfoStatus(m_tenant.app.issuer, before.access), 200);
        QCOMPARE(world().refresh(m_tenant.app, before.refresh).answer.status, 200);
        QVERIFY(!world().audit(m_tenant, "KeyActivated").empty());
    }

    // CR-15: an emergency revocation ends what the key has signed
    void aRevokedKeyProvesNothingAnyMore() {
        const Tokens before = signIn();
        const std::string kid = kidOf(before.id).toStdString();
        world().admin("POST", m_tenant.path("/keys/rotate"));
        QVERIFY(world().isActive(m_tenant.app, before.access));
        world().admin("POST", m_tenant.path("/keys/" + kid + "/revoke"));
        QVERIFY(!kids().contains(QString::fromStdString(kid)));
        QVERIFY(!world().isActive(m_tenant.app, before.access));
        QCOMPARE(world().userinfoStatus(m_tenant.app.issuer, before.access), 401);
        Browser browser = world().browser();
        QVERIFY(browser.get(m_tenant.app.issuer + "/oauth2/logout?id_token_hint=" + before.id).location.empty());
        // The person is not signed out by it.
        QCOMPARE(world().refresh(m_tenant.app, before.refresh).answer.status, 200);
        QCOMPARE(world().adminStatus("POST", world().evil.path("/keys/" + kid + "/revoke")), 404);
    }

    // CR-16, OP-45: without its keys a tenant answers 503, and the others do not notice
    void aSealedTenantIssuesNothingAndSaysSo() {
        const Tokens tokens = signIn();
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, m_tenant.app);
        const std::string callback = [&] {
            Browser other = world().browser();
            return world().toCallback(other, m_tenant.app);
        }();
        world().admin("PATCH", m_tenant.path(), {{"status", "sealed"}});
        QCOMPARE(world().redeem(m_tenant.app, code).answer.status, 503);
        QCOMPARE(world().refresh(m_tenant.app, tokens.refresh).answer.status, 503);
        QVERIFY(!world().isActive(m_tenant.app, tokens.access));
        QVERIFY(world().userinfoStatus(m_tenant.app.issuer, tokens.access) != 200);
        QCOMPARE(browser.get(callback).status, 503);
        const Answer asked = world().signIn(browser, m_tenant.app);
        QVERIFY(asked.status == 503 || asked.at("error") == "temporarily_unavailable");
        QVERIFY(asked.at("code").empty());
        Browser elsewhere = world().browser();
        world().company.person(person("ann"));
        QVERIFY(!world().tokensFor(elsewhere, world().acme.app).access.empty());
        world().admin("PATCH", m_tenant.path(), {{"status", "active"}});
        QVERIFY(world().isActive(m_tenant.app, tokens.access));
        QCOMPARE(world().redeem(m_tenant.app, code).answer.status, 200);
    }

private:
    World& world() { return *m_world; }
    Tokens signIn() {
        Browser browser = world().browser();
        return world().tokensFor(browser, m_tenant.app);
    }
    std::string jwks() {
        Browser browser = world().browser();
        return browser.get(m_tenant.app.issuer + "/oauth2/jwks").body;
    }
    QStringList kids() {
        QStringList out;
        const jose::JwkSet keys = jose::parseJwkSet(jwks()).value();
        for (const jose::Jwk& key : keys.keys) {
            out << QString::fromStdString(key.kid);
        }
        return out;
    }
    static QString kidOf(const std::string& token) {
        const auto header = json::parseObject(base64UrlDecode(token.substr(0, token.find('.'))).value()).value();
        return QString::fromStdString(std::string(*json::stringMember(header, "kid")));
    }
    /// The claims of a token, proven by the published keys like an app would.
    json::Object proven(const std::string& token, const char* type) {
        const jose::JwkSet keys = jose::parseJwkSet(jwks()).value();
        const auto verified = jose::verifyCompact(token, keys.keys, {{crypto::Signature::ES256}, type});
        return verified ? json::parseObject(verified->payload).value() : json::Object();
    }

    std::unique_ptr<World> m_world;
    Tenant m_tenant;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::OurKeys)
#include "tst_our_keys.moc"
