// SPDX-License-Identifier: Apache-2.0
// Pages, the headers that every answer carries, and our own addresses.
#include <QtTest>

#include "web/page.h"
#include "web/public_url.h"
#include "web/security_headers.h"

using namespace gatehouse;

namespace {

const std::string kAttack = "\"'><script>alert(1)</script>&{{brand}}{{{brand}}}";

std::string header(const http::Response& response, std::string_view name) {
    return std::string(response.headers.get(name).value_or("(none)"));
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

web::ErrorPage everything(const std::string& text) {
    web::ErrorPage error;
    error.status = 403;
    error.brand = text;
    error.message = text;
    error.advice = text;
    error.reason = text;
    error.reference = text;
    error.time = text;
    error.returnTo = text;
    error.app = text;
    return error;
}

} // namespace

class TestPage : public QObject {
    Q_OBJECT
private slots:
    // SE-12
    void everyValueOfTheErrorPageIsEscaped() {
        const http::Response page = web::errorPage(everything(kAttack));
        QCOMPARE(page.status, 403);
        QVERIFY(!has(page.body, "<script"));
        QVERIFY(!has(page.body, "\"'>"));
        QVERIFY(has(page.body, "&lt;script&gt;"));
        QVERIFY2(has(page.body, "{{brand}}"), "a value is taken for a template");
    }
    void everyValueOfTheSignInPageIsEscaped() {
        const json::Object item{{"href", kAttack},  {"label", kAttack},   {"name", kAttack},
                                {"value", kAttack}, {"initial", kAttack}, {"detail", kAttack}};
        const json::Object ask{{"action", kAttack}, {"hidden", json::Array{item}}, {"email", kAttack}};
        const http::Response page = web::page(200, "sign_in",
                                              {{"title", kAttack},
                                               {"brand", kAttack},
                                               {"app", kAttack},
                                               {"notice", kAttack},
                                               {"accounts", json::Array{item}},
                                               {"connections", json::Array{item}},
                                               {"ask", ask}});
        QVERIFY(!has(page.body, "<script"));
        QVERIFY(!has(page.body, "\"'>"));
    }
    void everyValueOfTheSignOutPagesIsEscaped() {
        const json::Object item{{"name", kAttack}, {"value", kAttack}};
        const http::Response ask = web::page(200, "sign_out",
                                             {{"title", kAttack},
                                              {"brand", kAttack},
                                              {"name", kAttack},
                                              {"action", kAttack},
                                              {"hidden", json::Array{item}}});
        const http::Response done = web::page(
            200, "signed_out", {{"title", kAttack}, {"brand", kAttack}, {"message", kAttack}, {"upstream", kAttack}});
        for (const std::string& body : {ask.body, done.body}) {
            QVERIFY(!has(body, "<script"));
            QVERIFY(!has(body, "\"'>"));
        }
    }
    void whatIsEmptyIsLeftOut() {
        web::ErrorPage error = everything("");
        error.message = "It did not work.";
        const std::string body = web::errorPage(error).body;
        QVERIFY(has(body, "It did not work."));
        QVERIFY(!has(body, "Reference"));
        QVERIFY(!has(body, "Back to"));
        QVERIFY(!has(body, "class=\"brand\""));
        QVERIFY2(!has(body, "false"), "an absent value is written as a word");
    }
    void theErrorPageSaysWhoCanHelp() {
        web::ErrorPage error = everything("x");
        error.cureBy = web::CureBy::You;
        QVERIFY(has(web::errorPage(error).body, "What you can do"));
        error.cureBy = web::CureBy::Administrator;
        QVERIFY(has(web::errorPage(error).body, "Your administrator can fix this"));
        error.cureBy = web::CureBy::Wait;
        QVERIFY(has(web::errorPage(error).body, "Please wait a moment"));
    }
    void aPageIsInItsLanguageFromHeadToFoot() {
        web::ErrorPage error = everything("x");
        error.language = web::Language::German;
        const http::Response german = web::errorPage(error);
        QVERIFY(has(german.body, "<html lang=\"de\" dir=\"ltr\">"));
        QVERIFY(has(german.body, "<title>Die Anmeldung hat nicht geklappt"));
        QVERIFY(has(german.body, "Was Sie tun k\u00f6nnen"));
        QVERIFY(has(german.body, "Zur\u00fcck zu <bdi>x</bdi>"));
        QVERIFY(!has(german.body, "Reference"));
        QCOMPARE(header(german, "Content-Language"), std::string("de"));
        QCOMPARE(header(german, "Vary"), std::string("Accept-Language"));
        error.language = web::Language::Arabic;
        const http::Response arabic = web::errorPage(error);
        QVERIFY(has(arabic.body, "<html lang=\"ar\" dir=\"rtl\">"));
        QVERIFY(has(arabic.body, "\u0627\u0644\u0639\u0648\u062f\u0629 \u0625\u0644\u0649 <bdi>x</bdi>"));
        // What is no word of the language reads from left to right, wherever it stands.
        QVERIFY(has(arabic.body, "<bdi class=\"reference\" dir=\"ltr\">"));
        QVERIFY(!has(arabic.body, "[["));
    }
    void everyValueIsEscapedInEveryLanguage() {
        for (const web::Language language : web::languages()) {
            web::ErrorPage error = everything(kAttack + "[[error.title]]{app}");
            error.language = language;
            const http::Response page = web::errorPage(error);
            QVERIFY(!has(page.body, "<script"));
            QVERIFY(!has(page.body, "\"'>"));
            QVERIFY2(has(page.body, "[[error.title]]{app}"), "a value is taken for the name of a text");
            QVERIFY(page.body.size() < 60 * 1000);
        }
    }
    void theLanguagesOfAPageKeepWhatItWasAskedWith() {
        http::Parameters asked;
        asked.append("client_id", "a&b");
        asked.append("ui_locales", "fr de");
        asked.append("prompt", "select_account");
        const json::Array links = web::languageLinks(web::Language::German, "https://sso.example/t/a/go", asked);
        const http::Response page = web::page(200, "sign_in", {{"title", "t"}, {"languages", links}});
        QVERIFY(has(page.body, "<span lang=\"de\" aria-current=\"true\">Deutsch</span>"));
        for (const char* other : {"en", "ar"}) {
            const std::string href = std::string("<a href=\"https://sso.example/t/a/go?client_id=a%26b&amp;prompt=") +
                                     "select_account&amp;ui_locales=" + other + "\" lang=\"" + other + "\"";
            QVERIFY2(has(page.body, href), page.body.c_str());
        }
        QVERIFY(!has(page.body, "fr%20de"));
        const http::Response practice =
            web::practicePage(200, "demo_out", {{"title", "t"}, {"languages", links}}, web::Language::German);
        const auto choice = [](const std::string& body) {
            const std::size_t at = body.find("<nav");
            return at == std::string::npos ? std::string() : body.substr(at, body.find("</nav>") - at);
        };
        const http::Response german =
            web::page(200, "sign_in", {{"title", "t"}, {"languages", links}}, web::Language::German);
        QVERIFY(has(choice(practice.body), "Deutsch"));
        QCOMPARE(choice(practice.body), choice(german.body));
        // Where a page cannot be shown again, nothing is offered.
        QVERIFY(!has(web::errorPage(everything("x")).body, "<nav"));
    }
    void aPageAllowsNoCodeAndNoFrame() {
        const http::Response page = web::errorPage(everything("x"));
        const std::string csp = header(page, "Content-Security-Policy");
        QVERIFY(csp.starts_with("default-src 'none'"));
        QVERIFY(has(csp, "frame-ancestors 'none'"));
        QVERIFY(has(csp, "base-uri 'none'"));
        QVERIFY(!has(csp, "unsafe"));
        QVERIFY(!has(csp, "script-src"));
        QCOMPARE(header(page, "Content-Type"), std::string("text/html; charset=utf-8"));
        QCOMPARE(header(page, "Cache-Control"), std::string("no-store"));
        QVERIFY(!has(page.body, " style="));
    }
    void theStyleSheetIsServedUnderItsOwnNameAlone() {
        const std::string body = web::errorPage(everything("x")).body;
        const std::size_t at = body.find("/assets/") + 8;
        const std::string name = body.substr(at, body.find('"', at) - at);
        const http::Response sheet = web::asset(name);
        QCOMPARE(sheet.status, 200);
        QCOMPARE(header(sheet, "Content-Type"), std::string("text/css; charset=utf-8"));
        QVERIFY(has(header(sheet, "Cache-Control"), "immutable"));
        for (const char* other :
             {"", "style.css", "error.html", "layout.html", "../pages/error.html", "style-000000000000.css"}) {
            QCOMPARE(web::asset(other).status, 404);
            QVERIFY(web::asset(other).body.empty());
        }
    }

