// SPDX-License-Identifier: Apache-2.0
// SAML in the console: the wizard's way through it, what was pasted, what a connection says, and recorded messages.
#include <QClipboard>
#include <QJsonArray>

#include "tests/gui/clipped_text.h"
#include "tests/gui/connections_fixture.h"
#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/saml_facts.h"
#include "ui/panels/connections/saml_metadata.h"
#include "ui/panels/connections/saml_source.h"
#include "ui/panels/connections/vendors.h"
#include "ui/panels/logins/saml_message.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/fields.h"

namespace gatehouse::tests {

namespace {

using ui::panels::logins::SamlPart;
using ui::panels::logins::samlParts;

/// Of an identity provider, with `inside` in front of its addresses.
QString metadata(const QString& entityId, const QString& inside = {}) {
    return QStringLiteral("<?xml version=\"1.0\"?>"
                          "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"%1\">"
                          "<md:IDPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">%2"
                          "<md:SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" "
                          "Location=\"https://idp.example/slo\"/>"
                          "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" "
                          "Location=\"https://idp.example/post\"/>"
                          "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" "
                          "Location=\"https://idp.example/sso\"/>"
                          "</md:IDPSSODescriptor></md:EntityDescriptor>")
        .arg(entityId, inside);
}

QString key(const char* use, const char* base64) {
    return QStringLiteral("<md:KeyDescriptor use=\"%1\"><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
                          "<ds:X509Data><ds:X509Certificate>%2</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
                          "</md:KeyDescriptor>")
        .arg(QLatin1String(use), QLatin1String(base64));
}

const auto kEntra = QStringLiteral("https://sts.windows.net/72f98d0e/");

constexpr const char* kResponse =
    "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" "
    "xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"r1\" InResponseTo=\"q1\" Version=\"2.0\">"
    "<saml:Issuer>https://idp.example</saml:Issuer>"
    "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>"
    "<saml:Assertion ID=\"a1\"><saml:Issuer>https://idp.example</saml:Issuer>"
    "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo>"
    "<ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"/>"
    "<ds:Reference URI=\"#a1\"/></ds:SignedInfo><ds:SignatureValue>[redacted:344]</ds:SignatureValue></ds:Signature>"
    "<saml:Subject><saml:NameID Format=\"urn:f\">ana</saml:NameID></saml:Subject>"
    "<saml:Conditions NotOnOrAfter=\"2026-01-01T00:05:00Z\"><saml:AudienceRestriction>"
    "<saml:Audience>https://gatehouse.example/me</saml:Audience></saml:AudienceRestriction></saml:Conditions>"
    "<saml:AttributeStatement><saml:Attribute Name=\"urn:oid:0.9.2342.19200300.100.1.3\" FriendlyName=\"mail\">"
    "<saml:AttributeValue>ana@fabrikam.example</saml:AttributeValue></saml:Attribute>"
    "<saml:Attribute Name=\"groups\"><saml:AttributeValue>eng</saml:AttributeValue>"
    "<saml:AttributeValue>ops</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>"
    "</saml:Assertion></samlp:Response>";

QString valueOf(const std::vector<SamlPart>& parts, const char* section, const char* name) {
    for (const SamlPart& part : parts) {
        if (part.section == QLatin1String(section) && part.name == QLatin1String(name)) {
            return part.value;
        }
    }
    return {};
}

/// The wizard at the Give page of `typed`, by SAML.
void toSaml(Setup& setup, const QString& typed) {
    setup.choose(typed);
    auto* protocol = named<widgets::ChoiceField>(setup.wizard(), "idp.protocol");
    if (protocol->isVisible()) {
        protocol->setValue(QStringLiteral("saml"));
        emit protocol->activated(protocol->currentIndex());
    }
}

} // namespace

class TstSamlConsole : public QObject {
    Q_OBJECT
private slots:
    void metadataIsReadForPeople() {
        const auto read = readSamlMetadata(metadata(kEntra, key("encryption", "AAAA") + key("signing", "MII B")));
        QVERIFY(read);
        QCOMPARE(read->entityId, kEntra);
        QCOMPARE(read->ssoUrl, QStringLiteral("https://idp.example/sso"));
        QCOMPARE(read->sloUrl, QStringLiteral("https://idp.example/slo"));
        QCOMPARE(read->certificates,
                 QStringList(QStringLiteral("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")));
        QCOMPARE(makerOf(read->entityId), QStringLiteral("Microsoft Entra"));
    }
    void whatIsNoMetadataIsNotTakenForIt() {
        QVERIFY(!readSamlMetadata(QStringLiteral("<html/>")));
        QVERIFY(!readSamlMetadata(metadata(kEntra).chopped(4)));
        QVERIFY(!readSamlMetadata(QStringLiteral("<!DOCTYPE x>") + metadata(kEntra).mid(21)));
        QVERIFY(readSamlMetadata(metadata(kEntra).mid(21)));
    }
    void whatWasPastedIsRecognised_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        using Kind = SamlSource::Kind;
        QTest::newRow("nothing") << QStringLiteral("  ") << int(Kind::Nothing);
        QTest::newRow("metadata") << metadata(kEntra) << int(Kind::Metadata);
        QTest::newRow("address") << QStringLiteral("https://idp.example/metadata?appid=7") << int(Kind::Address);
        QTest::newRow("of OpenID Connect")
            << QStringLiteral("https://idp.example/.well-known/openid-configuration") << int(Kind::Unknown);
        QTest::newRow("script") << QStringLiteral("javascript://idp.example/") << int(Kind::Unknown);
        QTest::newRow("certificate") << QStringLiteral("MII") + QString(200, u'A') << int(Kind::Certificate);
        QTest::newRow("words") << QStringLiteral("please help") << int(Kind::Unknown);
    }
    void whatWasPastedIsRecognised() {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QCOMPARE(int(recogniseSaml(text).kind), kind);
    }
    void metadataTakesThePlaceOfWhatWasThere() {
        client::api::Connection connection;
        connection.metadataUrl = "https://old.example";
        connection.ssoUrl = "https://old.example/sso";
        QVERIFY(take(recogniseSaml(metadata(kEntra)), connection));
        QVERIFY(connection.metadataUrl.empty());
        QVERIFY(connection.ssoUrl.empty());
        QCOMPARE(QString::fromStdString(connection.metadataXml), metadata(kEntra));
        QVERIFY(!take(recogniseSaml(QStringLiteral("nonsense")), connection));
    }

