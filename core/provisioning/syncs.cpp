// SPDX-License-Identifier: Apache-2.0
#include "provisioning/syncs.h"

#include "json/json.h"

namespace gatehouse::provisioning {
namespace {

constexpr std::string_view kTable = "scim_syncs";

std::optional<Time> timeIn(const json::Object& object, std::string_view name) {
    const auto millis = json::integerMember(object, name);
    return millis ? std::optional(fromMillis(*millis)) : std::nullopt;
}

void putTime(json::Object& object, std::string_view name, const std::optional<Time>& time) {
    if (time) {
        object[name] = toMillis(*time);
    }
}

std::string textIn(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

json::Object toJson(const Sync& sync) {
    return {{"name", sync.name},
            {"direction", directionName(sync.direction)},
            {"url", sync.url},
            {"token", sync.token.reveal()},
            {"every", sync.every.count()},
            {"connection", sync.connection},
            {"groups", json::toArray(sync.groups)},
            {"leaving", leavingName(sync.leaving)},
            {"createdAt", toMillis(sync.createdAt)},
            {"updatedAt", toMillis(sync.updatedAt)}};
}

// Columns: id, enabled, sealed, version.
Result<Sync> fromRow(const store::Sealer& sealer, const store::Row& row) {
    Sync sync;
    sync.id = row.text(0);
    TRY(text, sealer.open({kTable, sync.id, "sealed"}, row.blob(2)));
    TRY(members, json::parseObject(text));
    wipe(text);
    sync.name = textIn(members, "name");
    sync.direction = textIn(members, "direction") == "push" ? Sync::Direction::Push : Sync::Direction::Pull;
    sync.url = textIn(members, "url");
    sync.token = Secret(textIn(members, "token"));
    sync.enabled = row.integer(1) != 0;
    sync.every = Seconds(json::integerMember(members, "every").value_or(3600));
    sync.connection = textIn(members, "connection");
    sync.groups = json::stringsMember(members, "groups").value_or(std::vector<std::string>());
    sync.leaving = leavingOf(textIn(members, "leaving")).value_or(scim::sync::Leaving::Keep);
    sync.createdAt = timeIn(members, "createdAt").value_or(Time());
    sync.updatedAt = timeIn(members, "updatedAt").value_or(Time());
    sync.version = row.integer(3);
    return sync;
}

Result<std::vector<Sync>> read(store::Reader& reader, const store::Sealer& sealer, std::string_view sql,
                               store::Args args) {
    std::vector<Sync> out;
    Status status;
    ENSURE(reader.query(sql, args, [&](const store::Row& row) {
        auto sync = fromRow(sealer, row);
        if (!sync) {
            status = tl::unexpected<Error>(sync.error());
            return false;
        }
        out.push_back(*std::move(sync));
        return true;
    }));
    ENSURE(status);
    return out;
}

Bytes nameHash(const store::Sealer& sealer, std::string_view name) {
    return sealer.lookupHash("scim_syncs.name", name);
}

Bytes sealed(const store::Sealer& sealer, const Sync& sync) {
    std::string text = json::write(toJson(sync));
    Bytes out = sealer.seal({kTable, sync.id, "sealed"}, text);
    wipe(text);
    return out;
}

Result<bool> nameIsTaken(store::Reader& reader, const store::Sealer& sealer, const Sync& sync) {
    bool taken = false;
    ENSURE(reader.query("SELECT 1 FROM scim_syncs WHERE tenant = $1 AND name_hash = $2 AND id <> $3",
                        {sealer.tenant().text(), store::Arg::blob(nameHash(sealer, sync.name)), sync.id},
                        [&](const store::Row&) {
                            taken = true;
                            return false;
                        }));
    return taken;
}

} // namespace

std::string_view directionName(Sync::Direction direction) {
    return direction == Sync::Direction::Push ? "push" : "pull";
}

std::string_view leavingName(scim::sync::Leaving leaving) {
    switch (leaving) {
    case scim::sync::Leaving::Deactivate:
        return "deactivate";
    case scim::sync::Leaving::Delete:
        return "delete";
    case scim::sync::Leaving::Keep:
        break;
    }
    return "keep";
}

std::optional<scim::sync::Leaving> leavingOf(std::string_view name) {
    for (const auto each : {scim::sync::Leaving::Deactivate, scim::sync::Leaving::Delete, scim::sync::Leaving::Keep}) {
        if (name == leavingName(each)) {
            return each;
        }
    }
    return std::nullopt;
}

Status insertSync(store::Writer& writer, const store::Sealer& sealer, const Sync& sync) {
    TRY(taken, nameIsTaken(writer, sealer, sync));
    if (taken) {
        return fail(Code::Conflict, "scim_sync.name_taken");
    }
    return writer
        .execute("INSERT INTO scim_syncs (tenant, id, name_hash, push, enabled, sealed, version)"
                 " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                 {sealer.tenant().text(), sync.id, store::Arg::blob(nameHash(sealer, sync.name)),
                  std::int64_t(sync.direction == Sync::Direction::Push), std::int64_t(sync.enabled),
                  store::Arg::blob(sealed(sealer, sync)), sync.version})
        .map([](std::int64_t) {});
}

Status updateSync(store::Writer& writer, const store::Sealer& sealer, Sync& sync) {
    TRY(taken, nameIsTaken(writer, sealer, sync));
    if (taken) {
        return fail(Code::Conflict, "scim_sync.name_taken");
    }
    TRY(rows,
        writer.execute("UPDATE scim_syncs SET name_hash = $1, enabled = $2, next_run = NULL, sealed = $3, version = $4"
                       " WHERE tenant = $5 AND id = $6 AND version = $7",
                       {store::Arg::blob(nameHash(sealer, sync.name)), std::int64_t(sync.enabled),
                        store::Arg::blob(sealed(sealer, sync)), sync.version + 1, sealer.tenant().text(), sync.id,
                        sync.version}));
    if (rows != 1) {
        return fail(Code::Conflict, "scim_sync.stale");
    }
    ++sync.version;
    return {};
}

Status removeSync(store::Writer& writer, const TenantId& tenant, std::string_view id) {
    TRY(rows, writer.execute("DELETE FROM scim_syncs WHERE tenant = $1 AND id = $2", {tenant.text(), id}));
    return rows == 1 ? Status() : fail(Code::NotFound, "scim_sync.not_found");
}

Result<Sync> findSync(store::Reader& reader, const store::Sealer& sealer, std::string_view id) {
    TRY(found, read(reader, sealer, "SELECT id, enabled, sealed, version FROM scim_syncs WHERE tenant = $1 AND id = $2",
                    {sealer.tenant().text(), id}));
    return found.empty() ? fail(Code::NotFound, "scim_sync.not_found") : Result<Sync>(std::move(found.front()));
}

Result<std::vector<Sync>> listSyncs(store::Reader& reader, const store::Sealer& sealer) {
    return read(reader, sealer, "SELECT id, enabled, sealed, version FROM scim_syncs WHERE tenant = $1 ORDER BY id",
                {sealer.tenant().text()});
}

Result<SyncState> syncState(store::Reader& reader, const store::Sealer& sealer, std::string_view id) {
    SyncState state;
    Status status;
    bool found = false;
    ENSURE(reader.query("SELECT state FROM scim_syncs WHERE tenant = $1 AND id = $2", {sealer.tenant().text(), id},
                        [&](const store::Row& row) {
                            found = true;
                            if (row.isNull(0)) {
                                return false;
                            }
                            status = [&]() -> Status {
                                TRY(text, sealer.open({kTable, id, "state"}, row.blob(0)));
                                TRY(members, json::parseObject(text));
                                state.lastLook = timeIn(members, "lastLook");
                                state.lastRun = timeIn(members, "lastRun");
                                state.lastSuccess = timeIn(members, "lastSuccess");
                                state.nextRun = timeIn(members, "nextRun");
                                state.failures = int(json::integerMember(members, "failures").value_or(0));
                                state.problem = textIn(members, "problem");
                                state.detail = textIn(members, "detail");
                                state.held = json::integerMember(members, "held").value_or(0);
                                state.drifted = json::integerMember(members, "drifted").value_or(0);
                                state.people = json::integerMember(members, "people").value_or(0);
                                state.groups = json::integerMember(members, "groups").value_or(0);
                                return {};
                            }();
                            return false;
                        }));
    ENSURE(status);
    return found ? Result<SyncState>(std::move(state)) : fail(Code::NotFound, "scim_sync.not_found");
}

Status keepSyncState(store::Writer& writer, const store::Sealer& sealer, std::string_view id, const SyncState& state) {
    json::Object members{{"failures", state.failures}, {"problem", state.problem}, {"detail", state.detail},
                         {"held", state.held},         {"drifted", state.drifted}, {"people", state.people},
                         {"groups", state.groups}};
    putTime(members, "lastLook", state.lastLook);
    putTime(members, "lastRun", state.lastRun);
    putTime(members, "lastSuccess", state.lastSuccess);
    putTime(members, "nextRun", state.nextRun);
    TRY(rows,
        writer.execute("UPDATE scim_syncs SET state = $1, next_run = $2, failing = $3 WHERE tenant = $4 AND id = $5",
                       {store::Arg::blob(sealer.seal({kTable, id, "state"}, json::write(members))),
                        state.nextRun ? std::optional(toMillis(*state.nextRun)) : std::nullopt,
                        std::int64_t(state.failures > 0), sealer.tenant().text(), id}));
    return rows == 1 ? Status() : fail(Code::NotFound, "scim_sync.not_found");
}

Result<std::vector<SyncKey>> enabledSyncs(store::Reader& reader) {
    std::vector<SyncKey> out;
    ENSURE(reader.query("SELECT tenant, id, push, next_run, failing FROM scim_syncs WHERE enabled = 1", {},
                        [&](const store::Row& row) {
                            SyncKey key{TenantId(std::string(row.text(0))),
                                        std::string(row.text(1)),
                                        row.integer(2) != 0 ? Sync::Direction::Push : Sync::Direction::Pull,
                                        {},
                                        row.integer(4) != 0};
                            if (!row.isNull(3)) {
                                key.nextRun = fromMillis(row.integer(3));
                            }
                            out.push_back(std::move(key));
                            return true;
                        }));
    return out;
}

} // namespace gatehouse::provisioning
