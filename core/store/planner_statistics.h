// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite_session.h"

namespace gatehouse::store {

/// Tells SQLite's planner what every index will look like when the broker is in use: many rows behind each tenant, few
/// behind anything finer. Its own guess, ten rows behind the first column of any index, makes it read a whole tenant
/// where an index leads to one row. Part of each migration, so that whoever reads the new schema reads these with it.
[[nodiscard]] Status writePlannerStatistics(SqliteWriter& writer);

} // namespace gatehouse::store
