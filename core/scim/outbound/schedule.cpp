// SPDX-License-Identifier: Apache-2.0
// When synchronisations run.
#include "base/log.h"
#include "scim/outbound/sides.h"
#include "scim/outbound/synchronizer.h"

namespace gatehouse::scim::outbound {
namespace {

constexpr Milliseconds kLookEvery{1000};
constexpr int kThreads = 2;

} // namespace

void Synchronizer::start() {
    for (int i = 0; i < kThreads; ++i) {
        m_threads.emplace_back([this] { work(); });
    }
}

void Synchronizer::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
    m_threads.clear();
}

void Synchronizer::wake() {
    m_wake.notify_all();
}

bool Synchronizer::pause(Milliseconds time) {
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, time, [this] { return m_stopping; });
}

void Synchronizer::work() {
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, kLookEvery);
            if (m_stopping) {
                return;
            }
        }
        while (const auto key = nextDue()) {
            if (const Status done = runDue(*key); !done) {
                log::warn("scim.sync", {{"sync", key->id}, {"reason", done.error().reason}});
            }
            const std::lock_guard lock(m_mutex);
            m_busy.erase(key->id);
            if (m_stopping) {
                return;
            }
        }
    }
}

/// Whose turn it is; it is busy from now on.
std::optional<provisioning::SyncKey> Synchronizer::nextDue() {
    const auto keys = m_parts.store.read([](store::Reader& reader) { return provisioning::enabledSyncs(reader); });
    if (!keys) {
        return std::nullopt;
    }
    const Time now = m_parts.clock.now();
    for (const provisioning::SyncKey& key : *keys) {
        if (isDue(key, now)) {
            const std::lock_guard lock(m_mutex);
            if (!m_stopping && m_busy.try_emplace(key.id).second) {
                return key;
            }
        }
    }
    return std::nullopt;
}

bool Synchronizer::isDue(const provisioning::SyncKey& key, Time now) {
    const TenantPtr tenant = m_parts.tenants.byId(key.tenant);
    if (tenant == nullptr || tenant->status != tenants::TenantStatus::Active) {
        return false;
    }
    if (!key.nextRun || *key.nextRun <= now) {
        return true;
    }
    if (key.direction == provisioning::Sync::Direction::Pull || key.failing) {
        return false;
    }
    const auto mark =
        m_parts.store.read([&](store::Reader& reader) { return provisioning::changeMark(reader, key.tenant); });
    const std::lock_guard lock(m_mutex);
    const auto pushed = m_pushed.find(key.id);
    return mark && (pushed == m_pushed.end() || pushed->second != *mark);
}

Status Synchronizer::runDue(const provisioning::SyncKey& key) {
    const TenantPtr tenant = m_parts.tenants.byId(key.tenant);
    if (tenant == nullptr) {
        return {};
    }
    TRY(sealer, m_parts.keys.sealerFor(key.tenant));
    TRY(sync,
        m_parts.store.read([&](store::Reader& reader) { return provisioning::findSync(reader, sealer, key.id); }));
    if (sync.direction == provisioning::Sync::Direction::Pull) {
        return perform(tenant, sync, Mode::Full, std::nullopt, "schedule").map([](const auto&) {});
    }
    ENSURE(perform(tenant, sync, Mode::Quick, std::nullopt, "schedule"));
    TRY(state,
        m_parts.store.read([&](store::Reader& reader) { return provisioning::syncState(reader, sealer, key.id); }));
    const bool looks = state.failures == 0 && state.lastLook && *state.lastLook + sync.every <= m_parts.clock.now();
    return looks ? lookForDrift(tenant, sync) : Status();
}

} // namespace gatehouse::scim::outbound
