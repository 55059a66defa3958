// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "store/store.h"

namespace gatehouse::broker {

/// Of every module that keeps something, in the order of their layers.
[[nodiscard]] std::vector<store::Migration> allMigrations();

} // namespace gatehouse::broker
