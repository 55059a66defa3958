// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/status_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "ui/client/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {
namespace {

/// The promise of US-106.
constexpr double kTargetMs = 800;

QFrame* divider(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::VLine);
    line->setFixedSize(1, 16);
    return line;
}

} // namespace

StatusBar::StatusBar(client::BrokerMonitor& monitor, client::EventFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_row(new QHBoxLayout(this))
    , m_state(new widgets::StatusChip(this))
    , m_address(new QLabel(this))
    , m_copy(new widgets::CopyButton(tr("broker address"), this))
    , m_load(widgets::mutedLabel({}, this))
    , m_latency(widgets::mutedLabel({}, this))
    , m_feed(widgets::mutedLabel({}, this)) {
    QHBoxLayout* row = m_row;
    row->setContentsMargins(12, 3, 12, 3);
    row->setSpacing(10);
    m_address->setFont(theme::codeFont(font()));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_load, m_latency, m_feed}) {
        label->setWordWrap(false);
    }
    row->addWidget(m_state);
    row->addWidget(m_address);
    row->addWidget(m_copy);
    for (QLabel* label : {m_load, m_latency}) {
        row->addWidget(divider(this));
        row->addWidget(label);
    }
    row->addStretch(1);
    row->addWidget(m_feed);
    setFixedHeight(36);
    connect(&monitor, &client::BrokerMonitor::changed, this, &StatusBar::showStatus);
    connect(&feed, &client::EventFeed::stateChanged, this, &StatusBar::showFeed);
    showFeed(feed.state());
    showStatus();
}

void StatusBar::addEnd(QWidget* widget) {
    m_row->addWidget(widget);
}

void StatusBar::showStatus() {
    const auto& status = m_monitor.status();
    if (m_monitor.failure()) {
        m_state->setStatus(widgets::Status::Failed, tr("No answer"));
        m_state->setToolTip(m_monitor.failure()->detail);
    } else if (status) {
        m_state->setStatus(widgets::Status::Ok, tr("Broker running"));
        m_state->setToolTip({});
    } else {
        m_state->setStatus(widgets::Status::Running, tr("Connecting"));
    }
    if (!status) {
        m_copy->hide();
        return;
    }
    m_address->setText(client::toQString(status->publicUrl));
    m_copy->show();
    m_copy->setValue(m_address->text());
    m_load->setText(tr("%Ln app(s)", nullptr, static_cast<int>(status->apps)) + tr(", ") +
                    tr("%Ln session(s)", nullptr, static_cast<int>(status->sessions)));
    const double p95 = status->latency.p95;
    m_latency->setText(tr("p95 %1").arg(widgets::milliseconds(std::lround(p95))));
    m_latency->setToolTip(tr("95 of 100 logins of the last hour took the broker less than this. The target is %1.")
                              .arg(widgets::milliseconds(static_cast<qint64>(kTargetMs))));
    m_latency->setForegroundRole(p95 > kTargetMs ? QPalette::BrightText : QPalette::PlaceholderText);
    if (!m_monitor.failure()) {
        m_state->setToolTip(
            tr("Up %1, since %2")
                .arg(widgets::seconds(status->uptime), widgets::absoluteTime(client::toDateTime(status->startedAt))));
    }
}

void StatusBar::showFeed(client::EventFeed::State state) {
    using State = client::EventFeed::State;
    m_feed->setText(state == State::Live         ? tr("Live")
                    : state == State::Polling    ? tr("Checked every 3 s")
                    : state == State::Connecting ? tr("Connecting …")
                                                 : tr("Not live"));
    m_feed->setToolTip(state == State::Live ? tr("Lists change as things happen.")
                                            : tr("The broker's event stream cannot be reached now."));
}

void StatusBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.fillRect(rect(), tokens.base);
    painter.fillRect(0, 0, width(), 1, tokens.hairline);
}

} // namespace gatehouse::ui::shell
