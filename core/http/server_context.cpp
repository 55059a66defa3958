// SPDX-License-Identifier: Apache-2.0
#include "http/server_context.h"

#include <utility>

namespace gatehouse::http {

ServerContext::ServerContext(ServerOptions serverOptions, Handler requestHandler)
    : options(std::move(serverOptions))
    , handler(std::move(requestHandler))
    , workers(options.workers, options.maxQueued) {}

bool ServerContext::enter(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(m_mutex);
    if (draining || m_connections.size() >= options.maxConnections) {
        return false;
    }
    m_connections.insert(connection);
    return true;
}

void ServerContext::leave(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(m_mutex);
    if (m_connections.erase(connection) > 0 && m_connections.empty()) {
        m_left.notify_all();
    }
}

std::size_t ServerContext::openConnections() const {
    const std::lock_guard lock(m_mutex);
    return m_connections.size();
}

std::vector<std::shared_ptr<Connection>> ServerContext::connections() const {
    const std::lock_guard lock(m_mutex);
    return {m_connections.begin(), m_connections.end()};
}

bool ServerContext::waitUntilEmpty() {
    std::unique_lock lock(m_mutex);
    return m_left.wait_for(lock, options.drainDeadline, [this] { return m_connections.empty(); });
}

} // namespace gatehouse::http
