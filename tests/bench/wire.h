// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::bench {

/// What came back; enough of it for a login.
struct Answer {
    int status = 0;
    std::string location;
    std::vector<std::string> cookies; ///< "name=value" of each Set-Cookie
    std::string body;
};

/// A keep-alive HTTP/1.1 connection that costs as little as can be: the generator shares the cores with what it
/// measures. One thread uses it at a time. Anything unexpected ends the process with a message: a benchmark with errors
/// measures nothing.
class Connection {
public:
    static Connection tcp(std::uint16_t port);
    static Connection local(const std::string& socketPath);
    Connection(Connection&& other) noexcept;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Connection& operator=(Connection&&) = delete;
    ~Connection();

    /// `headers` is whole lines with CRLF; Host and Content-Length are added.
    Answer send(std::string_view method, std::string_view target, std::string_view headers, std::string_view body);
    Answer get(std::string_view target, std::string_view headers = {}) { return send("GET", target, headers, {}); }
    Answer postForm(std::string_view target, std::string_view headers, std::string_view form);

private:
    explicit Connection(int fd, std::string host, std::uint16_t port, std::string path);
    void connect();
    bool readSome();
    Answer read();

    int m_fd = -1;
    std::string m_host;
    std::uint16_t m_port = 0;
    std::string m_path; ///< of a Unix socket
    std::string m_out;
    std::string m_in;
};

/// The path and query of an absolute http address.
[[nodiscard]] std::string_view targetOf(std::string_view url);
/// The port of http://127.0.0.1:port/...
[[nodiscard]] std::uint16_t portOf(std::string_view url);
/// The raw value of a query parameter, still percent-encoded, or empty.
[[nodiscard]] std::string_view queryValue(std::string_view url, std::string_view name);
[[nodiscard]] std::string percentEncode(std::string_view text);
[[nodiscard]] std::string percentDecode(std::string_view text);
/// A port of 127.0.0.1 that nobody listens on.
[[nodiscard]] std::uint16_t freePort();
/// Prints and ends the process.
[[noreturn]] void giveUp(const std::string& message);

} // namespace gatehouse::bench
