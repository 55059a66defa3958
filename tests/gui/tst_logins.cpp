// SPDX-License-Identifier: Apache-2.0
// The Logins panel: a login as a picture and taken apart, beside the last good one, judged again, taken along.
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include "admin/api/codec.h"
#include "tests/gui/console_fixture.h"
#include "ui/panels/logins/bundle_window.h"
#include "ui/panels/logins/compare_view.h"
#include "ui/panels/logins/comparison.h"
#include "ui/panels/logins/flow_detail.h"
#include "ui/panels/logins/logins_panel.h"
#include "ui/panels/logins/message_model.h"
#include "ui/panels/logins/message_text.h"
#include "ui/panels/logins/replay_view.h"
#include "ui/panels/logins/secrets_switch.h"
#include "ui/panels/logins/sequence_view.h"
#include "ui/panels/logins/verdict_strip.h"
#include "ui/widgets/table_view.h"

namespace gatehouse::tests {

using namespace ui::panels::logins;
using Mode = QAbstractItemModelTester::FailureReportingMode;

namespace {

admin::api::Flow recordedFlow(Console& console, const char* id) {
    const api::Reply reply = console.broker.answer({"GET", std::string("/admin/v1/tenants/acme/flows/") + id, {}, {}});
    return *admin::api::decode<admin::api::Flow>(reply.body, admin::api::Side::Reply);
}

QByteArray bundleOf(const QJsonObject& content) {
    // Sorted and compact as QJsonDocument writes it is the canonical form of such plain members.
    const QByteArray digest =
        QCryptographicHash::hash(QJsonDocument(content).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
            .toHex();
    return QJsonDocument(QJsonObject{{QStringLiteral("gatehouseBundle"), 1},
                                     {QStringLiteral("sha256"), QString::fromLatin1(digest)},
                                     {QStringLiteral("content"), content}})
        .toJson(QJsonDocument::Compact);
}

QJsonObject smallContent() {
    return {{QStringLiteral("broker"), QStringLiteral("0.1.0")},
            {QStringLiteral("exportedAt"), QStringLiteral("2026-11-21T12:00:00.000Z")},
            {QStringLiteral("flow"), QJsonObject{{QStringLiteral("id"), QStringLiteral("f-1")},
                                                 {QStringLiteral("reference"), QStringLiteral("GH-0000-0001")},
                                                 {QStringLiteral("outcome"), QStringLiteral("failure")},
                                                 {QStringLiteral("message"), QStringLiteral("No address came.")},
                                                 {QStringLiteral("reason"), QStringLiteral("mapping_missing_email")},
                                                 {QStringLiteral("connectionId"), QStringLiteral("c-1")},
                                                 {QStringLiteral("cureBy"), QStringLiteral("administrator")}}}};
}

const QString kRecorder = QStringLiteral("tenants/acme/recorder");
constexpr const char* kKeep = "/admin/v1/tenants/acme/recorder/keep-secrets";

QJsonObject recorderUntil(const QDateTime& end) {
    return {{QStringLiteral("logins"), 1000}, {QStringLiteral("secretsUntil"), end.toString(Qt::ISODateWithMs)}};
}

QString words(const QWidget* widget) {
    QString all;
    for (const QLabel* label : widget->findChildren<QLabel*>()) {
        all += label->text() + u'\n';
    }
    return all;
}

} // namespace

class TstLogins : public QObject {
    Q_OBJECT
private slots:
    void theSequenceShowsEachMessageAndStartsAtTheRefusal() {
        Console console;
        const admin::api::Flow flow = recordedFlow(console, "f-002");
        SequenceView view;
        QSignalSpy changed(&view, &SequenceView::currentChanged);
        view.setMessages(flow.messages);
        view.show();
        QCOMPARE(view.list()->model()->rowCount(), 6);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(view.current()->name, std::string("answer"));
        QCOMPARE(view.current()->status, std::int64_t(403));
        QTest::keyClick(view.list(), Qt::Key_Up);
        QCOMPARE(view.current()->name, std::string("token.answer"));
        QTest::keyClick(view.list(), Qt::Key_Home);
        QCOMPARE(view.current()->name, std::string("authorize"));
        QTest::keyClick(view.list(), Qt::Key_Up);
        QCOMPARE(view.current()->name, std::string("authorize"));
    }
    void everyMessageHasANameOfItsOwnForAssistiveTechnology() {
        Console console;
        SequenceView view;
        view.setMessages(recordedFlow(console, "f-001").messages);
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(view.list());
        QVERIFY(list != nullptr);
        QSet<QString> names;
        for (int i = 0; i < list->childCount(); ++i) {
            names.insert(list->child(i)->text(QAccessible::Name));
        }
        QCOMPARE(names.size(), 6);
        QVERIFY2(names.contains(QStringLiteral("Tokens, Identity provider to Gatehouse, HTTP 200, after 871 ms")),
                 qPrintable(names.values().join(u'\n')));
    }
    void theSequenceIsMirroredFromRightToLeft() {
        Console console;
        console.theme.choose(ui::theme::Choice::Light);
        const admin::api::Flow flow = recordedFlow(console, "f-001");
        QImage pictures[2];
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            SequenceView view;
            view.setLayoutDirection(direction);
            view.setMessages(flow.messages);
            view.resize(600, view.sizeHint().height());
            pictures[direction] = view.grab().toImage();
        }
        // The head of the arrow to the identity provider, the last lane: at the right, and mirrored at the left.
        const auto painted = [&](int picture, int from, int to) {
            int count = 0;
            const QRgb paper = pictures[picture].pixel(299, 30 + 44);
            for (int x = from; x < to; ++x) {
                count += pictures[picture].pixel(x, 30 + 40 + 28) != paper ? 1 : 0;
            }
            return count;
        };
        QVERIFY(painted(0, 420, 540) > 60);
        QVERIFY(painted(1, 60, 180) > 60);
        QVERIFY(painted(1, 590, 600) < 10);
    }
    void theModelsKeepTheRules() {
        Console console;
        MessageModel messages;
        const QAbstractItemModelTester first(&messages, Mode::QtTest);
        messages.setMessages(recordedFlow(console, "f-001").messages);
        messages.setMessages({});
        ComparisonModel comparison;
        const QAbstractItemModelTester second(&comparison, Mode::QtTest);
        comparison.setLines(compare(recordedFlow(console, "f-002"), recordedFlow(console, "f-001")));
        comparison.setOnlyDifferences(false);
        comparison.setOnlyDifferences(true);
        comparison.setLines({});
    }

