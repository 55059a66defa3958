// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::admin::api {

/// One page of a list: `?limit=` (1 to 500, default 50), `?cursor=` (the last page's nextCursor), `?q=` searches.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> nextCursor; ///< null on the last page
};

} // namespace gatehouse::admin::api
