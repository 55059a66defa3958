// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/scim_client.h"

#include <algorithm>

namespace gatehouse::flows {

ScimClient::ScimClient(World& world, const Tenant& tenant, const json::Object& more)
    : m_world(world) {
    json::Object wanted{{"name", "directory"}};
    for (const auto& member : more) {
        wanted[member.key()] = member.value();
    }
    const json::Object made = world.admin("POST", tenant.path("/scim-tokens"), wanted);
    url = textAt(made, "/url");
    token = textAt(made, "/token");
    tokenId = textAt(made, "/id");
}

Answer ScimClient::send(const std::string& method, const std::string& path, const std::string& body,
                        const http::Headers& more) {
    return sendText(method, path, quoted(body), more);
}

Answer ScimClient::sendText(const std::string& method, const std::string& path, std::string body,
                            const http::Headers& more) {
    http::OutboundRequest request;
    request.method = method;
    request.url = url + path;
    request.headers = more;
    request.deadline = Seconds(60);
    request.maxBytes = 64 * 1024 * 1024;
    if (!token.empty()) {
        request.headers.set("Authorization", "Bearer " + token);
    }
    if (!body.empty() && !request.headers.get("Content-Type")) {
        request.headers.set("Content-Type", "application/scim+json");
    }
    request.body = std::move(body);
    return exchange(*m_world.client, request);
}

json::Object ScimClient::find(const std::string& filter, const std::string& endpoint, const std::string& more) {
    return get(endpoint + "?filter=" + inQuery(quoted(filter)) + more);
}

std::string ScimClient::addUser(const std::string& name, const json::Object& more) {
    const Answer answer = send("POST", "/Users", scimUser(name, more));
    if (answer.status != 201) {
        qFatal("POST /Users: %d %s", answer.status, answer.body.c_str());
    }
    return answer.text("id");
}

std::string ScimClient::addGroup(const std::string& name, const std::vector<std::string>& members) {
    json::Array list;
    for (const std::string& member : members) {
        list.push_back(json::Object{{"value", member}});
    }
    const Answer answer = send("POST", "/Groups",
                               json::Object{{"schemas", json::Array{"urn:ietf:params:scim:schemas:core:2.0:Group"}},
                                            {"displayName", name},
                                            {"members", std::move(list)}});
    if (answer.status != 201) {
        qFatal("POST /Groups: %d %s", answer.status, answer.body.c_str());
    }
    return answer.text("id");
}

Answer ScimClient::patch(const std::string& path, const std::string& operations) {
    return send("PATCH", path,
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':" + operations + "}");
}

json::Object scimUser(const std::string& name, const json::Object& more) {
    json::Object out{
        {"schemas", json::Array{"urn:ietf:params:scim:schemas:core:2.0:User"}},
        {"userName", name},
        {"emails", json::Array{json::Object{{"value", name + "@acme.example"}, {"type", "work"}, {"primary", true}}}}};
    for (const auto& member : more) {
        out[member.key()] = member.value();
    }
    return out;
}

std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string inQuery(const std::string& filter) {
    return http::percentEncode(filter);
}

std::string textAt(const json::Object& object, std::string_view pointer) {
    const json::Value whole = object;
    const json::Value* found = json::at(whole, pointer);
    return found != nullptr && found->is_string() ? std::string(json::view(found->get_string())) : std::string();
}

std::string scimTypeOf(const Answer& answer) {
    const std::string type = answer.text("scimType");
    return type.empty() ? std::to_string(answer.status) + " " + answer.text("detail") : type;
}

} // namespace gatehouse::flows
