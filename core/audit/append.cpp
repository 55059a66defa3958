// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.h"
#include "audit/event.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "json/arena.h"

namespace gatehouse::audit {

namespace {

constexpr std::size_t kSaltSize = 16;

constexpr std::string_view kMigration1 = R"sql(
CREATE TABLE audit_log (
  tenant_id TEXT NOT NULL REFERENCES tenants(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  time INTEGER NOT NULL,
  type TEXT NOT NULL,
  outcome TEXT NOT NULL,
  actor_type TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  target_type TEXT NOT NULL,
  target_id TEXT NOT NULL,
  flow_id TEXT NOT NULL,
  event TEXT NOT NULL,
  personal BLOB,
  prev_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (tenant_id, seq)
) {heap};
CREATE INDEX audit_log_type ON audit_log (tenant_id, type, seq);
CREATE INDEX audit_log_actor ON audit_log (tenant_id, actor_id, seq) WHERE actor_id <> '';
CREATE INDEX audit_log_target ON audit_log (tenant_id, target_id, seq) WHERE target_type = 'user';
CREATE INDEX audit_log_flow ON audit_log (tenant_id, flow_id, seq) WHERE flow_id <> '';
CREATE TABLE audit_checkpoints (
  tenant_id TEXT NOT NULL REFERENCES tenants(id) ON DELETE CASCADE,
  size INTEGER NOT NULL,
  root BLOB NOT NULL,
  frontier BLOB NOT NULL,
  last_hash BLOB NOT NULL,
  note TEXT NOT NULL,
  time INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, size)
) {table};
)sql";

// 1 for the types that every login makes (isRoutine).
constexpr std::string_view kMigration2 = R"sql(
ALTER TABLE audit_log ADD COLUMN routine INTEGER NOT NULL DEFAULT 0;
DROP INDEX audit_log_type;
CREATE INDEX audit_log_type ON audit_log (tenant_id, type, seq) WHERE routine = 0;
)sql";

// Only what the index of actors does not find; in most records the person is both.
constexpr std::string_view kMigration3 = R"sql(
DROP INDEX audit_log_target;
CREATE INDEX audit_log_target ON audit_log (tenant_id, target_id, seq)
  WHERE target_type = 'user' AND target_id <> actor_id;
)sql";

/// Of the event itself, so that the columns say what the hash binds.
std::string textAt(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(std::string_view()));
}

struct Last {
    std::int64_t seq = 0;
    Bytes hash;
};

Result<Bytes> genesisOf(store::Reader& reader, const TenantId& tenant) {
    Bytes genesis;
    ENSURE(reader.query("SELECT created_at FROM tenants WHERE id = $1", {tenant.text()}, [&](const store::Row& row) {
        genesis = genesisHash(tenant, fromMillis(row.integer(0)));
        return false;
    }));
    if (genesis.empty()) {
        return fail(Code::NotFound, "audit.tenant", "a record for a tenant that does not exist");
    }
    return genesis;
}

Result<Last> lastOf(store::Reader& reader, const TenantId& tenant) {
    Last last;
    ENSURE(reader.query("SELECT seq, hash FROM audit_log WHERE tenant_id = $1 ORDER BY seq DESC LIMIT 1",
                        {tenant.text()}, [&](const store::Row& row) {
                            last.seq = row.integer(0);
                            last.hash = row.blob(1);
                            return false;
                        }));
    if (last.seq == 0) {
        TRY(genesis, genesisOf(reader, tenant));
        last.hash = std::move(genesis);
    }
    return last;
}

} // namespace

const std::vector<store::Migration>& migrations() {
    static const std::vector<store::Migration> steps{
        {"audit", 1, kMigration1}, {"audit", 2, kMigration2}, {"audit", 3, kMigration3}};
    return steps;
}

Prepared prepare(const store::Sealer& sealer, const Record& record, Time now) {
    Prepared out;
    out.tenant = sealer.tenant();
    out.id = crypto::newUuid(now);
    out.time = now;
    json::Arena arena;
    PublicEvent shown = publicEvent(record, out.id, now, arena.storage());
    const Bytes salts = crypto::randomBytes(kSaltSize * shown.personal.size());
    json::Object sealed(arena.storage());
    std::size_t at = 0;
    for (const std::string& pointer : shown.personal) {
        const std::string salt = salts.substr(at, kSaltSize);
        at += kSaltSize;
        const json::Value* value = personalAt(shown.event, pointer);
        const std::string text = commitment(salt, *value);
        json::Array& kept = sealed[pointer].emplace_array();
        kept.emplace_back(base64UrlEncode(salt));
        kept.emplace_back(*value);
        commitAt(shown.event, pointer, text);
    }
    out.type = textAt(shown.event, "type");
    out.outcome = outcomeName(record.outcome);
    out.actorType = actorTypeName(record.actor.type);
    out.actorId = textAt(shown.event.at("actor").get_object(), "id");
    if (const json::Object* target = json::objectMember(shown.event, "target")) {
        out.targetType = textAt(*target, "type");
        out.targetId = textAt(*target, "id");
    }
    out.flowId = textAt(shown.event, "flowId");
    out.event = json::canonical(json::Value(std::move(shown.event)));
    out.eventHash = crypto::sha256(out.event);
    if (!sealed.empty()) {
        out.sealedPersonal = sealer.seal({"audit_log", out.id, "personal"}, json::write(sealed));
    }
    return out;
}

Status append(store::Writer& writer, const Prepared& prepared) {
    TRY(last, lastOf(writer, prepared.tenant));
    const std::int64_t seq = last.seq + 1;
    const Bytes hash = chainHash(seq, last.hash, prepared.eventHash);
    const store::Arg personal =
        prepared.sealedPersonal.empty() ? store::Arg(nullptr) : store::Arg::blob(prepared.sealedPersonal);
    const auto inserted = writer.execute(
        "INSERT INTO audit_log (tenant_id, seq, id, time, type, outcome, actor_type, actor_id, target_type, target_id, "
        "flow_id, event, routine, personal, prev_hash, hash) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        {prepared.tenant.text(), seq, prepared.id, toMillis(prepared.time), prepared.type, prepared.outcome,
         prepared.actorType, prepared.actorId, prepared.targetType, prepared.targetId, prepared.flowId, prepared.event,
         isRoutine(prepared.type) ? 1 : 0, personal, store::Arg::blob(last.hash), store::Arg::blob(hash)});
    return inserted ? Status() : Status(tl::unexpected<Error>(inserted.error()));
}

Status append(store::Writer& writer, const store::Sealer& sealer, const TenantId& tenant, const Record& record,
              Time now) {
    if (sealer.tenant() != tenant) {
        return fail(Code::Internal, "audit.tenant", "the sealer is another tenant's");
    }
    return append(writer, prepare(sealer, record, now));
}

} // namespace gatehouse::audit
