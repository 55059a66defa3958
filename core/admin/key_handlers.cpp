// SPDX-License-Identifier: Apache-2.0
// The signing rings: of a tenant (T/keys) and of the front door (/admin/v1/keys).
#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "admin/key_resource.h"
#include "jose/jws.h"
#include "keys/publication.h"

namespace gatehouse::admin {

namespace {

constexpr std::string_view kTooRecent = "keys.published_too_recently";

template <class T>
Outcome<T> bodyAs(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    auto wanted = api::fromJson<T>(*body);
    return wanted ? Outcome<T>(*std::move(wanted)) : invalid(wanted.error());
}

/// Who overrides the guard says why.
Outcome<keys::Guard> guardOf(bool force, const std::string& reason) {
    if (force && reason.empty()) {
        return invalid({{"/reason", "required", "is required with force"}});
    }
    return force ? keys::Guard::Override : keys::Guard::Keep;
}

Status record(Change& inProgress, std::string type, const keys::KeyInfo& key, const json::Object& more = {}) {
    json::Object data{{"use", key.use}, {"alg", key.alg}};
    for (const auto& member : more) {
        data[member.key()] = member.value();
    }
    ENSURE(inProgress.record({std::move(type), "key", key.kid, "", std::move(data), {}}));
    inProgress.context().services.keys.forgetAfterCommit(inProgress.writer(), ringOf(inProgress.context()));
    return {};
}

json::Object because(const std::string& reason, keys::Guard guard = keys::Guard::Keep) {
    json::Object data;
    if (!reason.empty()) {
        data["reason"] = reason;
    }
    if (guard == keys::Guard::Override) {
        data["forced"] = true;
    }
    return data;
}

Result<Answer> show(store::Reader& reader, const Context& context, std::string_view kid) {
    TRY(ring, ringView(reader, context));
    TRY(key, keys::findKey(reader, ringOf(context), kid));
    const json::Object body = ring.show(key);
    return ok(body, etagOf(body));
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(ring, context.services.store.read([&](store::Reader& reader) { return ringView(reader, context); }));
    std::vector<KeyedItem> items;
    items.reserve(ring.keys.size());
    for (const keys::KeyInfo& key : ring.keys) {
        // Newest first, in ascending order of the cursor's text.
        const std::string age = std::to_string(9'999'999'999'999 - toMillis(key.createdAt));
        items.push_back({std::string(13 - age.size(), '0') + age + key.kid, ring.show(key)});
    }
    std::sort(items.begin(), items.end(), [](const KeyedItem& a, const KeyedItem& b) { return a.key < b.key; });
    return pageOf(std::move(items), *query);
}

Answered get(const Context& context) {
    TRY(answer, context.services.store.read(
                    [&](store::Reader& reader) { return show(reader, context, context.request.object); }));
    return answer;
}

/// A fresh key, made before the transaction.
Outcome<keys::NewSigningKey> makeKey(const Context& context, const std::string& use, const std::string& alg) {
    if (alg != keys::kRsaOaep && !jose::parseSignature(alg)) {
        return invalid({{"/alg", "unknown_value", "is no algorithm that can be used"}});
    }
    auto made = context.services.keys.generateKey(ringOf(context), use, alg, context.request.now);
    if (!made) {
        return tl::unexpected(Refusal(made.error()));
    }
    return *std::move(made);
}

/// Tells who came too early when to come again.
Answered withEarliest(const Context& context, Answered answer, const std::string& kid) {
    if (answer || answer.error().error.reason != kTooRecent) {
        return answer;
    }
    Time earliest = context.request.now + keys::kPublishedBeforeUse; // of a key that would have been made
    if (!kid.empty()) {
        TRY(ring, context.services.store.read(
                      [&](store::Reader& reader) { return keys::listKeys(reader, ringOf(context)); }));
        const auto key = std::find_if(ring.begin(), ring.end(), [&](const auto& each) { return each.kid == kid; });
        if (key != ring.end()) {
            earliest = keys::earliestActivation(ring, *key);
        }
    }
    answer.error().problems = {{"/earliestActivation", "too_early", toRfc3339(earliest)}};
    return answer;
}

Answered create(const Context& context) {
    const auto wanted = bodyAs<api::Key>(context);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const auto made = makeKey(context, wanted->use, wanted->alg);
    if (!made) {
        return tl::unexpected(made.error());
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        ENSURE(keys::insertKey(inProgress.writer(), *made));
        ENSURE(record(inProgress, "KeyCreated", made->info));
        TRY(answer, show(inProgress.writer(), context, made->info.kid));
        answer.status = 201;
        answer.location = ringPath(context) + made->info.kid;
        return answer;
    });
}

/// The next key is told to take over when it may; where there is none, `made` becomes it.
Result<Answer> stage(Change& inProgress, const keys::NewSigningKey& made, const std::string& reason) {
    store::Writer& writer = inProgress.writer();
    TRY(next, keys::findInState(writer, made.tenant, made.info.use, made.info.alg, keys::KeyState::Next));
    if (!next) {
        ENSURE(keys::insertKey(writer, made));
        ENSURE(record(inProgress, "KeyCreated", made.info));
    }
    const std::string kid = next ? next->kid : made.info.kid;
    TRY(planned, keys::planActivation(writer, made.tenant, kid, inProgress.now()));
    TRY(ring, ringView(writer, inProgress.context()));
    json::Object data = because(reason);
    data["activatesAt"] = toRfc3339(ring.activatesAt(planned).value_or(inProgress.now()));
    ENSURE(record(inProgress, "AdminAction", planned, data));
    return show(writer, inProgress.context(), kid);
}

Answered rotate(const Context& context) {
    const auto wanted = bodyAs<api::KeyRotation>(context);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const auto guard = guardOf(wanted->force, wanted->reason);
    if (!guard) {
        return tl::unexpected(guard.error());
    }
    const auto made = makeKey(context, wanted->use, wanted->alg);
    if (!made) {
        return tl::unexpected(made.error());
    }
    std::string next;
    Answered answer = change(context, [&](Change& inProgress) -> Result<Answer> {
        if (wanted->staged) {
            return stage(inProgress, *made, wanted->reason);
        }
        TRY(ahead,
            keys::findInState(inProgress.writer(), made->tenant, made->info.use, made->info.alg, keys::KeyState::Next));
        next = ahead ? ahead->kid : std::string();
        TRY(active, keys::rotateKeys(inProgress.writer(), *made, *guard, inProgress.now()));
        ENSURE(record(inProgress, "KeyCreated", made->info));
        ENSURE(record(inProgress, "KeyActivated", active, because(wanted->reason, *guard)));
        return show(inProgress.writer(), context, active.kid);
    });
    return withEarliest(context, std::move(answer), next);
}

Answered activate(const Context& context) {
    const auto wanted = bodyAs<api::KeyActivation>(context);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const auto guard = guardOf(wanted->force, wanted->reason);
    if (!guard) {
        return tl::unexpected(guard.error());
    }
    Answered answer = change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(key,
            keys::activateKey(inProgress.writer(), ringOf(context), context.request.object, *guard, inProgress.now()));
        ENSURE(record(inProgress, "KeyActivated", key, because(wanted->reason, *guard)));
        return show(inProgress.writer(), context, key.kid);
    });
    return withEarliest(context, std::move(answer), context.request.object);
}

