// SPDX-License-Identifier: Apache-2.0
#include "sessions/sessions.h"

#include "base/words.h"

namespace gatehouse::sessions {
namespace {

constexpr std::string_view kRefreshTable = "refresh_tokens";

constexpr int kFamilyColumns = 16;

// Columns: id, issuer, app_id, user_id, session_id, scopes, nonce, created_at, expires_at, revoked_at, jkt,
// id_token_claims, userinfo_claims, resources, authorization_details, last_refresh.
Family familyOf(const store::Row& row) {
    Family family;
    family.id = row.text(0);
    family.issuerTenant = TenantId(std::string(row.text(1)));
    family.app = AppId(std::string(row.text(2)));
    family.user = UserId(std::string(row.text(3)));
    family.session = SessionId(std::string(row.text(4)));
    family.scopes = splitWords(row.text(5));
    family.nonce = row.text(6);
    family.createdAt = fromMillis(row.integer(7));
    family.expiresAt = fromMillis(row.integer(8));
    if (!row.isNull(9)) {
        family.revokedAt = fromMillis(row.integer(9));
    }
    family.jkt = row.text(10);
    family.idTokenClaims = splitWords(row.text(11));
    family.userinfoClaims = splitWords(row.text(12));
    family.resources = splitWords(row.text(13));
    family.authorizationDetails = row.text(14);
    if (!row.isNull(15)) {
        family.lastRefresh = fromMillis(row.integer(15));
    }
    return family;
}

} // namespace

Status putFamily(store::Writer& writer, const TenantId& tenant, const Family& family) {
    return writer
        .execute("INSERT INTO token_families (tenant, id, issuer, app_id, user_id, session_id, scopes, nonce, "
                 "created_at, expires_at, jkt, id_token_claims, userinfo_claims, "
                 "resources, authorization_details)"
                 " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                 {tenant.text(), family.id, family.issuerTenant.text(), family.app.text(), family.user.text(),
                  family.session.text(), joinWords(family.scopes), family.nonce, toMillis(family.createdAt),
                  toMillis(family.expiresAt), family.jkt, joinWords(family.idTokenClaims),
                  joinWords(family.userinfoClaims), joinWords(family.resources), family.authorizationDetails})
        .map([](std::int64_t) {});
}

Result<Family> findFamily(store::Reader& reader, const TenantId& tenant, std::string_view id) {
    Result<Family> found = fail(Code::NotFound, "sessions.family_not_found");
    ENSURE(reader.query(
        "SELECT id, issuer, app_id, user_id, session_id, scopes, nonce, created_at, expires_at,"
        " revoked_at, jkt, id_token_claims, userinfo_claims, resources, authorization_details, last_refresh"
        " FROM token_families"
        " WHERE tenant = $1 AND id = $2",
        {tenant.text(), id}, [&](const store::Row& row) {
            found = familyOf(row);
            return false;
        }));
    return found;
}

Result<std::vector<Family>> grantsOf(store::Reader& reader, const TenantId& tenant, const SessionId& session) {
    std::vector<Family> out;
    ENSURE(reader.query(
        "SELECT id, issuer, app_id, user_id, session_id, scopes, nonce, created_at, expires_at,"
        " revoked_at, jkt, id_token_claims, userinfo_claims, resources, authorization_details, last_refresh"
        " FROM token_families"
        " WHERE tenant = $1 AND session_id = $2 ORDER BY created_at, id",
        {tenant.text(), session.text()}, [&](const store::Row& row) {
            out.push_back(familyOf(row));
            return true;
        }));
    return out;
}

Result<bool> revokeFamily(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now) {
    TRY(rows,
        writer.execute("UPDATE token_families SET revoked_at = $1 WHERE tenant = $2 AND id = $3 AND revoked_at IS NULL",
                       {toMillis(now), tenant.text(), id}));
    return rows == 1;
}

Status noteRefresh(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now) {
    return writer
        .execute("UPDATE token_families SET last_refresh = $1 WHERE tenant = $2 AND id = $3",
                 {toMillis(now), tenant.text(), id})
        .map([](std::int64_t) {});
}

Status bindFamily(store::Writer& writer, const TenantId& tenant, std::string_view id, std::string_view jkt) {
    return writer.execute("UPDATE token_families SET jkt = $1 WHERE tenant = $2 AND id = $3", {jkt, tenant.text(), id})
        .map([](std::int64_t) {});
}

