// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "json/json.h"

namespace gatehouse::admin {

/// The Admin API as OpenAPI 3.1, from the table of operations and the schemas of admin/api.
[[nodiscard]] json::Object openApiDocument(const std::string& publicUrl, const std::string& version);

} // namespace gatehouse::admin
