// SPDX-License-Identifier: Apache-2.0
#include "catalog/scim_extension.h"

#include "scim/core_schemas.h"

namespace gatehouse::catalog {
namespace {

scim::Type typeOf(std::string_view name) {
    return name == "boolean"     ? scim::Type::Boolean
           : name == "integer"   ? scim::Type::Integer
           : name == "decimal"   ? scim::Type::Decimal
           : name == "dateTime"  ? scim::Type::DateTime
           : name == "reference" ? scim::Type::Reference
                                 : scim::Type::String;
}

scim::Attribute attributeOf(const Element& element) {
    scim::Attribute out;
    out.name = element.name;
    out.description = element.description;
    out.type = typeOf(element.type);
    out.multiValued = element.multiValued;
    out.caseExact = true;
    out.canonicalValues = element.allowedValues;
    out.closed = !element.allowedValues.empty();
    if (out.type == scim::Type::Reference) {
        out.referenceTypes = {"external"};
    }
    return out;
}

/// What SCIM says by itself of an attribute of that name.
std::optional<scim::AttributeRef> standard(std::string_view name) {
    static const scim::ResourceType type = scim::userType();
    return scim::resolve(type, scim::AttributePath{{}, std::string(name), {}});
}

} // namespace

Result<std::optional<scim::Schema>> extensionOf(const std::vector<Element>& elements) {
    std::vector<scim::Attribute> attributes;
    for (const Element& element : elements) {
        if (!standard(element.name)) {
            attributes.push_back(attributeOf(element));
        }
    }
    if (attributes.empty()) {
        return std::optional<scim::Schema>();
    }
    TRY(schema, scim::makeExtension(std::string(kExtensionSchema), "Catalog",
                                    "What the tenant's data catalog adds to its people.", std::move(attributes)));
    return std::optional(std::move(schema));
}

std::string scimPathOf(const Element& element) {
    const auto ref = standard(element.name);
    return ref ? ref->text() : std::string(kExtensionSchema) + ":" + element.name;
}

} // namespace gatehouse::catalog
