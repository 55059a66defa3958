// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/store.h"

namespace gatehouse::store {

/// The steps that the database has taken: (module, version).
using Applied = std::set<std::pair<std::string, int>>;

/// The steps to take, in order. `store.schema_newer` if the database has taken one that is not in the list,
/// `store.migration_order` if a module's versions do not run 1, 2, 3 ... or a step would come after a later one.
[[nodiscard]] Result<std::vector<Migration>> missingSteps(const std::vector<Migration>& known, const Applied& applied);

/// The statements with every {table} and {heap} replaced.
[[nodiscard]] std::string withTableOptions(std::string_view sql, std::string_view table, std::string_view heap);

} // namespace gatehouse::store
