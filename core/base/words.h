// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

/// The words of a list that single spaces part, such as a scope (RFC 6749, 3.3). An empty text has none; two spaces in
/// a row make an empty word.
[[nodiscard]] std::vector<std::string> splitWords(std::string_view text);
/// The reverse: the words with a space between each two.
[[nodiscard]] std::string joinWords(const std::vector<std::string>& words);

} // namespace gatehouse
