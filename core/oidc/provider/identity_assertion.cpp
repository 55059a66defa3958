// SPDX-License-Identifier: Apache-2.0
// Identity assertions (ID-JAG, 4.3) that an app takes to the authorization server of another app.
#include "oidc/provider/identity_assertion.h"

#include <algorithm>

#include "apps/pairwise.h"
#include "audit/audit.h"
#include "crypto/random.h"
#include "oauth/grant_assertion.h"
#include "oauth/resource.h"
#include "oauth/scope.h"
#include "oidc/provider/exchange_subject.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/token_claims.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kLife{300};

/// The server that `audience` names, of those in the app's record.
Result<apps::ResourceServer> serverFor(const http::Parameters& form, const apps::App& app) {
    const auto audience = form.get("audience");
    if (!audience || audience->empty() || form.count("audience") > 1) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.audience");
    }
    for (const apps::ResourceServer& each : app.resourceServers) {
        if (each.issuer == *audience) {
            return each;
        }
    }
    return fail(Code::InvalidArgument, "oauth.invalid_target", audience->substr(0, 200));
}

Result<std::string> scopeFor(const http::Parameters& form, const apps::ResourceServer& server) {
    const auto asked = form.get("scope");
    if (!asked || asked->empty()) {
        return std::string();
    }
    TRY(wanted, oauth::ScopeSet::parse(*asked));
    TRY(allowed, oauth::ScopeSet::fromTokens(server.scopes));
    return wanted.isSubsetOf(allowed) ? Result<std::string>(wanted.text())
                                      : fail(Code::InvalidArgument, "oauth.invalid_scope");
}

/// What the server calls the person when it signs people in through us: for a pairwise app, the name of the server's
/// own host (ID-JAG, 3.1).
std::string subjectAt(const apps::ResourceServer& server, const store::Sealer& sealer, const apps::App& app,
                      const UserId& user) {
    apps::App there = app;
    there.sectorIdentifierUri.clear();
    there.redirectUris = {server.issuer};
    return apps::subjectFor(sealer, there, user);
}

json::Object claimsFor(const Issuer& issuer, const ClientRequest& request, const ExchangeSubject& subject,
                       const apps::ResourceServer& server, const std::string& sub, Time now) {
    const FamilySubject& of = *subject.of;
    json::Object claims{{"iss", issuer.url},
                        {"sub", sub},
                        {"aud", server.issuer},
                        {"client_id", server.clientId},
                        {"jti", crypto::newUuid(now)},
                        {"iat", toUnixSeconds(now)},
                        {"exp", toUnixSeconds(now + kLife)},
                        {"auth_time", toUnixSeconds(of.session.authTime)}};
    if (!of.session.acr.empty()) {
        claims["acr"] = of.session.acr;
    }
    if (!of.session.amr.empty()) {
        claims["amr"] = json::toArray(of.session.amr);
    }
    if (issuer.isFrontDoor()) {
        claims["tenant"] = subject.tenant.text(); // this issuer has several
    }
    const auto& scopes = request.app->scopes;
    if (!of.user.email.empty() && std::find(scopes.begin(), scopes.end(), "email") != scopes.end()) {
        claims["email"] = of.user.email;
    }
    if (request.proof) {
        claims["cnf"] = json::Object{{"jkt", request.jkt()}};
    }
    return claims;
}

audit::Record issued(const apps::App& app, const ExchangeSubject& subject, const apps::ResourceServer& server,
                     const std::string& ip) {
    audit::Record out;
    out.type = "TokenIssued";
    out.actor = {audit::ActorType::Service, app.id.text(), {}};
    out.target = {"user", subject.of->user.id.text(), {}};
    out.ip = ip;
    out.data = {{"app", app.name},
                {"grant", "token-exchange"},
                {"session", subject.of->session.id.text()},
                {"audience", server.issuer}};
    return out;
}

} // namespace

bool isOurs(const web::PublicUrl& publicUrl, std::string_view issuer) {
    return issuer == publicUrl.base() || issuer.starts_with(publicUrl.base() + "/t/");
}

Result<TokenAnswer> exchangeForIdentityAssertion(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                                 const std::string& ip) {
    if (request.form.get("actor_token")) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.actor_token");
    }
    const apps::App& app = *request.app;
    TRY(server, serverFor(request.form, app));
    TRY(scope, scopeFor(request.form, server));
    TRY(resources, oauth::requestedResources(request.form, server.resources));
    TRY(subject, signedInSubject(parts, issuer, request));
    if (!subject.jkt.empty() && subject.jkt != request.jkt()) {
        return fail(Code::InvalidArgument, "oauth.invalid_dpop_proof.other_key");
    }
    TRY(sealer, parts.keys.sealerFor(subject.tenant));
    const Time now = parts.clock.now();
    ENSURE(parts.store.write([&](store::Writer& writer) -> Status {
        ENSURE(findLiving(parts, writer, sealer, subject, now));
        return audit::append(writer, sealer, subject.tenant, issued(app, subject, server, ip), now);
    }));
    json::Object claims =
        claimsFor(issuer, request, subject, server, subjectAt(server, sealer, app, subject.of->user.id), now);
    if (!scope.empty()) {
        claims["scope"] = scope;
    }
    if (!resources.empty()) {
        claims["resource"] =
            resources.size() == 1 ? json::Value(resources.front()) : json::Value(json::toArray(resources));
    }
    TokenAnswer answer;
    TRY(token, sign(parts.keys, issuer, oauth::kIdentityAssertionType, claims));
    answer.accessToken = std::move(token);
    answer.expiresIn = kLife;
    answer.issuedTokenType = kIdentityAssertionTokenType;
    if (!scope.empty()) {
        TRY(granted, oauth::ScopeSet::parse(scope));
        answer.scopes = granted.tokens();
    }
    return answer;
}

} // namespace gatehouse::oidc::provider
