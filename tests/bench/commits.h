// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace gatehouse::bench {

/// Durable transactions a second, from as many threads as the load has connections: what a token operation has to leave
/// behind, and nothing else that the broker does. The tables are filled as they are after some days.
struct Commits {
    double records = 0;   ///< one record of the log
    double rotations = 0; ///< that, and a refresh token used up, another kept, its family noted
};
/// By the broker's own statements into its own tables: a record extends the tenant's hash chain and is indexed.
[[nodiscard]] Commits commitsOfOurRows(const std::filesystem::path& folder);
/// Rows of the same size, with keys of the same order, in two tables without anything around them: what the chain and
/// the indexes cost is the difference.
[[nodiscard]] Commits commitsOfPlainRows(const std::filesystem::path& folder);

} // namespace gatehouse::bench
