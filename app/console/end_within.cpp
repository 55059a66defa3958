// SPDX-License-Identifier: Apache-2.0
#include "end_within.h"

#include <cstdlib>
#include <thread>

namespace gatehouse::console {

void endWithin(std::chrono::milliseconds patience) {
    std::thread([patience] {
        std::this_thread::sleep_for(patience);
        std::_Exit(0);
    }).detach();
}

} // namespace gatehouse::console
