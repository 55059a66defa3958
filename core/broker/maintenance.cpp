// SPDX-License-Identifier: Apache-2.0
#include "broker/maintenance.h"

#include "base/log.h"
#include "login/flow.h"
#include "login/recording.h"
#include "outbox/outbox.h"
#include "provisioning/requests.h"
#include "sessions/sessions.h"
#include "tenants/tenants.h"

namespace gatehouse::broker {
namespace {

constexpr Seconds kInterval{60};
constexpr Seconds kKeepExpired{24 * 3600}; // longer than any token lives, so that a replay is always recognised
constexpr Seconds kKeepReceipts{7 * 24 * 3600};
constexpr Seconds kKeepFlows{30 * 24 * 3600};
constexpr std::int64_t kFlowsOfATenant = 10000;
constexpr Seconds kKeepRequests{30 * 24 * 3600};
constexpr std::int64_t kRequestsOfATenant = 10000;
constexpr std::int64_t kAtOnce = 200;
constexpr int kTenantsAtOnce = 500;

Status forgetRequestsOf(store::Store& store, const TenantId& tenant, Time now) {
    TRY(due, store.read([&](store::Reader& reader) {
        return provisioning::requestsToForget(reader, tenant, now, kKeepRequests, kRequestsOfATenant);
    }));
    if (due.empty()) {
        return {};
    }
    return store.write([&](store::Writer& writer) { return provisioning::forgetRequests(writer, tenant, due); })
        .map([](std::int64_t) {});
}

Result<std::int64_t> forgetRecordingsOf(store::Store& store, const tenants::Tenant& tenant, Time now) {
    TRY(last, store.read([&](store::Reader& reader) {
        return login::lastToForget(reader, tenant.id, tenant.settings.recording, now);
    }));
    if (!last) {
        return 0;
    }
    std::int64_t all = 0;
    for (std::int64_t dropped = kAtOnce; dropped == kAtOnce; all += dropped) {
        TRY(rows, store.write([&](store::Writer& writer) {
            return login::forgetRecordings(writer, tenant.id, *last, kAtOnce);
        }));
        dropped = rows;
    }
    ENSURE(store.write([&](store::Writer& writer) { return login::forgetConfigurations(writer, tenant.id); }));
    return all;
}

} // namespace

Maintenance::Maintenance(store::Store& store, const Clock& clock, std::function<void(Time)> alsoForget)
    : m_store(store)
    , m_clock(clock)
    , m_alsoForget(std::move(alsoForget))
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
        TRY(receipts, outbox::purge(writer, now, kKeepReceipts));
        return tokens + flows + receipts;
    });
}

Result<std::int64_t> Maintenance::forgetRecordings(store::Store& store, Time now) {
    std::int64_t all = 0;
    for (std::optional<std::string> cursor(std::in_place); cursor;) {
        TRY(page, store.read([&](store::Reader& reader) {
            return tenants::listTenants(reader, "", *cursor, kTenantsAtOnce);
        }));
        for (const tenants::Tenant& tenant : page.items) {
            ENSURE(forgetRequestsOf(store, tenant.id, now));
            TRY(dropped, forgetRecordingsOf(store, tenant, now));
            all += dropped;
        }
        cursor = page.nextCursor;
    }
    return all;
}

void Maintenance::run() {
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, kInterval, [this] { return m_stopping; })) {
        lock.unlock();
        if (m_alsoForget) {
            m_alsoForget(m_clock.now());
        }
        const auto purged = purge(m_store, m_clock.now());
        if (!purged) {
            log::warn("maintenance.purge", {{"reason", purged.error().reason}});
        }
        const auto forgotten = forgetRecordings(m_store, m_clock.now());
        if (!forgotten) {
            log::warn("maintenance.recordings", {{"reason", forgotten.error().reason}});
        }
        lock.lock();
    }
}

} // namespace gatehouse::broker
