// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace gatehouse::sandbox {

/// Text for an element or a quoted attribute.
[[nodiscard]] std::string escapeHtml(std::string_view text);

/// A whole page: the sandbox band on top, `body` (HTML) below; the style sheet is at `<path>/style.css`. Headers: CSP
/// without script or inline style, no framing, no referrer, not cached.
[[nodiscard]] http::Response htmlPage(int status, std::string_view path, std::string_view title, std::string_view body);
[[nodiscard]] http::Response styleSheet();
[[nodiscard]] http::Response seeOther(const std::string& location);
[[nodiscard]] http::Response jsonAnswer(int status, std::string body);
/// 405 with Allow, or 404.
[[nodiscard]] http::Response wrongMethod(std::string_view allow);
[[nodiscard]] http::Response notFound();

} // namespace gatehouse::sandbox
