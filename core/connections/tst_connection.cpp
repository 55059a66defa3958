// SPDX-License-Identifier: Apache-2.0
// A connection as it is submitted: what is read, and what is refused where.
#include <QtTest>

#include "connections/connection.h"

using namespace gatehouse;
using connections::Connection;

namespace {

json::Object good() {
    return {{"name", "okta"}, {"issuer", "https://idp.example"}, {"clientId", "gatehouse"}, {"clientSecret", "s3cret"}};
}

QStringList read(const json::Object& object, Connection& connection) {
    Problems problems;
    connections::readJson(object, connection, problems);
    QStringList out;
    for (const Problem& problem : problems) {
        out << QString::fromStdString(problem.pointer + " " + problem.code);
    }
    return out;
}

} // namespace

class TestConnection : public QObject {
    Q_OBJECT
private slots:
    void aSmallConnectionGetsSafeDefaults() {
        Connection connection;
        QCOMPARE(read(good(), connection), QStringList());
        QVERIFY(!connection.trustEmail);
        QVERIFY(connection.clientAuth == connections::ClientAuth::ClientSecretBasic);
        QCOMPARE(connection.scopes, (std::vector<std::string>{"openid", "email", "profile"}));
        QCOMPARE(std::string(connection.clientSecret.reveal()), std::string("s3cret"));
    }
    void theSecretIsNeverShown() {
        Connection connection;
        (void)read(good(), connection);
        const json::Object shown = connections::toJson(connection);
        QVERIFY(json::write(shown).find("s3cret") == std::string::npos);
        QVERIFY(!shown.contains("clientSecret"));
        QCOMPARE(json::boolMember(shown, "hasClientSecret"), std::optional(true));
        QCOMPARE(json::boolMember(connections::toJson(Connection()), "hasClientSecret"), std::optional(false));
    }
    void whatIsShownCanBeSubmittedAgainAndKeepsTheSecret() {
        Connection connection;
        (void)read(good(), connection);
        const json::Object shown = connections::toJson(connection);
        QCOMPARE(read(shown, connection), QStringList());
        QCOMPARE(json::write(connections::toJson(connection)), json::write(shown));
        QCOMPARE(std::string(connection.clientSecret.reveal()), std::string("s3cret"));
    }
    // RP-22
    void anotherIssuerNeedsTheSecretAgain() {
        Connection connection;
        (void)read(good(), connection);
        Connection moved = connection;
        QCOMPARE(read({{"issuer", "https://evil.example"}}, moved), QStringList("/clientSecret secret_required"));
        moved = connection;
        QCOMPARE(read({{"issuer", "https://evil.example"}, {"clientSecret", ""}}, moved),
                 QStringList("/clientSecret secret_required"));
        moved = connection;
        QCOMPARE(read({{"issuer", "https://idp.example/"}}, moved), QStringList("/clientSecret secret_required"));
        moved = connection;
        QCOMPARE(read({{"issuer", "https://evil.example"}, {"clientSecret", "new"}}, moved), QStringList());
        moved = connection;
        QCOMPARE(read({{"displayName", "Okta"}}, moved), QStringList());
    }
    void eachWrongMemberIsNamedByItsPointer_data() {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value"); // empty: removed
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* member, const char* value, const char* problem) {
            QTest::addRow("%s %s", member, value) << member << value << problem;
        };
        row("name", "", "/name required");
        row("name", "\"Okta\"", "/name out_of_range");
        row("name", "\"a/b\"", "/name out_of_range");
        row("name", "1", "/name wrong_type");
        row("type", "\"kerberos\"", "/type unknown_value");
        row("issuer", "", "/issuer required");
        row("issuer", "\"idp.example\"", "/issuer url_invalid");
        row("issuer", "\"https://\"", "/issuer url_invalid");
        row("issuer", "\"https://idp.example#x\"", "/issuer url_invalid");
        row("issuer", "\"https://idp.example?x=1\"", "/issuer url_invalid");
        row("issuer", "\"https://idp.example?\"", "/issuer url_invalid");
        row("issuer", "\"https://me@idp.example\"", "/issuer url_invalid");
        row("issuer", "\"file:///etc/passwd\"", "/issuer url_invalid");
        row("clientId", "", "/clientId required");
        row("clientSecret", "1", "/clientSecret wrong_type");
        row("clientAuth", "\"tls_client_auth\"", "/clientAuth unknown_value");
        row("scopes", "\"openid\"", "/scopes wrong_type");
        row("enabled", "\"true\"", "/enabled wrong_type");
        row("trustEmail", "1", "/trustEmail wrong_type");
        row("mapping", "[]", "/mapping wrong_type");
        row("tokenEndpoint", "\"https://evil.example\"", "/tokenEndpoint unknown_member");
        row("tenant", "\"evil\"", "/tenant unknown_member");
    }
    void eachWrongMemberIsNamedByItsPointer() {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(QString, problem);
        json::Object object = good();
        if (value.isEmpty()) {
            object.erase(member.toStdString());
        } else {
            object[member.toStdString()] = json::parse(value.toStdString()).value();
        }
        Connection connection;
        const QStringList problems = read(object, connection);
        QVERIFY2(problems.contains(problem), qPrintable(problems.join("; ")));
    }
    void theEntraTemplateNeedsTheDirectoriesThatMaySignIn() {
        json::Object object = good();
        object["issuer"] = "https://login.microsoftonline.com/{tenantid}/v2.0";
        Connection connection;
        QCOMPARE(read(object, connection), QStringList("/allowedTenantIds required"));
        object["allowedTenantIds"] = json::Array{"00000000-0000-0000-0000-000000000001"};
        Connection listed;
        QCOMPARE(read(object, listed), QStringList());
        QVERIFY(connections::isEntraTemplate(listed.issuer));
    }

    // SAML

    void aSamlConnectionNeedsItsProviderInOneWay() {
        Connection byAddress;
        QCOMPARE(read({{"name", "adfs"}, {"type", "saml"}, {"metadataUrl", "https://idp.example/m"}}, byAddress),
                 QStringList());
        QVERIFY(byAddress.type == connections::Type::Saml);
        QVERIFY(byAddress.saml.signRequests && byAddress.saml.wantAssertionsSigned);
        QVERIFY(byAddress.saml.clockSkew == Seconds(120));
        Connection nothing;
        QCOMPARE(read({{"name", "adfs"}, {"type", "saml"}}, nothing),
                 QStringList({"/entityId required", "/ssoUrl required", "/certificates required"}));
        Connection both;
        QCOMPARE(read({{"name", "adfs"},
                       {"type", "saml"},
                       {"metadataUrl", "https://idp.example/m"},
                       {"metadataXml", "<EntityDescriptor/>"}},
                      both),
                 QStringList("/metadataXml conflicts"));
    }
    void aSamlConnectionIsShownAsItWasGiven() {
        const json::Object given{{"name", "adfs"},
                                 {"type", "saml"},
                                 {"entityId", "https://idp.example"},
                                 {"ssoUrl", "https://idp.example/sso"},
                                 {"ssoBinding", "post"},
                                 {"sloUrl", "https://idp.example/slo"},
                                 {"certificates", json::Array{"PEM"}},
                                 {"signRequests", false},
                                 {"wantAssertionsSigned", false},
                                 {"wantAssertionsEncrypted", true},
                                 {"nameIdFormat", "urn:format"},
                                 {"authnContext", json::Array{"urn:context"}},
                                 {"clockSkew", 300},
                                 {"preset", "okta"},
                                 {"entityCategories", json::Array{"https://refeds.org/category/personalized"}}};
        Connection connection;
        QCOMPARE(read(given, connection), QStringList());
        const json::Object shown = connections::toJson(connection);
        for (const auto& member : given) {
            QVERIFY2(shown.at(member.key()) == member.value(), std::string(member.key()).c_str());
        }
        QVERIFY(!shown.contains("clientId"));
        Connection again;
        QCOMPARE(read(shown, again), QStringList());
        QVERIFY(again.saml == connection.saml);
    }
    void whatBelongsToTheOtherProtocolIsRefused() {
        Connection saml;
        QCOMPARE(read({{"name", "adfs"}, {"type", "saml"}, {"metadataUrl", "https://idp.example/m"}, {"clientId", "x"}},
                      saml),
                 QStringList("/clientId not_of_type"));
        json::Object object = good();
        object["ssoUrl"] = "https://idp.example/sso";
        Connection oidc;
        QCOMPARE(read(object, oidc), QStringList("/ssoUrl not_of_type"));
        object.erase("ssoUrl");
        object["preset"] = "okta";
        Connection vendor;
        QCOMPARE(read(object, vendor), QStringList("/preset not_of_type"));
    }
    void samlMembersHaveTheirBounds_data() {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("problem");
        QTest::newRow("address") << "ssoUrl" << "\"javascript:x\"" << "/ssoUrl url_invalid";
        QTest::newRow("binding") << "ssoBinding" << "\"artifact\"" << "/ssoBinding unknown_value";
        QTest::newRow("skew") << "clockSkew" << "301" << "/clockSkew out_of_range";
        QTest::newRow("begun at the provider") << "allowIdpInitiated" << "1" << "/allowIdpInitiated wrong_type";
        QTest::newRow("category") << "entityCategories" << "[\"personalized\"]" << "/entityCategories url_invalid";
        QTest::newRow("category with markup") << "entityCategories" << "[\"urn:a<b\"]"
                                              << "/entityCategories url_invalid";
        QTest::newRow("certificates") << "certificates" << "\"PEM\"" << "/certificates wrong_type";
    }
    void samlMembersHaveTheirBounds() {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(QString, problem);
        json::Object object{{"name", "adfs"}, {"type", "saml"}, {"metadataUrl", "https://idp.example/m"}};
        object[member.toStdString()] = json::parse(value.toStdString()).value();
        Connection connection;
        QCOMPARE(read(object, connection), QStringList(problem));
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
