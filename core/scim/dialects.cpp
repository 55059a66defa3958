// SPDX-License-Identifier: Apache-2.0
#include "scim/dialects.h"

#include <algorithm>
#include <set>

#include "scim/text.h"
#include "scim/value.h"

namespace gatehouse::scim {
namespace {

using Kind = Operation::Kind;

tl::unexpected<Error> refuse(std::string_view reason, std::string_view detail = {}) {
    return fail(Code::InvalidArgument, reason, detail);
}

std::string shownPath(const Path& path) {
    return shownName(path.attribute.text());
}

/// Only the service writes it, or a part of it that is meant.
bool isReadOnly(const AttributeRef& ref) {
    return ref.attribute != nullptr &&
           (ref.attribute->mutability == Mutability::ReadOnly || ref.leaf().mutability == Mutability::ReadOnly);
}

enum class Purpose { Patch, Body };

/// Collects operations in their strict form.
class Reader {
public:
    Reader(const ResourceType& type, Purpose purpose)
        : m_type(type)
        , m_purpose(purpose) {}

    Status pathless(Kind kind, const json::Value& value) {
        const json::Array* list = value.if_array();
        const json::Value& inner = list != nullptr && list->size() == 1 ? list->front() : value;
        const json::Object* attributes = inner.if_object();
        if (attributes == nullptr) {
            return refuse("scim.syntax", "value");
        }
        return every(kind, *attributes, {});
    }

    Status at(Kind kind, std::string_view text, const json::Value* value) {
        TRY(path, parsePath(text));
        TRY(target, resolvePath(m_type, path));
        if (target.attribute.attribute == nullptr) {
            return schemaAsWhole(kind, target, value);
        }
        return kind == Kind::Remove ? remove(std::move(target), value) : set(kind, std::move(target), value);
    }

    [[nodiscard]] std::vector<Operation> take() { return std::move(m_operations); }

private:
    /// Each member of an object as an operation; `urn` is the extension that the object belongs to.
    Status every(Kind kind, const json::Object& attributes, const std::string& urn) {
        std::set<std::string> seen;
        for (const auto& each : attributes) {
            const std::string_view name = view(each.key());
            if (!urn.empty() && sameName(name, "schemas") && each.value().is_array()) {
                continue; // some clients write an extension as if it were a resource of its own
            }
            auto path = parsePath(urn.empty() ? std::string(name) : urn + ":" + std::string(name));
            auto target = path ? resolvePath(m_type, *path) : tl::unexpected<Error>(path.error());
            const bool unknown = !target || path->attribute.text().empty();
            if (unknown && each.value().is_null()) {
                continue;
            }
            if (unknown) {
                return refuse("scim.unknown_attribute", shownName(name));
            }
            if (!path->filter && !seen.insert(target->attribute.text()).second) {
                return refuse("scim.duplicate_attribute", shownPath(*path));
            }
            ENSURE(one(kind, *std::move(target), each.value()));
        }
        return {};
    }

    Status one(Kind kind, Target target, const json::Value& value) {
        if (target.attribute.attribute == nullptr) {
            return schemaAsWhole(kind, target, &value);
        }
        return set(kind, std::move(target), &value);
    }

    /// A whole extension, or the resource type's own schema around its attributes.
    Status schemaAsWhole(Kind kind, const Target& target, const json::Value* value) {
        const Schema* extension = target.attribute.extension;
        if (value == nullptr && kind != Kind::Remove) {
            return refuse("scim.value", target.attribute.text());
        }
        if (value == nullptr || value->is_null()) {
            if (extension == nullptr) {
                return refuse("scim.no_target", "path");
            }
            if (kind != Kind::Add) {
                m_operations.push_back({Kind::Remove, target, {}});
            }
            return {};
        }
        if (kind == Kind::Remove) {
            return refuse("scim.value", target.attribute.text());
        }
        const json::Object* attributes = value->if_object();
        if (attributes == nullptr) {
            return refuse("scim.value", extension == nullptr ? "value" : extension->id);
        }
        if (++m_nesting > 1) {
            return refuse("scim.syntax", "value");
        }
        ENSURE(every(kind, *attributes, extension == nullptr ? "" : extension->id));
        --m_nesting;
        return {};
    }

    Status set(Kind kind, Target target, const json::Value* value) {
        if (value == nullptr) {
            return refuse("scim.value", target.attribute.text());
        }
        if (isReadOnly(target.attribute)) {
            if (m_purpose == Purpose::Patch) {
                m_operations.push_back({kind, std::move(target), *value});
            }
            return {};
        }
        const bool wantsElement = target.filter && target.attribute.sub == nullptr;
        const Attribute& leaf = target.attribute.leaf();
        TRY(normal, wantsElement ? normalizeElement(leaf, *value) : normalizeValue(leaf, *value));
        if (!normal.is_null()) {
            m_operations.push_back({kind, std::move(target), std::move(normal)});
        } else if (kind == Kind::Replace) {
            m_operations.push_back({Kind::Remove, std::move(target), {}});
        }
        return {};
    }

