// SPDX-License-Identifier: Apache-2.0
#include "unix_client.h"

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>

#include "http_reply.h"

namespace gatehouse::ctl {

namespace {

class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

tl::unexpected<Error> systemError(int number) {
    return fail(Code::Unavailable, "ctl.socket", std::generic_category().message(number));
}

Result<Descriptor> connectTo(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.native().size() >= sizeof(address.sun_path)) {
        return systemError(ENAMETOOLONG);
    }
    std::memcpy(address.sun_path, path.c_str(), path.native().size() + 1);
    Descriptor descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (descriptor.get() < 0) {
        return systemError(errno);
    }
    if (::connect(descriptor.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
        return systemError(errno);
    }
    return descriptor;
}

Status sendAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) {
            return systemError(errno);
        }
        bytes.remove_prefix(std::size_t(std::max<ssize_t>(sent, 0)));
    }
    return {};
}

Result<std::string> receiveSome(int descriptor) {
    std::string buffer(64 * 1024, '\0');
    while (true) {
        const ssize_t count = ::recv(descriptor, buffer.data(), buffer.size(), 0);
        if (count >= 0) {
            buffer.resize(std::size_t(count));
            return buffer;
        }
        if (errno != EINTR) {
            return systemError(errno);
        }
    }
}

std::string serialize(const admin::api::Call& call) {
    std::string out = call.method + " " + call.path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    for (const auto& [name, value] : call.headers) {
        out.append(name).append(": ").append(value).append("\r\n");
    }
    if (!call.body.empty() || call.method != "GET") {
        out.append("Content-Length: ").append(std::to_string(call.body.size())).append("\r\n");
    }
    return out.append("\r\n").append(call.body);
}

} // namespace

bool listens(const std::filesystem::path& socket) {
    return connectTo(socket).has_value();
}

Result<admin::api::Reply> callOverSocket(const std::filesystem::path& socket, const admin::api::Call& call) {
    auto connection = connectTo(socket);
    if (!connection) {
        return tl::unexpected<Error>(connection.error());
    }
    ENSURE(sendAll(connection->get(), serialize(call)));
    return readReply([&] { return receiveSome(connection->get()); });
}

} // namespace gatehouse::ctl
