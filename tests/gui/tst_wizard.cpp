// SPDX-License-Identifier: Apache-2.0
// The wizard that connects an identity provider, page by page, by keyboard, with its tests and sign-ins.
#include <set>

#include <QAccessible>
#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QFile>
#include <QListWidget>
#include <QMimeData>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/gui/clipped_text.h"
#include "tests/gui/connections_fixture.h"
#include "ui/panels/connections/vendors.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

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

class TstWizard : public QObject {
    Q_OBJECT
private slots:
    // The wizard, page by page.
    void typingANameAndEnterChoosesAVendor() {
        Setup setup;
        setup.startWizard();
        QVERIFY(setup.at() == WizardPage::Choose);
        auto* list = named<QListWidget>(setup.page, "idp.vendors");
        QCOMPARE(list->count(), 12); // eleven and the practice provider
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("okt"));
        QCOMPARE(list->count(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(setup.at() == WizardPage::Give);
        QCOMPARE(setup.wizard()->state().vendor, QStringLiteral("okta"));
    }
    void theWindowsKeyForNewOpensIt() {
        Setup setup;
        QTest::keyClick(&setup.window, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(setup.wizard()->isOpen());
        QVERIFY(setup.at() == WizardPage::Choose);
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
            if (vendor.speaksOidc()) {
                QTest::newRow(qPrintable(vendor.id)) << vendor.id;
            }
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
        QVERIFY(
            named<QLabel>(setup.wizard(), "idp.recognised")->text().contains(QStringLiteral("From metadata: Issuer")));
        setup.paste(QStringLiteral("nonsense here"));
        QVERIFY(
            named<QLabel>(setup.wizard(), "idp.recognised")->text().contains(QStringLiteral("Expected: an issuer")));
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
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(source->viewport(), &enter); // else nothing is dropped on
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
        setup.event("test",
                    "{\"tenant\":\"acme\",\"run\":\"another\",\"step\":{\"name\":\"address\",\"status\":\"fail\"}}");
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
            {200,
             {},
             "{\"ok\":false,\"steps\":[{\"name\":\"client\",\"status\":\"fail\",\"detail\":\"The provider rejected "
             "the client id or secret (invalid_client).\",\"hint\":\"Re-enter secret\",\"fix\":{\"kind\":"
             "\"reenter_secret\",\"value\":\"\"}}]}"});
        setup.press("idp.test");
        button(setup.wizard(), QStringLiteral("Client id and secret: Re-enter secret"))->click();
        setup.settle();
        QVERIFY(setup.at() == WizardPage::Get);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(setup.wizard(), "idp.clientSecret"));
    }

    void aLevelNeedsBothOfItsNames() {
        Setup setup;
        setup.toTest();
        setup.press("idp.back");
        QVERIFY(setup.at() == WizardPage::Get);
        button(setup.wizard(), QStringLiteral("Add a level"))->click();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("phr"));
        QVERIFY(obstacle(setup.wizard()->state()).contains(QStringLiteral("lacks one of its names")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("amr:hwk"));
        QVERIFY(obstacle(setup.wizard()->state()).isEmpty());
        QCOMPARE(setup.wizard()->state().connection.acrMapping.front().theirs, std::string("amr:hwk"));
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
            return words(setup.wizard())
                .contains(QStringLiteral("Signed in as ana@fabrikam.example, level mfa, in 2.1 s."));
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
        const QJsonObject on =
            setup.broker.object(QStringLiteral("tenants/acme/connections/") + saved[QLatin1String("id")].toString());
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
        setup.broker.answerOnce("POST", kConnections,
                                RecordedBroker::problem(409, QStringLiteral("connections_name_taken"), {}, {}));
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
    void everyPageHasRoomForItsWords_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scheme");
        for (const QSize size : {QSize(1280, 800), QSize(900, 600)}) {
            for (const theme::Choice choice : {theme::Choice::Light, theme::Choice::Dark}) {
                QTest::addRow("%dx%d %s", size.width(), size.height(),
                              choice == theme::Choice::Light ? "light" : "dark")
                    << size << int(choice);
            }
        }
    }
    void everyPageHasRoomForItsWords() {
        QFETCH(QSize, size);
        QFETCH(int, scheme);
        const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS"); // for people who want to look at them
        Browser browser;
        Setup setup;
        setup.theme.choose(theme::Choice(scheme));
        setup.window.resize(size);
        QStringList clipped;
        const auto look = [&](const char* page) {
            setup.settle();
            clipped += clippedTexts(setup.window);
            if (!folder.isEmpty()) {
                setup.window.grab().save(
                    QStringLiteral("%1/wizard-%2-%3-%4.png")
                        .arg(folder, QLatin1String(page), QString::number(size.width()), QString::number(scheme)));
            }
        };
        setup.startWizard();
        look("1-choose");
        setup.press("idp.close");
        setup.choose(QStringLiteral("entra"));
        look("2-give");
        setup.press("idp.next");
        look("3-get-empty");
        setup.paste(QStringLiteral("https://login.microsoftonline.com/72f9/v2.0/.well-known/openid-configuration"));
        setup.type("idp.clientId", QStringLiteral("8a6c1f2e-0000-4000-8000-1234567890ab"));
        setup.type("idp.clientSecret", QStringLiteral("hunter2hunter2"));
        look("3-get");
        setup.press("idp.next");
        look("4-test");
        setup.broker.put(QStringLiteral("tenants/acme/flows/f-test"), finishedFlow("success", "", kClaims));
        setup.press("idp.testSignIn");
        setup.event("flow", kFlowEnded);
        look("4-signed-in");
        setup.press("idp.next");
        look("5-finish");
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstWizard)
#include "tst_wizard.moc"
