// SPDX-License-Identifier: Apache-2.0
// What stands around the panels: keys, panes, text size, clocks, help, bell, tray, welcome, and the way out.
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTextBrowser>

#include "tests/gui/console_fixture.h"
#include "ui/shell/close_guard.h"
#include "ui/shell/connection_strip.h"
#include "ui/shell/frame.h"
#include "ui/shell/help/help_window.h"
#include "ui/shell/help/shortcut_sheet.h"
#include "ui/shell/notification_bell.h"
#include "ui/shell/notifications.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/popup_panel.h"
#include "ui/shell/preferences/desktop_features.h"
#include "ui/shell/preferences/preferences.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/tasks.h"
#include "ui/shell/tasks_tray.h"
#include "ui/shell/toasts.h"
#include "ui/shell/welcome_page.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"

namespace gatehouse::tests {

using namespace ui::shell;

namespace {

QPushButton* buttonNamed(QWidget* parent, const QString& text) {
    for (QPushButton* button : parent->findChildren<QPushButton*>()) {
        if (button->text().remove(u'&') == text || button->accessibleName() == text) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class TstFrame : public QObject {
    Q_OBJECT
private slots:
    void noTwoActionsShareTheirKeys() {
        Console console;
        console.start();
        QHash<QString, QString> holders;
        QStringList clashes;
        for (const PanelEntry& entry : console.window.entries()) {
            QVERIFY(console.window.panel(entry.id) != nullptr); // what they bring counts, too
        }
        for (const QAction* action : console.window.findChildren<QAction*>()) {
            if (action->shortcutContext() == Qt::WidgetShortcut) {
                continue; // of one list alone
            }
            for (const QKeySequence& keys : action->shortcuts()) {
                const QString text = keys.toString();
                if (holders.contains(text)) {
                    clashes.append(text + QStringLiteral(": ") + holders.value(text) + QStringLiteral(", ") +
                                   action->text());
                }
                holders.insert(text, action->text());
            }
        }
        QVERIFY(holders.size() > 25);
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
    }

    void everyActionWithKeysCanBeGivenOthers() {
        Console console;
        console.start();
        QSet<QString> known;
        for (const Shortcuts::Entry& entry : console.window.frame().shortcuts().entries()) {
            known.insert(entry.id);
        }
        for (const char* id :
             {"go.palette",      "view.filter",    "view.refresh",     "go.back",      "go.forward",     "go.nextPane",
              "go.previousPane", "view.inspector", "view.larger",      "view.smaller", "view.normal",    "edit.undo",
              "edit.redo",       "frame.review",   "panel.new",        "panel.rename", "panel.delete",   "panel.test",
              "panel.export",    "panel.print",    "edit.preferences", "help.page",    "help.shortcuts", "file.quit",
              "file.close",      "file.connect",   "go.users",         "file.lock",    "file.open",      "view.next",
              "view.previous",   "view.utc",       "view.presentation"}) {
            QVERIFY2(known.contains(QLatin1String(id)), id);
        }
    }

    void keysThatAreTakenAreRefusedAndOthersAreKept() {
        {
            Console console;
            console.start();
            Shortcuts& shortcuts = console.window.frame().shortcuts();
            QVERIFY(!shortcuts.set(QStringLiteral("view.refresh"), QKeySequence(Qt::CTRL | Qt::Key_K)));
            QVERIFY(!shortcuts.set(QStringLiteral("no.such"), QKeySequence(Qt::CTRL | Qt::Key_J)));
            QVERIFY(shortcuts.set(QStringLiteral("view.refresh"), QKeySequence(Qt::CTRL | Qt::Key_J)));
        }
        Console again(Remembered::AsBefore);
        again.start();
        Shortcuts& shortcuts = again.window.frame().shortcuts();
        const auto* refresh = again.window.findChild<QAction*>(QStringLiteral("view.refresh"));
        QCOMPARE(refresh->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_J));
        shortcuts.reset(QStringLiteral("view.refresh"));
        QCOMPARE(refresh->shortcut(), QKeySequence(Qt::Key_F5));
    }

    void keysOfANewActionThatTheUserGaveToAnotherStayThere() {
        const OwnSettings fresh(Remembered::Nothing);
        openSettings().setValue(QStringLiteral("shortcuts/view.refresh"), QStringLiteral("F3"));
        Console console(Remembered::AsBefore);
        console.start();
        QCOMPARE(console.window.findChild<QAction*>(QStringLiteral("view.refresh"))->shortcut(),
                 QKeySequence(Qt::Key_F3));
        QVERIFY(console.window.findChild<QAction*>(QStringLiteral("view.next"))->shortcut().isEmpty());
    }

    void f6GoesFromPaneToPaneAndBack() {
        Console console;
        console.start();
        auto* users = console.panel<Panel>("users");
        auto* table = users->findChild<ui::widgets::FilterTable*>();
        auto* pane = users->findChild<ui::widgets::DetailPane*>();
        table->view()->setFocus();
        const auto inside = [](QWidget* where) {
            QWidget* focused = QApplication::focusWidget();
            return focused != nullptr && (focused == where || where->isAncestorOf(focused));
        };
        QTest::keyClick(&console.window, Qt::Key_F6);
        QVERIFY(inside(pane));
        QTest::keyClick(&console.window, Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), table->view());
        QSet<QWidget*> seen;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(&console.window, Qt::Key_F6);
            seen.insert(QApplication::focusWidget());
        }
        QVERIFY(seen.size() >= 4);
        QVERIFY(seen.contains(table->view()));
    }

