// SPDX-License-Identifier: Apache-2.0
#include "admin/tokens.h"

#include "crypto/hash.h"
#include "crypto/random.h"

namespace gatehouse::admin {

namespace {

constexpr std::string_view kTable = "admin_tokens";

Result<Token> fromRow(const store::Sealer& sealer, const store::Row& row) {
    Token token;
    token.id = row.text(0);
    TRY(name, sealer.open({kTable, token.id, "name"}, row.blob(1)));
    token.name = std::move(name);
    token.role = api::parseRole(row.text(2)).value_or(api::AdminRole::Delegate);
    if (!row.isNull(3)) {
        token.tenant = TenantId(std::string(row.text(3)));
    }
    TRY(groupsText, sealer.open({kTable, token.id, "member_groups"}, row.blob(4)));
    TRY(groups, json::parse(groupsText));
    for (const json::Value& group : groups.as_array()) {
        token.groups.emplace_back(json::view(group.as_string()));
    }
    token.createdBy = row.text(5);
    token.createdAt = fromMillis(row.integer(6));
    token.expiresAt = fromMillis(row.integer(7));
    if (!row.isNull(8)) {
        token.lastUsed = fromMillis(row.integer(8));
    }
    return token;
}

} // namespace

Secret makeTokenText() {
    return Secret("ghat_" + crypto::randomToken(32));
}

Bytes tokenHash(std::string_view text) {
    return crypto::sha256(text);
}

Status insertToken(store::Writer& writer, const store::Sealer& sealer, const Token& token, BytesView hash) {
    const Bytes name = sealer.seal({kTable, token.id, "name"}, token.name);
    const Bytes groups =
        sealer.seal({kTable, token.id, "member_groups"}, json::write(json::Value(json::toArray(token.groups))));
    return writer
        .execute(
            "INSERT INTO admin_tokens (id, hash, name, role, tenant, member_groups, created_by, created_at, expires_at)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            {token.id, store::Arg::blob(hash), store::Arg::blob(name), api::roleName(token.role),
             token.tenant ? store::Arg(token.tenant->text()) : store::Arg(nullptr), store::Arg::blob(groups),
             token.createdBy, toMillis(token.createdAt), toMillis(token.expiresAt)})
        .map([](std::int64_t) {});
}

Result<std::optional<Token>> findTokenByHash(store::Reader& reader, const store::Sealer& sealer, BytesView hash) {
    Result<std::optional<Token>> found = std::optional<Token>();
    ENSURE(reader.query("SELECT id, name, role, tenant, member_groups, created_by, created_at, expires_at, last_used"
                        " FROM admin_tokens WHERE hash = $1",
                        {store::Arg::blob(hash)}, [&](const store::Row& row) {
                            found =
                                fromRow(sealer, row).map([](Token&& token) { return std::optional(std::move(token)); });
                            return false;
                        }));
    return found;
}

Result<Token> findToken(store::Reader& reader, const store::Sealer& sealer, std::string_view id) {
    Result<Token> found = fail(Code::NotFound, "token.not_found");
    ENSURE(reader.query("SELECT id, name, role, tenant, member_groups, created_by, created_at, expires_at, last_used"
                        " FROM admin_tokens WHERE id = $1",
                        {id}, [&](const store::Row& row) {
                            found = fromRow(sealer, row);
                            return false;
                        }));
    return found;
}

Result<std::vector<Token>> listTokens(store::Reader& reader, const store::Sealer& sealer,
                                      const std::optional<TenantId>& tenant) {
    Result<std::vector<Token>> tokens = std::vector<Token>();
    const auto add = [&](const store::Row& row) {
        Result<Token> token = fromRow(sealer, row);
        if (!token) {
            tokens = tl::unexpected<Error>(token.error());
            return false;
        }
        tokens->push_back(*std::move(token));
        return true;
    };
    if (tenant) {
        ENSURE(
            reader.query("SELECT id, name, role, tenant, member_groups, created_by, created_at, expires_at, last_used"
                         " FROM admin_tokens WHERE tenant = $1 ORDER BY id DESC",
                         {tenant->text()}, add));
    } else {
        ENSURE(
            reader.query("SELECT id, name, role, tenant, member_groups, created_by, created_at, expires_at, last_used"
                         " FROM admin_tokens ORDER BY id DESC",
                         {}, add));
    }
    return tokens;
}

Status removeToken(store::Writer& writer, std::string_view id) {
    TRY(rows, writer.execute("DELETE FROM admin_tokens WHERE id = $1", {id}));
    return rows == 1 ? Status() : fail(Code::NotFound, "token.not_found");
}

Status removeTokensOf(store::Writer& writer, const TenantId&, const UserId& user) {
    return writer.execute("DELETE FROM admin_tokens WHERE created_by = $1", {user.text()}).map([](std::int64_t) {});
}

Status touchToken(store::Writer& writer, std::string_view id, Time now) {
    return writer.execute("UPDATE admin_tokens SET last_used = $1 WHERE id = $2", {toMillis(now), id})
        .map([](std::int64_t) {});
}

} // namespace gatehouse::admin
