// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "http/client.h"
#include "tests/support/scripted_server.h"

namespace gatehouse::testing {

/// Of a client that may call servers of this machine, in clear too.
inline http::ClientOptions local() {
    http::ClientOptions options;
    options.policy.allowLoopback = true;
    options.policy.allowHttp = true;
    return options;
}

/// A GET with five seconds of patience.
inline http::OutboundRequest get(const std::string& url) {
    http::OutboundRequest request;
    request.url = url;
    request.deadline = std::chrono::milliseconds(5000);
    return request;
}

/// "answered 200", or the reason of the error.
inline std::string reasonOf(const Result<http::OutboundResponse>& result) {
    return result ? "answered " + std::to_string(result->status) : result.error().reason;
}

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// One answer for each connection.
inline ScriptedServer::Script answering(const std::string& text) {
    return [text](int fd, int) {
        ScriptedServer::readHead(fd);
        ScriptedServer::write(fd, text);
    };
}

} // namespace gatehouse::testing
