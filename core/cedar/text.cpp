// SPDX-License-Identifier: Apache-2.0
#include "cedar/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace gatehouse::cedar {
namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string utf8(std::uint32_t code) {
    std::string out;
    const auto tail = [&](int shift) {
        out += static_cast<char>(0x80U | ((code >> static_cast<unsigned>(shift)) & 0x3FU));
    };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
    return out;
}

/// After "\x".
std::optional<Character> takeHex(std::string_view& inside) {
    const int high = inside.size() < 2 ? -1 : hexValue(inside[0]);
    const int low = inside.size() < 2 ? -1 : hexValue(inside[1]);
    if (high < 0 || low < 0 || high > 7) {
        return std::nullopt;
    }
    inside.remove_prefix(2);
    return Character{std::string(1, static_cast<char>(high * 16 + low))};
}

/// After "\u".
std::optional<Character> takeUnicode(std::string_view& inside) {
    const std::size_t close = inside.find('}');
    if (inside.empty() || inside.front() != '{' || close == std::string_view::npos || close < 2 || close > 7) {
        return std::nullopt;
    }
    std::uint32_t code = 0;
    for (const char c : inside.substr(1, close - 1)) {
        if (hexValue(c) < 0) {
            return std::nullopt;
        }
        code = code * 16 + static_cast<std::uint32_t>(hexValue(c));
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return std::nullopt;
    }
    inside.remove_prefix(close + 1);
    return Character{utf8(code)};
}

} // namespace

std::string literal(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            std::array<char, 8> buffer{};
            std::snprintf(buffer.data(), buffer.size(), "\\u{%x}", static_cast<unsigned>(byte));
            out += buffer.data();
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::optional<Character> takeCharacter(std::string_view& inside, bool pattern) {
    const char first = inside.front();
    inside.remove_prefix(1);
    if (first != '\\') {
        return Character{std::string(1, first), false, first == '*'};
    }
    if (inside.empty()) {
        return std::nullopt;
    }
    const char kind = inside.front();
    inside.remove_prefix(1);
    switch (kind) {
    case 'n':
        return Character{"\n"};
    case 'r':
        return Character{"\r"};
    case 't':
        return Character{"\t"};
    case '0':
        return Character{std::string(1, '\0')};
    case '\\':
    case '\'':
    case '"':
        return Character{std::string(1, kind)};
    case 'x':
        return takeHex(inside);
    case 'u':
        return takeUnicode(inside);
    default:
        break;
    }
    if (kind == '*' && pattern) {
        return Character{"*", true};
    }
    return std::nullopt;
}

std::optional<std::string> unescaped(std::string_view inside) {
    std::string out;
    out.reserve(inside.size());
    while (!inside.empty()) {
        const std::optional<Character> character = takeCharacter(inside, false);
        if (!character) {
            return std::nullopt;
        }
        out += character->bytes;
    }
    return out;
}

bool isIdentifier(std::string_view text) {
    const auto isStart = [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !text.empty() && isStart(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return isStart(c) || (c >= '0' && c <= '9'); });
}

bool isReserved(std::string_view word) {
    constexpr std::array<std::string_view, 10> kReserved = {"true", "false", "if",  "then", "else",
                                                            "in",   "like",  "has", "is",   "__cedar"};
    return std::find(kReserved.begin(), kReserved.end(), word) != kReserved.end();
}

} // namespace gatehouse::cedar
