// SPDX-License-Identifier: Apache-2.0
// The locked console: nothing of it can be seen, reached or brought back without what is asked for, and nothing is
// lost.
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/gui/clipped_text.h"
#include "tests/gui/console_fixture.h"
#include "ui/shell/close_guard.h"
#include "ui/shell/frame.h"
#include "ui/shell/help/help_window.h"
#include "ui/shell/lock.h"
#include "ui/shell/lock_window.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/preferences/preferences.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using namespace ui::shell;

namespace {

constexpr auto kRight = "correct horse battery";

LockGuard byPassphrase() {
    return {LockGuard::Ask::Passphrase,
            [](const Secret& typed, const LockGuard::Answer& answer) { answer(typed.reveal() == kRight); }};
}

/// Top levels in sight, the page of the lock apart.
QStringList inSight() {
    QStringList seen;
    for (const QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && qobject_cast<const LockWindow*>(window) == nullptr) {
            seen.append(QLatin1String(window->metaObject()->className()));
        }
    }
    return seen;
}

struct Locked {
    Console console;
    Lock& lock = console.window.frame().lock();

    explicit Locked(LockGuard guard = byPassphrase()) {
        console.start();
        lock.setGuard(std::move(guard));
    }
    void press() {
        console.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&console.window));
        QTest::keyClick(&console.window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(lock.isLocked());
    }
    [[nodiscard]] QLineEdit* field() const { return lock.page()->findChild<QLineEdit*>(QStringLiteral("lock.field")); }
    [[nodiscard]] QPushButton* button() const {
        return lock.page()->findChild<QPushButton*>(QStringLiteral("lock.open"));
    }
    [[nodiscard]] QString said() const { return lock.page()->findChild<QLabel*>(QStringLiteral("lock.said"))->text(); }
    void give(const char* passphrase) {
        field()->setText(QLatin1String(passphrase));
        QTest::keyClick(field(), Qt::Key_Return);
    }
};

} // namespace

class TstLock : public QObject {
    Q_OBJECT
private slots:
    void lockingLeavesNothingInSight() {
        Locked one;
        one.console.window.frame().showHelp();
        one.console.window.frame().showPreferences();
        one.console.window.frame().palette().open();
        QVERIFY(inSight().size() >= 3);
        one.press();
        QVERIFY(one.lock.isLocked());
        QCOMPARE(inSight(), QStringList());
        QVERIFY(one.lock.page()->isVisible());
        QVERIFY(!one.console.window.frame().palette().isVisible());
    }

