// SPDX-License-Identifier: Apache-2.0
#include "claims/letter_case.h"

namespace gatehouse::claims {
namespace {

char32_t lower(char32_t c) {
    if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) ||
        (c >= 0x410 && c <= 0x42F)) {
        return c + 32;
    }
    if (c >= 0x400 && c <= 0x40F) {
        return c + 80;
    }
    // Latin Extended-A alternates, with the parity turned in the middle part.
    if ((c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) {
        return c | 1U;
    }
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
        return (c & 1U) != 0 ? c + 1 : c;
    }
    return c == 0x178 ? 0xFF : c;
}

char32_t upper(char32_t c) {
    if ((c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) ||
        (c >= 0x430 && c <= 0x44F)) {
        return c - 32;
    }
    if (c >= 0x450 && c <= 0x45F) {
        return c - 80;
    }
    if ((c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) {
        return c & ~char32_t{1};
    }
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
        return (c & 1U) == 0 ? c - 1 : c;
    }
    return c == 0xFF ? 0x178 : c;
}

/// Every letter that changes lies below U+0800, and so does what it changes into: one or two bytes.
template <class Change>
std::string changed(std::string_view text, Change change) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]);
        const bool two = (first & 0xE0U) == 0xC0U && i + 1 < text.size();
        if (first >= 0x80 && !two) {
            out += text[i];
            continue;
        }
        const char32_t letter =
            two ? (char32_t(first & 0x1FU) << 6U) | (static_cast<unsigned char>(text[++i]) & 0x3FU) : char32_t(first);
        const char32_t result = change(letter);
        if (result < 0x80) {
            out += static_cast<char>(result);
        } else {
            out += static_cast<char>(0xC0U | (result >> 6U));
            out += static_cast<char>(0x80U | (result & 0x3FU));
        }
    }
    return out;
}

} // namespace

std::string toLower(std::string_view text) {
    return changed(text, lower);
}
std::string toUpper(std::string_view text) {
    return changed(text, upper);
}

} // namespace gatehouse::claims
