// SPDX-License-Identifier: Apache-2.0
#include "oauth/redirect_uri_difference.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <tuple>

#include "base/encoding.h"

namespace gatehouse::oauth {
namespace {

using Characters = std::vector<std::string_view>;

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t lengthOf(unsigned char lead) {
    return lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : lead >= 0xC2U ? 2 : 1;
}

Characters charactersOf(std::string_view text) {
    Characters out;
    while (!text.empty()) {
        const std::size_t wanted = lengthOf(static_cast<unsigned char>(text.front()));
        std::size_t length = 1;
        while (length < wanted && length < text.size() && continues(text[length])) {
            ++length;
        }
        length = length == wanted ? length : 1;
        out.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return out;
}

char32_t codePointOf(std::string_view character) {
    if (character.size() == 1) {
        return static_cast<unsigned char>(character.front());
    }
    char32_t point = static_cast<unsigned char>(character.front()) & (0x7FU >> character.size());
    for (const char c : character.substr(1)) {
        point = (point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    }
    return point;
}

/// White space, controls, and what has no width (Unicode's Default_Ignorable_Code_Point, as far as people paste it).
bool isInvisible(std::string_view character) {
    const char32_t c = codePointOf(character);
    return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0xAD || c == 0x34F || c == 0x61C || c == 0x1680 || c == 0x180E ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) ||
           c == 0x3000 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

std::string visible(std::string_view text) {
    std::string out;
    for (const std::string_view character : charactersOf(text)) {
        if (!isInvisible(character)) {
            out += character;
        }
    }
    return out;
}

int hexValue(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape =
            text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
        out += escape ? char(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2])) : text[i];
        i += escape ? 2 : 0;
    }
    return out;
}

std::string_view withoutSlash(std::string_view text) {
    return text.ends_with('/') ? text.substr(0, text.size() - 1) : text;
}

/// The components of RFC 3986, section 3, cut without judging them.
struct Components {
    std::string_view scheme, userInfo, host, port, path, query, fragment;
};

Components split(std::string_view uri) {
    Components out;
    const auto cut = [&uri](char at) {
        const std::size_t where = uri.find(at);
        const std::string_view after = where == std::string_view::npos ? std::string_view() : uri.substr(where);
        uri = uri.substr(0, where);
        return after; // with its delimiter: "?" and nothing are not the same
    };
    out.fragment = cut('#');
    out.query = cut('?');
    const std::size_t colon = uri.find("://");
    if (colon == std::string_view::npos) {
        const std::size_t end = uri.find(':');
        out.scheme = uri.substr(0, end == std::string_view::npos ? 0 : end);
        out.path = uri.substr(end == std::string_view::npos ? 0 : end);
        return out;
    }
    out.scheme = uri.substr(0, colon);
    uri.remove_prefix(colon + 3);
    out.path = cut('/');
    if (const std::size_t at = uri.rfind('@'); at != std::string_view::npos) {
        out.userInfo = uri.substr(0, at + 1);
        uri.remove_prefix(at + 1);
    }
    const std::size_t bracket = uri.rfind(']');
    const std::size_t port = uri.find(':', bracket == std::string_view::npos ? 0 : bracket);
    out.port = port == std::string_view::npos ? std::string_view() : uri.substr(port);
    out.host = uri.substr(0, port);
    return out;
}

std::vector<std::string> componentsThatDiffer(std::string_view registered, std::string_view presented) {
    const Components known = split(registered);
    const Components shown = split(presented);
    std::vector<std::string> parts;
    const auto look = [&](std::string_view one, std::string_view other, const char* differs, const char* inCase) {
        if (one != other) {
            parts.emplace_back(asciiLower(one) == asciiLower(other) ? inCase : differs);
        }
    };
    look(known.scheme, shown.scheme, "scheme", "scheme");
    look(known.userInfo, shown.userInfo, "user_info", "user_info");
    look(known.host, shown.host, "host", "host_case");
    look(known.port, shown.port, "port", "port");
    if (decoded(known.path) == decoded(shown.path) && known.path != shown.path) {
        parts.emplace_back("percent_encoding");
    } else if (withoutSlash(known.path) == withoutSlash(shown.path) && known.path != shown.path) {
        parts.emplace_back("trailing_slash");
    } else {
        look(known.path, shown.path, "path", "path_case");
    }
    look(known.query, shown.query, "query", "query");
    look(known.fragment, shown.fragment, "fragment", "fragment");
    return parts;
}

bool isForeign(std::string_view character) {
    return !character.empty() && codePointOf(character) >= 0x80 && !isInvisible(character);
}

std::vector<std::string> partsOf(std::string_view registered, std::string_view presented, std::string_view character) {
    if (visible(registered) == visible(presented)) {
        return {"invisible_character"};
    }
    if (withoutSlash(registered) == withoutSlash(presented)) {
        return {"trailing_slash"};
    }
    if (decoded(registered) == decoded(presented)) {
        return {"percent_encoding"};
    }
    std::vector<std::string> parts = componentsThatDiffer(registered, presented);
    if (isForeign(character)) {
        parts.insert(parts.begin(), "foreign_character");
    }
    return parts;
}

/// How many bytes have to be changed, put in or taken out to make the one of the other (Levenshtein). Of what is left
/// between the same beginning and the same end only the first 256 bytes are compared one by one.
std::size_t apart(std::string_view one, std::string_view other) {
    constexpr std::size_t kCompared = 256;
    const auto front = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    one.remove_prefix(std::size_t(front.first - one.begin()));
    other.remove_prefix(std::size_t(front.second - other.begin()));
    const auto back = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend());
    one.remove_suffix(std::size_t(back.first - one.rbegin()));
    other.remove_suffix(std::size_t(back.second - other.rbegin()));
    const std::size_t beyond =
        std::max(one.size(), other.size()) - std::min(kCompared, std::max(one.size(), other.size()));
    one = one.substr(0, kCompared);
    other = other.substr(0, kCompared);
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t changed = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j + 1] + 1, row[j] + 1});
        }
    }
    return row.back() + beyond;
}

