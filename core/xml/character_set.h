// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only.
#include <array>
#include <cstddef>
#include <string_view>

namespace gatehouse::xml {

/// Some of the 256 octets, found by a table: a reader looks at each octet of a message several times.
class CharacterSet {
public:
    /// Those for which it is so.
    constexpr explicit CharacterSet(bool (*isIn)(char)) {
        for (std::size_t i = 0; i < m_has.size(); ++i) {
            m_has[i] = isIn(static_cast<char>(i));
        }
    }
    [[nodiscard]] constexpr bool has(char c) const { return m_has[static_cast<unsigned char>(c)]; }
    /// Where the first of them is, from there on; the text's size without one.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const { return next<true>(text, from); }
    /// Where the first octet is that is none of them.
    [[nodiscard]] std::size_t end(std::string_view text, std::size_t from) const { return next<false>(text, from); }

private:
    template <bool Wanted>
    [[nodiscard]] std::size_t next(std::string_view text, std::size_t at) const {
        while (at < text.size() && has(text[at]) != Wanted) {
            ++at;
        }
        return at;
    }

    std::array<bool, 256> m_has{};
};

} // namespace gatehouse::xml
