// SPDX-License-Identifier: Apache-2.0
#include "sessions/sessions.h"

namespace gatehouse::sessions {
namespace {

constexpr std::string_view kTable = "sessions";

std::string sealedText(const Session& session) {
    return json::write(json::Object{{"connectionName", session.connectionName},
                                    {"upstreamSid", session.upstreamSid},
                                    {"upstreamIdToken", session.upstreamIdToken},
                                    {"ip", session.ip},
                                    {"signedInFrom", session.signedInFrom},
                                    {"userAgent", session.userAgent}});
}

std::optional<Time> optionalTime(const store::Row& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(fromMillis(row.integer(column)));
}

SealedSession sealedFrom(const store::Row& row) {
    SealedSession out;
    Session& session = out.plain;
    session.id = SessionId(std::string(row.text(0)));
    session.user = UserId(std::string(row.text(1)));
    session.connection = ConnectionId(std::string(row.text(2)));
    session.acr = row.text(3);
    out.amr = row.text(4);
    session.authTime = fromMillis(row.integer(5));
    out.sealed = row.blob(6);
    session.createdAt = fromMillis(row.integer(7));
    session.lastSeen = fromMillis(row.integer(8));
    session.expiresAt = fromMillis(row.integer(9));
    session.idleExpiresAt = fromMillis(row.integer(10));
    session.endedAt = optionalTime(row, 11);
    session.endReason = row.text(12);
    return out;
}

const std::string kSelect =
    "SELECT id, user_id, connection_id, acr, amr, auth_time, sealed, created_at, last_seen, expires_at,"
    " idle_expires_at, ended_at, end_reason FROM sessions s WHERE ";
const std::string kById = kSelect + "tenant = $1 AND id = $2";
const std::string kByCookie =
    kSelect + "tenant = $1 AND cookie_hash = $2 AND ended_at IS NULL AND expires_at > $3 AND idle_expires_at > $3";
const std::string kEndedByCookie = kSelect + "tenant = $1 AND cookie_hash = $2 AND ended_at >= $3";
const std::string kPage =
    kSelect + "tenant = $1 AND id < $2 AND ($3 = '' OR user_id = $3)"
              " AND ($4 = 0 OR (ended_at IS NULL AND expires_at > $5 AND idle_expires_at > $5))"
              " AND ($6 = '' OR connection_id = $6) AND ($7 = '' OR EXISTS (SELECT 1 FROM token_families f WHERE"
              " f.tenant = s.tenant AND f.session_id = s.id AND f.app_id = $7)) ORDER BY id DESC";

Result<std::optional<SealedSession>> findOne(store::Reader& reader, std::string_view sql, store::Args args) {
    std::optional<SealedSession> found;
    ENSURE(reader.query(sql, args, [&](const store::Row& row) {
        found = sealedFrom(row);
        return false;
    }));
    return found;
}

Result<std::optional<Session>> openedIfAny(const store::Sealer& sealer, std::optional<SealedSession> found) {
    if (!found) {
        return std::nullopt;
    }
    return opened(sealer, *std::move(found)).map([](Session session) { return std::optional(std::move(session)); });
}

} // namespace

std::vector<store::Migration> migrations() {
    return {
        {"sessions", 1,
         "CREATE TABLE sessions (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT NULL,"
         " user_id TEXT NOT NULL, connection_id TEXT NOT NULL, cookie_hash BLOB NOT NULL, acr TEXT NOT NULL, amr TEXT "
         "NOT NULL,"
         " auth_time INTEGER NOT NULL, sealed BLOB NOT NULL, created_at INTEGER NOT NULL, last_seen INTEGER NOT NULL,"
         " expires_at INTEGER NOT NULL, idle_expires_at INTEGER NOT NULL, ended_at INTEGER, end_reason TEXT NOT NULL "
         "DEFAULT '',"
         " PRIMARY KEY (tenant, id)) {heap};"
         "CREATE UNIQUE INDEX sessions_cookie ON sessions (tenant, cookie_hash);"
         "CREATE INDEX sessions_user ON sessions (tenant, user_id);"
         "CREATE TABLE token_families (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT "
         "NULL,"
         " issuer TEXT NOT NULL, app_id TEXT NOT NULL, user_id TEXT NOT NULL, session_id TEXT NOT NULL, scopes TEXT "
         "NOT NULL,"
         " nonce TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, revoked_at INTEGER,"
         " PRIMARY KEY (tenant, id)) {table};"
         "CREATE INDEX token_families_session ON token_families (tenant, session_id);"
         "CREATE TABLE authorization_codes (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, hash BLOB "
         "NOT NULL,"
         " family_id TEXT NOT NULL, redirect_uri TEXT NOT NULL, code_challenge TEXT NOT NULL, expires_at INTEGER NOT "
         "NULL,"
         " used_at INTEGER, PRIMARY KEY (tenant, hash)) {table};"
         "CREATE TABLE refresh_tokens (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, hash BLOB NOT "
         "NULL,"
         " family_id TEXT NOT NULL, sequence INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER, successor "
         "BLOB,"
         " PRIMARY KEY (tenant, hash)) {table};"
         "CREATE TABLE front_door_tokens (hash BLOB NOT NULL, tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE "
         "CASCADE,"
         " expires_at INTEGER NOT NULL, PRIMARY KEY (hash)) {table};"
         "CREATE TABLE revoked_tokens (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, jti TEXT NOT "
         "NULL,"
         " expires_at INTEGER NOT NULL, PRIMARY KEY (tenant, jti)) {table};"},
        {"sessions", 2,
         "ALTER TABLE token_families ADD COLUMN jkt TEXT NOT NULL DEFAULT '';"
         "ALTER TABLE token_families ADD COLUMN resources TEXT NOT NULL DEFAULT '';"
         "ALTER TABLE token_families ADD COLUMN id_token_claims TEXT NOT NULL DEFAULT '';"
         "ALTER TABLE token_families ADD COLUMN userinfo_claims TEXT NOT NULL DEFAULT '';"
         "ALTER TABLE authorization_codes ADD COLUMN jkt TEXT NOT NULL DEFAULT '';"
         // The platform is no row of tenants, so nothing is referred to; what is spent goes by time.
         "CREATE TABLE spent_once (tenant TEXT NOT NULL, hash BLOB NOT NULL, expires_at INTEGER NOT NULL,"
         " PRIMARY KEY (tenant, hash)) {table};"
         "CREATE TABLE pushed_requests (tenant TEXT NOT NULL, hash BLOB NOT NULL, app_id TEXT NOT NULL, sealed BLOB "
         "NOT NULL, expires_at INTEGER NOT NULL, PRIMARY KEY (tenant, hash)) {table};"},
        {"sessions", 3,
         "CREATE TABLE device_requests (tenant TEXT NOT NULL, hash BLOB NOT NULL, user_hash BLOB NOT NULL, app_id TEXT "
         "NOT NULL, sealed BLOB NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, state INTEGER NOT "
         "NULL DEFAULT 0, family_id TEXT NOT NULL DEFAULT '', family_tenant TEXT NOT NULL DEFAULT '', poll_interval "
         "INTEGER NOT NULL DEFAULT 5, last_poll INTEGER, PRIMARY KEY (tenant, hash)) {table};"
         "CREATE UNIQUE INDEX device_requests_user ON device_requests (tenant, user_hash);"},
        {"sessions", 4, "CREATE INDEX refresh_tokens_family ON refresh_tokens (tenant, family_id)"},
        {"sessions", 5, "ALTER TABLE token_families ADD COLUMN authorization_details TEXT NOT NULL DEFAULT '';"},
        // A person's grants end with the person, those in no session too.
        {"sessions", 6, "CREATE INDEX token_families_user ON token_families (tenant, user_id)"},
        // When a grant was last used is a column of it: an index would be a page more to write at each refresh.
        {"sessions", 7,
         "ALTER TABLE token_families ADD COLUMN last_refresh INTEGER;"
         "UPDATE token_families SET last_refresh = (SELECT MAX(used_at) FROM refresh_tokens r"
         " WHERE r.tenant = token_families.tenant AND r.family_id = token_families.id);"
         "DROP INDEX refresh_tokens_family;"},
        {"consents", 1,
         "CREATE TABLE consents (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT NULL,"
         " user_id TEXT NOT NULL, app_id TEXT NOT NULL, scopes TEXT NOT NULL, claims TEXT NOT NULL, given_at INTEGER"
         " NOT NULL, updated_at INTEGER NOT NULL, PRIMARY KEY (tenant, id)) {table};"
         "CREATE UNIQUE INDEX consents_person ON consents (tenant, user_id, app_id);"
         "CREATE TABLE asked_consents (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, hash BLOB NOT"
         " NULL, session_id TEXT NOT NULL, sealed BLOB NOT NULL, expires_at INTEGER NOT NULL,"
         " PRIMARY KEY (tenant, hash)) {table};"}};
}

json::Object toJson(const Session& session) {
    json::Object out;
    out["id"] = session.id.text();
    out["userId"] = session.user.text();
    out["connectionId"] = session.connection.text();
    out["connection"] = session.connectionName;
    out["acr"] = session.acr;
    out["amr"] = json::toArray(session.amr);
    out["authTime"] = toRfc3339(session.authTime);
    out["ip"] = session.ip;
    out["signedInFrom"] = session.signedInFrom;
    out["userAgent"] = session.userAgent;
    out["createdAt"] = toRfc3339(session.createdAt);
    out["lastSeen"] = toRfc3339(session.lastSeen);
    out["expiresAt"] = toRfc3339(session.expiresAt);
    out["idleExpiresAt"] = toRfc3339(session.idleExpiresAt);
    out["endedAt"] = session.endedAt ? json::Value(toRfc3339(*session.endedAt)) : json::Value(nullptr);
    out["endReason"] = session.endReason;
    return out;
}

Status open(store::Writer& writer, const store::Sealer& sealer, const Session& session, BytesView cookieHash) {
    return writer
        .execute(
            "INSERT INTO sessions (tenant, id, user_id, connection_id, cookie_hash, acr, amr, auth_time, sealed, "
            "created_at,"
            " last_seen, expires_at, idle_expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            {sealer.tenant().text(), session.id.text(), session.user.text(), session.connection.text(),
             store::Arg::blob(cookieHash), session.acr, json::write(json::Value(json::toArray(session.amr))),
             toMillis(session.authTime),
             store::Arg::blob(sealer.seal({kTable, session.id.text(), "sealed"}, sealedText(session))),
             toMillis(session.createdAt), toMillis(session.lastSeen), toMillis(session.expiresAt),
             toMillis(session.idleExpiresAt)})
        .map([](std::int64_t) {});
}

