// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::string_view kConfig = "RFC 7643, 5";
constexpr std::string_view kTypes = "RFC 7643, 6";
constexpr std::string_view kSchemas = "RFC 7643, 7";

bool supported(const Answer& config, const std::string& feature) {
    return config.at("/" + feature + "/supported") == json::Value(true);
}

bool isList(const Answer& answer) {
    return answer.at("/schemas/0") == "urn:ietf:params:scim:api:messages:2.0:ListResponse" &&
           answer.at("/totalResults").is_number() && answer.at("/Resources").is_array();
}

void config(Probe& probe) {
    const Answer answer = probe.get("/ServiceProviderConfig");
    probe.status("config", kConfig, answer, 200);
    const std::string type(answer.headers.get("Content-Type").value_or("none"));
    probe.that({"media_type", "RFC 7644, 3.1", "application/scim+json", Rule::Grade::Should},
               type.starts_with("application/scim+json"), type);
    probe.value("config_schema", kConfig, answer, "/schemas/0",
                "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig");
    std::string missing;
    for (const std::string feature : {"patch", "bulk", "filter", "changePassword", "sort", "etag"}) {
        missing += answer.at("/" + feature + "/supported").is_bool() ? "" : " " + feature;
    }
    probe.that({"config_features", kConfig, "patch, bulk, filter, changePassword, sort and etag say `supported`"},
               missing.empty(), missing.empty() ? "all" : "missing:" + missing);
    probe.that({"config_authentication", kConfig, "authenticationSchemes lists at least one"},
               answer.at("/authenticationSchemes/0/type").is_string(), answer.textAt("/authenticationSchemes/0/type"));
    const json::Value& pagination = answer.at("/pagination");
    if (!pagination.is_null()) {
        probe.that({"config_pagination", "RFC 9865, 4", "pagination says cursor and index"},
                   answer.at("/pagination/cursor").is_bool() && answer.at("/pagination/index").is_bool(),
                   json::write(pagination));
    }
    Features& features = probe.features;
    features.patch = supported(answer, "patch");
    features.bulk = supported(answer, "bulk");
    features.filter = supported(answer, "filter");
    features.sort = supported(answer, "sort");
    features.etag = supported(answer, "etag");
    features.cursor = answer.at("/pagination/cursor") == json::Value(true);
    if (const json::Value& most = answer.at("/bulk/maxOperations"); most.is_int64()) {
        features.maxOperations = most.get_int64();
    }
}

void resourceTypes(Probe& probe) {
    const Answer answer = probe.get("/ResourceTypes");
    probe.status("types", kTypes, answer, 200);
    probe.that({"types_list", "RFC 7644, 4", "a ListResponse"}, isList(answer), answer);
    const json::Object* user = elementWith(answer.at("/Resources"), "name", "User");
    const bool good = user != nullptr && json::stringMember(*user, "endpoint") == "/Users" &&
                      json::stringMember(*user, "schema") == kUserUrn;
    probe.that({"types_user", kTypes, "User with the endpoint /Users and the core schema"}, good,
               user != nullptr ? json::write(*user).substr(0, 200) : "no User");
    probe.features.groups = elementWith(answer.at("/Resources"), "name", "Group") != nullptr;
    if (user != nullptr) {
        const json::Value* extensions = json::member(*user, "schemaExtensions");
        probe.features.enterprise =
            extensions != nullptr && elementWith(*extensions, "schema", kEnterpriseUrn) != nullptr;
    }
    probe.value("type_by_name", "RFC 7644, 4", probe.get("/ResourceTypes/User"), "/name", "User");
    probe.refusal("type_unknown", "RFC 7644, 4", probe.get("/ResourceTypes/NoSuchType"), 404);
}

/// The first attribute without all that RFC 7643, 7 wants of it.
std::string incomplete(const json::Array& attributes) {
    for (const json::Value& each : attributes) {
        if (!each.is_object()) {
            return "an attribute that is no object";
        }
        const json::Object& attribute = each.get_object();
        const std::string name(json::stringMember(attribute, "name").value_or("(no name)"));
        for (const std::string_view member : {"name", "type", "mutability", "returned"}) {
            if (!json::stringMember(attribute, member)) {
                return name + " without " + std::string(member);
            }
        }
        if (!json::boolMember(attribute, "multiValued")) {
            return name + " without multiValued";
        }
        if (const json::Array* subs = json::arrayMember(attribute, "subAttributes")) {
            if (const std::string inner = incomplete(*subs); !inner.empty()) {
                return name + "." + inner;
            }
        }
    }
    return {};
}

void schemas(Probe& probe) {
    const Answer answer = probe.get("/Schemas");
    probe.status("schemas", kSchemas, answer, 200);
    probe.that({"schemas_list", "RFC 7644, 4", "a ListResponse"}, isList(answer), answer);
    const json::Object* user = elementWith(answer.at("/Resources"), "id", kUserUrn);
    probe.that({"schemas_user", kSchemas, "the schema of User"}, user != nullptr, answer);
    std::string bad;
    for (const json::Value& each : answer.resources()) {
        const json::Array* attributes = each.is_object() ? json::arrayMember(each.get_object(), "attributes") : nullptr;
        bad = attributes != nullptr ? incomplete(*attributes) : "a schema without attributes";
        if (!bad.empty()) {
            break;
        }
    }
    probe.that(
        {"schemas_characteristics", kSchemas, "each attribute has name, type, multiValued, mutability and returned"},
        bad.empty(), bad.empty() ? "all" : bad);
    const json::Value* attributes = user != nullptr ? json::member(*user, "attributes") : nullptr;
    const json::Object* userName = attributes != nullptr ? elementWith(*attributes, "name", "userName") : nullptr;
    const bool right = userName != nullptr && json::boolMember(*userName, "required") == true &&
                       json::stringMember(*userName, "uniqueness").value_or("none") != "none";
    probe.that({"schemas_user_name", "RFC 7643, 4.1.1", "userName is required and unique"}, right,
               userName != nullptr ? json::write(*userName).substr(0, 200) : "no userName");
    probe.value("schema_by_id", "RFC 7644, 4", probe.get("/Schemas/" + http::percentEncode(kUserUrn)), "/id",
                json::Value(kUserUrn));
    probe.refusal("schema_unknown", "RFC 7644, 4", probe.get("/Schemas/urn:example:none"), 404);
    const Answer filtered = probe.find("name eq \"User\"", "/Schemas");
    probe.that({"schemas_filter", "RFC 7644, 4", "HTTP 403: not to be filtered", Rule::Grade::Should}, filtered.is(403),
               filtered);
}

} // namespace

void discovery(Probe& probe) {
    config(probe);
    resourceTypes(probe);
    schemas(probe);
    probe.refusal("endpoint_unknown", "RFC 7644, 3.12", probe.get("/NoSuchEndpoint"), 404);
}

} // namespace gatehouse::scim::tester
