// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "http/client.h"
#include "http/network_address.h"

namespace gatehouse::http {

/// Where an address leads. The embedded forms (NAT64, 6to4, Teredo, IPv4-compatible) are Special: what they lead to
/// cannot be judged.
enum class AddressKind {
    Public,
    Loopback,
    Private, ///< RFC 1918, CGNAT, ULA
    Special, ///< documentation, benchmarking, translation and other blocks of the IANA registries
    Never,   ///< unspecified, link-local, metadata services, multicast, broadcast, reserved
};

[[nodiscard]] AddressKind kindOf(const IpAddress& address);

/// AddressPolicy with its blocks parsed.
struct AddressRules {
    bool allowLoopback = false;
    bool allowPrivate = false;
    std::vector<Cidr> allowed; ///< lets anything through but AddressKind::Never
};
/// Blocks that do not parse allow nothing.
[[nodiscard]] AddressRules rulesOf(const AddressPolicy& policy);

/// Empty if a call may go there, else why not, in words for an administrator. Pure.
[[nodiscard]] std::string_view judge(const IpAddress& address, const AddressRules& rules);

} // namespace gatehouse::http
