// SPDX-License-Identifier: Apache-2.0
// The tokens with which directories provision people over SCIM.
#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "connections/connections.h"
#include "crypto/random.h"
#include "http/network_address.h"
#include "provisioning/tokens.h"

namespace gatehouse::admin {

namespace {

using provisioning::Token;

constexpr std::int64_t kYear = 365 * 86400;

json::Object show(const Context& context, const Token& token) {
    api::ScimToken out;
    out.id = token.id;
    out.name = token.name;
    out.connectionId = token.connection;
    out.addresses = token.addresses;
    out.createdAt = token.createdAt;
    out.expiresAt = token.expiresAt;
    out.lastUsed = token.lastUsed;
    out.createdBy = token.createdBy;
    out.replacedBy = token.replacedBy;
    out.url = context.services.scim == nullptr ? std::string() : context.services.scim->addressFor(context.tenant());
    return api::toJson(out).get_object();
}

json::Object state(const Token& token) {
    return {{"connectionId", token.connection},
            {"addresses", json::toArray(token.addresses)},
            {"expiresAt", toRfc3339(token.expiresAt)}};
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(tokens, context.services.store.read(
                    [&](store::Reader& reader) { return provisioning::listTokens(reader, scoped.sealer); }));
    std::vector<KeyedItem> items;
    for (const Token& token : tokens) {
        if (token.name.find(query->search) != std::string::npos) {
            items.push_back({token.id, show(context, token)});
        }
    }
    return pageOf(std::move(items), *query);
}

Answered get(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(token, context.services.store.read([&](store::Reader& reader) {
        return provisioning::findToken(reader, scoped.sealer, context.request.object);
    }));
    return ok(show(context, token));
}

/// What the body asks for, without a look at the store.
Outcome<Token> draftOf(const Context& context, const api::ScimToken& wanted) {
    Token token;
    token.id = crypto::newUuid(context.request.now);
    token.name = wanted.name;
    token.connection = wanted.connectionId;
    token.addresses = wanted.addresses;
    token.createdBy = context.request.caller.id;
    token.createdAt = context.request.now;
    token.expiresAt = context.request.now + Seconds(wanted.ttl.value_or(kYear));
    Problems problems;
    for (std::size_t i = 0; i < token.addresses.size(); ++i) {
        if (!http::parseCidr(token.addresses[i])) {
            problems.push_back(
                {"/addresses/" + std::to_string(i), "out_of_range", "is no address and no range such as 192.0.2.0/24"});
        }
    }
    if (!problems.empty()) {
        return invalid(std::move(problems));
    }
    return token;
}

/// Stores a token and shows it, once, with its text.
Result<Answer> issue(Change& inProgress, const Scoped& scoped, const Token& token, std::string_view before) {
    const Secret text = provisioning::makeTokenText();
    ENSURE(provisioning::insertToken(inProgress.writer(), scoped.sealer, token, text));
    json::Object data{{"after", state(token)}};
    if (!before.empty()) {
        data["replaces"] = before;
    }
    ENSURE(inProgress.record({"AdminAction", "scim-token", token.id, token.name, std::move(data), {}}));
    json::Object shown = show(scoped.context, token);
    shown["token"] = text.reveal();
    Answer answer = ok(shown);
    answer.status = 201;
    answer.location = "/admin/v1/tenants/" + scoped.context.tenant().slug + "/scim-tokens/" + token.id;
    return answer;
}

Answered create(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::ScimToken>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    const auto token = draftOf(context, *wanted);
    if (!token) {
        return tl::unexpected(token.error());
    }
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        if (!token->connection.empty()) {
            TRY(version, connections::versionOf(inProgress.writer(), scoped.tenant, ConnectionId(token->connection)));
            if (!version) {
                inProgress.problems.push_back({"/connectionId", "unknown_value", "is no connection of the tenant"});
                return fail(Code::InvalidArgument, "validation_failed");
            }
        }
        return issue(inProgress, scoped, *token, {});
    });
}

Answered rotate(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::ScimTokenRotation>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(former, provisioning::findToken(inProgress.writer(), scoped.sealer, context.request.object));
        if (!former.replacedBy.empty()) {
            return fail(Code::Conflict, "scim_token.rotated");
        }
        Token token = former;
        token.id = crypto::newUuid(inProgress.now());
        token.createdBy = context.request.caller.id;
        token.createdAt = inProgress.now();
        token.expiresAt = inProgress.now() + Seconds(wanted->ttl.value_or(kYear));
        token.lastUsed.reset();
        ENSURE(provisioning::replaceToken(inProgress.writer(), scoped.tenant, former.id, token.id,
                                          inProgress.now() + Seconds(wanted->overlap)));
        return issue(inProgress, scoped, token, former.id);
    });
}

Answered remove(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(token, provisioning::findToken(inProgress.writer(), scoped.sealer, context.request.object));
        ENSURE(provisioning::removeToken(inProgress.writer(), scoped.tenant, token.id));
        ENSURE(inProgress.record({"AdminAction", "scim-token", token.id, token.name, {{"before", state(token)}}, {}}));
        return noContent();
    });
}

constexpr Handler kHandlers[] = {
    {"scim-token.list", list},     {"scim-token.get", get},       {"scim-token.create", create},
    {"scim-token.rotate", rotate}, {"scim-token.delete", remove},
};

} // namespace

std::span<const Handler> scimTokenHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
