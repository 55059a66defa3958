// SPDX-License-Identifier: Apache-2.0
#include "admin/document.h"

#include "admin/api/codec.h"
#include "base/encoding.h"
#include "crypto/hash.h"

namespace gatehouse::admin {

namespace {

/// Properties of a resource's schema, or nullptr if there is no such resource.
const json::Object* propertiesOf(std::string_view schema) {
    static const json::Object kSchemas = api::schemas();
    const json::Object* found = json::objectMember(kSchemas, schema);
    return found == nullptr ? nullptr : json::objectMember(*found, "properties");
}

bool isReadOnly(const json::Object& properties, std::string_view name) {
    const json::Object* property = json::objectMember(properties, name);
    return property != nullptr && json::boolMember(*property, "readOnly").value_or(false);
}

} // namespace

void dropReadOnly(std::string_view schema, json::Object& document, const json::Object& shown, Problems& problems) {
    const json::Object* properties = propertiesOf(schema);
    if (properties == nullptr) {
        return;
    }
    for (const auto& property : *properties) {
        const std::string_view name(property.key().data(), property.key().size());
        const json::Value* submitted = json::member(document, name);
        if (submitted == nullptr || !isReadOnly(*properties, name)) {
            continue;
        }
        const json::Value* current = json::member(shown, name);
        if (current == nullptr || *current != *submitted) {
            problems.push_back({"/" + std::string(name), "read_only", "is set by the broker"});
        }
        document.stable_erase(name);
    }
}

json::Object patched(std::string_view schema, const json::Object& shown, const json::Object& patch) {
    json::Object base = shown;
    if (const json::Object* properties = propertiesOf(schema)) {
        for (const auto& member : shown) {
            const std::string_view name(member.key().data(), member.key().size());
            if (isReadOnly(*properties, name)) {
                base.stable_erase(name);
            }
        }
    }
    json::Value merged = std::move(base);
    json::mergePatch(merged, patch);
    return merged.get_object();
}

std::string etagOf(const json::Object& state) {
    return "\"" + base64UrlEncode(crypto::sha256(json::canonical(json::Value(state)))).substr(0, 22) + "\"";
}

std::string etagOf(std::int64_t version) {
    return "\"v" + std::to_string(version) + "\"";
}

} // namespace gatehouse::admin
