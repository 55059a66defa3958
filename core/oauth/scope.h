// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatehouse::oauth {

/// Scope tokens, each once, in the order given.
class ScopeSet {
public:
    ScopeSet() = default;
    ScopeSet(std::initializer_list<std::string_view> tokens);
    /// Strict (RFC 6749, 3.3): tokens of %x21 / %x23-5B / %x5D-7E with one space between. At most 100 tokens and 4,096
    /// bytes. `oauth.invalid_scope` otherwise, also for the empty text: an empty parameter counts as omitted, so ask
    /// first.
    [[nodiscard]] static Result<ScopeSet> parse(std::string_view text);
    /// The tokens of a list that is already split (a resource's `scopes` member). `oauth.invalid_scope` for a bad
    /// token.
    [[nodiscard]] static Result<ScopeSet> fromTokens(const std::vector<std::string>& tokens);

    [[nodiscard]] bool contains(std::string_view token) const;
    [[nodiscard]] bool isSubsetOf(const ScopeSet& other) const;
    [[nodiscard]] ScopeSet intersection(const ScopeSet& other) const; ///< in this set's order
    [[nodiscard]] ScopeSet unionWith(const ScopeSet& other) const;
    [[nodiscard]] ScopeSet without(const ScopeSet& other) const;
    void insert(std::string_view token);
    [[nodiscard]] bool empty() const { return m_tokens.empty(); }
    [[nodiscard]] const std::vector<std::string>& tokens() const { return m_tokens; }
    /// Space-separated, as it goes on the wire.
    [[nodiscard]] std::string text() const;
    /// Same tokens, whatever the order.
    friend bool operator==(const ScopeSet& a, const ScopeSet& b) {
        return a.m_tokens.size() == b.m_tokens.size() && a.isSubsetOf(b);
    }

private:
    std::vector<std::string> m_tokens;
};

/// True for one scope-token (RFC 6749, appendix A.4).
[[nodiscard]] bool isScopeToken(std::string_view text);

} // namespace gatehouse::oauth
