// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace gatehouse::bench {

/// What the machine can do at best, measured in the same run.
struct Limits {
    double signatures = 0;    ///< ES256 signatures a second, one thread, parsed key
    double verifications = 0; ///< the same for verifying
    double syncs = 0;         ///< 4 KiB appended and fdatasync'ed, a second, in the data folder
    double processMs = 0;     ///< fork, exec of a program that ends at once, wait
};

[[nodiscard]] Limits measureLimits(const std::filesystem::path& folder);

} // namespace gatehouse::bench
