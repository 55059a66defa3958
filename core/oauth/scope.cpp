// SPDX-License-Identifier: Apache-2.0
#include "oauth/scope.h"

#include <algorithm>

namespace gatehouse::oauth {
namespace {
constexpr std::size_t kMaxBytes = 4096;
constexpr std::size_t kMaxTokens = 100;
} // namespace

bool isScopeToken(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != '\\'; });
}

ScopeSet::ScopeSet(std::initializer_list<std::string_view> tokens) {
    for (const std::string_view token : tokens) {
        insert(token);
    }
}

Result<ScopeSet> ScopeSet::parse(std::string_view text) {
    if (text.empty() || text.size() > kMaxBytes) {
        return fail(Code::InvalidArgument, "oauth.invalid_scope");
    }
    std::vector<std::string> tokens;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        tokens.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return fromTokens(tokens);
}

Result<ScopeSet> ScopeSet::fromTokens(const std::vector<std::string>& tokens) {
    if (tokens.size() > kMaxTokens || !std::all_of(tokens.begin(), tokens.end(), isScopeToken)) {
        return fail(Code::InvalidArgument, "oauth.invalid_scope");
    }
    ScopeSet set;
    for (const std::string& token : tokens) {
        set.insert(token);
    }
    return set;
}

bool ScopeSet::contains(std::string_view token) const {
    return std::find(m_tokens.begin(), m_tokens.end(), token) != m_tokens.end();
}

bool ScopeSet::isSubsetOf(const ScopeSet& other) const {
    return std::all_of(m_tokens.begin(), m_tokens.end(),
                       [&](const std::string& token) { return other.contains(token); });
}

ScopeSet ScopeSet::intersection(const ScopeSet& other) const {
    ScopeSet result;
    for (const std::string& token : m_tokens) {
        if (other.contains(token)) {
            result.m_tokens.push_back(token);
        }
    }
    return result;
}

ScopeSet ScopeSet::unionWith(const ScopeSet& other) const {
    ScopeSet result = *this;
    for (const std::string& token : other.m_tokens) {
        result.insert(token);
    }
    return result;
}

ScopeSet ScopeSet::without(const ScopeSet& other) const {
    ScopeSet result;
    for (const std::string& token : m_tokens) {
        if (!other.contains(token)) {
            result.m_tokens.push_back(token);
        }
    }
    return result;
}

void ScopeSet::insert(std::string_view token) {
    if (!contains(token)) {
        m_tokens.emplace_back(token);
    }
}

std::string ScopeSet::text() const {
    std::string out;
    for (const std::string& token : m_tokens) {
        out.append(out.empty() ? "" : " ").append(token);
    }
    return out;
}

} // namespace gatehouse::oauth
