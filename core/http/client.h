// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "http/certificate.h"
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
    /// Takes the body of an answer 200 as it comes, instead of the answer; false: it has enough, the rest is not read.
    std::function<bool(std::string_view)> onBody;
    std::string authorities; ///< PEM of those trusted for this call besides; connections are shared by equal ones only
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

/// The answer as `request` wants it, where it is there at once.
[[nodiscard]] OutboundResponse handedOver(const OutboundRequest& request, OutboundResponse response);

/// What a server shows of itself before anything is asked of it.
struct PresentedChain {
    std::vector<Certificate> certificates; ///< its own first
    std::optional<Error> refused;          ///< why it is not believed, as send() would say; none: it is
};

/// HTTP(S) client on libcurl. Redirects are not followed, netrc and proxy environment are ignored, connections are
/// pooled by `pool` (a tenant id) and never shared between pools. Blocks; thread safe. Errors, each with a plain
/// detail: `outbound.url`, `outbound.scheme`, `outbound.resolve`, `outbound.address_refused`, `outbound.connect`,
/// `outbound.timeout`, `outbound.tls_expired`, `outbound.tls_name`, `outbound.tls_authority`, `outbound.tls`,
/// `outbound.too_large`, `outbound.proxy`, `outbound.protocol`.
class Client {
public:
    virtual ~Client() = default;
    [[nodiscard]] virtual Result<OutboundResponse> send(const std::string& pool, const OutboundRequest& request) = 0;
    /// The certificates at the address of `request`, by a connection of its own on which nothing is sent.
    /// `outbound.tls` where it never came to a certificate, `outbound.scheme` without https.
    [[nodiscard]] virtual Result<PresentedChain> presentedChain(const OutboundRequest& request) {
        return fail(Code::FailedPrecondition, "outbound.tls", request.url + " is not asked over TLS.");
    }
};

struct ClientOptions {
    AddressPolicy policy;
    std::string caFile; ///< PEM of extra trusted authorities; empty: the system's
    std::string userAgent = "Gatehouse";
    /// "http://host:port" that https calls go through by CONNECT (RFC 9110, 9.3.6), those to this machine excepted;
    /// empty: straight there. Names are then resolved by the proxy, which decides where calls may go.
    std::string proxy = {};
};

/// What is wrong with a proxy's address, in words; empty: nothing.
[[nodiscard]] std::string proxyProblem(std::string_view address);

[[nodiscard]] std::unique_ptr<Client> makeCurlClient(ClientOptions options);

} // namespace gatehouse::http
