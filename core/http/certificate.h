// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace gatehouse::http {

/// What a person is shown of a certificate before trusting it (RFC 5280). Texts are printable ASCII, at most 200 bytes.
struct Certificate {
    std::string subject; ///< "C = DE, CN = Corp Root"
    std::string issuer;
    std::vector<std::string> names; ///< DNS names of a server
    Time notBefore;
    Time notAfter;
    std::string fingerprint; ///< SHA-256, "AB:CD:..."
    bool authority =
        false;       ///< may sign others' certificates: basic constraints and key usage say so (4.2.1.9, 4.2.1.3)
    std::string pem; ///< this one alone
};

/// Up to ten of a PEM text. `certificate.unreadable`, with a plain detail: none, too many, or something that is no
/// certificate (a private key, say).
[[nodiscard]] Result<std::vector<Certificate>> readCertificates(std::string_view pem);

/// Whether one of the `authorities` stands above the server's certificate, the first that it `presented`, by way of the
/// others (6.1). Dates are not judged here.
[[nodiscard]] bool provenBy(const std::vector<Certificate>& authorities, const std::vector<Certificate>& presented);

} // namespace gatehouse::http
