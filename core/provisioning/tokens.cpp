// SPDX-License-Identifier: Apache-2.0
#include "provisioning/tokens.h"

#include "crypto/hash.h"
#include "crypto/random.h"
#include "json/json.h"

namespace gatehouse::provisioning {
namespace {

constexpr std::string_view kTable = "scim_tokens";
constexpr std::string_view kPrefix = "ghscim_";
constexpr std::size_t kLength = kPrefix.size() + 43; // 256 bits in base64url

// Columns: id, sealed, created_at, expires_at, last_used, replaced_by.
Result<Token> fromRow(const store::Sealer& sealer, const store::Row& row) {
    Token token;
    token.id = row.text(0);
    TRY(text, sealer.open({kTable, token.id, "sealed"}, row.blob(1)));
    TRY(members, json::parseObject(text));
    token.name = json::stringMember(members, "name").value_or("");
    token.connection = json::stringMember(members, "connection").value_or("");
    token.addresses = json::stringsMember(members, "addresses").value_or(std::vector<std::string>());
    token.createdBy = json::stringMember(members, "createdBy").value_or("");
    token.createdAt = fromMillis(row.integer(2));
    token.expiresAt = fromMillis(row.integer(3));
    if (!row.isNull(4)) {
        token.lastUsed = fromMillis(row.integer(4));
    }
    token.replacedBy = row.text(5);
    return token;
}

Result<std::vector<Token>> read(store::Reader& reader, const store::Sealer& sealer, std::string_view sql,
                                store::Args args) {
    std::vector<Token> tokens;
    Status status;
    ENSURE(reader.query(sql, args, [&](const store::Row& row) {
        auto token = fromRow(sealer, row);
        if (!token) {
            status = tl::unexpected<Error>(token.error());
            return false;
        }
        tokens.push_back(*std::move(token));
        return true;
    }));
    ENSURE(status);
    return tokens;
}

Status changedOne(const Result<std::int64_t>& rows) {
    ENSURE(rows);
    return *rows == 1 ? Status() : fail(Code::NotFound, "scim_token.not_found");
}

} // namespace

Secret makeTokenText() {
    return Secret(std::string(kPrefix) + crypto::randomToken(32));
}

bool isTokenText(std::string_view text) {
    return text.size() == kLength && text.starts_with(kPrefix);
}

Status insertToken(store::Writer& writer, const store::Sealer& sealer, const Token& token, const Secret& text) {
    const json::Object members{{"name", token.name},
                               {"connection", token.connection},
                               {"addresses", json::toArray(token.addresses)},
                               {"createdBy", token.createdBy}};
    return writer
        .execute("INSERT INTO scim_tokens (tenant, id, hash, sealed, created_at, expires_at, replaced_by)"
                 " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                 {sealer.tenant().text(), token.id, store::Arg::blob(crypto::sha256(text.reveal())),
                  store::Arg::blob(sealer.seal({kTable, token.id, "sealed"}, json::write(members))),
                  toMillis(token.createdAt), toMillis(token.expiresAt), token.replacedBy})
        .map([](std::int64_t) {});
}

Result<std::optional<Token>> findTokenByText(store::Reader& reader, const store::Sealer& sealer,
                                             std::string_view text) {
    TRY(tokens, read(reader, sealer,
                     "SELECT id, sealed, created_at, expires_at, last_used, replaced_by FROM scim_tokens"
                     " WHERE tenant = $1 AND hash = $2",
                     {sealer.tenant().text(), store::Arg::blob(crypto::sha256(text))}));
    return tokens.empty() ? std::nullopt : std::optional(std::move(tokens.front()));
}

Result<Token> findToken(store::Reader& reader, const store::Sealer& sealer, std::string_view id) {
    TRY(tokens, read(reader, sealer,
                     "SELECT id, sealed, created_at, expires_at, last_used, replaced_by FROM scim_tokens"
                     " WHERE tenant = $1 AND id = $2",
                     {sealer.tenant().text(), id}));
    return tokens.empty() ? fail(Code::NotFound, "scim_token.not_found") : Result<Token>(std::move(tokens.front()));
}

Result<std::vector<Token>> listTokens(store::Reader& reader, const store::Sealer& sealer) {
    return read(reader, sealer,
                "SELECT id, sealed, created_at, expires_at, last_used, replaced_by FROM scim_tokens"
                " WHERE tenant = $1 ORDER BY id",
                {sealer.tenant().text()});
}

Status replaceToken(store::Writer& writer, const TenantId& tenant, std::string_view id, std::string_view successor,
                    Time expiresAt) {
    return changedOne(writer.execute(
        "UPDATE scim_tokens SET replaced_by = $1, expires_at = min(expires_at, $2) WHERE tenant = $3 AND id = $4",
        {successor, toMillis(expiresAt), tenant.text(), id}));
}

Status removeToken(store::Writer& writer, const TenantId& tenant, std::string_view id) {
    return changedOne(writer.execute("DELETE FROM scim_tokens WHERE tenant = $1 AND id = $2", {tenant.text(), id}));
}

Status touchToken(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now) {
    return changedOne(writer.execute("UPDATE scim_tokens SET last_used = $1 WHERE tenant = $2 AND id = $3",
                                     {toMillis(now), tenant.text(), id}));
}

} // namespace gatehouse::provisioning
