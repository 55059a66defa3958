// SPDX-License-Identifier: Apache-2.0
#include "scim/schema.h"

#include <algorithm>

#include "scim/core_schemas.h"
#include "scim/text.h"

namespace gatehouse::scim {
namespace {

const Attribute* findIn(const std::vector<Attribute>& attributes, std::string_view wanted) {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& each) { return sameName(each.name, wanted); });
    return found == attributes.end() ? nullptr : &*found;
}

/// The attribute in the resource type's own schema or among the common ones.
const Attribute* findInRoot(const ResourceType& type, std::string_view wanted) {
    const Attribute* found = type.schema.find(wanted);
    return found != nullptr ? found : findIn(commonAttributes(), wanted);
}

AttributeRef findAnywhere(const ResourceType& type, std::string_view wanted) {
    if (const Attribute* found = findInRoot(type, wanted)) {
        return {nullptr, found, nullptr};
    }
    AttributeRef out;
    for (const Extension& extension : type.extensions) {
        const Attribute* found = extension.schema.find(wanted);
        if (found != nullptr && out.attribute != nullptr) {
            return {};
        }
        out = found != nullptr ? AttributeRef{&extension.schema, found, nullptr} : out;
    }
    return out;
}

AttributeRef findInSchema(const ResourceType& type, std::string_view urn, std::string_view wanted) {
    if (sameName(urn, type.schema.id)) {
        return {nullptr, findInRoot(type, wanted), nullptr};
    }
    const Schema* extension = findExtension(type, urn);
    return extension == nullptr ? AttributeRef() : AttributeRef{extension, extension->find(wanted), nullptr};
}

std::string wrongAttribute(const std::vector<Attribute>& attributes, bool nested) {
    for (const Attribute& each : attributes) {
        const bool complex = each.type == Type::Complex;
        if (!isAttributeName(each.name) || findIn(attributes, each.name) != &each || (nested && complex) ||
            complex == each.subAttributes.empty()) {
            return shownName(each.name) + ".";
        }
        const std::string below = wrongAttribute(each.subAttributes, true);
        if (!below.empty()) {
            return each.name + "." + below;
        }
    }
    return {};
}

} // namespace

const Attribute* Attribute::sub(std::string_view wanted) const {
    return findIn(subAttributes, wanted);
}

const Attribute* Schema::find(std::string_view wanted) const {
    return findIn(attributes, wanted);
}

std::string AttributeRef::text() const {
    std::string out = extension == nullptr ? "" : extension->id;
    if (attribute != nullptr) {
        out += (out.empty() ? "" : ":") + attribute->name;
    }
    return sub == nullptr ? out : out + "." + sub->name;
}

bool isMembers(const AttributeRef& ref) {
    return ref.extension == nullptr && ref.attribute != nullptr && ref.attribute->multiValued &&
           ref.attribute->name == "members";
}

const Schema* findExtension(const ResourceType& type, std::string_view urn) {
    const auto found = std::find_if(type.extensions.begin(), type.extensions.end(),
                                    [&](const Extension& each) { return sameName(each.schema.id, urn); });
    return found == type.extensions.end() ? nullptr : &found->schema;
}

std::optional<AttributeRef> resolve(const ResourceType& type, const AttributePath& path) {
    const std::string whole = path.text();
    if (whole.empty() || sameName(whole, type.schema.id)) {
        return AttributeRef();
    }
    if (const Schema* extension = findExtension(type, whole)) {
        return AttributeRef{extension, nullptr, nullptr};
    }
    if (path.attribute.empty()) {
        return std::nullopt;
    }
    AttributeRef out =
        path.schema.empty() ? findAnywhere(type, path.attribute) : findInSchema(type, path.schema, path.attribute);
    if (out.attribute == nullptr) {
        return std::nullopt;
    }
    if (path.sub.empty()) {
        return out;
    }
    out.sub = out.attribute->sub(path.sub);
    const bool simpleValue = out.attribute->multiValued && out.attribute->subAttributes.empty();
    if (out.sub == nullptr && !(simpleValue && sameName(path.sub, "value"))) {
        return std::nullopt;
    }
    return out;
}

Result<Schema> makeExtension(std::string id, std::string name, std::string description,
                             std::vector<Attribute> attributes) {
    const bool isUrn = sameName(std::string_view(id).substr(0, 4), "urn:") && std::count(id.begin(), id.end(), ':') > 1;
    if (!isUrn || !isSchemaUri(id) || id.ends_with(':')) {
        return fail(Code::InvalidArgument, "scim.schema_invalid", "the URN");
    }
    const std::string wrong = wrongAttribute(attributes, false);
    if (attributes.empty() || !wrong.empty()) {
        return fail(Code::InvalidArgument, "scim.schema_invalid", wrong.substr(0, wrong.find_last_not_of('.') + 1));
    }
    return Schema{std::move(id), std::move(name), std::move(description), std::move(attributes)};
}

} // namespace gatehouse::scim
