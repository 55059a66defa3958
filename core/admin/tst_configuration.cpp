// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

const std::string kDocument =
    "{'gatehouse':1,'tenants':[{'slug':'acme','name':'Acme Corp','settings':{'roleMode':'merge'},"
    "'domains':[{'name':'acme.com','status':'verified'}],'roles':[{'name':'admin'},{'name':'member','permissions':['a:"
    "b']}],"
    "'connections':[{'name':'okta','type':'oidc','issuer':'https://"
    "idp.acme.com','clientId':'c','clientSecret':'s3cret',"
    "'mapping':{'defaultRoles':['member']}}],"
    "'apps':[{'name':'portal','redirectUris':['https://app.example/cb']}]}],"
    "'apps':[{'name':'suite','redirectUris':['https://suite.example/cb'],'tenants':'all'}]}";

QStringList changesOf(const Got& got) {
    QStringList out;
    const json::Array* changes = json::arrayMember(got.body, "changes");
    for (const json::Value& change : changes == nullptr ? json::Array() : *changes) {
        const json::Object& each = change.as_object();
        out << QString::fromStdString(std::string(json::stringMember(each, "action").value_or("")) + " " +
                                      std::string(json::stringMember(each, "resource").value_or("")) + " " +
                                      std::string(json::stringMember(each, "name").value_or("")));
    }
    return out;
}

} // namespace

class TestConfiguration : public QObject {
    Q_OBJECT
private slots:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void aDocumentMakesAWorld() {
        const Got applied = m_world->call("POST", "/apply", kDocument);
        QVERIFY2(applied.status == 200, applied.text.c_str());
        QCOMPARE(changesOf(applied),
                 QStringList({"create tenant acme", "create domain acme.com", "create role admin", "create role member",
                              "create connection okta", "create app portal", "create app suite"}));
        QVERIFY(applied.text.find("s3cret") == std::string::npos);
        QVERIFY(applied.text.find("clientSecret") != std::string::npos); // of the new apps, once
        QCOMPARE(m_world->call("GET", "/tenants/acme/domains/acme.com").member("status"), std::string("verified"));
        QVERIFY(m_world->logged("/tenants/acme/audit").contains("ConnectionCreated"));
    }
    void applyingTwiceChangesNothing() {
        m_world->call("POST", "/apply", kDocument);
        std::string again = kDocument;
        again.replace(again.find("'clientSecret':'s3cret',"), 24, "");
        QCOMPARE(changesOf(m_world->call("POST", "/apply", again)), QStringList());
    }
    void applyingAnExportChangesNothing() {
        m_world->call("POST", "/apply", kDocument);
        const Got exported = m_world->call("GET", "/export");
        QVERIFY(exported.text.find("s3cret") == std::string::npos);
        const Got applied = m_world->call("POST", "/apply?prune=true", exported.text);
        QVERIFY2(applied.status == 200, applied.text.c_str());
        QCOMPARE(changesOf(applied), QStringList());
        World other;
        QCOMPARE(other.call("POST", "/apply", exported.text).status, 200);
        QCOMPARE(other.call("GET", "/export").text, exported.text);
    }
    void aDryRunChangesNothing() {
        const Got planned = m_world->call("POST", "/apply?dryRun=true", kDocument);
        QCOMPARE(planned.status, 200);
        QCOMPARE(changesOf(planned).size(), 7);
        QCOMPARE(m_world->call("GET", "/tenants").items().size(), std::size_t(0));
        QCOMPARE(m_world->call("POST", "/apply", kDocument).status, 200);
    }
    void pruneDeletesWhatIsNotNamed() {
        m_world->call("POST", "/apply", kDocument);
        const Got pruned =
            m_world->call("POST", "/apply?prune=true",
                          "{'gatehouse':1,'tenants':[{'slug':'acme','name':'Acme Corp','settings':{'roleMode':'merge'},"
                          "'roles':[{'name':'admin'}]}]}");
        QCOMPARE(changesOf(pruned), QStringList({"delete role member"}));
        QCOMPARE(m_world->call("GET", "/tenants/acme/connections").items().size(), std::size_t(1));
    }
    void everyProblemHasItsPlaceInTheDocument() {
        const Got refused =
            m_world->call("POST", "/apply",
                          "{'gatehouse':1,'extra':0,'tenants':[{'slug':'acme','name':'A',"
                          "'connections':[{'name':'okta','issuer':'nope','clientId':'c'},{'name':'okta'}],"
                          "'apps':[{'name':'portal','redirectUris':['javascript:alert(1)']}]}]}");
        QCOMPARE(refused.status, 422);
        for (const char* pointer : {"/extra", "/tenants/0/connections/0/issuer", "/tenants/0/connections/1/name",
                                    "/tenants/0/apps/0/redirectUris"}) {
            QVERIFY2(refused.text.find("\"" + std::string(pointer) + "\"") != std::string::npos, pointer);
        }
        QCOMPARE(m_world->call("GET", "/tenants").items().size(), std::size_t(0));
    }
    void documentsOfAnotherVersionAreRefused() {
        QCOMPARE(m_world->call("POST", "/apply", "{'gatehouse':2}").firstError(),
                 std::string("/gatehouse unknown_value"));
    }

private:
    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
