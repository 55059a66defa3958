// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_store.h"

#include <cstdlib>
#include <iostream>

#include "crypto/hash.h"
#include "tenants/tenants.h"

namespace gatehouse::test {
namespace {

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::cerr << "test set-up: " << result.error().reason << " " << result.error().detail << "\n";
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

} // namespace

TestStore::TestStore(const std::vector<store::Migration>& migrations)
    : m_store(must(store::openSqlite({std::filesystem::path(m_folder.filePath("test.db").toStdString())}))) {
    std::vector<store::Migration> all = tenants::migrations();
    all.insert(all.end(), migrations.begin(), migrations.end());
    must(m_store->migrate(all));
    for (const char* slug : {"acme", "evil"}) {
        tenants::Tenant draft;
        draft.slug = slug;
        draft.name = slug;
        must(m_store->write(
            [&](store::Writer& writer) { return tenants::createTenant(writer, m_tenants, draft, kNow); }));
    }
    m_acme = m_tenants.bySlug("acme");
    m_evil = m_tenants.bySlug("evil");
}

store::Sealer TestStore::sealerFor(const tenants::Tenant& tenant) {
    return store::Sealer(tenant.id, Secret(crypto::sha256("test data key of " + tenant.id.text())));
}

} // namespace gatehouse::test
