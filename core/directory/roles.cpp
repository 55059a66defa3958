// SPDX-License-Identifier: Apache-2.0
#include "directory/directory.h"

#include "json/reader.h"

namespace gatehouse::directory {
namespace {

Result<Role> fromRow(const store::Row& row) {
    Role role;
    role.name = row.text(0);
    role.description = row.text(1);
    TRY(permissions, json::parse(row.text(2)));
    for (const json::Value& permission : permissions.as_array()) {
        role.permissions.emplace_back(json::view(permission.as_string()));
    }
    role.version = row.integer(3);
    return role;
}

std::string permissionsText(const Role& role) {
    return json::write(json::Value(json::toArray(role.permissions)));
}

Status makePermissions(store::Writer& writer, const TenantId& tenant, const Role& role) {
    for (const std::string& name : role.permissions) {
        ENSURE(writer.execute("INSERT INTO permissions (tenant, name, description, version) VALUES ($1, $2, '', 1)"
                              " ON CONFLICT DO NOTHING",
                              {tenant.text(), name}));
    }
    return {};
}

} // namespace

json::Object toJson(const Role& role) {
    return {{"name", role.name}, {"description", role.description}, {"permissions", json::toArray(role.permissions)}};
}

void readJson(const json::Object& object, Role& role, Problems& problems) {
    json::ObjectReader reader(object, "", problems);
    reader.ignore({"id", "version"});
    reader.string("name", role.name, 200);
    reader.string("description", role.description, 1000);
    reader.strings("permissions", role.permissions, 1000);
    if (role.name.empty()) {
        reader.problem("name", "required", "is required");
    }
    reader.finish();
}

Result<Role> findRole(store::Reader& reader, const TenantId& tenant, std::string_view name) {
    Result<Role> found = fail(Code::NotFound, "directory.role_not_found");
    ENSURE(reader.query("SELECT name, description, permissions, version FROM roles WHERE tenant = $1 AND name = $2",
                        {tenant.text(), name}, [&](const store::Row& row) {
                            found = fromRow(row);
                            return false;
                        }));
    return found;
}

Result<std::vector<Role>> listRoles(store::Reader& reader, const TenantId& tenant) {
    std::vector<Role> roles;
    Status status;
    ENSURE(reader.query("SELECT name, description, permissions, version FROM roles WHERE tenant = $1 ORDER BY name",
                        {tenant.text()}, [&](const store::Row& row) {
                            auto role = fromRow(row);
                            if (!role) {
                                status = tl::unexpected<Error>(role.error());
                                return false;
                            }
                            roles.push_back(*std::move(role));
                            return true;
                        }));
    ENSURE(status);
    return roles;
}

Status insertRole(store::Writer& writer, const TenantId& tenant, const Role& role) {
    TRY(rows,
        writer.execute("INSERT INTO roles (tenant, name, description, permissions, version) VALUES ($1, $2, $3, $4, 1)"
                       " ON CONFLICT DO NOTHING",
                       {tenant.text(), role.name, role.description, permissionsText(role)}));
    if (rows != 1) {
        return fail(Code::Conflict, "directory.role_name_taken");
    }
    return makePermissions(writer, tenant, role);
}

Status updateRole(store::Writer& writer, const TenantId& tenant, Role& role) {
    TRY(rows,
        writer.execute(
            "UPDATE roles SET description = $1, permissions = $2, version = version + 1 WHERE tenant = $3 AND name = $4"
            " AND version = $5",
            {role.description, permissionsText(role), tenant.text(), role.name, role.version}));
    if (rows != 1) {
        return fail(Code::Conflict, "directory.stale");
    }
    ++role.version;
    return makePermissions(writer, tenant, role);
}

Status removeRole(store::Writer& writer, const TenantId& tenant, std::string_view name) {
    TRY(rows, writer.execute("DELETE FROM roles WHERE tenant = $1 AND name = $2", {tenant.text(), name}));
    if (rows != 1) {
        return fail(Code::NotFound, "directory.role_not_found");
    }
    return {};
}

} // namespace gatehouse::directory
