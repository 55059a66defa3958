// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "base/ids.h"
#include "tenants/tenant.h"
#include "web/public_url.h"
#include "web/router.h"

namespace gatehouse::oidc::provider {

/// The issuer that a request was made at: a tenant's, or the front door.
struct Issuer {
    TenantId keys;                                 ///< whose keys sign: the tenant, or the platform
    std::shared_ptr<const tenants::Tenant> tenant; ///< nullptr at the front door
    std::string url;
    [[nodiscard]] bool isFrontDoor() const { return tenant == nullptr; }
    [[nodiscard]] std::string slug() const { return tenant ? tenant->slug : std::string(); }
};

[[nodiscard]] Issuer issuerOf(const web::Context& context, const web::PublicUrl& publicUrl);

} // namespace gatehouse::oidc::provider
