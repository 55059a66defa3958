// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "admin/request.h"

namespace gatehouse::admin {

/// Answers what of the request's tenant a change would affect: all of it, or what hangs on one connection (api::Usage).
[[nodiscard]] Answered usageOf(const Context& context, const std::optional<ConnectionId>& connection);

/// Answers what ends with the app of the request: of its tenant, or of all tenants for one of the front door
/// (api::AppUsage).
[[nodiscard]] Answered usageOfApp(const Context& context);

} // namespace gatehouse::admin
