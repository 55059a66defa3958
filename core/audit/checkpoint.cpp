// SPDX-License-Identifier: Apache-2.0
#include "audit/checkpoint.h"

#include "audit/event.h"
#include "audit/merkle.h"

namespace gatehouse::audit {

namespace {

/// The last tree head that was signed, with what it takes to go on from it.
struct Signed {
    Checkpoint checkpoint;
    Frontier frontier;
    Bytes lastHash; ///< of record `size`
};

Result<std::optional<Signed>> lastSigned(store::Reader& reader, const TenantId& tenant) {
    std::optional<Signed> found;
    Bytes frontier;
    ENSURE(
        reader.query("SELECT size, root, frontier, last_hash, note, time FROM audit_checkpoints WHERE tenant_id = $1 "
                     "ORDER BY size DESC LIMIT 1",
                     {tenant.text()}, [&](const store::Row& row) {
                         found.emplace();
                         found->checkpoint.size = std::uint64_t(row.integer(0));
                         found->checkpoint.root = row.blob(1);
                         frontier = row.blob(2);
                         found->lastHash = row.blob(3);
                         found->checkpoint.note = row.text(4);
                         found->checkpoint.time = fromMillis(row.integer(5));
                         return false;
                     }));
    if (found) {
        TRY(parsed, Frontier::parse(found->checkpoint.size, frontier));
        found->frontier = std::move(parsed);
        found->checkpoint.origin = found->checkpoint.note.substr(0, found->checkpoint.note.find('\n'));
    }
    return found;
}

tl::unexpected<Error> rolledBack(std::string_view detail) {
    return fail(Code::FailedPrecondition, "audit.rolled_back", detail);
}

/// The record at which the last tree head ended must still be there, as it was.
Status checkEnd(store::Reader& reader, const TenantId& tenant, const Signed& last) {
    if (last.checkpoint.size == 0) {
        return {};
    }
    Bytes hash;
    ENSURE(reader.query("SELECT hash FROM audit_log WHERE tenant_id = $1 AND seq = $2",
                        {tenant.text(), std::int64_t(last.checkpoint.size)}, [&](const store::Row& row) {
                            hash = row.blob(0);
                            return false;
                        }));
    return hash == last.lastHash ? Status() : rolledBack("the log does not hold what was signed before");
}

/// Takes in the records after the frontier's last one.
Status extend(store::Reader& reader, const TenantId& tenant, Signed& head) {
    bool broken = false;
    ENSURE(reader.query("SELECT seq, prev_hash, hash FROM audit_log WHERE tenant_id = $1 AND seq > $2 ORDER BY seq",
                        {tenant.text(), std::int64_t(head.frontier.size())}, [&](const store::Row& row) {
                            const bool follows = head.frontier.size() == 0 || row.blob(1) == head.lastHash;
                            broken = row.integer(0) != std::int64_t(head.frontier.size()) + 1 || !follows;
                            if (!broken) {
                                head.lastHash = row.blob(2);
                                head.frontier.add(leafHash(head.lastHash));
                            }
                            return !broken;
                        }));
    return broken ? rolledBack("the chain is broken after record " + std::to_string(head.frontier.size())) : Status();
}

/// Stored before it is given out. Where another thread was first with this size, its root must be ours.
Result<Checkpoint> keep(store::Writer& writer, const TenantId& tenant, const Signed& head) {
    TRY(last, lastSigned(writer, tenant));
    const Checkpoint& ours = head.checkpoint;
    if (last && last->checkpoint.size > ours.size) {
        return last->checkpoint;
    }
    if (last && last->checkpoint.size == ours.size) {
        if (last->checkpoint.root != ours.root) {
            return rolledBack("another tree head of this size was signed");
        }
        ENSURE(writer.execute("UPDATE audit_checkpoints SET note = $1, time = $2 WHERE tenant_id = $3 AND size = $4",
                              {ours.note, toMillis(ours.time), tenant.text(), std::int64_t(ours.size)}));
        return ours;
    }
    ENSURE(writer.execute("INSERT INTO audit_checkpoints (tenant_id, size, root, frontier, last_hash, note, time) "
                          "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                          {tenant.text(), std::int64_t(ours.size), store::Arg::blob(ours.root),
                           store::Arg::blob(head.frontier.serialize()), store::Arg::blob(head.lastHash), ours.note,
                           toMillis(ours.time)}));
    return ours;
}

Result<Signed> readHead(store::Reader& reader, const TenantId& tenant) {
    TRY(last, lastSigned(reader, tenant));
    Signed head;
    if (last) {
        ENSURE(checkEnd(reader, tenant, *last));
        head = *std::move(last);
    }
    ENSURE(extend(reader, tenant, head));
    return head;
}

} // namespace

Result<Checkpoint> makeCheckpoint(store::Store& store, const keys::KeyRing& keys, const TenantId& tenant,
                                  std::string_view origin, Time now) {
    TRY(head, store.read([&](store::Reader& reader) { return readHead(reader, tenant); }));
    Checkpoint& checkpoint = head.checkpoint;
    const bool fresh =
        checkpoint.note.empty() || checkpoint.size != head.frontier.size() || checkpoint.origin != origin;
    if (!fresh) {
        return checkpoint;
    }
    TRY(ring, keys.ring(tenant));
    if (!ring->checkpointKey) {
        return fail(Code::FailedPrecondition, "audit.no_checkpoint_key");
    }
    checkpoint.origin = origin;
    checkpoint.size = head.frontier.size();
    checkpoint.root = head.frontier.root();
    checkpoint.time = now;
    TRY(note, signNote(origin, checkpoint.size, checkpoint.root, ring->checkpointKey->key));
    checkpoint.note = std::move(note);
    return store.write([&](store::Writer& writer) { return keep(writer, tenant, head); });
}

} // namespace gatehouse::audit