/// What people take for the same address is nearer than what shares more letters.
std::string folded(std::string_view uri) {
    return asciiLower(std::string(withoutSlash(visible(decoded(uri)))));
}

} // namespace

std::optional<RedirectUriDifference> nearestRedirectUri(const std::vector<std::string>& registered,
                                                        std::string_view presented) {
    const auto distance = [&, shown = folded(presented)](const std::string& uri) {
        return std::tuple(apart(folded(uri), shown), apart(uri, presented));
    };
    const auto nearest =
        std::min_element(registered.begin(), registered.end(),
                         [&](const auto& one, const auto& other) { return distance(one) < distance(other); });
    if (nearest == registered.end()) {
        return std::nullopt;
    }
    const Characters known = charactersOf(*nearest);
    const Characters shown = charactersOf(presented);
    const auto parting = std::mismatch(known.begin(), known.end(), shown.begin(), shown.end());
    RedirectUriDifference out;
    out.registered = *nearest;
    out.position = std::size_t(parting.first - known.begin()) + 1;
    out.registeredCharacter = parting.first == known.end() ? std::string_view() : *parting.first;
    out.presentedCharacter = parting.second == shown.end() ? std::string_view() : *parting.second;
    out.parts =
        *nearest == presented ? std::vector<std::string>() : partsOf(*nearest, presented, out.presentedCharacter);
    return out;
}

std::string redirectUriIn(std::string_view text) {
    constexpr std::string_view kParameter = "redirect_uri=";
    const std::size_t at = text.find(kParameter);
    const bool whole = at == 0 || (at != std::string_view::npos &&
                                   std::string_view("?&;\"' \t\r\n").find(text[at - 1]) != std::string_view::npos);
    if (whole) {
        std::string_view value = text.substr(at + kParameter.size());
        value = value.substr(0, value.find_first_of("&\"' \t\r\n"));
        std::string plain(value);
        std::replace(plain.begin(), plain.end(), '+', ' ');
        return decoded(plain);
    }
    while (text.ends_with('\n') || text.ends_with('\r')) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

std::string codePointName(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    std::array<char, 12> name{};
    std::snprintf(name.data(), name.size(), "U+%04X", unsigned(codePointOf(charactersOf(text).front())));
    return name.data();
}

} // namespace gatehouse::oauth
