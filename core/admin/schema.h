// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "store/store.h"

namespace gatehouse::admin {

/// Tables admin_tokens and admin_idempotency; to be applied after those of tenants.
[[nodiscard]] const std::vector<store::Migration>& migrations();

} // namespace gatehouse::admin
