// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/change.h"
#include "keys/key_ring.h"
#include "tenants/tenant.h"

namespace gatehouse::admin {

/// The resource with its issuer.
[[nodiscard]] json::Object showTenant(const Services& services, const tenants::Tenant& tenant);
/// slug, name, kind, status and settings: what the configuration says.
[[nodiscard]] json::Object tenantState(const tenants::Tenant& tenant);

struct NewTenant {
    tenants::Tenant tenant;
    store::Sealer sealer;
};
/// Stores a tenant with its keys and the first record of its log.
[[nodiscard]] Result<NewTenant> createTenant(Change& change, json::Object document);
/// Makes a tenant what a whole document says; gives whether anything changed.
[[nodiscard]] Result<bool> updateTenant(Change& change, tenants::Tenant& tenant, json::Object document);

} // namespace gatehouse::admin
