// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::oauth {

/// Where two addresses part that ought to be the same.
struct RedirectUriDifference {
    std::string registered;
    /// What differs, as slugs, the first one first and each once. `invisible_character`: they are equal but for
    /// characters that nobody sees; `trailing_slash` and `percent_encoding`: but for that; `foreign_character`: a
    /// character that no address may hold as it is. Else the components: `scheme`, `user_info`, `host` or `host_case`,
    /// `port`, `path` or `path_case`, `query`, `fragment`.
    std::vector<std::string> parts;
    std::size_t position = 0;        ///< of the first character that differs, counted from 1
    std::string registeredCharacter; ///< UTF-8; empty where the address ends there
    std::string presentedCharacter;
};

/// The registered address that is nearest to what was presented, and how the two differ; nullopt where none is
/// registered. For people to read: what counts is matches(). Bytes that are no UTF-8 count as characters of their own.
[[nodiscard]] std::optional<RedirectUriDifference> nearestRedirectUri(const std::vector<std::string>& registered,
                                                                      std::string_view presented);

/// The address in a text that somebody pasted: the value of its redirect_uri parameter, decoded, where it has one (a
/// request as a log or a browser shows it), else the text itself without the line break at its end.
[[nodiscard]] std::string redirectUriIn(std::string_view text);

/// "U+002F" of the first character of `text`; empty for none.
[[nodiscard]] std::string codePointName(std::string_view text);

} // namespace gatehouse::oauth
