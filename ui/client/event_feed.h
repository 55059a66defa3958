// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include "ui/client/event_stream.h"
#include "ui/client/http_transport.h"

namespace gatehouse::ui::client {

/// What happens at the broker, as it happens. Where no stream can be had, pollDue() comes every few seconds instead
/// and whoever shows a live list asks again.
class EventFeed : public QObject {
    Q_OBJECT
public:
    enum class State { Off, Connecting, Live, Polling };
    Q_ENUM(State)

    explicit EventFeed(QObject* parent = nullptr);
    virtual void start() = 0;
    virtual void stop() = 0;
    /// Where the stream is lost: tries now instead of after its pause. What came meanwhile comes first.
    void tryNow();
    [[nodiscard]] State state() const { return m_state; }
    void setPollInterval(int milliseconds) { m_poll.setInterval(milliseconds); }

signals:
    void received(const gatehouse::ui::client::Event& event);
    void stateChanged(gatehouse::ui::client::EventFeed::State state);
    void pollDue();

protected:
    void setState(State state);

private:
    State m_state = State::Off;
    QTimer m_poll;
};

/// The form of broker::Broker::subscribe: calls back from any thread until the handle dies.
using Subscribe = std::function<std::shared_ptr<void>(std::function<void(std::string_view, std::string_view)>)>;

/// Events of a broker in this process.
class InProcessFeed final : public EventFeed {
    Q_OBJECT
public:
    explicit InProcessFeed(Subscribe subscribe, QObject* parent = nullptr);
    ~InProcessFeed() override;
    void start() override;
    void stop() override;

private:
    struct Sink;
    Subscribe m_subscribe;
    std::shared_ptr<Sink> m_sink;
    std::shared_ptr<void> m_subscription;
};

/// Events over HTTPS: GET /admin/v1/events, read as it streams; reconnects with growing pauses and polls meanwhile.
class HttpFeed final : public EventFeed {
    Q_OBJECT
public:
    explicit HttpFeed(Endpoint endpoint, QObject* parent = nullptr);
    ~HttpFeed() override;
    void start() override;
    void stop() override;
    /// The pause before the second try; doubles up to a minute.
    void setFirstPause(int milliseconds) { m_firstPause = milliseconds; }

private:
    void connectStream();
    void readStream();
    void streamEnded();

    Endpoint m_endpoint;
    QNetworkAccessManager m_network;
    QNetworkReply* m_reply = nullptr;
    EventStreamParser m_parser;
    QByteArray m_lastId;
    QTimer m_retry;
    QTimer m_silence; ///< a stream that says nothing for a minute is dead: status comes every few seconds
    int m_firstPause = 1000;
    int m_pause = 0;
};

} // namespace gatehouse::ui::client
