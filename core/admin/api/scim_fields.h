// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of what belongs to SCIM.
#include "admin/api/activity_fields.h"
#include "admin/api/fields.h"
#include "admin/api/scim.h"

namespace gatehouse::admin::api {

inline constexpr Rule kScimLife{.access = Access::WriteOnly, .min = 60, .max = 31536000};
inline constexpr Rule kScimAny{.access = Access::ReadOnly, .anyValue = true};

template <>
struct Fields<ScimToken> {
    static constexpr std::string_view name = "ScimToken";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("name", s.name, {.required = true, .maxLength = 200});
        v("connectionId", s.connectionId,
          {.maxLength = 64, .about = "Whose provider it belongs to; where empty, the tenant's only connection"});
        v("addresses", s.addresses,
          {.maxLength = 64, .about = "Addresses and CIDR ranges; where empty, from anywhere"});
        v("ttl", s.ttl, kScimLife);
        v("createdAt", s.createdAt, kReadOnly);
        v("expiresAt", s.expiresAt, kReadOnly);
        v("lastUsed", s.lastUsed, kReadOnly);
        v("createdBy", s.createdBy, kReadOnly);
        v("replacedBy", s.replacedBy, {.access = Access::ReadOnly, .about = "The token that a rotation made"});
        v("url", s.url, {.access = Access::ReadOnly, .about = "The address to enter beside the token"});
        v("token", s.token, {.access = Access::Once});
    }
};

template <>
struct Fields<ScimTokenRotation> {
    static constexpr std::string_view name = "ScimTokenRotation";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("overlap", s.overlap, {.min = 0, .max = 2592000, .about = "Seconds that the old token still counts"});
        v("ttl", s.ttl, kScimLife);
    }
};

template <>
struct Fields<ScimChange> {
    static constexpr std::string_view name = "ScimChange";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("path", s.path, kReadOnly);
        v("before", s.before, kScimAny);
        v("after", s.after, kScimAny);
    }
};

template <>
struct Fields<ScimRequest> {
    static constexpr std::string_view name = "ScimRequest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("time", s.time, kReadOnly);
        v("clientId", s.clientId, kReadOnly);
        v("clientName", s.clientName, kReadOnly);
        v("ip", s.ip, kReadOnly);
        v("userAgent", s.userAgent, kReadOnly);
        v("method", s.method, kReadOnly);
        v("path", s.path, kReadOnly);
        v("status", s.status, kReadOnly);
        v("scimType", s.scimType, kReadOnly);
        v("detail", s.detail, kReadOnly);
        v("resourceType", s.resourceType, kReadOnly);
        v("resourceId", s.resourceId, kReadOnly);
        v("resourceName", s.resourceName, kReadOnly);
        v("micros", s.micros, {.access = Access::ReadOnly, .about = "How long it took, in microseconds"});
        v("body", s.body, kScimAny);
        v("changes", s.changes, kReadOnly);
    }
};

template <>
struct Fields<ScimReplay> {
    static constexpr std::string_view name = "ScimReplay";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("status", s.status, kReadOnly);
        v("scimType", s.scimType, kReadOnly);
        v("detail", s.detail, kReadOnly);
        v("answer", s.answer, kScimAny);
        v("changes", s.changes, kReadOnly);
    }
};

template <>
struct Fields<ScimService> {
    static constexpr std::string_view name = "ScimService";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("url", s.url, kReadOnly);
        v("heldBack", s.heldBack, {.access = Access::ReadOnly, .about = "Deactivations refused in this hour"});
        v("bound", s.bound, {.access = Access::ReadOnly, .about = "How many were let pass"});
        v("heldSince", s.heldSince, kReadOnly);
    }
};

template <>
struct Fields<ScimTestRequest> {
    static constexpr std::string_view name = "ScimTestRequest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("url", s.url, {.maxLength = 2048, .about = "Where empty, the tenant's own service"});
        v("token", s.token, {.access = Access::WriteOnly, .maxLength = 8192, .about = "A bearer token of it"});
    }
};

template <>
struct Fields<ScimTest> {
    static constexpr std::string_view name = "ScimTest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("ok", s.ok, kReadOnly);
        v("url", s.url, kReadOnly);
        v("passed", s.passed, kReadOnly);
        v("warnings", s.warnings, kReadOnly);
        v("failed", s.failed, kReadOnly);
        v("skipped", s.skipped, kReadOnly);
        v("requests", s.requests, kReadOnly);
        v("millis", s.millis, kReadOnly);
        v("leftovers", s.leftovers, {.access = Access::ReadOnly, .about = "Test people and groups that stayed"});
        v("checks", s.checks, kReadOnly);
    }
};

} // namespace gatehouse::admin::api
