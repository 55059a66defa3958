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
             "CREATE INDEX scim_requests_resource ON scim_requests (tenant, resource_id, id);"}};
}

} // namespace gatehouse::provisioning
