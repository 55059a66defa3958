// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace gatehouse::admin::api {

/// `T/streams/{id}`: a receiver that is told what happens in the tenant, by security event tokens (RFC 8417).
struct Stream {
    std::string id; ///< read-only
    std::string name;
    std::string delivery;                     ///< "push" (RFC 8935) or "poll" (RFC 8936); fixed once it exists
    std::string endpoint;                     ///< of a push: where the tokens go
    std::optional<std::string> authorization; ///< write-only; of a push: the whole value of the header
    bool hasAuthorization = false;            ///< read-only
    std::string audience;                     ///< `aud` of the tokens
    std::optional<std::string> algorithm;     ///< of the signatures; unset: RS256 where there is such a key, else ES256
    std::vector<std::string> events;          ///< URIs; empty: all
    bool enabled = true;                      ///< off: it is told later of what happens meanwhile
    // Read-only.
    std::string pollUrl;             ///< of a poll
    std::string bearer;              ///< of a poll: once, in the answer that makes it
    std::string issuer;              ///< `iss` of the tokens, where their keys are found
    std::int64_t waiting = 0;        ///< tokens that the receiver has not taken
    std::optional<Time> deliveredAt; ///< when it last took one
    std::string problem;             ///< slug of what the last try failed by; empty: it did not
    std::string createdBy;
    std::optional<Time> createdAt;
    std::optional<Time> updatedAt;
};

} // namespace gatehouse::admin::api
