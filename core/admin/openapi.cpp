// SPDX-License-Identifier: Apache-2.0
#include "admin/openapi.h"

#include "admin/api/codec.h"
#include "admin/api/routes.h"
#include "base/encoding.h"

namespace gatehouse::admin {

namespace {

using api::Route;
using api::Shape;

json::Object reference(std::string_view schema) {
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

json::Object content(std::string_view type, json::Object schema) {
    return {{"content", json::Object{{type, json::Object{{"schema", std::move(schema)}}}}}};
}

json::Object parameter(std::string_view name, std::string_view where, std::string_view type) {
    return {{"name", name}, {"in", where}, {"required", where == "path"}, {"schema", json::Object{{"type", type}}}};
}

json::Array parametersOf(const Route& route) {
    json::Array out;
    for (std::size_t open = route.path.find('{'); open != std::string_view::npos;
         open = route.path.find('{', open + 1)) {
        out.push_back(parameter(route.path.substr(open + 1, route.path.find('}', open) - open - 1), "path", "string"));
    }
    if (route.shape == Shape::Page) {
        out.push_back(parameter("limit", "query", "integer"));
        out.push_back(parameter("cursor", "query", "string"));
        out.push_back(parameter("q", "query", "string"));
    }
    for (std::string_view rest = route.query; !rest.empty();) {
        const std::size_t space = rest.find(' ');
        out.push_back(parameter(rest.substr(0, space), "query", "string"));
        rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
    }
    if (route.method == "POST") {
        out.push_back(parameter("Idempotency-Key", "header", "string"));
    } else if (route.method != "GET") {
        out.push_back(parameter("If-Match", "header", "string"));
    }
    return out;
}

json::Object successOf(const Route& route) {
    json::Object out;
    if (route.id == "events.watch") {
        out = content("text/event-stream", {{"type", "string"}});
    } else if (route.shape == Shape::Page) {
        json::Object page{
            {"type", "object"},
            {"required", json::Array{"items", "nextCursor"}},
            {"properties",
             json::Object{{"items", json::Object{{"type", "array"}, {"items", reference(route.response)}}},
                          {"nextCursor", json::Object{{"type", json::Array{"string", "null"}}}}}}};
        out = content("application/json", std::move(page));
    } else if (!route.response.empty()) {
        out = content("application/json", reference(route.response));
    } else if (route.shape == Shape::Other) {
        out = content("application/json", {{"type", "object"}});
    }
    out["description"] = route.status == 201 ? "Created" : route.status == 204 ? "Done" : "OK";
    return out;
}

json::Object operationOf(const Route& route) {
    json::Object out{{"operationId", route.id},
                     {"summary", route.summary},
                     {"tags", json::Array{boost::json::string(route.noun)}},
                     {"x-permission", api::permissionName(route.permission)}};
    json::Array parameters = parametersOf(route);
    if (!parameters.empty()) {
        out["parameters"] = std::move(parameters);
    }
    if (!route.request.empty()) {
        json::Object body =
            content(route.method == "PATCH" ? "application/merge-patch+json" : "application/json",
                    route.method == "PATCH" ? json::Object{{"type", "object"}} : reference(route.request));
        body["required"] = route.method == "PUT";
        out["requestBody"] = std::move(body);
    }
    json::Object problem = content("application/problem+json", reference("Problem"));
    problem["description"] = "Refused; the code is in docs/errors.md";
    out["responses"] = json::Object{{std::to_string(route.status), successOf(route)}, {"default", std::move(problem)}};
    return out;
}

} // namespace

json::Object openApiDocument(const std::string& publicUrl, const std::string& version) {
    json::Object paths;
    for (const Route& route : api::routes()) {
        json::Value& item = paths[route.path];
        if (!item.is_object()) {
            item = json::Object();
        }
        item.get_object()[asciiLower(route.method)] = operationOf(route);
    }
    json::Object all = api::schemas();
    all["Document"] = json::Object{
        {"type", "object"},
        {"description", "A configuration document, as gatehousectl apply and export use it"},
        {"required", json::Array{"gatehouse"}},
        {"properties",
         json::Object{{"gatehouse", json::Object{{"const", 1}}},
                      {"apps", json::Object{{"type", "array"}, {"items", reference("App")}}},
                      {"tenants", json::Object{{"type", "array"}, {"items", json::Object{{"type", "object"}}}}}}}};
    return {
        {"openapi", "3.1.0"},
        {"info", json::Object{{"title", "Gatehouse Admin API"}, {"version", version}}},
        {"servers", json::Array{json::Object{{"url", publicUrl}}}},
        {"security", json::Array{json::Object{{"bearer", json::Array()}}}},
        {"paths", std::move(paths)},
        {"components", json::Object{{"schemas", std::move(all)},
                                    {"securitySchemes",
                                     json::Object{{"bearer", json::Object{{"type", "http"}, {"scheme", "bearer"}}}}}}}};
}

} // namespace gatehouse::admin
