// SPDX-License-Identifier: Apache-2.0
// The command palette: what it finds, in which order, and that it needs no mouse.
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>

#include "tests/gui/console_fixture.h"
#include "tests/gui/event_loop_watchdog.h"
#include "ui/shell/frame.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/palette/fuzzy.h"
#include "ui/shell/palette/palette_model.h"
#include "ui/shell/toasts.h"

namespace gatehouse::tests {

using namespace ui::shell;

namespace {

int score(const char* typed, const char* text) {
    return fuzzyScore(QString::fromUtf8(typed), QString::fromUtf8(text)).value_or(-1'000'000);
}

struct Palette {
    Console console;
    QLineEdit* edit = nullptr;
    CommandPalette* palette = nullptr;

    void open() {
        console.start();
        palette = &console.window.frame().palette();
        QTest::keyClick(&console.window, Qt::Key_K, Qt::ControlModifier);
        edit = console.window.findChild<QLineEdit*>(QStringLiteral("palette.edit"));
    }
    [[nodiscard]] QStringList titles() const {
        QStringList all;
        for (int row = 0; row < palette->model()->rowCount(); ++row) {
            all.append(palette->model()->at(row)->title);
        }
        return all;
    }
};

} // namespace

class TstPalette : public QObject {
    Q_OBJECT
private slots:
    void lettersMustOccurInTheirOrder() {
        QVERIFY(fuzzyScore(QStringLiteral("idp"), QStringLiteral("Identity providers")));
        QVERIFY(!fuzzyScore(QStringLiteral("pdi"), QStringLiteral("Identity")));
        QVERIFY(!fuzzyScore(QStringLiteral("usersx"), QStringLiteral("Users")));
        QVERIFY(fuzzyScore(QString(), QStringLiteral("anything")));
    }

    void wordBeginningsBeatTheMiddleOfAWord() {
        QVERIFY(score("us", "Users") > score("us", "Claim status"));
        QVERIFY(score("cm", "Claim mapping") > score("cm", "Become"));
        QVERIFY(score("log", "Logins") > score("log", "Dialog"));
    }

    void aWholeWordBeatsAPartAndAShortTextALongOne() {
        QVERIFY(score("dark", "Dark") > score("dark", "Darkness"));
        QVERIFY(score("users", "Users") > score("users", "Users of another tenant that is rather long"));
    }

    void wordsCountInAnyOrderAndAccentsDoNot() {
        QVERIFY(fuzzyScore(QStringLiteral("mapping claim"), QStringLiteral("Claim mapping")));
        QVERIFY(fuzzyScore(QStringLiteral("jose"), QString::fromUtf8("José Núñez")));
        QVERIFY(!fuzzyScore(QStringLiteral("claim user"), QStringLiteral("Claim mapping")));
    }

    void aVeryLongTextIsCutRatherThanSearchedForEver() {
        QVERIFY(!fuzzyScore(QStringLiteral("zz"), QString(2'000'000, u'a') + QStringLiteral("zz")));
    }

    void aReferenceIsKnownInAnySpelling_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("reference");
        const QString known = QStringLiteral("GH-7F3K-92Q0");
        QTest::newRow("as written") << QStringLiteral("GH-7F3K-92Q0") << known;
        QTest::newRow("small, O for zero") << QStringLiteral(" gh-7f3k-92qo ") << known;
        QTest::newRow("spaces") << QStringLiteral("GH 7F3K 92Q0") << known;
        QTest::newRow("run together") << QStringLiteral("gh7f3k92q0") << known;
        QTest::newRow("without GH") << QStringLiteral("7f3k-92q0") << known;
        QTest::newRow("l and i are one") << QStringLiteral("GH-il00-0000") << QStringLiteral("GH-1100-0000");
        QTest::newRow("a word") << QStringLiteral("settings") << QString();
        QTest::newRow("too short") << QStringLiteral("GH-7F3K-92Q") << QString();
        QTest::newRow("too long") << QStringLiteral("GH-7F3K-92Q00") << QString();
        QTest::newRow("not Crockford") << QStringLiteral("GH-7F3U-92Q0") << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("only GH") << QStringLiteral("GH") << QString();
    }
    void aReferenceIsKnownInAnySpelling() {
        QFETCH(QString, typed);
        QTEST(normalisedReference(typed), "reference");
    }

