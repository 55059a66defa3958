// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"

namespace gatehouse::bench {

/// A data directory whose tenant "bench" has `rows` records in its log, a year of them up to now: the broker's own
/// schema and hash chain, written straight into its store. What is there from an earlier run is kept, and more is added
/// where it is too short.
[[nodiscard]] Status fillLog(const std::filesystem::path& dataDir, std::int64_t rows);

} // namespace gatehouse::bench
