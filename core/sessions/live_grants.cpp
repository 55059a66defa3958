// SPDX-License-Identifier: Apache-2.0
#include "sessions/live_grants.h"

namespace gatehouse::sessions {

Result<LiveGrants> countLiveGrants(store::Reader& reader, const TenantId& tenant, const TenantId& issuer, Time now) {
    LiveGrants counted;
    ENSURE(reader.query("SELECT COUNT(*), COUNT(DISTINCT f.session_id) FROM token_families f "
                        "JOIN sessions s ON s.tenant = f.tenant AND s.id = f.session_id "
                        "WHERE f.tenant = $1 AND f.issuer = $2 AND f.revoked_at IS NULL AND f.expires_at > $3 "
                        "AND s.ended_at IS NULL AND s.expires_at > $3 AND s.idle_expires_at > $3",
                        {tenant.text(), issuer.text(), toMillis(now)}, [&](const store::Row& row) {
                            counted = {row.integer(0), row.integer(1)};
                            return false;
                        }));
    return counted;
}

} // namespace gatehouse::sessions
