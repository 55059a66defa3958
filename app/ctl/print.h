// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admin/api/routes.h"
#include "admin/api/transport.h"
#include "failure.h"
#include "json/json.h"

namespace gatehouse::ctl {

enum class Format { Table, Json };

/// Text that cannot steer a terminal: control characters are shown as `?`.
[[nodiscard]] std::string printable(std::string_view text);
/// One cell: text as it is, lists joined by commas, objects as JSON, null as "-".
[[nodiscard]] std::string cell(const json::Value& value);
/// Columns as wide as they need to be, a header in capitals.
[[nodiscard]] std::string table(const std::vector<std::string>& columns,
                                const std::vector<std::vector<std::string>>& rows);
/// An answer in the shape that its route has.
[[nodiscard]] std::string render(const admin::api::Route& route, const admin::api::Reply& reply, Format format);
/// True if the answer is a list of checks of which one failed: {"ok":false,...}.
[[nodiscard]] bool foundFault(const admin::api::Reply& reply);
/// An error answer as one line: what, why, what to do.
[[nodiscard]] Failure refusal(std::string what, const admin::api::Reply& reply);

} // namespace gatehouse::ctl
