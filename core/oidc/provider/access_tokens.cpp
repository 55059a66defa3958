// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/access_tokens.h"

#include <algorithm>

#include "crypto/hash.h"
#include "directory/directory.h"
#include "jose/jws.h"
#include "oauth/sender_key.h"
#include "oidc/provider/app_standing.h"
#include "oidc/provider/token_claims.h"
#include "sessions/sessions.h"

namespace gatehouse::oidc::provider {
namespace {

tl::unexpected<Error> invalid(std::string_view detail) {
    return fail(Code::Unauthenticated, "oauth.invalid_token", detail);
}

} // namespace

Result<AccessToken> AccessTokens::verify(const Issuer& issuer, std::string_view token) const {
    TRY(published, m_parts.keys.verificationKeys(issuer.keys));
    const auto verified = jose::verifyCompact(token, *published, {keys::tokenAlgorithms(), "at+jwt"});
    if (!verified) {
        return invalid(verified.error().reason);
    }
    TRY(claims, json::parseObject(verified->payload));
    AccessToken out;
    out.kid = verified->key->kid;
    out.jti = json::stringMember(claims, "jti").value_or("");
    out.familyId = familyOf(out.jti);
    out.clientId = json::stringMember(claims, "client_id").value_or("");
    out.scope = json::stringMember(claims, "scope").value_or("");
    out.jkt = oauth::confirmedKey(claims);
    out.expiresAt = fromUnixSeconds(json::integerMember(claims, "exp").value_or(0));
    const auto org = json::stringMember(claims, "org_id");
    out.tenant = org ? TenantId(std::string(*org)) : issuer.keys;
    if (json::stringMember(claims, "iss") != issuer.url || out.jti.empty() || out.clientId.empty()) {
        return invalid("claims");
    }
    out.claims = std::move(claims);
    return out;
}

Result<std::shared_ptr<const AccessToken>> AccessTokens::prove(const Issuer& issuer, std::string_view token) {
    // The issuer is part of the key: a token of one tenant proves nothing at another's.
    std::string key = crypto::sha256(token);
    key.append(issuer.keys.text());
    TRY(proven, m_proven.get(key, [&] { return verify(issuer, token); }));
    TRY(keys, m_parts.keys.verificationKeys(issuer.keys));
    if (std::none_of(keys->begin(), keys->end(), [&](const jose::Jwk& each) { return each.kid == proven->kid; })) {
        return invalid("its key was revoked");
    }
    if (m_parts.clock.now() >= proven->expiresAt) {
        return invalid("expired");
    }
    return proven;
}

Result<bool> AccessTokens::isLive(const Issuer& issuer, const AccessToken& token) {
    const auto tenant = token.tenant == platformTenant() ? nullptr : m_parts.tenants.byId(token.tenant);
    if (token.tenant != platformTenant() && (!tenant || tenant->status != tenants::TenantStatus::Active)) {
        return false;
    }
    const auto app = m_parts.apps.find(issuer.keys, issuer.slug(), token.clientId);
    if (!app) {
        return app.error().code == Code::NotFound ? Result<bool>(false) : tl::unexpected<Error>(app.error());
    }
    const Time now = m_parts.clock.now();
    TRY(problem, appProblem(m_parts, **app, now));
    if (!problem.empty()) {
        return false;
    }
    TRY(sealer, m_parts.keys.sealerFor(token.tenant));
    return m_parts.store.read([&](store::Reader& reader) { return stands(reader, sealer, token, now); });
}

Result<bool> AccessTokens::stands(store::Reader& reader, const store::Sealer& sealer, const AccessToken& token,
                                  Time now) const {
    TRY(revoked, sessions::isTokenRevoked(reader, token.tenant, token.jti));
    if (revoked) {
        return false;
    }
    if (token.familyId.empty()) {
        return true;
    }
    const auto family = sessions::findFamily(reader, token.tenant, token.familyId);
    if (!family) {
        return family.error().code == Code::NotFound ? Result<bool>(false) : tl::unexpected<Error>(family.error());
    }
    TRY(problem, familyProblem(m_parts, reader, sealer, *family, now));
    return problem.empty();
}

Result<std::string_view> familyProblem(const Parts& parts, store::Reader& reader, const store::Sealer& sealer,
                                       const sessions::Family& family, Time now) {
    TRY(connection, sessions::connectionIfAlive(reader, sealer.tenant(), family.session, now));
    TRY(active, directory::isActive(reader, sealer.tenant(), family.user));
    return familyProblem(parts, sealer, family, {connection, active}, now);
}

Result<std::string_view> familyProblem(const Parts& parts, const store::Sealer& sealer, const sessions::Family& family,
                                       const Behind& behind, Time now) {
    const auto tenant = parts.tenants.byId(sealer.tenant());
    if (!tenant || tenant->status != tenants::TenantStatus::Active) {
        return std::string_view("tenant_suspended");
    }
    if (family.revokedAt) {
        return std::string_view("family_revoked");
    }
    if (now >= family.expiresAt) {
        return std::string_view("family_expired");
    }
    if (!behind.connection) {
        return std::string_view("session_ended");
    }
    if (!behind.personActive) {
        return std::string_view("user_inactive");
    }
    const auto upstream = parts.connections.get(sealer, *behind.connection);
    if (!upstream && upstream.error().code != Code::NotFound) {
        return tl::unexpected<Error>(upstream.error());
    }
    return upstream && (*upstream)->enabled ? std::string_view() : std::string_view("connection_disabled");
}

} // namespace gatehouse::oidc::provider
