// SPDX-License-Identifier: Apache-2.0
// What opens over the window and what a list shows when it has nothing to show, in every scheme, size and direction.
// GATEHOUSE_SCREENSHOTS keeps the pictures for people who want to look at them.
#include <cstdlib>
#include <utility>

#include <QAction>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QTabWidget>

#include "tests/gui/clipped_text.h"
#include "tests/gui/console_fixture.h"
#include "tests/gui/speaking.h"
#include "ui/connect/connect_dialog.h"
#include "ui/connect/token_store.h"
#include "ui/panels/apps/app_form.h"
#include "ui/panels/apps/token_trial.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/mapping/rules_model.h"
#include "ui/panels/sessions/sign_out_dialog.h"
#include "ui/panels/tenants/settings_form.h"
#include "ui/shell/environment_band.h"
#include "ui/shell/frame.h"
#include "ui/shell/help/help_window.h"
#include "ui/shell/help/shortcut_sheet.h"
#include "ui/shell/notification_bell.h"
#include "ui/shell/notifications.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/popup_panel.h"
#include "ui/shell/preferences/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/review_dialog.h"
#include "ui/shell/step_up_strip.h"
#include "ui/shell/tasks.h"
#include "ui/shell/tasks_tray.h"
#include "ui/shell/toasts.h"
#include "ui/shell/welcome_page.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using namespace ui::shell;
using ui::theme::Choice;

namespace {

/// Keeps no token.
class NoTokens final : public ui::connect::TokenStore {
public:
    void load(const QUrl&, std::function<void(std::optional<QByteArray>)> answer) override { answer(std::nullopt); }
    void save(const QUrl&, const QByteArray&, std::function<void(bool)> answer) override { answer(false); }
    void remove(const QUrl&) override {}
    void probe(std::function<void(bool)> answer) override { answer(true); }
};

int coloursOf(const QImage& picture) {
    QSet<QRgb> seen;
    for (int y = 0; y < picture.height(); y += 2) {
        for (int x = 0; x < picture.width(); x += 2) {
            seen.insert(picture.pixel(x, y));
        }
    }
    return static_cast<int>(seen.size());
}

} // namespace

class TstPictures : public QObject {
    Q_OBJECT

    QStringList m_wrong;

    /// Not blank, in its scheme, and every text with its room.
    void keep(QWidget& widget, const char* name) {
        const QString title = QStringLiteral("%1-%2").arg(QLatin1String(name), QLatin1String(QTest::currentDataTag()));
        QTest::qWait(20); // what was put in just now is laid out
        const QImage picture = widget.grab().toImage();
        if (coloursOf(picture) < 6) {
            m_wrong.append(title + QStringLiteral(": blank"));
        }
        for (const QString& text : clippedTexts(widget)) {
            m_wrong.append(title + QStringLiteral(": ") + text);
        }
        const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS");
        if (!folder.isEmpty()) {
            QVERIFY(picture.save(QStringLiteral("%1/%2.png").arg(folder, title)));
        }
    }
    static void everyLook() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("language");
        const QSize wide(1280, 800);
        const QSize small(900, 600);
        QTest::newRow("light") << wide << static_cast<int>(Choice::Light) << QString();
        QTest::newRow("small-dark") << small << static_cast<int>(Choice::Dark) << QString();
        QTest::newRow("contrast") << wide << static_cast<int>(Choice::HighContrast) << QString();
        QTest::newRow("small-german") << small << static_cast<int>(Choice::Light) << QStringLiteral("de");
        QTest::newRow("arabic") << wide << static_cast<int>(Choice::Light) << QStringLiteral("ar");
        QTest::newRow("small-arabic") << small << static_cast<int>(Choice::Dark) << QStringLiteral("ar");
    }
    static void dress(Console& console) {
        QFETCH(QSize, size);
        QFETCH(int, choice);
        console.start();
        console.theme.choose(static_cast<Choice>(choice));
        console.window.resize(size);
    }

