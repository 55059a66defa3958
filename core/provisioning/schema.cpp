// SPDX-License-Identifier: Apache-2.0
#include "provisioning/schema.h"

namespace gatehouse::provisioning {

std::vector<store::Migration> migrations() {
    return {{"provisioning", 1,
             "CREATE TABLE scim_tokens (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT "
             "NULL,"
             " hash BLOB NOT NULL, sealed BLOB NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,"
             " last_used INTEGER, replaced_by TEXT NOT NULL, PRIMARY KEY (tenant, id)) {heap};"
             "CREATE UNIQUE INDEX scim_tokens_hash ON scim_tokens (tenant, hash);"
             "CREATE TABLE scim_requests (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT "
             "NULL,"
             " client_id TEXT NOT NULL, resource_id TEXT NOT NULL, status INTEGER NOT NULL, sealed BLOB NOT NULL,"
             " PRIMARY KEY (tenant, id)) {heap};"
             "CREATE INDEX scim_requests_resource ON scim_requests (tenant, resource_id, id);"},
            {"provisioning", 2,
             "CREATE TABLE scim_syncs (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT "
             "NULL,"
             " name_hash BLOB NOT NULL, push INTEGER NOT NULL, enabled INTEGER NOT NULL, next_run INTEGER,"
             " failing INTEGER NOT NULL DEFAULT 0,"
             " sealed BLOB NOT NULL, state BLOB, version INTEGER NOT NULL, PRIMARY KEY (tenant, id)) {heap};"
             "CREATE UNIQUE INDEX scim_syncs_name ON scim_syncs (tenant, name_hash);"
             "CREATE TABLE scim_sync_links (tenant TEXT NOT NULL, sync_id TEXT NOT NULL, kind INTEGER NOT NULL,"
             " source_hash BLOB NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (tenant, sync_id, kind, source_hash),"
             " FOREIGN KEY (tenant, sync_id) REFERENCES scim_syncs (tenant, id) ON DELETE CASCADE) {heap};"
             "CREATE TABLE scim_sync_runs (tenant TEXT NOT NULL, sync_id TEXT NOT NULL, id TEXT NOT NULL,"
             " sealed BLOB NOT NULL, PRIMARY KEY (tenant, sync_id, id),"
             " FOREIGN KEY (tenant, sync_id) REFERENCES scim_syncs (tenant, id) ON DELETE CASCADE) {heap};"}};
}

} // namespace gatehouse::provisioning
