// SPDX-License-Identifier: Apache-2.0
// Every operation of /admin/v1/openapi.json with every role. What a role may do is written down here a second time, on
// purpose: a change of the rights is a change of this page too.
#include "admin/tst_world.h"

#include <map>

#include "admin/api/routes.h"
#include "admin/openapi.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

/// o owner, t tenant-admin, a auditor of a tenant, h helpdesk of a tenant, d delegate; A, H those of the whole broker.
constexpr std::pair<std::string_view, std::string_view> kMay[] = {
    {"status.get", "otahAH"},
    {"statistics.get", "otahAH"},
    {"expiry.list", "otaA"},
    {"events.watch", "otaA"},
    {"openapi.get", "otahdAH"},
    {"doctor.run", "o"},
    {"backup.create", "o"},
    {"config.apply", "o"},
    {"config.export", "otaA"},
    {"tenant.list", "otahdAH"},
    {"tenant.create", "o"},
    {"tenant.get", "otahdAH"},
    {"tenant.update", "ot"},
    {"tenant.replace", "ot"},
    {"tenant.delete", "o"},
    {"tenant.usage", "otahdAH"},
    {"domain.list", "otaA"},
    {"domain.create", "ot"},
    {"domain.get", "otaA"},
    {"domain.verify", "ot"},
    {"domain.delete", "ot"},
    {"connection.list", "otaA"},
    {"connection.create", "ot"},
    {"connection.get", "otaA"},
    {"connection.update", "ot"},
    {"connection.replace", "ot"},
    {"connection.delete", "ot"},
    {"connection.test", "ot"},
    {"connection.test-draft", "ot"},
    {"connection.certificate", "ot"},
    {"connection.test-sign-in", "ot"},
    {"connection.usage", "otaA"},
    {"connection.replay", "ot"},
    {"connection.preview", "ot"},
    {"connection.check-response", "ot"},
    {"connection.refresh", "ot"},
    {"connection.approve-metadata", "ot"},
    {"preset.list", "otaA"},
    {"preset.get", "otaA"},
    {"app.list", "otaA"},
    {"app.create", "ot"},
    {"app.get", "otaA"},
    {"app.update", "ot"},
    {"app.replace", "ot"},
    {"app.delete", "ot"},
    {"app.rotate-secret", "ot"},
    {"app.finish-rotation", "ot"},
    {"app.usage", "otaA"},
    {"app.check-redirect-uri", "ot"},
    {"app.verify-token", "ot"},
    {"registration-token.list", "otaA"},
    {"registration-token.create", "ot"},
    {"registration-token.get", "otaA"},
    {"registration-token.delete", "ot"},
    {"scim-token.list", "otaA"},
    {"scim.get", "otaA"},
    {"scim.release", "ot"},
    {"scim-test.run", "ot"},
    {"scim-token.create", "ot"},
    {"scim-token.get", "otaA"},
    {"scim-token.rotate", "ot"},
    {"scim-token.delete", "ot"},
    {"scim-sync.list", "otaA"},
    {"scim-sync.get", "otaA"},
    {"scim-sync.runs", "otaA"},
    {"scim-sync.create", "ot"},
    {"scim-sync.update", "ot"},
    {"scim-sync.replace", "ot"},
    {"scim-sync.delete", "ot"},
    {"scim-sync.preview", "ot"},
    {"scim-sync.run", "ot"},
    {"stream.list", "otaA"},
    {"stream.get", "otaA"},
    {"stream.create", "ot"},
    {"stream.update", "ot"},
    {"stream.replace", "ot"},
    {"stream.delete", "ot"},
    {"stream.verify", "ot"},
    {"stream.rotate", "ot"},
    {"catalog.list", "otaA"},
    {"catalog.get", "otaA"},
    {"catalog.create", "ot"},
    {"catalog.update", "ot"},
    {"catalog.replace", "ot"},
    {"catalog.delete", "ot"},
    {"scim-request.list", "otahAH"},
    {"scim-request.get", "otahAH"},
    {"scim-request.replay", "othH"},
    {"user.list", "otahAH"},
    {"user.access", "otahAH"},
    {"entitlement.list", "otahAH"},
    {"group.preview", "ot"},
    {"user.create", "othH"},
    {"user.get", "otahAH"},
    {"user.update", "othH"},
    {"user.replace", "othH"},
    {"user.delete", "othH"},
    {"user.deactivate", "othH"},
    {"user.activate", "othH"},
    {"user.revoke-sessions", "othH"},
    {"user.erase", "ot"},
    {"user.import", "othH"},
    {"user.export", "otahAH"},
    {"group.list", "otadA"},
    {"group.create", "otd"},
    {"group.get", "otadA"},
    {"group.update", "otd"},
    {"group.replace", "otd"},
    {"group.delete", "otd"},
    {"group.members", "otadA"},
    {"group.change-members", "otd"},
    {"role.list", "otaA"},
    {"role.create", "ot"},
    {"role.get", "otaA"},
    {"role.update", "ot"},
    {"role.replace", "ot"},
    {"role.delete", "ot"},
    {"permission.list", "otaA"},
    {"permission.create", "ot"},
    {"permission.get", "otaA"},
    {"permission.update", "ot"},
    {"permission.replace", "ot"},
    {"permission.delete", "ot"},
    {"session.list", "otahAH"},
    {"session.get", "otahAH"},
    {"session.delete", "othH"},
    {"session.revoke", "othH"},
    {"consent.list", "otahAH"},
    {"consent.get", "otahAH"},
    {"consent.delete", "othH"},
    {"key.list", "otaA"},
    {"key.create", "ot"},
    {"key.get", "otaA"},
    {"key.evidence", "otaA"},
    {"key.impact", "otaA"},
    {"key.activate", "ot"},
    {"key.retire", "ot"},
    {"key.revoke", "ot"},
    {"key.rotate", "ot"},
    {"audit.list", "otaA"},
    {"audit.positions", "otaA"},
    {"audit.histogram", "otaA"},
    {"audit.checkpoint", "otaA"},
    {"audit.proof", "otaA"},
    {"audit.consistency", "otaA"},
    {"audit.get", "otaA"},
    {"broker-audit.list", "oA"},
    {"flow.secrets", "ot"},
    {"recorder.get", "otahAH"},
    {"recorder.keep-secrets", "ot"},
    {"recorder.forget-secrets", "ot"},
    {"flow.list", "otahAH"},
    {"flow.get", "otahAH"},
    {"flow.replay", "ot"},
    {"flow.bundle", "otahAH"},
    {"sandbox.get", ""}, // off here, and so not there
    {"sandbox.update", ""},
    {"sandbox.held", ""},
    {"sandbox.next", ""},
    {"sandbox.release-all", ""},
    {"sandbox.start", ""},
    {"sandbox.snapshot", ""},
    {"sandbox.reset", ""},
    {"shared-app.list", "oA"},
    {"shared-app.create", "o"},
    {"shared-app.get", "oA"},
    {"shared-app.update", "o"},
    {"shared-app.replace", "o"},
    {"shared-app.delete", "o"},
    {"shared-app.rotate-secret", "o"},
    {"shared-app.finish-rotation", "o"},
    {"shared-app.usage", "oA"},
    {"shared-app.check-redirect-uri", "o"},
    {"shared-app.verify-token", "o"},
    {"shared-key.list", "oA"},
    {"shared-key.create", "o"},
    {"shared-key.get", "oA"},
    {"shared-key.evidence", "oA"},
    {"shared-key.impact", "oA"},
    {"shared-key.activate", "o"},
    {"shared-key.retire", "o"},
    {"shared-key.revoke", "o"},
    {"shared-key.rotate", "o"},
    {"session.revoke-all", "o"},
    {"token.list", "otaA"},
    {"token.create", "ot"},
    {"token.get", "otaA"},
    {"token.delete", "ot"},
    {"admin.list", "otaA"},
    {"admin.create", "ot"},
    {"admin.get", "otaA"},
    {"admin.update", "ot"},
    {"admin.replace", "ot"},
    {"admin.delete", "ot"},
};

