// SPDX-License-Identifier: Apache-2.0
#include "http/address_policy.h"

#include <initializer_list>

#include "base/log.h"

namespace gatehouse::http {

namespace {

/// From text that is right: a mistake here shows in the first test.
std::vector<Cidr> blocks(std::initializer_list<const char*> texts) {
    std::vector<Cidr> parsed;
    for (const char* text : texts) {
        parsed.push_back(parseCidr(text).value());
    }
    return parsed;
}

/// Of the IANA special-purpose registries (RFC 6890) and the clouds' metadata services.
struct Registry {
    std::vector<Cidr> never =
        blocks({"0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4", "::/128", "fe80::/10", "ff00::/8",
                "168.63.129.16/32",   // Azure
                "100.100.100.200/32", // Alibaba
                "192.0.0.192/32",     // Oracle
                "fd00:ec2::254/128",  // AWS
                "fd20:ce::254/128"}); // Google
    std::vector<Cidr> loopback = blocks({"127.0.0.0/8", "::1/128"});
    std::vector<Cidr> privateUse =
        blocks({"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"});
    std::vector<Cidr> special =
        blocks({"192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
                "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"});
    std::vector<Cidr> globalUnicast = blocks({"2000::/3"});
};

const Registry& registry() {
    static const Registry kRegistry;
    return kRegistry;
}

} // namespace

AddressKind kindOf(const IpAddress& address) {
    const Registry& known = registry();
    if (containedIn(known.never, address)) {
        return AddressKind::Never;
    }
    if (containedIn(known.loopback, address)) {
        return AddressKind::Loopback;
    }
    if (containedIn(known.privateUse, address)) {
        return AddressKind::Private;
    }
    if (containedIn(known.special, address)) {
        return AddressKind::Special;
    }
    // Of IPv6 only 2000::/3 is handed out: this also refuses IPv4-compatible, site-local and discard addresses.
    return address.isIpv4() || containedIn(known.globalUnicast, address) ? AddressKind::Public : AddressKind::Special;
}

AddressRules rulesOf(const AddressPolicy& policy) {
    AddressRules rules{policy.allowLoopback, policy.allowPrivate, {}};
    for (const std::string& text : policy.allowedCidrs) {
        if (const auto block = parseCidr(text)) {
            rules.allowed.push_back(*block);
        } else {
            log::warn("http.cidr_ignored", {{"value", text}});
        }
    }
    return rules;
}

std::string_view judge(const IpAddress& address, const AddressRules& rules) {
    const AddressKind kind = kindOf(address);
    if (kind != AddressKind::Never && containedIn(rules.allowed, address)) {
        return {};
    }
    switch (kind) {
    case AddressKind::Public:
        return {};
    case AddressKind::Loopback:
        return rules.allowLoopback ? "" : "it is an address of this machine, which --allow-private does not name";
    case AddressKind::Private:
        return rules.allowPrivate ? "" : "it is a private address, which --allow-private does not name";
    case AddressKind::Special:
        return "it is an address for special use, which --allow-private does not name";
    case AddressKind::Never:
        return "it is a link-local, metadata-service, multicast or reserved address";
    }
    return "it is an unknown kind of address";
}

} // namespace gatehouse::http
