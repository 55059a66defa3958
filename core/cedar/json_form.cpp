// SPDX-License-Identifier: Apache-2.0
#include "cedar/json_form.h"

#include <limits>

#include "cedar/extension_functions.h"

namespace gatehouse::cedar {
namespace {

tl::unexpected<Error> malformed(std::string_view message) {
    return fail(Code::InvalidArgument, "cedar.json", message);
}

Result<Value> extensionFromJson(const json::Value& escape) {
    const json::Object* object = escape.if_object();
    const auto name = object == nullptr ? std::nullopt : json::stringMember(*object, "fn");
    const json::Value* argument = object == nullptr ? nullptr : json::member(*object, "arg");
    const ExtensionFunction* function = name ? findExtensionFunction(*name) : nullptr;
    if (function == nullptr || function->isMethod || argument == nullptr) {
        return malformed("__extn wants fn and arg");
    }
    TRY(value, valueFromJson(*argument));
    return call(*function, std::span<const Value>(&value, 1));
}

Result<Record> recordFromJson(const json::Object& object) {
    Record record;
    for (const auto& [name, member] : object) {
        TRY(value, valueFromJson(member));
        record.insert_or_assign(std::string(name.data(), name.size()), std::move(value));
    }
    return record;
}

Result<Record> recordMember(const json::Object& object, std::string_view name) {
    const json::Value* member = json::member(object, name);
    if (member == nullptr) {
        return Record();
    }
    const json::Object* members = member->if_object();
    if (members == nullptr) {
        return malformed("attrs and tags want an object");
    }
    return recordFromJson(*members);
}

Result<Entity> entityFromJson(const json::Value& value) {
    const json::Object* object = value.if_object();
    const json::Value* uid = object == nullptr ? nullptr : json::member(*object, "uid");
    if (uid == nullptr) {
        return malformed("an entity wants a uid");
    }
    Entity entity;
    TRY(name, entityUidFromJson(*uid));
    TRY(attributes, recordMember(*object, "attrs"));
    TRY(tags, recordMember(*object, "tags"));
    entity.uid = std::move(name);
    entity.attributes = std::move(attributes);
    entity.tags = std::move(tags);
    const json::Array* parents = json::arrayMember(*object, "parents");
    for (std::size_t i = 0; parents != nullptr && i < parents->size(); ++i) {
        TRY(parent, entityUidFromJson((*parents)[i]));
        entity.parents.push_back(std::move(parent));
    }
    return entity;
}

} // namespace

Result<EntityUid> entityUidFromJson(const json::Value& value) {
    const json::Object* object = value.if_object();
    if (object == nullptr) {
        return malformed("an entity is named by type and id");
    }
    if (const json::Object* inner = json::objectMember(*object, "__entity")) {
        object = inner;
    }
    const auto type = json::stringMember(*object, "type");
    const auto id = json::stringMember(*object, "id");
    if (!type || !id) {
        return malformed("an entity is named by type and id");
    }
    return EntityUid{std::string(*type), std::string(*id)};
}

Result<Value> valueFromJson(const json::Value& value) {
    if (const bool* flag = value.if_bool()) {
        return Value(*flag);
    }
    if (const std::int64_t* number = value.if_int64()) {
        return Value(*number);
    }
    if (const std::uint64_t* number = value.if_uint64()) {
        if (*number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            return Value(static_cast<std::int64_t>(*number));
        }
        return malformed("a number does not fit in 64 bits");
    }
    if (value.is_string()) {
        return Value(std::string(json::view(value.get_string())));
    }
    if (const json::Array* list = value.if_array()) {
        std::vector<Value> elements;
        for (const json::Value& item : *list) {
            TRY(element, valueFromJson(item));
            elements.push_back(std::move(element));
        }
        return Value::set(std::move(elements));
    }
    const json::Object* object = value.if_object();
    if (object == nullptr) {
        return malformed("null and fractions have no value");
    }
    if (object->size() == 1 && object->contains("__entity")) {
        TRY(uid, entityUidFromJson(value));
        return Value(std::move(uid));
    }
    if (object->size() == 1 && object->contains("__extn")) {
        return extensionFromJson(object->at("__extn"));
    }
    TRY(record, recordFromJson(*object));
    return Value::record(std::move(record));
}

Result<Entities> entitiesFromJson(const json::Value& value) {
    const json::Array* list = value.if_array();
    if (list == nullptr) {
        return malformed("entities want an array");
    }
    std::vector<Entity> entities;
    for (const json::Value& item : *list) {
        TRY(entity, entityFromJson(item));
        entities.push_back(std::move(entity));
    }
    return Entities::of(std::move(entities));
}

} // namespace gatehouse::cedar
