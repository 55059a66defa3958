// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of app_checks.h.
#include "admin/api/activity_fields.h"
#include "admin/api/app_checks.h"
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<AppUsage> {
    static constexpr std::string_view name = "AppUsage";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("users", s.users, {.max = INT64_MAX});
        v("grants", s.grants, {.max = INT64_MAX});
        v("sessions", s.sessions, {.max = INT64_MAX});
        v("logins24h", s.logins24h, {.max = INT64_MAX});
    }
};

template <>
struct Fields<RedirectUriQuestion> {
    static constexpr std::string_view name = "RedirectUriQuestion";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("text", s.text,
          {.required = true, .maxLength = 8192, .about = "An address, or a text that holds redirect_uri=..."});
        v("redirectUris", s.redirectUris, {.about = "A draft to compare with, instead of what is registered"});
    }
};

template <>
struct Fields<AddressCharacter> {
    static constexpr std::string_view name = "AddressCharacter";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("text", s.text, {});
        v("codePoint", s.codePoint, {});
    }
};

template <>
struct Fields<RedirectUriDifference> {
    static constexpr std::string_view name = "RedirectUriDifference";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("uri", s.uri, {});
        v("parts", s.parts, {});
        v("position", s.position, {});
        v("registered", s.registered, {});
        v("presented", s.presented, {});
    }
};

template <>
struct Fields<RedirectUriAnswer> {
    static constexpr std::string_view name = "RedirectUriAnswer";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("uri", s.uri, {.maxLength = 8192});
        v("matches", s.matches, {});
        v("problem", s.problem, {});
        v("nearest", s.nearest, {});
    }
};

template <>
struct Fields<TokenQuestion> {
    static constexpr std::string_view name = "TokenQuestion";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("token", s.token, {.required = true, .maxLength = 65536});
    }
};

template <>
struct Fields<TokenAnswer> {
    static constexpr std::string_view name = "TokenAnswer";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("kind", s.kind, {.oneOf = "id_token|access_token|jwt|opaque"});
        v("header", s.header, {});
        v("claims", s.claims, {});
        v("checks", s.checks, {});
    }
};

} // namespace gatehouse::admin::api
