// SPDX-License-Identifier: Apache-2.0
#include "scim/server/respond.h"

#include "scim/errors.h"

namespace gatehouse::scim::server {
namespace {

http::Response withBody(int status, const json::Object& body) {
    http::Response response;
    response.status = status;
    response.headers.set("Content-Type", "application/scim+json");
    response.headers.set("Cache-Control", "no-store");
    response.body = json::write(body);
    return response;
}

} // namespace

http::Response toResponse(const Answer& answer) {
    http::Response response;
    response.status = answer.status;
    if (const json::Object* body = answer.body.if_object()) {
        response = withBody(answer.status, *body);
    } else {
        response.headers.set("Cache-Control", "no-store");
    }
    if (!answer.location.empty()) {
        response.headers.set(answer.status == 201 ? "Location" : "Content-Location", answer.location);
    }
    if (!answer.etag.empty()) {
        response.headers.set("ETag", answer.etag);
    }
    return response;
}

http::Response toResponse(const Error& error) {
    const ScimError said = describe(error);
    return withBody(said.status, errorBody(said));
}

http::Response challenge(const Error& error) {
    http::Response response = toResponse(error);
    std::string text = "Bearer realm=\"scim\"";
    if (error.reason == "scim.insufficient_scope") {
        text += ", error=\"insufficient_scope\", scope=\"scim\"";
    } else if (error.reason != "scim.no_credentials") {
        text += ", error=\"invalid_token\"";
    }
    response.headers.set("WWW-Authenticate", text);
    return response;
}

} // namespace gatehouse::scim::server
