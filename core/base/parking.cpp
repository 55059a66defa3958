// SPDX-License-Identifier: Apache-2.0
#include "base/parking.h"

namespace gatehouse {
namespace {

thread_local Parking* t_here = nullptr;

} // namespace

// Both out of line: a caller that has changed threads in between must not reuse the address of the first one's
// variable.
[[gnu::noinline]] Parking* Parking::here() {
    return t_here;
}

[[gnu::noinline]] void Parking::enter(Parking* parking) {
    t_here = parking;
}

} // namespace gatehouse
