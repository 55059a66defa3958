// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_oauth
// A URI that may be registered matches itself; whatever else matches it differs in a loopback port alone.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "oauth/redirect_uri.h"

using namespace gatehouse::oauth;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = text.find('\n');
    const std::string registered(text.substr(0, line));
    const std::string presented(line == std::string_view::npos ? std::string_view() : text.substr(line + 1));
    const bool sound = validateRegistration(registered, AppType::Native).has_value();
    if (validateRegistration(registered, AppType::Web) && !sound) {
        std::abort();
    }
    if (sound && !matches({registered}, registered, false)) {
        std::abort();
    }
    if (matches({registered}, presented, false) && presented != registered) {
        std::abort();
    }
    if (matches({registered}, presented, true) && presented != registered &&
        (presented.compare(0, 16, "http://127.0.0.1") != 0 && presented.compare(0, 12, "http://[::1]") != 0)) {
        std::abort();
    }
    return 0;
}
