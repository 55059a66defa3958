// SPDX-License-Identifier: Apache-2.0
// While somebody looks on: nothing that must not be seen is on screen, on the clipboard, or in what a screen reader
// says.
#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include "tests/gui/console_fixture.h"
#include "ui/shell/environment_band.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/masking.h"
#include "ui/widgets/presentation.h"
#include "ui/widgets/presentation_cover.h"
#include "ui/widgets/record_model.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/table_export.h"
#include "ui/widgets/table_text.h"

namespace gatehouse::tests {

using namespace ui;
using widgets::masked;
using widgets::Presentation;

namespace {

struct Person {
    QString name;
    QString mail;
};

class People final : public widgets::RecordModel<Person> {
public:
    using RecordModel::RecordModel;
    int columnCount(const QModelIndex& = {}) const override { return 1; }
    QString keyOf(const Person& person) const override { return person.mail; }

protected:
    QVariant cell(const Person& person, int, int role) const override {
        return role == Qt::TextAlignmentRole ? QVariant(1) : QVariant(person.mail);
    }
    QString columnTitle(int) const override { return QStringLiteral("Mail"); }
};

const QString kMail = QStringLiteral("ana@acme.example");
const char* const kJwt = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl";

bool tells(const QString& text) {
    return text.contains(QLatin1String("@acme.")) || text.contains(QLatin1String("@Acme."));
}

QString spoken(QWidget* widget) {
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface == nullptr ? QString()
                                : interface->text(QAccessible::Name) + u'\n' + interface->text(QAccessible::Value) +
                                      u'\n' + interface->text(QAccessible::Description);
}

} // namespace

class PresentationTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        const OwnSettings forget(Remembered::Nothing);
        widgets::setPresenting(false);
    }

    void whatMustNotBeSeenIsMasked_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char* text, const char* secret) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(secret);
        };
        row("ana@acme.example", "acme");
        row("Mail: Ana.Example+x@sub.acme.example, thanks", "acme");
        row("zoë@müller.example", "müller");
        row("ana@intranet", "intranet");
        row("<b>ana@acme.example</b>", "acme");
        row("login_hint=ana@acme.example&x=1", "acme");
        row(kJwt, "eyJ");
        row("Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbmEifQ.", "eyJ");
        row("Authorization: Bearer opaque-but-short1", "opaque");
        row("token ghat_abcdefgh12345678", "abcdefgh");
        row("client_secret=hunter2&x=1", "hunter2");
        row("\"clientSecret\": \"hunter2\"", "hunter2");
        row("password: hunter2", "hunter2");
        row("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "dBjft");
        row("from 192.0.2.7", "192.0.2.7");
        row("(203.0.113.9:443)", "203.0.113.9");
        row("2001:db8::17 came", "2001:db8");
        row("[2001:db8:0:1:2:3:4:5]", "db8");
    }
    void whatMustNotBeSeenIsMasked() {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        QVERIFY(text.contains(secret));
        const QString mask = masked(text);
        QVERIFY2(!mask.contains(secret), qPrintable(mask));
        QCOMPARE(masked(mask), mask);
    }
    void whatMayBeSeenStays_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 "ab",
                                 "Ana Example",
                                 "14:02:07",
                                 "2026-11-21T12:00:00Z",
                                 "1.9 s",
                                 "Gatehouse 0.1.0",
                                 "GH-7F3K-92QD",
                                 "http://127.0.0.1:8480/t/acme",
                                 "::1",
                                 "0193b2c4-8a5e-7c11-9d2e-2f4a6b8c0d1e",
                                 "id_token.nonce",
                                 "unmet_authentication_requirements",
                                 "mapping_missing_email",
                                 "authorization_code",
                                 "https://idp.example/x",
                                 "the password is not asked here",
                                 "@home",
                                 "a @ b",
                                 "token",
                                 "127.0.0.1"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void whatMayBeSeenStays() {
        QFETCH(QString, text);
        QCOMPARE(masked(text), text);
    }
    void aDocumentIsMaskedByItsNamesToo() {
        const QJsonObject document{
            {QStringLiteral("clientSecret"), QStringLiteral("short")},
            {QStringLiteral("claims"),
             QJsonObject{{QStringLiteral("email"), kMail}, {QStringLiteral("code"), QStringLiteral("x1")}}},
            {QStringLiteral("list"), QJsonArray{kMail, 7, true}}};
        const QString text =
            QString::fromUtf8(QJsonDocument(masked(QJsonValue(document)).toObject()).toJson(QJsonDocument::Compact));
        for (const char* secret : {"short", "acme", "x1"}) {
            QVERIFY2(!text.contains(QLatin1String(secret)), qPrintable(text));
        }
        QVERIFY(text.contains(QLatin1String("[\"a•••@•••\",7,true]")) ||
                text.contains(QString::fromUtf8("[\"a•••@•••\",7,true]")));
        QCOMPARE(widgets::presented(QJsonValue(document)), QJsonValue(document)); // nobody looks on
    }

    void aModelMasksWhatIsSeenAndHeard() {
        People model;
        model.setRows({{QStringLiteral("Ana"), kMail}});
        const QModelIndex index = model.index(0, 0);
        QCOMPARE(index.data().toString(), kMail);
        widgets::setPresenting(true);
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                               int(Qt::AccessibleDescriptionRole)}) {
            QVERIFY2(!tells(index.data(role).toString()), QByteArray::number(role).constData());
        }
        QCOMPARE(index.data(Qt::EditRole).toString(), kMail);     // an editor must not save a mask
        QCOMPARE(index.data(widgets::KeyRole).toString(), kMail); // what the program goes by stays
        QCOMPARE(index.data(Qt::TextAlignmentRole).toInt(), 1);
        widgets::setPresenting(false);
        QCOMPARE(index.data().toString(), kMail);
    }
    void aTreeOfJsonMasksItsValues() {
        widgets::JsonModel model;
        model.setValue(
            QJsonObject{{QStringLiteral("email"), kMail}, {QStringLiteral("client_secret"), QStringLiteral("short")}});
        widgets::setPresenting(true);
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString text = model.index(row, widgets::JsonModel::ValueColumn).data().toString();
            QVERIFY2(!tells(text) && text != QLatin1String("short"), qPrintable(text));
        }
    }
    void aViewMasksForModelsThatDoNot() {
        const auto picture = [](const QString& text) {
            QStandardItemModel model;
            model.appendRow(new QStandardItem(text));
            QTableView view;
            view.setModel(&model);
            view.setItemDelegate(new widgets::StatusDelegate(&view));
            view.resize(300, 80);
            return view.grab().toImage();
        };
        QVERIFY(picture(kMail) != picture(masked(kMail)));
        widgets::setPresenting(true);
        QCOMPARE(picture(kMail), picture(masked(kMail)));
    }

    void labelsAreMaskedBeforeTheyAreSeenAndComeBack() {
        QLabel label(kMail);
        label.setAccessibleDescription(QStringLiteral("Mail of ana@acme.example"));
        Presentation presentation;
        presentation.set(true);
        label.setToolTip(kMail);
        label.show();
        QVERIFY(!tells(label.text()));
        QVERIFY(!tells(label.toolTip()));
        QVERIFY(!tells(spoken(&label)));
        label.setText(QStringLiteral("ben@acme.example"));
        label.grab();
        QVERIFY(!tells(label.text()));
        presentation.set(false);
        QCOMPARE(label.text(), QStringLiteral("ben@acme.example"));
        QVERIFY(tells(label.accessibleDescription()));
        QCOMPARE(label.toolTip(), kMail);
    }
    void whatIsSetMeanwhileIsNotOverwritten() {
        QLabel label(kMail);
        label.show();
        Presentation presentation;
        presentation.set(true);
        label.setText(QStringLiteral("Nobody"));
        presentation.set(false);
        QCOMPARE(label.text(), QStringLiteral("Nobody"));
    }
    void aLineThatCanBeEditedKeepsItsTextAndShowsDots() {
        QLineEdit line(kMail);
        line.show();
        Presentation presentation;
        presentation.set(true);
        QCOMPARE(line.text(), kMail);
        QVERIFY(!tells(line.displayText()));
        QVERIFY(!tells(spoken(&line)));
        line.setText(QStringLiteral("plain"));
        line.grab();
        QCOMPARE(line.displayText(), QStringLiteral("plain"));
        line.setText(kMail);
        presentation.set(false);
        QCOMPARE(line.displayText(), kMail);
    }
    void aSecretCannotBeRevealed() {
        widgets::SecretField field;
        field.show();
        field.setText(QStringLiteral("hunter2"));
        Presentation presentation;
        presentation.set(true);
        field.setEchoMode(QLineEdit::Normal);
        field.grab();
        QVERIFY(!field.displayText().contains(QLatin1String("hunter")));
    }
    void aTextThatCanBeEditedIsCoveredAndNotChanged() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* edit = new QPlainTextEdit(QStringLiteral("{\"email\":\"ana@acme.example\"}"), &window);
        column->addWidget(edit);
        window.show();
        Presentation presentation;
        presentation.set(true);
        window.grab();
        QTRY_VERIFY(widgets::PresentationCover::lies(*edit));
        QVERIFY(!edit->isEnabled());
        QCOMPARE(edit->toPlainText(), QStringLiteral("{\"email\":\"ana@acme.example\"}"));
        presentation.set(false);
        QVERIFY(!widgets::PresentationCover::lies(*edit));
        QVERIFY(edit->isEnabled());
    }
    void whatIsCopiedIsMasked() {
        QClipboard* clipboard = QGuiApplication::clipboard();
        Presentation presentation;
        widgets::CopyButton button(QStringLiteral("mail"));
        button.setValue(kMail);
        button.show();
        QVERIFY(QTest::qWaitForWindowActive(&button));
        button.click();
        QCOMPARE(clipboard->text(), kMail);
        presentation.set(true);
        QVERIFY(!tells(clipboard->text())); // what was there already
        button.click();
        QVERIFY(!tells(clipboard->text()));
        button.setValue(QStringLiteral("hunter2"), widgets::Sensitivity::Secret);
        button.click();
        QVERIFY(!clipboard->text().contains(QLatin1String("hunter")));
        clipboard->setText(QStringLiteral("{\"email\":\"ana@acme.example\",\"t\":\"%1\"}").arg(QLatin1String(kJwt)));
        QTRY_VERIFY(!tells(clipboard->text()) && !clipboard->text().contains(QLatin1String("eyJ")));
        presentation.set(false);
        button.setValue(kMail);
        button.click();
        QCOMPARE(clipboard->text(), kMail);
    }
    void whatLeavesATableIsMasked() {
        People model;
        model.setRows({{QStringLiteral("Ana"), kMail}});
        QTableView view;
        view.setModel(&model);
        const auto copied = [&] {
            return widgets::cellText(model.index(0, 0)) +
                   QString::fromUtf8(widgets::rowJson(model.index(0, 0), widgets::JsonStyle::OneLine)) +
                   widgets::selectionText(*view.horizontalHeader(), {model.index(0, 0)});
        };
        QVERIFY(tells(copied()));
        widgets::setPresenting(true);
        QVERIFY2(!tells(copied()), qPrintable(copied()));
    }
    void anExportIsMasked_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("csv") << int(widgets::ExportFormat::Csv);
        QTest::newRow("jsonl") << int(widgets::ExportFormat::JsonLines);
    }
    void anExportIsMasked() {
        QFETCH(int, format);
        const QTemporaryDir folder;
        const auto exported = [&](const QString& name) {
            const QString path = folder.filePath(name);
            widgets::ExportFile file(path, static_cast<widgets::ExportFormat>(format), {QStringLiteral("Mail")});
            file.add({kMail}, "{\"email\":\"ana@acme.example\",\"clientSecret\":\"short\"}");
            [&] {
                QCOMPARE(file.finish(QStringLiteral("here"), QStringLiteral("user=ana@acme.example")), QString());
            }();
            QByteArray all;
            for (const QString& each : {path, widgets::manifestPath(path)}) {
                QFile written(each);
                [&] { QVERIFY(written.open(QIODevice::ReadOnly)); }();
                all += written.readAll();
            }
            return QString::fromUtf8(all);
        };
        QVERIFY(tells(exported(QStringLiteral("open"))));
        widgets::setPresenting(true);
        const QString masked = exported(QStringLiteral("masked"));
        QVERIFY2(!tells(masked) && !masked.contains(QLatin1String("short")), qPrintable(masked));
    }
    void itIsKeptForTheNextStart() {
        {
            Presentation presentation;
            QVERIFY(!presentation.isOn());
            presentation.set(true);
        }
        Presentation next;
        QVERIFY(next.isOn());
        QVERIFY(next.action()->isChecked());
        next.set(false);
        Presentation last;
        QVERIFY(!last.isOn());
    }

    void ctrlShiftMTogglesAndTheBandSaysSo() {
        Console console;
        console.start();
        auto* band = console.window.findChild<shell::EnvironmentBand*>();
        QVERIFY(!band->accessibleName().contains(QLatin1String("PRESENTING")));
        QTest::keyClick(&console.window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(band->accessibleName().contains(QLatin1String("PRESENTING")));
        QCOMPARE(console.theme.textScale(), 150);
        QTest::keyClick(&console.window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!band->accessibleName().contains(QLatin1String("PRESENTING")));
        QCOMPARE(console.theme.textScale(), 100);
    }
    void noPanelShowsOrSpeaksAnAddress_data() {
        QTest::addColumn<QString>("id");
        for (const shell::PanelEntry& entry : panels::standardPanels()) {
            QTest::newRow(qPrintable(entry.id)) << entry.id;
        }
    }
    void noPanelShowsOrSpeaksAnAddress() {
        QFETCH(QString, id);
        Console console;
        console.start();
        auto* presentation = console.window.findChild<Presentation*>();
        presentation->set(true);
        auto* panel = console.panel<shell::Panel>(qPrintable(id));
        panel->showcase();
        console.settle();
        console.window.grab();
        for (QWidget* widget : panel->findChildren<QWidget*>()) {
            if (!widget->isVisible()) {
                continue;
            }
            const QString what = QLatin1String(widget->metaObject()->className()) + u' ' + widget->accessibleName();
            if (qobject_cast<QPlainTextEdit*>(widget) == nullptr || widget->isEnabled()) {
                QVERIFY2(!tells(spoken(widget)), qPrintable(what + spoken(widget)));
            }
            if (auto* label = qobject_cast<QLabel*>(widget)) {
                QVERIFY2(!tells(label->text()), qPrintable(what));
            } else if (auto* line = qobject_cast<QLineEdit*>(widget)) {
                QVERIFY2(!tells(line->displayText()), qPrintable(what));
            } else if (auto* view = qobject_cast<QAbstractItemView*>(widget); view != nullptr && view->model()) {
                for (int row = 0; row < view->model()->rowCount(); ++row) {
                    for (int column = 0; column < view->model()->columnCount(); ++column) {
                        QVERIFY2(!tells(view->model()->index(row, column).data().toString()), qPrintable(what));
                    }
                }
            }
        }
        presentation->set(false);
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::PresentationTest)
#include "tst_presentation.moc"
