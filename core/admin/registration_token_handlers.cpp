// SPDX-License-Identifier: Apache-2.0
// The tokens with which apps register themselves.
#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "apps/registrations.h"
#include "crypto/random.h"
#include "oauth/tokens.h"

namespace gatehouse::admin {

namespace {

constexpr std::int64_t kDefaultTtl = 24 * 3600;

json::Object show(const apps::RegistrationToken& token) {
    api::RegistrationToken out;
    out.id = token.id;
    out.name = token.name;
    out.redirectHosts = token.rules.hosts;
    out.grantTypes = token.rules.grantTypes;
    out.scopes = token.rules.scopes;
    for (const apps::DetailsType& each : token.rules.authorizationDetails) {
        out.authorizationDetails.push_back({each.type, each.members});
    }
    out.usesLeft = token.usesLeft;
    out.createdAt = token.createdAt;
    out.expiresAt = token.expiresAt;
    out.lastUsed = token.lastUsed;
    out.createdBy = token.createdBy;
    return api::toJson(out).get_object();
}

/// Those of a body, judged as an app's are.
std::vector<apps::DetailsType> detailsIn(const json::Object& body, Problems& problems) {
    apps::App app;
    if (const json::Value* details = json::member(body, "authorizationDetails")) {
        apps::readJson({{"name", "any"}, {"authorizationDetails", *details}}, app, problems);
    }
    return app.authorizationDetails;
}

json::Array typesOf(const apps::RegistrationToken& token) {
    json::Array types;
    for (const apps::DetailsType& each : token.rules.authorizationDetails) {
        types.emplace_back(each.type);
    }
    return types;
}

json::Object state(const apps::RegistrationToken& token) {
    return {{"redirectHosts", json::toArray(token.rules.hosts)},
            {"grantTypes", json::toArray(token.rules.grantTypes)},
            {"scopes", json::toArray(token.rules.scopes)},
            {"authorizationDetails", typesOf(token)},
            {"usesLeft", token.usesLeft},
            {"expiresAt", toRfc3339(token.expiresAt)}};
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(tokens,
        context.services.store.read([&](store::Reader& reader) { return apps::listTokens(reader, scoped.tenant); }));
    std::vector<KeyedItem> items;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        if (token->name.find(query->search) != std::string::npos) {
            items.push_back({token->id, show(*token)});
        }
    }
    return pageOf(std::move(items), *query);
}

Answered get(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(token, context.services.store.read([&](store::Reader& reader) {
        return apps::findToken(reader, scoped.tenant, context.request.object);
    }));
    return ok(show(token));
}

Answered create(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::RegistrationToken>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    Problems problems;
    std::vector<apps::DetailsType> details = detailsIn(*body, problems);
    if (!problems.empty()) {
        return invalid(std::move(problems));
    }
    TRY(scoped, scopedTo(context));
    apps::RegistrationToken token;
    token.id = crypto::newUuid(context.request.now);
    token.owner = scoped.tenant;
    token.name = wanted->name;
    token.rules = {wanted->redirectHosts, wanted->grantTypes, wanted->scopes, std::move(details)};
    token.usesLeft = wanted->usesLeft;
    token.createdBy = context.request.caller.id;
    token.createdAt = context.request.now;
    token.expiresAt = context.request.now + Seconds(wanted->ttl.value_or(kDefaultTtl));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        const std::string text = oauth::mint(oauth::TokenKind::InitialAccess, inProgress.now());
        TRY(hash, oauth::hashOf(oauth::TokenKind::InitialAccess, text));
        ENSURE(apps::insertToken(inProgress.writer(), token, hash));
        ENSURE(inProgress.record(
            {"AdminAction", "registration-token", token.id, token.name, {{"after", state(token)}}, {}}));
        json::Object shown = show(token);
        shown["token"] = text;
        Answer answer = ok(shown);
        answer.status = 201;
        answer.location = "/admin/v1/tenants/" + context.request.tenant->slug + "/registration-tokens/" + token.id;
        return answer;
    });
}

Answered remove(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(token, apps::findToken(inProgress.writer(), scoped.tenant, context.request.object));
        ENSURE(apps::removeToken(inProgress.writer(), scoped.tenant, token.id));
        ENSURE(inProgress.record(
            {"AdminAction", "registration-token", token.id, token.name, {{"before", state(token)}}, {}}));
        return noContent();
    });
}

constexpr Handler kHandlers[] = {
    {"registration-token.list", list},
    {"registration-token.get", get},
    {"registration-token.create", create},
    {"registration-token.delete", remove},
};

} // namespace

std::span<const Handler> registrationTokenHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
