// SPDX-License-Identifier: Apache-2.0
#include "http/server.h"

#include <algorithm>
#include <csignal>
#include <mutex>
#include <thread>
#include <utility>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <unistd.h>

#include "base/encoding.h"
#include "base/log.h"
#include "http/connection.h"
#include "http/listener.h"
#include "http/server_context.h"

namespace gatehouse::http {

namespace {

using WorkGuard = boost::asio::executor_work_guard<boost::asio::io_context::executor_type>;

/// OpenSSL writes to its socket without MSG_NOSIGNAL. A handler that somebody has set stays.
void ignoreBrokenPipes() {
    struct sigaction current{};
    if (::sigaction(SIGPIPE, nullptr, &current) == 0 && (current.sa_flags & SA_SIGINFO) == 0 &&
        current.sa_handler == SIG_DFL) {
        current.sa_handler = SIG_IGN;
        ::sigaction(SIGPIPE, &current, nullptr);
    }
}

class RunningServer final : public Server {
public:
    RunningServer(ServerOptions options, Handler handler)
        : m_context(std::make_shared<ServerContext>(std::move(options), std::move(handler))) {}
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;
    ~RunningServer() override { stop(); }

    Status begin();
    [[nodiscard]] std::vector<std::string> addresses() const override;
    [[nodiscard]] ServerStatistics statistics() const override;
    Status reloadTls() override;
    void stop() override;

private:
    Status prepare();
    void startThreads();

    std::shared_ptr<ServerContext> m_context;
    IoContexts m_io;
    std::vector<WorkGuard> m_guards;
    std::vector<std::thread> m_threads;
    std::vector<std::shared_ptr<ListeningSocket>> m_listeners;
    std::mutex m_stopMutex;
    bool m_stopped = false;
};

Status RunningServer::prepare() {
    const ServerOptions& options = m_context->options;
    TRY(proxies, parseCidrs(options.trustedProxies));
    m_context->trustedProxies = std::move(proxies);
    m_context->rules.maxHeaders = options.maxHeaders;
    m_context->rules.maxLine = std::min(m_context->rules.maxLine, options.maxHeaderBytes);
    m_context->rules.maxBodyBytes = options.maxBodyBytes;
    m_context->rules.bodyLimits = options.bodyLimits;
    for (const std::string& host : options.allowedHosts) {
        m_context->rules.allowedHosts.push_back(asciiLower(host));
    }
    const bool takesAny = std::any_of(options.listeners.begin(), options.listeners.end(),
                                      [](const Listener& each) { return each.anyClientCertificate; });
    if (takesAny && !options.mutualTls) {
        return fail(Code::InvalidArgument, "http.tls", "a listener for client certificates has no TLS files");
    }
    if (options.tls) {
        TRY(tls, TlsKeeper::open(*options.tls, ClientCertificates::Proven, options.tlsInterval));
        m_context->tls = std::move(tls);
    }
    if (options.mutualTls) {
        TRY(mutualTls, TlsKeeper::open(*options.mutualTls, ClientCertificates::Any, options.tlsInterval));
        m_context->mutualTls = std::move(mutualTls);
    }
    return {};
}

Status RunningServer::begin() {
    ENSURE(prepare());
    ignoreBrokenPipes();
    const int threads = std::max(1, m_context->options.ioThreads);
    for (int i = 0; i < threads; ++i) {
        m_io.push_back(std::make_shared<boost::asio::io_context>(1));
        m_guards.push_back(boost::asio::make_work_guard(*m_io.back()));
    }
    for (const Listener& listener : m_context->options.listeners) {
        TRY(bound, bindListener(listener.address));
        bound.anyClientCertificate = listener.anyClientCertificate;
        m_listeners.push_back(std::make_shared<ListeningSocket>(m_io, m_context, std::move(bound)));
    }
    startThreads();
    for (const auto& listener : m_listeners) {
        ENSURE(listener->start());
        log::info("http.listen", {{"address", listener->address()}});
    }
    return {};
}

Status RunningServer::reloadTls() {
    for (TlsKeeper* keeper : {m_context->tls.get(), m_context->mutualTls.get()}) {
        if (keeper != nullptr) {
            ENSURE(keeper->reload());
        }
    }
    return {};
}

void RunningServer::startThreads() {
    for (const auto& io : m_io) {
        m_threads.emplace_back([io] { io->run(); });
    }
}

std::vector<std::string> RunningServer::addresses() const {
    std::vector<std::string> addresses;
    addresses.reserve(m_listeners.size());
    for (const auto& listener : m_listeners) {
        addresses.push_back(listener->address());
    }
    return addresses;
}

ServerStatistics RunningServer::statistics() const {
    return {.requests = m_context->requests,
            .connections = m_context->accepted,
            .openConnections = m_context->openConnections(),
            .refused = m_context->refused};
}

void RunningServer::stop() {
    const std::lock_guard lock(m_stopMutex);
    if (std::exchange(m_stopped, true)) {
        return;
    }
    for (const auto& listener : m_listeners) {
        listener->close();
    }
    m_context->draining = true;
    for (const auto& connection : m_context->connections()) {
        connection->drain();
    }
    if (!m_context->waitUntilEmpty()) {
        for (const auto& connection : m_context->connections()) {
            connection->closeNow();
        }
    }
    m_context->workers.stop();
    // Every descriptor and timer is closed now, so the threads run out of work by themselves.
    m_guards.clear();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

} // namespace

Result<std::unique_ptr<Server>> Server::start(ServerOptions options, Handler handler) {
    auto server = std::make_unique<RunningServer>(std::move(options), std::move(handler));
    ENSURE(server->begin());
    return std::unique_ptr<Server>(std::move(server));
}

} // namespace gatehouse::http
