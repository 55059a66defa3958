// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/client/broker_monitor.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::shell {

/// Below the band when the broker cannot be asked: a token that is not accepted any more, or no answer. Says which
/// broker and what can be done; what was read before stays readable. Gone when the broker answers.
class ConnectionStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionStrip(client::BrokerMonitor& monitor, QWidget* parent = nullptr);

    /// The broker is elsewhere: its address, and Connect is offered.
    void setRemote(const QString& address);

signals:
    void connectAsked();
    void retryAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();

    client::BrokerMonitor& m_monitor;
    QString m_remote;
    QLabel* m_sentence;
    QPushButton* m_connect;
    QPushButton* m_retry;
};

} // namespace gatehouse::ui::shell
