// SPDX-License-Identifier: Apache-2.0
#include "provisioning/end_access.h"

#include "sessions/consents.h"

namespace gatehouse::provisioning {

Result<std::int64_t> endAccess(store::Writer& writer, sessions::Endings& endings, const AlsoEnd& alsoEnd,
                               const TenantId& tenant, const UserId& user, std::string_view reason, Time now) {
    TRY(ended, sessions::endAllOf(writer, endings, tenant, user, reason, now));
    ENSURE(sessions::forgetConsentsOf(writer, tenant, user));
    if (alsoEnd) {
        ENSURE(alsoEnd(writer, tenant, user));
    }
    return ended;
}

} // namespace gatehouse::provisioning
