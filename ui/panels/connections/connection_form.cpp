// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/connection_form.h"

#include <algorithm>

#include <QCheckBox>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/connections/authorities_field.h"
#include "ui/panels/connections/wizard_state.h"
#include "ui/theme/theme.h"
#include "ui/widgets/secret_field.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

QString word(const char* text) {
    return QLatin1String(text);
}

} // namespace

QString suggestName(const QString& displayName) {
    QString name;
    for (const QChar c : displayName.toLower().normalized(QString::NormalizationForm_KD)) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')) {
            name += c;
        } else if (!name.isEmpty() && !name.endsWith(u'-') && (c.isSpace() || c.isPunct())) {
            name += u'-';
        }
    }
    while (name.endsWith(u'-')) {
        name.chop(1);
    }
    return name;
}

ConnectionForm::ConnectionForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new widgets::Form(this))
    , m_displayName(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_issuer(new QLineEdit(this))
    , m_clientId(new QLineEdit(this))
    , m_clientAuth(new widgets::ChoiceField({{word("client_secret_basic"), tr("Secret in the header (basic)")},
                                             {word("client_secret_post"), tr("Secret in the body (post)")},
                                             {word("private_key_jwt"), tr("Signed with our key (private_key_jwt)")},
                                             {word("none"), tr("None (public client, PKCE only)")}},
                                            this))
    , m_secret(new widgets::SecretField(this))
    , m_scopes(new widgets::WordsField(this))
    , m_acrValues(new widgets::WordsField(this))
    , m_domains(new widgets::WordsField(this))
    , m_tenantIds(new widgets::WordsField(this))
    , m_authorities(new AuthoritiesField(this))
    , m_trustEmail(new QCheckBox(tr("Take its e-mail addresses as verified"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    const QFont code = theme::codeFont(font());
    for (QLineEdit* field : {m_name, m_issuer, m_clientId, static_cast<QLineEdit*>(m_scopes),
                             static_cast<QLineEdit*>(m_acrValues), static_cast<QLineEdit*>(m_tenantIds)}) {
        field->setFont(code);
    }
    m_issuer->setPlaceholderText(QStringLiteral("https://login.company.com"));
    m_domains->setPlaceholderText(QStringLiteral("company.com"));

    m_form->addRow(word("/displayName"), tr("Display &name"), m_displayName, tr("On the button of the sign-in page."));
    m_form->addRow(word("/name"), tr("Short name"), m_name, tr("Lower case, digits, hyphens; apps see it as idp."));
    m_form->addRow(word("/issuer"), tr("&Issuer"), m_issuer, tr("Exactly as the provider spells it, slash by slash."));
    m_form->addRow(word("/allowedTenantIds"), tr("Entra directories"), m_tenantIds,
                   tr("The directory ids that may sign in; needed with {tenantid} in the issuer."));
    m_form->addRow(word("/clientId"), tr("&Client id"), m_clientId);
    m_form->addRow(word("/clientAuth"), tr("We prove ourselves by"), m_clientAuth);
    m_form->addRow(word("/clientSecret"), tr("Client &secret"), m_secret,
                   tr("Kept encrypted and never shown again. Asked for anew when the issuer changes."));
    m_form->addRow(word("/scopes"), tr("Scopes"), m_scopes);
    m_saml.emplace(*m_form, samlTerms());
    m_form->addRow(word("/acrValues"), tr("Ask for level"), m_acrValues,
                   tr("Authentication levels (acr) to ask for; empty: none."));
    m_levelNames.emplace(*m_form);
    m_form->addRow(word("/domains"), tr("Domains"), m_domains,
                   tr("People with these addresses are led here. They must be verified for the tenant."));
    m_form->addRow(word("/trustedAuthorities"), tr("Trusted authorities"), m_authorities,
                   tr("Besides the system's, and for this provider alone."));
    m_form->addRow(word("/trustEmail"), tr("Trust"), m_trustEmail,
                   tr("Only for addresses on this tenant's verified domains."));

    connect(m_clientAuth, &QComboBox::activated, this, &ConnectionForm::showSecretRow);
    connect(m_authorities, &AuthoritiesField::edited, this, &ConnectionForm::showSecretRow);
    connect(m_issuer, &QLineEdit::textChanged, this, &ConnectionForm::showSecretRow);
    connect(m_displayName, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (m_connection.id.empty() && !m_name->isModified()) {
            m_name->setText(suggestName(text));
        }
    });
}

void ConnectionForm::setConnection(const admin::api::Connection& connection) {
    m_connection = connection;
    m_form->clearErrors();
    m_displayName->setText(toQString(connection.displayName));
    m_name->setText(toQString(connection.name));
    m_issuer->setText(toQString(connection.issuer));
    m_issuer->setCursorPosition(0);
    m_clientId->setText(toQString(connection.clientId));
    m_clientAuth->setValue(toQString(connection.clientAuth));
    m_secret->reset(connection.hasClientSecret);
    if (connection.clientSecret) { // a draft
        m_secret->setText(toQString(*connection.clientSecret));
        m_secret->setModified(true);
    }
    m_scopes->setWords(client::toStringList(connection.scopes));
    m_acrValues->setWords(client::toStringList(connection.acrValues));
    m_levelNames->setConnection(connection);
    m_domains->setWords(client::toStringList(connection.domains));
    m_tenantIds->setWords(client::toStringList(connection.allowedTenantIds));
    m_authorities->setPem(connection.trustedAuthorities);
    m_saml->setConnection(connection);
    m_trustEmail->setChecked(connection.trustEmail);
    showSecretRow();
}

admin::api::Connection ConnectionForm::connection() const {
    admin::api::Connection connection = m_connection;
    connection.displayName = m_displayName->text().trimmed().toStdString();
    connection.name = m_name->text().trimmed().toStdString();
    if (isSaml(connection)) {
        m_saml->writeTo(connection);
    } else {
        connection.issuer = m_issuer->text().trimmed().toStdString();
        connection.clientId = m_clientId->text().trimmed().toStdString();
        connection.clientAuth = m_clientAuth->value().toStdString();
        connection.scopes = client::toStrings(m_scopes->words());
        connection.allowedTenantIds = client::toStrings(m_tenantIds->words());
    }
    connection.acrValues = client::toStrings(m_acrValues->words());
    m_levelNames->writeTo(connection);
    connection.domains = client::toStrings(m_domains->words());
    connection.trustedAuthorities = m_authorities->pem();
    connection.trustEmail = m_trustEmail->isChecked();
    connection.clientSecret.reset();
    if (const auto secret = m_secret->changedValue()) {
        connection.clientSecret = secret->toStdString();
    }
    return connection;
}

std::vector<widgets::FieldError> ConnectionForm::problems() const {
    std::vector<widgets::FieldError> problems;
    const auto refuse = [&problems](const char* pointer, const QString& message) {
        problems.push_back({word(pointer), word("malformed"), message});
    };
    const bool saml = isSaml(m_connection);
    for (const auto& [pointer, field] :
         {std::pair("/name", m_name), std::pair("/issuer", m_issuer), std::pair("/clientId", m_clientId)}) {
        if (field->text().trimmed().isEmpty() && (!saml || field == m_name)) {
            refuse(pointer, tr("Is needed."));
        }
    }
    if (const QString missing = saml ? missingOfSaml(connection()) : QString(); !missing.isEmpty()) {
        problems.push_back({missing, word("required"), tr("Is needed where there is no metadata.")});
    }
    const QString name = m_name->text().trimmed();
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
    });
    if (!plain || name.size() > 63) {
        refuse("/name", tr("At most 63 of a to z, digits, hyphen, underline and period: %1 would do.")
                            .arg(suggestName(name).left(63)));
    }
    const QUrl issuer(m_issuer->text().trimmed());
    const bool web = issuer.scheme() == QLatin1String("https") || issuer.scheme() == QLatin1String("http");
    if (!saml && !m_issuer->text().trimmed().isEmpty() && (!web || issuer.host().isEmpty())) {
        refuse("/issuer", tr("This is no https address. It begins like https://login.company.com"));
    }
    if (const QString level = unpairedLevel(connection()); !level.isEmpty()) {
        refuse("/acrMapping", tr("%1: both names are needed.").arg(level));
    }
    return problems;
}

void ConnectionForm::focusIssuer() {
    if (isSaml(m_connection)) {
        m_saml->focusFirst();
        return;
    }
    m_issuer->setFocus(Qt::OtherFocusReason);
    m_issuer->selectAll();
}

void ConnectionForm::focusSecret() {
    m_secret->setFocus(Qt::OtherFocusReason);
}

void ConnectionForm::showSecretRow() {
    const bool saml = isSaml(m_connection);
    m_saml->setVisible(saml);
    for (const char* row : {"/issuer", "/clientId", "/clientAuth", "/scopes"}) {
        m_form->setRowVisible(word(row), !saml);
    }
    m_form->setRowVisible(word("/clientSecret"),
                          !saml && m_clientAuth->value().startsWith(QLatin1String("client_secret")));
    m_form->setRowVisible(word("/trustedAuthorities"), !m_authorities->isEmpty());
    m_form->setRowVisible(word("/allowedTenantIds"), !saml && (m_issuer->text().contains(QLatin1String("{tenantid}")) ||
                                                               !m_tenantIds->text().isEmpty()));
}

} // namespace gatehouse::ui::panels::connections