    /// A list's elements may be named in the value. What a single attribute is said to have does not matter: it goes.
    Status remove(Target target, const json::Value* value) {
        const bool named = value != nullptr && !value->is_null();
        const bool wholeList =
            !target.filter && target.attribute.sub == nullptr && target.attribute.attribute->multiValued;
        if (named && target.filter && target.attribute.sub == nullptr) {
            return refuse("scim.value", target.attribute.text());
        }
        if (!named || !wholeList || isReadOnly(target.attribute)) {
            m_operations.push_back({Kind::Remove, std::move(target), {}});
            return {};
        }
        TRY(elements, normalizeValue(*target.attribute.attribute, *value));
        const bool empty = value->is_array() && value->get_array().empty();
        if (elements.is_null()) {
            return empty ? Status() : refuse("scim.value", target.attribute.text());
        }
        m_operations.push_back({Kind::Remove, std::move(target), std::move(elements)});
        return {};
    }

    const ResourceType& m_type;
    Purpose m_purpose;
    std::vector<Operation> m_operations;
    int m_nesting = 0;
};

/// The members of one operation, whatever their case. Several of one name are refused.
struct Written {
    const json::Value* op = nullptr;
    const json::Value* path = nullptr;
    const json::Value* value = nullptr;
};

Result<Written> readMembers(const json::Object& object) {
    Written out;
    for (const auto& each : object) {
        const std::string_view name = view(each.key());
        const json::Value** place = sameName(name, "op")      ? &out.op
                                    : sameName(name, "path")  ? &out.path
                                    : sameName(name, "value") ? &out.value
                                                              : nullptr;
        if (place == nullptr && !sameName(name, "name") && !each.value().is_null()) {
            return refuse("scim.syntax", shownName(name));
        }
        if (place != nullptr && *place != nullptr) {
            return refuse("scim.duplicate_attribute", shownName(name));
        }
        if (place != nullptr) {
            *place = &each.value();
        }
    }
    return out;
}

Result<Kind> kindNamed(const json::Value* op) {
    const std::string_view word = op == nullptr || !op->is_string() ? "" : json::view(op->get_string());
    if (sameName(word, "add")) {
        return Kind::Add;
    }
    if (sameName(word, "replace")) {
        return Kind::Replace;
    }
    return sameName(word, "remove") ? Result<Kind>(Kind::Remove) : refuse("scim.patch_op", shownName(word));
}

Status readOperation(const json::Value& operation, Reader& reader) {
    const json::Object* object = operation.if_object();
    if (object == nullptr) {
        return refuse("scim.syntax", "Operations");
    }
    TRY(written, readMembers(*object));
    TRY(kind, kindNamed(written.op));
    const bool hasPath = written.path != nullptr && !written.path->is_null();
    if (hasPath && !written.path->is_string()) {
        return refuse("scim.path", "not a text");
    }
    const std::string_view path = hasPath ? json::view(written.path->get_string()) : std::string_view();
    if (path.find_first_not_of(' ') != std::string_view::npos) {
        return reader.at(kind, path, written.value);
    }
    if (kind == Kind::Remove) {
        return refuse("scim.no_target", "path");
    }
    return written.value == nullptr ? refuse("scim.value", "value") : reader.pathless(kind, *written.value);
}

bool namesPatch(const json::Value& schemas) {
    const json::Array* list = schemas.if_array();
    return list != nullptr && std::any_of(list->begin(), list->end(), [](const json::Value& each) {
               return each.is_string() && sameName(json::view(each.get_string()), kPatchSchema);
           });
}

/// The list of operations of a PatchOp. Nothing else may be in it; `schemas` is often forgotten and says nothing new.
Result<const json::Array*> operationsOf(const json::Value& body) {
    if (const json::Array* bare = body.if_array()) {
        return bare;
    }
    const json::Object* object = body.if_object();
    const json::Array* operations = nullptr;
    if (object == nullptr) {
        return refuse("scim.syntax", "body");
    }
    for (const auto& each : *object) {
        const std::string_view name = view(each.key());
        if (sameName(name, "schemas")) {
            if (!namesPatch(each.value())) {
                return refuse("scim.schemas");
            }
        } else if (sameName(name, "operations") && operations == nullptr) {
            operations = each.value().if_array();
        } else if (!each.value().is_null()) {
            return refuse("scim.syntax", shownName(name));
        }
    }
    return operations != nullptr && !operations->empty() ? Result<const json::Array*>(operations)
                                                         : refuse("scim.syntax", "Operations");
}

} // namespace

Result<std::vector<Operation>> readPatch(const json::Value& body, const ResourceType& type) {
    TRY(operations, operationsOf(body));
    if (operations->size() > kMaxOperations) {
        return refuse("scim.patch_too_large", "Operations");
    }
    Reader reader(type, Purpose::Patch);
    for (const json::Value& each : *operations) {
        ENSURE(readOperation(each, reader));
    }
    return reader.take();
}

Result<std::vector<Operation>> readBody(const json::Object& body, const ResourceType& type) {
    Reader reader(type, Purpose::Body);
    ENSURE(reader.pathless(Kind::Replace, json::Value(body)));
    return reader.take();
}

Status checkSchemas(const json::Object& body, const ResourceType& type) {
    const json::Array* list = nullptr;
    for (const auto& each : body) {
        list = sameName(view(each.key()), "schemas") ? each.value().if_array() : list;
    }
    bool own = false;
    const bool texts = list != nullptr && std::all_of(list->begin(), list->end(), [&](const json::Value& each) {
                           own = own || (each.is_string() && sameName(json::view(each.get_string()), type.schema.id));
                           return each.is_string();
                       });
    return texts && own ? Status() : refuse("scim.schemas");
}

} // namespace gatehouse::scim
