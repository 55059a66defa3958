// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "saml/sp/claims_of.h"
#include "saml/wire/names.h"

using namespace gatehouse;
using namespace gatehouse::saml::sp;

class TestClaimsOf : public QObject {
    Q_OBJECT
    static Assertion assertion(std::vector<Attribute> attributes, std::string_view format = saml::wire::kPersistent) {
        Assertion out;
        out.issuer = "https://idp.example";
        out.nameId = NameId{"ann", std::string(format), {}, {}};
        out.authnInstant = fromUnixSeconds(1'700'000'000);
        out.authnContext = "urn:password";
        out.attributes = std::move(attributes);
        return out;
    }
    static std::string textOf(const json::Object& claims, const char* name) {
        return std::string(json::stringMember(claims, name).value_or("(none)"));
    }

private slots:
    void valuesStayAsTheyAre() {
        const json::Object claims =
            claimsOf(assertion({{"one", "", "", {"a"}}, {"two", "", "", {"a", "b"}}, {"none", "", "", {}}}));
        QCOMPARE(textOf(claims, "one"), std::string("a"));
        QCOMPARE(json::stringsMember(claims, "two").value(), (std::vector<std::string>{"a", "b"}));
        QVERIFY(!claims.contains("none"));
    }
    void knownAttributesHaveTheNamesOfOpenIdConnectToo_data() {
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QString>("claim");
        QTest::newRow("ldap") << "mail" << "email";
        QTest::newRow("oid") << "urn:oid:0.9.2342.19200300.100.1.3" << "email";
        QTest::newRow("entra") << "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname" << "given_name";
        QTest::newRow("okta") << "lastName" << "family_name";
        QTest::newRow("google") << "first_name" << "given_name";
        QTest::newRow("onelogin") << "User.email" << "email";
        QTest::newRow("shibboleth") << "urn:oid:2.16.840.1.113730.3.1.241" << "name";
        QTest::newRow("entra groups") << "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups" << "groups";
    }
    void knownAttributesHaveTheNamesOfOpenIdConnectToo() {
        QFETCH(QString, attribute);
        QFETCH(QString, claim);
        const json::Object claims = claimsOf(assertion({{attribute.toStdString(), "", "", {"x"}}}));
        QCOMPARE(textOf(claims, qPrintable(claim)), std::string("x"));
        QCOMPARE(textOf(claims, qPrintable(attribute)), std::string("x"));
    }
    void anAttributeOfThatNameComesFirst() {
        const json::Object claims = claimsOf(assertion({{"mail", "", "", {"b"}}, {"email", "", "", {"a"}}}));
        QCOMPARE(textOf(claims, "email"), std::string("a"));
    }
    void noAttributeSpeaksForTheAssertion() {
        const json::Object claims = claimsOf(assertion({{"sub", "", "", {"eve"}},
                                                        {"iss", "", "", {"https://evil.example"}},
                                                        {"acr", "", "", {"urn:strong"}},
                                                        {"auth_time", "", "", {"1"}},
                                                        {"name_id", "", "", {"eve"}}}));
        QCOMPARE(textOf(claims, "sub"), std::string("ann"));
        QCOMPARE(textOf(claims, "iss"), std::string("https://idp.example"));
        QCOMPARE(textOf(claims, "acr"), std::string("urn:password"));
        QCOMPARE(textOf(claims, "name_id"), std::string("ann"));
        QCOMPARE(json::integerMember(claims, "auth_time").value(), std::int64_t(1'700'000'000));
    }
    void whatTheAssertionDoesNotSayNoAttributeSays() {
        Assertion without = assertion({{"acr", "", "", {"urn:strong"}}});
        without.authnContext.clear();
        QVERIFY(!claimsOf(without).contains("acr"));
    }
    void anEmailAddressMayBeTheName() {
        Assertion named = assertion({}, saml::wire::kEmailAddress);
        named.nameId->value = "ann@acme.example";
        QCOMPARE(textOf(claimsOf(named), "email"), std::string("ann@acme.example"));
    }
    void methodsAreCalledAsInRfc8176() {
        const json::Object claims = claimsOf(assertion({{"http://schemas.microsoft.com/claims/authnmethodsreferences",
                                                         "",
                                                         "",
                                                         {"http://schemas.microsoft.com/claims/multipleauthn", "x"}}}));
        QCOMPARE(json::stringsMember(claims, "amr").value(), (std::vector<std::string>{"mfa", "x"}));
    }
    void theSubjectIsTheBestNameThatLasts() {
        const Attribute subjectId{"urn:oasis:names:tc:SAML:attribute:subject-id", "", "", {"ann@idp"}};
        const Attribute objectId{"http://schemas.microsoft.com/identity/claims/objectidentifier", "", "", {"o-1"}};
        QCOMPARE(subjectOf(assertion({subjectId, objectId})), std::string("ann@idp"));
        QCOMPARE(subjectOf(assertion({objectId})), std::string("ann"));
        QCOMPARE(subjectOf(assertion({objectId}, saml::wire::kEmailAddress)), std::string("o-1"));
        QCOMPARE(subjectOf(assertion({objectId}, saml::wire::kTransient)), std::string("o-1"));
        QCOMPARE(subjectOf(assertion({}, saml::wire::kEmailAddress)), std::string("ann"));
        QCOMPARE(subjectOf(assertion({}, saml::wire::kTransient)), std::string());
        const Attribute twice{"urn:oasis:names:tc:SAML:attribute:subject-id", "", "", {"ann@idp", "eve@idp"}};
        QCOMPARE(subjectOf(assertion({twice})), std::string("ann")); // it has one value, or names nobody
    }
};

QTEST_GUILESS_MAIN(TestClaimsOf)
#include "tst_claims_of.moc"
