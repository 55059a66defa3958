// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

struct RoleAssignment {
    std::string name;
    std::string source = "manual"; ///< sso | scim | manual | policy | grant; only manual ones are set through the API
    std::optional<Time> expiresAt;
    friend bool operator==(const RoleAssignment&, const RoleAssignment&) = default;
};

/// A binding (connection, issuer, subject) -> user. Made by a login, never re-pointed. Read-only.
struct Identity {
    std::string connectionId;
    std::string issuer;
    std::string subject;
    std::optional<Time> lastLogin;
};

/// `T/users/{id}`
struct User {
    std::string id; ///< read-only
    std::string userName;
    std::string email;
    bool emailVerified = false;
    std::string displayName;
    std::string givenName;
    std::string familyName;
    bool active = true;
    RawJson attributes;
    std::vector<RoleAssignment> roles;
    std::vector<std::string> groups;  ///< names; set through the groups; read-only
    std::vector<Identity> identities; ///< read-only
    bool federated = false;           ///< read-only
    std::optional<Time> lastLogin;    ///< read-only
    std::optional<Time> signInAfter;  ///< only sign-ins count that the provider proves to be newer; null lifts it
    std::string externalId;           ///< what the directory that provisions the person calls them; read-only
    RawJson authority;                ///< {"email":"scim"}: members that belong to that directory; read-only
    std::optional<Time> createdAt;    ///< read-only
    std::optional<Time> updatedAt;    ///< read-only
};

/// `T/groups/{id}`
struct Group {
    std::string id; ///< read-only
    std::string name;
    std::string description;
    std::vector<std::string> members; ///< user ids
    std::vector<std::string> groups;  ///< ids of groups within this one
    std::vector<std::string> roles;   ///< what every member has because of the group
    bool isProtected = false;         ///< only administrators change it
    std::string source = "manual";    ///< scim | sso | manual: who made it; read-only
    std::string externalId;           ///< read-only
    std::int64_t memberCount = 0;     ///< people in the group itself; read-only
    std::optional<Time> createdAt;    ///< read-only
    std::optional<Time> updatedAt;    ///< read-only
};

/// Somebody, or a group, of `T/groups/{id}/members`.
struct GroupMember {
    std::string id;
    std::string type = "user"; ///< user | group
    std::string name;          ///< display name, else user name, else address
    std::string userName;      ///< empty for a group
    bool active = true;
};

/// `POST T/groups/{id}/members`: changes who is in it without naming everybody.
struct GroupMembersChange {
    std::vector<std::string> add;    ///< user ids
    std::vector<std::string> remove; ///< user ids
};
/// How many came and went; who was in it already, or was not, does not count.
struct GroupMembersChanged {
    std::int64_t added = 0;
    std::int64_t removed = 0;
};

/// `T/roles/{name}`
struct Role {
    std::string name;
    std::string description;
    std::vector<std::string> permissions;
};

/// `T/permissions/{name}`
struct PermissionName {
    std::string name; ///< e.g. "invoices:read"
    std::string description;
};

} // namespace gatehouse::admin::api
