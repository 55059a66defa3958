// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/saml_rows.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/saml_metadata.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fields.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

constexpr int kTextHeight = 84;
constexpr int kLeastHeight = 38;
constexpr int kMaxSkew = 600;

constexpr const char* kRows[] = {
    "/metadataUrl",       "/metadataXml",  "/metadataSigners",      "/metadataQuery",
    "/entityId",          "/ssoUrl",       "/ssoBinding",           "/sloUrl",
    "/certificates",      "/signRequests", "/wantAssertionsSigned", "/wantAssertionsEncrypted",
    "/allowIdpInitiated", "/nameIdFormat", "/authnContext",         "/clockSkew"};

QString word(const char* text) {
    return QLatin1String(text);
}

QPlainTextEdit* textField(const char* name, QWidget* parent) {
    auto* field = new QPlainTextEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setFont(theme::codeFont(parent->font()));
    field->setTabChangesFocus(true);
    field->setMinimumHeight(kLeastHeight); // a form whose help wraps takes its room from here
    field->setMaximumHeight(kTextHeight);
    return field;
}

QLineEdit* codeField(const char* name, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setFont(theme::codeFont(parent->font()));
    return field;
}

void showPems(const std::vector<std::string>& pems, QPlainTextEdit* field) {
    field->setPlainText(client::toStringList(pems).join(u'\n'));
}

/// What is no certificate is kept as it stands: the broker says what is wrong with it.
std::vector<std::string> pemsOf(const QPlainTextEdit* field) {
    const QString text = field->toPlainText().trimmed();
    const QStringList pems = pemsIn(text);
    return text.isEmpty()   ? std::vector<std::string>()
           : pems.isEmpty() ? std::vector{text.toStdString()}
                            : client::toStrings(pems);
}

std::string textOf(const QLineEdit* field) {
    return field->text().trimmed().toStdString();
}

} // namespace

SamlRows::SamlRows(widgets::Form& form, const SamlTerms& terms)
    : m_form(form)
    , m_metadataUrl(codeField("idp.metadataUrl", &form))
    , m_metadataXml(textField("idp.metadataXml", &form))
    , m_metadataQuery(new QCheckBox(ConnectionForm::tr("The address is a query responder's (MDQ)"), &form))
    , m_metadataSigners(textField("idp.metadataSigners", &form))
    , m_entityId(codeField("idp.entityId", &form))
    , m_ssoUrl(codeField("idp.ssoUrl", &form))
    , m_ssoBinding(
          new widgets::ChoiceField({{word("redirect"), ConnectionForm::tr("Redirect (HTTP-Redirect)")},
                                    {word("post"), ConnectionForm::tr("A form that sends itself (HTTP-POST)")}},
                                   &form))
    , m_sloUrl(codeField("idp.sloUrl", &form))
    , m_certificates(textField("idp.certificates", &form))
    , m_signRequests(new QCheckBox(ConnectionForm::tr("Sign what we ask"), &form))
    , m_wantSigned(new QCheckBox(ConnectionForm::tr("The assertion itself must be signed"), &form))
    , m_wantEncrypted(new QCheckBox(ConnectionForm::tr("The assertion must be encrypted"), &form))
    , m_allowIdpInitiated(new QCheckBox(ConnectionForm::tr("A sign-in may begin at the provider"), &form))
    , m_nameIdFormat(codeField("idp.nameIdFormat", &form))
    , m_authnContext(new widgets::WordsField(&form))
    , m_clockSkew(new QSpinBox(&form)) {
    m_authnContext->setFont(theme::codeFont(form.font()));
    m_authnContext->setObjectName(QStringLiteral("idp.authnContext"));
    m_clockSkew->setRange(0, kMaxSkew);
    m_clockSkew->setSuffix(ConnectionForm::tr(" s"));
    m_metadataUrl->setPlaceholderText(terms.example);
    form.addRow(word("/metadataUrl"), terms.metadataUrl, m_metadataUrl,
                ConnectionForm::tr("Read every six hours: certificates renew themselves."));
    form.addRow(word("/metadataXml"), ConnectionForm::tr("Metadata"), m_metadataXml,
                ConnectionForm::tr("The document, where it has no address. Not both."));
    form.addRow(word("/entityId"), terms.issuer, m_entityId,
                ConnectionForm::tr("Without metadata only, as the two below: what is given here comes before it. Of an "
                                   "aggregate or a query it says whose metadata is meant."));
    form.addRow(word("/ssoUrl"), terms.ssoUrl, m_ssoUrl);
    form.addRow(word("/certificates"), terms.certificate, m_certificates,
                ConnectionForm::tr("PEM or base64; several may stand below each other."));
    form.addRow(
        word("/metadataSigners"), ConnectionForm::tr("Metadata signed by"), m_metadataSigners,
        ConnectionForm::tr("Certificates got by another way, of a federation for instance: without a signature by "
                           "one of them no metadata is taken. Empty: it needs none."));
    form.addRow(word("/metadataQuery"), ConnectionForm::tr("Query"), m_metadataQuery,
                ConnectionForm::tr("The metadata is asked for by the entity ID below that address."));
    form.addRow(word("/sloUrl"), terms.logoutUrl, m_sloUrl);
    form.addRow(word("/ssoBinding"), ConnectionForm::tr("We ask by"), m_ssoBinding);
    form.addRow(word("/signRequests"), ConnectionForm::tr("Requests"), m_signRequests);
    form.addRow(word("/wantAssertionsSigned"), ConnectionForm::tr("Signature"), m_wantSigned,
                ConnectionForm::tr("Otherwise a signature over the whole response does as well."));
    form.addRow(word("/wantAssertionsEncrypted"), ConnectionForm::tr("Encryption"), m_wantEncrypted);
    form.addRow(word("/allowIdpInitiated"), ConnectionForm::tr("Beginning"), m_allowIdpInitiated,
                ConnectionForm::tr("Without it somebody who comes from the provider's portal is asked to begin at the "
                                   "app. A response that nobody asked for is easier to plant on somebody."));
    form.addRow(word("/nameIdFormat"), ConnectionForm::tr("NameID format"), m_nameIdFormat,
                ConnectionForm::tr("To ask for; empty: the provider chooses."));
    form.addRow(word("/authnContext"), ConnectionForm::tr("AuthnContext classes"), m_authnContext,
                ConnectionForm::tr("Asked for in every request (RequestedAuthnContext); empty: none."));
    form.addRow(word("/clockSkew"), ConnectionForm::tr("Clocks may differ by"), m_clockSkew);
}

