// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/cache.h"
#include "connections/connection.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::connections {

[[nodiscard]] std::vector<store::Migration> migrations();

// `connections.not_found`, `connections.name_taken` (Conflict), `connections.stale` (Conflict).
[[nodiscard]] Result<Connection> find(store::Reader& reader, const store::Sealer& sealer, const ConnectionId& id);
[[nodiscard]] Result<Connection> findByName(store::Reader& reader, const store::Sealer& sealer, std::string_view name);
struct Page {
    std::vector<Connection> items;
    std::optional<std::string> nextCursor;
};
[[nodiscard]] Result<Page> list(store::Reader& reader, const store::Sealer& sealer, std::string_view query,
                                std::string_view cursor, std::size_t limit);
[[nodiscard]] Status insert(store::Writer& writer, const store::Sealer& sealer, const Connection& connection);
[[nodiscard]] Status update(store::Writer& writer, const store::Sealer& sealer, Connection& connection);
[[nodiscard]] Status remove(store::Writer& writer, const TenantId& tenant, const ConnectionId& id);
/// The version that is stored now, nullopt if there is no such connection. One small read.
[[nodiscard]] Result<std::optional<std::int64_t>> versionOf(store::Reader& reader, const TenantId& tenant,
                                                            const ConnectionId& id);
/// The tenant that owns a connection id: the callback address names the connection alone. `connections.not_found`.
[[nodiscard]] Result<TenantId> tenantOf(store::Reader& reader, const ConnectionId& id);

/// What is known of a connection's health; kept in the store so that a restart does not forget it.
struct Health {
    std::optional<Time> lastRefresh;
    std::optional<Time> lastSuccess;
    std::optional<Time> lastFailure;
    std::string lastFailureReason;
    std::string lastFailureReference;
};
[[nodiscard]] Result<Health> health(store::Reader& reader, const TenantId& tenant, const ConnectionId& id);
[[nodiscard]] json::Object toJson(const Health& health);
[[nodiscard]] Status recordRefresh(store::Writer& writer, const TenantId& tenant, const ConnectionId& id, Time now);
/// What a sign-in came to, for Health: `reason` (a slug of docs/errors.md) and `reference` of a failure. Of successes
/// within a second one is kept, unless a failure lies between.
[[nodiscard]] Status recordOutcome(store::Writer& writer, const TenantId& tenant, const ConnectionId& id, bool success,
                                   std::string_view reason, std::string_view reference, Time now);

/// Enabled connections of a tenant for the request path. Drop from afterCommit on any change.
using List = std::vector<std::shared_ptr<const Connection>>;
class ConnectionCache {
public:
    explicit ConnectionCache(store::Store& store)
        : m_store(store) {}
    /// All of the tenant's connections, enabled or not.
    [[nodiscard]] Result<std::shared_ptr<const List>> all(const store::Sealer& sealer);
    [[nodiscard]] Result<std::shared_ptr<const Connection>> get(const store::Sealer& sealer, const ConnectionId& id);
    /// The tenant of a connection. `connections.not_found`.
    [[nodiscard]] Result<TenantId> tenantOf(const ConnectionId& id);
    void drop(const TenantId& tenant);

private:
    store::Store& m_store;
    Cache<TenantId, List> m_lists;
    Cache<ConnectionId, TenantId> m_tenants;
};

} // namespace gatehouse::connections
