// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>

#include "tenants/acr_order.h"

using namespace gatehouse::tenants;

namespace {

using Levels = std::vector<std::string>;

bool meets(const std::vector<AcrRule>& rules, const std::string& got, const std::string& wanted) {
    const Levels met = acrMeeting(rules, {wanted});
    return std::find(met.begin(), met.end(), got) != met.end();
}

} // namespace

class TestAcrOrder : public QObject {
    Q_OBJECT

private slots:
    void aStrongerLevelMeetsAWeakerOneAndNotTheOtherWayRound_data() {
        QTest::addColumn<QString>("stronger");
        QTest::addColumn<QString>("weaker");
        const QString aal = QStringLiteral("urn:gatehouse:aal");
        const QString refeds = QStringLiteral("https:/") + QStringLiteral("/refeds.org/profile/");
        QTest::newRow("aal2 aal1") << aal + "2" << aal + "1";
        QTest::newRow("aal3 aal2") << aal + "3" << aal + "2";
        QTest::newRow("aal3 aal1, by two steps") << aal + "3" << aal + "1";
        QTest::newRow("aal3 phr, by two steps") << aal + "3" << "phr";
        QTest::newRow("phrh phr") << "phrh" << "phr";
        QTest::newRow("phr aal1") << "phr" << aal + "1";
        QTest::newRow("mfa sfa") << refeds + "mfa" << refeds + "sfa";
        QTest::newRow("aal2 mfa") << aal + "2" << refeds + "mfa";
    }
    void aStrongerLevelMeetsAWeakerOneAndNotTheOtherWayRound() {
        QFETCH(const QString, stronger);
        QFETCH(const QString, weaker);
        QVERIFY(meets({}, stronger.toStdString(), weaker.toStdString()));
        QVERIFY(!meets({}, weaker.toStdString(), stronger.toStdString()));
    }

    void whatCannotBeComparedMeetsNothing() {
        QVERIFY(!meets({}, "phr", "urn:gatehouse:aal2"));
        QVERIFY(!meets({}, "urn:gatehouse:aal2", "phr"));
        QVERIFY(!meets({}, "urn:gatehouse:aal3", "urn:acme:vault"));
        QVERIFY(!meets({}, "urn:acme:vault", "urn:gatehouse:aal1"));
        QVERIFY(!meets({}, "", "urn:gatehouse:aal1"));
        QVERIFY(!meets({}, "URN:GATEHOUSE:AAL2", "urn:gatehouse:aal1"));
        QVERIFY(meets({}, "urn:acme:vault", "urn:acme:vault"));
    }

    void aTenantsRuleReachesBelowAndAboveWhatItNames() {
        const std::vector<AcrRule> rules{{"urn:acme:vault", {"urn:gatehouse:aal2"}}, {"phr", {"urn:acme:vault"}}};
        QVERIFY(meets(rules, "urn:acme:vault", "urn:gatehouse:aal1"));
        QVERIFY(meets(rules, "phrh", "urn:gatehouse:aal2"));
        QVERIFY(!meets(rules, "urn:acme:vault", "phr"));
    }

    void rulesInACircleMakeEqualsAndEnd() {
        const std::vector<AcrRule> rules{{"a", {"b"}}, {"b", {"a"}}};
        QVERIFY(meets(rules, "a", "b"));
        QVERIFY(meets(rules, "b", "a"));
        QCOMPARE(strongestAcr(rules, {"a", "b"}), std::string("a"));
    }

    void severalDemandsAreMetTogetherOrNotAtAll() {
        QCOMPARE(acrMeetingAll({}, {{"urn:gatehouse:aal1"}, {}, {"urn:gatehouse:aal2"}}),
                 (Levels{"urn:gatehouse:aal2"}));
        QCOMPARE(acrMeetingAll({}, {{"phr", "urn:gatehouse:aal3"}, {"urn:gatehouse:aal2"}}),
                 (Levels{"urn:gatehouse:aal3"}));
        QVERIFY(acrMeetingAll({}, {{"phr"}, {"urn:acme:vault"}}).empty());
        QVERIFY(acrMeetingAll({}, {{}, {}}).empty());
        QCOMPARE(acrMeetingAll({}, {{"b", "a"}, {"a", "b"}}), (Levels{"b", "a"}));
    }

    void theStrongestIsTheFirstThatNothingBeats() {
        QCOMPARE(strongestAcr({}, {"urn:gatehouse:aal1", "urn:gatehouse:aal3", "urn:gatehouse:aal2"}),
                 std::string("urn:gatehouse:aal3"));
        QCOMPARE(strongestAcr({}, {"x", "y"}), std::string("x"));
        QCOMPARE(strongestAcr({}, {}), std::string());
    }
};

QTEST_GUILESS_MAIN(TestAcrOrder)
#include "tst_acr_order.moc"
