// SPDX-License-Identifier: Apache-2.0
#include "cedar/pattern.h"

#include "cedar/text.h"

namespace gatehouse::cedar {

std::optional<Pattern> Pattern::parse(std::string_view inside) {
    Pattern pattern;
    while (!inside.empty()) {
        const std::optional<Character> character = takeCharacter(inside, true);
        if (!character) {
            return std::nullopt;
        }
        if (character->plainStar) {
            pattern.m_parts.emplace_back();
        } else {
            pattern.m_parts.back() += character->bytes;
        }
    }
    return pattern;
}

bool Pattern::matches(std::string_view text) const {
    const std::string& first = m_parts.front();
    if (m_parts.size() == 1) {
        return text == first;
    }
    const std::string& last = m_parts.back();
    if (text.size() < first.size() + last.size() || text.substr(0, first.size()) != first ||
        text.substr(text.size() - last.size()) != last) {
        return false;
    }
    text = text.substr(first.size(), text.size() - first.size() - last.size());
    // The leftmost place for each part leaves the most for those that follow.
    for (std::size_t i = 1; i + 1 < m_parts.size(); ++i) {
        const std::size_t at = text.find(m_parts[i]);
        if (at == std::string_view::npos) {
            return false;
        }
        text.remove_prefix(at + m_parts[i].size());
    }
    return true;
}

} // namespace gatehouse::cedar
