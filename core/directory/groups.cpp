// SPDX-License-Identifier: Apache-2.0
#include "directory/directory.h"

#include <algorithm>
#include <set>

#include "crypto/random.h"
#include "json/reader.h"

namespace gatehouse::directory {
namespace {

Status readMembers(store::Reader& reader, const TenantId& tenant, Group& group) {
    return reader.query("SELECT user_id FROM memberships WHERE tenant = $1 AND group_id = $2 ORDER BY user_id",
                        {tenant.text(), group.id.text()}, [&](const store::Row& row) {
                            group.members.emplace_back(std::string(row.text(0)));
                            return true;
                        });
}

Group fromRow(const store::Row& row) {
    Group group;
    group.id = GroupId(std::string(row.text(0)));
    group.name = row.text(1);
    group.description = row.text(2);
    group.createdAt = fromMillis(row.integer(3));
    group.version = row.integer(4);
    return group;
}

// Touches only who comes or goes: whoever stays keeps the source, or the next sign-in could not take it away again.
Status writeMembers(store::Writer& writer, const TenantId& tenant, const Group& group) {
    Group stored;
    stored.id = group.id;
    ENSURE(readMembers(writer, tenant, stored));
    const std::set<UserId> before(stored.members.begin(), stored.members.end());
    const std::set<UserId> after(group.members.begin(), group.members.end());
    for (const UserId& member : stored.members) {
        if (!after.contains(member)) {
            ENSURE(writer.execute("DELETE FROM memberships WHERE tenant = $1 AND group_id = $2 AND user_id = $3",
                                  {tenant.text(), group.id.text(), member.text()}));
        }
    }
    for (const UserId& member : group.members) {
        if (before.contains(member)) {
            continue;
        }
        auto rows =
            writer.execute("INSERT INTO memberships (tenant, user_id, group_id, source) VALUES ($1, $2, $3, 'manual')"
                           " ON CONFLICT DO NOTHING",
                           {tenant.text(), member.text(), group.id.text()});
        if (!rows) {
            return rows.error().reason == "store.constraint" ? fail(Code::InvalidArgument, "directory.user_not_found")
                                                             : Status(tl::unexpected<Error>(rows.error()));
        }
    }
    return {};
}

} // namespace

json::Object toJson(const Group& group) {
    json::Array members;
    for (const UserId& member : group.members) {
        members.emplace_back(member.text());
    }
    return {{"id", group.id.text()},
            {"name", group.name},
            {"description", group.description},
            {"members", std::move(members)},
            {"createdAt", toRfc3339(group.createdAt)}};
}

void readJson(const json::Object& object, Group& group, Problems& problems) {
    json::ObjectReader reader(object, "", problems);
    reader.ignore({"id", "createdAt", "version"});
    reader.string("name", group.name, 200);
    reader.string("description", group.description, 1000);
    std::vector<std::string> members;
    members.reserve(group.members.size());
    for (const UserId& member : group.members) {
        members.push_back(member.text());
    }
    reader.strings("members", members, 100000);
    group.members.clear();
    for (std::string& member : members) {
        group.members.emplace_back(std::move(member));
    }
    if (group.name.empty()) {
        reader.problem("name", "required", "is required");
    }
    reader.finish();
}

Result<Group> findGroup(store::Reader& reader, const TenantId& tenant, const GroupId& id) {
    Result<Group> found = fail(Code::NotFound, "directory.group_not_found");
    ENSURE(reader.query("SELECT id, name, description, created_at, version FROM groups WHERE tenant = $1 AND id = $2",
                        {tenant.text(), id.text()}, [&](const store::Row& row) {
                            found = fromRow(row);
                            return false;
                        }));
    if (found) {
        ENSURE(readMembers(reader, tenant, *found));
    }
    return found;
}

Result<std::vector<Group>> listGroups(store::Reader& reader, const TenantId& tenant) {
    std::vector<Group> groups;
    ENSURE(reader.query("SELECT id, name, description, created_at, version FROM groups WHERE tenant = $1 ORDER BY name",
                        {tenant.text()}, [&](const store::Row& row) {
                            groups.push_back(fromRow(row));
                            return true;
                        }));
    for (Group& group : groups) {
        ENSURE(readMembers(reader, tenant, group));
    }
    return groups;
}

Status insertGroup(store::Writer& writer, const TenantId& tenant, const Group& group) {
    TRY(rows,
        writer.execute(
            "INSERT INTO groups (tenant, id, name, description, created_at, version) VALUES ($1, $2, $3, $4, $5, 1)"
            " ON CONFLICT DO NOTHING",
            {tenant.text(), group.id.text(), group.name, group.description, toMillis(group.createdAt)}));
    if (rows != 1) {
        return fail(Code::Conflict, "directory.group_name_taken");
    }
    return writeMembers(writer, tenant, group);
}

Status updateGroup(store::Writer& writer, const TenantId& tenant, Group& group) {
    auto rows = writer.execute(
        "UPDATE groups SET name = $1, description = $2, version = version + 1 WHERE tenant = $3 AND id = $4"
        " AND version = $5",
        {group.name, group.description, tenant.text(), group.id.text(), group.version});
    if (!rows && rows.error().reason == "store.constraint") {
        return fail(Code::Conflict, "directory.group_name_taken");
    }
    ENSURE(rows);
    if (*rows != 1) {
        return fail(Code::Conflict, "directory.stale");
    }
    ++group.version;
    return writeMembers(writer, tenant, group);
}

Status removeGroup(store::Writer& writer, const TenantId& tenant, const GroupId& id) {
    TRY(rows, writer.execute("DELETE FROM groups WHERE tenant = $1 AND id = $2", {tenant.text(), id.text()}));
    if (rows != 1) {
        return fail(Code::NotFound, "directory.group_not_found");
    }
    return {};
}

Status setSsoGroups(store::Writer& writer, const TenantId& tenant, const UserId& user,
                    const std::vector<std::string>& names, bool create, Time now) {
    std::vector<std::string> kept;
    std::vector<std::string> left;
    ENSURE(writer.query(
        "SELECT m.group_id, g.name FROM memberships m JOIN groups g ON g.tenant = m.tenant AND g.id = m.group_id"
        " WHERE m.tenant = $1 AND m.user_id = $2 AND m.source = 'sso'",
        {tenant.text(), user.text()}, [&](const store::Row& row) {
            const std::string name(row.text(1));
            if (std::find(names.begin(), names.end(), name) != names.end()) {
                kept.push_back(name);
            } else {
                left.emplace_back(row.text(0));
            }
            return true;
        }));
    for (const std::string& group : left) {
        ENSURE(writer.execute("DELETE FROM memberships WHERE tenant = $1 AND user_id = $2 AND group_id = $3",
                              {tenant.text(), user.text(), group}));
    }
    for (const std::string& name : names) {
        if (std::find(kept.begin(), kept.end(), name) != kept.end()) {
            continue;
        }
        if (create) {
            ENSURE(writer.execute(
                "INSERT INTO groups (tenant, id, name, description, created_at, version) VALUES ($1, $2, $3, '', $4, 1)"
                " ON CONFLICT DO NOTHING",
                {tenant.text(), crypto::newUuid(now), name, toMillis(now)}));
        }
        ENSURE(writer.execute(
            "INSERT INTO memberships (tenant, user_id, group_id, source) SELECT tenant, $1, id, 'sso' FROM groups"
            " WHERE tenant = $2 AND name = $3 ON CONFLICT DO NOTHING",
            {user.text(), tenant.text(), name}));
    }
    return {};
}

} // namespace gatehouse::directory
