// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::cedar {

/// A string literal that the lexer reads back: quotes, and escapes for quotes, backslashes and control characters.
[[nodiscard]] std::string literal(std::string_view text);

/// One character of a literal's inside.
struct Character {
    std::string bytes;        ///< UTF-8
    bool literalStar = false; ///< it was written "\*": in a pattern, a star and no wildcard
    bool plainStar = false;   ///< it was written "*"
};

/// Takes one character or escape off the front of a literal's inside: \n \r \t \\ \0 \' \" \xHH (to 7F) \u{1 to 6
/// digits}, and \* in a pattern. nullopt for an unknown escape.
[[nodiscard]] std::optional<Character> takeCharacter(std::string_view& inside, bool pattern);

/// The whole inside of a string literal; nullopt if an escape is wrong.
[[nodiscard]] std::optional<std::string> unescaped(std::string_view inside);

/// [_a-zA-Z][_a-zA-Z0-9]*, reserved words included.
[[nodiscard]] bool isIdentifier(std::string_view text);
/// true false if then else in like has is __cedar.
[[nodiscard]] bool isReserved(std::string_view word);

} // namespace gatehouse::cedar
