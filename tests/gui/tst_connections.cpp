// SPDX-License-Identifier: Apache-2.0
// Identity providers on recorded answers: what is pasted, the vendors' words, the list and its drafts.
#include <set>

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QRegularExpression>

#include "tests/gui/connections_fixture.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/connection_model.h"
#include "ui/panels/connections/source_text.h"
#include "ui/panels/connections/suggested_mapping.h"
#include "ui/panels/connections/test_stages.h"
#include "ui/panels/connections/test_words.h"
#include "ui/panels/connections/vendors.h"
#include "ui/shell/review_dialog.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/secret_field.h"

namespace gatehouse::tests {

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
        row("document", "{\"issuer\":\"https://idp.example\",\"jwks_uri\":\"x\"}", Kind::Document,
            "https://idp.example");
        row("template", "https://login.microsoftonline.com/{tenantid}/v2.0", Kind::Issuer,
            "https://login.microsoftonline.com/{tenantid}/v2.0");
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
        QCOMPARE(int(source.kind), kind);
        QCOMPARE(source.issuer, issuer);
        QCOMPARE(source.sentence.isEmpty(), source.kind == SourceText::Kind::Nothing);
    }
    void aDocumentSaysMoreThanItsIssuer() {
        const SourceText source = recognise(
            QStringLiteral("{\"issuer\":\"https://a\",\"scopes_supported\":[\"openid\",\"groups\",\"x\"],"
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
            if (vendor.saml) {
                const SamlTerms& terms = *vendor.saml;
                for (const QString& text :
                     {terms.entityId, terms.acsUrl, terms.issuer, terms.ssoUrl, terms.logoutUrl, terms.certificate,
                      terms.metadataUrl, terms.example, terms.where, terms.whereValues, terms.hint}) {
                    QVERIFY2(!text.isEmpty(), qPrintable(vendor.id));
                }
            }
            if (!vendor.speaksOidc()) {
                QVERIFY2(vendor.saml, qPrintable(vendor.id));
                continue;
            }
            for (const QString& text :
                 {vendor.name, vendor.mark, vendor.issuerExample, vendor.redirectUri, vendor.issuer, vendor.clientId,
                  vendor.clientSecret, vendor.where, vendor.whereValues, vendor.hint}) {
                QVERIFY2(!text.isEmpty(), qPrintable(vendor.id));
            }
        }
        for (const char* id : {"entra", "okta", "google", "adfs", "ping", "onelogin", "jumpcloud", "keycloak",
                               "shibboleth", "oidc", "saml"}) {
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
    void theBrokersSentencesAboutAStageAreAsItSaysThem() {
        QString said;
        for (const char* module : {"oidc/rp", "http", "connections"}) {
            const QDir folder(QStringLiteral(GATEHOUSE_TEST_DATA "/../../core/") + QLatin1String(module));
            for (const QFileInfo& each : folder.entryInfoList({QStringLiteral("*.cpp")})) {
                QFile file(each.filePath());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(each.filePath()));
                said += QString::fromUtf8(file.readAll());
            }
        }
        said.remove(QRegularExpression(QStringLiteral("\"\\s*\\n\\s*\""))); // literals that go on in the next line
        static const QRegularExpression between(QStringLiteral("%\\d|[.,:;?()\"]"));
        for (const QString& sentence : knownTestWords()) {
            for (const QString& piece : sentence.split(between)) {
                QVERIFY2(piece.trimmed().size() < 6 || said.contains(piece.trimmed()), qPrintable(sentence));
            }
        }
    }
    void aSentenceKeepsWhatTheBrokerPutIn() {
        for (const QString& sentence : knownTestWords()) {
            QString english = sentence;
            english.replace(QStringLiteral("%1"), QStringLiteral("https://a/ (x)"))
                .replace(QStringLiteral("%2"), QStringLiteral("2.1"))
                .replace(QStringLiteral("%3"), QStringLiteral("https://b"));
            QCOMPARE(testWords(english), english); // there is no catalogue here: it comes out as it went in
        }
        QCOMPARE(testWords(QStringLiteral("Nobody says this.")), QStringLiteral("Nobody says this."));
        QCOMPARE(testWords(QString()), QString());
    }
    void everyFixHasAButton() {
        for (const char* kind :
             {"fix_address", "retry", "proxy_settings", "view_certificate", "trust_authority", "remind_me",
              "use_suggested_address", "open_in_browser", "use_their_issuer", "reenter_secret", "show_time_settings",
              "copy_redirect_uri", "open_flow", "open_mapping"}) {
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
    void whatOthersKnowItByWarnsOfWhatHasToBeChangedThere() {
        Setup setup;
        auto* form = setup.page->findChild<ConnectionForm*>();
        QVERIFY(form->form().warningOf(QStringLiteral("/issuer")).isEmpty());
        auto* issuer = fieldOf(*form, "Issuer");
        QTest::keyClicks(issuer, QStringLiteral("/v2"));
        setup.settle();
        const QString warning = form->form().warningOf(QStringLiteral("/issuer"));
        QVERIFY2(warning.contains(QStringLiteral("https://login.contoso.example")), qPrintable(warning));
        QVERIFY2(warning.contains(QStringLiteral("Demo app")), qPrintable(warning)); // as the recorded logins say
        QCOMPARE(issuer->accessibleDescription(), warning);
        QVERIFY(form->form().warningOf(QStringLiteral("/name")).isEmpty());
        QTest::keyClicks(fieldOf(*form, "Short name"), QStringLiteral("-2"));
        QVERIFY(form->form().warningOf(QStringLiteral("/name")).contains(QStringLiteral("connection=contoso")));
        button(setup.page, QStringLiteral("Revert"))->click();
        QVERIFY(form->form().warningOf(QStringLiteral("/issuer")).isEmpty());
        QVERIFY(form->form().warningOf(QStringLiteral("/name")).isEmpty());
    }
    void whatNobodyKnowsItByWarnsOfNothing() {
        Setup setup;
        auto* form = setup.page->findChild<ConnectionForm*>();
        QTest::keyClicks(fieldOf(*form, "Client id"), QStringLiteral("x"));
        QTest::keyClicks(fieldOf(*form, "Display name"), QStringLiteral("x"));
        setup.settle();
        for (const char* pointer : {"/issuer", "/name", "/clientId", "/displayName"}) {
            QVERIFY(form->form().warningOf(QLatin1String(pointer)).isEmpty());
        }
    }
    void aMistakeIsSaidAfterAPauseAndAtOnceWhenTheFieldIsLeft() {
        Setup setup;
        auto* form = setup.page->findChild<ConnectionForm*>();
        auto* issuer = fieldOf(*form, "Issuer");
        issuer->setFocus();
        issuer->selectAll();
        QTest::keyClicks(issuer, QStringLiteral("nowhere"));
        QVERIFY(form->form().errorOf(QStringLiteral("/issuer")).isEmpty()); // not while somebody types
        QTRY_VERIFY(!form->form().errorOf(QStringLiteral("/issuer")).isEmpty());
        QCOMPARE(issuer->accessibleDescription(), form->form().errorOf(QStringLiteral("/issuer")));
        auto* review = button(setup.page, QStringLiteral("Review and apply"));
        QVERIFY(!review->isEnabled() && review->toolTip().contains(QStringLiteral("marked")));
        auto* name = fieldOf(*form, "Short name");
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral(" Ä"));
        emit name->editingFinished(); // as when the focus goes
        QVERIFY(form->form().errorOf(QStringLiteral("/name")).contains(QStringLiteral("would do")));
        button(setup.page, QStringLiteral("Revert"))->click();
        QVERIFY(form->form().errorOf(QStringLiteral("/issuer")).isEmpty());
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
        QVERIFY(form->form().errorOf(QStringLiteral("/issuer")).contains(QStringLiteral("be an absolute https URL")));
    }
    void aTestShowsAllElevenStages() {
        Setup setup;
        setup.page->showcase();
        setup.settle();
        int shown = 0;
        for (const widgets::CheckList* list :
             setup.page->findChildren<widgets::CheckList*>(QStringLiteral("idp.stages"))) {
            shown += list->isVisible() ? list->count() : 0;
        }
        QCOMPARE(shown, 11);
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
        QCOMPARE(setup.broker.object(QStringLiteral("tenants/acme/connections/c-contoso"))
                     .value(QLatin1String("name"))
                     .toString(),
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
    void levelsHaveTheProvidersNamesInRows() {
        admin::api::Connection connection;
        connection.acrMapping = {{"urn:gatehouse:aal2", "c1"}, {"phr", "amr:hwk"}};
        ConnectionForm form;
        form.setConnection(connection);
        form.show();
        const auto pairsOf = [&form] {
            std::vector<std::pair<std::string, std::string>> pairs;
            for (const admin::api::AcrPair& pair : form.connection().acrMapping) {
                pairs.emplace_back(pair.ours, pair.theirs);
            }
            return pairs;
        };
        using Pairs = std::vector<std::pair<std::string, std::string>>;
        QCOMPARE(pairsOf(), (Pairs{{"urn:gatehouse:aal2", "c1"}, {"phr", "amr:hwk"}}));
        button(&form, QStringLiteral("Add a level"))->click();
        QTest::keyClicks(fieldOf(form, "We ask for, Level 3"), QStringLiteral("phrh"));
        const auto isAtField = [&form] {
            const auto problems = form.problems();
            return std::any_of(problems.begin(), problems.end(), [](const ui::widgets::FieldError& each) {
                return each.pointer == QLatin1String("/acrMapping") && each.message.contains(QLatin1String("phrh"));
            });
        };
        QVERIFY(isAtField());
        QTest::keyClicks(fieldOf(form, "It calls that, Level 3"), QStringLiteral("c9"));
        QVERIFY(!isAtField());
        QCOMPARE(pairsOf().back(), (std::pair<std::string, std::string>("phrh", "c9")));
        form.setConnection({});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(pairsOf().empty() && fieldOf(form, "We ask for, Level 1") == nullptr);
    }
    void aShortNameIsMadeFromTheDisplayName() {
        QCOMPARE(suggestName(QStringLiteral("Fabrikam & S\u00f6hne AG")), QStringLiteral("fabrikam-sohne-ag"));
        QCOMPARE(suggestName(QStringLiteral("  --A  B--")), QStringLiteral("a-b"));
        QCOMPARE(suggestName(QStringLiteral("\u682a\u5f0f\u4f1a\u793e")), QString());
    }

private:
    static QLineEdit* fieldOf(ConnectionForm& form, const char* name) {
        for (QLineEdit* edit : form.findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == QLatin1String(name)) {
                return edit;
            }
        }
        return nullptr;
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstConnections)
#include "tst_connections.moc"
