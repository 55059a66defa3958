// SPDX-License-Identifier: Apache-2.0
// Sessions: what ends is said before it ends, and who confirmed is seen as it happens.
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/gui/console_fixture.h"
#include "ui/panels/sessions/device_text.h"
#include "ui/panels/sessions/session_model.h"
#include "ui/panels/sessions/sign_out_dialog.h"
#include "ui/shell/panel.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/status.h"

namespace gatehouse::tests {

using ui::panels::sessions::SessionModel;
using ui::panels::sessions::SignOutDialog;
using ui::shell::Panel;

namespace {

QJsonObject object(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

// Ann at one device with two apps, of which one is told.
QJsonObject session(const QString& id) {
    QJsonObject out = object(
        "{\"userId\":\"u-ann\",\"userName\":\"ann@acme.com\",\"connection\":\"contoso\",\"ip\":\"192.0.2.7\",\"amr\":["
        "\"pwd\"],"
        "\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\","
        "\"createdAt\":\"2026-11-21T09:00:00.000Z\",\"lastSeen\":\"2026-11-21T09:30:00.000Z\","
        "\"expiresAt\":\"2126-11-21T09:00:00.000Z\",\"idleExpiresAt\":\"2126-11-21T09:00:00.000Z\",\"endedAt\":null,"
        "\"grants\":[{\"id\":\"g1\",\"appId\":\"a1\",\"app\":\"Payroll\",\"clientId\":\"payroll\",\"scopes\":["
        "\"openid\"],"
        "\"bound\":\"dpop\",\"createdAt\":\"2026-11-21T09:00:00.000Z\",\"told\":true},"
        "{\"id\":\"g2\",\"appId\":\"a2\",\"app\":\"Wiki\",\"clientId\":\"wiki\",\"scopes\":[\"openid\",\"email\"],"
        "\"bound\":\"no\",\"createdAt\":\"2026-11-21T09:10:00.000Z\",\"told\":false}],\"confirmations\":[]}");
    out.insert(QStringLiteral("id"), id);
    return out;
}

QJsonObject counted(int sessions, bool dryRun) {
    QJsonObject out = object("{\"people\":3,\"apps\":[{\"appId\":\"a1\",\"app\":\"Payroll\",\"clientId\":\"payroll\","
                             "\"sessions\":2,\"told\":true}]}");
    out.insert(QStringLiteral("sessions"), sessions);
    out.insert(QStringLiteral("dryRun"), dryRun);
    return out;
}

QString textsOf(const QWidget* widget) {
    QStringList texts;
    for (const QLabel* label : widget->findChildren<QLabel*>()) {
        if (label->isVisibleTo(widget)) {
            texts.append(label->text());
        }
    }
    for (const auto* chip : widget->findChildren<ui::widgets::StatusChip*>()) {
        texts.append(chip->word());
    }
    return texts.join(u'\n');
}

} // namespace

class TstSessionsPanel : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_console = std::make_unique<Console>();
        m_console->broker.put(QStringLiteral("tenants/acme/sessions/s-1"), session(QStringLiteral("s-1")));
        m_console->start();
        m_panel = m_console->panel<Panel>("sessions");
        m_panel->findChild<ui::widgets::FilterTable*>()->select(QStringLiteral("s-1"));
        m_console->settle();
    }
    void cleanup() { m_console.reset(); }

