// SPDX-License-Identifier: Apache-2.0
#include "admin/usage.h"

#include "apps/apps.h"
#include "directory/directory.h"
#include "login/flow.h"
#include "sessions/sessions.h"

namespace gatehouse::admin {

namespace {

constexpr Seconds kDay{24 * 3600};

} // namespace

Answered usageOf(const Context& context, const std::optional<ConnectionId>& connection) {
    const TenantId& tenant = context.tenantId();
    const Time now = context.request.now;
    TRY(body, context.services.store.read([&](store::Reader& reader) -> Result<json::Object> {
        TRY(users, directory::countUsers(reader, tenant, connection));
        TRY(alive, sessions::countAlive(reader, tenant, connection, now));
        TRY(flows, login::flowUsage(reader, tenant, connection, now - kDay));
        std::int64_t appsUsing = flows.apps;
        if (!connection) {
            TRY(registered, apps::count(reader, tenant));
            appsUsing = registered;
        }
        return json::Object{{"users", users}, {"sessions", alive}, {"apps", appsUsing}, {"logins24h", flows.logins}};
    }));
    return ok(body);
}

} // namespace gatehouse::admin
