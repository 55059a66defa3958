// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "base/ids.h"
#include "base/time.h"

namespace gatehouse::scim::server {

/// How many requests a second a tenant's clients may send, for a moment twice as many. Thread safe.
class RateLimit {
public:
    /// Zero if a request may go on; otherwise how long to wait, a second or more.
    [[nodiscard]] Seconds take(const TenantId& tenant, std::int64_t perSecond, Time now);

private:
    struct Bucket {
        std::int64_t millitokens = 0;
        Time filled;
    };
    std::mutex m_mutex;
    std::unordered_map<TenantId, Bucket> m_buckets;
};

} // namespace gatehouse::scim::server
