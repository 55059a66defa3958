// SPDX-License-Identifier: Apache-2.0
// Tokens that are bound to a key of the app (DPoP, RFC 9449): worth nothing to whoever has them without it.
#include <QtTest>

#include "tests/flows/app_key.h"

namespace gatehouse::flows {

class BoundTokens : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_app = world().addApp("acme", "portal-bound", {{"dpop", "optional"}});
        m_strict = world().addApp("acme", "portal-strict", {{"dpop", "required"}});
        m_public = world().addApp("acme", "spa", {{"type", "spa"}, {"auth", "none"}, {"dpop", "required"}});
        world().clock.advance(Seconds(5)); // past the second in which the broker began
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void theFirstProofIsAskedForOurNonceAndSpendsNoCode() {
        const std::string code = codeFor(m_app);
        const Tokens first = redeem(m_app, code, m_key, "");
        QCOMPARE(first.answer.status, 400);
        QCOMPARE(first.answer.text("error"), std::string("use_dpop_nonce"));
        const std::string nonce = nonceIn(first.answer);
        QVERIFY(!nonce.empty());
        const Tokens second = redeem(m_app, code, m_key, nonce);
        QCOMPARE(second.answer.status, 200);
        QCOMPARE(second.answer.text("token_type"), std::string("DPoP"));
        const json::Object about = introspected(m_app, second.access);
        QCOMPARE(std::string(json::stringMember(about, "token_type").value_or("")), std::string("DPoP"));
        QCOMPARE(std::string(json::stringMember(*json::objectMember(about, "cnf"), "jkt").value_or("")),
                 m_key.thumbprint());
    }
    void aNonceOfOursServesForAWhileAndNoOther() {
        const std::string nonce = freshNonce();
        QCOMPARE(redeem(m_app, codeFor(m_app), m_key, nonce).answer.status, 200);
        world().clock.advance(Seconds(299));
        QCOMPARE(redeem(m_app, codeFor(m_app), m_key, nonce).answer.status, 200);
        world().clock.advance(Seconds(302));
        QCOMPARE(redeem(m_app, codeFor(m_app), m_key, nonce).answer.text("error"), std::string("use_dpop_nonce"));
        QCOMPARE(redeem(m_app, codeFor(m_app), m_key, "made-up").answer.text("error"), std::string("use_dpop_nonce"));
    }
    void withoutAProofItDependsOnTheApp() {
        QCOMPARE(world().redeem(m_app, codeFor(m_app)).answer.text("token_type"), std::string("Bearer"));
        const Tokens refused = world().redeem(m_strict, codeFor(m_strict));
        QCOMPARE(refused.answer.text("error"), std::string("invalid_dpop_proof"));
        const App& off = world().acme.app;
        QCOMPARE(redeem(off, codeFor(off), m_key, freshNonce()).answer.text("token_type"), std::string("Bearer"));
    }

    // CR-17: the token alone is worth nothing
    void userinfoWantsTheKeyToo() {
        const Tokens tokens = bound(m_app, m_key);
        const std::string url = m_app.issuer + "/oauth2/userinfo";
        const auto proof = [&](const AppKey& key, const std::string& about) {
            return key.proof(clock(), "GET", url, {}, about);
        };
        QCOMPARE(userinfo(tokens.access, proof(m_key, tokens.access)).status, 200);
        QCOMPARE(world().userinfoStatus(m_app.issuer, tokens.access), 401); // as a bearer's
        QCOMPARE(userinfo(tokens.access, {}).status, 401);
        const AppKey other;
        QCOMPARE(userinfo(tokens.access, proof(other, tokens.access)).status, 401);
        QCOMPARE(userinfo(tokens.access, proof(m_key, "another token")).status, 401);
        QCOMPARE(userinfo(tokens.access, m_key.proof(clock(), "POST", url, {}, tokens.access)).status, 401);
        QCOMPARE(userinfo(tokens.access, m_key.proof(clock(), "GET", m_app.issuer + "/oauth2/token", {}, tokens.access))
                     .status,
                 401);
        const http::Headers once = proof(m_key, tokens.access);
        QCOMPARE(userinfo(tokens.access, once).status, 200);
        const Answer again = userinfo(tokens.access, once);
        QCOMPARE(again.status, 401);
        const std::string challenge(again.headers.get("WWW-Authenticate").value_or(""));
        QVERIFY2(challenge.starts_with("DPoP ") &&
                     challenge.find("error=\"invalid_dpop_proof\"") != std::string::npos &&
                     challenge.find("algs=\"ES256") != std::string::npos,
                 challenge.c_str());
        const Tokens bearer = world().redeem(m_app, codeFor(m_app));
        QCOMPARE(userinfo(bearer.access, proof(m_key, bearer.access)).status, 401); // it was never bound
    }

