// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gatehouse::xml {

[[nodiscard]] constexpr bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
[[nodiscard]] constexpr bool isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
[[nodiscard]] constexpr bool isNameCharacter(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}
/// An NCName of ASCII letters, digits, '_', '-' and '.': all that the names and IDs of these protocols consist of.
[[nodiscard]] bool isNcName(std::string_view text);

/// Where the first octet is that XML 1.0 does not allow (section 2.2): of no well-formed UTF-8, a control character, a
/// surrogate, U+FFFE or U+FFFF. nullopt: all are allowed.
[[nodiscard]] std::optional<std::size_t> firstForbidden(std::string_view text);

enum class Place { Content, Attribute };
/// Whether characters stand for something else: a reference, a line end, in an attribute also a tab or a line feed.
[[nodiscard]] bool needsDecoding(std::string_view text, Place place);
/// The characters as they are meant: references resolved (the five of XML and numeric ones), line ends as line feeds
/// (2.11), in an attribute white space as spaces (3.3.3). `xml.entity`.
[[nodiscard]] Result<std::string> decode(std::string_view text, Place place);

} // namespace gatehouse::xml
