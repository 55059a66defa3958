// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "jose/jws.h"
#include "sandbox/demo_app.h"
#include "sandbox/sandbox_idp.h"
#include "sandbox/tst_browser.h"

using namespace gatehouse;
using namespace gatehouse::sandbox;
using sandbox::test::Browser;

/// The practice IdP plays the issuer; the demo app is mounted where the IdP takes it for a broker's callback.
class TestDemoApp : public QObject {
    Q_OBJECT

    const std::string m_base = "http://127.0.0.1:8480";
    const std::string m_url = m_base + "/sso/oidc/demo";
    ManualClock m_clock{fromMillis(1'700'000'000'000)};
    std::unique_ptr<SandboxIdp> m_idp;
    std::unique_ptr<DemoApp> m_app;
    std::unique_ptr<Browser> m_browser;
    std::function<std::optional<http::OutboundResponse>(const http::OutboundRequest&)> m_intercept;
    crypto::PrivateKey m_key = *crypto::PrivateKey::generate(crypto::KeyType::EcP256);

    http::Response dispatch(const http::Request& request) {
        return request.path.starts_with("/sandbox/") ? m_idp->handle(request) : m_app->handle(request);
    }
    static http::OutboundResponse answer(int status, std::string body) {
        http::OutboundResponse response;
        response.status = status;
        response.body = std::move(body);
        return response;
    }
    /// Follows redirects to the page they end at.
    http::Response follow(http::Response response, int steps = 10) {
        while (response.status == 303 && steps-- > 0) {
            response = m_browser->get(Browser::location(response));
        }
        return response;
    }
    http::Response signIn() { return follow(m_browser->get(m_url + "/login?login_hint=ana")); }
    static bool holds(const http::Response& response, std::string_view text) {
        return response.body.find(text) != std::string::npos;
    }
    /// The app's callback with a sign-in that has just been answered.
    std::string answeredCallback() {
        const auto asked = m_browser->get(m_url + "/login?login_hint=ana");
        return Browser::location(m_browser->get(Browser::location(asked)));
    }
    /// Answers the key set with our own key, so that the test can sign logout tokens.
    void ownKeys() {
        m_intercept = [this](const http::OutboundRequest& request) -> std::optional<http::OutboundResponse> {
            if (!request.url.ends_with("/jwks")) {
                return std::nullopt;
            }
            json::Array keys{jose::toJwk(m_key.publicKey(), "own", "sig", "ES256")};
            return answer(200, json::write(json::Object{{"keys", std::move(keys)}}));
        };
    }
    json::Object logoutClaims() const {
        return {{"iss", m_base + "/sandbox/acme"},
                {"aud", "broker"},
                {"iat", toUnixSeconds(m_clock.now())},
                {"exp", toUnixSeconds(m_clock.now()) + 120},
                {"jti", "j1"},
                {"sub", "practice-ana"},
                {"events", json::Object{{"http://schemas.openid.net/event/backchannel-logout", json::Object()}}}};
    }
    int sendLogout(const json::Object& claims, const char* type = "logout+jwt") {
        const auto token =
            jose::signCompact({{"kid", "own"}, {"typ", type}}, json::write(claims), m_key, crypto::Signature::ES256);
        http::Parameters form;
        form.append("logout_token", *token);
        return m_browser->post(m_url + "/backchannel-logout", form.encode()).status;
    }

private slots:
    void init() {
        m_intercept = nullptr;
        IdpOptions idp;
        idp.issuer = m_base + "/sandbox/acme";
        idp.path = "/sandbox/acme";
        idp.clientId = "broker";
        idp.clientSecret = Secret::copyOf("s3cret");
        idp.publicUrl = m_base;
        m_idp = *SandboxIdp::create(std::move(idp), m_clock);
        DemoAppOptions app;
        app.url = m_url;
        app.path = "/sso/oidc/demo";
        app.issuer = m_base + "/sandbox/acme";
        app.clientId = "broker";
        app.clientSecret = Secret::copyOf("s3cret");
        const Send inside = inProcess([this](const http::Request& request) { return dispatch(request); }, m_base);
        const Send send = [this, inside](const http::OutboundRequest& request) -> Result<http::OutboundResponse> {
            if (m_intercept) {
                if (auto intercepted = m_intercept(request)) {
                    return *std::move(intercepted);
                }
            }
            return inside(request);
        };
        m_app = std::make_unique<DemoApp>(std::move(app), send, m_clock);
        m_browser =
            std::make_unique<Browser>([this](const http::Request& request) { return dispatch(request); }, m_base);
    }

