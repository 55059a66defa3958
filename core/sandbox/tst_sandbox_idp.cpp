// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "crypto/hash.h"
#include "jose/jwt.h"
#include "oauth/pkce.h"
#include "sandbox/sandbox_idp.h"
#include "sandbox/tst_browser.h"

using namespace gatehouse;
using namespace gatehouse::sandbox;
using sandbox::test::Browser;

class TestSandboxIdp : public QObject {
    Q_OBJECT

    const std::string m_base = "http://127.0.0.1:8480";
    const std::string m_redirect = m_base + "/sso/oidc/0190-ab/callback";
    const std::string m_verifier = std::string(43, 'v');
    ManualClock m_clock{fromMillis(1'700'000'000'000)};
    std::unique_ptr<SandboxIdp> m_idp;
    std::unique_ptr<Browser> m_browser;

    using Pairs = std::vector<std::pair<std::string, std::string>>;

    /// A good authorization request, with some parameters put in another way; an empty value leaves one out.
    [[nodiscard]] std::string question(const Pairs& changes = {}) const {
        Pairs all{{"response_type", "code"},
                  {"client_id", "broker"},
                  {"redirect_uri", m_redirect},
                  {"scope", "openid email profile"},
                  {"state", "s-1"},
                  {"nonce", "n-1"},
                  {"code_challenge", oauth::challengeFor(m_verifier)},
                  {"code_challenge_method", "S256"},
                  {"login_hint", "ana"}};
        for (const auto& [name, value] : changes) {
            std::erase_if(all, [&, key = name](const auto& pair) { return pair.first == key; });
            if (!value.empty()) {
                all.emplace_back(name, value);
            }
        }
        http::Parameters parameters;
        for (const auto& [name, value] : all) {
            parameters.append(name, value);
        }
        return m_base + "/sandbox/acme/authorize?" + parameters.encode();
    }
    std::string code(const Pairs& changes = {}) { return Browser::answer(m_browser->get(question(changes)), "code"); }

    http::Response redeem(const std::string& grantedCode, const Pairs& changes = {},
                          const std::string& secret = "s3cret") {
        Pairs all{{"grant_type", "authorization_code"},
                  {"code", grantedCode},
                  {"redirect_uri", m_redirect},
                  {"code_verifier", m_verifier}};
        http::Parameters form;
        for (auto& [name, value] : all) {
            for (const auto& [changed, to] : changes) {
                if (changed == name) {
                    value = to;
                }
            }
            if (!value.empty()) {
                form.append(name, value);
            }
        }
        http::Request request;
        request.method = "POST";
        request.path = "/sandbox/acme/token";
        request.headers.set("Authorization", "Basic " + base64Encode("broker:" + secret));
        request.body = form.encode();
        return m_idp->handle(request);
    }
    json::Object tokens(const Pairs& changes = {}) {
        const auto parsed = json::parseObject(redeem(code(changes)).body);
        return parsed ? *parsed : json::Object();
    }
    static std::string text(const json::Object& object, std::string_view name) {
        return std::string(json::stringMember(object, name).value_or(""));
    }
    json::Object claims(const Pairs& changes = {}) {
        const auto parts = jose::parseCompact(text(tokens(changes), "id_token"));
        return parts ? *json::parseObject(parts->payload) : json::Object();
    }
    jose::JwkSet keys() { return *jose::parseJwkSet(m_browser->get("/sandbox/acme/jwks").body); }
    /// The names of the checks that fail for a relying party that does its work.
    std::string firstFailed(const Pairs& changes = {}) {
        jose::ClaimRules rules;
        rules.issuer = m_base + "/sandbox/acme";
        rules.audience = "broker";
        rules.singleAudience = true;
        rules.nonce = "n-1";
        rules.skew = Seconds(120);
        const Checks checks = jose::verifyJwt(text(tokens(changes), "id_token"), keys(), rules, m_clock.now());
        const Check* failed = firstFailure(checks);
        return failed == nullptr ? "" : failed->name;
    }
    http::Response userinfo(const std::string& header) {
        http::Request request;
        request.method = "GET";
        request.path = "/sandbox/acme/userinfo";
        if (!header.empty()) {
            request.headers.set("Authorization", header);
        }
        return m_idp->handle(request);
    }

private slots:
    void init() {
        IdpOptions options;
        options.issuer = m_base + "/sandbox/acme";
        options.path = "/sandbox/acme";
        options.clientId = "broker";
        options.clientSecret = Secret::copyOf("s3cret");
        options.publicUrl = m_base;
        m_idp = *SandboxIdp::create(std::move(options), m_clock);
        m_browser =
            std::make_unique<Browser>([this](const http::Request& request) { return m_idp->handle(request); }, m_base);
    }

