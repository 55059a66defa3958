// SPDX-License-Identifier: Apache-2.0
#include "admin/tenant_resource.h"

#include "admin/document.h"
#include "sessions/sessions.h"
#include "tenants/addresses.h"
#include "tenants/tenant_json.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

Event tenantEvent(std::string type, const tenants::Tenant& tenant, json::Object data) {
    return {std::move(type), "tenant", tenant.id.text(), tenant.slug, std::move(data), {}};
}

/// What goes with a change of status: its own permission, the keys, its own record.
Status changeStatus(Change& change, const tenants::Tenant& before, const tenants::Tenant& after) {
    using tenants::TenantStatus;
    if (before.status == after.status) {
        return {};
    }
    ENSURE(change.demand(api::Permission::TenantsManage));
    if (before.status == TenantStatus::Active && after.status == TenantStatus::Suspended) {
        ENSURE(sessions::endAllOfTenant(change.writer(), change.endings(), after.id, "tenant_suspended", change.now()));
    }
    if (before.status != TenantStatus::Sealed && after.status != TenantStatus::Sealed) {
        return {};
    }
    const bool seal = after.status == TenantStatus::Sealed;
    ENSURE(change.context().services.keys.setSealed(change.writer(), after.id, seal, change.now()));
    return change.record(platformTenant(), tenantEvent(seal ? "CmkSealed" : "CmkUnsealed", after, {}));
}

/// Sessions that were last used from a newly blocked address end in the same transaction.
Status endBlocked(Change& change, const tenants::Tenant& before, const tenants::Tenant& after) {
    if (before.settings.blockedAddresses == after.settings.blockedAddresses ||
        after.settings.blockedAddresses.empty() || after.status == tenants::TenantStatus::Sealed ||
        before.status == tenants::TenantStatus::Sealed) {
        return {};
    }
    TRY(sealer, change.context().services.keys.sealerFor(after.id));
    sessions::Filter filter;
    filter.address = [&after](std::string_view ip) { return tenants::isBlocked(after.settings, ip); };
    TRY(there, sessions::living(change.writer(), sealer, filter, change.now()));
    for (const sessions::Living& each : there) {
        ENSURE(
            sessions::end(change.writer(), change.endings(), after.id, each.session, "address_blocked", change.now()));
    }
    if (there.empty()) {
        return {};
    }
    const json::Object data{{"sessionsEnded", std::int64_t(there.size())}, {"cause", "address_blocked"}};
    return change.record(after.id, {"SessionRevoked", "tenant", after.id.text(), after.slug, data, {}});
}

} // namespace

json::Object showTenant(const Services& services, const tenants::Tenant& tenant) {
    json::Object out = tenants::toJson(tenant);
    out["issuer"] = services.publicUrl.tenantIssuer(tenant.slug);
    return out;
}

json::Object tenantState(const tenants::Tenant& tenant) {
    json::Object out = tenants::toJson(tenant);
    for (const char* name : {"id", "createdAt", "updatedAt"}) {
        out.stable_erase(name);
    }
    return out;
}

Result<NewTenant> createTenant(Change& change, json::Object document) {
    const Services& services = change.context().services;
    const std::size_t known = change.problems.size();
    tenants::Tenant draft;
    dropReadOnly("Tenant", document, {}, change.problems);
    for (Problem& problem : problemsFrom(tenants::readTenant(document, draft))) {
        change.problems.push_back(std::move(problem));
    }
    for (const char* name : {"slug", "name"}) {
        if (!document.contains(name)) {
            change.problems.push_back({"/" + std::string(name), "required", "is required"});
        }
    }
    if (change.problems.size() > known) {
        return fail(Code::InvalidArgument, "validation_failed");
    }
    TRY(tenant, tenants::createTenant(change.writer(), services.tenants, draft, change.now()));
    TRY(keys, services.keys.generate(tenant.id, change.now()));
    ENSURE(services.keys.insert(change.writer(), keys));
    TRY(sealer, services.keys.sealerOf(keys));
    change.useSealer(sealer);
    const json::Object created{{"after", tenantState(tenant)}};
    ENSURE(change.record(tenant.id, tenantEvent("AdminAction", tenant, created)));
    ENSURE(change.record(platformTenant(), tenantEvent("AdminAction", tenant, created)));
    return NewTenant{std::move(tenant), std::move(sealer)};
}

Result<bool> updateTenant(Change& change, tenants::Tenant& tenant, json::Object document) {
    const Services& services = change.context().services;
    const std::size_t known = change.problems.size();
    const tenants::Tenant before = tenant;
    dropReadOnly("Tenant", document, showTenant(services, before), change.problems);
    tenant = tenants::Tenant();
    tenant.id = before.id;
    tenant.slug = before.slug;
    tenant.name = before.name;
    tenant.createdAt = before.createdAt;
    tenant.updatedAt = before.updatedAt;
    tenant.version = before.version;
    for (Problem& problem : problemsFrom(tenants::readTenant(document, tenant))) {
        change.problems.push_back(std::move(problem));
    }
    if (change.problems.size() > known) {
        return fail(Code::InvalidArgument, "validation_failed");
    }
    if (tenantState(before) == tenantState(tenant)) {
        tenant = before;
        return false;
    }
    if (before.slug != tenant.slug || before.kind != tenant.kind) {
        ENSURE(change.demand(api::Permission::TenantsManage));
    }
    // Its own log is sealed with it: what a sealed tenant's admin does is in the broker's.
    const bool sealed = before.status == tenants::TenantStatus::Sealed;
    ENSURE(change.record(sealed ? platformTenant() : before.id,
                         tenantEvent("AdminAction", tenant, difference(tenantState(before), tenantState(tenant)))));
    ENSURE(changeStatus(change, before, tenant));
    ENSURE(endBlocked(change, before, tenant));
    TRY(stored, tenants::updateTenant(change.writer(), services.tenants, tenant, change.now()));
    tenant = stored;
    return true;
}

} // namespace gatehouse::admin
