// SPDX-License-Identifier: Apache-2.0
// Identity assertions (ID-JAG) of a provider that the tenant signs in with: its people's tokens without a browser.
#include <algorithm>

#include "audit/audit.h"
#include "connections/acr_mapping.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "directory/directory.h"
#include "login/sign_in_age.h"
#include "oauth/grant_assertion.h"
#include "oauth/resource.h"
#include "oauth/scope.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/levels.h"
#include "tenants/acr_order.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kLongestAssertion{600};

using ConnectionPtr = std::shared_ptr<const connections::Connection>;

tl::unexpected<Error> refused(std::string_view reason, std::string_view detail = {}) {
    return fail(Code::InvalidArgument, reason, detail);
}

/// The connection whose provider signs people in by this issuer.
Result<ConnectionPtr> connectionOf(const Parts& parts, const store::Sealer& sealer, std::string_view issuer) {
    TRY(all, parts.connections.all(sealer));
    for (const ConnectionPtr& each : *all) {
        if (each->enabled && each->issuer == issuer) {
            return each;
        }
    }
    return refused("oauth.invalid_grant.assertion_issuer");
}

Result<std::shared_ptr<const connections::Provider>>
keysOf(const Parts& parts, const connections::Connection& connection, std::string_view keyId) {
    auto provider = parts.providers.get(connection);
    const auto knows = [&](const connections::Provider& held) {
        return std::any_of(held.keys.keys.begin(), held.keys.keys.end(),
                           [&](const jose::Jwk& key) { return key.kid == keyId; });
    };
    if (provider && !keyId.empty() && !knows(**provider)) {
        provider = parts.providers.refreshKeys(connection, *provider);
    }
    return provider ? std::move(provider) : refused("oauth.invalid_grant.assertion_keys", provider.error().reason);
}

/// What an assertion that holds says, and what the app gets of it.
struct Grantable {
    std::string subject, jti;
    Time expiresAt;
    TokenScope scope;
    sessions::Session session;
};

std::vector<std::string> textsOf(const json::Object& claims, std::string_view name) {
    if (const auto one = json::stringMember(claims, name)) {
        return {std::string(*one)};
    }
    return json::stringsMember(claims, name).value_or(std::vector<std::string>());
}

/// Of what the assertion names, what the app is registered for; or the part of that for which it asks.
Result<std::vector<std::string>> scopesOf(const json::Object& claims, const ClientRequest& request) {
    const auto named = json::stringMember(claims, "scope").value_or("");
    if (named.empty()) {
        return std::vector<std::string>();
    }
    TRY(asserted, oauth::ScopeSet::parse(named));
    TRY(registered, oauth::ScopeSet::fromTokens(request.app->scopes));
    // It brings an access token alone: no ID token, and nothing to refresh it with (ID-JAG, 4.4.3).
    const oauth::ScopeSet allowed = asserted.intersection(registered).without({"openid", "offline_access"});
    const auto asked = request.form.get("scope");
    if (!asked || asked->empty()) {
        return allowed.tokens();
    }
    TRY(wanted, oauth::ScopeSet::parse(*asked));
    return wanted.isSubsetOf(allowed) ? Result<std::vector<std::string>>(wanted.tokens())
                                      : refused("oauth.invalid_scope");
}

Result<std::vector<std::string>> resourcesOf(const json::Object& claims, const ClientRequest& request) {
    const std::vector<std::string> asserted = textsOf(claims, "resource");
    const std::vector<std::string>& registered = request.app->audiences;
    for (const std::string& each : asserted) {
        if (std::find(registered.begin(), registered.end(), each) == registered.end()) {
            return refused("oauth.invalid_target", each.substr(0, 200));
        }
    }
    TRY(asked, oauth::requestedResources(request.form, asserted.empty() ? registered : asserted));
    return asked.empty() ? asserted : asked;
}

Status checkKey(const json::Object& claims, const ClientRequest& request) {
    if (json::member(claims, "cnf") == nullptr) {
        return {};
    }
    const json::Object* confirmation = json::objectMember(claims, "cnf");
    const auto jkt = confirmation == nullptr ? std::nullopt : json::stringMember(*confirmation, "jkt");
    return jkt && !jkt->empty() && *jkt == request.jkt() ? Status() : refused("oauth.invalid_grant.dpop");
}