    void aTokenIsTakenApartAndWhatWasTakenOutIsSaid() {
        Console console;
        const admin::api::Flow flow = recordedFlow(console, "f-001");
        const auto token = tokenOf(flow.messages.at(4));
        QVERIFY(token);
        QCOMPARE(token->header.value(QStringLiteral("kid")).toString(), QStringLiteral("k-19"));
        QCOMPARE(token->claims.value(QStringLiteral("email")).toString(), QStringLiteral("ana@acme.example"));
        QVERIFY(!tokenOf(flow.messages.at(0)));
        QCOMPARE(shownValue(QStringLiteral("Basic [redacted:48]")),
                 QStringLiteral("Basic \u2039taken out, 48 characters\u203a"));
        QVERIFY(claimText(QStringLiteral("exp"), 1800000000).startsWith(QStringLiteral("2027-01-15 08:00:00 UTC")));
        QCOMPARE(claimText(QStringLiteral("groups"), QJsonArray{QStringLiteral("a"), 5}), QStringLiteral("a, 5"));
    }

    // Codes and tokens, for ten minutes.
    void withoutARecorderThereIsNoSwitch() {
        Console console;
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        QVERIFY(!panel->findChild<SecretsSwitch*>()->isVisible());
    }
    void theSwitchCountsDownAndEndsByItself() {
        Console console;
        QDateTime now = QDateTime::currentDateTimeUtc();
        console.broker.put(kRecorder, {{QStringLiteral("logins"), 1000}});
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        auto* secrets = panel->findChild<SecretsSwitch*>();
        secrets->setClock([&now] { return now; });
        QVERIFY(secrets->isVisible());
        console.broker.answerOnce("POST", kKeep, RecordedBroker::json(200, recorderUntil(now.addSecs(600))));
        panel->findChild<QCheckBox*>(QStringLiteral("logins.keepSecrets"))->click();
        console.settle();
        QVERIFY(secrets->isOn());
        QVERIFY2(words(secrets).contains(QStringLiteral("10:00 left")), qPrintable(words(secrets)));
        now = now.addSecs(67);
        secrets->tick();
        QVERIFY2(words(secrets).contains(QStringLiteral("8:53 left")), qPrintable(words(secrets)));
        now = now.addSecs(533);
        secrets->tick();
        QVERIFY(!secrets->isOn());
        QVERIFY(!panel->findChild<QCheckBox*>(QStringLiteral("logins.keepSecrets"))->isChecked());
        QVERIFY(!words(secrets).contains(QStringLiteral("left")));
    }
    void aRefusalPutsTheSwitchBackAndIsSaid() {
        Console console;
        console.broker.put(kRecorder, {{QStringLiteral("logins"), 1000}});
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        console.broker.answerOnce("POST", kKeep,
                                  RecordedBroker::problem(403, QStringLiteral("permission_denied"), {}, {}));
        auto* box = panel->findChild<QCheckBox*>(QStringLiteral("logins.keepSecrets"));
        box->click();
        console.settle();
        QVERIFY(!box->isChecked());
        QVERIFY(words(panel).contains(QStringLiteral("That did not work.")));
    }
    void codesAndTokensAreShownOnDemandAndGoWhenTheTimeIsOver() {
        Console console;
        QDateTime now = QDateTime::currentDateTimeUtc();
        console.broker.put(kRecorder, recorderUntil(now.addSecs(600)));
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        auto* secrets = panel->findChild<SecretsSwitch*>();
        secrets->setClock([&now] { return now; });
        panel->reveal(QStringLiteral("f-001"));
        console.settle();
        auto* show = panel->findChild<QPushButton*>(QStringLiteral("logins.showSecrets"));
        QVERIFY(show->isVisible());
        QJsonObject flow = console.broker.object(QStringLiteral("tenants/acme/flows/f-001"));
        QJsonArray messages = flow.value(QLatin1String("messages")).toArray();
        QJsonObject last = messages.last().toObject();
        last.insert(QStringLiteral("url"), QStringLiteral("https://app.example/the-whole-code"));
        messages.replace(messages.size() - 1, last);
        console.broker.answerOnce("GET", "/admin/v1/tenants/acme/flows/f-001/secrets",
                                  RecordedBroker::json(200, {{QStringLiteral("flowId"), QStringLiteral("f-001")},
                                                             {QStringLiteral("until"), QJsonValue::Null},
                                                             {QStringLiteral("messages"), messages}}));
        QVERIFY(!words(panel).contains(QStringLiteral("the-whole-code")));
        show->click();
        console.settle();
        QVERIFY(words(panel).contains(QStringLiteral("the-whole-code")));
        now = now.addSecs(600);
        secrets->tick();
        QVERIFY(QTest::qWaitFor([&] { return !words(panel).contains(QStringLiteral("the-whole-code")); }));
        QVERIFY(!show->isVisible());
    }

