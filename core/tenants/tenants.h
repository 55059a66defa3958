// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "tenants/tenant.h"
#include "tenants/tenant_cache.h"

namespace gatehouse::tenants {

/// Tables tenants, tenant_tombstones and domains. Every other module's tenant_id column says
/// `REFERENCES tenants(id) ON DELETE CASCADE`, so that deleting a tenant deletes all that is its own.
[[nodiscard]] const std::vector<store::Migration>& migrations();

/// A page of a list in a stable order; pass `nextCursor` back for the next one, nullopt at the end.
struct TenantPage {
    std::vector<Tenant> items;
    std::optional<std::string> nextCursor;
};

/// Stores a new tenant (slug, name, kind, status and settings of `draft`; id, times and version are set here).
/// `tenant.slug_invalid`, `tenant.name_invalid`, `tenant.slug_taken` (Conflict).
[[nodiscard]] Result<Tenant> createTenant(store::Writer& writer, TenantCache& cache, const Tenant& draft, Time now);
/// `tenant.not_found`. The platform's own row is never found.
[[nodiscard]] Result<Tenant> findTenant(store::Reader& reader, const TenantId& id);
[[nodiscard]] Result<Tenant> findTenantBySlug(store::Reader& reader, std::string_view slug);
/// A slug or an id, as the Admin API's paths take it.
[[nodiscard]] Result<Tenant> findTenantByName(store::Reader& reader, std::string_view slugOrId);
/// Ordered by slug. `search` finds the text in slug or name, without case for ASCII. `limit` 1 to 500. `tenant.cursor`
/// for a cursor that is not ours.
[[nodiscard]] Result<TenantPage> listTenants(store::Reader& reader, std::string_view search, std::string_view cursor,
                                             int limit);
/// Saves slug, name, kind, status and settings if the stored version is still `tenant.version`; gives the row with its
/// new version. `tenant.stale` (Conflict), `tenant.not_found`, and what createTenant refuses.
[[nodiscard]] Result<Tenant> updateTenant(store::Writer& writer, TenantCache& cache, const Tenant& tenant, Time now);
/// Removes the tenant and, by cascade, everything that is its own; a tombstone keeps id, slug and time. A tenant
/// created later under the same slug has another id and inherits nothing (security.md AD-16). `tenant.not_found`.
[[nodiscard]] Status deleteTenant(store::Writer& writer, TenantCache& cache, const TenantId& id, Time now);
/// True if a tenant with this id has existed and was deleted.
[[nodiscard]] Result<bool> wasDeleted(store::Reader& reader, const TenantId& id);

} // namespace gatehouse::tenants
