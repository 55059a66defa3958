// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/home_realm.h"

#include <algorithm>

#include "crypto/hash.h"
#include "directory/directory.h"
#include "oauth/tokens.h"
#include "oidc/provider/address_gate.h"
#include "tenants/domains.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::size_t kMaxSessions = 10;

// Slugs of the tenants whose session cookie the browser sent.
std::vector<std::string> cookieSlugs(const Parts& parts, const http::Request& request) {
    std::vector<std::string> slugs;
    const std::string prefix = parts.publicUrl.cookieName(login::LoginService::sessionCookie(""));
    for (std::string_view header : request.headers.all("Cookie")) {
        while (!header.empty() && slugs.size() < kMaxSessions) {
            const std::size_t end = header.find(';');
            std::string_view pair = header.substr(0, end);
            header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
            while (pair.starts_with(' ')) {
                pair.remove_prefix(1);
            }
            if (pair.starts_with(prefix)) {
                pair.remove_prefix(prefix.size());
                std::string slug(pair.substr(0, pair.find('=')));
                if (std::find(slugs.begin(), slugs.end(), slug) == slugs.end()) {
                    slugs.push_back(std::move(slug));
                }
            }
        }
    }
    return slugs;
}

Result<std::optional<BrowserSession>>
sessionAt(const Parts& parts, const std::shared_ptr<const tenants::Tenant>& tenant, const http::Request& request) {
    const auto cookie =
        http::cookie(request.headers, parts.publicUrl.cookieName(login::LoginService::sessionCookie(tenant->slug)));
    if (!cookie || !*cookie || tenant->status != tenants::TenantStatus::Active) {
        return std::optional<BrowserSession>();
    }
    const auto hash = oauth::hashOf(oauth::TokenKind::SessionCookie, **cookie);
    if (!hash) {
        return std::optional<BrowserSession>();
    }
    TRY(sealer, parts.keys.sealerFor(tenant->id));
    const Time now = parts.clock.now();
    TRY(found, parts.store.read([&](store::Reader& reader) -> Result<std::optional<BrowserSession>> {
        TRY(session, sessions::findByCookie(reader, sealer, *hash, now));
        if (!session) {
            return std::optional<BrowserSession>();
        }
        const auto connection = parts.connections.get(sealer, session->connection);
        const auto user = directory::findUser(reader, sealer, session->user);
        if (!connection || !(*connection)->enabled || !user || !user->active) {
            return std::optional<BrowserSession>();
        }
        return std::optional(BrowserSession{tenant, *std::move(session), user->userName, user->displayName});
    }));
    const std::string& address = request.peer.address;
    if (!found || !isOddAddress(tenant->settings, found->session, address)) {
        return found;
    }
    TRY(ended, parts.store.write([&](store::Writer& writer) {
        return judgeAddress(writer, parts.endings, sealer, tenant->settings, found->session, address, now);
    }));
    return ended.empty() ? found : std::optional<BrowserSession>();
}

std::string hintedDomain(const AuthorizeRequest& request) {
    return request.domainHint.empty() ? directory::emailDomain(request.loginHint) : asciiLower(request.domainHint);
}

} // namespace

Result<std::vector<BrowserSession>> browserSessions(const Parts& parts, const Issuer& issuer,
                                                    const http::Request& request) {
    std::vector<BrowserSession> found;
    std::vector<std::shared_ptr<const tenants::Tenant>> candidates;
    if (issuer.tenant) {
        candidates.push_back(issuer.tenant);
    } else {
        for (const std::string& slug : cookieSlugs(parts, request)) {
            if (auto tenant = parts.tenants.bySlug(slug)) {
                candidates.push_back(std::move(tenant));
            }
        }
    }
    for (const auto& tenant : candidates) {
        TRY(session, sessionAt(parts, tenant, request));
        if (session) {
            found.push_back(*std::move(session));
        }
    }
    return found;
}

Result<std::shared_ptr<const tenants::Tenant>> tenantFor(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                                         const AuthorizeRequest& request) {
    if (issuer.tenant) {
        return issuer.tenant;
    }
    if (!request.organization.empty()) {
        auto tenant = parts.tenants.byName(request.organization);
        if (!tenant || !apps::servesTenant(app, tenant->id, tenant->slug)) {
            return fail(Code::NotFound, "login.organization_unknown");
        }
        return tenant;
    }
    std::shared_ptr<const tenants::Tenant> tenant;
    if (const std::string domain = hintedDomain(request); !domain.empty()) {
        TRY(id, parts.store.read([&](store::Reader& reader) { return tenants::findTenantByDomain(reader, domain); }));
        tenant = id ? parts.tenants.byId(*id) : nullptr;
        if (tenant && !apps::servesTenant(app, tenant->id, tenant->slug)) {
            tenant = nullptr;
        }
    }
    return tenant;
}

Result<connections::List> connectionsFor(const Parts& parts, const store::Sealer& sealer,
                                         const AuthorizeRequest& request) {
    TRY(all, parts.connections.all(sealer));
    connections::List enabled;
    for (const auto& connection : *all) {
        if (!request.connection.empty() &&
            (connection->id.text() == request.connection || connection->name == request.connection)) {
            if (!connection->enabled) {
                return fail(Code::FailedPrecondition, "login.connection_disabled");
            }
            return connections::List{connection};
        }
        if (connection->enabled) {
            enabled.push_back(connection);
        }
    }
    if (!request.connection.empty()) {
        return fail(Code::NotFound, "login.connection_unknown");
    }
    if (enabled.empty()) {
        return fail(Code::FailedPrecondition, "login.no_connection");
    }
    const std::string domain = hintedDomain(request);
    connections::List ofDomain;
    for (const auto& connection : enabled) {
        if (std::find(connection->domains.begin(), connection->domains.end(), domain) != connection->domains.end()) {
            ofDomain.push_back(connection);
        }
    }
    return ofDomain.empty() ? enabled : ofDomain;
}

std::string buttonLabel(const connections::Connection& connection, bool only) {
    if (!connection.displayName.empty()) {
        return connection.displayName;
    }
    return only ? std::string() : connection.name;
}

} // namespace gatehouse::oidc::provider
