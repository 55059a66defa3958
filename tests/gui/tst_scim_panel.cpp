// SPDX-License-Identifier: Apache-2.0
// Provisioning: what directories sent and changed, their tokens, what the guard holds back, and the conformance test.
#include <QDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>

#include "tests/gui/console_fixture.h"
#include "ui/panels/scim/request_model.h"
#include "ui/shell/panel.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using ui::panels::scim::RequestModel;
using ui::shell::Panel;

namespace {

QString textsOf(const QWidget* widget) {
    QStringList texts;
    for (const QLabel* label : widget->findChildren<QLabel*>()) {
        if (label->isVisibleTo(widget)) {
            texts.append(label->text());
        }
    }
    return texts.join(u'\n');
}

QPushButton* button(const QWidget* parent, const char* text) {
    for (QPushButton* each : parent->findChildren<QPushButton*>()) {
        if (each->text() == QString::fromUtf8(text)) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

class TstScimPanel : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_console = std::make_unique<Console>();
        m_console->start();
        m_panel = m_console->panel<Panel>("scim");
        table()->select(QStringLiteral("r-1"));
        m_console->settle();
    }
    void cleanup() { m_console.reset(); }

    void aRequestShowsWhatItChanged() {
        const auto cell = [this](int row, int column) {
            return table()->view()->model()->index(row, column).data().toString();
        };
        QCOMPARE(cell(0, RequestModel::What), QStringLiteral("Change"));
        QCOMPARE(cell(0, RequestModel::About), QStringLiteral("ana@acme.example"));
        QCOMPARE(cell(0, RequestModel::Took), QStringLiteral("1.8 ms"));
        QCOMPARE(cell(1, RequestModel::Result), QStringLiteral("Refused, 409"));
        const auto* changes = m_panel->findChildren<QTableWidget*>().constLast();
        QCOMPARE(changes->item(0, 0)->text(), QStringLiteral("title"));
        QCOMPARE(changes->item(0, 1)->text(), QStringLiteral("Engineer"));
        QCOMPARE(changes->item(0, 2)->text(), QStringLiteral("Lead"));
        table()->select(QStringLiteral("r-2"));
        m_console->settle();
        QVERIFY(textsOf(m_panel).contains(QLatin1String("uniqueness: Another resource has this value: userName")));
    }

    void theSameCanBeAskedAgain() {
        m_console->broker.answerOnce(
            "POST", "/admin/v1/tenants/acme/scim-requests/r-1/replay",
            RecordedBroker::json(200, {{QStringLiteral("status"), 200}, {QStringLiteral("changes"), QJsonArray()}}));
        button(m_panel, "What would it do now?")->click();
        m_console->settle();
        QVERIFY(textsOf(m_panel).contains(QLatin1String("answered with 200 and change nothing")));
        // Whoever looks at another one meanwhile can ask about that.
        button(m_panel, "What would it do now?")->click();
        table()->select(QStringLiteral("r-2"));
        m_console->settle();
        QVERIFY(button(m_panel, "What would it do now?")->isEnabled());
    }

    void whatIsHeldBackIsSaidAndLetPass() {
        QVERIFY(!button(m_panel, "Let them pass for an hour")->isVisible());
        m_console->broker.put(QStringLiteral("tenants/acme/scim"),
                              {{QStringLiteral("url"), QStringLiteral("http://x/scim/v2")},
                               {QStringLiteral("heldBack"), 12},
                               {QStringLiteral("bound"), 5}});
        m_panel->refresh();
        m_console->settle();
        QVERIFY(textsOf(m_panel).contains(QLatin1String("12 deactivations are held back.")));
        m_console->broker.answerOnce(
            "POST", "/admin/v1/tenants/acme/scim/release",
            RecordedBroker::json(200, {{QStringLiteral("url"), QStringLiteral("http://x/scim/v2")}}));
        m_console->broker.put(QStringLiteral("tenants/acme/scim"),
                              {{QStringLiteral("url"), QStringLiteral("http://x/scim/v2")},
                               {QStringLiteral("heldBack"), 0},
                               {QStringLiteral("bound"), 0}});
        button(m_panel, "Let them pass for an hour")->click();
        m_console->settle();
        QCOMPARE(m_console->broker.count("POST", "/admin/v1/tenants/acme/scim/release"), 1);
        QVERIFY(!button(m_panel, "Let them pass for an hour")->isVisible());
    }

    void aDirectoryGetsATokenThatIsShownOnce() {
        QDialog* dialog = open("Directories…", "scim.directories");
        QVERIFY(textsOf(dialog).contains(QLatin1String("http://127.0.0.1:8480/t/acme/scim/v2")));
        QCOMPARE(dialog->findChild<ui::widgets::FilterTable*>()->view()->model()->rowCount(), 1);
        dialog->findChild<QLineEdit*>(QStringLiteral("scim.tokenName"))->setText(QStringLiteral("Okta"));
        m_console->broker.answerOnce(
            "POST", "/admin/v1/tenants/acme/scim-tokens",
            RecordedBroker::json(201, {{QStringLiteral("id"), QStringLiteral("t-okta")},
                                       {QStringLiteral("name"), QStringLiteral("Okta")},
                                       {QStringLiteral("token"), QStringLiteral("ghscim_1")}}));
        button(dialog, "Make a token")->click();
        m_console->settle();
        auto* secret = dialog->findChild<QLineEdit*>(QStringLiteral("scim.token"));
        QTRY_COMPARE(secret->text(), QStringLiteral("ghscim_1"));
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        button(dialog, "I have kept it")->click();
        QVERIFY(secret->text().isEmpty());
    }

    void aReceiverGetsABearerThatIsShownOnce() {
        QDialog* dialog = openMore(0, "scim.streams");
        QCOMPARE(dialog->findChild<ui::widgets::FilterTable*>()->view()->model()->rowCount(), 2);
        dialog->findChild<QLineEdit*>(QStringLiteral("streams.name"))->setText(QStringLiteral("SIEM"));
        auto* delivery = dialog->findChild<ui::widgets::ChoiceField*>();
        delivery->setValue(QStringLiteral("poll"));
        m_console->broker.answerOnce(
            "POST", "/admin/v1/tenants/acme/streams",
            RecordedBroker::json(201, {{QStringLiteral("id"), QStringLiteral("e-siem")},
                                       {QStringLiteral("name"), QStringLiteral("SIEM")},
                                       {QStringLiteral("delivery"), QStringLiteral("poll")},
                                       {QStringLiteral("pollUrl"), QStringLiteral("http://x/t/acme/ssf/poll/e-siem")},
                                       {QStringLiteral("bearer"), QStringLiteral("ghssf_1")}}));
        button(dialog, "Tell this receiver")->click();
        m_console->settle();
        auto* secret = dialog->findChild<QLineEdit*>(QStringLiteral("streams.bearer"));
        QTRY_COMPARE(secret->text(), QStringLiteral("ghssf_1"));
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
    }

    void aStreamIsTriedAndSwitchedOff() {
        QDialog* dialog = openMore(0, "scim.streams");
        auto* table = dialog->findChild<ui::widgets::FilterTable*>();
        table->select(QStringLiteral("e-app"));
        QVERIFY(!button(dialog, "New bearer token")->isEnabled()); // a push has none
        button(dialog, "Send a test event")->click();
        m_console->settle();
        QCOMPARE(m_console->broker.count("POST", "/admin/v1/tenants/acme/streams/e-app/verify"), 1);
        table->select(QStringLiteral("e-app"));
        button(dialog, "Switch off")->click();
        m_console->settle();
        QCOMPARE(m_console->broker.count("PATCH", "/admin/v1/tenants/acme/streams/e-app"), 1);
    }

    void anElementOfTheCatalogIsDescribed() {
        QDialog* dialog = openMore(1, "scim.catalog");
        QVERIFY(textsOf(dialog).contains(QLatin1String("http://127.0.0.1:8480/t/acme/catalog")));
        auto* table = dialog->findChild<ui::widgets::FilterTable*>();
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("catalog.name"));
        table->select(QStringLiteral("c-badge"));
        QTRY_COMPARE(name->text(), QStringLiteral("badge"));
        QVERIFY(!name->isEnabled()); // values are stored by it
        button(dialog, "Save")->click();
        m_console->settle();
        QCOMPARE(m_console->broker.count("PUT", "/admin/v1/tenants/acme/catalog/c-badge"), 1);
        button(dialog, "Describe another")->click();
        QTRY_VERIFY(name->text().isEmpty());
        QVERIFY(name->isEnabled());
        name->setText(QStringLiteral("9th"));
        m_console->broker.answerOnce("POST", "/admin/v1/tenants/acme/catalog",
                                     RecordedBroker::problem(422, QStringLiteral("out_of_range"),
                                                             QStringLiteral("/name"),
                                                             QStringLiteral("must begin with a letter")));
        button(dialog, "Describe it")->click();
        m_console->settle();
        QVERIFY(textsOf(dialog).contains(QLatin1String("begin with a letter")));
        QCOMPARE(name->text(), QStringLiteral("9th")); // nothing is lost
    }

