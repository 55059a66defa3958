// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/token_rows.h"

#include <QCheckBox>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"
#include "ui/panels/apps/field_problems.h"
#include "ui/theme/theme.h"
#include "ui/widgets/entries_field.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;
using widgets::ChoiceField;
using widgets::EntriesField;

namespace {

struct Signed {
    const char* pointer;
    std::optional<std::string> admin::api::App::* algorithm;
};
constexpr Signed kSigned[] = {{"/idTokenSignedResponseAlg", &admin::api::App::idTokenSignedResponseAlg},
                              {"/userinfoSignedResponseAlg", &admin::api::App::userinfoSignedResponseAlg},
                              {"/authorizationSignedResponseAlg", &admin::api::App::authorizationSignedResponseAlg},
                              {"/introspectionSignedResponseAlg", &admin::api::App::introspectionSignedResponseAlg}};

QString word(const char* text) {
    return QLatin1String(text);
}

/// `otherwise`: what happens where no algorithm is named.
ChoiceField* signatureField(const QString& otherwise, QWidget* parent) {
    return new ChoiceField({{QString(), otherwise},
                            {word("ES256"), word("ES256")},
                            {word("PS256"), word("PS256")},
                            {word("EdDSA"), word("EdDSA")},
                            {word("RS256"), word("RS256")}},
                           parent);
}

} // namespace

TokenRows::TokenRows(widgets::Form& form)
    : QObject(&form)
    , m_form(form)
    , m_audiences(new widgets::WordsField(&form))
    , m_details(new EntriesField({{tr("Type"), word("payment_initiation")}, {tr("Members"), word("amount creditor")}},
                                 {tr("Type %1"), tr("Add a type")}, EntriesField::Shape::Row, &form))
    , m_requirePar(new QCheckBox(tr("Only requests that it pushed (PAR)"), &form))
    , m_requireSigned(new QCheckBox(tr("Only requests that it signed (JAR)"), &form))
    , m_dpop(new ChoiceField({{word("off"), tr("Bearer tokens: who holds one may use it")},
                              {word("optional"), tr("Bound where the app asks for it")},
                              {word("required"), tr("Always bound to the app's key")}},
                             &form))
    , m_certificateBound(new ChoiceField({{word("off"), tr("Not bound to a certificate")},
                                          {word("optional"), tr("Bound where the app shows one")},
                                          {word("required"), tr("Always bound to its certificate")}},
                                         &form))
    , m_refreshPolicy(new ChoiceField({{word("rotate"), tr("Another one at each use")},
                                       {word("static_bound"), tr("The same one, bound to the app's key")}},
                                      &form))
    , m_subjectType(new ChoiceField(
          {{word("public"), tr("The same everywhere")}, {word("pairwise"), tr("Another one for each site")}}, &form))
    , m_sector(new QLineEdit(&form))
    , m_signatures{signatureField(tr("As the issuer signs by itself"), &form), signatureField(tr("Not signed"), &form),
                   signatureField(tr("As the issuer signs by itself"), &form),
                   signatureField(tr("As the issuer signs by itself"), &form)} {
    const QFont code = theme::codeFont(form.font());
    m_audiences->setFont(code);
    m_sector->setFont(code);
    m_sector->setPlaceholderText(QStringLiteral("https://company.com/apps.json"));
    addRequests();
    addSignatures();
    connect(m_subjectType, &QComboBox::activated, this, &TokenRows::turned);
    connect(m_requireSigned, &QCheckBox::clicked, this, &TokenRows::turned);
}

void TokenRows::addRequests() {
    m_form.addSection(tr("Requests and tokens"));
    m_form.addRow(word("/audiences"), tr("For APIs"), m_audiences,
                  tr("What access tokens are for (aud); empty: this broker alone."));
    m_form.addRow(word("/authorizationDetails"), tr("Detailed rights"), m_details,
                  tr("Types of authorization_details that it may ask for, and the members that each may have."));
    m_form.addRow(word("/dpop"), tr("Binding (DPoP)"), m_dpop,
                  tr("A bound token is of no use to a thief who lacks the key."));
    m_form.addRow(word("/tlsClientCertificateBoundAccessTokens"), tr("Binding (mTLS)"), m_certificateBound);
    m_form.addRow(word("/requirePar"), tr("Requests"), m_requirePar,
                  tr("The browser then carries nothing that could be changed on the way."));
    m_form.addRow(word("/requireSignedRequestObject"), tr("Signed requests"), m_requireSigned,
                  tr("Proven by its public keys, which have to be known here."));
    m_form.addRow(word("/refreshPolicy"), tr("Refresh tokens"), m_refreshPolicy);
    m_form.addRow(word("/subjectType"), tr("Who somebody is (sub)"), m_subjectType);
    m_form.addRow(word("/sectorIdentifierUri"), tr("Site"), m_sector,
                  tr("Apps of the same host know people by the same name. Empty: the host of the redirect addresses."));
}