    void ourValuesHaveTheVendorsNames_data() {
        QTest::addColumn<QString>("vendor");
        for (const Vendor& vendor : vendors()) {
            if (vendor.saml) {
                QTest::newRow(qPrintable(vendor.id)) << vendor.id;
            }
        }
    }
    void ourValuesHaveTheVendorsNames() {
        QFETCH(QString, vendor);
        Setup setup;
        toSaml(setup, vendorById(vendor).name);
        QCOMPARE(setup.wizard()->state().vendor, vendor);
        QCOMPARE(setup.wizard()->state().connection.type, std::string("saml"));
        const SamlTerms terms = samlTermsOf(vendor);
        const QString shown = words(setup.wizard());
        QVERIFY(shown.contains(terms.entityId));
        QVERIFY(shown.contains(terms.acsUrl));
        QVERIFY(shown.contains(terms.where));
        named<widgets::CopyButton>(setup.wizard(), "idp.copyAcs")->click();
        const QString base = QStringLiteral("http://127.0.0.1:8480/sso/saml/%1/").arg(setup.key());
        QCOMPARE(QGuiApplication::clipboard()->text(), base + QStringLiteral("acs"));
        QCOMPARE(setup.wizard()->state().copied, QStringList(QStringLiteral("acsUrl")));
        named<widgets::CopyButton>(setup.wizard(), "idp.copyAll")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(terms.entityId + QStringLiteral(": ") + base +
                                                              QStringLiteral("metadata")));
        setup.press("idp.next");
        QVERIFY(words(setup.wizard()).contains(terms.ssoUrl));
        QVERIFY(words(setup.wizard()).contains(terms.certificate));
    }
    void anotherProtocolForgetsWhatIsOfNoUseToIt() {
        Setup setup;
        setup.choose(QStringLiteral("google"));
        QCOMPARE(setup.wizard()->state().connection.issuer, std::string("https://accounts.google.com"));
        auto* protocol = named<widgets::ChoiceField>(setup.wizard(), "idp.protocol");
        for (const char* type : {"saml", "oidc"}) {
            protocol->setValue(QLatin1String(type));
            emit protocol->activated(protocol->currentIndex());
            QCOMPARE(setup.wizard()->state().connection.type, std::string(type));
        }
        QCOMPARE(setup.wizard()->state().connection.issuer, std::string("https://accounts.google.com"));
    }
    void aVendorsPresetIsWhatTheConnectionBegins() {
        Setup setup;
        setup.broker.put(
            QStringLiteral("presets/okta"),
            {{QStringLiteral("name"), QStringLiteral("okta")},
             {QStringLiteral("defaults"),
              QJsonObject{
                  {QStringLiteral("wantAssertionsSigned"), false},
                  {QStringLiteral("nameIdFormat"), QStringLiteral("urn:x:email")},
                  {QStringLiteral("mapping"),
                   QJsonObject{{QStringLiteral("attributes"),
                                QJsonArray{QJsonObject{{QStringLiteral("target"), QStringLiteral("email")},
                                                       {QStringLiteral("source"), QStringLiteral("Login")}}}}}}}}});
        toSaml(setup, QStringLiteral("okta"));
        const auto& connection = [&setup]() -> const admin::api::Connection& {
            return setup.wizard()->state().connection;
        };
        QTRY_COMPARE(connection().preset, std::string("okta"));
        QVERIFY(!connection().wantAssertionsSigned);
        QCOMPARE(connection().nameIdFormat, std::string("urn:x:email"));
        QVERIFY(client::toJsonObject(connection().mapping).value(QLatin1String("attributes")).toArray().size() == 1);
        // Another protocol, or another vendor, has nothing of it.
        auto* protocol = named<widgets::ChoiceField>(setup.wizard(), "idp.protocol");
        protocol->setValue(QStringLiteral("oidc"));
        emit protocol->activated(protocol->currentIndex());
        QVERIFY(connection().preset.empty() && connection().nameIdFormat.empty());
        QVERIFY(client::toJsonObject(connection().mapping).value(QLatin1String("attributes")).toArray().size() > 1);
    }
    void pastedMetadataIsEnough() {
        Setup setup;
        toSaml(setup, QStringLiteral("entra"));
        setup.press("idp.next");
        QVERIFY(!named<QPushButton>(setup.wizard(), "idp.next")->isEnabled());
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("metadata is missing")));
        setup.paste(metadata(kEntra));
        QCOMPARE(named<QLabel>(setup.wizard(), "idp.recognised")->text(),
                 QStringLiteral("Recognised: SAML metadata, Microsoft Entra."));
        QVERIFY(named<QLabel>(setup.wizard(), "idp.facts")->text().contains(QStringLiteral("https://idp.example/sso")));
        QVERIFY(named<QPushButton>(setup.wizard(), "idp.next")->isEnabled());
        setup.paste(QString());
        QVERIFY(!named<QPushButton>(setup.wizard(), "idp.next")->isEnabled());
        setup.paste(QStringLiteral("https://idp.example/metadata"));
        QCOMPARE(setup.wizard()->state().connection.metadataUrl, std::string("https://idp.example/metadata"));
        QVERIFY(setup.wizard()->state().connection.metadataXml.empty());
    }
    void byHandAllThreeAreNeeded() {
        Setup setup;
        toSaml(setup, QStringLiteral("shibboleth"));
        setup.press("idp.next");
        setup.type("idp.entityId", QStringLiteral("https://idp.example"));
        setup.type("idp.ssoUrl", QStringLiteral("https://idp.example/sso"));
        auto* next = named<QPushButton>(setup.wizard(), "idp.next");
        QVERIFY(!next->isEnabled());
        setup.paste(QStringLiteral("MII") + QString(200, u'A'));
        QVERIFY(next->isEnabled());
        QCOMPARE(setup.wizard()->state().connection.certificates.size(), 1U);
        QCOMPARE(setup.wizard()->state().connection.entityId, std::string("https://idp.example"));
    }
    void aDraftIsThereAgainWithItsProtocol() {
        WizardState state = freshState(QStringLiteral("acme"));
        state.vendor = QStringLiteral("okta");
        setProtocol(state, QStringLiteral("saml"));
        state.connection.metadataUrl = "https://idp.example/metadata";
        state.page = WizardPage::Get;
        const auto again = stateFrom(toDraft(state));
        QVERIFY(again);
        QVERIFY(isSaml(again->connection));
        QCOMPARE(again->connection.metadataUrl, state.connection.metadataUrl);
        QVERIFY(obstacle(*again).isEmpty());
        QCOMPARE(samlAddressOf(*again, QStringLiteral("https://g.example"), "slo"),
                 QStringLiteral("https://g.example/sso/saml/%1/slo").arg(QString::fromStdString(state.connection.id)));
    }

    void everyPageHasRoomForItsWords_data() {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(theme::Choice::Light);
        QTest::newRow("dark") << int(theme::Choice::Dark);
    }
    void everyPageHasRoomForItsWords() {
        QFETCH(int, scheme);
        const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS"); // for people who want to look at them
        Setup setup;
        setup.theme.choose(theme::Choice(scheme));
        setup.window.resize(1366, 768);
        QStringList clipped;
        const auto look = [&](const char* page) {
            setup.settle();
            clipped += clippedTexts(setup.window);
            if (!folder.isEmpty()) {
                setup.window.grab().save(
                    QStringLiteral("%1/saml-%2-%3.png").arg(folder, QLatin1String(page), QString::number(scheme)));
            }
        };
        toSaml(setup, QStringLiteral("entra"));
        look("give");
        setup.press("idp.next");
        setup.paste(metadata(kEntra));
        look("get");
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    }

    void theFormKeepsEverythingOfAConnection() {
        client::api::Connection connection;
        connection.type = "saml";
        connection.name = "contoso";
        connection.metadataUrl = "https://idp.example/metadata";
        connection.metadataQuery = true;
        connection.metadataSigners = {"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"};
        connection.ssoBinding = "post";
        connection.signRequests = false;
        connection.wantAssertionsEncrypted = true;
        connection.nameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
        connection.authnContext = {"urn:a", "urn:b"};
        connection.clockSkew = 60;
        ConnectionForm form;
        form.setConnection(connection);
        const client::api::Connection read = form.connection();
        QCOMPARE(read.ssoBinding, connection.ssoBinding);
        QCOMPARE(read.metadataUrl, connection.metadataUrl);
        QVERIFY(read.metadataQuery);
        QCOMPARE(read.metadataSigners, connection.metadataSigners);
        QCOMPARE(read.nameIdFormat, connection.nameIdFormat);
        QVERIFY(read.authnContext == connection.authnContext);
        QCOMPARE(read.clockSkew, connection.clockSkew);
        QVERIFY(!read.signRequests && read.wantAssertionsEncrypted && read.wantAssertionsSigned);
        QVERIFY(form.problems().empty());
        connection.metadataUrl.clear();
        form.setConnection(connection);
        QCOMPARE(form.problems().size(), std::size_t(1));
        QCOMPARE(form.problems().front().pointer, QStringLiteral("/entityId"));
    }
    void whatWaitsForApprovalIsSaid() {
        client::api::Connection connection;
        connection.type = "saml";
        connection.entityId = "https://idp.example";
        QVERIFY(pendingSentence(connection).isEmpty());
        connection.saml.emplace();
        connection.saml->pendingChanges = {"ssoUrl", "keys"};
        connection.saml->pendingSince = Time{};
        const QString sentence = pendingSentence(connection);
        QVERIFY(sentence.contains(QStringLiteral("another single sign-on URL, none of the known keys")));
        QCOMPARE(providerOf(connection), QStringLiteral("https://idp.example"));
    }
    void daysLeftAreCounted() {
        const QDateTime now = QDateTime::fromString(QStringLiteral("2026-01-01T00:00:00Z"), Qt::ISODate);
        QCOMPARE(certificateLine(QStringLiteral("CN=a"), now.addDays(3), now),
                 QStringLiteral("CN=a, until 2026-01-04, days left: 3"));
        QVERIFY(certificateLine(QStringLiteral("CN=a"), now, now).contains(QStringLiteral("expired")));
        QVERIFY(certificateLine(QStringLiteral("junk"), now).contains(QStringLiteral("cannot be read")));
    }

    void aRecordedResponseIsLaidOut() {
        const auto parts = samlParts(QLatin1String(kResponse));
        QCOMPARE(valueOf(parts, "Response", "InResponseTo"), QStringLiteral("q1"));
        QCOMPARE(valueOf(parts, "Response", "StatusCode"),
                 QStringLiteral("urn:oasis:names:tc:SAML:2.0:status:Success"));
        QCOMPARE(valueOf(parts, "Assertion", "Issuer"), QStringLiteral("https://idp.example"));
        QCOMPARE(valueOf(parts, "Assertion", "NameID"), QStringLiteral("ana  (urn:f)"));
        QCOMPARE(valueOf(parts, "Assertion", "Audience"), QStringLiteral("https://gatehouse.example/me"));
        QCOMPARE(valueOf(parts, "Assertion", "NotOnOrAfter"), QStringLiteral("2026-01-01T00:05:00Z"));
        QCOMPARE(valueOf(parts, "Assertion", "Reference"), QStringLiteral("#a1"));
        QVERIFY(valueOf(parts, "Assertion", "SignatureMethod").endsWith(QLatin1String("rsa-sha256")));
        QCOMPARE(valueOf(parts, "Attributes", "groups"), QStringLiteral("eng, ops"));
        QCOMPARE(valueOf(parts, "Attributes", "urn:oid:0.9.2342.19200300.100.1.3"),
                 QStringLiteral("ana@fabrikam.example"));
        QVERIFY(samlParts(QStringLiteral("<!DOCTYPE x><a/>")).empty());
        QVERIFY(samlParts(QLatin1String(kResponse).chopped(3)).empty());
        QVERIFY(samlParts(QStringLiteral("{}")).empty());
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstSamlConsole)
#include "tst_saml_console.moc"
