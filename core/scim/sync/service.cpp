// SPDX-License-Identifier: Apache-2.0
#include "scim/sync/service.h"

namespace gatehouse::scim::sync {
namespace {

constexpr std::size_t kQuoted = 300; // octets of another service's words

} // namespace

std::string Reply::id() const {
    const json::Object* object = body.if_object();
    return object == nullptr ? std::string() : std::string(json::stringMember(*object, "id").value_or(""));
}

std::string Reply::said() const {
    std::string out = std::to_string(status);
    if (const json::Object* object = body.if_object(); object != nullptr) {
        if (const auto type = json::stringMember(*object, "scimType"); type && !type->empty()) {
            out += " " + std::string(type->substr(0, kQuoted));
        }
        if (const auto detail = json::stringMember(*object, "detail"); detail && !detail->empty()) {
            out += ": " + std::string(detail->substr(0, kQuoted));
        }
    }
    return out;
}

} // namespace gatehouse::scim::sync
