// SPDX-License-Identifier: Apache-2.0
// The window as a whole on recorded answers: accessibility, navigation, and what each panel promises.
#include <algorithm>
#include <atomic>

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSemaphore>
#include <QSet>
#include <QTableView>

#include "tests/gui/console_fixture.h"
#include "ui/client/document.h"
#include "ui/panels/mapping/mapping_panel.h"
#include "ui/panels/mapping/result_view.h"
#include "ui/panels/mapping/rules_model.h"
#include "ui/shell/accessible_scroll_area.h"
#include "ui/shell/rail.h"
#include "ui/shell/review_dialog.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/json_edit.h"
#include "ui/widgets/secret_field.h"

namespace gatehouse::tests {

using ui::shell::Panel;
using namespace ui;

namespace {

QPushButton* button(QWidget* parent, const char* name) {
    for (QPushButton* candidate : parent->findChildren<QPushButton*>()) {
        if (candidate->isVisible() && candidate->accessibleName() == QLatin1String(name)) {
            return candidate;
        }
    }
    qWarning("no button %s", name);
    return nullptr;
}

widgets::JsonEdit* claimsOf(QWidget* parent) {
    for (widgets::JsonEdit* edit : parent->findChildren<widgets::JsonEdit*>()) {
        if (edit->accessibleName() == QLatin1String("Claims or ID token")) {
            return edit;
        }
    }
    return nullptr;
}

QString words(QWidget* parent) {
    QString all;
    for (QLabel* label : parent->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            all += label->text() + u'\n';
        }
    }
    return all;
}

/// Name, or null where the lint has nothing to say.
QString lint(QWidget* widget) {
    if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr) {
        return {};
    }
    const QString what = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget); // what a screen reader hears
    if (spoken == nullptr || spoken->text(QAccessible::Name).isEmpty()) {
        return what + QStringLiteral(" has no accessible name");
    }
    const auto* pressable = qobject_cast<QAbstractButton*>(widget);
    const bool iconOnly = pressable != nullptr && !pressable->icon().isNull() &&
                          (pressable->text().isEmpty() || qobject_cast<QToolButton*>(widget) != nullptr);
    return iconOnly && widget->toolTip().isEmpty()
               ? what + QStringLiteral(" has an icon but no tooltip: ") + widget->accessibleName()
               : QString();
}

} // namespace

class TstConsole : public QObject {
    Q_OBJECT
private slots:
    void everyFocusableWidgetHasAName_data() {
        QTest::addColumn<QString>("id");
        for (const ui::shell::PanelEntry& entry : ui::panels::standardPanels()) {
            QTest::newRow(qPrintable(entry.id)) << entry.id;
        }
    }
    void everyFocusableWidgetHasAName() {
        QFETCH(QString, id);
        Console console;
        console.start();
        auto* panel = console.panel<Panel>(qPrintable(id));
        panel->showcase();
        console.settle();
        QStringList problems;
        int looked = 0;
        for (QWidget* widget : console.window.findChildren<QWidget*>()) {
            ++looked;
            const QString problem = lint(widget);
            if (!problem.isEmpty()) {
                problems.append(problem);
            }
        }
        QVERIFY(looked > 50);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void tabReachesEveryControlAndComesRound_data() { everyFocusableWidgetHasAName_data(); }
    void tabReachesEveryControlAndComesRound() {
        QFETCH(QString, id);
        Console console;
        console.start();
        auto* panel = console.panel<Panel>(qPrintable(id));
        panel->showcase();
        console.settle();
        QSet<QWidget*> missing;
        for (QWidget* widget : panel->findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
                widget->focusProxy() == nullptr) {
                missing.insert(widget);
            }
        }
        QVERIFY(!missing.isEmpty());
        QTest::keyClick(&console.window, Qt::Key_Tab); // somewhere
        QWidget* const first = QApplication::focusWidget();
        QVERIFY(first != nullptr);
        for (int presses = 0; presses < 400 && (presses == 0 || QApplication::focusWidget() != first); ++presses) {
            missing.remove(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget(), first);
        QStringList names;
        for (const QWidget* widget : std::as_const(missing)) {
            names.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->accessibleName());
        }
        QVERIFY2(names.isEmpty(), qPrintable(names.join(u'\n')));
    }

