// SPDX-License-Identifier: Apache-2.0
// History: what a record of the log says was changed, and the draft that takes it back.
#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "ui/panels/history/change_model.h"

namespace gatehouse::tests {

using namespace ui::panels::history;
using admin::api::AuditRecord;
using ui::drafts::Act;

namespace {

QJsonObject object(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

AuditRecord record(const char* kind, const char* data) {
    AuditRecord made;
    made.seq = 7;
    made.type = "ConnectionUpdated";
    made.outcome = "success";
    made.actor = {"admin", "console", "console"};
    made.target = {kind, "c1", "contoso"};
    made.data.text = data;
    return made;
}

const QString kAcme = QStringLiteral("acme");

} // namespace

class TstHistory : public QObject {
    Q_OBJECT
private slots:
    void anUpdateIsTakenBackOnTheObjectAsItIsNow() {
        const auto reversal = reversalOf(
            record("connection", "{\"before\":{\"issuer\":\"a\"},\"after\":{\"issuer\":\"b\",\"note\":\"new\"}}"),
            kAcme);
        QVERIFY(reversal.has_value());
        const auto draft =
            onto(*reversal, object("{\"issuer\":\"c\",\"note\":\"new\",\"name\":\"x\"}"), QStringLiteral("\"9\""));
        QCOMPARE(draft.act, Act::Update);
        QCOMPARE(draft.etag, QStringLiteral("\"9\""));
        QCOMPARE(draft.subject.key, QStringLiteral("c1"));
        QCOMPARE(draft.base, object("{\"issuer\":\"c\",\"note\":\"new\"}"));
        QCOMPARE(draft.wanted, object("{\"issuer\":\"a\"}"));
    }
    void aSecretIsNeverPutBackAsItsMask() {
        const auto reversal = reversalOf(
            record("connection",
                   "{\"before\":{\"issuer\":\"a\"},\"after\":{\"issuer\":\"b\",\"clientSecret\":\"********\"}}"),
            kAcme);
        QVERIFY(reversal.has_value());
        const auto draft = onto(*reversal, object("{\"issuer\":\"b\",\"hasClientSecret\":true}"), {});
        QVERIFY(!draft.wanted.contains(QLatin1String("clientSecret")));
        QVERIFY(!draft.base.contains(QLatin1String("clientSecret")));
    }
    void onlyASecretThatChangedCannotBeTakenBack() {
        QVERIFY(!reversalOf(record("connection", "{\"before\":{},\"after\":{\"clientSecret\":\"********\"}}"), kAcme));
    }
    void aCreationIsTakenBackByDeleting() {
        const auto reversal = reversalOf(record("group", "{\"after\":{\"name\":\"eng\"}}"), kAcme);
        QVERIFY(reversal.has_value());
        QCOMPARE(reversal->draft.act, Act::Delete);
    }
    void aDeletedProviderComesBackUnderItsOwnId() {
        const auto reversal = reversalOf(record("connection", "{\"before\":{\"issuer\":\"a\"}}"), kAcme);
        QVERIFY(reversal.has_value());
        QCOMPARE(reversal->draft.act, Act::Create);
        QCOMPARE(reversal->draft.wanted.value(QLatin1String("id")).toString(), QStringLiteral("c1"));
    }
    void whatWasRefusedOrCannotBeWrittenIsNotTakenBack() {
        AuditRecord refused = record("connection", "{\"before\":{\"a\":1},\"after\":{\"a\":2}}");
        refused.outcome = "denied";
        QVERIFY(!reversalOf(refused, kAcme));
        QVERIFY(!reversalOf(record("key", "{\"before\":{\"a\":1},\"after\":{\"a\":2}}"), kAcme));
        QVERIFY(!reversalOf(record("connection", "{\"operation\":\"connection.refresh\"}"), kAcme));
        QVERIFY(!reversalOf(record("connection", "no json"), kAcme));
    }
    void theModelSaysWhoDidWhat() {
        ChangeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({record("connection", "{\"before\":{\"a\":1},\"after\":{\"a\":2}}")});
        QCOMPARE(model.index(0, ChangeModel::Who).data().toString(), QStringLiteral("console"));
        QCOMPARE(model.index(0, ChangeModel::What).data().toString(), QStringLiteral("Changed"));
        QCOMPARE(model.index(0, ChangeModel::Object).data().toString(), QStringLiteral("identity provider contoso"));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstHistory)
#include "tst_history.moc"
