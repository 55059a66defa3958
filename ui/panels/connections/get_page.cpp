// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/get_page.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/connections/authorities_field.h"
#include "ui/panels/connections/saml_metadata.h"
#include "ui/panels/connections/saml_source.h"
#include "ui/panels/connections/vendors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

constexpr int kSourceHeight = 58;

QString word(const char* text) {
    return QLatin1String(text);
}

widgets::Status statusOf(SamlSource::Kind kind) {
    return kind == SamlSource::Kind::Nothing   ? widgets::Status::Info
           : kind == SamlSource::Kind::Unknown ? widgets::Status::Warning
                                               : widgets::Status::Ok;
}

widgets::Status statusOf(SourceText::Kind kind) {
    switch (kind) {
    case SourceText::Kind::Nothing:
        return widgets::Status::Info;
    case SourceText::Kind::Issuer:
    case SourceText::Kind::Address:
    case SourceText::Kind::Document:
        return widgets::Status::Ok;
    case SourceText::Kind::Saml:
    case SourceText::Kind::Unknown:
        return widgets::Status::Warning;
    }
    return widgets::Status::Info;
}

} // namespace

GetPage::GetPage(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_sourceLabel(new QLabel(this))
    , m_source(new QPlainTextEdit(this))
    , m_glyph(new widgets::StatusGlyph(widgets::Status::Info, 16, this))
    , m_recognised(widgets::mutedLabel({}, this))
    , m_whereFrom(widgets::mutedLabel({}, this))
    , m_facts(new QLabel(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_sourceLabel->setBuddy(m_source);
    m_sourceLabel->setWordWrap(true);
    m_source->setObjectName(QStringLiteral("idp.source"));
    m_source->setAccessibleName(tr("Issuer, metadata address or document"));
    m_source->setFont(theme::codeFont(font()));
    m_source->setTabChangesFocus(true);
    m_source->setFixedHeight(kSourceHeight);
    m_source->setMaximumWidth(theme::kFormWidth);
    m_source->setAcceptDrops(true);
    m_source->viewport()->installEventFilter(this);
    m_recognised->setObjectName(QStringLiteral("idp.recognised"));
    auto* said = new QHBoxLayout;
    said->setSpacing(8);
    said->addWidget(m_glyph, 0, Qt::AlignTop);
    said->addWidget(m_recognised, 1);
    m_column->addWidget(m_sourceLabel);
    m_column->addWidget(m_source);
    m_column->addLayout(said);
    m_facts->setObjectName(QStringLiteral("idp.facts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setMaximumWidth(theme::kFormWidth);
    m_facts->hide();
    m_column->addWidget(m_whereFrom);
    m_column->addWidget(m_facts);
    m_column->addStretch(1);
    connect(m_source, &QPlainTextEdit::textChanged, this, &GetPage::sourceEdited);
}

void GetPage::makeForm(const WizardState& state) {
    m_vendor = state.vendor;
    m_type = toQString(state.connection.type);
    delete m_form;
    m_form = new widgets::Form(this);
    m_saml.reset();
    if (isSaml(state.connection)) {
        m_saml.emplace(*m_form, samlTermsOf(m_vendor));
        m_form->setRowVisible(word("/metadataXml"), false); // it is pasted above
        const bool isVendors = m_vendor != QLatin1String(kSamlVendor) && m_vendor != QLatin1String("shibboleth");
        for (const char* ofFederations : {"/metadataSigners", "/metadataQuery"}) {
            m_form->setRowVisible(word(ofFederations), !isVendors);
        }
    } else {
        makeOidcRows(vendorById(m_vendor));
    }
    m_acrValues = new widgets::WordsField(m_form);
    m_acrValues->setFont(theme::codeFont(font()));
    m_domains = new widgets::WordsField(m_form);
    m_domains->setPlaceholderText(QStringLiteral("company.com"));
    m_authorities = new AuthoritiesField(m_form);
    m_form->addRow(word("/acrValues"), tr("Ask for level"), m_acrValues,
                   tr("Authentication levels (acr) to ask for; empty: none."));
    m_levelNames.emplace(*m_form);
    m_form->addRow(word("/domains"), tr("Domains"), m_domains,
                   tr("People with these addresses are led here. They must be verified for the tenant."));
    m_form->addRow(word("/trustedAuthorities"), tr("Trusted authorities"), m_authorities,
                   tr("Besides the system's, and for this provider alone."));
    m_column->insertWidget(5, m_form);
    connect(m_authorities, &AuthoritiesField::edited, this, &GetPage::showRows);
    connect(m_form, &widgets::Form::edited, this, [this] {
        if (!m_filling) {
            showSamlFacts();
            emit edited();
        }
    });
}

void GetPage::makeOidcRows(const Vendor& vendor) {
    m_issuer = new QLineEdit(m_form);
    m_clientId = new QLineEdit(m_form);
    m_secret = new widgets::SecretField(m_form);
    m_clientAuth = new widgets::ChoiceField({{word("client_secret_basic"), tr("Secret in the header (basic)")},
                                             {word("client_secret_post"), tr("Secret in the body (post)")},
                                             {word("private_key_jwt"), tr("Signed with our key (private_key_jwt)")},
                                             {word("none"), tr("None (public client, PKCE only)")}},
                                            m_form);
    m_scopes = new widgets::WordsField(m_form);
    m_tenantIds = new widgets::WordsField(m_form);
    m_issuer->setObjectName(QStringLiteral("idp.issuer"));
    m_clientId->setObjectName(QStringLiteral("idp.clientId"));
    m_secret->setObjectName(QStringLiteral("idp.clientSecret"));
    m_clientAuth->setObjectName(QStringLiteral("idp.clientAuth"));
    const QFont code = theme::codeFont(font());
    for (QLineEdit* field :
         {m_issuer, m_clientId, static_cast<QLineEdit*>(m_scopes), static_cast<QLineEdit*>(m_tenantIds)}) {
        field->setFont(code);
    }
    m_issuer->setPlaceholderText(vendor.issuerExample);
    m_form->addRow(word("/issuer"), vendor.issuer, m_issuer, tr("Exactly as the provider spells it, slash by slash."));
    m_form->addRow(word("/allowedTenantIds"), tr("Entra directories"), m_tenantIds,
                   tr("The directory ids that may sign in; needed with {tenantid} in the issuer."));
    m_form->addRow(word("/clientId"), vendor.clientId, m_clientId);
    m_form->addRow(word("/clientAuth"), tr("We prove ourselves by"), m_clientAuth);
    m_form->addRow(word("/clientSecret"), vendor.clientSecret, m_secret, tr("Kept encrypted and never shown again."));
    m_form->addRow(word("/scopes"), tr("Scopes"), m_scopes);
    connect(m_clientAuth, &QComboBox::activated, this, &GetPage::showRows);
    connect(m_issuer, &QLineEdit::textChanged, this, &GetPage::showRows);
}

void GetPage::show(const WizardState& state) {
    m_filling = true;
    const admin::api::Connection& connection = state.connection;
    if (m_form == nullptr || m_vendor != state.vendor || m_type != toQString(connection.type)) {
        makeForm(state);
        const QSignalBlocker quiet(m_source);
        m_source->clear();
    }
    const Vendor& vendor = vendorById(state.vendor);
    const SamlTerms terms = samlTermsOf(state.vendor);
    m_sourceLabel->setText(
        m_saml ? tr("&Paste an address of metadata, the document itself or a certificate, or drop a file")
               : tr("&Paste an issuer, an address of metadata or the document itself, or drop a file"));
    m_whereFrom->setText(tr("From %1: %2").arg(vendor.name, m_saml ? terms.whereValues : vendor.whereValues));
    if (m_saml) {
        m_saml->setConnection(connection);
    } else {
        fillOidc(connection);
    }
    m_acrValues->setWords(client::toStringList(connection.acrValues));
    m_levelNames->setConnection(connection);
    m_domains->setWords(client::toStringList(connection.domains));
    m_authorities->setPem(connection.trustedAuthorities);
    showRows();
    showSamlFacts();
    if (m_source->toPlainText().isEmpty()) {
        m_glyph->setStatus(widgets::Status::Info);
        m_recognised->setText(tr("For example %1").arg(m_saml ? terms.example : vendor.issuerExample));
    }
    m_filling = false;
}

void GetPage::fillOidc(const admin::api::Connection& connection) {
    m_issuer->setText(toQString(connection.issuer));
    m_clientId->setText(toQString(connection.clientId));
    m_clientAuth->setValue(toQString(connection.clientAuth));
    m_secret->reset(connection.hasClientSecret);
    if (connection.clientSecret) {
        m_secret->setText(toQString(*connection.clientSecret));
        m_secret->setModified(true);
    }
    m_scopes->setWords(client::toStringList(connection.scopes));
    m_tenantIds->setWords(client::toStringList(connection.allowedTenantIds));
}

void GetPage::read(WizardState& state) const {
    if (m_form == nullptr || m_type != toQString(state.connection.type)) {
        return;
    }
    admin::api::Connection& connection = state.connection;
    if (m_saml) {
        m_saml->writeTo(connection);
    } else {
        readOidc(state);
    }
    connection.acrValues = client::toStrings(m_acrValues->words());
    m_levelNames->writeTo(connection);
    connection.domains = client::toStrings(m_domains->words());
    connection.trustedAuthorities = m_authorities->pem();
}

void GetPage::readOidc(WizardState& state) const {
    admin::api::Connection& connection = state.connection;
    connection.issuer = m_issuer->text().trimmed().toStdString();
    connection.clientId = m_clientId->text().trimmed().toStdString();
    connection.clientAuth = m_clientAuth->value().toStdString();
    connection.scopes = client::toStrings(m_scopes->words());
    connection.allowedTenantIds = client::toStrings(m_tenantIds->words());
    if (const auto secret = m_secret->changedValue(); secret && !secret->isEmpty()) {
        connection.clientSecret = secret->toStdString();
        state.lostSecret = false;
    } else {
        connection.clientSecret.reset();
    }
}

void GetPage::setSource(const QString& text) {
    m_source->setPlainText(text);
}

void GetPage::setIssuer(const QString& issuer) {
    if (m_saml) {
        return;
    }
    m_issuer->setText(issuer);
    emit edited();
}

void GetPage::samlSourceEdited() {
    const SamlSource source = recogniseSaml(m_source->toPlainText());
    m_glyph->setStatus(statusOf(source.kind));
    m_recognised->setText(source.sentence);
    m_recognised->setAccessibleName(source.sentence);
    admin::api::Connection given;
    m_saml->writeTo(given);
    const bool emptied = source.kind == SamlSource::Kind::Nothing && !given.metadataXml.empty();
    if (emptied) {
        given.metadataXml.clear();
    }
    if (take(source, given) || emptied) {
        m_filling = true;
        m_saml->setConnection(given);
        m_filling = false;
        showSamlFacts();
        emit edited();
    }
}

void GetPage::showSamlFacts() {
    QStringList lines;
    admin::api::Connection given;
    if (m_saml) {
        m_saml->writeTo(given);
    }
    QStringList certificates = client::toStringList(given.certificates);
    if (const auto metadata =
            given.metadataXml.empty() ? std::nullopt : readSamlMetadata(toQString(given.metadataXml))) {
        lines << tr("Entity ID: %1").arg(metadata->entityId) << tr("SSO URL: %1").arg(metadata->ssoUrl);
        certificates = certificates.isEmpty() ? metadata->certificates : certificates;
    }
    for (const QString& pem : std::as_const(certificates)) {
        lines << tr("Certificate: %1").arg(certificateLine(pem, QDateTime::currentDateTimeUtc()));
    }
    m_facts->setText(lines.join(u'\n'));
    m_facts->setVisible(!lines.isEmpty());
}

void GetPage::sourceEdited() {
    if (m_saml) {
        samlSourceEdited();
        return;
    }
    const SourceText source = recognise(m_source->toPlainText());
    m_glyph->setStatus(statusOf(source.kind));
    QStringList filled;
    if (!source.issuer.isEmpty() && m_form != nullptr) {
        m_issuer->setText(source.issuer);
        filled.append(vendorById(m_vendor).issuer);
        if (!source.scopes.isEmpty()) {
            m_scopes->setWords(source.scopes);
            filled.append(tr("scopes"));
        }
        if (!source.clientAuths.isEmpty()) {
            m_clientAuth->setValue(source.clientAuths.front());
            filled.append(tr("our proof"));
            showRows();
        }
        m_issuer->setCursorPosition(0);
    }
    m_recognised->setText(filled.isEmpty()
                              ? source.sentence
                              : tr("%1 From metadata: %2.").arg(source.sentence, filled.join(QStringLiteral(", "))));
    m_recognised->setAccessibleName(m_recognised->text());
    if (!filled.isEmpty()) {
        emit edited();
    }
}

void GetPage::takeFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxSourceBytes) {
        m_glyph->setStatus(widgets::Status::Warning);
        m_recognised->setText(tr("This file cannot be read, or is larger than 1 MiB."));
        return;
    }
    m_source->setPlainText(QString::fromUtf8(file.readAll()));
}

bool GetPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto* drag = static_cast<QDragMoveEvent*>(event);
        if (drag->mimeData()->hasUrls() || drag->mimeData()->hasText()) {
            drag->acceptProposedAction();
            return true;
        }
    }
    if (event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QList<QUrl> urls = drop->mimeData()->urls();
        if (!urls.isEmpty() && urls.front().isLocalFile()) {
            takeFile(urls.front().toLocalFile());
        } else {
            m_source->setPlainText(urls.isEmpty() ? drop->mimeData()->text() : urls.front().toString());
        }
        drop->acceptProposedAction();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void GetPage::focusFirst() {
    m_source->setFocus(Qt::OtherFocusReason);
}

void GetPage::focusIssuer() {
    if (m_saml) {
        m_saml->focusFirst();
        return;
    }
    m_issuer->setFocus(Qt::OtherFocusReason);
    m_issuer->selectAll();
}

void GetPage::focusSecret() {
    if (m_saml) {
        m_saml->focusFirst();
        return;
    }
    (m_clientAuth->value().startsWith(QLatin1String("client_secret")) ? static_cast<QWidget*>(m_secret) : m_clientId)
        ->setFocus(Qt::OtherFocusReason);
}

void GetPage::showRows() {
    m_form->setRowVisible(word("/trustedAuthorities"), !m_authorities->isEmpty());
    if (m_saml) {
        return;
    }
    m_form->setRowVisible(word("/clientSecret"), m_clientAuth->value().startsWith(QLatin1String("client_secret")));
    m_form->setRowVisible(word("/allowedTenantIds"),
                          m_issuer->text().contains(QLatin1String("{tenantid}")) || !m_tenantIds->text().isEmpty());
}

} // namespace gatehouse::ui::panels::connections
