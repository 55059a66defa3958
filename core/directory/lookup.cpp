// SPDX-License-Identifier: Apache-2.0
#include "directory/lookup.h"

#include <algorithm>

#include "directory/directory.h"
#include "scim/text.h"

namespace gatehouse::directory {
namespace {

SealedUser sealedFrom(const store::Row& row) {
    SealedUser out;
    out.plain.id = UserId(std::string(row.text(0)));
    out.plain.active = row.integer(1) != 0;
    out.sealed = row.blob(2);
    out.plain.createdAt = fromMillis(row.integer(3));
    out.plain.updatedAt = fromMillis(row.integer(4));
    out.plain.version = row.integer(5);
    return out;
}

Result<std::vector<UserId>> ids(store::Reader& reader, std::string_view sql, store::Args args) {
    std::vector<UserId> found;
    ENSURE(reader.query(sql, args, [&](const store::Row& row) {
        found.emplace_back(std::string(row.text(0)));
        return true;
    }));
    return found;
}

} // namespace

Bytes userNameHash(const store::Sealer& sealer, std::string_view userName) {
    return sealer.lookupHash("user.name", scim::foldCase(userName));
}

Bytes emailHash(const store::Sealer& sealer, std::string_view email) {
    return sealer.lookupHash("user.email", normalizedEmail(email));
}

Bytes externalIdHash(const store::Sealer& sealer, std::string_view externalId) {
    return sealer.lookupHash("user.externalId", externalId);
}

Result<std::optional<UserId>> findByUserName(store::Reader& reader, const store::Sealer& sealer,
                                             std::string_view userName) {
    const Bytes hash = userNameHash(sealer, userName);
    TRY(found, ids(reader, "SELECT id FROM users WHERE tenant = $1 AND user_name_hash = $2",
                   {sealer.tenant().text(), store::Arg::blob(hash)}));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

Result<std::vector<UserId>> findByExternalId(store::Reader& reader, const store::Sealer& sealer,
                                             std::string_view externalId) {
    const Bytes hash = externalIdHash(sealer, externalId);
    return ids(reader, "SELECT id FROM users WHERE tenant = $1 AND external_hash = $2 ORDER BY id",
               {sealer.tenant().text(), store::Arg::blob(hash)});
}

Result<std::vector<UserId>> findByAnyEmail(store::Reader& reader, const store::Sealer& sealer, std::string_view email) {
    const Bytes hash = emailHash(sealer, email);
    return ids(reader,
               "SELECT id FROM users WHERE tenant = $1 AND email_hash = $2"
               " UNION SELECT user_id FROM user_emails WHERE tenant = $3 AND email_hash = $4 ORDER BY 1",
               {sealer.tenant().text(), store::Arg::blob(hash), sealer.tenant().text(), store::Arg::blob(hash)});
}

Status setOtherEmails(store::Writer& writer, const store::Sealer& sealer, const UserId& user,
                      const std::vector<std::string>& emails) {
    ENSURE(writer.execute("DELETE FROM user_emails WHERE tenant = $1 AND user_id = $2",
                          {sealer.tenant().text(), user.text()}));
    for (const std::string& email : emails) {
        ENSURE(writer.execute("INSERT INTO user_emails (tenant, email_hash, user_id) VALUES ($1, $2, $3)"
                              " ON CONFLICT DO NOTHING",
                              {sealer.tenant().text(), store::Arg::blob(emailHash(sealer, email)), user.text()}));
    }
    return {};
}

Result<User> findBare(store::Reader& reader, const store::Sealer& sealer, const UserId& id) {
    Result<User> found = fail(Code::NotFound, "directory.user_not_found");
    ENSURE(reader.query("SELECT id, active, sealed, created_at, updated_at, version FROM users WHERE tenant = $1"
                        " AND id = $2",
                        {sealer.tenant().text(), id.text()}, [&](const store::Row& row) {
                            found = opened(sealer, sealedFrom(row));
                            return false;
                        }));
    return found;
}

Result<std::vector<UserId>> idsFrom(store::Reader& reader, const TenantId& tenant, std::int64_t offset,
                                    std::int64_t limit) {
    return ids(reader, "SELECT id FROM users WHERE tenant = $1 ORDER BY id LIMIT $2 OFFSET $3",
               {tenant.text(), limit, offset});
}

Result<std::vector<UserId>> idsAfter(store::Reader& reader, const TenantId& tenant, std::string_view after,
                                     std::int64_t limit) {
    return ids(reader, "SELECT id FROM users WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT $3",
               {tenant.text(), after, limit});
}

Status eachUser(store::Reader& reader, const store::Sealer& sealer, const std::function<bool(User&&)>& onUser) {
    Status status;
    ENSURE(reader.query("SELECT id, active, sealed, created_at, updated_at, version FROM users WHERE tenant = $1"
                        " ORDER BY id",
                        {sealer.tenant().text()}, [&](const store::Row& row) {
                            auto user = opened(sealer, sealedFrom(row));
                            if (!user) {
                                status = tl::unexpected<Error>(user.error());
                                return false;
                            }
                            return onUser(*std::move(user));
                        }));
    return status;
}

Result<std::int64_t> nextChange(store::Reader& reader, const TenantId& tenant) {
    std::int64_t last = 0;
    const auto read = [&](const store::Row& row) {
        last = std::max(last, row.isNull(0) ? 0 : row.integer(0));
        return false;
    };
    ENSURE(reader.query("SELECT max(changed) FROM users WHERE tenant = $1", {tenant.text()}, read));
    ENSURE(reader.query("SELECT max(changed) FROM users_gone WHERE tenant = $1", {tenant.text()}, read));
    return last + 1;
}

Status markAllChanged(store::Writer& writer, const TenantId& tenant) {
    TRY(change, nextChange(writer, tenant));
    return writer.execute("UPDATE users SET changed = $1 WHERE tenant = $2", {change, tenant.text()})
        .map([](std::int64_t) {});
}

Result<std::int64_t> changesSince(store::Reader& reader, const store::Sealer& sealer, std::int64_t since,
                                  const std::function<void(User&&)>& onUser,
                                  const std::function<void(const UserId&)>& onGone) {
    Status status;
    std::int64_t last = since;
    ENSURE(reader.query("SELECT id, active, sealed, created_at, updated_at, version, changed FROM users"
                        " WHERE tenant = $1 AND changed > $2",
                        {sealer.tenant().text(), since}, [&](const store::Row& row) {
                            last = std::max(last, row.integer(6));
                            auto user = opened(sealer, sealedFrom(row));
                            if (!user) {
                                status = tl::unexpected<Error>(user.error());
                                return false;
                            }
                            onUser(*std::move(user));
                            return true;
                        }));
    ENSURE(status);
    ENSURE(reader.query("SELECT id, changed FROM users_gone WHERE tenant = $1 AND changed > $2",
                        {sealer.tenant().text(), since}, [&](const store::Row& row) {
                            last = std::max(last, row.integer(1));
                            onGone(UserId(std::string(row.text(0))));
                            return true;
                        }));
    return last;
}

} // namespace gatehouse::directory
