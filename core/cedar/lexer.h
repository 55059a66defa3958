// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatehouse::cedar {

enum class TokenKind {
    Identifier, ///< reserved words too
    Number,     ///< digits
    String,     ///< text: the inside of the quotes, escapes still in
    Symbol,     ///< ( ) [ ] { } , ; : :: . @ == != < <= > >= && || ! + - * = / % ?
    End
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view text;
    std::uint32_t offset = 0;
};

/// The tokens of `source`, the last one End; their text points into it. White space and `//` comments are left out.
/// `cedar.parse` for a character that begins no token, and for a string without its end.
[[nodiscard]] Result<std::vector<Token>> tokenize(std::string_view source);

/// `cedar.parse` with "line:column: message" as the detail.
[[nodiscard]] tl::unexpected<Error> parseError(std::string_view source, std::size_t offset, std::string_view message);

} // namespace gatehouse::cedar
