// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/verdict_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::logins {

using client::toQString;

QString refusedAddress(const admin::api::Flow& flow) {
    for (const admin::api::FlowMessage& message : flow.messages) {
        QUrlQuery query;
        for (const admin::api::NameValue& each : message.parameters) {
            if (each.name == "client_id" || each.name == "redirect_uri") {
                query.addQueryItem(toQString(each.name),
                                   QString::fromLatin1(QUrl::toPercentEncoding(toQString(each.value))));
            }
        }
        if (message.name == "authorize" && query.queryItems().size() == 2) {
            return QStringLiteral("client_id=") +
                   query.queryItemValue(QStringLiteral("client_id"), QUrl::FullyEncoded) +
                   QStringLiteral("&redirect_uri=") +
                   query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyEncoded);
        }
    }
    return {};
}

CureAt cureAt(const admin::api::Flow& flow) {
    const std::string& reason = flow.reason;
    if (reason == "oauth.redirect_uri") {
        return refusedAddress(flow).isEmpty() ? CureAt::Nowhere : CureAt::App;
    }
    if (reason.starts_with("mapping") || reason == "login.link_conflict") {
        return flow.connectionId.empty() ? CureAt::Nowhere : CureAt::Mapping;
    }
    if (reason == "login.user_inactive") {
        return flow.userId.empty() ? CureAt::Nowhere : CureAt::User;
    }
    if (reason == "login.not_provisioned" || reason == "login.tenant_suspended" || reason == "tenant_sealed") {
        return CureAt::Tenant;
    }
    const bool ofProvider = reason.starts_with("id_token.") || reason.starts_with("upstream.") ||
                            reason.starts_with("userinfo.") || reason.starts_with("login.connection") ||
                            reason == "mixup_suspected" || reason == "unmet_authentication_requirements";
    return ofProvider && flow.cureBy != "user" && !flow.connectionId.empty() ? CureAt::Connection : CureAt::Nowhere;
}

QString whoCures(const std::string& cureBy) {
    if (cureBy == "user") {
        return VerdictStrip::tr("The person can cure this.");
    }
    if (cureBy == "provider") {
        return VerdictStrip::tr("It has to be cured at the identity provider.");
    }
    if (cureBy == "wait") {
        return VerdictStrip::tr("It passes by waiting.");
    }
    return cureBy.empty() ? QString() : VerdictStrip::tr("An administrator can cure this.");
}

VerdictStrip::VerdictStrip(QWidget* parent)
    : QFrame(parent)
    , m_glyph(new widgets::StatusGlyph(widgets::Status::Info, 20, this))
    , m_what(new QLabel(this))
    , m_cure(new QLabel(this))
    , m_button(new QPushButton(this)) {
    QFont bold = m_what->font();
    bold.setWeight(QFont::DemiBold);
    m_what->setFont(bold);
    for (QLabel* label : {m_what, m_cure}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    theme::setButtonKind(*m_button, theme::ButtonKind::Primary);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_what);
    words->addWidget(m_cure);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(10);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QPushButton::clicked, this, &VerdictStrip::cureRequested);
}

void VerdictStrip::showFlow(const admin::api::Flow& flow) {
    const QString who = flow.user.empty() ? tr("Somebody") : toQString(flow.user);
    if (flow.outcome == "success") {
        m_status = widgets::Status::Ok;
        m_what->setText(
            tr("%1 signed in to %2 in %3.").arg(who, toQString(flow.app), widgets::milliseconds(flow.durationMs)));
        m_cure->setText(tr("Every check passed."));
    } else if (flow.outcome == "failure") {
        m_status = widgets::Status::Failed;
        const QString reason = toQString(flow.reason);
        m_what->setText(flow.message.empty() ? reason : widgets::reasonMessage(reason, toQString(flow.message)));
        m_cure->setText(
            (whoCures(flow.cureBy) + QLatin1Char(' ') + widgets::reasonCure(reason, toQString(flow.cure))).trimmed());
    } else {
        m_status = widgets::Status::Running;
        m_what->setText(tr("The sign-in is under way."));
        m_cure->setText(tr("Gatehouse waits for the answer of %1.").arg(toQString(flow.connection)));
    }
    m_glyph->setStatus(m_status);
    QString way;
    switch (cureAt(flow)) {
    case CureAt::Nowhere:
        break;
    case CureAt::Mapping:
        way = tr("Open the mapping");
        break;
    case CureAt::Connection:
        way = tr("Open the provider");
        break;
    case CureAt::User:
        way = tr("Open the user");
        break;
    case CureAt::Tenant:
        way = tr("Open the tenant");
        break;
    case CureAt::App:
        way = tr("Compare the addresses");
        break;
    }
    m_button->setText(way);
    m_button->setAccessibleName(way);
    m_button->setVisible(!way.isEmpty() && flow.outcome == "failure" && !m_readOnly);
    update();
}

QString VerdictStrip::text() const {
    return m_what->text() + QLatin1Char(' ') + m_cure->text();
}

void VerdictStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const theme::Tone tone = widgets::statusTone(m_status);
    theme::drawOutline(painter, rect(), theme::toneTint(tokens, tone), theme::toneColor(tokens, tone), 1);
}

} // namespace gatehouse::ui::panels::logins
