// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "scim/schema.h"
#include "json/json.h"

namespace gatehouse::scim {

// The strict form of a resource: canonical names, values of the schema's types (value.h), extensions below their URNs,
// nothing unassigned, `schemas` saying what is there. Bodies may be written in all the ways of dialects.h.

/// The resource that a POST asks for (RFC 7644, 3.3). What only the service writes is ignored: id, meta and groups are
/// the caller's to add. `password` is part of it, and the caller's to take out. An attribute that no schema has is
/// refused unless it is null (`scim.unknown_attribute`). Other errors: `scim.schemas`, `scim.required`, those of
/// value.h.
[[nodiscard]] Result<json::Object> readCreate(const json::Object& body, const ResourceType& type);

/// The resource that a PUT asks for (RFC 7644, 3.5.1): what the body leaves out is cleared, but what only the service
/// writes stays as in `before`. `scim.mutability`: something immutable that `before` has would differ. Members of a
/// group are as in the body, whether `before` has them or not.
[[nodiscard]] Result<json::Object> readReplace(const json::Object& before, const json::Object& body,
                                               const ResourceType& type);

/// Sets `schemas` to the type's own and the extensions that the resource has values of; drops extensions without any.
void settleSchemas(json::Object& resource, const ResourceType& type);
/// `scim.required` with the name: a required attribute is not there, or an empty text.
[[nodiscard]] Status checkRequired(const json::Object& resource, const ResourceType& type);

/// One difference between two states.
struct Change {
    std::string path; ///< "name.givenName", "emails", "urn:...:User:department"
    json::Value before;
    json::Value after; ///< null where there is nothing; both null for what may never be read
    friend bool operator==(const Change&, const Change&) = default;
};

/// What differs, attribute by attribute in the schema's order, parts of complex values apart; lists as a whole, without
/// regard to the order of their elements. `schemas` and `meta` are left out: they follow.
[[nodiscard]] std::vector<Change> compareResources(const json::Object& before, const json::Object& after,
                                                   const ResourceType& type);

} // namespace gatehouse::scim