    void theMetadataNamesEveryEndpoint() {
        const auto response = m_browser->get("/sandbox/acme/.well-known/openid-configuration");
        QCOMPARE(response.status, 200);
        const auto metadata = *json::parseObject(response.body);
        QCOMPARE(text(metadata, "issuer"), m_idp->issuer());
        for (const char* name :
             {"authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri", "end_session_endpoint"}) {
            QVERIFY2(text(metadata, name).starts_with(m_idp->issuer() + "/"), name);
        }
    }
    void aPersonaSignsInAndTheIdTokenIsGood() {
        const auto response = m_browser->get(question());
        QCOMPARE(response.status, 303);
        QVERIFY(Browser::location(response).starts_with(m_redirect + "?"));
        QCOMPARE(Browser::answer(response, "state"), std::string("s-1"));
        QCOMPARE(Browser::answer(response, "iss"), m_idp->issuer());
        QCOMPARE(firstFailed(), std::string());
        const json::Object said = claims();
        QCOMPARE(text(said, "sub"), std::string("practice-ana"));
        QCOMPARE(text(said, "email"), std::string("ana@acme.example"));
        QCOMPARE(text(said, "acr"), std::string("phr"));
        QCOMPARE(text(claims({{"acr_values", "urn:x urn:y"}}), "acr"), std::string("urn:x"));
    }
    void theAccessTokenHashFits() {
        const json::Object answer = tokens();
        const auto said = *json::parseObject(jose::parseCompact(text(answer, "id_token"))->payload);
        QCOMPARE(text(said, "at_hash"), base64UrlEncode(crypto::sha256(text(answer, "access_token")).substr(0, 16)));
    }
    void thePageListsEveryPersonaWithoutScript() {
        const auto response = m_browser->get(question({{"login_hint", "ben@acme.example"}}));
        QCOMPARE(response.status, 200);
        for (const Persona& persona : personas()) {
            QVERIFY(response.body.find("persona-" + persona.name) != std::string::npos);
        }
        QVERIFY(response.body.find("card hinted\" id=\"persona-ben\"") != std::string::npos);
        QVERIFY(response.body.find("<script") == std::string::npos);
        QVERIFY(response.body.find("style=\"") == std::string::npos);
        const auto policy = response.headers.get("Content-Security-Policy");
        QVERIFY(policy && policy->starts_with("default-src 'none'"));
        QVERIFY(policy->find("unsafe") == std::string_view::npos);
        QVERIFY(response.body.find("href=\"/assets/practice-") != std::string::npos);
    }
    void thePageSpeaksTheLanguageThatIsAskedFor() {
        const auto german = m_browser->get(question({{"login_hint", ""}, {"ui_locales", "de-AT en"}}));
        QVERIFY(german.body.find("<html lang=\"de\" dir=\"ltr\">") != std::string::npos);
        QVERIFY(german.body.find("W\xC3\xA4hlen Sie, wer Sie sein") != std::string::npos);
        const auto arabic = m_browser->get(question({{"login_hint", ""}, {"ui_locales", "ar"}}));
        QVERIFY(arabic.body.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
        for (const Persona& persona : personas()) {
            QVERIFY(titleOf(persona, web::Language::Arabic) != persona.title);
            QVERIFY(arabic.body.find(titleOf(persona, web::Language::Arabic)) != std::string::npos);
            QVERIFY(arabic.body.find(persona.title) == std::string::npos);
        }
        QVERIFY(m_browser->get(question({{"login_hint", ""}, {"ui_locales", "xx"}})).body.find("lang=\"en\"") !=
                std::string::npos);
    }
    void aClickOnThePageSignsIn() {
        const auto page = m_browser->get(question({{"login_hint", ""}}));
        const std::size_t at = page.body.find("href=\"", page.body.find("id=\"persona-ben\"")) + 6;
        std::string address = page.body.substr(at, page.body.find('"', at) - at);
        for (std::size_t amp = address.find("&amp;"); amp != std::string::npos; amp = address.find("&amp;")) {
            address.replace(amp, 5, "&");
        }
        const auto response = m_browser->get(address);
        QCOMPARE(response.status, 303);
        const auto answer = *json::parseObject(redeem(Browser::answer(response, "code")).body);
        QCOMPARE(text(*json::parseObject(jose::parseCompact(text(answer, "id_token"))->payload), "sub"),
                 std::string("practice-ben"));
    }
    void hostileParametersStayText() {
        const auto response =
            m_browser->get(question({{"login_hint", "\"><script>alert(1)</script>"}, {"state", "'\"<b>&"}}));
        QCOMPARE(response.status, 200);
        QVERIFY(response.body.find("<script") == std::string::npos);
        QVERIFY(response.body.find("<b>") == std::string::npos);
    }
    void unprovenClientsGetAPageAndNoRedirect_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("client") << "client_id"
                                << "other";
        QTest::newRow("no client") << "client_id"
                                   << "";
        QTest::newRow("no redirect") << "redirect_uri"
                                     << "";
        for (const char* uri :
             {"https://evil.example/cb", "http://127.0.0.1:8480/demo/callback",
              "http://127.0.0.1:8480/sso/oidc//callback", "http://127.0.0.1:8480/sso/oidc/../../x/callback",
              "http://127.0.0.1:8480/sso/oidc/a/b/callback", "http://127.0.0.1:8480/sso/oidc/a?x=/callback",
              "http://127.0.0.1:8480.evil/sso/oidc/a/callback", "http://127.0.0.1:8480/sso/oidc/a/callback#",
              "http://127.0.0.1:8480/sso/oidc/callback"}) {
            QTest::newRow(uri) << "redirect_uri" << uri;
        }
    }
    void unprovenClientsGetAPageAndNoRedirect() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto response = m_browser->get(question({{name.toStdString(), value.toStdString()}}));
        QCOMPARE(response.status, 400);
        QVERIFY(!response.headers.get("Location"));
    }
    void repeatedParametersAreRefused() {
        const auto response = m_browser->get(question() + "&state=other");
        QCOMPARE(response.status, 400);
        QVERIFY(!response.headers.get("Location"));
    }
    void wrongRequestsGoBackWithTheirError_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::newRow("type") << "response_type"
                              << "token"
                              << "unsupported_response_type";
        QTest::newRow("mode") << "response_mode"
                              << "form_post"
                              << "invalid_request";
        QTest::newRow("scope") << "scope"
                               << "email"
                               << "invalid_scope";
        QTest::newRow("no PKCE") << "code_challenge"
                                 << ""
                                 << "invalid_request";
        QTest::newRow("plain PKCE") << "code_challenge_method"
                                    << "plain"
                                    << "invalid_request";
        QTest::newRow("request object") << "request"
                                        << "x.y.z"
                                        << "request_not_supported";
        QTest::newRow("silent") << "prompt"
                                << "none"
                                << "login_required";
    }
    void wrongRequestsGoBackWithTheirError() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        const auto response = m_browser->get(question({{name.toStdString(), value.toStdString()}}));
        QCOMPARE(response.status, 303);
        QCOMPARE(Browser::answer(response, "error"), error.toStdString());
        QCOMPARE(Browser::answer(response, "state"), std::string("s-1"));
        QVERIFY(Browser::answer(response, "code").empty());
    }
    void aSilentRequestIsAnsweredFromTheSession() {
        QVERIFY(!code().empty());
        QVERIFY(!code({{"prompt", "none"}, {"login_hint", ""}}).empty());
        m_clock.advance(Seconds(100));
        QVERIFY(!code({{"prompt", "none"}, {"max_age", "100"}}).empty());
        QCOMPARE(Browser::answer(m_browser->get(question({{"prompt", "none"}, {"max_age", "99"}})), "error"),
                 std::string("login_required"));
        QCOMPARE(Browser::answer(m_browser->get(question({{"prompt", "none login"}})), "error"),
                 std::string("invalid_request"));
        m_browser->get("/sandbox/acme/end_session");
        QCOMPARE(Browser::answer(m_browser->get(question({{"prompt", "none"}})), "error"),
                 std::string("login_required"));
    }
    void aCodeIsRedeemedOnce() {
        const std::string granted = code();
        QCOMPARE(redeem(granted).status, 200);
        QCOMPARE(redeem(granted).status, 400);
    }
    void wrongRedemptionsAreRefused() {
        QCOMPARE(redeem(code(), {}, "wrong").status, 401);
        QCOMPARE(redeem(code(), {}, "").status, 401);
        QCOMPARE(redeem("nonsense").status, 400);
        QCOMPARE(redeem(code(), {{"redirect_uri", m_redirect + "x"}}).status, 400);
        QCOMPARE(redeem(code(), {{"redirect_uri", ""}}).status, 400);
        QCOMPARE(redeem(code(), {{"code_verifier", std::string(43, 'w')}}).status, 400);
        QCOMPARE(redeem(code(), {{"code_verifier", ""}}).status, 400);
        QCOMPARE(redeem(code(), {{"grant_type", "password"}}).status, 400);
        const std::string late = code();
        m_clock.advance(Seconds(61));
        QCOMPARE(redeem(late).status, 400);
    }
    void userinfoAnswersItsTokenOnly() {
        const std::string access = text(tokens(), "access_token");
        const auto response = userinfo("Bearer " + access);
        QCOMPARE(response.status, 200);
        QCOMPARE(text(*json::parseObject(response.body), "sub"), std::string("practice-ana"));
        for (const std::string& header :
             {std::string(), std::string("Bearer x"), "Basic " + access, "Bearer " + access + "x"}) {
            QCOMPARE(userinfo(header).status, 401);
        }
        m_clock.advance(Seconds(301));
        QCOMPARE(userinfo("Bearer " + access).status, 401);
    }
    void claimsFollowTheScopes() {
        QVERIFY(!claims({{"scope", "openid"}}).contains("email"));
        QVERIFY(!claims({{"login_hint", "chris"}}).contains("email"));
        QCOMPARE(json::boolMember(claims({{"login_hint", "emil"}}), "email_verified"), std::optional<bool>(false));
    }
    void eachFaultFailsTheCheckThatIsMeantForIt_data() {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("check");
        QTest::newRow("audience") << int(Fault::WrongAudience) << "claims.aud";
        QTest::newRow("nonce") << int(Fault::WrongNonce) << "claims.nonce";
        QTest::newRow("issuer") << int(Fault::WrongIssuer) << "claims.iss";
        QTest::newRow("expired") << int(Fault::Expired) << "claims.exp";
        QTest::newRow("clock") << int(Fault::ClockOff) << "claims.iat";
        QTest::newRow("key") << int(Fault::UnknownKey) << "jwt.key";
        QTest::newRow("signature") << int(Fault::BadSignature) << "jwt.signature";
    }
    void eachFaultFailsTheCheckThatIsMeantForIt() {
        QFETCH(int, fault);
        QFETCH(QString, check);
        m_idp->faults().set(Fault(fault), true);
        QCOMPARE(QString::fromStdString(firstFailed()), check);
        m_idp->faults().set(Fault(fault), false);
        QCOMPARE(firstFailed(), std::string());
    }
    void noEmailLeavesItOutEverywhere() {
        m_idp->faults().set(Fault::NoEmail, true);
        QVERIFY(!claims().contains("email"));
        QVERIFY(!claims().contains("email_verified"));
        QVERIFY(!json::parseObject(userinfo("Bearer " + text(tokens(), "access_token")).body)->contains("email"));
    }
    void weakAcrIgnoresWhatWasAskedFor() {
        m_idp->faults().set(Fault::WeakAcr, true);
        QCOMPARE(text(claims({{"acr_values", "phr"}}), "acr"), std::string("pwd"));
    }
    void serverFaultsFailTheirEndpoint() {
        const auto with = [&](Fault fault, auto&& act) {
            m_idp->faults().set(fault, true);
            const auto response = act();
            m_idp->faults().set(fault, false);
            return response;
        };
        const std::string access = text(tokens(), "access_token");
        QCOMPARE(with(Fault::TokenError, [&] { return redeem(code()); }).status, 500);
        QCOMPARE(with(Fault::UserinfoError, [&] { return userinfo("Bearer " + access); }).status, 500);
        QCOMPARE(with(Fault::JwksError, [&] { return m_browser->get("/sandbox/acme/jwks"); }).status, 503);
        QCOMPARE(with(Fault::DiscoveryError,
                      [&] { return m_browser->get("/sandbox/acme/.well-known/openid-configuration"); })
                     .status,
                 503);
        QCOMPARE(Browser::answer(with(Fault::AccessDenied, [&] { return m_browser->get(question()); }), "error"),
                 std::string("access_denied"));
        QCOMPARE(Browser::answer(with(Fault::AuthorizeError, [&] { return m_browser->get(question()); }), "error"),
                 std::string("server_error"));
    }
    void theSignInPageSaysWhatIsBroken() {
        m_idp->faults().set(Fault::ClockOff, true);
        QVERIFY(m_browser->get(question({{"login_hint", ""}})).body.find("seven minutes") != std::string::npos);
    }
    void logoutReturnsToTheBrokerOnly() {
        const auto back = m_browser->get("/sandbox/acme/end_session?state=x&post_logout_redirect_uri=" +
                                         http::percentEncode(m_base + "/t/acme/done"));
        QCOMPARE(Browser::location(back), m_base + "/t/acme/done?state=x");
        for (const char* uri : {"https://evil.example/", "http://127.0.0.1:8480.evil.example/", "//evil.example",
                                "javascript:alert(1)"}) {
            const auto page =
                m_browser->get("/sandbox/acme/end_session?post_logout_redirect_uri=" + http::percentEncode(uri));
            QCOMPARE(page.status, 200);
            QVERIFY(!page.headers.get("Location"));
        }
    }
    void otherPathsAndMethodsAreRefused() {
        QCOMPARE(m_browser->get("/sandbox/acme/").status, 404);
        QCOMPARE(m_browser->get("/sandbox/acmex").status, 404);
        QCOMPARE(m_browser->get("/sandbox/other/jwks").status, 404);
        QCOMPARE(m_browser->get("/sandbox/acme/token").status, 405);
        QCOMPARE(m_browser->post("/sandbox/acme/jwks", "").status, 405);
    }
    void theAdminSeesAndSwitches() {
        const json::Object shown = m_idp->describe();
        QCOMPARE(shown.at("personas").as_array().size(), personas().size());
        QVERIFY(m_idp->update(shown).empty());
        QVERIFY(m_idp->update(*json::parseObject(R"({"faults":{"expired":true}})")).empty());
        QVERIFY(m_idp->faults().on(Fault::Expired));
        QCOMPARE(m_idp->update(*json::parseObject(R"({"fault":{}})")).front().code, std::string("unknown_member"));
    }
    void anIdpWithoutASecretIsNotMade() {
        IdpOptions options;
        options.issuer = "x";
        options.path = "/x";
        options.clientId = "broker";
        QVERIFY(!SandboxIdp::create(std::move(options), m_clock));
    }
};

QTEST_GUILESS_MAIN(TestSandboxIdp)
#include "tst_sandbox_idp.moc"