    void theKeysLockFromADialogToo() {
        Locked one;
        one.console.window.frame().showPreferences();
        auto* preferences = one.console.window.findChild<Preferences*>();
        QTest::keyClick(preferences, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(one.lock.isLocked());
        QCOMPARE(inSight(), QStringList());
    }

    void noKeyReachesALockedWindow() {
        Locked one;
        one.console.panel<Panel>("users");
        one.press();
        const Place before = one.console.window.place();
        for (const auto key : {Qt::Key_K, Qt::Key_1, Qt::Key_2, Qt::Key_Q, Qt::Key_W, Qt::Key_Comma}) {
            QTest::keyClick(&one.console.window, key, Qt::ControlModifier);
            QTest::keyClick(one.lock.page(), key, Qt::ControlModifier);
        }
        QTest::keyClick(&one.console.window, Qt::Key_F1);
        QTest::keyClick(one.lock.page(), Qt::Key_F1);
        QCOMPARE(one.console.window.place(), before);
        QVERIFY(!one.console.window.frame().palette().isVisible());
        QVERIFY(one.console.window.findChild<HelpWindow*>() == nullptr);
        QVERIFY(one.console.window.findChild<Preferences*>() == nullptr);
        QCOMPARE(inSight(), QStringList());
    }

    void whateverShowsAWindowHasItHiddenAgain() {
        Locked one;
        one.press();
        one.console.window.show();
        one.console.window.raise();
        one.console.window.frame().showHelp();
        QMessageBox stranger(QMessageBox::Information, QStringLiteral("Users of Acme"), QStringLiteral("Ana"));
        stranger.open();
        QTRY_COMPARE(inSight(), QStringList());
        QVERIFY(one.lock.page()->isVisible());
        one.give(kRight);
        QVERIFY(one.console.window.isVisible());
        QVERIFY(stranger.isVisible()); // it waited
    }

    void theWrongPassphraseSaysSoAndOpensNothing() {
        Locked one;
        one.press();
        one.give("wrong");
        QVERIFY(one.lock.isLocked());
        QVERIFY(one.said().contains(QLatin1String("wrong")));
        QVERIFY(one.field()->text().isEmpty());
        one.give("");
        QVERIFY(one.lock.isLocked());
        one.give(kRight);
        QVERIFY(!one.lock.isLocked());
        QVERIFY(one.console.window.isVisible());
    }

    void afterThreeWrongOnesEvenTheRightOneWaits() {
        Locked one;
        one.press();
        one.lock.page()->backOff().setSecond(60'000);
        one.give("one");
        one.give("two");
        QVERIFY(one.said().contains(QLatin1String("Try again")));
        one.give("three");
        QVERIFY(one.said().contains(QLatin1String("10")));
        one.give(kRight);
        QVERIFY(one.lock.isLocked());
        QVERIFY(!one.button()->isEnabled());
    }

    void theWaitEndsAndIsLongerTheNextTime() {
        Locked one;
        one.press();
        BackOff& wait = one.lock.page()->backOff();
        wait.setSecond(1);
        for (const char* wrong : {"one", "two", "three"}) {
            one.give(wrong);
        }
        QTRY_COMPARE(wait.left(), 0);
        wait.setSecond(60'000);
        one.give("four");
        QCOMPARE(wait.left(), 2 * BackOff::kFirstWait);
        for (int i = 0; i < 20; ++i) {
            wait.wrong();
        }
        QCOMPARE(wait.left(), BackOff::kLongestWait);
        wait.right();
        QCOMPARE(wait.sentence(), QString());
    }

    void draftsDialogsAndThePlaceAreThereAgain() {
        Locked one;
        auto* users = one.console.panel<Panel>("users");
        auto* table = users->findChild<ui::widgets::FilterTable*>();
        table->setFilterText(QStringLiteral("ben"));
        ui::drafts::Draft draft;
        draft.subject = {QStringLiteral("acme"), QStringLiteral("connection"), QStringLiteral("c-contoso")};
        draft.title = QStringLiteral("Contoso");
        draft.base = {{QStringLiteral("name"), QStringLiteral("a")}};
        draft.wanted = {{QStringLiteral("name"), QStringLiteral("b")}};
        one.console.drafts.put(draft);
        one.console.window.frame().showPreferences();
        one.press();
        one.give(kRight);
        QCOMPARE(one.console.window.place().panel, QStringLiteral("users"));
        QCOMPARE(table->filterText(), QStringLiteral("ben"));
        QCOMPARE(static_cast<int>(one.console.drafts.all().size()), 1);
        QVERIFY(one.console.window.findChild<Preferences*>()->isVisible());
        one.console.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&one.console.window));
        QTest::keyClick(&one.console.window, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(one.console.window.frame().palette().isVisible());
    }

    void anAnswerThatComesLateFindsThePageOrNobody() {
        LockGuard::Answer later;
        LockGuard guard{LockGuard::Ask::Passphrase,
                        [&later](const Secret&, const LockGuard::Answer& answer) { later = answer; }};
        Locked one(guard);
        one.press();
        one.give("x");
        QVERIFY(!one.button()->isEnabled());
        one.give("y"); // while the first is looked at
        one.lock.release();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        later(true);
        QVERIFY(!one.lock.isLocked());
    }

    void whereNothingCanBeAskedItSaysSo() {
        Locked one(LockGuard{});
        one.press();
        QVERIFY(one.field()->isHidden());
        bool plain = false;
        for (const QLabel* label : one.lock.page()->findChildren<QLabel*>()) {
            plain = plain || label->text().contains(QLatin1String("none can be asked for"));
        }
        QVERIFY(plain);
        one.button()->click();
        QVERIFY(one.console.window.isVisible());
    }

    void whoSignedInSignsInAgain() {
        int asked = 0;
        Locked one(LockGuard{LockGuard::Ask::SignIn, {}, [&asked](QWidget&) { ++asked; }});
        one.press();
        one.button()->click();
        QCOMPARE(asked, 1);
        QVERIFY(one.lock.isLocked());
    }

    void closingThePageStopsNothing() {
        Locked one;
        one.press();
        QSignalSpy asked(&one.console.window, &MainWindow::closeAsked);
        one.lock.page()->close();
        QVERIFY(one.lock.isLocked());
        QCOMPARE(asked.count(), 0);
        QCOMPARE(inSight(), QStringList());
    }

    void theEndOfTheSessionIsNotHeldUp() {
        Locked one;
        CloseGuard guard(one.console.window, CloseGuard::Broker::InHere);
        QSignalSpy closed(&guard, &CloseGuard::closed);
        one.press();
        one.lock.release();
        guard.endNow();
        QCOMPARE(closed.count(), 1);
    }

    void anotherBrokersWindowHasALockOfItsOwn() {
        Locked one;
        Console other(Remembered::AsBefore);
        other.start();
        one.press();
        QVERIFY(one.lock.isLocked());
        QVERIFY(!one.console.window.isVisible());
        QVERIFY(other.window.isVisible()); // the program locks them all
        other.window.frame().lock().lock();
        QCOMPARE(inSight(), QStringList());
        one.give(kRight);
        QVERIFY(one.console.window.isVisible());
        QVERIFY(!other.window.isVisible());
    }

    void thePageIsReadableAndNamed_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void thePageIsReadableAndNamed() {
        QFETCH(bool, dark);
        Locked one;
        one.console.theme.choose(dark ? ui::theme::Choice::Dark : ui::theme::Choice::Light);
        one.console.window.resize(dark ? QSize(900, 600) : QSize(1280, 800));
        one.press();
        one.give("wrong");
        QVERIFY(!one.field()->accessibleName().isEmpty());
        QVERIFY(!one.button()->accessibleName().isEmpty());
        QCOMPARE(one.field()->echoMode(), QLineEdit::Password);
        for (const QLabel* label : one.lock.page()->findChildren<QLabel*>()) {
            QVERIFY2(!label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->text()));
        }
        QCOMPARE(clippedTexts(*one.lock.page()), QStringList());
        const QPixmap picture = one.lock.page()->grab();
        if (const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS"); !folder.isEmpty()) {
            QVERIFY(picture.save(folder + QStringLiteral("/lock-") + QLatin1String(QTest::currentDataTag()) +
                                 QStringLiteral(".png")));
        }
        QVERIFY(!picture.isNull());
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstLock)
#include "tst_lock.moc"
