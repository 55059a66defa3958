// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "admin/request.h"

namespace gatehouse::admin {

/// Answers what of the request's tenant a change would affect: all of it, or what hangs on one connection (api::Usage).
[[nodiscard]] Answered usageOf(const Context& context, const std::optional<ConnectionId>& connection);

} // namespace gatehouse::admin
