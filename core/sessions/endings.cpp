// SPDX-License-Identifier: Apache-2.0
// How sessions end: all ways lead through endThese.
#include "sessions/sessions.h"

namespace gatehouse::sessions {
namespace {

// The sessions that end, each with its participants: rows of (session, user, app, issuer) in order of the session.
Result<std::vector<Ended>> collect(store::Reader& reader, std::string_view sql, store::Args args) {
    std::vector<Ended> out;
    ENSURE(reader.query(sql, args, [&out](const store::Row& row) {
        if (out.empty() || out.back().session.text() != row.text(0)) {
            out.push_back({SessionId(std::string(row.text(0))), UserId(std::string(row.text(1))), {}});
        }
        if (!row.isNull(2)) {
            out.back().apps.push_back({AppId(std::string(row.text(2))), TenantId(std::string(row.text(3)))});
        }
        return true;
    }));
    return out;
}

// A session's grants are revoked with it, and whoever has to hear of it does, in one transaction.
Result<std::int64_t> endThese(store::Writer& writer, Endings& endings, const TenantId& tenant,
                              const std::vector<Ended>& sessions, std::string_view reason, Time now) {
    for (const Ended& each : sessions) {
        ENSURE(writer.execute("UPDATE sessions SET ended_at = $1, end_reason = $2 WHERE tenant = $3 AND id = $4",
                              {toMillis(now), reason, tenant.text(), each.session.text()}));
        ENSURE(writer.execute(
            "UPDATE token_families SET revoked_at = $1 WHERE tenant = $2 AND session_id = $3 AND revoked_at IS NULL",
            {toMillis(now), tenant.text(), each.session.text()}));
    }
    if (!sessions.empty()) {
        ENSURE(endings.ended(writer, tenant, sessions));
    }
    return std::int64_t(sessions.size());
}

} // namespace

Result<bool> end(store::Writer& writer, Endings& endings, const TenantId& tenant, const SessionId& id,
                 std::string_view reason, Time now) {
    TRY(sessions, collect(writer,
                          "SELECT DISTINCT s.id, s.user_id, f.app_id, f.issuer FROM sessions s LEFT JOIN"
                          " token_families f ON f.tenant = s.tenant AND f.session_id = s.id"
                          " WHERE s.tenant = $1 AND s.id = $2 AND s.ended_at IS NULL ORDER BY s.id",
                          {tenant.text(), id.text()}));
    TRY(count, endThese(writer, endings, tenant, sessions, reason, now));
    return count == 1;
}

Result<std::int64_t> endAllOf(store::Writer& writer, Endings& endings, const TenantId& tenant, const UserId& user,
                              std::string_view reason, Time now) {
    TRY(sessions, collect(writer,
                          "SELECT DISTINCT s.id, s.user_id, f.app_id, f.issuer FROM sessions s LEFT JOIN"
                          " token_families f ON f.tenant = s.tenant AND f.session_id = s.id"
                          " WHERE s.tenant = $1 AND s.user_id = $2 AND s.ended_at IS NULL ORDER BY s.id",
                          {tenant.text(), user.text()}));
    TRY(count, endThese(writer, endings, tenant, sessions, reason, now));
    // Grants that are in no session too.
    ENSURE(writer.execute(
        "UPDATE token_families SET revoked_at = $1 WHERE tenant = $2 AND user_id = $3 AND revoked_at IS NULL",
        {toMillis(now), tenant.text(), user.text()}));
    return count;
}

Result<std::int64_t> endAllOfConnection(store::Writer& writer, Endings& endings, const TenantId& tenant,
                                        const ConnectionId& connection, std::string_view reason, Time now) {
    TRY(sessions, collect(writer,
                          "SELECT DISTINCT s.id, s.user_id, f.app_id, f.issuer FROM sessions s LEFT JOIN"
                          " token_families f ON f.tenant = s.tenant AND f.session_id = s.id"
                          " WHERE s.tenant = $1 AND s.connection_id = $2 AND s.ended_at IS NULL ORDER BY s.id",
                          {tenant.text(), connection.text()}));
    return endThese(writer, endings, tenant, sessions, reason, now);
}

Result<std::int64_t> endAllOfTenant(store::Writer& writer, Endings& endings, const TenantId& tenant,
                                    std::string_view reason, Time now) {
    TRY(sessions, collect(writer,
                          "SELECT DISTINCT s.id, s.user_id, f.app_id, f.issuer FROM sessions s LEFT JOIN"
                          " token_families f ON f.tenant = s.tenant AND f.session_id = s.id"
                          " WHERE s.tenant = $1 AND s.ended_at IS NULL ORDER BY s.id",
                          {tenant.text()}));
    TRY(count, endThese(writer, endings, tenant, sessions, reason, now));
    ENSURE(writer.execute("UPDATE token_families SET revoked_at = $1 WHERE tenant = $2 AND revoked_at IS NULL",
                          {toMillis(now), tenant.text()}));
    return count;
}

} // namespace gatehouse::sessions
