// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::cedar {

/// The right side of `like`: literal parts with a wildcard (any run of characters) between each two.
class Pattern {
public:
    /// From a literal's inside, escapes not yet taken out. nullopt if an escape is wrong.
    [[nodiscard]] static std::optional<Pattern> parse(std::string_view inside);
    /// Whole text, in one pass without backtracking.
    [[nodiscard]] bool matches(std::string_view text) const;
    /// One part more than there are wildcards; parts may be empty.
    [[nodiscard]] const std::vector<std::string>& parts() const { return m_parts; }

private:
    std::vector<std::string> m_parts{std::string()};
};

} // namespace gatehouse::cedar
