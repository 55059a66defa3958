// SPDX-License-Identifier: Apache-2.0
#include "ui/client/broker_monitor.h"

#include "admin/api/codec.h"

namespace gatehouse::ui::client {
namespace {

constexpr int kAskMs = 5000;

} // namespace

BrokerMonitor::BrokerMonitor(AdminClient& client, EventFeed& feed, QObject* parent)
    : QObject(parent)
    , m_client(client) {
    m_timer.setInterval(kAskMs);
    connect(&m_timer, &QTimer::timeout, this, &BrokerMonitor::ask);
    connect(&feed, &EventFeed::received, this, &BrokerMonitor::take);
}

void BrokerMonitor::start() {
    ask();
    m_timer.start();
}

void BrokerMonitor::ask() {
    m_latest.run(m_client.status(), this, [this](Outcome<api::BrokerStatus> outcome) {
        if (outcome) {
            m_status = *std::move(outcome);
            m_failure.reset();
        } else {
            m_failure = std::move(outcome).error();
        }
        emit changed();
    });
}

void BrokerMonitor::take(const Event& event) {
    if (event.name != QByteArray(api::kStatusEvent.data(), static_cast<qsizetype>(api::kStatusEvent.size()))) {
        return;
    }
    auto decoded = api::decode<api::BrokerStatus>(event.data.toStdString(), api::Side::Reply);
    if (decoded) {
        m_status = *std::move(decoded);
        m_failure.reset();
        m_timer.start(); // no need to ask for a while
        emit changed();
    }
}

} // namespace gatehouse::ui::client