    void aComparisonMarksTheMissingClaimAndNotTheClock() {
        Console console;
        const auto lines = compare(recordedFlow(console, "f-002"), recordedFlow(console, "f-001"));
        const auto kindOf = [&](const QString& field) {
            const auto found =
                std::find_if(lines.begin(), lines.end(), [&](const ComparedLine& line) { return line.field == field; });
            return found == lines.end() ? ComparedLine::Kind::Heading : found->kind;
        };
        QVERIFY(kindOf(QStringLiteral("claim email")) == ComparedLine::Kind::Differs);
        QVERIFY(kindOf(QStringLiteral("claim exp")) == ComparedLine::Kind::Expected);
        QVERIFY(kindOf(QStringLiteral("claim sub")) == ComparedLine::Kind::Same);
        QVERIFY(kindOf(QStringLiteral("state")) == ComparedLine::Kind::Same);
        QVERIFY(kindOf(QStringLiteral("Mapping: email")) == ComparedLine::Kind::Differs);
    }
    void theSameLoginDoesNotDifferFromItself() {
        Console console;
        const admin::api::Flow flow = recordedFlow(console, "f-001");
        ComparisonModel model;
        model.setLines(compare(flow, flow));
        QCOMPARE(model.differences(), 0);
        QCOMPARE(model.rowCount(), 0);
        model.setOnlyDifferences(false);
        QVERIFY(model.rowCount() > 20);
    }

    void aRefusedLoginIsComparedWithTheLastGoodOne() {
        Console console;
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        panel->reveal(QStringLiteral("f-002"));
        console.settle();
        const int before = console.broker.count("GET", "/admin/v1/tenants/acme/flows?");
        panel->detail()->tabs()->setCurrentWidget(panel->detail()->compareView());
        console.settle();
        QCOMPARE(console.broker.count("GET", "/admin/v1/tenants/acme/flows?"), before + 1);
        QVERIFY(console.broker.count("GET", "/admin/v1/tenants/acme/flows/f-003") == 1); // the last before it
        QTableView* table = panel->detail()->compareView()->table();
        QVERIFY(table->isVisible() && table->model()->rowCount() > 0);
    }
    void withoutAGoodLoginThereIsNothingToCompareWith() {
        Console console;
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        panel->reveal(QStringLiteral("f-002"));
        console.settle();
        console.broker.answerOnce("GET", "/admin/v1/tenants/acme/flows?",
                                  RecordedBroker::json(200, {{QStringLiteral("items"), QJsonArray()}}));
        panel->detail()->tabs()->setCurrentWidget(panel->detail()->compareView());
        console.settle();
        QVERIFY(!panel->detail()->compareView()->table()->isVisible());
        QVERIFY(words(panel).contains(QStringLiteral("no good sign-in")));
    }

