// SPDX-License-Identifier: Apache-2.0
#include "admin/document.h"
#include "admin/handlers.h"
#include "admin/tenant_resource.h"
#include "admin/usage.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    json::Array items;
    if (const auto& only = context.request.caller.tenant) {
        TRY(own,
            context.services.store.read([&](store::Reader& reader) { return tenants::findTenant(reader, *only); }));
        items.push_back(showTenant(context.services, own));
        return pageAnswer(std::move(items), std::nullopt);
    }
    TRY(page, context.services.store.read([&](store::Reader& reader) {
        return tenants::listTenants(reader, query->search, query->cursor, query->limit);
    }));
    for (const tenants::Tenant& tenant : page.items) {
        items.push_back(showTenant(context.services, tenant));
    }
    return pageAnswer(std::move(items), page.nextCursor);
}

Answered get(const Context& context) {
    TRY(tenant, context.services.store.read(
                    [&](store::Reader& reader) { return tenants::findTenant(reader, context.tenantId()); }));
    return ok(showTenant(context.services, tenant), etagOf(tenant.version));
}

Answered usage(const Context& context) {
    return usageOf(context, std::nullopt);
}

Answered create(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(made, createTenant(inProgress, *body));
        Answer answer = ok(showTenant(context.services, made.tenant), etagOf(made.tenant.version));
        answer.status = 201;
        answer.location = "/admin/v1/tenants/" + made.tenant.slug;
        return answer;
    });
}

enum class Edit { Patch, Replace };

template <Edit edit>
Answered update(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(tenant, tenants::findTenant(inProgress.writer(), context.tenantId()));
        ENSURE(inProgress.matches(etagOf(tenant.version)));
        json::Object document = *body;
        if (edit == Edit::Patch) {
            const json::Object shown = showTenant(context.services, tenant);
            dropReadOnly("Tenant", document, shown, inProgress.problems);
            document = patched("Tenant", shown, document);
        }
        ENSURE(updateTenant(inProgress, tenant, std::move(document)));
        return ok(showTenant(context.services, tenant), etagOf(tenant.version));
    });
}

Answered remove(const Context& context) {
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(tenant, tenants::findTenant(inProgress.writer(), context.tenantId()));
        ENSURE(inProgress.matches(etagOf(tenant.version)));
        ENSURE(inProgress.record(
            platformTenant(),
            {"AdminAction", "tenant", tenant.id.text(), tenant.slug, {{"before", tenantState(tenant)}}, {}}));
        ENSURE(tenants::deleteTenant(inProgress.writer(), context.services.tenants, tenant.id, inProgress.now()));
        context.services.keys.forgetAfterCommit(inProgress.writer(), tenant.id);
        inProgress.writer().afterCommit([&services = context.services, id = tenant.id] {
            services.connections.drop(id);
            services.apps.clear();
        });
        return noContent();
    });
}

constexpr Handler kHandlers[] = {
    {"tenant.list", list},
    {"tenant.get", get},
    {"tenant.usage", usage},
    {"tenant.create", create},
    {"tenant.update", update<Edit::Patch>},
    {"tenant.replace", update<Edit::Replace>},
    {"tenant.delete", remove},
};

} // namespace

std::span<const Handler> tenantHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
