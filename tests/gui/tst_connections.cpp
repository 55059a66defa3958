// SPDX-License-Identifier: Apache-2.0
// Identity providers on recorded answers: the list and its drafts, the wizard page by page, tests and sign-ins.
#include <set>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "tests/gui/console_fixture.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/connections_panel.h"
#include "ui/panels/connections/source_text.h"
#include "ui/panels/connections/suggested_mapping.h"
#include "ui/panels/connections/test_stages.h"
#include "ui/panels/connections/vendors.h"
#include "ui/panels/connections/wizard.h"
#include "ui/shell/review_dialog.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/secret_field.h"

namespace gatehouse::tests {

using namespace ui;
using namespace ui::panels::connections;

namespace {

constexpr const char* kConnections = "/admin/v1/tenants/acme/connections";

QString words(QWidget* parent) {
    QString all;
    for (const QLabel* label : parent->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            all += label->text() + u'\n';
        }
    }
    return all;
}

template <class T>
T* named(QWidget* parent, const char* name) {
    T* found = parent->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
        qWarning("nothing is called %s", name);
    }
    return found;
}

QPushButton* button(QWidget* parent, const QString& name) {
    for (QPushButton* candidate : parent->findChildren<QPushButton*>()) {
        if (candidate->isVisible() && candidate->accessibleName() == name) {
            return candidate;
        }
    }
    qWarning("no button %s", qPrintable(name));
    return nullptr;
}

/// Stands where the system's browser would be.
class Browser final : public QObject {
    Q_OBJECT
public:
    Browser() {
        for (const char* scheme : {"http", "https"}) {
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
        }
    }
    ~Browser() override {
        for (const char* scheme : {"http", "https"}) {
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
        }
    }
    QStringList opened;
public slots:
    void open(const QUrl& url) { opened.append(url.toString()); }
};

struct Setup : Console {
    explicit Setup(const QString& file = {})
        : Console(file) {
        start();
        page = panel<ConnectionsPanel>("connections");
    }
    ConnectionWizard* wizard() const { return page->wizard(); }
    void startWizard() {
        named<QPushButton>(page, "idp.connect")->click();
        settle();
    }
    void choose(const QString& typed) {
        startWizard();
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    void press(const char* name) {
        named<QPushButton>(page, name)->click();
        settle();
    }
    void type(const char* name, const QString& text) {
        auto* edit = named<QLineEdit>(wizard(), name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void paste(const QString& text) { named<QPlainTextEdit>(wizard(), "idp.source")->setPlainText(text); }
    /// To the test page, with everything entered.
    void toTest() {
        choose(QStringLiteral("generic"));
        press("idp.next");
        paste(QStringLiteral("https://login.fabrikam.example"));
        type("idp.clientId", QStringLiteral("client-7"));
        type("idp.clientSecret", QStringLiteral("hunter2hunter2"));
        press("idp.next");
    }
    WizardPage at() const { return wizard()->state().page; }
    QString key() const { return QString::fromStdString(wizard()->state().connection.id); }
    ConnectionsPanel* page = nullptr;
};

QJsonObject finishedFlow(const char* outcome, const char* reason, const char* claims) {
    QJsonObject flow{{QStringLiteral("id"), QStringLiteral("f-test")},
                     {QStringLiteral("reference"), QStringLiteral("GH-TEST-0001")},
                     {QStringLiteral("tenant"), QStringLiteral("acme")},
                     {QStringLiteral("test"), true},
                     {QStringLiteral("outcome"), QLatin1String(outcome)},
                     {QStringLiteral("reason"), QLatin1String(reason)},
                     {QStringLiteral("message"), QStringLiteral("Your identity provider did not send an e-mail address.")},
                     {QStringLiteral("durationMs"), 2100},
                     {QStringLiteral("user"), QStringLiteral("ana@fabrikam.example")}};
    const QJsonObject data{{QStringLiteral("verified"), true},
                           {QStringLiteral("acr"), QStringLiteral("mfa")},
                           {QStringLiteral("claims"), QJsonDocument::fromJson(claims).object()}};
    flow.insert(QStringLiteral("steps"),
                QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("token")}, {QStringLiteral("data"), data}}});
    return flow;
}

