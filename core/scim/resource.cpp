// SPDX-License-Identifier: Apache-2.0
#include "scim/resource.h"

#include <algorithm>

#include "scim/core_schemas.h"
#include "scim/dialects.h"
#include "scim/patch.h"
#include "scim/text.h"

namespace gatehouse::scim {
namespace {

const json::Value* memberOf(const json::Object* object, std::string_view name) {
    return object == nullptr ? nullptr : json::member(*object, name);
}

Status checkRequiredIn(const json::Object* holder, const std::vector<Attribute>& attributes,
                       const std::string& prefix) {
    for (const Attribute& attribute : attributes) {
        const json::Value* value = memberOf(holder, attribute.name);
        const bool empty = value == nullptr || value->is_null() || (value->is_string() && value->get_string().empty());
        if (attribute.required && attribute.mutability != Mutability::ReadOnly && empty) {
            return fail(Code::InvalidArgument, "scim.required", prefix + attribute.name);
        }
    }
    return {};
}

/// Both as they were before, unless the client wrote what it may not.
Status keepFixed(const json::Object* before, const std::vector<Attribute>& attributes, json::Object& after) {
    for (const Attribute& attribute : attributes) {
        const json::Value* old = memberOf(before, attribute.name);
        if (old == nullptr ||
            (attribute.mutability != Mutability::ReadOnly && attribute.mutability != Mutability::Immutable)) {
            continue;
        }
        const json::Value* now = json::member(after, attribute.name);
        if (attribute.mutability == Mutability::Immutable && now != nullptr && *now != *old) {
            return fail(Code::InvalidArgument, "scim.mutability", attribute.name);
        }
        after[attribute.name] = *old;
    }
    return {};
}

bool sameValue(const json::Value* a, const json::Value* b) {
    if (a == nullptr || b == nullptr) {
        return a == b;
    }
    const json::Array* left = a->if_array();
    const json::Array* right = b->if_array();
    if (left == nullptr || right == nullptr) {
        return *a == *b;
    }
    if (left->size() != right->size()) {
        return false;
    }
    const auto texts = [](const json::Array& list) {
        std::vector<std::string> out;
        out.reserve(list.size());
        for (const json::Value& each : list) {
            out.push_back(json::canonical(each));
        }
        std::sort(out.begin(), out.end());
        return out;
    };
    return texts(*left) == texts(*right);
}

class Comparer {
public:
    std::vector<Change> take() { return std::move(m_changes); }

    void attributes(const json::Object* before, const json::Object* after, const std::vector<Attribute>& attributes,
                    const std::string& prefix, bool secret) {
        for (const Attribute& attribute : attributes) {
            const json::Value* old = memberOf(before, attribute.name);
            const json::Value* now = memberOf(after, attribute.name);
            const bool hidden = secret || attribute.returned == Returned::Never;
            if (attribute.type == Type::Complex && !attribute.multiValued) {
                this->attributes(old == nullptr ? nullptr : old->if_object(),
                                 now == nullptr ? nullptr : now->if_object(), attribute.subAttributes,
                                 prefix + attribute.name + ".", hidden);
            } else if (!sameValue(old, now)) {
                m_changes.push_back({prefix + attribute.name, hidden || old == nullptr ? json::Value() : *old,
                                     hidden || now == nullptr ? json::Value() : *now});
            }
        }
    }

private:
    std::vector<Change> m_changes;
};

} // namespace

Result<json::Object> readCreate(const json::Object& body, const ResourceType& type) {
    ENSURE(checkSchemas(body, type));
    TRY(operations, readBody(body, type));
    return buildResource(operations, type);
}

Result<json::Object> readReplace(const json::Object& before, const json::Object& body, const ResourceType& type) {
    TRY(after, readCreate(body, type));
    ENSURE(keepFixed(&before, commonAttributes(), after));
    ENSURE(keepFixed(&before, type.schema.attributes, after));
    for (const Extension& extension : type.extensions) {
        const std::string& urn = extension.schema.id;
        const json::Object* written = json::objectMember(after, urn);
        json::Object held = written == nullptr ? json::Object() : *written;
        ENSURE(keepFixed(json::objectMember(before, urn), extension.schema.attributes, held));
        after[urn] = std::move(held);
    }
    settleSchemas(after, type);
    return after;
}

void settleSchemas(json::Object& resource, const ResourceType& type) {
    json::Array schemas{json::Value(type.schema.id)};
    for (const Extension& extension : type.extensions) {
        const auto found = resource.find(extension.schema.id);
        if (found == resource.end()) {
            continue;
        }
        const json::Object* held = found->value().if_object();
        if (held != nullptr && !held->empty()) {
            schemas.push_back(json::Value(extension.schema.id));
        } else {
            resource.stable_erase(found);
        }
    }
    resource["schemas"] = std::move(schemas);
}

Status checkRequired(const json::Object& resource, const ResourceType& type) {
    ENSURE(checkRequiredIn(&resource, type.schema.attributes, ""));
    for (const Extension& extension : type.extensions) {
        const json::Object* held = json::objectMember(resource, extension.schema.id);
        if (held != nullptr || extension.required) {
            ENSURE(checkRequiredIn(held, extension.schema.attributes, extension.schema.id + ":"));
        }
    }
    return {};
}

std::vector<Change> compareResources(const json::Object& before, const json::Object& after, const ResourceType& type) {
    Comparer comparer;
    std::vector<Attribute> common = commonAttributes();
    std::erase_if(common, [](const Attribute& each) { return each.name == "schemas" || each.name == "meta"; });
    comparer.attributes(&before, &after, common, "", false);
    comparer.attributes(&before, &after, type.schema.attributes, "", false);
    for (const Extension& extension : type.extensions) {
        const std::string& urn = extension.schema.id;
        comparer.attributes(json::objectMember(before, urn), json::objectMember(after, urn),
                            extension.schema.attributes, urn + ":", false);
    }
    return comparer.take();
}

} // namespace gatehouse::scim
