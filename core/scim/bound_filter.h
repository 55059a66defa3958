// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "scim/filter.h"
#include "scim/schema.h"

namespace gatehouse::scim {

/// A filter that a resource type has given a meaning. It points into the type, which has to outlive it. Safe to use
/// from many threads.
struct BoundFilter {
    Filter::Kind kind = Filter::Kind::Present;
    Comparison comparison = Comparison::Eq;
    AttributeRef attribute; ///< down to the sub-attribute that is compared
    json::Value value;      ///< of the attribute's type, or null
    std::string text;       ///< of a text: folded unless the attribute is caseExact
    Time instant{};         ///< of a dateTime
    std::vector<BoundFilter> children;
};

/// Gives each attribute its meaning, and each value its type; a list or complex attribute without sub-attribute means
/// its `value`. `scim.filter_attribute`: there is none of that name, or it may never be read (password), which is not
/// told apart (security.md SC-05). `scim.filter_operator`: such values cannot be compared like that.
/// `scim.filter_value`: the value is of another type.
[[nodiscard]] Result<BoundFilter> bind(const Filter& filter, const ResourceType& type);
/// The same for what stands between the brackets behind `list`, a list or a complex attribute.
[[nodiscard]] Result<BoundFilter> bindElement(const Filter& filter, const AttributeRef& list);

/// Whether a person or group with that id is a member: asked instead of reading a list of members.
using IsMember = std::function<bool(std::string_view id)>;

/// Any value of a list that fits is enough; `ne` fits what is not there; `eq null` means not there. Texts are compared
/// by caseExact, moments as moments, numbers as numbers (RFC 7644, 3.4.2.2). With `isMember`, equality of `members` or
/// `members.value` is answered by it.
[[nodiscard]] bool matches(const BoundFilter& filter, const json::Object& resource, const IsMember& isMember = {});
/// One element of a list against the filter of a value path.
[[nodiscard]] bool matchesElement(const BoundFilter& filter, const json::Value& element);
/// True if the members have to be read: the filter asks more about them than whether an id is among them.
[[nodiscard]] bool readsMembers(const BoundFilter& filter);

} // namespace gatehouse::scim