    void nobodyIsKnownAtFirst() {
        const auto page = m_browser->get(m_url + "/");
        QCOMPARE(page.status, 200);
        QVERIFY(holds(page, "id=\"sign-in\""));
        QVERIFY(!holds(page, "<script"));
    }
    void theAppSpeaksTheLanguageThatIsAskedFor() {
        const auto page = m_browser->get(m_url + "/?ui_locales=ar");
        QVERIFY(holds(page, "<html lang=\"ar\" dir=\"rtl\">"));
        QVERIFY(!holds(page, "A small application"));
        QVERIFY(
            holds(m_browser->get(m_url + "/signed-out?ui_locales=de"), "Sie sind abgemeldet, hier und beim Broker."));
    }
    void aSignInShowsThePersonAndTheTokens() {
        const auto page = signIn();
        QCOMPARE(page.status, 200);
        for (const char* text :
             {"Ana Example", "ana@acme.example", "eng-admins", "practice-ana", "ES256", "id=\"userinfo\""}) {
            QVERIFY2(holds(page, text), text);
        }
    }
    void thePageShowsNoTokenThatWorks() {
        std::string access;
        m_intercept = [&](const http::OutboundRequest& request) -> std::optional<http::OutboundResponse> {
            access = request.headers.get("Authorization").value_or("");
            return std::nullopt;
        };
        const auto page = signIn();
        QVERIFY(access.starts_with("Bearer "));
        QVERIFY(!holds(page, access.substr(7)));
    }
    void theRequestHasStateNonceAndPkce() {
        const auto asked = m_browser->get(m_url + "/login");
        QCOMPARE(asked.status, 303);
        for (const char* name : {"state", "nonce", "code_challenge"}) {
            QVERIFY(Browser::answer(asked, name).size() >= 43);
        }
        QCOMPARE(Browser::answer(asked, "code_challenge_method"), std::string("S256"));
        QVERIFY(Browser::answer(m_browser->get(m_url + "/login?prompt=login&evil=1"), "evil").empty());
    }
    void aReplayedCallbackIsRefused() {
        const std::string callback = answeredCallback();
        QCOMPARE(m_browser->get(callback).status, 303);
        const auto again = m_browser->get(callback);
        QCOMPARE(again.status, 403);
        QVERIFY(holds(again, "demo.state"));
    }
    void aCallbackInAnotherBrowserIsRefused() {
        const std::string callback = answeredCallback();
        m_browser->cookies.clear();
        QVERIFY(holds(m_browser->get(callback), "demo.browser"));
        const std::string second = answeredCallback();
        m_browser->cookies["demo"] = "other";
        QVERIFY(holds(m_browser->get(second), "demo.browser"));
    }
    void aCallbackOfAnotherIssuerIsRefused() {
        std::string callback = answeredCallback();
        callback.replace(callback.find("iss="), std::string::npos, "iss=https%3A%2F%2Fevil.example");
        QVERIFY(holds(m_browser->get(callback), "demo.issuer"));
        callback = answeredCallback();
        callback.resize(callback.find("&iss="));
        QVERIFY(holds(m_browser->get(callback), "demo.issuer"));
    }
    void aLateCallbackIsRefused() {
        const std::string callback = answeredCallback();
        m_clock.advance(Seconds(601));
        QVERIFY(holds(m_browser->get(callback), "demo.state"));
    }
    void everyBadIdTokenIsRefused_data() {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("reason");
        QTest::newRow("audience") << int(Fault::WrongAudience) << "claims.aud";
        QTest::newRow("nonce") << int(Fault::WrongNonce) << "claims.nonce";
        QTest::newRow("issuer") << int(Fault::WrongIssuer) << "claims.iss";
        QTest::newRow("expired") << int(Fault::Expired) << "claims.exp";
        QTest::newRow("key") << int(Fault::UnknownKey) << "jws.key_unknown";
        QTest::newRow("signature") << int(Fault::BadSignature) << "jws.signature";
        QTest::newRow("denied") << int(Fault::AccessDenied) << "access_denied";
        QTest::newRow("token endpoint") << int(Fault::TokenError) << "server_error";
    }
    void everyBadIdTokenIsRefused() {
        QFETCH(int, fault);
        QFETCH(QString, reason);
        m_idp->faults().set(Fault(fault), true);
        const auto page = signIn();
        QVERIFY(page.status >= 400);
        QVERIFY(holds(page, reason.toStdString()));
        QVERIFY(holds(m_browser->get(m_url + "/"), "id=\"sign-in\""));
    }
    void anErrorFromOutsideStaysText() {
        const auto asked = m_browser->get(m_url + "/login");
        const auto page =
            m_browser->get(m_url + "/callback?error=x&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E&state=" +
                           Browser::answer(asked, "state") + "&iss=" + http::percentEncode(m_base + "/sandbox/acme"));
        QCOMPARE(page.status, 403);
        QVERIFY(holds(page, "&lt;script&gt;"));
        QVERIFY(!holds(page, "<script"));
    }
    void aDeadAccessTokenIsSaid() {
        signIn();
        m_clock.advance(Seconds(400));
        QVERIFY(holds(m_browser->get(m_url + "/"), "id=\"userinfo-error\""));
    }
    void tokensAreRefreshedAndTheSessionEndsWhenThatFails() {
        bool refuse = false;
        std::string shown;
        m_intercept = [&](const http::OutboundRequest& request) -> std::optional<http::OutboundResponse> {
            if (!request.url.ends_with("/token")) {
                return std::nullopt;
            }
            const auto form = http::Parameters::parse(request.body);
            if (form->get("grant_type") == "authorization_code") {
                http::Request inner;
                inner.method = "POST";
                inner.path = "/sandbox/acme/token";
                inner.headers = request.headers;
                inner.body = request.body;
                json::Object tokens = *json::parseObject(m_idp->handle(inner).body);
                tokens["refresh_token"] = "r1";
                return answer(200, json::write(tokens));
            }
            shown = form->get("refresh_token").value_or("");
            return refuse ? answer(400, R"({"error":"invalid_grant"})")
                          : answer(200, R"({"access_token":"a2","refresh_token":"r2"})");
        };
        QVERIFY(holds(signIn(), "id=\"refresh\""));
        QVERIFY(holds(follow(m_browser->post(m_url + "/refresh", "")), "Refreshes since the sign-in: <bdi>1</bdi>"));
        QCOMPARE(shown, std::string("r1"));
        refuse = true;
        QVERIFY(holds(m_browser->post(m_url + "/refresh", ""), "invalid_grant"));
        QCOMPARE(shown, std::string("r2"));
        QVERIFY(holds(m_browser->get(m_url + "/"), "id=\"sign-in\""));
    }
    void signingOutEndsItHereAndAtTheIssuer() {
        signIn();
        const auto out = m_browser->post(m_url + "/logout", "");
        QVERIFY(Browser::location(out).starts_with(m_base + "/sandbox/acme/end_session?"));
        QVERIFY(!Browser::answer(out, "id_token_hint").empty());
        QVERIFY(holds(follow(out), "You are signed out"));
        QVERIFY(holds(m_browser->get(m_url + "/"), "id=\"sign-in\""));
    }
    void aLogoutTokenEndsTheSession() {
        signIn();
        ownKeys();
        QCOMPARE(sendLogout(logoutClaims()), 200);
        QVERIFY(holds(m_browser->get(m_url + "/"), "id=\"sign-in\""));
    }
    void badLogoutTokensEndNothing() {
        signIn();
        ownKeys();
        QCOMPARE(sendLogout(logoutClaims(), "JWT"), 400);
        for (const char* name : {"iss", "aud", "exp", "events", "sub"}) {
            json::Object claims = logoutClaims();
            claims.erase(name);
            QCOMPARE(sendLogout(claims), 400);
        }
        json::Object claims = logoutClaims();
        claims["nonce"] = "n";
        QCOMPARE(sendLogout(claims), 400);
        claims = logoutClaims();
        claims["aud"] = "other";
        QCOMPARE(sendLogout(claims), 400);
        QCOMPARE(m_browser->post(m_url + "/backchannel-logout", "logout_token=x").status, 400);
        QCOMPARE(m_browser->post(m_url + "/backchannel-logout", "").status, 400);
        claims = logoutClaims();
        claims["sid"] = "another session";
        QCOMPARE(sendLogout(claims), 200);
        QVERIFY(holds(m_browser->get(m_url + "/"), "Ana Example"));
    }
    void anIssuerThatIsDownOrAnotherIsSaid() {
        m_idp->faults().set(Fault::DiscoveryError, true);
        const auto page = m_browser->get(m_url + "/login");
        QCOMPARE(page.status, 502);
        m_idp->faults().clear();
        m_intercept = [](const http::OutboundRequest&) { return answer(200, "{\"issuer\":\"https://evil.example\"}"); };
        QVERIFY(holds(m_browser->get(m_url + "/login"), "demo.issuer"));
    }
    void callsStayInsideThePublicAddress() {
        const Send send = inProcess([](const http::Request&) { return http::Response(); }, m_base);
        http::OutboundRequest request;
        for (const char* url :
             {"https://evil.example/", "http://127.0.0.1:8480.evil/", "http://127.0.0.1:8480", "/x", ""}) {
            request.url = url;
            QCOMPARE(send(request).error().reason, std::string("outbound.url"));
        }
        request.url = m_base + "/x?y=z";
        QVERIFY(send(request));
    }
    void otherPathsAndMethodsAreRefused() {
        QCOMPARE(m_browser->get(m_url + "/nothing").status, 404);
        QCOMPARE(m_browser->get(m_url + "x").status, 404);
        QCOMPARE(m_browser->get(m_url + "/logout").status, 405);
        QCOMPARE(m_browser->get(m_url + "/refresh").status, 405);
        QCOMPARE(m_browser->post(m_url + "/login", "").status, 405);
    }
};

QTEST_GUILESS_MAIN(TestDemoApp)
#include "tst_demo_app.moc"
