// SPDX-License-Identifier: Apache-2.0
#include "admin/replay.h"

#include "admin/api/codec.h"
#include "admin/connection_resource.h"
#include "admin/preview.h"
#include "claims/mapping.h"
#include "crypto/hash.h"
#include "login/explanation.h"
#include "login/flow_json.h"
#include "login/replay.h"

namespace gatehouse::admin {

namespace {

/// What the logins are judged by: the stored connection, with what a draft changes.
struct Draft {
    connections::Connection connection;
    claims::Mapping mapping;
};

template <class Wanted>
Outcome<Draft> draftOf(connections::Connection stored, const Wanted& wanted) {
    Draft out{std::move(stored), {}};
    Problems problems;
    if (wanted.connection) {
        json::Object patch = api::parsed(*wanted.connection).as_object();
        const json::Object shown = connections::toJson(out.connection);
        dropReadOnly(ConnectionResource::kSchema, patch, shown, problems);
        const json::Object document = patched(ConnectionResource::kSchema, shown, patch);
        out.connection.clientSecret = {}; // no replay needs it, and so a change of issuer does not ask for it
        Problems inConnection;
        connections::readJson(document, out.connection, inConnection);
        for (Problem& problem : inConnection) {
            problem.pointer.insert(0, "/connection");
            problems.push_back(std::move(problem));
        }
    }
    const bool ownMapping = wanted.mapping.has_value();
    out.mapping = claims::parseMapping(ownMapping ? api::parsed(*wanted.mapping) : out.connection.mapping,
                                       ownMapping ? "/mapping" : "/connection/mapping", problems);
    if (!problems.empty()) {
        return invalid(std::move(problems));
    }
    return out;
}

json::Object toJson(const login::Summary& summary) {
    return {{"outcome", summary.outcome},
            {"reason", summary.reason},
            {"userId", summary.userId},
            {"user", summary.user},
            {"roles", json::toArray(summary.roles)},
            {"groups", json::toArray(summary.groups)}};
}

json::Array toJson(const std::vector<login::Difference>& differences) {
    json::Array out;
    for (const login::Difference& each : differences) {
        out.push_back(json::Object{{"member", each.member}, {"before", each.before}, {"after", each.after}});
    }
    return out;
}

json::Array toJson(const Checks& checks) {
    json::Array out;
    for (const Check& check : checks) {
        out.push_back(login::toJson(check));
    }
    return out;
}

/// What a login came to then, with what the mapping of the time made of its claims.
login::Summary summaryThen(const Context& context, const login::RecordedLogin& recorded) {
    const auto then = context.services.login.replayThen(recorded);
    return login::summaryOf(recorded.flow, then ? &then->mapped : nullptr);
}

Result<connections::Connection> connectionOf(store::Reader& reader, const Scoped& scoped,
                                             const login::RecordedLogin& recorded) {
    Result<connections::Connection> stored = connections::find(reader, scoped.sealer, recorded.flow.connection);
    if (stored || stored.error().code != Code::NotFound || !recorded.configuration) {
        return stored;
    }
    connections::Connection was;
    was.id = recorded.flow.connection;
    was.tenant = scoped.tenant;
    Problems problems;
    connections::readJson(recorded.configuration->connection, was, problems);
    return was;
}

json::Object flowReplay(const login::RecordedLogin& recorded, const login::Replayed& replayed,
                        const login::Summary& before) {
    const login::Summary after = login::summaryOf(replayed);
    json::Object out = previewJson(replayed.decision, replayed.mapped.value_or(claims::Outcome()));
    for (const char* member : {"rolesAdded", "rolesRemoved", "bindsIdentity"}) {
        out.stable_erase(member); // `differences` tell it
    }
    out["flowId"] = recorded.flow.id.text();
    out["reference"] = recorded.flow.reference;
    out["at"] = toRfc3339(replayed.at);
    out["reason"] = after.reason;
    const bool refused = !after.accepted();
    const login::Explanation& why = login::explain(after.reason);
    out["message"] = refused ? why.message : std::string_view();
    out["cure"] = refused ? why.cure : std::string_view();
    out["cureBy"] = refused ? login::cureByName(why) : std::string_view();
    out["checks"] = toJson(replayed.checks);
    out["before"] = toJson(before);
    std::vector<login::Difference> differences = login::differencesOf(before, after);
    for (login::Difference& each : login::differencesOf(recorded.flow.checks, replayed.checks)) {
        differences.push_back(std::move(each));
    }
    out["differences"] = toJson(differences);
    return out;
}

std::string_view memberText(const json::Object& user, std::string_view name) {
    return json::stringMember(user, name).value_or("");
}

/// For people: the name that the login ended with, or the address that it brought.
std::string nameOf(const login::RecordedLogin& recorded, const login::Summary& was, const login::Summary& now) {
    if (!recorded.flow.userName.empty()) {
        return recorded.flow.userName;
    }
    for (const json::Object* user : {&was.user, &now.user}) {
        for (const char* member : {"email", "userName", "displayName"}) {
            if (const std::string_view text = memberText(*user, member); !text.empty()) {
                return std::string(text);
            }
        }
    }
    return {};
}

json::Object itemOf(const login::RecordedLogin& recorded, const login::Replayed& replayed, const login::Summary& was) {
    const login::Summary now = login::summaryOf(replayed);
    const std::vector<login::Difference> changes = login::differencesOf(was, now);
    json::Object out;
    out["flowId"] = recorded.flow.id.text();
    out["reference"] = recorded.flow.reference;
    out["at"] = toRfc3339(replayed.at);
    out["user"] = nameOf(recorded, was, now);
    out["verdict"] = !now.accepted() ? "blocked" : changes.empty() ? "unchanged" : "changed";
    out["outcome"] = now.outcome;
    out["was"] = toJson(was);
    out["now"] = toJson(now);
    out["changes"] = toJson(changes);
    out["errors"] = previewJson(replayed.decision, replayed.mapped.value_or(claims::Outcome()))["errors"];
    return out;
}

json::Value orEmpty(const json::Value& value) {
    return value.is_object() ? value : json::Value(json::Object());
}

} // namespace

Answered replayFlow(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::ReplayRequest>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    TRY(scoped, scopedTo(context));
    struct Found {
        login::RecordedLogin recorded;
        connections::Connection connection;
    };
    TRY(found, context.services.store.read([&](store::Reader& reader) -> Result<Found> {
        TRY(recorded, login::findRecorded(reader, scoped.sealer, context.request.object));
        TRY(connection, connectionOf(reader, scoped, recorded));
        return Found{std::move(recorded), std::move(connection)};
    }));
    const auto draft = draftOf(std::move(found.connection), *wanted);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    TRY(replayed, context.services.store.read([&](store::Reader& reader) {
        return context.services.login.replay(reader, scoped.sealer, context.tenant(), found.recorded, draft->connection,
                                             draft->mapping);
    }));
    return ok(flowReplay(found.recorded, replayed, summaryThen(context, found.recorded)));
}

Answered replayConnection(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::BatchReplayRequest>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(stored, context.services.store.read([&](store::Reader& reader) {
        return ConnectionResource::find(reader, scoped, context.request.object);
    }));
    const ConnectionId id = stored.id;
    const auto draft = draftOf(std::move(stored), *wanted);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    TRY(items, context.services.store.read([&](store::Reader& reader) -> Result<json::Array> {
        TRY(logins, login::lastRecorded(reader, scoped.sealer, id, std::size_t(wanted->last)));
        json::Array out;
        for (const login::RecordedLogin& recorded : logins) {
            TRY(replayed, context.services.login.replay(reader, scoped.sealer, context.tenant(), recorded,
                                                        draft->connection, draft->mapping));
            out.push_back(itemOf(recorded, replayed, summaryThen(context, recorded)));
        }
        return out;
    }));
    json::Object counts{{"unchanged", 0}, {"changed", 0}, {"blocked", 0}};
    for (const json::Value& item : items) {
        json::Value& count = counts[json::view(item.at("verdict").as_string())];
        count = count.as_int64() + 1;
    }
    json::Object out{{"total", items.size()}};
    for (const auto& count : counts) {
        out[count.key()] = count.value();
    }
    out["items"] = std::move(items);
    return ok(out);
}

Answered bundleFlow(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(content, context.services.store.read([&](store::Reader& reader) -> Result<json::Object> {
        TRY(flow, login::findFlow(reader, scoped.sealer, context.request.object));
        json::Object out{{"broker", context.services.version}, {"exportedAt", toRfc3339(context.request.now)}};
        if (!flow.recorded) {
            out["flow"] = login::toJson(flow, true);
            return out;
        }
        TRY(recorded, login::findRecorded(reader, scoped.sealer, flow.id.text()));
        out["flow"] = login::toJson(flow, true, &recorded.recording);
        if (recorded.configuration) {
            const login::RecordedConfiguration& was = *recorded.configuration;
            out["configuration"] = json::Object{{"connection", was.connection},
                                                {"settings", was.settings},
                                                {"metadata", orEmpty(was.metadata)},
                                                {"keys", orEmpty(was.keys)}};
        }
        return out;
    }));
    const std::string digest = hexEncode(crypto::sha256(json::canonical(json::Value(content))));
    return ok(json::Object{{"gatehouseBundle", 1}, {"sha256", digest}, {"content", std::move(content)}});
}

} // namespace gatehouse::admin
