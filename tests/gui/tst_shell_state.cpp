// SPDX-License-Identifier: Apache-2.0
// What the shell keeps and tells: tasks, notifications, toasts, and the state of panels.
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>

#include "tests/gui/console_fixture.h"
#include "ui/shell/environment_band.h"
#include "ui/shell/notifications.h"
#include "ui/shell/review_dialog.h"
#include "ui/shell/tasks.h"
#include "ui/shell/toasts.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using namespace ui::shell;
using Level = Notifications::Level;

class TstShellState : public QObject {
    Q_OBJECT
private slots:
    void aTaskTellsHowFarItIsAndHowItEnded() {
        Tasks tasks;
        const TaskHandle task = tasks.start(QStringLiteral("Export"));
        QCOMPARE(tasks.running(), 1);
        task.progress(3, 10, QStringLiteral("3 of 10"));
        QCOMPARE(tasks.list().front().done, 3);
        task.finish(QStringLiteral("10 rows"));
        QVERIFY(!task.running());
        QCOMPARE(tasks.list().front().state, Tasks::State::Done);
        QCOMPARE(tasks.list().front().text, QStringLiteral("10 rows"));
    }

    void aCancelledTaskStopsOnceAndCannotSucceedLater() {
        Tasks tasks;
        int stopped = 0;
        const TaskHandle task = tasks.start(QStringLiteral("Export"), [&] { ++stopped; });
        const int id = tasks.list().front().id;
        tasks.cancel(id);
        tasks.cancel(id);
        task.finish(QStringLiteral("done"));
        task.progress(1, 1);
        QCOMPARE(stopped, 1);
        QCOMPARE(tasks.list().front().state, Tasks::State::Cancelled);
        QVERIFY(tasks.list().front().text.isEmpty());
    }

    void aTaskThatCannotBeStoppedIsNotCancelled() {
        Tasks tasks;
        const TaskHandle task = tasks.start(QStringLiteral("Backup"));
        tasks.cancel(tasks.list().front().id);
        QVERIFY(task.running());
    }

    void aTaskWhoseOwnerDiedIsNotRunningForEver() {
        Tasks tasks;
        QSignalSpy ended(&tasks, &Tasks::ended);
        {
            const TaskHandle task = tasks.start(QStringLiteral("Export"));
            const TaskHandle copy = task;
            Q_UNUSED(copy)
        }
        QCOMPARE(tasks.running(), 0);
        QCOMPARE(ended.count(), 1);
    }

    void endedTasksDoNotPileUp() {
        Tasks tasks;
        const TaskHandle longOne = tasks.start(QStringLiteral("Long"));
        for (int i = 0; i < 50; ++i) {
            tasks.start(QStringLiteral("Short")).finish();
        }
        QCOMPARE(static_cast<int>(tasks.list().size()), 21);
        QVERIFY(longOne.running());
        tasks.clearEnded();
        QCOMPARE(static_cast<int>(tasks.list().size()), 1);
    }

    void anUrgentMatterIsSaidOnceAnHour() {
        Notifications notes;
        QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        notes.setClock([&] { return now; });
        QSignalSpy urgent(&notes, &Notifications::urgent);
        notes.add(Level::Critical, QStringLiteral("broker"), QStringLiteral("No answer."));
        notes.resolve(QStringLiteral("broker"));
        notes.add(Level::Critical, QStringLiteral("broker"), QStringLiteral("No answer."));
        QCOMPARE(urgent.count(), 1);
        notes.add(Level::Critical, QStringLiteral("certificate:1"), QStringLiteral("Expires in 2 days."));
        QCOMPARE(urgent.count(), 2);
        now = now.addSecs(3600);
        notes.add(Level::Critical, QStringLiteral("broker"), QStringLiteral("Still no answer."));
        QCOMPARE(urgent.count(), 3);
    }

