// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "base/ids.h"
#include "base/time.h"

namespace gatehouse::provisioning {

/// Stops a directory that deactivates or deletes too many people within an hour: a filter that was changed by mistake
/// there must not empty a tenant here. What is beyond the bound is refused until an administrator lets it pass. Thread
/// safe; counts since the start of the process.
class DeactivationGuard {
public:
    /// Counts one that is about to leave; false if there were too many. `active`: people of the tenant who are active
    /// when an hour begins; `percent` of them may go, and five in any case.
    [[nodiscard]] bool take(const TenantId& tenant, std::int64_t active, std::int64_t percent, Time now);
    /// It did not happen after all.
    void giveBack(const TenantId& tenant);
    /// Everything passes for an hour.
    void release(const TenantId& tenant, Time now);

    struct Held {
        std::int64_t refused = 0; ///< in this hour
        std::int64_t bound = 0;
        Time since;
    };
    /// What is being held back now.
    [[nodiscard]] std::optional<Held> held(const TenantId& tenant, Time now) const;

    static constexpr Seconds kWindow{3600};
    static constexpr std::int64_t kAlways = 5;

private:
    struct Count {
        Time since;
        std::int64_t bound = 0;
        std::int64_t gone = 0;
        std::int64_t refused = 0;
        Time releasedUntil;
    };
    mutable std::mutex m_mutex;
    std::unordered_map<TenantId, Count> m_counts;
};

} // namespace gatehouse::provisioning