    void theRefreshTokensOfAPublicAppAreBoundToo() {
        const Tokens first = bound(m_public, m_key);
        const AppKey thief;
        const std::string nonce = freshNonce();
        QCOMPARE(refresh(m_public, first.refresh, thief, nonce).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(world().refresh(m_public, first.refresh).answer.text("error"), std::string("invalid_dpop_proof"));
        const Tokens second = refresh(m_public, first.refresh, m_key, nonce); // the thief ended nothing
        QCOMPARE(second.answer.status, 200);
        QCOMPARE(refresh(m_public, first.refresh, m_key, nonce).refresh, second.refresh); // an answer that was lost
        QCOMPARE(refresh(m_public, second.refresh, thief, nonce).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(refresh(m_public, second.refresh, m_key, nonce).answer.status, 200);
        world().clock.advance(Seconds(11));
        QCOMPARE(refresh(m_public, second.refresh, m_key, freshNonce()).answer.text("error"),
                 std::string("invalid_grant"));
    }
    void anAppWithASecretMayChangeItsKey() {
        const Tokens first = bound(m_app, m_key);
        const AppKey next;
        const Tokens second = refresh(m_app, first.refresh, next, freshNonce());
        QCOMPARE(second.answer.status, 200);
        const json::Object about = introspected(m_app, second.access);
        QCOMPARE(std::string(json::stringMember(*json::objectMember(about, "cnf"), "jkt").value_or("")),
                 next.thumbprint());
    }

    // RFC 9449, 10
    void aCodeMayBeBoundBeforeItIsMade() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, m_app, {{"dpop_jkt", m_key.thumbprint()}});
        const AppKey thief;
        QCOMPARE(redeem(m_app, code, thief, freshNonce()).answer.text("error"), std::string("invalid_grant"));
        Browser another = world().browser();
        const std::string mine = world().codeFor(another, m_app, {{"dpop_jkt", m_key.thumbprint()}});
        QCOMPARE(redeem(m_app, mine, m_key, freshNonce()).answer.status, 200);
        Browser third = world().browser();
        QCOMPARE(world().signIn(third, m_app, {{"dpop_jkt", "short"}}).at("error"), std::string("invalid_request"));
    }

private:
    World& world() { return *m_world; }
    const Clock& clock() { return m_world->clock; }
    std::string codeFor(const App& app) {
        Browser browser = world().browser();
        return world().codeFor(browser, app);
    }
    static std::string nonceIn(const Answer& answer) {
        return std::string(answer.headers.get("DPoP-Nonce").value_or(""));
    }
    std::string freshNonce() {
        http::Parameters form;
        form.append("grant_type", "refresh_token");
        return nonceIn(world().call(m_app, "token", std::move(form)));
    }
    http::Headers proofFor(const App& app, const AppKey& key, const std::string& nonce) {
        return key.proof(clock(), "POST", app.issuer + "/oauth2/token", nonce);
    }
    Tokens redeem(const App& app, const std::string& code, const AppKey& key, const std::string& nonce) {
        return world().redeem(app, code, {}, proofFor(app, key, nonce));
    }
    Tokens refresh(const App& app, const std::string& token, const AppKey& key, const std::string& nonce) {
        return world().refresh(app, token, {}, proofFor(app, key, nonce));
    }
    Tokens bound(const App& app, const AppKey& key) {
        Tokens tokens = redeem(app, codeFor(app), key, freshNonce());
        if (tokens.answer.text("token_type") != "DPoP") {
            qFatal("no bound tokens: %s", tokens.answer.body.c_str());
        }
        return tokens;
    }
    json::Object introspected(const App& app, const std::string& token) {
        http::Parameters form;
        form.append("token", token);
        return world().call(app, "introspect", std::move(form)).object();
    }
    Answer userinfo(const std::string& token, const http::Headers& proof) {
        http::OutboundRequest request;
        request.url = m_app.issuer + "/oauth2/userinfo";
        request.headers = proof;
        request.headers.set("Authorization", "DPoP " + token);
        return exchange(*world().client, request);
    }

    std::unique_ptr<World> m_world;
    AppKey m_key;
    App m_app, m_strict, m_public;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::BoundTokens)
#include "tst_bound_tokens.moc"
