// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include "base/result.h"
#include "http/server_context.h"

namespace gatehouse::http {

using IoContexts = std::vector<std::shared_ptr<boost::asio::io_context>>;

/// A bound socket, ready for listen().
struct BoundSocket {
    int fd = -1;
    std::string address;            ///< with the port that was picked
    std::filesystem::path unixPath; ///< empty for TCP
    bool anyClientCertificate = false;
};

/// Binds "host:port", "[v6]:port" or "unix:path". `http.bind` says what could not be had and why.
[[nodiscard]] Result<BoundSocket> bindListener(const std::string& address);

/// Accepts on one socket and hands the connections to the I/O threads in turn.
class ListeningSocket final : public std::enable_shared_from_this<ListeningSocket> {
public:
    ListeningSocket(IoContexts contexts, std::shared_ptr<ServerContext> server, BoundSocket bound);
    ~ListeningSocket();
    [[nodiscard]] Status start();
    void close();
    [[nodiscard]] const std::string& address() const { return m_bound.address; }

private:
    using Executor = boost::asio::io_context::executor_type;
    using Descriptor = boost::asio::posix::basic_stream_descriptor<Executor>;

    void wait();
    void acceptAll();
    void welcome(int fd, const struct sockaddr& address);
    void pause();

    const IoContexts m_contexts;
    const std::shared_ptr<ServerContext> m_server;
    const BoundSocket m_bound;
    std::mutex m_mutex;
    Descriptor m_descriptor;
    boost::asio::steady_timer m_timer;
    bool m_closed = false;
    std::size_t m_next = 0;
};

} // namespace gatehouse::http
