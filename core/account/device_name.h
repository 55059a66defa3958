// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::account {

/// What people call the device of a session, made of its User-Agent: "Firefox, Windows". A guess, for recognising one's
/// own alone; empty where nothing is known.
[[nodiscard]] std::string deviceName(std::string_view userAgent);

} // namespace gatehouse::account
