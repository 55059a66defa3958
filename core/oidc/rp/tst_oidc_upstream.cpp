// SPDX-License-Identifier: Apache-2.0
// Our side towards a company's provider: what is asked, what is sent to prove who we are, what is believed.
#include <algorithm>

#include <QtTest>

#include "base/encoding.h"
#include "jose/jws.h"
#include "jose/jwt.h"
#include "oauth/dpop.h"
#include "oauth/pkce.h"
#include "oidc/rp/oidc_upstream.h"
#include "tests/support/test_provider.h"

using namespace gatehouse;
using test::TestProvider;

class TestOidcUpstream : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_idp = std::make_unique<TestProvider>();
        m_cache = std::make_unique<connections::ProviderCache>(m_idp->client, m_idp->clock, false);
        m_upstream = std::make_unique<oidc::rp::OidcUpstream>(*m_cache, m_idp->client, *m_idp->ring, m_idp->clock);
        m_trip = {};
        m_trip.state = "state-1";
        m_trip.nonce = "nonce-1";
        m_trip.codeVerifier = "verifier-1-verifier-1-verifier-1-verifier-1";
        m_trip.redirectUri = "https://broker.example/sso/oidc/c1/callback";
        const std::int64_t now = toUnixSeconds(m_idp->clock.now());
        m_claims = {{"iss", TestProvider::kIssuer}, {"sub", "ann-1"}, {"aud", "gatehouse"},
                    {"nonce", "nonce-1"},           {"iat", now},     {"exp", now + 300},
                    {"email", "ann@acme.example"},  {"name", "Ann"}};
        giveTokens();
    }

    // What is asked

    void theRequestCarriesStateNonceAndPkceOfThisTrip() {
        const http::Parameters asked = askedFor();
        QCOMPARE(QString::fromStdString(value(asked, "response_type")), QString("code"));
        QCOMPARE(value(asked, "client_id"), std::string("gatehouse"));
        QCOMPARE(value(asked, "redirect_uri"), m_trip.redirectUri);
        QCOMPARE(value(asked, "scope"), std::string("openid email profile"));
        QCOMPARE(value(asked, "state"), std::string("state-1"));
        QCOMPARE(value(asked, "nonce"), std::string("nonce-1"));
        QCOMPARE(value(asked, "code_challenge"), oauth::challengeFor(m_trip.codeVerifier));
        QCOMPARE(value(asked, "code_challenge_method"), std::string("S256"));
        for (const char* absent :
             {"prompt", "max_age", "acr_values", "claims", "login_hint", "ui_locales", "code_verifier"}) {
            QVERIFY2(asked.count(absent) == 0, absent);
        }
    }
    void demandsOfTheAppArePassedOn() {
        m_trip.acrValues = {"mfa", "phr"};
        m_trip.maxAge = Seconds(60);
        m_trip.forceLogin = true;
        m_trip.loginHint = "ann+1@acme.example";
        m_trip.uiLocales = "sv";
        const http::Parameters asked = askedFor();
        QCOMPARE(value(asked, "acr_values"), std::string("mfa phr"));
        QCOMPARE(value(asked, "max_age"), std::string("60"));
        QCOMPARE(value(asked, "prompt"), std::string("login"));
        QCOMPARE(value(asked, "login_hint"), std::string("ann+1@acme.example"));
        QCOMPARE(value(asked, "ui_locales"), std::string("sv"));
        m_trip.silent = true;
        QCOMPARE(value(askedFor(), "prompt"), std::string("none"));
    }
    void anEssentialLevelIsAskedForWithTheClaimsParameterWhereThereIsOne() {
        m_idp->metadata["claims_parameter_supported"] = true;
        m_idp->publish();
        m_trip.acrValues = {"mfa"};
        m_trip.acrEssential = true;
        const http::Parameters asked = askedFor();
        QCOMPARE(asked.count("acr_values"), std::size_t(0));
        QCOMPARE(value(asked, "claims"),
                 std::string("{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"mfa\"]}}}"));
    }
    void aLevelIsAskedForByTheProvidersNameAndJudgedByOurs() {
        m_idp->connection.acrMapping = {{"urn:gatehouse:aal2", "gold"}};
        m_trip.acrValues = {"urn:gatehouse:aal2"};
        m_trip.acrMeeting = {"urn:gatehouse:aal2", "urn:gatehouse:aal3"};
        m_trip.acrEssential = true;
        QCOMPARE(value(askedFor(), "acr_values"), std::string("gold"));
        m_claims["acr"] = "gold";
        giveTokens();
        const login::Proof met = finish();
        QVERIFY(met.identity.has_value());
        QCOMPARE(met.identity->levels, std::vector<std::string>{"urn:gatehouse:aal2"});
        m_claims["acr"] = "silver";
        giveTokens();
        const login::Proof unmet = finish();
        QVERIFY(!unmet.identity);
        QCOMPARE(firstFailure(unmet.checks)->name, std::string("unmet_authentication_requirements"));
        QCOMPARE(firstFailure(unmet.checks)->expected, std::string("urn:gatehouse:aal2"));
        QCOMPARE(firstFailure(unmet.checks)->actual, std::string("silver"));
    }
    void whatTheProviderSaysByItsMethodsAloneIsNeverAskedForByForce() {
        m_idp->metadata["claims_parameter_supported"] = true;
        m_idp->publish();
        m_idp->connection.acrMapping = {{"urn:gatehouse:aal2", "amr:mfa"}};
        m_trip.acrValues = {"urn:gatehouse:aal2"};
        m_trip.acrMeeting = {"urn:gatehouse:aal2"};
        m_trip.acrEssential = true;
        QCOMPARE(value(askedFor(), "acr_values"), std::string("urn:gatehouse:aal2"));
        QCOMPARE(askedFor().count("claims"), std::size_t(0));
        m_claims["amr"] = json::Array{"pwd"};
        giveTokens();
        QVERIFY(!finish().identity);
        m_claims["amr"] = json::Array{"pwd", "mfa"};
        giveTokens();
        QVERIFY(finish().identity.has_value());
    }
    void aQueryInTheProvidersAddressIsKept() {
        m_idp->metadata["authorization_endpoint"] = TestProvider::url("/authorize?p=b2c");
        m_idp->publish();
        const std::string address = m_upstream->start(m_idp->connection, m_trip).value().address;
        QVERIFY(address.starts_with("https://idp.example/authorize?p=b2c&response_type=code"));
    }
    void withoutMetadataNobodyIsSentAnywhere() {
        m_idp->answer("/.well-known/openid-configuration", 500, "oops");
        QVERIFY(!m_upstream->start(m_idp->connection, m_trip));
    }

    // How we prove ourselves

    void theSecretGoesIntoTheHeaderEncoded() {
        QVERIFY(finish().identity.has_value());
        const http::OutboundRequest request = tokenRequest();
        QCOMPARE(std::string(request.headers.get("Authorization").value_or("")),
                 "Basic " + base64Encode("gatehouse:s3cret%20%26%20more"));
        const http::Parameters form = http::Parameters::parse(request.body).value();
        QCOMPARE(value(form, "grant_type"), std::string("authorization_code"));
        QCOMPARE(value(form, "code"), std::string("code-1"));
        QCOMPARE(value(form, "code_verifier"), m_trip.codeVerifier);
        QCOMPARE(value(form, "redirect_uri"), m_trip.redirectUri);
        QCOMPARE(form.count("client_secret") + form.count("client_id"), std::size_t(0));
    }
    void theSecretGoesIntoTheFormWhereThatIsWanted() {
        m_idp->connection.clientAuth = connections::ClientAuth::ClientSecretPost;
        QVERIFY(finish().identity.has_value());
        const http::Parameters form = http::Parameters::parse(tokenRequest().body).value();
        QCOMPARE(value(form, "client_secret"), std::string("s3cret & more"));
        QVERIFY(!tokenRequest().headers.get("Authorization"));
    }
    void aPublicClientSendsNoSecret() {
        m_idp->connection.clientAuth = connections::ClientAuth::None;
        QVERIFY(finish().identity.has_value());
        QCOMPARE(value(http::Parameters::parse(tokenRequest().body).value(), "client_id"), std::string("gatehouse"));
        QVERIFY(tokenRequest().body.find("s3cret") == std::string::npos);
    }
    void anAssertionIsOursForThisProviderAndShort() {
        m_idp->connection.clientAuth = connections::ClientAuth::PrivateKeyJwt;
        QVERIFY(finish().identity.has_value());
        const http::Parameters form = http::Parameters::parse(tokenRequest().body).value();
        const auto keys = m_idp->ring->verificationKeys(m_idp->connection.tenant).value();
        const auto proven =
            jose::verifyCompact(value(form, "client_assertion"), *keys, {{crypto::Signature::ES256}, "JWT"});
        QVERIFY(proven.has_value());
        const json::Object claims = json::parseObject(proven->payload).value();
        QCOMPARE(std::string(*json::stringMember(claims, "iss")), std::string("gatehouse"));
        QCOMPARE(std::string(*json::stringMember(claims, "sub")), std::string("gatehouse"));
        QCOMPARE(std::string(*json::stringMember(claims, "aud")), TestProvider::kIssuer);
        QCOMPARE(*json::integerMember(claims, "exp") - *json::integerMember(claims, "iat"), std::int64_t(60));
        QVERIFY(!json::stringMember(claims, "jti")->empty());
    }

    // Tokens that are bound to a key of ours

    void aProviderThatDoesNotTakePartGetsNoProof() {
        m_claims.erase("email");
        giveTokens();
        m_idp->answer("/userinfo", 200, "{\"sub\":\"ann-1\",\"email\":\"ann@acme.example\"}");
        QVERIFY(finish().identity.has_value());
        for (const http::OutboundRequest& request : m_idp->client.requests) {
            QVERIFY(!request.headers.get("DPoP"));
        }
    }
    void aBoundTokenIsAskedForAndUsedWithProofsOfOneKey() {
        takePart();
        m_claims.erase("email");
        demandNonce("/token", 400, "n-1", tokensOfType("DPoP"));
        demandNonce("/userinfo", 401, "n-2", "{\"sub\":\"ann-1\",\"email\":\"ann@acme.example\"}");
        const login::Proof proof = finish();
        QVERIFY(proof.identity.has_value());
        QCOMPARE(m_idp->client.calls(TestProvider::url("/token")), 2);
        QCOMPARE(m_idp->client.calls(TestProvider::url("/userinfo")), 2);
        const oauth::DpopProof redeemed = provenAt("/token", {});
        const oauth::DpopProof used = provenAt("/userinfo", "at-1");
        QCOMPARE(redeemed.nonce, std::string("n-1"));
        QCOMPARE(used.nonce, std::string("n-2"));
        QCOMPARE(used.jkt, redeemed.jkt);
        QVERIFY(used.jti != redeemed.jti);
        QCOMPARE(std::string(m_idp->client.requests.back().headers.get("Authorization").value_or("")),
                 std::string("DPoP at-1"));
        QCOMPARE(std::count_if(proof.messages.begin(), proof.messages.end(),
                               [](const login::Message& each) { return each.name == login::message::kTokenRequest; }),
                 std::ptrdiff_t(1));
    }
    void eachSignInHasAKeyOfItsOwn() {
        takePart();
        m_idp->answer("/token", 200, tokensOfType("DPoP"));
        QVERIFY(finish().identity.has_value());
        const std::string first = provenAt("/token", {}).jkt;
        QVERIFY(finish().identity.has_value());
        QVERIFY(provenAt("/token", {}).jkt != first);
    }
    void aNonceIsGivenOnceAndNoMore() {
        takePart();
        int asked = 0;
        m_idp->client.on(TestProvider::url("/token"), [&](const http::OutboundRequest&) {
            http::OutboundResponse response;
            response.status = 400;
            response.headers.set("DPoP-Nonce", "n-" + std::to_string(++asked));
            response.body = "{\"error\":\"use_dpop_nonce\"}";
            return response;
        });
        refusedFor(finish(), "upstream.token_answer");
        QCOMPARE(asked, 2);
    }
    void aTokenThatIsNotBoundIsUsedAsItIs() {
        takePart();
        m_claims.erase("email");
        giveTokens();
        m_idp->answer("/userinfo", 200, "{\"sub\":\"ann-1\",\"email\":\"ann@acme.example\"}");
        QVERIFY(finish().identity.has_value());
        QCOMPARE(std::string(m_idp->client.requests.back().headers.get("Authorization").value_or("")),
                 std::string("Bearer at-1"));
        QVERIFY(!m_idp->client.requests.back().headers.get("DPoP"));
    }

    // What is believed

    void aGoodAnswerGivesTheIdentity() {
        m_claims["acr"] = "mfa";
        m_claims["amr"] = json::Array{"pwd", "otp"};
        m_claims["sid"] = "upstream-session";
        m_claims["auth_time"] = toUnixSeconds(m_idp->clock.now()) - 30;
        giveTokens();
        const login::Proof proof = finish();
        QVERIFY(proof.identity.has_value());
        QVERIFY(firstFailure(proof.checks) == nullptr);
        QCOMPARE(proof.identity->issuer, TestProvider::kIssuer);
        QCOMPARE(proof.identity->subject, std::string("ann-1"));
        QCOMPARE(proof.identity->levels, std::vector<std::string>{"mfa"});
        QCOMPARE(proof.identity->amr.size(), std::size_t(2));
        QCOMPARE(proof.identity->upstreamSid, std::string("upstream-session"));
        QCOMPARE(toUnixSeconds(proof.identity->authTime), toUnixSeconds(m_idp->clock.now()) - 30);
        QCOMPARE(m_idp->client.calls(TestProvider::url("/userinfo")), 0);
    }
    void anAuthTimeInTheFutureIsNotTaken() {
        m_claims["auth_time"] = toUnixSeconds(m_idp->clock.now()) + 30;
        giveTokens();
        QVERIFY(finish().identity->authTime == m_idp->clock.now());
    }
    void whatTheIdTokenLacksComesFromUserinfo() {
        m_claims.erase("email");
        giveTokens();
        m_idp->answer("/userinfo", 200, "{\"sub\":\"ann-1\",\"email\":\"ann@acme.example\",\"iss\":\"x\"}");
        const login::Proof proof = finish();
        QVERIFY(proof.identity.has_value());
        QCOMPARE(std::string(*json::stringMember(proof.identity->claims, "email")), std::string("ann@acme.example"));
        QCOMPARE(std::string(*json::stringMember(proof.identity->claims, "iss")), TestProvider::kIssuer);
        QCOMPARE(std::string(m_idp->client.requests.back().headers.get("Authorization").value_or("")),
                 std::string("Bearer at-1"));
    }
    void userinfoThatFailsOrSpeaksOfAnotherIsRefused_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("reason");
        QTest::newRow("another") << 200 << "{\"sub\":\"bob-1\",\"email\":\"a@b.example\"}" << "userinfo.sub";
        QTest::newRow("nobody") << 200 << "{\"email\":\"a@b.example\"}" << "userinfo.sub";
        QTest::newRow("refused") << 401 << "{}" << "upstream.userinfo";
    }
    void userinfoThatFailsOrSpeaksOfAnotherIsRefused() {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(QString, reason);
        m_claims.erase("email");
        giveTokens();
        m_idp->answer("/userinfo", status, body.toStdString());
        refusedFor(finish(), reason);
    }
    void anAnswerThatIsNotThisProvidersIsNotEvenRedeemed() {
        for (const char* answer : {"code=code-1&iss=https%3A%2F%2Fevil.example", "code=code-1", "code=code-1&iss="}) {
            refusedFor(finish(answer), "mixup_suspected");
        }
        QCOMPARE(m_idp->client.calls(TestProvider::url("/token")), 0);
    }
    void withoutAnnouncementAMissingIssIsAllowedButAWrongOneIsNot() {
        m_idp->metadata.erase("authorization_response_iss_parameter_supported");
        m_idp->publish();
        refusedFor(finish("code=code-1&iss=https%3A%2F%2Fevil.example"), "mixup_suspected");
        QVERIFY(finish("code=code-1").identity.has_value());
    }
    void errorsOfTheProviderAreToldApart_data() {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("reason");
        QTest::newRow("access_denied") << "access_denied" << "upstream.cancelled";
        QTest::newRow("login_required") << "login_required" << "upstream.login_required";
        QTest::newRow("consent_required") << "consent_required" << "upstream.login_required";
        QTest::newRow("unmet") << "unmet_authentication_requirements" << "unmet_authentication_requirements";
        QTest::newRow("server_error") << "server_error" << "upstream.error";
        QTest::newRow("made up") << "<b>x</b>" << "upstream.error";
    }
    void errorsOfTheProviderAreToldApart() {
        QFETCH(QString, error);
        QFETCH(QString, reason);
        const login::Proof proof =
            finish("iss=https%3A%2F%2Fidp.example&code=code-1&error=" + http::percentEncode(error.toStdString()) +
                   "&error_description=a%0D%0Ab" + std::string(4000, 'c'));
        refusedFor(proof, reason);
        const std::string& actual = firstFailure(proof.checks)->actual;
        QVERIFY(actual.size() < 600);
        QVERIFY(actual.find('\n') == std::string::npos);
        QCOMPARE(m_idp->client.calls(TestProvider::url("/token")), 0);
    }
    void anAnswerWithoutACodeIsRefused() {
        for (const std::string& code : {std::string(), std::string("&code="), "&code=" + std::string(4097, 'a')}) {
            refusedFor(finish("iss=https%3A%2F%2Fidp.example" + code), "login.malformed_answer");
        }
    }
    void eachFaultOfTheTokenEndpointHasItsReason_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, int status, const char* body, const char* reason) {
            QTest::newRow(name) << status << QString(body) << QString(reason);
        };
        row("secret", 401, "{\"error\":\"invalid_client\"}", "upstream.client_rejected");
        row("code", 400, "{\"error\":\"invalid_grant\"}", "upstream.code_rejected");
        row("other", 400, "{\"error\":\"invalid_request\"}", "upstream.token_answer");
        row("down", 502, "<html>", "upstream.token_down");
        row("redirect", 302, "", "upstream.token_answer");
        row("page", 200, "<html>", "upstream.token_answer");
        row("array", 200, "[]", "upstream.token_answer");
        row("no id_token", 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}", "upstream.token_answer");
        row("no type", 200, "{\"access_token\":\"a\",\"id_token\":\"a.b.c\"}", "upstream.token_answer");
        row("odd type", 200, "{\"access_token\":\"a\",\"id_token\":\"a.b.c\",\"token_type\":\"mac\"}",
            "upstream.token_answer");
        row("no token", 200, "{\"access_token\":\"a\",\"id_token\":\"x\",\"token_type\":\"bearer\"}",
            "id_token.format");
    }
    void eachFaultOfTheTokenEndpointHasItsReason() {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(QString, reason);
        m_idp->answer("/token", status, body.toStdString());
        refusedFor(finish(), reason);
    }
    void silenceOfTheTokenEndpointIsUnreachable() {
        m_idp->client.on(TestProvider::url("/token"),
                         [](const http::OutboundRequest&) -> Result<http::OutboundResponse> {
                             return gatehouse::fail(Code::DeadlineExceeded, "outbound.timeout");
                         });
        refusedFor(finish(), "upstream.unreachable");
    }
    void aRotatedKeyIsFetchedOnceAndBelieved() {
        QVERIFY(finish().identity.has_value());
        const test::ProviderKey next("k2");
        m_idp->answer("/jwks", 200, json::write(json::Object{{"keys", json::Array{next.publicJwk()}}}));
        giveTokens(next.sign(m_claims));
        refusedFor(finish(), "id_token.key"); // fetched a moment ago
        m_idp->clock.advance(Seconds(61));
        QVERIFY(finish().identity.has_value());
        QCOMPARE(m_idp->client.calls(TestProvider::url("/jwks")), 2);
    }

    // Logout

    void theLogoutAddressKeepsTheProvidersQuery() {
        const std::string address = m_upstream->logoutUrl(m_idp->connection, "hint", "https://app.example/bye");
        QCOMPARE(QString::fromStdString(address),
                 QString("https://idp.example/"
                         "end?x=1&id_token_hint=hint&client_id=gatehouse&post_logout_redirect_uri=https%3A%2F%2Fapp."
                         "example%2Fbye"));
    }
    void withoutALogoutEndpointThereIsNoAddress() {
        m_idp->metadata.erase("end_session_endpoint");
        m_idp->publish();
        QVERIFY(m_upstream->logoutUrl(m_idp->connection, "hint", "").empty());
    }

