// SPDX-License-Identifier: Apache-2.0
// The attacks on SCIM of security.md that need a whole service: SC-01 to SC-22.
#include <QtTest>

#include <QElapsedTimer>

#include "tests/flows/scim_client.h"

namespace gatehouse::flows {

class ScimAttacks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        for (const Tenant& tenant : {m_world->acme, m_world->evil}) {
            m_world->admin("PATCH", tenant.path(), {{"settings", {{"scim", {{"requestsPerSecond", 100000}}}}}});
        }
        m_client = std::make_unique<ScimClient>(*m_world, m_world->acme);
        m_evil = std::make_unique<ScimClient>(*m_world, m_world->evil);
        m_ann = m_client->addUser("ann", {{"externalId", "e-ann"}});
        m_group = m_client->addGroup("staff", {m_ann});
        m_before = state();
    }
    void cleanupTestCase() {
        m_client.reset();
        m_evil.reset();
        m_world.reset();
    }
    void cleanup() { QCOMPARE(state(), m_before); } // whatever was tried, nothing happened

    void nobodyComesInWithoutACredential_data() { // SC-01
        QTest::addColumn<QString>("token");
        QTest::newRow("none") << "";
        QTest::newRow("no token") << " ";
        QTest::newRow("of another tenant") << QString::fromStdString(m_evil->token);
        QTest::newRow("one letter off") << QString::fromStdString(
            m_client->token.substr(0, m_client->token.size() - 1) + (m_client->token.back() == 'A' ? "B" : "A"));
        QTest::newRow("of the Admin API") << QString::fromStdString(
            textAt(m_world->admin("POST", "/tokens", {{"role", "owner"}, {"name", "x"}}), "/token"));
        m_world->company.person(person("carol"));
        Browser browser = m_world->browser();
        QTest::newRow("a person's") << QString::fromStdString(m_world->tokensFor(browser, m_world->acme.app).access);
        m_before = state();
    }
    void nobodyComesInWithoutACredential() {
        QFETCH(QString, token);
        ScimClient client = *m_client;
        client.token = token.toStdString();
        for (const char* path : {"/Users", "/Groups", "/Schemas", "/ServiceProviderConfig", "/Nothing"}) {
            const Answer answer = client.send("GET", path);
            QCOMPARE(answer.status, token.startsWith("ey") ? 403 : 401); // of the right issuer, for something else
            QVERIFY(answer.headers.get("WWW-Authenticate").has_value());
            QVERIFY(answer.body.find("ann") == std::string::npos);
        }
        QVERIFY(client.send("DELETE", "/Users/" + m_ann).status >= 401);
        QVERIFY(client.send("GET", "/Users?access_token=" + m_client->token).status >= 401);
    }
    void aRefusalIsInTheLogOnceAMinute() {
        ScimClient client = *m_client;
        client.token = "wrong";
        m_world->clock.advance(Seconds(120));
        const std::size_t before = m_world->audit(m_world->acme, "AccessDenied").size();
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(client.send("GET", "/Users").status, 401);
        }
        QCOMPARE(m_world->audit(m_world->acme, "AccessDenied").size(), before + 1);
    }
    void idsOfAnotherTenantAreNobodys() { // SC-02
        const std::string patch = "[{'op':'replace','path':'active','value':false}]";
        for (const std::string& path : {"/Users/" + m_ann, "/Groups/" + m_group}) {
            const Answer foreign = m_evil->send("GET", path);
            const Answer none = m_evil->send("GET", "/Users/00000000-0000-7000-8000-000000000001");
            QCOMPARE(foreign.status, 404);
            QCOMPARE(foreign.body, none.body);
            QCOMPARE(m_evil->patch(path, patch).status, 404);
            QCOMPARE(m_evil->send("PUT", path, scimUser("x")).status, 404);
            QCOMPARE(m_evil->send("DELETE", path).status, 404);
            const Answer bulk =
                m_evil->send("POST", "/Bulk",
                             "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'Operations':["
                             "{'method':'DELETE','path':'" +
                                 path + "'}]}");
            QCOMPARE(textAt(bulk.object(), "/Operations/0/status"), std::string("404"));
        }
    }
    void filtersCompareTextAsText_data() { // SC-03, SC-05
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("SQL") << "userName eq \"x' OR 1=1--\"" << "0";
        QTest::newRow("wildcards") << "userName eq \"%\"" << "0";
        QTest::newRow("an underscore") << "userName eq \"an_\"" << "0";
        QTest::newRow("an escaped quote") << "userName eq \"\\\"\"" << "0";
        QTest::newRow("a backslash") << "userName sw \"\\\\\"" << "0";
        QTest::newRow("behind the end") << "userName eq \"a\" or id pr)" << "invalidFilter";
        QTest::newRow("an attribute that is SQL") << "userName);drop table users eq \"a\"" << "invalidFilter";
        QTest::newRow("a NUL") << "userName eq \"\\u0000\"" << "invalidFilter";
        QTest::newRow("a password") << "password sw \"a\"" << "invalidFilter";
        QTest::newRow("a password, present") << "password pr" << "invalidFilter";
        QTest::newRow("a column of ours") << "user_name_hash pr" << "invalidFilter";
        QTest::newRow("a tenant") << "meta.tenant eq \"x\"" << "invalidFilter";
    }
    void filtersCompareTextAsText() {
        QFETCH(QString, filter);
        QFETCH(QString, outcome);
        const Answer answer = m_client->send("GET", "/Users?filter=" + inQuery(filter.toStdString()));
        if (outcome == "0") {
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.object().at("totalResults"), json::Value(0));
        } else {
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.text("scimType"), outcome.toStdString());
        }
    }
    void deepAndLongFiltersAreRefusedAtOnce_data() { // SC-04, SC-06
        QTest::addColumn<QString>("filter");
        QTest::newRow("brackets") << QString("(").repeated(10000);
        QTest::newRow("nots") << QString("not (").repeated(10000);
        QTest::newRow("ands") << QString("a pr and ").repeated(10000) + "a pr";
        QTest::newRow("value paths") << QString("emails[").repeated(10000);
        QTest::newRow("a long text") << "userName co \"" + QString("a").repeated(60000) + "\"";
        QTest::newRow("nearly a megabyte") << "userName eq \"" + QString("a").repeated(1000000) + "\"";
    }
    void deepAndLongFiltersAreRefusedAtOnce() {
        QFETCH(QString, filter);
        const Answer answer =
            m_client->send("POST", "/Users/.search",
                           json::Object{{"schemas", json::Array{"urn:ietf:params:scim:api:messages:2.0:SearchRequest"}},
                                        {"filter", filter.toStdString()}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("scimType"), std::string("invalidFilter"));
        const Answer path = m_client->send(
            "PATCH", "/Users/" + m_ann,
            json::Object{{"schemas", json::Array{"urn:ietf:params:scim:api:messages:2.0:PatchOp"}},
                         {"Operations", json::Array{json::Object{{"op", "remove"},
                                                                 {"path", "emails[" + filter.toStdString() + "]"}}}}});
        QCOMPARE(path.status, 400);
    }
    void pathsLeadNowhereTheyShouldNot_data() { // SC-09
        QTest::addColumn<QString>("operation");
        for (const char* each :
             {"{'op':'replace','path':'id','value':'x'}", "{'op':'replace','path':'ID','value':'x'}",
              "{'op':'replace','path':'meta.created','value':'2020-01-01T00:00:00Z'}",
              "{'op':'replace','path':'tenantId','value':'x'}", "{'op':'add','path':'__proto__','value':{'a':1}}",
              "{'op':'add','path':'constructor.prototype','value':1}",
              "{'op':'add','path':'emails[type eq',"
              "'value':1}",
              "{'op':'replace','value':{'id':'x','title':'y'}}",
              "{'op':'replace','value':{'meta':{'version':'9'},'title':'y'}}", "{'op':'remove','path':'userName'}",
              "{'op':'remove'}", "{'op':'add','path':'groups','value':[{'value':'x'}]}",
              "{'op':'replace','path':'isAdmin','value':true}", "{'op':'evil','path':'title','value':'x'}"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void pathsLeadNowhereTheyShouldNot() {
        QFETCH(QString, operation);
        const Answer answer = m_client->patch("/Users/" + m_ann, "[{'op':'replace','path':'title','value':'before'}," +
                                                                     operation.toStdString() + "]");
        QCOMPARE(answer.status, 400);
        QVERIFY2(!answer.text("scimType").empty(), answer.body.c_str());
    }
    void nothingIsAssignedThatIsNotTheClients() { // SC-10
        const json::Object more{{"id", "00000000-0000-7000-8000-000000000007"},
                                {"meta", {{"version", "9"}}},
                                {"groups", json::Array{json::Object{{"value", m_group}}}},
                                {"externalId", m_ann}};
        const Answer made = m_client->send("POST", "/Users", scimUser("mass", more));
        QCOMPARE(made.status, 201);
        QVERIFY(made.text("id") != "00000000-0000-7000-8000-000000000007" && made.text("id") != m_ann);
        QVERIFY(!made.object().contains("groups"));
        QCOMPARE(m_client->send("GET", "/Users/" + made.text("id")).text("userName"), std::string("mass"));
        QCOMPARE(m_client->get("/Users/" + m_ann).at("externalId"),
                 json::Value("e-ann")); // an id of ours is no key of theirs
        QCOMPARE(m_client->send("POST", "/Users", scimUser("mass2", {{"isAdmin", true}})).status, 400);
        QCOMPARE(m_client->send("POST", "/Users", scimUser("mass3", {{"tenantId", "x"}})).status, 400);
        QCOMPARE(m_client->send("DELETE", "/Users/" + made.text("id")).status, 204);
    }
    void namesOfOthersAreNotTaken() { // SC-12
        const std::string bob = m_client->addUser("bob");
        for (const char* name : {"ann", "ANN", "Ann"}) {
            QCOMPARE(scimTypeOf(m_client->patch(
                         "/Users/" + bob, std::string("[{'op':'replace','path':'userName','value':'") + name + "'}]")),
                     std::string("uniqueness"));
        }
        QCOMPARE(scimTypeOf(m_client->patch(
                     "/Users/" + bob,
                     "[{'op':'replace','path':'emails','value':[{'value':'ANN@acme.example','primary':true}]}]")),
                 std::string("uniqueness"));
        QCOMPARE(m_client->send("DELETE", "/Users/" + bob).status, 204);
    }
    void bulkStaysWithinItsBounds() { // SC-15
        const auto bulk = [&](const std::string& operations, const std::string& more = {}) {
            return m_client->send("POST", "/Bulk",
                                  "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest']" + more +
                                      ",'Operations':[" + operations + "]}");
        };
        std::string many = "{'method':'DELETE','path':'/Users/x'}";
        for (int i = 0; i < 1000; ++i) {
            many += ",{'method':'DELETE','path':'/Users/x'}";
        }
        QCOMPARE(bulk(many).status, 413);
        QCOMPARE(bulk("{'method':'DELETE','path':'/Users/" + std::string(1'100'000, 'x') + "'}").status, 413);
        for (const char* path : {"/../admin/v1/tenants", "//evil.example/Users/x", "https://evil.example/Users/x",
                                 "/Bulk", "/Users/../Groups/x", "/Schemas"}) {
            QCOMPARE(textAt(bulk(std::string("{'method':'DELETE','path':'") + path + "'}").object(),
                            "/Operations/0/response/scimType"),
                     std::string("invalidPath"));
        }
        QCOMPARE(textAt(bulk("{'method':'GET','path':'/Users'}").object(), "/Operations/0/status"), std::string("400"));
        QCOMPARE(bulk("{'method':'DELETE','path':'/Users/x'}", ",'failOnErrors':-1").status, 400);
        const std::string circle = "{'method':'POST','path':'/"
                                   "Groups','bulkId':'a','data':{'schemas':['urn:ietf:params:scim:schemas:core:2.0:"
                                   "Group'],'displayName':'a','members':[{'value':'bulkId:b'}]}},"
                                   "{'method':'POST','path':'/"
                                   "Groups','bulkId':'b','data':{'schemas':['urn:ietf:params:scim:schemas:core:2.0:"
                                   "Group'],'displayName':'b','members':[{'value':'bulkId:a'}]}}";
        QCOMPARE(textAt(bulk(circle).object(), "/Operations/0/status"), std::string("409"));
    }
    void bodiesAreReadInOneWayOrNotAtAll_data() { // SC-18
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("status");
        const QByteArray good = R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"json"})";
        const QByteArray head = good.left(good.size() - 1);
        const QString scim = "application/scim+json";
        QTest::newRow("a member twice") << head + ",\"userName\":\"ann\"}" << scim << 400;
        QTest::newRow("a member twice in other case") << head + ",\"USERNAME\":\"ann\"}" << scim << 400;
        QTest::newRow("a NUL") << head + ",\"title\":\"a\\u0000b\"}" << scim << 400;
        QTest::newRow("a number beyond all") << head + ",\"title\":1e999}" << scim << 400;
        QTest::newRow("half a pair") << head + ",\"title\":\"\\ud800\"}" << scim << 400;
        QTest::newRow("a byte order mark") << "\xEF\xBB\xBF" + good << scim << 400;
        QTest::newRow("something behind it") << good + " x" << scim << 400;
        QTest::newRow("a comment") << "/* */" + good << scim << 400;
        QTest::newRow("too deep") << head + ",\"title\":" + QByteArray("[").repeated(10000) + "}" << scim << 400;
        QTest::newRow("a form") << QByteArray("userName=x") << QString("application/x-www-form-urlencoded") << 415;
        QTest::newRow("XML") << QByteArray("<User/>") << QString("application/xml") << 415;
        QTest::newRow("UTF-16") << good << QString("application/scim+json; charset=utf-16") << 415;
        QTest::newRow("a list") << QByteArray("[]") << scim << 400;
        QTest::newRow("nothing") << QByteArray(" ") << scim << 400;
        QTest::newRow("too large") << head + ",\"title\":\"" + QByteArray("x").repeated(1'100'000) + "\"}" << scim
                                   << 413;
    }
    void bodiesAreReadInOneWayOrNotAtAll() {
        QFETCH(QByteArray, body);
        QFETCH(QString, type);
        QFETCH(int, status);
        http::OutboundRequest request;
        request.method = "POST";
        request.url = m_client->url + "/Users";
        request.headers.set("Authorization", "Bearer " + m_client->token);
        request.headers.set("Content-Type", type.toStdString());
        request.body = body.toStdString();
        const Answer answer = exchange(*m_world->client, request);
        QCOMPARE(answer.status, status);
    }
    void addressesAreThoseOfTheConfiguration() { // SC-19
        http::Headers claims;
        claims.set("Forwarded", "host=evil.example");
        const Answer answer = m_client->send("GET", "/Users/" + m_ann, {}, claims);
        QVERIFY2(textAt(answer.object(), "/meta/location").starts_with(m_client->url), answer.body.c_str());
        QVERIFY(answer.body.find("evil") == std::string::npos);
    }
    void passwordsAreInNoAnswerAndNoLog() { // SC-22
        const Answer refused = m_client->send("POST", "/Users", scimUser("ann", {{"password", "Zq7hidden"}}));
        QCOMPARE(refused.status, 409);
        QCOMPARE(
            m_client->patch("/Users/" + m_ann, "[{'op':'replace','path':'password','value':'Zq7hidden'},{'op':'x'}]")
                .status,
            400);
        QVERIFY(refused.body.find("Zq7hidden") == std::string::npos);
        const std::string kept = json::write(json::Value(m_world->list(m_world->acme.path("/scim-requests"))));
        QVERIFY(kept.find("Zq7hidden") == std::string::npos);
        QVERIFY(kept.find(m_client->token) == std::string::npos);
        QVERIFY(json::write(json::Value(m_world->list(m_world->acme.path("/audit")))).find("Zq7hidden") ==
                std::string::npos);
    }

private:
    /// Everything that acme's directory holds.
    std::string state() { return m_client->send("GET", "/Users").body + m_client->send("GET", "/Groups").body; }

    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_client;
    std::unique_ptr<ScimClient> m_evil;
    std::string m_ann;
    std::string m_group;
    std::string m_before;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ScimAttacks)
#include "tst_scim_attacks.moc"