Result<bool> raise(store::Writer& writer, const store::Sealer& sealer, const Session& session, BytesView cookieHash,
                   Time now) {
    TRY(rows,
        writer.execute(
            "UPDATE sessions SET cookie_hash = $1, acr = $2, amr = $3, auth_time = $4, sealed = $5, last_seen = $6,"
            " expires_at = $7, idle_expires_at = $8 WHERE tenant = $9 AND id = $10 AND user_id = $11 AND"
            " connection_id = $12 AND ended_at IS NULL AND expires_at > $6 AND idle_expires_at > $6",
            {store::Arg::blob(cookieHash), session.acr, json::write(json::Value(json::toArray(session.amr))),
             toMillis(session.authTime),
             store::Arg::blob(sealer.seal({kTable, session.id.text(), "sealed"}, sealedText(session))), toMillis(now),
             toMillis(session.expiresAt), toMillis(session.idleExpiresAt), sealer.tenant().text(), session.id.text(),
             session.user.text(), session.connection.text()}));
    return rows == 1;
}

Status moveTo(store::Writer& writer, const store::Sealer& sealer, Session session, std::string address) {
    session.ip = std::move(address);
    return writer
        .execute("UPDATE sessions SET sealed = $1 WHERE tenant = $2 AND id = $3 AND ended_at IS NULL",
                 {store::Arg::blob(sealer.seal({kTable, session.id.text(), "sealed"}, sealedText(session))),
                  sealer.tenant().text(), session.id.text()})
        .map([](std::int64_t) {});
}

