// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

#include <unistd.h>

#include "admin/api/routes.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

/// The path of an operation with a tenant and an object filled in.
std::string filled(const api::Route& route, const std::string& tenant, const std::string& object) {
    std::string path(route.path.substr(std::string_view("/admin/v1").size()));
    for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{')) {
        const std::size_t close = path.find('}');
        path.replace(open, close - open + 1, path.substr(open, close - open + 1) == "{tenant}" ? tenant : object);
    }
    return path;
}

std::string withoutRequestId(Got got) {
    got.body["requestId"] = "";
    return std::to_string(got.status) + json::write(got.body);
}

} // namespace

class TestAccess : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_connection = m_world->addTenant("acme");
        m_world->addTenant("evil");
    }
    void cleanup() { m_world.reset(); }

    void withoutATokenNothingIsTold() {
        for (const std::string token : {"", "ghat_made-up", "eyJhbGciOiJub25lIn0.e30."}) {
            QCOMPARE(m_world->as(token, "GET", "/tenants").status, 401);
            QCOMPARE(m_world->as(token, "GET", "/nothing").status, 401);
        }
    }
    void expiredAndRevokedTokensAreRefused() {
        const Got made = m_world->call("POST", "/tokens", "{'role':'owner','ttl':60,'name':'short'}");
        QCOMPARE(m_world->as(made.member("token"), "GET", "/tenants").status, 200);
        m_world->clock.advance(Seconds(61));
        QCOMPARE(m_world->as(made.member("token"), "GET", "/tenants").status, 401);
        const Got other = m_world->call("POST", "/tokens", "{'role':'owner','name':'other'}");
        QCOMPARE(m_world->call("DELETE", "/tokens/" + other.member("id")).status, 204);
        QCOMPARE(m_world->as(other.member("token"), "GET", "/tenants").code(), std::string("token_invalid"));
    }
    void theSocketsOwnerIsTheOwner() {
        http::Request request;
        request.method = "GET";
        request.path = "/admin/v1/tenants";
        request.peer.uid = ::geteuid();
        QCOMPARE(m_world->admin->handle(request).status, 200);
        request.peer.uid = ::geteuid() + 1;
        QCOMPARE(m_world->admin->handle(request).status, 403);
    }
    void anotherTenantIsAsIfItDidNotExist() {
        const std::string admin = m_world->token("tenant-admin", "evil");
        const std::string auditor = m_world->token("auditor", "evil");
        for (const api::Route& route : api::routes()) {
            if (route.scope != api::Scope::Tenant) {
                continue;
            }
            const std::string body = route.request.empty() ? "" : "{}";
            for (const std::string& token : {admin, auditor}) {
                const Got there =
                    m_world->as(token, std::string(route.method), filled(route, "acme", m_connection), body);
                const Got nowhere =
                    m_world->as(token, std::string(route.method), filled(route, "no-such", m_connection), body);
                QVERIFY2(there.status == 404, route.id.data());
                QCOMPARE(withoutRequestId(there), withoutRequestId(nowhere));
            }
        }
    }
    void anIdOfAnotherTenantIsUnknownEvenToTheOwner() {
        for (const api::Route& route : api::routes()) {
            if (route.noun == "connection" && route.path.find("{id}") != std::string_view::npos) {
                const Got got = m_world->call(std::string(route.method), filled(route, "evil", m_connection),
                                              route.request.empty() ? "" : "{}");
                QVERIFY2(got.status == 404, route.id.data());
            }
        }
        QCOMPARE(m_world->call("GET", "/tenants/acme/connections/" + m_connection).status, 200);
    }
    void brokerWideRoutesAreNotThereForATenantsRole() {
        const std::string admin = m_world->token("tenant-admin", "acme");
        for (const api::Route& route : api::routes()) {
            if (route.scope == api::Scope::Broker) {
                const Got got = m_world->as(admin, std::string(route.method), filled(route, "acme", "x"));
                QVERIFY2(got.status == 404, route.id.data());
            }
        }
    }
    void sharedListsShowOneTenantOnly() {
        const std::string admin = m_world->token("tenant-admin", "acme");
        const Got tenants = m_world->as(admin, "GET", "/tenants");
        QCOMPARE(tenants.items().size(), std::size_t(1));
        QVERIFY(m_world->as(admin, "GET", "/export").text.find("evil") == std::string::npos);
        QCOMPARE(m_world->as(admin, "GET", "/export?tenant=evil").status, 404);
        m_world->token("auditor", "evil");
        QCOMPARE(m_world->as(admin, "GET", "/tokens").items().size(), std::size_t(1));
        QCOMPARE(json::integerMember(m_world->as(admin, "GET", "/status").body, "tenants").value_or(0),
                 std::int64_t(1));
    }
    void whatIsOffIsNotThere() {
        QCOMPARE(m_world->call("GET", "/tenants/acme/sandbox").code(), std::string("not_found"));
        QCOMPARE(m_world->call("GET", "/tenants/acme/sandbox?x=1").code(), std::string("not_found"));
    }
    void readersChangeNothing() {
        const std::string auditor = m_world->token("auditor", "acme");
        for (const api::Route& route : api::routes()) {
            if (route.scope == api::Scope::Tenant && route.method != "GET" && route.noun != "sandbox") {
                const Got got = m_world->as(auditor, std::string(route.method), filled(route, "acme", m_connection));
                QVERIFY2(got.status == 403, route.id.data());
            }
        }
    }
    void readersSeeNoSecret() {
        m_world->call("POST", "/tenants/acme/apps", "{'name':'portal','redirectUris':['https://app.example/cb']}");
        const std::string auditor = m_world->token("auditor");
        for (const api::Route& route : api::routes()) {
            if (route.method == "GET" && route.id != "events.watch") {
                const std::string text = m_world->as(auditor, "GET", filled(route, "acme", m_connection)).text;
                QVERIFY2(text.find("upstream-secret") == std::string::npos, route.id.data());
                QVERIFY2(text.find("ghat_") == std::string::npos || route.id == "openapi.get", route.id.data());
            }
        }
    }
    void helpdeskHelpsPeopleAndNothingElse() {
        const std::string helpdesk = m_world->token("helpdesk", "acme");
        const Got user =
            m_world->as(helpdesk, "POST", "/tenants/acme/users", "{'userName':'ana','email':'ana@acme.com'}");
        QCOMPARE(user.status, 201);
        QCOMPARE(m_world->as(helpdesk, "POST", "/tenants/acme/users/" + user.member("id") + "/deactivate").status, 200);
        QCOMPARE(
            m_world->as(helpdesk, "PATCH", "/tenants/acme/users/" + user.member("id"), "{'roles':['admin']}").status,
            403);
        QCOMPARE(m_world->as(helpdesk, "GET", "/tenants/acme/connections").status, 403);
    }
    void delegatesSeeTheirGroupsOnly() {
        const std::string mine = m_world->call("POST", "/tenants/acme/groups", "{'name':'mine'}").member("id");
        const std::string theirs = m_world->call("POST", "/tenants/acme/groups", "{'name':'theirs'}").member("id");
        const std::string user = m_world->call("POST", "/tenants/acme/users", "{'userName':'ana'}").member("id");
        const std::string delegate = m_world->token("delegate", "acme", ",'groups':['mine']");
        QCOMPARE(m_world->as(delegate, "GET", "/tenants/acme/groups").items().size(), std::size_t(1));
        QCOMPARE(m_world->as(delegate, "GET", "/tenants/acme/groups/" + theirs).status, 404);
        QCOMPARE(m_world->as(delegate, "PATCH", "/tenants/acme/groups/" + mine, "{'members':['" + user + "']}").status,
                 200);
        QCOMPARE(m_world->as(delegate, "PATCH", "/tenants/acme/groups/" + mine, "{'name':'ours'}").status, 403);
        QCOMPARE(m_world->as(delegate, "DELETE", "/tenants/acme/groups/" + mine).status, 403);
        QCOMPARE(m_world->as(delegate, "GET", "/tenants/acme/users").status, 403);
    }
    void nobodyMakesATokenThatCanDoMore() {
        const std::string admin = m_world->token("tenant-admin", "acme");
        QVERIFY(m_world->as(admin, "POST", "/tokens", "{'role':'owner','name':'x'}").status >= 400);
        QVERIFY(m_world->as(admin, "POST", "/tokens", "{'role':'owner','tenant':'acme','name':'x'}").status >= 400);
        QCOMPARE(m_world->as(admin, "POST", "/tokens", "{'role':'auditor','tenant':'evil','name':'x'}").firstError(),
                 std::string("/tenant unknown_value"));
        QCOMPARE(m_world->as(admin, "POST", "/tokens", "{'role':'auditor','name':'x'}").firstError(),
                 std::string("/tenant required"));
        QCOMPARE(m_world->as(admin, "POST", "/tokens", "{'role':'auditor','tenant':'acme','name':'x'}").status, 201);
        QCOMPARE(m_world->call("POST", "/tokens", "{'role':'tenant-admin','name':'x'}").firstError(),
                 std::string("/tenant required"));
    }
    void tenantAdminsNeitherSealNorSuspend() {
        const std::string admin = m_world->token("tenant-admin", "acme");
        QCOMPARE(m_world->as(admin, "PATCH", "/tenants/acme", "{'name':'Acme'}").status, 200);
        QCOMPARE(m_world->as(admin, "PATCH", "/tenants/acme", "{'status':'suspended'}").status, 403);
        QCOMPARE(m_world->as(admin, "PATCH", "/tenants/acme", "{'slug':'mine'}").status, 403);
        QCOMPARE(m_world->as(admin, "DELETE", "/tenants/acme").status, 403);
        QCOMPARE(m_world->as(admin, "POST", "/tenants/acme/domains/acme.com/verify", "{'assert':true}").status, 403);
    }
    void refusalsAreInTheLog() {
        const std::string auditor = m_world->token("auditor", "acme");
        m_world->as(auditor, "DELETE", "/tenants/acme");
        m_world->as(auditor, "GET", "/tenants/evil");
        QCOMPARE(m_world->logged("/tenants/acme/audit").filter("AccessDenied").size(), 2);
    }
    void backupsAreLocal() {
        const std::string owner = m_world->token("owner");
        const std::string file = m_world->folder.path().toStdString() + "/copy.db";
        QCOMPARE(m_world->as(owner, "POST", "/backup", "{'file':'" + file + "'}").code(),
                 std::string("backup_local_only"));
        QCOMPARE(m_world->call("POST", "/backup", "{'file':'" + file + "'}").status, 204);
        QCOMPARE(m_world->call("POST", "/backup", "{'file':'" + file + "'}").status, 422);
        QCOMPARE(m_world->call("POST", "/backup", "{'file':'copy.db'}").status, 422);
    }

private:
    std::unique_ptr<World> m_world;
    std::string m_connection;
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
