// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::cedar {

/// An address or a CIDR range. The host bits are kept: "10.0.0.1/24" and "10.0.0.0/24" are different values.
struct IpRange {
    bool v6 = false;
    std::array<std::uint8_t, 16> address{}; ///< the first four bytes for IPv4
    std::uint8_t prefix = 0;                ///< the full length for a single address
    friend auto operator<=>(const IpRange&, const IpRange&) = default;
};

/// Dotted quad without leading zeros, or IPv6 without an embedded dotted quad and without a zone; an optional
/// "/prefix".
[[nodiscard]] std::optional<IpRange> parseIpRange(std::string_view text);
[[nodiscard]] std::string toText(const IpRange& range);
[[nodiscard]] bool isLoopback(const IpRange& range);  ///< all of it
[[nodiscard]] bool isMulticast(const IpRange& range); ///< all of it
/// Every address of `inner` is in `outer`.
[[nodiscard]] bool isInRange(const IpRange& inner, const IpRange& outer);

} // namespace gatehouse::cedar
