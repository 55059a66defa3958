// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/key_ring.h"
#include "store/store.h"

namespace gatehouse::broker {

/// One round over the signing rings of every tenant and of the front door, by their settings: publishes the next key,
/// lets it take over when it is due and everybody can have fetched it, retires what nothing valid is signed with any
/// more; each step in its log. What is due and was missed while no broker ran is made up for. A ring that cannot be
/// opened (its tenant is sealed) waits. `servingSince`: when this broker began to answer. How many steps were taken.
[[nodiscard]] Result<int> maintainKeys(store::Store& store, const keys::KeyRing& keys, Time servingSince, Time now);

} // namespace gatehouse::broker
