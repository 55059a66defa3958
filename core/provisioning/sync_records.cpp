// SPDX-License-Identifier: Apache-2.0
// What synchronising leaves behind: links, runs, and how far it has seen.
#include "directory/lookup.h"
#include "provisioning/syncs.h"
#include "json/json.h"

namespace gatehouse::provisioning {
namespace {

using scim::sync::Kind;
using scim::sync::Link;

constexpr json::Limits kLink{.bytes = 64UL * 1024 * 1024, .depth = 32};
constexpr json::Limits kRun{.bytes = 16UL * 1024 * 1024, .depth = 32};

std::string textIn(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

Bytes hashOf(const store::Sealer& sealer, const std::string& source) {
    return sealer.lookupHash("scim_sync_links.source", source);
}

/// The row that a sealed link belongs to.
std::string rowOf(std::string_view sync, std::int64_t kind, BytesView hash) {
    return std::string(sync) + "/" + std::to_string(kind) + "/" + hexEncode(hash);
}

json::Object toJson(const SyncRun::Row& row) {
    json::Array changes;
    for (const scim::Change& change : row.changes) {
        changes.push_back(json::Object{{"path", change.path}, {"before", change.before}, {"after", change.after}});
    }
    return {{"act", row.act},
            {"kind", row.kind},
            {"cause", row.cause},
            {"id", row.id},
            {"name", row.name},
            {"state", row.state},
            {"detail", row.detail},
            {"changes", changes},
            {"membersAdded", row.membersAdded},
            {"membersRemoved", row.membersRemoved}};
}

SyncRun::Row rowFrom(const json::Object& object) {
    SyncRun::Row row;
    row.act = textIn(object, "act");
    row.kind = textIn(object, "kind");
    row.cause = textIn(object, "cause");
    row.id = textIn(object, "id");
    row.name = textIn(object, "name");
    row.state = textIn(object, "state");
    row.detail = textIn(object, "detail");
    if (const json::Array* changes = json::arrayMember(object, "changes")) {
        for (const json::Value& each : *changes) {
            const json::Object& change = each.as_object();
            row.changes.push_back({textIn(change, "path"), change.at("before"), change.at("after")});
        }
    }
    row.membersAdded = json::integerMember(object, "membersAdded").value_or(0);
    row.membersRemoved = json::integerMember(object, "membersRemoved").value_or(0);
    return row;
}

SyncRun runFrom(const json::Object& object) {
    const auto number = [&](std::string_view name) { return json::integerMember(object, name).value_or(0); };
    SyncRun run;
    run.by = textIn(object, "by");
    run.begun = fromMillis(number("begun"));
    run.ended = fromMillis(number("ended"));
    run.problem = textIn(object, "problem");
    run.detail = textIn(object, "detail");
    run.created = number("created");
    run.updated = number("updated");
    run.deactivated = number("deactivated");
    run.deleted = number("deleted");
    run.adopted = number("adopted");
    run.failed = number("failed");
    if (const json::Array* rows = json::arrayMember(object, "rows")) {
        for (const json::Value& each : *rows) {
            run.rows.push_back(rowFrom(each.as_object()));
        }
    }
    return run;
}

} // namespace

Result<std::string> changeMark(store::Reader& reader, const TenantId& tenant) {
    TRY(next, directory::nextChange(reader, tenant));
    std::string mark = std::to_string(next);
    ENSURE(reader.query("SELECT count(*), coalesce(sum(version), 0), coalesce(max(id), '') FROM groups"
                        " WHERE tenant = $1",
                        {tenant.text()}, [&](const store::Row& row) {
                            mark += ":" + std::to_string(row.integer(0)) + ":" + std::to_string(row.integer(1)) + ":" +
                                    std::string(row.text(2));
                            return false;
                        }));
    return mark;
}

Result<scim::sync::Links> readLinks(store::Reader& reader, const store::Sealer& sealer, std::string_view sync) {
    scim::sync::Links out;
    Status status;
    ENSURE(reader.query("SELECT kind, source_hash, sealed FROM scim_sync_links WHERE tenant = $1 AND sync_id = $2",
                        {sealer.tenant().text(), sync}, [&](const store::Row& row) {
                            status = [&]() -> Status {
                                const std::string place = rowOf(sync, row.integer(0), row.blob(1));
                                TRY(text, sealer.open({"scim_sync_links", place, "sealed"}, row.blob(2)));
                                TRY(members, json::parseObject(text, kLink));
                                Link link;
                                link.target = textIn(members, "target");
                                if (const json::Object* written = json::objectMember(members, "written")) {
                                    link.written = *written;
                                }
                                link.refused = textIn(members, "refused");
                                link.refusal = textIn(members, "refusal");
                                out.emplace(std::pair(row.integer(0) == 0 ? Kind::User : Kind::Group,
                                                      textIn(members, "source")),
                                            std::move(link));
                                return {};
                            }();
                            return status.has_value();
                        }));
    ENSURE(status);
    return out;
}

Status keepLink(store::Writer& writer, const store::Sealer& sealer, std::string_view sync, Kind kind,
                const std::string& source, const Link* link) {
    const Bytes hash = hashOf(sealer, source);
    const std::int64_t kindNumber = kind == Kind::User ? 0 : 1;
    if (link == nullptr) {
        return writer
            .execute(
                "DELETE FROM scim_sync_links WHERE tenant = $1 AND sync_id = $2 AND kind = $3 AND source_hash = $4",
                {sealer.tenant().text(), sync, kindNumber, store::Arg::blob(hash)})
            .map([](std::int64_t) {});
    }
    const json::Object members{{"source", source},
                               {"target", link->target},
                               {"written", link->written},
                               {"refused", link->refused},
                               {"refusal", link->refusal}};
    const Bytes sealed =
        sealer.seal({"scim_sync_links", rowOf(sync, kindNumber, hash), "sealed"}, json::write(members));
    return writer
        .execute("INSERT INTO scim_sync_links (tenant, sync_id, kind, source_hash, sealed) VALUES ($1, $2, $3, $4, $5)"
                 " ON CONFLICT (tenant, sync_id, kind, source_hash) DO UPDATE SET sealed = excluded.sealed",
                 {sealer.tenant().text(), sync, kindNumber, store::Arg::blob(hash), store::Arg::blob(sealed)})
        .map([](std::int64_t) {});
}

Status insertRun(store::Writer& writer, const store::Sealer& sealer, const SyncRun& run) {
    json::Array rows;
    for (const SyncRun::Row& row : run.rows) {
        rows.push_back(toJson(row));
    }
    const json::Object members{
        {"by", run.by},           {"begun", toMillis(run.begun)},   {"ended", toMillis(run.ended)},
        {"problem", run.problem}, {"detail", run.detail},           {"created", run.created},
        {"updated", run.updated}, {"deactivated", run.deactivated}, {"deleted", run.deleted},
        {"adopted", run.adopted}, {"failed", run.failed},           {"rows", std::move(rows)}};
    ENSURE(writer.execute("INSERT INTO scim_sync_runs (tenant, sync_id, id, sealed) VALUES ($1, $2, $3, $4)",
                          {sealer.tenant().text(), run.syncId, run.id,
                           store::Arg::blob(sealer.seal({"scim_sync_runs", run.id, "sealed"}, json::write(members)))}));
    return writer
        .execute("DELETE FROM scim_sync_runs WHERE tenant = $1 AND sync_id = $2 AND id NOT IN (SELECT id FROM"
                 " scim_sync_runs WHERE tenant = $1 AND sync_id = $2 ORDER BY id DESC LIMIT $3)",
                 {sealer.tenant().text(), run.syncId, kRunsKept})
        .map([](std::int64_t) {});
}

Result<std::vector<SyncRun>> listRuns(store::Reader& reader, const store::Sealer& sealer, std::string_view sync) {
    std::vector<SyncRun> out;
    Status status;
    ENSURE(reader.query("SELECT id, sealed FROM scim_sync_runs WHERE tenant = $1 AND sync_id = $2 ORDER BY id DESC",
                        {sealer.tenant().text(), sync}, [&](const store::Row& row) {
                            status = [&]() -> Status {
                                TRY(text, sealer.open({"scim_sync_runs", row.text(0), "sealed"}, row.blob(1)));
                                TRY(members, json::parseObject(text, kRun));
                                out.push_back(runFrom(members));
                                out.back().id = row.text(0);
                                out.back().syncId = sync;
                                return {};
                            }();
                            return status.has_value();
                        }));
    ENSURE(status);
    return out;
}

} // namespace gatehouse::provisioning