Result<Session> opened(const store::Sealer& sealer, SealedSession sealed) {
    Session session = std::move(sealed.plain);
    TRY(amr, json::parse(sealed.amr));
    for (const json::Value& value : amr.as_array()) {
        session.amr.emplace_back(json::view(value.as_string()));
    }
    TRY(text, sealer.open({kTable, session.id.text(), "sealed"}, sealed.sealed));
    TRY(personal, json::parseObject(text));
    const auto member = [&](std::string_view name) {
        return std::string(json::stringMember(personal, name).value_or(""));
    };
    session.connectionName = member("connectionName");
    session.upstreamSid = member("upstreamSid");
    session.upstreamIdToken = member("upstreamIdToken");
    session.ip = member("ip");
    session.signedInFrom = personal.contains("signedInFrom") ? member("signedInFrom") : session.ip;
    session.userAgent = member("userAgent");
    return session;
}

Result<SealedSession> findSealed(store::Reader& reader, const TenantId& tenant, const SessionId& id) {
    TRY(found, findOne(reader, kById, {tenant.text(), id.text()}));
    return found ? Result<SealedSession>(*std::move(found)) : fail(Code::NotFound, "sessions.not_found");
}

Result<Session> find(store::Reader& reader, const store::Sealer& sealer, const SessionId& id) {
    TRY(found, findSealed(reader, sealer.tenant(), id));
    return opened(sealer, std::move(found));
}

