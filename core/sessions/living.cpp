// SPDX-License-Identifier: Apache-2.0
// Which living sessions a filter means.
#include "sessions/sessions.h"

namespace gatehouse::sessions {
namespace {

// What only the sealed part of a row can answer.
Result<bool> matchesSealed(const store::Sealer& sealer, const Filter& filter, const store::Row& row) {
    if (!filter.address && filter.upstreamSid.empty()) {
        return true;
    }
    TRY(opened, sealer.open({"sessions", row.text(0), "sealed"}, row.blob(2)));
    TRY(personal, json::parseObject(opened));
    const auto is = [&](std::string_view name) { return json::stringMember(personal, name).value_or(""); };
    return (!filter.address || filter.address(is("ip"))) &&
           (filter.upstreamSid.empty() || is("upstreamSid") == filter.upstreamSid);
}

} // namespace

Result<std::vector<Living>> living(store::Reader& reader, const store::Sealer& sealer, const Filter& filter, Time now) {
    std::vector<Living> out;
    Status status;
    ENSURE(reader.query(
        "SELECT s.id, s.user_id, s.sealed FROM sessions s WHERE s.tenant = $1 AND s.ended_at IS NULL AND"
        " s.expires_at > $2 AND s.idle_expires_at > $2 AND ($3 = '' OR s.user_id = $3) AND ($4 = '' OR"
        " s.connection_id = $4) AND ($5 = '' OR EXISTS (SELECT 1 FROM token_families f WHERE f.tenant = s.tenant AND"
        " f.session_id = s.id AND f.app_id = $5 AND f.revoked_at IS NULL AND f.expires_at > $2)) ORDER BY s.id",
        {sealer.tenant().text(), toMillis(now), filter.user ? filter.user->text() : std::string(),
         filter.connection ? filter.connection->text() : std::string(),
         filter.app ? filter.app->text() : std::string()},
        [&](const store::Row& row) {
            const auto matches = matchesSealed(sealer, filter, row);
            if (!matches) {
                status = tl::unexpected<Error>(matches.error());
                return false;
            }
            if (*matches) {
                out.push_back({SessionId(std::string(row.text(0))), UserId(std::string(row.text(1))), {}});
            }
            return true;
        }));
    ENSURE(status);
    for (Living& each : out) {
        ENSURE(reader.query("SELECT DISTINCT app_id FROM token_families WHERE tenant = $1 AND session_id = $2 AND"
                            " revoked_at IS NULL AND expires_at > $3 ORDER BY app_id",
                            {sealer.tenant().text(), each.session.text(), toMillis(now)},
                            [&each](const store::Row& row) {
                                each.apps.emplace_back(std::string(row.text(0)));
                                return true;
                            }));
    }
    return out;
}

} // namespace gatehouse::sessions
