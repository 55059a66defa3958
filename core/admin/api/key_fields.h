// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of signing keys and what is done with them.
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

inline constexpr Rule kKeyUse{.oneOf = "sig|enc|audit"};
inline constexpr Rule kKeyAlgorithm{.oneOf = "ES256|PS256|EdDSA|RS256"};
inline constexpr Rule kKeyReason{.maxLength = 500, .about = "For the log"};

template <>
struct Fields<Key> {
    static constexpr std::string_view name = "Key";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("kid", s.kid, kReadOnly);
        v("use", s.use, kKeyUse);
        v("alg", s.alg, kKeyAlgorithm);
        v("state", s.state, {.access = Access::ReadOnly, .oneOf = "next|active|retiring|retired|revoked"});
        v("createdAt", s.createdAt, {.access = Access::ReadOnly, .about = "Published since"});
        v("activatedAt", s.activatedAt, kReadOnly);
        v("replacedAt", s.replacedAt, {.access = Access::ReadOnly, .about = "Signs nothing since"});
        v("retiredAt", s.retiredAt, kReadOnly);
        v("earliestActivation", s.earliestActivation,
          {.access = Access::ReadOnly, .about = "Of a next key: nobody can be without it from then on"});
        v("activatesAt", s.activatesAt, {.access = Access::ReadOnly, .about = "Of a next key: takes over by itself"});
        v("retiresAt", s.retiresAt,
          {.access = Access::ReadOnly, .about = "Of a retiring key: its last token has expired then"});
        v("jwk", s.jwk, kReadOnly);
    }
};

template <>
struct Fields<KeyRotation> {
    static constexpr std::string_view name = "KeyRotation";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("use", s.use, kKeyUse);
        v("alg", s.alg, kKeyAlgorithm);
        v("staged", s.staged, {.about = "Take over by itself as soon as everybody can have fetched the key"});
        v("force", s.force, {.about = "Now, although not everybody can have fetched it; wants a reason"});
        v("reason", s.reason, kKeyReason);
    }
};

template <>
struct Fields<KeyActivation> {
    static constexpr std::string_view name = "KeyActivation";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("force", s.force, {.about = "Although not everybody can have fetched it; wants a reason"});
        v("reason", s.reason, kKeyReason);
    }
};

template <>
struct Fields<KeyRevocation> {
    static constexpr std::string_view name = "KeyRevocation";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("reason", s.reason, kKeyReason);
    }
};

template <>
struct Fields<KeyEvidence> {
    static constexpr std::string_view name = "KeyEvidence";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("appId", s.appId, {});
        v("name", s.name, {});
        v("clientId", s.clientId, {});
        v("holds", s.holds, {.oneOf = "yes|stale|unknown"});
        v("knownBy", s.knownBy, {.oneOf = "address|shared-address|claim|nobody"});
        v("fetches", s.fetches, {.max = INT64_MAX});
        v("lastFetch", s.lastFetch, {});
        v("userAgent", s.userAgent, {});
    }
};

template <>
struct Fields<KeyImpact> {
    static constexpr std::string_view name = "KeyImpact";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("kid", s.kid, {});
        v("tokens", s.tokens, {.max = INT64_MAX, .about = "Answers with tokens that may still be valid, at most"});
        v("grants", s.grants, {.max = INT64_MAX, .about = "Token families; they go on by refreshing"});
        v("sessions", s.sessions, {.max = INT64_MAX, .about = "Browser sessions of these; they stay"});
        v("apps", s.apps, {.max = INT64_MAX, .about = "That have to fetch the keys again"});
        v("fetches", s.fetches, {.max = INT64_MAX, .about = "Of sets with this key by nobody knows whom"});
        v("successor", s.successor, {.about = "That would sign; empty: one is made"});
    }
};

} // namespace gatehouse::admin::api
