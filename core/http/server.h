// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/body_limit.h"
#include "http/message.h"

namespace gatehouse::http {

/// An address to listen on: "127.0.0.1:8480", "[::1]:0" (0 picks a free port) or "unix:/path/admin.sock" (mode 0600).
struct Listener {
    std::string address;
    /// Asks every client for a certificate and lets through whichever it has, or none (ServerOptions::mutualTls): what
    /// it is worth is for the handler to judge. Not for browsers, which would ask people.
    bool anyClientCertificate = false;
};

struct TlsFiles {
    std::filesystem::path certificate; ///< PEM chain
    std::filesystem::path key;         ///< PEM
    std::filesystem::path clientCa;    ///< PEM; empty: nobody's certificate is proven
};

struct ServerOptions {
    std::vector<Listener> listeners;
    /// For the TCP listeners. With a clientCa every client is asked for a certificate, and one that it does not prove
    /// ends the handshake.
    std::optional<TlsFiles> tls;
    std::optional<TlsFiles> mutualTls;           ///< for those with anyClientCertificate
    std::chrono::milliseconds tlsInterval{5000}; ///< between looks at these files; zero: reloadTls() alone
    std::vector<std::string> trustedProxies;     ///< CIDRs whose X-Forwarded-For, -Proto and -Host are believed
    /// Host values answered; others get 421 (not on the Unix socket). One without a port stands for every port. Empty:
    /// any.
    std::vector<std::string> allowedHosts;
    int ioThreads = 1;
    int workers = 32;
    std::size_t maxQueued = 1024; ///< complete requests waiting for a worker; beyond it 503 with Retry-After
    std::size_t maxConnections = 10000;
    std::size_t maxHeaderBytes = 16 * 1024;
    std::size_t maxHeaders = 100;
    std::size_t maxBodyBytes = 256 * 1024;
    std::vector<BodyLimit> bodyLimits;               ///< instead of it, on paths that hold a text
    std::chrono::milliseconds headerDeadline{10000}; ///< from the first byte, or from the accept; the TLS handshake too
    std::chrono::milliseconds bodyDeadline{30000};
    std::chrono::milliseconds idleDeadline{60000};
    std::chrono::milliseconds writeDeadline{
        30000}; ///< for an answer nobody reads; large ones get a second more each 16 KiB
    std::chrono::milliseconds drainDeadline{10000};
    std::chrono::milliseconds heartbeat{15000}; ///< between comments on an event stream
    std::size_t maxStreamBytes = 1024 * 1024;   ///< waiting on one event stream; beyond it the client is cut off
};

/// Counters for the status page, all since the start.
struct ServerStatistics {
    std::uint64_t requests = 0;
    std::uint64_t connections = 0;
    std::uint64_t openConnections = 0;
    std::uint64_t refused = 0; ///< by the guard or a limit
};

/// HTTP/1.1 over TCP, TLS 1.2+ and a Unix socket. Requests that the guard dislikes (security.md NW rows) are answered
/// 400, 413, 415, 417, 421 or 431 and the connection is closed; the handler never sees them.
class Server {
public:
    /// Binds everything, starts the threads and accepts. `http.bind` names the address that could not be had,
    /// `http.tls` the file that could not be used, `http.cidr` the trusted proxy that is no block of addresses.
    static Result<std::unique_ptr<Server>> start(ServerOptions options, Handler handler);
    virtual ~Server() = default;
    /// The addresses in the order of the listeners, with the ports that were picked.
    [[nodiscard]] virtual std::vector<std::string> addresses() const = 0;
    [[nodiscard]] virtual ServerStatistics statistics() const = 0;
    /// Reads certificate, key and client authorities again, for the connections that come from now on. `http.tls`: the
    /// old ones stay. Nothing without TLS. By itself the server does so once a file has changed.
    [[nodiscard]] virtual Status reloadTls() = 0;
    /// Stops accepting, lets requests in flight finish until the drain deadline, closes. Safe to call twice.
    virtual void stop() = 0;
};

} // namespace gatehouse::http
