// SPDX-License-Identifier: Apache-2.0
// Tokens of ours, and what an app signs, that somebody forged, bent or took from elsewhere, at every place that reads
// one (security.md, CR-01 to CR-06, CR-22 to CR-24): only the genuine token of the right kind gets through. What others
// sign is in tst_forged_assertions.
#include <QtTest>

#include "base/log.h"
#include "tests/flows/assertions.h"
#include "tests/flows/relying_party.h"
#include "tests/flows/token_place.h"

namespace gatehouse::flows {
namespace {

// Kinds of token.
const char* const kAccess = "access token";
const char* const kRefresh = "refresh token";
const char* const kId = "ID token";
const char* const kService = "service's access token";
const char* const kRevoker = "access token to revoke with";
const char* const kAdmin = "administrator's access token";

const char* const kChat = "https://chat.example";
const char* const kTypes = "urn:ietf:params:oauth:token-type:";

} // namespace

class ForgedTokens : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        log::configure(log::Format::Text, log::Level::Error);
        m_world = std::make_unique<World>();
        m_agent = service("agent", {{"grantTypes", json::Array{"client_credentials", kTokenExchange}},
                                    {"scopes", json::Array{"openid", "email"}}});
        m_robot = service("robot", {{"scopes", json::Array{"tokens.revoke_all"}}});
        m_keyed = service("keyed", {{"auth", "private_key_jwt"}, {"jwks", m_key.jwks()}});
        m_keyed.secret.clear();
        json::Object rsa = m_rsa.publicJwk();
        rsa.erase("alg"); // the key alone says what it proves
        m_old = service("old", {{"auth", "private_key_jwt"}, {"jwks", {{"keys", json::Array{rsa}}}}});
        m_old.secret.clear();
        m_signing = world().addApp("acme", "signing", {{"jwks", m_key.jwks()}, {"dpop", "required"}});
        m_console = world().addApp("", "console", {{"scopes", json::Array{"openid", "admin"}}});
        m_app = world().acme.app;
        world().admin("PATCH", m_app.admin,
                      {{"grantTypes", json::Array{"authorization_code", "refresh_token", kTokenExchange}},
                       {"actors", json::Array{m_agent.clientId}},
                       {"backchannelLogoutUri", m_party.address()},
                       {"userinfoSignedResponseAlg", "ES256"},
                       {"resourceServers", json::Array{{{"issuer", kChat}, {"clientId", "portal-at-chat"}}}}});
        world().clock.advance(Seconds(5)); // past the second in which the broker began
        world().company.person(person("bob"));
        Browser bobs = world().browser();
        (void)world().tokensFor(bobs, m_app); // whom the robot revokes
        world().company.person(person("ann"));
        m_browser = std::make_unique<Browser>(world().browser());
        signInAgain();
        world().admin("POST", "/admins", {{"tenant", "acme"}, {"user", "ann@acme.example"}, {"role", "tenant-admin"}});
        m_places = places();
    }
    void cleanupTestCase() {
        m_places.clear();
        m_browser.reset();
        m_world.reset();
    }

    void theGenuineTokenIsTaken() {
        const Trial trial = tryGenuine(m_places);
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
    }
    void whatAnybodyCanForgeIsRefused() {
        const Trial trial = tryForged(m_places);
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
        QVERIFY(trial.tried > 12 * 50);
    }
    void whatTheRightKeySignedOutOfFormIsRefused() {
        const Trial trial = tryMalformed(m_places);
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
        QVERIFY(trial.tried > 3 * 25);
    }
    // CR-24: by the right key, and yet another kind
    void aTypeOfAnotherKindIsRefused() {
        const Trial trial = tryOtherTypes(m_places);
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
        QCOMPARE(trial.tried, 3 * 14);
    }
    void aTokenOfAnotherKindIsRefused() {
        const Trial trial = tryOtherKinds(m_places, others());
        QVERIFY2(trial.wrong.empty(), trial.wrong.c_str());
        QVERIFY(trial.tried > 12 * 15);
    }