private slots:
    void init() { m_wrong.clear(); }
    void cleanup() { QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n'))); }

    void whatOpensOverTheWindow_data() { everyLook(); }
    void whatOpensOverTheWindow() {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        const Speaking speaking(language);
        Console console;
        dress(console);
        console.panel<Panel>("users");
        const Services& services = console.window.services();
        const TaskHandle task = services.tasks->start(QStringLiteral("Export of 12,000 records"), [] {});
        task.progress(5, 12, QStringLiteral("5,000 of 12,000"));
        services.tasks->start(QStringLiteral("Verify the audit chain")).fail(QStringLiteral("Break at #204"));
        services.notifications->add(Notifications::Level::Warning, QStringLiteral("c"),
                                    QStringLiteral("Okta's signing certificate expires in 12 days (12 Mar 2026)."),
                                    {QStringLiteral("connections")});
        services.toasts->show({QStringLiteral("Applied: Contoso."), QStringLiteral("Undo"), [] {}});
        keep(console.window, "toast");
        QVERIFY(console.window.rect().contains(services.toasts->geometry()));
        services.toasts->dismiss();
        Frame& frame = console.window.frame();
        frame.palette().open(QStringLiteral("us"));
        keep(console.window, "palette");
        QVERIFY(console.window.rect().contains(frame.palette().geometry()));
        frame.palette().cancel();
        frame.tasksTray().openList();
        keep(*frame.tasksTray().list(), "tasks");
        frame.tasksTray().list()->close();
        frame.bell().openList();
        keep(*frame.bell().list(), "bell");
        frame.bell().list()->close();
        frame.showHelp();
        keep(*console.window.findChild<HelpWindow*>(), "help");
        frame.showShortcuts();
        keep(*console.window.findChild<ShortcutSheet*>(), "shortcuts");
        frame.showPreferences();
        auto* preferences = console.window.findChild<Preferences*>();
        for (const char* page : {"appearance", "language", "keyboard", "desktop"}) {
            preferences->showPage(QLatin1String(page));
            keep(*preferences, qPrintable(QStringLiteral("preferences-") + QLatin1String(page)));
        }
        preferences->close();
        WelcomePage welcome;
        welcome.resize(size - QSize(64, 140));
        keep(welcome, "welcome");
        NoTokens tokens;
        ui::connect::ConnectDialog dialog(tokens);
        dialog.show();
        keep(dialog, "connect");
    }

    /// The forms that are higher than any window, from their first row to the last.
    void whatHasManySettings_data() { everyLook(); }
    void whatHasManySettings() {
        QFETCH(QString, language);
        const Speaking speaking(language);
        Console console;
        QJsonObject app = console.broker.object(QStringLiteral("tenants/acme/apps/a-nightly"));
        const QJsonObject more = QJsonDocument::fromJson(R"({"auth":"private_key_jwt","subjectType":"pairwise",
            "grantTypes":["authorization_code","refresh_token","client_credentials","urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ietf:params:oauth:grant-type:jwt-bearer"],
            "trustedIssuers":[{"issuer":"https:\/\/ci.example","subject":"repo:acme:*","reusable":true}],
            "resourceServers":[{"issuer":"https:\/\/login.partner.example","clientId":"acme-export","scopes":["read"]}],
            "authorizationDetails":[{"type":"payment_initiation","members":["amount","creditor"]}]})")
                                     .object();
        for (auto it = more.begin(); it != more.end(); ++it) {
            app.insert(it.key(), *it);
        }
        console.broker.put(QStringLiteral("tenants/acme/apps/a-nightly"), app);
        dress(console);
        auto* apps = console.panel<Panel>("apps");
        apps->reveal(QStringLiteral("a-nightly"));
        console.settle();
        apps->findChild<QTabWidget*>(QStringLiteral("app.parts"))->setCurrentIndex(1);
        console.settle();
        keep(*apps->findChild<ui::panels::apps::AppForm*>(), "settings-app");
        auto* tenants = console.panel<Panel>("tenants");
        tenants->reveal(QStringLiteral("acme"));
        console.settle();
        keep(*tenants->findChild<ui::panels::tenants::SettingsForm*>(), "settings-tenant");
        QJsonObject contoso = console.broker.object(QStringLiteral("tenants/acme/connections/c-contoso"));
        contoso.insert(QStringLiteral("acrMapping"),
                       QJsonArray{QJsonObject{{QStringLiteral("ours"), QStringLiteral("urn:gatehouse:aal2")},
                                              {QStringLiteral("theirs"), QStringLiteral("c1")}}});
        console.broker.put(QStringLiteral("tenants/acme/connections/c-contoso"), contoso);
        auto* connections = console.panel<Panel>("connections");
        connections->reveal(QStringLiteral("c-contoso"));
        console.settle();
        keep(*connections->findChild<ui::panels::connections::ConnectionForm*>(), "settings-connection");
    }

    void whatIsAskedBeforeItHappens_data() { everyLook(); }
    void whatIsAskedBeforeItHappens() {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        const Speaking speaking(language);
        Console console;
        dress(console);
        StepUpStrip strip;
        strip.setFixedWidth(size.width());
        strip.ask();
        keep(strip, "step-up");
        strip.findChildren<QPushButton*>().constFirst()->click(); // either one
        keep(strip, "step-up-pressed");
        auto* sessions = console.panel<Panel>("sessions");
        ui::panels::sessions::SignOutDialog dialog(
            QCoreApplication::translate("gatehouse::ui::panels::sessions::SessionsPanel", "Sign out many"), sessions);
        dialog.show();
        dialog.setCount(
            {true, 12, 3, {{"a-1", "Customer portal", "portal", 9, true}, {"a-2", "Dashboard", "board", 3}}});
        keep(dialog, "sign-out");
    }

    void whatIsReviewed_data() { everyLook(); }
    void whatIsReviewed() {
        QFETCH(QString, language);
        const Speaking speaking(language);
        Console console;
        dress(console);
        auto* mapping = console.panel<Panel>("mapping");
        auto* rules = mapping->findChild<ui::panels::mapping::AttributeRulesModel*>();
        QVERIFY(rules->setData(rules->index(0, ui::panels::mapping::AttributeRulesModel::From),
                               QStringLiteral("upn | email"), Qt::EditRole));
        console.settle();
        keep(console.window, "mapping-edited");
        QVERIFY(!console.drafts.all().empty());
        ReviewDialog review(
            console.client, console.drafts, console.changes,
            {EnvironmentBand::Kind::Live, QStringLiteral("Acme Corp"), QStringLiteral("https://id.acme.example")});
        review.show();
        QTest::qWait(50);
        keep(review, "review");
        review.findChild<QTabWidget*>()->setCurrentIndex(1);
        keep(review, "review-command");
    }

    void everyPartOfAnApp_data() { everyLook(); }
    void everyPartOfAnApp() {
        QFETCH(QString, language);
        const Speaking speaking(language);
        Console console;
        dress(console);
        auto* panel = console.panel<Panel>("apps");
        auto* table = panel->findChild<ui::widgets::FilterTable*>();
        auto* tabs = panel->findChild<QTabWidget*>(QStringLiteral("app.parts"));
        table->select(QStringLiteral("a-portal"));
        console.settle();
        panel->showcase();
        console.settle();
        keep(console.window, "app-address");
        panel->findChild<QPushButton*>(QStringLiteral("app.rotate"))->click();
        console.settle();
        console.window.services().toasts->dismiss();
        keep(console.window, "app-secret");
        tabs->setCurrentIndex(1);
        keep(console.window, "app-settings");
        tabs->setCurrentIndex(2);
        keep(console.window, "app-snippets");
        tabs->setCurrentIndex(3);
        ui::panels::apps::TrialResult result;
        result.status = 200;
        result.request = QStringLiteral("POST http://127.0.0.1:8480/t/acme/oauth2/token\nAuthorization: Basic "
                                        "********\n\ngrant_type=client_credentials");
        result.answer = {
            {QStringLiteral("access_token"), QStringLiteral("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJyb2JvdCJ9.c2lnbmVk")},
            {QStringLiteral("token_type"), QStringLiteral("Bearer")},
            {QStringLiteral("expires_in"), 300}};
        auto* trial = panel->findChild<ui::panels::apps::TokenTrial*>();
        emit trial->finished(result);
        console.settle();
        keep(console.window, "app-tried");
        result.status = 401;
        result.answer = {{QStringLiteral("error"), QStringLiteral("invalid_client")}};
        panel->findChild<QTabWidget*>(QStringLiteral("app.parts"))->setCurrentIndex(3);
        emit trial->finished(result);
        console.settle();
        keep(console.window, "app-refused");
        table->select(QStringLiteral("a-nightly"));
        console.settle();
        tabs->setCurrentIndex(0);
        keep(console.window, "app-machine");
    }

    /// F07: by its word and its stripes, not by its colour.
    void theBandsDifferInGreyToo() {
        const auto greys = [](EnvironmentBand::Kind kind) {
            EnvironmentBand band;
            band.setEnvironment(kind, QStringLiteral("Acme"));
            band.resize(600, 24);
            const QImage grey = band.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
            int changes = 0;
            for (int x = 301; x < 600; ++x) {
                changes += std::abs(qGray(grey.pixel(x, 12)) - qGray(grey.pixel(x - 1, 12))) > 4 ? 1 : 0;
            }
            return std::pair(changes, band.accessibleName());
        };
        const auto [plain, production] = greys(EnvironmentBand::Kind::Live);
        const auto [striped, sandbox] = greys(EnvironmentBand::Kind::Sandbox);
        QCOMPARE(plain, 0);
        QVERIFY2(striped > 20, qPrintable(QString::number(striped)));
        QVERIFY(production.contains(QStringLiteral("PRODUCTION")));
        QVERIFY(sandbox.contains(QStringLiteral("SANDBOX")));
    }

    void arabicMirrorsTheWindowButNotTime() {
        const Speaking speaking(QStringLiteral("ar"));
        Console console;
        console.start();
        const QWidget& window = console.window;
        const auto middleOf = [&window](const QWidget& part) { return part.mapTo(&window, part.rect().center()).x(); };
        QVERIFY(middleOf(*window.findChild<Rail*>()) > window.width() * 3 / 4);
        for (const QLabel* section : window.findChild<Rail*>()->findChildren<QLabel*>()) { // a Latin name, too
            QCOMPARE(section->alignment() & Qt::AlignHorizontal_Mask, Qt::AlignRight | Qt::AlignAbsolute);
        }
        auto* chart = window.findChild<ui::widgets::Chart*>();
        QVERIFY(chart != nullptr && chart->steps() > 2);
        QTest::mouseMove(chart, QPoint(3, chart->height() / 2));
        QTest::mouseClick(chart, Qt::LeftButton, {}, QPoint(3, chart->height() / 2));
        QCOMPARE(chart->current(), 0); // the earliest is at the left in every language
        auto* users = console.panel<Panel>("users");
        QVERIFY(middleOf(*users->findChild<ui::widgets::DetailPane*>()) < window.width() / 2);
        console.window.services().toasts->show({QStringLiteral("Applied.")});
        QVERIFY(middleOf(*console.window.services().toasts) > window.width() / 2);
    }

    void listsThatHaveNothingToShow_data() { everyLook(); }
    void listsThatHaveNothingToShow() {
        QFETCH(QString, language);
        const Speaking speaking(language);
        Console console;
        dress(console);
        struct Case {
            const char* panel;
            const char* path;
        };
        const QJsonObject none{{QStringLiteral("items"), QJsonArray()}};
        for (const Case& each :
             {Case{"users", "/admin/v1/tenants/acme/users"}, Case{"connections", "/admin/v1/tenants/acme/connections"},
              Case{"logins", "/admin/v1/tenants/acme/flows"}, Case{"apps", "/admin/v1/tenants/acme/apps"}}) {
            auto* panel = console.panel<Panel>(each.panel);
            console.broker.answerOnce("GET", "/admin/v1/apps", RecordedBroker::json(200, none)); // of the front door
            console.broker.answerOnce("GET", each.path, RecordedBroker::json(200, none));
            panel->refresh();
            console.settle();
            keep(console.window, qPrintable(QStringLiteral("empty-") + QLatin1String(each.panel)));
            console.broker.answerOnce("GET", each.path,
                                      RecordedBroker::problem(503, QStringLiteral("store.busy"), QStringLiteral("/"),
                                                              QStringLiteral("The store is busy.")));
            panel->refresh();
            console.settle();
            keep(console.window, qPrintable(QStringLiteral("error-") + QLatin1String(each.panel)));
        }
        auto* users = console.panel<Panel>("users");
        users->refresh();
        console.settle();
        users->findChild<ui::widgets::FilterTable*>()->setFilterText(QStringLiteral("nobody has this name"));
        QTest::qWait(300);
        console.settle();
        keep(console.window, "no-match-users");
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstPictures)
#include "tst_pictures.moc"
