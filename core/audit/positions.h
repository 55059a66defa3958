// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/audit.h"

namespace gatehouse::audit {

/// A stretch of a filtered view, counted from the newest record: where its pages begin, so that any page is one
/// indexed read (list with `before` one above the page's first number).
struct Positions {
    std::int64_t count = 0;           ///< records of this stretch that the filter lets through
    std::vector<std::int64_t> starts; ///< numbers of the first record of each page that begins here
    std::optional<std::string> nextCursor;
};

/// The next stretch: at most 200,000 rows are looked at, so that a call stays short however little the filter lets
/// through. `every` is the page's size, 1 to 500. `audit.cursor` for a cursor that is not ours, `audit.filter`.
[[nodiscard]] Result<Positions> positions(store::Reader& reader, const TenantId& tenant, const Filter& filter,
                                          std::string_view cursor, int every);

/// How many records each of `bins` equal parts of [from, to) has, by bisection: some twenty indexed reads a part,
/// however long the log is. Exact where the clock was never set back.
[[nodiscard]] Result<std::vector<std::int64_t>> histogram(store::Reader& reader, const TenantId& tenant, Time from,
                                                          Time to, int bins);

} // namespace gatehouse::audit
