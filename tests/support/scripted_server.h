// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::testing {

/// A server on loopback that does to each connection what the test says, one after the other: for peers that misbehave.
class ScriptedServer {
public:
    using Script = std::function<void(int fd, int connection)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script)) {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in name{};
        name.sin_family = AF_INET;
        name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_fd, reinterpret_cast<const sockaddr*>(&name), sizeof name);
        socklen_t size = sizeof name;
        ::getsockname(m_fd, reinterpret_cast<sockaddr*>(&name), &size);
        ::listen(m_fd, 64);
        m_port = ntohs(name.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;
    ~ScriptedServer() {
        m_stopped = true;
        ::shutdown(m_fd, SHUT_RDWR);
        {
            const std::lock_guard lock(m_mutex);
            if (m_current >= 0) {
                ::shutdown(m_current, SHUT_RDWR);
            }
        }
        m_thread.join();
        ::close(m_fd);
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string url(const std::string& path = "/") const {
        return "http://127.0.0.1:" + std::to_string(m_port) + path;
    }
    [[nodiscard]] int connections() const { return m_count; }

    /// Reads up to the end of a head; what came of the request.
    static std::string readHead(int fd) {
        std::string text;
        char buffer[4096];
        while (text.find("\r\n\r\n") == std::string::npos) {
            const ssize_t count = ::recv(fd, buffer, sizeof buffer, 0);
            if (count <= 0) {
                break;
            }
            text.append(buffer, static_cast<std::size_t>(count));
        }
        return text;
    }
    static bool write(int fd, const std::string& text) {
        return ::send(fd, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    }
    /// Until the client goes away, or the server is destroyed.
    static void hold(int fd) {
        char buffer[4096];
        while (::recv(fd, buffer, sizeof buffer, 0) > 0) {
        }
    }

private:
    void serve() {
        while (!m_stopped) {
            const int fd = ::accept4(m_fd, nullptr, nullptr, SOCK_CLOEXEC);
            if (fd < 0) {
                break;
            }
            {
                const std::lock_guard lock(m_mutex);
                m_current = fd;
            }
            m_script(fd, m_count++);
            const std::lock_guard lock(m_mutex);
            m_current = -1;
            ::close(fd);
        }
    }

    Script m_script;
    int m_fd = -1;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_stopped{false};
    std::atomic<int> m_count{0};
    std::mutex m_mutex;
    int m_current = -1;
    std::thread m_thread;
};

} // namespace gatehouse::testing
