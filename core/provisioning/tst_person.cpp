// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "provisioning/person.h"
#include "scim/core_schemas.h"
#include "tests/support/scim_json.h"

namespace gatehouse::provisioning {

namespace {

directory::User somebody() {
    directory::User user;
    user.id = UserId("u1");
    user.userName = "ann";
    user.email = "ann@acme.example";
    user.emailVerified = true;
    user.displayName = "Ann";
    user.givenName = "Ann";
    return user;
}

} // namespace

class TestPerson : public QObject {
    Q_OBJECT

private slots:
    void whoIsNotProvisionedIsShownFromWhatIsKnown() {
        const json::Object shownNow = resourceOf(somebody());
        QCOMPARE(
            json::write(shownNow),
            std::string("{\"displayName\":\"Ann\",\"name\":{\"givenName\":\"Ann\"},\"emails\":[{\"value\":\"ann@acme."
                        "example\",\"type\":\"work\",\"primary\":true}],\"userName\":\"ann\",\"active\":true}"));
    }
    void theAddressIsThePrimaryOneElseThatForWorkElseTheFirst_data() {
        QTest::addColumn<QByteArray>("emails");
        QTest::addColumn<QString>("main");
        QTest::addColumn<int>("others");
        QTest::newRow("primary")
            << QByteArray("[{'value':'a@x'},{'value':'b@x','type':'work'},{'value':'c@x','primary':true}]") << "c@x"
            << 2;
        QTest::newRow("work") << QByteArray("[{'value':'a@x'},{'value':'b@x','type':'work'}]") << "b@x" << 1;
        QTest::newRow("first") << QByteArray("[{'value':'a@x'},{'value':'b@x'}]") << "a@x" << 1;
        QTest::newRow("without values") << QByteArray("[{'type':'work'},{'value':'b@x'}]") << "b@x" << 0;
        QTest::newRow("none") << QByteArray("[]") << "" << 0;
        QTest::newRow("the same twice") << QByteArray("[{'value':'a@x'},{'value':'A@X','type':'home'}]") << "a@x" << 0;
    }
    void theAddressIsThePrimaryOneElseThatForWorkElseTheFirst() {
        QFETCH(QByteArray, emails);
        QFETCH(QString, main);
        QFETCH(int, others);
        directory::User user;
        take(object("{'userName':'ann','emails':" + emails + "}"), "", user);
        QCOMPARE(QString::fromStdString(user.email), main);
        QCOMPARE(int(otherEmails(user).size()), others);
    }
    void membersFollowFromTheResourceAndAreItsOwn() {
        directory::User user;
        take(object("{'userName':'ann','externalId':'e1','name':{'givenName':'Ann','familyName':'Lee'},'title':'Boss',"
                    "'entitlements':[{'value':'print'}],"
                    "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'department':'R&D','manager':{"
                    "'value':'m1'}}}"),
             "c1", user);
        QCOMPARE(user.displayName, std::string("Ann Lee"));
        QCOMPARE(user.externalId, std::string("e1"));
        QCOMPARE(user.provisionedBy, std::string("c1"));
        QCOMPARE(
            json::write(user.attributes),
            std::string("{\"title\":\"Boss\",\"entitlements\":[\"print\"],\"department\":\"R&D\",\"manager\":\"m1\"}"));
        for (const char* member : {"userName", "displayName", "givenName", "familyName", "attributes.title",
                                   "attributes.department", "attributes.manager", "attributes.entitlements"}) {
            QVERIFY2(directory::isProvisioned(user, member), member);
        }
        QVERIFY(!directory::isProvisioned(user, "email"));
    }
    void whatTheDirectoryNoLongerHasGoesAndTheRestStays() {
        directory::User user = somebody();
        user.attributes["level"] = 3; // by a sign-in
        take(object("{'userName':'ann','title':'Boss','name':{'familyName':'Lee'}}"), "", user);
        QCOMPARE(user.givenName, std::string("Ann")); // it never said
        take(object("{'userName':'ann'}"), "", user);
        QCOMPARE(user.familyName, std::string());
        QCOMPARE(user.givenName, std::string("Ann"));
        QCOMPARE(json::write(user.attributes), std::string("{\"level\":3}"));
    }
    void aNewAddressIsNotProven() {
        directory::User user = somebody();
        take(object("{'userName':'ann','emails':[{'value':'ANN@acme.example'}]}"), "", user);
        QVERIFY(user.emailVerified); // the same in another spelling
        take(object("{'userName':'ann','emails':[{'value':'other@acme.example'}]}"), "", user);
        QVERIFY(!user.emailVerified);
    }
    void whoIsActiveStaysSoUnlessItIsSaid() {
        directory::User user = somebody();
        user.active = false;
        take(object("{'userName':'ann'}"), "", user);
        QVERIFY(!user.active);
        take(object("{'userName':'ann','active':true}"), "", user);
        QVERIFY(user.active);
        QVERIFY(!user.resource.contains("active"));
    }
    void aPasswordIsNotKept() {
        directory::User user;
        take(object("{'userName':'ann','password':'x','id':'other','meta':{},'groups':[]}"), "", user);
        QCOMPARE(json::write(user.resource), std::string("{\"userName\":\"ann\"}"));
    }
    void whatIsShownHasWhatTheServiceAdds() {
        directory::User user = somebody();
        user.version = 7;
        const scim::ResourceType type = scim::userType();
        const json::Value all = shown(user, {{GroupId("g1"), "staff", false, {}}}, "https://x/scim/v2", type);
        QCOMPARE(json::at(all, "/meta/version")->as_string(), boost::json::string("W/\"7\""));
        QCOMPARE(json::at(all, "/meta/location")->as_string(), boost::json::string("https://x/scim/v2/Users/u1"));
        QCOMPARE(json::at(all, "/groups/0/type")->as_string(), boost::json::string("indirect"));
        QCOMPARE(json::at(all, "/schemas/0")->as_string(),
                 boost::json::string("urn:ietf:params:scim:schemas:core:2.0:User"));
    }

private:
    static json::Object object(QByteArray text) {
        return json::parseObject(text.replace('\'', '"').toStdString()).value();
    }
};

} // namespace gatehouse::provisioning

QTEST_GUILESS_MAIN(gatehouse::provisioning::TestPerson)
#include "tst_person.moc"
