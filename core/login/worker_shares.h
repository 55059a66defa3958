// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/ids.h"
#include "base/result.h"

namespace gatehouse::login {

/// How many workers may be out at identity providers at once.
struct WorkerLimits {
    int perTenant = 16;
    int perUpstream = 10;
    /// How long somebody waits for a share while the upstream answers quickly; a call that takes longer is a slow one.
    std::chrono::milliseconds patience{1000};
};

/// Sees to it that the identity provider of one tenant cannot hold all workers, however slow it is. A share is held
/// while a worker may block on an upstream. Beyond the limit a caller waits as long as the upstream is answering; where
/// it is not, nobody waits. An upstream that was found slow gets a quarter of its limit until an answer of it comes
/// quickly again. Thread safe.
class WorkerShares {
public:
    using Instant = std::chrono::steady_clock::time_point;
    explicit WorkerShares(WorkerLimits limits, std::function<Instant()> now = std::chrono::steady_clock::now)
        : m_limits(limits)
        , m_now(std::move(now)) {}

    /// A worker's share, given back when it goes. It must not outlive the shares.
    class Held {
    public:
        Held(Held&& other) noexcept;
        Held& operator=(Held&&) = delete;
        ~Held();
        /// The upstream has answered: if that was quick, it is not a slow one.
        void answered() { m_answered = true; }

    private:
        friend class WorkerShares;
        Held(WorkerShares& shares, TenantId tenant, std::optional<ConnectionId> upstream, std::uint64_t number,
             Instant since)
            : m_shares(&shares)
            , m_tenant(std::move(tenant))
            , m_upstream(std::move(upstream))
            , m_number(number)
            , m_since(since) {}
        WorkerShares* m_shares;
        TenantId m_tenant;
        std::optional<ConnectionId> m_upstream;
        std::uint64_t m_number;
        Instant m_since;
        bool m_answered = false;
    };

    /// `upstream.busy` (Unavailable) if the tenant or the upstream holds all that it may. Without an upstream the
    /// tenant's limit alone counts.
    [[nodiscard]] Result<Held> hold(const TenantId& tenant, const std::optional<ConnectionId>& upstream);

private:
    struct Share {
        std::set<std::pair<Instant, std::uint64_t>> holders; ///< oldest first
        bool slow = false;
        int waiting = 0;
        std::condition_variable free;
    };
    [[nodiscard]] bool isFull(const Share& share, int limit) const;
    [[nodiscard]] bool isStuck(const Share& share) const;
    void give(const Held& held);

    const WorkerLimits m_limits;
    const std::function<Instant()> m_now;
    std::mutex m_mutex;
    std::uint64_t m_next = 0;
    std::unordered_map<TenantId, Share> m_tenants;
    std::unordered_map<ConnectionId, Share> m_upstreams;
};

} // namespace gatehouse::login
