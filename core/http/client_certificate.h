// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatehouse::http {

/// Who a client's certificate speaks of (RFC 5280), for comparison with what is registered (RFC 8705, 2.1.2). Texts are
/// as they stand in the certificate; one with a NUL in it is left out.
struct ClientCertificate {
    std::string subjectDn; ///< as RFC 4514 writes it: "CN=worker,O=Contoso"
    std::vector<std::string> dnsNames;
    std::vector<std::string> uris;
    std::vector<std::string> addresses; ///< as network_address.h writes them
    std::vector<std::string> emails;
};

/// Of DER. `certificate.unreadable`.
[[nodiscard]] Result<ClientCertificate> readClientCertificate(std::string_view der);

/// A distinguished name in one spelling: the keys in upper case, no space about "," "+" and "=". Values stay as they
/// are. `certificate.distinguished_name` for what is none (RFC 4514, 3).
[[nodiscard]] Result<std::string> normalDistinguishedName(std::string_view text);

} // namespace gatehouse::http
