// SPDX-License-Identifier: Apache-2.0
#include "outbox/messages.h"

namespace gatehouse::outbox {
namespace {

constexpr std::pair<std::string_view, State> kStates[] = {{"pending", State::Pending},
                                                          {"failed", State::Failed},
                                                          {"confirmed", State::Confirmed},
                                                          {"given-up", State::GivenUp}};

State stateOf(std::string_view name) {
    for (const auto& [word, state] : kStates) {
        if (word == name) {
            return state;
        }
    }
    return State::GivenUp;
}

bool isSettled(State state) {
    return state == State::Confirmed || state == State::GivenUp;
}

} // namespace

std::string_view stateName(State state) {
    for (const auto& [word, each] : kStates) {
        if (each == state) {
            return word;
        }
    }
    return {};
}

std::vector<store::Migration> migrations() {
    return {{"outbox", 1,
             "CREATE TABLE outbox (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT NULL,"
             " kind TEXT NOT NULL, destination TEXT NOT NULL, subject TEXT NOT NULL, payload BLOB NOT NULL,"
             " created_at INTEGER NOT NULL, due_at INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,"
             " status INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '', tried_at INTEGER,"
             " elapsed INTEGER NOT NULL DEFAULT 0, settled_at INTEGER, PRIMARY KEY (tenant, id)) {heap};"
             "CREATE INDEX outbox_waiting ON outbox (tenant, kind, destination, due_at, id) WHERE settled_at IS NULL;"
             "CREATE INDEX outbox_subject ON outbox (tenant, kind, subject);"
             "CREATE INDEX outbox_settled ON outbox (settled_at) WHERE settled_at IS NOT NULL"}};
}

store::Place payloadOf(const std::string& id) {
    return {"outbox", id, "payload"};
}

Result<std::int64_t> countWaiting(store::Reader& reader, const TenantId& tenant, std::string_view kind,
                                  std::string_view destination) {
    std::int64_t count = 0;
    ENSURE(reader.query("SELECT count(*) FROM outbox WHERE tenant = $1 AND kind = $2 AND destination = $3"
                        " AND settled_at IS NULL",
                        {tenant.text(), kind, destination}, [&](const store::Row& row) {
                            count = row.integer(0);
                            return false;
                        }));
    return count;
}

Status insert(store::Writer& writer, const TenantId& tenant, const std::string& id, const NewMessage& message,
              BytesView sealed, Time now) {
    return writer
        .execute("INSERT INTO outbox (tenant, id, kind, destination, subject, payload, created_at, due_at, state,"
                 " attempts) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 'pending', 0)",
                 {tenant.text(), id, message.kind, message.destination, message.subject, store::Arg::blob(sealed),
                  toMillis(now)})
        .map([](std::int64_t) {});
}

Result<std::vector<Waiting>> waiting(store::Reader& reader, const std::string& tenant, const std::string& kind,
                                     const std::string& destination, std::size_t limit) {
    std::vector<Waiting> found;
    ENSURE(reader.query("SELECT id, subject, payload, attempts, created_at, due_at FROM outbox WHERE tenant = $1"
                        " AND kind = $2 AND destination = $3 AND settled_at IS NULL ORDER BY due_at, id LIMIT $4",
                        {tenant, kind, destination, limit}, [&found](const store::Row& row) {
                            found.push_back({std::string(row.text(0)), std::string(row.text(1)), Bytes(row.blob(2)),
                                             int(row.integer(3)), fromMillis(row.integer(4)),
                                             fromMillis(row.integer(5))});
                            return true;
                        }));
    return found;
}

Result<std::vector<Destination>> destinations(store::Reader& reader) {
    std::vector<Destination> found;
    ENSURE(reader.query("SELECT tenant, kind, destination, MIN(due_at) FROM outbox WHERE settled_at IS NULL"
                        " GROUP BY tenant, kind, destination",
                        {}, [&found](const store::Row& row) {
                            found.push_back({std::string(row.text(0)), std::string(row.text(1)),
                                             std::string(row.text(2)), fromMillis(row.integer(3))});
                            return true;
                        }));
    return found;
}

Result<bool> settle(store::Writer& writer, const TenantId& tenant, const Receipt& receipt) {
    const auto tried = receipt.triedAt ? std::optional(toMillis(*receipt.triedAt)) : std::nullopt;
    TRY(rows, writer.execute("UPDATE outbox SET state = $1, attempts = $2, due_at = COALESCE($3, due_at), status = $4,"
                             " reason = $5, tried_at = $6, elapsed = $7, settled_at = $8"
                             " WHERE tenant = $9 AND id = $10 AND settled_at IS NULL",
                             {stateName(receipt.state), receipt.attempts,
                              receipt.dueAt ? std::optional(toMillis(*receipt.dueAt)) : std::nullopt, receipt.status,
                              receipt.reason, tried, receipt.elapsed.count(),
                              isSettled(receipt.state) ? tried : std::nullopt, tenant.text(), receipt.id}));
    return rows == 1;
}

Result<std::vector<Receipt>> receipts(store::Reader& reader, const TenantId& tenant, std::string_view kind,
                                      std::string_view subject) {
    std::vector<Receipt> found;
    ENSURE(reader.query(
        "SELECT id, destination, subject, state, attempts, status, reason, created_at, tried_at, due_at, elapsed"
        " FROM outbox WHERE tenant = $1 AND kind = $2 AND subject = $3 ORDER BY id",
        {tenant.text(), kind, subject}, [&found](const store::Row& row) {
            Receipt receipt;
            receipt.id = row.text(0);
            receipt.destination = row.text(1);
            receipt.subject = row.text(2);
            receipt.state = stateOf(row.text(3));
            receipt.attempts = int(row.integer(4));
            receipt.status = int(row.integer(5));
            receipt.reason = row.text(6);
            receipt.createdAt = fromMillis(row.integer(7));
            if (!row.isNull(8)) {
                receipt.triedAt = fromMillis(row.integer(8));
            }
            if (!isSettled(receipt.state)) {
                receipt.dueAt = fromMillis(row.integer(9));
            }
            receipt.elapsed = Milliseconds(row.integer(10));
            found.push_back(std::move(receipt));
            return true;
        }));
    return found;
}

Result<std::int64_t> purge(store::Writer& writer, Time now, Seconds keep) {
    return writer.execute("DELETE FROM outbox WHERE settled_at IS NOT NULL AND settled_at < $1",
                          {toMillis(now - keep)});
}

} // namespace gatehouse::outbox
