// SPDX-License-Identifier: Apache-2.0
// The apps of a tenant: what is shown of them, secrets once, addresses compared, drafts, and their end.
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>

#include "tests/gui/console_fixture.h"
#include "ui/panels/apps/app_model.h"
#include "ui/panels/apps/app_words.h"
#include "ui/panels/apps/apps_panel.h"
#include "ui/panels/apps/lines_field.h"
#include "ui/panels/apps/redirect_words.h"
#include "ui/shell/review_dialog.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/masking.h"

namespace gatehouse::tests {

using namespace ui;
using namespace ui::panels::apps;

namespace {

constexpr const char* kApps = "/admin/v1/tenants/acme/apps";
const QString kSecret = QStringLiteral("created-secret-of-forty-three-characters-3456");

template <class T>
T* named(QWidget* parent, const char* name) {
    T* found = parent->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
        qWarning("nothing is called %s", name);
    }
    return found;
}

/// The visible one that a screen reader calls so.
template <class T>
T* called(QWidget* parent, const QString& name) {
    for (T* each : parent->findChildren<T*>()) {
        if (each->accessibleName() == name && each->isVisible()) {
            return each;
        }
    }
    qWarning("nothing visible is called %s", qPrintable(name));
    return nullptr;
}

QString words(const QWidget* parent) {
    QString all;
    for (const QLabel* label : parent->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            all += label->text() + u'\n';
        }
    }
    return all;
}

/// The console at its apps.
struct Setup : Console {
    explicit Setup(const QString& file = {})
        : Console(Remembered::Nothing, file) {
        start();
        page = panel<AppsPanel>("apps");
        table = page->findChild<widgets::FilterTable*>();
    }
    void select(const char* id) {
        table->select(QLatin1String(id));
        settle();
    }
    void tab(int index) { named<QTabWidget>(page, "app.parts")->setCurrentIndex(index); }
    QStringList names() const {
        QStringList names;
        const QAbstractItemModel* model = table->view()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            names.append(model->index(row, AppModel::Name).data().toString());
        }
        return names;
    }
    /// As people do: a name, an address, and what is not there yet.
    void enterNew(const QString& name, const QString& address) {
        named<QPushButton>(page, "app.add")->click();
        auto* field = called<QLineEdit>(page, QStringLiteral("Name"));
        field->clear();
        QTest::keyClicks(field, name);
        if (!address.isEmpty()) {
            called<LinesField>(page, QStringLiteral("Redirect addresses"))->setPlainText(address);
        }
    }
    void applyAll() {
        std::vector<drafts::Subject> subjects;
        for (const drafts::Draft& draft : drafts.ready()) {
            subjects.push_back(draft.subject);
        }
        changes.apply(subjects);
        settle();
    }
    QJsonObject lastBody(const char* method) {
        QJsonObject body;
        for (const api::Call& call : broker.calls()) {
            if (call.method == method) {
                body = QJsonDocument::fromJson(QByteArray::fromStdString(call.body)).object();
            }
        }
        return body;
    }

    AppsPanel* page;
    widgets::FilterTable* table;
};

} // namespace

