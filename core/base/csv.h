// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatehouse::csv {

/// A record of a file, and the line that it begins at (1 is the first).
struct Record {
    std::int64_t line = 0;
    std::vector<std::string> cells;
};

struct Limits {
    std::size_t bytes = 64UL * 1024 * 1024;
    std::size_t cells = 200; ///< of a record
};

/// The records of a CSV text (RFC 4180), the header among them. Separated by commas, semicolons or tabs, whichever
/// the first line has most of; a byte order mark and empty lines are passed over. `csv.too_large`, `csv.not_utf8`;
/// `csv.malformed` (InvalidArgument) with the line in its detail: a quote that does not end, text after a closing
/// quote, or too many cells.
[[nodiscard]] Result<std::vector<Record>> read(std::string_view text, const Limits& limits = {});

/// One cell of a line to be written. What a spreadsheet would take for a formula gets an apostrophe before it.
[[nodiscard]] std::string cell(std::string text);

} // namespace gatehouse::csv
