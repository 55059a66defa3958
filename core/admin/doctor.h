// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/status.h"
#include "admin/services.h"

namespace gatehouse::admin {

/// Looks for what is wrong: the database, each tenant's keys and log, connections that fail.
[[nodiscard]] api::Doctor examine(const Services& services);

} // namespace gatehouse::admin
