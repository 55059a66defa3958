// SPDX-License-Identifier: Apache-2.0
#include "login/flow.h"

#include "crypto/hash.h"
#include "login/flow_json.h"

namespace gatehouse::login {
namespace {

constexpr std::string_view kTable = "flows";

// Columns: id, started_at, expires_at, finished_at, outcome, app_id, connection_id, user_id, sealed.
Result<Flow> fromRow(const store::Sealer& sealer, const store::Row& row) {
    Flow flow;
    flow.tenant = sealer.tenant();
    flow.id = FlowId(std::string(row.text(0)));
    flow.startedAt = fromMillis(row.integer(1));
    flow.expiresAt = fromMillis(row.integer(2));
    if (!row.isNull(3)) {
        flow.finishedAt = fromMillis(row.integer(3));
    }
    const std::string_view outcome = row.text(4);
    flow.outcome = outcome == "success" ? Outcome::Success : outcome == "failure" ? Outcome::Failure : Outcome::Started;
    flow.app = AppId(std::string(row.text(5)));
    flow.connection = ConnectionId(std::string(row.text(6)));
    if (!row.text(7).empty()) {
        flow.user = UserId(std::string(row.text(7)));
    }
    TRY(opened, sealer.open({kTable, flow.id.text(), "sealed"}, row.blob(8)));
    ENSURE(readSealed(opened, flow));
    return flow;
}

// "gh-7f3k92qd" and "7F3K 92QD" are the same reference.
std::string canonicalReference(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') {
            letters.push_back(char(c - 'a' + 'A'));
        } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            letters.push_back(c);
        }
    }
    if (letters.size() == 10 && letters.starts_with("GH")) {
        letters.erase(0, 2);
    }
    return letters.size() == 8 ? "GH-" + letters.substr(0, 4) + "-" + letters.substr(4) : std::string(text);
}

} // namespace

std::vector<store::Migration> migrations() {
    return {
        {"login", 1,
         "CREATE TABLE flows (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT NULL, "
         "state_hash BLOB NOT NULL,"
         " reference TEXT NOT NULL, started_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, taken_at INTEGER, "
         "finished_at INTEGER,"
         " outcome TEXT NOT NULL, app_id TEXT NOT NULL, connection_id TEXT NOT NULL, user_id TEXT NOT NULL DEFAULT '',"
         " sealed BLOB NOT NULL, PRIMARY KEY (tenant, id)) {table};"
         "CREATE UNIQUE INDEX flows_state ON flows (tenant, state_hash);"
         "CREATE INDEX flows_reference ON flows (tenant, reference);"}};
}

Status insertFlow(store::Writer& writer, const store::Sealer& sealer, const Flow& flow) {
    const std::optional<std::int64_t> finished =
        flow.finishedAt ? std::optional(toMillis(*flow.finishedAt)) : std::nullopt;
    // A flow that never had a state (a callback that nobody started) gets a hash that no state can have.
    const Bytes stateHash = crypto::sha256(flow.trip.state.empty() ? "flow " + flow.id.text() : flow.trip.state);
    return writer
        .execute("INSERT INTO flows (tenant, id, state_hash, reference, started_at, expires_at, finished_at, outcome, "
                 "app_id,"
                 " connection_id, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                 {sealer.tenant().text(), flow.id.text(), store::Arg::blob(stateHash), flow.reference,
                  toMillis(flow.startedAt), toMillis(flow.expiresAt), finished, outcomeName(flow.outcome),
                  flow.app.text(), flow.connection.text(),
                  store::Arg::blob(sealer.seal({kTable, flow.id.text(), "sealed"}, sealedText(flow)))})
        .map([](std::int64_t) {});
}

Result<Flow> takeAttempt(store::Writer& writer, const store::Sealer& sealer, std::string_view state,
                         const Presenter& presenter, Time now) {
    const Bytes hash = crypto::sha256(state);
    Result<Flow> found = fail(Code::InvalidArgument, "login.state_unknown");
    ENSURE(writer.query(
        "SELECT id, started_at, expires_at, finished_at, outcome, app_id, connection_id, user_id, sealed FROM flows"
        " WHERE tenant = $1 AND state_hash = $2",
        {sealer.tenant().text(), store::Arg::blob(hash)}, [&](const store::Row& row) {
            found = fromRow(sealer, row);
            return false;
        }));
    ENSURE(found);
    if (found->outcome != Outcome::Started) {
        return fail(Code::InvalidArgument, "login.state_used");
    }
    if (found->connection != presenter.connection) {
        return fail(Code::InvalidArgument, "login.other_connection");
    }
    if (presenter.browserHash.empty() || !crypto::constantTimeEqual(presenter.browserHash, found->browserHash)) {
        return fail(Code::InvalidArgument, "login.other_browser");
    }
    TRY(taken,
        writer.execute("UPDATE flows SET taken_at = $1 WHERE tenant = $2 AND state_hash = $3 AND taken_at IS NULL",
                       {toMillis(now), sealer.tenant().text(), store::Arg::blob(hash)}));
    if (taken != 1) {
        return fail(Code::InvalidArgument, "login.state_used");
    }
    if (now >= found->expiresAt) {
        return fail(Code::InvalidArgument, "login.state_expired");
    }
    return found;
}