    void whatIsNotCriticalNeverLeavesTheWindow() {
        Notifications notes;
        QSignalSpy urgent(&notes, &Notifications::urgent);
        notes.add(Level::Warning, QStringLiteral("certificate:1"), QStringLiteral("Expires in 20 days."));
        notes.add(Level::Info, QStringLiteral("export"), QStringLiteral("Export finished."));
        QCOMPARE(urgent.count(), 0);
        QCOMPARE(notes.unread(), 2);
    }

    void theSameSentenceDoesNotComeBackAsUnread() {
        Notifications notes;
        notes.add(Level::Warning, QStringLiteral("certificate:1"), QStringLiteral("Expires in 20 days."));
        notes.markAllRead();
        notes.add(Level::Warning, QStringLiteral("certificate:1"), QStringLiteral("Expires in 20 days."));
        QCOMPARE(notes.unread(), 0);
        notes.add(Level::Warning, QStringLiteral("certificate:1"), QStringLiteral("Expires in 14 days."));
        QCOMPARE(notes.unread(), 1);
        QCOMPARE(static_cast<int>(notes.list().size()), 1);
    }

    void whatSomebodyWantsToBeRemindedOfComesWhenItIsDueAlsoAfterARestart() {
        const OwnSettings fresh(Remembered::Nothing);
        const QDateTime start = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        QDateTime now = start;
        {
            Notifications notes;
            notes.remindAt(start.addDays(5), QStringLiteral("certificate:1"), QStringLiteral("Old words."), {});
            notes.remindAt(start.addDays(3), QStringLiteral("certificate:1"), QStringLiteral("Expires soon."),
                           {QStringLiteral("connections"), QStringLiteral("acme"), QStringLiteral("c-1")});
            notes.remindAt(start.addDays(9), QStringLiteral("certificate:2"), QStringLiteral("Later."), {});
        }
        Notifications notes;
        notes.setClock([&now] { return now; });
        notes.startReminding();
        QVERIFY(notes.list().empty());
        now = start.addDays(4);
        notes.startReminding();
        QCOMPARE(static_cast<int>(notes.list().size()), 1);
        QCOMPARE(notes.list().front().sentence, QStringLiteral("Expires soon."));
        QCOMPARE(notes.list().front().place.object, QStringLiteral("c-1"));
        now = start.addDays(10);
        notes.startReminding();
        QCOMPARE(static_cast<int>(notes.list().size()), 2);
    }

    void aToastOffersItsActionToTheKeyboard() {
        Console console;
        console.start();
        auto* toasts = console.window.services().toasts;
        int undone = 0;
        toasts->show({QStringLiteral("Applied."), QStringLiteral("Undo"), [&] { ++undone; }});
        QVERIFY(toasts->isVisible());
        QCOMPARE(toasts->accessibleDescription(), QStringLiteral("Applied."));
        auto* undo = toasts->findChild<QPushButton*>();
        undo->setFocus();
        QTest::keyClick(undo, Qt::Key_Space);
        QCOMPARE(undone, 1);
        QVERIFY(!toasts->isVisible());
        toasts->show({QStringLiteral("Copied.")});
        QVERIFY(!undo->isVisible());
        QTest::keyClick(toasts, Qt::Key_Escape);
        QVERIFY(!toasts->current());
    }

    void environmentsAreToldApartWithoutColour() {
        using Kind = EnvironmentBand::Kind;
        const auto picture = [](Kind kind) {
            EnvironmentBand band;
            band.resize(600, band.height());
            band.setEnvironment(kind, QStringLiteral("Acme"));
            return band.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
        };
        /// Distinct greys at the right, where no word stands.
        const auto greys = [](const QImage& image) {
            QSet<int> seen;
            for (int x = 400; x < 580; ++x) {
                seen.insert(qGray(image.pixel(x, image.height() / 2)));
            }
            return seen.size();
        };
        const QImage live = picture(Kind::Live);
        const QImage sandbox = picture(Kind::Sandbox);
        QCOMPARE(greys(live), 1);
        QVERIFY(greys(sandbox) > 1); // hatched
        QVERIFY(greys(picture(Kind::Suspended)) > 1);
        QVERIFY(live.copy(0, 0, 200, live.height()) != sandbox.copy(0, 0, 200, live.height())); // another word
    }