Result<Grantable> judge(const json::Object& claims, const oauth::ProvenAssertion& proven, const ClientRequest& request,
                        Time now) {
    if (json::stringMember(claims, "client_id") != request.app->clientId) {
        return refused("oauth.invalid_grant.assertion_client");
    }
    if (proven.jti.empty()) {
        return refused("oauth.invalid_grant.assertion", "jti is missing");
    }
    ENSURE(checkKey(claims, request));
    Grantable out;
    out.subject = json::stringMember(claims, "sub").value_or("");
    out.jti = proven.jti;
    out.expiresAt = proven.expiresAt;
    TRY(scopes, scopesOf(claims, request));
    TRY(resources, resourcesOf(claims, request));
    out.scope.scopes = std::move(scopes);
    out.scope.resources = std::move(resources);
    out.scope.jkt = request.jkt();
    if (const auto* details = json::arrayMember(claims, "authorization_details")) {
        TRY(granted,
            oauth::parseAuthorizationDetails(json::write(json::Value(*details)), request.app->authorizationDetails));
        out.scope.authorizationDetails = std::move(granted);
    }
    if (const json::Object* act = json::objectMember(claims, "act")) {
        out.scope.act = *act;
    }
    out.session.amr = json::stringsMember(claims, "amr").value_or(std::vector<std::string>());
    const auto authTime = json::integerMember(claims, "auth_time");
    out.session.authTime =
        authTime && *authTime > 0 && *authTime <= toUnixSeconds(now) ? fromUnixSeconds(*authTime) : now;
    return out;
}

/// A session that no browser has: whatever ends sessions ends these tokens too.
Status openSession(store::Writer& writer, const store::Sealer& sealer, const sessions::Session& session,
                   const sessions::Family& family) {
    ENSURE(sessions::open(writer, sealer, session, crypto::sha256(crypto::randomToken())));
    return sessions::putFamily(writer, sealer.tenant(), family);
}

audit::Record issued(const apps::App& app, const FamilySubject& subject, const std::string& issuer,
                     const std::string& ip) {
    audit::Record out;
    out.type = "TokenIssued";
    out.actor = {audit::ActorType::Service, app.id.text(), {}};
    out.target = {"user", subject.user.id.text(), {}};
    out.ip = ip;
    out.data = {{"app", app.name},
                {"grant", "id-jag"},
                {"issuer", issuer},
                {"session", subject.session.id.text()},
                {"family", subject.family.id}};
    return out;
}

} // namespace

Result<TokenAnswer> grantIdentityAssertion(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                           std::string_view assertion, const std::string& ip) {
    if (!request.confidential) {
        return fail(Code::PermissionDenied, "oauth.unauthorized_client");
    }
    if (issuer.isFrontDoor()) {
        return refused("oauth.invalid_grant.tenant"); // whose people these are, the tenant's own issuer says
    }
    const apps::App& app = *request.app;
    const TenantId& tenant = issuer.tenant->id;
    const Time now = parts.clock.now();
    TRY(sealer, parts.keys.sealerFor(tenant));
    TRY(unproven, oauth::readAssertion(assertion));
    TRY(connection, connectionOf(parts, sealer, unproven.issuer));
    TRY(provider, keysOf(parts, *connection, unproven.keyId));
    TRY(proven, oauth::verifyGrantAssertion(assertion, provider->keys.keys,
                                            {issuer.url, oauth::kIdentityAssertionType, kLongestAssertion}, now));
    TRY(granted, judge(proven.claims, proven, request, now));

    const Time end = now + issuer.tenant->settings.accessTokenTtl;
    sessions::Session& session = granted.session;
    session.acr = tenants::strongestAcr(issuer.tenant->settings.acrOrder,
                                        connections::levelsOf(connection->acrMapping, proven.claims));
    if (!meetsDemands(session.acr, app, *issuer.tenant)) {
        return refused("oauth.insufficient_user_authentication");
    }
    session.id = SessionId(crypto::newUuid(now));
    session.connection = connection->id;
    session.connectionName = connection->name;
    session.ip = session.signedInFrom = ip;
    session.createdAt = session.lastSeen = now;
    session.expiresAt = session.idleExpiresAt = end;
    sessions::Family family;
    family.id = crypto::newUuid(now);
    family.issuerTenant = issuer.keys;
    family.app = app.id;
    family.session = session.id;
    family.scopes = granted.scope.scopes;
    family.resources = granted.scope.resources;
    family.createdAt = now;
    family.expiresAt = end;

    TRY(subject, parts.store.write([&](store::Writer& writer) -> Result<FamilySubject> {
        TRY(user, directory::findByIdentity(writer, sealer, connection->id, connection->issuer, granted.subject));
        if (!user) {
            return refused("oauth.invalid_grant.assertion_user");
        }
        TRY(first, sessions::spendOnce(writer, tenant, "identity_assertion", connection->issuer + '\n' + granted.jti,
                                       granted.expiresAt));
        if (!first) {
            return refused("oauth.invalid_grant.assertion_used");
        }
        session.user = family.user = *user;
        TRY(person, directory::findWithoutIdentities(writer, sealer, *user));
        if (login::signInAge(person.signInAfter, proven.claims, now) != login::SignInAge::NewEnough) {
            return refused("oauth.invalid_grant.sign_in_too_old");
        }
        ENSURE(openSession(writer, sealer, session, family));
        TRY(found, findSubject(parts, writer, sealer, family, now));
        if (!found) {
            return refused("oauth.invalid_grant.ended");
        }
        TRY(of, opened(sealer, *std::move(found)));
        ENSURE(audit::append(writer, sealer, tenant, issued(app, of, connection->issuer, ip), now));
        return of;
    }));
    return tokensFor(parts, issuer, app, tenant, subject, granted.scope);
}

} // namespace gatehouse::oidc::provider
