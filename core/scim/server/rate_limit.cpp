// SPDX-License-Identifier: Apache-2.0
#include "scim/server/rate_limit.h"

#include <algorithm>

namespace gatehouse::scim::server {

Seconds RateLimit::take(const TenantId& tenant, std::int64_t perSecond, Time now) {
    constexpr std::int64_t kOne = 1000;
    const std::int64_t most = 2 * perSecond * kOne;
    const std::lock_guard lock(m_mutex);
    const auto [place, isNew] = m_buckets.try_emplace(tenant, Bucket{most, now});
    Bucket& bucket = place->second;
    const std::int64_t waited = std::clamp<std::int64_t>(toMillis(now) - toMillis(bucket.filled), 0, 2 * kOne);
    bucket.millitokens = std::min(most, bucket.millitokens + waited * perSecond);
    bucket.filled = now;
    if (bucket.millitokens < kOne) {
        return Seconds(1);
    }
    bucket.millitokens -= kOne;
    return Seconds(0);
}

} // namespace gatehouse::scim::server
