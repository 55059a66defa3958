// SPDX-License-Identifier: Apache-2.0
#include "login/attempt.h"

#include "crypto/random.h"

namespace gatehouse::login {
namespace {

constexpr Seconds kAttemptLife{600};

} // namespace

Flow newFlow(const tenants::Tenant& tenant, const Browser& browser, Time now) {
    Flow flow;
    flow.id = FlowId(crypto::newUuid(now));
    flow.tenant = tenant.id;
    flow.tenantSlug = tenant.slug;
    flow.reference = crypto::newReference();
    flow.startedAt = now;
    flow.expiresAt = now + kAttemptLife;
    flow.ip = browser.ip;
    flow.userAgent = browser.userAgent.substr(0, 300);
    flow.language = languageOf(browser, &tenant);
    return flow;
}

audit::Record attemptRecord(const LoginRequest& request, const Flow& flow) {
    audit::Record record;
    record.type = "SSOLoginAttempt";
    record.actor = {audit::ActorType::Service, request.app->id.text(), {}};
    record.target = {"connection", flow.connection.text(), flow.connectionName};
    record.ip = flow.ip;
    record.flowId = flow.id;
    record.data = {{"app", flow.appName}, {"connection", flow.connectionName}, {"reference", flow.reference}};
    return record;
}

std::string_view tenantProblem(const tenants::Tenant& tenant) {
    switch (tenant.status) {
    case tenants::TenantStatus::Active:
        return {};
    case tenants::TenantStatus::Suspended:
        return "login.tenant_suspended";
    case tenants::TenantStatus::Sealed:
        return "tenant_sealed";
    }
    return "tenant_sealed";
}

std::string_view startReason(const Error& error) {
    return error.reason == "upstream.busy"         ? "upstream.busy"
           : error.reason.starts_with("outbound.") ? "upstream.unreachable"
           : error.reason.starts_with("jwks.")     ? "upstream.keys"
                                                   : "upstream.metadata";
}

} // namespace gatehouse::login
