// SPDX-License-Identifier: Apache-2.0
#include "outbox/back_off.h"

#include <algorithm>

namespace gatehouse::outbox {

Milliseconds delayAfter(int failures, Milliseconds first, Milliseconds longest, double chance) {
    Milliseconds delay = std::min(first, longest);
    for (int i = 1; i < failures && delay < longest; ++i) {
        delay = std::min(delay * 2, longest);
    }
    const double kept = 1.0 - std::clamp(chance, 0.0, 1.0) / 2;
    return Milliseconds(static_cast<std::int64_t>(static_cast<double>(delay.count()) * kept));
}

} // namespace gatehouse::outbox
