// SPDX-License-Identifier: Apache-2.0
// Two services made alike: what acme pulls from the other tenant's service, and what it pushes there.
#include <QtTest>

#include "tests/flows/scim_client.h"

namespace gatehouse::flows {

class ScimSync : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        for (const auto& [tenant, percent] : {std::pair(&m_world->acme, 10), {&m_world->evil, 100}}) {
            m_world->admin("PATCH", tenant->path(),
                           {{"settings", {{"scim", {{"requestsPerSecond", 1000}, {"deactivationPercent", percent}}}}}});
        }
        m_here = std::make_unique<ScimClient>(*m_world, m_world->acme);
        m_there = std::make_unique<ScimClient>(*m_world, m_world->evil);
    }
    void cleanup() {
        m_here.reset();
        m_there.reset();
        m_world.reset();
    }

    void pullsPeopleAndGroups() {
        const std::string ann = there().addUser(
            "ann", {{"displayName", "Ann"},
                    {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", {{"department", "R&D"}}}});
        const std::string bob = there().addUser(
            "bob", {{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", {{"manager", {{"value", ann}}}}}});
        const std::string inner = there().addGroup("inner", {bob});
        there().addGroup("outer", {ann, inner});
        const std::string sync = add("pull");

        const json::Object plan = act(sync, "preview");
        QCOMPARE(number(plan, "creates"), 4);
        QVERIFY(world().list(world().acme.path("/users")).empty()); // nothing was written

        const json::Object run = act(sync, "run");
        QCOMPARE(number(run, "created"), 4);
        QCOMPARE(number(run, "failed"), 0);
        const json::Object annHere = one(here().find("externalId eq '" + ann + "'"));
        QCOMPARE(textAt(annHere, "/displayName"), std::string("Ann"));
        QCOMPARE(textAt(annHere, "/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department"),
                 std::string("R&D"));
        const json::Object bobHere = one(here().find("userName eq 'bob'"));
        QCOMPARE(textAt(bobHere, "/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value"),
                 textAt(annHere, "/id"));
        QCOMPARE(namesOf(bobHere, "groups"), std::string("inner,outer"));

        QCOMPARE(number(act(sync, "preview"), "same"), 4);
        QVERIFY(act(sync, "preview").at("steps").as_array().empty());
        QCOMPARE(number(act(sync, "run"), "updated"), 0);
        const json::Object state = world().admin("GET", world().acme.path("/scim-syncs/" + sync));
        QCOMPARE(number(state, "people"), 2);
        QCOMPARE(number(state, "groupCount"), 2);
        QVERIFY(!state.contains("token"));
        QCOMPARE(state.at("hasToken").as_bool(), true);
        QCOMPARE(world().audit(world().acme, "ProvisioningRun").size(), std::size_t(2)); // somebody asked for both
        QCOMPARE(textAt(world().audit(world().acme, "UserProvisioned").front(), "/actor/id"), sync);
    }

    void pullsWhatTheCatalogDescribes() {
        constexpr const char* kUrn = "urn:ietf:params:scim:schemas:extension:catalog:2.0:User";
        for (const Tenant* tenant : {&world().acme, &world().evil}) {
            world().admin("POST", tenant->path("/catalog"), {{"name", "badge"}});
        }
        there().addUser("ann", {{kUrn, {{"badge", "B-1"}}}});
        const std::string sync = add("pull");
        act(sync, "run");
        const json::Object ann = one(here().find("userName eq 'ann'"));
        QCOMPARE(textAt(ann, "/" + std::string(kUrn) + "/badge"), std::string("B-1"));
        QVERIFY(act(sync, "preview").at("steps").as_array().empty());
    }

    void followsWhatChangesAtTheSource() {
        const std::string ann = there().addUser("ann", {{"title", "Engineer"}});
        const std::string bob = there().addUser("bob");
        const std::string team = there().addGroup("team", {ann});
        const std::string sync = add("pull");
        act(sync, "run");
        there().patch("/Users/" + ann, "[{'op':'replace','path':'displayName','value':'Ann B'},"
                                       "{'op':'remove','path':'title'}]");
        there().patch("/Users/" + bob, "[{'op':'replace','path':'active','value':false}]");
        there().patch("/Groups/" + team, "[{'op':'add','path':'members','value':[{'value':'" + bob +
                                             "'}]},"
                                             "{'op':'remove','path':'members[value eq \\'" +
                                             ann + "\\']'}]");
        const json::Object plan = act(sync, "preview");
        QCOMPARE(number(plan, "updates"), 2);
        QCOMPARE(number(plan, "deactivates"), 1);
        QCOMPARE(number(plan, "drifted"), 0);
        act(sync, "run");
        const json::Object annHere = one(here().find("userName eq 'ann'"));
        QCOMPARE(textAt(annHere, "/displayName"), std::string("Ann B"));
        QVERIFY(!annHere.contains("title"));
        const json::Object bobHere = one(here().find("userName eq 'bob'"));
        QCOMPARE(bobHere.at("active").as_bool(), false);
        QCOMPARE(namesOf(annHere, "groups") + "|" + namesOf(bobHere, "groups"), std::string("|team"));
        QVERIFY(act(sync, "preview").at("steps").as_array().empty());
    }

    void whoIsGoneLosesAccessAndWhoIsAStrangerDoesNot_data() {
        QTest::addColumn<QString>("leaving");
        QTest::addColumn<QString>("becomes");
        QTest::newRow("deactivate") << "deactivate" << "inactive";
        QTest::newRow("delete") << "delete" << "gone";
        QTest::newRow("keep") << "keep" << "active";
    }
    void whoIsGoneLosesAccessAndWhoIsAStrangerDoesNot() {
        QFETCH(QString, leaving);
        QFETCH(QString, becomes);
        here().addUser("stranger");
        const std::string ann = there().addUser("ann");
        const std::string sync = add("pull", {{"leaving", leaving.toStdString()}});
        act(sync, "run");
        there().send("DELETE", "/Users/" + ann);
        const json::Object plan = act(sync, "preview");
        QCOMPARE(number(plan, "strangers"), 1);
        act(sync, "run");
        const json::Object found = here().find("userName eq 'ann'");
        const bool isGone = number(found, "totalResults") == 0;
        QCOMPARE(isGone                              ? QString("gone")
                 : one(found).at("active").as_bool() ? QString("active")
                                                     : QString("inactive"),
                 becomes);
        QCOMPARE(one(here().find("userName eq 'stranger'")).at("active").as_bool(), true);
    }

    void whoWasHereBeforeIsTakenOver() {
        const std::string id = here().addUser("ANN", {{"nickName", "mine"}});
        there().addUser("ann", {{"displayName", "Ann"}});
        const std::string sync = add("pull");
        QCOMPARE(number(act(sync, "run"), "updated"), 1);
        const json::Object ann = here().get("/Users/" + id);
        QCOMPARE(textAt(ann, "/displayName"), std::string("Ann"));
        QCOMPARE(textAt(ann, "/nickName"), std::string("mine"));
        QCOMPARE(textAt(ann, "/userName"), std::string("ANN")); // the case of a name is no difference
    }

    void manyWhoWouldLoseAccessAreAskedFor() { // console.md U01
        std::vector<std::string> ids;
        for (int i = 0; i < 20; ++i) {
            ids.push_back(there().addUser("p" + std::to_string(i)));
        }
        const std::string sync = add("pull");
        act(sync, "run");
        world().clock.advance(Seconds(7200)); // nobody is new any longer
        for (int i = 0; i < 6; ++i) {
            there().patch("/Users/" + ids[std::size_t(i)], "[{'op':'replace','path':'active','value':false}]");
        }
        there().patch("/Users/" + ids[10], "[{'op':'replace','path':'displayName','value':'Ten'}]");
        const json::Object plan = act(sync, "preview");
        QCOMPARE(number(plan, "leaving"), 6);
        QCOMPARE(plan.at("asks").as_bool(), true);
        QCOMPARE(world().adminStatus("POST", runPath(sync)), 422);
        QCOMPARE(world().adminStatus("POST", runPath(sync), {{"confirm", 5}}), 422);
        QCOMPARE(number(here().find("active eq false"), "totalResults"), 0);
        // By itself it does everything but that, and says so.
        world().admin("PATCH", world().acme.path("/scim-syncs/" + sync), {{"enabled", true}});
        QTRY_COMPARE(number(state(sync), "heldBack"), 6);
        QCOMPARE(textAt(one(here().find("userName eq 'p10'")), "/displayName"), std::string("Ten"));
        QCOMPARE(number(here().find("active eq false"), "totalResults"), 0);
        const json::Object run = world().admin("POST", runPath(sync), {{"confirm", 6}});
        QCOMPARE(number(run, "deactivated"), 6);
        QCOMPARE(number(here().find("active eq false"), "totalResults"), 6);
        QCOMPARE(number(state(sync), "heldBack"), 0);
    }

    void pushesSoonAfterAChange() {
        const std::string ann = here().addUser("ann", {{"displayName", "Ann"}});
        here().addGroup("team", {ann});
        const std::string sync = add("push");
        QTRY_COMPARE(number(there().find("externalId eq '" + ann + "'"), "totalResults"), 1);
        QTRY_COMPARE(namesOf(one(there().find("userName eq 'ann'")), "groups"), std::string("team"));
        here().patch("/Users/" + ann, "[{'op':'replace','path':'displayName','value':'Ann B'}]");
        QTRY_COMPARE(textAt(one(there().find("userName eq 'ann'")), "/displayName"), std::string("Ann B"));
        here().send("DELETE", "/Users/" + ann);
        QTRY_COMPARE(one(there().find("userName eq 'ann'")).at("active").as_bool(), false);
    }

    void driftIsSeenAndReconciled() {
        const std::string ann = here().addUser("ann", {{"displayName", "Ann"}});
        const std::string bob = here().addUser("bob");
        const std::string sync = add("push", {{"enabled", false}});
        act(sync, "run");
        const std::string annThere = textAt(one(there().find("userName eq 'ann'")), "/id");
        there().patch("/Users/" + annThere, "[{'op':'replace','path':'displayName','value':'Somebody'},"
                                            "{'op':'add','path':'nickName','value':'theirs'}]");
        here().patch("/Users/" + bob, "[{'op':'add','path':'title','value':'Boss'}]");
        const json::Object plan = act(sync, "preview");
        QCOMPARE(number(plan, "drifted"), 1);
        std::map<std::string, std::string> causes;
        for (const json::Value& each : plan.at("steps").as_array()) {
            causes[textAt(each.get_object(), "/name")] = textAt(each.get_object(), "/cause");
        }
        QCOMPARE(causes.at("ann"), std::string("drift"));
        QCOMPARE(causes.at("bob"), std::string("source"));
        act(sync, "run");
        const json::Object after = there().get("/Users/" + annThere);
        QCOMPARE(textAt(after, "/displayName"), std::string("Ann"));
        QCOMPARE(textAt(after, "/nickName"), std::string("theirs")); // was never ours to take away
        QVERIFY(act(sync, "preview").at("steps").as_array().empty());
    }

    void driftIsLookedForByItself() {
        here().addUser("ann", {{"displayName", "Ann"}});
        const std::string sync = add("push", {{"every", 3600}});
        QTRY_COMPARE(number(there().find("userName eq 'ann'"), "totalResults"), 1);
        QTRY_COMPARE(textAt(state(sync), "/problem"), std::string());
        const std::string annThere = textAt(one(there().find("userName eq 'ann'")), "/id");
        there().patch("/Users/" + annThere, "[{'op':'replace','path':'displayName','value':'Somebody'}]");
        QTest::qWait(1500);
        QCOMPARE(number(state(sync), "drifted"), 0); // not yet
        world().clock.advance(Seconds(3601));
        QTRY_COMPARE(number(state(sync), "drifted"), 1);
        QCOMPARE(world().audit(world().acme, "ProvisioningDrift").size(), std::size_t(1));
        QCOMPARE(textAt(there().get("/Users/" + annThere), "/displayName"), std::string("Somebody"));
    }

    void onlyTheGroupsThatAreNamedGoThere() {
        const std::string ann = here().addUser("ann");
        const std::string bob = here().addUser("bob");
        here().addUser("eve");
        const std::string inner = here().addGroup("inner", {bob});
        const std::string team = here().addGroup("team", {ann, inner});
        const std::string sync = add("push", {{"groups", json::Array{"team"}}, {"enabled", false}});
        QCOMPARE(number(act(sync, "run"), "created"), 3); // two people and the group itself
        QCOMPARE(number(there().find("userName eq 'eve'"), "totalResults"), 0);
        here().patch("/Groups/" + team, "[{'op':'remove','path':'members[value eq \\'" + ann + "\\']'}]");
        QCOMPARE(number(act(sync, "run"), "deactivated"), 1);
        QCOMPARE(one(there().find("userName eq 'ann'")).at("active").as_bool(), false);
        QCOMPARE(one(there().find("userName eq 'bob'")).at("active").as_bool(), true);
    }

    void whatIsRefusedIsSaidAndNotSentAgain() {
        there().addUser("taken", {{"externalId", "of somebody else"}});
        const std::string sync = add("push", {{"enabled", false}});
        here().addUser("taken@acme.example", {{"emails", json::Array{}}});
        here().addUser("fine");
        there().addUser("other", {{"emails", json::Array{json::Object{{"value", "fine@acme.example"}}}}});
        const json::Object run = act(sync, "run");
        QCOMPARE(number(run, "failed"), 1); // its address is somebody's there
        std::string detail;
        for (const json::Value& each : run.at("steps").as_array()) {
            if (textAt(each.get_object(), "/state") == "refused") {
                detail = textAt(each.get_object(), "/detail");
            }
        }
        QVERIFY2(detail.starts_with("409 uniqueness"), detail.c_str());
        QCOMPARE(world().list(world().acme.path("/scim-syncs/" + sync + "/runs")).size(), std::size_t(1));
    }

    void aServiceThatIsAwayIsSaidToBe() {
        const std::string sync = add("pull", {{"url", "http://127.0.0.1:9/scim/v2"}, {"enabled", true}});
        QCOMPARE(world().adminStatus("POST", previewPath(sync)), 503);
        QTRY_COMPARE(textAt(state(sync), "/problem"), std::string("outbound.connect"));
        QVERIFY(!textAt(state(sync), "/nextRun").empty());
    }

    void aWrongTokenIsNoEmptyDirectory() {
        there().addUser("ann");
        const std::string sync = add("pull");
        act(sync, "run");
        world().admin("PATCH", world().acme.path("/scim-syncs/" + sync), {{"token", "wrong"}});
        QCOMPARE(world().adminStatus("POST", runPath(sync)), 503);
        QCOMPARE(one(here().find("userName eq 'ann'")).at("active").as_bool(), true);
        QCOMPARE(textAt(state(sync), "/problem"), std::string("scim_sync.refused"));
    }

    void itsDefinitionIsJudged() {
        const std::string path = world().acme.path("/scim-syncs");
        const json::Object good{{"name", "app"}, {"direction", "push"}, {"url", there().url}, {"token", "t"}};
        const auto with = [&](std::string_view member, json::Value value) {
            json::Object out = good;
            out[member] = std::move(value);
            return out;
        };
        for (const json::Object& bad :
             {with("direction", "sideways"), with("url", "app.example"), with("url", "https://app.example/?x=1"),
              with("every", 5), with("leaving", "shout"), with("connectionId", json::Value(world().acme.connection)),
              with("shoe", 43)}) {
            QVERIFY2(world().adminStatus("POST", path, bad) == 422, json::write(bad).c_str());
        }
        const std::string id = textAt(world().admin("POST", path, good), "/id");
        QCOMPARE(world().adminStatus("POST", path, good), 409);
        const std::string one = path + "/" + id;
        QCOMPARE(world().adminStatus("PATCH", one, {{"direction", "pull"}}), 422);
        QCOMPARE(world().adminStatus("PATCH", one, {{"url", "https://elsewhere.example/scim"}}), 422); // RP-22
        QCOMPARE(world().adminStatus("PATCH", one, {{"url", "https://elsewhere.example/scim"}, {"token", "n"}}), 200);
        QCOMPARE(world().adminStatus("GET", world().evil.path("/scim-syncs/" + id)), 404);
        QCOMPARE(world().adminStatus("DELETE", one), 204);
        QCOMPARE(world().adminStatus("GET", one + "/runs"), 404);
    }

private:
    World& world() { return *m_world; }
    ScimClient& here() { return *m_here; }
    ScimClient& there() { return *m_there; }

    std::string add(const std::string& direction, const json::Object& more = {}) {
        json::Object wanted{
            {"name", "other"}, {"direction", direction}, {"url", there().url}, {"token", there().token}};
        if (direction == "pull") {
            wanted["enabled"] = false;
        }
        for (const auto& member : more) {
            wanted[member.key()] = member.value();
        }
        return textAt(world().admin("POST", world().acme.path("/scim-syncs"), wanted), "/id");
    }
    std::string previewPath(const std::string& id) { return world().acme.path("/scim-syncs/" + id + "/preview"); }
    std::string runPath(const std::string& id) { return world().acme.path("/scim-syncs/" + id + "/run"); }
    json::Object act(const std::string& id, const std::string& what) {
        return world().admin("POST", world().acme.path("/scim-syncs/" + id + "/" + what));
    }
    json::Object state(const std::string& id) { return world().admin("GET", world().acme.path("/scim-syncs/" + id)); }
    static int number(const json::Object& object, std::string_view name) {
        return int(json::integerMember(object, name).value_or(-1));
    }
    static json::Object one(const json::Object& page) {
        const json::Array& resources = page.at("Resources").as_array();
        if (resources.size() != 1) {
            qFatal("%zu resources", resources.size());
        }
        return resources.front().as_object();
    }
    static std::string namesOf(const json::Object& object, std::string_view member) {
        std::vector<std::string> names;
        if (const json::Array* list = json::arrayMember(object, member)) {
            for (const json::Value& each : *list) {
                names.push_back(textAt(each.get_object(), "/display"));
            }
        }
        std::sort(names.begin(), names.end());
        std::string out;
        for (const std::string& name : names) {
            out += (out.empty() ? "" : ",") + name;
        }
        return out;
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_here, m_there;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ScimSync)
#include "tst_scim_sync.moc"
