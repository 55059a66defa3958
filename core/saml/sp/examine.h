// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "connections/connection.h"
#include "crypto/keys.h"
#include "saml/sp/idp.h"
#include "web/public_url.h"
#include "json/json.h"

namespace gatehouse::saml::sp {

/// What a pasted response is judged by.
struct Examination {
    const connections::Connection& connection;
    const Idp& idp;
    const web::PublicUrl& publicUrl;
    std::vector<crypto::PrivateKey> decryptionKeys; ///< of the tenant
    std::string inResponseTo;                       ///< ID of the request; empty: not known
    std::optional<Time> at;                         ///< nullopt: when it was issued, as it says itself
    Time now;
};

/// What came out.
struct Examined {
    std::string form; ///< of what was pasted, as wire::Pasted says it
    Time at;          ///< when it was judged
    Checks checks;    ///< of a login, in their order
    std::string subject;
    json::Object claims;  ///< of the assertion, proven or not; empty where none can be read
    json::Object message; ///< inspectMessage() of it as it was opened; empty where it is no XML
    std::string xml;      ///< as a recording has it: nobody can present it again
};

/// Judges a response that somebody has at hand by the checks of a login. Pure: it signs nobody in and is not spent, so
/// that it may still serve; whether it was used before is not looked at. One that names no request is judged as an
/// unsolicited one. Errors of wire::readPasted().
[[nodiscard]] Result<Examined> examine(std::string_view pasted, const Examination& by);

} // namespace gatehouse::saml::sp