    void aReplaySaysWhatWouldComeOfTheDraft() {
        Console console;
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        panel->reveal(QStringLiteral("f-002"));
        console.settle();
        ReplayView* replay = panel->detail()->replayView();
        panel->detail()->tabs()->setCurrentWidget(replay);
        QVERIFY(!replay->draftButton()->isEnabled()); // no draft yet
        const QJsonObject mapping{
            {QStringLiteral("attributes"), QJsonArray{QJsonObject{{QStringLiteral("target"), QStringLiteral("email")},
                                                                  {QStringLiteral("source"), QStringLiteral("upn")}}}}};
        ui::drafts::Draft draft;
        draft.subject = {QStringLiteral("acme"), QStringLiteral("connection"), QStringLiteral("c-contoso")};
        draft.base = {{QStringLiteral("name"), QStringLiteral("contoso")}, {QStringLiteral("mapping"), QJsonObject()}};
        draft.wanted = {{QStringLiteral("name"), QStringLiteral("contoso")}, {QStringLiteral("mapping"), mapping}};
        console.drafts.put(draft);
        QVERIFY(replay->draftButton()->isEnabled());
        console.broker.answerOnce(
            "POST", "/admin/v1/tenants/acme/flows/f-002/replay",
            RecordedBroker::json(
                200, {{QStringLiteral("outcome"), QStringLiteral("create")},
                      {QStringLiteral("user"),
                       QJsonObject{{QStringLiteral("email"), QStringLiteral("ana@contoso.example")}}},
                      {QStringLiteral("differences"),
                       QJsonArray{QJsonObject{{QStringLiteral("member"), QStringLiteral("user.email")},
                                              {QStringLiteral("before"), QJsonValue::Null},
                                              {QStringLiteral("after"), QStringLiteral("ana@contoso.example")}}}}}));
        replay->draftButton()->click();
        console.settle();
        QVERIFY2(replay->verdict().contains(QStringLiteral("ana@contoso.example would be created")),
                 qPrintable(replay->verdict()));
        QVERIFY2(words(replay).contains(QStringLiteral("nothing \u2192 ana@contoso.example")),
                 qPrintable(words(replay)));
        std::string sent;
        for (const api::Call& call : console.broker.calls()) {
            sent = call.path.ends_with("/replay") ? call.body : sent;
        }
        QVERIFY2(sent.find("\"source\":\"upn\"") != std::string::npos, sent.c_str());
        panel->reveal(QStringLiteral("f-001")); // another login: its answer is another, too
        console.settle();
        QVERIFY(replay->verdict().isEmpty());
    }
    void aReplayThatCannotBeIsSaid() {
        Console console;
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        panel->reveal(QStringLiteral("f-000")); // under way: nothing is recorded
        console.settle();
        QVERIFY(!panel->detail()->replayView()->currentButton()->isEnabled());
        panel->reveal(QStringLiteral("f-002"));
        console.settle();
        console.broker.answerOnce("POST", "/admin/v1/tenants/acme/flows/f-002/replay",
                                  RecordedBroker::problem(409, QStringLiteral("flow_not_recorded"), {}, {}));
        panel->detail()->replayView()->currentButton()->click();
        console.settle();
        QVERIFY(panel->detail()->replayView()->verdict().isEmpty());
        QVERIFY(words(panel->detail()->replayView()).contains(QStringLiteral("That did not work.")));
    }

