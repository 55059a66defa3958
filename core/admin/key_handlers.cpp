// SPDX-License-Identifier: Apache-2.0
#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "jose/jws.h"
#include "keys/signing_keys.h"

namespace gatehouse::admin {

namespace {

Answer show(const keys::KeyInfo& key) {
    const json::Object body = keys::toJson(key);
    return ok(body, etagOf(body));
}

Status record(Change& inProgress, std::string type, const keys::KeyInfo& key) {
    ENSURE(inProgress.record({std::move(type), "key", key.kid, "", {{"use", key.use}, {"alg", key.alg}}, {}}));
    inProgress.context().services.keys.forgetAfterCommit(inProgress.writer(), inProgress.context().tenantId());
    return {};
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(keyList,
        context.services.store.read([&](store::Reader& reader) { return keys::listKeys(reader, context.tenantId()); }));
    std::vector<KeyedItem> items;
    for (const keys::KeyInfo& key : keyList) {
        // Newest first, in ascending order of the cursor's text.
        const std::string age = std::to_string(9'999'999'999'999 - toMillis(key.createdAt));
        items.push_back({std::string(13 - age.size(), '0') + age + key.kid, keys::toJson(key)});
    }
    std::sort(items.begin(), items.end(), [](const KeyedItem& a, const KeyedItem& b) { return a.key < b.key; });
    return pageOf(std::move(items), *query);
}

Answered get(const Context& context) {
    TRY(key, context.services.store.read([&](store::Reader& reader) {
        return keys::findKey(reader, context.tenantId(), context.request.object);
    }));
    return show(key);
}

/// A fresh key as the body asks for it, made before the transaction.
Outcome<keys::NewSigningKey> makeKey(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::Key>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    const auto algorithm = jose::parseSignature(wanted->alg);
    if (!algorithm) {
        return invalid({{"/alg", "unknown_value", "is no algorithm that can be used"}});
    }
    auto made =
        context.services.keys.generateSigningKey(context.tenantId(), wanted->use, *algorithm, context.request.now);
    if (!made) {
        return tl::unexpected(Refusal(made.error()));
    }
    return *std::move(made);
}

Answered create(const Context& context) {
    const auto made = makeKey(context);
    if (!made) {
        return tl::unexpected(made.error());
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        ENSURE(keys::insertKey(inProgress.writer(), *made));
        ENSURE(record(inProgress, "KeyCreated", made->info));
        Answer answer = show(made->info);
        answer.status = 201;
        answer.location = "/admin/v1/tenants/" + context.tenant().slug + "/keys/" + made->info.kid;
        return answer;
    });
}

Answered rotate(const Context& context) {
    const auto made = makeKey(context);
    if (!made) {
        return tl::unexpected(made.error());
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(active, keys::rotateKeys(inProgress.writer(), *made, inProgress.now()));
        ENSURE(record(inProgress, "KeyCreated", made->info));
        ENSURE(record(inProgress, "KeyActivated", active));
        return show(active);
    });
}

using Step = Result<keys::KeyInfo> (*)(store::Writer&, const TenantId&, std::string_view, Time);

template <Step step>
Answered move(const Context& context, const char* type) {
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(key, step(inProgress.writer(), context.tenantId(), context.request.object, inProgress.now()));
        ENSURE(record(inProgress, type, key));
        return show(key);
    });
}

Answered activate(const Context& context) {
    return move<keys::activateKey>(context, "KeyActivated");
}
Answered retire(const Context& context) {
    return move<keys::retireKey>(context, "KeyRetired");
}
Answered revoke(const Context& context) {
    return move<keys::revokeKey>(context, "KeyRevoked");
}

constexpr Handler kHandlers[] = {
    {"key.list", list},         {"key.get", get},       {"key.create", create}, {"key.rotate", rotate},
    {"key.activate", activate}, {"key.retire", retire}, {"key.revoke", revoke},
};

} // namespace

std::span<const Handler> keyHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
