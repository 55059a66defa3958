// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/catalog.h"
#include "oidc/provider/provider.h"
#include "scim/server/server.h"

namespace gatehouse::broker {

/// Apps of a tenant that provision with an access token of the tenant's issuer: one that they got for themselves, with
/// the scope `scim`, bound to no key.
[[nodiscard]] scim::server::ProveAccess scimClientsOf(oidc::provider::Provider& provider,
                                                      const web::PublicUrl& publicUrl);

/// What the tenants' data catalogs add to their people.
[[nodiscard]] scim::server::ExtensionOf extensionsOf(catalog::CatalogCache& catalogs);

} // namespace gatehouse::broker
