// SPDX-License-Identifier: Apache-2.0
#include "admin/schema.h"

#include "admin/snapshot.h"

namespace gatehouse::admin {

const std::vector<store::Migration>& migrations() {
    static const std::vector<store::Migration> kMigrations = {
        snapshotMigrations().front(),
        {"admin", 1,
         "CREATE TABLE admin_tokens (id TEXT NOT NULL PRIMARY KEY, hash BLOB NOT NULL, name BLOB NOT NULL, role TEXT "
         "NOT NULL,"
         " tenant TEXT REFERENCES tenants(id) ON DELETE CASCADE, member_groups BLOB NOT NULL, created_by TEXT NOT NULL,"
         " created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, last_used INTEGER) {table};"
         "CREATE UNIQUE INDEX admin_tokens_hash ON admin_tokens (hash);"
         "CREATE INDEX admin_tokens_tenant ON admin_tokens (tenant);"
         "CREATE TABLE admin_idempotency (scope TEXT NOT NULL, key_hash BLOB NOT NULL, request_hash BLOB NOT NULL,"
         " status INTEGER NOT NULL, reply BLOB NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (scope, key_hash)) "
         "{table};"
         "CREATE INDEX admin_idempotency_created ON admin_idempotency (created_at);"},
        {"admin", 2,
         "CREATE TABLE admins (id TEXT NOT NULL PRIMARY KEY, tenant TEXT NOT NULL, user_id TEXT NOT NULL, role TEXT "
         "NOT "
         "NULL,"
         " reach TEXT NOT NULL, member_groups BLOB NOT NULL, created_by TEXT NOT NULL, created_at INTEGER NOT NULL,"
         " updated_at INTEGER NOT NULL, last_seen INTEGER, last_session TEXT NOT NULL, version INTEGER NOT NULL,"
         " FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE) {table};"
         "CREATE UNIQUE INDEX admins_person ON admins (tenant, user_id);"},
        {"admin", 3,
         "CREATE TABLE certificate_warnings (tenant TEXT NOT NULL REFERENCES tenants(id) ON DELETE CASCADE,"
         " id TEXT NOT NULL, expires_at INTEGER NOT NULL, stage INTEGER NOT NULL, PRIMARY KEY (tenant, id)) {table};"},
    };
    return kMigrations;
}

} // namespace gatehouse::admin
