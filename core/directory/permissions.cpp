// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "directory/directory.h"
#include "json/reader.h"

namespace gatehouse::directory {
namespace {

Permission fromRow(const store::Row& row) {
    Permission permission;
    permission.name = row.text(0);
    permission.description = row.text(1);
    permission.version = row.integer(2);
    return permission;
}

} // namespace

json::Object toJson(const Permission& permission) {
    return {{"name", permission.name}, {"description", permission.description}};
}

void readJson(const json::Object& object, Permission& permission, Problems& problems) {
    json::ObjectReader reader(object, "", problems);
    reader.string("name", permission.name, 200);
    reader.string("description", permission.description, 1000);
    if (permission.name.empty()) {
        reader.problem("name", "required", "is required");
    }
    reader.finish();
}

Result<Permission> findPermission(store::Reader& reader, const TenantId& tenant, std::string_view name) {
    Result<Permission> found = fail(Code::NotFound, "directory.permission_not_found");
    ENSURE(reader.query("SELECT name, description, version FROM permissions WHERE tenant = $1 AND name = $2",
                        {tenant.text(), name}, [&](const store::Row& row) {
                            found = fromRow(row);
                            return false;
                        }));
    return found;
}

Result<std::vector<Permission>> listPermissions(store::Reader& reader, const TenantId& tenant) {
    std::vector<Permission> permissions;
    ENSURE(reader.query("SELECT name, description, version FROM permissions WHERE tenant = $1 ORDER BY name",
                        {tenant.text()}, [&](const store::Row& row) {
                            permissions.push_back(fromRow(row));
                            return true;
                        }));
    return permissions;
}

Status insertPermission(store::Writer& writer, const TenantId& tenant, const Permission& permission) {
    TRY(rows, writer.execute("INSERT INTO permissions (tenant, name, description, version) VALUES ($1, $2, $3, 1)"
                             " ON CONFLICT DO NOTHING",
                             {tenant.text(), permission.name, permission.description}));
    return rows == 1 ? Status() : fail(Code::Conflict, "directory.permission_name_taken");
}

Status updatePermission(store::Writer& writer, const TenantId& tenant, Permission& permission) {
    TRY(rows,
        writer.execute("UPDATE permissions SET description = $1, version = version + 1 WHERE tenant = $2 AND name = $3"
                       " AND version = $4",
                       {permission.description, tenant.text(), permission.name, permission.version}));
    if (rows != 1) {
        return fail(Code::Conflict, "directory.stale");
    }
    ++permission.version;
    return {};
}

Status removePermission(store::Writer& writer, const TenantId& tenant, std::string_view name) {
    TRY(roles, listRoles(writer, tenant));
    for (const Role& role : roles) {
        if (std::find(role.permissions.begin(), role.permissions.end(), name) != role.permissions.end()) {
            return fail(Code::Conflict, "directory.permission_in_use", role.name);
        }
    }
    TRY(rows, writer.execute("DELETE FROM permissions WHERE tenant = $1 AND name = $2", {tenant.text(), name}));
    return rows == 1 ? Status() : fail(Code::NotFound, "directory.permission_not_found");
}

} // namespace gatehouse::directory
