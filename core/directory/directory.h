// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/user.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::directory {

[[nodiscard]] std::vector<store::Migration> migrations();

// People. The sealer says which tenant. `directory.user_not_found`, `directory.email_taken`,
// `directory.user_name_taken`, `directory.identity_bound` (Conflict), `directory.stale` (Conflict).
[[nodiscard]] Result<User> findUser(store::Reader& reader, const store::Sealer& sealer, const UserId& id);
/// The same without identities and lastLogin, which a login has no use for.
[[nodiscard]] Result<User> findWithoutIdentities(store::Reader& reader, const store::Sealer& sealer, const UserId& id);
/// A person as the rows have it: a transaction decides by what is plain, and who needs the rest opens it afterwards.
struct SealedUser {
    User plain; ///< without identities, lastLogin and what is sealed
    Bytes sealed;
};
[[nodiscard]] Result<SealedUser> findSealed(store::Reader& reader, const TenantId& tenant, const UserId& id);
/// `store.unseal_failed`.
[[nodiscard]] Result<User> opened(const store::Sealer& sealer, SealedUser user);
[[nodiscard]] Result<std::vector<UserId>> findByEmail(store::Reader& reader, const store::Sealer& sealer,
                                                      std::string_view email);
[[nodiscard]] Result<std::optional<UserId>> findByIdentity(store::Reader& reader, const store::Sealer& sealer,
                                                           const ConnectionId& connection, std::string_view issuer,
                                                           std::string_view subject);
/// All upstream accounts of a person, oldest first.
[[nodiscard]] Result<std::vector<Identity>> identitiesOf(store::Reader& reader, const store::Sealer& sealer,
                                                         const UserId& user);
/// True if the person has any identity of this connection.
[[nodiscard]] Result<bool> hasIdentityOf(store::Reader& reader, const TenantId& tenant, const UserId& id,
                                         const ConnectionId& connection);
/// How many people there are, or have an account of this connection.
[[nodiscard]] Result<std::int64_t> countUsers(store::Reader& reader, const TenantId& tenant,
                                              const std::optional<ConnectionId>& connection);
/// active, in one small read: the gate that every token use passes.
[[nodiscard]] Result<bool> isActive(store::Reader& reader, const TenantId& tenant, const UserId& id);
struct UserPage {
    std::vector<User> items;
    std::optional<std::string> nextCursor;
};
/// `query` matches the user name, e-mail and display name anywhere, without case.
[[nodiscard]] Result<UserPage> listUsers(store::Reader& reader, const store::Sealer& sealer, std::string_view query,
                                         std::string_view cursor, std::size_t limit);
[[nodiscard]] Status insertUser(store::Writer& writer, const store::Sealer& sealer, const User& user);
/// Writes the person with roles (not groups or identities) and raises the version; `directory.stale` unless the stored
/// version is user.version.
[[nodiscard]] Status updateUser(store::Writer& writer, const store::Sealer& sealer, User& user);
[[nodiscard]] Status removeUser(store::Writer& writer, const TenantId& tenant, const UserId& id, Time now);
/// Binds an upstream account to a person, once: `directory.identity_bound` if it is bound to anyone already.
[[nodiscard]] Status bindIdentity(store::Writer& writer, const store::Sealer& sealer, const UserId& user,
                                  const Identity& identity, Time now);
/// Sets the last login of the identity, and thereby of its person.
[[nodiscard]] Status touchLogin(store::Writer& writer, const store::Sealer& sealer, const Identity& identity, Time now);