    void ctrlKOpensItWithTheKeyboardInTheField() {
        Palette p;
        p.open();
        QVERIFY(p.palette->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), p.edit);
        QVERIFY(p.titles().contains(QStringLiteral("Users")));
        QVERIFY(!p.edit->accessibleDescription().isEmpty());
    }

    void escPutsTheKeyboardBackWhereItWas() {
        Palette p;
        p.console.start();
        QWidget* before = QApplication::focusWidget();
        QVERIFY(before != nullptr);
        p.palette = &p.console.window.frame().palette();
        p.palette->open();
        p.edit = p.console.window.findChild<QLineEdit*>(QStringLiteral("palette.edit"));
        QTest::keyClick(p.edit, Qt::Key_Escape);
        QVERIFY(!p.palette->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void enterGoesToAPanel() {
        Palette p;
        p.open();
        QTest::keyClicks(p.edit, QStringLiteral("claim map"));
        QCOMPARE(p.titles().value(0), QStringLiteral("Claim mapping"));
        QTest::keyClick(p.edit, Qt::Key_Return);
        QCOMPARE(p.console.window.place().panel, QStringLiteral("mapping"));
        QVERIFY(!p.palette->isVisible());
    }

    void upAndDownChooseRoundAndRound() {
        Palette p;
        p.open();
        auto* list = p.console.window.findChild<QListView*>(QStringLiteral("palette.list"));
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(p.edit, Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), p.palette->model()->rowCount() - 1);
        QTest::keyClick(p.edit, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 0);
    }

    void itFindsActionsWithTheirKeys() {
        Palette p;
        p.open();
        QTest::keyClicks(p.edit, QStringLiteral("refresh"));
        const PaletteItem* item = p.palette->model()->at(0);
        QVERIFY(item != nullptr);
        QCOMPARE(item->title, QStringLiteral("Refresh"));
        QCOMPARE(item->shortcut, QStringLiteral("F5"));
    }

    void itFindsPeopleByAskingTheBroker() {
        Palette p;
        p.open();
        QTest::keyClicks(p.edit, QStringLiteral("ana"));
        QTRY_VERIFY(p.console.broker.count("GET", "/admin/v1/tenants/acme/users?") > 0);
        int row = -1;
        const auto find = [&] {
            for (int at = 0; at < p.palette->model()->rowCount(); ++at) {
                row = p.palette->model()->at(at)->icon == QLatin1String("user") ? at : row;
            }
            return row >= 0;
        };
        QTRY_VERIFY(find());
        p.palette->model()->at(row)->run();
        QCOMPARE(p.console.window.place().panel, QStringLiteral("users"));
        QVERIFY(!p.console.window.place().object.isEmpty());
    }

    void anAppLeadsToItsPage() {
        Palette p;
        p.console.broker.put(QStringLiteral("tenants/acme/apps/a-payroll"),
                             {{QStringLiteral("id"), QStringLiteral("a-payroll")},
                              {QStringLiteral("name"), QStringLiteral("Payroll")},
                              {QStringLiteral("displayName"), QStringLiteral("Payroll")}});
        p.open();
        QTest::keyClicks(p.edit, QStringLiteral("payr"));
        QTRY_VERIFY(p.titles().contains(QStringLiteral("Payroll")));
        const auto row = static_cast<int>(p.titles().indexOf(QStringLiteral("Payroll")));
        QCOMPARE(p.palette->model()->at(row)->icon, QStringLiteral("app"));
        p.palette->model()->at(row)->run();
        QCOMPARE(p.console.window.place(),
                 (Place{QStringLiteral("apps"), QStringLiteral("acme"), QStringLiteral("a-payroll")}));
    }

    void aLetterAloneAsksNobody() {
        Palette p;
        p.open();
        const int before = p.console.broker.count("GET", "/admin/v1/tenants/acme/users?");
        QTest::keyClicks(p.edit, QStringLiteral("a"));
        QTest::qWait(0);
        QTRY_VERIFY(!p.titles().isEmpty());
        QCOMPARE(p.console.broker.count("GET", "/admin/v1/tenants/acme/users?"), before);
    }

    void aReferenceOpensItsLogin() {
        Palette p;
        p.open();
        auto* logins = p.console.window.panel(QStringLiteral("logins"));
        QVERIFY(logins != nullptr);
        p.edit->setText(QStringLiteral("gh-0000-0000"));
        QCOMPARE(p.titles().value(0), QStringLiteral("Open login GH-0000-0000"));
        QTest::keyClick(p.edit, Qt::Key_Return);
        QTRY_VERIFY(p.console.window.services().toasts->current());
        QVERIFY(p.console.window.services().toasts->current()->sentence.contains(QLatin1String("GH-0000-0000")));
    }

    void aReferenceThatIsKeptSelectsItsLogin() {
        Palette p;
        p.open();
        auto* logins = p.console.window.panel(QStringLiteral("logins"));
        p.console.settle();
        p.console.broker.answerOnce(
            "GET", "/admin/v1/tenants/acme/flows/GH-7F3K-9003",
            RecordedBroker::json(200, p.console.broker.object(QStringLiteral("tenants/acme/flows/f-003"))));
        p.edit->setText(QStringLiteral("gh 7f3k 9oo3"));
        QTest::keyClick(p.edit, Qt::Key_Return);
        QTRY_COMPARE(p.console.window.place().object, QStringLiteral("f-003"));
        p.console.settle();
        QCOMPARE(logins->currentObject(), QStringLiteral("f-003"));
    }

    void whatMatchesNothingSaysSo() {
        Palette p;
        p.open();
        QTest::keyClicks(p.edit, QStringLiteral("qqqqqqq"));
        QCOMPARE(p.palette->model()->rowCount(), 0);
        QTest::keyClick(p.edit, Qt::Key_Return);
        QVERIFY(p.palette->isVisible());
    }

    void openingAndTypingNeverHoldsTheEventLoop() {
        Palette p;
        p.open();
        EventLoopWatchdog watchdog;
        for (int round = 0; round < 5; ++round) {
            p.palette->open();
            QTest::keyClicks(p.edit, QStringLiteral("an"), Qt::NoModifier, 5);
            QTest::keyClick(p.edit, Qt::Key_Escape);
        }
        QVERIFY2(watchdog.longestGap() <= 100, "the palette held the event loop for more than 100 ms");
    }

    void theWatchdogBarksAtASleepInTheGuiThread() {
        EventLoopWatchdog watchdog;
        QTest::qWait(20);
        QTest::qSleep(160 * EventLoopWatchdog::kSlower);
        QTest::qWait(20);
        QVERIFY(watchdog.longestGap() > 100);
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstPalette)
#include "tst_palette.moc"
