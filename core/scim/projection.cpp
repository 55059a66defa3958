// SPDX-License-Identifier: Apache-2.0
#include "scim/projection.h"

#include <algorithm>

#include "scim/text.h"

namespace gatehouse::scim {
namespace {

constexpr std::size_t kMaxNames = 100;

tl::unexpected<Error> refuse(std::string_view detail) {
    return fail(Code::InvalidArgument, "scim.projection", detail);
}

Status addName(std::string_view name, std::vector<AttributePath>& out) {
    const std::size_t first = name.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    auto path = parseAttributePath(name.substr(first, name.find_last_not_of(' ') - first + 1));
    if (!path || out.size() >= kMaxNames) {
        return refuse(path ? "too many names" : "not a name");
    }
    out.push_back(*std::move(path));
    return {};
}

Result<std::vector<AttributePath>> namesIn(std::string_view list) {
    std::vector<AttributePath> out;
    if (list.size() > 8192) {
        return refuse("too long");
    }
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        ENSURE(addName(list.substr(0, comma), out));
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return out;
}

Result<std::vector<AttributePath>> namesIn(const json::Value* value) {
    std::vector<AttributePath> out;
    if (value == nullptr || value->is_null()) {
        return out;
    }
    const json::Array* list = value->if_array();
    if (list == nullptr) {
        return value->is_string() ? namesIn(json::view(value->get_string())) : refuse("not a list");
    }
    for (const json::Value& each : *list) {
        if (!each.is_string()) {
            return refuse("not a name");
        }
        ENSURE(addName(json::view(each.get_string()), out));
    }
    return out;
}

Result<Projection> both(std::vector<AttributePath> only, std::vector<AttributePath> excluded) {
    if (!only.empty() && !excluded.empty()) {
        return refuse("attributes and excludedAttributes");
    }
    return Projection{std::move(only), std::move(excluded)};
}

/// The names of a projection as a type understands them.
class Names {
public:
    Names(const std::vector<AttributePath>& paths, const ResourceType& type) {
        for (const AttributePath& path : paths) {
            if (const auto ref = resolve(type, path)) {
                m_refs.push_back(*ref);
            }
        }
    }
    /// The attribute itself, or the extension that it belongs to.
    [[nodiscard]] bool whole(const Schema* extension, const Attribute& attribute) const {
        return std::any_of(m_refs.begin(), m_refs.end(), [&](const AttributeRef& ref) {
            const bool isExtension = ref.attribute == nullptr && ref.extension != nullptr && ref.extension == extension;
            return isExtension || (ref.attribute == &attribute && ref.sub == nullptr);
        });
    }
    /// The attribute, by its own name.
    [[nodiscard]] bool itself(const Attribute& attribute) const {
        return std::any_of(m_refs.begin(), m_refs.end(),
                           [&](const AttributeRef& ref) { return ref.attribute == &attribute; });
    }
    [[nodiscard]] bool part(const Attribute& attribute, const Attribute& sub) const {
        return std::any_of(m_refs.begin(), m_refs.end(),
                           [&](const AttributeRef& ref) { return ref.attribute == &attribute && ref.sub == &sub; });
    }
    [[nodiscard]] bool anyPart(const Attribute& attribute) const {
        return std::any_of(m_refs.begin(), m_refs.end(),
                           [&](const AttributeRef& ref) { return ref.attribute == &attribute && ref.sub != nullptr; });
    }

private:
    std::vector<AttributeRef> m_refs;
};

class Projector {
public:
    Projector(const ResourceType& type, const Projection& projection)
        : m_selects(!projection.only.empty())
        , m_only(projection.only, type)
        , m_excluded(projection.excluded, type) {}

    [[nodiscard]] bool shows(const Schema* extension, const Attribute& attribute) const {
        const bool named = attribute.returned == Returned::Request
                               ? m_only.itself(attribute)
                               : m_only.whole(extension, attribute) || m_only.anyPart(attribute);
        return decide(attribute, named, m_excluded.whole(extension, attribute));
    }

    [[nodiscard]] json::Value parts(const Schema* extension, const Attribute& attribute,
                                    const json::Value& value) const {
        if (const json::Array* list = value.if_array()) {
            json::Array out;
            for (const json::Value& each : *list) {
                json::Value element = parts(extension, attribute, each);
                if (!element.is_null()) {
                    out.push_back(std::move(element));
                }
            }
            return out.empty() ? json::Value() : json::Value(std::move(out));
        }
        const json::Object* object = value.if_object();
        if (object == nullptr) {
            return value;
        }
        json::Object out;
        for (const auto& each : *object) {
            const Attribute* sub = attribute.sub(view(each.key()));
            if (sub != nullptr && showsPart(extension, attribute, *sub)) {
                out[each.key()] = each.value();
            }
        }
        return out.empty() ? json::Value() : json::Value(std::move(out));
    }

private:
    [[nodiscard]] bool showsPart(const Schema* extension, const Attribute& attribute, const Attribute& sub) const {
        const bool whole = m_only.whole(extension, attribute) && sub.returned == Returned::Default;
        const bool always = attribute.returned == Returned::Always && !m_only.anyPart(attribute);
        return decide(sub, whole || always || m_only.part(attribute, sub), m_excluded.part(attribute, sub));
    }
    [[nodiscard]] bool decide(const Attribute& attribute, bool named, bool excluded) const {
        switch (attribute.returned) {
        case Returned::Always:
            return true;
        case Returned::Never:
            return false;
        case Returned::Request:
            return named;
        case Returned::Default:
            break;
        }
        return m_selects ? named : !excluded;
    }

    bool m_selects;
    Names m_only;
    Names m_excluded;
};

void projectInto(const Projector& projector, const Schema* extension, const std::vector<Attribute>& attributes,
                 const json::Object& from, json::Object& out) {
    for (const Attribute& attribute : attributes) {
        const json::Value* value = json::member(from, attribute.name);
        if (value == nullptr || !projector.shows(extension, attribute)) {
            continue;
        }
        json::Value shown = projector.parts(extension, attribute, *value);
        if (!shown.is_null()) {
            out[attribute.name] = std::move(shown);
        }
    }
}

} // namespace

Result<Projection> parseProjection(std::string_view attributes, std::string_view excludedAttributes) {
    TRY(only, namesIn(attributes));
    TRY(excluded, namesIn(excludedAttributes));
    return both(std::move(only), std::move(excluded));
}

Result<Projection> parseProjection(const json::Value* attributes, const json::Value* excludedAttributes) {
    TRY(only, namesIn(attributes));
    TRY(excluded, namesIn(excludedAttributes));
    return both(std::move(only), std::move(excluded));
}

json::Object project(const json::Object& resource, const ResourceType& type, const Projection& projection) {
    const Projector projector(type, projection);
    json::Object out;
    projectInto(projector, nullptr, commonAttributes(), resource, out);
    projectInto(projector, nullptr, type.schema.attributes, resource, out);
    for (const Extension& extension : type.extensions) {
        const json::Object* held = json::objectMember(resource, extension.schema.id);
        json::Object shown;
        if (held != nullptr) {
            projectInto(projector, &extension.schema, extension.schema.attributes, *held, shown);
        }
        if (!shown.empty()) {
            out[extension.schema.id] = std::move(shown);
        }
    }
    return out;
}

bool includes(const Projection& projection, const ResourceType& type, std::string_view attribute) {
    const Attribute* found = type.schema.find(attribute);
    return found != nullptr && Projector(type, projection).shows(nullptr, *found);
}

} // namespace gatehouse::scim
