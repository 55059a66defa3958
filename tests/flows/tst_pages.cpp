// SPDX-License-Identifier: Apache-2.0
// Text that somebody else chose, on every page that shows any: it stays text.
#include <QtTest>

#include <QRegularExpression>

#include "tests/flows/world.h"

namespace gatehouse::flows {
namespace {

const char* const kPayloads[] = {"<script>alert(1)</script>",
                                 "\"><script>alert(1)</script>",
                                 "'><img src=x onerror=alert(1)>",
                                 "<svg/onload=alert(1)>",
                                 "javascript:alert(1)",
                                 "</title><script>alert(1)</script>",
                                 "{{{brand}}}{{title}}",
                                 "&lt;script&gt;",
                                 "\" autofocus onfocus=alert(1) x=\"",
                                 "<!--<script>",
                                 "]]><script>alert(1)</script>",
                                 "\xe2\x80\xa8<script>",
                                 "<a href=//evil.example>x</a>"};

/// No tag or handler of a payload came through as markup.
bool isInert(const std::string& body) {
    for (const char* markup : {"<script", "<img", "<svg/", "<a href=//", "<!--", "\" autofocus", "\" onfocus", "'><"}) {
        if (body.find(markup) != std::string::npos) {
            qWarning("found %s", markup);
            return false;
        }
    }
    return body.find("href=\"javascript:") == std::string::npos;
}

bool holds(const Answer& answer, std::string_view text) {
    return answer.body.find(text) != std::string::npos;
}

constexpr const char* kGerman = "<html lang=\"de\" dir=\"ltr\">";
constexpr const char* kArabic = "<html lang=\"ar\" dir=\"rtl\">";
constexpr const char* kEnglish = "<html lang=\"en\" dir=\"ltr\">";

/// The addresses of the page's other languages, in their order.
std::vector<std::string> otherLanguages(const Answer& answer) {
    const std::size_t at = answer.body.find("<nav class=\"languages\"");
    std::vector<std::string> found;
    QString rest = at == std::string::npos ? QString() : QString::fromStdString(answer.body.substr(at));
    auto all = QRegularExpression("<a href=\"([^\"]*)\"").globalMatch(rest);
    while (all.hasNext()) {
        found.push_back(all.next().captured(1).replace("&amp;", "&").toStdString());
    }
    return found;
}

} // namespace

class Pages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_suite = m_world->addApp("", "suite");
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    // OP-33
    void whatARequestBringsIsEscapedOrRefused_data() {
        QTest::addColumn<QString>("parameter");
        for (const char* each :
             {"login_hint", "domain_hint", "ui_locales", "acr_values", "state", "nonce", "organization", "connection",
              "scope", "client_id", "redirect_uri", "claims", "anything"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void whatARequestBringsIsEscapedOrRefused() {
        QFETCH(QString, parameter);
        for (const char* payload : kPayloads) {
            for (const App& app : {m_suite, world().acme.app}) {
                Browser browser = world().browser();
                const Answer answer = browser.get(world().authorizeUrl(app, {{parameter.toStdString(), payload}}));
                QVERIFY2(answer.status < 500, payload);
                QVERIFY2(isInert(answer.body), payload);
                if (answer.status == 303) {
                    QVERIFY(answer.location.starts_with(World::kRedirect) ||
                            answer.location.starts_with(world().company.issuer() + "/authorize?"));
                    QVERIFY(answer.location.find_first_of("<>\"' ") == std::string::npos);
                }
            }
        }
    }
    void whatALogoutBringsIsEscapedOrRefused() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        for (const char* payload : kPayloads) {
            for (const char* parameter :
                 {"state", "post_logout_redirect_uri", "client_id", "id_token_hint", "logout_hint"}) {
                const Answer answer = browser.get(world().acme.app.issuer + "/oauth2/logout?" + parameter + "=" +
                                                  http::percentEncode(payload));
                QCOMPARE(answer.status, 200);
                QVERIFY2(isInert(answer.body), payload);
            }
        }
    }

    // SE-12
    void namesThatSomebodyChoseAreEscapedOnEveryPage() {
        const std::string attack = "\"><script>alert(1)</script>";
        const Tenant tenant = world().addTenant("named", world().company);
        world().admin("PATCH", tenant.path(), {{"name", "Corp " + attack}});
        world().admin("PATCH", tenant.path("/connections/" + tenant.connection), {{"displayName", "Login " + attack}});
        world().admin("PATCH", tenant.app.admin, {{"name", "Portal " + attack}});
        const App suite = world().addApp("", "Suite " + attack);
        json::Object xss = person("xss", "named.example");
        xss["name"] = "Name " + attack;
        world().company.person(xss);

        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, tenant.app);
        (void)world().codeFor(browser, m_suite, {{"organization", "acme"}, {"prompt", "login"}});
        const Changes choose{{"prompt", "select_account"}};
        const std::string logout = tenant.app.issuer + "/oauth2/logout";
        int shown = 0;
        for (const Answer& page : {world().signIn(browser, tenant.app, choose), world().signIn(browser, suite, choose),
                                   browser.get(logout), world().signIn(browser, tenant.app, {{"connection", "nobody"}}),
                                   browser.get(logout + "?id_token_hint=" + tokens.id)}) {
            QVERIFY(page.location.empty());
            QVERIFY(isInert(page.body));
            shown += page.body.find("&lt;script&gt;") == std::string::npos ? 0 : 1;
        }
        QCOMPARE(shown, 5);
    }
    void aRefusedSignInShowsNothingOfItsClaims() {
        json::Object xss = person("nobody");
        xss["email"] = "<script>alert(1)</script>";
        world().company.person(xss);
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, world().acme.app);
        QCOMPARE(answer.status, 403);
        QVERIFY(isInert(answer.body));
        QVERIFY(answer.reason().starts_with("mapping_"));
        // The way back to the app is on the page, and tells it no more than that it did not work.
        QCOMPARE(answer.links("button").size(), std::size_t(1));
        const std::string back = answer.links("button").front();
        QVERIFY(back.starts_with(World::kRedirect));
        QCOMPARE(parameterOf(back, "error"), std::string("access_denied"));
        QCOMPARE(parameterOf(back, "state"), std::string("state-of-the-app"));
        QVERIFY(parameterOf(back, "code").empty());
    }

