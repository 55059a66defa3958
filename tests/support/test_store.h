// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QTemporaryDir>

#include "store/sealed.h"
#include "store/store.h"
#include "tenants/tenant.h"
#include "tenants/tenant_cache.h"

namespace gatehouse::test {

/// A real store in a folder of its own, with the tenants' tables, the given ones, and two tenants, acme and evil.
class TestStore {
public:
    explicit TestStore(const std::vector<store::Migration>& migrations);
    [[nodiscard]] store::Store& operator*() const { return *m_store; }
    [[nodiscard]] store::Store* operator->() const { return m_store.get(); }
    [[nodiscard]] const tenants::Tenant& acme() const { return *m_acme; }
    [[nodiscard]] const tenants::Tenant& evil() const { return *m_evil; }
    [[nodiscard]] tenants::TenantCache& tenants() { return m_tenants; }
    /// The same key for the same tenant each time.
    [[nodiscard]] static store::Sealer sealerFor(const tenants::Tenant& tenant);
    [[nodiscard]] store::Sealer sealer() const { return sealerFor(acme()); }
    static constexpr Time kNow = Time(Milliseconds(1'800'000'000'000));

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    tenants::TenantCache m_tenants;
    std::shared_ptr<const tenants::Tenant> m_acme;
    std::shared_ptr<const tenants::Tenant> m_evil;
};

} // namespace gatehouse::test
