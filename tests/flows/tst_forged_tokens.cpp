// SPDX-License-Identifier: Apache-2.0
// Tokens that somebody forged, bent or took from elsewhere, at every place that reads one (security.md, CR-01 to CR-06,
// CR-22 to CR-24): only the genuine token of the right kind gets through. Tokens of identity providers are in
// tst_id_token_attacks.
#include <QtTest>

#include "base/log.h"
#include "tests/flows/app_key.h"
#include "tests/flows/forged.h"

namespace gatehouse::flows {
namespace {

/// A place that reads a token, with one that it takes.
struct Place {
    std::string name;
    std::function<std::string()> genuine;            ///< a fresh one
    std::function<bool(const std::string&)> accepts; ///< of the right kind and by the right key
    json::Object key;                                ///< that proves it
    Sign sign;                                       ///< with that key; none: only the broker has it
    bool namesItsKey = false;                        ///< a token of any key that it brings along is genuine
};

} // namespace

class ForgedTokens : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        log::configure(log::Format::Text, log::Level::Error);
        m_world = std::make_unique<World>();
        world().company.person(person("ann"));
        m_app = world().acme.app;
        m_keyed = world().addApp("acme", "keyed",
                                 {{"type", "service"},
                                  {"redirectUris", json::Array{}},
                                  {"postLogoutRedirectUris", json::Array{}},
                                  {"grantTypes", json::Array{"client_credentials"}},
                                  {"auth", "private_key_jwt"},
                                  {"jwks", m_key.jwks()}});
        m_keyed.secret.clear();
        m_signing = world().addApp("acme", "signing", {{"jwks", m_key.jwks()}, {"dpop", "required"}});
        world().clock.advance(Seconds(5)); // past the second in which the broker began
        m_browser = std::make_unique<Browser>(world().browser());
        m_tokens = world().tokensFor(*m_browser, m_app);
        m_ours = keyOf(m_tokens.access);
        m_places = places();
    }
    void cleanupTestCase() {
        m_places.clear();
        m_browser.reset();
        m_world.reset();
    }

    void theGenuineTokenIsTaken() {
        for (const Place& place : m_places) {
            QVERIFY2(place.accepts(place.genuine()), place.name.c_str());
        }
    }
    void whatAnybodyCanForgeIsRefused() {
        int tried = 0;
        for (const Place& place : m_places) {
            for (const Forged& forged : forgeries(place.genuine(), place.key)) {
                const bool ownProof = place.namesItsKey && forged.name.starts_with("jwk");
                QVERIFY2(ownProof || !place.accepts(forged.token), (place.name + ": " + forged.name).c_str());
                ++tried;
            }
        }
        QVERIFY(tried > 5 * 40);
    }
    void whatTheRightKeySignedOutOfFormIsRefused() {
        int tried = 0;
        for (const Place& place : m_places) {
            for (const Forged& forged : place.sign ? malformed(place.genuine(), place.sign) : std::vector<Forged>()) {
                QVERIFY2(!place.accepts(forged.token), (place.name + ": " + forged.name).c_str());
                ++tried;
            }
        }
        QVERIFY(tried > 3 * 20);
    }
    // CR-24: each kind of token at each place
    void aTokenOfAnotherKindIsRefused() {
        std::vector<Forged> others = {{"a refresh token, as an access_token", m_tokens.refresh},
                                      {"a client secret", m_app.secret},
                                      {"a user's id", m_tokens.claim("sub")}};
        for (const Place& place : m_places) {
            others.push_back({"the token of " + place.name, place.genuine()});
        }
        for (const Place& place : m_places) {
            const std::string own = kindOf(place.name);
            for (const Forged& other : others) {
                if (kindOf(other.name) != own) {
                    QVERIFY2(!place.accepts(other.token), (place.name + ": " + other.name).c_str());
                }
            }
        }
    }

private:
    World& world() { return *m_world; }
    // Places that take the same kind of token have the same last word.
    static std::string kindOf(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

    json::Object keyOf(const std::string& token) {
        const std::string header = base64UrlDecode(token.substr(0, token.find('.'))).value();
        const json::Object parsed = json::parseObject(header).value();
        http::OutboundRequest request;
        request.url = m_app.issuer + "/oauth2/jwks";
        const json::Object set = exchange(*world().client, request).object();
        for (const json::Value& key : *json::arrayMember(set, "keys")) {
            if (json::stringMember(key.as_object(), "kid") == json::stringMember(parsed, "kid")) {
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
        return {
            {"userinfo, an access_token",
             access,
             [this](const std::string& token) { return userinfo(token); },
             m_ours,
             {}},
            {"introspection, an access_token",
             access,
             [this](const std::string& token) { return world().isActive(m_app, token); },
             m_ours,
             {}},
            {"authorize, an id_token", id, [this](const std::string& token) { return hinted(token); }, m_ours, {}},
            {"logout, an id_token", id, [this](const std::string& token) { return leadsBack(token); }, m_ours, {}},
            {"token, a client_assertion", [this] { return *m_key.assertion(m_keyed, world().clock).back().second; },
             [this](const std::string& token) { return proves(token); }, m_key.publicJwk(), sign},
            {"authorize, a request", [this] { return parameterOf(signedUrl(), "request"); },
             [this](const std::string& token) { return asks(token); }, m_key.publicJwk(), sign},
            {"token, a DPoP", [this] { return proof(); }, [this](const std::string& token) { return binds(token); },
             m_key.publicJwk(), sign, true},
        };
    }

    // What does not never leaves the client.
    static bool fitsAHeader(const std::string& token) {
        return token.find('\n') == std::string::npos && !token.starts_with(' ') && token.size() < 8000;
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
            m_tokens = world().tokensFor(*m_browser, m_app); // that session is over
            return true;
        }
        return false;
    }
    bool proves(const std::string& token) {
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        form.append("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.append("client_assertion", token);
        return world().call(m_keyed, "token", std::move(form)).status == 200;
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
    std::string proof() {
        http::Parameters form;
        form.append("grant_type", "refresh_token");
        const Answer answer = world().call(m_signing, "token", std::move(form));
        const std::string nonce(answer.headers.get("DPoP-Nonce").value_or(""));
        const http::Headers headers = m_key.proof(world().clock, "POST", m_signing.issuer + "/oauth2/token", nonce);
        return std::string(headers.get("DPoP").value_or(""));
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

    std::unique_ptr<World> m_world;
    std::unique_ptr<Browser> m_browser;
    AppKey m_key;
    App m_app, m_keyed, m_signing;
    Tokens m_tokens;
    json::Object m_ours;
    std::vector<Place> m_places;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ForgedTokens)
#include "tst_forged_tokens.moc"
