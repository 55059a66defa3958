// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/saml_app_rows.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QUrl>
#include <QXmlStreamReader>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/entries_field.h"
#include "ui/widgets/paste_field.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;
using widgets::EntriesField;

namespace {

constexpr qint64 kMostBytes = 128 * 1024;
constexpr int kMetadataHeight = 110;
constexpr int kLeastHeight = 54;
constexpr int kMostRelayState = 80;

constexpr const char* kClaims[] = {"email",  "name",  "given_name", "family_name", "preferred_username",
                                   "groups", "roles", "sub"};

constexpr const char* kOfSaml[] = {"/spMetadataXml",          "/entityId",
                                   "/saml/nameIdFormat",      "/saml/signResponses",
                                   "/saml/encryptAssertions", "/saml/requireSignedRequests",
                                   "/saml/idpInitiated",      "/saml/relayState",
                                   "/saml/attributes"};

// Those that are in sight for every other app.
constexpr const char* kOfOthers[] = {"/grantTypes",           "/auth", "/audiences",
                                     "/authorizationDetails", "/dpop", "/tlsClientCertificateBoundAccessTokens"};
// Those that others show by what they know.
constexpr const char* kNeverOfSaml[] = {"/clientId",
                                        "/redirectUris",
                                        "/consent",
                                        "/firstParty",
                                        "/tlsClientAuthSubjectDn",
                                        "/jwksUri",
                                        "/jwks",
                                        "/postLogoutRedirectUris",
                                        "/backchannelLogoutUri",
                                        "/frontchannelLogoutUri",
                                        "/requirePar",
                                        "/requireSignedRequestObject",
                                        "/refreshPolicy",
                                        "/subjectType",
                                        "/sectorIdentifierUri",
                                        "/idTokenSignedResponseAlg",
                                        "/userinfoSignedResponseAlg",
                                        "/authorizationSignedResponseAlg",
                                        "/introspectionSignedResponseAlg",
                                        "/trustedIssuers",
                                        "/resourceServers",
                                        "/actors",
                                        "/impersonation"};

QString word(const char* text) {
    return QLatin1String(text);
}

QString formatUri(const char* name, const char* version = "2.0") {
    return QStringLiteral("urn:oasis:names:tc:SAML:%1:nameid-format:%2").arg(word(version), word(name));
}

bool isClaim(const std::string& name) {
    return std::any_of(std::begin(kClaims), std::end(kClaims), [&](const char* each) { return name == each; });
}

} // namespace

SamlAppRows::SamlAppRows(widgets::Form& form)
    : QObject(&form)
    , m_form(form)
    , m_metadata(new widgets::PasteField(tr("Metadata"), kMostBytes, &form))
    , m_entityId(new QLineEdit(&form))
    , m_nameIdFormat(new widgets::ChoiceField({{QString(), tr("As the app asks for it")},
                                               {formatUri("persistent"), tr("The same for ever, for this app alone")},
                                               {formatUri("transient"), tr("Another at each sign-in")},
                                               {formatUri("emailAddress", "1.1"), tr("E-mail address")},
                                               {formatUri("unspecified", "1.1"), tr("Not specified")}},
                                              &form))
    , m_signResponses(new QCheckBox(tr("Sign the response, beside the assertion"), &form))
    , m_encrypt(new QCheckBox(tr("Encrypt, where its metadata has a key for that"), &form))
    , m_requireSigned(new QCheckBox(tr("Its requests must be signed"), &form))
    , m_idpInitiated(new QCheckBox(tr("May be opened with a response that it did not ask for"), &form))
    , m_relayState(new QLineEdit(&form))
    , m_attributes(new EntriesField({{tr("Attribute"), word("urn:oid:0.9.2342.19200300.100.1.3")},
                                     {tr("Claim"), word("email")},
                                     {tr("Short name"), word("mail")}},
                                    {tr("Attribute %1"), tr("Add an attribute")}, EntriesField::Shape::Row, &form)) {
    const QFont code = theme::codeFont(form.font());
    m_metadata->setObjectName(QStringLiteral("app.spMetadata"));
    m_metadata->setMinimumHeight(kLeastHeight); // a form whose help wraps takes its room from here
    m_metadata->setMaximumHeight(kMetadataHeight);
    m_entityId->setObjectName(QStringLiteral("app.entityId"));
    m_entityId->setReadOnly(true);
    m_entityId->setFont(code);
    m_idpInitiated->setObjectName(QStringLiteral("app.idpInitiated"));
    m_relayState->setFont(code);
    m_relayState->setMaxLength(kMostRelayState);
    // Before the form hears of it, which then finds entity ID and name as they are.
    connect(m_metadata, &QPlainTextEdit::textChanged, this, &SamlAppRows::readMetadata);
    m_form.addSection(tr("SAML 2.0"));
    m_form.addRow(word("/spMetadataXml"), tr("Metadata of the app"), m_metadata,
                  tr("Paste the document of the service provider, or drop its file here. It says where answers go and "
                     "by which keys. To renew it, put the new one in its place."));
    m_form.addRow(word("/entityId"), tr("Entity ID"), m_entityId,
                  tr("Of the metadata; it stays the same as long as the app is here."));
    m_form.addRow(word("/saml/nameIdFormat"), tr("NameID"), m_nameIdFormat);
    m_form.addRow(word("/saml/signResponses"), tr("Signature"), m_signResponses);
    m_form.addRow(word("/saml/encryptAssertions"), tr("Encryption"), m_encrypt,
                  tr("Off for software that knows AES-CBC alone."));
    m_form.addRow(word("/saml/requireSignedRequests"), tr("Requests"), m_requireSigned,
                  tr("Also where its metadata does not say that they are."));
    m_form.addRow(word("/saml/idpInitiated"), tr("From a portal"), m_idpInitiated);
    m_form.addRow(word("/saml/relayState"), tr("RelayState"), m_relayState,
                  tr("That goes with such a response: where in the app people land. At most 80 characters."));
    m_form.addRow(word("/saml/attributes"), tr("Attributes"), m_attributes,
                  tr("Claims: email, name, given_name, family_name, preferred_username, groups, roles, sub. Without "
                     "any it gets those that its metadata asks for, else the usual ones; never more than its scopes "
                     "release."));
    connect(m_idpInitiated, &QCheckBox::toggled, m_relayState, &QWidget::setEnabled);
}

