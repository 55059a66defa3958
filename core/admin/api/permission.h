// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace gatehouse::admin::api {

/// What a call may need. Each route names one.
enum class Permission {
    StatusRead,
    EventsRead,
    TenantsRead,
    TenantsManage, ///< create, delete, suspend, seal
    TenantsWrite,  ///< name and settings
    DomainsRead,
    DomainsWrite,
    ConnectionsRead,
    ConnectionsWrite,
    ConnectionsTest, ///< test, preview, refresh
    UsersRead,
    UsersWrite,
    UsersErase,
    GroupsRead,
    GroupsWrite,
    RolesRead,
    RolesWrite, ///< roles themselves, and who has which
    AppsRead,
    AppsWrite,
    SessionsRead,
    SessionsEnd,
    KeysRead,
    KeysWrite,
    AuditRead,
    FlowsRead,
    TokensRead,
    TokensWrite,
    AdminsRead,
    AdminsWrite, ///< appoint, change and dismiss
    SandboxRead,
    SandboxWrite,
    ConfigExport,
    ConfigApply,
    Maintain, ///< doctor, backup
};

/// Who an admin is (contract section 3).
enum class AdminRole { Owner, TenantAdmin, Auditor, Helpdesk, Delegate };

[[nodiscard]] std::string_view permissionName(Permission permission); ///< e.g. "connections.write"
[[nodiscard]] std::string_view roleName(AdminRole role);              ///< e.g. "tenant-admin"
[[nodiscard]] std::optional<AdminRole> parseRole(std::string_view name);
/// The whole of the authorisation table. A delegate's groups are the handlers' to compare.
[[nodiscard]] bool allows(AdminRole role, Permission permission);

} // namespace gatehouse::admin::api
