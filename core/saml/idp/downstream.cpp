// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/downstream.h"

#include "saml/idp/answer.h"

namespace gatehouse::saml::idp {

Result<http::Response> Downstream::grant(store::Writer& writer, const store::Sealer& sealer, const login::Flow& flow,
                                         const sessions::Session& session, Time now) {
    const oidc::provider::Parts& provider = m_parts.provider;
    const auto tenant = provider.tenants.byId(sealer.tenant());
    if (!tenant) {
        return fail(Code::NotFound, "tenant.not_found");
    }
    const Ask ask = askOf(flow.request);
    TRY(app, provider.apps.find(tenant->id, tenant->slug, ask.entityId));
    return idp::grant(m_parts, writer, sealer, {*tenant, *app, ask, flow.language}, session, flow.ip, flow.id, now);
}

std::optional<http::Response> Downstream::refusal(const login::Flow& flow, std::string_view error,
                                                  std::string_view description, Time now) {
    const oidc::provider::Parts& provider = m_parts.provider;
    const auto tenant = provider.tenants.byId(flow.tenant);
    const Ask ask = askOf(flow.request);
    const auto app = tenant ? provider.apps.find(tenant->id, tenant->slug, ask.entityId) : fail(Code::NotFound, "");
    if (!app) {
        return std::nullopt;
    }
    auto told = refuse(m_parts, {*tenant, **app, ask, flow.language}, error, description, now);
    return told ? std::optional(*std::move(told)) : std::nullopt;
}

std::string Downstream::refusalUrl(const login::Flow& flow, std::string_view error, std::string_view description) {
    (void)flow, (void)error, (void)description;
    return {};
}

} // namespace gatehouse::saml::idp