Result<std::optional<Session>> findByCookie(store::Reader& reader, const store::Sealer& sealer, BytesView cookieHash,
                                            Time now) {
    TRY(found, findOne(reader, kByCookie, {sealer.tenant().text(), store::Arg::blob(cookieHash), toMillis(now)}));
    return openedIfAny(sealer, std::move(found));
}

Result<std::optional<Session>> findEndedByCookie(store::Reader& reader, const store::Sealer& sealer,
                                                 BytesView cookieHash, Time since) {
    TRY(found,
        findOne(reader, kEndedByCookie, {sealer.tenant().text(), store::Arg::blob(cookieHash), toMillis(since)}));
    return openedIfAny(sealer, std::move(found));
}

std::optional<ConnectionId> connectionIfAlive(const Session& session, Time now) {
    return !session.endedAt && now < session.expiresAt ? std::optional(session.connection) : std::nullopt;
}

Result<std::optional<ConnectionId>> connectionIfAlive(store::Reader& reader, const TenantId& tenant,
                                                      const SessionId& id, Time now) {
    std::optional<ConnectionId> connection;
    ENSURE(reader.query(
        "SELECT connection_id FROM sessions WHERE tenant = $1 AND id = $2 AND ended_at IS NULL AND expires_at > $3",
        {tenant.text(), id.text(), toMillis(now)}, [&](const store::Row& row) {
            connection = ConnectionId(std::string(row.text(0)));
            return false;
        }));
    return connection;
}

Result<Page> list(store::Reader& reader, const store::Sealer& sealer, const Filter& filter, bool alive, Time now,
                  std::string_view cursor, std::size_t limit) {
    Page page;
    Status status;
    const std::string before(cursor.empty() ? "~" : cursor); // ids are UUIDv7: descending ids are newest first
    ENSURE(reader.query(kPage,
                        {sealer.tenant().text(), before, filter.user ? filter.user->text() : std::string(),
                         alive ? 1 : 0, toMillis(now), filter.connection ? filter.connection->text() : std::string(),
                         filter.app ? filter.app->text() : std::string()},
                        [&](const store::Row& row) {
                            auto session = opened(sealer, sealedFrom(row));
                            if (!session) {
                                status = tl::unexpected<Error>(session.error());
                                return false;
                            }
                            if ((filter.address && !filter.address(session->ip)) ||
                                (!filter.upstreamSid.empty() && session->upstreamSid != filter.upstreamSid)) {
                                return true;
                            }
                            if (page.items.size() == limit) {
                                page.nextCursor = page.items.back().id.text();
                                return false;
                            }
                            page.items.push_back(*std::move(session));
                            return true;
                        }));
    ENSURE(status);
    return page;
}

Status touch(store::Writer& writer, const TenantId& tenant, const SessionId& id, Time now, Time idleExpiresAt) {
    return writer
        .execute("UPDATE sessions SET last_seen = $1, idle_expires_at = $2 WHERE tenant = $3 AND id = $4 AND ended_at "
                 "IS NULL",
                 {toMillis(now), toMillis(idleExpiresAt), tenant.text(), id.text()})
        .map([](std::int64_t) {});
}

Result<std::int64_t> countAlive(store::Reader& reader, const TenantId& tenant,
                                const std::optional<ConnectionId>& connection, Time now) {
    std::int64_t count = 0;
    ENSURE(reader.query("SELECT COUNT(*) FROM sessions WHERE tenant = $1 AND ($2 = '' OR connection_id = $2)"
                        " AND ended_at IS NULL AND expires_at > $3 AND idle_expires_at > $3",
                        {tenant.text(), connection ? connection->text() : std::string(), toMillis(now)},
                        [&count](const store::Row& row) {
                            count = row.integer(0);
                            return false;
                        }));
    return count;
}

} // namespace gatehouse::sessions
