// SPDX-License-Identifier: Apache-2.0
// What an app says of itself when it registers, and what comes of it: signatures, pairwise subjects, levels, and what
// people are shown of it before they let it in (OpenID Connect Dynamic Client Registration 1.0).
#include <QtTest>

#include "jose/jws.h"
#include "tests/flows/public_world.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

namespace {

const std::string kSector = "https://sector.example/uris.json";
const std::string kLogo = "https://cdn.example/logo";
const std::string kPng("\x89PNG\r\n\x1a\n<script>", 16);
const std::string kTwoHosts = "https://other.example/callback";

} // namespace

class RegisteredMetadata : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>(World::Runs::Still, [&](broker::Config& config) { m_public(config); });
        for (const char* alg : {"RS256", "PS256", "EdDSA"}) {
            const json::Object made = world().admin("POST", acme().path("/keys"), {{"alg", alg}});
            world().admin("POST", acme().path("/keys/" + text(made, "kid") + "/activate"),
                          {{"force", true}, {"reason", "nobody uses it yet"}});
        }
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        m_public.put(kLogo, kPng);
        m_public.put(kSector, json::write(json::Value(json::Array{World::kRedirect, kTwoHosts})));
    }

    void idTokensAreSignedAsTheAppRegistered_data() {
        QTest::addColumn<QByteArray>("alg");
        for (const char* alg : {"RS256", "PS256", "EdDSA", "ES256"}) {
            QTest::newRow(alg) << QByteArray(alg);
        }
    }
    void idTokensAreSignedAsTheAppRegistered() {
        QFETCH(QByteArray, alg);
        const Answer made = registered(
            {{"id_token_signed_response_alg", alg.constData()}, {"userinfo_signed_response_alg", alg.constData()}});
        QCOMPARE(made.text("id_token_signed_response_alg"), alg.toStdString());
        QCOMPARE(made.text("userinfo_signed_response_alg"), alg.toStdString());
        Browser browser = world().browser();
        const Tokens tokens = signedIn(browser, made);
        QVERIFY(isProven(tokens.id, alg.constData()));
        http::OutboundRequest request;
        request.url = acme().app.issuer + "/oauth2/userinfo";
        request.headers.set("Authorization", "Bearer " + tokens.access);
        QVERIFY(isProven(exchange(*world().client, request).body, alg.constData()));
    }
    void whatIsRegisteredIsWhatTheMetadataNames() {
        Browser browser = world().browser();
        const json::Object published = browser.get(acme().app.issuer + "/.well-known/openid-configuration").object();
        for (const auto& [member, list] :
             {std::pair("id_token_signed_response_alg", "id_token_signing_alg_values_supported"),
              std::pair("userinfo_signed_response_alg", "userinfo_signing_alg_values_supported"),
              std::pair("authorization_signed_response_alg", "authorization_signing_alg_values_supported"),
              std::pair("introspection_signed_response_alg", "introspection_signing_alg_values_supported"),
              std::pair("subject_type", "subject_types_supported")}) {
            const auto names = json::stringsMember(published, list).value_or(std::vector<std::string>());
            QVERIFY(names.size() >= 2);
            for (const std::string& name : names) {
                QCOMPARE(registered({{member, name}}).text(member), name);
            }
            const Answer refused = registerApp({{member, "none"}});
            QCOMPARE(refused.text("error"), std::string("invalid_client_metadata"));
            QVERIFY(refused.text("error_description").starts_with(std::string(member) + ": one of "));
            for (const std::string& name : names) {
                QVERIFY(refused.text("error_description").find(name) != std::string::npos);
            }
        }
    }
    void anAlgorithmOfAnotherTenantIsNone() {
        const json::Object made = world().admin("POST", world().evil.path("/registration-tokens"), rules());
        const Answer refused = send("POST", world().evil.app.issuer + "/oauth2/register", text(made, "token"),
                                    wanting({{"id_token_signed_response_alg", "RS256"}}));
        QCOMPARE(refused.text("error_description"), std::string("id_token_signed_response_alg: one of ES256"));
    }

    // oidcc-registration-sector-uri
    void aSectorThatListsTheRedirectUrisIsTaken() {
        const Answer made = registered({{"subject_type", "pairwise"},
                                        {"sector_identifier_uri", kSector},
                                        {"redirect_uris", json::Array{World::kRedirect, kTwoHosts}}});
        QCOMPARE(made.text("subject_type"), std::string("pairwise"));
        QCOMPARE(made.text("sector_identifier_uri"), kSector);
        const Answer same = registered({{"subject_type", "pairwise"}, {"sector_identifier_uri", kSector}});
        const Answer other = registered({{"subject_type", "pairwise"}});
        Browser browser = world().browser();
        const std::string subject = signedIn(browser, made).claim("sub");
        QCOMPARE(signedIn(browser, same).claim("sub"), subject);
        QVERIFY(signedIn(browser, other).claim("sub") != subject);
        QVERIFY(world().tokensFor(browser, acme().app).claim("sub") != subject);
    }
    // oidcc-registration-sector-bad
    void aSectorThatDoesNotIsRefused_data() {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<int>("status");
        QTest::newRow("another address") << QByteArray("[\"https:/"
                                                       "/else.example/cb\"]")
                                         << 200;
        QTest::newRow("none") << QByteArray("[]") << 200;
        QTest::newRow("no array") << QByteArray("{}") << 200;
        QTest::newRow("no JSON") << QByteArray("<html>") << 200;
        QTest::newRow("an error page") << QByteArray("[\"https:/"
                                                     "/app.example/callback\"]")
                                       << 404;
        QTest::newRow("a redirect") << QByteArray() << 302;
        QTest::newRow("without end") << QByteArray(64 * 1024 + 1, ' ') << 200;
    }
    void aSectorThatDoesNotIsRefused() {
        QFETCH(QByteArray, document);
        QFETCH(int, status);
        m_public.put(kSector, document.toStdString(), status);
        const Answer refused = registerApp({{"subject_type", "pairwise"}, {"sector_identifier_uri", kSector}});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("error"), std::string("invalid_client_metadata"));
        QVERIFY(refused.text("error_description").starts_with("sector_identifier_uri: "));
    }
    void severalHostsNeedASector() {
        const json::Object two{{"subject_type", "pairwise"},
                               {"redirect_uris", json::Array{World::kRedirect, kTwoHosts}}};
        const Answer refused = registerApp(two);
        QCOMPARE(refused.text("error"), std::string("invalid_client_metadata"));
        QVERIFY(refused.text("error_description").starts_with("sector_identifier_uri: "));
    }
    void aSectorIsReadAgainWhenItHasToSayMore() {
        const Answer made = registered({{"subject_type", "pairwise"}, {"sector_identifier_uri", kSector}});
        const int before = m_public.asked(kSector);
        json::Object body = made.object();
        Answer put = send("PUT", made.text("registration_client_uri"), made.text("registration_access_token"), body);
        QCOMPARE(put.status, 200);
        QCOMPARE(m_public.asked(kSector), before);
        m_public.put(kSector, "[]");
        body = put.object();
        body["redirect_uris"] = json::Array{World::kRedirect, kTwoHosts};
        put = send("PUT", made.text("registration_client_uri"), put.text("registration_access_token"), body);
        QCOMPARE(put.status, 400);
        QCOMPARE(m_public.asked(kSector), before + 1);
    }
    void anAdministratorsSectorIsReadToo() {
        const auto create = [&](const json::Array& uris) {
            return world().adminReply("POST", acme().path("/apps"),
                                      {{"name", "By an administrator"},
                                       {"redirectUris", uris},
                                       {"subjectType", "pairwise"},
                                       {"sectorIdentifierUri", kSector}});
        };
        QCOMPARE(create({World::kRedirect, kTwoHosts}).status, 201);
        const auto refused = create({World::kRedirect, "https://third.example/callback"});
        QCOMPARE(refused.status, 422);
        QVERIFY2(refused.body.find("sector_invalid") != std::string::npos, refused.body.c_str());
        m_public.put(kSector, "", 500);
        QCOMPARE(create({World::kRedirect}).status, 422);
        // A plan says the same as what follows it, and what stands already is not asked for again.
        const json::Object app{{"name", "Applied"},
                               {"clientId", "applied"},
                               {"redirectUris", json::Array{World::kRedirect}},
                               {"sectorIdentifierUri", kSector}};
        const json::Object document{
            {"gatehouse", 1},
            {"tenants",
             json::Array{json::Object{{"slug", "acme"}, {"name", "acme Corp"}, {"apps", json::Array{app}}}}}};
        QCOMPARE(world().adminStatus("POST", "/apply?dryRun=true", document), 422);
        m_public.put(kSector, json::write(json::Value(json::Array{World::kRedirect})));
        QCOMPARE(world().adminStatus("POST", "/apply?dryRun=true", document), 200);
        QCOMPARE(world().adminStatus("POST", "/apply", document), 200);
        const int before = m_public.asked(kSector);
        QCOMPARE(world().adminStatus("POST", "/apply", document), 200);
        QCOMPARE(m_public.asked(kSector), before);
    }

    void whoRegisteredItselfIsAskedForAndAnAdministratorMayVouch() {
        const Answer made = registered();
        Browser browser = world().browser();
        const Answer page = question(browser, made);
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("not run by") != std::string::npos);
        world().admin("PATCH", adminPath(made), {{"consent", "off"}, {"firstParty", true}});
        QVERIFY(!world().signIn(browser, appOf(made)).at("code").empty());
        // And stays so, whatever the app says of itself afterwards.
        const Answer put =
            send("PUT", made.text("registration_client_uri"), made.text("registration_access_token"), made.object());
        QCOMPARE(put.status, 200);
        QVERIFY(!world().signIn(browser, appOf(made)).at("code").empty());
    }

    // oidcc-registration-policy-uri
    void thePrivacyPolicyIsOnThePage() { linkIsOnThePage("policy_uri", "Privacy policy"); }
    // oidcc-registration-tos-uri
    void theTermsAreOnThePage() { linkIsOnThePage("tos_uri", "Terms"); }
    void theAppsOwnPageIsOnThePage() { linkIsOnThePage("client_uri", "About"); }
    void whatIsWrittenInALinkStaysInIt() {
        const std::string quoted = "https://app.example/?a='b";
        const Answer made = registered({{"policy_uri", quoted}});
        Browser browser = world().browser();
        QVERIFY(question(browser, made).body.find(quoted) == std::string::npos); // it is escaped
        for (const char* bent :
             {"https://app.example/\"onclick=\"x", "https://app.example/<script>", "https://app.example/ x"}) {
            QCOMPARE(registerApp({{"policy_uri", bent}}).text("error"), std::string("invalid_client_metadata"));
        }
        for (const char* scheme : {"javascript:alert(1)", "http://app.example/", "data:text/html,x"}) {
            QCOMPARE(registerApp({{"tos_uri", scheme}}).text("error"), std::string("invalid_client_metadata"));
            QCOMPARE(world().adminStatus("PATCH", acme().app.admin, {{"tosUri", scheme}}), 422);
        }
    }
    void theChooserShowsThemToo() {
        const Answer made = registered({{"policy_uri", "https://app.example/privacy"}, {"logo_uri", kLogo}});
        Browser browser = world().browser();
        const Answer chooser =
            browser.follow(world().authorizeUrl(appOf(made), {{"prompt", "select_account"}}), World::kRedirect);
        QCOMPARE(chooser.status, 200);
        QVERIFY(chooser.body.find("https://app.example/privacy") != std::string::npos);
        QVERIFY(chooser.body.find("data:image/png;base64,") != std::string::npos);
    }

    // oidcc-registration-logo-uri
    void theLogoIsOnThePageAndNobodyElseIsAskedForIt() {
        const Answer made = registered({{"logo_uri", kLogo}});
        QCOMPARE(made.text("logo_uri"), kLogo);
        const int fetched = m_public.asked(kLogo);
        Browser browser = world().browser();
        const Answer page = question(browser, made);
        QVERIFY(page.body.find("src=\"data:image/png;base64," + base64Encode(kPng)) != std::string::npos);
        QVERIFY(page.body.find("cdn.example") == std::string::npos);
        QVERIFY(page.headers.get("Content-Security-Policy")->find("img-src 'self' data:;") != std::string_view::npos);
        QCOMPARE(m_public.asked(kLogo), fetched);
        // It goes with its address.
        json::Object body = made.object();
        body.erase("logo_uri");
        QCOMPARE(send("PUT", made.text("registration_client_uri"), made.text("registration_access_token"), body).status,
                 200);
        QVERIFY(question(browser, made).body.find("<img") == std::string::npos);
    }
    void whatIsNoPictureIsNoLogo_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("SVG") << QByteArray("<svg xmlns='http:/"
                                           "/www.w3.org/2000/svg'><script>1</script></svg>")
                             << 200;
        QTest::newRow("a page") << QByteArray("<html>") << 200;
        QTest::newRow("too much") << QByteArray::fromStdString(kPng) + QByteArray(128 * 1024, 'x') << 200;
        QTest::newRow("not there") << QByteArray::fromStdString(kPng) << 404;
    }
    void whatIsNoPictureIsNoLogo() {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        m_public.put(kLogo, body.toStdString(), status);
        const Answer refused = registerApp({{"logo_uri", kLogo}});
        QCOMPARE(refused.text("error"), std::string("invalid_client_metadata"));
        QVERIFY(refused.text("error_description").starts_with("logo_uri: "));
        const auto byAdministrator = world().adminReply("PATCH", acme().app.admin, {{"logoUri", kLogo}});
        QCOMPARE(byAdministrator.status, 422);
        QVERIFY2(byAdministrator.body.find("logo_invalid") != std::string::npos, byAdministrator.body.c_str());
    }
    void anAdministratorsLogoIsShownToo() {
        const App app = world().addApp("acme", "With a logo", {{"consent", "always"}, {"logoUri", kLogo}});
        Browser browser = world().browser();
        const auto shown = [&] {
            return browser.follow(world().authorizeUrl(app), World::kRedirect).body.find("<img") != std::string::npos;
        };
        QVERIFY(shown());
        world().admin("PATCH", app.admin, {{"logoUri", ""}});
        QVERIFY(!shown());
    }

    void defaultsCountWhereTheRequestSaysNothing() {
        const Answer strong = registered({{"default_acr_values", json::Array{"phr"}}});
        QCOMPARE(json::stringsMember(strong.object(), "default_acr_values").value(), std::vector<std::string>{"phr"});
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, appOf(strong)).at("error"), std::string("unmet_authentication_requirements"));
        const Answer fresh = registered({{"default_max_age", 300}});
        QCOMPARE(*json::integerMember(fresh.object(), "default_max_age"), std::int64_t(300));
        QVERIFY(json::boolMember(fresh.object(), "require_auth_time").value_or(false));
        QVERIFY(!signedIn(browser, fresh).claims.empty());
        world().clock.advance(Seconds(301));
        const auto quietly = [&](const char* maxAge) {
            Changes changes{{"prompt", "none"}};
            if (maxAge != nullptr) {
                changes.emplace_back("max_age", maxAge);
            }
            return world().signIn(browser, appOf(fresh), changes);
        };
        QCOMPARE(quietly(nullptr).at("error"), std::string("login_required"));
        QVERIFY(!quietly("10000").at("code").empty());
    }
    void detailsTypesAreThoseOfTheToken() {
        const json::Object payment{{"type", "payment"}, {"members", json::Array{"amount"}}};
        const json::Object types{{"authorization_details_types", json::Array{"payment"}}};
        const Answer made = registered(types, {{"authorizationDetails", json::Array{payment}}});
        QCOMPARE(json::stringsMember(made.object(), "authorization_details_types").value(),
                 std::vector<std::string>{"payment"});
        QCOMPARE(registerApp(types).status, 403);
        const json::Object nameless{{"type", "a b"}};
        QCOMPARE(world().adminStatus("POST", acme().path("/registration-tokens"),
                                     rules({{"authorizationDetails", json::Array{nameless}}})),
                 422);
    }

