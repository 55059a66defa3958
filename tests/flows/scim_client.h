// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tests/flows/world.h"

namespace gatehouse::flows {

/// A directory that provisions one tenant over SCIM.
class ScimClient {
public:
    /// Makes a token of the tenant's for it. `more`: other members of the token.
    ScimClient(World& world, const Tenant& tenant, const json::Object& more = {});
    /// `path` from behind /scim/v2 on, its query encoded. `body`: JSON with ' for ", or empty.
    Answer send(const std::string& method, const std::string& path, const std::string& body = {},
                const http::Headers& more = {});
    Answer send(const std::string& method, const std::string& path, const json::Object& body) {
        return sendText(method, path, json::write(body), {});
    }
    /// A list of /Users, or of another endpoint.
    json::Object find(const std::string& filter, const std::string& endpoint = "/Users", const std::string& more = {});
    /// The id of a person made with this name, e-mail <name>@acme.example and whatever members are given.
    std::string addUser(const std::string& name, const json::Object& more = {});
    /// The id of a group with these members.
    std::string addGroup(const std::string& name, const std::vector<std::string>& members = {});
    json::Object get(const std::string& path) { return send("GET", path).object(); }
    /// A PATCH with these operations, a JSON list with ' for ".
    Answer patch(const std::string& path, const std::string& operations);

    std::string url;   ///< of the service
    std::string token; ///< the credential; sent as it is
    std::string tokenId;

private:
    Answer sendText(const std::string& method, const std::string& path, std::string body, const http::Headers& more);
    World& m_world;
};

/// {"schemas":[User],"userName","emails"} and what is given.
[[nodiscard]] json::Object scimUser(const std::string& name, const json::Object& more = {});
/// JSON with ' for ".
[[nodiscard]] std::string quoted(std::string text);
/// Percent-encodes a filter for a query.
[[nodiscard]] std::string inQuery(const std::string& filter);
/// A text below a JSON Pointer, or empty.
[[nodiscard]] std::string textAt(const json::Object& object, std::string_view pointer);
/// The scimType of an error, or "status detail" where it has none.
[[nodiscard]] std::string scimTypeOf(const Answer& answer);

} // namespace gatehouse::flows