class TstApps : public QObject {
    Q_OBJECT
private slots:
    void theListSaysWhatEachAppIs() {
        Setup s;
        QCOMPARE(s.names(), (QStringList{QStringLiteral("Customer portal"), QStringLiteral("Dashboard"),
                                         QStringLiteral("Field service"), QStringLiteral("Nightly export"),
                                         QStringLiteral("Partner suite")}));
        const QAbstractItemModel* model = s.table->view()->model();
        QCOMPARE(model->index(3, AppModel::Type).data().toString(), QStringLiteral("Machine client"));
        QCOMPARE(model->index(3, AppModel::State).data().toString(), QStringLiteral("Rotating"));
        QCOMPARE(model->index(0, AppModel::State).data().toString(), QStringLiteral("Ready"));
    }
    void theModelKeepsItsPromises() {
        AppModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        admin::api::App app;
        app.id = "a-1";
        app.name = "One";
        model.setRows({app});
        QCOMPARE(model.index(0, AppModel::State).data().toString(), QStringLiteral("No secret"));
        app.auth = "none";
        model.setRows({app});
        QCOMPARE(model.index(0, AppModel::State).data().toString(), QStringLiteral("Ready"));
    }
    void machineClientsAndTheFrontDoorHaveListsOfTheirOwn() {
        Setup s;
        auto* lists = named<QTabBar>(s.page, "app.lists");
        lists->setCurrentIndex(1);
        QCOMPARE(s.names(), QStringList{QStringLiteral("Nightly export")});
        lists->setCurrentIndex(2);
        QCOMPARE(s.names(), QStringList{QStringLiteral("Partner suite")});
    }
    void whoMayNotSeeTheFrontDoorSeesNothingOfIt() {
        Console console;
        console.broker.onCall([&console](const api::Call& call) {
            if (call.path.starts_with("/admin/v1/apps")) {
                console.broker.answerOnce("GET", "/admin/v1/apps",
                                          RecordedBroker::problem(404, QStringLiteral("not_found"), {}, {}));
            }
        });
        console.start();
        auto* page = console.panel<AppsPanel>("apps");
        QVERIFY(!named<QTabBar>(page, "app.lists")->isTabVisible(2));
        QVERIFY(!page->findChild<widgets::FilterTable*>()->findChild<widgets::ErrorBanner*>()->isVisible());
    }
    void aListThatCannotBeReadSaysWhy() {
        Console console;
        console.broker.answerOnce("GET", kApps, RecordedBroker::problem(503, QStringLiteral("tenant_sealed"), {}, {}));
        console.start();
        auto* page = console.panel<AppsPanel>("apps");
        QVERIFY(page->findChild<widgets::FilterTable*>()->findChild<widgets::ErrorBanner*>()->isVisible());
    }
    void manyAppsAreReadPageByPage() {
        Console console;
        QJsonObject first = RecordedBroker().object(QStringLiteral("tenants/acme/apps/a-portal"));
        console.broker.answerOnce(
            "GET", kApps,
            RecordedBroker::json(200, {{QStringLiteral("items"), QJsonArray{first}},
                                       {QStringLiteral("nextCursor"), QStringLiteral("a-portal")}}));
        console.start();
        auto* page = console.panel<AppsPanel>("apps");
        QCOMPARE(console.broker.count("GET", std::string(kApps) + "?limit=500&cursor=a-portal"), 1);
        QVERIFY(page->findChild<widgets::FilterTable*>()->view()->model()->rowCount() >= 5);
    }

