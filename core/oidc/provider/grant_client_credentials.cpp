// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "audit/audit.h"
#include "oauth/resource.h"
#include "oauth/scope.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/token_claims.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kFrontDoorLife{300};

// What an app may have for itself: nothing that speaks of a person.
Result<std::vector<std::string>> scopesFor(const http::Parameters& form, const apps::App& app) {
    TRY(registered, oauth::ScopeSet::fromTokens(app.scopes));
    const oauth::ScopeSet own = registered.without({"openid", "email", "profile", "groups", "offline_access"});
    const auto asked = form.get("scope");
    if (!asked || asked->empty()) {
        return own.tokens();
    }
    TRY(wanted, oauth::ScopeSet::parse(*asked));
    if (!wanted.isSubsetOf(own)) {
        return fail(Code::InvalidArgument, "oauth.invalid_scope");
    }
    return wanted.tokens();
}

} // namespace

Result<TokenAnswer> tokenForItself(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                   Seconds longest) {
    const apps::App& app = *request.app;
    if (issuer.tenant && issuer.tenant->status != tenants::TenantStatus::Active) {
        return fail(Code::FailedPrecondition, "oauth.invalid_grant.tenant");
    }
    TRY(scopes, scopesFor(request.form, app));
    TRY(resources, oauth::requestedResources(request.form, app.audiences));
    const Seconds usual = issuer.tenant ? issuer.tenant->settings.accessTokenTtl : kFrontDoorLife;
    const Seconds life = std::min(usual, longest);
    TokenAnswer answer;
    TRY(token, sign(parts.keys, issuer, "at+jwt",
                    clientCredentialsClaims(issuer, app, scopes, resources, request.jkt(), life, parts.clock.now())));
    answer.accessToken = std::move(token);
    answer.scopes = std::move(scopes);
    answer.expiresIn = life;
    answer.bound = request.proof.has_value();
    return answer;
}

Result<TokenAnswer> grantClientCredentials(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                           const std::string& ip) {
    const apps::App& app = *request.app;
    if (!request.confidential) {
        return fail(Code::PermissionDenied, "oauth.unauthorized_client");
    }
    TRY(answer, tokenForItself(parts, issuer, request, Seconds::max()));
    TRY(sealer, parts.keys.sealerFor(issuer.keys));
    audit::Record record;
    record.type = "TokenIssued";
    record.actor = {audit::ActorType::Service, app.id.text(), {}};
    record.target = {"app", app.id.text(), {}};
    record.ip = ip;
    record.data = {{"app", app.name}, {"grant", "client_credentials"}};
    const audit::Prepared prepared = audit::prepare(sealer, record, parts.clock.now());
    ENSURE(parts.store.write([&](store::Writer& writer) { return audit::append(writer, prepared); }));
    return answer;
}

} // namespace gatehouse::oidc::provider
