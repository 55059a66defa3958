// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::cedar {

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Datetime {
    std::int64_t millis = 0;
    friend auto operator<=>(const Datetime&, const Datetime&) = default;
};

/// A length of time in milliseconds.
struct Duration {
    std::int64_t millis = 0;
    friend auto operator<=>(const Duration&, const Duration&) = default;
};

/// Exactly YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss with or without .SSS and then Z or +hhmm or -hhmm. No leap second.
[[nodiscard]] std::optional<Datetime> parseDatetime(std::string_view text);
/// An optional '-', then at least one of d, h, m, s, ms with whole numbers, in this order, each at most once: "1d2h",
/// "-1500ms".
[[nodiscard]] std::optional<Duration> parseDuration(std::string_view text);
/// Text that the parser reads again, for years 0 to 9999; else the offset from the epoch.
[[nodiscard]] std::string toText(Datetime datetime);
[[nodiscard]] std::string toText(Duration duration);

/// Midnight of the UTC day; nullopt where it cannot be told in 64 bits.
[[nodiscard]] std::optional<Datetime> toDate(Datetime datetime);
/// The time since that midnight: not negative, under a day.
[[nodiscard]] Duration toTime(Datetime datetime);

} // namespace gatehouse::cedar
