// SPDX-License-Identifier: Apache-2.0
#include "login/flow.h"

#include "crypto/hash.h"
#include "login/flow_json.h"
#include "login/recording.h"
#include "oauth/tokens.h"

namespace gatehouse::login {
namespace {

constexpr std::string_view kTable = "flows";
constexpr std::size_t kMostLooked = 5000;
const std::string kSelect =
    "SELECT id, started_at, expires_at, finished_at, outcome, app_id, connection_id, user_id, sealed, recorded_bytes "
    "FROM flows";

// Of a row of kSelect.
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
    flow.recorded = row.integer(9) > 0;
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

// What of a recording goes into its flow's row: in a column behind all others, so that a list does not read it.
struct RecordingColumns {
    RecordingColumns(const store::Sealer& sealer, const Flow& flow, const KeptRecording* kept)
        : m_sealed(kept == nullptr || kept->text.empty()
                       ? Bytes()
                       : sealer.seal({kTable, flow.id.text(), "recording"}, kept->text))
        , m_configuration(m_sealed.empty() ? std::string() : kept->configuration) {}
    [[nodiscard]] store::Arg blob() const {
        return m_sealed.empty() ? store::Arg(nullptr) : store::Arg::blob(m_sealed);
    }
    [[nodiscard]] std::size_t bytes() const { return m_sealed.size(); }
    [[nodiscard]] const std::string& configuration() const { return m_configuration; }

private:
    Bytes m_sealed;
    std::string m_configuration;
};

} // namespace

std::vector<store::Migration> migrations() {
    return {
        {"login", 1,
         "CREATE TABLE flows (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT NULL, "
         "state_hash BLOB NOT NULL,"
         " reference TEXT NOT NULL, started_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, "
         "finished_at INTEGER,"
         " outcome TEXT NOT NULL, app_id TEXT NOT NULL, connection_id TEXT NOT NULL, user_id TEXT NOT NULL DEFAULT '',"
         " sealed BLOB NOT NULL, PRIMARY KEY (tenant, id)) {heap};"
         "CREATE UNIQUE INDEX flows_state ON flows (tenant, state_hash);"
         "CREATE INDEX flows_reference ON flows (tenant, reference) WHERE outcome = 'failure';"},
        {"login", 2,
         "ALTER TABLE flows ADD COLUMN recorded_bytes INTEGER NOT NULL DEFAULT 0;"
         "ALTER TABLE flows ADD COLUMN configuration TEXT NOT NULL DEFAULT '';"
         "ALTER TABLE flows ADD COLUMN recording BLOB;"
         "CREATE INDEX flows_recorded ON flows (tenant, id, recorded_bytes) WHERE recorded_bytes > 0;"
         "CREATE TABLE flow_configurations (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,"
         " id TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (tenant, id)) {heap};"}};
}

Status insertFlow(store::Writer& writer, const store::Sealer& sealer, const Flow& flow,
                  const KeptRecording* recording) {
    const std::optional<std::int64_t> finished =
        flow.finishedAt ? std::optional(toMillis(*flow.finishedAt)) : std::nullopt;
    // A flow that never had a state (a callback that nobody started) gets a hash that no state can have.
    const auto stateHash = oauth::hashOf(oauth::TokenKind::LoginState, flow.trip.state);
    if (recording != nullptr) {
        ENSURE(keepConfiguration(writer, sealer, *recording));
    }
    const RecordingColumns recorded(sealer, flow, recording);
    return writer
        .execute("INSERT INTO flows (tenant, id, state_hash, reference, started_at, expires_at, finished_at, outcome, "
                 "app_id,"
                 " connection_id, sealed, recorded_bytes, configuration, recording)"
                 " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                 {sealer.tenant().text(), flow.id.text(),
                  store::Arg::blob(stateHash ? *stateHash : crypto::sha256(flow.id.text())), flow.reference,
                  toMillis(flow.startedAt), toMillis(flow.expiresAt), finished, outcomeName(flow.outcome),
                  flow.app.text(), flow.connection.text(),
                  store::Arg::blob(sealer.seal({kTable, flow.id.text(), "sealed"}, sealedText(flow))), recorded.bytes(),
                  recorded.configuration(), recorded.blob()})
        .map([](std::int64_t) {});
}