Status finishFlow(store::Writer& writer, const store::Sealer& sealer, const Flow& flow) {
    const std::optional<std::int64_t> finished =
        flow.finishedAt ? std::optional(toMillis(*flow.finishedAt)) : std::nullopt;
    return writer
        .execute(
            "UPDATE flows SET finished_at = $1, outcome = $2, user_id = $3, sealed = $4 WHERE tenant = $5 AND id = $6",
            {finished, outcomeName(flow.outcome), flow.user ? flow.user->text() : std::string(),
             store::Arg::blob(sealer.seal({kTable, flow.id.text(), "sealed"}, sealedText(flow))),
             sealer.tenant().text(), flow.id.text()})
        .map([](std::int64_t) {});
}

Result<Flow> findFlow(store::Reader& reader, const store::Sealer& sealer, std::string_view idOrReference) {
    Result<Flow> found = fail(Code::NotFound, "login.flow_not_found");
    ENSURE(reader.query(
        "SELECT id, started_at, expires_at, finished_at, outcome, app_id, connection_id, user_id, sealed FROM flows"
        " WHERE tenant = $1 AND (id = $2 OR reference = $3)",
        {sealer.tenant().text(), idOrReference, canonicalReference(idOrReference)}, [&](const store::Row& row) {
            found = fromRow(sealer, row);
            return false;
        }));
    return found;
}

Result<FlowPage> listFlows(store::Reader& reader, const store::Sealer& sealer, const FlowFilter& filter,
                           std::string_view cursor, std::size_t limit) {
    FlowPage page;
    Status status;
    ENSURE(reader.query(
        "SELECT id, started_at, expires_at, finished_at, outcome, app_id, connection_id, user_id, sealed FROM flows"
        " WHERE tenant = $1 AND id < $2 AND ($3 = '' OR reference = $3) AND ($4 = '' OR user_id = $4)"
        " AND ($5 = '' OR connection_id = $5) AND ($6 = '' OR outcome = $6) ORDER BY id DESC LIMIT $7",
        {sealer.tenant().text(), std::string(cursor.empty() ? "~" : cursor),
         filter.reference.empty() ? std::string() : canonicalReference(filter.reference),
         filter.user ? filter.user->text() : std::string(),
         filter.connection ? filter.connection->text() : std::string(),
         filter.outcome ? outcomeName(*filter.outcome) : "", limit + 1},
        [&](const store::Row& row) {
            if (page.items.size() == limit) {
                page.nextCursor = page.items.back().id.text();
                return false;
            }
            auto flow = fromRow(sealer, row);
            if (!flow) {
                status = tl::unexpected<Error>(flow.error());
                return false;
            }
            page.items.push_back(*std::move(flow));
            return true;
        }));
    ENSURE(status);
    return page;
}

Result<std::int64_t> purgeFlows(store::Writer& writer, Time now, Seconds age, std::int64_t keep) {
    TRY(old, writer.execute("DELETE FROM flows WHERE started_at < $1", {toMillis(now - age)}));
    std::vector<std::string> tenants;
    ENSURE(writer.query("SELECT tenant FROM flows GROUP BY tenant HAVING COUNT(*) > $1", {keep},
                        [&](const store::Row& row) {
                            tenants.emplace_back(row.text(0));
                            return true;
                        }));
    std::int64_t deleted = old;
    for (const std::string& tenant : tenants) {
        TRY(rows,
            writer.execute(
                "DELETE FROM flows WHERE tenant = $1 AND id < (SELECT id FROM flows WHERE tenant = $1 ORDER BY id DESC"
                " LIMIT 1 OFFSET $2)",
                {tenant, keep - 1}));
        deleted += rows;
    }
    return deleted;
}

} // namespace gatehouse::login