    void ctrlIHidesAndShowsTheInspector() {
        Console console;
        console.start();
        auto* pane = console.panel<Panel>("users")->findChild<ui::widgets::DetailPane*>();
        QVERIFY(pane->isVisible());
        QTest::keyClick(&console.window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!pane->isVisible());
        QTest::keyClick(&console.window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(pane->isVisible());
    }

    void textGrowsAndShrinksEverywhere() {
        Console console;
        console.start();
        auto* title = console.window.findChild<QLabel*>();
        const double before = QApplication::font().pointSizeF();
        const double own = title->font().pointSizeF();
        QTest::keyClick(&console.window, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(console.theme.textScale(), 110);
        QVERIFY(QApplication::font().pointSizeF() > before);
        QVERIFY(title->font().pointSizeF() >= own);
        QTest::keyClick(&console.window, Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(&console.window, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(console.theme.textScale(), 90);
        QTest::keyClick(&console.window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(console.theme.textScale(), 100);
        QCOMPARE(QApplication::font().pointSizeF(), before);
        console.theme.setTextScale(900);
        QCOMPARE(console.theme.textScale(), 200);
        console.theme.setTextScale(100);
    }

    void oneSwitchChangesTheClockOfAllTimes() {
        Console console;
        console.start();
        const QDateTime time(QDate(2026, 3, 12), QTime(14, 2, 7), Qt::UTC);
        auto* action = console.window.findChild<QAction*>(QStringLiteral("view.utc"));
        action->trigger();
        QCOMPARE(ui::widgets::clock(), ui::widgets::Clock::Utc);
        QCOMPARE(ui::widgets::clockTime(time, time), QStringLiteral("14:02:07"));
        action->trigger();
        QCOMPARE(ui::widgets::clock(), ui::widgets::Clock::Local);
        QCOMPARE(ui::widgets::clockTime(time, time), time.toLocalTime().toString(QStringLiteral("HH:mm:ss")));
        QVERIFY(ui::widgets::absoluteTime(time).contains(QLatin1String("UTC")));
    }

    void f1ShowsThePageOfThePanelInSight() {
        Console console;
        console.start();
        console.panel<Panel>("mapping");
        QTest::keyClick(&console.window, Qt::Key_F1);
        auto* help = console.window.findChild<HelpWindow*>();
        QVERIFY(help != nullptr);
        QCOMPARE(help->page(), QStringLiteral("mapping"));
        QVERIFY(help->findChild<QTextBrowser*>()->toPlainText().contains(QLatin1String("rules")));
        help->showPage(QStringLiteral("no-such-page"));
        QCOMPARE(help->page(), QStringLiteral("overview"));
    }

    void everyPanelHasAHelpPageAndEveryLinkLeadsSomewhere() {
        for (const PanelEntry& entry : ui::panels::standardPanels()) {
            QVERIFY2(!HelpWindow::pathOf(entry.id).isEmpty(), qPrintable(entry.id));
        }
        HelpWindow help;
        auto* pages = help.findChild<QListWidget*>();
        QVERIFY(pages->count() >= 11);
        static const QRegularExpression link(QStringLiteral("\\]\\(([a-z]+)\\.md\\)"));
        for (int row = 0; row < pages->count(); ++row) {
            const QString page = pages->item(row)->data(Qt::UserRole).toString();
            QFile file(HelpWindow::pathOf(page));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(page));
            const QString text = QString::fromUtf8(file.readAll());
            QVERIFY2(text.size() > 300, qPrintable(page));
            auto found = link.globalMatch(text);
            while (found.hasNext()) {
                const QString target = found.next().captured(1);
                QVERIFY2(!HelpWindow::pathOf(target).isEmpty(), qPrintable(page + u' ' + target));
            }
        }
    }

    void theSheetNamesEveryKeyAndCanBePrinted() {
        Console console;
        console.start();
        const QString html = ShortcutSheet::html(console.window.frame().shortcuts());
        for (const char* words : {"Ctrl+K", "F6", "Ctrl+Z", "Refresh", "Ctrl+/ or ?", "Ctrl+Shift+L", "Shift+F3",
                                  "Ctrl+Shift+C", "Space"}) {
            QVERIFY2(html.contains(QLatin1String(words)), words);
        }
        const QTemporaryDir folder;
        const ShortcutSheet sheet(console.window.frame().shortcuts());
        const QString path = folder.filePath(QStringLiteral("keys.pdf"));
        QVERIFY(sheet.writePdf(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
    }

    void aTaskShowsInTheTrayAndIsCancelledFromThere() {
        Console console;
        console.start();
        TasksTray& tray = console.window.frame().tasksTray();
        QVERIFY(!tray.isVisible());
        int stopped = 0;
        const TaskHandle task = console.window.services().tasks->start(QStringLiteral("Export"), [&] { ++stopped; });
        task.progress(1, 4);
        QVERIFY(tray.isVisible());
        tray.openList();
        QPushButton* cancel = buttonNamed(tray.list(), QStringLiteral("Cancel Export"));
        QVERIFY(cancel != nullptr);
        cancel->click();
        QTRY_COMPARE(stopped, 1);
        QVERIFY(!task.running());
        tray.list()->close();
    }

    void theBellCountsWhatIsNewAndLeadsThere() {
        Console console;
        console.start();
        NotificationBell& bell = console.window.frame().bell();
        console.window.services().notifications->clear();
        console.window.services().notifications->add(Notifications::Level::Warning, QStringLiteral("c"),
                                                     QStringLiteral("Expires in 12 days."), {QStringLiteral("users")});
        QVERIFY(bell.accessibleName().contains(u'1'));
        bell.openList();
        QCOMPARE(console.window.services().notifications->unread(), 0);
        QPushButton* look = buttonNamed(bell.list(), QStringLiteral("Show"));
        QVERIFY(look != nullptr);
        look->click();
        QCOMPARE(console.window.place().panel, QStringLiteral("users"));
    }

    void aTokenThatIsRefusedGivesAWayBackIn() {
        Console console;
        console.start();
        auto* strip = console.window.findChild<ConnectionStrip*>();
        QVERIFY(!strip->isVisible());
        console.window.setRemote(QStringLiteral("https://id.example.com"));
        console.broker.answerOnce("GET", "/admin/v1/status",
                                  RecordedBroker::problem(401, QStringLiteral("token_invalid"), {}, {}));
        QSignalSpy asked(&console.window, &MainWindow::connectAsked);
        QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 8000);
        QPushButton* again = buttonNamed(strip, QStringLiteral("Connect again"));
        QVERIFY(again->isVisible());
        QVERIFY(strip->findChildren<QLabel*>().front()->text().contains(QLatin1String("id.example.com")));
        again->click();
        QCOMPARE(asked.count(), 1);
    }

    void closingWhileServingAsksAndKeepRunningOnlyHides() {
        Console console;
        console.start();
        CloseGuard guard(console.window, CloseGuard::Broker::InHere);
        QSignalSpy kept(&guard, &CloseGuard::keptRunning);
        QSignalSpy closed(&guard, &CloseGuard::closed);
        console.window.close();
        QVERIFY(guard.question() != nullptr);
        QVERIFY(console.window.isVisible());
        QVERIFY(guard.question()->text().contains(QLatin1String("serving")));
        buttonNamed(guard.question(), QStringLiteral("Cancel"))->click();
        QVERIFY(console.window.isVisible());
        console.window.close();
        buttonNamed(guard.question(), QStringLiteral("Keep running"))->click();
        QTRY_COMPARE(kept.count(), 1);
        QVERIFY(!console.window.isVisible());
        QCOMPARE(closed.count(), 0);
        guard.endNow();
        QCOMPARE(closed.count(), 1);
    }

    void aBrokerElsewhereIsNotAskedAbout() {
        Console console;
        console.start();
        CloseGuard guard(console.window, CloseGuard::Broker::Elsewhere);
        QSignalSpy closed(&guard, &CloseGuard::closed);
        console.window.close();
        QVERIFY(guard.question() == nullptr);
        QCOMPARE(closed.count(), 1);
    }

    void aStartWithoutTenantsIsWelcomedOnce() {
        Console console;
        QJsonObject none{{QStringLiteral("items"), QJsonArray()}};
        console.broker.answerOnce("GET", "/admin/v1/tenants", RecordedBroker::json(200, none));
        console.window.show();
        console.window.start();
        QTRY_VERIFY(console.window.findChild<WelcomePage*>() != nullptr);
        auto* welcome = console.window.findChild<WelcomePage*>();
        QTRY_VERIFY(welcome->isVisible());
        QVERIFY(welcome->findChildren<QAbstractButton*>().size() == 3);
        console.window.goTo({QStringLiteral("tenants")});
        QVERIFY(!welcome->isVisible());
    }

    void aStrangeFileAndAStrangeAddressAreRefusedInWords() {
        Console console;
        console.start();
        auto* toasts = console.window.services().toasts;
        console.window.openFile(QStringLiteral("strange.bin"));
        QVERIFY(toasts->current() && toasts->current()->failed);
        toasts->dismiss();
        console.window.openAddress(QUrl(QStringLiteral("https://evil.example/panel/users")));
        QVERIFY(!toasts->current());
        console.window.openAddress(QUrl(QStringLiteral("gatehouse://panel/no-such")));
        QVERIFY(toasts->current());
        console.window.openAddress(QUrl(QStringLiteral("gatehouse://panel/users")));
        QCOMPARE(console.window.place().panel, QStringLiteral("users"));
    }

    void anAddressOfASignInIsLookedUpWhicheverWordItUses() {
        Console console;
        console.start();
        QSignalSpy chosen(&console.window.frame().palette(), &CommandPalette::referenceChosen);
        for (const char* address : {"gatehouse://flow/GH-7F3K-92QD", "gatehouse://login/gh-7f3k-92qd"}) {
            console.window.openAddress(QUrl(QLatin1String(address)));
            QCOMPARE(chosen.count(), 1);
            QCOMPARE(chosen.takeFirst().first().toString(), QStringLiteral("GH-7F3K-92QD"));
        }
        console.window.openAddress(QUrl(QStringLiteral("gatehouse://flow/users")));
        console.window.openAddress(QUrl(QStringLiteral("gatehouse://elsewhere/GH-7F3K-92QD")));
        QCOMPARE(chosen.count(), 0);
    }

    void preferencesWorkAtOnceAndMissingThingsAreOneLineEach() {
        Console console;
        console.start();
        console.window.frame().showPreferences();
        auto* preferences = console.window.findChild<Preferences*>();
        QVERIFY(preferences != nullptr);
        preferences->showPage(QStringLiteral("desktop"));
        QStringList ids;
        for (const DesktopFeatures::Feature& feature : console.window.frame().features().list()) {
            ids.append(feature.id);
            QVERIFY(!feature.sentence.isEmpty());
        }
        const DesktopFeatures none(QDBusConnection(QStringLiteral("no such bus")));
        for (const DesktopFeatures::Feature& feature : none.list()) {
            if (feature.id != QLatin1String("network") && feature.id != QLatin1String("tray")) {
                QVERIFY2(!feature.present, qPrintable(feature.id));
                QVERIFY(feature.sentence.startsWith(QLatin1String("No")));
            }
        }
        for (const char* id : {"bus", "network", "notifications", "portal", "tray"}) {
            QCOMPARE(ids.count(QLatin1String(id)), 1);
        }
        if (const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS"); !folder.isEmpty()) {
            for (const char* page : {"appearance", "language", "keyboard", "desktop"}) {
                preferences->showPage(QLatin1String(page));
                QVERIFY(preferences->grab().save(folder + u'/' + QStringLiteral("preferences-") + QLatin1String(page) +
                                                 QStringLiteral(".png")));
            }
        }
    }

    /// Everything that opens over the window, at both sizes; GATEHOUSE_SCREENSHOTS keeps the pictures.
    void theFrameIsDrawnAndNothingLeavesTheWindow_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("wide") << QSize(1280, 800) << false;
        QTest::newRow("small-dark") << QSize(900, 600) << true;
    }
    void theFrameIsDrawnAndNothingLeavesTheWindow() {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        Console console;
        console.start();
        console.theme.choose(dark ? ui::theme::Choice::Dark : ui::theme::Choice::Light);
        console.window.resize(size);
        console.panel<Panel>("users");
        const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS");
        const auto keep = [&](QWidget& widget, const char* name) {
            const QPixmap picture = widget.grab();
            QVERIFY(!picture.isNull());
            if (!folder.isEmpty()) {
                QVERIFY(picture.save(QStringLiteral("%1/frame-%2-%3.png")
                                         .arg(folder, QLatin1String(name), QLatin1String(QTest::currentDataTag()))));
            }
        };
        const Services& services = console.window.services();
        const TaskHandle task = services.tasks->start(QStringLiteral("Export of 12,000 records"), [] {});
        task.progress(5, 12, QStringLiteral("5,000 of 12,000"));
        services.tasks->start(QStringLiteral("Verify the audit chain")).fail(QStringLiteral("Break at #204"));
        services.notifications->add(Notifications::Level::Warning, QStringLiteral("c"),
                                    QStringLiteral("Okta's signing certificate expires in 12 days (12 Mar 2026)."),
                                    {QStringLiteral("connections")});
        services.toasts->show({QStringLiteral("Applied: Contoso."), QStringLiteral("Undo"), [] {}});
        keep(console.window, "toast");
        QVERIFY(console.window.rect().contains(services.toasts->geometry()));
        console.window.frame().palette().open(QStringLiteral("us"));
        keep(console.window, "palette");
        QVERIFY(console.window.rect().contains(console.window.frame().palette().geometry()));
        console.window.frame().palette().cancel();
        console.window.frame().tasksTray().openList();
        keep(*console.window.frame().tasksTray().list(), "tasks");
        console.window.frame().tasksTray().list()->close();
        console.window.frame().bell().openList();
        keep(*console.window.frame().bell().list(), "bell");
        console.window.frame().bell().list()->close();
        console.window.frame().showHelp();
        keep(*console.window.findChild<HelpWindow*>(), "help");
        console.window.frame().showShortcuts();
        keep(*console.window.findChild<ShortcutSheet*>(), "sheet");
        WelcomePage welcome;
        welcome.resize(size - QSize(64, 140));
        keep(welcome, "welcome");
    }

    void layoutIsForgottenOnRequestAndPreferencesAreNot() {
        {
            Console console;
            console.start();
            console.window.goTo({QStringLiteral("users")});
            console.window.frame().shortcuts().set(QStringLiteral("view.refresh"), QKeySequence(Qt::CTRL | Qt::Key_J));
            console.window.saveLayout();
        }
        forgetLayout();
        Console again(Remembered::AsBefore);
        again.window.restoreLayout();
        again.start();
        QCOMPARE(again.window.place().panel, QStringLiteral("home"));
        QCOMPARE(again.window.findChild<QAction*>(QStringLiteral("view.refresh"))->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::Key_J));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstFrame)
#include "tst_frame.moc"
