// SPDX-License-Identifier: Apache-2.0
#include "scim/sync/remote_service.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::scim::sync {
namespace {

constexpr int kTries = 3;
constexpr std::int64_t kLongest = 30; // seconds
constexpr json::Limits kAnswer{.bytes = 32UL * 1024 * 1024, .depth = 32};
constexpr std::chrono::seconds kDeadline{30};

/// Retry-After in seconds (RFC 9110, 10.2.3); without one, longer each time.
Milliseconds pauseBefore(int attempt, const http::Headers& headers) {
    std::int64_t seconds = attempt;
    if (const auto text = headers.get("Retry-After")) {
        std::from_chars(text->data(), text->data() + text->size(), seconds);
    }
    return Seconds(std::clamp<std::int64_t>(seconds, 1, kLongest));
}

bool isBusy(int status, bool isPost) {
    return status == 429 || status == 503 || (!isPost && (status == 502 || status == 504));
}

} // namespace

Result<Reply> RemoteService::ask(std::string_view method, const std::string& path, const json::Value& body) {
    http::OutboundRequest request;
    request.method = method;
    request.url = m_parts.url + path;
    request.maxBytes = kAnswer.bytes;
    request.deadline = kDeadline;
    request.headers.set("Accept", "application/scim+json, application/json");
    if (!m_parts.token.empty()) {
        request.headers.set("Authorization", "Bearer " + std::string(m_parts.token.reveal()));
    }
    if (!body.is_null()) {
        request.headers.set("Content-Type", "application/scim+json");
        request.body = json::write(body);
    }
    const bool isPost = method == "POST";
    for (int attempt = 1;; ++attempt) {
        auto response = m_parts.client.send(m_parts.pool, request);
        const bool again =
            response ? isBusy(response->status, isPost) : !isPost && response.error().code == Code::Unavailable;
        if (again && attempt < kTries &&
            m_parts.pause(pauseBefore(attempt, response ? response->headers : http::Headers()))) {
            continue;
        }
        if (!response) {
            return tl::unexpected<Error>(response.error());
        }
        Reply reply;
        reply.status = response->status;
        if (auto read = json::parse(response->body, kAnswer)) {
            reply.body = *std::move(read);
        } else if (reply.succeeded() && !response->body.empty()) {
            return fail(Code::Unavailable, "scim_sync.answer", request.url + " answers with what is no JSON");
        }
        return reply;
    }
}

} // namespace gatehouse::scim::sync
