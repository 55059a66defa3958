// SPDX-License-Identifier: Apache-2.0
#include "broker/hold_gate.h"

#include "sandbox/page.h"
#include "web/router.h"

namespace gatehouse::broker {
namespace {

/// Pages of the demo app that ask the broker for something before they answer: held on the way, they would leave the
/// browser without any page.
bool asksTheBroker(std::string_view path) {
    return path == "/demo" || path == "/demo/" || path == "/demo/callback" || path == "/demo/refresh";
}

} // namespace

bool HoldGate::isHeld(const std::shared_ptr<const tenants::Tenant>& tenant) const {
    return tenant && tenant->kind == tenants::Kind::Sandbox && m_hold.isOn(tenant->slug);
}

std::optional<HoldGate::Step> HoldGate::stepOf(const http::Request& request) {
    if (request.method == "OPTIONS") {
        return std::nullopt;
    }
    const auto segments = web::splitPath(request.path);
    if (segments.size() != 4) {
        return std::nullopt;
    }
    if (segments[0] == "t" && segments[2] == "oauth2") {
        const auto tenant = m_tenants.bySlug(segments[1]);
        const auto kind = sandbox::stepOfEndpoint(segments[3]);
        return kind && isHeld(tenant) ? std::optional(Step{tenant->slug, *kind}) : std::nullopt;
    }
    if (segments[0] == "sandbox" && segments[2] == "saml" && segments[3] == "sso") {
        const auto tenant = m_tenants.bySlug(segments[1]);
        return isHeld(tenant) ? std::optional(Step{tenant->slug, sandbox::StepKind::Respond}) : std::nullopt;
    }
    if (segments[0] == "sso" &&
        ((segments[1] == "oidc" && segments[3] == "callback") || (segments[1] == "saml" && segments[3] == "acs"))) {
        const auto id = m_connections.tenantOf(ConnectionId(std::string(segments[2])));
        const auto tenant = id ? m_tenants.byId(*id) : nullptr;
        return isHeld(tenant) ? std::optional(Step{tenant->slug, sandbox::StepKind::Callback}) : std::nullopt;
    }
    return std::nullopt;
}

http::Response HoldGate::answer(const http::Request& request, const http::Handler& route) {
    if (asksTheBroker(request.path) && isHeld(m_tenants.bySlug(m_demoTenant))) {
        return m_hold.later(m_demoTenant, placeOf(m_demoTenant), sandbox::languageOf(request),
                            [this, request] { return m_demo.handle(request); });
    }
    const auto step = stepOf(request);
    http::Response response = route(request);
    if (!step || (step->kind == sandbox::StepKind::Respond && !sandbox::postsSamlResponse(response))) {
        return response;
    }
    sandbox::Narration told = sandbox::narrate(step->kind, request, response);
    return sandbox::goesToBrowser(step->kind)
               ? m_hold.keep(step->tenant, placeOf(step->tenant), std::move(told), std::move(response))
               : m_hold.wait(step->tenant, std::move(told), std::move(response));
}

} // namespace gatehouse::broker
