// SPDX-License-Identifier: Apache-2.0
#include "tenants/tenants.h"

#include "base/encoding.h"
#include "crypto/random.h"
#include "tenants/tenant_json.h"

namespace gatehouse::tenants {

namespace {

constexpr std::string_view kMigration1 = R"sql(
CREATE TABLE tenants (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  settings TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) {table};
CREATE TABLE tenant_tombstones (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  deleted_at INTEGER NOT NULL
) {table};
CREATE TABLE domains (
  tenant_id TEXT NOT NULL REFERENCES tenants(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  txt_record TEXT NOT NULL,
  asserted INTEGER NOT NULL,
  verified_at INTEGER,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, name)
) {table};
CREATE UNIQUE INDEX domains_verified_once ON domains (name) WHERE status = 'verified';
INSERT INTO tenants (id, slug, name, kind, status, settings, created_at, updated_at, version)
  VALUES ('00000000-0000-7000-8000-000000000000', '_platform', 'Platform', 'platform', 'active', '{}', 0, 0, 1);
)sql";

#define GATEHOUSE_TENANT_COLUMNS "id, slug, name, kind, status, settings, created_at, updated_at, version"

Tenant fromRow(const store::Row& row) {
    Tenant tenant;
    tenant.id = TenantId(std::string(row.text(0)));
    tenant.slug = row.text(1);
    tenant.name = row.text(2);
    tenant.kind = parseKind(row.text(3)).value_or(Kind::Live);
    tenant.status = parseStatus(row.text(4)).value_or(TenantStatus::Suspended);
    if (const auto settings = json::parseObject(row.text(5))) {
        (void)readSettings(*settings, "", tenant.settings);
    }
    tenant.createdAt = fromMillis(row.integer(6));
    tenant.updatedAt = fromMillis(row.integer(7));
    tenant.version = row.integer(8);
    return tenant;
}

Result<Tenant> readOne(store::Reader& reader, std::string_view sql, std::string_view key) {
    std::optional<Tenant> found;
    ENSURE(reader.query(sql, {key}, [&](const store::Row& row) {
        found = fromRow(row);
        return false;
    }));
    if (!found) {
        return fail(Code::NotFound, "tenant.not_found");
    }
    return *std::move(found);
}

Status checkValues(const Tenant& tenant) {
    if (!isSlug(tenant.slug)) {
        return fail(Code::InvalidArgument, "tenant.slug_invalid");
    }
    if (tenant.name.empty() || tenant.name.size() > 800 || !isUtf8(tenant.name)) {
        return fail(Code::InvalidArgument, "tenant.name_invalid");
    }
    return {};
}

Status checkSlugFree(store::Reader& reader, const Tenant& tenant) {
    const auto holder = findTenantBySlug(reader, tenant.slug);
    if (holder && holder->id != tenant.id) {
        return fail(Code::Conflict, "tenant.slug_taken");
    }
    if (!holder && holder.error().code != Code::NotFound) {
        return tl::unexpected<Error>(holder.error());
    }
    return {};
}

/// Two writers on different nodes may both have seen the slug free; the index has the last word.
Error slugConflict(Error error) {
    if (error.reason == "store.constraint") {
        error.reason = "tenant.slug_taken";
    }
    return error;
}

std::string likePattern(std::string_view search) {
    std::string pattern = "%";
    for (const char c : asciiLower(search)) {
        if (c == '%' || c == '_' || c == '\\') {
            pattern += '\\';
        }
        pattern += c;
    }
    return pattern + "%";
}

} // namespace

const std::vector<store::Migration>& migrations() {
    static const std::vector<store::Migration> steps{{"tenants", 1, kMigration1}};
    return steps;
}

Result<Tenant> createTenant(store::Writer& writer, TenantCache& cache, const Tenant& draft, Time now) {
    ENSURE(checkValues(draft));
    Tenant tenant = draft;
    tenant.id = TenantId(crypto::newUuid(now));
    tenant.createdAt = now;
    tenant.updatedAt = now;
    tenant.version = 1;
    ENSURE(checkSlugFree(writer, tenant));
    const auto inserted =
        writer.execute("INSERT INTO tenants (" GATEHOUSE_TENANT_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                       {tenant.id.text(), tenant.slug, tenant.name, kindName(tenant.kind), statusName(tenant.status),
                        json::write(toJson(tenant.settings)), toMillis(now), toMillis(now), tenant.version});
    if (!inserted) {
        return tl::unexpected<Error>(slugConflict(inserted.error()));
    }
    cache.putAfterCommit(writer, tenant);
    return tenant;
}