    void aDeviceShowsTheAppsThatAreSignedInThere() {
        const auto* table = m_panel->findChild<ui::widgets::FilterTable*>()->view();
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            cells << table->model()->index(0, column).data().toString();
        }
        QCOMPARE(cells.mid(0, 5), (QStringList{QStringLiteral("ann@acme.com"), QStringLiteral("Firefox on Linux"),
                                               QStringLiteral("Payroll, Wiki"), QStringLiteral("192.0.2.7"),
                                               QStringLiteral("contoso")}));
        QCOMPARE(cells.constLast(), QStringLiteral("Signed in"));
        const QString detail = textsOf(pane());
        for (const char* expected : {"Payroll", "Wiki", "Bound to a key", "Not bound to a key"}) {
            QVERIFY2(detail.contains(QLatin1String(expected)), expected);
        }
        QVERIFY(!detail.contains(QLatin1String("Who has been told")));
    }

    void aDevicesAppsAreNestedBelowIt() {
        auto* table = m_panel->findChild<ui::widgets::FilterTable*>();
        auto* view = table->view();
        QCOMPARE(view->model()->rowCount(), 1);
        QTest::keyClick(view, Qt::Key_Plus);
        QCOMPARE(view->model()->rowCount(), 3);
        const auto cell = [view](int row, int column, int role = Qt::DisplayRole) {
            return view->model()->index(row, column).data(role).toString();
        };
        QCOMPARE(cell(0, 0, Qt::AccessibleTextRole), QStringLiteral("ann@acme.com, expanded"));
        QCOMPARE(cell(1, SessionModel::Person), QStringLiteral("Payroll"));
        QCOMPARE(cell(1, 0, Qt::AccessibleTextRole), QStringLiteral("Payroll, app session of ann@acme.com"));
        QCOMPARE(cell(1, SessionModel::State), QStringLiteral("Bound to a key"));
        QCOMPARE(cell(2, SessionModel::State), QStringLiteral("Not bound to a key"));
        QVERIFY(textsOf(table).contains(QLatin1String("1 item"))); // devices are counted
        // An app's row is of its device's session.
        QTest::keyClick(view, Qt::Key_Down);
        m_console->settle();
        QCOMPARE(m_panel->currentObject(), QStringLiteral("s-1"));
        QVERIFY(textsOf(pane()).contains(QLatin1String("Firefox on Linux")));
        view->copyRowsAsJson();
        const QString json = QGuiApplication::clipboard()->text();
        QVERIFY2(json.contains(QLatin1String("\"clientId\": \"payroll\"")) && !json.contains(QLatin1String("userId")),
                 qPrintable(json));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sessions.csv"));
        QCOMPARE(table->exportTo(path, ui::widgets::ExportFormat::Csv), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines.at(2).startsWith(
                     QString::fromUtf8("ann@acme.com › Payroll,Firefox on Linux,Payroll,192.0.2.7,contoso,")),
                 qPrintable(lines.at(2)));
        // What the device loses goes from below it.
        QJsonObject changed = session(QStringLiteral("s-1"));
        changed.insert(QStringLiteral("grants"), QJsonArray{changed.value(QStringLiteral("grants")).toArray().at(1)});
        show(changed);
        QCOMPARE(view->model()->rowCount(), 2);
        QCOMPARE(cell(1, SessionModel::Person), QStringLiteral("Wiki"));
    }

    void whatIsNoticedIsSaidInWords() {
        const auto* view = m_panel->findChild<ui::widgets::FilterTable*>()->view();
        const auto said = [view] { return view->model()->index(0, SessionModel::Noticed); };
        QCOMPARE(said().data().toString(), QStringLiteral("unbound token"));
        QCOMPARE(said().data(ui::widgets::StatusRole).toInt(), int(ui::widgets::Status::Info));
        QJsonObject moved = session(QStringLiteral("s-1"));
        moved.insert(QStringLiteral("signedInFrom"), QStringLiteral("198.51.100.4"));
        show(moved);
        QCOMPARE(said().data().toString(), QStringLiteral("address changed, unbound token"));
        QCOMPARE(said().data(ui::widgets::StatusRole).toInt(), int(ui::widgets::Status::Warning));
        QVERIFY(textsOf(pane()).contains(QLatin1String("198.51.100.4")));
        moved.insert(QStringLiteral("endedAt"), QStringLiteral("2026-11-21T10:00:00.000Z"));
        show(moved);
        QCOMPARE(said().data().toString(), QString()); // nothing to look at any more
        QVERIFY(!said().data(ui::widgets::StatusRole).isValid());
    }

    void whatEndsIsSaidBeforeItEnds() {
        press("Sign out this device…");
        const QString said = textsOf(dialog());
        QVERIFY(said.contains(QLatin1String("One session ends")) || said.contains(QLatin1String("1 sessions end")));
        QVERIFY(said.contains(QLatin1String("Told at once: Payroll")));
        QVERIFY(said.contains(QLatin1String("refused at once: Wiki")));
        dialog()->reject();
        m_console->settle();
        QCOMPARE(m_console->broker.count("DELETE", "/admin/v1/tenants/acme/sessions"), 0);
    }

    void anAppsConfirmationIsSeenAsItHappens() {
        press("Sign out this device…");
        QJsonObject ended = session(QStringLiteral("s-1"));
        ended.insert(QStringLiteral("endedAt"), QStringLiteral("2026-11-21T10:00:00.000Z"));
        ended.insert(QStringLiteral("endReason"), QStringLiteral("admin_revoked"));
        ended.insert(
            QStringLiteral("confirmations"),
            QJsonArray{object("{\"sessionId\":\"s-1\",\"appId\":\"a1\",\"app\":\"Payroll\",\"state\":\"pending\"}")});
        m_console->broker.answerOnce("DELETE", "/admin/v1/tenants/acme/sessions/s-1", {204, {}, {}});
        m_console->broker.put(QStringLiteral("tenants/acme/sessions/s-1"), ended);
        confirmButton()->click();
        m_console->settle();
        QCOMPARE(m_console->broker.count("DELETE", "/admin/v1/tenants/acme/sessions/s-1"), 1);
        QVERIFY(textsOf(pane()).contains(QLatin1String("On its way")));
        QVERIFY(textsOf(pane()).contains(QLatin1String("An administrator ended it")));
        tell("\"state\":\"failed\",\"attempts\":1,\"status\":503");
        QTRY_VERIFY(textsOf(pane()).contains(QLatin1String("Will be tried again")));
        QTRY_VERIFY(textsOf(pane()).contains(QLatin1String("It answered 503"))); // a new row is shown a little later
        tell("\"state\":\"confirmed\",\"attempts\":2,\"status\":200,\"afterMs\":1042");
        QTRY_VERIFY(textsOf(pane()).contains(QLatin1String("Confirmed")));
        QVERIFY(!textsOf(pane()).contains(QLatin1String("Will be tried again")));
    }

    void anotherTenantsConfirmationChangesNothing() {
        const QString before = textsOf(pane());
        m_console->event("logout",
                         "{\"tenant\":\"globex\",\"sessionId\":\"s-1\",\"appId\":\"a1\",\"state\":\"failed\"}");
        m_console->settle();
        QCOMPARE(textsOf(pane()), before);
    }

    void manyAreCountedAndTheirNumberIsTyped() {
        answerRevoke(counted(26, true));
        press("Sign out many…");
        m_console->settle();
        QVERIFY(textsOf(dialog()).contains(QLatin1String("26")));
        QVERIFY(!confirmButton()->isEnabled());
        auto* typed = typedField();
        QVERIFY(typed->isVisible());
        typed->setText(QStringLiteral("25"));
        QVERIFY(!confirmButton()->isEnabled());
        typed->setText(QStringLiteral("26"));
        QVERIFY(confirmButton()->isEnabled());
        answerRevoke(counted(26, false));
        confirmButton()->click();
        m_console->settle();
        const std::string body = lastRevocation();
        QVERIFY2(body.find("\"all\":true") != std::string::npos, body.c_str());
        QVERIFY2(body.find("\"dryRun\":false") != std::string::npos, body.c_str());
    }

    void upToTwentyFiveNothingIsTyped() {
        answerRevoke(counted(25, true));
        press("Sign out this person…");
        m_console->settle();
        QVERIFY(confirmButton()->isEnabled());
        QVERIFY(!typedField()->isVisible());
        QVERIFY(lastRevocation().find("\"userId\":\"u-ann\"") != std::string::npos);
        QVERIFY(lastRevocation().find("\"dryRun\":true") != std::string::npos);
    }

    void nobodyMeantMeansNothingToConfirm() {
        answerRevoke(counted(0, true));
        press("Sign out this person…");
        m_console->settle();
        QVERIFY(!confirmButton()->isEnabled());
    }

    void aCountThatFailsEndsNothing() {
        m_console->broker.answerOnce("POST", "/admin/v1/tenants/acme/sessions/revoke",
                                     RecordedBroker::problem(403, QStringLiteral("permission_denied"), {}, {}));
        press("Sign out this person…");
        m_console->settle();
        QVERIFY(!confirmButton()->isEnabled());
        QVERIFY(!textsOf(dialog()).contains(QLatin1String("Counting")));
    }

    void aDeviceIsNamedAsPeopleSayIt_data() {
        QTest::addColumn<QString>("agent");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* agent, const char* name) {
            QTest::newRow(name) << QString::fromLatin1(agent) << QString::fromLatin1(name);
        };
        row("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 "
            "Safari/537.36 Edg/130.0",
            "Edge on Windows");
        row("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 "
            "Safari/605.1.15",
            "Safari on macOS");
        row("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
            "Chrome on Android");
        row("curl/8.5.0", "curl/8.5.0");
        row("", "Unknown device");
    }
    void aDeviceIsNamedAsPeopleSayIt() {
        QFETCH(QString, agent);
        QFETCH(QString, name);
        QCOMPARE(ui::panels::sessions::deviceText(agent), name);
    }

