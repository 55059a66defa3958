// SPDX-License-Identifier: Apache-2.0
#include "catalog/catalog.h"

#include "base/encoding.h"
#include "catalog/scim_extension.h"

namespace gatehouse::catalog {
namespace {

constexpr json::Limits kDocument{.bytes = std::size_t(1024) * 1024, .depth = 8};

// Columns: id, document, created_at, updated_at, version.
Result<Element> fromRow(const store::Row& row) {
    TRY(document, json::parseObject(row.text(1), kDocument));
    Element element = elementFrom(document);
    element.id = row.text(0);
    element.createdAt = fromMillis(row.integer(2));
    element.updatedAt = fromMillis(row.integer(3));
    element.version = row.integer(4);
    return element;
}

Result<std::vector<Element>> read(store::Reader& reader, std::string_view sql, store::Args args) {
    std::vector<Element> out;
    Status status;
    ENSURE(reader.query(sql, args, [&](const store::Row& row) {
        auto element = fromRow(row);
        if (!element) {
            status = tl::unexpected<Error>(element.error());
            return false;
        }
        out.push_back(*std::move(element));
        return true;
    }));
    ENSURE(status);
    return out;
}

Status nextVersion(store::Writer& writer, const TenantId& tenant, Time now) {
    return writer
        .execute("INSERT INTO catalog_versions (tenant, version, changed_at) VALUES ($1, 1, $2)"
                 " ON CONFLICT (tenant) DO UPDATE SET version = version + 1, changed_at = excluded.changed_at",
                 {tenant.text(), toMillis(now)})
        .map([](std::int64_t) {});
}

Status nameIsFree(store::Reader& reader, const TenantId& tenant, const Element& element) {
    TRY(found, read(reader,
                    "SELECT id, document, created_at, updated_at, version FROM catalog_elements"
                    " WHERE tenant = $1 AND name_key = $2 AND id <> $3",
                    {tenant.text(), asciiLower(element.name), element.id}));
    return found.empty() ? Status() : fail(Code::Conflict, "catalog.name_taken");
}

} // namespace

std::vector<store::Migration> migrations() {
    return {{"catalog", 1,
             "CREATE TABLE catalog_elements (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,"
             " id TEXT NOT NULL, name_key TEXT NOT NULL, document TEXT NOT NULL, created_at INTEGER NOT NULL,"
             " updated_at INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (tenant, id)) {heap};"
             "CREATE UNIQUE INDEX catalog_elements_name ON catalog_elements (tenant, name_key);"
             "CREATE TABLE catalog_versions (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,"
             " version INTEGER NOT NULL, changed_at INTEGER NOT NULL, PRIMARY KEY (tenant)) {table};"}};
}

Status insertElement(store::Writer& writer, const TenantId& tenant, const Element& element) {
    ENSURE(nameIsFree(writer, tenant, element));
    ENSURE(writer.execute("INSERT INTO catalog_elements (tenant, id, name_key, document, created_at, updated_at,"
                          " version) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                          {tenant.text(), element.id, asciiLower(element.name), json::write(describe(element)),
                           toMillis(element.createdAt), toMillis(element.updatedAt), element.version}));
    return nextVersion(writer, tenant, element.updatedAt);
}

Status updateElement(store::Writer& writer, const TenantId& tenant, Element& element) {
    ENSURE(nameIsFree(writer, tenant, element));
    TRY(rows, writer.execute("UPDATE catalog_elements SET name_key = $1, document = $2, updated_at = $3, version = $4"
                             " WHERE tenant = $5 AND id = $6 AND version = $7",
                             {asciiLower(element.name), json::write(describe(element)), toMillis(element.updatedAt),
                              element.version + 1, tenant.text(), element.id, element.version}));
    if (rows != 1) {
        return fail(Code::Conflict, "catalog.stale");
    }
    ++element.version;
    return nextVersion(writer, tenant, element.updatedAt);
}

Status removeElement(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now) {
    TRY(rows, writer.execute("DELETE FROM catalog_elements WHERE tenant = $1 AND id = $2", {tenant.text(), id}));
    return rows == 1 ? nextVersion(writer, tenant, now) : fail(Code::NotFound, "catalog.not_found");
}

Result<Element> findElement(store::Reader& reader, const TenantId& tenant, std::string_view id) {
    TRY(found, read(reader,
                    "SELECT id, document, created_at, updated_at, version FROM catalog_elements"
                    " WHERE tenant = $1 AND id = $2",
                    {tenant.text(), id}));
    return found.empty() ? fail(Code::NotFound, "catalog.not_found") : Result<Element>(std::move(found.front()));
}

Result<Catalog> readCatalog(store::Reader& reader, const TenantId& tenant) {
    Catalog out;
    ENSURE(reader.query("SELECT version, changed_at FROM catalog_versions WHERE tenant = $1", {tenant.text()},
                        [&](const store::Row& row) {
                            out.version = row.integer(0);
                            out.changedAt = fromMillis(row.integer(1));
                            return false;
                        }));
    TRY(elements, read(reader,
                       "SELECT id, document, created_at, updated_at, version FROM catalog_elements"
                       " WHERE tenant = $1 ORDER BY name_key",
                       {tenant.text()}));
    out.elements = std::move(elements);
    TRY(extension, extensionOf(out.elements));
    out.extension = std::move(extension);
    return out;
}

} // namespace gatehouse::catalog
