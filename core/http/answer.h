// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace gatehouse::http {

/// What of an answer depends on the request and the connection.
struct AnswerFrame {
    bool head = false;     ///< the request was HEAD: no body goes out
    bool keepAlive = true; ///< else `Connection: close`
};

/// Appends the status line, the fields and the body. Date, Content-Length and Connection are ours: those of the handler
/// are dropped.
void appendAnswer(std::string& out, const Response& response, AnswerFrame frame);
/// Appends the head of an event stream, which ends when the connection does.
void appendStreamHead(std::string& out, const Response& response);
/// Appends one event (WHATWG HTML, 9.2.5). Line breaks in the data become lines, those in the name are dropped.
void appendEvent(std::string& out, std::string_view event, std::string_view data);
/// The short plain answer of a refusal.
[[nodiscard]] Response plainAnswer(int status);
[[nodiscard]] std::string_view reasonPhrase(int status);
/// "Sat, 21 Nov 2026 23:05:00 GMT" (RFC 9110, 5.6.7), kept for a second by each thread.
[[nodiscard]] std::string_view httpDate();

} // namespace gatehouse::http
