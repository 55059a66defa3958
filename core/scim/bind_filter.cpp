// SPDX-License-Identifier: Apache-2.0
#include "scim/bound_filter.h"
#include "scim/text.h"
#include "scim/value.h"

namespace gatehouse::scim {
namespace {

bool isEquality(Comparison comparison) {
    return comparison == Comparison::Eq || comparison == Comparison::Ne;
}
bool isPart(Comparison comparison) {
    return comparison == Comparison::Co || comparison == Comparison::Sw || comparison == Comparison::Ew;
}

bool canCompare(Type type, Comparison comparison) {
    switch (type) {
    case Type::String:
    case Type::Reference:
        return true;
    case Type::Decimal:
    case Type::Integer:
    case Type::DateTime:
        return !isPart(comparison);
    case Type::Boolean:
    case Type::Binary:
        return isEquality(comparison);
    case Type::Complex:
        break;
    }
    return false;
}

tl::unexpected<Error> refuse(std::string_view reason, const AttributePath& path) {
    return fail(Code::InvalidArgument, reason, shownName(path.attribute));
}

bool isHidden(const AttributeRef& ref) {
    return ref.attribute->returned == Returned::Never || ref.leaf().returned == Returned::Never;
}

Result<json::Value> typed(const Attribute& leaf, const json::Value& value) {
    switch (leaf.type) {
    case Type::String:
    case Type::Reference:
    case Type::Binary:
        return value.is_string() ? Result<json::Value>(value) : fail(Code::InvalidArgument, "scim.value");
    case Type::Decimal:
    case Type::Integer:
        return value.is_number() ? Result<json::Value>(value) : normalizeScalar(leaf, value);
    case Type::Boolean:
    case Type::DateTime:
    case Type::Complex:
        break;
    }
    return normalizeScalar(leaf, value);
}

Status bindValue(const Filter& filter, BoundFilter& out) {
    const Attribute& leaf = out.attribute.leaf();
    if (filter.value.is_null()) {
        return isEquality(filter.comparison) ? Status() : refuse("scim.filter_operator", filter.path);
    }
    if (!canCompare(leaf.type, filter.comparison)) {
        return refuse("scim.filter_operator", filter.path);
    }
    auto value = typed(leaf, filter.value);
    if (!value) {
        return refuse("scim.filter_value", filter.path);
    }
    out.value = *std::move(value);
    if (out.value.is_string()) {
        const std::string_view text = json::view(out.value.get_string());
        out.text = leaf.caseExact ? std::string(text) : foldCase(text);
    }
    if (leaf.type == Type::DateTime) {
        out.instant = parseRfc3339(out.text).value_or(Time());
    }
    return {};
}

/// What a name in the filter stands for: an attribute of the resource, or a part of one element of a list.
struct Scope {
    const ResourceType* type = nullptr;
    const AttributeRef* list = nullptr;

    [[nodiscard]] std::optional<AttributeRef> find(const AttributePath& path) const {
        if (list == nullptr) {
            return resolve(*type, path);
        }
        if (!path.schema.empty() || !path.sub.empty()) {
            return std::nullopt;
        }
        AttributeRef out = *list;
        out.sub = list->attribute->sub(path.attribute);
        const bool element = list->attribute->subAttributes.empty() && sameName(path.attribute, "value");
        return out.sub != nullptr || element ? std::optional(out) : std::nullopt;
    }
};

Result<BoundFilter> bindIn(const Filter& filter, const Scope& scope);

Status bindChildren(const Filter& filter, const Scope& scope, BoundFilter& out) {
    out.children.reserve(filter.children.size());
    for (const Filter& child : filter.children) {
        TRY(bound, bindIn(child, scope));
        out.children.push_back(std::move(bound));
    }
    return {};
}

/// A list or complex attribute that is compared as a whole means its `value`.
void descendToValue(AttributeRef& ref) {
    if (ref.sub == nullptr && ref.attribute->type == Type::Complex) {
        ref.sub = ref.attribute->sub("value");
    }
}

Result<BoundFilter> bindIn(const Filter& filter, const Scope& scope) {
    BoundFilter out;
    out.kind = filter.kind;
    out.comparison = filter.comparison;
    if (filter.kind == Filter::Kind::And || filter.kind == Filter::Kind::Or || filter.kind == Filter::Kind::Not) {
        ENSURE(bindChildren(filter, scope, out));
        return out;
    }
    const std::optional<AttributeRef> found = scope.find(filter.path);
    if (!found || found->attribute == nullptr || isHidden(*found)) {
        return refuse("scim.filter_attribute", filter.path);
    }
    out.attribute = *found;
    if (filter.kind == Filter::Kind::ValuePath) {
        if (!found->attribute->multiValued && found->attribute->type != Type::Complex) {
            return refuse("scim.filter_operator", filter.path);
        }
        ENSURE(bindChildren(filter, {scope.type, &out.attribute}, out));
        return out;
    }
    if (filter.kind == Filter::Kind::Compare) {
        descendToValue(out.attribute);
        ENSURE(bindValue(filter, out));
    }
    return out;
}

} // namespace

Result<BoundFilter> bind(const Filter& filter, const ResourceType& type) {
    return bindIn(filter, {&type, nullptr});
}

Result<BoundFilter> bindElement(const Filter& filter, const AttributeRef& list) {
    return bindIn(filter, {nullptr, &list});
}

} // namespace gatehouse::scim
