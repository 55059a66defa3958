// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "base/result.h"
#include "scim/dialects.h"
#include "scim/members.h"
#include "json/json.h"

namespace gatehouse::scim {

struct Patched {
    json::Object resource; ///< `members` as they were: `members` below says what becomes of them
    MemberDelta members;
    bool changed = false; ///< the resource differs, or members may; if not, no new version is due
};

/// Applies the operations of a PATCH in their order, all or none (RFC 7644, 3.5.2). `resource` is stored, so it has
/// canonical names; the `members` of a group may be missing from it.
///
/// - add: sets a single value, joins a complex one, appends to a list; an element that is there already (value.h) takes
///   what is new about it. With a filter that finds nothing, an element is made of the filter's equalities.
/// - replace: puts the value in place of the old one, complex values and filtered elements as a whole, but keeps what
/// the
///   filter found them by. With a filter that finds nothing: `scim.no_target`, unless it asks for no more than `type`
///   or `primary`; then the element is made, as Entra expects.
/// - remove: unassigns; what is not there is gone already.
/// - A new primary element makes the others not primary.
/// - `schemas` follows from what the resource holds.
///
/// `scim.mutability`: what only the service writes, and what is immutable and set, cannot become something else; what
/// is required cannot be removed. To set them to what they are is no change. `scim.no_target`, `scim.primary`,
/// `scim.required`, `scim.path` (one part of several elements without a filter), `scim.too_many_values`, and those of
/// members.h.
[[nodiscard]] Result<Patched> applyPatch(const json::Object& resource, std::span<const Operation> operations,
                                         const ResourceType& type);
/// readPatch, then applyPatch.
[[nodiscard]] Result<Patched> patch(const json::Object& resource, const json::Value& body, const ResourceType& type);

/// A new resource out of the operations of readBody: `members` is a list like the others. `schemas` is set; what only
/// the service writes is not there.
[[nodiscard]] Result<json::Object> buildResource(std::span<const Operation> operations, const ResourceType& type);

} // namespace gatehouse::scim