    void theCureLeadsToThePanelWhereItIs_data() {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("cureBy");
        QTest::addColumn<int>("at");
        const auto row = [](const char* reason, const char* cureBy, CureAt at) {
            QTest::newRow(reason) << QString::fromLatin1(reason) << QString::fromLatin1(cureBy) << static_cast<int>(at);
        };
        row("mapping_missing_email", "administrator", CureAt::Mapping);
        row("login.link_conflict", "administrator", CureAt::Mapping);
        row("id_token.aud", "administrator", CureAt::Connection);
        row("id_token.signature", "provider", CureAt::Connection);
        row("upstream.client_rejected", "administrator", CureAt::Connection);
        row("login.user_inactive", "administrator", CureAt::User);
        row("login.not_provisioned", "administrator", CureAt::Tenant);
        row("upstream.cancelled", "user", CureAt::Nowhere);
        row("id_token.nonce", "user", CureAt::Nowhere);
        row("login.state_expired", "user", CureAt::Nowhere);
        row("oauth.redirect_uri", "administrator", CureAt::Nowhere);
    }
    void theCureLeadsToThePanelWhereItIs() {
        QFETCH(QString, reason);
        QFETCH(QString, cureBy);
        QFETCH(int, at);
        admin::api::Flow flow;
        flow.reason = reason.toStdString();
        flow.cureBy = cureBy.toStdString();
        flow.connectionId = "c-1";
        flow.userId = "u-1";
        QCOMPARE(static_cast<int>(cureAt(flow)), at);
    }
    void theButtonOfTheVerdictGoesThere() {
        Console console;
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        panel->reveal(QStringLiteral("f-002"));
        console.settle();
        QVERIFY(panel->detail()->verdict()->text().contains(QStringLiteral("An administrator can cure this.")));
        QSignalSpy way(panel, &ui::shell::Panel::goTo);
        panel->detail()->verdict()->cureButton()->click();
        QCOMPARE(way.size(), 1);
        QVERIFY(way.first().first().value<ui::shell::Place>() ==
                (ui::shell::Place{QStringLiteral("mapping"), QStringLiteral("acme"), QStringLiteral("c-contoso")}));
    }

    void aBundleIsWrittenAsTheBrokerGaveIt() {
        Console console;
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        panel->reveal(QStringLiteral("f-002"));
        console.settle();
        const QByteArray bundle = bundleOf(smallContent());
        console.broker.answerOnce("GET", "/admin/v1/tenants/acme/flows/f-002/bundle",
                                  {200, {{"Content-Type", "application/json"}}, bundle.toStdString()});
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("one.ghbundle"));
        panel->exportTo(file);
        console.settle();
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), bundle);
        const auto opened = readBundle(file);
        QVERIFY(opened);
        QVERIFY(opened->whole);
    }
    void aBundleOpensReadOnly() {
        const auto opened = bundleFrom(bundleOf(smallContent()), QStringLiteral("one.ghbundle"));
        QVERIFY(opened);
        auto* window = new BundleWindow(*opened);
        window->show();
        QVERIFY(window->detail()->replayView() == nullptr);
        QVERIFY(window->detail()->compareView() == nullptr);
        QVERIFY(window->detail()->verdict()->cureButton()->isHidden());
        const QString text = words(window);
        QVERIFY(text.contains(QStringLiteral("Sign-in GH-0000-0001")));
        QVERIFY(text.contains(QStringLiteral("No address came.")));
        QVERIFY(!text.contains(QStringLiteral("was changed since")));
        window->close();
    }
    void aChangedBundleSaysSo() {
        QByteArray changed = bundleOf(smallContent());
        changed.replace("No address came.", "All was well.   ");
        const auto opened = bundleFrom(changed, QStringLiteral("one.ghbundle"));
        QVERIFY(opened);
        QVERIFY(!opened->whole);
        const BundleWindow window(*opened);
        QVERIFY(words(&window).contains(QStringLiteral("was changed since")));
    }
    void whatIsNoBundleIsRefusedWithAReason_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("another document") << QByteArray("{\"gatehouse\":1}");
        QTest::newRow("a newer version") << QByteArray("{\"gatehouseBundle\":2,\"sha256\":\"\",\"content\":{}}");
        QTest::newRow("no content") << QByteArray("{\"gatehouseBundle\":1,\"sha256\":\"\"}");
        QTest::newRow("a list of messages that is none")
            << QByteArray("{\"gatehouseBundle\":1,\"content\":{\"flow\":{\"messages\":5}}}");
    }
    void whatIsNoBundleIsRefusedWithAReason() {
        QFETCH(QByteArray, text);
        const auto opened = bundleFrom(text, QStringLiteral("one.ghbundle"));
        QVERIFY(!opened);
        QVERIFY(opened.error().contains(QStringLiteral("one.ghbundle")));
    }
    void aFileThatIsNotThereIsSaidAboveTheList() {
        Console console;
        console.start();
        auto* panel = console.panel<LoginsPanel>("logins");
        QVERIFY(!panel->openFile(QStringLiteral("nowhere/at-all.txt")));
        QVERIFY(panel->openFile(QStringLiteral("nowhere/at-all.ghbundle")));
        QVERIFY(words(panel).contains(QStringLiteral("at-all.ghbundle cannot be opened")));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstLogins)
#include "tst_logins.moc"
