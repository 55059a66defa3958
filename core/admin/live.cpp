// SPDX-License-Identifier: Apache-2.0
#include "admin/live.h"

#include <algorithm>

#include "admin/api/transport.h"
#include "admin/status.h"
#include "audit/audit.h"
#include "base/log.h"
#include "login/flow.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

constexpr std::chrono::seconds kStatusEvery{5};
constexpr std::size_t kMaxPending = 10000;
constexpr int kRecordsAtOnce = 500;
constexpr int kPagesCounted = 20;

std::int64_t dayOf(Time time) {
    return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

} // namespace

Live::Live(const Services& services, StatusText statusText)
    : m_services(services)
    , m_statusText(std::move(statusText))
    , m_startedAt(services.clock.now())
    , m_thread([this] { run(); }) {}

Live::~Live() {
    stop();
}

void Live::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_subscribers.clear();
    }
    m_wake.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void Live::onFlow(const login::Flow& flow) {
    if (flow.outcome != login::Outcome::Started && !flow.test) {
        const Time at = flow.finishedAt.value_or(m_services.clock.now());
        count(flow.tenant, at, flow.outcome == login::Outcome::Success, flow.reason);
        sampleLatency(at);
    }
    const std::lock_guard lock(m_mutex);
    if (m_subscribers.empty() || m_pending.size() >= kMaxPending) {
        return;
    }
    m_pending.push_back({flow.tenant, std::string(api::kFlowEvent), json::write(login::toJson(flow, false))});
    m_changed.insert(flow.tenant);
    m_wake.notify_all();
}

void Live::onTestStage(const TenantId& tenant, const json::Object& stage) {
    const std::lock_guard lock(m_mutex);
    if (m_subscribers.empty() || m_pending.size() >= kMaxPending) {
        return;
    }
    m_pending.push_back({tenant, std::string(api::kTestEvent), json::write(stage)});
    m_wake.notify_all();
}

void Live::onRecord(const TenantId& log) {
    const std::lock_guard lock(m_mutex);
    if (m_subscribers.empty()) {
        return;
    }
    m_changed.insert(log);
    m_wake.notify_all();
}

void Live::publish(const TenantId& tenant, std::string_view event, std::string data) {
    const std::lock_guard lock(m_mutex);
    if (m_subscribers.empty() || m_pending.size() >= kMaxPending) {
        return;
    }
    m_pending.push_back({tenant, std::string(event), std::move(data)});
    m_wake.notify_all();
}

std::shared_ptr<void> Live::subscribe(const std::optional<TenantId>& tenant, EventSink sink) {
    auto handle = std::make_shared<int>(0);
    const std::lock_guard positions(m_positionsMutex);
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_subscribers, [](const auto& each) { return each->handle.expired(); });
        first = m_subscribers.empty();
    }
    if (first) {
        learnPositions();
    }
    const std::lock_guard lock(m_mutex);
    m_subscribers.push_back(std::make_shared<Subscriber>(Subscriber{tenant, std::move(sink), handle}));
    m_wake.notify_all();
    return handle;
}

LoginNumbers Live::numbers(const std::optional<TenantId>& tenant) const {
    const std::int64_t today = dayOf(m_services.clock.now());
    std::map<std::string, std::int64_t> reasons;
    LoginNumbers out;
    const std::lock_guard lock(m_mutex);
    for (const auto& [id, day] : m_days) {
        if (day.number != today || (tenant && id != *tenant)) {
            continue;
        }
        out.successes += day.successes;
        out.failures += day.failures;
        for (const auto& [reason, times] : day.reasons) {
            reasons[reason] += times;
        }
    }
    out.reasons = rankedReasons(reasons);
    return out;
}

/// Now and then: sorting a thousand numbers is cheap, but not for each login.
void Live::sampleLatency(Time at) {
    if (m_history.wantsSample(at)) {
        m_history.sample(at, latencyOf(m_services.login).p95);
    }
}

void Live::count(const TenantId& tenant, Time at, bool success, const std::string& reason) {
    m_history.add(tenant, at, success, reason);
    const std::lock_guard lock(m_mutex);
    Day& day = m_days[tenant];
    if (day.number < dayOf(at)) {
        day = Day{dayOf(at), 0, 0, {}};
    }
    if (day.number != dayOf(at)) {
        return;
    }
    if (success) {
        ++day.successes;
    } else {
        ++day.failures;
        ++day.reasons[reason];
    }
}

std::vector<tenants::Tenant> Live::allTenants() const {
    std::vector<tenants::Tenant> all;
    for (std::optional<std::string> cursor = ""; cursor;) {
        auto page = m_services.store.read(
            [&](store::Reader& reader) { return tenants::listTenants(reader, "", *cursor, 500); });
        if (!page) {
            return all;
        }
        std::move(page->items.begin(), page->items.end(), std::back_inserter(all));
        cursor = page->nextCursor;
    }
    return all;
}

