// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "directory/directory.h"

namespace gatehouse::directory {

/// One role of a person, and why they have it.
struct RoleHeld {
    RoleAssignment role;
    std::vector<std::string> groups;      ///< of a role of source scim: names of the groups that give it
    std::vector<std::string> permissions; ///< of the role
};
/// What a person may do, role by role, by name. `user` was read with its roles.
[[nodiscard]] Result<std::vector<RoleHeld>> accessOf(store::Reader& reader, const TenantId& tenant, const User& user);

/// What would change if a group had these roles: who of its members, and of groups within it, gains or loses which.
[[nodiscard]] Result<std::vector<RoleChange>> rolesIf(store::Reader& reader, const TenantId& tenant,
                                                      const GroupId& group, const std::vector<std::string>& roles);

} // namespace gatehouse::directory
