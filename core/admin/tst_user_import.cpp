// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

/// "2 create, 3 refuse /email email_invalid"
std::string acts(const Got& got) {
    std::string out;
    for (const json::Value& each : *json::arrayMember(got.body, "rows")) {
        const json::Object& row = each.get_object();
        out += (out.empty() ? "" : ", ") + std::to_string(*json::integerMember(row, "line")) + " " +
               std::string(*json::stringMember(row, "act"));
        for (const json::Value& error : *json::arrayMember(row, "errors")) {
            out += " " + std::string(*json::stringMember(error.get_object(), "pointer")) + " " +
                   std::string(*json::stringMember(error.get_object(), "code"));
        }
    }
    return out;
}

} // namespace

class TestUserImport : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->addTenant("acme");
        m_world->call("POST", "/tenants/acme/roles", "{'name':'editor'}");
        m_world->call("POST", "/tenants/acme/groups", "{'name':'Sales','roles':['editor']}");
    }
    void cleanup() { m_world.reset(); }

    void aListMakesPeopleAndChangesThem() {
        const std::string list = "{'rows':[{'line':2,'user':{'userName':'ana','email':'ana@acme.example'}},"
                                 "{'line':3,'user':{'email':'ben@acme.example'},'groups':['Sales']}]}";
        const Got made = import(list);
        QCOMPARE(made.status, 200);
        QCOMPARE(acts(made), std::string("2 create, 3 create"));
        QCOMPARE(acts(import(list)), std::string("2 same, 3 same"));
        const Got changed = import("{'rows':[{'line':2,'user':{'userName':'ANA','displayName':'Ana'},"
                                   "'roles':['editor']}]}");
        QCOMPARE(acts(changed), std::string("2 update"));
        const Got ana = m_world->call("GET", "/tenants/acme/users?q=ana");
        const json::Object& user = json::arrayMember(ana.body, "items")->front().get_object();
        QCOMPARE(std::string(*json::stringMember(user, "email")), std::string("ana@acme.example"));
        QCOMPARE(std::string(*json::stringMember(user, "displayName")), std::string("Ana"));
        QCOMPARE(json::arrayMember(user, "roles")->size(), std::size_t(1));
        const Got ben = m_world->call("GET", "/tenants/acme/users?q=ben");
        const json::Object& member = json::arrayMember(ben.body, "items")->front().get_object();
        QCOMPARE(json::arrayMember(member, "groups")->size(), std::size_t(1));
        QCOMPARE(json::arrayMember(member, "roles")->size(), std::size_t(1)); // of the group
    }
    void whatIsWrongWithARowKeepsNoOtherBack() {
        const Got got = import("{'rows':[{'line':2,'user':{'userName':'ana','email':'nonsense'}},"
                               "{'line':3,'user':{'userName':'ben','active':'perhaps'}},"
                               "{'line':4,'user':{'userName':'cleo'},'roles':['no-such'],'groups':['No such']},"
                               "{'line':5,'user':{'id':'x','userName':'dan'}},"
                               "{'line':6,'user':{}},"
                               "{'line':7,'user':{'userName':'eve','email':'eve@acme.example'}},"
                               "{'line':8,'user':{'userName':'eve2','email':'EVE@acme.example'}}]}");
        QCOMPARE(acts(got), std::string("2 refuse /email email_invalid, 3 refuse /active wrong_type, "
                                        "4 refuse /roles/0 unknown_value /groups/0 unknown_value, "
                                        "5 refuse /id read_only, 6 refuse /userName required, 7 create, 8 update"));
        QCOMPARE(*json::integerMember(got.body, "refused"), std::int64_t(5));
        QCOMPARE(m_world->call("GET", "/tenants/acme/users").items().size(), std::size_t(1));
    }
    void anAddressOfSomebodyElseIsRefused() {
        import("{'rows':[{'user':{'userName':'ana','email':'ana@acme.example'}},{'user':{'userName':'ben'}}]}");
        QCOMPARE(acts(import("{'rows':[{'line':2,'user':{'userName':'ben','email':'ana@acme.example'}}]}")),
                 std::string("2 refuse /email directory.email_taken"));
    }
    void aDryRunSaysTheSameAndWritesNothing() {
        const Got dry = import("{'dryRun':true,'rows':[{'line':2,'user':{'userName':'ana'},'groups':['Sales']}]}");
        QCOMPARE(acts(dry), std::string("2 create"));
        QVERIFY(m_world->call("GET", "/tenants/acme/users").items().empty());
        QVERIFY(m_world->logged("/tenants/acme/audit").filter("UsersImported").isEmpty());
    }
    void whoIsThereMayBeLeftAlone() {
        import("{'rows':[{'user':{'userName':'ana','displayName':'Ana'}}]}");
        const Got got = import("{'existing':'skip','rows':[{'line':2,'user':{'userName':'ana','displayName':'X'}}]}");
        QCOMPARE(acts(got), std::string("2 skip"));
        QVERIFY(json::write(m_world->call("GET", "/tenants/acme/users").body).find("\"X\"") == std::string::npos);
    }
    void rolesWantTheRightToGiveThem() {
        const std::string helpdesk =
            m_world->call("POST", "/tokens", "{'role':'helpdesk','tenant':'acme','name':'h'}").member("token");
        const std::string path = "/tenants/acme/users/import";
        QCOMPARE(
            m_world->as(helpdesk, "POST", path, "{'rows':[{'user':{'userName':'ana'},'roles':['editor']}]}").status,
            403);
        QVERIFY(m_world->call("GET", "/tenants/acme/users").items().empty());
    }
    void whoAdministersKeepsNoOtherRowBack() {
        import("{'rows':[{'user':{'userName':'ana','email':'ana@acme.example'}}]}");
        const json::Array people = m_world->call("GET", "/tenants/acme/users?q=ana").items();
        const std::string ana(*json::stringMember(people.front().get_object(), "id"));
        const Got made = m_world->call("POST", "/admins", "{'tenant':'acme','user':'" + ana + "','role':'owner'}");
        QCOMPARE(made.status, 201);
        const std::string helpdesk =
            m_world->call("POST", "/tokens", "{'role':'helpdesk','tenant':'acme','name':'h'}").member("token");
        const Got got = m_world->as(helpdesk, "POST", "/tenants/acme/users/import",
                                    "{'rows':[{'line':2,'user':{'userName':'ana','displayName':'X'}},"
                                    "{'line':3,'user':{'userName':'ben'}}]}");
        QCOMPARE(acts(got), std::string("2 refuse  permission_denied, 3 create"));
    }
    void moreThanATransactionTakesIsRefused() {
        std::string rows;
        for (int i = 0; i < 501; ++i) {
            rows += std::string(i == 0 ? "" : ",") + "{'user':{'userName':'u" + std::to_string(i) + "'}}";
        }
        const Got got = import("{'rows':[" + rows + "]}");
        QCOMPARE(got.status, 422);
        QCOMPARE(got.code(), std::string("validation_failed"));
    }

private:
    Got import(const std::string& body) { return m_world->call("POST", "/tenants/acme/users/import", body); }

    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestUserImport)
#include "tst_user_import.moc"
