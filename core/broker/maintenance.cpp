// SPDX-License-Identifier: Apache-2.0
#include "broker/maintenance.h"

#include "base/log.h"
#include "login/flow.h"
#include "sessions/sessions.h"

namespace gatehouse::broker {
namespace {

constexpr Seconds kInterval{60};
constexpr Seconds kKeepExpired{24 * 3600}; // longer than any token lives, so that a replay is always recognised
constexpr Seconds kKeepFlows{30 * 24 * 3600};
constexpr std::int64_t kFlowsOfATenant = 10000;

} // namespace

Maintenance::Maintenance(store::Store& store, const Clock& clock)
    : m_store(store)
    , m_clock(clock)
    , m_thread([this] { run(); }) {}

Maintenance::~Maintenance() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

Result<std::int64_t> Maintenance::purge(store::Store& store, Time now) {
    return store.write([&](store::Writer& writer) -> Result<std::int64_t> {
        TRY(tokens, sessions::purge(writer, now, kKeepExpired));
        TRY(flows, login::purgeFlows(writer, now, kKeepFlows, kFlowsOfATenant));
        return tokens + flows;
    });
}

void Maintenance::run() {
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, kInterval, [this] { return m_stopping; })) {
        lock.unlock();
        const auto purged = purge(m_store, m_clock.now());
        if (!purged) {
            log::warn("maintenance.purge", {{"reason", purged.error().reason}});
        }
        lock.lock();
    }
}

} // namespace gatehouse::broker
