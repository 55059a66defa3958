// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/catalog.h"
#include "tenants/tenant.h"
#include "web/public_url.h"
#include "web/router.h"

namespace gatehouse::catalog {

/// {"tenant","version","updatedAt","extension","elements":[{"name","type","multiValued","allowedValues","description",
/// "use","categories","version","scimPath"}]}; `updatedAt` and `extension` are null where there is none.
[[nodiscard]] json::Object publishedForm(const tenants::Tenant& tenant, const Catalog& catalog);

/// `/t/{tenant}/catalog`: JSON, or a page to whoever prefers HTML. For everybody: it says what is known of people, not
/// of whom.
void mountCatalog(web::Router& router, CatalogCache& catalogs, const web::PublicUrl& publicUrl);

} // namespace gatehouse::catalog
