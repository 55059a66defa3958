// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <openssl/x509.h>

#include "http/certificate.h"

namespace gatehouse::http {

// Inside this module only: certificates as OpenSSL holds them.

using X509Pointer = std::unique_ptr<X509, decltype(&X509_free)>;

/// Text of a stranger's certificate, with what could confuse a log or a screen taken out, cut at 200 bytes.
[[nodiscard]] std::string shownText(std::string text);
/// "C = DE, CN = Corp Root"
[[nodiscard]] std::string nameText(const X509_NAME* name);
[[nodiscard]] std::vector<std::string> dnsNamesOf(const X509* certificate);
[[nodiscard]] Certificate certificateFrom(X509* certificate);
/// The certificates of a PEM text; other blocks are passed over.
[[nodiscard]] std::vector<X509Pointer> x509sOf(std::string_view pem);

} // namespace gatehouse::http
