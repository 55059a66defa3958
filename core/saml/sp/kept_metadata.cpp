// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/kept_metadata.h"

namespace gatehouse::saml::sp {

std::vector<store::Migration> migrations() {
    return {
        {"saml_sp", 1,
         "CREATE TABLE saml_metadata (tenant TEXT NOT NULL, connection TEXT NOT NULL, url TEXT NOT NULL,"
         " text TEXT NOT NULL, fetched_at INTEGER NOT NULL, pending TEXT NOT NULL DEFAULT '', pending_since INTEGER,"
         " PRIMARY KEY (tenant, connection),"
         " FOREIGN KEY (tenant, connection) REFERENCES connections (tenant, id) ON DELETE CASCADE) {table};"},
        {"saml_sp", 2,
         "ALTER TABLE saml_metadata ADD COLUMN refresh_at INTEGER NOT NULL DEFAULT 0;"
         "ALTER TABLE saml_metadata ADD COLUMN etag TEXT NOT NULL DEFAULT '';"},
        {"saml_sp", 3, "ALTER TABLE saml_metadata ADD COLUMN signers TEXT NOT NULL DEFAULT '';"}};
}

Result<std::optional<KeptMetadata>> findMetadata(store::Reader& reader, const TenantId& tenant,
                                                 const ConnectionId& connection) {
    std::optional<KeptMetadata> found;
    ENSURE(reader.query("SELECT url, text, fetched_at, pending, pending_since, refresh_at, etag, signers FROM"
                        " saml_metadata WHERE tenant = $1 AND connection = $2",
                        {tenant.text(), connection.text()}, [&](const store::Row& row) {
                            found = KeptMetadata{std::string(row.text(0)),
                                                 std::string(row.text(1)),
                                                 fromMillis(row.integer(2)),
                                                 std::string(row.text(3)),
                                                 std::nullopt,
                                                 fromMillis(row.integer(5)),
                                                 std::string(row.text(6)),
                                                 std::string(row.text(7))};
                            if (!row.isNull(4)) {
                                found->pendingSince = fromMillis(row.integer(4));
                            }
                            return false;
                        }));
    return found;
}

Result<std::optional<MetadataOwner>> nextDue(store::Reader& reader, Time now, const MetadataOwner& after) {
    std::optional<MetadataOwner> found;
    ENSURE(reader.query("SELECT tenant, connection FROM saml_metadata WHERE refresh_at <= $1 AND (tenant, connection) >"
                        " ($2, $3) ORDER BY tenant, connection LIMIT 1",
                        {toMillis(now), after.tenant.text(), after.connection.text()}, [&](const store::Row& row) {
                            found = MetadataOwner{TenantId(std::string(row.text(0))),
                                                  ConnectionId(std::string(row.text(1)))};
                            return false;
                        }));
    return found;
}

Status keepMetadata(store::Writer& writer, const TenantId& tenant, const ConnectionId& connection,
                    const KeptMetadata& kept) {
    const std::optional<std::int64_t> since =
        kept.pendingSince ? std::optional<std::int64_t>(toMillis(*kept.pendingSince)) : std::nullopt;
    return writer
        .execute(
            "INSERT INTO saml_metadata (tenant, connection, url, text, fetched_at, pending, pending_since, refresh_at,"
            " etag, signers) SELECT tenant, id, $1, $2, $3, $4, $5, $6, $7, $8 FROM connections WHERE tenant = $9 AND"
            " id = $10"
            " ON CONFLICT (tenant, connection) DO UPDATE SET url = excluded.url, text = excluded.text,"
            " fetched_at = excluded.fetched_at, pending = excluded.pending, pending_since = excluded.pending_since,"
            " refresh_at = excluded.refresh_at, etag = excluded.etag, signers = excluded.signers",
            {kept.url, kept.text, toMillis(kept.fetchedAt), kept.pending, since, toMillis(kept.refreshAt), kept.etag,
             kept.signers, tenant.text(), connection.text()})
        .map([](std::int64_t) {});
}

} // namespace gatehouse::saml::sp
