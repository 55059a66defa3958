// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "json/json.h"

namespace gatehouse::scim {

/// UTF-8 text with the case of its letters folded one by one (Unicode's simple case folding). Attributes that are not
/// caseExact are compared, indexed and kept unique by this (RFC 7643, 2.2). Bytes that are no UTF-8 stay.
[[nodiscard]] std::string foldCase(std::string_view text);
/// The same text but for the case of ASCII letters: names of attributes and schemas (RFC 7643, 2.1), operators.
[[nodiscard]] bool sameName(std::string_view a, std::string_view b);
/// The same text: byte by byte where `caseExact`, else with the case of letters folded.
[[nodiscard]] bool sameText(std::string_view a, std::string_view b, bool caseExact);
/// A name out of a request as it may stand in an error: at most 64 printable ASCII characters.
[[nodiscard]] std::string shownName(std::string_view name);

[[nodiscard]] inline boost::json::string_view jsonText(std::string_view text) {
    return {text.data(), text.size()};
}
[[nodiscard]] inline std::string_view view(boost::json::string_view text) {
    return {text.data(), text.size()};
}

} // namespace gatehouse::scim
