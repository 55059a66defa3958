// SPDX-License-Identifier: Apache-2.0
#include "admin/router.h"

#include <unordered_map>
#include <vector>

#include "http/forms.h"

namespace gatehouse::admin {

namespace {

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t slash = path.find('/');
        out.push_back(path.substr(0, slash));
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash);
    }
    return out;
}

struct Pattern {
    const api::Route* route;
    std::vector<std::string_view> segments;
};

/// Operations by the number of their path's segments.
const std::unordered_map<std::size_t, std::vector<Pattern>>& patterns() {
    static const auto kPatterns = [] {
        std::unordered_map<std::size_t, std::vector<Pattern>> all;
        for (const api::Route& route : api::routes()) {
            std::vector<std::string_view> segments = split(route.path);
            all[segments.size()].push_back({&route, segments});
        }
        return all;
    }();
    return kPatterns;
}

bool isParameter(std::string_view segment) {
    return segment.starts_with('{');
}

/// Number of literal segments if the path fits the pattern, -1 otherwise.
int fit(const Pattern& pattern, const std::vector<std::string_view>& segments) {
    int literals = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (isParameter(pattern.segments[i])) {
            if (segments[i].empty()) {
                return -1;
            }
        } else if (pattern.segments[i] == segments[i]) {
            ++literals;
        } else {
            return -1;
        }
    }
    return literals;
}

Result<Match> fill(const Pattern& pattern, const std::vector<std::string_view>& segments) {
    Match match{pattern.route, {}, {}};
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (!isParameter(pattern.segments[i])) {
            continue;
        }
        const auto decoded = http::percentDecode(segments[i]);
        if (!decoded || decoded->find('\0') != std::string::npos) {
            return fail(Code::NotFound, "not_found");
        }
        (pattern.segments[i] == "{tenant}" ? match.tenant : match.object) = *decoded;
    }
    return match;
}

} // namespace

Result<Match> findOperation(std::string_view method, std::string_view path) {
    if (!path.starts_with('/')) {
        return fail(Code::NotFound, "not_found");
    }
    const std::vector<std::string_view> segments = split(path);
    const auto sameLength = patterns().find(segments.size());
    if (sameLength == patterns().end()) {
        return fail(Code::NotFound, "not_found");
    }
    const Pattern* best = nullptr;
    int bestFit = -1;
    int anyFit = -1;
    for (const Pattern& pattern : sameLength->second) {
        const int fits = fit(pattern, segments);
        anyFit = std::max(anyFit, fits);
        if (fits > bestFit && pattern.route->method == method) {
            best = &pattern;
            bestFit = fits;
        }
    }
    if (best != nullptr) {
        return fill(*best, segments);
    }
    return anyFit < 0 ? fail(Code::NotFound, "not_found") : fail(Code::InvalidArgument, "method_not_allowed");
}

} // namespace gatehouse::admin
