// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "scim/path.h"
#include "json/json.h"

namespace gatehouse::scim {

inline constexpr std::string_view kPatchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
constexpr std::size_t kMaxOperations = 1000; ///< of one PATCH

/// One change in its strict form: a path that means something, and a value of that attribute's type. What only the
/// service writes keeps the value as it came, to be compared with what there is.
struct Operation {
    enum class Kind { Add, Replace, Remove };
    Kind kind = Kind::Add;
    Target target;
    /// Never null but for Remove, where it is null or lists the elements that go.
    json::Value value;
};

/// Reads a PatchOp (RFC 7644, 3.5.2), or its bare list of operations as Bulk has it, in the ways in which clients write
/// it, without asking who sends it:
/// - `op`, `path`, `value`, `Operations` in any case, and a `name` that labels an operation (Entra);
/// - no path, the attributes in an object: plain, dotted ("name.givenName"), with a filter, with a schema's URN before
///   them or around them (Entra, Okta, OneLogin, Google); one such object within a list;
/// - `remove` with the elements in `value` (Entra, JumpCloud): those go, and no others;
/// - a value that is null, which unassigns; and all that value.h understands.
/// An operation for several attributes becomes one for each. Errors: `scim.syntax`, `scim.schemas`, `scim.patch_op`,
/// `scim.patch_too_large`, `scim.path`, `scim.no_target` (remove without a path), `scim.unknown_attribute`,
/// `scim.duplicate_attribute`, and those of value.h. The operations point into `type`.
[[nodiscard]] Result<std::vector<Operation>> readPatch(const json::Value& body, const ResourceType& type);

/// A resource's body as operations upon nothing: what create and replace mean. Attributes that only the service writes
/// are left out (RFC 7644, 3.3 and 3.5.1), and so is `schemas`.
[[nodiscard]] Result<std::vector<Operation>> readBody(const json::Object& body, const ResourceType& type);

/// Checks `schemas` of a resource: texts, with the type's own among them. One that we do not know is no harm: nothing
/// of it can come with it. `scim.schemas` otherwise.
[[nodiscard]] Status checkSchemas(const json::Object& body, const ResourceType& type);

} // namespace gatehouse::scim
