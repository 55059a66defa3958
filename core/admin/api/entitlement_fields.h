// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of what people may do, and why.
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<RoleHeld> {
    static constexpr std::string_view name = "RoleHeld";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, kReadOnly);
        v("source", s.source, {.access = Access::ReadOnly, .oneOf = "sso|scim|manual|policy|grant"});
        v("expiresAt", s.expiresAt, kReadOnly);
        v("groups", s.groups, {.access = Access::ReadOnly, .about = "Names of the groups that give it"});
        v("permissions", s.permissions, kReadOnly);
    }
};

template <>
struct Fields<Entitlement> {
    static constexpr std::string_view name = "Entitlement";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("userId", s.userId, kReadOnly);
        v("userName", s.userName, kReadOnly);
        v("displayName", s.displayName, kReadOnly);
        v("email", s.email, kReadOnly);
        v("externalId", s.externalId, kReadOnly);
        v("active", s.active, kReadOnly);
        v("groups", s.groups, kReadOnly);
        v("roles", s.roles, kReadOnly);
    }
};

template <>
struct Fields<GroupPreviewRequest> {
    static constexpr std::string_view name = "GroupPreviewRequest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("roles", s.roles, {.maxLength = 100, .about = "What the group would give"});
    }
};

template <>
struct Fields<RoleEffect> {
    static constexpr std::string_view name = "RoleEffect";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("userId", s.userId, kReadOnly);
        v("userName", s.userName, kReadOnly);
        v("role", s.role, kReadOnly);
    }
};

template <>
struct Fields<GroupPreview> {
    static constexpr std::string_view name = "GroupPreview";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("gained", s.gained, kReadOnly);
        v("lost", s.lost, kReadOnly);
        v("gains", s.gains, {.access = Access::ReadOnly, .about = "The first hundred"});
        v("losses", s.losses, {.access = Access::ReadOnly, .about = "The first hundred"});
    }
};

} // namespace gatehouse::admin::api
