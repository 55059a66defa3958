// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_http
// Cookie lines of two fields, and header values from outside.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "http/forms.h"

using namespace gatehouse::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    Headers headers;
    const std::size_t middle = size / 2;
    const bool first = headers.tryAdd("Cookie", std::string(input.substr(0, middle))).has_value();
    const bool second = headers.tryAdd("cookie", std::string(input.substr(middle))).has_value();
    for (const char* name : {"a", "__Host-s", ""}) {
        const auto found = cookie(headers, name);
        if (!found && found.error().reason != "http.cookie_ambiguous") {
            std::abort();
        }
        if (found && *found && (!(first || second) || input.find(**found) == std::string_view::npos)) {
            std::abort();
        }
    }
    return 0;
}