private:
    void takePart() {
        m_idp->metadata["dpop_signing_alg_values_supported"] = json::Array{"RS256", "ES256"};
        m_idp->publish();
    }
    std::string tokensOfType(const char* type) {
        return json::write(
            json::Object{{"access_token", "at-1"}, {"token_type", type}, {"id_token", m_idp->key.sign(m_claims)}});
    }
    // Refuses until a proof carries `nonce`, then answers with `body`.
    void demandNonce(const std::string& path, int refusal, const std::string& nonce, const std::string& body) {
        m_idp->client.on(TestProvider::url(path), [=](const http::OutboundRequest& request) {
            const std::string proof(request.headers.get("DPoP").value_or(""));
            const auto jws = jose::parseCompact(proof);
            const bool knows = jws && jws->payload.find(nonce) != std::string::npos;
            http::OutboundResponse response;
            response.status = knows ? 200 : refusal;
            response.headers.set("Content-Type", "application/json");
            response.headers.set("DPoP-Nonce", nonce);
            if (!knows && refusal == 401) {
                response.headers.set("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"");
            }
            response.body = knows ? body : "{\"error\":\"use_dpop_nonce\"}";
            return response;
        });
    }
    // The last proof that went there, as the provider would judge it.
    oauth::DpopProof provenAt(const std::string& path, const std::string& token) {
        const auto& all = m_idp->client.requests;
        const auto last = std::find_if(all.rbegin(), all.rend(),
                                       [&](const auto& each) { return each.url == TestProvider::url(path); });
        oauth::DpopRequest fits{last->method, last->url};
        if (!token.empty()) {
            fits.accessToken = token;
        }
        const std::string proof(last->headers.get("DPoP").value_or(""));
        return oauth::verifyDpop(proof, fits, m_idp->clock.now()).value();
    }
    static std::string value(const http::Parameters& parameters, std::string_view name) {
        return std::string(parameters.get(name).value_or(""));
    }
    http::Parameters askedFor() {
        const std::string address = m_upstream->start(m_idp->connection, m_trip).value().address;
        return http::Parameters::parse(address.substr(address.find('?') + 1)).value();
    }
    void giveTokens() { giveTokens(m_idp->key.sign(m_claims)); }
    void giveTokens(const std::string& idToken) {
        m_idp->answer(
            "/token", 200,
            json::write(json::Object{{"access_token", "at-1"}, {"token_type", "bearer"}, {"id_token", idToken}}));
    }
    login::Proof finish(const std::string& answer = "code=code-1&iss=https%3A%2F%2Fidp.example") {
        return m_upstream->finish(m_idp->connection, m_trip, http::Parameters::parse(answer).value());
    }
    http::OutboundRequest tokenRequest() {
        for (const http::OutboundRequest& request : m_idp->client.requests) {
            if (request.url == TestProvider::url("/token")) {
                return request;
            }
        }
        return {};
    }
    static void refusedFor(const login::Proof& proof, const QString& reason) {
        QVERIFY(!proof.identity);
        const Check* failed = firstFailure(proof.checks);
        QVERIFY(failed != nullptr);
        QCOMPARE(QString::fromStdString(failed->name), reason);
        QVERIFY(!failed->cure.empty());
    }

    std::unique_ptr<TestProvider> m_idp;
    std::unique_ptr<connections::ProviderCache> m_cache;
    std::unique_ptr<oidc::rp::OidcUpstream> m_upstream;
    login::Trip m_trip;
    json::Object m_claims;
};

QTEST_GUILESS_MAIN(TestOidcUpstream)
#include "tst_oidc_upstream.moc"
