// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::cedar {

/// A fixed-point number with four fraction digits: -922337203685477.5808 to 922337203685477.5807.
struct Decimal {
    std::int64_t tenThousandths = 0;
    friend auto operator<=>(const Decimal&, const Decimal&) = default;
};

/// "-?d+.d{1,4}"; nullopt for anything else or out of range.
[[nodiscard]] std::optional<Decimal> parseDecimal(std::string_view text);
/// At least one fraction digit: "1.0", "-0.25".
[[nodiscard]] std::string toText(Decimal decimal);

} // namespace gatehouse::cedar
