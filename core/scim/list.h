// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "scim/projection.h"
#include "scim/schema.h"
#include "json/json.h"

namespace gatehouse::scim {

inline constexpr std::string_view kListSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
inline constexpr std::string_view kSearchSchema = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

/// What a client asks for (RFC 7644, 3.4.2 and 3.4.3).
struct ListQuery {
    std::string filter; ///< empty: everything
    std::optional<AttributePath> sortBy;
    bool descending = false;
    std::int64_t startIndex = 1;       ///< 1 or more
    std::optional<std::int64_t> count; ///< 0 or more
    std::optional<std::string> cursor; ///< empty: the first page (RFC 9865)
    Projection projection;
};

/// Reads the parameters of a GET; names as RFC 7644 spells them, others are ignored. A startIndex below 1 is 1, a count
/// below 0 is 0. `scim.parameter`: no number, another sortOrder, no attribute; `scim.count` with a cursor;
/// `scim.projection`.
[[nodiscard]] Result<ListQuery> readListQuery(const std::map<std::string, std::string>& parameters);
/// Reads the body of `.search`. `scim.schemas`: it is no SearchRequest; `scim.syntax`: a member of another type, or one
/// that is not known; and the errors above.
[[nodiscard]] Result<ListQuery> readSearchRequest(const json::Object& body);

/// A page: {"schemas","totalResults","itemsPerPage","startIndex","Resources"}. `Resources` is there even if empty.
[[nodiscard]] json::Object listResponse(json::Array resources, std::int64_t totalResults, std::int64_t startIndex);
/// A page of RFC 9865, without startIndex; cursors where they are given.
[[nodiscard]] json::Object cursorPage(json::Array resources, std::optional<std::int64_t> totalResults,
                                      const std::optional<std::string>& nextCursor,
                                      const std::optional<std::string>& previousCursor);

/// What a resource is sorted by: the attribute's value, of a list the primary's or the first's, folded unless
/// caseExact; empty where there is none (RFC 7644, 3.4.2.3). Texts, moments and numbers compare as the strings that
/// this gives. `scim.parameter`: a complex value cannot be sorted by, or it may not be read.
[[nodiscard]] Result<AttributeRef> resolveSort(const AttributePath& sortBy, const ResourceType& type);
[[nodiscard]] std::string sortKey(const AttributeRef& sortBy, const json::Object& resource);

} // namespace gatehouse::scim
