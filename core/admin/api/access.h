// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace gatehouse::admin::api {

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

/// `/admin/v1/admins/{id}`: a person who may use this API with an access token of theirs that has the scope `admin`.
struct Admin {
    std::string id;                   ///< read-only
    std::string tenant;               ///< slug of the tenant at which the person signs in; fixed
    std::optional<std::string> user;  ///< at creation: the person's id or e-mail address; fixed
    std::string userId;               ///< read-only
    std::string userName;             ///< read-only
    std::string role;                 ///< owner | tenant-admin | auditor | helpdesk | delegate
    std::optional<std::string> reach; ///< tenant | broker; broker for an owner, else tenant where it is left out
    std::vector<std::string> groups;  ///< names: what a delegate may see
    std::optional<Time> createdAt;    ///< read-only
    std::optional<Time> updatedAt;    ///< read-only
    std::optional<Time> lastSeen;     ///< read-only
    std::string createdBy;            ///< read-only
};

} // namespace gatehouse::admin::api
