// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/issuer.h"

namespace gatehouse::oidc::provider {

Issuer issuerOf(const web::Context& context, const web::PublicUrl& publicUrl) {
    if (!context.tenant) {
        return {platformTenant(), nullptr, publicUrl.base()};
    }
    return {context.tenant->id, context.tenant, publicUrl.tenantIssuer(context.tenant->slug)};
}

} // namespace gatehouse::oidc::provider
