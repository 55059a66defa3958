// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace gatehouse::bench {

/// What the machine can do at best, measured in the same run.
struct Limits {
    double signatures = 0;    ///< ES256 signatures a second, one thread, parsed key
    double verifications = 0; ///< the same for verifying
    double records = 0;       ///< durable transactions that append one plain row, many threads (commits.h)
    double rotations = 0;     ///< of those that also change a row found by its hash and insert another
    double ourRecords = 0;    ///< the same with the rows and the indexes that the broker has: no limit, it tells how
    double ourRotations = 0;  ///< much of what is lacking is the shape of what is kept
    double syncs = 0;         ///< 4 KiB appended and fdatasync'ed, a second, in the data folder
    double processMs = 0;     ///< fork, exec of a program that ends at once, wait
};

/// What an operation cannot do without.
struct Needs {
    int signatures = 0;
    int verifications = 0;
    enum class Commit { None, Record, Rotation } commit = Commit::None;
};
/// How many a second a program could answer that did nothing but take the request, sign, verify and commit: the cost of
/// a bare answer (`answers` a second with all cores busy) and those of the needs, on all cores, one after the other.
[[nodiscard]] double rawRate(const Limits& limits, double answers, const Needs& needs);

[[nodiscard]] Limits measureLimits(const std::filesystem::path& folder);

} // namespace gatehouse::bench
