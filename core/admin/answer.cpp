// SPDX-License-Identifier: Apache-2.0
#include "admin/answer.h"

#include "admin/api/codec.h"
#include "admin/explain.h"

namespace gatehouse::admin {

namespace {

int statusForCode(Code code) {
    switch (code) {
    case Code::InvalidArgument:
        return 422;
    case Code::Unauthenticated:
        return 401;
    case Code::PermissionDenied:
        return 403;
    case Code::NotFound:
        return 404;
    case Code::Conflict:
    case Code::FailedPrecondition:
        return 409;
    case Code::RateLimited:
        return 429;
    case Code::Unavailable:
        return 503;
    case Code::DeadlineExceeded:
        return 504;
    case Code::Internal:
        return 500;
    }
    return 500;
}

std::string_view titleFor(int status) {
    switch (status) {
    case 400:
        return "The request could not be read";
    case 401:
        return "Authentication is needed";
    case 403:
        return "Not allowed";
    case 404:
        return "Not found";
    case 405:
        return "No such method here";
    case 409:
        return "The state does not allow it";
    case 412:
        return "It was changed meanwhile";
    case 415:
        return "The body must be JSON";
    case 422:
        return "The request is not valid";
    case 429:
        return "Too many requests";
    case 503:
        return "Not available now";
    case 504:
        return "It took too long";
    default:
        return "Something went wrong";
    }
}

/// Refusals whose status is not that of their class.
constexpr std::pair<std::string_view, int> kStatuses[] = {
    {"body_malformed", 400},     {"parameter_invalid", 400},   {"parameter_unknown", 400},
    {"method_not_allowed", 405}, {"precondition_failed", 412}, {"media_type_unsupported", 415},
};

} // namespace

int statusFor(const Error& error) {
    for (const auto& [reason, status] : kStatuses) {
        if (reason == error.reason) {
            return status;
        }
    }
    return statusForCode(error.code);
}

std::string codeFor(const Error& error) {
    if (error.code == Code::NotFound) {
        return "not_found";
    }
    if (error.code == Code::Internal) {
        return "internal";
    }
    std::string code = error.reason;
    for (char& c : code) {
        c = c == '.' || c == '-' ? '_' : c;
    }
    return code;
}

http::Response toResponse(const Answer& answer, const std::string& requestId) {
    http::Response response;
    response.status = answer.status;
    response.body = answer.body;
    response.stream = answer.stream;
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Request-Id", requestId);
    if (!answer.contentType.empty() && !answer.stream) {
        response.headers.set("Content-Type", answer.contentType);
    }
    if (!answer.etag.empty()) {
        response.headers.set("ETag", answer.etag);
    }
    if (!answer.location.empty()) {
        response.headers.set("Location", answer.location);
    }
    return response;
}

http::Response toProblem(const Refusal& refusal, const std::string& requestId) {
    const int status = statusFor(refusal.error);
    api::ProblemDetails problem;
    problem.code = codeFor(refusal.error);
    problem.type = "urn:gatehouse:error:" + problem.code;
    problem.title = titleFor(status);
    problem.status = status;
    if (const Explanation* words =
            explain(problem.code == "not_found" || problem.code == "internal" ? problem.code : refusal.error.reason)) {
        problem.detail = words->cause + " " + words->cure;
    }
    problem.errors = refusal.problems;
    problem.requestId = requestId;
    http::Response response = toResponse({.status = status,
                                          .contentType = "application/problem+json",
                                          .body = api::encode(problem),
                                          .etag = {},
                                          .location = {},
                                          .stream = {}},
                                         requestId);
    if (status == 401 || !refusal.challenge.empty()) {
        response.headers.set("WWW-Authenticate", "Bearer realm=\"gatehouse-admin\"" +
                                                     (refusal.challenge.empty() ? "" : ", " + refusal.challenge));
    }
    if (status == 503 || status == 429) {
        response.headers.set("Retry-After", "1");
    }
    return response;
}

} // namespace gatehouse::admin
