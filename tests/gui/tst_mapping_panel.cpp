// SPDX-License-Identifier: Apache-2.0
// The mapping preview: what a sign-in would come to, over the last logins too; and that what is pasted stays here.
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/gui/console_fixture.h"
#include "ui/panels/mapping/batch_view.h"
#include "ui/panels/mapping/claims_input.h"
#include "ui/panels/mapping/mapping_columns.h"
#include "ui/panels/mapping/mapping_panel.h"
#include "ui/panels/mapping/result_view.h"
#include "ui/panels/mapping/rules_editor.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/json_edit.h"

namespace gatehouse::tests {

using namespace ui;
using panels::mapping::MappingPanel;

namespace {

constexpr const char* kPreview = "/admin/v1/tenants/acme/connections/c-contoso/preview";
constexpr const char* kReplay = "/admin/v1/tenants/acme/connections/c-contoso/replay";

QString words(const QWidget* widget) {
    QString all;
    for (const QLabel* label : widget->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            all += label->text() + u'\n';
        }
    }
    return all;
}

QJsonObject item(int number, const char* verdict) {
    return {{QStringLiteral("flowId"), QStringLiteral("f-%1").arg(number)},
            {QStringLiteral("reference"), QStringLiteral("GH-0000-%1").arg(number, 4, 10, QLatin1Char('0'))},
            {QStringLiteral("user"), QStringLiteral("person %1").arg(number)},
            {QStringLiteral("verdict"), QLatin1String(verdict)}};
}

/// A hundred logins: 60 as they were, 27 otherwise, 13 refused.
QJsonObject hundred() {
    QJsonArray items;
    for (int i = 0; i < 100; ++i) {
        items.append(item(i, i < 60 ? "unchanged" : i < 87 ? "changed" : "blocked"));
    }
    return {{QStringLiteral("total"), 100},
            {QStringLiteral("unchanged"), 60},
            {QStringLiteral("changed"), 27},
            {QStringLiteral("blocked"), 13},
            {QStringLiteral("items"), items}};
}

struct Mapping : Console {
    explicit Mapping(const QString& file = {})
        : Console(Remembered::Nothing, file) {
        start();
        page = panel<MappingPanel>("mapping");
        page->setDebounce(0, 0);
    }
    void claims(const QString& text) {
        page->findChild<panels::mapping::ClaimsInput*>()->findChild<widgets::JsonEdit*>()->setPlainText(text);
    }
    MappingPanel* page = nullptr;
};

} // namespace

