// SPDX-License-Identifier: Apache-2.0
#include "ui/client/event_feed.h"

#include <mutex>

#include <QNetworkReply>

namespace gatehouse::ui::client {
namespace {

constexpr int kPollMs = 3000;
constexpr int kLongestPauseMs = 60'000;
constexpr int kSilenceMs = 60'000;

} // namespace

EventFeed::EventFeed(QObject* parent)
    : QObject(parent) {
    qRegisterMetaType<Event>();
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &EventFeed::pollDue);
}

void EventFeed::setState(State state) {
    if (state == m_state) {
        return;
    }
    m_state = state;
    state == State::Polling ? m_poll.start() : m_poll.stop();
    emit stateChanged(state);
}

void EventFeed::tryNow() {
    if (m_state == State::Polling) {
        start();
    }
}

/// What the broker's threads hold. Outlives the feed; knows when it is gone.
struct InProcessFeed::Sink {
    std::mutex mutex;
    InProcessFeed* feed = nullptr;
};

InProcessFeed::InProcessFeed(Subscribe subscribe, QObject* parent)
    : EventFeed(parent)
    , m_subscribe(std::move(subscribe)) {}

InProcessFeed::~InProcessFeed() {
    InProcessFeed::stop();
}

void InProcessFeed::start() {
    stop();
    m_sink = std::make_shared<Sink>();
    m_sink->feed = this;
    m_subscription = m_subscribe([sink = m_sink](std::string_view name, std::string_view data) {
        Event event{QByteArray(name.data(), static_cast<qsizetype>(name.size())),
                    QByteArray(data.data(), static_cast<qsizetype>(data.size())),
                    {}};
        const std::lock_guard lock(sink->mutex);
        if (sink->feed != nullptr) {
            QMetaObject::invokeMethod(
                sink->feed, [feed = sink->feed, event = std::move(event)] { emit feed->received(event); },
                Qt::QueuedConnection);
        }
    });
    setState(State::Live);
}

void InProcessFeed::stop() {
    if (m_sink) {
        const std::lock_guard lock(m_sink->mutex);
        m_sink->feed = nullptr;
    }
    m_subscription.reset();
    m_sink.reset();
    setState(State::Off);
}

HttpFeed::HttpFeed(Endpoint endpoint, QObject* parent)
    : EventFeed(parent)
    , m_endpoint(std::move(endpoint)) {
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &HttpFeed::connectStream);
    m_silence.setSingleShot(true);
    m_silence.setInterval(kSilenceMs);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_reply != nullptr) {
            m_reply->abort();
        }
    });
}

HttpFeed::~HttpFeed() {
    HttpFeed::stop();
}

void HttpFeed::start() {
    stop();
    m_pause = m_firstPause;
    setState(State::Connecting);
    connectStream();
}

void HttpFeed::stop() {
    m_retry.stop();
    m_silence.stop();
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    setState(State::Off);
}

void HttpFeed::connectStream() {
    if (!endpointProblem(m_endpoint).isEmpty()) {
        setState(State::Polling);
        return;
    }
    QNetworkRequest request = makeRequest(m_endpoint, "/admin/v1/events");
    request.setRawHeader("Accept", "text/event-stream");
    if (!m_lastId.isEmpty()) {
        request.setRawHeader("Last-Event-ID", m_lastId);
    }
    m_parser = {};
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200) {
            m_pause = m_firstPause;
            setState(State::Live);
            m_silence.start();
        }
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpFeed::readStream);
    connect(m_reply, &QNetworkReply::finished, this, &HttpFeed::streamEnded);
}

void HttpFeed::readStream() {
    if (state() != State::Live) {
        return;
    }
    m_silence.start();
    for (const Event& event : m_parser.feed(m_reply->readAll())) {
        if (!event.id.isEmpty()) {
            m_lastId = event.id;
        }
        emit received(event);
    }
}

void HttpFeed::streamEnded() {
    m_silence.stop();
    m_reply->deleteLater();
    m_reply = nullptr;
    setState(State::Polling);
    m_retry.start(m_pause);
    m_pause = std::min(m_pause * 2, kLongestPauseMs);
}

} // namespace gatehouse::ui::client
