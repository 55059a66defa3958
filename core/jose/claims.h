// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to jose: reading and showing the time claims.

#include <optional>
#include <string>

#include "base/time.h"
#include "json/json.h"

namespace gatehouse::jose {

/// A NumericDate (RFC 7519, section 2) within 0 .. 2^53 seconds, to the millisecond; nullopt for anything else.
[[nodiscard]] std::optional<Time> numericDate(const json::Value& value);
/// RFC 3339 as far as year 9999, else the seconds.
[[nodiscard]] std::string showTime(Time time);
/// "3 minutes ago", "in 2 hours", "now": the largest unit that fits.
[[nodiscard]] std::string relativeTime(Time time, Time now);

} // namespace gatehouse::jose