Status mayGoOn(const Flow& attempt, const Presenter& presenter, Time now) {
    if (attempt.outcome != Outcome::Started) {
        return fail(Code::InvalidArgument, "login.state_used");
    }
    if (attempt.connection != presenter.connection) {
        return fail(Code::InvalidArgument, "login.other_connection");
    }
    if (presenter.browserHash.empty() || !crypto::constantTimeEqual(presenter.browserHash, attempt.browserHash)) {
        return fail(Code::InvalidArgument, "login.other_browser");
    }
    if (now >= attempt.expiresAt) {
        return fail(Code::InvalidArgument, "login.state_expired");
    }
    return {};
}

Result<Flow> findAttempt(store::Reader& reader, const store::Sealer& sealer, std::string_view state,
                         const Presenter& presenter, Time now) {
    Result<Flow> found = fail(Code::InvalidArgument, "login.state_unknown");
    const auto hash = oauth::hashOf(oauth::TokenKind::LoginState, state);
    if (!hash) {
        return found;
    }
    ENSURE(reader.query(kSelect + " WHERE tenant = $1 AND state_hash = $2",
                        {sealer.tenant().text(), store::Arg::blob(*hash)}, [&](const store::Row& row) {
                            found = fromRow(sealer, row);
                            return false;
                        }));
    ENSURE(found);
    ENSURE(mayGoOn(*found, presenter, now));
    return found;
}

Result<Flow> findTest(store::Reader& reader, const store::Sealer& sealer, std::string_view ticket, Time now) {
    Result<Flow> found = fail(Code::InvalidArgument, "login.state_unknown");
    const auto hash = oauth::hashOf(oauth::TokenKind::LoginState, ticket);
    if (!hash) {
        return found;
    }
    ENSURE(reader.query(kSelect + " WHERE tenant = $1 AND state_hash = $2",
                        {sealer.tenant().text(), store::Arg::blob(*hash)}, [&](const store::Row& row) {
                            found = fromRow(sealer, row);
                            return false;
                        }));
    ENSURE(found);
    if (!found->test || !found->browserHash.empty()) {
        return fail(Code::InvalidArgument, "login.state_unknown"); // the state of somebody's sign-in is no ticket
    }
    if (found->outcome != Outcome::Started) {
        return fail(Code::InvalidArgument, "login.state_used");
    }
    if (now >= found->expiresAt) {
        return fail(Code::InvalidArgument, "login.state_expired");
    }
    return found;
}

Status sendFlow(store::Writer& writer, const store::Sealer& sealer, std::string_view before, const Flow& flow) {
    TRY(hashBefore, oauth::hashOf(oauth::TokenKind::LoginState, before));
    TRY(stateHash, oauth::hashOf(oauth::TokenKind::LoginState, flow.trip.state));
    TRY(rows, writer.execute("UPDATE flows SET state_hash = $1, sealed = $2"
                             " WHERE tenant = $3 AND id = $4 AND outcome = 'started' AND state_hash = $5",
                             {store::Arg::blob(stateHash),
                              store::Arg::blob(sealer.seal({kTable, flow.id.text(), "sealed"}, sealedText(flow))),
                              sealer.tenant().text(), flow.id.text(), store::Arg::blob(hashBefore)}));
    return rows == 1 ? Status() : Status(fail(Code::InvalidArgument, "login.state_used"));
}

Status finishFlow(store::Writer& writer, const store::Sealer& sealer, const Flow& flow,
                  const KeptRecording* recording) {
    if (recording != nullptr) {
        ENSURE(keepConfiguration(writer, sealer, *recording));
    }
    const RecordingColumns recorded(sealer, flow, recording);
    const std::optional<std::int64_t> finished =
        flow.finishedAt ? std::optional(toMillis(*flow.finishedAt)) : std::nullopt;
    TRY(rows, writer.execute("UPDATE flows SET finished_at = $1, outcome = $2, user_id = $3, sealed = $4,"
                             " recorded_bytes = $5, configuration = $6, recording = $7"
                             " WHERE tenant = $8 AND id = $9 AND outcome = 'started'",
                             {finished, outcomeName(flow.outcome), flow.user ? flow.user->text() : std::string(),
                              store::Arg::blob(sealer.seal({kTable, flow.id.text(), "sealed"}, sealedText(flow))),
                              recorded.bytes(), recorded.configuration(), recorded.blob(), sealer.tenant().text(),
                              flow.id.text()}));
    return rows == 1 ? Status() : Status(fail(Code::InvalidArgument, "login.state_used"));
}

