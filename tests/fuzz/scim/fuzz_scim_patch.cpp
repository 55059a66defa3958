// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_scim
// The bytes as a PATCH of a person and of a group, and as a body to create and replace with. What only the service
// writes stays, nothing unassigned is left behind, and what was made is accepted again as it is.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/make_attribute.h"
#include "scim/patch.h"
#include "scim/resource.h"

namespace {

using namespace gatehouse;

scim::ResourceType makeUserType() {
    return scim::userType({*scim::makeExtension(
        "urn:example:2.0:Staff", "Staff", "",
        {scim::make::text("badge", "", scim::make::kImmutable), scim::make::text("level", "", scim::make::kReadOnly),
         scim::make::text("tags", "", scim::make::kMany), scim::make::attribute(scim::Type::Decimal, "rate", "")})});
}

const json::Object& person() {
    static const json::Object fixed =
        json::parseObject(R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Staff"],"id":"1",
            "userName":"bjensen","name":{"givenName":"B"},"active":true,"groups":[{"value":"g"}],
            "emails":[{"value":"b@x.example","type":"work","primary":true},{"value":"c@x.example","type":"home"}],
            "urn:example:2.0:Staff":{"badge":"7","level":"9","tags":["a"]},"meta":{"created":"2026-01-15T12:00:00Z"}})")
            .value();
    return fixed;
}

const json::Object& group() {
    static const json::Object fixed =
        json::parseObject(R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"g","displayName":"G"})")
            .value();
    return fixed;
}

void mustBeClients(const Error& error) {
    const scim::ScimError described = scim::describe(error);
    if (described.status != 413 && (described.status != 400 || described.scimType.empty())) {
        std::abort();
    }
}

bool isUnassigned(const json::Value& value) {
    return value.is_null() || (value.is_array() && value.get_array().empty()) ||
           (value.is_object() && value.get_object().empty());
}

void mustBeSound(const json::Object& resource, const scim::ResourceType& type) {
    for (const auto& each : resource) {
        if (isUnassigned(each.value())) {
            std::abort();
        }
    }
    const auto again = scim::readReplace(resource, resource, type);
    if (!again || !scim::compareResources(resource, *again, type).empty()) {
        std::abort();
    }
}

void tryPatch(const json::Object& before, const json::Value& body, const scim::ResourceType& type) {
    const auto patched = scim::patch(before, body, type);
    if (!patched) {
        mustBeClients(patched.error());
        return;
    }
    for (const char* kept : {"id", "meta", "groups"}) {
        const json::Value* old = json::member(before, kept);
        const json::Value* now = json::member(patched->resource, kept);
        if ((old == nullptr) != (now == nullptr) || (old != nullptr && *old != *now)) {
            std::abort();
        }
    }
    if (!patched->changed && patched->resource != before) {
        std::abort();
    }
    mustBeSound(patched->resource, type);
}

void tryBody(const json::Object& before, const json::Object& body, const scim::ResourceType& type) {
    const auto created = scim::readCreate(body, type);
    if (!created) {
        mustBeClients(created.error());
    } else if (created->contains("id") || created->contains("meta") || created->contains("groups")) {
        std::abort();
    }
    const auto replaced = scim::readReplace(before, body, type);
    if (!replaced) {
        mustBeClients(replaced.error());
    } else {
        mustBeSound(*replaced, type);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const scim::ResourceType userType = makeUserType();
    static const scim::ResourceType groupType = scim::groupType();
    const auto body = json::parse(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!body) {
        return 0;
    }
    tryPatch(person(), *body, userType);
    tryPatch(group(), *body, groupType);
    if (const json::Object* object = body->if_object()) {
        tryBody(person(), *object, userType);
        tryBody(group(), *object, groupType);
    }
    return 0;
}
