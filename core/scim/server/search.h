// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "scim/list.h"
#include "scim/server/call.h"

namespace gatehouse::scim::server {

constexpr std::int64_t kDefaultPage = 100;
constexpr std::int64_t kLargestPage = 500;

/// A page of what a query finds among resources of these types: a ListResponse (RFC 7644, 3.4.2; RFC 9865). Without a
/// sort key the oldest come first. Names and addresses are found by index; any other filter looks at everybody.
[[nodiscard]] Result<json::Object> search(store::Reader& reader, const Call& call,
                                          const std::vector<const ResourceType*>& types, const ListQuery& query);

} // namespace gatehouse::scim::server
