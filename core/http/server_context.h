// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

#include "http/http_guard.h"
#include "http/network_address.h"
#include "http/server.h"
#include "http/tls_keeper.h"
#include "http/transport.h"
#include "http/worker_pool.h"

namespace gatehouse::http {

class Connection;

/// What all connections of a server share. Outlives them.
class ServerContext {
public:
    ServerContext(ServerOptions serverOptions, Handler requestHandler);

    const ServerOptions options;
    const Handler handler;
    GuardRules rules;
    std::vector<Cidr> trustedProxies;
    std::unique_ptr<TlsKeeper> tls;       ///< null: in clear
    std::unique_ptr<TlsKeeper> mutualTls; ///< of the listeners that take any client's certificate

    WorkerPool workers;
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> refused{0};
    std::atomic<bool> draining{false};

    /// False if there are too many already, or the server is stopping.
    [[nodiscard]] bool enter(const std::shared_ptr<Connection>& connection);
    void leave(const std::shared_ptr<Connection>& connection);
    [[nodiscard]] std::size_t openConnections() const;
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> connections() const;
    /// True once no connection is left; false if that takes longer than the drain deadline.
    [[nodiscard]] bool waitUntilEmpty();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_left;
    std::unordered_set<std::shared_ptr<Connection>> m_connections;
};

} // namespace gatehouse::http
