// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to jose: what the compact forms of JWS and JWE share.

#include <array>
#include <string_view>

#include "base/result.h"
#include "json/json.h"

namespace gatehouse::jose {

inline constexpr std::size_t kLongestToken = 64 * 1024;
inline constexpr std::size_t kLongestKeyId = 128;

/// Cuts `token` at its dots. False unless there are exactly `N` parts.
template <std::size_t N>
[[nodiscard]] bool splitCompact(std::string_view token, std::array<std::string_view, N>& parts) {
    for (std::size_t i = 0; i + 1 < N; ++i) {
        const std::size_t dot = token.find('.');
        if (dot == std::string_view::npos) {
            return false;
        }
        parts[i] = token.substr(0, dot);
        token.remove_prefix(dot + 1);
    }
    parts[N - 1] = token;
    return token.find('.') == std::string_view::npos;
}

/// A protected header: strict base64url of a JSON object of at most 16 KiB with a string alg. `malformed` is the slug.
[[nodiscard]] Result<json::Object> decodeHeader(std::string_view part, std::string_view malformed);
/// The member, which must be a string if it is there; `malformed` otherwise. Empty if it is absent.
[[nodiscard]] Result<std::string_view> optionalString(const json::Object& object, std::string_view name,
                                                      std::string_view malformed);

} // namespace gatehouse::jose
