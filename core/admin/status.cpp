// SPDX-License-Identifier: Apache-2.0
#include "admin/status.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

double percentile(const std::vector<std::int64_t>& sorted, double share) {
    if (sorted.empty()) {
        return 0;
    }
    const auto index = std::size_t(share * double(sorted.size() - 1) + 0.5);
    return double(sorted[index]) / 1000.0;
}

std::int64_t countRows(store::Reader& reader, std::string_view sql, store::Args args) {
    std::int64_t count = 0;
    const Status read = reader.query(sql, args, [&](const store::Row& row) {
        count = row.integer(0);
        return false;
    });
    return read ? count : 0;
}

/// Rows of other modules' tables, counted here alone: a number for a screen is no reason for an interface.
void countThings(store::Reader& reader, const std::optional<TenantId>& tenant, Time now, api::BrokerStatus& status) {
    const std::string any = tenant ? tenant->text() : "";
    status.connections = countRows(reader, "SELECT COUNT(*) FROM connections WHERE $1 = '' OR tenant = $1", {any});
    status.apps = countRows(reader, "SELECT COUNT(*) FROM apps WHERE $1 = '' OR owner = $1", {any});
    status.sessions = countRows(reader,
                                "SELECT COUNT(*) FROM sessions WHERE ($1 = '' OR tenant = $1) AND ended_at IS NULL"
                                " AND expires_at > $2 AND idle_expires_at > $2",
                                {any, toMillis(now)});
}

} // namespace

api::Latency latencyOf(const login::LoginService& login) {
    std::vector<std::int64_t> micros = login.statistics().durationsMicros;
    std::sort(micros.begin(), micros.end());
    return {percentile(micros, 0.5), percentile(micros, 0.95), percentile(micros, 0.99)};
}

api::BrokerStatus statusOf(const Services& services, const Live& live, const std::optional<TenantId>& tenant) {
    const Time now = services.clock.now();
    const LoginNumbers logins = live.numbers(tenant);
    api::BrokerStatus out;
    out.publicUrl = services.publicUrl.base();
    out.version = services.version;
    out.startedAt = services.startedAt;
    out.uptime = std::chrono::duration_cast<Seconds>(now - services.startedAt).count();
    out.latency = latencyOf(services.login);
    out.loginsToday = logins.successes;
    out.failuresToday = logins.failures;
    out.failureReasons = logins.reasons;
    out.tenants = tenant ? 1 : std::int64_t(services.tenants.size());
    (void)services.store.read([&](store::Reader& reader) -> Status {
        countThings(reader, tenant, now, out);
        return {};
    });
    return out;
}

} // namespace gatehouse::admin
