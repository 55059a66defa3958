// SPDX-License-Identifier: Apache-2.0
#include "broker/addresses.h"

#include "http/forms.h"

namespace gatehouse::broker {

bool isLoopbackAddress(std::string_view address) {
    return address.empty() || address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

bool isLoopbackListener(std::string_view listener) {
    return listener.starts_with("127.") || listener.starts_with("[::1]") || listener.starts_with("localhost:") ||
           listener.starts_with("unix:");
}

namespace {

std::string inUrl(const std::string& host) {
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

} // namespace

std::vector<std::string> allowedHosts(const std::string& publicUrl, const std::string& mutualTlsUrl,
                                      bool loopbackOnly) {
    std::vector<std::string> hosts;
    if (loopbackOnly) {
        hosts = {"127.0.0.1", "localhost", "[::1]"};
    }
    for (const std::string& address : {publicUrl, mutualTlsUrl}) {
        if (const auto url = http::parseUrl(address)) {
            hosts.push_back(inUrl(url->host));
        }
    }
    return hosts;
}

std::string mutualTlsUrl(const std::string& publicUrl, const std::string& listener) {
    const auto url = http::parseUrl(publicUrl);
    if (!url) {
        return {};
    }
    return "https://" + inUrl(url->host) + listener.substr(listener.rfind(':')) + (url->path == "/" ? "" : url->path);
}

} // namespace gatehouse::broker
