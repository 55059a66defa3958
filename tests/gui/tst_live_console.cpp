// SPDX-License-Identifier: Apache-2.0
// The whole console on a real broker: in this process, and over HTTPS with a token. Both have to look the same.
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "tests/gui/event_loop_watchdog.h"
#include "tests/gui/live_broker.h"
#include "ui/client/admin_client.h"
#include "ui/client/broker_monitor.h"
#include "ui/client/http_transport.h"
#include "ui/connect/connect_dialog.h"
#include "ui/connect/step_up.h"
#include "ui/panels/mapping/rules_model.h"
#include "ui/panels/registry.h"
#include "ui/shell/main_window.h"
#include "ui/shell/review_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using namespace ui;

namespace {

constexpr int kPatienceMs = 20'000;

struct LiveConsole {
    explicit LiveConsole(LiveBroker& live)
        : broker(live) {
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
    /// What the Admin API says of a list, whatever the window shows.
    QJsonArray items(const QString& path) {
        QJsonArray found;
        bool answered = false;
        client::deliver(client.call("GET", path), &window, [&](const auto& outcome) {
            answered = true;
            found = outcome ? outcome->value.value(QLatin1String("items")).toArray() : QJsonArray();
        });
        [&] { QVERIFY(QTest::qWaitFor([&] { return answered; }, kPatienceMs)); }();
        return found;
    }
    QString newestFlow(const QString& outcome) {
        const QJsonArray flows = items(QStringLiteral("/admin/v1/tenants/acme/flows?limit=1&outcome=") + outcome);
        return flows.isEmpty() ? QString() : flows[0][QLatin1String("id")].toString();
    }
    QString connectionId() {
        return items(QStringLiteral("/admin/v1/tenants/acme/connections"))[0][QLatin1String("id")].toString();
    }

    LiveBroker& broker;
    client::AdminClient client{broker.transport()};
    client::BrokerMonitor monitor{client, broker.feed()};
    drafts::Drafts drafts;
    drafts::Changes changes{client, drafts};
    theme::Theme theme{*qApp};
    shell::MainWindow window{{client, monitor, drafts, changes}, broker.feed(), theme, panels::standardPanels()};
};

/// Waits for it.
template <class T>
client::Outcome<T> answerOf(const client::Answer<T>& answer) {
    QObject receiver;
    std::optional<client::Outcome<T>> got;
    client::deliver(answer, &receiver, [&](client::Outcome<T> outcome) { got = std::move(outcome); });
    return QTest::qWaitFor([&] { return got.has_value(); }, kPatienceMs)
               ? *std::move(got)
               : client::Outcome<T>(tl::unexpected(client::Failure{}));
}

template <class T>
T* named(QWidget& parent, const char* name) {
    for (T* widget : parent.findChildren<T*>()) {
        if (widget->accessibleName() == QLatin1String(name) || widget->text().remove(u'&') == QLatin1String(name)) {
            return widget;
        }
    }
    qFatal("no %s", name);
}

QPushButton* visible(const QWidget& parent, const char* name) {
    for (QPushButton* one : parent.findChildren<QPushButton*>()) {
        if (one->isVisible() && one->accessibleName() == QLatin1String(name)) {
            return one;
        }
    }
    return nullptr;
}

/// A keychain that does not work.
class NoKeychain final : public connect::TokenStore {
public:
    void load(const QUrl&, std::function<void(std::optional<QByteArray>)> answer) override { answer(std::nullopt); }
    void save(const QUrl&, const QByteArray&, std::function<void(bool)> answer) override { answer(false); }
    void remove(const QUrl&) override {}
    void probe(std::function<void(bool)> answer) override { answer(false); }
};

QString words(QWidget* parent) {
    QString all;
    for (const QLabel* label : parent->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            all += label->text() + u'\n';
        }
    }
    return all;
}

} // namespace

class TstLiveConsole : public QObject {
    Q_OBJECT
private slots:
    void init() {
        QFETCH_GLOBAL(bool, remote);
        m_broker = remote ? startRemote() : startInProcess();
    }
    void cleanup() { m_broker.reset(); }
    void initTestCase_data() {
        QTest::addColumn<bool>("remote");
        QTest::newRow("in process") << false;
        QTest::newRow("over HTTPS with a token") << true;
    }

    void noPanelReportsAnError() {
        QVERIFY(signIn(m_broker->url(), QStringLiteral("ana")).startsWith(QLatin1String("/demo")));
        LiveConsole console(*m_broker);
        for (const shell::PanelEntry& entry : console.window.entries()) {
            shell::Panel* panel = console.panel(qPrintable(entry.id));
            QVERIFY2(panel != nullptr, qPrintable(entry.id));
            for (const widgets::ErrorBanner* banner : panel->findChildren<widgets::ErrorBanner*>()) {
                QVERIFY2(!banner->isVisible(), qPrintable(entry.id + QStringLiteral(": ") + words(panel)));
            }
        }
    }

