// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "json/json.h"

namespace gatehouse::ssf::transmitter {

/// One thing that happened, for whoever wants to know.
struct SecurityEvent {
    std::string type;     ///< its URI
    json::Object subject; ///< `sub_id` (RFC 9493)
    json::Object payload; ///< of the event
    std::string txn;      ///< the same for all events of one request; empty: it stands alone
};

/// The claims of its token (RFC 8417, 2.2; SSF 1.0, 4.1): just one event, neither `sub` nor `exp`.
[[nodiscard]] json::Object claimsOf(const SecurityEvent& event, std::string_view issuer, std::string_view audience,
                                    std::string_view jti, Time now);
/// The one event that claims are about; empty if they are none of claimsOf().
[[nodiscard]] std::string eventTypeOf(const json::Object& claims);

/// What a receiver asks for to see that a stream works (SSF 1.0, 8.1.4). `state` may be empty.
[[nodiscard]] SecurityEvent verificationOf(std::string_view stream, std::string_view state);

} // namespace gatehouse::ssf::transmitter
