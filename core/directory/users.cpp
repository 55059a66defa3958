// SPDX-License-Identifier: Apache-2.0
#include "directory/directory.h"
#include "directory/lookup.h"
#include "directory/membership.h"

#include <algorithm>

namespace gatehouse::directory {
namespace {

constexpr std::string_view kTable = "users";

std::string sealedText(const User& user) {
    json::Object personal{{"userName", user.userName},           {"email", user.email},
                          {"emailVerified", user.emailVerified}, {"displayName", user.displayName},
                          {"givenName", user.givenName},         {"familyName", user.familyName},
                          {"attributes", user.attributes}};
    if (user.signInAfter) {
        personal["signInAfter"] = toMillis(*user.signInAfter);
    }
    if (!user.externalId.empty()) {
        personal["externalId"] = user.externalId;
    }
    if (!user.resource.empty()) {
        personal["resource"] = user.resource;
        personal["provisioned"] = json::toArray(user.provisioned);
        personal["provisionedBy"] = user.provisionedBy;
    }
    return json::write(personal);
}

// Columns: id, active, sealed, created_at, updated_at, version.
SealedUser sealedFrom(const store::Row& row) {
    SealedUser out;
    User& user = out.plain;
    user.id = UserId(std::string(row.text(0)));
    user.active = row.integer(1) != 0;
    out.sealed = row.blob(2);
    user.createdAt = fromMillis(row.integer(3));
    user.updatedAt = fromMillis(row.integer(4));
    user.version = row.integer(5);
    return out;
}

Result<std::vector<RoleAssignment>> readRoles(store::Reader& reader, const TenantId& tenant, const UserId& id) {
    std::vector<RoleAssignment> roles;
    ENSURE(reader.query(
        "SELECT name, source, expires_at FROM user_roles WHERE tenant = $1 AND user_id = $2 ORDER BY name, source",
        {tenant.text(), id.text()}, [&](const store::Row& row) {
            RoleAssignment role{std::string(row.text(0)), sourceOf(row.text(1)), std::nullopt};
            if (!row.isNull(2)) {
                role.expiresAt = fromMillis(row.integer(2));
            }
            roles.push_back(std::move(role));
            return true;
        }));
    return roles;
}

Status readRolesAndGroups(store::Reader& reader, const TenantId& tenant, User& user) {
    TRY(roles, readRoles(reader, tenant, user.id));
    user.roles = std::move(roles);
    TRY(groups, groupsOf(reader, tenant, user.id));
    for (GroupOf& group : groups) {
        user.groups.push_back(std::move(group.name));
    }
    return {};
}

Status readIdentities(store::Reader& reader, const store::Sealer& sealer, User& user) {
    TRY(identities, identitiesOf(reader, sealer, user.id));
    for (const Identity& identity : identities) {
        user.lastLogin = std::max(user.lastLogin, identity.lastLogin);
    }
    user.identities = std::move(identities);
    return {};
}

Status writeRoles(store::Writer& writer, const TenantId& tenant, const User& user) {
    TRY(stored, readRoles(writer, tenant, user.id));
    std::vector<RoleAssignment> wanted = user.roles;
    const auto order = [](const RoleAssignment& a, const RoleAssignment& b) {
        return std::pair(std::string_view(a.name), std::string_view(sourceName(a.source))) <
               std::pair(std::string_view(b.name), std::string_view(sourceName(b.source)));
    };
    std::sort(wanted.begin(), wanted.end(), order);
    if (stored == wanted) {
        return {};
    }
    ENSURE(
        writer.execute("DELETE FROM user_roles WHERE tenant = $1 AND user_id = $2", {tenant.text(), user.id.text()}));
    for (const RoleAssignment& role : wanted) {
        const std::optional<std::int64_t> expires =
            role.expiresAt ? std::optional(toMillis(*role.expiresAt)) : std::nullopt;
        ENSURE(writer.execute(
            "INSERT INTO user_roles (tenant, user_id, name, source, expires_at) VALUES ($1, $2, $3, $4, $5)"
            " ON CONFLICT DO NOTHING",
            {tenant.text(), user.id.text(), role.name, sourceName(role.source), expires}));
    }
    return {};
}

// Says which of the two unique columns refused, so that the caller can name the member.
Status refuseDuplicates(store::Reader& reader, const store::Sealer& sealer, const User& user) {
    Status status;
    const auto taken = [&](std::string_view sql, const Bytes& hash, std::string_view reason) {
        return reader.query(sql, {sealer.tenant().text(), store::Arg::blob(hash), user.id.text()},
                            [&](const store::Row&) {
                                status = fail(Code::Conflict, reason);
                                return false;
                            });
    };
    ENSURE(taken("SELECT 1 FROM users WHERE tenant = $1 AND user_name_hash = $2 AND id <> $3",
                 userNameHash(sealer, user.userName), "directory.user_name_taken"));
    if (!user.email.empty()) {
        ENSURE(taken("SELECT 1 FROM users WHERE tenant = $1 AND email_hash = $2 AND id <> $3",
                     emailHash(sealer, user.email), "directory.email_taken"));
    }
    return status;
}

store::Arg blobOrNull(const Bytes& bytes) {
    return bytes.empty() ? store::Arg(nullptr) : store::Arg::blob(bytes);
}

} // namespace

Result<User> opened(const store::Sealer& sealer, SealedUser sealed) {
    User user = std::move(sealed.plain);
    TRY(text, sealer.open({kTable, user.id.text(), "sealed"}, sealed.sealed));
    TRY(personal, json::parseObject(text));
    const auto member = [&](std::string_view name) {
        return std::string(json::stringMember(personal, name).value_or(""));
    };
    user.userName = member("userName");
    user.email = member("email");
    user.emailVerified = json::boolMember(personal, "emailVerified").value_or(false);
    user.displayName = member("displayName");
    user.givenName = member("givenName");
    user.familyName = member("familyName");
    if (const json::Object* attributes = json::objectMember(personal, "attributes")) {
        user.attributes = *attributes;
    }
    if (const auto after = json::integerMember(personal, "signInAfter")) {
        user.signInAfter = fromMillis(*after);
    }
    user.externalId = member("externalId");
    if (json::Value* resource = personal.if_contains("resource"); resource != nullptr && resource->is_object()) {
        user.resource = std::move(resource->get_object());
        user.provisioned = json::stringsMember(personal, "provisioned").value_or(std::vector<std::string>());
        user.provisionedBy = member("provisionedBy");
    }
    return user;
}

Result<SealedUser> findSealed(store::Reader& reader, const TenantId& tenant, const UserId& id) {
    Result<SealedUser> found = fail(Code::NotFound, "directory.user_not_found");
    ENSURE(reader.query("SELECT id, active, sealed, created_at, updated_at, version FROM users WHERE "
                        "tenant = $1 AND id = $2",
                        {tenant.text(), id.text()}, [&](const store::Row& row) {
                            found = sealedFrom(row);
                            return false;
                        }));
    if (found) {
        ENSURE(readRolesAndGroups(reader, tenant, found->plain));
    }
    return found;
}

Result<User> findWithoutIdentities(store::Reader& reader, const store::Sealer& sealer, const UserId& id) {
    TRY(found, findSealed(reader, sealer.tenant(), id));
    return opened(sealer, std::move(found));
}

Result<User> findUser(store::Reader& reader, const store::Sealer& sealer, const UserId& id) {
    TRY(user, findWithoutIdentities(reader, sealer, id));
    ENSURE(readIdentities(reader, sealer, user));
    return user;
}

Result<std::vector<UserId>> findByEmail(store::Reader& reader, const store::Sealer& sealer, std::string_view email) {
    std::vector<UserId> found;
    ENSURE(reader.query("SELECT id FROM users WHERE tenant = $1 AND email_hash = $2",
                        {sealer.tenant().text(), store::Arg::blob(emailHash(sealer, email))},
                        [&](const store::Row& row) {
                            found.emplace_back(std::string(row.text(0)));
                            return true;
                        }));
    return found;
}

Result<bool> isActive(store::Reader& reader, const TenantId& tenant, const UserId& id) {
    bool active = false;
    ENSURE(reader.query("SELECT active FROM users WHERE tenant = $1 AND id = $2", {tenant.text(), id.text()},
                        [&](const store::Row& row) {
                            active = row.integer(0) == 1;
                            return false;
                        }));
    return active;
}

Result<UserPage> listUsers(store::Reader& reader, const store::Sealer& sealer, std::string_view query,
                           std::string_view cursor, std::size_t limit) {
    UserPage page;
    Status status;
    const std::string wanted = asciiLower(query);
    ENSURE(reader.query("SELECT id, active, sealed, created_at, updated_at, version FROM users"
                        " WHERE tenant = $1 AND id > $2 ORDER BY id",
                        {sealer.tenant().text(), cursor}, [&](const store::Row& row) {
                            auto user = opened(sealer, sealedFrom(row));
                            if (!user) {
                                status = tl::unexpected<Error>(user.error());
                                return false;
                            }
                            const std::string haystack =
                                asciiLower(user->userName + "\n" + user->email + "\n" + user->displayName);
                            if (!wanted.empty() && haystack.find(wanted) == std::string::npos) {
                                return true;
                            }
                            if (page.items.size() == limit) {
                                page.nextCursor = page.items.back().id.text();
                                return false;
                            }
                            page.items.push_back(*std::move(user));
                            return true;
                        }));
    ENSURE(status);
    for (User& user : page.items) {
        ENSURE(readRolesAndGroups(reader, sealer.tenant(), user));
        ENSURE(readIdentities(reader, sealer, user));
    }
    return page;
}

Status insertUser(store::Writer& writer, const store::Sealer& sealer, const User& user) {
    ENSURE(refuseDuplicates(writer, sealer, user));
    const Bytes email = user.email.empty() ? Bytes() : emailHash(sealer, user.email);
    const Bytes external = user.externalId.empty() ? Bytes() : externalIdHash(sealer, user.externalId);
    TRY(change, nextChange(writer, sealer.tenant()));
    ENSURE(writer.execute(
        "INSERT INTO users (tenant, id, user_name_hash, email_hash, external_hash, active, sealed, created_at,"
        " updated_at, changed, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        {sealer.tenant().text(), user.id.text(), store::Arg::blob(userNameHash(sealer, user.userName)),
         blobOrNull(email), blobOrNull(external), user.active ? 1 : 0,
         store::Arg::blob(sealer.seal({kTable, user.id.text(), "sealed"}, sealedText(user))), toMillis(user.createdAt),
         toMillis(user.updatedAt), change}));
    return writeRoles(writer, sealer.tenant(), user);
}

