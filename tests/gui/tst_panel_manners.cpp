// SPDX-License-Identifier: Apache-2.0
// What every panel has in common: its state, its list's menu and keys, the next match, export, print, events.
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSplitter>
#include <QToolButton>

#include "tests/gui/console_fixture.h"
#include "ui/panels/audit/filter_bar.h"
#include "ui/shell/frame.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/panel_print.h"
#include "ui/shell/panel_state.h"
#include "ui/shell/rail.h"
#include "ui/shell/toasts.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/masking.h"
#include "ui/widgets/table_text.h"

namespace gatehouse::tests {

using namespace ui::shell;
using ui::widgets::DetailPane;
using ui::widgets::FilterTable;

namespace {

QAction* actionOf(Console& console, const char* id) {
    return console.window.findChild<QAction*>(QLatin1String(id), Qt::FindDirectChildrenOnly);
}

QFileDialog* openDialog(Console& console) {
    for (QFileDialog* dialog : console.window.findChildren<QFileDialog*>()) {
        if (dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

/// Panels that are a list with an inspector.
void listPanels() {
    QTest::addColumn<QString>("id");
    for (const char* id : {"tenants", "connections", "apps", "users", "logins", "audit", "history"}) {
        QTest::newRow(id) << QString::fromLatin1(id);
    }
}

} // namespace

class TstPanelManners : public QObject {
    Q_OBJECT
private slots:
    void everyListIsFoundAsItWasLeftAfterARestart_data() { listPanels(); }
    void everyListIsFoundAsItWasLeftAfterARestart() {
        QFETCH(QString, id);
        QVariantMap before;
        {
            Console console;
            console.start();
            auto* panel = console.panel<Panel>(qPrintable(id));
            auto* table = panel->findChild<FilterTable*>();
            if (auto* bar = panel->findChild<ui::panels::audit::FilterBar*>()) {
                bar->setFilter(QStringLiteral("outcome=success"), QStringLiteral("type=Connection*"));
            } else {
                table->setFilterText(QStringLiteral("e"));
            }
            QHeaderView* header = table->view()->horizontalHeader();
            header->resizeSection(1, 133);
            header->moveSection(header->visualIndex(2), 0);
            ui::widgets::setColumnShown(*header, 3, false); // as a person does: it may have stepped aside by itself
            table->sortBy(1, Qt::DescendingOrder);
            auto* splitter = panel->findChild<QSplitter*>();
            splitter->setSizes({splitter->sizes().at(0) - 40, splitter->sizes().at(1) + 40});
            console.settle();
            const int rows = table->view()->model()->rowCount();
            QVERIFY(rows > 0);
            table->view()->selectRow(rows - 1);
            console.settle();
            before = panel->saveState();
            console.window.saveLayout();
        }
        Console again(Remembered::AsBefore);
        again.start();
        auto* panel = again.panel<Panel>(qPrintable(id));
        QTRY_VERIFY(!panel->findChild<FilterTable*>()->currentKey().isEmpty());
        again.settle();
        const QVariantMap after = panel->saveState();
        for (auto each = before.begin(); each != before.end(); ++each) {
            const QVariantMap was = each.value().toMap();
            for (auto member = was.begin(); member != was.end(); ++member) {
                QVERIFY2(after.value(each.key()).toMap().value(member.key()) == member.value(),
                         qPrintable(each.key() + u' ' + member.key()));
            }
            QVERIFY2(after.value(each.key()) == each.value(), qPrintable(each.key()));
        }
        QVERIFY(panel->findChild<FilterTable*>()->view()->horizontalHeader()->isSectionHidden(3));
    }

    void theOutcomeOfTheLoginsShownIsKept() {
        {
            Console console;
            console.start();
            console.panel<Panel>("logins")->findChild<ui::widgets::ChoiceField*>()->setValue(QStringLiteral("failure"));
            console.window.saveLayout();
        }
        Console again(Remembered::AsBefore);
        again.start();
        auto* panel = again.panel<Panel>("logins");
        QCOMPARE(panel->findChild<ui::widgets::ChoiceField*>()->value(), QStringLiteral("failure"));
        QVERIFY(again.broker.count("GET", "/admin/v1/tenants/acme/flows?limit=200&outcome=failure") > 0 ||
                panel->findChild<FilterTable*>()->view()->model()->rowCount() < 7);
        panel->restoreState({{QStringLiteral("outcome"), QStringLiteral("no such")}});
        QCOMPARE(panel->findChild<ui::widgets::ChoiceField*>()->value(), QStringLiteral("failure"));
    }

    void aHiddenInspectorStaysHiddenAfterARestart() {
        {
            Console console;
            console.start();
            console.panel<Panel>("users");
            QTest::keyClick(&console.window, Qt::Key_I, Qt::ControlModifier);
            console.window.saveLayout();
        }
        Console again(Remembered::AsBefore);
        again.start();
        auto* panel = again.panel<Panel>("users");
        QVERIFY(!panel->findChild<DetailPane*>()->isVisible());
        QTest::keyClick(&again.window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(panel->findChild<DetailPane*>()->isVisible());
    }

    void whatAListSaysIsSaid_data() { listPanels(); }
    void whatAListSaysIsSaid() {
        QFETCH(QString, id);
        Console console;
        console.start();
        auto* panel = console.panel<Panel>(qPrintable(id));
        emit panel->findChild<FilterTable*>()->said(QStringLiteral("Exported."));
        const auto toast = console.window.services().toasts->current();
        QVERIFY(toast);
        QCOMPARE(toast->sentence, QStringLiteral("Exported."));
    }

    void enterLeadsIntoTheInspectorEvenIfItWasHidden_data() { listPanels(); }
    void enterLeadsIntoTheInspectorEvenIfItWasHidden() {
        QFETCH(QString, id);
        Console console;
        console.start();
        auto* panel = console.panel<Panel>(qPrintable(id));
        auto* table = panel->findChild<FilterTable*>();
        auto* pane = panel->findChild<DetailPane*>();
        QTest::keyClick(&console.window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!pane->isVisible());
        table->view()->setFocus();
        QTest::keyClick(table->view(), Qt::Key_Return);
        QVERIFY(pane->isVisible());
        QVERIFY(QApplication::focusWidget() != nullptr && pane->isAncestorOf(QApplication::focusWidget()));
    }

    void theMenuOfAListIsThePanelsActions_data() { listPanels(); }
    void theMenuOfAListIsThePanelsActions() {
        QFETCH(QString, id);
        Console console;
        console.start();
        auto* panel = console.panel<Panel>(qPrintable(id));
        auto* table = panel->findChild<FilterTable*>();
        const QList<QAction*> actions = panel->panelActions();
        QVERIFY(!actions.isEmpty());
        const std::unique_ptr<QMenu> menu(table->view()->makeMenu(table->view()->currentIndex()));
        for (QAction* action : actions) {
            QVERIFY2(menu->actions().contains(action), qPrintable(action->text()));
            QVERIFY(!action->text().isEmpty());
        }
    }

    void deleteAsksAndEscapeLeavesEverythingThere() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("connections");
        panel->reveal(QStringLiteral("c-contoso"));
        console.settle();
        auto* table = panel->findChild<FilterTable*>();
        table->view()->setFocus();
        emit table->deleteRequested({QStringLiteral("c-contoso")});
        QTRY_VERIFY(panel->findChild<QDialog*>(QStringLiteral("idp.deleteBox")) != nullptr);
        QTest::keyClick(panel->findChild<QDialog*>(QStringLiteral("idp.deleteBox")), Qt::Key_Escape);
        QCOMPARE(console.broker.count("DELETE", "/"), 0);
    }

    void anActionFollowsItsButton() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("users");
        const auto named = [panel](const char* text) {
            for (QAction* action : panel->panelActions()) {
                if (action->text() == QLatin1String(text) && action->isEnabled()) {
                    return true;
                }
            }
            return false;
        };
        panel->reveal(QStringLiteral("u-ben"));
        console.settle();
        QTRY_VERIFY(named("Deactivate"));
        QVERIFY(!named("Activate"));
        panel->findChild<FilterTable*>()->setFilterText(QStringLiteral("nobody of that name"));
        QTRY_COMPARE(panel->currentObject(), QString());
        QVERIFY(!named("Deactivate")); // nobody is shown
    }

    void everyObjectPageLeadsToItsEvents_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("field");
        QTest::newRow("tenants") << QStringLiteral("tenants") << QStringLiteral("acme") << QStringLiteral("target");
        QTest::newRow("connections") << QStringLiteral("connections") << QStringLiteral("c-contoso")
                                     << QStringLiteral("target");
        QTest::newRow("mapping") << QStringLiteral("mapping") << QStringLiteral("c-contoso")
                                 << QStringLiteral("target");
        QTest::newRow("users") << QStringLiteral("users") << QStringLiteral("u-ben") << QStringLiteral("target");
        QTest::newRow("logins") << QStringLiteral("logins") << QStringLiteral("f-002") << QStringLiteral("flow");
    }
    void everyObjectPageLeadsToItsEvents() {
        QFETCH(QString, id);
        QFETCH(QString, object);
        QFETCH(QString, field);
        Console console;
        console.start();
        auto* panel = console.panel<Panel>(qPrintable(id));
        panel->reveal(object);
        console.settle();
        auto* button = panel->findChild<QToolButton*>(QStringLiteral("eventsForThis"));
        QVERIFY(button != nullptr);
        QTRY_VERIFY(button->isVisible());
        button->click();
        QCOMPARE(console.window.place().panel, QStringLiteral("audit"));
        const auto terms =
            console.window.panel(QStringLiteral("audit"))->findChild<ui::panels::audit::FilterBar*>()->terms();
        QCOMPARE(static_cast<int>(terms.size()), 1);
        QCOMPARE(terms.front().field, field);
        QVERIFY(!terms.front().value.isEmpty());
        QVERIFY(id == QLatin1String("tenants") || terms.front().value == object);
    }

    void f3WalksThroughTheRowsThatTheFilterLeaves() {
        Console console;
        console.start();
        auto* table = console.panel<Panel>("logins")->findChild<FilterTable*>();
        table->setFilterText(QStringLiteral("a"));
        QTRY_VERIFY(table->isFiltered() && table->view()->model()->rowCount() > 1);
        const int rows = table->view()->model()->rowCount();
        table->view()->setCurrentIndex(table->view()->model()->index(rows - 1, 0));
        QTest::keyClick(&console.window, Qt::Key_F3);
        QCOMPARE(table->view()->currentIndex().row(), 0);
        QTest::keyClick(&console.window, Qt::Key_F3);
        QCOMPARE(table->view()->currentIndex().row(), 1);
        QTest::keyClick(&console.window, Qt::Key_F3, Qt::ShiftModifier);
        QTest::keyClick(&console.window, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(table->view()->currentIndex().row(), rows - 1);
    }

    void f3WithoutAFilterAsksForOne() {
        Console console;
        console.start();
        auto* table = console.panel<Panel>("users")->findChild<FilterTable*>();
        table->view()->setFocus();
        const QModelIndex before = table->view()->currentIndex();
        QTest::keyClick(&console.window, Qt::Key_F3);
        QCOMPARE(table->view()->currentIndex(), before);
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
    }

    void f3InATextGoesToTheNextPlaceOfWhatIsSelected() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("mapping");
        auto* text = panel->findChild<QPlainTextEdit*>();
        text->setPlainText(QStringLiteral("{\"mail\": \"a\",\n \"e-mail\": \"b\"}"));
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(2);
        cursor.setPosition(6, QTextCursor::KeepAnchor);
        text->setTextCursor(cursor);
        text->setFocus();
        QTest::keyClick(&console.window, Qt::Key_F3);
        QCOMPARE(text->textCursor().blockNumber(), 1);
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("mail"));
        QTest::keyClick(&console.window, Qt::Key_F3); // round again
        QCOMPARE(text->textCursor().blockNumber(), 0);
        QTest::keyClick(&console.window, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(text->textCursor().blockNumber(), 1);
    }

    void ctrlFIsNeverWithoutEffect_data() {
        QTest::addColumn<QString>("id");
        for (const PanelEntry& entry : ui::panels::standardPanels()) {
            QTest::newRow(qPrintable(entry.id)) << entry.id;
        }
    }
    void ctrlFIsNeverWithoutEffect() {
        QFETCH(QString, id);
        Console console;
        console.start();
        auto* panel = console.panel<Panel>(qPrintable(id));
        QTest::keyClick(&console.window, Qt::Key_F, Qt::ControlModifier);
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(line != nullptr);
        QVERIFY(panel->isAncestorOf(line) || line->objectName() == QLatin1String("palette.edit"));
        QVERIFY(listInSight(*panel) == nullptr || panel->isAncestorOf(line));
    }

    void everyListIsExportedByCtrlE_data() { listPanels(); }
    void everyListIsExportedByCtrlE() {
        QFETCH(QString, id);
        Console console;
        console.start();
        console.panel<Panel>(qPrintable(id));
        console.window.rail().setFocus();
        QTest::keyClick(&console.window, Qt::Key_E, Qt::ControlModifier);
        QFileDialog* dialog = openDialog(console);
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->nameFilters().join(u' ').contains(QLatin1String("csv")));
    }

