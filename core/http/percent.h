// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace gatehouse::http {

/// What '+' stands for: a space in forms (WHATWG URL, 5.1), itself elsewhere (RFC 3986).
enum class PlusSign { IsSpace, IsPlus };

/// The one decoder for queries, bodies and path segments. `http.form_encoding` for a broken escape, NUL or text that is
/// not UTF-8.
[[nodiscard]] Result<std::string> decodePercent(std::string_view text, PlusSign plus);

} // namespace gatehouse::http
