// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QObject>
#include <QTimer>

#include "ui/client/admin_client.h"
#include "ui/client/event_feed.h"

namespace gatehouse::ui::client {

/// Knows how the broker is: takes its status events, and asks where none come for a while. A network that swallows
/// everything is a failure after ten seconds.
class BrokerMonitor final : public QObject {
    Q_OBJECT
public:
    BrokerMonitor(AdminClient& client, EventFeed& feed, QObject* parent = nullptr);

    void start();
    /// Between two askings; five seconds unless a test is in a hurry.
    void setInterval(int milliseconds);
    [[nodiscard]] const std::optional<api::BrokerStatus>& status() const { return m_status; }
    [[nodiscard]] const std::optional<Failure>& failure() const { return m_failure; }

signals:
    /// status() or failure() changed.
    void changed();
    /// It answers again after a failure: what was read before may be old.
    void cameBack();

private:
    void ask();
    void askAgain();
    void take(const Event& event);
    void answered(api::BrokerStatus status);
    void failed(Failure failure);

    AdminClient& m_client;
    QTimer m_timer;
    Latest m_latest;
    int m_unanswered = 0; ///< times that the timer came while an answer was out
    bool m_asked = false;
    std::optional<api::BrokerStatus> m_status;
    std::optional<Failure> m_failure;
};

} // namespace gatehouse::ui::client
