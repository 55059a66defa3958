// SPDX-License-Identifier: Apache-2.0
#include "apps/pairwise.h"
#include "oauth/error.h"
#include "oauth/sender_key.h"
#include "oauth/tokens.h"
#include "oidc/provider/client_authentication.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/token_claims.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::string_view kSignedType = "application/token-introspection+jwt";

// JSON, or signed for whoever asks for that (RFC 9701, 4 and 5): such an answer proves later what was said.
http::Response answerAbout(const Parts& parts, const Issuer& issuer, const apps::App& caller,
                           const http::Request& request, json::Object about) {
    if (asciiLower(request.headers.get("Accept").value_or("")).find(kSignedType) == std::string::npos) {
        return web::jsonResponse(200, json::write(about));
    }
    const json::Object claims{{"iss", issuer.url},
                              {"aud", caller.clientId},
                              {"iat", toUnixSeconds(parts.clock.now())},
                              {"token_introspection", std::move(about)}};
    auto token = sign(parts.keys, issuer, "token-introspection+jwt", claims, caller.signedWith.introspection);
    if (!token) {
        return oauth::toTokenResponse(token.error());
    }
    http::Response response;
    response.status = 200;
    response.headers.set("Content-Type", std::string(kSignedType));
    response.body = *std::move(token);
    return response;
}

Result<json::Object> aboutRefreshToken(const Parts& parts, const Issuer& issuer, const apps::App& caller,
                                       BytesView hash) {
    TRY(tenant, tenantOfToken(parts, issuer, hash));
    TRY(sealer, parts.keys.sealerFor(tenant));
    const Time now = parts.clock.now();
    return parts.store.read([&](store::Reader& reader) -> Result<json::Object> {
        json::Object out{{"active", false}};
        TRY(token, sessions::findRefresh(reader, sealer, hash));
        if (!token || token->usedAt || now >= token->expiresAt) {
            return out;
        }
        const sessions::Family& family = token->family;
        TRY(problem, familyProblem(parts, reader, sealer, family, now));
        // A refresh token is nobody's business but its own app's.
        if (!problem.empty() || family.app != caller.id || family.issuerTenant != issuer.keys) {
            return out;
        }
        TRY(session, sessions::find(reader, sealer, family.session));
        out["active"] = true;
        out["auth_time"] = toUnixSeconds(session.authTime);
        out["acr"] = acrOf(session);
        out["amr"] = json::toArray(session.amr);
        out["session_expiry"] = toUnixSeconds(session.expiresAt);
        out["client_id"] = caller.clientId;
        out["sub"] = apps::subjectFor(sealer, caller, family.user);
        out["iss"] = issuer.url;
        out["sid"] = family.session.text();
        out["exp"] = toUnixSeconds(token->expiresAt);
        out["iat"] = toUnixSeconds(family.createdAt);
        TRY(details, narrowedDetails({}, caller, family));
        if (!details.empty()) {
            out["authorization_details"] = std::move(details);
        }
        return out;
    });
}

} // namespace

http::Response Provider::introspect(const Issuer& issuer, const http::Request& request) {
    const auto triedBy = oauth::triedByHeader(request.headers) ? oauth::TriedBy::Header : oauth::TriedBy::Body;
    const auto client = readClientRequest(m_parts, m_appKeys, issuer, request);
    if (!client) {
        return oauth::toTokenResponse(client.error(), triedBy);
    }
    if (!client->confidential) {
        return oauth::toTokenResponse(Error{Code::Unauthenticated, "oauth.invalid_client", "public"}, triedBy);
    }
    const std::string_view token = client->form.get("token").value_or("");
    if (token.empty()) {
        return oauth::toTokenResponse(Error{Code::InvalidArgument, "oauth.invalid_request.token", ""}, triedBy);
    }
    const auto about = [&](json::Object what) {
        return answerAbout(m_parts, issuer, *client->app, request, std::move(what));
    };
    const json::Object inactive{{"active", false}};
    if (const auto hash = oauth::hashOf(oauth::TokenKind::RefreshToken, token)) {
        auto known = aboutRefreshToken(m_parts, issuer, *client->app, *hash);
        return about(known ? *std::move(known) : inactive);
    }
    const auto proven = m_tokens.prove(issuer, token);
    if (!proven) {
        return proven.error().code == Code::Unauthenticated ? about(inactive)
                                                            : oauth::toTokenResponse(proven.error(), triedBy);
    }
    const auto live = m_tokens.isLive(issuer, **proven);
    if (!live) {
        return oauth::toTokenResponse(live.error(), triedBy);
    }
    if (!*live) {
        return about(inactive);
    }
    json::Object out = (*proven)->claims;
    out["active"] = true;
    const std::string& key = (*proven)->jkt;
    out["token_type"] = key.empty() || oauth::isCertificateKey(key) ? "Bearer" : "DPoP";
    if (const auto email = json::stringMember(out, "email")) {
        out["username"] = std::string(*email);
    }
    return about(std::move(out));
}

} // namespace gatehouse::oidc::provider
