// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_base
// What base64url accepts, it must write back byte for byte: one text, one meaning.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/encoding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto bytes = gatehouse::base64UrlDecode(text); bytes && gatehouse::base64UrlEncode(*bytes) != text) {
        std::abort();
    }
    if (const auto bytes = gatehouse::base64Decode(text); bytes && gatehouse::base64Encode(*bytes) != text) {
        std::abort();
    }
    if (const auto bytes = gatehouse::hexDecode(text); bytes && gatehouse::hexEncode(*bytes).size() != text.size()) {
        std::abort();
    }
    (void)gatehouse::isUtf8(text);
    return 0;
}
