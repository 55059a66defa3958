// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "ui/shell/console_locale.h"
#include "ui/theme/icons.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/form.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_edit.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/status.h"

namespace gatehouse::tests {

using namespace ui::widgets;

namespace {

QStandardItem* item(const QString& text) {
    auto* made = new QStandardItem(text);
    made->setData(text, KeyRole);
    return made;
}

} // namespace

class TstWidgets : public QObject {
    Q_OBJECT
private slots:
    void aFormShowsEachErrorUnderItsField() {
        Form form;
        auto* issuer = new QLineEdit(&form);
        auto* domains = new QLineEdit(&form);
        form.addRow(QStringLiteral("/issuer"), QStringLiteral("&Issuer"), issuer,
                    QStringLiteral("As the provider spells it."));
        form.addRow(QStringLiteral("/domains"), QStringLiteral("Domains"), domains);
        form.show();
        const auto rest = form.showErrors({{QStringLiteral("/issuer"), {}, QStringLiteral("Is required")},
                                           {QStringLiteral("/domains/1"), {}, QStringLiteral("Is taken")},
                                           {QStringLiteral("/domainsX"), {}, QStringLiteral("Elsewhere")}});
        QCOMPARE(form.errorOf(QStringLiteral("/issuer")), QStringLiteral("Is required"));
        QCOMPARE(form.errorOf(QStringLiteral("/domains")), QStringLiteral("Is taken"));
        QCOMPARE(issuer->accessibleName(), QStringLiteral("Issuer"));
        QCOMPARE(issuer->accessibleDescription(), QStringLiteral("Is required"));
        QCOMPARE(rest.size(), std::size_t(1));
        QTest::keyClicks(issuer, QStringLiteral("h"));
        QCOMPARE(form.errorOf(QStringLiteral("/issuer")), QString());
        QCOMPARE(issuer->accessibleDescription(), QStringLiteral("As the provider spells it."));
        QCOMPARE(form.errorOf(QStringLiteral("/domains")), QStringLiteral("Is taken"));
    }
    void copyGivesExactlyTheValueAndSaysSo() {
        CopyButton button(QStringLiteral("redirect URI"));
        QVERIFY(!button.isEnabled());
        button.setValue(QStringLiteral("https://a.example/cb"));
        button.click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://a.example/cb"));
        QCOMPARE(button.accessibleName(), QStringLiteral("Copied redirect URI"));
    }
    void aSecretLeavesTheClipboardUnlessSomethingElseIsThere() {
        CopyButton::setSecretLife(1);
        CopyButton button(QStringLiteral("client secret"));
        button.setValue(QStringLiteral("hunter2"), Sensitivity::Secret);
        button.click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("hunter2"));
        QTRY_VERIFY(QGuiApplication::clipboard()->text().isEmpty());
        button.click();
        CopyButton plain(QStringLiteral("issuer"));
        plain.setValue(QStringLiteral("https://a.example"));
        plain.click();
        bool late = false;
        QTimer::singleShot(20, qApp, [&late] { late = true; }); // after the secret's time
        QTRY_VERIFY(late);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://a.example"));
        CopyButton::setSecretLife(60'000);
    }
    void anUntouchedSecretIsNotSent() {
        SecretField field;
        field.reset(true);
        QVERIFY(!field.changedValue());
        QVERIFY(!field.placeholderText().isEmpty());
        QCOMPARE(field.echoMode(), QLineEdit::Password);
        QTest::keyClicks(&field, QStringLiteral("s3cret"));
        QCOMPARE(field.changedValue(), std::optional<QString>(QStringLiteral("s3cret")));
        field.reset(true);
        QVERIFY(!field.changedValue());
    }
    void aNumberStandsWhereTheWindowBeginsToRead_data() {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("value");
        QTest::newRow("left to right") << Qt::LeftToRight << "5";
        QTest::newRow("right to left") << Qt::RightToLeft << "5";
        QTest::newRow("right to left, with letters") << Qt::RightToLeft << QString::fromUtf8("4 م.ث");
    }
    void aNumberStandsWhereTheWindowBeginsToRead() {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QString, value);
        StatTile tile(QStringLiteral("sessions open"));
        tile.setLayoutDirection(direction);
        tile.setValue(value);
        tile.resize(300, 80);
        tile.show();
        for (const QLabel* label : tile.findChildren<QLabel*>()) {
            if (label->text() == value) {
                QVERIFY(label->width() < 150); // as wide as its text: where the label is, there the number is
                QCOMPARE(direction == Qt::RightToLeft ? label->geometry().right() : tile.rect().right(),
                         tile.rect().right());
                QCOMPARE(direction == Qt::LeftToRight ? label->x() : 0, 0);
            }
        }
    }
    void aLongNameInARankingIsReadWhole() {
        BarRow row(QStringLiteral("Your identity provider did not send an e-mail address."), 3, 9,
                   ui::theme::Tone::Error);
        QVERIFY(row.heightForWidth(160) > row.heightForWidth(700));
        QCOMPARE(row.accessibleName(), QStringLiteral("Your identity provider did not send an e-mail address.: 3"));
    }
    void aTableKeepsACurrentRowAndFollowsIt() {
        QStandardItemModel model;
        FilterTable table(QStringLiteral("Things"), FilterBy::Rows);
        table.setModel(&model);
        QSignalSpy current(&table, &FilterTable::currentKeyChanged);
        model.appendRow(item(QStringLiteral("b")));
        QCOMPARE(table.currentKey(), QStringLiteral("b"));
        model.insertRow(0, item(QStringLiteral("a")));
        QCOMPARE(table.currentKey(), QStringLiteral("b"));
        table.select(QStringLiteral("c"));
        QCOMPARE(table.currentKey(), QStringLiteral("b"));
        model.appendRow(item(QStringLiteral("c")));
        QCOMPARE(table.currentKey(), QStringLiteral("c"));
        model.clear();
        QCOMPARE(table.currentKey(), QString());
        QCOMPARE(current.last().first().toString(), QString());
    }
    void clickSelectsEnterAndDoubleClickOpenTabLeaves() {
        QStandardItemModel model;
        model.appendRow(item(QStringLiteral("a")));
        model.appendRow(item(QStringLiteral("b")));
        FilterTable table(QStringLiteral("Things"), FilterBy::Rows);
        table.setModel(&model);
        table.resize(400, 300);
        table.show();
        QSignalSpy opened(&table, &FilterTable::opened);
        QTableView* view = table.view();
        const QPoint second = view->visualRect(view->model()->index(1, 0)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(table.currentKey(), QStringLiteral("b"));
        QCOMPARE(opened.count(), 0);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(opened.count(), 1);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(opened.count(), 2);
        QVERIFY(!view->tabKeyNavigation());
    }
    void emptyAndFilteredEmptyAreDifferent() {
        QStandardItemModel model;
        FilterTable table(QStringLiteral("Things"), FilterBy::Rows);
        table.setEmptyContent(QStringLiteral("users"), QStringLiteral("Nothing yet."), QStringLiteral("Make one"));
        table.setModel(&model);
        table.show();
        const auto visibleSentence = [&] {
            for (EmptyState* state : table.findChildren<EmptyState*>()) {
                if (state->isVisible()) {
                    return state->sentence();
                }
            }
            return QString();
        };
        QCOMPARE(visibleSentence(), QStringLiteral("Nothing yet."));
        model.appendRow(item(QStringLiteral("alpha")));
        QCOMPARE(visibleSentence(), QString());
        table.setFilterText(QStringLiteral("zzz"));
        QVERIFY(QTest::qWaitFor([&] { return visibleSentence().contains(QStringLiteral("zzz")); }, 2000));
        table.setFilterText({});
        QVERIFY(QTest::qWaitFor([&] { return visibleSentence().isEmpty(); }, 2000));
    }
    void aBrokerFilterWaitsForTypingToStop() {
        FilterTable table(QStringLiteral("Things"), FilterBy::Broker);
        QSignalSpy asked(&table, &FilterTable::filterChanged);
        for (const char* text : {"a", "an", "ana"}) {
            table.setFilterText(QLatin1String(text));
        }
        QVERIFY(asked.wait(2000));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("ana"));
    }
    void anErrorSaysItsReference() {
        ErrorBanner banner;
        banner.showError(
            {QStringLiteral("It failed."), QStringLiteral("Do this."), QStringLiteral("GH-7F3K-92QD"), true});
        QCOMPARE(banner.accessibleName(), QStringLiteral("It failed."));
        const auto copies = banner.findChildren<CopyButton*>();
        const auto copy = std::find_if(copies.begin(), copies.end(), [](const CopyButton* button) {
            return button->accessibleName().contains(QLatin1String("reference"));
        });
        QVERIFY(copy != copies.end());
        (*copy)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("GH-7F3K-92QD"));
        banner.dismiss();
        QVERIFY(!banner.isVisible());
    }
    void jsonProblemsNameLineAndColumn() {
        JsonEdit edit(QStringLiteral("Claims"));
        edit.setPlainText(QStringLiteral("{\n  \"a\": 1,\n  \"b\" 2\n}"));
        QVERIFY(!edit.object());
        QCOMPARE(edit.problem().line, 3);
        edit.setPlainText(QStringLiteral("[1]"));
        QVERIFY(!edit.problem().message.isEmpty());
        edit.setPlainText(QStringLiteral("{\"a\": 1}"));
        QVERIFY(edit.problem().message.isEmpty());
        QVERIFY(edit.object());
        QVERIFY(edit.tabChangesFocus());
    }
    void aChangeOfColoursIsNoEdit() {
        JsonEdit edit(QStringLiteral("Claims"));
        edit.setPlainText(QStringLiteral("{\"a\": 1}"));
        edit.show();
        QSignalSpy changed(&edit, &JsonEdit::contentChanged);
        edit.setPalette(QPalette(Qt::black));
        QCoreApplication::processEvents();
        QCOMPARE(changed.count(), 0);
    }
    void durationsAreReadAsPeopleWriteThem() {
        QCOMPARE(parseDuration(QStringLiteral("12 h")), std::optional<std::int64_t>(43200));
        QCOMPARE(parseDuration(QStringLiteral("1 day 2h 30min")), std::optional<std::int64_t>(95400));
        QCOMPARE(parseDuration(QStringLiteral("300")), std::optional<std::int64_t>(300));
        for (const char* bad : {"", "soon", "12 parsecs", "h", "-5", "1.5 h", "999999999 days"}) {
            QVERIFY2(!parseDuration(QLatin1String(bad)), bad);
        }
        for (const std::int64_t seconds :
             {std::int64_t(0), std::int64_t(59), std::int64_t(3600), std::int64_t(95461), std::int64_t(2592000)}) {
            QCOMPARE(parseDuration(writeDuration(seconds)), std::optional<std::int64_t>(seconds));
        }
    }
    void numbersHaveOneKindOfDigits() {
        const QLocale egypt = ui::shell::consoleLocale(QLocale(QStringLiteral("ar_EG")));
        QCOMPARE(egypt.language(), QLocale::Arabic);
        QCOMPARE(egypt.toString(12045),
                 QString(egypt.toString(12045)).remove(QRegularExpression(QStringLiteral("[^0-9.,]"))));
        QCOMPARE(egypt.monthName(11), QLocale(QStringLiteral("ar_EG")).monthName(11));
        QCOMPARE(ui::shell::consoleLocale(QLocale(QStringLiteral("de_CH"))), QLocale(QStringLiteral("de_CH")));
    }
    void timesAreSaidInWords() {
        const QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-22T12:00:00Z"), Qt::ISODate);
        QCOMPARE(relativeTime(now.addSecs(-5), now), QStringLiteral("just now"));
        QCOMPARE(relativeTime(now.addSecs(-125), now), QStringLiteral("2 min ago"));
        QCOMPARE(relativeTime(now.addDays(-1), now), QStringLiteral("yesterday"));
        QCOMPARE(relativeTime({}, now), QStringLiteral("never"));
        QVERIFY(absoluteTime(now).startsWith(QStringLiteral("2026-11-22 12:00:00 UTC")));
        QCOMPARE(milliseconds(999), QStringLiteral("999 ms"));
    }
    void theBrokersSentencesSpeakTheConsolesLanguage() {
        (void)ui::theme::icon(QStringLiteral("home")); // the resources of a static library
        const QLocale before;
        const auto expired = QStringLiteral("An expired token");
        const auto told = QStringLiteral("Gatehouse sends the browser back to the app with the error login_required.");
        QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
        QCOMPARE(brokerText(expired), QStringLiteral("Ein abgelaufenes Token"));
        QCOMPARE(brokerText(told),
                 QStringLiteral("Gatehouse schickt den Browser mit dem Fehler login_required zur App zurück."));
        QCOMPARE(brokerText(QStringLiteral("Nobody wrote this.")), QStringLiteral("Nobody wrote this."));
        QCOMPARE(brokerText(QString()), QString());
        QVERIFY(reasonMessage(QStringLiteral("login.state_used"), expired) != expired);
        QCOMPARE(reasonMessage(QStringLiteral("no.such_reason"), expired), expired);
        QCOMPARE(reasonCure(QStringLiteral("login.state_used"), QString()), QString()); // none stays none
        QLocale::setDefault(QLocale(QStringLiteral("ar_EG")));
        QVERIFY(brokerText(expired).front().script() == QChar::Script_Arabic);
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        QCOMPARE(brokerText(expired), expired);
        QCOMPARE(reasonMessage(QStringLiteral("login.state_used"), expired), expired);
        QLocale::setDefault(before);
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstWidgets)
#include "tst_widgets.moc"