    void everyPageNamesTheIconThatIsServed() {
        QVERIFY(has(web::errorPage(everything("x")).body, "href=\"/assets/gatehouse.svg\""));
        const http::Response icon = web::asset("gatehouse.svg");
        QCOMPARE(icon.status, 200);
        QCOMPARE(header(icon, "Content-Type"), std::string("image/svg+xml"));
        QVERIFY(icon.body.starts_with("<svg"));
        QVERIFY(!has(icon.body, "<script"));
    }

    // SE-11, SE-19, SE-20
    void everyAnswerGetsTheHeadersOnce() {
        http::Response response = web::jsonResponse(200, "{}");
        web::addSecurityHeaders(response, true);
        web::addSecurityHeaders(response, true);
        for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"Cache-Control", "no-store"},
                 {"X-Content-Type-Options", "nosniff"},
                 {"Referrer-Policy", "no-referrer"},
                 {"X-Frame-Options", "DENY"},
                 {"Cross-Origin-Opener-Policy", "same-origin"},
                 {"Cross-Origin-Resource-Policy", "same-origin"},
                 {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                 {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"}}) {
            QCOMPARE(header(response, name), std::string(value));
            QCOMPARE(response.headers.all(name).size(), std::size_t(1));
        }
    }
    void plainHttpGetsNoHstsAndOpenAnswersNoResourcePolicy() {
        http::Response response;
        web::allowAnyOrigin(response);
        web::addSecurityHeaders(response, false);
        QCOMPARE(header(response, "Strict-Transport-Security"), std::string("(none)"));
        QCOMPARE(header(response, "Cross-Origin-Resource-Policy"), std::string("(none)"));
        QCOMPARE(header(response, "Access-Control-Allow-Credentials"), std::string("(none)"));
    }
    void aHandlersOwnHeaderIsKept() {
        http::Response page = web::errorPage(everything("x"));
        const std::string csp = header(page, "Content-Security-Policy");
        web::addSecurityHeaders(page, false);
        QCOMPARE(header(page, "Content-Security-Policy"), csp);
    }
    void aFormThatSendsItselfCarriesItsWordsAndNoMarkup() {
        http::Parameters parameters;
        parameters.append("RelayState", "a\"><script>x</script>&'");
        parameters.append("SAMLResponse", std::string(8192, 'A'));
        for (const web::Language language : web::languages()) {
            const http::Response page = web::formPostPage("https://app.example/acs?a=1&b=2", parameters, language);
            QVERIFY(page.body.find("<form method=\"post\" action=\"https://app.example/acs?a=1&amp;b=2\">") !=
                    std::string::npos);
            QVERIFY(
                page.body.find("<input type=\"hidden\" name=\"RelayState\" value=\"a&quot;&gt;&lt;script&gt;x"
                               "&lt;/script&gt;&amp;'\"><input type=\"hidden\" name=\"SAMLResponse\" value=\"AAAA") !=
                std::string::npos);
            QCOMPARE(page.body.find('@'), std::string::npos);
            QVERIFY(header(page, "Content-Security-Policy")
                        .find("form-action https://app.example https:; script-src 'sha256-") != std::string::npos);
            QCOMPARE(header(page, "Content-Language"), std::string(web::tagOf(language)));
        }
    }
    // OP-41, NW-10
    void aRedirectIs303AndNeverSplitsTheAnswer() {
        QCOMPARE(web::seeOther("https://app.example/cb?code=x").status, 303);
        for (const char* bent : {"https://a.example/\r\nX: y", "https://a.example/\n", "https://a.example/\x7f"}) {
            const http::Response response = web::seeOther(bent);
            QCOMPARE(response.status, 500);
            QVERIFY(!response.headers.get("Location"));
        }
    }

    // AD-26, SE-02
    void ourAddressesAreMadeFromTheConfigurationAlone() {
        const web::PublicUrl https("https://sso.example");
        QCOMPARE(https.tenantIssuer("acme"), std::string("https://sso.example/t/acme"));
        QCOMPARE(https.oidcCallback(ConnectionId("c1")), std::string("https://sso.example/sso/oidc/c1/callback"));
        QVERIFY(https.secure());
        QCOMPARE(https.cookieName("gh_flow"), std::string("__Host-gh_flow"));
        const web::PublicUrl http("http://127.0.0.1:8480");
        QVERIFY(!http.secure());
        QCOMPARE(http.cookieName("gh_flow"), std::string("gh_flow"));
    }
};

QTEST_GUILESS_MAIN(TestPage)
#include "tst_page.moc"
