// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/client/broker_monitor.h"

class QHBoxLayout;
class QLabel;

namespace gatehouse::ui::widgets {
class CopyButton;
class StatusChip;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::shell {

/// How the broker is, in one line that is always there: state, address, load, p95 of logins, live or polled.
class StatusBar final : public QWidget {
    Q_OBJECT
public:
    StatusBar(client::BrokerMonitor& monitor, client::EventFeed& feed, QWidget* parent = nullptr);

    /// At the far end, in this order.
    void addEnd(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showStatus();
    void showFeed(client::EventFeed::State state);

    client::BrokerMonitor& m_monitor;
    QHBoxLayout* m_row;
    widgets::StatusChip* m_state;
    QLabel* m_address;
    widgets::CopyButton* m_copy;
    QLabel* m_load;
    QLabel* m_latency;
    QLabel* m_feed;
};

} // namespace gatehouse::ui::shell
