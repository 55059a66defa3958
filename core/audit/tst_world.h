// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "audit/checkpoint.h"
#include "keys/key_ring.h"
#include "tenants/tenants.h"

namespace gatehouse::audit::test {

/// A store with two tenants and their keys, for the tests of this folder.
class World {
public:
    const Time now = fromMillis(1'700'000'000'000);
    TenantId acme;
    TenantId evil;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<keys::KeyRing> keys;

    World() {
        store::Options options;
        options.file = m_dir.filePath("test.db").toStdString();
        store = *store::openSqlite(options);
        std::vector<store::Migration> steps = tenants::migrations();
        for (const auto& more : {keys::migrations(), migrations()}) {
            steps.insert(steps.end(), more.begin(), more.end());
        }
        if (!store->migrate(steps)) {
            std::abort();
        }
        keys = *keys::KeyRing::open(*store, *keys::MasterKey::fromBytes(std::string(32, 'm')), now);
        acme = addTenant("acme");
        evil = addTenant("evil");
    }
    ~World() { store.reset(); }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    TenantId addTenant(const std::string& slug) {
        tenants::Tenant draft;
        draft.slug = slug;
        draft.name = slug;
        const TenantId id =
            store->write([&](store::Writer& w) { return tenants::createTenant(w, m_cache, draft, now); })->id;
        const auto made = keys->generate(id, now);
        if (!store->write([&](store::Writer& w) { return keys->insert(w, *made); })) {
            std::abort();
        }
        return id;
    }
    [[nodiscard]] store::Sealer sealer(const TenantId& tenant) const { return *keys->sealerFor(tenant); }
    Status add(const TenantId& tenant, const Record& record, Time at) {
        const store::Sealer sealed = sealer(tenant);
        return store->write([&](store::Writer& w) { return append(w, sealed, tenant, record, at); });
    }
    Status add(const TenantId& tenant, const Record& record) { return add(tenant, record, now); }
    void fill(const TenantId& tenant, int count) {
        const store::Sealer sealed = sealer(tenant);
        const Status status = store->write([&](store::Writer& w) -> Status {
            for (int i = 0; i < count; ++i) {
                ENSURE(append(w, sealed, tenant, login(i), now + Seconds(i)));
            }
            return {};
        });
        if (!status) {
            std::abort();
        }
    }
    static Record login(int number = 0) {
        Record record;
        record.type = "SSOLoginSuccess";
        record.actor = {ActorType::User, "user-" + std::to_string(number), "Ana Example"};
        record.target = {"connection", "connection-1", "okta"};
        record.ip = "192.0.2.7";
        record.flowId = FlowId("flow-" + std::to_string(number));
        record.data = {{"acr", "phr"}, {"number", number}};
        record.personal = {{"email", "ana@acme.example"}};
        return record;
    }
    [[nodiscard]] Page all(const TenantId& tenant, const Filter& filter = {}) {
        const store::Sealer sealed = sealer(tenant);
        return *store->read([&](store::Reader& r) { return list(r, sealed, filter, "", 500); });
    }
    Status sql(const std::string& text) {
        const auto done = store->write([&](store::Writer& w) { return w.execute(text, {}); });
        return done ? Status() : Status(tl::unexpected<Error>(done.error()));
    }
    std::vector<std::string> exportLines(const TenantId& tenant, std::string_view origin = "gh.example/t/acme/audit") {
        std::vector<std::string> lines;
        const Status status = exportLog(*store, *keys, tenant, origin, now, [&](std::string_view line) {
            lines.emplace_back(line);
            return true;
        });
        return status ? lines : std::vector<std::string>{status.error().reason};
    }

private:
    QTemporaryDir m_dir;
    tenants::TenantCache m_cache;
};

} // namespace gatehouse::audit::test
