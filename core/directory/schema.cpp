// SPDX-License-Identifier: Apache-2.0
#include "directory/directory.h"

namespace gatehouse::directory {

std::vector<store::Migration> migrations() {
    return {{"directory", 1,
             "CREATE TABLE users (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT NULL,"
             " user_name_hash BLOB NOT NULL, email_hash BLOB, active INTEGER NOT NULL, sealed BLOB NOT NULL,"
             " created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY "
             "(tenant, id)) {heap};"
             "CREATE UNIQUE INDEX users_user_name ON users (tenant, user_name_hash);"
             "CREATE UNIQUE INDEX users_email ON users (tenant, email_hash);"
             "CREATE TABLE identities (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, connection_id "
             "TEXT NOT NULL,"
             " account_hash BLOB NOT NULL, user_id TEXT NOT NULL, sealed BLOB NOT NULL, last_login INTEGER, created_at "
             "INTEGER NOT NULL,"
             " PRIMARY KEY (tenant, connection_id, account_hash),"
             " FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE) {table};"
             "CREATE INDEX identities_user ON identities (tenant, user_id);"
             "CREATE TABLE user_roles (tenant TEXT NOT NULL, user_id TEXT NOT NULL, name TEXT NOT NULL, source TEXT "
             "NOT NULL,"
             " expires_at INTEGER, PRIMARY KEY (tenant, user_id, name, source),"
             " FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE) {table};"
             "CREATE TABLE groups (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT NULL, "
             "name TEXT NOT NULL,"
             " description TEXT NOT NULL, created_at INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (tenant, "
             "id)) {table};"
             "CREATE UNIQUE INDEX groups_name ON groups (tenant, name);"
             "CREATE TABLE memberships (tenant TEXT NOT NULL, user_id TEXT NOT NULL, group_id TEXT NOT NULL, source "
             "TEXT NOT NULL,"
             " PRIMARY KEY (tenant, user_id, group_id),"
             " FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE,"
             " FOREIGN KEY (tenant, group_id) REFERENCES groups (tenant, id) ON DELETE CASCADE) {table};"
             "CREATE INDEX memberships_group ON memberships (tenant, group_id);"
             "CREATE TABLE roles (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, name TEXT NOT NULL,"
             " description TEXT NOT NULL, permissions TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (tenant, "
             "name)) {table};"},
            {"directory", 2,
             "CREATE TABLE permissions (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, name TEXT NOT "
             "NULL,"
             " description TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (tenant, name)) {table};"},
            // `changed` numbers the changes to the people of a tenant, so that an index in memory can follow them.
            {"directory", 3,
             "ALTER TABLE users ADD COLUMN external_hash BLOB;"
             "ALTER TABLE users ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;"
             "CREATE INDEX users_external ON users (tenant, external_hash);"
             "CREATE INDEX users_changed ON users (tenant, changed);"
             "CREATE TABLE users_gone (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT "
             "NULL,"
             " changed INTEGER NOT NULL, gone_at INTEGER NOT NULL, PRIMARY KEY (tenant, id)) {table};"
             "CREATE INDEX users_gone_changed ON users_gone (tenant, changed);"
             "CREATE TABLE user_emails (tenant TEXT NOT NULL, email_hash BLOB NOT NULL, user_id TEXT NOT NULL,"
             " PRIMARY KEY (tenant, email_hash, user_id),"
             " FOREIGN KEY (tenant, user_id) REFERENCES users (tenant, id) ON DELETE CASCADE) {table};"
             "CREATE INDEX user_emails_user ON user_emails (tenant, user_id);"
             "ALTER TABLE groups ADD COLUMN external_id TEXT NOT NULL DEFAULT '';"
             "ALTER TABLE groups ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;"
             "ALTER TABLE groups ADD COLUMN roles TEXT NOT NULL DEFAULT '[]';"
             "ALTER TABLE groups ADD COLUMN source TEXT NOT NULL DEFAULT 'manual';"
             "ALTER TABLE groups ADD COLUMN protected INTEGER NOT NULL DEFAULT 0;"
             "UPDATE groups SET updated_at = created_at;"
             "CREATE TABLE subgroups (tenant TEXT NOT NULL, child_id TEXT NOT NULL, parent_id TEXT NOT NULL,"
             " PRIMARY KEY (tenant, child_id, parent_id),"
             " FOREIGN KEY (tenant, child_id) REFERENCES groups (tenant, id) ON DELETE CASCADE,"
             " FOREIGN KEY (tenant, parent_id) REFERENCES groups (tenant, id) ON DELETE CASCADE) {table};"
             "CREATE INDEX subgroups_parent ON subgroups (tenant, parent_id);"}};
}

} // namespace gatehouse::directory
