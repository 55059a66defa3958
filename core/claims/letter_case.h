// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::claims {

/// Letters of UTF-8 `text` to lower or upper case one by one: ASCII, Latin-1 and Latin Extended-A, Greek and Cyrillic.
/// No letter changes into two, and letters without a partner stay. For display and e-mail; not for comparing names.
[[nodiscard]] std::string toLower(std::string_view text);
[[nodiscard]] std::string toUpper(std::string_view text);

} // namespace gatehouse::claims
