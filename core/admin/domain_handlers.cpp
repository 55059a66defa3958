// SPDX-License-Identifier: Apache-2.0
#include "admin/api/codec.h"
#include "admin/document.h"
#include "admin/domain_resource.h"
#include "admin/handlers.h"
#include "base/encoding.h"
#include "tenants/tenant_json.h"

namespace gatehouse::admin {

Result<tenants::Domain> addDomain(Change& change, const TenantId& tenant, std::string_view name) {
    TRY(domain, tenants::addDomain(change.writer(), tenant, name, change.now()));
    ENSURE(change.record(
        tenant, {"AdminAction", "domain", domain.name, domain.name, {{"after", {{"name", domain.name}}}}, {}}));
    return domain;
}

Result<tenants::Domain> verifyDomain(Change& change, const TenantId& tenant, std::string_view name,
                                     tenants::Proof proof) {
    const bool asserted = proof == tenants::Proof::Asserted;
    if (asserted && change.context().request.caller.role != api::AdminRole::Owner) {
        return fail(Code::PermissionDenied, "permission_denied");
    }
    TRY(domain, tenants::markVerified(change.writer(), tenant, name, proof, change.now()));
    ENSURE(change.record(tenant, {"AdminAction",
                                  "domain",
                                  domain.name,
                                  domain.name,
                                  {{"after", {{"status", "verified"}, {"proof", asserted ? "asserted" : "dns"}}}},
                                  {}}));
    return domain;
}

Status removeDomain(Change& change, const TenantId& tenant, const tenants::Domain& domain) {
    ENSURE(tenants::removeDomain(change.writer(), tenant, domain.name));
    return change.record(
        tenant, {"AdminAction", "domain", domain.name, domain.name, {{"before", tenants::toJson(domain)}}, {}});
}

namespace {

Answer show(const tenants::Domain& domain) {
    const json::Object body = tenants::toJson(domain);
    return ok(body, etagOf(body));
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(domains, context.services.store.read(
                     [&](store::Reader& reader) { return tenants::listDomains(reader, context.tenantId()); }));
    std::vector<KeyedItem> items;
    for (const tenants::Domain& domain : domains) {
        if (domain.name.find(asciiLower(query->search)) != std::string::npos) {
            items.push_back({domain.name, tenants::toJson(domain)});
        }
    }
    return pageOf(std::move(items), *query);
}

Answered get(const Context& context) {
    TRY(domain, context.services.store.read([&](store::Reader& reader) {
        return tenants::findDomain(reader, context.tenantId(), context.request.object);
    }));
    return show(domain);
}

Answered create(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::Domain>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(domain, addDomain(inProgress, context.tenantId(), wanted->name));
        Answer answer = show(domain);
        answer.status = 201;
        answer.location = "/admin/v1/tenants/" + context.tenant().slug + "/domains/" + domain.name;
        return answer;
    });
}

Answered verify(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::DomainVerification>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    TRY(domain, context.services.store.read([&](store::Reader& reader) {
        return tenants::findDomain(reader, context.tenantId(), context.request.object);
    }));
    if (!wanted->assert_) {
        TRY(outside, context.outside(std::nullopt));
        ENSURE(tenants::checkTxt(domain, context.services.lookupTxt));
    }
    const tenants::Proof proof = wanted->assert_ ? tenants::Proof::Asserted : tenants::Proof::Dns;
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(verified, verifyDomain(inProgress, context.tenantId(), domain.name, proof));
        return show(verified);
    });
}

Answered remove(const Context& context) {
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(domain, tenants::findDomain(inProgress.writer(), context.tenantId(), context.request.object));
        ENSURE(inProgress.matches(etagOf(tenants::toJson(domain))));
        ENSURE(removeDomain(inProgress, context.tenantId(), domain));
        return noContent();
    });
}

constexpr Handler kHandlers[] = {
    {"domain.list", list},     {"domain.create", create}, {"domain.get", get},
    {"domain.verify", verify}, {"domain.delete", remove},
};

} // namespace

std::span<const Handler> domainHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
