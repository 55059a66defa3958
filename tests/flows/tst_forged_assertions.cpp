// SPDX-License-Identifier: Apache-2.0
// What others sign, forged, bent or taken from elsewhere, at every place that reads it (security.md, CR-01 to CR-06,
// CR-22 to CR-24): a workload's token, an identity assertion, a logout token, a revocation token, and at the end of a
// sign-in the ID token. All of them by one key, which says nothing about what each is for. Our own are in
// tst_forged_tokens.
#include <QtTest>

#include "base/log.h"
#include "crypto/random.h"
#include "tests/flows/assertions.h"
#include "tests/flows/token_place.h"

namespace gatehouse::flows {

class ForgedAssertions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        log::configure(log::Format::Text, log::Level::Error);
        m_world = std::make_unique<World>();
        m_worker = world().addApp("acme", "builder",
                                  workloadRecord({{"issuer", world().company.issuer()}, {"subject", kWorkload}}));
        m_taker = world().addApp("acme", "backend", {{"grantTypes", json::Array{"authorization_code", kJwtBearer}}});
        world().company.change([&](ScriptedIdp::Script& script) { script.keys = json::Array{m_key.publicJwk()}; });
        signBy([this](const json::Object& claims) { return signedAs("", claims); });
        world().company.change([](ScriptedIdp::Script& script) { script.person = person("bob"); });
        Browser bobs = world().browser();
        (void)world().tokensFor(bobs, world().acme.app); // whom the provider revokes
        json::Object ann = person("ann");
        ann["sid"] = "at-the-provider";
        world().company.change([&](ScriptedIdp::Script& script) { script.person = ann; });
        Browser browser = world().browser();
        m_tokens = world().tokensFor(browser, world().acme.app);
        m_places = places();
    }
    void cleanupTestCase() {
        m_places.clear();
        m_world.reset();
    }

    void theGenuineTokenIsTaken() {
        const Trial trial = tryGenuine(m_places);
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
    }
    void whatAnybodyCanForgeIsRefused() {
        const Trial trial = tryForged(m_places);
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
        QVERIFY(trial.tried > 4 * 50);
    }
    void whatTheRightKeySignedOutOfFormIsRefused() {
        const Trial trial = tryMalformed(m_places);
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
        QVERIFY(trial.tried > 4 * 25);
    }
    // CR-24
    void aTypeOfAnotherKindIsRefused() {
        const Trial trial = tryOtherTypes(m_places);
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
        QCOMPARE(trial.tried, 4 * 14);
    }
    void aTokenOfAnotherKindIsRefused() {
        const std::string idToken = signedAs("", idClaims("n"));
        const Trial trial = tryOtherKinds(m_places, {{"ID token of the provider", idToken},
                                                     {"ID token of ours", m_tokens.id},
                                                     {"access token", m_tokens.access},
                                                     {"refresh token", m_tokens.refresh}});
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
        QCOMPARE(trial.tried, 4 * (4 + 3));
    }

    // RP-06, RP-08, RP-10: the same for what a sign-in ends with
    void anIdTokenIsTakenByItsKeyAlone() {
        QVERIFY(signsIn([](const std::string& genuine) { return genuine; }));
        const std::size_t count = forgeries(signedAs("", idClaims("n")), m_key.publicJwk()).size();
        QVERIFY(count > 50);
        for (std::size_t i = 0; i < count; ++i) {
            std::string name;
            const bool through = signsIn([&](const std::string& genuine) {
                Forged forged = forgeries(genuine, m_key.publicJwk()).at(i);
                name = forged.name;
                return forged.token;
            });
            QVERIFY2(!through, name.c_str());
        }
        QVERIFY(signsIn([](const std::string& genuine) { return genuine; }));
    }
    void anIdTokenThatIsOutOfFormIsRefused() {
        const std::size_t count = malformed(signedAs("", idClaims("n")), byKey()).size();
        QVERIFY(count > 25);
        for (std::size_t i = 0; i < count; ++i) {
            std::string name;
            const bool through = signsIn([&](const std::string& genuine) {
                Forged forged = malformed(genuine, byKey()).at(i);
                name = forged.name;
                return forged.token;
            });
            QVERIFY2(!through, name.c_str());
        }
    }
    void anotherKindOfTokenIsNoIdToken() {
        for (const Place& place : m_places) {
            QVERIFY2(!signsIn([&](const std::string&) { return place.genuine(); }), place.name.c_str());
        }
        for (const char* type : {"at+jwt", "logout+jwt", "secevent+jwt", kIdentityAssertionType}) {
            QVERIFY2(!signsIn([&](const std::string& genuine) { return signedAs(type, payloadOf(genuine)); }), type);
        }
        QVERIFY(signsIn([&](const std::string& genuine) { return signedAs("JWT", payloadOf(genuine)); }));
    }

