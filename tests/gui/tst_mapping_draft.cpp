// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "ui/panels/mapping/mapping_draft.h"

namespace gatehouse::tests {

using namespace ui::panels::mapping;

namespace {

QJsonObject parse(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TstMappingDraft : public QObject {
    Q_OBJECT
private slots:
    void theContractsExampleComesBackUnchanged() {
        const QJsonObject mapping = parse(
            R"({"attributes":[{"target":"email","source":"email","required":true,"transforms":["trim","lowercase"]},
            {"target":"displayName","source":["name","{given_name} {family_name}"]},{"target":"department","source":"/org/department"}],
            "roles":[{"when":{"claim":"groups","op":"contains","value":"eng-admins"},"assign":["admin"]},
                     {"when":"context.claims.level > 3 && context.claims.country == context.claims.home","assign":["approver"]}],
            "defaultRoles":["member"],"groups":{"source":"groups","create":true}})");
        QCOMPARE(MappingDraft::fromJson(mapping).toJson(), mapping);
    }
    void whatIsNotKnownIsKept() {
        const QJsonObject mapping = parse(R"({"future":{"a":1},"defaultRoles":["x"]})");
        QCOMPARE(MappingDraft::fromJson(mapping).toJson(), mapping);
    }
    void anEmptyMappingStaysEmpty() { QVERIFY(MappingDraft::fromJson({}).toJson().isEmpty()); }
    void transformsWithArgumentsKeepTheirCommas() {
        const QJsonObject mapping =
            parse(R"({"attributes":[{"target":"x","source":"y","transforms":["split:,","join:; ","lowercase"]}]})");
        QCOMPARE(MappingDraft::fromJson(mapping).toJson(), mapping);
    }
    void transformsCanBeTypedWithCommasOrSpaces() {
        for (const char* text : {"trim, lowercase", "trim lowercase", "trim then lowercase", " trim ,lowercase "}) {
            MappingDraft draft;
            draft.attributes.push_back({QStringLiteral("email"), QStringLiteral("mail"), QLatin1String(text), false});
            const QJsonArray steps =
                draft.toJson().value(QStringLiteral("attributes"))[0][QStringLiteral("transforms")].toArray();
            QCOMPARE(steps, (QJsonArray{QStringLiteral("trim"), QStringLiteral("lowercase")}));
        }
    }
    void aSimpleConditionIsReadFromWords() {
        QCOMPARE(parseCondition(QStringLiteral("groups contains eng admins")).toObject(),
                 parse(R"({"claim":"groups","op":"contains","value":"eng admins"})"));
        QCOMPARE(parseCondition(QStringLiteral("hd exists")).toObject(), parse(R"({"claim":"hd","op":"exists"})"));
        QCOMPARE(parseCondition(QStringLiteral("context.claims.a == 1")),
                 QJsonValue(QStringLiteral("context.claims.a == 1")));
    }
    void aConditionThatWasNotTouchedKeepsItsType() {
        const QJsonObject mapping =
            parse(R"({"roles":[{"when":{"claim":"level","op":"equals","value":3},"assign":["a"]}]})");
        MappingDraft draft = MappingDraft::fromJson(mapping);
        QCOMPARE(draft.roles.front().when, QStringLiteral("level equals 3"));
        QCOMPARE(draft.toJson(), mapping);
        draft.roles.front().when = QStringLiteral("level equals 4");
        QCOMPARE(draft.toJson().value(QStringLiteral("roles"))[0][QStringLiteral("when")][QStringLiteral("value")],
                 QJsonValue(QStringLiteral("4")));
    }
    void unusedClaimsLeaveOutWhatRulesAndProtocolRead() {
        const QJsonObject claims =
            parse(R"({"iss":"i","sub":"s","email":"e","given_name":"g","groups":[],"oid":"o","org":{},"level":1})");
        MappingDraft draft;
        draft.attributes = usualRules();
        draft.attributes.push_back({QStringLiteral("department"), QStringLiteral("/org/department"), {}, false});
        draft.roles.push_back({QStringLiteral("context.claims.level > 3"), {}, {}});
        draft.groupsFrom = QStringLiteral("groups");
        QCOMPARE(unusedClaims(claims, draft), QStringList{QStringLiteral("oid")});
    }
};

} // namespace gatehouse::tests

QTEST_GUILESS_MAIN(gatehouse::tests::TstMappingDraft)
#include "tst_mapping_draft.moc"
