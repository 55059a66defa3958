// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <set>

#include "admin/api/codec.h"
#include "admin/api/routes.h"
#include "admin/api/transport.h"

using namespace gatehouse;
using namespace gatehouse::admin::api;

class TestRoutes : public QObject {
    Q_OBJECT
private slots:
    void operationsAreUnique() {
        std::set<std::string> ids;
        std::set<std::string> addresses;
        std::set<std::string> commands;
        for (const Route& route : routes()) {
            QVERIFY2(ids.emplace(route.id).second, route.id.data());
            QVERIFY2(addresses.insert(std::string(route.method) + " " + std::string(route.path)).second,
                     route.path.data());
            QVERIFY2(commands.insert(std::string(route.noun) + " " + std::string(route.verb)).second, route.id.data());
        }
    }
    void everyNamedSchemaExists() {
        const json::Object all = schemas();
        for (const Route& route : routes()) {
            for (const std::string_view name : {route.request, route.response}) {
                QVERIFY2(name.empty() || name == "Document" || all.contains(name), route.id.data());
            }
        }
    }
    void scopeFollowsThePath() {
        for (const Route& route : routes()) {
            const bool below = route.path.starts_with("/admin/v1/tenants/{tenant}");
            QVERIFY2(below == (route.scope == Scope::Tenant), route.id.data());
        }
    }
    void readersOnlyRead() {
        for (const Route& route : routes()) {
            if (route.method != "GET") {
                QVERIFY2(!allows(AdminRole::Auditor, route.permission), route.id.data());
            }
        }
    }
    void helpdeskTouchesNoConfiguration() {
        for (const Permission permission :
             {Permission::ConnectionsWrite, Permission::KeysWrite, Permission::TokensWrite, Permission::RolesWrite,
              Permission::TenantsWrite, Permission::ConfigApply}) {
            QVERIFY(!allows(AdminRole::Helpdesk, permission));
        }
    }
    void tenantAdminsDoNotManageTheBroker() {
        for (const Permission permission : {Permission::TenantsManage, Permission::ConfigApply, Permission::Maintain}) {
            QVERIFY(!allows(AdminRole::TenantAdmin, permission));
        }
    }
    void unknownRolesAreNone() {
        QVERIFY(!parseRole("root"));
        QVERIFY(parseRole("tenant-admin") == AdminRole::TenantAdmin);
    }
    void headersAreFoundWithoutCase() {
        QCOMPARE(header({{"ETag", "\"1\""}}, "etag"), std::string_view("\"1\""));
        QVERIFY(header({}, "etag").empty());
    }
};

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
