// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/frontchannel_logout.h"

#include <algorithm>
#include <set>

#include "apps/issuer_app.h"
#include "http/forms.h"
#include "sessions/sessions.h"

namespace gatehouse::oidc::provider {
namespace {

// Scheme, host and port as a Content-Security-Policy names them; empty where that cannot be said safely.
std::string originOf(const std::string& uri) {
    const std::size_t scheme = uri.find("://");
    if (scheme == std::string::npos) {
        return {};
    }
    const std::string origin = uri.substr(0, uri.find_first_of("/?", scheme + 3));
    const bool plain = std::all_of(origin.begin(), origin.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view(":/.-[]").find(c) != std::string_view::npos;
    });
    return plain ? origin : std::string();
}

std::string issuerUrl(const Parts& parts, const TenantId& issuer) {
    const auto tenant = parts.tenants.byId(issuer);
    return tenant ? parts.publicUrl.tenantIssuer(tenant->slug) : parts.publicUrl.base();
}

} // namespace

Result<std::vector<LogoutFrame>> logoutFrames(const Parts& parts, const TenantId& tenant, const SessionId& session) {
    return parts.store.read([&](store::Reader& reader) -> Result<std::vector<LogoutFrame>> {
        TRY(grants, sessions::grantsOf(reader, tenant, session));
        std::vector<LogoutFrame> frames;
        std::set<AppId> seen;
        for (const sessions::Family& grant : grants) {
            if (!seen.insert(grant.app).second) {
                continue;
            }
            TRY(app, apps::findAtIssuer(reader, grant.issuerTenant, grant.app));
            const std::string origin = app ? originOf(app->frontchannelLogoutUri) : std::string();
            if (!origin.empty()) {
                http::Parameters parameters;
                parameters.append("iss", issuerUrl(parts, grant.issuerTenant));
                parameters.append("sid", session.text());
                frames.push_back({app->name, http::withQuery(app->frontchannelLogoutUri, parameters), origin});
            }
        }
        return frames;
    });
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
