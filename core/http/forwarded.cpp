// SPDX-License-Identifier: Apache-2.0
#include "http/forwarded.h"

#include "http/syntax.h"

namespace gatehouse::http {

namespace {

/// All values of the field as one list, as RFC 9110, 5.3 joins them.
std::string joined(const Headers& headers, std::string_view name) {
    std::string list;
    for (const std::string_view value : headers.all(name)) {
        list += list.empty() ? "" : ",";
        list += value;
    }
    return list;
}

/// The last element; shortens the list by it.
std::string_view takeLast(std::string_view& list) {
    const std::size_t comma = list.rfind(',');
    const std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
    return trimmed(last);
}

} // namespace

void applyForwarded(Headers& headers, Peer& peer, bool trusted, const std::vector<Cidr>& trustedProxies) {
    if (trusted) {
        const std::string addresses = joined(headers, "X-Forwarded-For");
        if (!addresses.empty()) { // the certificate is the proxy's, not that of whom it speaks for
            peer.clientCertificate.clear();
            peer.certificateProven = false;
        }
        for (std::string_view rest = addresses; !rest.empty();) {
            const auto address = parseIpAddress(takeLast(rest));
            if (!address) {
                break; // not an address: what stands left of it is worth nothing
            }
            peer.address = address->text();
            if (!containedIn(trustedProxies, *address)) {
                break;
            }
        }
        const std::string protocols = joined(headers, "X-Forwarded-Proto");
        std::string_view rest = protocols;
        if (!rest.empty()) {
            peer.secure = equalsIgnoringCase(takeLast(rest), "https");
        }
    }
    bool present = false;
    for (const auto& [name, value] : headers.fields()) {
        present = present || ((name.size() >= 9 && (name.front() == 'X' || name.front() == 'x')) ||
                              equalsIgnoringCase(name, "Forwarded"));
    }
    if (present) {
        for (const char* name :
             {"X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Uri",
              "X-Forwarded-Prefix", "X-Forwarded-Server", "X-Forwarded-Scheme", "X-Real-IP", "Forwarded"}) {
            headers.remove(name);
        }
    }
}

} // namespace gatehouse::http
