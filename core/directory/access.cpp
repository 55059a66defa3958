// SPDX-License-Identifier: Apache-2.0
#include "directory/access.h"

#include <algorithm>
#include <map>
#include <set>

#include "directory/membership.h"

namespace gatehouse::directory {
namespace {

bool gives(const GroupOf& group, const std::string& role) {
    return std::find(group.roles.begin(), group.roles.end(), role) != group.roles.end();
}

} // namespace

Result<std::vector<RoleHeld>> accessOf(store::Reader& reader, const TenantId& tenant, const User& user) {
    TRY(groups, groupsOf(reader, tenant, user.id));
    std::vector<RoleHeld> out;
    for (const RoleAssignment& assignment : user.roles) {
        RoleHeld held{assignment, {}, {}};
        for (const GroupOf& group : groups) {
            if (assignment.source == Source::Scim && gives(group, assignment.name)) {
                held.groups.push_back(group.name);
            }
        }
        // A role may be given before anybody has said what it is.
        if (const auto role = findRole(reader, tenant, assignment.name)) {
            held.permissions = role->permissions;
        } else if (role.error().code != Code::NotFound) {
            return tl::unexpected<Error>(role.error());
        }
        out.push_back(std::move(held));
    }
    return out;
}

Result<std::vector<RoleChange>> rolesIf(store::Reader& reader, const TenantId& tenant, const GroupId& group,
                                        const std::vector<std::string>& roles) {
    TRY(members, everyMember(reader, tenant, group));
    std::vector<RoleChange> changes;
    for (const UserId& user : members) {
        TRY(groups, groupsOf(reader, tenant, user));
        std::set<std::string> now;
        std::set<std::string> then(roles.begin(), roles.end());
        for (const GroupOf& each : groups) {
            now.insert(each.roles.begin(), each.roles.end());
            if (each.id != group) {
                then.insert(each.roles.begin(), each.roles.end());
            }
        }
        for (const std::string& role : then) {
            if (!now.contains(role)) {
                changes.push_back({user, role, true});
            }
        }
        for (const std::string& role : now) {
            if (!then.contains(role)) {
                changes.push_back({user, role, false});
            }
        }
    }
    return changes;
}

} // namespace gatehouse::directory