void SamlAppRows::readMetadata() {
    const SpSummary summary = summaryOf(m_metadata->toPlainText());
    m_entityId->setText(summary.entityId);
    m_entityId->setCursorPosition(0);
    if (!summary.name.isEmpty()) {
        emit named(summary.name);
    }
}

void SamlAppRows::setApp(const admin::api::App& app) {
    const admin::api::SamlApp saml = app.saml.value_or(admin::api::SamlApp());
    m_metadata->setPlainText(toQString(app.spMetadataXml));
    m_nameIdFormat->setValue(toQString(saml.nameIdFormat));
    m_signResponses->setChecked(saml.signResponses);
    m_encrypt->setChecked(saml.encryptAssertions);
    m_requireSigned->setChecked(saml.requireSignedRequests);
    m_idpInitiated->setChecked(saml.idpInitiated);
    m_relayState->setText(toQString(saml.relayState));
    m_relayState->setEnabled(saml.idpInitiated);
    std::vector<EntriesField::Entry> attributes;
    attributes.reserve(saml.attributes.size());
    for (const admin::api::ReleasedAttribute& each : saml.attributes) {
        attributes.push_back({toQString(each.name), toQString(each.claim), toQString(each.friendlyName)});
    }
    m_attributes->setEntries(attributes);
}

void SamlAppRows::writeTo(admin::api::App& app) const {
    if (!isSaml(app)) {
        app.spMetadataXml.clear();
        app.saml.reset();
        return;
    }
    app.spMetadataXml = m_metadata->toPlainText().trimmed().toStdString();
    app.auth = "none";
    app.grantTypes.clear();
    app.consent = "off";
    admin::api::SamlApp saml;
    saml.nameIdFormat = m_nameIdFormat->value().toStdString();
    saml.signResponses = m_signResponses->isChecked();
    saml.encryptAssertions = m_encrypt->isChecked();
    saml.requireSignedRequests = m_requireSigned->isChecked();
    saml.idpInitiated = m_idpInitiated->isChecked();
    saml.relayState = m_relayState->text().trimmed().toStdString();
    for (const EntriesField::Entry& each : m_attributes->entries()) {
        saml.attributes.push_back({each[0].toStdString(), each[1].toStdString(), each[2].toStdString()});
    }
    app.saml = std::move(saml);
}

std::vector<widgets::FieldError> SamlAppRows::problems(const admin::api::App& wanted) const {
    std::vector<widgets::FieldError> problems;
    if (!wanted.saml) {
        return problems;
    }
    const auto refuse = [&problems](const char* pointer, const QString& message) {
        problems.push_back({word(pointer), word("malformed"), message});
    };
    if (wanted.spMetadataXml.empty()) {
        refuse("/spMetadataXml", tr("Is needed: the app is known by it."));
    } else if (m_entityId->text().isEmpty()) {
        refuse("/spMetadataXml", tr("This is not the metadata of a service provider."));
    }
    for (const admin::api::ReleasedAttribute& each : wanted.saml->attributes) {
        if (each.name.empty() || !isClaim(each.claim)) {
            refuse("/saml/attributes", tr("Each has a name, and one of the claims that are named below."));
            break;
        }
    }
    return problems;
}

void SamlAppRows::showRows(const admin::api::App& wanted) {
    const bool saml = isSaml(wanted);
    for (const char* row : kOfSaml) {
        m_form.setRowVisible(word(row), saml);
    }
    for (const char* row : kOfOthers) {
        m_form.setRowVisible(word(row), !saml);
    }
    for (const char* row : kNeverOfSaml) {
        if (saml) {
            m_form.setRowVisible(word(row), false);
        }
    }
}

SpSummary summaryOf(const QString& metadata) {
    SpSummary out;
    QString entityId;
    QString organisation;
    QXmlStreamReader xml(metadata);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("EntityDescriptor")) {
            entityId = xml.attributes().value(QLatin1String("entityID")).toString();
        } else if (xml.name() == QLatin1String("SPSSODescriptor")) {
            out.entityId = entityId;
        } else if (xml.name() == QLatin1String("DisplayName") && out.name.isEmpty()) {
            out.name = xml.readElementText(QXmlStreamReader::SkipChildElements).simplified();
        } else if (xml.name() == QLatin1String("OrganizationDisplayName") && organisation.isEmpty()) {
            organisation = xml.readElementText(QXmlStreamReader::SkipChildElements).simplified();
        }
    }
    if (xml.hasError() || out.entityId.isEmpty()) {
        return {};
    }
    const QString host = QUrl(entityId).host();
    out.name = !out.name.isEmpty() ? out.name : !organisation.isEmpty() ? organisation : host;
    return out;
}

} // namespace gatehouse::ui::panels::apps
