// SPDX-License-Identifier: Apache-2.0
// Okta's provisioning cycle against a real service: what it asks first, how it updates, disables, enables and sends
// somebody anew, and how it pushes groups.
#include <QtTest>

#include "tests/flows/scim_client.h"

namespace gatehouse::flows {

class ScimOkta : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_okta = std::make_unique<ScimClient>(*m_world, m_world->acme);
    }
    void cleanup() {
        m_okta.reset();
        m_world.reset();
    }

    void aPersonGoesThroughTheWholeCycleWithPut() {
        QCOMPARE(m_okta->find("userName eq 'ada@acme.example'", "/Users", "&startIndex=1&count=100").at("totalResults"),
                 json::Value(0));
        const Answer made = m_okta->send("POST", "/Users", kAda);
        QCOMPARE(made.status, 201);
        QVERIFY(made.body.find("Zq7example") == std::string::npos);
        const std::string id = made.text("id");
        QCOMPARE(m_okta->send("POST", "/Users", kAda).status, 409); // she is active

        QCOMPARE(m_okta->send("PUT", "/Users/" + id, with("'familyName':'Lovelace'", "'familyName':'King'")).status,
                 200);
        QCOMPARE(textAt(m_okta->get("/Users/" + id), "/name/familyName"), std::string("King"));
        QCOMPARE(m_okta->send("PUT", "/Users/" + id, with("'active':true", "'active':false")).status, 200);
        QCOMPARE(m_okta->get("/Users/" + id).at("active"), json::Value(false));
        QCOMPARE(m_okta->find("userName eq 'ada@acme.example'").at("totalResults"), json::Value(1)); // still found
        QCOMPARE(m_okta->send("PUT", "/Users/" + id, kAda).status, 200);
        QCOMPARE(m_okta->get("/Users/" + id).at("active"), json::Value(true));
    }
    void aPersonIsDisabledAndEnabledWithPatch() {
        const std::string id = m_okta->send("POST", "/Users", kAda).text("id");
        QCOMPARE(m_okta->patch("/Users/" + id, "[{'op':'replace','value':{'active':false}}]").status, 200);
        QCOMPARE(m_okta->get("/Users/" + id).at("active"), json::Value(false));
        QCOMPARE(m_okta->patch("/Users/" + id, "[{'op':'replace','value':{'active':true}}]").status, 200);
        QCOMPARE(m_okta->get("/Users/" + id).at("active"), json::Value(true));
        QCOMPARE(m_okta->patch("/Users/" + id, "[{'op':'replace','value':{'password':'N3w-example'}}]").status, 200);
        QCOMPARE(textAt(m_okta->get("/Users/" + id), "/meta/version"), std::string("W/\"3\"")); // nothing of it is kept
    }
    void whoIsSentAnewIsTheSamePersonAgain() {
        const std::string id = m_okta->send("POST", "/Users", kAda).text("id");
        QCOMPARE(m_okta->patch("/Users/" + id, "[{'op':'replace','value':{'active':false}}]").status, 200);
        const Answer again = m_okta->send("POST", "/Users", kAda);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.text("id"), id);
        QCOMPARE(again.object().at("active"), json::Value(true));
        // Known by the external id, with another name meanwhile.
        QCOMPARE(m_okta->patch("/Users/" + id, "[{'op':'replace','value':{'active':false}}]").status, 200);
        const Answer renamed =
            m_okta->send("POST", "/Users", with("'userName':'ada@acme.example'", "'userName':'king@acme.example'"));
        QCOMPARE(renamed.text("id"), id);
        // Somebody else of that name is not.
        QCOMPARE(m_okta->patch("/Users/" + id, "[{'op':'replace','value':{'active':false}}]").status, 200);
        QCOMPARE(m_okta->send("POST", "/Users", scimUser("king@acme.example", {{"externalId", "00u2"}})).status, 409);
    }
    void groupsArePushedRenamedAndListedInFull() {
        const std::string ada = m_okta->send("POST", "/Users", kAda).text("id");
        const std::string bob = m_okta->addUser("bob");
        const std::string group = m_okta->addGroup("Analysts");
        QCOMPARE(m_okta
                     ->patch("/Groups/" + group,
                             "[{'op':'replace','value':{'id':'" + group + "','displayName':'Analysts 2'}}]")
                     .status,
                 204);
        QCOMPARE(m_okta->patch("/Groups/" + group, "[{'op':'replace','value':{'id':'" + ada + "','displayName':'X'}}]")
                     .text("scimType"),
                 std::string("mutability"));
        QCOMPARE(m_okta
                     ->patch("/Groups/" + group, "[{'op':'replace','path':'members','value':[{'value':'" + ada +
                                                     "','display':'a'},{'value':'" + bob + "'}]}]")
                     .status,
                 204);
        json::Object shown = m_okta->get("/Groups/" + group);
        QCOMPARE(textAt(shown, "/displayName"), std::string("Analysts 2"));
        QCOMPARE(shown.at("members").as_array().size(), std::size_t(2));
        QCOMPARE(
            m_okta->patch("/Groups/" + group, "[{'op':'remove','path':'members[value eq \\'" + bob + "\\']'}]").status,
            204);
        QCOMPARE(textAt(m_okta->get("/Users/" + ada), "/groups/0/display"), std::string("Analysts 2"));
        QVERIFY(!m_okta->get("/Users/" + bob).contains("groups"));
        const Answer put = m_okta->send("PUT", "/Groups/" + group,
                                        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'id':'" + group +
                                            "','displayName':'Analysts','members':[{'value':'" + bob + "'}]}");
        QCOMPARE(put.status, 200);
        QCOMPARE(textAt(put.object(), "/members/0/value"), bob);
        QCOMPARE(m_okta->send("DELETE", "/Groups/" + group).status, 204);
    }

private:
    static std::string with(const std::string& what, const std::string& other) {
        std::string text = kAda;
        return text.replace(text.find(what), what.size(), other);
    }

    static constexpr const char* kAda =
        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'ada@acme.example',"
        "'name':{'givenName':'Ada','familyName':'Lovelace'},"
        "'emails':[{'primary':true,'value':'ada@acme.example','type':'work'}],'displayName':'Ada Lovelace',"
        "'locale':'en-GB','externalId':'00u1example','groups':[],'password':'Zq7example','active':true}";
    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_okta;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ScimOkta)
#include "tst_scim_okta.moc"
