// SPDX-License-Identifier: Apache-2.0
// What an app asks for in detail (RFC 9396), from the question to introspection.
#include <QtTest>

#include "base/encoding.h"
#include "tests/flows/app_key.h"

namespace gatehouse::flows {

namespace {

const char* const kPayment = "[{\"type\":\"payment\",\"amount\":{\"value\":\"12.50\",\"currency\":\"SEK\"},"
                             "\"actions\":[\"read\",\"pay\"]}]";
const char* const kReading = "[{\"type\":\"payment\",\"amount\":{\"value\":\"12.50\",\"currency\":\"SEK\"},"
                             "\"actions\":[\"read\"]}]";

json::Object claimsOf(const std::string& token) {
    const std::size_t dot = token.find('.');
    const auto payload = base64UrlDecode(token.substr(dot + 1, token.rfind('.') - dot - 1));
    return json::parseObject(payload.value_or("")).value_or(json::Object());
}

std::string detailsIn(const json::Object& object) {
    const json::Value* details = json::member(object, "authorization_details");
    return details == nullptr ? std::string() : json::write(*details);
}

} // namespace

class AuthorizationDetails : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        const json::Object type{{"type", "payment"}, {"members", json::Array{"amount", "actions"}}};
        m_app = world().addApp("acme", "bank",
                               {{"jwks", m_key.jwks()},
                                {"authorizationDetails", json::Array{type}},
                                {"grantTypes", json::Array{"authorization_code", "refresh_token",
                                                           "urn:ietf:params:oauth:grant-type:token-exchange"}}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void whatIsGrantedIsSaidEverywhere() {
        const Tokens tokens = signedIn(kPayment);
        QCOMPARE(detailsIn(tokens.answer.object()), std::string(kPayment));
        QCOMPARE(detailsIn(claimsOf(tokens.access)), std::string(kPayment));
        QCOMPARE(detailsIn(introspected(tokens.access)), std::string(kPayment));
        QCOMPARE(detailsIn(introspected(tokens.refresh)), std::string(kPayment));
        QVERIFY(detailsIn(tokens.claims).empty()); // of the ID token
        const Tokens next = world().refresh(m_app, tokens.refresh);
        QCOMPARE(detailsIn(next.answer.object()), std::string(kPayment));
        QCOMPARE(detailsIn(claimsOf(next.access)), std::string(kPayment));
    }
    void whoAsksForNoneGetsNone() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, m_app);
        QVERIFY(!tokens.answer.object().contains("authorization_details"));
        QVERIFY(!claimsOf(tokens.access).contains("authorization_details"));
        QCOMPARE(world().refresh(m_app, tokens.refresh, {{"authorization_details", kReading}}).answer.text("error"),
                 std::string("invalid_authorization_details"));
    }
    void aTokenMayHaveLess() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, m_app, {{"authorization_details", kPayment}});
        const Tokens tokens = world().redeem(m_app, code, {{"authorization_details", kReading}});
        QCOMPARE(detailsIn(claimsOf(tokens.access)), std::string(kReading));
        const Tokens all = world().refresh(m_app, tokens.refresh); // what was granted stays
        QCOMPARE(detailsIn(claimsOf(all.access)), std::string(kPayment));
        const Tokens less = world().refresh(m_app, all.refresh, {{"authorization_details", kReading}});
        QCOMPARE(detailsIn(less.answer.object()), std::string(kReading));
        // By exchange, and never back again.
        const Answer small = exchanged(all.access, kReading);
        QCOMPARE(detailsIn(claimsOf(small.text("access_token"))), std::string(kReading));
        QCOMPARE(exchanged(small.text("access_token"), kPayment).text("error"),
                 std::string("invalid_authorization_details"));
        QCOMPARE(detailsIn(claimsOf(exchanged(all.access, {}).text("access_token"))), std::string(kPayment));
    }
    void aTokenNeverHasMore() {
        const Tokens tokens = signedIn(kReading);
        const Tokens refused = world().refresh(m_app, tokens.refresh, {{"authorization_details", kPayment}});
        QCOMPARE(refused.answer.text("error"), std::string("invalid_authorization_details"));
        QCOMPARE(world().refresh(m_app, tokens.refresh).answer.status, 200); // which spent nothing
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, m_app, {{"authorization_details", kReading}});
        QCOMPARE(world().redeem(m_app, code, {{"authorization_details", kPayment}}).answer.text("error"),
                 std::string("invalid_authorization_details"));
    }
    void whatIsNotRegisteredIsRefusedAtTheQuestion() {
        for (const char* bad :
             {"[{\"type\":\"transfer\"}]", "[{\"type\":\"payment\",\"priority\":1}]", "{}", "[]", "x"}) {
            Browser browser = world().browser();
            const Answer answer = world().signIn(browser, m_app, {{"authorization_details", bad}});
            QCOMPARE(answer.at("error"), std::string("invalid_authorization_details"));
            QVERIFY(answer.at("code").empty());
            http::Parameters form = question();
            form.append("authorization_details", bad);
            const Answer pushed = world().call(m_app, "par", std::move(form));
            QCOMPARE(pushed.status, 400);
            QCOMPARE(pushed.text("error"), std::string("invalid_authorization_details"));
        }
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, world().acme.app, {{"authorization_details", kPayment}}).at("error"),
                 std::string("invalid_authorization_details")); // of another app
    }
    void itMayBePushedOrSigned() {
        http::Parameters form = question();
        form.append("authorization_details", kPayment);
        const Answer pushed = world().call(m_app, "par", std::move(form));
        QCOMPARE(pushed.status, 201);
        http::Parameters address;
        address.append("client_id", m_app.clientId);
        address.append("request_uri", pushed.text("request_uri"));
        Browser browser = world().browser();
        const Answer first =
            browser.follow(http::withQuery(m_app.issuer + "/oauth2/authorize", address), World::kRedirect);
        QCOMPARE(detailsIn(world().redeem(m_app, first.at("code")).answer.object()), std::string(kPayment));
        // In a signed request it is JSON, not a text (RFC 9396, 2).
        const std::string url = m_key.signedRequest(world().authorizeUrl(m_app), m_app, world().clock,
                                                    {{"authorization_details", json::parse(kPayment).value()}});
        const Answer second = browser.follow(url, World::kRedirect);
        QCOMPARE(detailsIn(world().redeem(m_app, second.at("code")).answer.object()), std::string(kPayment));
    }

private:
    World& world() { return *m_world; }
    Tokens signedIn(const char* details) {
        Browser browser = world().browser();
        return world().tokensFor(browser, m_app, {{"authorization_details", details}});
    }
    http::Parameters question() {
        const std::string url = world().authorizeUrl(m_app);
        http::Parameters form;
        const auto asked = http::Parameters::parse(url.substr(url.find('?') + 1)).value();
        for (const auto& [name, value] : asked.pairs()) {
            if (name != "client_id") {
                form.append(name, value);
            }
        }
        return form;
    }
    json::Object introspected(const std::string& token) {
        http::Parameters form;
        form.append("token", token);
        return world().call(m_app, "introspect", std::move(form)).object();
    }
    Answer exchanged(const std::string& token, const std::string& details) {
        http::Parameters form;
        form.append("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.append("subject_token", token);
        form.append("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        if (!details.empty()) {
            form.append("authorization_details", details);
        }
        return world().call(m_app, "token", std::move(form));
    }

    std::unique_ptr<World> m_world;
    AppKey m_key;
    App m_app;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::AuthorizationDetails)
#include "tst_authorization_details.moc"
