// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QObject>
#include <QTimer>

#include "ui/client/admin_client.h"
#include "ui/client/event_feed.h"

namespace gatehouse::ui::client {

/// Knows how the broker is: takes its status events, and asks where none come for a while.
class BrokerMonitor final : public QObject {
    Q_OBJECT
public:
    BrokerMonitor(AdminClient& client, EventFeed& feed, QObject* parent = nullptr);

    void start();
    [[nodiscard]] const std::optional<api::BrokerStatus>& status() const { return m_status; }
    [[nodiscard]] const std::optional<Failure>& failure() const { return m_failure; }

signals:
    /// status() or failure() changed.
    void changed();

private:
    void ask();
    void take(const Event& event);

    AdminClient& m_client;
    QTimer m_timer;
    Latest m_latest;
    std::optional<api::BrokerStatus> m_status;
    std::optional<Failure> m_failure;
};

} // namespace gatehouse::ui::client