Answered retire(const Context& context) {
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(key, keys::retireKey(inProgress.writer(), ringOf(context), context.request.object, inProgress.now()));
        ENSURE(record(inProgress, "KeyRetired", key));
        return show(inProgress.writer(), context, key.kid);
    });
}

Answered revoke(const Context& context) {
    const auto wanted = bodyAs<api::KeyRevocation>(context);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    TRY(known, context.services.store.read([&](store::Reader& reader) {
        return keys::findKey(reader, ringOf(context), context.request.object);
    }));
    std::optional<keys::NewSigningKey> spare;
    if (known.state == keys::KeyState::Active || known.state == keys::KeyState::Next) { // it may be active by then
        auto made = makeKey(context, known.use, known.alg);
        if (!made) {
            return tl::unexpected(made.error());
        }
        spare = *std::move(made);
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(done,
            keys::revokeKey(inProgress.writer(), ringOf(context), context.request.object, spare, inProgress.now()));
        ENSURE(record(inProgress, "KeyRevoked", done.revoked, because(wanted->reason)));
        if (done.spareInserted) {
            ENSURE(record(inProgress, "KeyCreated", spare->info));
        }
        if (done.successor) {
            ENSURE(record(inProgress, "KeyActivated", *done.successor, {{"inPlaceOf", done.revoked.kid}}));
        }
        return show(inProgress.writer(), context, done.revoked.kid);
    });
}

constexpr Handler kHandlers[] = {
    {"key.list", list},
    {"key.create", create},
    {"key.get", get},
    {"key.evidence", listKeyEvidence},
    {"key.impact", showKeyImpact},
    {"key.activate", activate},
    {"key.retire", retire},
    {"key.revoke", revoke},
    {"key.rotate", rotate},
    {"shared-key.list", list},
    {"shared-key.create", create},
    {"shared-key.get", get},
    {"shared-key.evidence", listKeyEvidence},
    {"shared-key.impact", showKeyImpact},
    {"shared-key.activate", activate},
    {"shared-key.retire", retire},
    {"shared-key.revoke", revoke},
    {"shared-key.rotate", rotate},
};

} // namespace

std::span<const Handler> keyHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