    void everyPanelIsPrinted_data() { ctrlFIsNeverWithoutEffect_data(); }
    void everyPanelIsPrinted() {
        QFETCH(QString, id);
        Console console;
        console.start();
        auto* panel = console.panel<Panel>(qPrintable(id));
        QVERIFY(actionOf(console, "panel.print")->isEnabled());
        QTest::keyClick(&console.window, Qt::Key_P, Qt::ControlModifier);
        QFileDialog* dialog = openDialog(console);
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->nameFilters().join(u' ').contains(QLatin1String("pdf")));
        dialog->reject();
        const QTemporaryDir folder;
        const QString kept = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS");
        const QString path = kept.isEmpty() ? folder.filePath(QStringLiteral("panel.pdf"))
                                            : QStringLiteral("%1/print-%2.pdf").arg(kept, id);
        QVERIFY(PanelPrint(*panel, QStringLiteral("Panel"), QStringLiteral("Acme")).writePdf(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
        QVERIFY(
            !PanelPrint(*panel, QStringLiteral("Panel"), {}).writePdf(folder.filePath(QStringLiteral("no/such.pdf"))));
    }

    void whatIsPrintedIsTheListAsItIsShown() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("users");
        auto* table = panel->findChild<FilterTable*>();
        table->setFilterText(QStringLiteral("ben"));
        QTRY_COMPARE(table->view()->model()->rowCount(), 1);
        table->view()->setColumnHidden(1, true);
        const QString html = PanelPrint(*panel, QStringLiteral("Users"), QStringLiteral("A <Company>")).html();
        QVERIFY(html.contains(QLatin1String("Filter: ben")));
        QVERIFY(html.contains(QLatin1String("A &lt;Company&gt;")));
        QVERIFY(html.contains(table->view()->model()->index(0, 0).data().toString().toHtmlEscaped()));
        QCOMPARE(html.count(QLatin1String("<th ")), table->view()->model()->columnCount() - 1);
        QCOMPARE(html.count(QLatin1String("<tr>")), 2);
    }