    void nothingIsClippedInASmallWindow() {
        Console console;
        console.start();
        console.window.resize(900, 600);
        auto* rail = console.window.findChild<shell::Rail*>();
        QVERIFY(rail->isCompact());
        for (const shell::PanelEntry& entry : console.window.entries()) {
            QVERIFY2(console.panel<Panel>(qPrintable(entry.id)) != nullptr, qPrintable(entry.id));
            QVERIFY2(console.window.width() <= 900, qPrintable(entry.id));
        }
        for (shell::RailButton* entry : rail->findChildren<shell::RailButton*>()) {
            QVERIFY(!entry->toolTip().isEmpty());
        }
        console.window.resize(1280, 800);
        QVERIFY(!rail->isCompact());
    }

    void backAndForwardWalkThroughPlaces() {
        Console console;
        console.start();
        console.window.goTo({QStringLiteral("users"), {}, {}});
        console.window.goTo({QStringLiteral("logins"), {}, QStringLiteral("f-002")});
        QTest::keyClick(&console.window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(console.window.place().panel, QStringLiteral("users"));
        QTest::keyClick(&console.window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(console.window.place(),
                 (shell::Place{QStringLiteral("logins"), QStringLiteral("acme"), QStringLiteral("f-002")}));
        console.settle();
        QCOMPARE(console.window.panel(QStringLiteral("logins"))->currentObject(), QStringLiteral("f-002"));
    }

    void ctrlAndANumberSwitchPanels() {
        Console console;
        console.start();
        QTest::keyClick(&console.window, Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(console.window.place().panel, QStringLiteral("apps"));
        QTest::keyClick(&console.window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(console.window.place().panel, QStringLiteral("home"));
    }

    void anotherTenantEmptiesThePanels() {
        Console console;
        console.start();
        auto* users = console.panel<Panel>("users");
        QCOMPARE(users->findChild<widgets::FilterTable*>()->view()->model()->rowCount(), 3);
        console.window.goTo({QStringLiteral("users"), QStringLiteral("globex"), {}});
        console.settle();
        QCOMPARE(users->tenant(), QStringLiteral("globex"));
        QCOMPARE(users->findChild<widgets::FilterTable*>()->view()->model()->rowCount(), 0);
        QVERIFY(words(users).contains(QStringLiteral("Nobody is known here yet")));
    }

    void thePreviewFollowsTyping() {
        Console console;
        console.start();
        auto* panel = console.panel<panels::mapping::MappingPanel>("mapping");
        auto* claims = claimsOf(panel);
        claims->setPlainText(QStringLiteral("{\"email\":\"ana@acme.example\",\"name\":\"Ana Example\"}"));
        QVERIFY(
            QTest::qWaitFor([&] { return words(panel).contains(QStringLiteral("would create Ana Example")); }, 5000));
        claims->setPlainText(QStringLiteral("{\"sub\":\"1\",\"name\":\"No Mail\"}"));
        QVERIFY(QTest::qWaitFor([&] { return words(panel).contains(QStringLiteral("mapping_missing_email")); }, 5000));
        QVERIFY(words(panel).contains(QStringLiteral("No user would be created")));
        claims->setPlainText(QStringLiteral("{\"sub\":"));
        QVERIFY(QTest::qWaitFor([&] { return words(panel).contains(QStringLiteral("Line 1")); }, 5000));
        QVERIFY(!panel->isDirty());
    }

    void anOlderPreviewThatArrivesLateIsDropped() {
        Console console;
        console.start();
        auto* panel = console.panel<panels::mapping::MappingPanel>("mapping");
        panel->setDebounce(0, 500);
        QSemaphore slow;
        std::atomic<int> previews = 0;
        console.broker.onCall([&](const api::Call& call) {
            if (call.path.ends_with("/preview") && ++previews == 1) {
                slow.acquire();
            }
        });
        auto* claims = claimsOf(panel);
        claims->setPlainText(QStringLiteral("{\"email\":\"a@b.example\",\"name\":\"First\"}"));
        QVERIFY(QTest::qWaitFor([&] { return previews == 1; }, 5000));
        claims->setPlainText(QStringLiteral("{\"email\":\"a@b.example\",\"name\":\"Second\"}"));
        const bool second =
            QTest::qWaitFor([&] { return words(panel).contains(QStringLiteral("create Second")); }, 5000);
        slow.release();
        QVERIFY(second);
        QTest::qWait(50);
        QVERIFY(words(panel).contains(QStringLiteral("create Second")));
        QVERIFY(!words(panel).contains(QStringLiteral("create First")));
        console.broker.onCall({});
    }

    void aRuleIsEditedPreviewedAndApplied() {
        Console console;
        console.start();
        auto* panel = console.panel<panels::mapping::MappingPanel>("mapping");
        auto* rules = panel->findChild<panels::mapping::AttributeRulesModel*>();
        const int before = console.broker.count("POST", "/admin/v1/tenants/acme/connections/c-contoso/preview");
        QVERIFY(rules->setData(rules->index(0, panels::mapping::AttributeRulesModel::From),
                               QStringLiteral("upn | email"), Qt::EditRole));
        QVERIFY(console.drafts.any(QStringLiteral("mapping"), QStringLiteral("acme")));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return console.broker.count("POST", "/admin/v1/tenants/acme/connections/c-contoso/preview") > before;
            },
            5000));
        QVERIFY(console.broker.calls().back().body.find(R"("source":["upn","email"])") != std::string::npos);
        QCOMPARE(console.broker.count("PATCH", "/"), 0);
        button(panel, "Review and apply the mapping")->click();
        auto* review = console.window.findChild<shell::ReviewDialog*>();
        QVERIFY(review != nullptr);
        QTest::keyClick(review, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return console.drafts.all().empty(); }, 5000));
        console.settle();
        QCOMPARE(console.broker.count("PATCH", "/admin/v1/tenants/acme/connections/c-contoso"), 1);
    }

    void aLoginAppearsAsItHappens() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("logins");
        QAbstractItemModel* rows = panel->findChild<widgets::FilterTable*>()->view()->model();
        QCOMPARE(rows->rowCount(), 7);
        const QString selected = panel->currentObject();
        console.event(
            "flow",
            R"({"id":"f-new","tenant":"acme","outcome":"started","reference":"GH-NEW0-0000","startedAt":"2030-01-01T00:00:00.000Z"})");
        console.event("flow", R"({"id":"f-other","tenant":"globex","outcome":"started"})");
        console.event("flow", "not json");
        QVERIFY(QTest::qWaitFor([&] { return rows->rowCount() == 8; }, 5000));
        QCOMPARE(rows->index(0, 0).data(widgets::KeyRole).toString(), QStringLiteral("f-new"));
        QCOMPARE(panel->currentObject(), selected);
        console.event(
            "flow",
            R"({"id":"f-new","tenant":"acme","outcome":"success","user":"ana","startedAt":"2030-01-01T00:00:00.000Z"})");
        QVERIFY(QTest::qWaitFor([&] { return rows->index(0, 1).data().toString() == QLatin1String("ana"); }, 5000));
        QCOMPARE(rows->rowCount(), 8);
    }

    void spaceHoldsTheLoginsBackUntilSpaceIsPressedAgain() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("logins");
        auto* view = panel->findChild<widgets::FilterTable*>()->view();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Space);
        const auto tell = [&console](const char* outcome) {
            console.event("flow", QStringLiteral("{\"id\":\"f-new\",\"tenant\":\"acme\",\"outcome\":\"%1\","
                                                 "\"startedAt\":\"2030-01-01T00:00:00.000Z\"}")
                                      .arg(QLatin1String(outcome))
                                      .toStdString());
        };
        tell("started");
        tell("failure");
        QToolButton* live = nullptr;
        for (QToolButton* button : panel->findChildren<QToolButton*>()) {
            live = button->isCheckable() && button->isVisible() ? button : live;
        }
        QVERIFY(live != nullptr && live->isChecked());
        QTRY_VERIFY(live->text().contains(u'1')); // the same login twice is one
        QCOMPARE(view->model()->rowCount(), 7);
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(view->model()->rowCount(), 8);
        QVERIFY(!live->isChecked());
    }

    void aRefusedLoginShowsItsChecksAndTheCure() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("logins");
        panel->showcase();
        console.settle();
        const QString text = words(panel);
        QVERIFY(text.contains(QStringLiteral("The identity provider sent no e-mail address.")));
        QVERIFY(text.contains(QStringLiteral("Release the email claim")));
    }

    void whatAPersonMayDoSaysWhy() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("users");
        panel->reveal(QStringLiteral("u-ana"));
        console.settle();
        auto* why = panel->findChild<QWidget*>(QStringLiteral("user.why"));
        QStringList texts;
        for (const QLabel* label : why->findChildren<QLabel*>()) {
            texts.append(label->text());
        }
        QVERIFY(texts.contains(QStringLiteral("from directory, because of eng-admins")));
        QVERIFY(texts.contains(QStringLiteral("Permissions: invoices:read")));
        QVERIFY(texts.contains(QStringLiteral("given by hand")));
        panel->reveal(QStringLiteral("u-ben")); // nobody can say
        console.settle();
        QVERIFY(!why->isVisible());
    }

    void aPersonIsDeactivatedAndActivated() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("users");
        panel->reveal(QStringLiteral("u-ben"));
        console.settle();
        button(panel, "Deactivate")->click();
        QCOMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/users/u-ben/deactivate"), 0); // it asks first
        auto* confirm = panel->findChild<QPushButton*>(QStringLiteral("deactivate.confirm"));
        QTRY_VERIFY(confirm->isEnabled());
        confirm->click();
        QTRY_COMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/users/u-ben/deactivate"), 1);
        console.settle();
        button(panel, "Activate")->click();
        console.settle();
        QVERIFY(button(panel, "Deactivate") != nullptr);
    }

    void usersAreSearchedByTheBroker() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("users");
        auto* table = panel->findChild<widgets::FilterTable*>();
        table->setFilterText(QStringLiteral("cleo"));
        QVERIFY(QTest::qWaitFor([&] { return table->view()->model()->rowCount() == 1; }, 5000));
        QCOMPARE(panel->currentObject(), QStringLiteral("u-cleo"));
    }

    void aListThatCannotBeReadSaysWhyAndCanBeTriedAgain() {
        Console console;
        console.broker.answerOnce("GET", "/admin/v1/tenants/acme/users",
                                  RecordedBroker::problem(503, QStringLiteral("tenant_sealed"), {}, {}));
        console.start();
        auto* panel = console.panel<Panel>("users");
        QVERIFY(words(panel).contains(QStringLiteral("That did not work.")));
        QVERIFY(words(panel).contains(QStringLiteral("Reference req-7f3k")));
        button(panel, "Try again")->click();
        console.settle();
        QCOMPARE(panel->findChild<widgets::FilterTable*>()->view()->model()->rowCount(), 3);
    }

    void closingTheWindowWithCallsUnderWayIsSafe() {
        auto console = std::make_unique<Console>();
        console->start();
        for (const shell::PanelEntry& entry : console->window.entries()) {
            console->window.goTo({entry.id});
        }
        console.reset();
        QCoreApplication::processEvents();
    }

    void aScrollBarThatWentIsAskedForWithoutHarm() {
        shell::makeScrollAreasSafeToRead();
        QScrollArea area;
        auto* tall = new QWidget;
        tall->setMinimumSize(2000, 2000);
        area.setWidget(tall);
        area.resize(200, 200);
        area.show();
        QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(heard != nullptr);
        QCOMPARE(heard->role(), QAccessible::Client);
        QTRY_VERIFY(heard->childCount() > 1); // what is in it, and the scroll bars
        const int before = heard->childCount();
        QVERIFY(heard->child(before - 1) != nullptr);
        tall->setMinimumSize(10, 10);
        tall->resize(10, 10);
        QTRY_VERIFY(!area.verticalScrollBar()->isVisible());
        const int now = heard->childCount();
        QVERIFY((heard->child(before - 1) != nullptr) == (before <= now)); // a reader asks that counted before
        QVERIFY(heard->child(now) == nullptr);
    }

    void anUnfinishedTenantIsFoundAsItWasLeft() {
        Console console;
        console.start();
        const client::api::Tenant saved = console.window.tenants().front();
        drafts::Draft draft;
        draft.subject = {{}, QStringLiteral("tenant"), QStringLiteral("acme")};
        draft.panel = QStringLiteral("tenants");
        draft.base = client::documentOf(saved);
        draft.wanted = draft.base;
        draft.wanted.insert(QStringLiteral("name"), QString()); // the broker would refuse it
        draft.ready = false;
        console.drafts.put(draft);
        auto* tenants = console.panel<Panel>("tenants");
        const QList<QLineEdit*> fields = tenants->findChildren<QLineEdit*>();
        const auto name = std::find_if(fields.begin(), fields.end(), [](const QLineEdit* field) {
            return field->accessibleName() == QLatin1String("Name");
        });
        QVERIFY(name != fields.end());
        QCOMPARE((*name)->text(), QString());
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstConsole)
#include "tst_console.moc"
