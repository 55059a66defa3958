// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_http
// Forms, percent-encoding and URLs: what decodes must encode back to the same meaning.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/encoding.h"
#include "http/forms.h"

using namespace gatehouse;
using namespace gatehouse::http;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (const auto parameters = Parameters::parse(input)) {
        require(parameters->pairs().size() <= 200);
        for (const auto& [name, value] : parameters->pairs()) {
            require(isUtf8(name) && isUtf8(value) && name.find('\0') == std::string::npos &&
                    value.find('\0') == std::string::npos);
        }
        const auto again = Parameters::parse(parameters->encode());
        require(again.has_value() && again->pairs() == parameters->pairs());
        static_cast<void>(parameters->repeated());
        static_cast<void>(withQuery(input, *parameters));
    }
    if (const auto decoded = percentDecode(input)) {
        require(percentDecode(percentEncode(*decoded)).value() == *decoded);
    }
    if (const auto url = parseUrl(input)) {
        require((url->scheme == "http" || url->scheme == "https") && !url->host.empty() && url->port != 0);
        require(!url->path.empty() && url->path.front() == '/');
        require(url->host.find_first_of("@/?#\\% []") == std::string::npos);
    }
    return 0;
}
