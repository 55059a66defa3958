// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "scim/dialects.h"
#include "json/json.h"

namespace gatehouse::scim {

// What patch.h does to the elements of lists.

/// The parts that `from` has come in place of those that `into` has.
void joinParts(json::Object& into, const json::Object& from);
/// No value: null, an empty list or an empty object.
[[nodiscard]] bool isUnassigned(const json::Value& value);
/// Appends, or joins to the element that it is already. `scim.too_many_values`.
[[nodiscard]] Status appendElements(const Attribute& attribute, json::Array& list, const json::Array& added);
/// Those of `gone` go.
void removeElements(const Attribute& attribute, json::Array& list, const json::Array& gone);
/// An operation with a filter, or upon a sub-attribute of a list. `scim.no_target`, `scim.path`, `scim.mutability`,
/// `scim.primary`, `scim.too_many_values`.
[[nodiscard]] Status changeElements(const Operation& operation, json::Array& list);

} // namespace gatehouse::scim