class TstMappingPanel : public QObject {
    Q_OBJECT
private slots:
    void theLastHundredLoginsAddUpAndEachNumberOpensItsList() {
        Mapping mapping;
        for (int i = 0; i < 5; ++i) { // it runs as often as the rules come to rest
            mapping.broker.answerOnce("POST", kReplay, RecordedBroker::json(200, hundred()));
        }
        mapping.page->refresh();
        mapping.claims(QStringLiteral("{\"email\":\"ana@acme.example\"}"));
        auto* batch = mapping.page->findChild<panels::mapping::BatchView*>();
        QVERIFY(QTest::qWaitFor([&] { return words(batch).contains(QStringLiteral("100")); }));
        QVERIFY2(words(batch).contains(QStringLiteral("60 unchanged, 27 changed, 13 blocked")),
                 qPrintable(words(batch)));
        auto* table = batch->findChild<widgets::FilterTable*>();
        int sum = 0;
        for (const auto& [name, count] :
             {std::pair("mapping.batch.unchanged", 60), {"mapping.batch.changed", 27}, {"mapping.batch.blocked", 13}}) {
            auto* button = batch->findChild<QPushButton*>(QLatin1String(name));
            QVERIFY2(button->isVisible(), name);
            button->click();
            QVERIFY(table->isVisible());
            QCOMPARE(table->view()->model()->rowCount(), count);
            sum += count;
        }
        QCOMPARE(sum, 100);
    }
    void someoneKnownUnderANewAccountIsAWarning() {
        Mapping mapping;
        mapping.settle();
        mapping.broker.answerOnce(
            "POST", kPreview,
            RecordedBroker::json(200, {{QStringLiteral("outcome"), QStringLiteral("match")},
                                       {QStringLiteral("bindsIdentity"), true},
                                       {QStringLiteral("userId"), QStringLiteral("u-1")},
                                       {QStringLiteral("user"),
                                        QJsonObject{{QStringLiteral("displayName"), QStringLiteral("Ana Example")}}}}));
        mapping.claims(QStringLiteral("{\"email\":\"ana@acme.example\"}"));
        QVERIFY(QTest::qWaitFor([&] { return words(mapping.page).contains(QStringLiteral("who is known here")); }));
        QVERIFY(QTest::qWaitFor(
            [&] { return words(mapping.page).contains(QStringLiteral("signs in as Ana Example from then on")); }));
    }
    void someoneWhoWasBoundBeforeIsNone() {
        Mapping mapping;
        mapping.settle();
        mapping.broker.answerOnce(
            "POST", kPreview,
            RecordedBroker::json(200, {{QStringLiteral("outcome"), QStringLiteral("match")},
                                       {QStringLiteral("bindsIdentity"), false},
                                       {QStringLiteral("user"),
                                        QJsonObject{{QStringLiteral("displayName"), QStringLiteral("Ana Example")}}}}));
        mapping.claims(QStringLiteral("{\"email\":\"ana@acme.example\"}"));
        QVERIFY(QTest::qWaitFor([&] { return words(mapping.page).contains(QStringLiteral("who is known here")); }));
        QVERIFY(!words(mapping.page).contains(QStringLiteral("from then on")));
    }
    void inANarrowWindowWhatArrivedAndTheResultShareAColumn() {
        Mapping mapping;
        mapping.settle();
        auto* result = mapping.page->findChild<panels::mapping::ResultView*>();
        auto* input = mapping.page->findChild<panels::mapping::ClaimsInput*>();
        auto* rules = mapping.page->findChild<panels::mapping::RulesEditor*>();
        auto* tabs = mapping.page->findChild<panels::mapping::MappingColumns*>()->findChild<QTabBar*>(
            QStringLiteral("mapping.shared"));
        mapping.window.resize(1280, 800);
        QTRY_VERIFY(result->isVisible() && input->isVisible() && !tabs->isVisible());
        mapping.window.resize(900, 600);
        QTRY_VERIFY(tabs->isVisible());
        QVERIFY(input->isVisible());
        QVERIFY(!result->isVisible());
        QTRY_VERIFY2(rules->width() > 500, qPrintable(QString::number(rules->width())));
        QVERIFY(!tabs->tabIcon(1).isNull()); // how it went is seen without going there
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QTRY_VERIFY(result->isVisible());
        QVERIFY(!input->isVisible());
        mapping.window.resize(1280, 800);
        QTRY_VERIFY(result->isVisible() && input->isVisible() && !tabs->isVisible());
    }
    void aPastedTokenIsInNoFileOfTheConsole() {
        const QTemporaryDir folder;
        const QString secret = QStringLiteral("c2lnbmF0dXJlLW9mLWEtcGFzdGVkLXRva2Vu");
        {
            Mapping mapping(folder.filePath(QStringLiteral("drafts.json")));
            mapping.claims(QStringLiteral("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIiwiZW1haWwiOiJhQGIuZXhhbXBsZSJ9.") +
                           secret);
            QVERIFY(QTest::qWaitFor([&] {
                const auto calls = mapping.broker.calls();
                return std::any_of(calls.begin(), calls.end(), [&](const api::Call& call) {
                    return call.body.find(secret.toStdString()) != std::string::npos;
                });
            }));
            mapping.settle();
            mapping.window.close();
        }
        int files = 0;
        const QString settings = ui::shell::openSettings().fileName();
        for (const QString& place : {folder.path(), QFileInfo(settings).path()}) {
            for (QDirIterator each(place, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
                QFile file(each.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains(secret.toLatin1()), qPrintable(file.fileName()));
                ++files;
            }
        }
        QVERIFY(files > 0); // there was something to look at
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstMappingPanel)
#include "tst_mapping_panel.moc"
