// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::oauth {

/// A new code for a person to type (RFC 8628, 6.1): eight of the twenty consonants BCDFGHJKLMNPQRSTVWXZ, so that it
/// spells no word and mixes up no letter with a digit; 34.5 random bits.
[[nodiscard]] std::string makeUserCode();
/// "WDJB-MJHT": as a device shows it.
[[nodiscard]] std::string shownUserCode(std::string_view code);
/// What somebody typed, in any case, with any spaces and punctuation in it; nullopt for what is no user code.
[[nodiscard]] std::optional<std::string> parseUserCode(std::string_view typed);

} // namespace gatehouse::oauth
