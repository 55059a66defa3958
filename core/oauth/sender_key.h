// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/encoding.h"
#include "json/json.h"

namespace gatehouse::oauth {

// The key that a token is bound to, as one word that is kept and compared: of a DPoP key its thumbprint (RFC
// 9449, 6.1), of a client's certificate "x5t#S256:" and its thumbprint (RFC 8705, 3.1). Empty: to none.

/// Of a certificate as DER; empty for none.
[[nodiscard]] std::string certificateKey(BytesView der);
[[nodiscard]] bool isCertificateKey(std::string_view key);
/// The `cnf` of a token (RFC 7800, 3.1) that is bound to `key`.
[[nodiscard]] json::Object confirmationOf(std::string_view key);
/// The key that the `cnf` among a token's claims names.
[[nodiscard]] std::string confirmedKey(const json::Object& claims);

} // namespace gatehouse::oauth
