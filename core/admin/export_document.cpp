// SPDX-License-Identifier: Apache-2.0
#include "admin/app_resource.h"
#include "admin/configuration.h"
#include "admin/connection_resource.h"
#include "admin/permission_resource.h"
#include "admin/role_resource.h"
#include "admin/tenant_resource.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

/// The states of every item of one kind, page by page.
template <class R>
Result<json::Array> statesOf(store::Reader& reader, const Scoped& scoped) {
    json::Array out;
    PageQuery query{"", "", 500};
    while (true) {
        TRY(page, R::list(reader, scoped, query));
        for (const json::Value& shown : page.items) {
            TRY(item, R::find(reader, scoped,
                              std::string(json::stringMember(shown.get_object(), kIdentity<R>).value_or(""))));
            out.push_back(R::state(item));
        }
        if (!page.nextCursor) {
            return out;
        }
        query.cursor = *page.nextCursor;
    }
}

Result<json::Object> exportTenant(store::Reader& reader, const Context& context, const tenants::Tenant& tenant) {
    TRY(sealer, context.services.keys.sealerFor(tenant.id));
    const Scoped scoped{context, tenant.id, sealer};
    json::Object out = tenantState(tenant);
    TRY(domains, tenants::listDomains(reader, tenant.id));
    json::Array domainList;
    for (const tenants::Domain& domain : domains) {
        domainList.push_back(json::Object{{"name", domain.name}, {"status", tenants::statusName(domain.status)}});
    }
    out["domains"] = std::move(domainList);
    TRY(permissions, statesOf<PermissionResource>(reader, scoped));
    TRY(roles, statesOf<RoleResource>(reader, scoped));
    TRY(connectionList, statesOf<ConnectionResource>(reader, scoped));
    TRY(appList, statesOf<AppResource>(reader, scoped));
    out["permissions"] = std::move(permissions);
    out["roles"] = std::move(roles);
    out["connections"] = std::move(connectionList);
    out["apps"] = std::move(appList);
    return out;
}

} // namespace

Result<json::Object> exportDocument(const Context& context, const std::optional<TenantId>& only) {
    return context.services.store.read([&](store::Reader& reader) -> Result<json::Object> {
        json::Object out;
        out["gatehouse"] = 1;
        json::Array list;
        if (only) {
            TRY(tenant, tenants::findTenant(reader, *only));
            TRY(shown, exportTenant(reader, context, tenant));
            list.push_back(std::move(shown));
            out["tenants"] = std::move(list);
            return out;
        }
        TRY(sealer, context.services.keys.sealerFor(platformTenant()));
        TRY(shared, statesOf<AppResource>(reader, Scoped{context, platformTenant(), sealer}));
        out["apps"] = std::move(shared);
        for (std::optional<std::string> cursor = ""; cursor;) {
            TRY(page, tenants::listTenants(reader, "", *cursor, 500));
            for (const tenants::Tenant& tenant : page.items) {
                if (tenant.status != tenants::TenantStatus::Sealed) {
                    TRY(shown, exportTenant(reader, context, tenant));
                    list.push_back(std::move(shown));
                }
            }
            cursor = page.nextCursor;
        }
        out["tenants"] = std::move(list);
        return out;
    });
}

} // namespace gatehouse::admin
