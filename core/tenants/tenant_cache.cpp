// SPDX-License-Identifier: Apache-2.0
#include "tenants/tenant_cache.h"

#include <mutex>

#include "tenants/tenants.h"

namespace gatehouse::tenants {

Status TenantCache::load(store::Store& store) {
    std::string cursor;
    while (true) {
        TRY(page, store.read([&](store::Reader& reader) { return listTenants(reader, "", cursor, 500); }));
        for (const Tenant& tenant : page.items) {
            put(tenant);
        }
        if (!page.nextCursor) {
            return {};
        }
        cursor = *page.nextCursor;
    }
}

std::shared_ptr<const Tenant> TenantCache::bySlug(std::string_view slug) const {
    const std::shared_lock lock(m_mutex);
    const auto found = m_bySlug.find(slug);
    return found == m_bySlug.end() ? nullptr : found->second;
}

std::shared_ptr<const Tenant> TenantCache::byId(const TenantId& id) const {
    const std::shared_lock lock(m_mutex);
    const auto found = m_byId.find(id.text());
    return found == m_byId.end() ? nullptr : found->second;
}

std::shared_ptr<const Tenant> TenantCache::byName(std::string_view slugOrId) const {
    const std::shared_lock lock(m_mutex);
    if (const auto found = m_bySlug.find(slugOrId); found != m_bySlug.end()) {
        return found->second;
    }
    const auto found = m_byId.find(slugOrId);
    return found == m_byId.end() ? nullptr : found->second;
}

std::size_t TenantCache::size() const {
    const std::shared_lock lock(m_mutex);
    return m_byId.size();
}

void TenantCache::putAfterCommit(store::Writer& writer, const Tenant& tenant) {
    writer.afterCommit([this, tenant] { put(tenant); });
}

void TenantCache::dropAfterCommit(store::Writer& writer, const TenantId& id) {
    writer.afterCommit([this, id] { drop(id); });
}

void TenantCache::put(const Tenant& tenant) {
    const auto value = std::make_shared<const Tenant>(tenant);
    const std::unique_lock lock(m_mutex);
    if (const auto old = m_byId.find(tenant.id.text()); old != m_byId.end() && old->second->slug != tenant.slug) {
        if (const auto slug = m_bySlug.find(old->second->slug);
            slug != m_bySlug.end() && slug->second->id == tenant.id) {
            m_bySlug.erase(slug);
        }
    }
    m_bySlug.insert_or_assign(tenant.slug, value);
    m_byId.insert_or_assign(tenant.id.text(), value);
}

void TenantCache::drop(const TenantId& id) {
    const std::unique_lock lock(m_mutex);
    const auto old = m_byId.find(id.text());
    if (old == m_byId.end()) {
        return;
    }
    if (const auto slug = m_bySlug.find(old->second->slug); slug != m_bySlug.end() && slug->second->id == id) {
        m_bySlug.erase(slug);
    }
    m_byId.erase(old);
}

} // namespace gatehouse::tenants
