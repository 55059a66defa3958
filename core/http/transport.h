// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/result.h"
#include "http/server.h"

struct ssl_ctx_st;

namespace gatehouse::http {

/// What became of one attempt on a socket that never blocks.
enum class IoOutcome {
    Done,      ///< `bytes` were moved
    WantRead,  ///< try again when the socket is readable
    WantWrite, ///< try again when the socket is writable
    Closed,    ///< the peer is gone, or broke the protocol
};
struct IoResult {
    IoOutcome outcome = IoOutcome::Closed;
    std::size_t bytes = 0;
};

/// The bytes of one connection, in clear or under TLS. Does not own the file descriptor.
class Transport {
public:
    virtual ~Transport() = default;
    virtual IoResult handshake() = 0;
    virtual IoResult read(char* data, std::size_t size) = 0;
    virtual IoResult write(const char* data, std::size_t size) = 0;
    /// Says that nothing more will be written.
    virtual void finishWriting() = 0;
    /// True if read() may give bytes though the socket is not readable.
    [[nodiscard]] virtual bool hasBuffered() const { return false; }
    /// DER of the client's certificate, whose key it has; empty if none.
    [[nodiscard]] virtual std::string clientCertificate() const { return {}; }
    /// Whether the client authorities stand above it.
    [[nodiscard]] virtual bool certificateProven() const { return false; }
};

[[nodiscard]] std::unique_ptr<Transport> makeClearTransport(int fd);

/// A TLS server context: TLS 1.2 and 1.3, ephemeral keys and AEAD only, no renegotiation, compression, resumption or
/// early data.
using TlsContext = std::shared_ptr<ssl_ctx_st>;
/// Which client certificates end no handshake: those that the client authorities prove, or any.
enum class ClientCertificates { Proven, Any };
/// `http.tls` names the file that could not be used.
[[nodiscard]] Result<TlsContext> makeTlsContext(const TlsFiles& files, ClientCertificates accepted);
/// Null if memory is short.
[[nodiscard]] std::unique_ptr<Transport> makeTlsTransport(const TlsContext& context, int fd);

} // namespace gatehouse::http