void SamlRows::setConnection(const admin::api::Connection& connection) {
    m_metadataUrl->setText(toQString(connection.metadataUrl));
    m_metadataXml->setPlainText(toQString(connection.metadataXml));
    m_entityId->setText(toQString(connection.entityId));
    m_ssoUrl->setText(toQString(connection.ssoUrl));
    m_ssoBinding->setValue(toQString(connection.ssoBinding));
    m_sloUrl->setText(toQString(connection.sloUrl));
    m_metadataQuery->setChecked(connection.metadataQuery);
    showPems(connection.metadataSigners, m_metadataSigners);
    showPems(connection.certificates, m_certificates);
    m_signRequests->setChecked(connection.signRequests);
    m_wantSigned->setChecked(connection.wantAssertionsSigned);
    m_wantEncrypted->setChecked(connection.wantAssertionsEncrypted);
    m_allowIdpInitiated->setChecked(connection.allowIdpInitiated);
    m_nameIdFormat->setText(toQString(connection.nameIdFormat));
    m_authnContext->setWords(client::toStringList(connection.authnContext));
    m_clockSkew->setValue(int(connection.clockSkew));
    for (QLineEdit* field : {m_metadataUrl, m_entityId, m_ssoUrl, m_sloUrl}) {
        field->setCursorPosition(0);
    }
}

void SamlRows::writeTo(admin::api::Connection& connection) const {
    connection.metadataUrl = textOf(m_metadataUrl);
    connection.metadataXml = m_metadataXml->toPlainText().trimmed().toStdString();
    connection.entityId = textOf(m_entityId);
    connection.ssoUrl = textOf(m_ssoUrl);
    connection.ssoBinding = m_ssoBinding->value().toStdString();
    connection.sloUrl = textOf(m_sloUrl);
    connection.metadataQuery = m_metadataQuery->isChecked();
    connection.metadataSigners = pemsOf(m_metadataSigners);
    connection.certificates = pemsOf(m_certificates);
    connection.signRequests = m_signRequests->isChecked();
    connection.wantAssertionsSigned = m_wantSigned->isChecked();
    connection.wantAssertionsEncrypted = m_wantEncrypted->isChecked();
    connection.allowIdpInitiated = m_allowIdpInitiated->isChecked();
    connection.nameIdFormat = textOf(m_nameIdFormat);
    connection.authnContext = client::toStrings(m_authnContext->words());
    connection.clockSkew = m_clockSkew->value();
}

void SamlRows::setVisible(bool visible) {
    for (const char* row : kRows) {
        m_form.setRowVisible(word(row), visible);
    }
}

void SamlRows::focusFirst() {
    m_metadataUrl->setFocus(Qt::OtherFocusReason);
}

QString missingOfSaml(const admin::api::Connection& connection) {
    if (!connection.metadataUrl.empty() || !connection.metadataXml.empty()) {
        return {};
    }
    return connection.entityId.empty()       ? word("/entityId")
           : connection.ssoUrl.empty()       ? word("/ssoUrl")
           : connection.certificates.empty() ? word("/certificates")
                                             : QString();
}

} // namespace gatehouse::ui::panels::connections
