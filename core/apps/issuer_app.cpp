// SPDX-License-Identifier: Apache-2.0
#include "apps/issuer_app.h"

#include "apps/apps.h"

namespace gatehouse::apps {

Result<std::optional<App>> findAtIssuer(store::Reader& reader, const TenantId& issuer, const AppId& id) {
    for (const TenantId& owner : {issuer, platformTenant()}) {
        auto found = find(reader, owner, id);
        if (found) {
            return std::optional(*std::move(found));
        }
        if (found.error().code != Code::NotFound) {
            return tl::unexpected<Error>(found.error());
        }
    }
    return std::optional<App>();
}

} // namespace gatehouse::apps
