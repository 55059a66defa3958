// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "http/message.h"

namespace gatehouse::http {

/// Where outbound calls may go, judged on the socket address at connect time, never on the name (contract section 1,
/// security.md NW-22). Link-local and metadata-service addresses are refused always.
struct AddressPolicy {
    bool allowLoopback = false; ///< 127.0.0.0/8 and ::1; true where the broker itself listens on loopback alone
    bool allowPrivate = false;  ///< RFC 1918, CGNAT, ULA; true in the same case
    std::vector<std::string> allowedCidrs; ///< --allow-private
    bool allowHttp = false;                ///< plain http towards loopback addresses only
    bool allowAdminApi = false;            ///< an Admin API on loopback: for gatehousectl, never for the broker
};

struct OutboundRequest {
    std::string method = "GET";
    std::string url;
    Headers headers;
    std::string body;
    std::chrono::milliseconds deadline{10000};
    std::size_t maxBytes = 1024 * 1024;
};

/// What came back, with what a connection test shows of the way there.
struct OutboundResponse {
    int status = 0;
    Headers headers;
    std::string body;
    std::string peerAddress;
    std::chrono::milliseconds elapsed{0};
    std::optional<Time> date; ///< of the Date header
};

/// HTTP(S) client on libcurl. Redirects are not followed, netrc and proxy environment are ignored, connections are
/// pooled by `pool` (a tenant id) and never shared between pools. Blocks; thread safe. Errors, each with a plain
/// detail: `outbound.url`, `outbound.scheme`, `outbound.resolve`, `outbound.address_refused`, `outbound.connect`,
/// `outbound.timeout`, `outbound.tls_expired`, `outbound.tls_name`, `outbound.tls_authority`, `outbound.tls`,
/// `outbound.too_large`, `outbound.protocol`.
class Client {
public:
    virtual ~Client() = default;
    [[nodiscard]] virtual Result<OutboundResponse> send(const std::string& pool, const OutboundRequest& request) = 0;
};

struct ClientOptions {
    AddressPolicy policy;
    std::string caFile; ///< PEM of extra trusted authorities; empty: the system's
    std::string userAgent = "Gatehouse";
};

[[nodiscard]] std::unique_ptr<Client> makeCurlClient(ClientOptions options);

} // namespace gatehouse::http
