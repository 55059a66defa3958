// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::broker {

/// Of a peer: an address of this machine, or none (a local socket).
[[nodiscard]] bool isLoopbackAddress(std::string_view address);
/// Of what is listened on, `host:port` or `unix:PATH`.
[[nodiscard]] bool isLoopbackListener(std::string_view listener);
/// The names that a request may be addressed to: the public ones, and loopback where that alone is listened on
/// (security.md AD-26, NW-05).
[[nodiscard]] std::vector<std::string> allowedHosts(const std::string& publicUrl, const std::string& mutualTlsUrl,
                                                    bool loopbackOnly);
/// The public address's host and path, with the port of a listener; empty if there is none.
[[nodiscard]] std::string mutualTlsUrl(const std::string& publicUrl, const std::string& listener);

} // namespace gatehouse::broker
