// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "admin/api/routes.h"
#include "admin/handlers.h"
#include "admin/openapi.h"
#include "admin/router.h"
#include "base/encoding.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

void collectReferences(const json::Value& value, std::vector<std::string>& out) {
    if (value.is_object()) {
        for (const auto& member : value.get_object()) {
            if (member.key() == "$ref") {
                out.emplace_back(json::view(member.value().as_string()));
            }
            collectReferences(member.value(), out);
        }
    } else if (value.is_array()) {
        for (const json::Value& element : value.get_array()) {
            collectReferences(element, out);
        }
    }
}

} // namespace

class TestOpenApi : public QObject {
    Q_OBJECT
private slots:
    void theDocumentHasEveryRouteAndNoOther() {
        const json::Object document = openApiDocument("http://127.0.0.1:8480", "0.1.0");
        const json::Object* paths = json::objectMember(document, "paths");
        QVERIFY(paths != nullptr);
        std::size_t operations = 0;
        for (const auto& path : *paths) {
            operations += path.value().as_object().size();
        }
        QCOMPARE(operations, api::routes().size());
        for (const api::Route& route : api::routes()) {
            const json::Object* item = json::objectMember(*paths, route.path);
            QVERIFY2(item != nullptr, route.path.data());
            const json::Object* operation = json::objectMember(*item, asciiLower(route.method));
            QVERIFY2(operation != nullptr, route.id.data());
            QCOMPARE(json::stringMember(*operation, "operationId").value_or(""), route.id);
        }
    }
    void thePageForPeopleHasEveryOperation() {
        QFile file(GATEHOUSE_TEST_DATA "/../../docs/admin-api.md");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string page = file.readAll().toStdString();
        for (const api::Route& route : api::routes()) {
            std::string path(route.path);
            if (route.scope == api::Scope::Tenant) {
                path.replace(0, std::string_view("/admin/v1/tenants/{tenant}").size(), "T");
            }
            const std::string row = "| `" + std::string(route.id) + "` | `" + std::string(route.method) + " " + path;
            QVERIFY2(page.find(row) != std::string::npos, row.c_str());
        }
    }
    void everyReferenceLeadsSomewhere() {
        const json::Value document = openApiDocument("http://127.0.0.1:8480", "0.1.0");
        std::vector<std::string> references;
        collectReferences(document, references);
        QVERIFY(references.size() > 100);
        for (const std::string& reference : references) {
            QVERIFY2(json::at(document, reference.substr(1)) != nullptr, reference.c_str());
        }
    }
    void everyRouteHasAHandler() {
        for (const api::Route& route : api::routes()) {
            QVERIFY2(findHandler(route.id) != nullptr, route.id.data());
        }
        QVERIFY(findHandler("nothing") == nullptr);
    }
    void everyPathFindsItsRoute() {
        for (const api::Route& route : api::routes()) {
            std::string path(route.path);
            for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{')) {
                path.replace(open, path.find('}') - open + 1, "x%20y");
            }
            const auto match = findOperation(route.method, path);
            QVERIFY2(match, path.c_str());
            QCOMPARE(match->route->id, route.id);
            if (route.scope == api::Scope::Tenant) {
                QCOMPARE(match->tenant, std::string("x y"));
            }
        }
    }
    void literalSegmentsGoFirst() {
        QCOMPARE(findOperation("GET", "/admin/v1/tenants/acme/audit/checkpoint")->route->id,
                 std::string_view("audit.checkpoint"));
        QCOMPARE(findOperation("GET", "/admin/v1/tenants/acme/audit/7")->route->id, std::string_view("audit.get"));
    }
    void strangePathsAreNotFound() {
        for (const char* path : {"", "/", "/admin/v1", "/admin/v1/", "/admin/v1/tenants/", "/admin/v1/tenants//users",
                                 "/admin/v2/tenants", "/admin/v1/tenants/acme/users/%00",
                                 "/admin/v1/tenants/acme/users/%zz", "/admin/v1/tenants/a/b/c/d/e/f"}) {
            const auto match = findOperation("GET", path);
            QVERIFY2(!match && match.error().code == Code::NotFound, path);
        }
    }
    void otherMethodsAreNamed() {
        QCOMPARE(findOperation("DELETE", "/admin/v1/status").error().reason, std::string("method_not_allowed"));
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
