// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "store/store.h"

namespace gatehouse::tenants {

/// The longest that a token of any tenant lives: what the front door's keys have to last for.
[[nodiscard]] Result<Seconds> longestTokenLife(store::Reader& reader);

} // namespace gatehouse::tenants
