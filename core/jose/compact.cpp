// SPDX-License-Identifier: Apache-2.0
#include "jose/compact.h"

#include "base/encoding.h"

namespace gatehouse::jose {

Result<json::Object> decodeHeader(std::string_view part, std::string_view malformed) {
    constexpr json::Limits kLimits{16 * 1024, 16};
    const auto text = base64UrlDecode(part);
    if (!text) {
        return fail(Code::InvalidArgument, malformed, "the header is not base64url");
    }
    auto header = json::parseObject(*text, kLimits);
    if (!header) {
        return fail(Code::InvalidArgument, malformed, "header: " + header.error().reason);
    }
    if (!json::stringMember(*header, "alg")) {
        return fail(Code::InvalidArgument, malformed, "alg is not a string");
    }
    return std::move(*header);
}

Result<std::string_view> optionalString(const json::Object& object, std::string_view name, std::string_view malformed) {
    const json::Value* value = json::member(object, name);
    if (value == nullptr) {
        return std::string_view();
    }
    if (!value->is_string()) {
        return fail(Code::InvalidArgument, malformed, std::string(name) + " is not a string");
    }
    return json::view(value->get_string());
}

} // namespace gatehouse::jose