    void theVerbsWorkWhereTheyMakeSense_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("verbs");
        const auto row = [](const char* id, const QStringList& verbs) {
            QTest::newRow(id) << QString::fromLatin1(id) << verbs;
        };
        const QString add = QStringLiteral("panel.new");
        const QString rename = QStringLiteral("panel.rename");
        const QString test = QStringLiteral("panel.test");
        row("tenants", {add, rename});
        row("connections", {add, rename, test, QStringLiteral("panel.delete")});
        row("mapping", {add, test});
        row("sandbox", {test});
        row("home", {});
        row("users", {});
    }
    void theVerbsWorkWhereTheyMakeSense() {
        QFETCH(QString, id);
        QFETCH(QStringList, verbs);
        Console console;
        console.start();
        console.panel<Panel>(qPrintable(id));
        for (const char* verb : {"panel.new", "panel.rename", "panel.test", "panel.delete"}) {
            QVERIFY2(actionOf(console, verb)->isEnabled() == verbs.contains(QLatin1String(verb)), verb);
        }
    }

    void f2RenamesATenantAndAProvider() {
        Console console;
        console.start();
        for (const char* id : {"tenants", "connections"}) {
            auto* panel = console.panel<Panel>(id);
            panel->findChild<FilterTable*>()->view()->setFocus();
            QTest::keyClick(&console.window, Qt::Key_F2);
            auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
            QVERIFY2(line != nullptr && panel->findChild<DetailPane*>()->isAncestorOf(line), id);
        }
    }

    void ctrlNAddsARuleAndCtrlTRunsTheMapping() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("mapping");
        const int before = console.broker.count("POST", "/admin/v1/tenants/acme/connections/c-contoso/replay");
        QTest::keyClick(&console.window, Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(console.broker.count("POST", "/admin/v1/tenants/acme/connections/c-contoso/replay") > before);
        QTest::keyClick(&console.window, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(console.drafts.any(QStringLiteral("mapping"), QStringLiteral("acme")));
        QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    }

    void f5ReadsEveryPanelAnew_data() { ctrlFIsNeverWithoutEffect_data(); }
    void f5ReadsEveryPanelAnew() {
        QFETCH(QString, id);
        Console console;
        console.start();
        console.panel<Panel>(qPrintable(id));
        const auto before = console.broker.calls().size();
        QTest::keyClick(&console.window, Qt::Key_F5);
        QTRY_VERIFY(console.broker.calls().size() > before + 1); // the tenants, and the panel's own
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstPanelManners)
#include "tst_panel_manners.moc"
