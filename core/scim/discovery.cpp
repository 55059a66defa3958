// SPDX-License-Identifier: Apache-2.0
#include "scim/discovery.h"

#include "scim/core_schemas.h"
#include "scim/list.h"
#include "scim/text.h"

namespace gatehouse::scim {
namespace {

std::string_view word(Type type) {
    switch (type) {
    case Type::String:
        return "string";
    case Type::Boolean:
        return "boolean";
    case Type::Decimal:
        return "decimal";
    case Type::Integer:
        return "integer";
    case Type::DateTime:
        return "dateTime";
    case Type::Binary:
        return "binary";
    case Type::Reference:
        return "reference";
    case Type::Complex:
        break;
    }
    return "complex";
}

std::string_view word(Mutability mutability) {
    switch (mutability) {
    case Mutability::ReadWrite:
        return "readWrite";
    case Mutability::ReadOnly:
        return "readOnly";
    case Mutability::Immutable:
        return "immutable";
    case Mutability::WriteOnly:
        break;
    }
    return "writeOnly";
}

std::string_view word(Returned returned) {
    switch (returned) {
    case Returned::Default:
        return "default";
    case Returned::Always:
        return "always";
    case Returned::Never:
        return "never";
    case Returned::Request:
        break;
    }
    return "request";
}

std::string_view word(Uniqueness uniqueness) {
    switch (uniqueness) {
    case Uniqueness::None:
        return "none";
    case Uniqueness::Server:
        return "server";
    case Uniqueness::Global:
        break;
    }
    return "global";
}

json::Value value(std::string_view text) {
    return json::Value(jsonText(text));
}

json::Object meta(std::string_view resourceType, const std::string& location) {
    return {{"resourceType", value(resourceType)}, {"location", location}};
}

json::Array attributesJson(const std::vector<Attribute>& attributes);

json::Object attributeJson(const Attribute& attribute) {
    json::Object out{{"name", attribute.name},
                     {"type", value(word(attribute.type))},
                     {"multiValued", attribute.multiValued},
                     {"description", attribute.description},
                     {"required", attribute.required}};
    const bool complex = attribute.type == Type::Complex;
    const bool hasCase =
        attribute.type == Type::String || attribute.type == Type::Reference || attribute.type == Type::Binary;
    if (complex) {
        out["subAttributes"] = attributesJson(attribute.subAttributes);
    }
    if (hasCase) {
        out["caseExact"] = attribute.caseExact;
    }
    if (!attribute.canonicalValues.empty()) {
        out["canonicalValues"] = json::toArray(attribute.canonicalValues);
    }
    out["mutability"] = value(word(attribute.mutability));
    out["returned"] = value(word(attribute.returned));
    if (!complex && attribute.type != Type::Boolean) {
        out["uniqueness"] = value(word(attribute.uniqueness));
    }
    if (!attribute.referenceTypes.empty()) {
        out["referenceTypes"] = json::toArray(attribute.referenceTypes);
    }
    return out;
}

json::Array attributesJson(const std::vector<Attribute>& attributes) {
    json::Array out;
    for (const Attribute& attribute : attributes) {
        out.push_back(attributeJson(attribute));
    }
    return out;
}

bool holds(const json::Array& documents, const Schema& schema) {
    for (const json::Value& each : documents) {
        if (json::stringMember(each.get_object(), "id") == schema.id) {
            return true;
        }
    }
    return false;
}

json::Object wholeList(json::Array documents) {
    const auto total = static_cast<std::int64_t>(documents.size());
    return listResponse(std::move(documents), total, 1);
}

json::Object schemeJson(const AuthenticationScheme& scheme) {
    json::Object out{{"type", scheme.type}, {"name", scheme.name}, {"description", scheme.description}};
    if (!scheme.specUri.empty()) {
        out["specUri"] = scheme.specUri;
    }
    if (!scheme.documentationUri.empty()) {
        out["documentationUri"] = scheme.documentationUri;
    }
    if (scheme.primary) {
        out["primary"] = true;
    }
    return out;
}

} // namespace

json::Object schemaDocument(const Schema& schema, std::string_view base) {
    return {{"schemas", json::Array{value(kSchemaSchema)}},
            {"id", schema.id},
            {"name", schema.name},
            {"description", schema.description},
            {"attributes", attributesJson(schema.attributes)},
            {"meta", meta("Schema", std::string(base) + "/Schemas/" + schema.id)}};
}

json::Object schemasDocument(std::span<const ResourceType> types, std::string_view base) {
    json::Array documents;
    const auto add = [&](const Schema& schema) {
        if (!holds(documents, schema)) {
            documents.push_back(schemaDocument(schema, base));
        }
    };
    for (const ResourceType& type : types) {
        add(type.schema);
        for (const Extension& extension : type.extensions) {
            add(extension.schema);
        }
    }
    for (const Schema& schema : serviceSchemas()) {
        add(schema);
    }
    return wholeList(std::move(documents));
}

json::Object resourceTypeDocument(const ResourceType& type, std::string_view base) {
    json::Object out{{"schemas", json::Array{value(kResourceTypeSchema)}},
                     {"id", type.name},
                     {"name", type.name},
                     {"endpoint", type.endpoint},
                     {"description", type.description},
                     {"schema", type.schema.id}};
    json::Array extensions;
    for (const Extension& extension : type.extensions) {
        extensions.push_back(json::Object{{"schema", extension.schema.id}, {"required", extension.required}});
    }
    if (!extensions.empty()) {
        out["schemaExtensions"] = std::move(extensions);
    }
    out["meta"] = meta("ResourceType", std::string(base) + "/ResourceTypes/" + type.name);
    return out;
}

json::Object resourceTypesDocument(std::span<const ResourceType> types, std::string_view base) {
    json::Array documents;
    for (const ResourceType& type : types) {
        documents.push_back(resourceTypeDocument(type, base));
    }
    return wholeList(std::move(documents));
}

json::Object serviceProviderConfig(const ServiceLimits& limits, std::string_view base) {
    const json::Object offered{{"supported", true}};
    json::Array schemes;
    for (const AuthenticationScheme& scheme : limits.authentication) {
        schemes.push_back(schemeJson(scheme));
    }
    json::Object out{{"schemas", json::Array{value(kServiceProviderConfigSchema)}}};
    if (!limits.documentationUri.empty()) {
        out["documentationUri"] = limits.documentationUri;
    }
    out["patch"] = offered;
    out["bulk"] = json::Object{
        {"supported", true}, {"maxOperations", limits.bulkOperations}, {"maxPayloadSize", limits.bulkOctets}};
    out["filter"] = json::Object{{"supported", true}, {"maxResults", limits.largestPage}};
    out["changePassword"] = json::Object{{"supported", false}};
    out["sort"] = offered;
    out["etag"] = offered;
    out["authenticationSchemes"] = std::move(schemes);
    out["pagination"] = json::Object{{"cursor", true},
                                     {"index", true},
                                     {"defaultPaginationMethod", "index"},
                                     {"defaultPageSize", limits.defaultPage},
                                     {"maxPageSize", limits.largestPage},
                                     {"cursorTimeout", limits.cursorSeconds}};
    if (!limits.eventUris.empty()) { // strict clients refuse what they do not know
        out["securityEvents"] = json::Object{{"asyncRequest", "none"}, {"eventUris", json::toArray(limits.eventUris)}};
    }
    out["meta"] = meta("ServiceProviderConfig", std::string(base) + "/ServiceProviderConfig");
    return out;
}

} // namespace gatehouse::scim