    void aSignInAppearsWhileOneLooks() {
        LiveConsole console(*m_broker);
        shell::Panel* logins = console.panel("logins");
        const auto* table = logins->findChild<widgets::FilterTable*>();
        const int before = table->view()->model()->rowCount();
        QVERIFY(signIn(m_broker->url(), QStringLiteral("ben")).startsWith(QLatin1String("/demo")));
        QVERIFY(QTest::qWaitFor([&] { return table->view()->model()->rowCount() > before; }, kPatienceMs));
    }

    void aLoginThatFailedIsReplayedCuredAndTheCureTakenBack() {
        QVERIFY(!signIn(m_broker->url(), QStringLiteral("chris")).startsWith(QLatin1String("/demo")));
        LiveConsole console(*m_broker);
        const QString connection = console.connectionId();
        const QString failed = console.newestFlow(QStringLiteral("failure"));
        QVERIFY(!failed.isEmpty());

        // The recorded login against the mapping as it stands, then against a draft that reads upn.
        shell::Panel* mapping = console.panel("mapping", connection + u'/' + failed);
        QVERIFY(
            QTest::qWaitFor([&] { return words(mapping).contains(QLatin1String("would be refused")); }, kPatienceMs));
        auto* rules = mapping->findChild<panels::mapping::AttributeRulesModel*>();
        int email = 0;
        while (rules->index(email, panels::mapping::AttributeRulesModel::Target).data().toString() !=
               QLatin1String("email")) {
            ++email;
        }
        QVERIFY(rules->setData(rules->index(email, panels::mapping::AttributeRulesModel::From),
                               QStringLiteral("email | upn"), Qt::EditRole));
        QVERIFY(QTest::qWaitFor([&] { return words(mapping).contains(QLatin1String("would create Chris Nomail")); },
                                kPatienceMs));
        const auto* batch = mapping->findChild<QLabel*>(QStringLiteral("mapping.batch.sentence"));
        QVERIFY(QTest::qWaitFor([&] { return batch->text().contains(QLatin1String("0 blocked")); }, kPatienceMs));
        QCOMPARE(console.items(QStringLiteral("/admin/v1/tenants/acme/users?q=chris")).size(), 0);

        // Ctrl+S, Enter.
        QTest::keyClick(&console.window, Qt::Key_S, Qt::ControlModifier);
        const QPointer<shell::ReviewDialog> review = console.window.findChild<shell::ReviewDialog*>();
        QVERIFY(review && review->isVisible());
        QTest::keyClick(review, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return console.drafts.all().empty() && (!review || !review->isVisible()); },
                                kPatienceMs)); // it goes when it is done
        QVERIFY(signIn(m_broker->url(), QStringLiteral("chris")).startsWith(QLatin1String("/demo")));

        // Ctrl+Z.
        QVERIFY(!console.changes.undoTitle().isEmpty());
        console.settle();
        console.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&console.window));
        QTest::keyClick(&console.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return console.changes.undoTitle().isEmpty(); }, kPatienceMs));
        QVERIFY(!signIn(m_broker->url(), QStringLiteral("chris")).startsWith(QLatin1String("/demo")));

        // History and the log know of both.
        shell::Panel* history = console.panel("history");
        const QAbstractItemModel* list = history->findChild<widgets::FilterTable*>()->view()->model();
        int changed = 0;
        for (int row = 0; row < list->rowCount(); ++row) {
            changed += list->index(row, 2).data().toString() == QLatin1String("Changed") ? 1 : 0;
        }
        QCOMPARE(changed, 2);
        const QJsonArray updates =
            console.items(QStringLiteral("/admin/v1/tenants/acme/audit?type=ConnectionUpdated&limit=10"));
        QCOMPARE(updates.size(), 2);
        QCOMPARE(updates[0][QLatin1String("data")][QLatin1String("after")],
                 updates[1][QLatin1String("data")][QLatin1String("before")]);
    }

    void aBlackHoleBlocksNothingAndItsTestIsGivenUpAtOnce() {
        QTcpServer hole; // takes every connection and says nothing
        QVERIFY(hole.listen(QHostAddress::LocalHost));
        LiveConsole console(*m_broker);
        const auto made = answerOf(console.client.call(
            "POST", QStringLiteral("/admin/v1/tenants/acme/connections"),
            {{QStringLiteral("name"), QStringLiteral("hole")},
             {QStringLiteral("type"), QStringLiteral("oidc")},
             {QStringLiteral("issuer"), QStringLiteral("https://127.0.0.1:%1").arg(hole.serverPort())},
             {QStringLiteral("clientId"), QStringLiteral("c")},
             {QStringLiteral("clientAuth"), QStringLiteral("none")}}));
        QVERIFY(made);
        shell::Panel* panel = console.panel("connections", made->value[QLatin1String("id")].toString());
        auto* test = visible(*panel, "Test connection"); // there is another in the wizard
        std::vector<std::unique_ptr<QTcpSocket>> reached;
        EventLoopWatchdog watchdog;
        for (int time = 0; time < 6; ++time) { // more often than there would be threads for, did each of them wait
            test->click();
            QPushButton* cancel = visible(*panel, "Cancel the test");
            QVERIFY(cancel != nullptr && !test->isEnabled());
            QTRY_VERIFY(words(panel).contains(QLatin1String("Asking https://127.0.0.1")));
            QTRY_VERIFY_WITH_TIMEOUT(hole.hasPendingConnections(), kPatienceMs);
            reached.emplace_back(hole.nextPendingConnection());
            QVERIFY(cancel->isVisible());
            cancel->click();
            QVERIFY(!cancel->isVisible() && test->isEnabled());
            QVERIFY(answerOf(console.client.status())); // the console is not held up by what was given up
        }
        QVERIFY2(watchdog.longestGap() < 100, qPrintable(QString::number(watchdog.longestGap())));
        reached.clear(); // so that the broker need not wait for its patience to end
    }

    void oneComesInBySigningInWhereNobodyRegisteredTheConsole() {
        QVERIFY(signIn(m_broker->url(), QStringLiteral("ana")).startsWith(QLatin1String("/demo")));
        const QTemporaryDir settings;
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
        NoKeychain tokens;
        connect::ConnectDialog dialog(tokens);
        dialog.setBrowser([](const QUrl& url) { signInFrom(url, QStringLiteral("ana")); });
        QSignalSpy connected(&dialog, &connect::ConnectDialog::connected);
        dialog.findChild<QComboBox*>()->setEditText(m_broker->url());
        named<QLineEdit>(dialog, "Short name of your tenant")->setText(QStringLiteral("acme"));
        named<QRadioButton>(dialog, "By signing in")->setChecked(true);
        dialog.show();
        named<QPushButton>(dialog, "Connect")->click();
        const auto* banner = dialog.findChild<widgets::ErrorBanner*>();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatienceMs);
        QVERIFY2(words(&dialog).contains(QLatin1String("administer nothing")), qPrintable(words(&dialog)));

        client::AdminClient owner(m_broker->transport());
        const auto ana = answerOf(owner.call("GET", QStringLiteral("/admin/v1/tenants/acme/users?q=ana")));
        QVERIFY(ana);
        QVERIFY(
            answerOf(owner.call("POST", QStringLiteral("/admin/v1/admins"),
                                {{QStringLiteral("tenant"), QStringLiteral("acme")},
                                 {QStringLiteral("user"), ana->value[QLatin1String("items")][0][QLatin1String("id")]},
                                 {QStringLiteral("role"), QStringLiteral("tenant-admin")}})));
        named<QPushButton>(dialog, "Connect")->click();
        QTRY_COMPARE_WITH_TIMEOUT(connected.count(), 1, kPatienceMs);
        const auto endpoint = connected.first().first().value<client::Endpoint>();
        QVERIFY(endpoint.source && endpoint.source->token() == endpoint.token);
        client::HttpTransport transport(endpoint);
        client::AdminClient asks(transport);
        const auto tenants = answerOf(asks.tenants());
        QVERIFY(tenants);
        QCOMPARE(tenants->items.size(), std::size_t(1)); // hers alone

        // An act that wants more than she came in with waits for it, and is done then.
        const auto demand = [&owner](const QJsonArray& levels) {
            return answerOf(
                       owner.call("PATCH", QStringLiteral("/admin/v1/tenants/acme"),
                                  {{QStringLiteral("settings"), QJsonObject{{QStringLiteral("requiredAcr"), levels}}}}))
                .has_value();
        };
        QVERIFY(demand({QStringLiteral("urn:gatehouse:aal3")}));
        const QJsonObject key{{QStringLiteral("use"), QStringLiteral("sig")},
                              {QStringLiteral("alg"), QStringLiteral("ES256")}};
        const auto refused = answerOf(asks.call("POST", QStringLiteral("/admin/v1/tenants/acme/keys"), key));
        QCOMPARE(refused.error().code, QStringLiteral("insufficient_user_authentication"));
        client::StepUpTransport stepping(transport);
        connect::StepUp stepUp(stepping, std::dynamic_pointer_cast<connect::TokenRenewal>(endpoint.source),
                               [](const QUrl& url) { signInFrom(url, QStringLiteral("ana")); });
        QVERIFY(stepUp.freshUntil() > QDateTime::currentDateTime());
        QSignalSpy wanted(&stepUp, &connect::StepUp::wanted);
        QObject::connect(&stepUp, &connect::StepUp::wanted, &stepUp, &connect::StepUp::begin);
        client::AdminClient acts(stepping);
        QVERIFY(answerOf(acts.call("POST", QStringLiteral("/admin/v1/tenants/acme/keys"), key)));
        QCOMPARE(wanted.count(), 1);
        QVERIFY(demand({}));
    }

private:
    std::unique_ptr<LiveBroker> m_broker;
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstLiveConsole)
#include "tst_live_console.moc"
