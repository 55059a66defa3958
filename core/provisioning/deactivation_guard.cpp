// SPDX-License-Identifier: Apache-2.0
#include "provisioning/deactivation_guard.h"

#include <algorithm>

namespace gatehouse::provisioning {

bool DeactivationGuard::take(const TenantId& tenant, std::int64_t active, std::int64_t percent, Time now) {
    const std::lock_guard lock(m_mutex);
    Count& count = m_counts[tenant];
    if (now < count.releasedUntil || percent >= 100) {
        return true;
    }
    if (now - count.since >= kWindow) {
        count = {now, 0, 0, 0, count.releasedUntil};
        count.bound = std::max(kAlways, active * percent / 100);
    }
    if (count.gone >= count.bound) {
        ++count.refused;
        return false;
    }
    ++count.gone;
    return true;
}

void DeactivationGuard::giveBack(const TenantId& tenant) {
    const std::lock_guard lock(m_mutex);
    Count& count = m_counts[tenant];
    count.gone = std::max<std::int64_t>(0, count.gone - 1);
}

void DeactivationGuard::release(const TenantId& tenant, Time now) {
    const std::lock_guard lock(m_mutex);
    Count& count = m_counts[tenant];
    count.releasedUntil = now + kWindow;
    count.refused = 0;
}

std::optional<DeactivationGuard::Held> DeactivationGuard::held(const TenantId& tenant, Time now) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(tenant);
    if (found == m_counts.end() || found->second.refused == 0 || now - found->second.since >= kWindow) {
        return std::nullopt;
    }
    return Held{found->second.refused, found->second.bound, found->second.since};
}

} // namespace gatehouse::provisioning
