// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::http {

/// ASCII comparison without case, as field names and tokens need (RFC 9110, 5.1).
[[nodiscard]] bool equalsIgnoringCase(std::string_view left, std::string_view right);
/// One or more token characters (RFC 9110, 5.6.2).
[[nodiscard]] bool isToken(std::string_view text);
/// True if a byte below 0x20 or 0x7f is in it.
[[nodiscard]] bool hasControl(std::string_view text);
/// Without leading and trailing SP and HTAB (OWS; RFC 9110, 5.6.3). No other white space counts.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace gatehouse::http