Result<Flow> findFlow(store::Reader& reader, const store::Sealer& sealer, std::string_view idOrReference) {
    Result<Flow> found = fail(Code::NotFound, "login.flow_not_found");
    const std::string reference = canonicalReference(idOrReference);
    // By id, by the index of references that people saw, and only then by looking at every flow that is kept.
    for (const std::string_view which : {"id = $2", "outcome = 'failure' AND reference = $2", "reference = $2"}) {
        const bool byId = which.starts_with("id");
        ENSURE(reader.query(kSelect + " WHERE tenant = $1 AND " + std::string(which),
                            {sealer.tenant().text(), byId ? idOrReference : std::string_view(reference)},
                            [&](const store::Row& row) {
                                found = fromRow(sealer, row);
                                return false;
                            }));
        if (found || found.error().code != Code::NotFound) {
            break;
        }
    }
    return found;
}

Result<FlowPage> listFlows(store::Reader& reader, const store::Sealer& sealer, const FlowFilter& filter,
                           std::string_view cursor, std::size_t limit) {
    FlowPage page;
    Status status;
    const bool any = filter.reason.empty();
    const std::size_t most = any ? limit + 1 : kMostLooked;
    std::size_t looked = 0;
    const std::string_view outcome = !any             ? outcomeName(Outcome::Failure)
                                     : filter.outcome ? outcomeName(*filter.outcome)
                                                      : std::string_view();
    ENSURE(reader.query(
        kSelect + " WHERE tenant = $1 AND id < $2 AND ($3 = '' OR reference = $3) AND ($4 = '' OR user_id = $4)"
                  " AND ($5 = '' OR connection_id = $5) AND ($6 = '' OR outcome = $6) ORDER BY id DESC LIMIT $7",
        {sealer.tenant().text(), std::string(cursor.empty() ? "~" : cursor),
         filter.reference.empty() ? std::string() : canonicalReference(filter.reference),
         filter.user ? filter.user->text() : std::string(),
         filter.connection ? filter.connection->text() : std::string(), outcome, most},
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
            if (++looked == kMostLooked) {
                page.nextCursor = flow->id.text();
            }
            if (any || flow->reason == filter.reason) {
                page.items.push_back(*std::move(flow));
            }
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

Result<FlowUsage> flowUsage(store::Reader& reader, const TenantId& tenant,
                            const std::optional<ConnectionId>& connection, Time since) {
    FlowUsage usage;
    // A test sign-in is of no app.
    ENSURE(reader.query("SELECT COUNT(DISTINCT app_id), COALESCE(SUM(CASE WHEN started_at >= $1 THEN 1 ELSE 0 END), 0)"
                        " FROM flows WHERE tenant = $2 AND ($3 = '' OR connection_id = $3) AND outcome = 'success'"
                        " AND app_id <> ''",
                        {toMillis(since), tenant.text(), connection ? connection->text() : std::string()},
                        [&usage](const store::Row& row) {
                            usage = {row.integer(0), row.integer(1)};
                            return false;
                        }));
    return usage;
}

Result<std::int64_t> countLogins(store::Reader& reader, const TenantId& tenant, const AppId& app, Time since) {
    std::int64_t count = 0;
    ENSURE(reader.query("SELECT COUNT(*) FROM flows WHERE tenant = $1 AND app_id = $2 AND started_at >= $3"
                        " AND outcome = 'success'",
                        {tenant.text(), app.text(), toMillis(since)}, [&count](const store::Row& row) {
                            count = row.integer(0);
                            return false;
                        }));
    return count;
}

} // namespace gatehouse::login
