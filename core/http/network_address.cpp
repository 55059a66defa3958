// SPDX-License-Identifier: Apache-2.0
#include "http/network_address.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace gatehouse::http {

namespace {

constexpr std::array<std::uint8_t, 12> kMappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr unsigned kMappedBits = 96;

IpAddress fromIpv4(const void* fourOctets) {
    IpAddress address;
    std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), address.octets.begin());
    std::memcpy(address.octets.data() + kMappedPrefix.size(), fourOctets, 4);
    return address;
}

IpAddress fromIpv6(const void* sixteenOctets) {
    IpAddress address;
    std::memcpy(address.octets.data(), sixteenOctets, address.octets.size());
    return address;
}

IpAddress masked(const IpAddress& address, unsigned prefix) {
    IpAddress result = address;
    for (unsigned bit = prefix; bit < 128; ++bit) {
        result.octets[bit / 8] &= static_cast<std::uint8_t>(~(0x80U >> (bit % 8)));
    }
    return result;
}

} // namespace

bool IpAddress::isIpv4() const {
    return std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), octets.begin());
}

std::string IpAddress::text() const {
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    const char* text = isIpv4() ? inet_ntop(AF_INET, octets.data() + kMappedPrefix.size(), buffer.data(), buffer.size())
                                : inet_ntop(AF_INET6, octets.data(), buffer.data(), buffer.size());
    return text == nullptr ? std::string() : std::string(text);
}

std::optional<IpAddress> parseIpAddress(std::string_view text) {
    if (text.size() >= INET6_ADDRSTRLEN || text.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string terminated(text);
    std::array<std::uint8_t, 16> octets{};
    if (inet_pton(AF_INET, terminated.c_str(), octets.data()) == 1) {
        return fromIpv4(octets.data());
    }
    if (inet_pton(AF_INET6, terminated.c_str(), octets.data()) == 1) {
        return fromIpv6(octets.data());
    }
    return std::nullopt;
}

std::optional<IpAddress> ipAddressOf(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &address, sizeof in);
        return fromIpv4(&in.sin_addr);
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 in6{};
        std::memcpy(&in6, &address, sizeof in6);
        return fromIpv6(&in6.sin6_addr);
    }
    return std::nullopt;
}

bool Cidr::contains(const IpAddress& address) const {
    return masked(address, prefix) == base;
}

Result<Cidr> parseCidr(std::string_view text) {
    const auto refuse = [text] {
        return fail(Code::InvalidArgument, "http.cidr", "not a block of addresses: " + std::string(text.substr(0, 64)));
    };
    const std::size_t slash = text.find('/');
    const auto base = parseIpAddress(text.substr(0, slash));
    if (!base) {
        return refuse();
    }
    // An IPv4 block is counted in IPv4 bits, unless it was written as mapped IPv6.
    const unsigned offset = text.find(':') == std::string_view::npos ? kMappedBits : 0;
    unsigned prefix = 128 - offset;
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
        if (error != std::errc() || end != digits.data() + digits.size() || prefix > 128 - offset) {
            return refuse();
        }
    }
    const Cidr cidr{*base, prefix + offset};
    if (!cidr.contains(*base)) {
        return refuse();
    }
    return cidr;
}

Result<std::vector<Cidr>> parseCidrs(const std::vector<std::string>& texts) {
    std::vector<Cidr> blocks;
    blocks.reserve(texts.size());
    for (const std::string& text : texts) {
        TRY(block, parseCidr(text));
        blocks.push_back(block);
    }
    return blocks;
}

bool containedIn(const std::vector<Cidr>& blocks, const IpAddress& address) {
    return std::any_of(blocks.begin(), blocks.end(), [&address](const Cidr& block) { return block.contains(address); });
}

} // namespace gatehouse::http
