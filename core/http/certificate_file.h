// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace gatehouse::http {

/// What an administrator wants to know of a certificate file before it ends.
struct CertificateFacts {
    std::string subject; ///< its common name, or the whole name where there is none
    Time notAfter;
};
/// Of the first certificate of a PEM file. `http.tls` if it cannot be read.
[[nodiscard]] Result<CertificateFacts> readCertificate(const std::filesystem::path& file);

} // namespace gatehouse::http