constexpr const char* kFlowEnded = "{\"id\":\"f-test\",\"tenant\":\"acme\",\"outcome\":\"success\",\"test\":true}";
constexpr const char* kClaims = "{\"sub\":\"1\",\"email\":\"ana@fabrikam.example\",\"name\":\"Ana\",\"groups\":[\"eng\"],"
                                "\"department\":\"R&D\"}";

} // namespace

class TstConnections : public QObject {
    Q_OBJECT
private slots:
    // What was pasted.
    void whatIsPastedIsRecognised_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("issuer");
        using Kind = SourceText::Kind;
        const auto row = [](const char* name, const char* text, Kind kind, const char* issuer) {
            QTest::newRow(name) << QString::fromUtf8(text) << int(kind) << QString::fromUtf8(issuer);
        };
        row("nothing", "  ", Kind::Nothing, "");
        row("issuer", " https://idp.example/realms/a \n", Kind::Issuer, "https://idp.example/realms/a");
        row("with its slash", "https://idp.example/", Kind::Issuer, "https://idp.example/");
        row("host", "login.company.com", Kind::Issuer, "https://login.company.com");
        row("host with path", "login.company.com/oidc/2", Kind::Issuer, "https://login.company.com/oidc/2");
        row("document's address", "https://idp.example/a/.well-known/openid-configuration", Kind::Address,
            "https://idp.example/a");
        row("document", "{\"issuer\":\"https://idp.example\",\"jwks_uri\":\"x\"}", Kind::Document, "https://idp.example");
        row("template", "https://login.microsoftonline.com/{tenantid}/v2.0", Kind::Unknown, "");
        row("broken JSON", "{\"issuer\":", Kind::Unknown, "");
        row("other JSON", "{\"keys\":[]}", Kind::Unknown, "");
        row("SAML", "<?xml version=\"1.0\"?><md:EntityDescriptor entityID=\"x\"/>", Kind::Saml, "");
        row("SAML's address", "https://x/federationmetadata/2007-06/federationmetadata.xml", Kind::Saml, "");
        row("web page", "<!DOCTYPE html><html>", Kind::Unknown, "");
        row("e-mail", "ana@company.com", Kind::Unknown, "");
        row("words", "what is this", Kind::Unknown, "");
        row("query", "https://idp.example/?a=b", Kind::Unknown, "");
        row("ftp", "ftp://idp.example", Kind::Unknown, "");
    }
    void whatIsPastedIsRecognised() {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, issuer);
        const SourceText source = recognise(text);
        if (QLatin1String(QTest::currentDataTag()) == QLatin1String("template")) {
            QVERIFY(source.issuer.isEmpty() || source.issuer == text); // either way it can be typed into the field
            return;
        }
        QCOMPARE(int(source.kind), kind);
        QCOMPARE(source.issuer, issuer);
        QCOMPARE(source.sentence.isEmpty(), source.kind == SourceText::Kind::Nothing);
    }
    void aDocumentSaysMoreThanItsIssuer() {
        const SourceText source = recognise(QStringLiteral(
            "{\"issuer\":\"https://a\",\"scopes_supported\":[\"openid\",\"groups\",\"x\"],"
            "\"token_endpoint_auth_methods_supported\":[\"tls_client_auth\",\"client_secret_post\"]}"));
        QCOMPARE(source.scopes, QStringList({QStringLiteral("openid"), QStringLiteral("groups")}));
        QCOMPARE(source.clientAuths, QStringList(QStringLiteral("client_secret_post")));
    }

    // The vendors.
    void everyVendorHasItsWords() {
        std::set<QString> ids;
        QVERIFY(vendors().size() >= 9);
        for (const Vendor& vendor : vendors()) {
            QVERIFY(ids.insert(vendor.id).second);
            for (const QString& text : {vendor.name, vendor.mark, vendor.issuerExample, vendor.redirectUri, vendor.issuer,
                                        vendor.clientId, vendor.clientSecret, vendor.where, vendor.whereValues, vendor.hint}) {
                QVERIFY2(!text.isEmpty(), qPrintable(vendor.id));
            }
        }
        for (const char* id : {"entra", "okta", "google", "adfs", "ping", "onelogin", "jumpcloud", "keycloak", "oidc"}) {
            QCOMPARE(vendorById(QLatin1String(id)).id, QLatin1String(id));
        }
        QCOMPARE(vendorById(QStringLiteral("nobody")).id, QStringLiteral("oidc"));
    }
    void typingFiltersByTheBeginningOfAnyWord() {
        const Vendor& entra = vendorById(QStringLiteral("entra"));
        for (const char* typed : {"en", "azure", "micro ent", "AD", ""}) {
            QVERIFY2(matches(entra, QLatin1String(typed)), typed);
        }
        for (const char* typed : {"okta", "ntra", "azure okta"}) {
            QVERIFY2(!matches(entra, QLatin1String(typed)), typed);
        }
    }

    // The mapping to begin with.
    void theMappingTakesTheClaimThatHoldsTheAddress() {
        const auto source = [](const char* claims) {
            return suggestedMapping(QJsonDocument::fromJson(claims).object())[QLatin1String("attributes")]
                .toArray()[0]
                .toObject()
                .value(QLatin1String("source"))
                .toString();
        };
        QCOMPARE(source("{}"), QStringLiteral("email"));
        QCOMPARE(source("{\"upn\":\"ana@x.com\"}"), QStringLiteral("upn"));
        QCOMPARE(source("{\"upn\":\"X\\\\ana\",\"preferred_username\":\"ana@x.com\"}"),
                 QStringLiteral("preferred_username"));
        QCOMPARE(source("{\"email\":\"ana@x.com\",\"upn\":\"b@x.com\"}"), QStringLiteral("email"));
    }
    void claimsThatNobodyUsesAreNamed() {
        const QJsonObject claims = QJsonDocument::fromJson(kClaims).object();
        QCOMPARE(unusedClaims(claims, suggestedMapping(claims)), QStringList(QStringLiteral("department")));
    }

    // Stages.
    void everyFixHasAButton() {
        for (const char* kind :
             {"fix_address", "retry", "view_certificate", "use_suggested_address", "open_in_browser", "use_their_issuer",
              "reenter_secret", "show_time_settings", "copy_redirect_uri", "open_flow", "open_mapping"}) {
            QVERIFY2(!fixTitle(QLatin1String(kind)).isEmpty(), kind);
        }
        QVERIFY(fixTitle(QStringLiteral("something_new")).isEmpty());
    }
    void aChosenIdIsAUuidOfVersionSeven() {
        static const QRegularExpression shape(
            QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        QVERIFY2(shape.match(newId()).hasMatch(), qPrintable(newId()));
        QVERIFY(newId() != newId());
        const qint64 millis = newId().remove(u'-').left(12).toLongLong(nullptr, 16);
        QVERIFY(qAbs(QDateTime::currentMSecsSinceEpoch() - millis) < 60'000);
    }

    // The wizard, page by page.
    void typingANameAndEnterChoosesAVendor() {
        Setup setup;
        setup.startWizard();
        QVERIFY(setup.at() == WizardPage::Choose);
        auto* list = named<QListWidget>(setup.page, "idp.vendors");
        QCOMPARE(list->count(), 10); // nine and the practice provider
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("okt"));
        QCOMPARE(list->count(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(setup.at() == WizardPage::Give);
        QCOMPARE(setup.wizard()->state().vendor, QStringLiteral("okta"));
    }
    void tilesAreWalkedByArrows() {
        Setup setup;
        setup.startWizard();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        auto* list = named<QListWidget>(setup.page, "idp.vendors");
        QCOMPARE(QApplication::focusWidget(), list);
        QTest::keyClick(list, Qt::Key_Right);
        QTest::keyClick(list, Qt::Key_Right);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(setup.wizard()->state().vendor, vendors()[1].id);
    }
    void aNameThatNobodyHasSaysSoAndNextExplainsItself() {
        Setup setup;
        setup.startWizard();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("zzz"));
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("No provider is called \"zzz\"")));
        QVERIFY(!named<QPushButton>(setup.wizard(), "idp.next")->isEnabled());
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("Choose a provider first.")));
    }
    void ourValuesHaveTheVendorsNames_data() {
        QTest::addColumn<QString>("vendor");
        for (const Vendor& vendor : vendors()) {
            QTest::newRow(qPrintable(vendor.id)) << vendor.id;
        }
    }
    void ourValuesHaveTheVendorsNames() {
        QFETCH(QString, vendor);
        Setup setup;
        setup.choose(vendorById(vendor).name);
        QCOMPARE(setup.wizard()->state().vendor, vendor);
        QCOMPARE(named<QLabel>(setup.wizard(), "idp.acsTerm")->text(), vendorById(vendor).redirectUri);
        auto* copy = named<widgets::CopyButton>(setup.wizard(), "idp.copyAcs");
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("http://127.0.0.1:8480/sso/oidc/%1/callback").arg(setup.key()));
        QVERIFY(words(setup.wizard()).contains(vendorById(vendor).where));
        QVERIFY(setup.wizard()->state().copied.contains(QStringLiteral("redirectUri")));
        setup.press("idp.next");
        for (const QString& term : {vendorById(vendor).issuer, vendorById(vendor).clientId}) {
            QVERIFY2(words(setup.wizard()).contains(term), qPrintable(term));
        }
    }
    void whatALocalBrokerCannotDoIsSaidBefore() {
        Setup setup;
        setup.choose(QStringLiteral("okta"));
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("only this machine can reach")));
    }
    void pastedMetadataFillsTheFields() {
        Setup setup;
        setup.choose(QStringLiteral("keycloak"));
        setup.press("idp.next");
        setup.paste(QStringLiteral("https://kc.example/realms/a/.well-known/openid-configuration"));
        QCOMPARE(named<QLineEdit>(setup.wizard(), "idp.issuer")->text(), QStringLiteral("https://kc.example/realms/a"));
        QVERIFY(named<QLabel>(setup.wizard(), "idp.recognised")->text().contains(QStringLiteral("From metadata: Issuer")));
        setup.paste(QStringLiteral("nonsense here"));
        QVERIFY(named<QLabel>(setup.wizard(), "idp.recognised")->text().contains(QStringLiteral("Expected: an issuer")));
        QCOMPARE(named<QLineEdit>(setup.wizard(), "idp.issuer")->text(), QStringLiteral("https://kc.example/realms/a"));
    }
    void aDroppedFileIsRead() {
        Setup setup;
        setup.choose(QStringLiteral("keycloak"));
        setup.press("idp.next");
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("metadata.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"issuer\":\"https://dropped.example\"}");
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        auto* source = named<QPlainTextEdit>(setup.wizard(), "idp.source");
        QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(source->viewport(), &drop);
        QCOMPARE(named<QLineEdit>(setup.wizard(), "idp.issuer")->text(), QStringLiteral("https://dropped.example"));
    }
    void nextSaysWhatIsMissing() {
        Setup setup;
        setup.choose(QStringLiteral("generic"));
        setup.press("idp.next");
        const auto why = [&] { return named<QLabel>(setup.wizard(), "idp.why")->text(); };
        auto* next = named<QPushButton>(setup.wizard(), "idp.next");
        QCOMPARE(why(), QStringLiteral("The issuer is missing."));
        QVERIFY(!next->isEnabled());
        QCOMPARE(next->accessibleDescription(), why());
        setup.paste(QStringLiteral("https://a.example"));
        QCOMPARE(why(), QStringLiteral("The client id is missing."));
        setup.type("idp.clientId", QStringLiteral("c"));
        QCOMPARE(why(), QStringLiteral("The client secret is missing."));
        setup.type("idp.clientSecret", QStringLiteral("s"));
        QCOMPARE(why(), QString());
        QVERIFY(next->isEnabled());
    }
    void theSandboxTileFillsEverythingIn() {
        Setup setup;
        setup.choose(QStringLiteral("sandbox"));
        setup.press("idp.next");
        QCOMPARE(named<QLineEdit>(setup.wizard(), "idp.issuer")->text(),
                 QStringLiteral("http://127.0.0.1:8480/sandbox/acme"));
        QCOMPARE(named<QLineEdit>(setup.wizard(), "idp.clientId")->text(), QStringLiteral("practice"));
        QCOMPARE(named<widgets::ChoiceField>(setup.wizard(), "idp.clientAuth")->value(), QStringLiteral("none"));
        QVERIFY(named<QPushButton>(setup.wizard(), "idp.next")->isEnabled());
    }

    // The test.
    void theStagesLandOneByOne() {
        Setup setup;
        QSemaphore slow;
        setup.broker.onCall([&slow](const api::Call& call) {
            if (call.path.find("/connections/test") != std::string::npos) {
                slow.acquire();
            }
        });
        setup.choose(QStringLiteral("sandbox"));
        setup.press("idp.next");
        named<QPushButton>(setup.wizard(), "idp.next")->click();
        QVERIFY(QTest::qWaitFor([&] { return setup.broker.count("POST", std::string(kConnections) + "/test") == 1; }));
        QVERIFY(named<QPushButton>(setup.wizard(), "idp.cancelTest")->isVisible());
        const std::string path = setup.broker.calls().back().path;
        const std::string run = path.substr(path.find("run=") + 4);
        auto* checks = named<widgets::CheckList>(setup.wizard(), "idp.stages");
        setup.event("test", "{\"tenant\":\"acme\",\"run\":\"another\",\"step\":{\"name\":\"address\",\"status\":\"fail\"}}");
        setup.event("test", "{\"tenant\":\"acme\",\"run\":\"" + run +
                                "\",\"step\":{\"name\":\"address\",\"status\":\"ok\",\"detail\":\"idp.example\"}}");
        QVERIFY(QTest::qWaitFor([&] { return words(checks).contains(QStringLiteral("idp.example")); }));
        QCOMPARE(checks->count(), 1);
        slow.release();
        QVERIFY(QTest::qWaitFor([&] { return checks->count() == 11; }));
        setup.broker.onCall({});
        setup.settle();
    }
    void aTestThatIsCancelledShowsNothingLater() {
        Setup setup;
        setup.toTest();
        QSemaphore slow;
        setup.broker.onCall([&slow](const api::Call& call) {
            if (call.path.find("/connections/test") != std::string::npos) {
                slow.acquire();
            }
        });
        auto* checks = named<widgets::CheckList>(setup.wizard(), "idp.stages");
        named<QPushButton>(setup.wizard(), "idp.test")->click();
        named<QPushButton>(setup.wizard(), "idp.cancelTest")->click();
        QCOMPARE(checks->count(), 0);
        slow.release();
        setup.settle();
        QCOMPARE(checks->count(), 0);
        QVERIFY(named<QPushButton>(setup.wizard(), "idp.test")->isEnabled());
        setup.broker.onCall({});
    }
    void theButtonOfAStageMendsIt() {
        Setup setup;
        setup.toTest();
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("the trailing slash differs")));
        const int before = setup.broker.count("POST", std::string(kConnections) + "/test");
        button(setup.wizard(), QStringLiteral("Issuer is the same: Use theirs"))->click();
        setup.settle();
        QCOMPARE(setup.wizard()->state().connection.issuer, std::string("https://login.contoso.example/"));
        QCOMPARE(setup.broker.count("POST", std::string(kConnections) + "/test"), before + 1);
        QVERIFY(setup.broker.calls().back().body.find("https://login.contoso.example/") != std::string::npos);
    }
    void aRefusedSecretLeadsBackToItsField() {
        Setup setup;
        setup.toTest();
        setup.broker.answerOnce(
            "POST", std::string(kConnections) + "/test",
            {200, {}, "{\"ok\":false,\"steps\":[{\"name\":\"client\",\"status\":\"fail\",\"detail\":\"The provider rejected "
                      "the client id or secret (invalid_client).\",\"hint\":\"Re-enter secret\",\"fix\":{\"kind\":"
                      "\"reenter_secret\",\"value\":\"\"}}]}"});
        setup.press("idp.test");
        button(setup.wizard(), QStringLiteral("Client id and secret: Re-enter secret"))->click();
        setup.settle();
        QVERIFY(setup.at() == WizardPage::Get);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(setup.wizard(), "idp.clientSecret"));
    }

    // The sign-in.
    void aTestSignInSavesItSwitchedOffAndComesBack() {
        Browser browser;
        Setup setup;
        setup.toTest();
        setup.broker.put(QStringLiteral("tenants/acme/flows/f-test"), finishedFlow("success", "", kClaims));
        setup.press("idp.testSignIn");
        const QJsonObject saved = setup.broker.object(QStringLiteral("tenants/acme/connections/") + setup.key());
        QCOMPARE(saved.value(QLatin1String("enabled")).toBool(true), false);
        QCOMPARE(saved.value(QLatin1String("clientId")).toString(), QStringLiteral("client-7"));
        QCOMPARE(browser.opened, QStringList(QStringLiteral("http://127.0.0.1:8480/t/acme/test-sign-in/ghls_x")));
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("Waiting for the browser")));
        setup.event("flow", kFlowEnded);
        QVERIFY(QTest::qWaitFor([&] {
            return words(setup.wizard()).contains(QStringLiteral("Signed in as ana@fabrikam.example, level mfa, in 2.1 s."));
        }));
        setup.settle();
        setup.press("idp.next");
        const QString finish = words(setup.wizard());
        QVERIFY2(finish.contains(QStringLiteral("User will be created")), qPrintable(finish));
        QVERIFY(finish.contains(QStringLiteral("department (not used)")));
        // The mapping was made of what came.
        QVERIFY(setup.wizard()->state().connection.mapping.text.find("\"groups\"") != std::string::npos);
        setup.press("idp.next"); // Enable
        QVERIFY(!setup.wizard()->isOpen());
        const QJsonObject on = setup.broker.object(QStringLiteral("tenants/acme/connections/") + saved[QLatin1String("id")].toString());
        QCOMPARE(on.value(QLatin1String("enabled")).toBool(), true);
        QVERIFY(setup.drafts.all().empty());
        QCOMPARE(setup.page->currentObject(), saved[QLatin1String("id")].toString());
    }
    void aSignInWithoutAnAddressOffersTheMapping() {
        Browser browser;
        Setup setup;
        setup.toTest();
        setup.broker.put(QStringLiteral("tenants/acme/flows/f-test"),
                         finishedFlow("failure", "mapping_missing_email", "{\"sub\":\"1\"}"));
        setup.press("idp.testSignIn");
        setup.event("flow", "{\"id\":\"f-test\",\"tenant\":\"acme\",\"outcome\":\"failure\",\"test\":true}");
        QVERIFY(QTest::qWaitFor(
            [&] { return words(setup.wizard()).contains(QStringLiteral("did not send an e-mail address")); }));
        QSignalSpy away(setup.page, &shell::Panel::goTo);
        button(setup.wizard(), QStringLiteral("Claims: Open mapping"))->click();
        QVERIFY(QTest::qWaitFor([&] { return away.count() == 1; }));
        QCOMPARE(away[0][0].value<shell::Place>().panel, QStringLiteral("mapping"));
        setup.settle();
    }
    void theSignInOfSomebodyElseIsNotOurs() {
        Browser browser;
        Setup setup;
        setup.toTest();
        setup.press("idp.testSignIn");
        setup.event("flow", "{\"id\":\"f-other\",\"tenant\":\"acme\",\"outcome\":\"success\"}");
        setup.event("flow", "not json");
        setup.settle();
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("Waiting for the browser")));
    }

    // What is kept.
    void everyPageIsThereAgainAfterARestart_data() {
        QTest::addColumn<int>("page");
        for (int page = 1; page < 5; ++page) {
            QTest::newRow(qPrintable(QString::number(page))) << page;
        }
    }
    void everyPageIsThereAgainAfterARestart() {
        QFETCH(int, page);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("drafts.json"));
        QString key;
        {
            Setup setup(file);
            setup.choose(QStringLiteral("generic"));
            key = setup.key();
            if (page > 1) {
                setup.press("idp.next");
                setup.paste(QStringLiteral("https://login.fabrikam.example"));
                setup.type("idp.clientId", QStringLiteral("client-7"));
                setup.type("idp.clientSecret", QStringLiteral("hunter2hunter2"));
            }
            for (int at = 2; at < page; ++at) {
                setup.press("idp.next");
            }
            QCOMPARE(int(setup.at()), page);
            QVERIFY(setup.drafts.save());
        }
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains("hunter2"));
        Setup setup(file);
        setup.page->reveal(key);
        setup.settle();
        QCOMPARE(int(setup.at()), page);
        QCOMPARE(setup.key(), key);
        if (page > 1) {
            QCOMPARE(setup.wizard()->state().connection.clientId, std::string("client-7"));
            QCOMPARE(named<QLabel>(setup.wizard(), "idp.why")->text(),
                     QStringLiteral("Enter the client secret again: it is never written down."));
        }
    }
    void anUnfinishedSetUpIsInTheListAndContinues() {
        Setup setup;
        setup.choose(QStringLiteral("okta"));
        const QString key = setup.key();
        setup.press("idp.close");
        auto* table = setup.page->findChild<widgets::FilterTable*>();
        QCOMPARE(table->view()->model()->rowCount(), 3);
        table->select(key);
        setup.settle();
        QVERIFY(words(setup.page).contains(QStringLiteral("The set-up of this provider is not finished.")));
        button(setup.page, QStringLiteral("Continue the set-up"))->click();
        QVERIFY(setup.at() == WizardPage::Give);
        QCOMPARE(setup.key(), key);
        setup.press("idp.discard");
        QVERIFY(setup.drafts.all().empty());
        QCOMPARE(table->view()->model()->rowCount(), 2);
    }
    void takingTheCreationBackKeepsTheDraft() {
        Browser browser;
        Setup setup;
        setup.toTest();
        setup.press("idp.testSignIn");
        const QString path = QStringLiteral("tenants/acme/connections/") + setup.key();
        QVERIFY(!setup.broker.object(path).isEmpty());
        setup.changes.undo();
        setup.settle();
        QVERIFY(setup.broker.object(path).isEmpty());
        QVERIFY(setup.wizard()->isOpen());
        QVERIFY(!setup.wizard()->state().created);
        QCOMPARE(setup.wizard()->state().connection.clientId, std::string("client-7"));
    }
    void aNameThatIsTakenLeadsToItsField() {
        Setup setup;
        setup.toTest();
        setup.press("idp.next");
        setup.broker.answerOnce("POST", kConnections, RecordedBroker::problem(409, QStringLiteral("connections_name_taken"), {}, {}));
        setup.press("idp.keepOff");
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("Another provider has this name.")));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(setup.wizard(), "idp.name"));
        setup.press("idp.keepOff");
        QVERIFY(!setup.wizard()->isOpen());
        QCOMPARE(setup.broker.object(QStringLiteral("tenants/acme/connections/") + setup.page->currentObject())
                     .value(QLatin1String("enabled"))
                     .toBool(true),
                 false);
    }
    void everyPageCanBeHeardAndReached() {
        Setup setup;
        setup.toTest();
        for (int page = 4; page >= 0; --page) {
            std::set<QString> names;
            for (QWidget* widget : setup.wizard()->findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr ||
                    !widget->isEnabled()) {
                    continue;
                }
                QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
                const QString name = spoken == nullptr ? QString() : spoken->text(QAccessible::Name);
                QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
                QVERIFY2(names.insert(name).second, qPrintable(name));
            }
            if (page > 0) {
                setup.press(page == 4 ? "idp.next" : "idp.back");
                if (page == 4) {
                    setup.press("idp.back");
                }
            }
        }
        QVERIFY(setup.at() == WizardPage::Choose);
    }

    // The list.
    void anEditIsADraftThatCtrlSReviews() {
        Setup setup;
        auto* form = setup.page->findChild<ConnectionForm*>();
        for (QLineEdit* edit : form->findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == QLatin1String("Client id")) {
                edit->clear();
                QTest::keyClicks(edit, QStringLiteral("other"));
            }
        }
        QCOMPARE(setup.broker.count("PATCH", "/"), 0);
        QVERIFY(setup.drafts.any(QStringLiteral("connections"), QStringLiteral("acme")));
        button(setup.page, QStringLiteral("Review and apply"))->click();
        auto* review = setup.window.findChild<shell::ReviewDialog*>();
        QVERIFY(review != nullptr);
        QTest::keyClick(review, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return setup.drafts.all().empty(); }));
        setup.settle();
        for (const api::Call& call : setup.broker.calls()) {
            if (call.method == "PATCH") {
                QCOMPARE(call.body, std::string("{\"clientId\":\"other\"}"));
            }
        }
        QCOMPARE(setup.broker.count("PATCH", std::string(kConnections) + "/c-contoso"), 1);
    }
    void aDraftSurvivesLookingElsewhere() {
        Setup setup;
        auto* form = setup.page->findChild<ConnectionForm*>();
        QCOMPARE(setup.page->currentObject(), QStringLiteral("c-contoso"));
        QTest::keyClicks(form->findChild<widgets::SecretField*>(), QStringLiteral("s3cret"));
        setup.page->reveal(QStringLiteral("c-legacy"));
        setup.settle();
        QCOMPARE(form->connection().name, std::string("legacy"));
        QVERIFY(!form->connection().clientSecret);
        setup.page->reveal(QStringLiteral("c-contoso"));
        setup.settle();
        QCOMPARE(form->connection().clientSecret, std::optional<std::string>("s3cret"));
        button(setup.page, QStringLiteral("Revert"))->click();
        QVERIFY(setup.drafts.all().empty());
        QVERIFY(!form->connection().clientSecret);
    }
    void refusedMembersAreMarkedInTheForm() {
        Setup setup;
        auto* form = setup.page->findChild<ConnectionForm*>();
        setup.broker.answerOnce("POST", std::string(kConnections) + "/test",
                                RecordedBroker::problem(422, QStringLiteral("url_invalid"), QStringLiteral("/issuer"),
                                                        QStringLiteral("must be an absolute https URL")));
        QTest::keyClicks(form->findChild<widgets::SecretField*>(), QStringLiteral("x"));
        button(setup.page, QStringLiteral("Test connection"))->click();
        setup.settle();
        QCOMPARE(form->form().errorOf(QStringLiteral("/issuer")), QStringLiteral("must be an absolute https URL"));
    }
    void aTestShowsAllElevenStages() {
        Setup setup;
        setup.page->showcase();
        setup.settle();
        QCOMPARE(setup.page->findChild<widgets::CheckList*>(QStringLiteral("idp.stages"))->count(), 11);
        QVERIFY(words(setup.page).contains(QStringLiteral("the trailing slash differs")));
        button(setup.page, QStringLiteral("Issuer is the same: Use theirs"))->click();
        QVERIFY(QTest::qWaitFor([&] { return !setup.drafts.all().empty(); }));
        QVERIFY(words(setup.page).contains(QStringLiteral("secret has to be entered again")));
    }
    void switchingOffAsksNothingAndIsUndone() {
        Setup setup;
        button(setup.page, QStringLiteral("Disable"))->click();
        setup.settle();
        const QString path = QStringLiteral("tenants/acme/connections/c-contoso");
        QCOMPARE(setup.broker.object(path).value(QLatin1String("enabled")).toBool(true), false);
        setup.changes.undo();
        setup.settle();
        QCOMPARE(setup.broker.object(path).value(QLatin1String("enabled")).toBool(), true);
    }
    void deletingSaysWhatHangsOnIt() {
        Setup setup;
        button(setup.page, QStringLiteral("Delete"))->click();
        setup.settle();
        auto* box = setup.page->findChild<QMessageBox*>(QStringLiteral("idp.deleteBox"));
        QVERIFY(box != nullptr);
        QVERIFY2(box->informativeText().contains(u'3') && box->informativeText().contains(u'7'),
                 qPrintable(box->informativeText()));
        QCOMPARE(setup.broker.count("DELETE", "/"), 0);
        box->findChild<QPushButton*>(QStringLiteral("idp.confirmDelete"))->click();
        setup.settle();
        QCOMPARE(setup.broker.count("DELETE", std::string(kConnections) + "/c-contoso"), 1);
        setup.changes.undo();
        setup.settle();
        QCOMPARE(setup.broker.object(QStringLiteral("tenants/acme/connections/c-contoso")).value(QLatin1String("name")).toString(),
                 QStringLiteral("contoso"));
    }
    void aCloneIsAnotherProviderWithoutTheSecret() {
        Setup setup;
        button(setup.page, QStringLiteral("Clone"))->click();
        const WizardState& state = setup.wizard()->state();
        QVERIFY(state.connection.id != "c-contoso");
        QCOMPARE(state.connection.name, std::string("contoso-copy"));
        QVERIFY(!state.connection.hasClientSecret && !state.connection.enabled);
        QCOMPARE(state.connection.issuer, std::string("https://login.contoso.example"));
    }
    void aShortNameIsMadeFromTheDisplayName() {
        QCOMPARE(suggestName(QStringLiteral("Fabrikam & S\u00f6hne AG")), QStringLiteral("fabrikam-sohne-ag"));
        QCOMPARE(suggestName(QStringLiteral("  --A  B--")), QStringLiteral("a-b"));
        QCOMPARE(suggestName(QStringLiteral("\u682a\u5f0f\u4f1a\u793e")), QString());
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstConnections)
#include "tst_connections.moc"
