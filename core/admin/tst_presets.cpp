// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

#include "admin/api/codec.h"
#include "saml/presets/presets.h"

using namespace gatehouse;
using namespace gatehouse::admin;

class TestPresets : public QObject {
    Q_OBJECT
    static constexpr const char* kConnections = "/tenants/acme/connections";

    json::Object create(const std::string& members) {
        const Got got = m_world->call("POST", kConnections,
                                      "{'name':'vendor','metadataUrl':'https://idp.example/m'," + members + "}");
        if (got.status != 201) {
            qFatal("%s", got.text.c_str());
        }
        return got.body;
    }
    static json::Object defaultsOf(const char* name) {
        return saml::presets::defaultsOf(*saml::presets::presetOf(name));
    }

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->addTenant("acme");
    }
    void cleanup() { m_world.reset(); }

    void allAreListedAndFitTheContract() {
        const Got got = m_world->call("GET", "/presets?limit=500");
        QCOMPARE(got.items().size(), saml::presets::all().size());
        std::vector<std::string> names;
        for (const json::Value& item : got.items()) {
            const auto read = api::fromJson<api::Preset>(item, api::Side::Reply);
            QVERIFY(read);
            QVERIFY(api::toJson(*read) == item);
            names.emplace_back(*json::stringMember(item.as_object(), "name"));
        }
        QVERIFY(std::is_sorted(names.begin(), names.end()));
        QCOMPARE(m_world->call("GET", "/presets?q=MICROSOFT").items().size(), std::size_t(1));
        QCOMPARE(m_world->call("GET", "/presets?limit=4").items().size(), std::size_t(4));
    }
    void oneIsShownWithTheVendorsWords() {
        const Got entra = m_world->call("GET", "/presets/entra");
        QCOMPARE(entra.status, 200);
        QCOMPARE(std::string(entra.body.at("labels").at("entityId").as_string()),
                 std::string("Identifier (Entity ID)"));
        QCOMPARE(m_world->call("GET", "/presets/nobody").status, 404);
    }
    void itGivesWhatTheConnectionDoesNotSay() {
        const json::Object made = create("'preset':'keycloak'");
        QCOMPARE(std::string(*json::stringMember(made, "type")), std::string("saml"));
        for (const auto& member : defaultsOf("keycloak")) {
            QVERIFY2(made.at(member.key()) == member.value(), std::string(member.key()).c_str());
        }
        QVERIFY(made.at("signRequests").as_bool());
    }
    void whatTheConnectionSaysComesFirst() {
        const json::Object made =
            create("'preset':'keycloak','wantAssertionsSigned':true,'nameIdFormat':'','mapping':{}");
        QVERIFY(made.at("wantAssertionsSigned").as_bool());
        QCOMPARE(std::string(*json::stringMember(made, "nameIdFormat")), std::string());
        QVERIFY(made.at("mapping").as_object().empty());
    }
    void aMergePatchChangesWhatItNamesAlone() {
        const std::string path =
            std::string(kConnections) + "/" + std::string(*json::stringMember(create("'preset':'keycloak'"), "id"));
        const Got patched = m_world->call("PATCH", path, "{'preset':'entra'}");
        QCOMPARE(patched.status, 200);
        QCOMPARE(std::string(*json::stringMember(patched.body, "preset")), std::string("entra"));
        QVERIFY(!patched.body.at("wantAssertionsSigned").as_bool());
        QVERIFY(patched.body.at("acrMapping").as_array().empty());
    }
    void aDocumentThatIsAppliedAgainChangesNothing() {
        const std::string document =
            "{'gatehouse':1,'tenants':[{'slug':'acme','name':'Acme','connections':[{'name':'vendor',"
            "'preset':'entra','metadataUrl':'https://idp.example/m'}]}]}";
        QCOMPARE(m_world->call("POST", "/apply", document).status, 200);
        const Got first = m_world->call("GET", std::string(kConnections) + "/vendor");
        QVERIFY(first.body.at("mapping") == defaultsOf("entra").at("mapping"));
        QCOMPARE(m_world->call("POST", "/apply", document).status, 200);
        QCOMPARE(m_world->call("GET", std::string(kConnections) + "/vendor").etag, first.etag);
    }
    void aNameThatThereIsNotIsRefused() {
        const std::string rest = "'name':'vendor','metadataUrl':'https://idp.example/m'}";
        QCOMPARE(m_world->call("POST", kConnections, "{'preset':'nobody','type':'saml'," + rest).firstError(),
                 std::string("/preset unknown_value"));
        QCOMPARE(m_world->call("POST", kConnections, "{'preset':'entra','type':'oidc'," + rest).status, 422);
    }
    void categoriesAreUris() {
        const json::Object made =
            create("'type':'saml','entityCategories':['https://refeds.org/category/personalized']");
        QCOMPARE(made.at("entityCategories").as_array().size(), std::size_t(1));
        const std::string path = std::string(kConnections) + "/" + std::string(*json::stringMember(made, "id"));
        QCOMPARE(m_world->call("PATCH", path, "{'entityCategories':['personalized']}").firstError(),
                 std::string("/entityCategories url_invalid"));
    }

private:
    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
