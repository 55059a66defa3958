// SPDX-License-Identifier: Apache-2.0
// The SCIM service as a client meets it: lists and their pages, what is shown of a resource, states, Bulk, what the
// service says of itself, credentials, and what an administrator sees of it all.
#include <QtTest>

#include "tests/flows/scim_client.h"

namespace gatehouse::flows {

class ScimService : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_world->admin("PATCH", m_world->acme.path(), {{"settings", {{"scim", {{"requestsPerSecond", 100000}}}}}});
        m_client = std::make_unique<ScimClient>(*m_world, m_world->acme);
        for (int i = 0; i < 25; ++i) {
            const std::string name = "person" + std::to_string(100 + i);
            m_ids.push_back(client().addUser(name, {{"externalId", "E" + std::to_string(i)},
                                                    {"displayName", "Person " + std::to_string(99 - i)},
                                                    {"title", i % 5 == 0 ? "Lead" : "Engineer"}}));
            m_world->clock.advance(Seconds(1));
        }
    }
    void cleanupTestCase() {
        m_client.reset();
        m_world.reset();
    }

    void pagesFollowEachOtherByIndex() {
        QStringList seen;
        for (int start = 1; start <= 25; start += 10) {
            const json::Object page = client().get("/Users?count=10&startIndex=" + std::to_string(start));
            QCOMPARE(page.at("totalResults"), json::Value(25));
            QCOMPARE(page.at("startIndex"), json::Value(start));
            QCOMPARE(std::size_t(page.at("itemsPerPage").as_int64()), page.at("Resources").as_array().size());
            seen << idsOf(page);
        }
        QCOMPARE(seen, all());
        QVERIFY(idsOf(client().get("/Users?startIndex=26")).isEmpty());
        const json::Object none = client().get("/Users?count=0");
        QCOMPARE(none.at("totalResults"), json::Value(25));
        QVERIFY(none.at("Resources").as_array().empty());
        QCOMPARE(idsOf(client().get("/Users?startIndex=-3&count=-1")).size(), 0);
    }
    void pagesFollowEachOtherByCursor() { // RFC 9865
        QStringList seen;
        std::string cursor;
        std::string previous;
        for (int pages = 0; pages < 10; ++pages) {
            const json::Object page = client().get("/Users?count=10&cursor=" + cursor);
            QVERIFY(!page.contains("startIndex"));
            seen << idsOf(page);
            QCOMPARE(page.contains("previousCursor"), pages > 0);
            previous = textAt(page, "/previousCursor");
            cursor = textAt(page, "/nextCursor");
            if (cursor.empty()) {
                break;
            }
        }
        QCOMPARE(seen, all());
        QCOMPARE(idsOf(client().get("/Users?cursor=" + previous)), all().mid(10, 10));
    }
    void aCursorIsOfOneQuestionOneTenantAndOneHour() { // security.md SC-08
        const std::string cursor = textAt(client().get("/Users?count=5&cursor="), "/nextCursor");
        QCOMPARE(client().send("GET", "/Users?cursor=" + cursor).status, 200);
        QCOMPARE(scimTypeOf(client().send("GET", "/Groups?cursor=" + cursor)), std::string("invalidCursor"));
        QCOMPARE(scimTypeOf(client().send("GET", "/Users?filter=active%20eq%20true&cursor=" + cursor)),
                 std::string("invalidCursor"));
        ScimClient evil(world(), world().evil);
        QCOMPARE(scimTypeOf(evil.send("GET", "/Users?cursor=" + cursor)), std::string("invalidCursor"));
        std::string bent = cursor;
        bent[bent.size() / 2] = bent[bent.size() / 2] == 'A' ? 'B' : 'A';
        QCOMPARE(scimTypeOf(client().send("GET", "/Users?cursor=" + bent)), std::string("invalidCursor"));
        world().clock.advance(Seconds(3600));
        QCOMPARE(scimTypeOf(client().send("GET", "/Users?cursor=" + cursor)), std::string("expiredCursor"));
    }

    void filtersFind_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("count");
        QTest::newRow("user name in other case") << "userName eq 'PERSON103'" << 1;
        QTest::newRow("user name begins with") << "userName sw 'Person10'" << 10;
        QTest::newRow("external id") << "externalId eq 'E7'" << 1;
        QTest::newRow("external id in other case") << "externalId eq 'e7'" << 0;
        QTest::newRow("external id begins with") << "externalId sw 'E2'" << 6;
        QTest::newRow("id") << "id eq '" + QString::fromStdString(m_ids[4]) + "'" << 1;
        QTest::newRow("an address") << "emails.value eq 'person110@ACME.example'" << 1;
        QTest::newRow("an address for work") << "emails[type eq 'work'].value eq 'person110@acme.example'" << 1;
        QTest::newRow("an address at home") << "emails[type eq 'home' and value eq 'person110@acme.example']" << 0;
        QTest::newRow("addresses begin with") << "emails.value sw 'person11'" << 10;
        QTest::newRow("display name") << "displayName eq 'person 99'" << 1;
        QTest::newRow("anything else") << "title eq 'lead'" << 5;
        QTest::newRow("with and") << "userName sw 'person10' and title eq 'Lead'" << 2;
        QTest::newRow("with or") << "userName eq 'person100' or externalId eq 'E1'" << 2;
        QTest::newRow("with not") << "not (title eq 'Lead')" << 20;
        QTest::newRow("changed later than") << "meta.lastModified gt '2026-11-21T12:00:10Z'" << 14;
        QTest::newRow("active") << "active eq true" << 25;
        QTest::newRow("nobody") << "userName eq 'nobody'" << 0;
        QTest::newRow("in a group") << "groups.value eq 'nowhere'" << 0;
    }
    void filtersFind() {
        QFETCH(QString, filter);
        QFETCH(int, count);
        const json::Object page = client().find(filter.toStdString());
        QCOMPARE(json::integerMember(page, "totalResults").value_or(-1), count);
        QCOMPARE(idsOf(page).size(), count);
        const json::Object searched =
            client()
                .send("POST", "/Users/.search",
                      json::Object{{"schemas", json::Array{"urn:ietf:params:scim:api:messages:2.0:SearchRequest"}},
                                   {"filter", quoted(filter.toStdString())}})
                .object();
        QCOMPARE(idsOf(searched), idsOf(page));
    }
    void theIndexFollowsWhatChanges() {
        QCOMPARE(client().find("userName sw 'zoe'").at("totalResults"), json::Value(0));
        const std::string id = client().addUser("zoe1");
        QCOMPARE(client().find("userName sw 'zoe'").at("totalResults"), json::Value(1));
        QCOMPARE(client().patch("/Users/" + id, "[{'op':'replace','path':'userName','value':'yan1'}]").status, 200);
        QCOMPARE(client().find("userName sw 'zoe'").at("totalResults"), json::Value(0));
        QCOMPARE(client().find("userName sw 'YAN'").at("totalResults"), json::Value(1));
        QCOMPARE(client().send("DELETE", "/Users/" + id).status, 204);
        QCOMPARE(client().find("userName sw 'yan'").at("totalResults"), json::Value(0));
        world().admin("POST", world().acme.path("/users"), {{"userName", "zoe2"}, {"email", "zoe2@acme.example"}});
        const json::Object byHand = client().find("userName sw 'zoe'"); // whoever made them
        QCOMPARE(textAt(byHand, "/Resources/0/emails/0/value"), std::string("zoe2@acme.example"));
        QCOMPARE(client().send("DELETE", "/Users/" + textAt(byHand, "/Resources/0/id")).status, 204);
    }
    void listsAreSorted() {
        QCOMPARE(idsOf(client().get("/Users?sortBy=displayName&count=3")), QStringList(reversed(all()).mid(0, 3)));
        QCOMPARE(idsOf(client().get("/Users?sortBy=userName&sortOrder=descending&count=3")), reversed(all()).mid(0, 3));
        QCOMPARE(scimTypeOf(client().send("GET", "/Users?sortBy=password")), std::string("invalidValue"));
    }
    void onlyWhatIsAskedForIsShown() {
        const json::Object some = client().get("/Users/" + m_ids[0] + "?attributes=userName,emails.value");
        QCOMPARE(names(some), QStringLiteral("emails id schemas userName"));
        const json::Object without = client().get("/Users/" + m_ids[0] + "?excludedAttributes=emails,meta");
        QVERIFY(!without.contains("emails") && !without.contains("meta") && without.contains("title"));
        QCOMPARE(scimTypeOf(client().send("GET", "/Users?attributes=id&excludedAttributes=id")),
                 std::string("invalidValue"));
        const json::Object made = client().send("POST", "/Users?attributes=userName", scimUser("shown")).object();
        QCOMPARE(names(made), QStringLiteral("id schemas userName"));
        QCOMPARE(client().send("DELETE", "/Users/" + textAt(made, "/id")).status, 204);
    }
    void aStateIsMatchedOrRefused() {
        const std::string path = "/Users/" + m_ids[1];
        const Answer shown = client().send("GET", path);
        const std::string etag(shown.headers.get("ETag").value_or(""));
        QCOMPARE(etag, textAt(shown.object(), "/meta/version"));
        http::Headers known;
        known.set("If-None-Match", etag);
        const Answer same = client().send("GET", path, {}, known);
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.empty());
        http::Headers match;
        match.set("If-Match", etag);
        const std::string change = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
                                   "{'op':'replace','path':'nickName','value':'N'}]}";
        QCOMPARE(client().send("PATCH", path, change, match).status, 200);
        QCOMPARE(client().send("PATCH", path, change, match).status, 412);
        QCOMPARE(client().send("DELETE", path, {}, match).status, 412);
    }
    void aPatchThatFailsAtItsEndChangesNothing() {
        const std::string path = "/Users/" + m_ids[2];
        const std::string before = client().send("GET", path).body;
        QCOMPARE(scimTypeOf(client().patch(path, "[{'op':'replace','path':'title','value':'X'},"
                                                 "{'op':'replace','path':'id','value':'other'}]")),
                 std::string("mutability"));
        QCOMPARE(client().send("GET", path).body, before);
    }
    void bulkMakesPeopleAndTheirGroupAtOnce() {
        std::string operations = "{'method':'POST','path':'/Groups','bulkId':'g','data':{'schemas':["
                                 "'urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'of bulk','members':["
                                 "{'value':'bulkId:u0'},{'value':'bulkId:u119'}]}}";
        for (int i = 0; i < 120; ++i) { // more than one transaction takes
            operations += ",{'method':'POST','path':'/Users','bulkId':'u" + std::to_string(i) +
                          "','data':{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'bulk" +
                          std::to_string(i) + "'}}";
        }
        operations += ",{'method':'POST','path':'/Users','bulkId':'again','data':{'schemas':["
                      "'urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'BULK5'}}";
        const Answer answered = bulk(operations);
        QVERIFY2(answered.status == 200, answered.body.c_str());
        const json::Object answer = answered.object();
        const json::Array& done = answer.at("Operations").as_array();
        QCOMPARE(done.size(), std::size_t(122));
        QCOMPARE(textAt(done.front().as_object(), "/status"), std::string("201"));
        QCOMPARE(textAt(done.back().as_object(), "/status"), std::string("409"));
        QCOMPARE(textAt(done.back().as_object(), "/response/scimType"), std::string("uniqueness"));
        QCOMPARE(client().find("displayName eq 'of bulk'", "/Groups").at("totalResults"), json::Value(1));
        std::string removals;
        for (const json::Value& each : done) {
            const std::string location = textAt(each.as_object(), "/location");
            if (!location.empty()) {
                removals += (removals.empty() ? "{'method':'DELETE','path':'" : ",{'method':'DELETE','path':'") +
                            location.substr(client().url.size()) + "'}";
            }
        }
        world().admin("PATCH", world().acme.path(), {{"settings", {{"scim", {{"deactivationPercent", 100}}}}}});
        const Answer removed = bulk(removals);
        QVERIFY2(removed.status == 200, removed.body.c_str());
        const json::Object gone = removed.object();
        for (const json::Value& each : gone.at("Operations").as_array()) {
            QCOMPARE(textAt(each.as_object(), "/status"), std::string("204"));
        }
        QCOMPARE(client().find("userName sw 'bulk'").at("totalResults"), json::Value(0));
    }
    void bulkStopsAfterAsManyErrorsAsWereAllowed() {
        const std::string bad = "{'method':'DELETE','path':'/Users/nobody'}";
        const Answer answer = client().send(
            "POST", "/Bulk",
            "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'failOnErrors':2,'Operations':[" + bad +
                "," + bad + "," + bad + "]}");
        QCOMPARE(answer.object().at("Operations").as_array().size(), std::size_t(2));
    }

    void theServiceSaysWhatItIs() {
        for (const char* path : {"/ServiceProviderConfig", "/ResourceTypes", "/Schemas", "/ResourceTypes/User",
                                 "/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group", "/Users/", "/Schemas/"}) {
            const Answer answer = client().send("GET", path);
            QVERIFY2(answer.status == 200, path);
            QCOMPARE(std::string(answer.headers.get("Content-Type").value_or("")),
                     std::string("application/scim+json"));
        }
        QCOMPARE(client().send("GET", "/Schemas?filter=id%20pr").status, 403);
        QCOMPARE(client().send("GET", "/Schemas/urn:none").status, 404);
        QCOMPARE(client().send("GET", "/Me").status, 501);
        QCOMPARE(client().send("GET", "/Nothing").status, 404);
        QCOMPARE(client().send("GET", "/Users/a/b").status, 404);
        const Answer wrong = client().send("DELETE", "/Users");
        QCOMPARE(wrong.status, 405);
        QCOMPARE(std::string(wrong.headers.get("Allow").value_or("")), std::string("GET, POST"));
    }
    void aSearchOverEverythingFindsBothKinds() {
        const std::string group = client().addGroup("person100");
        const json::Object found =
            client()
                .send("POST", "/.search",
                      json::Object{{"schemas", json::Array{"urn:ietf:params:scim:api:messages:2.0:SearchRequest"}},
                                   {"filter", "displayName eq \"person100\" or displayName eq \"Person 99\""}})
                .object();
        QCOMPARE(idsOf(found), (QStringList{all().front(), QString::fromStdString(group)}));
        QCOMPARE(client().send("DELETE", "/Groups/" + group).status, 204);
    }

    void tokensAreRotatedWithAnOverlapAndEnd() {
        const std::string path = world().acme.path("/scim-tokens");
        ScimClient old(world(), world().acme, {{"name", "old"}, {"ttl", 7200}});
        const json::Object fresh = world().admin("POST", path + "/" + old.tokenId + "/rotate", {{"overlap", 600}});
        ScimClient successor = old;
        successor.token = textAt(fresh, "/token");
        QCOMPARE(old.send("GET", "/Users?count=1").status, 200);
        QCOMPARE(successor.send("GET", "/Users?count=1").status, 200);
        QCOMPARE(world().adminStatus("POST", path + "/" + old.tokenId + "/rotate", {{"overlap", 600}}), 409);
        const json::Object shown = world().admin("GET", path + "/" + old.tokenId);
        QCOMPARE(textAt(shown, "/replacedBy"), textAt(fresh, "/id"));
        QVERIFY(!shown.contains("token") || shown.at("token").is_null());
        world().clock.advance(Seconds(601));
        QCOMPARE(old.send("GET", "/Users?count=1").status, 401);
        QCOMPARE(successor.send("GET", "/Users?count=1").status, 200);
        QTRY_VERIFY(!textAt(world().admin("GET", path + "/" + textAt(fresh, "/id")), "/lastUsed").empty());
        QCOMPARE(world().adminStatus("DELETE", path + "/" + textAt(fresh, "/id")), 204);
        QCOMPARE(successor.send("GET", "/Users?count=1").status, 401);
    }
    void aTokenMayBeBoundToAddresses() {
        ScimClient elsewhere(world(), world().acme, {{"addresses", json::Array{"192.0.2.0/24"}}});
        QCOMPARE(elsewhere.send("GET", "/Users?count=1").status, 401);
        ScimClient here(world(), world().acme, {{"addresses", json::Array{"127.0.0.0/8"}}});
        QCOMPARE(here.send("GET", "/Users?count=1").status, 200);
        QCOMPARE(world().adminStatus("POST", world().acme.path("/scim-tokens"),
                                     {{"name", "x"}, {"addresses", json::Array{"nowhere"}}}),
                 422);
        QCOMPARE(
            world().adminStatus("POST", world().acme.path("/scim-tokens"), {{"name", "x"}, {"connectionId", "none"}}),
            422);
    }
    void aServiceProvisionsWithAnAccessToken() {
        const App robot = world().addApp("acme", "robot",
                                         {{"type", "service"},
                                          {"redirectUris", json::Array{}},
                                          {"postLogoutRedirectUris", json::Array{}},
                                          {"grantTypes", json::Array{"client_credentials"}},
                                          {"scopes", json::Array{"scim", "reports"}}});
        const auto tokenFor = [&](const char* scope) {
            http::Parameters form;
            form.append("grant_type", "client_credentials");
            form.append("scope", scope);
            return world().call(robot, "token", std::move(form)).text("access_token");
        };
        ScimClient byOAuth = client();
        byOAuth.token = tokenFor("scim");
        QCOMPARE(byOAuth.send("GET", "/Users?count=1").status, 200);
        byOAuth.token = tokenFor("reports");
        const Answer refused = byOAuth.send("GET", "/Users?count=1");
        QCOMPARE(refused.status, 403);
        QVERIFY(std::string(refused.headers.get("WWW-Authenticate").value_or("")).find("insufficient_scope") !=
                std::string::npos);
    }
    void tooManyRequestsAreToldWhenToComeBack() {
        world().admin("PATCH", world().evil.path(), {{"settings", {{"scim", {{"requestsPerSecond", 3}}}}}});
        ScimClient evil(world(), world().evil);
        int let = 0;
        Answer last;
        for (int i = 0; i < 10; ++i) {
            last = evil.send("GET", "/Users?count=1");
            let += last.status == 200 ? 1 : 0;
        }
        QCOMPARE(let, 6);
        QCOMPARE(last.status, 429);
        QCOMPARE(std::string(last.headers.get("Retry-After").value_or("")), std::string("1"));
        QCOMPARE(client().send("GET", "/Users?count=1").status, 200); // others do not wait
        world().clock.advance(Seconds(1));
        QCOMPARE(evil.send("GET", "/Users?count=1").status, 200);
    }

    void everyRequestIsKeptWithWhatItChangedAndCanBeReplayed() {
        const std::string id = client().addUser("kept", {{"password", "Zq7secret"}});
        QCOMPARE(client().patch("/Users/" + id, "[{'op':'replace','path':'title','value':'Boss'}]").status, 200);
        QCOMPARE(client().patch("/Users/" + id, "[{'op':'replace','path':'none','value':'Boss'}]").status, 400);
        const json::Array kept = world().list(world().acme.path("/scim-requests?resource=" + id));
        QCOMPARE(kept.size(), std::size_t(2)); // the refused one changed nobody
        const json::Object one =
            world().admin("GET", world().acme.path("/scim-requests/" + textAt(kept.front().as_object(), "/id")));
        QCOMPARE(textAt(one, "/changes/0/path"), std::string("title"));
        QCOMPARE(textAt(one, "/changes/0/after"), std::string("Boss"));
        QCOMPARE(textAt(one, "/clientName"), std::string("directory"));
        const json::Object made =
            world().admin("GET", world().acme.path("/scim-requests/" + textAt(kept.back().as_object(), "/id")));
        QVERIFY(json::write(made).find("Zq7secret") == std::string::npos);
        const json::Array failed = world().list(world().acme.path("/scim-requests?outcome=failure"));
        QCOMPARE(textAt(failed.front().as_object(), "/scimType"), std::string("invalidPath"));

        // The same again: the title would stay, the person would be there already; and nothing happens.
        const std::string before = client().send("GET", "/Users/" + id).body;
        QCOMPARE(client().patch("/Users/" + id, "[{'op':'replace','path':'title','value':'Other'}]").status, 200);
        const std::string after = client().send("GET", "/Users/" + id).body;
        const json::Object again =
            world().admin("POST", world().acme.path("/scim-requests/" + textAt(one, "/id") + "/replay"));
        QCOMPARE(again.at("status"), json::Value(200));
        QCOMPARE(textAt(again, "/changes/0/before"), std::string("Other"));
        QCOMPARE(textAt(again, "/changes/0/after"), std::string("Boss"));
        const json::Object twice =
            world().admin("POST", world().acme.path("/scim-requests/" + textAt(made, "/id") + "/replay"));
        QCOMPARE(textAt(twice, "/scimType"), std::string("uniqueness"));
        QVERIFY(before != after);
        QCOMPARE(client().send("GET", "/Users/" + id).body, after);
    }

private:
    World& world() { return *m_world; }
    ScimClient& client() { return *m_client; }
    Answer bulk(const std::string& operations) {
        return client().send("POST", "/Bulk",
                             "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'Operations':[" +
                                 operations + "]}");
    }
    QStringList all() const {
        QStringList ids;
        for (const std::string& id : m_ids) {
            ids << QString::fromStdString(id);
        }
        return ids;
    }
    static QStringList reversed(QStringList list) {
        std::reverse(list.begin(), list.end());
        return list;
    }
    static QStringList idsOf(const json::Object& page) {
        QStringList ids;
        if (const json::Array* list = json::arrayMember(page, "Resources")) {
            for (const json::Value& each : *list) {
                ids << QString::fromStdString(textAt(each.as_object(), "/id"));
            }
        }
        return ids;
    }
    static QString names(const json::Object& object) {
        QStringList out;
        for (const auto& member : object) {
            out << QString::fromStdString(std::string(member.key()));
        }
        out.sort();
        return out.join(' ');
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_client;
    std::vector<std::string> m_ids;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ScimService)
#include "tst_scim_service.moc"