Status updateUser(store::Writer& writer, const store::Sealer& sealer, User& user) {
    ENSURE(refuseDuplicates(writer, sealer, user));
    const Bytes email = user.email.empty() ? Bytes() : emailHash(sealer, user.email);
    const Bytes external = user.externalId.empty() ? Bytes() : externalIdHash(sealer, user.externalId);
    TRY(change, nextChange(writer, sealer.tenant()));
    TRY(rows,
        writer.execute(
            "UPDATE users SET user_name_hash = $1, email_hash = $2, external_hash = $3, active = $4, sealed = $5,"
            " updated_at = $6, changed = $7, version = version + 1 WHERE tenant = $8 AND id = $9 AND version = $10",
            {store::Arg::blob(userNameHash(sealer, user.userName)), blobOrNull(email), blobOrNull(external),
             user.active ? 1 : 0, store::Arg::blob(sealer.seal({kTable, user.id.text(), "sealed"}, sealedText(user))),
             toMillis(user.updatedAt), change, sealer.tenant().text(), user.id.text(), user.version}));
    if (rows != 1) {
        return fail(Code::Conflict, "directory.stale");
    }
    ++user.version;
    return writeRoles(writer, sealer.tenant(), user);
}

Status removeUser(store::Writer& writer, const TenantId& tenant, const UserId& id, Time now) {
    TRY(change, nextChange(writer, tenant));
    TRY(rows, writer.execute("DELETE FROM users WHERE tenant = $1 AND id = $2", {tenant.text(), id.text()}));
    if (rows != 1) {
        return fail(Code::NotFound, "directory.user_not_found");
    }
    return writer
        .execute("INSERT INTO users_gone (tenant, id, changed, gone_at) VALUES ($1, $2, $3, $4)",
                 {tenant.text(), id.text(), change, toMillis(now)})
        .map([](std::int64_t) {});
}

} // namespace gatehouse::directory
