// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace gatehouse::admin::api {

/// One role of a person, and why they have it.
struct RoleHeld {
    std::string name;
    std::string source; ///< sso | scim | manual | policy | grant
    std::optional<Time> expiresAt;
    std::vector<std::string> groups;      ///< names of the groups that give it
    std::vector<std::string> permissions; ///< that it holds
};

/// One person of `T/entitlements`: what they may do and why, for reviewers. `?format=csv` gives a line for each role.
struct Entitlement {
    std::string userId;
    std::string userName;
    std::string displayName;
    std::string email;
    std::string externalId;
    bool active = true;
    std::vector<std::string> groups; ///< names
    std::vector<RoleHeld> roles;
};

/// `POST T/groups/{id}/preview`: who would gain and lose which roles if the group gave these.
struct GroupPreviewRequest {
    std::vector<std::string> roles;
};
struct RoleEffect {
    std::string userId;
    std::string userName;
    std::string role;
};
struct GroupPreview {
    std::int64_t gained = 0;
    std::int64_t lost = 0;
    std::vector<RoleEffect> gains;  ///< the first hundred
    std::vector<RoleEffect> losses; ///< likewise
};

} // namespace gatehouse::admin::api
