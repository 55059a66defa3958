// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include "tests/gui/console_fixture.h"
#include "ui/panels/audit/audit_model.h"
#include "ui/panels/audit/audit_panel.h"
#include "ui/panels/audit/chain_badge.h"
#include "ui/panels/audit/filter_bar.h"
#include "ui/panels/audit/record_detail.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/status.h"

namespace gatehouse::tests {

using namespace ui::panels::audit;
using ui::widgets::FilterTable;

namespace {

const QDateTime kNow = QDateTime::fromString(QStringLiteral("2026-11-22T12:00:00Z"), Qt::ISODate);

QString written(const QString& text) {
    QStringList words;
    for (const Term& term : parseFilter(text).terms) {
        words.append(termText(term));
    }
    return words.join(u' ');
}

} // namespace

class TstAudit : public QObject {
    Q_OBJECT
private slots:
    void whoHasNoNameIsKnownByTheEndOfItsId() {
        const admin::api::Party nameless{"user", "01a1fdfa-4600-72bb-813b-c2e03f69e043", ""};
        QCOMPARE(partyText(nameless, Form::Short), QStringLiteral("user …69e043"));
        QCOMPARE(partyText(nameless, Form::Whole), QStringLiteral("user 01a1fdfa-4600-72bb-813b-c2e03f69e043"));
        QCOMPARE(partyText({"user", "u-1", "Ana"}, Form::Short), QStringLiteral("Ana"));
    }
    void filtersAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char* text, const char* meaning) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(meaning);
        };
        row("", "");
        row("outcome=failure", "outcome=failure");
        row("OUTCOME:Failure", "outcome=Failure");
        row("  type=SSOLogin*   actor:ana ", "type=SSOLogin* actor=ana");
        row("target:\"Payroll app\"", "target=\"Payroll app\"");
        row("-type=Token*", "type!=Token*");
        row("outcome=failure app:\"Payroll\" since:7d", "outcome=failure app=Payroll since=7d");
        row("actor!=ana", "actor!=ana");
        row("gh-7f3k-92qd", "ref=gh-7f3k-92qd");
        row("role", "type=RoleAssigned,RoleRemoved");
        row("-role", "type!=RoleAssigned,RoleRemoved");
        row("since:7d until:2026-03-01", "since=7d until=2026-03-01");
    }
    void filtersAreRead() {
        QFETCH(QString, text);
        QFETCH(QString, meaning);
        QVERIFY(!parseFilter(text).problem);
        QCOMPARE(written(text), meaning);
        QCOMPARE(written(meaning), meaning); // what we write, we read
    }
    void badWordsAreNamedWithTheirPlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("length");
        const auto row = [](const char* text, int at, int length) {
            QTest::newRow(text) << QString::fromUtf8(text) << at << length;
        };
        row("outcome=maybe", 0, 13);
        row("type=A colour=red", 7, 10);
        row("outcome=failure since:soon", 16, 10);
        row("actor=", 0, 6);
        row("-since:7d", 0, 9);
        row("zebra", 0, 5);
        row("target:\"open", 0, 12);
        row("since:0d", 0, 8);
        row("-ref=GH-1", 0, 9);
        row("-app:Payroll", 0, 12);
        row("=x", 0, 2);
    }
    void badWordsAreNamedWithTheirPlace() {
        QFETCH(QString, text);
        QFETCH(int, at);
        QFETCH(int, length);
        const Parsed parsed = parseFilter(text);
        QVERIFY(parsed.problem.has_value());
        QCOMPARE(parsed.problem->at, at);
        QCOMPARE(parsed.problem->length, length);
        QVERIFY(!parsed.problem->message.isEmpty());
    }
    void aFilterBecomesAQuestion() {
        const auto query = queryOf(
            parseFilter(
                QStringLiteral("type=A,B -type=C outcome!=success since:2h until:2026-11-22 flow=f-1 app:\"My app\""))
                .terms,
            kNow);
        QCOMPARE(query.type, QStringLiteral("A,B,!C"));
        QCOMPARE(query.outcome, QStringLiteral("!success"));
        QCOMPARE(query.from, QStringLiteral("2026-11-22T10:00:00.000Z"));
        QCOMPARE(query.to, QStringLiteral("2026-11-22T00:00:00.000Z"));
        QCOMPARE(query.flowId, QStringLiteral("f-1"));
        QCOMPARE(query.app, QStringLiteral("My app"));
        QVERIFY(!query.isWhole());
        QVERIFY(queryOf({}, kNow).isWhole());
    }
    void completionsFollowTheWord() {
        QVERIFY(completionsFor(QStringLiteral("out")).contains(QStringLiteral("outcome=")));
        QVERIFY(completionsFor(QStringLiteral("outcome=f")).contains(QStringLiteral("outcome=failure")));
        QVERIFY(completionsFor(QStringLiteral("role")).contains(QStringLiteral("type=RoleAssigned")));
        QVERIFY(completionsFor(QStringLiteral("-type=Token")).contains(QStringLiteral("-type=TokenIssued")));
        QVERIFY(completionsFor(QStringLiteral("actor=ana")).isEmpty());
    }
    void changesAreShownMemberByMember() {
        const QJsonObject data{
            {QStringLiteral("before"), QJsonObject{{QStringLiteral("a"), 1},
                                                   {QStringLiteral("gone"), QStringLiteral("x")},
                                                   {QStringLiteral("in"), QJsonObject{{QStringLiteral("b"), true}}}}},
            {QStringLiteral("after"), QJsonObject{{QStringLiteral("a"), 2},
                                                  {QStringLiteral("new"), QStringLiteral("y")},
                                                  {QStringLiteral("in"), QJsonObject{{QStringLiteral("b"), false}}}}}};
        const std::vector<Difference> all = differencesOf(data);
        QCOMPARE(all.size(), std::size_t(4));
        QVERIFY(std::find(all.begin(), all.end(),
                          Difference{QStringLiteral("in/b"), QStringLiteral("true"), QStringLiteral("false")}) !=
                all.end());
        QVERIFY(std::find(all.begin(), all.end(), Difference{QStringLiteral("new"), {}, QStringLiteral("y")}) !=
                all.end());
        QVERIFY(differencesOf({{QStringLiteral("grant"), 1}}).empty());
    }
    void theWholeLogIsThereAndAnyRowIsOneRead() {
        Console console;
        console.broker.audit().resize(10'000);
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        QAbstractItemModelTester tester(&panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false);
        QCOMPARE(panel->model().rowCount(), 10'000);
        QCOMPARE(panel->table().currentKey(), QStringLiteral("10000"));
        const int before = console.broker.count("GET", "/admin/v1/tenants/acme/audit?");
        QTest::keyClick(panel->table().view(), Qt::Key_End);
        QVERIFY(QTest::qWaitFor([&] { return panel->table().currentKey() == QStringLiteral("1"); }));
        console.settle();
        QVERIFY(console.broker.count("GET", "/admin/v1/tenants/acme/audit?") - before <= 2);
        panel->reveal(QStringLiteral("5000"));
        QVERIFY(QTest::qWaitFor([&] { return panel->table().currentKey() == QStringLiteral("5000"); }));
    }
    void aFilteredViewIsCountedAndJumpsToo() {
        Console console;
        console.broker.audit().resize(10'000);
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        type(*panel, QStringLiteral("outcome=failure"));
        console.settle();
        QCOMPARE(panel->model().rowCount(), 1429);
        QTest::keyClick(panel->table().view(), Qt::Key_End);
        QVERIFY(QTest::qWaitFor([&] { return panel->table().currentKey() == QStringLiteral("4"); }));
        type(*panel, QStringLiteral("type=Nothing*"));
        console.settle();
        QCOMPARE(panel->model().rowCount(), 0);
    }
    void aRangeWithoutEventsIsToldFromAFilterThatMatchesNothing() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        type(*panel, QStringLiteral("until:2001-01-01"));
        console.settle();
        QCOMPARE(panel->model().rowCount(), 0);
        QVERIFY(sentenceOf(*panel).startsWith(QStringLiteral("No events in this range.")));
        buttonNamed(panel->table(), "Widen range")->click();
        console.settle();
        QCOMPARE(panel->model().rowCount(), 1204);
        type(*panel, QStringLiteral("type=Nothing*"));
        console.settle();
        QVERIFY(sentenceOf(*panel).startsWith(QStringLiteral("Nothing matches")));
        QVERIFY(buttonNamed(panel->table(), "Clear filter") != nullptr);
        QVERIFY(buttonNamed(panel->table(), "Help on this list") != nullptr);
    }
    void aBadWordKeepsTheLastGoodResult() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        type(*panel, QStringLiteral("outcome=failure"));
        console.settle();
        const int rows = panel->model().rowCount();
        QVERIFY(rows > 0 && rows < 1204);
        type(*panel, QStringLiteral("outcome=failure colour=red"));
        console.settle();
        QCOMPARE(panel->model().rowCount(), rows);
        QVERIFY(panel->findChild<FilterBar*>()->problem().has_value());
    }
    void namesAndReferencesAreLookedUp() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        type(*panel, QStringLiteral("actor:Ana"));
        console.settle();
        QVERIFY(console.broker.count("GET", "/admin/v1/tenants/acme/users?") > 0);
        QVERIFY(asked(console, "actor=u-ana"));
        type(*panel, QStringLiteral("ref=f-002"));
        console.settle();
        QVERIFY(asked(console, "flowId=f-002"));
        type(*panel, QStringLiteral("GH-0000-0000"));
        console.settle();
        QVERIFY(!panel->findChild<QLineEdit*>()->accessibleDescription().isEmpty()); // says that there is none
    }
    void cellsBecomeChipsThatGoByKey() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        auto* view = panel->table().view();
        emit view->filterRequested(QStringLiteral("type=TokenIssued"), true);
        console.settle();
        QVERIFY(asked(console, "type=%21TokenIssued"));
        QToolButton* chip = nullptr;
        for (QToolButton* each : panel->findChild<FilterBar*>()->findChildren<QToolButton*>()) {
            chip = each->text() == QLatin1String("type!=TokenIssued") ? each : chip;
        }
        QVERIFY(chip != nullptr);
        QTest::keyClick(chip, Qt::Key_Delete);
        QVERIFY(QTest::qWaitFor([&] { return panel->findChild<FilterBar*>()->terms().empty(); }));
        console.settle();
        QCOMPARE(panel->model().rowCount(), 1204);
    }
    void whatHappensNowComesOnTopAndWaitsWhilePaused() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        happen(console, 1207);
        QVERIFY(QTest::qWaitFor([&] { return panel->model().rowCount() == 1207; }));
        QCOMPARE(panel->model().index(0, 0).data(ui::widgets::KeyRole).toString(), QStringLiteral("1207"));
        QCOMPARE(panel->table().currentKey(), QStringLiteral("1204")); // the selected row stays
        panel->table().view()->setFocus();
        auto* live = liveButton(*panel);
        live->toggle();
        happen(console, 1244);
        QVERIFY(QTest::qWaitFor([&] { return live->text() == QStringLiteral("+37 new"); }));
        QCOMPARE(panel->model().rowCount(), 1207);
        live->toggle();
        QVERIFY(QTest::qWaitFor([&] { return panel->model().rowCount() == 1244; }));
        for (int row = 0; row < 60; ++row) { // none was lost, none came twice
            QCOMPARE(panel->model().index(row, 0).data(ui::widgets::KeyRole).toString(), QString::number(1244 - row));
        }
    }
    void recordsOfAnotherTenantAreNotTaken() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        console.broker.audit().resize(1300);
        console.event("audit", R"({"seq":1300,"tenant":"globex"})");
        console.settle();
        QCOMPARE(panel->model().rowCount(), 1204);
    }
    void theChainIsComparedWithWhatWasSeenBefore() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        auto* chip = panel->findChild<ChainBadge*>()->findChild<ui::widgets::StatusChip*>();
        auto* verify = buttonNamed(*panel, "Verify the audit chain now");
        verify->click();
        console.settle();
        QCOMPARE(chip->word(), QStringLiteral("Verified to #1,204"));
        console.broker.audit().resize(1300);
        verify->click();
        console.settle();
        QCOMPARE(chip->word(), QStringLiteral("Verified to #1,300"));
        console.broker.audit().rewrite();
        verify->click();
        console.settle();
        QCOMPARE(chip->word(), QStringLiteral("Chain broken"));
        QCOMPARE(chip->status(), ui::widgets::Status::Failed);
    }
    void aShorterLogIsBroken() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        auto* verify = buttonNamed(*panel, "Verify the audit chain now");
        verify->click();
        console.settle();
        console.broker.audit().resize(1000);
        verify->click();
        console.settle();
        QCOMPARE(panel->findChild<ChainBadge*>()->findChild<ui::widgets::StatusChip*>()->word(),
                 QStringLiteral("Chain broken"));
    }
    void everythingIsExportedNotOnlyWhatIsInMemory() {
        const QTemporaryDir folder;
        Console console;
        console.broker.audit().resize(3000);
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        QSignalSpy said(panel, &ui::shell::Panel::notice);
        const QString path = folder.filePath(QStringLiteral("audit.csv"));
        emit panel->table().exportRequested(path, ui::widgets::ExportFormat::Csv);
        QVERIFY(said.wait());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv.count("\r\n"), 3001);
        QVERIFY(csv.contains("\r\n1,"));
        QVERIFY(QFile::exists(path + QStringLiteral(".manifest.json")));
    }
    void aRangeOfTheHistogramBecomesATime() {
        Console console;
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        auto* chart = panel->findChild<ui::widgets::Chart*>();
        QCOMPARE(chart->steps(), 60);
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("Records")));
        QTest::keyClick(chart, Qt::Key_Return);
        console.settle();
        QCOMPARE(panel->findChild<FilterBar*>()->terms().size(), std::size_t(2));
        QVERIFY(asked(console, "from="));
    }
    void aFailureIsSaidAndTriedAgain() {
        Console console;
        console.broker.answerOnce("GET", "/admin/v1/tenants/acme/audit?",
                                  RecordedBroker::problem(503, QStringLiteral("store.unavailable"), {}, {}));
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        auto* retry = buttonNamed(panel->table(), "Try again");
        QVERIFY(retry != nullptr && retry->isVisible());
        retry->click();
        console.settle();
        QCOMPARE(panel->model().rowCount(), 1204);
        QVERIFY(!retry->isVisible());
    }

