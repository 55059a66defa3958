// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "scim/bound_filter.h"
#include "scim/text.h"

namespace gatehouse::scim {
namespace {

const json::Value* memberOf(const json::Value* holder, std::string_view name) {
    const json::Object* object = holder == nullptr ? nullptr : holder->if_object();
    return object == nullptr ? nullptr : json::member(*object, name);
}

const json::Value* rootValue(const AttributeRef& ref, const json::Object& resource) {
    if (ref.extension == nullptr) {
        return json::member(resource, ref.attribute->name);
    }
    return memberOf(json::member(resource, ref.extension->id), ref.attribute->name);
}

/// RFC 7643, 2.5: null and the empty list are no value; an empty text or object is none either (RFC 7644, pr).
bool isPresent(const json::Value& value) {
    if (const json::Array* list = value.if_array()) {
        return std::any_of(list->begin(), list->end(), isPresent);
    }
    if (const json::Object* object = value.if_object()) {
        return std::any_of(object->begin(), object->end(), [](const auto& each) { return isPresent(each.value()); });
    }
    return !value.is_null() && !(value.is_string() && value.get_string().empty());
}

template <class T>
bool holds(Comparison comparison, const T& a, const T& b) {
    switch (comparison) {
    case Comparison::Eq:
        return a == b;
    case Comparison::Ne:
        return !(a == b);
    case Comparison::Gt:
        return b < a;
    case Comparison::Ge:
        return !(a < b);
    case Comparison::Lt:
        return a < b;
    case Comparison::Le:
        return !(b < a);
    case Comparison::Co:
    case Comparison::Sw:
    case Comparison::Ew:
        break;
    }
    return false;
}

bool textHolds(Comparison comparison, std::string_view a, std::string_view b) {
    switch (comparison) {
    case Comparison::Co:
        return a.find(b) != std::string_view::npos;
    case Comparison::Sw:
        return a.starts_with(b);
    case Comparison::Ew:
        return a.ends_with(b);
    case Comparison::Eq:
    case Comparison::Ne:
    case Comparison::Gt:
    case Comparison::Ge:
    case Comparison::Lt:
    case Comparison::Le:
        break;
    }
    return holds(comparison, a, b);
}

bool numberHolds(Comparison comparison, const json::Value& a, const json::Value& b) {
    if (a.is_int64() && b.is_int64()) {
        return holds(comparison, a.get_int64(), b.get_int64());
    }
    return holds(comparison, a.to_number<double>(), b.to_number<double>());
}

bool valueHolds(const BoundFilter& filter, const json::Value& value) {
    if (filter.value.is_number()) {
        return value.is_number() && numberHolds(filter.comparison, value, filter.value);
    }
    if (filter.value.is_bool()) {
        return value.is_bool() && holds(filter.comparison, value.get_bool(), filter.value.get_bool());
    }
    if (!value.is_string()) {
        return false;
    }
    const std::string_view text = json::view(value.get_string());
    const Attribute& leaf = filter.attribute.leaf();
    if (leaf.type == Type::DateTime) {
        const Result<Time> instant = parseRfc3339(text);
        return instant && holds(filter.comparison, *instant, filter.instant);
    }
    return leaf.caseExact ? textHolds(filter.comparison, text, filter.text)
                          : textHolds(filter.comparison, foldCase(text), filter.text);
}

/// Calls `visit` with each value that the attribute has in `root`, until one call gives true.
template <class Visit>
bool anyValue(const AttributeRef& ref, const json::Value* root, const Visit& visit) {
    const auto one = [&](const json::Value& element) {
        const json::Value* value = ref.sub == nullptr ? &element : memberOf(&element, ref.sub->name);
        return value != nullptr && !value->is_null() && visit(*value);
    };
    if (root == nullptr) {
        return false;
    }
    const json::Array* list = root->if_array();
    return list == nullptr ? one(*root) : std::any_of(list->begin(), list->end(), one);
}

bool isMembersValue(const BoundFilter& filter) {
    const AttributeRef& ref = filter.attribute;
    return filter.kind == Filter::Kind::Compare && filter.comparison == Comparison::Eq && !filter.value.is_null() &&
           isMembers(ref) && ref.sub != nullptr && ref.sub->name == "value";
}

/// The id that is asked for, if the filter asks no more of the members than whether it is among them.
const std::string* askedMember(const BoundFilter& filter) {
    const BoundFilter& inner = filter.kind == Filter::Kind::ValuePath ? filter.children.front() : filter;
    return isMembersValue(inner) ? &inner.text : nullptr;
}

bool compareAll(const BoundFilter& filter, const json::Value* root) {
    const auto present = [](const json::Value& value) { return isPresent(value); };
    const bool isThere = anyValue(filter.attribute, root, present);
    if (filter.kind == Filter::Kind::Present || filter.value.is_null()) {
        const bool wanted = filter.kind == Filter::Kind::Present || filter.comparison == Comparison::Ne;
        return isThere == wanted;
    }
    if (anyValue(filter.attribute, root, [&](const json::Value& value) { return valueHolds(filter, value); })) {
        return true;
    }
    return filter.comparison == Comparison::Ne && !isThere;
}

template <class Term>
bool combine(const BoundFilter& filter, const Term& term) {
    switch (filter.kind) {
    case Filter::Kind::And:
        return std::all_of(filter.children.begin(), filter.children.end(), term);
    case Filter::Kind::Or:
        return std::any_of(filter.children.begin(), filter.children.end(), term);
    case Filter::Kind::Not:
        return !term(filter.children.front());
    case Filter::Kind::Compare:
    case Filter::Kind::Present:
    case Filter::Kind::ValuePath:
        break;
    }
    return false;
}

bool isCombination(const BoundFilter& filter) {
    return filter.kind == Filter::Kind::And || filter.kind == Filter::Kind::Or || filter.kind == Filter::Kind::Not;
}

bool anyElement(const BoundFilter& filter, const json::Value* root) {
    const auto fits = [&](const json::Value& element) { return matchesElement(filter.children.front(), element); };
    if (root == nullptr || root->is_null()) {
        return false;
    }
    const json::Array* list = root->if_array();
    return list == nullptr ? fits(*root) : std::any_of(list->begin(), list->end(), fits);
}

} // namespace

bool matchesElement(const BoundFilter& filter, const json::Value& element) {
    if (isCombination(filter)) {
        return combine(filter, [&](const BoundFilter& each) { return matchesElement(each, element); });
    }
    return compareAll(filter, &element);
}

bool matches(const BoundFilter& filter, const json::Object& resource, const IsMember& isMember) {
    if (isCombination(filter)) {
        return combine(filter, [&](const BoundFilter& each) { return matches(each, resource, isMember); });
    }
    const std::string* asked = isMember ? askedMember(filter) : nullptr;
    if (asked != nullptr) {
        return isMember(*asked);
    }
    const json::Value* root = rootValue(filter.attribute, resource);
    return filter.kind == Filter::Kind::ValuePath ? anyElement(filter, root) : compareAll(filter, root);
}

bool readsMembers(const BoundFilter& filter) {
    if (isCombination(filter)) {
        return std::any_of(filter.children.begin(), filter.children.end(), readsMembers);
    }
    return isMembers(filter.attribute) && askedMember(filter) == nullptr;
}

} // namespace gatehouse::scim