private:
    World& world() { return *m_world; }
    const Clock& clock() { return m_world->clock; }
    Sign byKey() {
        return
            [this](const std::string& header, const std::string& payload) { return m_key.signText(header, payload); };
    }
    std::string signedAs(const std::string& type, const json::Object& claims) {
        return m_key.sign(changed({{"kid", "app-key"}}, {{"typ", type.empty() ? json::Value() : json::Value(type)}}),
                          claims);
    }
    void signBy(std::function<std::string(const json::Object&)> by) {
        world().company.change([&](ScriptedIdp::Script& script) { script.sign = std::move(by); });
    }
    /// Whether a sign-in ends well with what `bend` makes of its ID token.
    bool signsIn(const std::function<std::string(const std::string& genuine)>& bend) {
        signBy([&](const json::Object& claims) { return bend(signedAs("", claims)); });
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, world().acme.app);
        signBy([this](const json::Object& claims) { return signedAs("", claims); });
        return !answer.at("code").empty() || !browser.cookies["gh_session_acme"].empty();
    }
    /// What the provider says of ann to us, but for what else a token needs.
    json::Object about(const json::Object& more) {
        const std::int64_t now = toUnixSeconds(clock().now());
        return changed({{"iss", world().company.issuer()},
                        {"aud", "gatehouse-acme"},
                        {"iat", now},
                        {"exp", now + 300},
                        {"jti", crypto::randomToken()}},
                       more);
    }
    json::Object idClaims(const std::string& nonce) {
        return about({{"sub", "subject-of-ann"}, {"nonce", nonce}, {"jti", nullptr}});
    }
    std::string endpoint() { return world().acme.app.issuer + "/oauth2/global-token-revocation"; }

    std::vector<Place> places() {
        return {
            {"the grant of a workload",
             {"workload's token"},
             [this] { return signedAs("JWT", workloadClaims(world().company, m_worker, clock())); },
             [this](const std::string& token) { return presentAssertion(world(), m_worker, token).status == 200; },
             m_key.publicJwk(),
             byKey(),
             {"", "JWT"}},
            {"the grant of an identity assertion",
             {"identity assertion"},
             [this] {
                 return signedAs(kIdentityAssertionType,
                                 identityClaims(world().company, "subject-of-ann", m_taker, clock()));
             },
             [this](const std::string& token) { return presentAssertion(world(), m_taker, token).status == 200; },
             m_key.publicJwk(),
             byKey(),
             {kIdentityAssertionType}},
            {"the back-channel logout",
             {"logout token"},
             [this] {
                 const json::Object events{{"http://schemas.openid.net/event/backchannel-logout", json::Object()}};
                 return signedAs("logout+jwt", about({{"sid", "at-the-provider"}, {"events", events}}));
             },
             [this](const std::string& token) { return logsOut(token); },
             m_key.publicJwk(),
             byKey(),
             {"", "JWT", "logout+jwt"}},
            {"the global token revocation",
             {"revocation token"},
             [this] {
                 const json::Object claims = about({{"sub", "gatehouse-acme"}, {"aud", endpoint()}});
                 return signedAs("global-token-revocation+jwt", claims);
             },
             [this](const std::string& token) { return revokesAll(token); },
             m_key.publicJwk(),
             byKey(),
             {"global-token-revocation+jwt"}},
        };
    }
    Answer post(const std::string& url, const char* type, const std::string& body, const std::string& bearer = {}) {
        http::OutboundRequest request;
        request.method = "POST";
        request.url = url;
        request.headers.set("Content-Type", type);
        if (!bearer.empty()) {
            request.headers.set("Authorization", "Bearer " + bearer);
        }
        request.body = body;
        return exchange(*world().client, request);
    }
    bool logsOut(const std::string& token) {
        http::Parameters form;
        form.append("logout_token", token);
        return post(world().url + "/sso/oidc/" + world().acme.connection + "/backchannel-logout",
                    "application/x-www-form-urlencoded", form.encode())
                   .status == 200;
    }
    bool revokesAll(const std::string& token) {
        return fitsAHeader(token) && post(endpoint(), "application/json",
                                          R"({"sub_id":{"format":"email","email":"bob@acme.example"}})", token)
                                             .status == 204;
    }

    std::unique_ptr<World> m_world;
    AppKey m_key;
    App m_worker, m_taker;
    Tokens m_tokens;
    std::vector<Place> m_places;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ForgedAssertions)
#include "tst_forged_assertions.moc"
