// SPDX-License-Identifier: Apache-2.0
// What the console does around an edit: the offer to take it back, the question before what nobody can take back, and
// the sign that something is under way.
#include <atomic>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>

#include "tests/gui/console_fixture.h"
#include "ui/panels/audit/audit_panel.h"
#include "ui/panels/mapping/rules_editor.h"
#include "ui/shell/tasks.h"
#include "ui/shell/toasts.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/form.h"
#include "ui/widgets/json_edit.h"
#include "ui/widgets/typed_confirmation.h"

namespace gatehouse::tests {

using ui::shell::Panel;
using ui::shell::Tasks;
using ui::widgets::BusyLine;
using ui::widgets::TypedConfirmation;

namespace {

QPushButton* button(const QWidget& parent, const char* name) {
    for (QPushButton* one : parent.findChildren<QPushButton*>()) {
        if (one->isVisible() && one->accessibleName() == QLatin1String(name)) {
            return one;
        }
    }
    return nullptr;
}

QString words(const QWidget& parent) {
    QString all;
    for (const QLabel* label : parent.findChildren<QLabel*>()) {
        all += label->text() + u'\n';
    }
    return all;
}

BusyLine* busyLine(const QWidget& parent, const char* name) {
    for (BusyLine* line : parent.findChildren<BusyLine*>()) {
        if (line->accessibleName() == QLatin1String(name)) {
            return line;
        }
    }
    return nullptr;
}

/// Keeps the broker from answering calls of one kind until it is let go.
class Gate {
public:
    Gate(RecordedBroker& broker, const char* method, const char* what)
        : m_broker(broker) {
        m_broker.onCall(
            [state = m_state, method = std::string(method), what = std::string(what)](const api::Call& call) {
                if (call.method == method && call.path.find(what) != std::string::npos) {
                    ++state->waiting;
                    state->open.acquire();
                    state->open.release();
                }
            });
    }
    ~Gate() {
        open();
        m_broker.onCall({});
    }
    void open() { m_state->open.release(); }
    [[nodiscard]] int waiting() const { return m_state->waiting; }

private:
    struct State {
        QSemaphore open;
        std::atomic<int> waiting = 0;
    };
    RecordedBroker& m_broker;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace

class TstEditing : public QObject {
    Q_OBJECT
private slots:
    void aTenantIsDeletedOnlyOnceItsNameWasTyped() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("tenants");
        panel->reveal(QStringLiteral("globex"));
        console.settle();
        button(*panel, "Delete this tenant")->click();
        auto* question = panel->findChild<TypedConfirmation*>();
        QVERIFY(question != nullptr && question->isVisible());
        console.settle();
        QVERIFY2(words(*question).contains(QStringLiteral("3 person")), qPrintable(words(*question)));
        auto* typed = question->findChild<QLineEdit*>();
        auto* confirm = question->findChild<QPushButton*>(QStringLiteral("typed.confirm"));
        for (const char* wrong : {"", "globe", "Globex", "globex ", "acme"}) {
            typed->setText(QLatin1String(wrong));
            QVERIFY2(!confirm->isEnabled(), wrong);
            QTest::keyClick(typed, Qt::Key_Return);
            if (!question->isVisible()) { // Enter was Cancel
                question->open();
            }
        }
        QCOMPARE(console.broker.count("DELETE", "/"), 0);
        typed->setText(QStringLiteral("globex"));
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_COMPARE(console.broker.count("DELETE", "/admin/v1/tenants/globex"), 1);
        console.settle();
        QVERIFY(console.drafts.all().empty());
        // Ctrl+Z brings no company back, and the message does not offer to.
        QVERIFY(console.window.services().toasts->current()->action.isEmpty());
        QVERIFY(console.changes.undoTitle().isEmpty());
    }
    void escapeLeavesTheTenantAlone() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("tenants");
        button(*panel, "Delete this tenant")->click();
        QTest::keyClick(panel->findChild<TypedConfirmation*>(), Qt::Key_Escape);
        console.settle();
        QCOMPARE(console.broker.count("DELETE", "/"), 0);
    }
    void whatCannotBeTakenBackDoesNotOfferToTakeTheChangeBeforeItBack() {
        Console console;
        console.start();
        auto* connections = console.panel<Panel>("connections");
        button(*connections, "Disable")->click();
        console.settle();
        QCOMPARE(console.window.services().toasts->current()->action, QStringLiteral("Undo"));
        auto* panel = console.panel<Panel>("tenants");
        panel->reveal(QStringLiteral("globex"));
        console.settle();
        button(*panel, "Delete this tenant")->click();
        panel->findChild<TypedConfirmation*>()->findChild<QLineEdit*>()->setText(QStringLiteral("globex"));
        panel->findChild<QPushButton*>(QStringLiteral("typed.confirm"))->click();
        QTRY_COMPARE(console.broker.count("DELETE", "/admin/v1/tenants/globex"), 1);
        console.settle();
        QVERIFY(console.window.services().toasts->current()->action.isEmpty());
        QVERIFY(!console.changes.undoTitle().isEmpty()); // by Ctrl+Z, whose tooltip says what
    }
    void anotherShortNameSaysWhoHasToBeTold() {
        Console console;
        console.broker.put(
            QStringLiteral("tenants/acme/apps/a-1"),
            {{QStringLiteral("id"), QStringLiteral("a-1")}, {QStringLiteral("name"), QStringLiteral("Payroll")}});
        console.start();
        auto* panel = console.panel<Panel>("tenants");
        panel->reveal(QStringLiteral("acme"));
        console.settle();
        auto* form = panel->findChild<ui::widgets::Form*>();
        QLineEdit* slug = nullptr;
        for (QLineEdit* edit : form->findChildren<QLineEdit*>()) {
            slug = edit->accessibleName() == QLatin1String("Short name") ? edit : slug;
        }
        QVERIFY(form->warningOf(QStringLiteral("/slug")).isEmpty());
        slug->selectAll();
        QTest::keyClicks(slug, QStringLiteral("acme2"));
        console.settle();
        const QString warning = form->warningOf(QStringLiteral("/slug"));
        QVERIFY2(warning.contains(QStringLiteral("Payroll")) && warning.contains(QStringLiteral("/t/acme")),
                 qPrintable(warning));
        QCOMPARE(slug->accessibleDescription(), warning);
        button(*panel, "Revert")->click();
        QVERIFY(form->warningOf(QStringLiteral("/slug")).isEmpty());
    }
    void whoIsDeactivatedByMistakeIsActivatedFromTheMessage() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("users");
        panel->reveal(QStringLiteral("u-ben"));
        console.settle();
        button(*panel, "Deactivate")->click();
        auto* confirm = panel->findChild<QPushButton*>(QStringLiteral("deactivate.confirm"));
        QTRY_VERIFY(confirm->isEnabled());
        confirm->click();
        QTRY_VERIFY(console.window.services().toasts->current());
        console.settle();
        const auto toast = console.window.services().toasts->current();
        QVERIFY(toast && toast->sentence.contains(QStringLiteral("Ben")));
        QCOMPARE(toast->action, QStringLiteral("Undo"));
        panel->reveal(QStringLiteral("u-ana")); // whoever is looked at meanwhile
        console.settle();
        button(*console.window.services().toasts, "Undo")->click();
        console.settle();
        QCOMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/users/u-ben/activate"), 1);
        QCOMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/users/u-ana"), 0);
        QVERIFY(panel->isVisible() && words(*panel).contains(QStringLiteral("Ana Example")));
    }
    void aDomainThatWasGivenUpIsClaimedAgainFromTheMessage() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("tenants");
        panel->reveal(QStringLiteral("acme"));
        console.settle();
        panel->findChild<QTabWidget*>()->setCurrentIndex(1);
        console.settle();
        button(*panel, "Remove acme.example")->click();
        QTRY_COMPARE(console.broker.count("DELETE", "/admin/v1/tenants/acme/domains/acme.example"), 1);
        console.settle();
        button(*console.window.services().toasts, "Undo")->click();
        console.settle();
        QCOMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/domains"), 2); // claimed, and vouched for again
        QCOMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/domains/acme.example/verify"), 1);
    }

    void theOfferStaysForTenSeconds() {
        Console console;
        console.start();
        ui::shell::Toasts& toasts = *console.window.services().toasts;
        toasts.show({QStringLiteral("Applied."), QStringLiteral("Undo"), [] {}});
        QCOMPARE(toasts.stays(), 10'000);
        toasts.show({QStringLiteral("Copied.")});
        QVERIFY(toasts.stays() < 10'000);
    }

    void whatTakesLongerThanHalfASecondSaysSoAndWhatIsQuickerDoesNot() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("users");
        BusyLine* line = busyLine(console.window, "Waiting for the broker");
        QVERIFY(line != nullptr && !line->isVisible());
        {
            Gate gate(console.broker, "POST", "/revoke-sessions");
            button(*panel, "Sign out everywhere")->click();
            QVERIFY(!line->isVisible()); // not at once
            QTRY_VERIFY(line->isVisible());
            QTRY_VERIFY(gate.waiting() == 1);
        }
        QTRY_VERIFY(!line->isVisible());
        console.settle();
        panel->refresh();
        console.settle();
        QVERIFY(!line->isVisible());
    }
    void aPanelThatWaitsIsNotTheOneInSight() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("users");
        BusyLine* line = busyLine(console.window, "Waiting for the broker");
        Gate gate(console.broker, "POST", "/revoke-sessions");
        button(*panel, "Sign out everywhere")->click();
        QTRY_VERIFY(line->isVisible());
        console.window.goTo({QStringLiteral("tenants")});
        console.settle();
        QVERIFY(!line->isVisible());
        gate.open();
    }

    void sourceThatIsValidStaysAsItWasTyped() {
        ui::panels::mapping::RulesEditor editor;
        editor.setMapping({});
        auto* tabs = editor.findChild<QTabWidget*>();
        auto* source = editor.findChild<ui::widgets::JsonEdit*>();
        tabs->setCurrentIndex(1);
        // Odd spaces, a member that the rules do not show, and one of the wrong type: the broker judges those.
        const QString typed =
            QStringLiteral("{ \"attributes\":[{\"target\":\"email\",\"source\":\"upn\",\"note\":1}],\n\n"
                           "   \"roles\":{}, \"future\" : true}");
        source->setPlainText(typed);
        QVERIFY(editor.isSound());
        const QJsonObject written = QJsonDocument::fromJson(typed.toUtf8()).object();
        QCOMPARE(editor.mapping(), written);
        tabs->setCurrentIndex(0);
        tabs->setCurrentIndex(1);
        QCOMPARE(source->toPlainText(), typed);
        QCOMPARE(editor.mapping(), written);
        editor.addRuleFor(QStringLiteral("department")); // from here on it is what the rules say
        QCOMPARE(editor.mapping().value(QLatin1String("attributes")).toArray().size(), 2);
        tabs->setCurrentIndex(1);
        QVERIFY(source->toPlainText().contains(QStringLiteral("department")));
        QCOMPARE(*source->object(), editor.mapping());
    }
    void sourceThatDoesNotParseIsRefusedWithLineAndColumnAndNeverDropped() {
        ui::panels::mapping::RulesEditor editor;
        editor.setMapping({{QStringLiteral("defaultRoles"), QJsonArray{QStringLiteral("member")}}});
        auto* tabs = editor.findChild<QTabWidget*>();
        auto* source = editor.findChild<ui::widgets::JsonEdit*>();
        tabs->setCurrentIndex(1);
        const QString typed = QStringLiteral("{\n  \"roles\": [}\n}");
        source->setPlainText(typed);
        QVERIFY(!editor.isSound());
        QVERIFY2(words(editor).contains(QStringLiteral("Line 2, column")), qPrintable(words(editor)));
        tabs->setCurrentIndex(0);
        QCOMPARE(tabs->currentIndex(), 1); // one is not let away from it
        QCOMPARE(source->toPlainText(), typed);
        source->setPlainText(QStringLiteral("[]"));
        QVERIFY(!editor.isSound()); // an object is wanted
    }

    void anExportIsATaskThatTheTrayCanCancel() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("audit.csv"));
        Console console;
        console.broker.audit().resize(3000);
        console.start();
        auto* panel = console.panel<ui::panels::audit::AuditPanel>("audit");
        Tasks& tasks = *console.window.services().tasks;
        Gate gate(console.broker, "GET", "limit=500");
        emit panel->table().exportRequested(path, ui::widgets::ExportFormat::Csv);
        QTRY_VERIFY(gate.waiting() > 0);
        QCOMPARE(tasks.running(), 1);
        QVERIFY(tasks.list().front().title.contains(QStringLiteral("acme")));
        tasks.cancel(tasks.list().front().id);
        QCOMPARE(tasks.running(), 0);
        QVERIFY(button(*panel, "Stop the export") == nullptr);
        gate.open();
        console.settle();
        QVERIFY(!QFile::exists(path));
        QCOMPARE(tasks.list().front().state, Tasks::State::Cancelled);
    }
    void anExportThatEndsSaysSoInTheTray() {
        const QTemporaryDir folder;
        Console console;
        console.broker.audit().resize(3000);
        console.start();
        auto* panel = console.panel<ui::panels::audit::AuditPanel>("audit");
        Tasks& tasks = *console.window.services().tasks;
        QSignalSpy ended(&tasks, &Tasks::ended);
        emit panel->table().exportRequested(folder.filePath(QStringLiteral("audit.csv")),
                                            ui::widgets::ExportFormat::Csv);
        QVERIFY(ended.wait());
        QCOMPARE(tasks.list().front().state, Tasks::State::Done);
        QVERIFY(tasks.list().front().text.contains(QStringLiteral("3,000")));
    }
    void aProofThatTakesItsTimeIsATaskToo() {
        Console console;
        console.start();
        auto* panel = console.panel<ui::panels::audit::AuditPanel>("audit");
        Tasks& tasks = *console.window.services().tasks;
        Gate gate(console.broker, "GET", "/audit/checkpoint");
        button(*panel, "Verify the audit chain now")->click();
        QCOMPARE(tasks.running(), 0); // most are quick
        QTRY_COMPARE(tasks.running(), 1);
        tasks.cancel(tasks.list().front().id);
        QVERIFY(button(*panel, "Verify the audit chain now")->isEnabled());
        QTRY_VERIFY(!panel->busy());
        gate.open();
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstEditing)
#include "tst_editing.moc"
