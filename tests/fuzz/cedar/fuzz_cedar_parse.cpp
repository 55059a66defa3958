// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_cedar
// What parses evaluates to a value or an error, and a value's text parses to the same value.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cedar/authorize.h"

using namespace gatehouse;
using namespace gatehouse::cedar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Request request;
    request.principal = EntityUid{"User", "a"};
    request.action = EntityUid{"Action", "b"};
    request.resource = EntityUid{"Doc", "c"};
    request.context = Value::record({{"claims", Value::record({{"level", Value(std::int64_t{3})}})}});
    if (const auto policies = parsePolicies(text)) {
        (void)authorize(*policies, request, {});
    }
    const auto expression = Expression::parse(text);
    if (!expression) {
        return 0;
    }
    (void)expression->attributesOf({"context", "claims"});
    const auto value = evaluate(*expression, request, {});
    if (!value || value->text().size() > kMaxSource) {
        return 0;
    }
    const auto again = Expression::parse(value->text());
    if (!again && again.error().reason == "cedar.too_large") {
        return 0;
    }
    const auto same = again ? evaluate(*again, {}, {}) : Result<Value>(tl::unexpected<Error>(again.error()));
    // A moment outside the years 0 to 9999 has no text of its own.
    if (!same && same.error().reason == "cedar.extension") {
        return 0;
    }
    if (!same || !(*same == *value)) {
        std::abort();
    }
    return 0;
}
