// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_http
// The guard over raw heads, then Beast over the same bytes: what both accept must mean the same to both.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "http/http_guard.h"
#include "http/request_parser.h"

using namespace gatehouse::http;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void checkPath(const Head& head) {
    require(!head.path.empty() && head.path.front() == '/');
    for (const char c : head.path + head.query) {
        require(static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    // Found in pieces or in one, the end is the same.
    const HeadScan whole = scanHead(input, 0);
    const HeadScan first = scanHead(input.substr(0, size / 2), 0);
    if (!first.end && !first.refusal) {
        const HeadScan second = scanHead(input, first.resumeAt);
        require(second.end == whole.end && second.refusal.has_value() == whole.refusal.has_value());
    }
    if (!whole.end) {
        return 0;
    }
    const auto head = inspectHead(input.substr(0, *whole.end), {}, {.anyHost = false, .trustedForward = size % 2 == 0});
    if (!head) {
        require(head.error().status >= 400 && !head.error().reason.empty());
        return 0;
    }
    checkPath(*head);
    require(!(head->chunked && head->contentLength));
    require(head->headers.all("Host").size() == 1);
    RequestParser parser;
    parser.reset(16 * 1024, 256 * 1024);
    std::size_t consumed = 0;
    const RequestParser::State state = parser.put(input, consumed);
    require(consumed <= size);
    if (state == RequestParser::State::Complete || state == RequestParser::State::NeedMore) {
        require(parser.chunked() == head->chunked && parser.declaredLength() == head->contentLength.value_or(0));
    }
    return 0;
}
