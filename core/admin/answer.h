// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "admin/refusal.h"
#include "http/message.h"
#include "json/json.h"

namespace gatehouse::admin {

/// What an operation answers.
struct Answer {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::string etag;     ///< quoted; empty: none
    std::string location; ///< path of what was made; empty: none
    http::OpenStream stream;
};
using Answered = Outcome<Answer>;

[[nodiscard]] inline Answer ok(const json::Object& body, std::string etag = {}) {
    return {.status = 200, .body = json::write(body), .etag = std::move(etag), .location = {}, .stream = {}};
}
[[nodiscard]] inline Answer noContent() {
    return {.status = 204, .contentType = {}, .body = {}, .etag = {}, .location = {}, .stream = {}};
}

/// The answer as HTTP, with Cache-Control: no-store and the request's id.
[[nodiscard]] http::Response toResponse(const Answer& answer, const std::string& requestId);

/// The status that an error is answered with.
[[nodiscard]] int statusFor(const Error& error);
/// The `code` of an error: its reason in snake_case. Everything that is not found is just `not_found`, so that an
/// answer does not tell another tenant's object from none (security.md AD-01).
[[nodiscard]] std::string codeFor(const Error& error);
/// `application/problem+json` (RFC 9457). The error's own detail never leaves; the words come from docs/errors.md.
[[nodiscard]] http::Response toProblem(const Refusal& refusal, const std::string& requestId);

} // namespace gatehouse::admin