private:
    World& world() { return *m_world; }
    App service(const std::string& name, const json::Object& more) {
        return world().addApp("acme", name,
                              changed({{"type", "service"},
                                       {"redirectUris", json::Array{}},
                                       {"postLogoutRedirectUris", json::Array{}},
                                       {"grantTypes", json::Array{"client_credentials"}}},
                                      more));
    }
    // What a test ended is there anew.
    void signInAgain() {
        m_tokens = world().tokensFor(*m_browser, m_app);
        m_admins = world().tokensFor(*m_browser, m_console, {{"scope", "openid admin"}, {"organization", "acme"}});
    }

    json::Object keyOf(const std::string& token, const std::string& issuer) {
        http::OutboundRequest request;
        request.url = issuer + "/oauth2/jwks";
        const json::Object set = exchange(*world().client, request).object();
        for (const json::Value& key : *json::arrayMember(set, "keys")) {
            if (json::stringMember(key.as_object(), "kid") == json::stringMember(headerOf(token), "kid")) {
                return key.as_object();
            }
        }
        qFatal("the key of our own token is not published");
    }

    std::vector<Place> places() {
        const Sign sign = [this](const std::string& header, const std::string& payload) {
            return m_key.signText(header, payload);
        };
        const auto access = [this] { return m_tokens.access; };
        const auto id = [this] { return m_tokens.id; };
        const json::Object ours = keyOf(m_tokens.access, m_app.issuer);
        return {
            {"userinfo", {kAccess}, access, [this](const std::string& token) { return userinfo(token); }, ours},
            {"introspection",
             {kAccess, kRefresh, kService, kRevoker},
             access,
             [this](const std::string& token) { return world().isActive(m_app, token); },
             ours},
            {"revocation",
             {kAccess, kRefresh},
             access,
             [this](const std::string& token) { return revokes(token); },
             ours},
            {"exchange, its subject",
             {kAccess},
             access,
             [this](const std::string& token) { return isSubject(token); },
             ours},
            {"exchange, its actor",
             {kService},
             [this] { return ownToken(world(), m_agent); },
             [this](const std::string& token) { return acts(token); },
             ours},
            {"exchange for an identity assertion",
             {kId},
             id,
             [this](const std::string& token) { return isAsserted(token); },
             ours},
            {"global revocation",
             {kRevoker},
             [this] { return ownToken(world(), m_robot, "tokens.revoke_all"); },
             [this](const std::string& token) { return revokesAll(token); },
             ours},
            {"the Admin API",
             {kAdmin},
             [this] { return m_admins.access; },
             [this](const std::string& token) { return administers(token); },
             keyOf(m_admins.access, m_console.issuer)},
            {"authorize, a hint", {kId}, id, [this](const std::string& token) { return hinted(token); }, ours},
            {"logout, a hint", {kId}, id, [this](const std::string& token) { return leadsBack(token); }, ours},
            {"token, a proof of the app",
             {"client assertion"},
             [this] { return *m_key.assertion(m_keyed, world().clock).back().second; },
             [this](const std::string& token) { return proves(m_keyed, token); },
             m_key.publicJwk(),
             sign,
             {"", "JWT", "client-authentication+jwt"}},
            {"token, a proof of the app by RSA",
             {"client assertion by RSA"},
             [this] { return m_rsa.sign(payloadOf(*m_key.assertion(m_old, world().clock).back().second)); },
             [this](const std::string& token) { return proves(m_old, token); },
             m_rsa.publicJwk()},
            {"authorize, a signed request",
             {"request object"},
             [this] { return parameterOf(signedUrl(), "request"); },
             [this](const std::string& token) { return asks(token); },
             m_key.publicJwk(),
             sign,
             {"", "JWT", "oauth-authz-req+jwt"}},
            {"token, a proof of possession",
             {"DPoP proof"},
             [this] { return std::string(proofFor(world(), m_signing, m_key).get("DPoP").value_or("")); },
             [this](const std::string& token) { return binds(token); },
             m_key.publicJwk(),
             sign,
             {"dpop+jwt"},
             true},
        };
    }

    // Everything else that we hand out to the same app about the same person, and what is no JWT.
    std::vector<OtherToken> others() {
        http::Parameters form;
        form.append("token", m_tokens.access);
        http::Headers accept;
        accept.set("Accept", "application/token-introspection+jwt");
        http::OutboundRequest about;
        about.url = m_app.issuer + "/oauth2/userinfo";
        about.headers.set("Authorization", "Bearer " + m_tokens.access);
        std::vector<OtherToken> all{
            {kRefresh, m_tokens.refresh},
            {"client secret", m_app.secret},
            {"user's id", m_tokens.claim("sub")},
            {"code", world().codeFor(*m_browser, m_app)},
            {"authorization response", world().signIn(*m_browser, m_app, {{"response_mode", "jwt"}}).at("response")},
            {"userinfo", exchange(*world().client, about).body},
            {"introspection", world().call(m_app, "introspect", std::move(form), accept).body},
            {"identity assertion", assertedBy(m_tokens.id).text("access_token")},
            {"logout token", loggedOut()},
        };
        for (const OtherToken& each : all) {
            if (each.token.empty()) {
                qFatal("no %s", each.kind.c_str());
            }
        }
        return all;
    }
    std::string loggedOut() {
        const std::size_t before = m_party.told().size();
        Browser other = world().browser();
        const Tokens tokens = world().tokensFor(other, m_app);
        world().admin("DELETE", world().acme.path("/sessions/") + tokens.claim("sid"));
        (void)QTest::qWaitFor([&] { return m_party.told().size() > before; });
        return m_party.told().size() > before ? m_party.told().back() : std::string();
    }

    // Who may do what with a token
    bool revokes(const std::string& token) {
        http::Parameters form;
        form.append("token", token);
        (void)world().call(m_app, "revoke", std::move(form));
        if (world().isActive(m_app, m_tokens.access)) {
            return false;
        }
        signInAgain();
        return true;
    }
    bool isSubject(const std::string& token) {
        return exchangeToken(world(), m_app, {{"subject_token", token}}).status == 200;
    }
    bool acts(const std::string& token) {
        return exchangeToken(world(), m_agent,
                             {{"subject_token", m_tokens.access},
                              {"actor_token", token},
                              {"actor_token_type", std::string(kTypes) + "access_token"}})
                   .status == 200;
    }
    Answer assertedBy(const std::string& token) {
        return exchangeToken(world(), m_app,
                             {{"subject_token", token},
                              {"subject_token_type", std::string(kTypes) + "id_token"},
                              {"requested_token_type", std::string(kTypes) + "id-jag"},
                              {"audience", kChat}});
    }
    bool isAsserted(const std::string& token) { return assertedBy(token).status == 200; }
    bool revokesAll(const std::string& token) {
        if (!fitsAHeader(token)) {
            return false;
        }
        http::OutboundRequest request;
        request.method = "POST";
        request.url = m_app.issuer + "/oauth2/global-token-revocation";
        request.headers.set("Content-Type", "application/json");
        request.headers.set("Authorization", "Bearer " + token);
        request.body = R"({"sub_id":{"format":"email","email":"bob@acme.example"}})";
        return exchange(*world().client, request).status == 204;
    }
    bool administers(const std::string& token) {
        Tokens tokens;
        tokens.access = token;
        return fitsAHeader(token) && world().adminStatus(tokens, "GET", world().acme.path()) == 200;
    }

    bool userinfo(const std::string& token) {
        return fitsAHeader(token) && world().userinfoStatus(m_app.issuer, token) == 200;
    }
    // prompt=none with a hint that is not believed is not answered from the session.
    bool hinted(const std::string& token) {
        Browser browser = *m_browser;
        const std::string url = world().authorizeUrl(m_app, {{"prompt", "none"}});
        http::Parameters form = http::Parameters::parse(url.substr(url.find('?') + 1)).value();
        form.append("id_token_hint", token);
        return !browser.post(m_app.issuer + "/oauth2/authorize", form).at("code").empty();
    }
    // With a hint that is believed, and no session, logout leads back to the app at once.
    bool leadsBack(const std::string& token) {
        Browser stranger = world().browser();
        http::Parameters query;
        query.append("id_token_hint", token);
        query.append("client_id", m_app.clientId);
        query.append("post_logout_redirect_uri", World::kAfterLogout);
        const Answer answer = stranger.post(m_app.issuer + "/oauth2/logout", query);
        if (answer.location.starts_with(World::kAfterLogout)) {
            signInAgain(); // that session is over
            return true;
        }
        return false;
    }
    bool proves(const App& app, const std::string& token) {
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        form.append("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.append("client_assertion", token);
        return world().call(app, "token", std::move(form)).status == 200;
    }
    std::string signedUrl() {
        return m_key.signedRequest(world().authorizeUrl(m_signing), m_signing, world().clock, {{"jti", "some-id"}});
    }
    bool asks(const std::string& token) {
        Browser browser = *m_browser;
        http::Parameters query;
        query.append("client_id", m_signing.clientId);
        query.append("request", token);
        return !browser.post(m_signing.issuer + "/oauth2/authorize", query).at("code").empty();
    }
    // A code that nobody has shows whether the proof was taken: the grant is judged after it.
    bool binds(const std::string& token) {
        if (!fitsAHeader(token)) {
            return false;
        }
        http::Headers headers;
        headers.set("DPoP", token);
        return world().redeem(m_signing, "no-such-code", {}, headers).answer.text("error") == "invalid_grant";
    }

    RelyingParty m_party; ///< outlives the broker that tells it
    std::unique_ptr<World> m_world;
    std::unique_ptr<Browser> m_browser;
    AppKey m_key;
    test::ProviderKey m_rsa{"rsa-key", crypto::KeyType::Rsa};
    App m_app, m_agent, m_robot, m_keyed, m_old, m_signing, m_console;
    Tokens m_tokens, m_admins;
    std::vector<Place> m_places;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ForgedTokens)
#include "tst_forged_tokens.moc"
