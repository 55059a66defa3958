// SPDX-License-Identifier: Apache-2.0
#include "scim/patch.h"

#include <algorithm>

#include "scim/elements.h"
#include "scim/resource.h"
#include "scim/text.h"
#include "scim/value.h"

namespace gatehouse::scim {
namespace {

using Kind = Operation::Kind;

tl::unexpected<Error> refuse(std::string_view reason, const AttributeRef& ref) {
    return fail(Code::InvalidArgument, reason, ref.text());
}

void erase(json::Object& object, std::string_view name) {
    const auto found = object.find(jsonText(name));
    if (found != object.end()) {
        object.stable_erase(found);
    }
}

/// True if all that `wanted` says is so: what a client sends back as it read it is no change.
bool saysTheSame(const json::Value* current, const json::Value& wanted) {
    if (wanted.is_null()) {
        return current == nullptr;
    }
    if (current == nullptr) {
        return (wanted.is_array() && wanted.get_array().empty()) || (wanted.is_object() && wanted.get_object().empty());
    }
    const json::Object* parts = wanted.if_object();
    if (parts == nullptr || !current->is_object()) {
        return *current == wanted;
    }
    return std::all_of(parts->begin(), parts->end(), [&](const auto& each) {
        return saysTheSame(json::member(current->get_object(), view(each.key())), each.value());
    });
}

enum class Purpose { Patch, Build };

class Patcher {
public:
    /// `resource` has to outlive it.
    Patcher(const json::Object& resource, const ResourceType& type, Purpose purpose)
        : m_resource(resource)
        , m_type(type)
        , m_purpose(purpose)
        , m_members(json::arrayMember(resource, "members")) {}

    Status apply(const Operation& operation) {
        const AttributeRef& ref = operation.target.attribute;
        if (ref.attribute == nullptr) {
            return removeExtension(*ref.extension);
        }
        if (ref.attribute->mutability == Mutability::ReadOnly || ref.leaf().mutability == Mutability::ReadOnly) {
            return keepReadOnly(operation);
        }
        if (m_purpose == Purpose::Patch && isMembers(ref)) {
            return m_members.apply(operation);
        }
        if (ref.leaf().mutability == Mutability::Immutable && m_purpose == Purpose::Patch) {
            return applyImmutable(operation);
        }
        return write(operation);
    }

    Result<json::Object> finish() {
        settleSchemas(m_resource, m_type);
        ENSURE(checkRequired(m_resource, m_type));
        return std::move(m_resource);
    }

    [[nodiscard]] MemberDelta members() const { return m_members.delta(); }

private:
    Status write(const Operation& operation) {
        const AttributeRef& ref = operation.target.attribute;
        if (ref.attribute->multiValued && (operation.target.filter || ref.sub != nullptr)) {
            return writeElements(operation);
        }
        if (operation.kind == Kind::Remove) {
            return remove(operation);
        }
        json::Object& holder = holderFor(ref);
        if (ref.sub != nullptr) {
            json::Value& parent = holder[ref.attribute->name];
            if (!parent.is_object()) {
                parent.emplace_object();
            }
            return put(parent.get_object(), *ref.sub, operation);
        }
        return put(holder, *ref.attribute, operation);
    }

    /// Sets, joins or appends the value of one attribute of `holder`.
    Status put(json::Object& holder, const Attribute& attribute, const Operation& operation) {
        json::Value& place = holder[attribute.name];
        const bool joins = operation.kind == Kind::Add;
        if (joins && attribute.multiValued) {
            json::Array& list = place.is_array() ? place.get_array() : place.emplace_array();
            return appendElements(attribute, list, operation.value.get_array());
        }
        if (joins && place.is_object()) {
            joinParts(place.get_object(), operation.value.get_object());
            return {};
        }
        place = operation.value;
        return {};
    }

    Status remove(const Operation& operation) {
        const AttributeRef& ref = operation.target.attribute;
        if (ref.leaf().required && m_purpose == Purpose::Patch) {
            return refuse("scim.mutability", ref);
        }
        json::Object* holder = existingHolder(ref);
        json::Value* current = holder == nullptr ? nullptr : holder->if_contains(ref.attribute->name);
        if (current == nullptr) {
            return {};
        }
        if (const json::Array* elements = operation.value.if_array(); elements != nullptr && current->is_array()) {
            removeElements(*ref.attribute, current->get_array(), *elements);
        }
        if (ref.sub != nullptr && current->is_object()) {
            erase(current->get_object(), ref.sub->name);
        }
        const bool whole = ref.sub == nullptr && operation.value.is_null();
        if (whole || isUnassigned(*current)) {
            erase(*holder, ref.attribute->name);
        }
        return {};
    }