private:
    [[nodiscard]] QWidget* pane() const { return m_panel->findChild<ui::widgets::DetailPane*>(); }
    [[nodiscard]] SignOutDialog* dialog() const { return m_panel->findChild<SignOutDialog*>(); }
    [[nodiscard]] QPushButton* confirmButton() const {
        return dialog()->findChild<QPushButton*>(QStringLiteral("signOut.confirm"));
    }
    [[nodiscard]] QLineEdit* typedField() const {
        for (auto* field : dialog()->findChildren<QLineEdit*>()) {
            if (field->accessibleName().startsWith(QLatin1String("Type "))) {
                return field;
            }
        }
        return nullptr;
    }
    void press(const char* text) {
        for (auto* button : m_panel->findChildren<QPushButton*>()) {
            if (button->text() == QString::fromUtf8(text)) {
                button->click();
                m_console->settle();
                return;
            }
        }
        QFAIL(text);
    }
    void show(const QJsonObject& shown) {
        m_console->broker.put(QStringLiteral("tenants/acme/sessions/s-1"), shown);
        m_panel->refresh();
        m_console->settle();
    }
    void answerRevoke(const QJsonObject& count) {
        m_console->broker.answerOnce("POST", "/admin/v1/tenants/acme/sessions/revoke",
                                     RecordedBroker::json(200, count));
    }
    [[nodiscard]] std::string lastRevocation() const {
        std::string body;
        for (const api::Call& call : m_console->broker.calls()) {
            if (call.path.ends_with("/sessions/revoke")) {
                body = call.body;
            }
        }
        return body;
    }
    void tell(const std::string& members) {
        m_console->event("logout", "{\"tenant\":\"acme\",\"sessionId\":\"s-1\",\"appId\":\"a1\",\"app\":\"Payroll\"," +
                                       members + "}");
    }

    std::unique_ptr<Console> m_console;
    Panel* m_panel = nullptr;
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstSessionsPanel)
#include "tst_sessions_panel.moc"
