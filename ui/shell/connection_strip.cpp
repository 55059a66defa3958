// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connection_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/theme/theme.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {

ConnectionStrip::ConnectionStrip(client::BrokerMonitor& monitor, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_sentence(new QLabel(this))
    , m_connect(new QPushButton(tr("Connect again …"), this))
    , m_retry(new QPushButton(tr("Try again"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(10);
    row->addWidget(new widgets::StatusGlyph(widgets::Status::Failed, 18, this));
    m_sentence->setWordWrap(true);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_retry);
    row->addWidget(m_connect);
    m_connect->setAccessibleName(tr("Connect again"));
    m_retry->setAccessibleName(tr("Try again to reach the broker"));
    setAccessibleName(tr("Connection"));
    hide();
    connect(m_connect, &QPushButton::clicked, this, &ConnectionStrip::connectAsked);
    connect(m_retry, &QPushButton::clicked, this, &ConnectionStrip::retryAsked);
    connect(&monitor, &client::BrokerMonitor::changed, this, &ConnectionStrip::showState);
}

void ConnectionStrip::setRemote(const QString& address) {
    m_remote = address;
    showState();
}

void ConnectionStrip::showState() {
    const auto& failure = m_monitor.failure();
    setVisible(failure.has_value());
    if (!failure) {
        return;
    }
    const QString who = m_remote.isEmpty() ? tr("The broker") : m_remote;
    const bool token = failure->status == 401 || failure->status == 403;
    m_sentence->setText(
        token ? tr("%1 does not accept the token any more. What you see was read before.").arg(who)
              : tr("%1 does not answer: %2 It is asked again every few seconds.").arg(who, failure->detail));
    m_connect->setVisible(!m_remote.isEmpty());
    m_retry->setVisible(!token);
}

void ConnectionStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.fillRect(rect(), tokens.errorTint);
    painter.fillRect(0, height() - 1, width(), 1, tokens.hairline);
}

} // namespace gatehouse::ui::shell
