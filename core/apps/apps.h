// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "apps/app.h"
#include "base/cache.h"
#include "store/store.h"

namespace gatehouse::apps {

[[nodiscard]] std::vector<store::Migration> migrations();

// Rows of one owner (a tenant, or the platform). `apps.not_found`, `apps.client_id_taken` (Conflict), `apps.stale`
// (Conflict).
[[nodiscard]] Result<App> find(store::Reader& reader, const TenantId& owner, const AppId& id);
[[nodiscard]] Result<App> findByClientId(store::Reader& reader, const TenantId& owner, std::string_view clientId);
struct Page {
    std::vector<App> items;
    std::optional<std::string> nextCursor;
};
[[nodiscard]] Result<Page> list(store::Reader& reader, const TenantId& owner, std::string_view query,
                                std::string_view cursor, std::size_t limit);
[[nodiscard]] Result<std::int64_t> count(store::Reader& reader, const TenantId& owner);
[[nodiscard]] Status insert(store::Writer& writer, const App& app);
/// Writes everything and raises the version; `apps.stale` unless the stored version is app.version.
[[nodiscard]] Status update(store::Writer& writer, App& app);
[[nodiscard]] Status remove(store::Writer& writer, const TenantId& owner, const AppId& id);

/// A new secret for an app: its text, shown once, and what to keep of it.
struct NewSecret {
    Secret text;
    SecretHash kept;
};
[[nodiscard]] NewSecret makeSecret(std::optional<Time> now = std::nullopt);

/// Apps by (owner, client_id) for the request path. Every write above must be followed by a drop, from afterCommit.
class AppCache {
public:
    /// `builtIn` is known everywhere without being stored.
    explicit AppCache(store::Store& store, std::shared_ptr<const App> builtIn = nullptr)
        : m_store(store)
        , m_builtIn(std::move(builtIn)) {}
    /// The app that `clientId` means at the issuer of `tenant`: the tenant's own, else one of the platform's that
    /// serves it, else the one that is built in. At the front door pass the platform. `apps.not_found`.
    [[nodiscard]] Result<std::shared_ptr<const App>> find(const TenantId& tenant, std::string_view slug,
                                                          std::string_view clientId);
    /// By id, wherever it belongs, for stored references.
    [[nodiscard]] Result<std::shared_ptr<const App>> get(const TenantId& owner, const AppId& id);
    /// The types of authorization_details (RFC 9396) that the apps at the issuer of `tenant` may ask for, each once and
    /// in order. At the front door pass the platform.
    [[nodiscard]] Result<std::shared_ptr<const std::vector<std::string>>> detailsTypes(const TenantId& tenant,
                                                                                       std::string_view slug);
    void clear() {
        m_byClientId.clear();
        m_byId.clear();
        m_detailsTypes.clear();
    }

private:
    store::Store& m_store;
    std::shared_ptr<const App> m_builtIn;
    Cache<std::string, App> m_byClientId;
    Cache<std::string, App> m_byId;
    Cache<std::string, std::vector<std::string>> m_detailsTypes;
};

} // namespace gatehouse::apps
