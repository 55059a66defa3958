// SPDX-License-Identifier: Apache-2.0
#include "admin/api/permission.h"

namespace gatehouse::admin::api {

std::string_view permissionName(Permission permission) {
    switch (permission) {
    case Permission::StatusRead:
        return "status.read";
    case Permission::EventsRead:
        return "events.read";
    case Permission::TenantsRead:
        return "tenants.read";
    case Permission::TenantsManage:
        return "tenants.manage";
    case Permission::TenantsWrite:
        return "tenants.write";
    case Permission::DomainsRead:
        return "domains.read";
    case Permission::DomainsWrite:
        return "domains.write";
    case Permission::ConnectionsRead:
        return "connections.read";
    case Permission::ConnectionsWrite:
        return "connections.write";
    case Permission::ConnectionsTest:
        return "connections.test";
    case Permission::UsersRead:
        return "users.read";
    case Permission::UsersWrite:
        return "users.write";
    case Permission::UsersErase:
        return "users.erase";
    case Permission::GroupsRead:
        return "groups.read";
    case Permission::GroupsWrite:
        return "groups.write";
    case Permission::RolesRead:
        return "roles.read";
    case Permission::RolesWrite:
        return "roles.write";
    case Permission::AppsRead:
        return "apps.read";
    case Permission::AppsWrite:
        return "apps.write";
    case Permission::SessionsRead:
        return "sessions.read";
    case Permission::SessionsEnd:
        return "sessions.end";
    case Permission::KeysRead:
        return "keys.read";
    case Permission::KeysWrite:
        return "keys.write";
    case Permission::AuditRead:
        return "audit.read";
    case Permission::FlowsRead:
        return "flows.read";
    case Permission::TokensRead:
        return "tokens.read";
    case Permission::TokensWrite:
        return "tokens.write";
    case Permission::AdminsRead:
        return "admins.read";
    case Permission::AdminsWrite:
        return "admins.write";
    case Permission::SandboxRead:
        return "sandbox.read";
    case Permission::SandboxWrite:
        return "sandbox.write";
    case Permission::ConfigExport:
        return "config.export";
    case Permission::ConfigApply:
        return "config.apply";
    case Permission::Maintain:
        return "maintain";
    }
    return "";
}

std::string_view roleName(AdminRole role) {
    switch (role) {
    case AdminRole::Owner:
        return "owner";
    case AdminRole::TenantAdmin:
        return "tenant-admin";
    case AdminRole::Auditor:
        return "auditor";
    case AdminRole::Helpdesk:
        return "helpdesk";
    case AdminRole::Delegate:
        return "delegate";
    }
    return "";
}

std::optional<AdminRole> parseRole(std::string_view name) {
    for (const AdminRole role :
         {AdminRole::Owner, AdminRole::TenantAdmin, AdminRole::Auditor, AdminRole::Helpdesk, AdminRole::Delegate}) {
        if (roleName(role) == name) {
            return role;
        }
    }
    return std::nullopt;
}

namespace {

bool isRead(Permission permission) {
    switch (permission) {
    case Permission::StatusRead:
    case Permission::EventsRead:
    case Permission::TenantsRead:
    case Permission::DomainsRead:
    case Permission::ConnectionsRead:
    case Permission::UsersRead:
    case Permission::GroupsRead:
    case Permission::RolesRead:
    case Permission::AppsRead:
    case Permission::SessionsRead:
    case Permission::KeysRead:
    case Permission::AuditRead:
    case Permission::FlowsRead:
    case Permission::TokensRead:
    case Permission::AdminsRead:
    case Permission::SandboxRead:
    case Permission::ConfigExport:
        return true;
    case Permission::TenantsManage:
    case Permission::TenantsWrite:
    case Permission::DomainsWrite:
    case Permission::ConnectionsWrite:
    case Permission::ConnectionsTest:
    case Permission::UsersWrite:
    case Permission::UsersErase:
    case Permission::GroupsWrite:
    case Permission::RolesWrite:
    case Permission::AppsWrite:
    case Permission::SessionsEnd:
    case Permission::KeysWrite:
    case Permission::TokensWrite:
    case Permission::AdminsWrite:
    case Permission::SandboxWrite:
    case Permission::ConfigApply:
    case Permission::Maintain:
        return false;
    }
    return false;
}

bool helpdeskMay(Permission permission) {
    return permission == Permission::StatusRead || permission == Permission::TenantsRead ||
           permission == Permission::UsersRead || permission == Permission::UsersWrite ||
           permission == Permission::SessionsRead || permission == Permission::SessionsEnd ||
           permission == Permission::FlowsRead;
}

} // namespace

bool allows(AdminRole role, Permission permission) {
    switch (role) {
    case AdminRole::Owner:
        return true;
    case AdminRole::TenantAdmin:
        return permission != Permission::TenantsManage && permission != Permission::ConfigApply &&
               permission != Permission::Maintain;
    case AdminRole::Auditor:
        return isRead(permission);
    case AdminRole::Helpdesk:
        return helpdeskMay(permission);
    case AdminRole::Delegate:
        return permission == Permission::GroupsRead || permission == Permission::GroupsWrite ||
               permission == Permission::TenantsRead;
    }
    return false;
}

} // namespace gatehouse::admin::api