    void theBandStandsAboveEveryPanelAndInTheReview() {
        Console console;
        console.start();
        auto* band = console.window.findChild<EnvironmentBand*>();
        for (const PanelEntry& entry : console.window.entries()) {
            console.window.goTo({entry.id});
            QVERIFY2(band->isVisible() && !band->accessibleName().isEmpty(), qPrintable(entry.id));
        }
        ui::drafts::Draft draft;
        draft.subject = {QStringLiteral("acme"), QStringLiteral("connection"), QStringLiteral("c-contoso")};
        draft.title = QStringLiteral("Contoso");
        draft.base = {{QStringLiteral("issuer"), QStringLiteral("https://a.example")}};
        draft.wanted = {{QStringLiteral("issuer"), QStringLiteral("https://b.example")}};
        draft.ready = true;
        console.drafts.put(draft);
        console.window.review();
        auto* review = console.window.findChild<ReviewDialog*>();
        QVERIFY(review != nullptr);
        auto* own = review->findChild<EnvironmentBand*>();
        QVERIFY(own != nullptr && own->isVisible());
        QVERIFY(own->accessibleName().contains(QLatin1String("SANDBOX")) ||
                own->accessibleName().contains(QLatin1String("PRODUCTION")));
    }

    void theWindowIsFoundAsItWasLeft() {
        {
            Console console;
            console.start();
            console.panel<Panel>("logins");
            console.window.resize(820, 600);
            console.window.goTo({QStringLiteral("logins"), QStringLiteral("globex"), {}});
            console.theme.choose(ui::theme::Choice::Dark);
            console.window.close();
        }
        Console again(Remembered::AsBefore);
        QVERIFY(again.window.height() != 600);
        again.window.restoreLayout();
        QCOMPARE(again.theme.choice(), ui::theme::Choice::Dark);
        again.start();
        QCOMPARE(again.window.height(), 600);
        QCOMPARE(again.window.place().panel, QStringLiteral("logins"));
        QCOMPARE(again.window.place().tenant, QStringLiteral("globex"));
    }

    void aPanelIsFoundAsItWasLeftAfterARestart() {
        {
            Console console;
            console.start();
            auto* users = console.panel<Panel>("users");
            auto* table = users->findChild<ui::widgets::FilterTable*>();
            table->setFilterText(QStringLiteral("an"));
            table->view()->horizontalHeader()->resizeSection(1, 177);
            table->sortBy(1, Qt::DescendingOrder);
            console.settle();
            console.window.saveLayout();
        }
        Console again(Remembered::AsBefore);
        again.start();
        auto* table = again.panel<Panel>("users")->findChild<ui::widgets::FilterTable*>();
        QCOMPARE(table->filterText(), QStringLiteral("an"));
        QCOMPARE(table->view()->horizontalHeader()->sectionSize(1), 177);
        QCOMPARE(table->view()->horizontalHeader()->sortIndicatorSection(), 1);
        QCOMPARE(table->view()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void stateThatIsNoneIsNotForcedOnAPanel() {
        Console console;
        console.start();
        auto* users = console.panel<Panel>("users");
        const QVariantMap before = users->saveState();
        users->restoreState(
            {{QStringLiteral("table0"), 5}, {QStringLiteral("splitter0"), 7}, {QStringLiteral("x"), 1}});
        users->restoreState({});
        QCOMPARE(users->saveState().value(QStringLiteral("splitter0")), before.value(QStringLiteral("splitter0")));
        QCOMPARE(users->findChild<ui::widgets::FilterTable*>()->view()->horizontalHeader()->count(), 5);
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstShellState)
#include "tst_shell_state.moc"
