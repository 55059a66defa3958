// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "web/router.h"

using namespace gatehouse;
using web::Context;
using web::Router;

class TestRouter : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_router = std::make_unique<Router>(
            [](std::string_view name) -> std::shared_ptr<const tenants::Tenant> {
                if (name != "acme") {
                    return nullptr;
                }
                auto tenant = std::make_shared<tenants::Tenant>();
                tenant->slug = "acme";
                return tenant;
            },
            [](const http::Request&) {
                http::Response response;
                response.status = 404;
                response.body = "nothing here";
                return response;
            });
        m_router->add("GET", "/plain", says("plain"));
        m_router->add("POST", "/plain", says("posted"));
        m_router->add("GET", "/t/{tenant}/thing", says("thing"));
        m_router->add("GET", "/sso/{id}/callback", says("callback"));
        m_router->add("POST", "/keys", says("keys"), Router::Cors::AnyOrigin);
        m_router->add("GET", "/files/*", says("file"));
    }

    void aPathIsFoundByItsSegments() {
        QCOMPARE(ask("GET", "/plain").body, std::string("plain"));
        QCOMPARE(ask("POST", "/plain").body, std::string("posted"));
        QCOMPARE(ask("GET", "/sso/c-1/callback").body, std::string("callback c-1"));
        QCOMPARE(ask("GET", "/t/acme/thing").body, std::string("thing @acme"));
    }
    void aHeadRequestIsAnsweredLikeAGet() { QCOMPARE(ask("HEAD", "/plain").status, 200); }

    void whatIsAlmostAPathIsNotFound_data() {
        QTest::addColumn<QString>("path");
        for (const char* each :
             {"/", "", "/plain/", "//plain", "/Plain", "/plain;x", "/plain%20", "/%70lain", "/plain/../plain",
              "/t/acme/thing/", "/t//thing", "/t/acme", "/sso//callback", "/sso/a/b/callback", "/files"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void whatIsAlmostAPathIsNotFound() {
        QFETCH(QString, path);
        const http::Response answer = ask("GET", path.toStdString());
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.body, std::string("nothing here"));
    }
    void anUnknownTenantLooksLikeAnUnknownPath() {
        for (const char* path : {"/t/evil/thing", "/t/ACME/thing", "/t/{tenant}/thing"}) {
            const http::Response answer = ask("GET", path);
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.body, std::string("nothing here"));
        }
        // And its methods are not told either.
        QCOMPARE(ask("DELETE", "/t/evil/thing").status, 404);
        QCOMPARE(ask("DELETE", "/t/acme/thing").status, 405);
    }
    void aWildcardTakesTheRestOfThePath() {
        for (const char* path : {"/files/", "/files/a", "/files/a/b/c"}) {
            QCOMPARE(ask("GET", path).body, std::string("file"));
        }
    }
    void aWrongMethodIsToldTheRightOnes() {
        const http::Response answer = ask("DELETE", "/plain");
        QCOMPARE(answer.status, 405);
        QCOMPARE(std::string(answer.headers.get("Allow").value_or("")), std::string("GET, POST"));
    }
    void onlyWhatIsMountedForItIsReadableByOtherOrigins() {
        const http::Response preflight = ask("OPTIONS", "/keys");
        QCOMPARE(preflight.status, 204);
        QCOMPARE(std::string(preflight.headers.get("Access-Control-Allow-Origin").value_or("")), std::string("*"));
        QVERIFY(!preflight.headers.get("Access-Control-Allow-Credentials"));
        QCOMPARE(std::string(ask("POST", "/keys").headers.get("Access-Control-Allow-Origin").value_or("")),
                 std::string("*"));
        QCOMPARE(ask("OPTIONS", "/plain").status, 405);
        QVERIFY(!ask("POST", "/plain").headers.get("Access-Control-Allow-Origin"));
    }
    void splittingKeepsEmptySegments() {
        QCOMPARE(web::splitPath("/t/acme"), (std::vector<std::string_view>{"t", "acme"}));
        QCOMPARE(web::splitPath("/t/acme/"), (std::vector<std::string_view>{"t", "acme", ""}));
        QCOMPARE(web::splitPath("//"), (std::vector<std::string_view>{"", ""}));
        QCOMPARE(web::splitPath("/"), (std::vector<std::string_view>{""}));
    }

private:
    static web::Handle says(const std::string& word) {
        return [word](const Context& context) {
            http::Response response;
            response.body = word;
            for (const std::string_view parameter : context.parameters) {
                response.body.append(" ").append(parameter);
            }
            if (context.tenant) {
                response.body.append(" @").append(context.tenant->slug);
            }
            return response;
        };
    }
    http::Response ask(const std::string& method, const std::string& path) {
        http::Request request;
        request.method = method;
        request.path = path;
        return m_router->dispatch(request);
    }
    std::unique_ptr<Router> m_router;
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
