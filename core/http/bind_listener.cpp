// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "http/listener.h"
#include "http/network_address.h"

namespace gatehouse::http {

namespace {

constexpr std::string_view kUnixPrefix = "unix:";

tl::unexpected<Error> refuse(const std::string& address, const std::string& why) {
    return fail(Code::FailedPrecondition, "http.bind", "cannot listen on " + address + ": " + why);
}

std::string systemError() {
    return std::generic_category().message(errno);
}

/// Closes the socket unless it is released.
class SocketGuard {
public:
    explicit SocketGuard(int fd)
        : m_fd(fd) {}
    SocketGuard(const SocketGuard&) = delete;
    SocketGuard& operator=(const SocketGuard&) = delete;
    ~SocketGuard() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    [[nodiscard]] int get() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

Result<BoundSocket> bindUnix(const std::string& address) {
    const std::filesystem::path path = address.substr(kUnixPrefix.size());
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    if (path.empty() || path.native().size() >= sizeof name.sun_path) {
        return refuse(address,
                      "the path is empty or longer than " + std::to_string(sizeof name.sun_path - 1) + " characters");
    }
    std::memcpy(name.sun_path, path.c_str(), path.native().size() + 1);
    struct stat found{};
    if (::lstat(path.c_str(), &found) == 0) {
        // Left behind by a process that was killed: whoever starts us holds the lock of the data directory.
        if (!S_ISSOCK(found.st_mode)) {
            return refuse(address, "something that is not a socket is in the way");
        }
        ::unlink(path.c_str());
    }
    SocketGuard socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (socket.get() < 0 || ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0) {
        return refuse(address, systemError());
    }
    // Nobody can connect before listen(), so there is no moment in which the mode is wider.
    if (::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0) {
        return refuse(address, systemError());
    }
    return BoundSocket{socket.release(), address, path};
}

/// "127.0.0.1:0" and the port that the system picked.
std::string boundAddress(int fd) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto* name = reinterpret_cast<sockaddr*>(&storage);
    if (::getsockname(fd, name, &size) != 0) {
        return {};
    }
    const auto address = ipAddressOf(*name);
    const auto port = storage.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_port
                                                    : reinterpret_cast<const sockaddr_in*>(&storage)->sin_port;
    const std::string text = address ? address->text() : std::string();
    return (storage.ss_family == AF_INET6 ? "[" + text + "]" : text) + ":" + std::to_string(ntohs(port));
}

Result<BoundSocket> bindTcp(const std::string& address) {
    const std::size_t colon = address.rfind(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == address.size()) {
        return refuse(address, "it is not of the form host:port");
    }
    std::string host = address.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (const int code = ::getaddrinfo(host.c_str(), address.c_str() + colon + 1, &hints, &found); code != 0) {
        return refuse(address, ::gai_strerror(code));
    }
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, ::freeaddrinfo);
    SocketGuard socket(::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (socket.get() < 0) {
        return refuse(address, systemError());
    }
    const int on = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (found->ai_family == AF_INET6) {
        ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    }
    if (::bind(socket.get(), found->ai_addr, found->ai_addrlen) != 0) {
        return refuse(address, systemError());
    }
    std::string actual = boundAddress(socket.get());
    return BoundSocket{socket.release(), std::move(actual), {}};
}

} // namespace

Result<BoundSocket> bindListener(const std::string& address) {
    return address.compare(0, kUnixPrefix.size(), kUnixPrefix) == 0 ? bindUnix(address) : bindTcp(address);
}

} // namespace gatehouse::http
