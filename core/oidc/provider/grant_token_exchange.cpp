// SPDX-License-Identifier: Apache-2.0
// Token exchange (RFC 8693): a token for another that may do less, and says who acts.
#include <algorithm>

#include "audit/audit.h"
#include "oauth/scope.h"
#include "oidc/provider/exchange_subject.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/levels.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::size_t kMostActors = 8;

tl::unexpected<Error> refused(std::string_view reason, std::string_view detail = {}) {
    return fail(Code::InvalidArgument, reason, detail);
}

template <class Value>
bool contains(const std::vector<std::string>& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Whether the app may have what was given to another one: that one's record names it.
Status checkTaker(const Parts& parts, const Issuer& issuer, const apps::App& app, const ExchangeSubject& subject) {
    if (subject.clientId == app.clientId) {
        return {};
    }
    TRY(giver, parts.apps.find(issuer.keys, issuer.slug(), subject.clientId));
    return contains(giver->actors, app.clientId) ? Status() : refused("oauth.invalid_grant.actor");
}

/// The party that acts: whom the actor_token speaks of, else the app itself. The token has to be the app's own, and to
/// speak for nobody else.
Result<json::Object> actingParty(AccessTokens& tokens, const Issuer& issuer, const ClientRequest& request) {
    const apps::App& app = *request.app;
    const auto text = request.form.get("actor_token");
    const auto type = request.form.get("actor_token_type");
    if (!text && !type) {
        return json::Object{{"sub", app.clientId}, {"client_id", app.clientId}};
    }
    if (!text || type != kAccessTokenType) {
        return refused("oauth.invalid_request.actor_token_type");
    }
    const auto token = tokens.prove(issuer, *text);
    if (!token) {
        return token.error().code == Code::Unauthenticated
                   ? refused("oauth.invalid_grant.actor_token", token.error().detail)
                   : tl::unexpected<Error>(token.error());
    }
    TRY(live, tokens.isLive(issuer, **token));
    const bool own = (*token)->clientId == app.clientId && json::member((*token)->claims, "act") == nullptr;
    if (!live || !own) {
        return refused("oauth.invalid_grant.actor_token", live ? "not the app's own" : "ended");
    }
    if (!(*token)->jkt.empty() && (*token)->jkt != request.jkt()) {
        return refused("oauth.invalid_dpop_proof.other_key");
    }
    return json::Object{{"sub", json::stringMember((*token)->claims, "sub").value_or("")}, {"client_id", app.clientId}};
}

/// RFC 8693, 4.4: every member of may_act has to be the party's.
bool mayAct(const json::Value& mayAct, const json::Object& party) {
    const json::Object* allowed = mayAct.if_object();
    return allowed == nullptr || std::all_of(allowed->begin(), allowed->end(), [&](const auto& member) {
               const json::Value* own = party.if_contains(member.key());
               return own != nullptr && *own == member.value();
           });
}

std::size_t depthOf(const json::Value& act) {
    std::size_t depth = 0;
    for (const json::Value* each = &act; each != nullptr && each->is_object();
         each = each->get_object().if_contains("act")) {
        ++depth;
    }
    return depth;
}

/// The act claim of what is issued: the party, and below it who acted before. An app that takes a token of its own acts
/// for nobody new, and one that may impersonate is not named.
Result<json::Value> actOf(AccessTokens& tokens, const Issuer& issuer, const ClientRequest& request,
                          const ExchangeSubject& subject) {
    TRY(party, actingParty(tokens, issuer, request));
    const bool own = subject.clientId == request.app->clientId;
    const bool named = request.form.get("actor_token").has_value();
    if ((!own || named) && !mayAct(subject.mayAct, party)) {
        return refused("oauth.invalid_grant.actor", "may_act names another");
    }
    if (!named && (own || request.app->impersonation)) {
        return subject.act;
    }
    if (depthOf(subject.act) >= kMostActors) {
        return refused("oauth.invalid_grant.actor", "too many act already");
    }
    if (!subject.act.is_null()) {
        party["act"] = subject.act;
    }
    return json::Value(std::move(party));
}

/// The sign-in was strong enough for the app that it was made at. Another one may demand more.
Status checkLevel(const Parts& parts, const apps::App& app, const ExchangeSubject& subject) {
    const auto tenant = parts.tenants.byId(subject.tenant);
    if (subject.clientId != app.clientId && tenant && !meetsDemands(subject.of->session.acr, app, *tenant)) {
        return refused("oauth.insufficient_user_authentication");
    }
    return {};
}

Result<std::vector<std::string>> scopesOf(const ClientRequest& request, const ExchangeSubject& subject) {
    TRY(given, oauth::ScopeSet::fromTokens(subject.scopes));
    TRY(registered, oauth::ScopeSet::fromTokens(request.app->scopes));
    // No ID token comes of it, and nothing to refresh it with.
    const oauth::ScopeSet none{"openid", "offline_access"};
    const oauth::ScopeSet allowed = given.intersection(registered);
    const auto asked = request.form.get("scope");
    if (!asked || asked->empty()) {
        return allowed.without(none).tokens();
    }
    TRY(wanted, oauth::ScopeSet::parse(*asked));
    return wanted.isSubsetOf(allowed) ? Result<std::vector<std::string>>(wanted.without(none).tokens())
                                      : refused("oauth.invalid_scope");
}

/// What the token is to be for, by `audience` and `resource` alike: of what the app is registered for, and of what the
/// subject's is for. Where nothing is asked for, all of that.
Result<std::vector<std::string>> targetsOf(const Issuer& issuer, const ClientRequest& request,
                                           const ExchangeSubject& subject) {
    std::vector<std::string> allowed = request.app->audiences;
    if (allowed.empty()) {
        allowed.push_back(issuer.url); // as every token of such an app
    }
    std::erase_if(allowed, [&](const std::string& each) { return !contains(subject.audience, each); });
    std::vector<std::string> wanted;
    for (const auto& [name, value] : request.form.pairs()) {
        if (name != "audience" && name != "resource") {
            continue;
        }
        if (!contains(allowed, value)) {
            return refused("oauth.invalid_target", value.substr(0, 200));
        }
        if (!contains(wanted, value)) {
            wanted.push_back(value);
        }
    }
    if (wanted.empty()) {
        wanted = std::move(allowed);
    }
    return wanted.empty() ? Result<std::vector<std::string>>(refused("oauth.invalid_target", "nothing in common"))
                          : wanted;
}

/// Where nothing is asked for, what is of the types that the app is registered for.
Result<json::Array> detailsOf(const ClientRequest& request, const ExchangeSubject& subject) {
    const auto& types = request.app->authorizationDetails;
    const auto asked = request.form.get("authorization_details");
    if (!asked || asked->empty()) {
        json::Array out;
        for (const json::Value& each : subject.details) {
            const auto type = json::stringMember(each.get_object(), "type");
            if (std::any_of(types.begin(), types.end(), [&](const auto& known) { return known.type == type; })) {
                out.push_back(each);
            }
        }
        return out;
    }
    TRY(wanted, oauth::parseAuthorizationDetails(*asked, types));
    return oauth::isWithin(wanted, subject.details)
               ? Result<json::Array>(std::move(wanted))
               : refused("oauth.invalid_authorization_details", "more than the token may do");
}

audit::Record issued(const apps::App& app, const FamilySubject& of, const json::Value& act, const std::string& ip) {
    audit::Record out;
    out.type = "TokenIssued";
    out.actor = {audit::ActorType::Service, app.id.text(), {}};
    out.target = {"user", of.user.id.text(), {}};
    out.ip = ip;
    out.data = {
        {"app", app.name}, {"grant", "token-exchange"}, {"session", of.session.id.text()}, {"family", of.family.id}};
    if (const json::Object* party = act.if_object()) {
        out.data["act"] = json::stringMember(*party, "sub").value_or("");
    }
    return out;
}

Result<TokenAnswer> exchangeForAccessToken(const Parts& parts, AccessTokens& tokens, const Issuer& issuer,
                                           const ClientRequest& request, const std::string& ip) {
    const apps::App& app = *request.app;
    TRY(subject, exchangeSubject(parts, tokens, issuer, request));
    ENSURE(checkTaker(parts, issuer, app, subject));
    if (!subject.jkt.empty() && subject.jkt != request.jkt()) {
        return refused("oauth.invalid_dpop_proof.other_key");
    }
    TokenScope wanted;
    TRY(scopes, scopesOf(request, subject));
    wanted.scopes = std::move(scopes);
    TRY(targets, targetsOf(issuer, request, subject));
    wanted.resources = std::move(targets);
    TRY(details, detailsOf(request, subject));
    wanted.authorizationDetails = std::move(details);
    TRY(act, actOf(tokens, issuer, request, subject));
    wanted.act = std::move(act);
    wanted.jkt = request.jkt();
    wanted.notAfter = subject.expiresAt;

    TRY(sealer, parts.keys.sealerFor(subject.tenant));
    const Time now = parts.clock.now();
    ENSURE(parts.store.write([&](store::Writer& writer) -> Status {
        ENSURE(findLiving(parts, writer, sealer, subject, now));
        ENSURE(checkLevel(parts, app, subject));
        return audit::append(writer, sealer, subject.tenant, issued(app, *subject.of, wanted.act, ip), now);
    }));
    TRY(answer, tokensFor(parts, issuer, app, subject.tenant, *subject.of, wanted));
    answer.issuedTokenType = kAccessTokenType;
    return answer;
}

Result<TokenAnswer> exchange(const Parts& parts, AccessTokens& tokens, const Issuer& issuer,
                             const ClientRequest& request, const std::string& ip) {
    if (!request.confidential) {
        return fail(Code::PermissionDenied, "oauth.unauthorized_client");
    }
    if (request.form.get("subject_token").value_or("").empty()) {
        return refused("oauth.invalid_request.subject_token");
    }
    const auto type = request.form.get("requested_token_type").value_or(kAccessTokenType);
    if (type == kIdentityAssertionTokenType) {
        return exchangeForIdentityAssertion(parts, issuer, request, ip);
    }
    return type == kAccessTokenType ? exchangeForAccessToken(parts, tokens, issuer, request, ip)
                                    : refused("oauth.invalid_request.requested_token_type", type.substr(0, 100));
}

} // namespace

Result<TokenAnswer> grantTokenExchange(const Parts& parts, AccessTokens& tokens, const Issuer& issuer,
                                       const ClientRequest& request, const std::string& ip) {
    auto answer = exchange(parts, tokens, issuer, request, ip);
    if (!answer) {
        noteRefusedGrant(parts, issuer, *request.app, "token-exchange", answer.error(), ip);
    }
    return answer;
}

} // namespace gatehouse::oidc::provider
