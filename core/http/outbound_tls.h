// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/certificate.h"

namespace gatehouse::http {

/// What the certificate check saw, for a message that helps: a connection test shows it to an administrator.
struct TlsObservation {
    int verifyError = 0;   ///< X509_V_ERR_*, of the first failure
    std::string notBefore; ///< of the certificate that failed
    std::string notAfter;
    std::string issuer; ///< of the certificate that failed
    std::string names;  ///< DNS names of the server's certificate, comma separated
    bool keepsChain = false;
    std::vector<Certificate> presented; ///< by the server, its own first; where keepsChain
};

/// Makes the SSL_CTX of a connection trust `extraAuthorities` (a PEM file; may be empty) besides what it trusts, and
/// write into `observation`, which outlives the connection, whatever the check sees. The check itself stays as strict
/// as it is. False if the file cannot be used.
[[nodiscard]] bool observeTls(void* sslContext, const std::string& extraAuthorities, TlsObservation& observation);

/// Makes it trust the authorities of a PEM text, too: each is where a chain may end, though another signed it. What is
/// no authority is not trusted. False if there is none.
[[nodiscard]] bool trustAuthorities(void* sslContext, std::string_view pem);

/// The error for a handshake that failed: `outbound.tls_expired`, `outbound.tls_name`, `outbound.tls_authority` or
/// `outbound.tls`. `verificationFailed`: the peer's certificate was the reason; else the handshake itself, for which
/// `libraryText` speaks.
[[nodiscard]] Error tlsError(const TlsObservation& observation, const std::string& host, bool verificationFailed,
                             const std::string& libraryText);

} // namespace gatehouse::http
