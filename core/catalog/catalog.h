// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/cache.h"
#include "base/ids.h"
#include "catalog/element.h"
#include "scim/schema.h"
#include "store/store.h"

namespace gatehouse::catalog {

/// Tables catalog_elements and catalog_versions; to be applied after those of tenants.
[[nodiscard]] std::vector<store::Migration> migrations();

/// A tenant's catalog as it is now.
struct Catalog {
    std::int64_t version = 0; ///< grows with each change of any element; 0: there never was one
    std::optional<Time> changedAt;
    std::vector<Element> elements;         ///< by name
    std::optional<scim::Schema> extension; ///< of SCIM's User (scim_extension.h)
};

// `catalog.not_found`, `catalog.name_taken` (in any case), `catalog.stale`. Each change is a new version of the
// catalog.
[[nodiscard]] Status insertElement(store::Writer& writer, const TenantId& tenant, const Element& element);
[[nodiscard]] Status updateElement(store::Writer& writer, const TenantId& tenant, Element& element);
[[nodiscard]] Status removeElement(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now);
[[nodiscard]] Result<Element> findElement(store::Reader& reader, const TenantId& tenant, std::string_view id);
[[nodiscard]] Result<Catalog> readCatalog(store::Reader& reader, const TenantId& tenant);

/// The catalogs for the request path. Drop from afterCommit on any change.
class CatalogCache {
public:
    explicit CatalogCache(store::Store& store)
        : m_store(store) {}
    [[nodiscard]] Result<std::shared_ptr<const Catalog>> get(const TenantId& tenant) {
        return m_catalogs.get(
            tenant, [&] { return m_store.read([&](store::Reader& reader) { return readCatalog(reader, tenant); }); });
    }
    void drop(const TenantId& tenant) { m_catalogs.drop(tenant); }

private:
    store::Store& m_store;
    Cache<TenantId, Catalog> m_catalogs;
};

} // namespace gatehouse::catalog
