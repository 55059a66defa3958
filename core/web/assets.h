// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace gatehouse::web {

/// A file of resources/pages, compiled in.
struct Asset {
    std::string_view name;
    std::string_view text;
};
[[nodiscard]] std::span<const Asset> assets();

} // namespace gatehouse::web
