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
             " description TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (tenant, name)) {table};"}};
}

} // namespace gatehouse::directory
