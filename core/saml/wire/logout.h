// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "crypto/keys.h"
#include "saml/wire/name_id.h"
#include "xml/tree.h"

namespace gatehouse::saml::wire {

/// How long a request to log out is good for (standards/03, section 10).
inline constexpr Seconds kLogoutLife{300};

/// SAML V2.0 Core, 3.7.1.
struct LogoutRequest {
    std::string id;
    Time issueInstant;
    std::optional<Time> notOnOrAfter;
    std::string destination; ///< may be empty in a received one
    std::string issuer;
    NameId nameId;                           ///< as it was asserted, byte for byte
    std::vector<std::string> sessionIndexes; ///< none: all sessions of that NameID
};
[[nodiscard]] std::string toXml(const LogoutRequest& request);

/// SAML V2.0 Core, 3.7.2.
struct LogoutResponse {
    std::string id;
    Time issueInstant;
    std::string destination;
    std::string issuer;
    std::string inResponseTo;
    std::string status;       ///< the first status code
    std::string secondStatus; ///< may be empty
};
[[nodiscard]] std::string toXml(const LogoutResponse& response);

/// Reads what a partner sent; proves nothing. An EncryptedID is opened with `keys`, so prove the message first.
/// `saml.shape` for any other message, or one without ID, Issuer or a NameID; `encryption.*`.
[[nodiscard]] Result<LogoutRequest> readLogoutRequest(const xml::Element& root,
                                                      const std::vector<crypto::PrivateKey>& keys = {});
[[nodiscard]] Result<LogoutResponse> readLogoutResponse(const xml::Element& root);

/// A fresh ID of a message of ours: an NCName that nobody can guess.
[[nodiscard]] std::string newMessageId();

} // namespace gatehouse::saml::wire
