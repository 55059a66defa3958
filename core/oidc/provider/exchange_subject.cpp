// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/exchange_subject.h"

#include "oauth/scope.h"
#include "oauth/tokens.h"
#include "oidc/provider/token_claims.h"

namespace gatehouse::oidc::provider {
namespace {

tl::unexpected<Error> refused(std::string_view detail) {
    return fail(Code::InvalidArgument, "oauth.invalid_grant.subject_token", detail);
}

/// What a token that proves nothing comes to; a store that fails stays what it is.
tl::unexpected<Error> asGrant(const Error& error) {
    const bool token = error.code == Code::Unauthenticated || error.code == Code::InvalidArgument;
    return token ? refused(error.reason + " " + error.detail) : tl::unexpected<Error>(error);
}

std::vector<std::string> audienceOf(const json::Object& claims) {
    if (const auto one = json::stringMember(claims, "aud")) {
        return {std::string(*one)};
    }
    return json::stringsMember(claims, "aud").value_or(std::vector<std::string>());
}

json::Value claimOf(const json::Object& claims, std::string_view name) {
    const json::Object* value = json::objectMember(claims, name);
    return value == nullptr ? json::Value() : json::Value(*value);
}

Result<ExchangeSubject> ofAccessToken(AccessTokens& tokens, const Issuer& issuer, std::string_view text) {
    const auto token = tokens.prove(issuer, text);
    if (!token) {
        return asGrant(token.error());
    }
    const AccessToken& proven = **token;
    if (proven.familyId.empty()) {
        return refused("it speaks of no person");
    }
    TRY(live, tokens.isLive(issuer, proven));
    if (!live) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.ended");
    }
    ExchangeSubject out;
    out.tenant = proven.tenant;
    out.clientId = proven.clientId;
    out.family.id = proven.familyId;
    if (!proven.scope.empty()) {
        TRY(scopes, oauth::ScopeSet::parse(proven.scope));
        out.scopes = scopes.tokens();
    }
    out.audience = audienceOf(proven.claims);
    out.jkt = proven.jkt;
    out.jti = proven.jti;
    out.expiresAt = proven.expiresAt;
    out.act = claimOf(proven.claims, "act");
    out.mayAct = claimOf(proven.claims, "may_act");
    if (const json::Array* details = json::arrayMember(proven.claims, "authorization_details")) {
        out.details = *details;
    }
    return out;
}

Result<ExchangeSubject> ofRefreshToken(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                       std::string_view text) {
    const auto hash = oauth::hashOf(oauth::TokenKind::RefreshToken, text);
    if (!hash) {
        return refused("malformed");
    }
    const auto tenant = tenantOfToken(parts, issuer, *hash);
    if (!tenant) {
        return asGrant(tenant.error());
    }
    TRY(sealer, parts.keys.sealerFor(*tenant));
    const Time now = parts.clock.now();
    return parts.store.read([&](store::Reader& reader) -> Result<ExchangeSubject> {
        TRY(token, sessions::findRefresh(reader, sealer, *hash));
        if (!token || token->usedAt || now >= token->expiresAt) {
            return refused("unknown, used or expired");
        }
        ExchangeSubject out;
        sessions::Family& family = token->family;
        if (family.app != app.id || family.issuerTenant != issuer.keys) {
            return refused("of another app");
        }
        out.tenant = *tenant;
        out.clientId = app.clientId;
        out.scopes = family.scopes;
        out.audience = family.resources.empty() ? app.audiences : family.resources;
        if (out.audience.empty()) {
            out.audience.push_back(issuer.url);
        }
        out.jkt = family.jkt;
        out.expiresAt = token->expiresAt;
        TRY(details, narrowedDetails({}, app, family));
        out.details = std::move(details);
        out.family = std::move(family);
        return out;
    });
}

/// What there is for an ID token instead of a family: its session, which knows the person by the one name that is ours.
Result<ExchangeSubject> ofIdToken(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                  std::string_view text) {
    const auto token = readIdToken(parts.keys, issuer, text);
    if (!token) {
        return refused(token.error().reason);
    }
    if (token->clientId != app.clientId) {
        return refused("not an ID token that the app got here");
    }
    ExchangeSubject out;
    out.expiresAt = token->expiresAt;
    if (parts.clock.now() >= out.expiresAt) {
        return refused("expired");
    }
    out.tenant = token->tenant;
    out.clientId = app.clientId;
    out.family.app = app.id;
    out.family.session = token->session;
    out.family.expiresAt = out.expiresAt;
    return out;
}

} // namespace

Result<ExchangeSubject> exchangeSubject(const Parts& parts, AccessTokens& tokens, const Issuer& issuer,
                                        const ClientRequest& request) {
    const auto type = request.form.get("subject_token_type").value_or("");
    const auto token = request.form.get("subject_token").value_or("");
    if (type == kAccessTokenType) {
        return ofAccessToken(tokens, issuer, token);
    }
    if (type == kRefreshTokenType) {
        return ofRefreshToken(parts, issuer, *request.app, token);
    }
    return fail(Code::InvalidArgument, "oauth.invalid_request.subject_token_type", type.substr(0, 100));
}

Result<ExchangeSubject> signedInSubject(const Parts& parts, const Issuer& issuer, const ClientRequest& request) {
    const auto type = request.form.get("subject_token_type").value_or("");
    const auto token = request.form.get("subject_token").value_or("");
    if (type == kIdTokenType) {
        return ofIdToken(parts, issuer, *request.app, token);
    }
    if (type == kRefreshTokenType) {
        return ofRefreshToken(parts, issuer, *request.app, token);
    }
    return fail(Code::InvalidArgument, "oauth.invalid_request.subject_token_type", type.substr(0, 100));
}

Status findLiving(const Parts& parts, store::Reader& reader, const store::Sealer& sealer, ExchangeSubject& subject,
                  Time now) {
    if (!subject.family.id.empty()) {
        TRY(family, sessions::findFamily(reader, subject.tenant, subject.family.id));
        subject.family = std::move(family);
    } else {
        TRY(session, sessions::find(reader, sealer, subject.family.session));
        subject.family.user = session.user;
    }
    TRY(of, findSubject(parts, reader, sealer, subject.family, now));
    TRY(revoked, sessions::isTokenRevoked(reader, subject.tenant, subject.jti));
    if (!of || revoked) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.ended");
    }
    TRY(living, opened(sealer, *std::move(of)));
    subject.of = std::move(living);
    return {};
}

} // namespace gatehouse::oidc::provider
