// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"

namespace gatehouse::outbox {

/// How long to wait after the failure number `failures` (1, 2, ...): doubled each time from `first` on, at most
/// `longest`, less up to half of it by `chance` (0 to 1), so that those who failed together do not come back together.
[[nodiscard]] Milliseconds delayAfter(int failures, Milliseconds first, Milliseconds longest, double chance);

} // namespace gatehouse::outbox
