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
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::connections {

bool isLocalAddress(const QString& publicUrl) {
    const QString host = QUrl(publicUrl).host();
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")) ||
           QHostAddress(host).isLoopback();
}

GivePage::GivePage(QWidget* parent)
    : QWidget(parent)
    , m_card(new widgets::Card({}, this))
    , m_term(new QLabel(m_card))
    , m_redirectUri(new widgets::CopyField(tr("redirect URI"), m_card))
    , m_tick(new widgets::StatusChip(widgets::Status::Draft, {}, m_card))
    , m_scopes(widgets::mutedLabel({}, m_card))
    , m_all(new widgets::CopyButton(tr("all values as text"), m_card))
    , m_whereCard(new widgets::Card({}, this))
    , m_where(new QLabel(m_whereCard))
    , m_hint(widgets::mutedLabel({}, m_whereCard))
    , m_reach(widgets::mutedLabel({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kPageMargin);
    m_redirectUri->button()->setObjectName(QStringLiteral("idp.copyAcs"));
    m_all->setObjectName(QStringLiteral("idp.copyAll"));
    m_all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_term->setObjectName(QStringLiteral("idp.acsTerm"));
    m_term->setBuddy(m_redirectUri->button());
    auto* head = new QHBoxLayout;
    head->addWidget(m_term, 1);
    head->addWidget(m_tick);
    m_card->body()->addLayout(head);
    m_card->body()->addWidget(m_redirectUri);
    m_card->body()->addWidget(m_scopes);
    m_card->addAction(m_all);
    m_where->setWordWrap(true);
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_whereCard->body()->addWidget(m_where);
    m_whereCard->body()->addWidget(m_hint);
    column->addWidget(m_card);
    column->addWidget(m_whereCard);
    column->addWidget(m_reach);
    column->addStretch(1);
    for (widgets::Card* card : {m_card, m_whereCard}) {
        card->setMaximumWidth(theme::kFormWidth + 120);
    }
    connect(m_redirectUri->button(), &widgets::CopyButton::copied, this, [this] {
        showTick(true);
        emit copied(QStringLiteral("redirectUri"));
    });
    connect(m_all, &widgets::CopyButton::copied, this, [this] {
        showTick(true);
        emit copied(QStringLiteral("redirectUri"));
    });
}

void GivePage::show(const WizardState& state, const QString& publicUrl) {
    const Vendor& vendor = vendorById(state.vendor);
    const QString uri = redirectUriOf(state, publicUrl);
    const QString scopes = client::toStringList(state.connection.scopes).join(u' ');
    m_card->setTitle(tr("Give this to %1").arg(vendor.name));
    m_whereCard->setTitle(tr("Where in %1?").arg(vendor.name));
    m_term->setText(vendor.redirectUri);
    m_redirectUri->setWhat(vendor.redirectUri);
    m_redirectUri->setValue(uri);
    m_scopes->setText(tr("Application type: web. Scopes to allow: %1").arg(scopes));
    m_text = tr("Register Gatehouse at %1 as a web application (OpenID Connect, authorization code with PKCE):")
                 .arg(vendor.name) +
             QStringLiteral("\n%1: %2\nScopes: %3\n%4").arg(vendor.redirectUri, uri, scopes, vendor.where);
    m_all->setValue(m_text);
    m_all->setText(tr("Copy all as text"));
    m_where->setText(vendor.where);
    m_hint->setText(vendor.hint);
    m_reach->setVisible(isLocalAddress(publicUrl) && state.vendor != QLatin1String(kSandboxVendor));
    m_reach->setText(
        tr("This broker answers at %1, which only this machine can reach. Signing in with a browser on this "
           "machine works. What the provider sends by itself (provisioning, security events, logout behind "
           "the browser's back) needs a public https address.")
            .arg(publicUrl));
    showTick(state.copied.contains(QLatin1String("redirectUri")));
}

void GivePage::focusFirst() {
    m_redirectUri->button()->setFocus(Qt::OtherFocusReason);
}

void GivePage::showTick(bool copied) {
    m_tick->setStatus(copied ? widgets::Status::Ok : widgets::Status::Draft, copied ? tr("Copied") : tr("To do"));
}

} // namespace gatehouse::ui::panels::connections
