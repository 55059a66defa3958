// SPDX-License-Identifier: Apache-2.0
// Text that somebody else chose, on every page that shows any: it stays text.
#include <QtTest>

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

private:
    World& world() { return *m_world; }

    std::unique_ptr<World> m_world;
    App m_suite;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Pages)
#include "tst_pages.moc"
