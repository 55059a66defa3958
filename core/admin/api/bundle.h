// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "admin/api/codec.h"

namespace gatehouse::admin::api {

/// A bundle as it was read from a file. It is whole if the SHA-256 of `digested` is what it says of itself.
struct OpenedBundle {
    FlowBundle bundle;
    std::string digested; ///< the canonical form (RFC 8785) of its content
};

inline constexpr std::size_t kLargestBundle = 4 * 1024 * 1024;

/// At most kLargestBundle. `malformed` for what is no JSON object, `unknown_value` for a format that is newer than this
/// program, `required` without content, and what its members are refused for.
[[nodiscard]] Decoded<OpenedBundle> openBundle(std::string_view text);

} // namespace gatehouse::admin::api
