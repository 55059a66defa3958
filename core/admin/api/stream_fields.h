// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of what belongs to event streams.
#include "admin/api/fields.h"
#include "admin/api/stream.h"

namespace gatehouse::admin::api {

template <>
struct Fields<Stream> {
    static constexpr std::string_view name = "Stream";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("name", s.name, {.required = true, .maxLength = 200});
        v("delivery", s.delivery, {.required = true, .oneOf = "push|poll"});
        v("endpoint", s.endpoint, {.maxLength = 2048, .about = "Of a push: where the tokens go"});
        v("authorization", s.authorization,
          {.access = Access::WriteOnly, .maxLength = 8192, .about = "Of a push: the header's whole value"});
        v("hasAuthorization", s.hasAuthorization, kReadOnly);
        v("audience", s.audience, {.required = true, .maxLength = 500, .about = "aud of the tokens"});
        v("algorithm", s.algorithm,
          {.oneOf = "ES256|PS256|EdDSA|RS256",
           .about = "Of the signatures; where absent, RS256 if the tenant has such a key, else ES256"});
        v("events", s.events, {.maxLength = 200, .about = "URIs of the events; where empty, all"});
        v("enabled", s.enabled, {.about = "While off, events are kept and told later"});
        v("pollUrl", s.pollUrl, {.access = Access::ReadOnly, .about = "Of a poll"});
        v("bearer", s.bearer, {.access = Access::Once});
        v("issuer", s.issuer, {.access = Access::ReadOnly, .about = "iss of the tokens"});
        v("waiting", s.waiting, {.access = Access::ReadOnly, .about = "Tokens that the receiver has not taken"});
        v("deliveredAt", s.deliveredAt, kReadOnly);
        v("problem", s.problem, kReadOnly);
        v("createdBy", s.createdBy, kReadOnly);
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
    }
};

} // namespace gatehouse::admin::api
