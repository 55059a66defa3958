// SPDX-License-Identifier: Apache-2.0
// What an app asks for in detail (RFC 9396), from the question to introspection.
#include <QtTest>

#include "tests/flows/assertions.h"
#include "tests/flows/device_flow.h"

namespace gatehouse::flows {

namespace {

const char* const kPayment = "[{\"type\":\"payment\",\"amount\":{\"value\":\"12.50\",\"currency\":\"SEK\"},"
                             "\"actions\":[\"read\",\"pay\"]}]";
const char* const kReading = "[{\"type\":\"payment\",\"amount\":{\"value\":\"12.50\",\"currency\":\"SEK\"},"
                             "\"actions\":[\"read\"]}]";

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
        m_types = json::Array{type};
        m_app = world().addApp("acme", "bank",
                               {{"jwks", m_key.jwks()},
                                {"authorizationDetails", m_types},
                                {"grantTypes", json::Array{"authorization_code", "refresh_token", kTokenExchange}}});
        m_terminal = world().addApp("acme", "terminal", onDevices({{"authorizationDetails", m_types}}));
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void whatIsGrantedIsSaidEverywhere() {
        const Tokens tokens = signedIn(kPayment);
        QCOMPARE(detailsIn(tokens.answer.object()), std::string(kPayment));
        QCOMPARE(detailsIn(payloadOf(tokens.access)), std::string(kPayment));
        QCOMPARE(detailsIn(introspected(tokens.access)), std::string(kPayment));
        QCOMPARE(detailsIn(introspected(tokens.refresh)), std::string(kPayment));
        QVERIFY(detailsIn(tokens.claims).empty()); // of the ID token
        const Tokens next = world().refresh(m_app, tokens.refresh);
        QCOMPARE(detailsIn(next.answer.object()), std::string(kPayment));
        QCOMPARE(detailsIn(payloadOf(next.access)), std::string(kPayment));
    }
    void whoAsksForNoneGetsNone() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, m_app);
        QVERIFY(!tokens.answer.object().contains("authorization_details"));
        QVERIFY(!payloadOf(tokens.access).contains("authorization_details"));
        QCOMPARE(world().refresh(m_app, tokens.refresh, {{"authorization_details", kReading}}).answer.text("error"),
                 std::string("invalid_authorization_details"));
    }
    void aTokenMayHaveLess() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, m_app, {{"authorization_details", kPayment}});
        const Tokens tokens = world().redeem(m_app, code, {{"authorization_details", kReading}});
        QCOMPARE(detailsIn(payloadOf(tokens.access)), std::string(kReading));
        const Tokens all = world().refresh(m_app, tokens.refresh); // what was granted stays
        QCOMPARE(detailsIn(payloadOf(all.access)), std::string(kPayment));
        const Tokens less = world().refresh(m_app, all.refresh, {{"authorization_details", kReading}});
        QCOMPARE(detailsIn(less.answer.object()), std::string(kReading));
        // By exchange, and never back again.
        const Answer small = exchanged(all.access, kReading);
        QCOMPARE(detailsIn(payloadOf(small.text("access_token"))), std::string(kReading));
        QCOMPARE(exchanged(small.text("access_token"), kPayment).text("error"),
                 std::string("invalid_authorization_details"));
        QCOMPARE(detailsIn(payloadOf(exchanged(all.access, {}).text("access_token"))), std::string(kPayment));
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

    // The person sees what is asked, and a yes to one payment is none to the next.
    void thePersonIsAskedEachTime() {
        const App careful = world().addApp("acme", "careful", {{"consent", "once"}, {"authorizationDetails", m_types}});
        Browser browser = world().browser();
        const std::string url = world().authorizeUrl(careful, {{"authorization_details", kPayment}});
        for (int i = 0; i < 2; ++i) {
            const Answer page = browser.follow(url, World::kRedirect);
            QCOMPARE(page.status, 200);
            for (const char* told : {"payment", "amount.value", "12.50", "amount.currency", "SEK", "read, pay"}) {
                QVERIFY2(page.body.find(told) != std::string::npos, told);
            }
            http::Parameters answer = page.hidden();
            answer.append("answer", "allow");
            const Answer back = browser.post(careful.issuer + "/oauth2/consent", answer);
            QCOMPARE(detailsIn(world().redeem(careful, back.at("code")).answer.object()), std::string(kPayment));
        }
        QCOMPARE(
            world().signIn(browser, careful, {{"authorization_details", kPayment}, {"prompt", "none"}}).at("error"),
            std::string("consent_required"));
        QVERIFY(!world().signIn(browser, careful).at("code").empty()); // without any there is nothing new to allow
        const json::Object given = world().audit(world().acme, "ConsentGiven").front();
        QCOMPARE(namesIn(*json::objectMember(given, "data"), "details"), std::string("payment"));
    }

    // RFC 8628, 3.1
    void aDeviceAsksForThemToo() {
        const Answer codes = beginDevice(world(), m_terminal, {{"authorization_details", kPayment}});
        QCOMPARE(codes.status, 200);
        Browser browser = world().browser();
        const Answer page = deviceQuestion(browser, m_terminal, codes.text("user_code"));
        for (const char* told : {"payment", "amount.value", "12.50", "amount.currency", "SEK", "read, pay"}) {
            QVERIFY2(page.body.find(told) != std::string::npos, told);
        }
        (void)answerDevice(browser, m_terminal, page, "allow");
        const Answer tokens = pollDevice(world(), m_terminal, codes);
        QCOMPARE(tokens.status, 200);
        QCOMPARE(detailsIn(tokens.object()), std::string(kPayment));
        QCOMPARE(detailsIn(payloadOf(tokens.text("access_token"))), std::string(kPayment));
        const Tokens next = world().refresh(m_terminal, tokens.text("refresh_token"));
        QCOMPARE(detailsIn(next.answer.object()), std::string(kPayment));
        // None where none was asked for.
        const Answer plain = beginDevice(world(), m_terminal);
        (void)answerDevice(browser, m_terminal, deviceQuestion(browser, m_terminal, plain.text("user_code")), "allow");
        QVERIFY(detailsIn(pollDevice(world(), m_terminal, plain).object()).empty());
    }
    void aDeviceGetsNoMoreThanThePersonSaw() {
        for (const char* bad : {"[{\"type\":\"transfer\"}]", "[{\"type\":\"payment\",\"priority\":1}]", "{}", "x"}) {
            const Answer refused = beginDevice(world(), m_terminal, {{"authorization_details", bad}});
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.text("error"), std::string("invalid_authorization_details"));
        }
        const Answer codes = beginDevice(world(), m_terminal, {{"authorization_details", kReading}});
        Browser browser = world().browser();
        (void)answerDevice(browser, m_terminal, deviceQuestion(browser, m_terminal, codes.text("user_code")), "allow");
        QCOMPARE(pollDevice(world(), m_terminal, codes, {{"authorization_details", kPayment}}).text("error"),
                 std::string("invalid_authorization_details"));
        const Answer tokens = pollDevice(world(), m_terminal, codes); // which spent nothing
        QCOMPARE(detailsIn(tokens.object()), std::string(kReading));
    }

    // RFC 9396, 10
    void theMetadataNameTheTypesOfTheIssuersApps() {
        QCOMPARE(namesIn(metadata(m_app.issuer), "authorization_details_types_supported"), std::string("payment"));
        QVERIFY(!metadata(world().evil.app.issuer).contains("authorization_details_types_supported"));
        QVERIFY(!metadata(world().url).contains("authorization_details_types_supported"));
        const json::Object access{{"type", "access"}, {"members", json::Array{"actions"}}};
        const App own = world().addApp("acme", "own", {{"authorizationDetails", json::Array{access}}});
        const App shared =
            world().addApp("", "shared", {{"authorizationDetails", m_types}, {"tenants", json::Array{"evil"}}});
        QCOMPARE(namesIn(metadata(m_app.issuer), "authorization_details_types_supported"),
                 std::string("access,payment"));
        QCOMPARE(namesIn(metadata(world().evil.app.issuer), "authorization_details_types_supported"),
                 std::string("payment"));
        QCOMPARE(namesIn(metadata(world().url), "authorization_details_types_supported"), std::string("payment"));
        world().admin("DELETE", own.admin);
        world().admin("DELETE", shared.admin);
        QCOMPARE(namesIn(metadata(m_app.issuer), "authorization_details_types_supported"), std::string("payment"));
        QVERIFY(!metadata(world().evil.app.issuer).contains("authorization_details_types_supported"));
    }

private:
    World& world() { return *m_world; }
    json::Object metadata(const std::string& issuer) {
        return world().browser().get(issuer + "/.well-known/openid-configuration").object();
    }
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
        return exchangeToken(world(), m_app, {{"subject_token", token}, {"authorization_details", details}});
    }

    std::unique_ptr<World> m_world;
    AppKey m_key;
    json::Array m_types;
    App m_app, m_terminal;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::AuthorizationDetails)
#include "tst_authorization_details.moc"
