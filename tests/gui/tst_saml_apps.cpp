// SPDX-License-Identifier: Apache-2.0
// Apps that speak SAML in the console: registered by their metadata, edited, and what their administrator is given.
#include <QCheckBox>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

#include "tests/gui/clipped_text.h"
#include "tests/gui/console_fixture.h"
#include "tests/gui/speaking.h"
#include "ui/panels/apps/app_form.h"
#include "ui/panels/apps/apps_panel.h"
#include "ui/panels/apps/saml_app_rows.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using namespace ui;
using namespace ui::panels::apps;

namespace {

constexpr const char* kEntityId = "https://wiki.fabrikam.example/saml/metadata";

/// Of a service provider, with `inside` in front of its role.
QString metadata(const QString& inside = {}) {
    return QStringLiteral(
               "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" "
               "xmlns:mdui=\"urn:oasis:names:tc:SAML:metadata:ui\" entityID=\"%1\">"
               "<md:SPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">%2"
               "<md:AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" "
               "Location=\"https://wiki.fabrikam.example/acs\" index=\"0\"/></md:SPSSODescriptor>"
               "<md:Organization><md:OrganizationDisplayName xml:lang=\"en\">Fabrikam</md:OrganizationDisplayName>"
               "</md:Organization></md:EntityDescriptor>")
        .arg(QLatin1String(kEntityId), inside);
}

template <class T>
T* named(QWidget* parent, const char* name) {
    T* found = parent->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
        qWarning("nothing is called %s", name);
    }
    return found;
}