    void aPageIsInTheLanguageThatTheBrowserPrefers() {
        Browser browser = world().browser();
        browser.acceptLanguage = "fr-FR,de-DE;q=0.9,ar;q=0.8";
        const Answer asked = browser.get(world().authorizeUrl(m_suite));
        QCOMPARE(asked.status, 200);
        QVERIFY(holds(asked, kGerman));
        QVERIFY(holds(asked, "Gesch\u00e4ftliche E-Mail-Adresse"));
        QCOMPARE(std::string(asked.headers.get("Content-Language").value_or("")), std::string("de"));
        QCOMPARE(std::string(asked.headers.get("Vary").value_or("")), std::string("Accept-Language"));
        browser.acceptLanguage = "ar-EG";
        const Answer arabic = browser.get(world().authorizeUrl(m_suite));
        QVERIFY(holds(arabic, kArabic));
        QVERIFY(!holds(arabic, "Work e-mail"));
    }
    void whatTheAppAsksForWinsOverTheBrowser() {
        Browser browser = world().browser();
        browser.acceptLanguage = "de";
        QVERIFY(holds(browser.get(world().authorizeUrl(m_suite, {{"ui_locales", "fr ar"}})), kArabic));
        QVERIFY(holds(browser.get(world().authorizeUrl(m_suite, {{"ui_locales", "en"}})), kEnglish));
        // What we do not speak, or is no language, asks for nothing.
        QVERIFY(holds(browser.get(world().authorizeUrl(m_suite, {{"ui_locales", "fr tlh"}})), kGerman));
        QVERIFY(holds(browser.get(world().authorizeUrl(m_suite, {{"ui_locales", "<ar>"}})), kGerman));
    }
    void aFailureIsExplainedInTheLanguageThatTheSignInBeganIn() {
        json::Object nameless = person("nobody");
        nameless.erase("email");
        world().company.person(nameless);
        Browser browser = world().browser();
        browser.acceptLanguage = "en";
        const Answer answer = world().signIn(browser, world().acme.app, {{"ui_locales", "de"}});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.reason(), std::string("mapping_missing_email"));
        QVERIFY(holds(answer, kGerman));
        QVERIFY(holds(answer, "Ihr Identit\u00e4tsanbieter hat keine E-Mail-Adresse gesendet"));
        QVERIFY(holds(answer, "Ihre IT-Administration kann das beheben"));
        QVERIFY(!answer.reference().empty());
        // To see it again would be to fail again.
        QVERIFY(otherLanguages(answer).empty());
        // The log speaks one language.
        const json::Array flows = world().list(world().acme.path("/flows?reference=" + answer.reference()));
        QCOMPARE(flows.size(), std::size_t(1));
        QCOMPARE(json::stringMember(flows.front().as_object(), "message").value_or(""),
                 std::string_view("Your identity provider did not send an e-mail address (mapping_missing_email)."));
    }
    void aRefusalWithoutAnAttemptIsInTheLanguageOfTheBrowser() {
        Browser browser = world().browser();
        browser.acceptLanguage = "ar";
        const std::string callback = world().url + "/sso/oidc/" + world().acme.connection + "/callback?state=";
        for (const std::string& url : {callback + "nothing", callback + "a&state=b", callback + "%ff",
                                       world().authorizeUrl(m_suite, {{"client_id", "nobody"}}),
                                       world().authorizeUrl(m_suite, {{"redirect_uri", "https://evil.example/"}})}) {
            const Answer answer = browser.get(url);
            QVERIFY2(answer.status >= 400 && answer.status < 500, url.c_str());
            QVERIFY2(holds(answer, kArabic), url.c_str());
            QVERIFY2(!holds(answer, "Sign-in"), url.c_str());
        }
        QVERIFY(holds(browser.get(world().authorizeUrl(m_suite, {{"client_id", "nobody"}, {"ui_locales", "de"}})),
                      kGerman));
    }
    void theLanguageCanBeChangedOnThePageAndTheSignInGoesOn() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        const Answer english =
            browser.get(world().authorizeUrl(world().acme.app, {{"prompt", "select_account"}, {"ui_locales", "en"}}));
        QCOMPARE(english.status, 200);
        const auto others = otherLanguages(english);
        QCOMPARE(others.size(), std::size_t(2));
        const Answer german = browser.get(others.front());
        QCOMPARE(german.status, 200);
        QVERIFY(holds(german, kGerman));
        QCOMPARE(otherLanguages(german).size(), std::size_t(2));
        const Answer arabic = browser.get(others.back());
        QVERIFY(holds(arabic, kArabic));
        QCOMPARE(arabic.links("account").size(), std::size_t(1));
        // The same accounts, and the app gets its code with its own state.
        const Answer back = browser.follow(arabic.links("account").front(), World::kRedirect);
        QVERIFY(back.location.starts_with(World::kRedirect));
        QVERIFY(!back.at("code").empty());
        QCOMPARE(back.at("state"), std::string("state-of-the-app"));
    }
    void theTenantsLanguageIsForWhoAsksForNoneOfOurs() {
        const Tenant tenant = world().addTenant("sprache", world().company);
        Browser browser = world().browser();
        const auto asked = [&](const Changes& changes) {
            Changes all{{"prompt", "select_account"}};
            all.insert(all.end(), changes.begin(), changes.end());
            return browser.get(world().authorizeUrl(tenant.app, all));
        };
        QVERIFY(holds(asked({}), kEnglish));
        world().admin("PATCH", tenant.path(), {{"settings", json::Object{{"language", "de"}}}});
        QVERIFY(holds(asked({}), kGerman));
        QVERIFY(holds(asked({{"connection", "nobody"}}), "Dieser Identit\u00e4tsanbieter ist hier nicht verbunden."));
        browser.acceptLanguage = "fr, *;q=0.5";
        QVERIFY(holds(asked({}), kGerman));
        browser.acceptLanguage = "en";
        QVERIFY(holds(asked({}), kEnglish));
        QVERIFY(holds(asked({{"ui_locales", "ar"}}), kArabic));
        // It is the tenant's own: another one's pages, and those before a tenant is known, stay as they were.
        browser.acceptLanguage.clear();
        QVERIFY(holds(browser.get(world().authorizeUrl(m_suite)), kEnglish));
        QCOMPARE(world().adminStatus("PATCH", tenant.path(), {{"settings", json::Object{{"language", "tlh"}}}}), 422);
    }
    // OpenID Connect Discovery 1.0, 3
    void appsAreToldTheLanguages() {
        Browser browser = world().browser();
        for (const std::string& issuer : {world().url, world().acme.app.issuer}) {
            const json::Object metadata = browser.get(issuer + "/.well-known/openid-configuration").object();
            QCOMPARE(json::stringsMember(metadata, "ui_locales_supported"),
                     (std::optional<std::vector<std::string>>({"en", "de", "ar"})));
        }
    }
    void theFormOfAPageKeepsItsLanguage() {
        Browser browser = world().browser();
        const Answer page = browser.get(world().authorizeUrl(m_suite, {{"ui_locales", "ar"}}));
        QCOMPARE(std::string(page.hidden().get("ui_locales").value_or("")), std::string("ar"));
        const Answer again =
            browser.get(world().authorizeUrl(m_suite, {{"ui_locales", "de"}, {"login_hint", "who@nowhere.example"}}));
        QVERIFY(holds(again, "Zu dieser Adresse ist uns kein Unternehmen bekannt."));
        QVERIFY(holds(again, "aria-describedby=\"notice\""));
    }
    void signingOutIsInTheLanguageToo() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        browser.acceptLanguage = "de";
        const std::string url = world().acme.app.issuer + "/oauth2/logout";
        const Answer ask = browser.get(url + "?confirm=guessed");
        QVERIFY(holds(ask, kGerman));
        QVERIFY(holds(ask, "Abmelden?"));
        const auto others = otherLanguages(ask);
        QCOMPARE(others.size(), std::size_t(2));
        const Answer arabic = browser.get(others.back());
        QVERIFY(holds(arabic, kArabic));
        QCOMPARE(arabic.hidden().count("confirm"), std::size_t(1));
        const Answer done = browser.post(url, arabic.hidden());
        QCOMPARE(done.status, 200);
        QVERIFY2(holds(done, kArabic), "the form keeps the language that was chosen");
        QVERIFY(!holds(done, "You are signed out"));
        const auto more = otherLanguages(done);
        QCOMPARE(more.size(), std::size_t(2));
        QVERIFY2(holds(browser.get(more.back()), kGerman), "what became of the sign-out is there in each language");
    }
    void aNameOfAnotherScriptStandsIsolatedWithItsOwnInitial() {
        json::Object layla = person("layla");
        layla["name"] = "\u0644\u064a\u0644\u0649";
        world().company.person(layla);
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        const Answer page = world().signIn(browser, world().acme.app, {{"prompt", "select_account"}});
        QCOMPARE(page.status, 200);
        QVERIFY(holds(page, "<bdi>\u0644\u064a\u0644\u0649</bdi>"));
        QVERIFY2(holds(page, "aria-hidden=\"true\">\u0644</span>"), "a whole character, not its first byte");
    }
    void hostileWishesForALanguageDoNoHarm() {
        const std::string big(63 * 1024, 'q');
        const std::string manyTags = [] {
            std::string text;
            while (text.size() < 60 * 1024) {
                text += "de-de-de;q=0.0000001,";
            }
            return text;
        }();
        for (const std::string& wish : {big, manyTags, std::string(60 * 1024, ','), std::string(60 * 1024, '-'),
                                        std::string("de;q=9999999999999999999999"), std::string("*;q=nan"),
                                        std::string("\"><script>alert(1)</script>"), std::string("\xff\xfe\xc0")}) {
            Browser browser = world().browser();
            browser.acceptLanguage = wish;
            const Answer answer = browser.get(world().authorizeUrl(m_suite));
            // Too long a head is refused by the server; whatever comes through is a page.
            QVERIFY(answer.status == 200 || answer.status == 400 || answer.status == 431);
            QVERIFY(isInert(answer.body));
            QVERIFY(answer.status != 200 || holds(answer, kEnglish));
        }
        Browser browser = world().browser();
        for (const char* payload : kPayloads) {
            const Answer answer = browser.get(world().authorizeUrl(m_suite, {{"ui_locales", std::string(payload)}}));
            QCOMPARE(answer.status, 200);
            QVERIFY2(isInert(answer.body), payload);
            QVERIFY2(holds(answer, kEnglish), payload);
        }
    }

private:
    World& world() { return *m_world; }

    std::unique_ptr<World> m_world;
    App m_suite;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Pages)
#include "tst_pages.moc"
