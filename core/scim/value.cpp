// SPDX-License-Identifier: Apache-2.0
#include "scim/value.h"

#include <algorithm>
#include <charconv>

#include "base/encoding.h"
#include "base/time.h"
#include "scim/text.h"

namespace gatehouse::scim {
namespace {

tl::unexpected<Error> refuse(std::string_view reason, const Attribute& attribute) {
    return fail(Code::InvalidArgument, reason, attribute.name);
}

Result<json::Value> textValue(const Attribute& attribute, const json::Value& value) {
    const std::size_t most = attribute.type == Type::String ? kMaxText : kMaxLongText;
    if (!value.is_string()) {
        return refuse("scim.value", attribute);
    }
    if (value.get_string().size() > most) {
        return refuse("scim.too_long", attribute);
    }
    const auto& known = attribute.canonicalValues;
    if (attribute.closed && std::find(known.begin(), known.end(), json::view(value.get_string())) == known.end()) {
        return refuse("scim.value", attribute);
    }
    return value;
}

Result<json::Value> binaryValue(const Attribute& attribute, const json::Value& value) {
    TRY(text, textValue(attribute, value));
    const std::string_view view = json::view(text.get_string());
    if (!base64Decode(view) && !base64UrlDecode(view)) {
        return refuse("scim.value", attribute);
    }
    return text;
}

Result<json::Value> momentValue(const Attribute& attribute, const json::Value& value) {
    if (!value.is_string() || !parseRfc3339(json::view(value.get_string()))) {
        return refuse("scim.value", attribute);
    }
    return value;
}

Result<json::Value> booleanValue(const Attribute& attribute, const json::Value& value) {
    if (value.is_string()) {
        const std::string_view text = json::view(value.get_string());
        if (sameName(text, "true") || sameName(text, "false")) {
            return json::Value(sameName(text, "true"));
        }
    }
    return value.is_bool() ? Result<json::Value>(value) : refuse("scim.value", attribute);
}

bool isWhole(const json::Value& number) {
    if (!number.is_double()) {
        return true;
    }
    constexpr double kExact = 9007199254740992.0; // 2^53
    const double value = number.get_double();
    return value >= -kExact && value <= kExact && value == static_cast<double>(static_cast<std::int64_t>(value));
}

Result<json::Value> numberValue(const Attribute& attribute, const json::Value& value) {
    json::Value number = value;
    if (value.is_string()) {
        auto read = json::parse(json::view(value.get_string()));
        number = read ? *std::move(read) : json::Value();
    }
    if (!number.is_number() || (attribute.type == Type::Integer && !isWhole(number))) {
        return refuse("scim.value", attribute);
    }
    if (attribute.type == Type::Integer && number.is_double()) {
        return json::Value(static_cast<std::int64_t>(number.get_double()));
    }
    return number;
}

bool isEmptyText(const json::Value& value) {
    return value.is_string() && value.get_string().empty();
}

Error below(const Attribute& attribute, Error error) {
    error.detail = attribute.name + "." + error.detail;
    return error;
}

Status addPart(const Attribute& attribute, std::string_view name, const json::Value& value, json::Object& out) {
    const Attribute* part = attribute.sub(name);
    if (part == nullptr) {
        return value.is_null()
                   ? Status()
                   : fail(Code::InvalidArgument, "scim.unknown_attribute", attribute.name + "." + shownName(name));
    }
    if (part->mutability == Mutability::ReadOnly) {
        return {};
    }
    auto normal = normalizeValue(*part, value);
    if (!normal) {
        return tl::unexpected<Error>(below(attribute, normal.error()));
    }
    if (normal->is_null()) {
        return {};
    }
    if (out.contains(part->name)) {
        return fail(Code::InvalidArgument, "scim.duplicate_attribute", attribute.name + "." + part->name);
    }
    out[part->name] = *std::move(normal);
    return {};
}

Result<json::Value> complexValue(const Attribute& attribute, const json::Value& value) {
    json::Object out;
    if (const json::Object* object = value.if_object()) {
        for (const auto& each : *object) {
            ENSURE(addPart(attribute, view(each.key()), each.value(), out));
        }
    } else if (!value.is_array() && attribute.sub("value") != nullptr && !isEmptyText(value)) {
        ENSURE(addPart(attribute, "value", value, out));
    } else if (!isEmptyText(value)) {
        return refuse("scim.value", attribute);
    }
    return out.empty() ? json::Value() : json::Value(std::move(out));
}

Status checkParts(const Attribute& attribute, const json::Value& value) {
    const json::Object* object = value.if_object();
    for (const Attribute& part : attribute.subAttributes) {
        const bool wanted = part.required && part.mutability != Mutability::ReadOnly;
        if (wanted && (object == nullptr || !object->contains(part.name))) {
            return fail(Code::InvalidArgument, "scim.required", attribute.name + "." + part.name);
        }
    }
    return {};
}

Result<json::Value> wholeElement(const Attribute& attribute, const json::Value& value) {
    TRY(element, normalizeElement(attribute, value));
    if (!element.is_null()) {
        ENSURE(checkParts(attribute, element));
    }
    return element;
}

Result<json::Value> listValue(const Attribute& attribute, const json::Array& list) {
    if (list.size() > (attribute.name == "members" ? kMaxMembers : kMaxElements)) {
        return refuse("scim.too_many_values", attribute);
    }
    json::Array out;
    out.reserve(list.size());
    for (const json::Value& each : list) {
        if (each.is_array()) {
            return refuse("scim.value", attribute);
        }
        TRY(element, wholeElement(attribute, each));
        if (!element.is_null()) {
            out.push_back(std::move(element));
        }
    }
    if (countPrimary(out) > 1) {
        return refuse("scim.primary", attribute);
    }
    return out.empty() ? json::Value() : json::Value(std::move(out));
}

const json::Value* part(const json::Value& element, std::string_view name) {
    const json::Object* object = element.if_object();
    return object == nullptr ? nullptr : json::member(*object, name);
}

bool sameScalar(const Attribute& attribute, const json::Value& a, const json::Value& b) {
    if (a.is_string() && b.is_string()) {
        return sameText(json::view(a.get_string()), json::view(b.get_string()), attribute.caseExact);
    }
    return a == b;
}

} // namespace

Result<json::Value> normalizeScalar(const Attribute& attribute, const json::Value& value) {
    switch (attribute.type) {
    case Type::String:
    case Type::Reference:
        return textValue(attribute, value);
    case Type::Binary:
        return binaryValue(attribute, value);
    case Type::DateTime:
        return momentValue(attribute, value);
    case Type::Boolean:
        return booleanValue(attribute, value);
    case Type::Decimal:
    case Type::Integer:
        return numberValue(attribute, value);
    case Type::Complex:
        break;
    }
    return refuse("scim.value", attribute);
}

Result<json::Value> normalizeElement(const Attribute& attribute, const json::Value& value) {
    if (value.is_null()) {
        return json::Value();
    }
    if (const json::Array* list = value.if_array()) {
        return list->size() == 1 && !list->front().is_array() ? normalizeElement(attribute, list->front())
               : list->empty()                                ? Result<json::Value>(json::Value())
                                                              : refuse("scim.value", attribute);
    }
    if (attribute.type == Type::Complex) {
        return complexValue(attribute, value);
    }
    const bool isText = attribute.type == Type::String || attribute.type == Type::Reference;
    return !isText && isEmptyText(value) ? json::Value() : normalizeScalar(attribute, value);
}

Result<json::Value> normalizeValue(const Attribute& attribute, const json::Value& value) {
    if (!attribute.multiValued) {
        return wholeElement(attribute, value);
    }
    if (value.is_null()) {
        return json::Value();
    }
    const json::Array* list = value.if_array();
    return list == nullptr ? listValue(attribute, json::Array{value}) : listValue(attribute, *list);
}

bool sameElement(const Attribute& list, const json::Value& a, const json::Value& b) {
    const Attribute* value = list.sub("value");
    if (list.subAttributes.empty()) {
        return sameScalar(list, a, b);
    }
    const json::Value* valueOfA = value == nullptr ? nullptr : part(a, value->name);
    const json::Value* valueOfB = value == nullptr ? nullptr : part(b, value->name);
    if (valueOfA == nullptr || valueOfB == nullptr) {
        return a == b;
    }
    if (!sameScalar(*value, *valueOfA, *valueOfB)) {
        return false;
    }
    const Attribute* type = list.sub("type");
    const json::Value* typeOfB = type == nullptr ? nullptr : part(b, type->name);
    const json::Value* typeOfA = type == nullptr ? nullptr : part(a, type->name);
    return typeOfB == nullptr || (typeOfA != nullptr && sameScalar(*type, *typeOfA, *typeOfB));
}

std::size_t countPrimary(const json::Array& list) {
    return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [](const json::Value& each) {
        const json::Value* primary = part(each, "primary");
        return primary != nullptr && primary->is_bool() && primary->get_bool();
    }));
}

} // namespace gatehouse::scim