/// Logins of today and of the last 24 hours from before this process started.
void Live::countEarlier() {
    for (const tenants::Tenant& tenant : allTenants()) {
        const auto sealer = m_services.keys.sealerFor(tenant.id);
        audit::Filter filter;
        filter.type = "SSOLoginSuccess,SSOLoginFailure";
        filter.from = m_startedAt - std::chrono::hours(LoginHistory::kHours);
        filter.to = m_startedAt;
        std::optional<std::string> cursor = "";
        for (int i = 0; sealer && cursor && i < kPagesCounted; ++i) {
            const auto page = m_services.store.read(
                [&](store::Reader& reader) { return audit::list(reader, *sealer, filter, *cursor, kRecordsAtOnce); });
            if (!page) {
                break;
            }
            for (const audit::Entry& entry : page->items) {
                count(tenant.id, entry.time, entry.record.outcome == audit::Outcome::Success, entry.record.reason);
            }
            cursor = page->nextCursor;
        }
    }
}

/// Where each log ends now: what comes later is news.
void Live::learnPositions() {
    const auto learn = [this](const TenantId& id) {
        const auto last = m_services.store.read([&](store::Reader& reader) { return audit::lastSeq(reader, id); });
        m_positions[id] = last.value_or(0);
    };
    learn(platformTenant());
    for (const tenants::Tenant& tenant : allTenants()) {
        learn(tenant.id);
    }
}

std::vector<TenantId> Live::knownLogs() {
    const std::lock_guard positions(m_positionsMutex);
    std::vector<TenantId> out;
    out.reserve(m_positions.size());
    for (const auto& [tenant, position] : m_positions) {
        out.push_back(tenant);
    }
    return out;
}

void Live::sendRecords(const TenantId& tenant) {
    const auto sealer = m_services.keys.sealerFor(tenant);
    if (!sealer) {
        return;
    }
    const std::lock_guard positions(m_positionsMutex);
    std::int64_t& position = m_positions[tenant];
    const auto known = m_services.tenants.byId(tenant);
    const auto entries = m_services.store.read(
        [&](store::Reader& reader) { return audit::listAfter(reader, *sealer, position, kRecordsAtOnce); });
    if (!entries) {
        log::warn("admin.events", {{"reason", entries.error().reason}});
        return;
    }
    for (const audit::Entry& entry : *entries) {
        json::Object data = audit::toJson(entry);
        data["tenant"] = known ? known->slug : std::string();
        send(tenant, api::kAuditEvent, json::write(data));
        position = entry.seq;
    }
}

void Live::sendStatus() {
    std::set<std::optional<TenantId>> wanted;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& subscriber : m_subscribers) {
            wanted.insert(subscriber->tenant);
        }
    }
    for (const auto& tenant : wanted) {
        const std::string text = m_statusText(tenant);
        std::vector<std::shared_ptr<Subscriber>> takers;
        {
            const std::lock_guard lock(m_mutex);
            std::copy_if(m_subscribers.begin(), m_subscribers.end(), std::back_inserter(takers),
                         [&](const auto& each) { return each->tenant == tenant; });
        }
        for (const auto& taker : takers) {
            if (const auto alive = taker->handle.lock()) {
                (void)taker->sink(api::kStatusEvent, text);
            }
        }
    }
}

void Live::send(const std::optional<TenantId>& tenant, std::string_view event, std::string_view data) {
    std::vector<std::shared_ptr<Subscriber>> takers;
    {
        const std::lock_guard lock(m_mutex);
        takers = m_subscribers;
    }
    std::vector<std::shared_ptr<Subscriber>> gone;
    for (const auto& taker : takers) {
        const auto alive = taker->handle.lock();
        const bool concerned = !taker->tenant || taker->tenant == tenant;
        if (!alive || (concerned && !taker->sink(event, data))) {
            gone.push_back(taker);
        }
    }
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_subscribers,
                  [&](const auto& each) { return std::find(gone.begin(), gone.end(), each) != gone.end(); });
}

void Live::run() {
    countEarlier();
    auto nextStatus = std::chrono::steady_clock::now();
    while (true) {
        std::set<TenantId> changed;
        std::deque<Pending> pending;
        {
            std::unique_lock lock(m_mutex);
            if (m_subscribers.empty()) {
                m_wake.wait(lock, [this] { return m_stopping || !m_subscribers.empty(); });
                nextStatus = std::chrono::steady_clock::now();
            } else {
                m_wake.wait_until(lock, nextStatus,
                                  [this] { return m_stopping || !m_pending.empty() || !m_changed.empty(); });
            }
            if (m_stopping) {
                return;
            }
            changed.swap(m_changed);
            pending.swap(m_pending);
        }
        for (const Pending& each : pending) {
            send(each.tenant, each.event, each.data);
        }
        const bool due = std::chrono::steady_clock::now() >= nextStatus;
        if (due) {
            // Records that nobody told us of, such as those of tokens.
            const std::vector<TenantId> known = knownLogs();
            changed.insert(known.begin(), known.end());
        }
        for (const TenantId& tenant : changed) {
            sendRecords(tenant);
        }
        if (due) {
            sendStatus();
            nextStatus = std::chrono::steady_clock::now() + kStatusEvery;
            const std::lock_guard lock(m_mutex);
            std::erase_if(m_subscribers, [](const auto& each) { return each->handle.expired(); });
        }
    }
}

} // namespace gatehouse::admin
