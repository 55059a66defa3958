// SPDX-License-Identifier: Apache-2.0
// Tokens of ours that say nothing: one kind stands in for no other, whatever its prefix says, and none may be altered
// (security.md OP-04, OP-27). What was tried elsewhere is not spent by it.
#include <algorithm>
#include <cctype>

#include <QtTest>

#include "base/log.h"
#include "tests/flows/device_flow.h"
#include "tests/flows/token_place.h"

namespace gatehouse::flows {
namespace {

constexpr std::string_view kUrn = "urn:ietf:params:oauth:request_uri:";
constexpr std::size_t kPrefix = 5; ///< of "ghac_" and the others

std::string bare(const std::string& token) {
    return token.starts_with(kUrn) ? token.substr(kUrn.size()) : token;
}

// 256 bits in 43 characters: the last of them has two bits that nobody looks at, where a decoder is lax.
std::string withOtherUnusedBits(std::string token) {
    static constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    token.back() = kAlphabet[kAlphabet.find(token.back()) ^ 1];
    return token;
}

std::string withOtherCase(std::string token) {
    const auto letter =
        std::find_if(token.begin() + kPrefix, token.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
    *letter = char(*letter ^ 0x20);
    return token;
}

} // namespace

class OpaqueTokens : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        log::configure(log::Format::Text, log::Level::Error);
        m_world = std::make_unique<World>();
        world().company.person(person("ann"));
        m_app = world().acme.app;
        m_tv = world().addApp("acme", "television", onDevices());
        m_browser = std::make_unique<Browser>(world().browser());
        m_tokens = world().tokensFor(*m_browser, m_app);
        m_places = places();
    }
    void cleanupTestCase() {
        m_places.clear();
        m_browser.reset();
        m_world.reset();
    }

    void oneKindStandsInForNoOther() {
        std::vector<OtherToken> all;
        for (const Place& place : m_places) {
            all.push_back({place.kinds.front(), place.genuine()});
            QVERIFY2(bare(all.back().token).size() > kPrefix, place.name.c_str());
        }
        const std::size_t own = all.size();
        all.push_back({"access token", m_tokens.access});
        all.push_back({"ID token", m_tokens.id});
        all.push_back({"client secret", m_app.secret});
        for (std::size_t i = 0; i < own; ++i) {
            for (std::size_t j = 0; j < all.size(); ++j) {
                if (i != j) {
                    const std::string what = m_places[i].name + ": " + all[j].kind;
                    QVERIFY2(!m_places[i].accepts(all[j].token), what.c_str());
                    const std::string disguised =
                        bare(all[i].token).substr(0, kPrefix) + bare(all[j].token).substr(kPrefix);
                    QVERIFY2(!m_places[i].accepts(disguised), (what + ", disguised").c_str());
                }
            }
        }
        for (std::size_t i = 0; i < own; ++i) {
            QVERIFY2(m_places[i].accepts(all[i].token), (m_places[i].name + ": spent elsewhere").c_str());
        }
    }
    void anAlteredOneIsNone() {
        for (const Place& place : m_places) {
            const std::string genuine = bare(place.genuine());
            for (const std::string& altered :
                 {genuine.substr(0, genuine.size() - 1), genuine + "A", genuine + "=", withOtherUnusedBits(genuine),
                  withOtherCase(genuine), "%" + genuine.substr(1), std::string()}) {
                QVERIFY2(!place.accepts(altered), (place.name + ": '" + altered + "' for " + genuine).c_str());
            }
            QVERIFY2(place.accepts(genuine), place.name.c_str());
        }
    }
    // Eight consonants, and no token: what has another shape is not even looked up, and costs nobody a guess.
    void aUserCodeIsAKindOfItsOwn() {
        const Answer codes = beginDevice(world(), m_tv);
        for (int i = 0; i < 3; ++i) {
            for (const Place& place : m_places) {
                QVERIFY2(enterCode(*m_browser, m_tv, place.genuine()).status == 200, place.name.c_str());
                QVERIFY2(!place.accepts(codes.text("user_code")), place.name.c_str());
            }
        }
        QCOMPARE(enterCode(*m_browser, m_tv, codes.text("user_code")).status, 303);
    }

private:
    World& world() { return *m_world; }

