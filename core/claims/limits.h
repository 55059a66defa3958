// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace gatehouse::claims {

// What one person's claims may grow to (security.md RP-25), and what one mapping may.
constexpr std::size_t kMaxText = 4096;   ///< bytes of one mapped text
constexpr std::size_t kMaxValues = 1000; ///< groups, or elements of one list
constexpr std::size_t kMaxRules = 200;   ///< of each kind in a mapping
constexpr std::size_t kMaxTransforms = 16;
constexpr std::size_t kMaxName = 128;     ///< bytes of a target, role or claim name
constexpr std::size_t kMaxPattern = 1024; ///< bytes of a regular expression
constexpr std::int64_t kPatternMemory = std::int64_t{1} << 20;

} // namespace gatehouse::claims
