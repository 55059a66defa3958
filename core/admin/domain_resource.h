// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/change.h"
#include "tenants/domains.h"

namespace gatehouse::admin {

/// Claims a domain for a tenant.
[[nodiscard]] Result<tenants::Domain> addDomain(Change& change, const TenantId& tenant, std::string_view name);
/// Marks a domain verified. An assertion is an owner's alone: `permission_denied`.
[[nodiscard]] Result<tenants::Domain> verifyDomain(Change& change, const TenantId& tenant, std::string_view name,
                                                   tenants::Proof proof);
[[nodiscard]] Status removeDomain(Change& change, const TenantId& tenant, const tenants::Domain& domain);

} // namespace gatehouse::admin