std::string_view mayOf(std::string_view id) {
    for (const auto& [operation, roles] : kMay) {
        if (operation == id) {
            return roles;
        }
    }
    return "?";
}

/// The path with acme's tenant and an object that does not exist: the judgement of the role comes first.
std::string filled(std::string_view path) {
    std::string out(path.substr(std::string_view("/admin/v1").size()));
    for (std::size_t open = out.find('{'); open != std::string::npos; open = out.find('{')) {
        const std::size_t size = out.find('}') - open + 1;
        out.replace(open, size, out.substr(open, size) == "{tenant}" ? "acme" : "00000000-0000-7000-8000-000000000000");
    }
    return out;
}

} // namespace

class TestRoleMatrix : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_world->addTenant("acme");
        m_world->addTenant("evil");
        m_tokens = {{'o', m_world->token("owner")},
                    {'t', m_world->token("tenant-admin", "acme")},
                    {'a', m_world->token("auditor", "acme")},
                    {'h', m_world->token("helpdesk", "acme")},
                    {'d', m_world->token("delegate", "acme", ",'groups':['mine']")},
                    {'A', m_world->token("auditor")},
                    {'H', m_world->token("helpdesk")}};
    }
    void cleanupTestCase() { m_world.reset(); }

    void noOperationIsLeftOut() {
        const json::Object document = openApiDocument("http://127.0.0.1:8480", "0.1.0");
        std::size_t operations = 0;
        for (const auto& path : *json::objectMember(document, "paths")) {
            for (const auto& operation : path.value().as_object()) {
                const std::string id(
                    json::stringMember(operation.value().as_object(), "operationId").value_or("nameless"));
                QVERIFY2(mayOf(id) != "?", id.c_str());
                ++operations;
            }
        }
        QCOMPARE(operations, std::size(kMay));
    }
    // Refused means 403, or 404 where even the operation is not theirs to know. What a role may do gets further: to an
    // answer, or to what is wrong with this empty request.
    void everyRoleMayWhatItMayAndNothingElse() {
        for (const api::Route& route : api::routes()) {
            const bool wholeBroker = route.scope == api::Scope::Broker;
            for (const auto& [role, token] : m_tokens) {
                // These would take the world away from the roles that come after.
                if (role == 'o' && (route.id == "tenant.delete" || route.id == "session.revoke-all")) {
                    continue;
                }
                const Got got = m_world->as(token, std::string(route.method), filled(route.path),
                                            route.request.empty() ? "" : "{}");
                const std::string what =
                    std::string(route.id) + " as " + role + ": " + std::to_string(got.status) + " " + got.code();
                const bool isTenants = role != 'o' && role != 'A' && role != 'H';
                if (route.noun == "sandbox" || (wholeBroker && isTenants)) {
                    QVERIFY2(got.status == 404, what.c_str());
                } else if (mayOf(route.id).find(role) == std::string_view::npos) {
                    QVERIFY2(got.status == 403 && got.code() == "permission_denied", what.c_str());
                } else if (role == 'd' && (route.id == "group.create")) {
                    QVERIFY2(got.status == 403 || got.status == 422, what.c_str()); // theirs are the members alone
                } else {
                    QVERIFY2(got.status != 401 && got.code() != "permission_denied", what.c_str());
                }
            }
        }
    }
    void anotherTenantIsNoOnesButTheWholeBrokers() {
        for (const api::Route& route : api::routes()) {
            if (route.scope != api::Scope::Tenant) {
                continue;
            }
            std::string path = filled(route.path);
            path.replace(0, std::string_view("/tenants/acme").size(), "/tenants/evil");
            for (const char role : {'t', 'a', 'h', 'd'}) {
                const Got got =
                    m_world->as(m_tokens.at(role), std::string(route.method), path, route.request.empty() ? "" : "{}");
                QVERIFY2(got.status == 404 && got.code() == "not_found", route.id.data());
            }
        }
    }

private:
    std::unique_ptr<World> m_world;
    std::map<char, std::string> m_tokens;
};

QTEST_GUILESS_MAIN(TestRoleMatrix)
#include "tst_roles.moc"
