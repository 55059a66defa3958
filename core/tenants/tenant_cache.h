// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/store.h"
#include "tenants/tenant.h"

namespace gatehouse::tenants {

/// All tenants in memory, because each request looks its own up. Changes show after their commit, in commit order: what
/// a request reads here was durable. Thread safe; a look-up takes well under a microsecond.
class TenantCache {
public:
    /// Reads every tenant. Call after the migrations, before the first request.
    [[nodiscard]] Status load(store::Store& store);

    /// nullptr if there is no such tenant. The value does not change under the holder.
    [[nodiscard]] std::shared_ptr<const Tenant> bySlug(std::string_view slug) const;
    [[nodiscard]] std::shared_ptr<const Tenant> byId(const TenantId& id) const;
    /// A slug or an id, as the Admin API's paths take it.
    [[nodiscard]] std::shared_ptr<const Tenant> byName(std::string_view slugOrId) const;
    [[nodiscard]] std::size_t size() const;

    /// Used by createTenant, updateTenant and deleteTenant. The cache must outlive the store.
    void putAfterCommit(store::Writer& writer, const Tenant& tenant);
    void dropAfterCommit(store::Writer& writer, const TenantId& id);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    using Map = std::unordered_map<std::string, std::shared_ptr<const Tenant>, Hash, std::equal_to<>>;
    void put(const Tenant& tenant);
    void drop(const TenantId& id);

    mutable std::shared_mutex m_mutex;
    Map m_bySlug;
    Map m_byId;
};

} // namespace gatehouse::tenants
