// SPDX-License-Identifier: Apache-2.0
#include "ui/client/broker_monitor.h"

#include <utility>

#include "admin/api/codec.h"

namespace gatehouse::ui::client {
namespace {

constexpr int kAskMs = 5000;
constexpr int kPatience = 2; ///< of these before a silence is a failure

} // namespace

BrokerMonitor::BrokerMonitor(AdminClient& client, EventFeed& feed, QObject* parent)
    : QObject(parent)
    , m_client(client) {
    m_timer.setInterval(kAskMs);
    connect(&m_timer, &QTimer::timeout, this, &BrokerMonitor::askAgain);
    connect(&feed, &EventFeed::received, this, &BrokerMonitor::take);
    connect(&feed, &EventFeed::stateChanged, this, [this](EventFeed::State state) {
        if (state == EventFeed::State::Polling) {
            ask(); // the stream broke: at once rather than when the timer comes
        }
    });
}

void BrokerMonitor::start() {
    ask();
    m_timer.start();
}

void BrokerMonitor::setInterval(int milliseconds) {
    m_timer.setInterval(milliseconds);
}

void BrokerMonitor::ask() {
    m_asked = true;
    m_unanswered = 0;
    m_latest.run(m_client.status(), this, [this](Outcome<api::BrokerStatus> outcome) {
        m_asked = false;
        outcome ? answered(*std::move(outcome)) : failed(std::move(outcome).error());
    });
}

void BrokerMonitor::askAgain() {
    if (m_asked && ++m_unanswered < kPatience) {
        return; // an answer that takes its time is one
    }
    if (m_asked) {
        const int seconds = m_timer.interval() * kPatience / 1000;
        failed(failureOf({0, {}, tr("Nothing came back in %1 s.").arg(seconds).toStdString()}));
    }
    ask();
}

void BrokerMonitor::take(const Event& event) {
    if (event.name != QByteArray(api::kStatusEvent.data(), static_cast<qsizetype>(api::kStatusEvent.size()))) {
        return;
    }
    auto decoded = api::decode<api::BrokerStatus>(event.data.toStdString(), api::Side::Reply);
    if (decoded) {
        m_timer.start(); // no need to ask for a while
        answered(*std::move(decoded));
    }
}

void BrokerMonitor::answered(api::BrokerStatus status) {
    m_status = std::move(status);
    const bool wasAway = std::exchange(m_failure, std::nullopt).has_value();
    emit changed();
    if (wasAway) {
        emit cameBack();
    }
}

void BrokerMonitor::failed(Failure failure) {
    m_failure = std::move(failure);
    emit changed();
}

} // namespace gatehouse::ui::client