Result<Tenant> findTenant(store::Reader& reader, const TenantId& id) {
    return readOne(reader, "SELECT " GATEHOUSE_TENANT_COLUMNS " FROM tenants WHERE id = $1 AND kind <> 'platform'",
                   id.text());
}

Result<Tenant> findTenantBySlug(store::Reader& reader, std::string_view slug) {
    return readOne(reader, "SELECT " GATEHOUSE_TENANT_COLUMNS " FROM tenants WHERE slug = $1 AND kind <> 'platform'",
                   slug);
}

Result<Tenant> findTenantByName(store::Reader& reader, std::string_view slugOrId) {
    auto bySlug = findTenantBySlug(reader, slugOrId);
    if (bySlug || bySlug.error().code != Code::NotFound) {
        return bySlug;
    }
    return findTenant(reader, TenantId(std::string(slugOrId)));
}

Result<TenantPage> listTenants(store::Reader& reader, std::string_view search, std::string_view cursor, int limit) {
    const auto after = base64UrlDecode(cursor);
    if (!after || (!after->empty() && !isSlug(*after))) {
        return fail(Code::InvalidArgument, "tenant.cursor");
    }
    const std::size_t wanted = std::size_t(std::clamp(limit, 1, 500));
    TenantPage page;
    ENSURE(reader.query("SELECT " GATEHOUSE_TENANT_COLUMNS " FROM tenants WHERE slug > $1 AND kind <> 'platform' AND "
                        "(LOWER(slug) LIKE $2 ESCAPE '\\' OR LOWER(name) LIKE $2 ESCAPE '\\') ORDER BY slug LIMIT $3",
                        {*after, likePattern(search), std::int64_t(wanted) + 1}, [&](const store::Row& row) {
                            page.items.push_back(fromRow(row));
                            return true;
                        }));
    if (page.items.size() > wanted) {
        page.items.pop_back();
        page.nextCursor = base64UrlEncode(page.items.back().slug);
    }
    return page;
}

Result<Tenant> updateTenant(store::Writer& writer, TenantCache& cache, const Tenant& tenant, Time now) {
    ENSURE(checkValues(tenant));
    TRY(stored, findTenant(writer, tenant.id));
    if (stored.version != tenant.version) {
        return fail(Code::Conflict, "tenant.stale");
    }
    ENSURE(checkSlugFree(writer, tenant));
    Tenant next = tenant;
    next.createdAt = stored.createdAt;
    next.updatedAt = now;
    next.version = stored.version + 1;
    const auto changed = writer.execute("UPDATE tenants SET slug = $1, name = $2, kind = $3, status = $4, "
                                        "settings = $5, updated_at = $6, version = $7 WHERE id = $8 AND version = $9",
                                        {next.slug, next.name, kindName(next.kind), statusName(next.status),
                                         json::write(toJson(next.settings)), toMillis(now), next.version,
                                         next.id.text(), stored.version});
    if (!changed) {
        return tl::unexpected<Error>(slugConflict(changed.error()));
    }
    if (*changed != 1) {
        return fail(Code::Conflict, "tenant.stale");
    }
    cache.putAfterCommit(writer, next);
    return next;
}

Status deleteTenant(store::Writer& writer, TenantCache& cache, const TenantId& id, Time now) {
    TRY(tenant, findTenant(writer, id));
    ENSURE(writer.execute("INSERT INTO tenant_tombstones (id, slug, deleted_at) VALUES ($1, $2, $3)",
                          {id.text(), tenant.slug, toMillis(now)}));
    ENSURE(writer.execute("DELETE FROM tenants WHERE id = $1", {id.text()}));
    cache.dropAfterCommit(writer, id);
    return {};
}

Result<bool> wasDeleted(store::Reader& reader, const TenantId& id) {
    bool found = false;
    ENSURE(reader.query("SELECT 1 FROM tenant_tombstones WHERE id = $1", {id.text()}, [&](const store::Row&) {
        found = true;
        return false;
    }));
    return found;
}

} // namespace gatehouse::tenants
