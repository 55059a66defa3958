// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "audit/audit.h"

namespace gatehouse::audit {

namespace {

struct Row {
    std::int64_t seq = 0;
    std::string id;
    bool isActor = false;
    bool isTarget = false;
    Bytes personal;
};

/// What stays: the actor's own name and address where the person was only the target, the target's name where only the
/// actor.
json::Object without(const json::Object& values, const Row& row) {
    json::Object kept;
    for (const auto& member : values) {
        const std::string_view pointer = member.key();
        const bool ofActor = pointer == "/actor/name" || pointer == "/ip";
        const bool ofTarget = pointer == "/target/name";
        const bool goes = (!ofActor && !ofTarget) || (ofActor && row.isActor) || (ofTarget && row.isTarget);
        if (!goes) {
            kept.emplace(member.key(), member.value());
        }
    }
    return kept;
}

} // namespace

Result<std::int64_t> erasePersonal(store::Writer& writer, const store::Sealer& sealer, std::string_view personId) {
    const std::string& tenant = sealer.tenant().text();
    if (personId.empty()) {
        return fail(Code::InvalidArgument, "audit.person");
    }
    std::vector<Row> rows;
    ENSURE(
        writer.query("SELECT seq, id, actor_id, target_id, personal FROM audit_log WHERE tenant_id = $1 AND personal "
                     "IS NOT NULL AND "
                     "((actor_id = $2 AND actor_id <> '') OR (target_id = $2 AND target_type = 'user' AND "
                     "target_id <> actor_id)) ORDER BY seq",
                     {tenant, personId}, [&](const store::Row& row) {
                         rows.push_back({row.integer(0), std::string(row.text(1)), row.text(2) == personId,
                                         row.text(3) == personId, Bytes(row.blob(4))});
                         return true;
                     }));
    std::int64_t changed = 0;
    for (const Row& row : rows) {
        const store::Place place{"audit_log", row.id, "personal"};
        TRY(text, sealer.open(place, row.personal));
        TRY(values, json::parseObject(text, {.bytes = 1024 * 1024}));
        const json::Object kept = without(values, row);
        if (kept.size() == values.size()) {
            continue;
        }
        const Bytes sealed = kept.empty() ? Bytes() : sealer.seal(place, json::write(kept));
        const store::Arg value = kept.empty() ? store::Arg(nullptr) : store::Arg::blob(sealed);
        ENSURE(writer.execute("UPDATE audit_log SET personal = $1 WHERE tenant_id = $2 AND seq = $3",
                              {value, tenant, row.seq}));
        ++changed;
    }
    return changed;
}

} // namespace gatehouse::audit
