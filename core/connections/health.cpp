// SPDX-License-Identifier: Apache-2.0
#include "connections/connections.h"

namespace gatehouse::connections {
namespace {

constexpr std::int64_t kSuccessMillis = 1000; ///< as exactly is it kept; many succeed in a second

std::optional<Time> optionalTime(const store::Row& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(fromMillis(row.integer(column)));
}

json::Value timeOrNull(const std::optional<Time>& time) {
    return time ? json::Value(toRfc3339(*time)) : json::Value(nullptr);
}

} // namespace

Result<Health> health(store::Reader& reader, const TenantId& tenant, const ConnectionId& id) {
    Health health;
    ENSURE(reader.query(
        "SELECT last_refresh, last_success, last_failure, failure_reason, failure_reference FROM connection_health"
        " WHERE tenant = $1 AND id = $2",
        {tenant.text(), id.text()}, [&](const store::Row& row) {
            health.lastRefresh = optionalTime(row, 0);
            health.lastSuccess = optionalTime(row, 1);
            health.lastFailure = optionalTime(row, 2);
            health.lastFailureReason = row.text(3);
            health.lastFailureReference = row.text(4);
            return false;
        }));
    return health;
}

json::Object toJson(const Health& health) {
    return {{"lastRefresh", timeOrNull(health.lastRefresh)},
            {"lastSuccess", timeOrNull(health.lastSuccess)},
            {"lastFailure", timeOrNull(health.lastFailure)},
            {"lastFailureReason", health.lastFailureReason},
            {"lastFailureReference", health.lastFailureReference}};
}

Status recordRefresh(store::Writer& writer, const TenantId& tenant, const ConnectionId& id, Time now) {
    return writer
        .execute("INSERT INTO connection_health (tenant, id, last_refresh) VALUES ($1, $2, $3)"
                 " ON CONFLICT (tenant, id) DO UPDATE SET last_refresh = $3",
                 {tenant.text(), id.text(), toMillis(now)})
        .map([](std::int64_t) {});
}

Status recordOutcome(store::Writer& writer, const TenantId& tenant, const ConnectionId& id, bool success,
                     std::string_view reason, std::string_view reference, Time now) {
    if (success) {
        return writer
            .execute("INSERT INTO connection_health (tenant, id, last_success) VALUES ($1, $2, $3)"
                     " ON CONFLICT (tenant, id) DO UPDATE SET last_success = $3"
                     " WHERE last_success IS NULL OR last_success NOT BETWEEN $3 - $4 AND $3"
                     " OR last_failure >= last_success",
                     {tenant.text(), id.text(), toMillis(now), kSuccessMillis})
            .map([](std::int64_t) {});
    }
    return writer
        .execute(
            "INSERT INTO connection_health (tenant, id, last_failure, failure_reason, failure_reference) VALUES ($1, "
            "$2, $3, $4, $5)"
            " ON CONFLICT (tenant, id) DO UPDATE SET last_failure = $3, failure_reason = $4, failure_reference = $5",
            {tenant.text(), id.text(), toMillis(now), reason, reference})
        .map([](std::int64_t) {});
}

} // namespace gatehouse::connections
