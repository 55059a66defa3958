// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "scim/bound_filter.h"
#include "scim/filter.h"
#include "scim/schema.h"

namespace gatehouse::scim {

/// The path of a PATCH operation as it was written (RFC 7644, 3.5.2, figure 7): an attribute, perhaps with a
/// sub-attribute, or a value path, perhaps with a sub-attribute. The empty path is the resource itself.
struct Path {
    AttributePath attribute; ///< its `sub` holds the sub-attribute in both forms
    std::optional<Filter> filter;
};

/// Reads a path. `scim.path` with the byte where it breaks; `scim.filter_too_large` for too long or too deep a filter.
[[nodiscard]] Result<Path> parsePath(std::string_view text);

/// What a path means to a resource type; points into it.
struct Target {
    AttributeRef attribute;
    std::optional<BoundFilter> filter; ///< picks elements of `attribute.attribute`, a list
};

/// `scim.path`: there is no such attribute, or the filter stands behind what is no list or cannot be evaluated.
[[nodiscard]] Result<Target> resolvePath(const ResourceType& type, const Path& path);

} // namespace gatehouse::scim
