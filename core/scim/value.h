// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "base/result.h"
#include "scim/schema.h"
#include "json/json.h"

namespace gatehouse::scim {

constexpr std::size_t kMaxText = 4096;      ///< octets of a String
constexpr std::size_t kMaxLongText = 65536; ///< octets of a Reference or Binary: certificates, pictures as data
constexpr std::size_t kMaxElements = 1000;  ///< of a list
constexpr std::size_t kMaxMembers = 20'000; ///< members that one request names

// What a client wrote for an attribute, in the strict form that is stored. Sub-attributes have their canonical names;
// null, empty lists and empty objects are no value (RFC 7643, 2.5) and give null; sub-attributes that only the service
// writes are left out. Texts stay as they came. Also understood: "True" and "False" for a Boolean; a number as text; a
// text for a complex value that has a `value`; one element without its list; a list of one for a single value.
// Errors: `scim.value` (another type), `scim.too_long`, `scim.too_many_values`, `scim.unknown_attribute`,
// `scim.duplicate_attribute` (twice in different case), `scim.required` (a sub-attribute), `scim.primary` (two of
// them). The detail names the attribute.

/// A value of a simple attribute.
[[nodiscard]] Result<json::Value> normalizeScalar(const Attribute& attribute, const json::Value& value);
/// One element of a list, or the value of an attribute that has one. Required sub-attributes may be missing.
[[nodiscard]] Result<json::Value> normalizeElement(const Attribute& attribute, const json::Value& value);
/// The whole value: a list for a list.
[[nodiscard]] Result<json::Value> normalizeValue(const Attribute& attribute, const json::Value& value);

/// Whether two elements of a list are the same one: equal simple values, or the same `value` with a `type` that is the
/// same or that `b` does not give; without a `value`, equal altogether.
[[nodiscard]] bool sameElement(const Attribute& list, const json::Value& a, const json::Value& b);
/// How many elements of a list are primary.
[[nodiscard]] std::size_t countPrimary(const json::Array& list);

} // namespace gatehouse::scim
