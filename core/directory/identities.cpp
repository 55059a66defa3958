// SPDX-License-Identifier: Apache-2.0
#include "directory/directory.h"

namespace gatehouse::directory {
namespace {

constexpr std::string_view kTable = "identities";

Bytes accountHash(const store::Sealer& sealer, const ConnectionId& connection, std::string_view issuer,
                  std::string_view subject) {
    std::string account = connection.text();
    account.push_back('\0');
    account.append(issuer).push_back('\0'); // neither an id nor an issuer can hold a NUL
    account.append(subject);
    return sealer.lookupHash("identity", account);
}

} // namespace

Result<std::vector<Identity>> identitiesOf(store::Reader& reader, const store::Sealer& sealer, const UserId& user) {
    std::vector<Identity> identities;
    Status status;
    ENSURE(reader.query(
        "SELECT connection_id, account_hash, sealed, last_login FROM identities WHERE tenant = $1 AND user_id = $2"
        " ORDER BY created_at",
        {sealer.tenant().text(), user.text()}, [&](const store::Row& row) {
            Identity identity;
            identity.connection = ConnectionId(std::string(row.text(0)));
            auto opened = sealer.open({kTable, hexEncode(row.blob(1)), "sealed"}, row.blob(2));
            auto account =
                opened ? json::parseObject(*opened) : Result<json::Object>(tl::unexpected<Error>(opened.error()));
            if (!account) {
                status = tl::unexpected<Error>(account.error());
                return false;
            }
            identity.issuer = json::stringMember(*account, "issuer").value_or("");
            identity.subject = json::stringMember(*account, "subject").value_or("");
            if (!row.isNull(3)) {
                identity.lastLogin = fromMillis(row.integer(3));
            }
            identities.push_back(std::move(identity));
            return true;
        }));
    ENSURE(status);
    return identities;
}

Result<std::optional<UserId>> findByIdentity(store::Reader& reader, const store::Sealer& sealer,
                                             const ConnectionId& connection, std::string_view issuer,
                                             std::string_view subject) {
    std::optional<UserId> found;
    ENSURE(reader.query(
        "SELECT user_id FROM identities WHERE tenant = $1 AND connection_id = $2 AND account_hash = $3",
        {sealer.tenant().text(), connection.text(), store::Arg::blob(accountHash(sealer, connection, issuer, subject))},
        [&](const store::Row& row) {
            found = UserId(std::string(row.text(0)));
            return false;
        }));
    return found;
}

Result<bool> hasIdentityOf(store::Reader& reader, const TenantId& tenant, const UserId& id,
                           const ConnectionId& connection) {
    bool found = false;
    ENSURE(reader.query("SELECT 1 FROM identities WHERE tenant = $1 AND user_id = $2 AND connection_id = $3",
                        {tenant.text(), id.text(), connection.text()}, [&](const store::Row&) {
                            found = true;
                            return false;
                        }));
    return found;
}

Status bindIdentity(store::Writer& writer, const store::Sealer& sealer, const UserId& user, const Identity& identity,
                    Time now) {
    const Bytes hash = accountHash(sealer, identity.connection, identity.issuer, identity.subject);
    const std::string account = json::write(json::Object{{"issuer", identity.issuer}, {"subject", identity.subject}});
    TRY(rows,
        writer.execute(
            "INSERT INTO identities (tenant, connection_id, account_hash, user_id, sealed, last_login, created_at)"
            " VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT DO NOTHING",
            {sealer.tenant().text(), identity.connection.text(), store::Arg::blob(hash), user.text(),
             store::Arg::blob(sealer.seal({kTable, hexEncode(hash), "sealed"}, account)), toMillis(now)}));
    if (rows != 1) {
        return fail(Code::Conflict, "directory.identity_bound");
    }
    return {};
}

Status touchLogin(store::Writer& writer, const store::Sealer& sealer, const Identity& identity, Time now) {
    return writer
        .execute("UPDATE identities SET last_login = $1 WHERE tenant = $2 AND connection_id = $3 AND account_hash = $4",
                 {toMillis(now), sealer.tenant().text(), identity.connection.text(),
                  store::Arg::blob(accountHash(sealer, identity.connection, identity.issuer, identity.subject))})
        .map([](std::int64_t) {});
}

Result<std::int64_t> countUsers(store::Reader& reader, const TenantId& tenant,
                                const std::optional<ConnectionId>& connection) {
    std::int64_t count = 0;
    const auto read = [&count](const store::Row& row) {
        count = row.integer(0);
        return false;
    };
    if (connection) {
        ENSURE(reader.query("SELECT COUNT(DISTINCT user_id) FROM identities WHERE tenant = $1 AND connection_id = $2",
                            {tenant.text(), connection->text()}, read));
    } else {
        ENSURE(reader.query("SELECT COUNT(*) FROM users WHERE tenant = $1", {tenant.text()}, read));
    }
    return count;
}

} // namespace gatehouse::directory
