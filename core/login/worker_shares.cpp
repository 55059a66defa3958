// SPDX-License-Identifier: Apache-2.0
#include "login/worker_shares.h"

#include <algorithm>
#include <utility>

namespace gatehouse::login {

namespace {

constexpr int kSlowPart = 4; // a slow upstream gets this part of its limit, and one worker at least

} // namespace

WorkerShares::Held::Held(Held&& other) noexcept
    : m_shares(std::exchange(other.m_shares, nullptr))
    , m_tenant(std::move(other.m_tenant))
    , m_upstream(std::move(other.m_upstream))
    , m_number(other.m_number)
    , m_since(other.m_since)
    , m_answered(other.m_answered) {}

WorkerShares::Held::~Held() {
    if (m_shares != nullptr) {
        m_shares->give(*this);
    }
}

bool WorkerShares::isFull(const Share& share, int limit) const {
    const int now = share.slow ? limit / kSlowPart : limit;
    return share.holders.size() >= static_cast<std::size_t>(std::max(1, now));
}

bool WorkerShares::isStuck(const Share& share) const {
    return !share.holders.empty() && share.holders.begin()->first + m_limits.patience <= m_now();
}

Result<WorkerShares::Held> WorkerShares::hold(const TenantId& tenant, const std::optional<ConnectionId>& upstream) {
    std::unique_lock lock(m_mutex);
    const auto deadline = std::chrono::steady_clock::now() + m_limits.patience;
    bool patient = true;
    while (true) {
        // Looked up each time: what was empty meanwhile is gone.
        Share& ofTenant = m_tenants[tenant];
        Share* ofUpstream = upstream ? &m_upstreams[*upstream] : nullptr;
        const bool upstreamFull = ofUpstream != nullptr && isFull(*ofUpstream, m_limits.perUpstream);
        if (!upstreamFull && !isFull(ofTenant, m_limits.perTenant)) {
            const Instant since = m_now();
            const std::uint64_t number = m_next++;
            ofTenant.holders.emplace(since, number);
            if (ofUpstream != nullptr) {
                ofUpstream->holders.emplace(since, number);
            }
            return Held(*this, tenant, upstream, number, since);
        }
        Share& full = upstreamFull ? *ofUpstream : ofTenant;
        full.slow = full.slow || (upstreamFull && isStuck(full));
        if (full.slow || isStuck(full) || !patient) {
            return fail(Code::Unavailable, "upstream.busy",
                        upstreamFull ? "the upstream's share" : "the tenant's share");
        }
        if (ofUpstream != nullptr && !upstreamFull) {
            ofUpstream->free.notify_one(); // whoever was woken for this upstream waits for the tenant now
        }
        ++full.waiting;
        patient = full.free.wait_until(lock, deadline) == std::cv_status::no_timeout;
        --full.waiting;
    }
}

void WorkerShares::give(const Held& held) {
    const std::lock_guard lock(m_mutex);
    const auto leave = [&](auto& shares, const auto& key, bool quick) {
        const auto found = shares.find(key);
        Share& share = found->second;
        share.holders.erase({held.m_since, held.m_number});
        share.slow = share.slow && !quick;
        if (share.waiting > 0) {
            share.free.notify_one();
        } else if (share.holders.empty() && !share.slow) {
            shares.erase(found);
        }
    };
    leave(m_tenants, held.m_tenant, true);
    if (held.m_upstream) {
        leave(m_upstreams, *held.m_upstream, held.m_answered && m_now() < held.m_since + m_limits.patience);
    }
}

} // namespace gatehouse::login
