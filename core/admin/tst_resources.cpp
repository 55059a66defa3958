// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

#include "admin/api/codec.h"
#include "audit/verify.h"

using namespace gatehouse;
using namespace gatehouse::admin;

class TestResources : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_connection = m_world->addTenant("acme");
    }
    void cleanup() { m_world.reset(); }

    void whatIsAnsweredFitsTheContract() {
        const auto strict = [this](const std::string& path, auto decoder) {
            return decoder(m_world->call("GET", "/tenants/acme" + path).body);
        };
        const Got app =
            m_world->call("POST", "/tenants/acme/apps", "{'name':'portal','redirectUris':['https://app.example/cb']}");
        const Got user = m_world->call("POST", "/tenants/acme/users",
                                       "{'userName':'ana','email':'ana@acme.com','roles':['member']}");
        QVERIFY(knows<api::Tenant>(m_world->call("GET", "/tenants/acme").body));
        QVERIFY(strict("/connections/" + m_connection, knows<api::Connection>));
        QVERIFY(knows<api::App>(app.body));
        QVERIFY(knows<api::User>(user.body));
        QVERIFY(strict("/domains/acme.com", knows<api::Domain>));
        QVERIFY(strict("/roles/member", knows<api::Role>));
        QVERIFY(strict("/audit/1", knows<api::AuditRecord>));
        QVERIFY(knows<api::Key>(m_world->call("GET", "/tenants/acme/keys").items().front().as_object()));
        QVERIFY(knows<api::BrokerStatus>(m_world->call("GET", "/status").body));
    }
    void unknownMembersAndParametersAreRefused() {
        QCOMPARE(m_world->call("POST", "/tenants", "{'slug':'beta','name':'B','extra':1}").firstError(),
                 std::string("/extra unknown_member"));
        QCOMPARE(m_world->call("GET", "/tenants?sort=name").code(), std::string("parameter_unknown"));
        QCOMPARE(m_world->call("GET", "/tenants?limit=0").code(), std::string("parameter_invalid"));
        QCOMPARE(m_world->call("GET", "/tenants?limit=501").code(), std::string("parameter_invalid"));
        QCOMPARE(m_world->call("GET", "/tenants?limit=5&limit=6").code(), std::string("parameter_invalid"));
        QCOMPARE(m_world->call("POST", "/tenants", "{'slug':").code(), std::string("body_malformed"));
        const auto form = m_world->dispatch({"POST", "/admin/v1/tenants", {{"Content-Type", "text/plain"}}, "{}"});
        QCOMPARE(form.status, 415);
    }
    void readOnlyMembersMayBeSentBackButNotChanged() {
        const Got tenant = m_world->call("GET", "/tenants/acme");
        QCOMPARE(m_world->call("PUT", "/tenants/acme", tenant.text).status, 200);
        QCOMPARE(m_world->call("PATCH", "/tenants/acme", "{'id':'other'}").firstError(), std::string("/id read_only"));
        const Got connection = m_world->call("GET", "/tenants/acme/connections/" + m_connection);
        QCOMPARE(m_world->call("PUT", "/tenants/acme/connections/" + m_connection, connection.text).status, 200);
        QCOMPARE(m_world->call("PATCH", "/tenants/acme/connections/" + m_connection, "{'health':{}}").firstError(),
                 std::string("/health read_only"));
    }
    void staleETagsAreRefused() {
        const std::string path = "/tenants/acme/connections/" + m_connection;
        const std::string etag = m_world->call("GET", path).etag;
        QVERIFY(!etag.empty());
        QCOMPARE(m_world->call("PATCH", path, "{'displayName':'One'}", {{"If-Match", etag}}).status, 200);
        QCOMPARE(m_world->call("PATCH", path, "{'displayName':'Two'}", {{"If-Match", etag}}).status, 412);
        QCOMPARE(m_world->call("DELETE", path, "", {{"If-Match", etag}}).code(), std::string("precondition_failed"));
        QCOMPARE(m_world->call("GET", path).member("displayName"), std::string("One"));
    }
    void patchIsAMergePatch() {
        m_world->call("PATCH", "/tenants/acme", "{'settings':{'sessionTtl':600,'requiredAcr':['mfa']}}");
        const Got patched = m_world->call("PATCH", "/tenants/acme", "{'settings':{'sessionTtl':null}}");
        const json::Object settings = patched.body.at("settings").as_object();
        QCOMPARE(json::integerMember(settings, "sessionTtl").value_or(0), std::int64_t(43200));
        QCOMPARE(json::arrayMember(settings, "requiredAcr")->size(), std::size_t(1));
    }
    void anIdempotencyKeyHasOneEffect() {
        const api::HeaderList key = {{"Idempotency-Key", "k1"}};
        const std::string body = "{'userName':'ana'}";
        const Got first = m_world->call("POST", "/tenants/acme/users", body, key);
        const Got again = m_world->call("POST", "/tenants/acme/users", body, key);
        QCOMPARE(first.status, 201);
        QCOMPARE(again.text, first.text);
        QCOMPARE(m_world->call("POST", "/tenants/acme/users", "{'userName':'bo'}", key).code(),
                 std::string("idempotency_key_reused"));
        QCOMPARE(m_world->call("GET", "/tenants/acme/users").items().size(), std::size_t(1));
        m_world->addTenant("beta");
        QCOMPARE(m_world->call("POST", "/tenants/beta/users", body, key).status, 201);
        m_world->clock.advance(Seconds(24 * 3600 + 1));
        QCOMPARE(m_world->call("POST", "/tenants/acme/users", body, key).code(),
                 std::string("directory_user_name_taken"));
    }
    void aChangedIssuerAsksForTheSecretAgain() {
        const std::string path = "/tenants/acme/connections/" + m_connection;
        QCOMPARE(m_world->call("PATCH", path, "{'issuer':'https://elsewhere.example'}").firstError(),
                 std::string("/clientSecret secret_required"));
        QCOMPARE(m_world->call("PATCH", path, "{'issuer':'https://elsewhere.example','clientSecret':'new'}").status,
                 200);
        QVERIFY(m_world->call("GET", path).text.find("new'") == std::string::npos);
    }
    void brokenMappingsAreRefusedWhereTheyBreak() {
        const Got got =
            m_world->call("PATCH", "/tenants/acme/connections/" + m_connection,
                          "{'mapping':{'attributes':[{'target':'email','source':'email','transforms':['explode']}]}}");
        QCOMPARE(got.status, 422);
        QVERIFY(got.firstError().starts_with("/mapping/attributes/0"));
    }
    void secretsOfAppsAreShownOnce() {
        const Got app =
            m_world->call("POST", "/tenants/acme/apps", "{'name':'portal','redirectUris':['https://app.example/cb']}");
        const std::string path = "/tenants/acme/apps/" + app.member("id");
        QVERIFY(app.member("clientSecret").size() > 20);
        QVERIFY(!m_world->call("GET", path).body.contains("clientSecret"));
        const Got rotated = m_world->call("POST", path + "/rotate-secret");
        QVERIFY(!rotated.member("clientSecret").empty() &&
                rotated.member("clientSecret") != app.member("clientSecret"));
        QCOMPARE(m_world->call("PATCH", path, "{'clientSecret':'mine'}").firstError(),
                 std::string("/clientSecret read_only"));
        QCOMPARE(m_world->call("PATCH", path, "{'clientId':'mine'}").firstError(), std::string("/clientId read_only"));
        const Got spa =
            m_world->call("POST", "/tenants/acme/apps",
                          "{'name':'spa','type':'spa','auth':'none','redirectUris':['https://app.example/cb']}");
        QVERIFY(!spa.body.contains("clientSecret"));
        QCOMPARE(m_world->call("POST", "/tenants/acme/apps/" + spa.member("id") + "/rotate-secret").code(),
                 std::string("app_no_secret"));
    }
    void frontDoorAppsNameTheirTenants() {
        const Got app = m_world->call("POST", "/apps",
                                      "{'name':'suite','redirectUris':['https://app.example/cb'],'tenants':['acme']}");
        QCOMPARE(app.status, 201);
        QCOMPARE(m_world->call("GET", "/tenants/acme/apps/" + app.member("id")).status, 404);
        QCOMPARE(m_world
                     ->call("POST", "/tenants/acme/apps",
                            "{'name':'x','tenants':'all','redirectUris':['https://app.example/cb']}")
                     .firstError(),
                 std::string("/tenants unknown_member"));
    }
    void deactivatingSaysSoInTheLog() {
        const Got user = m_world->call("POST", "/tenants/acme/users", "{'userName':'ana','roles':['member']}");
        const std::string path = "/tenants/acme/users/" + user.member("id");
        QCOMPARE(m_world->call("POST", path + "/deactivate").status, 200);
        QCOMPARE(m_world->call("POST", path + "/deactivate").status, 200);
        QCOMPARE(m_world->call("POST", path + "/activate").status, 200);
        const QStringList log = m_world->logged("/tenants/acme/audit");
        QCOMPARE(log.filter("UserDeactivated").size(), 1);
        QCOMPARE(log.filter("RoleAssigned").size(), 1);
        QCOMPARE(log.filter("UserProvisioned").size(), 1);
    }
    void rolesOfALoginAreNotGivenByHand() {
        QCOMPARE(
            m_world->call("POST", "/tenants/acme/users", "{'userName':'ana','roles':[{'name':'admin','source':'sso'}]}")
                .firstError(),
            std::string("/roles/0/source read_only"));
    }
    void erasedPeopleLeaveTheLogIntact() {
        const Got user =
            m_world->call("POST", "/tenants/acme/users", "{'userName':'ana.secret','email':'ana.secret@acme.com'}");
        QCOMPARE(m_world->call("POST", "/tenants/acme/users/" + user.member("id") + "/erase").status, 204);
        const auto reply =
            m_world->dispatch({"GET", "/admin/v1/tenants/acme/audit", {{"Accept", "application/x-ndjson"}}, ""});
        QVERIFY(reply.body.find("ana.secret") == std::string::npos);
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < reply.body.size();) {
            const std::size_t end = reply.body.find('\n', at);
            lines.push_back(reply.body.substr(at, end - at));
            at = end + 1;
        }
        const audit::Verification verification = audit::verifyExport(lines);
        QVERIFY(verification.intact());
        QVERIFY(verification.erased > 0);
    }
    void everyChangeIsInTheLogWithBeforeAndAfter() {
        m_world->call("PATCH", "/tenants/acme/connections/" + m_connection,
                      "{'enabled':false,'clientSecret':'hush-hush'}");
        const Got log = m_world->call("GET", "/tenants/acme/audit?type=ConnectionUpdated");
        QCOMPARE(log.items().size(), std::size_t(1));
        QVERIFY(log.text.find("hush-hush") == std::string::npos);
        const json::Value record = log.items().front();
        QVERIFY(json::at(record, "/data/before/enabled") != nullptr &&
                json::at(record, "/data/before/enabled")->as_bool());
        QVERIFY(json::at(record, "/data/after/clientSecret") != nullptr);
        QVERIFY(json::at(record, "/data/requestId") != nullptr);
    }
    void keysRotate() {
        const Got active = m_world->call("POST", "/tenants/acme/keys/rotate");
        QCOMPARE(active.status, 200);
        QCOMPARE(active.member("state"), std::string("active"));
        QCOMPARE(m_world->call("POST", "/tenants/acme/keys/" + active.member("kid") + "/retire").code(),
                 std::string("keys_active"));
        QCOMPARE(m_world->call("POST", "/tenants/acme/keys/none/revoke").status, 404);
        const QStringList log = m_world->logged("/tenants/acme/audit");
        QVERIFY(log.contains("KeyActivated") && log.contains("KeyCreated"));
    }
    void domainsAreVerifiedByTheirRecord() {
        const Got domain = m_world->call("GET", "/tenants/acme/domains/acme.com");
        QCOMPARE(domain.member("status"), std::string("pending"));
        QCOMPARE(m_world->call("POST", "/tenants/acme/domains/acme.com/verify").code(),
                 std::string("domain_record_missing"));
        m_world->txt = {domain.member("txtRecord")};
        QCOMPARE(m_world->call("POST", "/tenants/acme/domains/acme.com/verify").member("status"),
                 std::string("verified"));
        m_world->addTenant("beta");
        m_world->call("POST", "/tenants/beta/domains", "{'name':'acme.com'}");
        QCOMPARE(m_world->call("POST", "/tenants/beta/domains/acme.com/verify", "{'assert':true}").code(),
                 std::string("domain_taken"));
    }
    void sealedTenantsAnswer503UntilTheyAreUnsealed() {
        QCOMPARE(m_world->call("PATCH", "/tenants/acme", "{'status':'sealed'}").status, 200);
        const Got sealed = m_world->call("GET", "/tenants/acme/users");
        QCOMPARE(sealed.status, 503);
        QCOMPARE(sealed.code(), std::string("tenant_sealed"));
        QCOMPARE(m_world->call("PATCH", "/tenants/acme", "{'status':'active'}").status, 200);
        QCOMPARE(m_world->call("GET", "/tenants/acme/users").status, 200);
        QVERIFY(m_world->logged("/audit").contains("CmkUnsealed"));
    }
    void deletedTenantsAreGone() {
        QCOMPARE(m_world->call("DELETE", "/tenants/acme").status, 204);
        QCOMPARE(m_world->call("GET", "/tenants/acme").status, 404);
        m_world->call("POST", "/tenants", "{'slug':'acme','name':'Acme again'}");
        QCOMPARE(m_world->call("GET", "/tenants/acme/connections").items().size(), std::size_t(0));
    }
    void listsPageAndSearch() {
        for (int i = 0; i < 5; ++i) {
            m_world->call("POST", "/tenants/acme/roles", "{'name':'role" + std::to_string(i) + "'}");
        }
        QStringList names;
        std::string cursor;
        do {
            const Got page =
                m_world->call("GET", "/tenants/acme/roles?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
            for (const json::Value& item : page.items()) {
                names << QString::fromStdString(std::string(json::stringMember(item.as_object(), "name").value_or("")));
            }
            cursor = page.member("nextCursor");
        } while (!cursor.empty());
        QCOMPARE(names, QStringList({"member", "role0", "role1", "role2", "role3", "role4"}));
        QCOMPARE(m_world->call("GET", "/tenants/acme/roles?q=ROLE3").items().size(), std::size_t(1));
        QCOMPARE(m_world->call("GET", "/tenants/acme/roles?cursor=!").code(), std::string("parameter_invalid"));
    }
    void previewsChangeNothing() {
        const std::string path = "/tenants/acme/connections/" + m_connection + "/preview";
        const Got created = m_world->call(
            "POST", path, "{'claims':{'sub':'1','email':'Ana@acme.com','name':'Ana','email_verified':true}}");
        QCOMPARE(created.status, 200);
        QCOMPARE(created.member("outcome"), std::string("create"));
        QVERIFY(knows<api::Preview>(created.body));
        const Got rejected = m_world->call("POST", path, "{'claims':{'sub':'1'}}");
        QCOMPARE(rejected.member("outcome"), std::string("reject"));
        QVERIFY(rejected.text.find("mapping_missing_email") != std::string::npos);
        QCOMPARE(m_world->call("POST", path, "{}").code(), std::string("preview_source"));
        QCOMPARE(m_world->call("POST", path, "{'idToken':'x'}").code(), std::string("preview_id_token"));
        QCOMPARE(m_world->call("POST", path, "{'claims':{},'mapping':{'attributes':7}}").status, 422);
        QCOMPARE(m_world->call("GET", "/tenants/acme/users").items().size(), std::size_t(0));
    }
    void theDoctorFindsNothingWrong() {
        const Got got = m_world->call("GET", "/doctor");
        QVERIFY2(json::boolMember(got.body, "ok").value_or(false), got.text.c_str());
        QVERIFY(knows<api::Doctor>(got.body));
    }
    void eventsAreSentAsTheyHappen() {
        std::mutex mutex;
        std::condition_variable arrived;
        std::vector<std::string> events;
        const auto handle =
            m_world->admin->live().subscribe(std::nullopt, [&](std::string_view event, std::string_view data) {
                const std::lock_guard lock(mutex);
                events.push_back(std::string(event) + " " + std::string(data));
                arrived.notify_all();
                return true;
            });
        m_world->call("POST", "/tenants/acme/users", "{'userName':'ana'}");
        std::unique_lock lock(mutex);
        const auto has = [&](std::string_view event, std::string_view text) {
            return std::any_of(events.begin(), events.end(), [&](const std::string& each) {
                return each.starts_with(event) && each.find(text) != std::string::npos;
            });
        };
        QVERIFY(arrived.wait_for(lock, std::chrono::seconds(10),
                                 [&] { return has("audit", "UserProvisioned") && has("status", "uptime"); }));
    }

private:
    /// True if the resource says nothing that its schema does not know, and what it says can be read.
    template <class T>
    static bool knows(const json::Object& body) {
        if (!api::fromJson<T>(body, api::Side::Reply)) {
            return false;
        }
        const json::Object again = api::toJson(*api::fromJson<T>(body, api::Side::Reply)).get_object();
        for (const auto& member : body) {
            if (!again.contains(member.key())) {
                qWarning("%s is not in the contract", std::string(member.key()).c_str());
                return false;
            }
        }
        return true;
    }

    std::unique_ptr<World> m_world;
    std::string m_connection;
};

QTEST_GUILESS_MAIN(TestResources)
#include "tst_resources.moc"
