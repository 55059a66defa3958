// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "saml/presets/presets.h"
#include "saml/sp/requested_attributes.h"

using namespace gatehouse;
using connections::Connection;

class TestRequestedAttributes : public QObject {
    Q_OBJECT
    /// Names, a required one with a '*'; OIDs by their friendly names.
    static QStringList wanted(const Connection& connection) {
        QStringList out;
        for (const auto& each : saml::sp::requestedAttributes(connection)) {
            const std::string& name = each.friendlyName.empty() ? each.name : each.friendlyName;
            out.append(QString::fromStdString(name) + (each.required ? "*" : ""));
        }
        return out;
    }
    static QStringList wantedBy(const char* mapping) {
        Connection connection;
        connection.mapping = json::parse(QString(mapping).replace('\'', '"').toStdString()).value();
        connection.saml.nameIdFormat = "urn:format"; // no subject-id
        return wanted(connection);
    }

private slots:
    void theUsualMappingAsksForWhatItReads() {
        QCOMPARE(wanted(Connection()), (QStringList{"mail*", "displayName", "givenName", "sn", "subject-id"}));
    }
    void aMappingAsksForItsOwnSources_data() {
        QTest::addColumn<QString>("mapping");
        QTest::addColumn<QStringList>("names");
        const QStringList rest{"displayName", "givenName", "sn"};
        QTest::newRow("another name") << "{'attributes':[{'target':'email','source':'urn:acme:mail'}]}"
                                      << QStringList{"urn:acme:mail*"} + rest;
        QTest::newRow("one of two") << "{'attributes':[{'target':'email','source':['email','upn']}]}"
                                    << QStringList{"mail", "upn"} + rest;
        QTest::newRow("of the tenant's own")
            << "{'attributes':[{'target':'department','source':'dept','required':true}]}"
            << QStringList{"dept*", "mail*"} + rest;
        QTest::newRow("a template") << "{'attributes':[{'target':'displayName','source':'{given_name} {nick}'}]}"
                                    << QStringList{"givenName", "nick", "mail*", "sn"};
        QTest::newRow("a pointer") << "{'attributes':[{'target':'department','source':'/org/department'}]}"
                                   << QStringList{"org", "mail*"} + rest;
        QTest::newRow("groups") << "{'groups':{'source':'groups','create':true}}"
                                << QStringList{"mail*"} + rest + QStringList{"isMemberOf"};
        QTest::newRow("roles") << "{'roles':[{'when':{'claim':'level','op':'equals','value':'3'},'assign':['a']},"
                                  "{'when':'context.claims.x == 1','assign':['b']}]}"
                               << QStringList{"mail*"} + rest + QStringList{"level"};
        QTest::newRow("twice")
            << "{'attributes':[{'target':'a','source':'x'},{'target':'b','source':'x','required':true}]}"
            << QStringList{"x*", "mail*"} + rest;
        QTest::newRow("of the assertion itself")
            << "{'attributes':[{'target':'who','source':['sub','name_id']}]}" << QStringList{"mail*"} + rest;
        QTest::newRow("broken braces") << "{'attributes':[{'target':'who','source':'{a} {b'}]}"
                                       << QStringList{"a", "mail*"} + rest;
    }
    void aMappingAsksForItsOwnSources() {
        QFETCH(QString, mapping);
        QFETCH(QStringList, names);
        QCOMPARE(wantedBy(qPrintable(mapping)), names);
    }
    void aPresetAsksByTheVendorsNames() {
        Connection connection;
        connection.saml.preset = "okta";
        connection.mapping = saml::presets::mappingOf(*saml::presets::presetOf("okta"));
        QCOMPARE(wanted(connection),
                 (QStringList{"email*", "displayName", "firstName", "lastName", "groups", "subject-id"}));
    }
};

QTEST_GUILESS_MAIN(TestRequestedAttributes)
#include "tst_requested_attributes.moc"
