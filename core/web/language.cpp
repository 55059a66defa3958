// SPDX-License-Identifier: Apache-2.0
#include "web/language.h"

#include <algorithm>
#include <string>

#include "base/encoding.h"

namespace gatehouse::web {
namespace {

constexpr std::size_t kMaxBytes = 1024;
constexpr std::size_t kMaxRanges = 30;
constexpr int kFullWeight = 1000; // thousandths

constexpr Language kLanguages[] = {Language::English, Language::German, Language::Arabic};

bool isAlpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

// Takes the text up to the next `separator` off the front of `rest`.
std::string_view cutAt(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return part;
}

// A language-range (RFC 4647, 2.1) without "*": subtags of one to eight letters and digits, the first of letters alone.
bool isRange(std::string_view text) {
    bool first = true;
    while (!text.empty() || first) {
        const bool more = text.find('-') != std::string_view::npos;
        const std::string_view subtag = cutAt(text, '-');
        const auto fits = [first](char c) { return isAlpha(c) || (!first && isDigit(c)); };
        if (subtag.empty() || subtag.size() > 8 || !std::all_of(subtag.begin(), subtag.end(), fits) ||
            (more && text.empty())) {
            return false;
        }
        first = false;
    }
    return true;
}

// The weight of "q=0.8" in thousandths (RFC 9110, 12.4.2); nullopt if it is none.
std::optional<int> parseWeight(std::string_view text) {
    if (text.size() < 3 || text.size() > 7 || (text[0] != 'q' && text[0] != 'Q') || text[1] != '=') {
        return std::nullopt;
    }
    text.remove_prefix(2);
    if ((text[0] != '0' && text[0] != '1') || (text.size() > 1 && text[1] != '.')) {
        return std::nullopt;
    }
    int weight = (text[0] - '0') * kFullWeight;
    int place = kFullWeight / 10;
    for (const char c : text.substr(std::min<std::size_t>(text.size(), 2))) {
        if (!isDigit(c)) {
            return std::nullopt;
        }
        weight += (c - '0') * place;
        place /= 10;
    }
    return weight > kFullWeight ? std::nullopt : std::optional(weight);
}

std::optional<Language> firstOf(std::string_view uiLocales) {
    uiLocales = uiLocales.substr(0, kMaxBytes);
    for (std::size_t i = 0; i < kMaxRanges && !uiLocales.empty(); ++i) {
        if (const auto language = parseLanguage(cutAt(uiLocales, ' '))) {
            return language;
        }
    }
    return std::nullopt;
}

std::optional<Language> dearestOf(std::string_view acceptLanguage) {
    acceptLanguage = acceptLanguage.substr(0, kMaxBytes);
    std::optional<Language> dearest;
    int best = 0;
    for (std::size_t i = 0; i < kMaxRanges && !acceptLanguage.empty(); ++i) {
        std::string_view item = cutAt(acceptLanguage, ',');
        const bool weighted = item.find(';') != std::string_view::npos;
        const auto language = parseLanguage(trimmed(cutAt(item, ';')));
        const int weight = weighted ? parseWeight(trimmed(item)).value_or(0) : kFullWeight;
        if (language && weight > best) { // of equals the first; what weighs nothing is not wanted
            dearest = language;
            best = weight;
        }
    }
    return dearest;
}

} // namespace

std::span<const Language> languages() {
    return kLanguages;
}

std::string_view tagOf(Language language) {
    switch (language) {
    case Language::English:
        return "en";
    case Language::German:
        return "de";
    case Language::Arabic:
        return "ar";
    }
    return "en";
}

std::string_view nameOf(Language language) {
    switch (language) {
    case Language::English:
        return "English";
    case Language::German:
        return "Deutsch";
    case Language::Arabic:
        return "العربية";
    }
    return "English";
}

std::string_view directionOf(Language language) {
    return language == Language::Arabic ? "rtl" : "ltr";
}

std::optional<Language> parseLanguage(std::string_view tag) {
    if (!isRange(tag)) {
        return std::nullopt;
    }
    // We have no regional variants, so that shortening a range until it fits comes down to its first subtag.
    const std::string primary = asciiLower(tag.substr(0, tag.find('-')));
    for (const Language language : kLanguages) {
        if (tagOf(language) == primary) {
            return language;
        }
    }
    return std::nullopt;
}

Language chooseLanguage(std::string_view uiLocales, std::string_view acceptLanguage, Language otherwise) {
    if (const auto language = firstOf(uiLocales)) {
        return *language;
    }
    return dearestOf(acceptLanguage).value_or(otherwise);
}

} // namespace gatehouse::web
