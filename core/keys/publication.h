// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/time.h"
#include "keys/signing_keys.h"

namespace gatehouse::keys {

/// How long anybody may keep our JWK Set: the max-age that it is served with.
inline constexpr Seconds kJwksMaxAge{300};
/// How long a key is published before it signs: until every set without it has left the caches, twice over.
inline constexpr Seconds kPublishedBeforeUse{2 * kJwksMaxAge};

/// From when on `next` may sign without surprising anybody. A key that was in the ring's very first set may at once:
/// nobody can hold a set without it. `ring` is all of listKeys.
[[nodiscard]] Time earliestActivation(const std::vector<KeyInfo>& ring, const KeyInfo& next);

} // namespace gatehouse::keys
