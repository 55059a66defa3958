// SPDX-License-Identifier: Apache-2.0
#include "keys/publication.h"

#include <algorithm>

namespace gatehouse::keys {

Time earliestActivation(const std::vector<KeyInfo>& ring, const KeyInfo& next) {
    const bool olderSet = std::any_of(ring.begin(), ring.end(), [&](const KeyInfo& key) {
        return key.use == next.use && key.createdAt < next.createdAt;
    });
    // What signs checkpoints is fetched with them and kept in no cache.
    return olderSet && next.use == kUseTokens ? next.createdAt + kPublishedBeforeUse : next.createdAt;
}

} // namespace gatehouse::keys