template <class T>
T* called(QWidget* parent, const char* name) {
    for (T* each : parent->findChildren<T*>()) {
        if (each->accessibleName() == QLatin1String(name) && each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

QString words(const QWidget* parent) {
    QString all;
    for (const QLabel* label : parent->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            all += label->text() + u'\n';
        }
    }
    for (const QLineEdit* line : parent->findChildren<QLineEdit*>()) {
        if (line->isVisible()) {
            all += line->text() + u'\n';
        }
    }
    return all;
}

/// The console at its apps, one of which is a wiki that speaks SAML.
struct Setup : Console {
    Setup() {
        QJsonObject wiki = broker.object(QStringLiteral("tenants/acme/apps/a-board"));
        wiki.insert(QStringLiteral("id"), QStringLiteral("a-wiki"));
        wiki.insert(QStringLiteral("name"), QStringLiteral("Wiki"));
        wiki.insert(QStringLiteral("type"), QStringLiteral("saml"));
        wiki.insert(QStringLiteral("clientId"), QLatin1String(kEntityId));
        wiki.insert(QStringLiteral("auth"), QStringLiteral("none"));
        wiki.insert(QStringLiteral("grantTypes"), QJsonArray());
        wiki.insert(QStringLiteral("redirectUris"), QJsonArray());
        wiki.insert(QStringLiteral("spMetadataXml"), metadata());
        wiki.insert(QStringLiteral("saml"), QJsonDocument::fromJson(R"({"nameIdFormat":"","signResponses":true,
            "encryptAssertions":true,"requireSignedRequests":false,"idpInitiated":true,"relayState":"/start",
            "attributes":[{"name":"mail","claim":"email","friendlyName":""}]})")
                                                .object());
        broker.put(QStringLiteral("tenants/acme/apps/a-wiki"), wiki);
        for (const auto& [kid, state, x5c] :
             {std::tuple("saml-1", "active", "QUJD"), std::tuple("saml-2", "next", "REVG"),
              std::tuple("saml-0", "retiring", "R0hJ")}) {
            const QJsonObject jwk{{QStringLiteral("kty"), QStringLiteral("RSA")},
                                  {QStringLiteral("x5c"), QJsonArray{QLatin1String(x5c)}}};
            broker.put(QStringLiteral("tenants/acme/keys/") + QLatin1String(kid),
                       {{QStringLiteral("kid"), QLatin1String(kid)},
                        {QStringLiteral("use"), QStringLiteral("saml")},
                        {QStringLiteral("alg"), QStringLiteral("RS256")},
                        {QStringLiteral("state"), QLatin1String(state)},
                        {QStringLiteral("jwk"), jwk}});
        }
        start();
        page = panel<AppsPanel>("apps");
        tabs = named<QTabWidget>(page, "app.parts");
    }
    void select(const char* id) {
        page->findChild<widgets::FilterTable*>()->select(QLatin1String(id));
        settle();
    }
    void startNew() {
        named<QPushButton>(page, "app.add")->click();
        auto* kind = called<widgets::ChoiceField>(page, "Kind");
        kind->setValue(QStringLiteral("saml"));
        emit kind->activated(kind->currentIndex());
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
    QTabWidget* tabs;
};

} // namespace

class TstSamlApps : public QObject {
    Q_OBJECT
private slots:
    void metadataSaysWhoTheAppIs() {
        QCOMPARE(summaryOf(metadata()).entityId, QLatin1String(kEntityId));
        QCOMPARE(summaryOf(metadata()).name, QStringLiteral("Fabrikam"));
        const QString own = QStringLiteral("<mdui:DisplayName xml:lang=\"en\"> The wiki </mdui:DisplayName>");
        QCOMPARE(summaryOf(metadata(own)).name, QStringLiteral("The wiki"));
        QString bare = metadata();
        bare.remove(bare.indexOf(QLatin1String("<md:Organization>")),
                    bare.indexOf(QLatin1String("</md:EntityDescriptor>")) -
                        bare.indexOf(QLatin1String("<md:Organization>")));
        QCOMPARE(summaryOf(bare).name, QStringLiteral("wiki.fabrikam.example"));
        QVERIFY(summaryOf(metadata().chopped(4)).entityId.isEmpty());
        QVERIFY(summaryOf(metadata().replace(QLatin1String("SPSSO"), QLatin1String("IDPSSO"))).entityId.isEmpty());
        QVERIFY(summaryOf(QStringLiteral("hello")).name.isEmpty());
    }

    void pastedMetadataIsEnoughToRegister() {
        Setup setup;
        setup.startNew();
        QVERIFY(called<QWidget>(setup.page, "Redirect addresses") == nullptr);
        QVERIFY(called<QWidget>(setup.page, "Client id") == nullptr);
        QVERIFY(setup.drafts.ready().empty()); // the metadata is missing
        named<QPlainTextEdit>(setup.page, "app.spMetadata")->setPlainText(metadata());
        QCOMPARE(named<QLineEdit>(setup.page, "app.entityId")->text(), QLatin1String(kEntityId));
        QCOMPARE(called<QLineEdit>(setup.page, "Name")->text(), QStringLiteral("Fabrikam"));
        QCOMPARE(setup.drafts.ready().size(), std::size_t(1));
        setup.applyAll();
        const QJsonObject sent = setup.lastBody("POST");
        QCOMPARE(sent.value(QStringLiteral("type")).toString(), QStringLiteral("saml"));
        QCOMPARE(sent.value(QStringLiteral("spMetadataXml")).toString(), metadata());
        QCOMPARE(sent.value(QStringLiteral("auth")).toString(), QStringLiteral("none"));
        QVERIFY(sent.value(QStringLiteral("clientId")).toString().isEmpty()); // the broker reads it
        QVERIFY(sent.value(QStringLiteral("grantTypes")).toArray().isEmpty());
        QVERIFY(sent.value(QStringLiteral("saml")).toObject().value(QStringLiteral("signResponses")).toBool());
    }
    void whatIsNoMetadataIsRefusedHere() {
        client::api::App app;
        app.name = "Wiki";
        app.type = "saml";
        AppForm form;
        form.setApp(app, AppForm::Use::Create);
        QCOMPARE(form.problems().size(), std::size_t(1));
        QCOMPARE(form.problems().front().pointer, QStringLiteral("/spMetadataXml"));
        named<QPlainTextEdit>(&form, "app.spMetadata")->setPlainText(QStringLiteral("<html/>"));
        QCOMPARE(form.problems().size(), std::size_t(1));
        named<QPlainTextEdit>(&form, "app.spMetadata")->setPlainText(metadata());
        QVERIFY(form.problems().empty());
    }
    void theFormKeepsEverythingOfAnApp() {
        client::api::App app;
        app.id = "a1";
        app.name = "Wiki";
        app.type = "saml";
        app.clientId = kEntityId;
        app.spMetadataXml = metadata().toStdString();
        app.saml = client::api::SamlApp{
            "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", false, false, true, true, "/start",
            {{"mail", "email", "m"}, {"memberOf", "groups", ""}}};
        AppForm form;
        form.setApp(app, AppForm::Use::Edit);
        const client::api::App read = form.app();
        QVERIFY(read.saml);
        QCOMPARE(read.clientId, app.clientId);
        QCOMPARE(read.spMetadataXml, app.spMetadataXml);
        QCOMPARE(read.saml->nameIdFormat, app.saml->nameIdFormat);
        QVERIFY(!read.saml->signResponses && !read.saml->encryptAssertions);
        QVERIFY(read.saml->requireSignedRequests && read.saml->idpInitiated);
        QCOMPARE(read.saml->relayState, std::string("/start"));
        QCOMPARE(read.saml->attributes.size(), std::size_t(2));
        QCOMPARE(read.saml->attributes.back().claim, std::string("groups"));
        QVERIFY(form.problems().empty());
        app.saml->attributes.front().claim = "shoe_size";
        form.setApp(app, AppForm::Use::Edit);
        QCOMPARE(form.problems().front().pointer, QStringLiteral("/saml/attributes"));
        app.type = "web";
        app.redirectUris = {"https://wiki.fabrikam.example/callback"};
        form.setApp(app, AppForm::Use::Edit);
        QVERIFY(!form.app().saml && form.app().spMetadataXml.empty()); // the broker takes neither of another type
    }

    void itsAdministratorIsGivenOurValues() {
        Setup setup;
        setup.select("a-wiki");
        QVERIFY(!setup.tabs->isTabVisible(2));
        QVERIFY(!setup.tabs->isTabVisible(3));
        setup.tabs->setCurrentIndex(0);
        const QString shown = words(setup.page);
        const QString base = QStringLiteral("http://127.0.0.1:8480/t/acme/saml/");
        for (const char* each : {"metadata", "sso", "slo"}) {
            QVERIFY2(shown.contains(base + QLatin1String(each)), each);
        }
        QVERIFY(shown.contains(base + QStringLiteral("launch?app=https%3A%2F%2Fwiki.fabrikam.example")));
        QVERIFY(!shown.contains(QStringLiteral("openid-configuration")));
        QVERIFY(shown.contains(QStringLiteral("B5:D4:04:5C"))); // SHA-256 of "ABC"
        const auto copies = setup.page->findChildren<widgets::CopyButton*>(QStringLiteral("app.copyCertificate"));
        QCOMPARE(copies.size(), 2); // the active one and the next
        copies.front()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"));
        setup.select("a-board");
        QVERIFY(words(setup.page).contains(QStringLiteral("openid-configuration")));
        QVERIFY(setup.tabs->isTabVisible(2));
    }
    void newMetadataIsADraft() {
        Setup setup;
        setup.select("a-wiki");
        setup.tabs->setCurrentIndex(1);
        named<QPlainTextEdit>(setup.page, "app.spMetadata")->setPlainText(metadata(QStringLiteral("<!-- new -->")));
        QCheckBox* initiated = named<QCheckBox>(setup.page, "app.idpInitiated");
        QVERIFY(initiated->isChecked());
        initiated->click();
        setup.applyAll();
        const QJsonObject sent = setup.lastBody("PATCH");
        QCOMPARE(sent.value(QStringLiteral("spMetadataXml")).toString(), metadata(QStringLiteral("<!-- new -->")));
        QCOMPARE(sent.value(QStringLiteral("saml")).toObject().value(QStringLiteral("idpInitiated")),
                 QJsonValue(false));
        QVERIFY(!sent.contains(QStringLiteral("clientId")));
    }

    void everyPageHasRoomForItsWords_data() {
        QTest::addColumn<QString>("language");
        for (const char* each : {"en", "de", "ar"}) {
            QTest::newRow(each) << QString(QLatin1String(each));
        }
    }
    void everyPageHasRoomForItsWords() {
        QFETCH(QString, language);
        const Speaking speaking(language);
        const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS"); // for people who want to look at them
        Setup setup;
        setup.window.resize(1366, 900);
        setup.select("a-wiki");
        QStringList clipped;
        for (const auto& [tab, name] : {std::pair(0, "values"), std::pair(1, "settings")}) {
            setup.tabs->setCurrentIndex(tab);
            QTest::qWait(30);
            clipped += clippedTexts(setup.window);
            if (!folder.isEmpty()) {
                setup.window.grab().save(
                    QStringLiteral("%1/samlapp-%2-%3.png").arg(folder, QLatin1String(name), language));
            }
        }
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstSamlApps)
#include "tst_saml_apps.moc"
