// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.h"
#include "base/log.h"
#include "oauth/error.h"
#include "oauth/tokens.h"
#include "oidc/provider/client_authentication.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/provider.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

audit::Record record(const apps::App& app, std::string_view kind, std::string_view id, const std::string& ip) {
    audit::Record out;
    out.type = "TokenRevoked";
    out.actor = {audit::ActorType::Service, app.id.text(), {}};
    out.target = {"token", std::string(id), {}};
    out.ip = ip;
    out.data = {{"app", app.name}, {"kind", kind}};
    return out;
}

// A refresh token takes its whole family with it (RFC 7009, 2.1).
Status revokeRefresh(const Parts& parts, const Issuer& issuer, const apps::App& app, BytesView hash,
                     const std::string& ip) {
    TRY(tenant, tenantOfToken(parts, issuer, hash));
    TRY(sealer, parts.keys.sealerFor(tenant));
    const Time now = parts.clock.now();
    return parts.store.write([&](store::Writer& writer) -> Status {
        TRY(token, sessions::findRefresh(writer, sealer, hash));
        if (!token) {
            return {};
        }
        const sessions::Family& family = token->family;
        if (family.app != app.id || family.issuerTenant != issuer.keys) {
            return {};
        }
        TRY(first, sessions::revokeFamily(writer, tenant, family.id, now));
        return first ? audit::append(writer, sealer, tenant, record(app, "refresh_token", family.id, ip), now)
                     : Status();
    });
}

Status revokeAccess(const Parts& parts, const AccessToken& token, const apps::App& app, const std::string& ip) {
    if (token.clientId != app.clientId) {
        return {};
    }
    TRY(sealer, parts.keys.sealerFor(token.tenant));
    const Time now = parts.clock.now();
    return parts.store.write([&](store::Writer& writer) -> Status {
        ENSURE(sessions::revokeToken(writer, token.tenant, token.jti, token.expiresAt));
        return audit::append(writer, sealer, token.tenant, record(app, "access_token", token.jti, ip), now);
    });
}

} // namespace

http::Response Provider::revoke(const Issuer& issuer, const http::Request& request) {
    const auto triedBy = oauth::triedByHeader(request.headers) ? oauth::TriedBy::Header : oauth::TriedBy::Body;
    const auto client = readClientRequest(m_parts, m_appKeys, issuer, request);
    if (!client) {
        return oauth::toTokenResponse(client.error(), triedBy);
    }
    const std::string_view token = client->form.get("token").value_or("");
    if (token.empty()) {
        return oauth::toTokenResponse(Error{Code::InvalidArgument, "oauth.invalid_request.token", ""}, triedBy);
    }
    Status done;
    if (const auto hash = oauth::hashOf(oauth::TokenKind::RefreshToken, token)) {
        done = revokeRefresh(m_parts, issuer, *client->app, *hash, request.peer.address);
    } else if (const auto proven = m_tokens.prove(issuer, token)) {
        done = revokeAccess(m_parts, **proven, *client->app, request.peer.address);
    }
    // A token that is unknown is as good as revoked (RFC 7009, 2.2); a store that fails is not.
    if (!done && done.error().code != Code::InvalidArgument) {
        log::error("provider.revoke", {{"reason", done.error().reason}});
        return oauth::toTokenResponse(done.error(), triedBy);
    }
    http::Response response;
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace gatehouse::oidc::provider
