// SPDX-License-Identifier: Apache-2.0
// Filters of the audit log that somebody gave a name: saved, pinned, renamed, taken along.
#include <QFile>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include "tests/gui/console_fixture.h"
#include "ui/panels/audit/audit_panel.h"
#include "ui/panels/audit/filter_bar.h"
#include "ui/panels/audit/saved_filters.h"
#include "ui/panels/audit/saved_filters_dialog.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using namespace ui::panels::audit;

class TstSavedFilters : public QObject {
    Q_OBJECT
private slots:
    void aFilterIsSavedUsedAndPinnedAndKeptOverARestart() {
        {
            Console console;
            console.start();
            auto* panel = console.panel<AuditPanel>("audit");
            auto* bar = panel->findChild<FilterBar*>();
            type(*panel, QStringLiteral("outcome=failure"));
            emit panel->table().view()->filterRequested(QStringLiteral("type=TokenIssued"), true);
            console.settle();
            entry(*bar, "Save this filter …")->trigger();
            auto* asking = bar->findChild<QInputDialog*>();
            QVERIFY(asking != nullptr && asking->isVisible());
            asking->setTextValue(QStringLiteral("Night & day"));
            QTest::keyClick(asking, Qt::Key_Return);
            QCOMPARE(bar->saved().all().back(),
                     (SavedFilter{QStringLiteral("Night & day"), QStringLiteral("outcome=failure type!=TokenIssued"),
                                  false}));
            bar->saved().setPinned(QStringLiteral("night & day"), true);
        }
        Console console(Remembered::AsBefore);
        console.start();
        auto* panel = console.panel<AuditPanel>("audit");
        auto* bar = panel->findChild<FilterBar*>();
        QToolButton* pin = chipOf(*bar, "Night && day");
        QVERIFY(pin != nullptr && pin->isVisible());
        pin->click();
        console.settle();
        QCOMPARE(bar->text(), QStringLiteral("outcome=failure type!=TokenIssued"));
        QVERIFY(asked(console, "outcome=failure"));
        entry(*bar, "Privileged changes")->trigger();
        console.settle();
        QVERIFY(!bar->problem() && bar->text().startsWith(QLatin1String("type=AdminAction")));
    }
    void whatCannotBeUnderstoodIsNotSaved() {
        Console console;
        console.start();
        auto* bar = console.panel<AuditPanel>("audit")->findChild<FilterBar*>();
        QVERIFY(!entry(*bar, "Save this filter …")->isEnabled()); // there is none
        bar->setFilter(QStringLiteral("colour=red"));
        QVERIFY(!entry(*bar, "Save this filter …")->isEnabled());
        bar->setFilter(QStringLiteral("outcome=denied"));
        QVERIFY(entry(*bar, "Save this filter …")->isEnabled());
    }
    void savedFiltersAreRenamedPinnedAndDeletedInTheirTable() {
        const OwnSettings settings(Remembered::Nothing);
        SavedFilters saved;
        SavedFiltersDialog dialog(saved);
        dialog.show();
        auto* table = dialog.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 3);
        table->item(0, 0)->setText(QStringLiteral("  Mine "));
        QCOMPARE(saved.all().front().name, QStringLiteral("Mine"));
        QTRY_COMPARE(table->item(0, 0)->text(), QStringLiteral("Mine"));
        for (const char* taken : {"refused", "", "  "}) {
            table->item(0, 0)->setText(QLatin1String(taken));
            QVERIFY(dialog.findChild<ui::widgets::ErrorBanner*>()->isVisible());
            QTRY_COMPARE(table->item(0, 0)->text(), QStringLiteral("Mine"));
        }
        table->item(1, 2)->setCheckState(Qt::Checked);
        QVERIFY(saved.all()[1].pinned);
        QCoreApplication::processEvents();
        table->setCurrentCell(0, 0);
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(saved.all().size(), std::size_t(2));
        saved.remove(saved.all()[0].name);
        saved.remove(saved.all()[0].name);
        QVERIFY(saved.all().empty()); // and the ones to begin with do not come back
    }
    void savedFiltersAreTakenAlongAndNothingOfOnesOwnIsLost() {
        const OwnSettings settings(Remembered::Nothing);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("filters.json"));
        SavedFilters saved;
        saved.save(QStringLiteral("Nights"), QStringLiteral("outcome=failure since=12h"));
        saved.setPinned(QStringLiteral("Nights"), true);
        SavedFiltersDialog(saved).exportTo(file);
        saved.remove(QStringLiteral("Nights"));
        saved.save(QStringLiteral("Refused"), QStringLiteral("type=AccessDenied"));
        SavedFiltersDialog(saved).importFrom(file);
        const std::vector<SavedFilter> all = saved.all();
        QCOMPARE(all.size(), std::size_t(5));
        QCOMPARE(all[2], (SavedFilter{QStringLiteral("Refused"), QStringLiteral("type=AccessDenied"), false}));
        QCOMPARE(all[3], (SavedFilter{QStringLiteral("Refused (2)"), QStringLiteral("outcome=denied"), false}));
        QCOMPARE(all[4], (SavedFilter{QStringLiteral("Nights"), QStringLiteral("outcome=failure since=12h"), true}));
    }
    void aFileThatHoldsNoFiltersIsRefusedWhole_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("type=A");
        QTest::newRow("something else") << QByteArray("{\"filters\":[{\"name\":\"a\",\"filter\":\"type=A\"}]}");
        const auto of = [](const QByteArray& filters) {
            return "{\"gatehouseAuditFilters\":1,\"filters\":[{\"name\":\"good\",\"filter\":\"type=A\"}," + filters +
                   "]}";
        };
        QTest::newRow("bad word") << of("{\"name\":\"a\",\"filter\":\"colour=red\"}");
        QTest::newRow("no name") << of("{\"filter\":\"type=A\"}");
        QTest::newRow("no filter") << of("{\"name\":\"a\"}");
        QTest::newRow("a number") << of("7");
        QTest::newRow("too large") << QByteArray(300 * 1024, ' ');
    }
    void aFileThatHoldsNoFiltersIsRefusedWhole() {
        QFETCH(QByteArray, file);
        const OwnSettings settings(Remembered::Nothing);
        SavedFilters saved;
        const SavedFilters::Imported done = saved.importFile(file);
        QVERIFY(!done.problem.isEmpty());
        QCOMPARE(done.added, 0);
        QCOMPARE(saved.all().size(), std::size_t(3));
    }

private:
    /// The entry of the menu of saved filters, which is filled as it opens.
    static QAction* entry(FilterBar& bar, const char* text) {
        for (QToolButton* button : bar.findChildren<QToolButton*>()) {
            if (button->menu() != nullptr) {
                emit button->menu()->aboutToShow();
                for (QAction* action : button->menu()->actions()) {
                    if (action->text() == QString::fromUtf8(text)) {
                        return action;
                    }
                }
            }
        }
        return nullptr;
    }
    static QToolButton* chipOf(QWidget& bar, const char* text) {
        for (QToolButton* button : bar.findChildren<QToolButton*>()) {
            if (button->text() == QLatin1String(text)) {
                return button;
            }
        }
        return nullptr;
    }
    static void type(AuditPanel& panel, const QString& text) {
        auto* edit = panel.findChild<FilterBar*>()->findChild<QLineEdit*>();
        edit->setText(text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    static bool asked(Console& console, const char* what) {
        for (const api::Call& call : console.broker.calls()) {
            if (call.path.find("/audit") != std::string::npos && call.path.find(what) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstSavedFilters)
#include "tst_saved_filters.moc"