    void exactAddressesAreThereToBeCopied() {
        Setup s;
        s.select("a-portal");
        const QString all = words(s.page);
        for (const char* each :
             {"http://127.0.0.1:8480/t/acme\n", "http://127.0.0.1:8480/t/acme/.well-known/openid-configuration\n",
              "http://127.0.0.1:8480/t/acme/oauth2/token\n", "http://127.0.0.1:8480/t/acme/oauth2/authorize\n"}) {
            QVERIFY2(all.contains(QLatin1String(each)), each);
        }
        called<widgets::CopyButton>(s.page, QStringLiteral("Copy Issuer"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:8480/t/acme"));
        s.select("a-suite");
        QVERIFY(words(s.page).contains(QLatin1String("http://127.0.0.1:8480/oauth2/token\n")));
        s.select("a-nightly");
        QVERIFY(!words(s.page).contains(QLatin1String("/oauth2/authorize")));
    }

    void aNewAppIsADraftAndItsSecretIsShownOnce() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("drafts.json"));
        Setup s(file);
        s.enterNew(QStringLiteral("Payroll"), QStringLiteral("https://payroll.acme.example/cb"));
        QCOMPARE(s.broker.count("POST", kApps), 0);
        QCOMPARE(s.drafts.all().size(), std::size_t(1));
        s.applyAll();
        QCOMPARE(s.lastBody("POST").value(QLatin1String("redirectUris")).toArray().first().toString(),
                 QStringLiteral("https://payroll.acme.example/cb"));

        auto* secret = named<QLineEdit>(s.page, "app.secret");
        QVERIFY(secret->isVisible());
        QCOMPARE(secret->text(), kSecret);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        called<QToolButton>(s.page, QStringLiteral("Show the secret"))->click();
        QCOMPARE(secret->echoMode(), QLineEdit::Normal);
        widgets::CopyButton::setSecretLife(30);
        called<widgets::CopyButton>(s.page, QStringLiteral("Copy client secret"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), kSecret);
        QTRY_VERIFY(QGuiApplication::clipboard()->text() != kSecret);
        widgets::CopyButton::setSecretLife(60'000);

        called<QPushButton>(s.page, QStringLiteral("I have kept it"))->click();
        QVERIFY(!secret->isVisible() && secret->text().isEmpty());
        s.select("a-portal");
        s.select("new-Payroll");
        QVERIFY(!secret->isVisible());
        QVERIFY(words(s.page).contains(QLatin1String("Ends with 3456")));
        QVERIFY(s.drafts.save());
        QFile kept(file);
        QVERIFY(!kept.open(QIODevice::ReadOnly) || !kept.readAll().contains(kSecret.toUtf8()));
    }
    void anotherAppDoesNotShowTheSecret() {
        Setup s;
        s.enterNew(QStringLiteral("Payroll"), QStringLiteral("https://payroll.acme.example/cb"));
        s.applyAll();
        auto* secret = named<QLineEdit>(s.page, "app.secret");
        s.select("a-portal");
        QVERIFY(!secret->isVisible());
        s.tab(2);
        QVERIFY(!named<QPlainTextEdit>(s.page, "app.snippet")->toPlainText().contains(kSecret));
        s.select("new-Payroll");
        QVERIFY(secret->isVisible());
    }
    void whileSomebodyLooksOnTheSecretIsCovered() {
        Setup s;
        s.enterNew(QStringLiteral("Payroll"), QStringLiteral("https://payroll.acme.example/cb"));
        s.applyAll();
        widgets::setPresenting(true);
        called<widgets::CopyButton>(s.page, QStringLiteral("Copy client secret"))->click();
        const QString copied = QGuiApplication::clipboard()->text();
        widgets::setPresenting(false);
        QVERIFY(!copied.contains(kSecret));
        QVERIFY(named<QLineEdit>(s.page, "app.secret")->property(widgets::kSecretWhilePresenting).toBool());
    }
    void theSecretIsWrittenIntoASnippetOnRequestAlone() {
        Setup s;
        s.enterNew(QStringLiteral("Payroll"), QStringLiteral("https://payroll.acme.example/cb"));
        s.applyAll();
        s.tab(2);
        auto* text = named<QPlainTextEdit>(s.page, "app.snippet");
        QVERIFY(!text->toPlainText().contains(kSecret));
        called<QCheckBox>(s.page, QStringLiteral("With the secret that was made just now"))->click();
        QVERIFY(text->toPlainText().contains(kSecret));
        s.tab(0);
        called<QPushButton>(s.page, QStringLiteral("I have kept it"))->click();
        s.tab(2);
        QVERIFY(!text->toPlainText().contains(kSecret));
    }
    void rotatingShowsTheEndsOfBothSecrets() {
        Setup s;
        s.select("a-portal");
        named<QPushButton>(s.page, "app.rotate")->click();
        s.settle();
        QCOMPARE(s.broker.count("POST", std::string(kApps) + "/a-portal/rotate-secret"), 1);
        QVERIFY(named<QLineEdit>(s.page, "app.secret")->text().endsWith(QLatin1String("WXYZ")));
        QVERIFY(words(s.page).contains(QLatin1String("Ends with 8dQ_")));
        QVERIFY(words(s.page).contains(QLatin1String("Ends with WXYZ")));
        QVERIFY(words(s.page).contains(QLatin1String("Replaced; works for another")));

        named<QPushButton>(s.page, "app.finishRotation")->click();
        s.settle();
        QVERIFY(!words(s.page).contains(QLatin1String("Ends with 8dQ_")));
        QVERIFY(!named<QPushButton>(s.page, "app.finishRotation")->isVisible());
    }
    void publicAppsHaveNoSecrets() {
        Setup s;
        s.select("a-board");
        QVERIFY(!named<QPushButton>(s.page, "app.rotate")->isVisible());
    }

    void theCharacterThatDiffersIsNamed() {
        Setup s;
        s.select("a-portal");
        auto* field = named<QLineEdit>(s.page, "app.checkUri");
        QTest::keyClicks(field, QStringLiteral("https://portal.acme.example/callback/"));
        QTest::keyClick(field, Qt::Key_Return);
        s.settle();
        QCOMPARE(named<QLabel>(s.page, "app.checkVerdict")->text(),
                 QStringLiteral("Not registered. At character 37 the nearest one has the end of the address, and this "
                                "one has a slash (/)."));
        QVERIFY(named<QLabel>(s.page, "app.checkDetails")->text().contains(QLatin1String("slash at the end")));
        field->clear();
        QVERIFY(!named<QLabel>(s.page, "app.checkVerdict")->isVisible());
        QTest::keyClicks(field, QStringLiteral("https://portal.acme.example/callback"));
        QTRY_COMPARE(named<QLabel>(s.page, "app.checkVerdict")->text(),
                     QStringLiteral("It is registered: the broker takes it."));
    }
    void anAddressCanBeRegisteredFromThere() {
        Setup s;
        s.select("a-portal");
        auto* field = named<QLineEdit>(s.page, "app.checkUri");
        field->setText(QStringLiteral("https://portal.acme.example/new"));
        QTest::keyClick(field, Qt::Key_Return);
        s.settle();
        called<QPushButton>(s.page, QStringLiteral("Register this address"))->click();
        QCOMPARE(s.drafts.all().size(), std::size_t(1));
        // The draft counts for the comparison.
        QTRY_COMPARE(named<QLabel>(s.page, "app.checkVerdict")->text(),
                     QStringLiteral("It is registered: the broker takes it."));
    }
    void aRefusedLoginLeadsToItsAddress() {
        Setup s;
        s.window.goTo({QStringLiteral("apps"), QStringLiteral("acme"),
                       QStringLiteral("client_id=portal&redirect_uri=https%3A%2F%2Fportal.acme.example%2FCallback")});
        s.settle();
        QCOMPARE(s.page->currentObject(), QStringLiteral("a-portal"));
        QCOMPARE(named<QLineEdit>(s.page, "app.checkUri")->text(),
                 QStringLiteral("https://portal.acme.example/Callback"));
        QVERIFY(named<QLabel>(s.page, "app.checkVerdict")->text().contains(QStringLiteral("“C”")));
    }
    void charactersHaveNamesAlsoWhereNobodySeesThem() {
        QCOMPARE(RedirectWords::character({"\xE2\x80\x8B", "U+200B"}), QStringLiteral("a zero width space (U+200B)"));
        QCOMPARE(RedirectWords::character({" ", "U+0020"}), QStringLiteral("a space (U+0020)"));
        QCOMPARE(RedirectWords::character({"\xD0\xB0", "U+0430"}), QStringLiteral("“а” (U+0430)"));
        QCOMPARE(RedirectWords::character({"", ""}), QStringLiteral("the end of the address"));
        QCOMPARE(RedirectWords::marked(QStringLiteral("a b"), 2),
                 QStringLiteral("<div dir=\"ltr\">a<b><u>U+0020</u></b>b</div>"));
        QCOMPARE(RedirectWords::marked(QStringLiteral("<i>"), 9),
                 QStringLiteral("<div dir=\"ltr\">&lt;i&gt;<b><u>&nbsp;</u></b></div>"));
    }

    void whatIsEditedIsADraftUntilItIsApplied() {
        Setup s;
        s.select("a-portal");
        s.tab(1);
        auto* name = called<QLineEdit>(s.page, QStringLiteral("Name"));
        QTest::keyClicks(name, QStringLiteral("!"));
        QCOMPARE(s.broker.count("PATCH", kApps), 0);
        QCOMPARE(s.drafts.all().front().subject.key, QStringLiteral("a-portal"));
        called<QPushButton>(s.page, QStringLiteral("Revert"))->click();
        QVERIFY(s.drafts.all().empty());
        QCOMPARE(name->text(), QStringLiteral("Customer portal"));

        QTest::keyClicks(name, QStringLiteral("!"));
        s.applyAll();
        const QJsonObject patch = s.lastBody("PATCH");
        QCOMPARE(patch.keys(), QStringList{QStringLiteral("name")});
        s.changes.undo();
        s.settle();
        QCOMPARE(s.broker.object(QStringLiteral("tenants/acme/apps/a-portal")).value(QLatin1String("name")).toString(),
                 QStringLiteral("Customer portal"));
    }
    void anAppThatIsOpenedUnchangedMakesNoDraft() {
        Setup s;
        for (const char* id : {"a-portal", "a-field", "a-board", "a-nightly", "a-suite"}) {
            s.select(id);
            s.tab(1);
            auto* name = called<QLineEdit>(s.page, QStringLiteral("Name"));
            QTest::keyClicks(name, QStringLiteral("x"));
            QTest::keyClick(name, Qt::Key_Backspace);
            QVERIFY2(s.drafts.all().empty(), id);
        }
    }
    void wrongAddressesAreMarkedBeforeAnythingIsSent() {
        Setup s;
        s.enterNew(QStringLiteral("Payroll"), QStringLiteral("http://payroll.acme.example/cb"));
        QVERIFY(!s.drafts.all().front().ready);
        QTRY_VERIFY(words(s.page).contains(QLatin1String("plain http is for 127.0.0.1 and [::1] alone.")));
        called<LinesField>(s.page, QStringLiteral("Redirect addresses"))
            ->setPlainText(QStringLiteral("https://payroll.acme.example/*"));
        QTRY_VERIFY(words(s.page).contains(QLatin1String("a star stands for nothing")));
        called<LinesField>(s.page, QStringLiteral("Redirect addresses"))->setPlainText(QString());
        QTRY_VERIFY(words(s.page).contains(QLatin1String("Is needed where people sign in.")));
        QVERIFY(!s.drafts.all().front().ready);
    }
    void aKindBringsWhatIsUsualForIt() {
        Setup s;
        named<QPushButton>(s.page, "app.add")->click();
        auto* kind = called<QComboBox>(s.page, QStringLiteral("Kind"));
        kind->setCurrentIndex(kind->findData(QStringLiteral("service")));
        emit kind->activated(kind->currentIndex());
        QTest::keyClicks(called<QLineEdit>(s.page, QStringLiteral("Name")), QStringLiteral("robot"));
        const QJsonObject wanted = s.drafts.all().front().wanted;
        QCOMPARE(wanted.value(QLatin1String("grantTypes")).toArray(), QJsonArray{QStringLiteral("client_credentials")});
        QVERIFY(s.drafts.all().front().ready);
        QVERIFY(!wanted.contains(QLatin1String("tenants")));
    }
    void anAppOfTheFrontDoorIsRegisteredThere() {
        Setup s;
        named<QTabBar>(s.page, "app.lists")->setCurrentIndex(2);
        s.enterNew(QStringLiteral("Suite two"), QStringLiteral("https://two.example/cb"));
        QCOMPARE(s.drafts.all().front().wanted.value(QLatin1String("tenants")).toString(), QStringLiteral("all"));
        s.applyAll();
        QCOMPARE(s.broker.count("POST", "/admin/v1/apps"), 1);
        QCOMPARE(s.broker.count("POST", kApps), 0);
    }
    void whatTheBrokerRefusesIsSaidAtItsField() {
        Setup s;
        s.enterNew(QStringLiteral("Payroll"), QStringLiteral("https://payroll.acme.example/../cb"));
        s.broker.answerOnce("POST", kApps,
                            RecordedBroker::problem(422, QStringLiteral("redirect_uri_invalid"),
                                                    QStringLiteral("/redirectUris"),
                                                    QStringLiteral("Dot segments are not allowed")));
        s.applyAll();
        QVERIFY(words(s.page).contains(QLatin1String("Dot segments are not allowed")));
        QCOMPARE(s.drafts.all().size(), std::size_t(1));
    }
    void deletingSaysFirstWhatEnds() {
        Setup s;
        s.select("a-portal");
        called<QPushButton>(s.page, QStringLiteral("Delete this app"))->click();
        s.settle();
        auto* box = named<QMessageBox>(s.page, "app.deleteBox");
        QVERIFY(box->informativeText().contains(QLatin1String("17 grant")));
        QVERIFY(box->informativeText().contains(QLatin1String("14 person")));
        QCOMPARE(s.broker.count("DELETE", kApps), 0);
        named<QPushButton>(box, "app.confirmDelete")->click();
        s.settle();
        QCOMPARE(s.broker.count("DELETE", std::string(kApps) + "/a-portal"), 1);
        QVERIFY(!s.names().contains(QStringLiteral("Customer portal")));
        // Taken back: the same client id, and a new secret that has to be seen.
        s.changes.undo();
        s.settle();
        QCOMPARE(s.lastBody("POST").value(QLatin1String("clientId")).toString(), QStringLiteral("portal"));
        QVERIFY(named<QLineEdit>(s.page, "app.secret")->isVisible());
    }
    void theEventsOfAnAppAreOneStepAway() {
        Setup s;
        s.select("a-portal");
        QSignalSpy gone(s.page, &shell::Panel::goTo);
        called<QToolButton>(s.page, QStringLiteral("Events for this"))->click();
        QCOMPARE(gone.first().first().value<shell::Place>().object, QStringLiteral("target=a-portal"));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstApps)
#include "tst_apps.moc"
