// SPDX-License-Identifier: Apache-2.0
#include "admin/admins.h"
#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "admin/tokens.h"
#include "crypto/random.h"

namespace gatehouse::admin {

namespace {

constexpr std::int64_t kDefaultTtl = 8 * 3600;

json::Object show(const Context& context, const Token& token) {
    api::Token out;
    out.id = token.id;
    out.name = token.name;
    out.role = api::roleName(token.role);
    if (token.tenant) {
        const auto tenant = context.services.tenants.byId(*token.tenant);
        out.tenant = tenant ? tenant->slug : token.tenant->text();
    }
    out.groups = token.groups;
    out.createdAt = token.createdAt;
    out.expiresAt = token.expiresAt;
    out.lastUsed = token.lastUsed;
    out.createdBy = token.createdBy;
    return api::toJson(out).get_object();
}

bool isVisible(const Caller& caller, const Token& token) {
    return !caller.tenant || token.tenant == caller.tenant;
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(tokens, context.services.store.read([&](store::Reader& reader) {
        return listTokens(reader, scoped.sealer, context.request.caller.tenant);
    }));
    std::vector<KeyedItem> items;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        if (token->name.find(query->search) != std::string::npos) {
            items.push_back({token->id, show(context, *token)});
        }
    }
    return pageOf(std::move(items), *query);
}

Result<Token> find(store::Reader& reader, const Context& context, const Scoped& scoped) {
    TRY(token, findToken(reader, scoped.sealer, context.request.object));
    return isVisible(context.request.caller, token) ? Result<Token>(std::move(token))
                                                    : fail(Code::NotFound, "token.not_found");
}

Answered get(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(token, context.services.store.read([&](store::Reader& reader) { return find(reader, context, scoped); }));
    return ok(show(context, token));
}

/// What the body asks for, as far as the caller may give it: nobody makes a token that can do more than they can.
Outcome<Token> draftOf(const Context& context, const api::Token& wanted) {
    const Caller& caller = context.request.caller;
    Token token;
    token.id = crypto::newUuid(context.request.now);
    token.name = wanted.name;
    token.role = api::parseRole(wanted.role).value_or(api::AdminRole::Delegate);
    token.groups = wanted.groups;
    token.createdBy = caller.id;
    token.createdAt = context.request.now;
    token.expiresAt = context.request.now + Seconds(wanted.ttl.value_or(kDefaultTtl));
    Problems problems;
    if (wanted.tenant) {
        const auto tenant = context.services.tenants.byName(*wanted.tenant);
        if (!tenant || !caller.sees(tenant->id)) {
            problems.push_back({"/tenant", "unknown_value", "is no tenant"});
        } else {
            token.tenant = tenant->id;
        }
    }
    const bool needsTenant = token.role == api::AdminRole::TenantAdmin || token.role == api::AdminRole::Delegate;
    if (!wanted.tenant && (needsTenant || caller.tenant)) {
        problems.push_back({"/tenant", "required", "is required for this role"});
    }
    if (wanted.tenant && token.role == api::AdminRole::Owner) {
        problems.push_back({"/tenant", "unknown_member", "an owner's token is for the whole broker"});
    }
    if (token.role == api::AdminRole::Delegate && token.groups.empty()) {
        problems.push_back({"/groups", "required", "a delegate needs groups"});
    }
    if (!problems.empty()) {
        return invalid(std::move(problems));
    }
    if (token.role == api::AdminRole::Owner && caller.role != api::AdminRole::Owner) {
        return tl::unexpected(Refusal(Error{Code::PermissionDenied, "permission_denied", {}}));
    }
    return token;
}

Answered create(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::Token>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    const auto token = draftOf(context, *wanted);
    if (!token) {
        return tl::unexpected(token.error());
    }
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        if (token->tenant) {
            ENSURE(guardHome(inProgress.writer(), *token->tenant, token->role, Reach::Tenant, "", inProgress.now()));
        }
        const Secret text = makeTokenText();
        ENSURE(insertToken(inProgress.writer(), scoped.sealer, *token, tokenHash(text.reveal())));
        ENSURE(inProgress.record(
            token->tenant.value_or(platformTenant()),
            {"AdminAction", "token", token->id, token->name, {{"after", {{"role", api::roleName(token->role)}}}}, {}}));
        json::Object shown = show(context, *token);
        shown["token"] = text.reveal();
        Answer answer = ok(shown);
        answer.status = 201;
        answer.location = "/admin/v1/tokens/" + token->id;
        return answer;
    });
}

Answered remove(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(token, find(inProgress.writer(), context, scoped));
        ENSURE(removeToken(inProgress.writer(), token.id));
        ENSURE(inProgress.record(
            token.tenant.value_or(platformTenant()),
            {"AdminAction", "token", token.id, token.name, {{"before", {{"role", api::roleName(token.role)}}}}, {}}));
        return noContent();
    });
}

constexpr Handler kHandlers[] = {
    {"token.list", list},
    {"token.get", get},
    {"token.create", create},
    {"token.delete", remove},
};

} // namespace

std::span<const Handler> tokenHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
