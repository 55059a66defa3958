// SPDX-License-Identifier: Apache-2.0
// A person whom a directory provisions: who signs in as that person, what a sign-in may not change, and that everything
// ends when the directory says so.
#include <QtTest>

#include "tests/flows/relying_party.h"
#include "tests/flows/scim_client.h"

namespace gatehouse::flows {

class ScimLifecycle : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_client = std::make_unique<ScimClient>(*m_world, m_world->acme);
        m_world->company.person(person("ann"));
    }
    void cleanup() {
        m_client.reset();
        m_world.reset();
    }

    void everythingEndsWithTheDeactivation_data() {
        QTest::addColumn<QString>("how");
        for (const char* each : {"a path", "no path", "a text", "PUT", "DELETE", "Bulk"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void everythingEndsWithTheDeactivation() { // security.md SC-13
        QFETCH(QString, how);
        RelyingParty party;
        const App app = world().addApp("acme", "told", {{"backchannelLogoutUri", party.address()}});
        const std::string id = client().addUser("ann@acme.example", {{"externalId", "subject-of-ann"}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app, {{"scope", "openid email offline_access"}});
        QCOMPARE(tokens.claim("sub"), id);
        QVERIFY(world().isActive(app, tokens.access));

        leave(how, id);

        QVERIFY(!world().isActive(app, tokens.access));
        QCOMPARE(world().userinfoStatus(app.issuer, tokens.access), 401);
        QCOMPARE(world().refresh(app, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(world().signIn(browser, app, {{"prompt", "none"}}).at("error"), std::string("login_required"));
        QTRY_COMPARE(party.told().size(), std::size_t(1));
        const auto records = world().audit(world().acme, how == "DELETE" ? "UserErased" : "UserDeactivated");
        QCOMPARE(records.size(), std::size_t(1));
        QCOMPARE(textAt(records.front(), "/actor/id"), client().tokenId);
    }
    void whatEndedStaysSoWhenThePersonComesBack() {
        const std::string id = client().addUser("ann@acme.example", {{"externalId", "subject-of-ann"}});
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, world().acme.app, {{"scope", "openid email offline_access"}});
        leave("a path", id);
        Browser other = world().browser();
        (void)world().signIn(other, world().acme.app);
        QCOMPARE(world().lastFailure(world().acme), std::string("login.user_inactive"));
        QCOMPARE(client().patch("/Users/" + id, "[{'op':'replace','path':'active','value':true}]").status, 200);
        QVERIFY(!world().isActive(world().acme.app, tokens.access));
        QCOMPARE(world().refresh(world().acme.app, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        Browser again = world().browser();
        QCOMPARE(world().tokensFor(again, world().acme.app).claim("sub"), id);
    }

    void aSignInIsThePersonThatTheDirectoryMade_data() {
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("found"); // whom of the three
        QTest::newRow("by external id first") << "externalId,userName,email" << "external";
        QTest::newRow("by user name first") << "userName,externalId,email" << "name";
        QTest::newRow("by e-mail first") << "email,userName" << "address";
        QTest::newRow("by nothing else than e-mail") << "email" << "address";
        QTest::newRow("by user name alone") << "userName" << "name";
    }
    void aSignInIsThePersonThatTheDirectoryMade() {
        QFETCH(QString, order);
        QFETCH(QString, found);
        json::Array matching;
        for (const QString& each : order.split(',')) {
            matching.emplace_back(each.toStdString());
        }
        world().admin("PATCH", world().acme.path(), {{"settings", {{"matching", matching}}}});
        std::map<QString, std::string> ids;
        ids["external"] = client().addUser("one", {{"externalId", "subject-of-ann"}});
        ids["name"] = client().addUser("ann@acme.example", {{"emails", json::Array{}}});
        ids["address"] =
            client().addUser("two", {{"emails", json::Array{json::Object{{"value", "ann@acme.example"}}}}});
        Browser browser = world().browser();
        QCOMPARE(world().tokensFor(browser, world().acme.app).claim("sub"), ids[found]);
    }
    void anotherProviderDoesNotSpeakForThePerson() { // standards/04, 8: the same binding
        ScriptedIdp branch(world().clock);
        const std::string other = world().addConnection("acme", "branch", branch);
        ScimClient theirs(world(), world().acme, {{"connectionId", other}});
        const std::string id =
            theirs.addUser("ann@acme.example", {{"externalId", "subject-of-ann"}, {"emails", json::Array{}}});
        Browser browser = world().browser(); // by the company's provider
        (void)world().signIn(browser, world().acme.app, kHint);
        QCOMPARE(world().lastFailure(world().acme), std::string("login.link_conflict"));
        QVERIFY(world().admin("GET", world().acme.path("/users/" + id)).at("identities").as_array().empty());
    }
    void withTwoConnectionsADirectoryHasToSayWhoseItIs() {
        ScriptedIdp branch(world().clock);
        world().addConnection("acme", "branch", branch);
        const std::string nobodys =
            client().addUser("ann@acme.example", {{"externalId", "subject-of-ann"}, {"emails", json::Array{}}});
        Browser browser = world().browser();
        (void)world().signIn(browser, world().acme.app, kHint);
        QCOMPARE(world().lastFailure(world().acme), std::string("login.link_conflict"));
        QVERIFY(world().admin("GET", world().acme.path("/users/" + nobodys)).at("identities").as_array().empty());
        ScimClient companys(world(), world().acme, {{"connectionId", world().acme.connection}});
        world().company.person(person("bob"));
        const std::string id =
            companys.addUser("bob@acme.example", {{"externalId", "subject-of-bob"}, {"emails", json::Array{}}});
        Browser other = world().browser();
        QCOMPARE(world().tokensFor(other, world().acme.app, {{"login_hint", "bob@acme.example"}}).claim("sub"), id);
    }
    void aSignInDoesNotOverwriteWhatIsTheDirectorys() {
        const std::string id = client().addUser(
            "ann@acme.example", {{"externalId", "subject-of-ann"}, {"displayName", "Ann of the directory"}});
        json::Object claims = person("ann");
        claims["name"] = "Ann of the provider";
        claims["email"] = "elsewhere@acme.example";
        world().company.person(claims);
        Browser browser = world().browser();
        (void)world().tokensFor(browser, world().acme.app);
        const json::Object user = world().admin("GET", world().acme.path("/users/" + id));
        QCOMPARE(textAt(user, "/displayName"), std::string("Ann of the directory"));
        QCOMPARE(textAt(user, "/email"), std::string("ann@acme.example@acme.example"));
        QCOMPARE(textAt(user, "/authority/displayName"), std::string("scim"));
        QCOMPARE(textAt(user, "/authority/givenName"), std::string());
        QVERIFY(namesIn(user, "roles").find("member") != std::string::npos); // roles come by sign-in as ever
    }
    void anAdministratorDoesNotEither() {
        const std::string id = client().addUser("ann@acme.example", {{"displayName", "Ann"}});
        const std::string path = world().acme.path("/users/" + id);
        QCOMPARE(world().adminStatus("PATCH", path, {{"displayName", "Other"}}), 422);
        QCOMPARE(world().adminStatus("PATCH", path, {{"email", "other@acme.example"}}), 422);
        QCOMPARE(world().adminStatus("PATCH", path, {{"givenName", "Ann"}}), 200); // not the directory's
        QCOMPARE(world().adminStatus("POST", path + "/deactivate"), 200);          // an administrator's word in need
        QCOMPARE(client().get("/Users/" + id).at("active"), json::Value(false));
    }
    void anAddressFromADirectoryIsNotProven() { // security.md SC-12
        const std::string id = client().addUser("ann@acme.example");
        QCOMPARE(world().admin("GET", world().acme.path("/users/" + id)).at("emailVerified"), json::Value(false));
    }
    void anAdministratorIsNotRenamedButMayLeave() {
        const std::string id = client().addUser("ann@acme.example", {{"externalId", "subject-of-ann"}});
        world().admin("POST", "/admins", {{"tenant", "acme"}, {"user", id}, {"role", "tenant-admin"}});
        for (const char* names : {"'path':'externalId','value':'subject-of-eve'", "'path':'userName','value':'eve'",
                                  "'path':'emails','value':[{'value':'eve@acme.example'}]"}) {
            QCOMPARE(client().patch("/Users/" + id, std::string("[{'op':'replace',") + names + "}]").status, 403);
        }
        QCOMPARE(client().patch("/Users/" + id, "[{'op':'replace','path':'title','value':'Boss'}]").status, 200);
        QCOMPARE(client().patch("/Users/" + id, "[{'op':'replace','path':'active','value':false}]").status, 200);
    }
    void whoWasMadeBySignInIsAdoptedByAnUpdate() {
        Browser browser = world().browser();
        const std::string id = world().tokensFor(browser, world().acme.app).claim("sub");
        QCOMPARE(client().send("POST", "/Users", scimUser("ann@acme.example")).status, 409);
        const json::Object found = client().find("userName eq 'ann@acme.example'");
        QCOMPARE(textAt(found, "/Resources/0/id"), id);
        QCOMPARE(client().patch("/Users/" + id, "[{'op':'add','path':'externalId','value':'e-1'}]").status, 200);
        const json::Object user = world().admin("GET", world().acme.path("/users/" + id));
        QCOMPARE(textAt(user, "/externalId"), std::string("e-1"));
        QCOMPARE(textAt(user, "/authority/email"), std::string("scim"));
    }
    void groupsGiveTheirRolesToEveryMember() {
        const std::string ann = client().addUser("ann@acme.example", {{"externalId", "subject-of-ann"}});
        const std::string inner = client().addGroup("inner", {ann});
        const std::string outer = client().addGroup("outer", {inner});
        world().admin("PATCH", world().acme.path("/groups/" + outer), {{"roles", json::Array{"auditor"}}});
        Browser browser = world().browser();
        Tokens tokens = world().tokensFor(browser, world().acme.app, {{"scope", "openid email groups"}});
        QCOMPARE(json::write(tokens.claims.at("roles")), std::string("[\"auditor\",\"member\"]"));
        QCOMPARE(json::write(tokens.claims.at("groups")), std::string("[\"inner\",\"outer\"]"));
        QCOMPARE(textAt(client().get("/Users/" + ann), "/groups/1/type"), std::string("indirect"));
        QCOMPARE(
            client()
                .patch("/Groups/" + outer, "[{'op':'remove','path':'members','value':[{'value':'" + inner + "'}]}]")
                .status,
            204);
        QCOMPARE(namesIn(world().admin("GET", world().acme.path("/users/" + ann)), "roles"), std::string("member"));
        QCOMPARE(world().audit(world().acme, "RoleRemoved").size(), std::size_t(1));
    }
    void whatEverybodyMayDoIsListedWithWhy() {
        const std::string ann = client().addUser("ann@acme.example", {{"displayName", "=Ann, \"A\""}});
        const std::string bob = client().addUser("bob");
        const std::string group = client().addGroup("staff", {ann});
        world().admin("PATCH", world().acme.path("/roles/auditor"), {{"permissions", json::Array{"books:read"}}});
        const json::Object preview = world().admin("POST", world().acme.path("/groups/" + group + "/preview"),
                                                   {{"roles", json::Array{"auditor"}}});
        QCOMPARE(preview.at("gained"), json::Value(1));
        QCOMPARE(textAt(preview, "/gains/0/userId"), ann);
        QCOMPARE(textAt(preview, "/gains/0/role"), std::string("auditor"));
        QCOMPARE(world().audit(world().acme, "RoleAssigned").size(), std::size_t(0)); // it was a question
        world().admin("PATCH", world().acme.path("/groups/" + group), {{"roles", json::Array{"auditor"}}});
        QCOMPARE(world().audit(world().acme, "RoleAssigned").size(), std::size_t(1));
        const json::Object lost =
            world().admin("POST", world().acme.path("/groups/" + group + "/preview"), {{"roles", json::Array{}}});
        QCOMPARE(textAt(lost, "/losses/0/userName"), std::string("ann@acme.example"));

        const json::Object access = world().admin("GET", world().acme.path("/users/" + ann + "/access"));
        QCOMPARE(textAt(access, "/roles/0/name"), std::string("auditor"));
        QCOMPARE(textAt(access, "/roles/0/source"), std::string("scim"));
        QCOMPARE(textAt(access, "/roles/0/groups/0"), std::string("staff"));
        QCOMPARE(textAt(access, "/roles/0/permissions/0"), std::string("books:read"));
        QCOMPARE(world().list(world().acme.path("/entitlements")).size(), std::size_t(2));
        const admin::api::Reply csv = world().adminReply("GET", world().acme.path("/entitlements?format=csv"));
        QVERIFY(csv.body.find("\"'=Ann, \"\"A\"\"\"") != std::string::npos); // no formula, and one field
        QVERIFY(csv.body.find("staff,auditor,scim,,staff,books:read\r\n") != std::string::npos);
        QVERIFY(csv.body.find(bob + ",bob,,bob@acme.example,,true,,,,,,\r\n") != std::string::npos);
        QCOMPARE(world().adminStatus("GET", world().acme.path("/entitlements?format=pdf")), 400);
    }
    void tooManyDeactivationsWaitForAnAdministrator() {
        world().admin("PATCH", world().acme.path(),
                      {{"settings", {{"scim", {{"requestsPerSecond", 1000}, {"deactivationPercent", 10}}}}}});
        std::vector<std::string> ids;
        for (int i = 0; i < 12; ++i) {
            ids.push_back(client().addUser("user" + std::to_string(i)));
        }
        QCOMPARE(client().send("DELETE", "/Users/" + client().addUser("mistake")).status, 204);
        world().clock.advance(Seconds(3600));
        int gone = 0;
        Answer last;
        for (const std::string& id : ids) {
            last = client().patch("/Users/" + id, "[{'op':'replace','path':'active','value':false}]");
            gone += last.status == 200 ? 1 : 0;
        }
        QCOMPARE(gone, 5); // five in any case
        QCOMPARE(last.status, 403);
        QCOMPARE(client().send("DELETE", "/Users/" + ids.back()).status, 403);
        QCOMPARE(client().get("/Users/" + ids.back()).at("active"), json::Value(true));
        const json::Object held = world().admin("GET", world().acme.path("/scim"));
        QCOMPARE(held.at("heldBack"), json::Value(8));
        QCOMPARE(held.at("bound"), json::Value(5));
        const std::size_t actions = world().audit(world().acme, "AdminAction").size();
        QCOMPARE(world().admin("POST", world().acme.path("/scim/release")).at("heldBack"), json::Value(0));
        QCOMPARE(world().audit(world().acme, "AdminAction").size(), actions + 1);
        QCOMPARE(client().send("DELETE", "/Users/" + ids.back()).status, 204);
        ids.pop_back();
        world().clock.advance(Seconds(2 * 3600));
        QCOMPARE(client().send("DELETE", "/Users/" + ids.back()).status, 204); // another hour
    }

private:
    World& world() { return *m_world; }
    ScimClient& client() { return *m_client; }

    void leave(const QString& how, const std::string& id) {
        int status = 0;
        if (how == "a path") {
            status = client().patch("/Users/" + id, "[{'op':'replace','path':'active','value':false}]").status;
        } else if (how == "no path") {
            status = client().patch("/Users/" + id, "[{'op':'Replace','value':{'active':false}}]").status;
        } else if (how == "a text") {
            status = client().patch("/Users/" + id, "[{'op':'Replace','path':'active','value':'False'}]").status;
        } else if (how == "PUT") {
            status = client().send("PUT", "/Users/" + id, scimUser("ann@acme.example", {{"active", false}})).status;
        } else if (how == "DELETE") {
            status = client().send("DELETE", "/Users/" + id).status;
        } else {
            status = client()
                         .send("POST", "/Bulk",
                               "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'Operations':["
                               "{'method':'PATCH','path':'/Users/" +
                                   id +
                                   "','data':{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],"
                                   "'Operations':[{'op':'replace','path':'active','value':false}]}}]}")
                         .status;
        }
        QVERIFY2(status == 200 || status == 204, std::to_string(status).c_str());
    }

    inline static const Changes kHint{{"login_hint", "ann@acme.example"}}; ///< which leads to the company's provider
    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_client;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ScimLifecycle)
#include "tst_scim_lifecycle.moc"
