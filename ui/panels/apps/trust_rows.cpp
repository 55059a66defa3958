// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/trust_rows.h"

#include <QCheckBox>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"
#include "ui/panels/apps/field_problems.h"
#include "ui/theme/theme.h"
#include "ui/widgets/entries_field.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;
using widgets::EntriesField;

namespace {

QString word(const char* text) {
    return QLatin1String(text);
}

} // namespace

TrustRows::TrustRows(widgets::Form& form)
    : QObject(&form)
    , m_form(form)
    , m_issuers(new EntriesField({{tr("Issuer"), word("https://token.actions.example")},
                                  {tr("Subject"), word("repo:acme/export:*")},
                                  {tr("Audience"), tr("this issuer")},
                                  {tr("Its keys"), tr("from its metadata")},
                                  {tr("Takes each token more than once"), {}, EntriesField::Part::Kind::Box}},
                                 {tr("Trusted issuer %1"), tr("Add a trusted issuer")}, EntriesField::Shape::Block,
                                 &form))
    , m_servers(new EntriesField({{tr("Issuer"), word("https://login.partner.example")},
                                  {tr("Client id"), tr("what the app is called there")},
                                  {tr("Scopes"), tr("none")},
                                  {tr("Resources"), tr("none")}},
                                 {tr("Authorization server %1"), tr("Add an authorization server")},
                                 EntriesField::Shape::Block, &form))
    , m_actors(new widgets::WordsField(&form))
    , m_impersonation(new QCheckBox(tr("Its tokens need not say that it acts for somebody"), &form)) {
    m_actors->setFont(theme::codeFont(form.font()));
    m_form.addSection(tr("Tokens of others"));
    m_form.addRow(word("/trustedIssuers"), tr("Trusted issuers"), m_issuers,
                  tr("Whose tokens prove the program (RFC 7523). Single * in a subject stands for a part of it."));
    m_form.addRow(word("/resourceServers"), tr("May go on to"), m_servers,
                  tr("Other authorization servers that it may have identity assertions for (ID-JAG)."));
    m_form.addRow(word("/actors"), tr("May act"), m_actors, tr("Client ids of apps that may stand in for a person."));
    m_form.addRow(word("/impersonation"), tr("Who acts"), m_impersonation);
}

void TrustRows::setApp(const admin::api::App& app) {
    std::vector<EntriesField::Entry> issuers;
    issuers.reserve(app.trustedIssuers.size());
    for (const admin::api::TrustedIssuer& each : app.trustedIssuers) {
        issuers.push_back({toQString(each.issuer), toQString(each.subject), toQString(each.audience),
                           toQString(each.jwksUri), each.reusable ? EntriesField::kChecked : QString()});
    }
    m_issuers->setEntries(issuers);
    std::vector<EntriesField::Entry> servers;
    servers.reserve(app.resourceServers.size());
    for (const admin::api::ResourceServer& each : app.resourceServers) {
        servers.push_back({toQString(each.issuer), toQString(each.clientId),
                           client::toStringList(each.scopes).join(u' '),
                           client::toStringList(each.resources).join(u' ')});
    }
    m_servers->setEntries(servers);
    m_actors->setWords(client::toStringList(app.actors));
    m_impersonation->setChecked(app.impersonation);
}

void TrustRows::writeTo(admin::api::App& app) const {
    app.trustedIssuers.clear();
    for (const EntriesField::Entry& each : m_issuers->entries()) {
        app.trustedIssuers.push_back({each[0].toStdString(), each[1].toStdString(), each[2].toStdString(),
                                      each[3].toStdString(), each[4] == EntriesField::kChecked});
    }
    app.resourceServers.clear();
    for (const EntriesField::Entry& each : m_servers->entries()) {
        app.resourceServers.push_back({each[0].toStdString(), each[1].toStdString(),
                                       client::toStrings(widgets::spaced(each[2])),
                                       client::toStrings(widgets::spaced(each[3]))});
    }
    app.actors = client::toStrings(m_actors->words());
    app.impersonation = m_impersonation->isChecked();
}

std::vector<widgets::FieldError> TrustRows::problems(const admin::api::App& wanted) const {
    std::vector<widgets::FieldError> problems = FieldProblems::trustedIssuers(wanted);
    for (widgets::FieldError& each : FieldProblems::resourceServers(wanted)) {
        problems.push_back(std::move(each));
    }
    return problems;
}

void TrustRows::showRows(const admin::api::App& wanted) {
    const bool exchanges = hasGrant(wanted, "urn:ietf:params:oauth:grant-type:token-exchange");
    const bool asserts = hasGrant(wanted, "urn:ietf:params:oauth:grant-type:jwt-bearer");
    m_form.setRowVisible(word("/trustedIssuers"), (asserts && isMachine(wanted)) || !wanted.trustedIssuers.empty());
    m_form.setRowVisible(word("/resourceServers"), exchanges || !wanted.resourceServers.empty());
    m_form.setRowVisible(word("/actors"), exchanges || asserts || !wanted.actors.empty());
    m_form.setRowVisible(word("/impersonation"), exchanges || asserts || wanted.impersonation);
}

} // namespace gatehouse::ui::panels::apps