    /// Elements that the filter picks, or a part of the only element.
    Status writeElements(const Operation& operation) {
        const AttributeRef& ref = operation.target.attribute;
        json::Object* holder = existingHolder(ref);
        json::Value* current = holder == nullptr ? nullptr : holder->if_contains(ref.attribute->name);
        json::Array list = current == nullptr || !current->is_array() ? json::Array() : current->get_array();
        ENSURE(changeElements(operation, list));
        if (!list.empty()) {
            holderFor(ref)[ref.attribute->name] = std::move(list);
        } else if (holder != nullptr) {
            erase(*holder, ref.attribute->name);
        }
        return {};
    }

    Status removeExtension(const Schema& extension) {
        const json::Object* held = json::objectMember(m_resource, extension.id);
        if (held == nullptr) {
            return {};
        }
        for (const Attribute& attribute : extension.attributes) {
            const bool fixed = attribute.required || attribute.mutability == Mutability::ReadOnly ||
                               attribute.mutability == Mutability::Immutable;
            if (fixed && held->contains(attribute.name)) {
                return refuse("scim.mutability", {&extension, &attribute, nullptr});
            }
        }
        erase(m_resource, extension.id);
        return {};
    }

    Status keepReadOnly(const Operation& operation) const {
        const AttributeRef& ref = operation.target.attribute;
        if (operation.target.filter || operation.kind == Kind::Remove) {
            return refuse("scim.mutability", ref);
        }
        const bool same = ref.attribute->name == "schemas" ? namesKnownSchemas(operation.value)
                                                           : saysTheSame(currentValue(ref), operation.value);
        return same ? Status() : refuse("scim.mutability", ref);
    }

    [[nodiscard]] bool namesKnownSchemas(const json::Value& value) const {
        const json::Array* list = value.if_array();
        return list != nullptr && std::all_of(list->begin(), list->end(), [&](const json::Value& each) {
                   const std::string_view urn = each.is_string() ? json::view(each.get_string()) : std::string_view();
                   return sameName(urn, m_type.schema.id) || findExtension(m_type, urn) != nullptr;
               });
    }

    /// It may be given a value once (RFC 7643, 7).
    Status applyImmutable(const Operation& operation) {
        const AttributeRef& ref = operation.target.attribute;
        const json::Value* current = currentValue(ref);
        if (operation.target.filter) {
            return refuse("scim.mutability", ref);
        }
        if (current == nullptr) {
            return operation.kind == Kind::Remove ? Status() : write(operation);
        }
        const bool same = operation.kind != Kind::Remove && *current == operation.value;
        return same ? Status() : refuse("scim.mutability", ref);
    }

    [[nodiscard]] const json::Value* currentValue(const AttributeRef& ref) const {
        const json::Object* holder =
            ref.extension == nullptr ? &m_resource : json::objectMember(m_resource, ref.extension->id);
        const json::Value* value = holder == nullptr ? nullptr : json::member(*holder, ref.attribute->name);
        if (value == nullptr || ref.sub == nullptr) {
            return value;
        }
        return value->is_object() ? json::member(value->get_object(), ref.sub->name) : nullptr;
    }

    json::Object* existingHolder(const AttributeRef& ref) {
        if (ref.extension == nullptr) {
            return &m_resource;
        }
        json::Value* held = m_resource.if_contains(ref.extension->id);
        return held == nullptr ? nullptr : held->if_object();
    }

    json::Object& holderFor(const AttributeRef& ref) {
        if (ref.extension == nullptr) {
            return m_resource;
        }
        json::Value& held = m_resource[ref.extension->id];
        return held.is_object() ? held.get_object() : held.emplace_object();
    }

    json::Object m_resource;
    const ResourceType& m_type;
    Purpose m_purpose;
    MemberChanges m_members;
};

} // namespace

Result<Patched> applyPatch(const json::Object& resource, std::span<const Operation> operations,
                           const ResourceType& type) {
    Patcher patcher(resource, type, Purpose::Patch);
    for (const Operation& operation : operations) {
        ENSURE(patcher.apply(operation));
    }
    Patched out;
    TRY(after, patcher.finish());
    out.resource = std::move(after);
    out.members = patcher.members();
    out.changed = out.resource != resource || !out.members.empty();
    return out;
}

Result<Patched> patch(const json::Object& resource, const json::Value& body, const ResourceType& type) {
    TRY(operations, readPatch(body, type));
    return applyPatch(resource, operations, type);
}

Result<json::Object> buildResource(std::span<const Operation> operations, const ResourceType& type) {
    const json::Object nothing;
    Patcher patcher(nothing, type, Purpose::Build);
    for (const Operation& operation : operations) {
        ENSURE(patcher.apply(operation));
    }
    return patcher.finish();
}

} // namespace gatehouse::scim
