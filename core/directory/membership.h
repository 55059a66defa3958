// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"

namespace gatehouse::directory {

// Who is in which group. What changes here costs the change, not the group; a group's version is raised by
// touchGroup().

/// A group that somebody is in.
struct GroupOf {
    GroupId id;
    std::string name;
    bool direct = true;             ///< false: a group within it holds the person
    std::vector<std::string> roles; ///< that it gives
};
/// By name.
[[nodiscard]] Result<std::vector<GroupOf>> groupsOf(store::Reader& reader, const TenantId& tenant, const UserId& user);
[[nodiscard]] Result<bool> isMember(store::Reader& reader, const TenantId& tenant, const GroupId& group,
                                    std::string_view memberId);
/// The people of a group itself, by id.
[[nodiscard]] Status eachMember(store::Reader& reader, const TenantId& tenant, const GroupId& group,
                                const std::function<bool(std::string_view userId)>& onMember);
/// At most `count` of them, behind that id.
[[nodiscard]] Result<std::vector<UserId>> membersAfter(store::Reader& reader, const TenantId& tenant,
                                                       const GroupId& group, const std::string& after,
                                                       std::int64_t count);
/// The groups within a group itself, by id.
[[nodiscard]] Result<std::vector<GroupId>> subgroupsOf(store::Reader& reader, const TenantId& tenant,
                                                       const GroupId& group);
/// The people of a group and of all groups within it, each once.
[[nodiscard]] Result<std::vector<UserId>> everyMember(store::Reader& reader, const TenantId& tenant,
                                                      const GroupId& group);
[[nodiscard]] Result<std::int64_t> countMembers(store::Reader& reader, const TenantId& tenant, const GroupId& group);

/// False if the person was in it before. `directory.user_not_found` (InvalidArgument).
[[nodiscard]] Result<bool> addMember(store::Writer& writer, const TenantId& tenant, const GroupId& group,
                                     const UserId& user, Source source);
/// False if the person was not in it.
[[nodiscard]] Result<bool> removeMember(store::Writer& writer, const TenantId& tenant, const GroupId& group,
                                        const UserId& user);
/// True if a group is `within`, or lies within it at any depth.
[[nodiscard]] Result<bool> liesWithin(store::Reader& reader, const TenantId& tenant, const GroupId& group,
                                      const GroupId& within);
/// Puts a group within another. False if it was there before. `directory.group_not_found` (InvalidArgument),
/// `directory.group_circle` (InvalidArgument): the other one lies within it.
[[nodiscard]] Result<bool> addSubgroup(store::Writer& writer, const TenantId& tenant, const GroupId& parent,
                                       const GroupId& child);
[[nodiscard]] Result<bool> removeSubgroup(store::Writer& writer, const TenantId& tenant, const GroupId& parent,
                                          const GroupId& child);
/// A group without what is in it, and all of them, by id. `directory.group_not_found`.
[[nodiscard]] Result<Group> findGroupRow(store::Reader& reader, const TenantId& tenant, const GroupId& id);
[[nodiscard]] Status eachGroupRow(store::Reader& reader, const TenantId& tenant,
                                  const std::function<bool(Group&&)>& onGroup);
/// Writes what a group is, not who is in it, and raises the version. `directory.group_name_taken`, `directory.stale`.
[[nodiscard]] Status updateGroupRow(store::Writer& writer, const TenantId& tenant, Group& group);
/// Raises the version. `directory.group_not_found`.
[[nodiscard]] Status touchGroup(store::Writer& writer, const TenantId& tenant, const GroupId& group, Time now);

/// Makes the roles of source scim that a person has those of the person's groups; what changed is added to `changes`.
[[nodiscard]] Status settleRoles(store::Writer& writer, const TenantId& tenant, const UserId& user,
                                 std::vector<RoleChange>& changes);

} // namespace gatehouse::directory
