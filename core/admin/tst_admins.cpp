// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

#include "admin/api/codec.h"

using namespace gatehouse;
using namespace gatehouse::admin;

class TestAdmins : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->addTenant("acme");
        m_world->addTenant("evil");
        m_ana = addUser("acme", "ana");
        m_eve = addUser("evil", "eve");
    }
    void cleanup() { m_world.reset(); }

    void anAdminIsAppointedChangedAndDismissed() {
        const Got made = appoint("'tenant':'acme','user':'" + m_ana + "','role':'helpdesk'");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.member("tenant"), std::string("acme"));
        QCOMPARE(made.member("userId"), m_ana);
        QCOMPARE(made.member("userName"), std::string("ana"));
        QCOMPARE(made.member("reach"), std::string("tenant"));
        QVERIFY(api::fromJson<api::Admin>(made.body, api::Side::Reply));
        const std::string path = "/admins/" + made.member("id");
        const Got changed = m_world->call("PATCH", path, "{'role':'auditor'}", {{"If-Match", made.etag}});
        QCOMPARE(changed.member("role"), std::string("auditor"));
        QCOMPARE(m_world->call("PATCH", path, "{'role':'helpdesk'}", {{"If-Match", made.etag}}).status, 412);
        QCOMPARE(m_world->call("PUT", path, "{'tenant':'acme','role':'helpdesk'}").member("role"),
                 std::string("helpdesk"));
        QCOMPARE(m_world->call("GET", "/admins").items().size(), std::size_t(1));
        QCOMPARE(m_world->call("GET", "/admins?q=nobody").items().size(), std::size_t(0));
        QCOMPARE(m_world->call("DELETE", path).status, 204);
        QCOMPARE(m_world->call("GET", path).status, 404);
        const Got log = m_world->call("GET", "/tenants/acme/audit?type=AdminAction&target=" + m_ana);
        QCOMPARE(log.items().size(), std::size_t(4));
    }
    void aPersonIsAlsoKnownByAddress() {
        QCOMPARE(appoint("'tenant':'acme','user':'Ana@acme.com','role':'auditor'").member("userId"), m_ana);
    }
    void whoDoesNotExistIsNotAppointed() {
        QCOMPARE(appoint("'tenant':'acme','user':'nobody','role':'auditor'").firstError(),
                 std::string("/user unknown_value"));
        QCOMPARE(appoint("'tenant':'acme','user':'no@acme.com','role':'auditor'").firstError(),
                 std::string("/user unknown_value"));
        QCOMPARE(appoint("'tenant':'acme','role':'auditor'").firstError(), std::string("/user required"));
        QCOMPARE(appoint("'tenant':'none','user':'" + m_ana + "','role':'auditor'").firstError(),
                 std::string("/tenant unknown_value"));
        QCOMPARE(appoint("'tenant':'acme','user':'" + m_eve + "','role':'auditor'").firstError(),
                 std::string("/user unknown_value"));
    }
    void aPersonIsAppointedOnce() {
        appoint("'tenant':'acme','user':'" + m_ana + "','role':'auditor'");
        QCOMPARE(appoint("'tenant':'acme','user':'" + m_ana + "','role':'helpdesk'").code(),
                 std::string("admin_taken"));
    }
    void roleReachAndGroupsFitTogether() {
        const std::string ana = "'tenant':'acme','user':'" + m_ana + "',";
        QCOMPARE(appoint(ana + "'role':'root'").firstError(), std::string("/role unknown_value"));
        QCOMPARE(appoint(ana + "'role':'owner','reach':'tenant'").firstError(), std::string("/reach unknown_value"));
        QCOMPARE(appoint(ana + "'role':'tenant-admin','reach':'broker'").firstError(),
                 std::string("/reach unknown_value"));
        QCOMPARE(appoint(ana + "'role':'delegate'").firstError(), std::string("/groups required"));
        QCOMPARE(appoint(ana + "'role':'auditor','groups':['x']").firstError(), std::string("/groups unknown_member"));
        QCOMPARE(appoint(ana + "'role':'auditor','isRoot':true").firstError(), std::string("/isRoot unknown_member"));
        QCOMPARE(appoint(ana + "'role':'auditor','createdBy':'me'").firstError(), std::string("/createdBy read_only"));
        QCOMPARE(appoint(ana + "'role':'owner'").member("reach"), std::string("broker"));
    }
    void whoAnAdminIsIsFixed() {
        const Got made = appoint("'tenant':'acme','user':'" + m_ana + "','role':'auditor'");
        const std::string path = "/admins/" + made.member("id");
        QCOMPARE(m_world->call("PATCH", path, "{'user':'" + m_eve + "'}").firstError(), std::string("/user read_only"));
        QCOMPARE(m_world->call("PATCH", path, "{'tenant':'evil'}").firstError(), std::string("/tenant read_only"));
        QCOMPARE(m_world->call("PATCH", path, "{'userId':'" + m_eve + "'}").firstError(),
                 std::string("/userId read_only"));
    }
    void aTenantsAdminAppointsInThatTenantAlone() {
        const std::string admin = m_world->token("tenant-admin", "acme");
        const auto as = [&](const std::string& text) {
            return m_world->as(admin, "POST", "/admins", "{" + text + "}");
        };
        QCOMPARE(as("'tenant':'evil','user':'" + m_eve + "','role':'auditor'").firstError(),
                 std::string("/tenant unknown_value"));
        QCOMPARE(as("'tenant':'acme','user':'" + m_ana + "','role':'owner'").status, 403);
        QCOMPARE(as("'tenant':'acme','user':'" + m_ana + "','role':'auditor','reach':'broker'").status, 403);
        const Got made = as("'tenant':'acme','user':'" + m_ana + "','role':'tenant-admin'");
        QCOMPARE(made.status, 201);
        QCOMPARE(m_world->as(admin, "PATCH", "/admins/" + made.member("id"), "{'role':'owner','reach':null}").status,
                 403);
    }
    void anotherTenantsAdminsAreAsIfTheyDidNotExist() {
        const Got eve = appoint("'tenant':'evil','user':'" + m_eve + "','role':'auditor'");
        appoint("'tenant':'acme','user':'" + m_ana + "','role':'auditor'");
        const std::string path = "/admins/" + eve.member("id");
        for (const char* role : {"tenant-admin", "auditor"}) {
            const std::string token = m_world->token(role, "acme");
            QCOMPARE(m_world->as(token, "GET", "/admins").items().size(), std::size_t(1));
            QCOMPARE(m_world->as(token, "GET", path).status, 404);
        }
        const std::string admin = m_world->token("tenant-admin", "acme");
        QCOMPARE(m_world->as(admin, "PATCH", path, "{'role':'helpdesk'}").status, 404);
        QCOMPARE(m_world->as(admin, "DELETE", path).status, 404);
        QCOMPARE(m_world->call("GET", path).member("role"), std::string("auditor"));
    }
    void whoAdministersTheBrokerIsHiddenFromTheTenantsRoles() {
        const Got owner = appoint("'tenant':'acme','user':'" + m_ana + "','role':'owner'");
        const std::string auditor = m_world->token("auditor", "acme");
        QCOMPARE(m_world->as(auditor, "GET", "/admins").items().size(), std::size_t(0));
        QCOMPARE(m_world->as(auditor, "GET", "/admins/" + owner.member("id")).status, 404);
    }
    // Whoever sets up a tenant's connections can sign in as its people.
    void aTenantHasAdminsOfItsOwnOrOfTheBroker() {
        const Got owner = appoint("'tenant':'acme','user':'" + m_ana + "','role':'owner'");
        const std::string bob = addUser("acme", "bob");
        QCOMPARE(appoint("'tenant':'acme','user':'" + bob + "','role':'tenant-admin'").code(),
                 std::string("admin_shared_home"));
        QCOMPARE(m_world->call("POST", "/tokens", "{'role':'tenant-admin','tenant':'acme','name':'x'}").code(),
                 std::string("admin_shared_home"));
        QCOMPARE(m_world->call("DELETE", "/admins/" + owner.member("id")).status, 204);
        const Got led = appoint("'tenant':'acme','user':'" + bob + "','role':'tenant-admin'");
        QCOMPARE(led.status, 201);
        QCOMPARE(appoint("'tenant':'acme','user':'" + m_ana + "','role':'owner'").code(),
                 std::string("admin_shared_home"));
        m_world->token("tenant-admin", "evil");
        QCOMPARE(appoint("'tenant':'evil','user':'" + m_eve + "','role':'auditor','reach':'broker'").code(),
                 std::string("admin_shared_home"));
    }
    void theOnlyAdminOfATenantMayBecomeAnOwnerAndBack() {
        const Got made = appoint("'tenant':'acme','user':'" + m_ana + "','role':'tenant-admin'");
        const std::string path = "/admins/" + made.member("id");
        QCOMPARE(m_world->call("PATCH", path, "{'role':'owner','reach':'broker'}").member("reach"),
                 std::string("broker"));
        QCOMPARE(m_world->call("PATCH", path, "{'role':'tenant-admin'}").firstError(),
                 std::string("/reach unknown_value"));
        QCOMPARE(m_world->call("PATCH", path, "{'role':'tenant-admin','reach':null}").member("reach"),
                 std::string("tenant"));
    }
    // A new address would let its holder sign in as the person.
    void helpdeskDoesNotTouchWhoAdministers() {
        appoint("'tenant':'acme','user':'" + m_ana + "','role':'tenant-admin'");
        const std::string helpdesk = m_world->token("helpdesk", "acme");
        const std::string path = "/tenants/acme/users/" + m_ana;
        QCOMPARE(m_world->as(helpdesk, "PATCH", path, "{'email':'mallory@acme.com'}").status, 403);
        QCOMPARE(m_world->as(helpdesk, "POST", path + "/deactivate").status, 403);
        QCOMPARE(m_world->as(helpdesk, "DELETE", path).status, 403);
        const std::string admin = m_world->token("tenant-admin", "acme");
        QCOMPARE(m_world->as(admin, "PATCH", path, "{'displayName':'Ana'}").status, 200);
    }
    void anAdminGoesWithThePerson() {
        const Got made = appoint("'tenant':'acme','user':'" + m_ana + "','role':'auditor'");
        QCOMPARE(m_world->call("DELETE", "/tenants/acme/users/" + m_ana).status, 204);
        QCOMPARE(m_world->call("GET", "/admins/" + made.member("id")).status, 404);
        const Got eve = appoint("'tenant':'evil','user':'" + m_eve + "','role':'auditor'");
        QCOMPARE(m_world->call("DELETE", "/tenants/evil").status, 204);
        QCOMPARE(m_world->call("GET", "/admins/" + eve.member("id")).status, 404);
    }
    void permissionsAreKeptForRolesToHold() {
        const std::string T = "/tenants/acme/permissions";
        const Got made = m_world->call("POST", T, "{'name':'invoices:read','description':'See invoices'}");
        QCOMPARE(made.status, 201);
        QVERIFY(api::fromJson<api::PermissionName>(made.body, api::Side::Reply));
        QCOMPARE(m_world->call("POST", T, "{'name':'invoices:read'}").code(),
                 std::string("directory_permission_name_taken"));
        QCOMPARE(m_world->call("POST", T, "{'description':'x'}").firstError(), std::string("/name required"));
        QCOMPARE(m_world->call("PATCH", T + "/invoices%3Aread", "{'name':'other'}").firstError(),
                 std::string("/name read_only"));
        QCOMPARE(m_world->call("PATCH", T + "/invoices:read", "{'description':'Read'}").member("description"),
                 std::string("Read"));
        QCOMPARE(m_world->call("GET", "/tenants/evil/permissions/invoices:read").status, 404);
        m_world->call("POST", "/tenants/acme/roles", "{'name':'clerk','permissions':['invoices:read','invoices:pay']}");
        QCOMPARE(m_world->call("GET", T).items().size(), std::size_t(2));
        QCOMPARE(m_world->call("GET", "/tenants/evil/permissions").items().size(), std::size_t(0));
        QCOMPARE(m_world->call("DELETE", T + "/invoices:pay").code(), std::string("directory_permission_in_use"));
        m_world->call("DELETE", "/tenants/acme/roles/clerk");
        QCOMPARE(m_world->call("DELETE", T + "/invoices:pay").status, 204);
        QCOMPARE(m_world->call("DELETE", T + "/invoices:pay").status, 404);
    }
    void permissionsAreInTheDocument() {
        const std::string document = "{'gatehouse':1,'tenants':[{'slug':'acme','name':'acme "
                                     "Corp','permissions':[{'name':'a','description':'A'}],"
                                     "'roles':[{'name':'clerk','permissions':['a','b']}]}]}";
        const Got applied = m_world->call("POST", "/apply", document);
        QCOMPARE(applied.status, 200);
        QVERIFY(applied.text.find("\"create\",\"resource\":\"permission\"") != std::string::npos);
        const Got exported = m_world->call("GET", "/export?tenant=acme");
        QCOMPARE(json::arrayMember(m_world->call("POST", "/apply?prune=true", exported.text).body, "changes")->size(),
                 std::size_t(0));
        const Got pruned = m_world->call("POST", "/apply?prune=true",
                                         "{'gatehouse':1,'tenants':[{'slug':'acme','name':'acme Corp','permissions':[],"
                                         "'roles':[{'name':'clerk'}]}]}");
        QCOMPARE(pruned.status, 200);
        QCOMPARE(m_world->call("GET", "/tenants/acme/permissions").items().size(), std::size_t(0));
    }

private:
    std::string addUser(const std::string& tenant, const std::string& name) {
        return m_world
            ->call("POST", "/tenants/" + tenant + "/users",
                   "{'userName':'" + name + "','email':'" + name + "@" + tenant + ".com'}")
            .member("id");
    }
    Got appoint(const std::string& members) { return m_world->call("POST", "/admins", "{" + members + "}"); }

    std::unique_ptr<World> m_world;
    std::string m_ana;
    std::string m_eve;
};

QTEST_GUILESS_MAIN(TestAdmins)
#include "tst_admins.moc"
