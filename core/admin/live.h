// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "admin/api/status.h"
#include "admin/login_history.h"
#include "admin/services.h"

namespace gatehouse::admin {

/// Takes one event: its name (admin/api/transport.h) and its data as JSON. False once nobody listens any more.
using EventSink = std::function<bool(std::string_view event, std::string_view data)>;

/// Logins of today, since 00:00 UTC.
struct LoginNumbers {
    std::int64_t successes = 0;
    std::int64_t failures = 0;
    std::vector<api::ReasonCount> reasons; ///< most frequent first
};

/// What happens, as it happens: the events of GET /admin/v1/events and the numbers of GET /admin/v1/status. A thread of
/// its own reads the logs of tenants that something happened in, and only while somebody listens.
class Live {
public:
    /// `statusText`: the status of one tenant, or of the broker, as JSON.
    using StatusText = std::function<std::string(const std::optional<TenantId>&)>;
    Live(const Services& services, StatusText statusText);
    ~Live();
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    /// After each commit that changed a flow (login::LoginService::Parts::onFlow). Cheap.
    void onFlow(const login::Flow& flow);
    /// As soon as one stage of a connection test is known (api::TestStage).
    void onTestStage(const TenantId& tenant, const json::Object& stage);
    /// After a commit that appended to a tenant's log.
    void onRecord(const TenantId& log);
    /// Something that is in no log: sent as it is to who listens to the tenant.
    void publish(const TenantId& tenant, std::string_view event, std::string data);
    /// Sends events of one tenant, or of all, until the sink says false or the handle is dropped.
    [[nodiscard]] std::shared_ptr<void> subscribe(const std::optional<TenantId>& tenant, EventSink sink);
    [[nodiscard]] const LoginHistory& history() const { return m_history; }
    [[nodiscard]] LoginNumbers numbers(const std::optional<TenantId>& tenant) const;
    /// Stops the thread; nothing is sent afterwards. Safe to call twice.
    void stop();

private:
    struct Subscriber {
        std::optional<TenantId> tenant;
        EventSink sink;
        std::weak_ptr<void> handle;
    };
    struct Day {
        std::int64_t number = 0; ///< days since 1970
        std::int64_t successes = 0;
        std::int64_t failures = 0;
        std::map<std::string, std::int64_t> reasons;
    };
    struct Pending {
        TenantId tenant;
        std::string event;
        std::string data;
    };

    void run();
    void countEarlier();
    void learnPositions();
    [[nodiscard]] std::vector<TenantId> knownLogs();
    void sendRecords(const TenantId& tenant);
    void sendStatus();
    void send(const std::optional<TenantId>& tenant, std::string_view event, std::string_view data);
    void count(const TenantId& tenant, Time at, bool success, const std::string& reason);
    void sampleLatency(Time at);
    [[nodiscard]] std::vector<tenants::Tenant> allTenants() const;

    const Services& m_services;
    StatusText m_statusText;
    const Time m_startedAt;

    LoginHistory m_history;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::vector<std::shared_ptr<Subscriber>> m_subscribers;
    std::set<TenantId> m_changed;
    std::deque<Pending> m_pending;
    std::unordered_map<TenantId, Day> m_days;
    std::mutex m_positionsMutex;                            ///< taken before m_mutex
    std::unordered_map<TenantId, std::int64_t> m_positions; ///< last record sent
    std::thread m_thread;
};

} // namespace gatehouse::admin
