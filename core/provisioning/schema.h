// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "store/store.h"

namespace gatehouse::provisioning {

/// To be applied after those of tenants.
[[nodiscard]] std::vector<store::Migration> migrations();

} // namespace gatehouse::provisioning