void TokenRows::addSignatures() {
    m_form.addSection(tr("What answers are signed with"),
                      tr("An algorithm can be chosen once the issuer has a key for it; see Keys."));
    const QString labels[] = {tr("ID tokens"), tr("User info"), tr("Answers by browser"), tr("Introspection")};
    const QString helps[] = {tr("Many libraries expect RS256 unless they are told."), QString(),
                             tr("Where the app asks for signed ones (JARM)."),
                             tr("Where the app asks for signed ones.")};
    for (std::size_t at = 0; at < m_signatures.size(); ++at) {
        m_form.addRow(word(kSigned[at].pointer), labels[at], m_signatures[at], helps[at]);
    }
}

void TokenRows::setApp(const admin::api::App& app) {
    m_audiences->setWords(client::toStringList(app.audiences));
    std::vector<EntriesField::Entry> details;
    details.reserve(app.authorizationDetails.size());
    for (const admin::api::DetailsType& each : app.authorizationDetails) {
        details.push_back({toQString(each.type), client::toStringList(each.members).join(u' ')});
    }
    m_details->setEntries(details);
    m_dpop->setValue(toQString(app.dpop));
    m_certificateBound->setValue(toQString(app.tlsClientCertificateBoundAccessTokens));
    m_requirePar->setChecked(app.requirePar);
    m_requireSigned->setChecked(app.requireSignedRequestObject);
    m_refreshPolicy->setValue(toQString(app.refreshPolicy));
    m_subjectType->setValue(toQString(app.subjectType));
    m_sector->setText(toQString(app.sectorIdentifierUri));
    for (std::size_t at = 0; at < m_signatures.size(); ++at) {
        m_signatures[at]->setValue(toQString((app.*kSigned[at].algorithm).value_or(std::string())));
    }
}

void TokenRows::writeTo(admin::api::App& app) const {
    app.audiences = client::toStrings(m_audiences->words());
    app.authorizationDetails.clear();
    for (const EntriesField::Entry& each : m_details->entries()) {
        app.authorizationDetails.push_back({each[0].toStdString(), client::toStrings(widgets::spaced(each[1]))});
    }
    app.dpop = m_dpop->value().toStdString();
    app.tlsClientCertificateBoundAccessTokens = m_certificateBound->value().toStdString();
    app.requirePar = m_requirePar->isChecked();
    app.requireSignedRequestObject = m_requireSigned->isChecked();
    app.refreshPolicy = m_refreshPolicy->value().toStdString();
    app.subjectType = m_subjectType->value().toStdString();
    app.sectorIdentifierUri = m_sector->text().trimmed().toStdString();
    for (std::size_t at = 0; at < m_signatures.size(); ++at) {
        const QString chosen = m_signatures[at]->value();
        app.*kSigned[at].algorithm = chosen.isEmpty() ? std::nullopt : std::optional(chosen.toStdString());
    }
}

std::vector<widgets::FieldError> TokenRows::problems(const admin::api::App& wanted) const {
    std::vector<widgets::FieldError> problems = FieldProblems::authorizationDetails(wanted);
    for (widgets::FieldError& each : FieldProblems::sector(wanted)) {
        problems.push_back(std::move(each));
    }
    return problems;
}

void TokenRows::showRows(const admin::api::App& wanted) {
    const bool people = signsPeopleIn(wanted);
    for (const char* pointer :
         {"/requirePar", "/requireSignedRequestObject", "/subjectType", "/idTokenSignedResponseAlg",
          "/userinfoSignedResponseAlg", "/authorizationSignedResponseAlg"}) {
        m_form.setRowVisible(word(pointer), people);
    }
    m_form.setRowVisible(word("/sectorIdentifierUri"),
                         people && (wanted.subjectType == "pairwise" || !wanted.sectorIdentifierUri.empty()));
    m_form.setRowVisible(word("/refreshPolicy"), hasGrant(wanted, "refresh_token"));
}

} // namespace gatehouse::ui::panels::apps
