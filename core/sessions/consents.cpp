// SPDX-License-Identifier: Apache-2.0
#include "sessions/consents.h"

#include <algorithm>

#include "base/words.h"
#include "crypto/random.h"

namespace gatehouse::sessions {
namespace {

constexpr std::string_view kAskedTable = "asked_consents";
constexpr const char* kColumns = "id, user_id, app_id, scopes, claims, given_at, updated_at";

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool containsAll(const std::vector<std::string>& list, const std::vector<std::string>& values) {
    return std::all_of(values.begin(), values.end(), [&](const std::string& value) { return contains(list, value); });
}

void add(std::vector<std::string>& list, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
        if (!contains(list, value)) {
            list.push_back(value);
        }
    }
}

Consent fromRow(const store::Row& row) {
    return {std::string(row.text(0)),  UserId(std::string(row.text(1))), AppId(std::string(row.text(2))),
            splitWords(row.text(3)),   splitWords(row.text(4)),          fromMillis(row.integer(5)),
            fromMillis(row.integer(6))};
}

std::string select(std::string_view where) {
    return std::string("SELECT ") + kColumns + " FROM consents WHERE tenant = $1 AND " + std::string(where);
}

} // namespace

bool covers(const Consent& consent, const std::vector<std::string>& scopes, const std::vector<std::string>& claims) {
    return containsAll(consent.scopes, scopes) && containsAll(consent.claims, claims);
}

Result<std::optional<Consent>> findConsent(store::Reader& reader, const TenantId& tenant, const UserId& user,
                                           const AppId& app) {
    std::optional<Consent> found;
    ENSURE(reader.query(select("user_id = $2 AND app_id = $3"), {tenant.text(), user.text(), app.text()},
                        [&](const store::Row& row) {
                            found = fromRow(row);
                            return false;
                        }));
    return found;
}

Result<Consent> findConsent(store::Reader& reader, const TenantId& tenant, std::string_view id) {
    Result<Consent> found = fail(Code::NotFound, "consents.not_found");
    ENSURE(reader.query(select("id = $2"), {tenant.text(), id}, [&](const store::Row& row) {
        found = fromRow(row);
        return false;
    }));
    return found;
}

Result<ConsentPage> listConsents(store::Reader& reader, const TenantId& tenant, const std::optional<UserId>& user,
                                 const std::optional<AppId>& app, std::string_view cursor, std::size_t limit) {
    ConsentPage page;
    const std::string before(cursor.empty() ? "~" : cursor); // ids are UUIDv7: descending ids are newest first
    ENSURE(reader.query(
        select("id < $2 AND ($3 = '' OR user_id = $3) AND ($4 = '' OR app_id = $4) ORDER BY id DESC LIMIT $5"),
        {tenant.text(), before, user ? user->text() : std::string(), app ? app->text() : std::string(), limit + 1},
        [&](const store::Row& row) {
            if (page.items.size() == limit) {
                page.nextCursor = page.items.back().id;
                return false;
            }
            page.items.push_back(fromRow(row));
            return true;
        }));
    return page;
}

Result<Consent> giveConsent(store::Writer& writer, const TenantId& tenant, const UserId& user, const AppId& app,
                            const std::vector<std::string>& scopes, const std::vector<std::string>& claims, Time now) {
    TRY(before, findConsent(writer, tenant, user, app));
    Consent consent = before.value_or(Consent{crypto::newUuid(now), user, app, {}, {}, now, now});
    add(consent.scopes, scopes);
    add(consent.claims, claims);
    consent.updatedAt = now;
    if (before) {
        ENSURE(writer.execute(
            "UPDATE consents SET scopes = $1, claims = $2, updated_at = $3 WHERE tenant = $4 AND id = $5",
            {joinWords(consent.scopes), joinWords(consent.claims), toMillis(now), tenant.text(), consent.id}));
    } else {
        ENSURE(writer.execute("INSERT INTO consents (tenant, id, user_id, app_id, scopes, claims, given_at, updated_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
                              {tenant.text(), consent.id, user.text(), app.text(), joinWords(consent.scopes),
                               joinWords(consent.claims), toMillis(now)}));
    }
    return consent;
}

Result<std::int64_t> withdrawConsent(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now) {
    TRY(consent, findConsent(writer, tenant, id));
    ENSURE(writer.execute("DELETE FROM consents WHERE tenant = $1 AND id = $2", {tenant.text(), id}));
    return writer.execute("UPDATE token_families SET revoked_at = $1 WHERE tenant = $2 AND user_id = $3 AND app_id = $4"
                          " AND revoked_at IS NULL",
                          {toMillis(now), tenant.text(), consent.user.text(), consent.app.text()});
}

Status forgetConsentsOf(store::Writer& writer, const TenantId& tenant, const UserId& user) {
    return writer.execute("DELETE FROM consents WHERE tenant = $1 AND user_id = $2", {tenant.text(), user.text()})
        .map([](std::int64_t) {});
}

Status forgetConsentsOfApp(store::Writer& writer, const TenantId& tenant, const AppId& app) {
    return writer.execute("DELETE FROM consents WHERE tenant = $1 AND app_id = $2", {tenant.text(), app.text()})
        .map([](std::int64_t) {});
}

Status askConsent(store::Writer& writer, const store::Sealer& sealer, BytesView ticketHash, const AskedConsent& asked) {
    const std::string row = base64UrlEncode(ticketHash);
    return writer
        .execute(
            "INSERT INTO asked_consents (tenant, hash, session_id, sealed, expires_at) VALUES ($1, $2, $3, $4, $5)",
            {sealer.tenant().text(), store::Arg::blob(ticketHash), asked.session.text(),
             store::Arg::blob(sealer.seal({kAskedTable, row, "sealed"}, asked.request)), toMillis(asked.expiresAt)})
        .map([](std::int64_t) {});
}

Result<std::optional<AskedConsent>> findAsked(store::Reader& reader, const store::Sealer& sealer, BytesView ticketHash,
                                              Time now) {
    std::optional<AskedConsent> asked;
    Bytes sealed;
    ENSURE(reader.query("SELECT session_id, sealed, expires_at FROM asked_consents WHERE tenant = $1 AND hash = $2"
                        " AND expires_at > $3",
                        {sealer.tenant().text(), store::Arg::blob(ticketHash), toMillis(now)},
                        [&](const store::Row& row) {
                            asked.emplace();
                            asked->session = SessionId(std::string(row.text(0)));
                            sealed = row.blob(1);
                            asked->expiresAt = fromMillis(row.integer(2));
                            return false;
                        }));
    if (asked) {
        TRY(request, sealer.open({kAskedTable, base64UrlEncode(ticketHash), "sealed"}, sealed));
        asked->request = std::move(request);
    }
    return asked;
}

Result<bool> takeAsked(store::Writer& writer, const TenantId& tenant, BytesView ticketHash) {
    TRY(rows, writer.execute("DELETE FROM asked_consents WHERE tenant = $1 AND hash = $2",
                             {tenant.text(), store::Arg::blob(ticketHash)}));
    return rows == 1;
}

} // namespace gatehouse::sessions
