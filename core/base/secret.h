// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse {

/// A value that must not leak: wiped when it dies, not printable, not comparable by accident. Read it with reveal().
class Secret {
public:
    Secret() = default;
    /// Takes the characters over and wipes the source.
    explicit Secret(std::string&& value);
    static Secret copyOf(std::string_view value) { return Secret(std::string(value)); }
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] std::string_view reveal() const { return m_value; }
    [[nodiscard]] bool empty() const { return m_value.empty(); }

private:
    std::string m_value;
};

/// Overwrites the characters so that the compiler cannot drop it, then empties the string.
void wipe(std::string& value);

} // namespace gatehouse
