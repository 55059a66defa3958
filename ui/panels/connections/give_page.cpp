// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/give_page.h"

#include <QHBoxLayout>
#include <QHostAddress>
#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/connections/vendors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::connections {

bool isLocalAddress(const QString& publicUrl) {
    const QString host = QUrl(publicUrl).host();
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")) ||
           QHostAddress(host).isLoopback();
}

namespace {

void tick(widgets::StatusChip& chip, bool copied) {
    chip.setStatus(copied ? widgets::Status::Ok : widgets::Status::Draft,
                   copied ? GivePage::tr("Copied") : GivePage::tr("To do"));
}

} // namespace

GivePage::GivePage(QWidget* parent)
    : QWidget(parent)
    , m_card(new widgets::Card({}, this))
    , m_protocolRow(new QWidget(this))
    , m_protocol(new widgets::ChoiceField(
          {{QStringLiteral("oidc"), tr("OpenID Connect")}, {QStringLiteral("saml"), tr("SAML 2.0")}}, m_protocolRow))
    , m_values{makeValue(), makeValue(), makeValue(), makeValue()}
    , m_scopes(widgets::mutedLabel({}, m_card))
    , m_all(new widgets::CopyButton(tr("all values as text"), m_card))
    , m_whereCard(new widgets::Card({}, this))
    , m_where(new QLabel(m_whereCard))
    , m_hint(widgets::mutedLabel({}, m_whereCard))
    , m_reach(widgets::mutedLabel({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kPageMargin);
    auto* choice = new QHBoxLayout(m_protocolRow);
    choice->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("&Protocol"), m_protocolRow);
    label->setBuddy(m_protocol);
    m_protocol->setObjectName(QStringLiteral("idp.protocol"));
    m_protocol->setAccessibleName(tr("Protocol"));
    choice->addWidget(label);
    choice->addWidget(m_protocol);
    choice->addStretch(1);
    m_values[0].field->button()->setObjectName(QStringLiteral("idp.copyAcs"));
    m_values[0].term->setObjectName(QStringLiteral("idp.acsTerm"));
    m_all->setObjectName(QStringLiteral("idp.copyAll"));
    m_all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_card->body()->addWidget(m_scopes);
    m_card->addAction(m_all);
    m_where->setWordWrap(true);
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_whereCard->body()->addWidget(m_where);
    m_whereCard->body()->addWidget(m_hint);
    column->addWidget(m_protocolRow);
    column->addWidget(m_card);
    column->addWidget(m_whereCard);
    column->addWidget(m_reach);
    column->addStretch(1);
    for (widgets::Card* card : {m_card, m_whereCard}) {
        card->setMaximumWidth(theme::kFormWidth + 120);
    }
    for (const Value& value : m_values) {
        connect(value.field->button(), &widgets::CopyButton::copied, this, [this, &value] {
            tick(*value.tick, true);
            emit copied(value.which);
        });
    }
    connect(m_all, &widgets::CopyButton::copied, this, [this] {
        for (const Value& value : m_values) {
            if (!value.which.isEmpty()) {
                tick(*value.tick, true);
                emit copied(value.which);
            }
        }
    });
    connect(m_protocol, &QComboBox::activated, this, [this] { emit protocolChosen(m_protocol->value()); });
}

GivePage::Value GivePage::makeValue() {
    auto* line = new QWidget(m_card);
    auto* column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    Value value{{},
                line,
                new QLabel(line),
                new widgets::CopyField(tr("redirect URI"), line),
                new widgets::StatusChip(widgets::Status::Draft, {}, line)};
    value.term->setBuddy(value.field->button());
    head->addWidget(value.term, 1);
    head->addWidget(value.tick);
    column->addLayout(head);
    column->addWidget(value.field);
    m_card->body()->addWidget(line);
    return value;
}

void GivePage::setValue(Value& value, const QString& which, const QString& term, const QString& text, bool copied) {
    value.which = term.isEmpty() ? QString() : which;
    value.line->setVisible(!term.isEmpty());
    value.term->setText(term);
    value.field->setWhat(term);
    value.field->setValue(text);
    tick(*value.tick, copied);
}

void GivePage::show(const WizardState& state, const QString& publicUrl) {
    const Vendor& vendor = vendorById(state.vendor);
    m_card->setTitle(tr("Give this to %1").arg(vendor.name));
    m_whereCard->setTitle(tr("Where in %1?").arg(vendor.name));
    m_protocolRow->setVisible(vendor.speaksOidc() && vendor.saml && !state.created);
    m_protocol->setValue(client::toQString(state.connection.type));
    isSaml(state.connection) ? showSaml(state, publicUrl) : showOidc(state, publicUrl);
    m_all->setValue(m_text);
    m_all->setText(tr("Copy all as text"));
    m_reach->setVisible(isLocalAddress(publicUrl) && state.vendor != QLatin1String(kSandboxVendor));
    m_reach->setText(
        tr("This broker answers at %1, which only this machine can reach. Signing in with a browser on this "
           "machine works. What the provider sends by itself (provisioning, security events, logout behind "
           "the browser's back) needs a public https address.")
            .arg(publicUrl));
}

void GivePage::showOidc(const WizardState& state, const QString& publicUrl) {
    const Vendor& vendor = vendorById(state.vendor);
    const QString uri = redirectUriOf(state, publicUrl);
    const QString scopes = client::toStringList(state.connection.scopes).join(u' ');
    setValue(m_values[0], QStringLiteral("redirectUri"), vendor.redirectUri, uri,
             state.copied.contains(QLatin1String("redirectUri")));
    for (std::size_t i = 1; i < m_values.size(); ++i) {
        setValue(m_values.at(i), {}, {}, {}, false);
    }
    m_scopes->setVisible(true);
    m_scopes->setText(tr("Application type: web. Scopes to allow: %1").arg(scopes));
    m_text = tr("Register Gatehouse at %1 as a web application (OpenID Connect, authorization code with PKCE):")
                 .arg(vendor.name) +
             QStringLiteral("\n%1: %2\nScopes: %3\n%4").arg(vendor.redirectUri, uri, scopes, vendor.where);
    m_where->setText(vendor.where);
    m_hint->setText(vendor.hint);
}

void GivePage::showSaml(const WizardState& state, const QString& publicUrl) {
    const SamlTerms terms = samlTermsOf(state.vendor);
    struct Ours {
        const char* which;
        const QString& term;
        const char* service;
    };
    const std::array<Ours, 4> ours{{{"acsUrl", terms.acsUrl, "acs"},
                                    {"entityId", terms.entityId, "metadata"},
                                    {"sloUrl", terms.sloUrl, "slo"},
                                    {"metadata", terms.metadata, "metadata"}}};
    m_text = tr("Register Gatehouse at %1 as a service provider (SAML 2.0):").arg(vendorById(state.vendor).name);
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const auto& [which, term, service] = ours.at(i);
        const QString address = samlAddressOf(state, publicUrl, service);
        setValue(m_values.at(i), QLatin1String(which), term, address, state.copied.contains(QLatin1String(which)));
        if (!term.isEmpty()) {
            m_text += QStringLiteral("\n%1: %2").arg(term, address);
        }
    }
    m_text += u'\n' + terms.where;
    m_scopes->setVisible(false);
    m_where->setText(terms.where);
    m_hint->setText(terms.hint);
}

void GivePage::focusFirst() {
    m_values[0].field->button()->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse::ui::panels::connections