/// A group. JSON: {"id","name","description","members":[userId],"groups":[groupId],"roles":[],"protected","source",
/// "externalId","createdAt","updatedAt"}.
struct Group {
    GroupId id;
    std::string name;
    std::string description;
    std::vector<UserId> members;    ///< people; those of the groups below are members too, but not listed here
    std::vector<GroupId> groups;    ///< within this one
    std::vector<std::string> roles; ///< that every member has because of it
    bool isProtected = false;       ///< only administrators change it: provisioning is refused
    Source source = Source::Manual; ///< who made it: Scim, Sso or Manual
    std::string externalId;         ///< what the client that provisions it calls it
    Time createdAt;
    Time updatedAt;
    std::int64_t version = 1;
};
/// A role that somebody got or lost because of groups.
struct RoleChange {
    UserId user;
    std::string role;
    bool gained = true;
};
/// A role. JSON: {"name","description","permissions":[]}.
struct Role {
    std::string name;
    std::string description;
    std::vector<std::string> permissions;
    std::int64_t version = 1;
};
/// What a role may hold. JSON: {"name","description"}.
struct Permission {
    std::string name; ///< e.g. "invoices:read"
    std::string description;
    std::int64_t version = 1;
};
[[nodiscard]] json::Object toJson(const Group& group);
[[nodiscard]] json::Object toJson(const Role& role);
[[nodiscard]] json::Object toJson(const Permission& permission);
void readJson(const json::Object& object, Group& group, Problems& problems);
void readJson(const json::Object& object, Role& role, Problems& problems);
void readJson(const json::Object& object, Permission& permission, Problems& problems);

// `directory.group_not_found`, `directory.group_name_taken`, `directory.role_not_found`, `directory.role_name_taken`,
// `directory.group_circle`, `directory.stale`. membership.h has what costs the change, not the group.
[[nodiscard]] Result<Group> findGroup(store::Reader& reader, const TenantId& tenant, const GroupId& id);
[[nodiscard]] Result<std::vector<Group>> listGroups(store::Reader& reader, const TenantId& tenant);
// These say whose roles they changed.
[[nodiscard]] Result<std::vector<RoleChange>> insertGroup(store::Writer& writer, const TenantId& tenant,
                                                          const Group& group);
[[nodiscard]] Result<std::vector<RoleChange>> updateGroup(store::Writer& writer, const TenantId& tenant, Group& group);
[[nodiscard]] Result<std::vector<RoleChange>> removeGroup(store::Writer& writer, const TenantId& tenant,
                                                          const GroupId& id);
/// Makes the person's memberships of source sso exactly `names`; groups that do not exist are made if `create`, else
/// left out. Roles that come of groups follow.
[[nodiscard]] Result<std::vector<RoleChange>> setSsoGroups(store::Writer& writer, const TenantId& tenant,
                                                           const UserId& user, const std::vector<std::string>& names,
                                                           bool create, Time now);
[[nodiscard]] Result<Role> findRole(store::Reader& reader, const TenantId& tenant, std::string_view name);
[[nodiscard]] Result<std::vector<Role>> listRoles(store::Reader& reader, const TenantId& tenant);
/// Permissions that the role names and that are not there yet are made, without a description; so in updateRole.
[[nodiscard]] Status insertRole(store::Writer& writer, const TenantId& tenant, const Role& role);
[[nodiscard]] Status updateRole(store::Writer& writer, const TenantId& tenant, Role& role);
[[nodiscard]] Status removeRole(store::Writer& writer, const TenantId& tenant, std::string_view name);

// `directory.permission_not_found`, `directory.permission_name_taken`, `directory.permission_in_use`,
// `directory.stale`.
[[nodiscard]] Result<Permission> findPermission(store::Reader& reader, const TenantId& tenant, std::string_view name);
/// By name.
[[nodiscard]] Result<std::vector<Permission>> listPermissions(store::Reader& reader, const TenantId& tenant);
[[nodiscard]] Status insertPermission(store::Writer& writer, const TenantId& tenant, const Permission& permission);
[[nodiscard]] Status updatePermission(store::Writer& writer, const TenantId& tenant, Permission& permission);
/// Refused while a role holds it.
[[nodiscard]] Status removePermission(store::Writer& writer, const TenantId& tenant, std::string_view name);

} // namespace gatehouse::directory
