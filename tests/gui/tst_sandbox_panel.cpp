// SPDX-License-Identifier: Apache-2.0
// The trainer's desk on recorded answers.
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include "tests/gui/console_fixture.h"
#include "ui/panels/sandbox/sandbox_panel.h"
#include "ui/panels/sandbox/step_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_banner.h"

namespace gatehouse::tests {

using namespace ui;
using panels::sandbox::SandboxPanel;
using panels::sandbox::StepView;

class SandboxPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_console = std::make_unique<Console>();
        m_console->start();
        m_panel = m_console->panel<SandboxPanel>("sandbox");
        QVERIFY(m_panel != nullptr);
        m_opened.clear();
        m_panel->setOpener([this](const QUrl& url) {
            m_opened.append(url.toString());
            return m_browserWorks;
        });
        m_browserWorks = true;
    }
    void cleanup() { m_console.reset(); }

    void eachScenarioSaysWhatItTeaches() {
        auto* list = scenarios();
        QCOMPARE(list->count(), 3);
        list->setCurrentRow(1);
        QVERIFY(words().contains(QLatin1String("Without an e-mail address nobody is provisioned.")));
        QVERIFY(words().contains(QLatin1String("mapping_missing_email")));
    }
    void startOpensTheBrowserWithTheScenario() {
        scenarios()->setCurrentRow(1);
        button("Start the scenario in a browser")->click();
        m_console->settle();
        QCOMPARE(m_opened, QStringList{QStringLiteral("http://127.0.0.1:8480/demo/login?login_hint=ana")});
        QCOMPARE(m_console->broker.count("POST", "/admin/v1/tenants/acme/sandbox/scenarios/missing-email/start"), 1);
    }
    void withoutABrowserTheAddressIsSaid() {
        m_browserWorks = false;
        button("Start the scenario in a browser")->click();
        m_console->settle();
        QVERIFY(words().contains(QLatin1String("http://127.0.0.1:8480/demo/login")));
    }
    void heldStepsAreToldOneByOne() {
        button("Hold at each step")->click();
        m_console->settle();
        QVERIFY(!button("Next step")->isEnabled());
        QVERIFY(steps()->caption().contains(QLatin1String("Nothing is held")));
        button("Start the scenario in a browser")->click();
        m_console->settle();
        m_console->event("sandbox", "{\"tenant\":\"acme\",\"change\":\"held\",\"step\":null}");
        m_console->settle();
        QCOMPARE(steps()->caption(), QStringLiteral("This is what happens at authorize."));
        button("Next step")->click();
        m_console->settle();
        QCOMPARE(steps()->caption(), QStringLiteral("This is what happens at callback."));
        QVERIFY(stepList()->item(0)->text().contains(QLatin1String("done")));
        QVERIFY(stepList()->item(1)->text().contains(QLatin1String("held now")));
        QVERIFY(stepList()->item(2)->text().contains(QLatin1String("to come")));
    }
    void spaceIsNextInTheListsToo() {
        button("Hold at each step")->click();
        m_console->settle();
        button("Start the scenario in a browser")->click();
        m_console->settle();
        m_console->event("sandbox", "{\"tenant\":\"acme\",\"change\":\"held\",\"step\":null}");
        m_console->settle();
        QTest::keyClick(scenarios(), Qt::Key_Space);
        m_console->settle();
        QCOMPARE(steps()->caption(), QStringLiteral("This is what happens at callback."));
        QTest::keyClick(m_panel, Qt::Key_Space);
        m_console->settle();
        QCOMPARE(steps()->caption(), QStringLiteral("This is what happens at token."));
    }
    void spaceAsksForNothingWhereNothingIsHeld() {
        QTest::keyClick(m_panel, Qt::Key_Space);
        m_console->settle();
        QCOMPARE(m_console->broker.count("POST", "/admin/v1/tenants/acme/sandbox/next"), 0);
    }
    void runOnHoldsNoMore() {
        button("Hold at each step")->click();
        m_console->settle();
        button("Start the scenario in a browser")->click();
        m_console->settle();
        button("Run on without holding")->click();
        m_console->settle();
        QVERIFY(!button("Hold at each step")->isChecked());
        QVERIFY(!button("Next step")->isEnabled());
    }
    void anEventOfAnotherTenantChangesNothing() {
        const int asked = m_console->broker.count("GET", "/admin/v1/tenants/acme/sandbox/held");
        m_console->event("sandbox", "{\"tenant\":\"evil\",\"change\":\"held\",\"step\":null}");
        m_console->event("sandbox", "not json");
        m_console->settle();
        QCOMPARE(m_console->broker.count("GET", "/admin/v1/tenants/acme/sandbox/held"), asked);
    }
    void aFaultIsSwitchedByItsBox() {
        auto* box = m_panel->findChild<QCheckBox*>();
        QVERIFY(box != nullptr && !box->isChecked());
        box->click();
        m_console->settle();
        QVERIFY(box->isChecked());
        QCOMPARE(m_console->broker.count("PATCH", "/admin/v1/tenants/acme/sandbox"), 1);
    }
    void aFaultThatCannotBeSwitchedSaysSo() {
        m_console->broker.answerOnce("PATCH", "/admin/v1/tenants/acme/sandbox",
                                     RecordedBroker::problem(409, QStringLiteral("sandbox_not_a_sandbox"), {}, {}));
        m_panel->findChild<QCheckBox*>()->click();
        m_console->settle();
        QVERIFY(words().contains(QLatin1String("That did not work.")));
    }
    void aPersonaOpensItsOwnSignIn() {
        for (QToolButton* each : m_panel->findChildren<QToolButton*>()) {
            if (each->accessibleName() == QLatin1String("Sign in as nomail in a browser")) {
                each->click();
            }
        }
        QCOMPARE(m_opened.size(), 1);
        QVERIFY(m_opened.first().contains(QLatin1String("login_hint=nomail")));
    }
    void theNewestLoginIsSeenFromBothSides() {
        QVERIFY(words().contains(QLatin1String("What the user sees")));
        QVERIFY(words().contains(QLatin1String("GH-")));
        button("Open the newest login among all logins")->click();
        m_console->settle();
        QCOMPARE(m_console->window.place().panel, QStringLiteral("logins"));
        QVERIFY(!m_console->window.place().object.isEmpty());
    }
    void aSnapshotIsTakenAndIsWhatResetComesBackTo() {
        QSignalSpy notices(m_panel, &shell::Panel::notice);
        m_console->broker.answerOnce(
            "POST", "/admin/v1/tenants/acme/sandbox/snapshot",
            RecordedBroker::json(200, {{QStringLiteral("takenAt"), QStringLiteral("2031-05-01T08:00:00Z")},
                                       {QStringLiteral("checksum"), QStringLiteral("77aa")}}));
        button("Take snapshot")->click();
        m_console->settle();
        QCOMPARE(m_console->broker.count("POST", "/admin/v1/tenants/acme/sandbox/snapshot"), 1);
        QCOMPARE(notices.size(), 1);
        QVERIFY(button("Reset to snapshot")->isEnabled());
        QVERIFY2(button("Reset to snapshot")->toolTip().contains(QStringLiteral("2031")),
                 qPrintable(button("Reset to snapshot")->toolTip()));
    }
    void aSnapshotThatIsRefusedIsSaid() {
        m_console->broker.answerOnce("POST", "/admin/v1/tenants/acme/sandbox/snapshot",
                                     RecordedBroker::problem(409, QStringLiteral("sandbox_not_a_sandbox"), {}, {}));
        button("Take snapshot")->click();
        m_console->settle();
        QVERIFY(m_panel->findChild<widgets::ErrorBanner*>()->isVisible());
    }
    void resetPutsBackAndSaysSo() {
        QSignalSpy notices(m_panel, &shell::Panel::notice);
        button("Reset to snapshot")->click();
        m_console->settle();
        QCOMPARE(m_console->broker.count("POST", "/admin/v1/tenants/acme/sandbox/reset"), 1);
        QCOMPARE(notices.size(), 1);
    }
    void aTenantThatIsNoSandboxLeadsToTheOneThatIs() {
        m_console->window.goTo({QStringLiteral("sandbox"), QStringLiteral("globex"), {}});
        m_console->settle();
        auto* empty = m_panel->findChild<widgets::EmptyState*>();
        QVERIFY(empty->isVisible());
        QVERIFY(empty->sentence().contains(QLatin1String("not a sandbox")));
        empty->button()->click();
        m_console->settle();
        QCOMPARE(m_console->window.place().tenant, QStringLiteral("acme"));
        QVERIFY(!empty->isVisible());
    }

private:
    QListWidget* list(const char* name) {
        for (QListWidget* each : m_panel->findChildren<QListWidget*>()) {
            if (each->accessibleName() == QLatin1String(name)) {
                return each;
            }
        }
        return nullptr;
    }
    QListWidget* scenarios() { return list("Scenarios"); }
    QListWidget* stepList() { return list("Steps of the scenario"); }
    StepView* steps() { return m_panel->findChild<StepView*>(); }
    QPushButton* button(const char* name) {
        for (QPushButton* each : m_panel->findChildren<QPushButton*>()) {
            if (each->accessibleName() == QLatin1String(name) || each->text() == QLatin1String(name)) {
                return each;
            }
        }
        qFatal("no button %s", name);
    }
    QString words() {
        QString all;
        for (QLabel* label : m_panel->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                all += label->text() + u'\n';
            }
        }
        return all;
    }

    std::unique_ptr<Console> m_console;
    SandboxPanel* m_panel = nullptr;
    QStringList m_opened;
    bool m_browserWorks = true;
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::SandboxPanelTest)
#include "tst_sandbox_panel.moc"