    std::vector<Place> places() {
        const auto place = [](const char* kind, std::function<std::string()> genuine,
                              std::function<bool(const std::string&)> accepts) {
            return Place{std::string("the place of a ") + kind, {kind}, std::move(genuine), std::move(accepts), {}};
        };
        return {
            place(
                "code", [this] { return world().codeFor(*m_browser, m_app); },
                [this](const std::string& token) { return world().redeem(m_app, token).answer.status == 200; }),
            place(
                "refresh token", [this] { return world().tokensFor(*m_browser, m_app).refresh; },
                [this](const std::string& token) { return world().refresh(m_app, token).answer.status == 200; }),
            place(
                "device code", [this] { return approvedDevice(); },
                [this](const std::string& token) {
                    http::Parameters form;
                    form.append("grant_type", kDeviceGrant);
                    form.append("device_code", token);
                    return world().call(m_tv, "token", std::move(form)).status == 200;
                }),
            place(
                "request_uri", [this] { return pushed(); }, [this](const std::string& token) { return asks(token); }),
            place(
                "consent ticket", [this] { return std::string(asked().hidden().get("ticket").value_or("")); },
                [this](const std::string& token) {
                    http::Parameters form;
                    form.append("ticket", token);
                    form.append("answer", "allow");
                    return !m_browser->post(m_app.issuer + "/oauth2/consent", form).at("code").empty();
                }),
            place(
                "login state", [this] { return begunLogin(); },
                [this](const std::string& token) {
                    Browser copy = *m_begun;
                    return !copy.follow(withParameter(m_callback, "state", token), World::kRedirect).at("code").empty();
                }),
            place(
                "session cookie", [this] { return newSession(); },
                [this](const std::string& token) {
                    Browser browser = world().browser();
                    browser.cookies["gh_session_acme"] = token;
                    return !world().signIn(browser, m_app, {{"prompt", "none"}}).at("code").empty();
                }),
            place(
                "initial access token", [this] { return initialAccess(); },
                [this](const std::string& token) { return registers(token).status == 201; }),
            place(
                "registration access token", [this] { return registrationAccess(); },
                [this](const std::string& token) { return send("GET", m_registered, token, {}).status == 200; }),
            place(
                "admin token", [this] { return adminToken(); },
                [this](const std::string& token) {
                    Tokens tokens;
                    tokens.access = token;
                    return world().adminStatus(tokens, "GET", world().acme.path()) == 200;
                }),
        };
    }

    std::string approvedDevice() {
        const Answer codes = beginDevice(world(), m_tv);
        (void)answerDevice(*m_browser, m_tv, deviceQuestion(*m_browser, m_tv, codes.text("user_code")), "allow");
        return codes.text("device_code");
    }
    std::string pushed() {
        const std::string url = world().authorizeUrl(m_app);
        return world()
            .call(m_app, "par", http::Parameters::parse(url.substr(url.find('?') + 1)).value())
            .text("request_uri");
    }
    bool asks(const std::string& token) {
        http::Parameters query;
        query.append("client_id", m_app.clientId);
        query.append("request_uri", std::string(kUrn) + bare(token));
        return !m_browser->get(http::withQuery(m_app.issuer + "/oauth2/authorize", query)).at("code").empty();
    }
    Answer asked() { return m_browser->follow(world().authorizeUrl(m_app, {{"prompt", "consent"}}), World::kRedirect); }
    std::string begunLogin() {
        m_begun = std::make_unique<Browser>(world().browser());
        m_callback = world().toCallback(*m_begun, m_app);
        return parameterOf(m_callback, "state");
    }
    std::string newSession() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, m_app);
        return browser.cookies.at("gh_session_acme");
    }
    std::string initialAccess() {
        const json::Object made = world().admin("POST", world().acme.path("/registration-tokens"),
                                                {{"name", "for the tests"},
                                                 {"redirectHosts", json::Array{"app.example"}},
                                                 {"scopes", json::Array{"openid"}},
                                                 {"usesLeft", 5}});
        return std::string(json::stringMember(made, "token").value_or(""));
    }
    std::string registrationAccess() {
        const Answer made = registers(initialAccess());
        m_registered = made.text("registration_client_uri");
        return made.text("registration_access_token");
    }
    std::string adminToken() {
        const json::Object made = world().admin("POST", "/tokens", {{"name", "for the tests"}, {"role", "auditor"}});
        return std::string(json::stringMember(made, "token").value_or(""));
    }
    Answer registers(const std::string& token) {
        return send(
            "POST", m_app.issuer + "/oauth2/register", token,
            {{"client_name", "Self-made"}, {"redirect_uris", json::Array{World::kRedirect}}, {"scope", "openid"}});
    }
    Answer send(const std::string& method, const std::string& url, const std::string& bearer,
                const json::Object& body) {
        http::OutboundRequest request;
        request.method = method;
        request.url = url;
        request.headers.set("Authorization", "Bearer " + bearer);
        if (method == "POST") {
            request.headers.set("Content-Type", "application/json");
            request.body = json::write(body);
        }
        return exchange(*world().client, request);
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<Browser> m_begun; ///< on its way through a sign-in,
    std::string m_callback;           ///< whose last step this is
    std::string m_registered;
    App m_app, m_tv;
    Tokens m_tokens;
    std::vector<Place> m_places;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::OpaqueTokens)
#include "tst_opaque_tokens.moc"
