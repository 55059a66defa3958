// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of presets.
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<PresetLabels> {
    static constexpr std::string_view name = "PresetLabels";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("entityId", s.entityId, kReadOnly);
        v("acsUrl", s.acsUrl, kReadOnly);
        v("sloUrl", s.sloUrl, kReadOnly);
        v("metadata", s.metadata, {.access = Access::ReadOnly, .about = "The vendor's own, which we are given"});
    }
};

template <>
struct Fields<PresetAttribute> {
    static constexpr std::string_view name = "PresetAttribute";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, kReadOnly);
        v("target", s.target,
          {.access = Access::ReadOnly, .oneOf = "email|displayName|givenName|familyName|groups|amr"});
        v("byItself", s.byItself, {.access = Access::ReadOnly, .about = "Sent without being set up"});
    }
};

template <>
struct Fields<Preset> {
    static constexpr std::string_view name = "Preset";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {.access = Access::ReadOnly, .about = "What a connection's preset says"});
        v("title", s.title, kReadOnly);
        v("entityIds", s.entityIds, {.access = Access::ReadOnly, .about = "* is any text without /"});
        v("metadataUrl", s.metadataUrl, {.access = Access::ReadOnly, .about = "With {placeholders}"});
        v("labels", s.labels, {.access = Access::ReadOnly, .about = "What the vendor calls our values"});
        v("attributes", s.attributes, kReadOnly);
        v("defaults", s.defaults, {.access = Access::ReadOnly, .about = "Members of a connection"});
        v("singleLogout", s.singleLogout, kReadOnly);
        v("certificates", s.certificates, {.access = Access::ReadOnly, .about = "How long they live, for people"});
        v("notes", s.notes, {.access = Access::ReadOnly, .about = "For people"});
    }
};

} // namespace gatehouse::admin::api
