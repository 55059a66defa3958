// SPDX-License-Identifier: Apache-2.0
#include "tenants/token_life.h"

#include <algorithm>

#include "tenants/tenants.h"

namespace gatehouse::tenants {

Result<Seconds> longestTokenLife(store::Reader& reader) {
    constexpr int kAtOnce = 500;
    Seconds longest = Settings().accessTokenTtl; // of an app that acts for itself there
    for (std::optional<std::string> cursor(std::in_place); cursor;) {
        TRY(page, listTenants(reader, "", *cursor, kAtOnce));
        for (const Tenant& tenant : page.items) {
            longest = std::max(longest, tenant.settings.accessTokenTtl);
        }
        cursor = page.nextCursor;
    }
    return longest;
}

} // namespace gatehouse::tenants
