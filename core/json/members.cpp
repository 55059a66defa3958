// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"

#include <limits>

#include <boost/json/error.hpp>

namespace gatehouse::json {

const Value* member(const Object& object, std::string_view name) {
    return object.if_contains(boost::json::string_view(name.data(), name.size()));
}

std::optional<std::string_view> stringMember(const Object& object, std::string_view name) {
    const Value* value = member(object, name);
    if (value == nullptr || !value->is_string()) {
        return std::nullopt;
    }
    return view(value->get_string());
}

std::optional<std::int64_t> integerMember(const Object& object, std::string_view name) {
    const Value* value = member(object, name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (value->is_int64()) {
        return value->get_int64();
    }
    if (value->is_uint64() && value->get_uint64() <= std::uint64_t(std::numeric_limits<std::int64_t>::max())) {
        return std::int64_t(value->get_uint64());
    }
    return std::nullopt;
}

std::optional<bool> boolMember(const Object& object, std::string_view name) {
    const Value* value = member(object, name);
    if (value == nullptr || !value->is_bool()) {
        return std::nullopt;
    }
    return value->get_bool();
}

const Object* objectMember(const Object& object, std::string_view name) {
    const Value* value = member(object, name);
    return value == nullptr ? nullptr : value->if_object();
}

const Array* arrayMember(const Object& object, std::string_view name) {
    const Value* value = member(object, name);
    return value == nullptr ? nullptr : value->if_array();
}

std::optional<std::vector<std::string>> stringsMember(const Object& object, std::string_view name) {
    const Array* array = arrayMember(object, name);
    if (array == nullptr) {
        return std::nullopt;
    }
    std::vector<std::string> out;
    out.reserve(array->size());
    for (const Value& element : *array) {
        if (!element.is_string()) {
            return std::nullopt;
        }
        out.emplace_back(view(element.get_string()));
    }
    return out;
}

const Value* at(const Value& value, std::string_view pointer) {
    boost::json::error_code code;
    return value.find_pointer({pointer.data(), pointer.size()}, code);
}

void mergePatch(Value& target, const Value& patch) {
    const Object* changes = patch.if_object();
    if (changes == nullptr) {
        target = patch;
        return;
    }
    if (!target.is_object()) {
        target.emplace_object();
    }
    Object& object = target.get_object();
    for (const auto& change : *changes) {
        if (change.value().is_null()) {
            // The order of the rest stays: it is what a person sees.
            const auto found = object.find(change.key());
            if (found != object.end()) {
                object.stable_erase(found);
            }
        } else {
            mergePatch(object[change.key()], change.value());
        }
    }
}

Array toArray(const std::vector<std::string>& values) {
    Array array;
    array.reserve(values.size());
    for (const std::string& value : values) {
        array.emplace_back(boost::json::string_view(value.data(), value.size()));
    }
    return array;
}

} // namespace gatehouse::json
