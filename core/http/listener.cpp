// SPDX-License-Identifier: Apache-2.0
#include "http/listener.h"

#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/log.h"
#include "http/connection.h"

namespace gatehouse::http {

namespace {

constexpr int kBacklog = 1024;
constexpr int kAcceptAtOnce = 64;
constexpr std::chrono::milliseconds kPause{100};

} // namespace

ListeningSocket::ListeningSocket(IoContexts contexts, std::shared_ptr<ServerContext> server, BoundSocket bound)
    : m_contexts(std::move(contexts))
    , m_server(std::move(server))
    , m_bound(std::move(bound))
    , m_descriptor(m_contexts.front()->get_executor(), m_bound.fd)
    , m_timer(*m_contexts.front()) {}

ListeningSocket::~ListeningSocket() = default;

Status ListeningSocket::start() {
    const std::lock_guard lock(m_mutex);
    if (::listen(m_bound.fd, kBacklog) != 0) {
        return fail(Code::FailedPrecondition, "http.bind",
                    "cannot listen on " + m_bound.address + ": " + std::generic_category().message(errno));
    }
    wait();
    return {};
}

void ListeningSocket::close() {
    const std::lock_guard lock(m_mutex);
    if (m_closed) {
        return;
    }
    m_closed = true;
    m_timer.cancel();
    boost::system::error_code ignored;
    ignored = m_descriptor.close(ignored);
    if (!m_bound.unixPath.empty()) {
        ::unlink(m_bound.unixPath.c_str());
    }
}

void ListeningSocket::wait() {
    m_descriptor.async_wait(Descriptor::wait_read, [self = shared_from_this()](const boost::system::error_code& error) {
        const std::lock_guard lock(self->m_mutex);
        if (!error && !self->m_closed) {
            self->acceptAll();
        }
    });
}

void ListeningSocket::acceptAll() {
    for (int i = 0; i < kAcceptAtOnce; ++i) {
        sockaddr_storage storage{};
        socklen_t size = sizeof storage;
        auto* address = reinterpret_cast<sockaddr*>(&storage);
        const int fd = ::accept4(m_bound.fd, address, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0) {
            welcome(fd, *address);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            break;
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            log::warn("http.accept", {{"error", std::generic_category().message(errno)}});
            pause();
            return;
        }
        // Anything else concerns one connection that is gone already.
    }
    wait();
}

void ListeningSocket::welcome(int fd, const sockaddr& address) {
    Arrival arrival;
    arrival.fd = fd;
    arrival.unixSocket = !m_bound.unixPath.empty();
    arrival.anyClientCertificate = m_bound.anyClientCertificate;
    if (arrival.unixSocket) {
        ucred credentials{};
        socklen_t size = sizeof credentials;
        if (::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0) {
            ::close(fd);
            return;
        }
        arrival.peer.uid = credentials.uid;
    } else {
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (const auto ip = ipAddressOf(address)) {
            arrival.peer.address = ip->text();
            arrival.trustedProxy = containedIn(m_server->trustedProxies, *ip);
        }
    }
    m_server->accepted.fetch_add(1, std::memory_order_relaxed);
    m_next = (m_next + 1) % m_contexts.size();
    const auto connection = std::make_shared<Connection>(m_contexts[m_next], m_server, std::move(arrival));
    if (!m_server->enter(connection)) {
        m_server->refused.fetch_add(1, std::memory_order_relaxed);
        return; // the descriptor closes with the connection
    }
    connection->start();
}

void ListeningSocket::pause() {
    m_timer.expires_after(kPause);
    m_timer.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        const std::lock_guard lock(self->m_mutex);
        if (!error && !self->m_closed) {
            self->wait();
        }
    });
}

} // namespace gatehouse::http
