// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_json
// Whatever the strict parser accepts keeps its meaning: writing and reading it again changes nothing.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/encoding.h"
#include "json/json.h"

namespace {

using namespace gatehouse;

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = json::parse(text, {.bytes = 64 * 1024, .depth = 16});
    if (!parsed) {
        require(parsed.error().reason.starts_with("json."));
        return 0;
    }
    require(isUtf8(text)); // the parser's own check and ours agree
    require(text.find('\0') == std::string_view::npos);
    const std::string canonical = json::canonical(*parsed);
    for (const std::string& again : {canonical, json::write(*parsed), json::writePretty(*parsed)}) {
        const auto reread = json::parse(again, {.bytes = std::size_t(-1), .depth = 16});
        require(bool(reread));
        require(json::canonical(*reread) == canonical);
    }
    return 0;
}
