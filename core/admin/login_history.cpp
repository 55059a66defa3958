// SPDX-License-Identifier: Apache-2.0
#include "admin/login_history.h"

#include <algorithm>

#include "login/explanation.h"

namespace gatehouse::admin {

namespace {

constexpr std::int64_t kKept = LoginHistory::kHours * 3600 / LoginHistory::kBinSeconds;

constexpr Seconds kBetweenSamples{10};

std::int64_t binOf(Time time) {
    return toMillis(time) / (1000 * LoginHistory::kBinSeconds);
}

Time startOf(std::int64_t bin) {
    return fromMillis(bin * 1000 * LoginHistory::kBinSeconds);
}

template <class Bins>
void forgetOld(Bins& bins) {
    bins.erase(bins.begin(), bins.lower_bound(bins.rbegin()->first - kKept));
}

} // namespace

std::vector<api::ReasonCount> rankedReasons(const std::map<std::string, std::int64_t>& reasons) {
    std::vector<api::ReasonCount> out;
    out.reserve(reasons.size());
    for (const auto& [reason, times] : reasons) {
        out.push_back({reason, times, reason.empty() ? std::string() : std::string(login::explain(reason).message)});
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    return out;
}

void LoginHistory::add(const TenantId& tenant, Time at, bool success, const std::string& reason) {
    const std::lock_guard lock(m_mutex);
    Bins& bins = m_bins[tenant];
    Bin& bin = bins[binOf(at)];
    ++(success ? bin.successes : bin.failures);
    if (!success) {
        ++bin.reasons[reason];
    }
    forgetOld(bins);
}

bool LoginHistory::wantsSample(Time at) const {
    const std::lock_guard lock(m_mutex);
    return !m_p95.contains(binOf(at)) || at >= m_sampledAt + kBetweenSamples;
}

void LoginHistory::sample(Time at, double p95Millis) {
    if (p95Millis <= 0) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_p95[binOf(at)] = p95Millis;
    m_sampledAt = at;
    forgetOld(m_p95);
}

api::Statistics LoginHistory::read(const std::optional<TenantId>& tenant, Time now, int hours) const {
    const std::int64_t last = binOf(now);
    const std::int64_t first = last - std::clamp(hours, 1, kHours) * 3600 / kBinSeconds + 1;
    api::Statistics out;
    out.from = startOf(first);
    out.to = startOf(last + 1);
    out.binSeconds = kBinSeconds;
    out.bins.resize(std::size_t(last - first + 1));
    for (std::size_t i = 0; i < out.bins.size(); ++i) {
        out.bins[i].at = startOf(first + std::int64_t(i));
    }
    std::map<std::string, std::int64_t> reasons;
    const std::lock_guard lock(m_mutex);
    for (const auto& [id, bins] : m_bins) {
        if (tenant && id != *tenant) {
            continue;
        }
        for (auto it = bins.lower_bound(first); it != bins.end() && it->first <= last; ++it) {
            api::StatisticsBin& bin = out.bins[std::size_t(it->first - first)];
            bin.successes += it->second.successes;
            bin.failures += it->second.failures;
            for (const auto& [reason, times] : it->second.reasons) {
                reasons[reason] += times;
            }
        }
    }
    for (auto it = m_p95.lower_bound(first); it != m_p95.end() && it->first <= last; ++it) {
        out.bins[std::size_t(it->first - first)].p95 = it->second;
    }
    out.reasons = rankedReasons(reasons);
    return out;
}

} // namespace gatehouse::admin