private:
    World& world() { return *m_world; }
    const Tenant& acme() { return m_world->acme; }
    static std::string text(const json::Object& object, std::string_view name) {
        return std::string(json::stringMember(object, name).value_or(""));
    }
    static json::Object merged(json::Object base, const json::Object& more) {
        for (const auto& member : more) {
            base[member.key()] = member.value();
        }
        return base;
    }
    static json::Object rules(const json::Object& more = {}) {
        return merged({{"name", "for the tests"},
                       {"redirectHosts", json::Array{"app.example", "other.example"}},
                       {"scopes", json::Array{"openid", "email", "profile", "groups", "offline_access"}}},
                      more);
    }
    static json::Object wanting(const json::Object& more) {
        return merged({{"client_name", "Self-made"},
                       {"redirect_uris", json::Array{World::kRedirect}},
                       {"grant_types", json::Array{"authorization_code", "refresh_token"}}},
                      more);
    }
    Answer send(const std::string& method, const std::string& url, const std::string& bearer,
                const json::Object& body) {
        http::OutboundRequest request;
        request.method = method;
        request.url = url;
        request.deadline = Seconds(60);
        request.headers.set("Authorization", "Bearer " + bearer);
        request.headers.set("Content-Type", "application/json");
        request.body = json::write(body);
        return exchange(*world().client, request);
    }
    Answer registerApp(const json::Object& more = {}, const json::Object& moreRules = {}) {
        const json::Object made = world().admin("POST", acme().path("/registration-tokens"), rules(moreRules));
        return send("POST", acme().app.issuer + "/oauth2/register", text(made, "token"), wanting(more));
    }
    Answer registered(const json::Object& more = {}, const json::Object& moreRules = {}) {
        Answer made = registerApp(more, moreRules);
        if (made.status != 201) {
            qFatal("%d %s", made.status, made.body.c_str());
        }
        return made;
    }
    App appOf(const Answer& made) {
        return {{}, acme().app.issuer, made.text("client_id"), made.text("client_secret"), {}};
    }
    std::string adminPath(const Answer& made) {
        for (const json::Value& each : world().list(acme().path("/apps"))) {
            if (text(each.as_object(), "clientId") == made.text("client_id")) {
                return acme().path("/apps/" + text(each.as_object(), "id"));
            }
        }
        return {};
    }
    Answer question(Browser& browser, const Answer& made, const Changes& changes = {}) {
        return browser.follow(world().authorizeUrl(appOf(made), changes), World::kRedirect);
    }
    Answer allowed(Browser& browser, const Answer& page) {
        http::Parameters form = page.hidden();
        form.append("answer", "allow");
        return browser.post(acme().app.issuer + "/oauth2/consent", form);
    }
    Tokens signedIn(Browser& browser, const Answer& made) {
        return world().redeem(appOf(made), allowed(browser, question(browser, made)).at("code"));
    }
    bool isProven(const std::string& token, const char* alg) {
        Browser browser = world().browser();
        const auto keys = jose::parseJwkSet(browser.get(acme().app.issuer + "/oauth2/jwks").body).value();
        return jose::verifyCompact(token, keys.keys, {{jose::parseSignature(alg).value()}, std::string("JWT")})
            .has_value();
    }
    void linkIsOnThePage(const char* member, const std::string& words) {
        const std::string url = "https://app.example/page?a=1&b=2";
        const Answer made = registered({{member, url}});
        QCOMPARE(made.text(member), url);
        Browser browser = world().browser();
        const Answer page = question(browser, made);
        const std::size_t at = page.body.find("<a href=\"https://app.example/page?a=1&amp;b=2\" target=\"_blank\" "
                                              "rel=\"noopener noreferrer\">" +
                                              words);
        QVERIFY2(at != std::string::npos, page.body.c_str());
    }

    PublicWorld m_public;
    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::RegisteredMetadata)
#include "tst_registered_metadata.moc"
