// SPDX-License-Identifier: Apache-2.0
#include "scim/server/local_service.h"

namespace gatehouse::scim::server {

Result<sync::Reply> LocalService::ask(std::string_view method, const std::string& path, const json::Value& body) {
    http::Request request;
    request.method = method;
    const std::size_t question = path.find('?');
    request.path = path.substr(0, question);
    request.query = question == std::string::npos ? std::string() : path.substr(question + 1);
    request.headers.set("User-Agent", "Gatehouse");
    if (!body.is_null()) {
        request.body = json::write(body);
    }
    const http::Response response = m_server.serve(*m_tenant, m_client, request);
    sync::Reply reply;
    reply.status = response.status;
    if (!response.body.empty()) {
        TRY(read, json::parse(response.body, {.bytes = response.body.size(), .depth = 32}));
        reply.body = std::move(read);
    }
    return reply;
}

} // namespace gatehouse::scim::server
