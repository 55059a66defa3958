// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of what belongs to the data catalog.
#include "admin/api/catalog.h"
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<CatalogElement> {
    static constexpr std::string_view name = "CatalogElement";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("name", s.name, {.required = true, .maxLength = 100, .about = "Of the attribute"});
        v("type", s.type, {.oneOf = "string|boolean|integer|decimal|dateTime|reference"});
        v("multiValued", s.multiValued, {});
        v("allowedValues", s.allowedValues, {.maxLength = 500, .about = "Of a string; where empty, any"});
        v("description", s.description, {.maxLength = 2000, .about = "What it means"});
        v("use", s.use, {.maxLength = 200, .about = "What it is used for"});
        v("categories", s.categories, {.maxLength = 200, .about = "What kind of data it is"});
        v("scimPath", s.scimPath, {.access = Access::ReadOnly, .about = "Where a SCIM client finds it"});
        v("version", s.version, {.access = Access::ReadOnly, .about = "Counts the element's changes"});
        v("catalogVersion", s.catalogVersion, {.access = Access::ReadOnly, .about = "Of the whole, as it is now"});
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
    }
};

} // namespace gatehouse::admin::api
