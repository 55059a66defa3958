// SPDX-License-Identifier: Apache-2.0
#include "wire.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace gatehouse::bench {
namespace {

bool sameName(std::string_view a, std::string_view lower) {
    if (a.size() != lower.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if ((a[i] | 0x20) != lower[i]) {
            return false;
        }
    }
    return true;
}

std::size_t toNumber(std::string_view text, int base) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, base);
    return value;
}

} // namespace

void giveUp(const std::string& message) {
    std::fprintf(stderr, "gatehouse_bench: %s\n", message.c_str());
    std::_Exit(1);
}

std::uint16_t freePort() {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(fd, reinterpret_cast<const sockaddr*>(&address), size);
    getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
    close(fd);
    return ntohs(address.sin_port);
}

Connection::Connection(int fd, std::string host, std::uint16_t port, std::string path)
    : m_fd(fd)
    , m_host(std::move(host))
    , m_port(port)
    , m_path(std::move(path)) {}

Connection::Connection(Connection&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_host(std::move(other.m_host))
    , m_port(other.m_port)
    , m_path(std::move(other.m_path)) {}

Connection::~Connection() {
    if (m_fd >= 0) {
        close(m_fd);
    }
}

Connection Connection::tcp(std::uint16_t port) {
    return Connection(-1, "127.0.0.1:" + std::to_string(port), port, {});
}

Connection Connection::local(const std::string& socketPath) {
    return Connection(-1, "localhost", 0, socketPath);
}

void Connection::connect() {
    if (m_fd >= 0) {
        close(m_fd);
    }
    m_in.clear();
    m_fd = socket(m_path.empty() ? AF_INET : AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int result = -1;
    if (m_path.empty()) {
        const int on = 1;
        setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        result = ::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    } else {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, m_path.c_str(), sizeof address.sun_path - 1);
        result = ::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    }
    if (result != 0) {
        giveUp("cannot connect to " + (m_path.empty() ? m_host : m_path) + ": " + std::strerror(errno));
    }
}

Answer Connection::send(std::string_view method, std::string_view target, std::string_view headers,
                        std::string_view body) {
    m_out.clear();
    m_out.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: ").append(m_host).append("\r\n");
    m_out.append(headers);
    if (!body.empty() || method != "GET") {
        m_out.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    }
    m_out.append("\r\n").append(body);
    // A server may have closed an idle connection: then once more on a new one.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (m_fd < 0) {
            connect();
        }
        std::size_t sent = 0;
        while (sent < m_out.size()) {
            const ssize_t n = ::send(m_fd, m_out.data() + sent, m_out.size() - sent, MSG_NOSIGNAL);
            if (n <= 0) {
                break;
            }
            sent += std::size_t(n);
        }
        if (sent == m_out.size() && readSome()) {
            return read();
        }
        close(std::exchange(m_fd, -1));
    }
    giveUp("no answer to " + std::string(method) + " " + std::string(target));
}

Answer Connection::postForm(std::string_view target, std::string_view headers, std::string_view form) {
    std::string all = "Content-Type: application/x-www-form-urlencoded\r\n";
    all.append(headers);
    return send("POST", target, all, form);
}

bool Connection::readSome() {
    std::array<char, 16384> buffer;
    const ssize_t n = recv(m_fd, buffer.data(), buffer.size(), 0);
    if (n <= 0) {
        return false;
    }
    m_in.append(buffer.data(), std::size_t(n));
    return true;
}

Answer Connection::read() {
    const auto need = [this](bool more) {
        if (!more) {
            giveUp("the connection to " + m_host + " ended within an answer");
        }
    };
    std::size_t end = 0;
    while ((end = m_in.find("\r\n\r\n")) == std::string::npos) {
        need(readSome());
    }
    Answer answer;
    const std::string_view head = std::string_view(m_in).substr(0, end);
    answer.status = int(toNumber(head.substr(9, 3), 10));
    std::size_t length = 0;
    bool chunked = false;
    bool closes = false;
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at)) {
        at += 2;
        const std::string_view line = head.substr(at, head.find("\r\n", at) - at);
        const std::size_t colon = line.find(':');
        const std::string_view name = line.substr(0, colon);
        std::string_view value = line.substr(colon + 1);
        while (!value.empty() && value.front() == ' ') {
            value.remove_prefix(1);
        }
        if (sameName(name, "content-length")) {
            length = toNumber(value, 10);
        } else if (sameName(name, "location")) {
            answer.location = value;
        } else if (sameName(name, "set-cookie")) {
            answer.cookies.emplace_back(value.substr(0, value.find(';')));
        } else if (sameName(name, "transfer-encoding")) {
            chunked = true;
        } else if (sameName(name, "connection")) {
            closes = value == "close";
        }
    }
    m_in.erase(0, end + 4);
    while (chunked) {
        std::size_t line = 0;
        while ((line = m_in.find("\r\n")) == std::string::npos) {
            need(readSome());
        }
        const std::size_t size = toNumber(std::string_view(m_in).substr(0, line), 16);
        while (m_in.size() < line + 2 + size + 2) {
            need(readSome());
        }
        answer.body.append(m_in, line + 2, size);
        m_in.erase(0, line + 2 + size + 2);
        chunked = size != 0;
    }
    while (m_in.size() < length) {
        need(readSome());
    }
    answer.body.append(m_in, 0, length);
    m_in.erase(0, length);
    if (closes) {
        close(std::exchange(m_fd, -1));
    }
    return answer;
}

std::string_view targetOf(std::string_view url) {
    const std::size_t path = url.find('/', url.find("://") + 3);
    return path == std::string_view::npos ? "/" : url.substr(path);
}

std::uint16_t portOf(std::string_view url) {
    const std::size_t colon = url.find(':', url.find("://") + 3);
    return std::uint16_t(toNumber(url.substr(colon + 1), 10));
}

std::string_view queryValue(std::string_view url, std::string_view name) {
    for (std::size_t at = url.find('?'); at != std::string_view::npos; at = url.find('&', at + 1)) {
        const std::string_view rest = url.substr(at + 1);
        if (rest.size() > name.size() && rest.substr(0, name.size()) == name && rest[name.size()] == '=') {
            const std::string_view value = rest.substr(name.size() + 1);
            return value.substr(0, value.find_first_of("&#"));
        }
    }
    return {};
}

std::string percentEncode(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
            c == '.') {
            out.push_back(c);
        } else {
            out.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
        }
    }
    return out;
}

std::string percentDecode(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out.push_back(char(toNumber(text.substr(i + 1, 2), 16)));
            i += 2;
        } else {
            out.push_back(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

} // namespace gatehouse::bench
