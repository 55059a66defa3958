// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "scim/schema.h"
#include "json/json.h"

namespace gatehouse::scim {

/// Which attributes an answer holds (RFC 7644, 3.9). Without any name it is the default set.
struct Projection {
    std::vector<AttributePath> only;     ///< `attributes`
    std::vector<AttributePath> excluded; ///< `excludedAttributes`
};

/// Reads the two lists as they stand in a query, names parted by commas. `scim.projection`: both are given, a name is
/// none, or there are more than 100. A name that a type does not have leaves nothing out and brings nothing in, since
/// a search may go over several types.
[[nodiscard]] Result<Projection> parseProjection(std::string_view attributes, std::string_view excludedAttributes);
/// The same as JSON lists of texts (RFC 7644, 3.4.3); nullptr where not given.
[[nodiscard]] Result<Projection> parseProjection(const json::Value* attributes, const json::Value* excludedAttributes);

/// The resource as it is shown: what is returned always whatever is asked, what is returned never not at all, what is
/// returned on request only if asked for by name (RFC 7643, 2.2). `schemas` and `id` are always there.
[[nodiscard]] json::Object project(const json::Object& resource, const ResourceType& type,
                                   const Projection& projection);

/// Whether the answer holds the attribute of the type's own schema at all: a list of members that is not asked for is
/// not loaded.
[[nodiscard]] bool includes(const Projection& projection, const ResourceType& type, std::string_view attribute);

} // namespace gatehouse::scim
