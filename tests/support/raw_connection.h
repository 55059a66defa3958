// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace gatehouse::testing {

/// A plain socket for tests that say exactly which bytes go over the wire. Every wait is bounded.
class RawConnection {
public:
    /// "127.0.0.1:8480" or "unix:/path".
    explicit RawConnection(const std::string& address) {
        if (address.compare(0, 5, "unix:") == 0) {
            sockaddr_un name{};
            name.sun_family = AF_UNIX;
            std::strncpy(name.sun_path, address.c_str() + 5, sizeof name.sun_path - 1);
            m_fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
            m_connected = ::connect(m_fd, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0;
        } else {
            sockaddr_in name{};
            name.sin_family = AF_INET;
            const std::size_t colon = address.rfind(':');
            ::inet_pton(AF_INET, address.substr(0, colon).c_str(), &name.sin_addr);
            name.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
            m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            m_connected = ::connect(m_fd, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0;
        }
    }
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;
    ~RawConnection() { ::close(m_fd); }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    [[nodiscard]] int fd() const { return m_fd; }

    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    void finishSending() const { ::shutdown(m_fd, SHUT_WR); }

    /// Everything until the peer closes; nullopt if it does not within the time.
    std::optional<std::string> readAll(std::chrono::milliseconds within = std::chrono::milliseconds(5000)) {
        const auto end = std::chrono::steady_clock::now() + within;
        while (true) {
            const int got = receive(end);
            if (got == 0) {
                return std::exchange(m_received, {});
            }
            if (got < 0) {
                return std::nullopt;
            }
        }
    }
    /// Up to and with `mark`; what came behind it is kept. nullopt if it does not come within the time.
    std::optional<std::string> readUntil(std::string_view mark,
                                         std::chrono::milliseconds within = std::chrono::milliseconds(5000)) {
        const auto end = std::chrono::steady_clock::now() + within;
        while (true) {
            if (const std::size_t at = m_received.find(mark); at != std::string::npos) {
                std::string text = m_received.substr(0, at + mark.size());
                m_received.erase(0, at + mark.size());
                return text;
            }
            if (receive(end) <= 0) {
                return std::nullopt;
            }
        }
    }
    /// One answer with a Content-Length.
    std::optional<std::string> readAnswer() {
        auto head = readUntil("\r\n\r\n");
        if (!head) {
            return std::nullopt;
        }
        const std::size_t at = head->find("Content-Length: ");
        const std::size_t length = at == std::string::npos ? 0 : std::stoul(head->substr(at + 16));
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        while (m_received.size() < length) {
            if (receive(end) <= 0) {
                return std::nullopt;
            }
        }
        *head += m_received.substr(0, length);
        m_received.erase(0, length);
        return head;
    }
    /// True if the peer closes within the time; what it sends before is dropped.
    bool isClosedWithin(std::chrono::milliseconds within) { return readAll(within).has_value(); }

private:
    /// 1 with more bytes, 0 at the end or after a reset, -1 when time is up.
    int receive(std::chrono::steady_clock::time_point end) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd waiting{m_fd, POLLIN, 0};
        if (left.count() < 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) {
            return -1;
        }
        char buffer[16384];
        const ssize_t count = ::recv(m_fd, buffer, sizeof buffer, 0);
        if (count <= 0) {
            return 0;
        }
        m_received.append(buffer, static_cast<std::size_t>(count));
        return 1;
    }

    int m_fd = -1;
    bool m_connected = false;
    std::string m_received;
};

} // namespace gatehouse::testing