Result<std::int64_t> revokeFamiliesOfApp(store::Writer& writer, const TenantId& tenant, const AppId& app, Time now) {
    return writer.execute(
        "UPDATE token_families SET revoked_at = $1 WHERE tenant = $2 AND app_id = $3 AND revoked_at IS NULL",
        {toMillis(now), tenant.text(), app.text()});
}

Result<GrantCount> countGrants(store::Reader& reader, const TenantId& tenant, const AppId& app, Time now) {
    GrantCount count;
    ENSURE(reader.query("SELECT COUNT(*), COUNT(DISTINCT NULLIF(user_id, '')), COUNT(DISTINCT NULLIF(session_id, ''))"
                        " FROM token_families"
                        " WHERE tenant = $1 AND app_id = $2 AND revoked_at IS NULL AND expires_at > $3",
                        {tenant.text(), app.text(), toMillis(now)}, [&count](const store::Row& row) {
                            count = {row.integer(0), row.integer(1), row.integer(2)};
                            return false;
                        }));
    return count;
}

Status putCode(store::Writer& writer, const TenantId& tenant, BytesView codeHash, const AuthorizationCode& code) {
    ENSURE(putFamily(writer, tenant, code.family));
    return writer
        .execute("INSERT INTO authorization_codes (tenant, hash, family_id, redirect_uri, code_challenge, expires_at, "
                 "jkt) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                 {tenant.text(), store::Arg::blob(codeHash), code.family.id, code.redirectUri, code.codeChallenge,
                  toMillis(code.expiresAt), code.jkt})
        .map([](std::int64_t) {});
}

Result<std::optional<AuthorizationCode>> findCode(store::Reader& reader, const TenantId& tenant, BytesView codeHash) {
    std::optional<AuthorizationCode> code;
    std::string familyId;
    ENSURE(
        reader.query("SELECT family_id, redirect_uri, code_challenge, expires_at, jkt FROM authorization_codes WHERE "
                     "tenant = $1 AND hash = $2 AND used_at IS NULL",
                     {tenant.text(), store::Arg::blob(codeHash)}, [&](const store::Row& row) {
                         familyId = row.text(0);
                         code.emplace();
                         code->redirectUri = row.text(1);
                         code->codeChallenge = row.text(2);
                         code->expiresAt = fromMillis(row.integer(3));
                         code->jkt = row.text(4);
                         return false;
                     }));
    if (code) {
        TRY(family, findFamily(reader, tenant, familyId));
        code->family = std::move(family);
    }
    return code;
}

Result<RedeemedCode> redeemCode(store::Writer& writer, const TenantId& tenant, BytesView codeHash, Time now) {
    TRY(first, writer.execute(
                   "UPDATE authorization_codes SET used_at = $1 WHERE tenant = $2 AND hash = $3 AND used_at IS NULL",
                   {toMillis(now), tenant.text(), store::Arg::blob(codeHash)}));
    RedeemedCode redeemed;
    std::string familyId;
    ENSURE(
        writer.query("SELECT family_id, redirect_uri, code_challenge, expires_at, jkt FROM authorization_codes WHERE "
                     "tenant = $1 AND hash = $2",
                     {tenant.text(), store::Arg::blob(codeHash)}, [&](const store::Row& row) {
                         redeemed.outcome = first == 1 ? Redeemed::Yes : Redeemed::Reused;
                         familyId = row.text(0);
                         redeemed.code.redirectUri = row.text(1);
                         redeemed.code.codeChallenge = row.text(2);
                         redeemed.code.expiresAt = fromMillis(row.integer(3));
                         redeemed.code.jkt = row.text(4);
                         return false;
                     }));
    if (redeemed.outcome != Redeemed::Unknown) {
        TRY(family, findFamily(writer, tenant, familyId));
        redeemed.code.family = std::move(family);
    }
    return redeemed;
}

Status putRefresh(store::Writer& writer, const TenantId& tenant, BytesView tokenHash, std::string_view family,
                  std::int64_t sequence, Time expiresAt) {
    return writer
        .execute(
            "INSERT INTO refresh_tokens (tenant, hash, family_id, sequence, expires_at) VALUES ($1, $2, $3, $4, $5)",
            {tenant.text(), store::Arg::blob(tokenHash), family, sequence, toMillis(expiresAt)})
        .map([](std::int64_t) {});
}

