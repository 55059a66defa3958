// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <string>

namespace gatehouse {

/// The value of an environment variable, empty if it is not set. Nothing in Gatehouse sets one, so reading is safe from
/// any thread.
[[nodiscard]] inline std::string environment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? std::string() : std::string(value);
}

} // namespace gatehouse
