// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace gatehouse::http {

/// Header fields in order. Names compare without case. A value with a control character cannot be put in: set() and
/// add() abort the process on one, since only our own code calls them with text that was encoded before (security.md
/// NW-10).
class Headers {
public:
    void set(std::string_view name, std::string value);
    void add(std::string_view name, std::string value);
    /// For text from outside: `http.header_value` instead of aborting.
    [[nodiscard]] Status trySet(std::string_view name, std::string value);
    /// As trySet(), but keeps what is there already.
    [[nodiscard]] Status tryAdd(std::string_view name, std::string value);
    void remove(std::string_view name);
    void reserve(std::size_t count) { m_fields.reserve(count); }
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& fields() const { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// Who is at the other end of the connection.
struct Peer {
    std::string address;              ///< textual IP address, after the trusted-proxy rule; empty on the Unix socket
    bool secure = false;              ///< TLS, or said so by a trusted proxy
    std::optional<std::uint32_t> uid; ///< on the Unix socket: the peer's user id
    std::string clientCertificate;    ///< DER of the client's certificate, whose key it proved to have; empty: none
    bool certificateProven = false;   ///< the server's client authorities stand above it, for now and for a client
};

/// A complete request that passed the guard and the limits.
struct Request {
    std::string method; ///< upper case: GET HEAD POST PUT PATCH DELETE OPTIONS
    std::string path;   ///< as sent, before '?'; begins with '/'; not percent-decoded
    std::string query;  ///< after '?', raw; may be empty
    Headers headers;
    std::string body;
    Peer peer;
};

/// A server-sent event stream (WHATWG HTML, 9.2). Holds no worker: whoever has the source publishes, the I/O side
/// sends.
class EventStream {
public:
    virtual ~EventStream() = default;
    /// Queues one event for this client. False once the client is gone or too slow (more than 1 MiB waiting).
    virtual bool send(std::string_view event, std::string_view data) = 0;
    virtual void close() = 0;
};
using OpenStream = std::function<void(std::shared_ptr<EventStream>)>;

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    OpenStream stream; ///< when set, the answer is text/event-stream and `body` is ignored
};

/// Answers one request; runs on a worker thread and may block. It must not throw.
using Handler = std::function<Response(const Request&)>;

} // namespace gatehouse::http
