// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"

struct sqlite3;

namespace gatehouse::store {

/// What a SQLite result code means to a caller: `store.constraint`, `store.full`, `store.unavailable`, `store.corrupt`,
/// `store.not_gatehouse` (no database at all), or `store.statement` for a statement of ours that is wrong. The detail
/// is SQLite's text, which names no bound value.
[[nodiscard]] Error sqliteError(sqlite3* db, int result, std::string_view during);

/// True if the error ends its transaction whatever the caller makes of it: only a refused constraint does not.
[[nodiscard]] bool endsTransaction(const Error& error);

/// True if the database can no longer be trusted to keep what it accepts: an I/O error or a damaged page.
[[nodiscard]] bool breaksStore(int result, const Error& error);

} // namespace gatehouse::store
