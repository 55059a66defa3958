// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "admin/api/statistics.h"
#include "admin/api/status.h"
#include "base/ids.h"

namespace gatehouse::admin {

/// How often each reason came, the most frequent first, with what it means (login::explain).
[[nodiscard]] std::vector<api::ReasonCount> rankedReasons(const std::map<std::string, std::int64_t>& reasons);

/// Logins of the last 24 hours in bins of five minutes, in memory: GET /admin/v1/statistics. Thread safe.
class LoginHistory {
public:
    static constexpr std::int64_t kBinSeconds = 300;
    static constexpr int kHours = 24;

    void add(const TenantId& tenant, Time at, bool success, const std::string& reason);
    /// Whether the p95 of the last logins is wanted again: every ten seconds, so that who asks can spare the work.
    [[nodiscard]] bool wantsSample(Time at) const;
    /// The p95 as it is now; the last one of a bin stays. 0, not measured, is none.
    void sample(Time at, double p95Millis);
    /// The last `hours` (1 to 24), the current bin included. Of all tenants where none is named.
    [[nodiscard]] api::Statistics read(const std::optional<TenantId>& tenant, Time now, int hours) const;

private:
    struct Bin {
        std::int64_t successes = 0;
        std::int64_t failures = 0;
        std::map<std::string, std::int64_t> reasons;
    };
    using Bins = std::map<std::int64_t, Bin>; ///< by the number of the bin since 1970

    mutable std::mutex m_mutex;
    std::unordered_map<TenantId, Bins> m_bins;
    std::map<std::int64_t, double> m_p95;
    Time m_sampledAt{};
};

} // namespace gatehouse::admin
