// SPDX-License-Identifier: Apache-2.0
#include "cedar/lexer.h"

#include <algorithm>
#include <array>
#include <string>

#include "cedar/expression.h"

namespace gatehouse::cedar {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Longest first.
constexpr std::array<std::string_view, 7> kDouble = {"::", "==", "!=", "<=", ">=", "&&", "||"};
constexpr std::string_view kSingle = "()[]{},;:.@<>!+-*?";

/// Behind white space and comments.
std::size_t skip(std::string_view source, std::size_t at) {
    while (at < source.size()) {
        if (isSpace(source[at])) {
            ++at;
        } else if (source.substr(at, 2) == "//") {
            at = std::min(source.find('\n', at), source.size());
        } else {
            break;
        }
    }
    return at;
}

/// The offset of the quote that ends the string whose inside begins at `at`; npos if there is none.
std::size_t endOfString(std::string_view source, std::size_t at) {
    while (at < source.size() && source[at] != '"') {
        at += source[at] == '\\' ? 2 : 1;
    }
    return at < source.size() ? at : std::string_view::npos;
}

std::size_t symbolLength(std::string_view rest) {
    if (std::find(kDouble.begin(), kDouble.end(), rest.substr(0, 2)) != kDouble.end()) {
        return 2;
    }
    return kSingle.find(rest.front()) == std::string_view::npos ? 0 : 1;
}

} // namespace

tl::unexpected<Error> parseError(std::string_view source, std::size_t offset, std::string_view message) {
    const Position position = positionOf(source, offset);
    return fail(Code::InvalidArgument, "cedar.parse",
                std::to_string(position.line) + ":" + std::to_string(position.column) + ": " + std::string(message));
}

Result<std::vector<Token>> tokenize(std::string_view source) {
    std::vector<Token> tokens;
    std::size_t at = skip(source, 0);
    while (at < source.size()) {
        Token token;
        token.offset = static_cast<std::uint32_t>(at);
        const std::string_view rest = source.substr(at);
        std::size_t length = 0;
        if (isStart(rest.front())) {
            token.kind = TokenKind::Identifier;
            length = static_cast<std::size_t>(
                std::find_if_not(rest.begin(), rest.end(), [](char c) { return isStart(c) || isDigit(c); }) -
                rest.begin());
            token.text = rest.substr(0, length);
        } else if (isDigit(rest.front())) {
            token.kind = TokenKind::Number;
            length = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), isDigit) - rest.begin());
            token.text = rest.substr(0, length);
        } else if (rest.front() == '"') {
            const std::size_t end = endOfString(source, at + 1);
            if (end == std::string_view::npos) {
                return parseError(source, at, "this string has no end");
            }
            token.kind = TokenKind::String;
            length = end + 1 - at;
            token.text = rest.substr(1, length - 2);
        } else {
            token.kind = TokenKind::Symbol;
            length = symbolLength(rest);
            if (length == 0) {
                return parseError(source, at, "unexpected character");
            }
            token.text = rest.substr(0, length);
        }
        tokens.push_back(token);
        at = skip(source, at + length);
    }
    tokens.push_back({TokenKind::End, {}, static_cast<std::uint32_t>(source.size())});
    return tokens;
}

} // namespace gatehouse::cedar
