// SPDX-License-Identifier: Apache-2.0
#include "http/event_stream.h"

#include <utility>

#include "http/connection.h"

namespace gatehouse::http {

namespace {

class ConnectionStream final : public EventStream {
public:
    explicit ConnectionStream(std::weak_ptr<Connection> connection)
        : m_connection(std::move(connection)) {}
    ConnectionStream(const ConnectionStream&) = delete;
    ConnectionStream& operator=(const ConnectionStream&) = delete;
    ~ConnectionStream() override { end(); }

    bool send(std::string_view event, std::string_view data) override {
        const std::shared_ptr<Connection> connection = m_connection.lock();
        return connection != nullptr && connection->sendEvent(event, data);
    }

    void close() override { end(); }

private:
    void end() {
        if (const std::shared_ptr<Connection> connection = m_connection.lock()) {
            connection->endStream();
        }
    }

    std::weak_ptr<Connection> m_connection;
};

} // namespace

std::shared_ptr<EventStream> makeEventStream(std::weak_ptr<Connection> connection) {
    return std::make_shared<ConnectionStream>(std::move(connection));
}

} // namespace gatehouse::http
