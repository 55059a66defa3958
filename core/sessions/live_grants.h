// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/ids.h"
#include "base/time.h"
#include "store/store.h"

namespace gatehouse::sessions {

/// What lives on tokens of one issuer.
struct LiveGrants {
    std::int64_t families = 0; ///< token families that were not revoked and have not expired
    std::int64_t sessions = 0; ///< browser sessions that these belong to
};
/// Of the tenant's people, at the issuer of `issuer` (the tenant itself, or the platform's at the front door).
[[nodiscard]] Result<LiveGrants> countLiveGrants(store::Reader& reader, const TenantId& tenant, const TenantId& issuer,
                                                 Time now);

} // namespace gatehouse::sessions
