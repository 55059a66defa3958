// SPDX-License-Identifier: Apache-2.0
#include "tenants/addresses.h"

#include <algorithm>

#include "http/network_address.h"

namespace gatehouse::tenants {
namespace {

constexpr unsigned kSubnet = 64; // bits

} // namespace

bool isBlocked(const Settings& settings, std::string_view address) {
    if (settings.blockedAddresses.empty()) {
        return false;
    }
    const auto ip = http::parseIpAddress(address);
    const auto blocks = http::parseCidrs(settings.blockedAddresses);
    return !ip || !blocks || http::containedIn(*blocks, *ip);
}

bool isSamePlace(std::string_view one, std::string_view other) {
    if (one == other) {
        return true;
    }
    const auto first = http::parseIpAddress(one);
    const auto second = http::parseIpAddress(other);
    if (!first || !second || first->isIpv4() || second->isIpv4()) {
        return first && second && *first == *second;
    }
    return std::equal(first->octets.begin(), first->octets.begin() + kSubnet / 8, second->octets.begin());
}

} // namespace gatehouse::tenants
