// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "apps/console_app.h"
#include "base/log.h"
#include "directory/directory.h"
#include "oidc/provider/device_codes.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/token_claims.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

using Grant = Result<TokenAnswer> (*)(const Parts&, const Issuer&, const ClientRequest&, const std::string&);

struct NamedGrant {
    std::string_view type;
    Grant run;
};
constexpr NamedGrant kGrants[] = {{"authorization_code", &grantCode},
                                  {"refresh_token", &grantRefresh},
                                  {"client_credentials", &grantClientCredentials},
                                  {kDeviceGrant, &grantDevice}};

Result<Grant> grantFor(const ClientRequest& request) {
    const auto type = request.form.get("grant_type");
    if (!type || type->empty()) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.grant_type");
    }
    for (const NamedGrant& grant : kGrants) {
        if (grant.type == *type) {
            const auto& allowed = request.app->grantTypes;
            if (std::find(allowed.begin(), allowed.end(), *type) == allowed.end()) {
                return fail(Code::PermissionDenied, "oauth.unauthorized_client");
            }
            return grant.run;
        }
    }
    return fail(Code::InvalidArgument, "oauth.unsupported_grant_type");
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out.append(out.empty() ? "" : " ").append(word);
    }
    return out;
}

http::Response answerJson(const TokenAnswer& answer) {
    json::Object out;
    out["access_token"] = answer.accessToken;
    out["token_type"] = answer.bound ? "DPoP" : "Bearer";
    out["expires_in"] = answer.expiresIn.count();
    out["scope"] = joined(answer.scopes);
    if (!answer.refreshToken.empty()) {
        out["refresh_token"] = answer.refreshToken;
    }
    if (!answer.idToken.empty()) {
        out["id_token"] = answer.idToken;
    }
    http::Response response = web::jsonResponse(200, json::write(out));
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Pragma", "no-cache");
    return response;
}

} // namespace

Result<TenantId> tenantOfToken(const Parts& parts, const Issuer& issuer, BytesView tokenHash) {
    if (issuer.tenant) {
        return issuer.tenant->id;
    }
    TRY(tenant,
        parts.store.read([&](store::Reader& reader) { return sessions::tenantOfFrontDoorToken(reader, tokenHash); }));
    if (!tenant) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant");
    }
    return *tenant;
}

Result<bool> mayHaveTokens(const Parts& parts, store::Reader& reader, const TenantId& tenant, const AppId& app,
                           const UserId& user) {
    if (app != apps::consoleAppId()) {
        return true;
    }
    return parts.administers ? parts.administers(reader, tenant, user) : Result<bool>(false);
}

bool isWithin(const std::vector<std::string>& resources, const sessions::Family& family) {
    const std::vector<std::string>& granted = family.resources;
    return granted.empty() || std::all_of(resources.begin(), resources.end(), [&](const std::string& each) {
               return std::find(granted.begin(), granted.end(), each) != granted.end();
           });
}

Result<FamilySubject> findSubject(store::Reader& reader, const store::Sealer& sealer, sessions::Family family) {
    TRY(user, directory::findWithoutIdentities(reader, sealer, family.user));
    TRY(session, sessions::find(reader, sealer, family.session));
    return FamilySubject{std::move(family), std::move(user), std::move(session)};
}

Result<TokenAnswer> tokensFor(const Parts& parts, const Issuer& issuer, const apps::App& app, const TenantId& tenantId,
                              const FamilySubject& of, const TokenScope& wanted) {
    const auto tenant = parts.tenants.byId(tenantId);
    if (!tenant || tenant->status != tenants::TenantStatus::Active) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.tenant");
    }
    const Time now = parts.clock.now();
    const auto& resources = wanted.resources.empty() ? of.family.resources : wanted.resources;
    const TokenSubject subject{issuer,    *tenant,       app,       of.user,   of.session,
                               of.family, wanted.scopes, resources, wanted.jkt};
    TokenAnswer answer;
    TRY(accessToken, sign(parts.keys, issuer, "at+jwt", accessTokenClaims(subject, now)));
    answer.accessToken = std::move(accessToken);
    if (std::find(wanted.scopes.begin(), wanted.scopes.end(), "openid") != wanted.scopes.end()) {
        TRY(idToken, sign(parts.keys, issuer, "JWT", idTokenClaims(subject, answer.accessToken, now)));
        answer.idToken = std::move(idToken);
    }
    answer.scopes = wanted.scopes;
    answer.expiresIn = tenant->settings.accessTokenTtl;
    answer.bound = !wanted.jkt.empty();
    return answer;
}

http::Response Provider::token(const Issuer& issuer, const http::Request& request) {
    const auto triedBy = oauth::triedByHeader(request.headers) ? oauth::TriedBy::Header : oauth::TriedBy::Body;
    const auto refuse = [&](const Error& error) {
        log::info("provider.token_refused",
                  {{"issuer", issuer.keys.text()}, {"reason", error.reason}, {"detail", error.detail}});
        return oauth::toTokenResponse(error, triedBy);
    };
    auto client = readClientRequest(m_parts, m_appKeys, issuer, request);
    if (!client) {
        noteRefusedApp(m_parts, issuer, request, client.error().reason);
        return refuse(client.error());
    }
    const auto give = [&]() -> Result<TokenAnswer> {
        TRY(run, grantFor(*client));
        TRY(proof, provenKey(issuer, *client->app, request));
        client->proof = std::move(proof);
        return run(m_parts, issuer, *client, request.peer.address);
    };
    const auto answer = give();
    http::Response response = answer ? answerJson(*answer) : refuse(answer.error());
    if (client->app->dpop != apps::Use::Off) {
        response.headers.set("DPoP-Nonce", m_dpop.nonce());
    }
    return response;
}

Result<std::optional<oauth::DpopProof>> Provider::provenKey(const Issuer& issuer, const apps::App& app,
                                                            const http::Request& request) {
    if (app.dpop == apps::Use::Off) {
        return std::optional<oauth::DpopProof>(); // then it gets bearer tokens, whatever it sends
    }
    TRY(proof, m_dpop.check(request, issuer.url + "/oauth2/token", std::nullopt, DpopGate::Nonce::Required));
    if (!proof && app.dpop == apps::Use::Required) {
        return fail(Code::InvalidArgument, "oauth.invalid_dpop_proof.missing");
    }
    return proof;
}

} // namespace gatehouse::oidc::provider
