// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "saml/presets/presets.h"

namespace gatehouse::saml::presets {
namespace {

/// Whether the whole text is as the pattern says; time is at most the product of both lengths.
bool matches(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos; // the last '*' that was passed, and where its text began
    std::size_t begin = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            begin = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos && text[begin] != '/') {
            p = star + 1;
            t = ++begin;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') {
        ++p;
    }
    return p == pattern.size();
}

bool matchesAny(const std::vector<std::string_view>& patterns, std::string_view text) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](std::string_view pattern) { return matches(pattern, text); });
}

} // namespace

const Preset* recognise(const wire::IdpMetadata& metadata) {
    for (const Preset& each : all()) {
        if (matchesAny(each.entityIds, metadata.entityId)) {
            return &each;
        }
    }
    for (const Preset& each : all()) {
        if (std::any_of(metadata.singleSignOn.begin(), metadata.singleSignOn.end(),
                        [&](const wire::Endpoint& at) { return matchesAny(each.ssoUrls, at.location); })) {
            return &each;
        }
    }
    return nullptr;
}

} // namespace gatehouse::saml::presets
