// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// `T/keys/{kid}`: one key of the tenant's signing ring. Read-only but for use and alg at creation.
struct Key {
    std::string kid;
    std::string use = "sig"; ///< sig | enc; "audit" is the one that signs checkpoints
    std::string alg = "ES256";
    std::string state; ///< next | active | retiring | retired | revoked
    std::optional<Time> createdAt;
    std::optional<Time> activatedAt;
    std::optional<Time> retiredAt;
    RawJson jwk; ///< public
};

/// `/admin/v1/tokens/{id}`: a bearer token of the Admin API, stored hashed.
struct Token {
    std::string id; ///< read-only
    std::string name;
    std::string role;                  ///< owner | tenant-admin | auditor | helpdesk | delegate
    std::optional<std::string> tenant; ///< slug; absent: the whole broker
    std::vector<std::string> groups;   ///< names: what a delegate may see
    std::optional<std::int64_t> ttl;   ///< seconds, at creation; 8 h where absent
    std::optional<Time> createdAt;     ///< read-only
    std::optional<Time> expiresAt;     ///< read-only
    std::optional<Time> lastUsed;      ///< read-only
    std::string createdBy;             ///< read-only
    std::optional<std::string> token;  ///< read-only; in the answer to creation alone
};

} // namespace gatehouse::admin::api
