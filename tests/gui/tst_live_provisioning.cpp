// SPDX-License-Identifier: Apache-2.0
// On a real broker: groups and the roles that they give, people of a list, somebody's last day, and people pushed to
// another service.
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>

#include "tests/gui/console_fixture.h"
#include "tests/gui/live_broker.h"
#include "ui/panels/groups/group_form.h"
#include "ui/panels/groups/group_model.h"
#include "ui/panels/groups/pick_dialog.h"
#include "ui/panels/syncs/step_model.h"
#include "ui/panels/syncs/sync_form.h"
#include "ui/panels/users/end_access_dialog.h"
#include "ui/panels/users/import_dialog.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using namespace ui;

namespace {

constexpr int kPatienceMs = 20'000;

struct LiveConsole {
    explicit LiveConsole(LiveBroker& live)
        : settings(Remembered::Nothing)
        , broker(live) {
        window.show();
        window.start();
        settle();
    }
    void settle() {
        int calm = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                calm = window.settled() ? calm + 1 : 0;
                return calm > 6;
            },
            kPatienceMs));
    }
    shell::Panel* panel(const char* id, const QString& object = {}) {
        window.goTo({QLatin1String(id), QStringLiteral("acme"), object});
        settle();
        return window.panel(QLatin1String(id));
    }
    QJsonObject call(const char* method, const QString& path, const QJsonObject& body = {}) {
        QJsonObject got;
        bool answered = false;
        client::deliver(client.call(method, QStringLiteral("/admin/v1/") + path, body), &window,
                        [&](const auto& outcome) {
                            answered = true;
                            got = outcome ? outcome->value : QJsonObject();
                        });
        [&] { QVERIFY(QTest::qWaitFor([&] { return answered; }, kPatienceMs)); }();
        return got;
    }
    QJsonArray items(const QString& path) { return call("GET", path).value(QLatin1String("items")).toArray(); }

    OwnSettings settings;
    LiveBroker& broker;
    client::AdminClient client{broker.transport()};
    client::BrokerMonitor monitor{client, broker.feed()};
    drafts::Drafts drafts;
    drafts::Changes changes{client, drafts};
    theme::Theme theme{*qApp};
    shell::MainWindow window{{client, monitor, drafts, changes}, broker.feed(), theme, panels::standardPanels()};
};

template <class T>
T* named(const QWidget* parent, const char* name) {
    return parent->findChild<T*>(QLatin1String(name));
}

QString word(const QJsonObject& object, const char* member) {
    return object.value(QLatin1String(member)).toString();
}

} // namespace

