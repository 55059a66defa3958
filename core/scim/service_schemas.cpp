// SPDX-License-Identifier: Apache-2.0
#include "scim/core_schemas.h"
#include "scim/make_attribute.h"

namespace gatehouse::scim {
namespace {

using namespace make;

const std::vector<std::string>& typeNames() {
    static const std::vector<std::string> all = {"string",  "complex",  "boolean",   "decimal",
                                                 "integer", "dateTime", "reference", "binary"};
    return all;
}

/// What describes an attribute, at the top and below: RFC 7643, section 7.
std::vector<Attribute> characteristics() {
    return {
        text("name", "The attribute's name.", kRequired | kReadOnly | kExact),
        choice("type", "The kind of its values.", typeNames(), kRequired | kReadOnly),
        boolean("multiValued", "True for a list.", kRequired | kReadOnly),
        text("description", "What it is for.", kReadOnly | kExact),
        boolean("required", "True if a resource has to have it.", kReadOnly),
        text("canonicalValues", "Values that are usual.", kMany | kReadOnly | kExact),
        boolean("caseExact", "True if letters of both cases differ.", kReadOnly),
        choice("mutability", "Who may change it, and when.", {"readOnly", "readWrite", "immutable", "writeOnly"},
               kReadOnly | kExact),
        choice("returned", "When it is part of an answer.", {"always", "never", "default", "request"},
               kReadOnly | kExact),
        choice("uniqueness", "Among whom its value is there once.", {"none", "server", "global"}, kReadOnly | kExact),
        text("referenceTypes", "What a reference may lead to.", kMany | kReadOnly | kExact),
    };
}

Schema schemaSchema() {
    std::vector<Attribute> attributes = characteristics();
    attributes.push_back(
        complex("subAttributes", "The parts of a complex attribute.", characteristics(), kMany | kReadOnly));
    return {std::string(kSchemaSchema),
            "Schema",
            "Describes the attributes of a resource",
            {text("id", "The schema's URN.", kRequired | kReadOnly), text("name", "Its name.", kRequired | kReadOnly),
             text("description", "What it describes.", kReadOnly),
             complex("attributes", "Its attributes.", std::move(attributes), kMany | kRequired | kReadOnly)}};
}

Schema resourceTypeSchema() {
    return {std::string(kResourceTypeSchema),
            "ResourceType",
            "Describes a kind of resource",
            {text("id", "The same as the name.", kReadOnly),
             text("name", "The name of the kind.", kRequired | kReadOnly | kExact | kUnique),
             text("description", "What such a resource stands for.", kReadOnly),
             reference("endpoint", "Where such resources are, below the service's address.", {"uri"},
                       kRequired | kReadOnly | kUnique),
             reference("schema", "The URN of its schema.", {"uri"}, kRequired | kReadOnly | kExact),
             complex("schemaExtensions", "The extensions that such a resource may have.",
                     {reference("schema", "The extension's URN.", {"uri"}, kRequired | kReadOnly | kExact),
                      boolean("required", "True if every such resource has it.", kRequired | kReadOnly)},
                     kMany | kRequired | kReadOnly)}};
}

Attribute feature(std::string_view name, std::string_view description, std::vector<Attribute> more = {}) {
    std::vector<Attribute> parts = {boolean("supported", "True if it is offered.", kRequired | kReadOnly)};
    for (Attribute& each : more) {
        parts.push_back(std::move(each));
    }
    return complex(name, description, std::move(parts), kRequired | kReadOnly);
}

Attribute limit(std::string_view name, std::string_view description) {
    return attribute(Type::Integer, name, description, kRequired | kReadOnly);
}

Attribute authenticationSchemes() {
    return complex("authenticationSchemes", "How a client proves who it is.",
                   {choice("type", "The kind of the scheme.",
                           {"oauth", "oauth2", "oauthbearertoken", "httpbasic", "httpdigest"}, kRequired | kReadOnly),
                    text("name", "Its name.", kRequired | kReadOnly),
                    text("description", "How it works.", kRequired | kReadOnly),
                    reference("specUri", "Where it is specified.", {"external"}, kReadOnly),
                    reference("documentationUri", "Where it is explained.", {"external"}, kReadOnly),
                    boolean("primary", "True for the preferred one.", kReadOnly)},
                   kMany | kRequired | kReadOnly);
}

Schema serviceProviderConfigSchema() {
    return {std::string(kServiceProviderConfigSchema),
            "ServiceProviderConfig",
            "Describes what the service offers",
            {reference("documentationUri", "Where the service is explained.", {"external"}, kReadOnly),
             feature("patch", "PATCH."),
             feature("bulk", "Many operations in one request.",
                     {limit("maxOperations", "How many operations one request may hold."),
                      limit("maxPayloadSize", "How many octets one request may have.")}),
             feature("filter", "Filters.", {limit("maxResults", "How many resources one answer holds at most.")}),
             feature("changePassword", "Changing a password."), feature("sort", "Sorting."), feature("etag", "ETags."),
             authenticationSchemes()}};
}

} // namespace

std::vector<Schema> serviceSchemas() {
    return {serviceProviderConfigSchema(), resourceTypeSchema(), schemaSchema()};
}

} // namespace gatehouse::scim
