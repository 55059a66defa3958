// SPDX-License-Identifier: Apache-2.0
#include "admin/usage.h"

#include "admin/api/codec.h"
#include "admin/app_resource.h"
#include "apps/apps.h"
#include "directory/directory.h"
#include "login/flow.h"
#include "sessions/sessions.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

constexpr Seconds kDay{24 * 3600};

Status addUsage(store::Reader& reader, const TenantId& tenant, const AppId& app, Time now, api::AppUsage& sum) {
    TRY(grants, sessions::countGrants(reader, tenant, app, now));
    TRY(logins, login::countLogins(reader, tenant, app, now - kDay));
    sum.users += grants.users;
    sum.grants += grants.families;
    sum.sessions += grants.sessions;
    sum.logins24h += logins;
    return {};
}

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

Answered usageOfApp(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(usage, context.services.store.read([&](store::Reader& reader) -> Result<api::AppUsage> {
        TRY(item, AppResource::find(reader, scoped, context.request.object));
        api::AppUsage sum;
        if (item.owner != platformTenant()) {
            ENSURE(addUsage(reader, item.owner, item.id, context.request.now, sum));
            return sum;
        }
        for (std::optional<std::string> cursor = ""; cursor;) {
            TRY(page, tenants::listTenants(reader, "", *cursor, 500));
            for (const tenants::Tenant& tenant : page.items) {
                ENSURE(addUsage(reader, tenant.id, item.id, context.request.now, sum));
            }
            cursor = page.nextCursor;
        }
        return sum;
    }));
    return ok(api::toJson(usage).get_object());
}

} // namespace gatehouse::admin