Result<std::optional<Refresh>> findRefresh(store::Reader& reader, const store::Sealer& sealer, BytesView tokenHash) {
    Result<std::optional<Refresh>> found = std::optional<Refresh>();
    ENSURE(reader.query(
        "SELECT f.id, f.issuer, f.app_id, f.user_id, f.session_id, f.scopes, f.nonce, f.created_at, f.expires_at,"
        " f.revoked_at, f.jkt, f.id_token_claims, f.userinfo_claims, f.resources, f.authorization_details,"
        " f.last_refresh, r.sequence, r.expires_at, r.used_at, r.successor FROM refresh_tokens r JOIN token_families f"
        " ON f.tenant = r.tenant AND f.id = r.family_id WHERE r.tenant = $1 AND r.hash = $2",
        {sealer.tenant().text(), store::Arg::blob(tokenHash)}, [&](const store::Row& row) {
            Refresh refresh;
            refresh.family = familyOf(row);
            refresh.sequence = row.integer(kFamilyColumns);
            refresh.expiresAt = fromMillis(row.integer(kFamilyColumns + 1));
            if (!row.isNull(kFamilyColumns + 2)) {
                refresh.usedAt = fromMillis(row.integer(kFamilyColumns + 2));
            }
            if (!row.isNull(kFamilyColumns + 3)) {
                auto opened =
                    sealer.open({kRefreshTable, hexEncode(tokenHash), "successor"}, row.blob(kFamilyColumns + 3));
                if (!opened) {
                    found = tl::unexpected<Error>(opened.error());
                    return false;
                }
                refresh.successor = *std::move(opened);
            }
            found = std::move(refresh);
            return false;
        }));
    return found;
}

Bytes sealSuccessor(const store::Sealer& sealer, BytesView tokenHash, std::string_view successor) {
    return sealer.seal({kRefreshTable, hexEncode(tokenHash), "successor"}, successor);
}

Result<bool> useRefresh(store::Writer& writer, const TenantId& tenant, BytesView tokenHash, BytesView sealedSuccessor,
                        Time now) {
    TRY(rows,
        writer.execute("UPDATE refresh_tokens SET used_at = $1, successor = $2 WHERE tenant = $3 AND hash = $4 AND "
                       "used_at IS NULL",
                       {toMillis(now), store::Arg::blob(sealedSuccessor), tenant.text(), store::Arg::blob(tokenHash)}));
    return rows == 1;
}

Status putFrontDoorToken(store::Writer& writer, const TenantId& tenant, BytesView tokenHash, Time expiresAt) {
    return writer
        .execute("INSERT INTO front_door_tokens (hash, tenant, expires_at) VALUES ($1, $2, $3)",
                 {store::Arg::blob(tokenHash), tenant.text(), toMillis(expiresAt)})
        .map([](std::int64_t) {});
}

Result<std::optional<TenantId>> tenantOfFrontDoorToken(store::Reader& reader, BytesView tokenHash) {
    std::optional<TenantId> found;
    ENSURE(reader.query("SELECT tenant FROM front_door_tokens WHERE hash = $1", {store::Arg::blob(tokenHash)},
                        [&](const store::Row& row) {
                            found = TenantId(std::string(row.text(0)));
                            return false;
                        }));
    return found;
}

Status revokeToken(store::Writer& writer, const TenantId& tenant, std::string_view jti, Time expiresAt) {
    return writer
        .execute("INSERT INTO revoked_tokens (tenant, jti, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                 {tenant.text(), jti, toMillis(expiresAt)})
        .map([](std::int64_t) {});
}

Result<bool> isTokenRevoked(store::Reader& reader, const TenantId& tenant, std::string_view jti) {
    bool revoked = false;
    ENSURE(reader.query("SELECT 1 FROM revoked_tokens WHERE tenant = $1 AND jti = $2", {tenant.text(), jti},
                        [&](const store::Row&) {
                            revoked = true;
                            return false;
                        }));
    return revoked;
}

Result<std::int64_t> purge(store::Writer& writer, Time now, Seconds keep) {
    const std::int64_t before = toMillis(now - keep);
    std::int64_t rows = 0;
    for (const std::string_view sql :
         {"DELETE FROM authorization_codes WHERE expires_at < $1", "DELETE FROM refresh_tokens WHERE expires_at < $1",
          "DELETE FROM front_door_tokens WHERE expires_at < $1", "DELETE FROM revoked_tokens WHERE expires_at < $1",
          "DELETE FROM spent_once WHERE expires_at < $1", "DELETE FROM pushed_requests WHERE expires_at < $1",
          "DELETE FROM asked_consents WHERE expires_at < $1", "DELETE FROM device_requests WHERE expires_at < $1",
          "DELETE FROM token_families WHERE expires_at < $1", "DELETE FROM sessions WHERE expires_at < $1"}) {
        TRY(deleted, writer.execute(sql, {before}));
        rows += deleted;
    }
    return rows;
}

} // namespace gatehouse::sessions
