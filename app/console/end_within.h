// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace gatehouse::console {

/// From now on the program ends within that time, with 0. A call to an identity provider that does not answer takes ten
/// seconds, which somebody who logs out of the desktop does not have. Nothing is lost: drafts are saved, what the
/// broker said is done is committed.
void endWithin(std::chrono::milliseconds patience);

} // namespace gatehouse::console
