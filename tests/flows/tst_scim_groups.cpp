// SPDX-License-Identifier: Apache-2.0
// Groups over SCIM: within each other, protected, large, and changed by several at once.
#include <QtTest>

#include "tests/flows/scim_client.h"
#include "tests/flows/together.h"

namespace gatehouse::flows {

class ScimGroups : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->admin("PATCH", m_world->acme.path(), {{"settings", {{"scim", {{"requestsPerSecond", 100000}}}}}});
        m_client = std::make_unique<ScimClient>(*m_world, m_world->acme);
    }
    void cleanup() {
        m_client.reset();
        m_world.reset();
    }

    void aMemberHasToBeThere() { // security.md SC-02
        const std::string ann = client().addUser("ann");
        ScimClient evil(world(), world().evil);
        const std::string stranger = evil.addUser("stranger");
        const std::string group = client().addGroup("staff", {ann});
        for (const std::string& id : {stranger, std::string("nobody")}) {
            QCOMPARE(scimTypeOf(addMember(group, id)), std::string("invalidValue"));
            QCOMPARE(scimTypeOf(client().patch("/Groups/" + group, "[{'op':'add','path':'members','value':[{'value':'" +
                                                                       ann + "'},{'value':'" + id + "'}]}]")),
                     std::string("invalidValue"));
        }
        QCOMPARE(textAt(client().get("/Groups/" + group), "/meta/version"), std::string("W/\"1\""));
        QCOMPARE(evil.send("GET", "/Groups/" + group).status, 404);
        QCOMPARE(evil.send("DELETE", "/Users/" + ann).status, 404);
        QCOMPARE(evil.find("id eq '" + ann + "'").at("totalResults"), json::Value(0));
    }
    void groupsLieWithinEachOtherButInNoCircle() {
        const std::string ann = client().addUser("ann");
        const std::string inner = client().addGroup("inner", {ann});
        const std::string middle = client().addGroup("middle", {inner});
        const std::string outer = client().addGroup("outer", {middle});
        QCOMPARE(textAt(client().get("/Groups/" + outer), "/members/0/type"), std::string("Group"));
        for (const std::string& circle : {outer, middle, inner}) {
            QCOMPARE(scimTypeOf(addMember(inner, circle)), std::string("invalidValue"));
        }
        const json::Object person = client().get("/Users/" + ann);
        QCOMPARE(person.at("groups").as_array().size(), std::size_t(3));
        QCOMPARE(client().find("groups.value eq '" + outer + "'").at("totalResults"), json::Value(1));
        QCOMPARE(client().send("DELETE", "/Groups/" + middle).status, 204);
        QCOMPARE(client().get("/Users/" + ann).at("groups").as_array().size(), std::size_t(1));
    }
    void aGroupThatIsProtectedIsNotTheDirectorys() { // security.md SC-17
        const std::string ann = client().addUser("ann");
        const std::string group = client().addGroup("bosses");
        world().admin("PATCH", world().acme.path("/groups/" + group),
                      {{"protected", true}, {"roles", json::Array{"admin"}}});
        QCOMPARE(addMember(group, ann).status, 403);
        QCOMPARE(scimTypeOf(addMember(group, ann)), std::string("mutability"));
        QCOMPARE(client().send("DELETE", "/Groups/" + group).status, 403);
        QCOMPARE(client()
                     .send("PUT", "/Groups/" + group,
                           "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'bosses','members'"
                           ":[{'value':'" +
                               ann + "'}]}")
                     .status,
                 403);
        QVERIFY(!client().get("/Groups/" + group).contains("members"));
        QCOMPARE(namesIn(world().admin("GET", world().acme.path("/users/" + ann)), "roles"), std::string());
    }
    void whatIsThereAlreadyAndWhatIsNotChangesNothing() {
        const std::string ann = client().addUser("ann");
        const std::string bob = client().addUser("bob");
        const std::string group = client().addGroup("staff", {ann});
        QCOMPARE(addMember(group, ann).status, 204);
        QCOMPARE(client()
                     .patch("/Groups/" + group, "[{'op':'remove','path':'members','value':[{'value':'" + bob + "'}]}]")
                     .status,
                 204);
        QCOMPARE(textAt(client().get("/Groups/" + group), "/meta/version"), std::string("W/\"1\""));
        QCOMPARE(addMember(group, bob).status, 204);
        QCOMPARE(textAt(client().get("/Groups/" + group), "/meta/version"), std::string("W/\"2\""));
        const Answer shown = client().send("PATCH", "/Groups/" + group + "?attributes=displayName",
                                           "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
                                           "{'op':'replace','path':'displayName','value':'crew'}]}");
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.text("displayName"), std::string("crew"));
        QVERIFY(!shown.object().contains("members"));
    }
    void anEmptyGroupIsLeftWhenAllMembersGo() {
        const std::string group = client().addGroup("staff", {client().addUser("ann"), client().addUser("bob")});
        QCOMPARE(client().patch("/Groups/" + group, "[{'op':'remove','path':'members'}]").status, 204);
        QVERIFY(!client().get("/Groups/" + group).contains("members"));
    }
    void aNameIsOfOneGroup() {
        const std::string staff = client().addGroup("staff");
        const std::string crew = client().addGroup("crew");
        QCOMPARE(scimTypeOf(client().send(
                     "POST", "/Groups",
                     "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'staff'}")),
                 std::string("uniqueness"));
        QCOMPARE(
            scimTypeOf(client().patch("/Groups/" + crew, "[{'op':'replace','path':'displayName','value':'staff'}]")),
            std::string("uniqueness"));
        QCOMPARE(client().find("displayName eq 'STAFF'", "/Groups").at("totalResults"), json::Value(1));
        QCOMPARE(client().find("members.value eq 'nobody'", "/Groups").at("totalResults"), json::Value(0));
        QCOMPARE(staff.empty(), false);
    }
    void oneOfManyWinsAndNothingIsLost() { // security.md SC-16
        const std::string id = client().addUser("ann");
        http::Headers match;
        match.set("If-Match", "W/\"1\"");
        std::atomic<int> won{0};
        std::atomic<int> late{0};
        together(8, [&](int i) {
            const int status = client()
                                   .send("PATCH", "/Users/" + id,
                                         "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'"
                                         "op':'replace','path':'title','value':'" +
                                             std::to_string(i) + "'}]}",
                                         match)
                                   .status;
            won += status == 200 ? 1 : 0;
            late += status == 412 ? 1 : 0;
        });
        QCOMPARE(won.load(), 1);
        QCOMPARE(late.load(), 7);
        QCOMPARE(textAt(client().get("/Users/" + id), "/meta/version"), std::string("W/\"2\""));
    }
    void membersThatComeAtOnceAllStay() {
        std::vector<std::string> ids;
        for (int i = 0; i < 8; ++i) {
            ids.push_back(client().addUser("user" + std::to_string(i)));
        }
        const std::string group = client().addGroup("staff");
        together(8, [&](int i) { (void)addMember(group, ids[std::size_t(i)]); });
        QCOMPARE(client().get("/Groups/" + group).at("members").as_array().size(), std::size_t(8));
    }

    void anAdministratorReadsAndChangesMembersInParts() {
        const std::string ann = client().addUser("ann");
        const std::string bob = client().addUser("bob");
        const std::string inner = client().addGroup("inner");
        const std::string staff = client().addGroup("staff", {inner});
        const std::string path = world().acme.path("/groups/" + staff);
        world().admin("PATCH", path, {{"roles", json::Array{"auditor"}}});
        const json::Object came =
            world().admin("POST", path + "/members", {{"add", json::Array{ann, bob, ann}}, {"remove", json::Array()}});
        QCOMPARE(came.at("added"), json::Value(2));
        QCOMPARE(world().audit(world().acme, "RoleAssigned").size(), std::size_t(2));
        const json::Object first = world().admin("GET", path + "/members?limit=1");
        QCOMPARE(textAt(first, "/items/0/type"), std::string("group"));
        QCOMPARE(textAt(first, "/items/0/name"), std::string("inner"));
        QCOMPARE(textAt(first, "/items/1/userName"), std::string("ann"));
        const json::Object second =
            world().admin("GET", path + "/members?limit=1&cursor=" + textAt(first, "/nextCursor"));
        QCOMPARE(textAt(second, "/items/0/userName"), std::string("bob"));
        QVERIFY(second.at("nextCursor").is_null());
        const json::Object lean = world().list(world().acme.path("/groups?members=false")).at(1).get_object();
        QCOMPARE(lean.at("memberCount"), json::Value(2));
        QCOMPARE(lean.at("members"), json::Value(json::Array()));
        QCOMPARE(world().admin("GET", path).at("memberCount"), json::Value(2));
        QCOMPARE(world().admin("POST", path + "/members", {{"remove", json::Array{bob}}}).at("removed"),
                 json::Value(1));
        QCOMPARE(world().audit(world().acme, "RoleRemoved").size(), std::size_t(1));
        ScimClient evil(world(), world().evil);
        const std::string stranger = evil.addUser("stranger");
        QVERIFY(world().adminStatus("POST", path + "/members", {{"add", json::Array{stranger}}}) >= 400);
        QCOMPARE(world().adminStatus("GET", world().evil.path("/groups/" + staff + "/members")), 404);
    }

private:
    World& world() { return *m_world; }
    ScimClient& client() { return *m_client; }
    Answer addMember(const std::string& group, const std::string& id) {
        return client().patch("/Groups/" + group, "[{'op':'add','path':'members','value':[{'value':'" + id + "'}]}]");
    }
    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_client;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ScimGroups)
#include "tst_scim_groups.moc"
