// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/frontchannel_logout.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "apps/issuer_app.h"
#include "http/forms.h"
#include "sessions/sessions.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

std::string issuerUrl(const Parts& parts, const TenantId& issuer) {
    const auto tenant = parts.tenants.byId(issuer);
    return tenant ? parts.publicUrl.tenantIssuer(tenant->slug) : parts.publicUrl.base();
}

} // namespace

Result<std::vector<LogoutFrame>> logoutFrames(const Parts& parts, const TenantId& tenant, const SessionId& session,
                                              const AppId& except) {
    TRY(found, parts.store.read([&](store::Reader& reader) -> Result<std::vector<LogoutFrame>> {
        TRY(grants, sessions::grantsOf(reader, tenant, session));
        std::vector<LogoutFrame> frames;
        std::set<AppId> seen{except};
        for (const sessions::Family& grant : grants) {
            if (!seen.insert(grant.app).second) {
                continue;
            }
            TRY(app, apps::findAtIssuer(reader, grant.issuerTenant, grant.app));
            const std::string origin = app ? web::originOf(app->frontchannelLogoutUri) : std::string();
            if (!origin.empty()) {
                http::Parameters parameters;
                parameters.append("iss", issuerUrl(parts, grant.issuerTenant));
                parameters.append("sid", session.text());
                frames.push_back({app->name, http::withQuery(app->frontchannelLogoutUri, parameters), origin});
            }
        }
        return frames;
    }));
    if (parts.moreLogoutFrames) {
        TRY(more, parts.moreLogoutFrames(tenant, session, except));
        std::move(more.begin(), more.end(), std::back_inserter(found));
    }
    return found;
}

void allowFrames(http::Response& page, const std::vector<LogoutFrame>& frames) {
    std::set<std::string> origins;
    std::string policy(page.headers.get("Content-Security-Policy").value_or(""));
    for (const LogoutFrame& each : frames) {
        if (origins.insert(each.origin).second) {
            policy.append(origins.size() == 1 ? "; frame-src " : " ").append(each.origin);
        }
    }
    page.headers.set("Content-Security-Policy", policy);
}

} // namespace gatehouse::oidc::provider
