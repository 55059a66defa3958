// SPDX-License-Identifier: Apache-2.0
#include "xml/syntax.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "xml/character_set.h"

namespace gatehouse::xml {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

bool isAllowed(std::uint32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

/// The length of the character that begins here, if it is well-formed UTF-8 and allowed, else 0.
std::size_t characterAt(std::string_view text, std::size_t at) {
    const auto octet = [&](std::size_t i) { return std::uint32_t(static_cast<unsigned char>(text[at + i])); };
    const std::uint32_t first = octet(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || at + length > text.size()) {
        return 0;
    }
    std::uint32_t value = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((octet(i) & 0xC0) != 0x80) {
            return 0;
        }
        value = value << 6 | (octet(i) & 0x3F);
    }
    const bool shortest = length < 3 || (length == 3 ? value >= 0x800 : value >= 0x10000);
    return shortest && isAllowed(value) ? length : 0;
}

void appendUtf8(std::uint32_t c, std::string& out) {
    if (c < 0x80) {
        out.push_back(char(c));
    } else if (c < 0x800) {
        out.push_back(char(0xC0 | c >> 6));
        out.push_back(char(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        out.push_back(char(0xE0 | c >> 12));
        out.push_back(char(0x80 | (c >> 6 & 0x3F)));
        out.push_back(char(0x80 | (c & 0x3F)));
    } else {
        out.push_back(char(0xF0 | c >> 18));
        out.push_back(char(0x80 | (c >> 12 & 0x3F)));
        out.push_back(char(0x80 | (c >> 6 & 0x3F)));
        out.push_back(char(0x80 | (c & 0x3F)));
    }
}

/// `name` stands between '&' and ';'.
Status appendReference(std::string_view name, std::string& out) {
    for (const auto& [entity, character] : kEntities) {
        if (name == entity) {
            out.push_back(character);
            return {};
        }
    }
    if (name.starts_with('#')) {
        const bool hex = name.starts_with("#x");
        const std::string_view digits = name.substr(hex ? 2 : 1);
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
        if (!digits.empty() && error == std::errc() && end == digits.data() + digits.size() && isAllowed(value)) {
            appendUtf8(value, out);
            return {};
        }
    }
    return fail(Code::InvalidArgument, "xml.entity", "a reference to what is not declared");
}

/// Past the characters from here on that are printable ASCII, as nearly all are; a block of them at once.
std::size_t plainFrom(std::string_view text, std::size_t at) {
    constexpr std::size_t kBlock = 32;
    while (at + kBlock <= text.size()) {
        bool special = false;
        for (std::size_t i = 0; i < kBlock; ++i) {
            special |= text[at + i] < 0x20; // those beyond ASCII are negative
        }
        if (special) {
            break;
        }
        at += kBlock;
    }
    while (at < text.size() && text[at] >= 0x20) {
        ++at;
    }
    return at;
}

} // namespace

bool isNcName(std::string_view text) {
    static constexpr CharacterSet kNameCharacters(isNameCharacter);
    return !text.empty() && isNameStart(text.front()) && kNameCharacters.end(text, 0) == text.size();
}

std::optional<std::size_t> firstForbidden(std::string_view text) {
    for (std::size_t at = plainFrom(text, 0); at < text.size(); at = plainFrom(text, at)) {
        const std::size_t length = characterAt(text, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

bool needsDecoding(std::string_view text, Place place) {
    static constexpr CharacterSet kInContent([](char c) { return c == '&' || c == '\r'; });
    static constexpr CharacterSet kInAttribute([](char c) { return c == '&' || c == '\r' || c == '\n' || c == '\t'; });
    return (place == Place::Content ? kInContent : kInAttribute).find(text, 0) < text.size();
}

Result<std::string> decode(std::string_view text, Place place) {
    constexpr std::size_t kLongestReference = 10;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '&') {
            const std::size_t end = text.substr(at, kLongestReference + 2).find(';');
            if (end == std::string_view::npos) {
                return fail(Code::InvalidArgument, "xml.entity", "an ampersand that begins no reference");
            }
            ENSURE(appendReference(text.substr(at + 1, end - 1), out));
            at += end;
        } else if (c == '\r') {
            at += at + 1 < text.size() && text[at + 1] == '\n' ? 1 : 0;
            out.push_back(place == Place::Attribute ? ' ' : '\n');
        } else if (place == Place::Attribute && (c == '\n' || c == '\t')) {
            out.push_back(' ');
        } else {
            out.push_back(c);
        }
    }
    return out;
}

} // namespace gatehouse::xml
