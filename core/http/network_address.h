// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct sockaddr;

namespace gatehouse::http {

/// An IP address as 16 octets; IPv4 in its mapped form ::ffff:a.b.c.d, so that both spellings of one address are equal.
struct IpAddress {
    std::array<std::uint8_t, 16> octets{};
    [[nodiscard]] bool isIpv4() const;
    [[nodiscard]] std::string text() const; ///< dotted quad, or RFC 5952
    friend bool operator==(const IpAddress&, const IpAddress&) = default;
};

/// Textual IPv4 (four decimal parts) or IPv6 without brackets or zone; nullopt for anything else.
[[nodiscard]] std::optional<IpAddress> parseIpAddress(std::string_view text);
/// Of an AF_INET or AF_INET6 socket address; nullopt for another family.
[[nodiscard]] std::optional<IpAddress> ipAddressOf(const sockaddr& address);

/// A block of addresses, such as 10.0.0.0/8 or fd00::/8.
struct Cidr {
    IpAddress base;
    unsigned prefix = 128; ///< of the 128 bits; an IPv4 /8 is 104
    [[nodiscard]] bool contains(const IpAddress& address) const;
};

/// "10.0.0.0/8", "::1/128" or a bare address. `http.cidr` otherwise, also if bits below the prefix are set.
[[nodiscard]] Result<Cidr> parseCidr(std::string_view text);
[[nodiscard]] Result<std::vector<Cidr>> parseCidrs(const std::vector<std::string>& texts);
[[nodiscard]] bool containedIn(const std::vector<Cidr>& blocks, const IpAddress& address);

} // namespace gatehouse::http