class TstLiveProvisioning : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_broker = startInProcess();
        m_console = std::make_unique<LiveConsole>(*m_broker);
    }
    void cleanupTestCase() {
        m_console.reset();
        m_broker.reset();
    }

    // U03
    void aListIsTakenIn() {
        QByteArray list = "Login;E-Mail;First name;Team\r\n";
        for (int i = 0; i < 620; ++i) {
            const QByteArray name = "person" + QByteArray::number(i);
            list += name + ";" + name + "@acme.example;Per" + QByteArray::number(i) + ";\r\n";
        }
        list += "broken;no-address;X;\r\n";
        list += "lost;lost@acme.example;X;No such group\r\n";
        panels::users::ImportDialog dialog(m_console->client, QStringLiteral("acme"));
        dialog.show();
        dialog.openFile(file("people.csv", list));
        auto* columns = named<QTableWidget>(&dialog, "import.columns");
        QCOMPARE(columns->rowCount(), 4);
        auto* team = dynamic_cast<QComboBox*>(columns->cellWidget(3, 2));
        QCOMPARE(team->currentData().toString(), QString()); // nobody knows what a team is
        team->setCurrentIndex(team->findData(QStringLiteral("groups")));
        emit team->activated(team->currentIndex());
        auto* preview = named<QTableWidget>(&dialog, "import.preview");
        QTRY_COMPARE_WITH_TIMEOUT(preview->rowCount(), 20, kPatienceMs);
        QCOMPARE(preview->item(0, 2)->text(), QStringLiteral("New"));
        QVERIFY(m_console->items(QStringLiteral("tenants/acme/users?q=person0")).isEmpty()); // nothing was written

        named<QPushButton>(&dialog, "import.go")->click();
        const auto* counts = named<QLabel>(&dialog, "import.counts");
        QTRY_VERIFY_WITH_TIMEOUT(counts->text().startsWith(QLatin1String("Done.")), kPatienceMs);
        QCOMPARE(counts->text(), QStringLiteral("Done. 620 new, 0 changed, 0 the same, 0 left alone, 2 refused."));
        const auto* refused = named<QTableWidget>(&dialog, "import.refused");
        QCOMPARE(refused->rowCount(), 2);
        QCOMPARE(refused->item(0, 0)->text(), QStringLiteral("622"));
        QVERIFY(refused->item(0, 2)->text().startsWith(QLatin1String("email: ")));
        QVERIFY(refused->item(1, 2)->text().startsWith(QLatin1String("groups/0: ")));
        // The same list again changes nothing.
        dialog.openFile(file("people.csv", list.left(list.indexOf("broken"))));
        QTRY_COMPARE_WITH_TIMEOUT(preview->item(0, 2)->text(), QStringLiteral("The same"), kPatienceMs);
    }

    void aGroupIsMadeAndPeopleComeAndGo() {
        m_console->call("POST", QStringLiteral("tenants/acme/roles"),
                        {{QStringLiteral("name"), QStringLiteral("sailor")}});
        auto* panel = m_console->panel("groups");
        auto* form = panel->findChild<panels::groups::GroupForm*>();
        panel->reveal({});
        for (QAction* action : panel->panelActions()) {
            if (action->text() == QLatin1String("New group")) {
                action->trigger();
            }
        }
        auto* name = named<QLineEdit>(form, "group.name");
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("Crew"));
        QTRY_COMPARE(m_console->drafts.all().size(), std::size_t(1));
        m_console->changes.apply({m_console->drafts.all().front().subject});
        m_console->settle();
        const QJsonArray groups = m_console->items(QStringLiteral("tenants/acme/groups?q=Crew"));
        QCOMPARE(groups.size(), 1);
        m_group = word(groups[0].toObject(), "id");

        named<QPushButton>(panel, "group.addPeople")->click();
        auto* pick = panel->findChild<panels::groups::PickDialog*>();
        auto* table = pick->findChild<widgets::FilterTable*>();
        table->setFilterText(QStringLiteral("person61"));
        QTRY_COMPARE_WITH_TIMEOUT(table->view()->model()->rowCount(), 11, kPatienceMs); // 61 and 610 to 619
        table->view()->selectAll();
        named<QPushButton>(pick, "group.pickAdd")->click();
        m_console->settle();
        QCOMPARE(members().size(), 11);

        // Before a role is given the form says to whom.
        auto* role = form->findChild<QCheckBox*>(QString(), Qt::FindChildrenRecursively);
        for (QCheckBox* each : form->findChildren<QCheckBox*>()) {
            role = each->text() == QLatin1String("sailor") ? each : role;
        }
        QCOMPARE(role->text(), QStringLiteral("sailor"));
        role->click();
        QTRY_VERIFY_WITH_TIMEOUT(form->form().warningOf(QStringLiteral("/roles")).contains(QLatin1String("and 6 more")),
                                 kPatienceMs);
        m_console->changes.apply({m_console->drafts.all().front().subject});
        m_console->settle();
        QCOMPARE(members().size(), 11); // a draft is not about who is in it

        auto* memberTable = panel->findChildren<widgets::FilterTable*>().constLast();
        for (widgets::FilterTable* each : panel->findChildren<widgets::FilterTable*>()) {
            memberTable = each->accessibleName() == QLatin1String("Members") ? each : memberTable;
        }
        const QString first = word(members()[0].toObject(), "id");
        memberTable->select(first);
        named<QPushButton>(panel, "group.remove")->click();
        m_console->settle();
        QCOMPARE(members().size(), 10);
        QVERIFY(m_console->call("GET", QStringLiteral("tenants/acme/users/") + first)
                    .value(QLatin1String("roles"))
                    .toArray()
                    .isEmpty());
    }

    // U01
    void whatAPushWouldDoIsSaidThenDone() {
        m_console->call(
            "POST", QStringLiteral("tenants"),
            {{QStringLiteral("slug"), QStringLiteral("payroll")}, {QStringLiteral("name"), QStringLiteral("P")}});
        const QJsonObject token = m_console->call("POST", QStringLiteral("tenants/payroll/scim-tokens"),
                                                  {{QStringLiteral("name"), QStringLiteral("from acme")}});
        const QJsonObject sync = m_console->call("POST", QStringLiteral("tenants/acme/scim-syncs"),
                                                 {{QStringLiteral("name"), QStringLiteral("Payroll")},
                                                  {QStringLiteral("direction"), QStringLiteral("push")},
                                                  {QStringLiteral("url"), token.value(QLatin1String("url"))},
                                                  {QStringLiteral("token"), token.value(QLatin1String("token"))},
                                                  {QStringLiteral("enabled"), false},
                                                  {QStringLiteral("groups"), QJsonArray{QStringLiteral("Crew")}}});
        auto* panel = m_console->panel("syncs", word(sync, "id"));
        named<QPushButton>(panel, "sync.preview")->click();
        m_console->settle();
        const auto* counts = named<QLabel>(panel, "sync.counts");
        QTRY_VERIFY_WITH_TIMEOUT(counts->text().startsWith(QLatin1String("11 to create.")), kPatienceMs);
        QVERIFY(m_console->items(QStringLiteral("tenants/payroll/users")).isEmpty());

        named<QPushButton>(panel, "sync.run")->click();
        const auto* result = named<QLabel>(panel, "sync.result");
        QTRY_COMPARE_WITH_TIMEOUT(result->text(), QStringLiteral("It ran: 11 created."), kPatienceMs);
        QCOMPARE(m_console->items(QStringLiteral("tenants/payroll/users")).size(), 10);
        QTRY_COMPARE_WITH_TIMEOUT(named<QTableWidget>(panel, "sync.runs")->rowCount(), 1, kPatienceMs);

        // Everybody leaves the group: so many are asked about, with their number.
        for (const QJsonValueConstRef each : members()) {
            m_console->call("POST", QStringLiteral("tenants/acme/groups/%1/members").arg(m_group),
                            {{QStringLiteral("remove"), QJsonArray{word(each.toObject(), "id")}}});
        }
        m_console->settle();
        named<QPushButton>(panel, "sync.run")->click();
        QTRY_VERIFY_WITH_TIMEOUT(named<QDialog>(panel, "sync.confirmRun") != nullptr, kPatienceMs);
        auto* box = named<QDialog>(panel, "sync.confirmRun");
        QPushButton* go = nullptr;
        for (QPushButton* each : box->findChildren<QPushButton*>()) {
            go = each->text() == QLatin1String("Run it") ? each : go;
        }
        QVERIFY(!go->isEnabled());
        box->findChild<QLineEdit*>()->setText(QStringLiteral("10"));
        QVERIFY(go->isEnabled());
        go->click();
        QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(QLatin1String("10 deactivated")), kPatienceMs);
    }

    // U04
    void whoIsDeactivatedIsLookedAtFirst() {
        const QString ana = QStringLiteral("ana");
        QVERIFY(!signIn(m_broker->url(), ana).isEmpty());
        const QJsonArray sessions = m_console->items(QStringLiteral("tenants/acme/sessions"));
        QVERIFY(!sessions.isEmpty());
        const QString id = word(sessions[0].toObject(), "userId");
        auto* panel = m_console->panel("users", id);
        m_console->settle();
        QPushButton* toggle = nullptr;
        for (QPushButton* each : panel->findChildren<QPushButton*>()) {
            toggle = each->text() == QLatin1String("Deactivate") ? each : toggle;
        }
        QVERIFY(toggle != nullptr);
        toggle->click();
        auto* dialog = panel->findChild<panels::users::EndAccessDialog*>();
        QVERIFY(dialog != nullptr);
        const auto* count = named<QLabel>(dialog, "deactivate.sessions");
        QTRY_VERIFY_WITH_TIMEOUT(!count->text().startsWith(QLatin1String("Counting")), kPatienceMs);
        QVERIFY2(count->text().startsWith(QLatin1String("1 ")), qPrintable(count->text()));
        QVERIFY(
            m_console->call("GET", QStringLiteral("tenants/acme/users/") + id).value(QLatin1String("active")).toBool());
        named<QPushButton>(dialog, "deactivate.confirm")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_console->call("GET", QStringLiteral("tenants/acme/users/") + id)
                                      .value(QLatin1String("active"))
                                      .toBool(true),
                                 kPatienceMs);
        const QString session = QStringLiteral("tenants/acme/sessions/") + word(sessions[0].toObject(), "id");
        QCOMPARE(word(m_console->call("GET", session), "endReason"), QStringLiteral("user_deactivated"));
    }

private:
    QString file(const char* name, const QByteArray& text) {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(text);
        return path;
    }
    QJsonArray members() { return m_console->items(QStringLiteral("tenants/acme/groups/%1/members").arg(m_group)); }

    QTemporaryDir m_folder;
    std::unique_ptr<LiveBroker> m_broker;
    std::unique_ptr<LiveConsole> m_console;
    QString m_group;
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstLiveProvisioning)
#include "tst_live_provisioning.moc"
