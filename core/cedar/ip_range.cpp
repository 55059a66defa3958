// SPDX-License-Identifier: Apache-2.0
#include "cedar/ip_range.h"

#include <algorithm>
#include <cstdio>

#include <arpa/inet.h>

namespace gatehouse::cedar {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<int> parseNumber(std::string_view text, int highest) {
    if (text.empty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), isDigit) ||
        (text.size() > 1 && text.front() == '0')) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text) {
        value = value * 10 + (c - '0');
    }
    return value <= highest ? std::optional<int>(value) : std::nullopt;
}

bool parseV4(std::string_view text, IpRange& range) {
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t dot = std::min(text.find('.'), text.size());
        const std::optional<int> part = parseNumber(text.substr(0, dot), 255);
        if (!part || (dot == text.size()) != (i == 3)) {
            return false;
        }
        range.address[i] = static_cast<std::uint8_t>(*part);
        text.remove_prefix(std::min(dot + 1, text.size()));
    }
    return true;
}

bool parseV6(std::string_view text, IpRange& range) {
    const auto allowed = [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
    };
    if (text.size() > 39 || !std::all_of(text.begin(), text.end(), allowed)) {
        return false;
    }
    return inet_pton(AF_INET6, std::string(text).c_str(), range.address.data()) == 1;
}

/// Eight groups, none left out.
std::string groups(const IpRange& range) {
    std::string text;
    for (std::size_t i = 0; i < 16; i += 2) {
        std::array<char, 8> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%x",
                      static_cast<unsigned>(range.address[i] * 256 + range.address[i + 1]));
        text.append(i == 0 ? "" : ":").append(buffer.data());
    }
    return text;
}

/// The first `bits` bits are equal.
bool samePrefix(const IpRange& a, const IpRange& b, int bits) {
    for (std::size_t i = 0; bits > 0; ++i, bits -= 8) {
        const auto mask = static_cast<std::uint8_t>(bits >= 8 ? 0xFF : 0xFF << (8 - bits));
        if ((a.address[i] & mask) != (b.address[i] & mask)) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<IpRange> parseIpRange(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    IpRange range;
    range.v6 = address.find(':') != std::string_view::npos;
    if (range.v6 ? !parseV6(address, range) : !parseV4(address, range)) {
        return std::nullopt;
    }
    const int full = range.v6 ? 128 : 32;
    const std::optional<int> prefix =
        slash == std::string_view::npos ? full : parseNumber(text.substr(slash + 1), full);
    if (!prefix) {
        return std::nullopt;
    }
    range.prefix = static_cast<std::uint8_t>(*prefix);
    return range;
}

std::string toText(const IpRange& range) {
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    inet_ntop(range.v6 ? AF_INET6 : AF_INET, range.address.data(), buffer.data(), buffer.size());
    std::string text(buffer.data());
    if (range.v6 && text.find('.') != std::string::npos) {
        text = groups(range); // the system writes a dotted quad into mapped addresses, which the language does not read
    }
    if (range.prefix != (range.v6 ? 128 : 32)) {
        text += "/" + std::to_string(range.prefix);
    }
    return text;
}

bool isLoopback(const IpRange& range) {
    if (!range.v6) {
        return range.address[0] == 127 && range.prefix >= 8;
    }
    IpRange one;
    one.address[15] = 1;
    return range.prefix == 128 && range.address == one.address;
}

bool isMulticast(const IpRange& range) {
    return range.v6 ? range.address[0] == 0xFF && range.prefix >= 8
                    : (range.address[0] & 0xF0) == 0xE0 && range.prefix >= 4;
}

bool isInRange(const IpRange& inner, const IpRange& outer) {
    return inner.v6 == outer.v6 && inner.prefix >= outer.prefix && samePrefix(inner, outer, outer.prefix);
}

} // namespace gatehouse::cedar
