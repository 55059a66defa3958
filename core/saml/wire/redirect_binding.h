// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "crypto/keys.h"

namespace gatehouse::saml::wire {

enum class MessageKind { Request, Response };

/// The address that carries a message by the redirect binding (SAML V2.0 Bindings, 3.4.4): DEFLATE, base64, and, with a
/// key, RSA-SHA256 over the query as it stands there.
[[nodiscard]] Result<std::string> redirectAddress(std::string_view endpoint, MessageKind kind, std::string_view xml,
                                                  std::string_view relayState, const crypto::PrivateKey* key);

/// A message as a query brought it.
struct RedirectMessage {
    MessageKind kind = MessageKind::Request;
    std::string xml;
    std::string relayState;
    // Of a signed one: what was signed are the octets of the query as they came, in the binding's order.
    std::string signedText;
    std::string algorithm; ///< URI; empty: not signed
    Bytes signature;
};
/// Reads the raw query. `saml.malformed` for a parameter that is missing, twice, or no base64; errors of inflate().
[[nodiscard]] Result<RedirectMessage> readRedirect(std::string_view query);
/// That one of the keys signed it. `signature.absent`, `signature.algorithm`, `signature.key`.
[[nodiscard]] Status verifyRedirect(const RedirectMessage& message, const std::vector<crypto::PublicKey>& keys);

} // namespace gatehouse::saml::wire