private:
    static void type(AuditPanel& panel, const QString& text) {
        auto* edit = panel.findChild<FilterBar*>()->findChild<QLineEdit*>();
        edit->setText(text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    static QString sentenceOf(AuditPanel& panel) {
        for (const auto* state : panel.findChildren<ui::widgets::EmptyState*>()) {
            if (state->isVisible()) {
                return state->sentence();
            }
        }
        return {};
    }
    static bool asked(Console& console, const char* what) {
        for (const api::Call& call : console.broker.calls()) {
            if (call.path.find("/audit") != std::string::npos && call.path.find(what) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
    static void happen(Console& console, qint64 last) {
        const qint64 first = console.broker.audit().size() + 1;
        console.broker.audit().resize(last);
        for (qint64 seq = first; seq <= last; ++seq) {
            console.event("audit", "{\"seq\":" + std::to_string(seq) + ",\"tenant\":\"acme\"}");
        }
    }
    static QToolButton* liveButton(QWidget& panel) {
        for (QToolButton* button : panel.findChildren<QToolButton*>()) {
            if (button->isCheckable() && button->accessibleName().startsWith(QLatin1String("Live view"))) {
                return button;
            }
        }
        return nullptr;
    }
    static QPushButton* buttonNamed(QWidget& panel, const char* name) {
        for (QPushButton* button : panel.findChildren<QPushButton*>()) {
            if (button->accessibleName() == QLatin1String(name)) {
                return button;
            }
        }
        return nullptr;
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstAudit)
#include "tst_audit.moc"
