// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "connections/acr_mapping.h"

using namespace gatehouse;
using namespace gatehouse::connections;

namespace {

using Names = std::vector<std::string>;

Connection connectionWith(std::vector<AcrPair> mapping) {
    Connection connection;
    connection.issuer = "https:/"
                        "/idp.example";
    connection.acrMapping = std::move(mapping);
    return connection;
}

} // namespace

class TestAcrMapping : public QObject {
    Q_OBJECT

private slots:
    void aLevelIsAskedForByTheProvidersNameForIt() {
        const Connection connection = connectionWith({{"urn:gatehouse:aal2", "gold"}, {"urn:gatehouse:aal3", "onyx"}});
        QCOMPARE(askFor(connection, {"urn:gatehouse:aal2"}, {"urn:gatehouse:aal2", "urn:gatehouse:aal3"}).acr,
                 (Names{"gold"}));
    }

    void aLevelWithoutANameIsAskedForByAStrongerOneThatHasOne() {
        const Connection connection = connectionWith({{"urn:gatehouse:aal3", "onyx"}});
        QCOMPARE(askFor(connection, {"urn:gatehouse:aal2"}, {"urn:gatehouse:aal2", "urn:gatehouse:aal3"}).acr,
                 (Names{"onyx"}));
        QCOMPARE(askFor(connection, {"phr"}, {"phr", "phrh"}).acr, (Names{"phr"}));
    }

    void aLevelThatTheProviderSaysByItsMethodsIsAskedForWithoutForce() {
        const Connection connection = connectionWith({{"urn:gatehouse:aal2", "amr:mfa"}});
        const AcrAsk ask = askFor(connection, {"urn:gatehouse:aal2"}, {"urn:gatehouse:aal2"});
        QVERIFY(ask.acr.empty());
        QCOMPARE(ask.voluntary, (Names{"urn:gatehouse:aal2"}));
    }

    void entrasContextsGoIntoAClaimOfTheirOwnAndNobodyElsesDo() {
        Connection connection =
            connectionWith({{"urn:gatehouse:aal2", "c1"}, {"phr", "c12"}, {"x", "c0"}, {"y", "c123"}});
        QCOMPARE(askFor(connection, {"urn:gatehouse:aal2"}, {}).acr, (Names{"c1"}));
        connection.issuer = "https:/"
                            "/login.microsoftonline.com/{tenantid}/v2.0";
        const AcrAsk ask = askFor(connection, {"urn:gatehouse:aal2", "phr", "x", "y", "mfa"}, {});
        QCOMPARE(ask.acrs, (Names{"c1", "c12"}));
        QCOMPARE(ask.acr, (Names{"c0", "c123", "mfa"}));
        connection.issuer = "https:/"
                            "/evil.example/login.microsoftonline.com";
        QVERIFY(askFor(connection, {"phr"}, {}).acrs.empty());
    }

    void whatATokenSaysIsReadInOurNames() {
        const std::vector<AcrPair> mapping{
            {"urn:gatehouse:aal2", "gold"}, {"phr", "c1"}, {"urn:acme:key", "amr:hwk"}, {"urn:acme:key", "c1"}};
        QCOMPARE(levelsOf(mapping, json::Object{{"acr", "gold"}}), (Names{"urn:gatehouse:aal2"}));
        QCOMPARE(levelsOf(mapping, json::Object{{"acr", "silver"}}), (Names{"silver"}));
        QCOMPARE(levelsOf(mapping, json::parseObject(R"({"acr":"1","acrs":["c1","c2"],"amr":["pwd","hwk"]})").value()),
                 (Names{"1", "phr", "urn:acme:key", "c2"}));
    }

    void amrIsNoLevelUnlessTheMappingSaysSo() {
        QVERIFY(levelsOf({}, json::parseObject(R"({"amr":["mfa","urn:gatehouse:aal3"]})").value()).empty());
        QVERIFY(levelsOf({{"phr", "hwk"}}, json::parseObject(R"({"amr":["hwk"]})").value()).empty());
    }

    void aMethodThatComesAsALevelIsNoMethod() {
        QCOMPARE(levelsOf({{"phr", "amr:hwk"}}, json::parseObject(R"({"acr":"amr:hwk"})").value()), (Names{"amr:hwk"}));
    }

    void anAcrThatIsNoTextIsNone() {
        QVERIFY(levelsOf({}, json::parseObject(R"({"acr":["phr"],"acrs":"phr","amr":"mfa"})").value()).empty());
    }
};

QTEST_GUILESS_MAIN(TestAcrMapping)
#include "tst_acr_mapping.moc"