    void theTestShowsWhatFailed() {
        QDialog* dialog = open("Test…", "scim.test");
        const QJsonObject bad{{QStringLiteral("name"), QStringLiteral("create.status")},
                              {QStringLiteral("status"), QStringLiteral("fail")},
                              {QStringLiteral("expected"), QStringLiteral("HTTP 201")},
                              {QStringLiteral("actual"), QStringLiteral("HTTP 200")},
                              {QStringLiteral("spec"), QStringLiteral("RFC 7644, 3.3")}};
        QJsonObject good = bad;
        good.insert(QStringLiteral("status"), QStringLiteral("ok"));
        m_console->broker.answerOnce(
            "POST", "/admin/v1/tenants/acme/scim-tests",
            RecordedBroker::json(200, {{QStringLiteral("ok"), false},
                                       {QStringLiteral("url"), QStringLiteral("https://a/scim")},
                                       {QStringLiteral("passed"), 1},
                                       {QStringLiteral("failed"), 1},
                                       {QStringLiteral("checks"), QJsonArray{good, bad}}}));
        button(dialog, "Test")->click();
        m_console->settle();
        auto* verdict = dialog->findChild<QLabel*>(QStringLiteral("scim.verdict"));
        QTRY_VERIFY(verdict->text().startsWith(QLatin1String("https://a/scim does not pass. 1 passed, 1 failed")));
        QCOMPARE(dialog->findChild<ui::widgets::CheckList*>()->count(), 1); // what passed is out of sight
    }

private:
    [[nodiscard]] ui::widgets::FilterTable* table() const { return m_panel->findChild<ui::widgets::FilterTable*>(); }
    QDialog* open(const char* text, const char* name) {
        button(m_panel, text)->click();
        m_console->settle();
        return m_panel->findChild<QDialog*>(QLatin1String(name));
    }

    QDialog* openMore(int which, const char* name) {
        button(m_panel, "More")->menu()->actions().at(which)->trigger();
        m_console->settle();
        return m_panel->findChild<QDialog*>(QLatin1String(name));
    }

    std::unique_ptr<Console> m_console;
    Panel* m_panel = nullptr;
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstScimPanel)
#include "tst_scim_panel.moc"
