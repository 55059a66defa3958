// SPDX-License-Identifier: Apache-2.0
#include "directory/membership.h"

#include <algorithm>
#include <set>

namespace gatehouse::directory {
namespace {

// A group and all that lie within it.
constexpr std::string_view kEveryMember =
    "WITH RECURSIVE below (id) AS (SELECT $1 UNION SELECT s.child_id FROM subgroups s JOIN below ON s.parent_id = "
    "below.id WHERE s.tenant = $2)"
    " SELECT DISTINCT m.user_id FROM below JOIN memberships m ON m.tenant = $3 AND m.group_id = below.id";

Result<bool> exists(store::Reader& reader, std::string_view sql, store::Args args) {
    bool found = false;
    ENSURE(reader.query(sql, args, [&](const store::Row&) {
        found = true;
        return false;
    }));
    return found;
}

Result<std::vector<std::string>> rolesIn(std::string_view text) {
    std::vector<std::string> out;
    if (text.size() <= 2) {
        return out; // most groups give none
    }
    TRY(roles, json::parse(text));
    for (const json::Value& role : roles.as_array()) {
        out.emplace_back(json::view(role.as_string()));
    }
    return out;
}

Status readHolding(store::Reader& reader, std::string_view sql, store::Args args, bool direct,
                   std::vector<GroupOf>& out) {
    Status status;
    ENSURE(reader.query(sql, args, [&](const store::Row& row) {
        GroupId id{std::string(row.text(0))};
        if (std::any_of(out.begin(), out.end(), [&](const GroupOf& each) { return each.id == id; })) {
            return true;
        }
        auto roles = rolesIn(row.text(2));
        if (!roles) {
            status = tl::unexpected<Error>(roles.error());
            return false;
        }
        out.push_back({std::move(id), std::string(row.text(1)), direct, *std::move(roles)});
        return true;
    }));
    return status;
}

} // namespace

// Step by step: a recursive statement costs SQLite a table of its own each time, and few tenants have groups within
// groups.
Result<std::vector<GroupOf>> groupsOf(store::Reader& reader, const TenantId& tenant, const UserId& user) {
    std::vector<GroupOf> out;
    ENSURE(readHolding(reader,
                       "SELECT g.id, g.name, g.roles FROM memberships m JOIN groups g ON g.tenant = m.tenant AND"
                       " g.id = m.group_id WHERE m.tenant = $1 AND m.user_id = $2",
                       {tenant.text(), user.text()}, true, out));
    if (out.empty()) {
        return out;
    }
    TRY(nested, exists(reader, "SELECT 1 FROM subgroups WHERE tenant = $1 LIMIT 1", {tenant.text()}));
    for (std::size_t i = 0; nested && i < out.size(); ++i) {
        const std::string child = out[i].id.text();
        ENSURE(readHolding(reader,
                           "SELECT g.id, g.name, g.roles FROM subgroups s JOIN groups g ON g.tenant = s.tenant AND"
                           " g.id = s.parent_id WHERE s.tenant = $1 AND s.child_id = $2",
                           {tenant.text(), child}, false, out));
    }
    std::sort(out.begin(), out.end(), [](const GroupOf& a, const GroupOf& b) { return a.name < b.name; });
    return out;
}

Result<bool> isMember(store::Reader& reader, const TenantId& tenant, const GroupId& group, std::string_view memberId) {
    return exists(reader,
                  "SELECT 1 FROM memberships WHERE tenant = $1 AND user_id = $2 AND group_id = $3"
                  " UNION ALL SELECT 1 FROM subgroups WHERE tenant = $4 AND child_id = $5 AND parent_id = $6",
                  {tenant.text(), memberId, group.text(), tenant.text(), memberId, group.text()});
}

Status eachMember(store::Reader& reader, const TenantId& tenant, const GroupId& group,
                  const std::function<bool(std::string_view)>& onMember) {
    return reader.query("SELECT user_id FROM memberships WHERE tenant = $1 AND group_id = $2 ORDER BY user_id",
                        {tenant.text(), group.text()}, [&](const store::Row& row) { return onMember(row.text(0)); });
}

Result<std::vector<UserId>> membersAfter(store::Reader& reader, const TenantId& tenant, const GroupId& group,
                                         const std::string& after, std::int64_t count) {
    std::vector<UserId> ids;
    ENSURE(reader.query("SELECT user_id FROM memberships WHERE tenant = $1 AND group_id = $2 AND user_id > $3"
                        " ORDER BY user_id LIMIT $4",
                        {tenant.text(), group.text(), after, count}, [&](const store::Row& row) {
                            ids.emplace_back(std::string(row.text(0)));
                            return true;
                        }));
    return ids;
}

Result<std::vector<GroupId>> subgroupsOf(store::Reader& reader, const TenantId& tenant, const GroupId& group) {
    std::vector<GroupId> groups;
    ENSURE(reader.query("SELECT child_id FROM subgroups WHERE tenant = $1 AND parent_id = $2 ORDER BY child_id",
                        {tenant.text(), group.text()}, [&](const store::Row& row) {
                            groups.emplace_back(std::string(row.text(0)));
                            return true;
                        }));
    return groups;
}

Result<std::vector<UserId>> everyMember(store::Reader& reader, const TenantId& tenant, const GroupId& group) {
    std::vector<UserId> users;
    ENSURE(reader.query(kEveryMember, {group.text(), tenant.text(), tenant.text()}, [&](const store::Row& row) {
        users.emplace_back(std::string(row.text(0)));
        return true;
    }));
    return users;
}

Result<std::int64_t> countMembers(store::Reader& reader, const TenantId& tenant, const GroupId& group) {
    std::int64_t count = 0;
    ENSURE(reader.query("SELECT count(*) FROM memberships WHERE tenant = $1 AND group_id = $2",
                        {tenant.text(), group.text()}, [&](const store::Row& row) {
                            count = row.integer(0);
                            return false;
                        }));
    return count;
}

Result<bool> addMember(store::Writer& writer, const TenantId& tenant, const GroupId& group, const UserId& user,
                       Source source) {
    auto rows = writer.execute("INSERT INTO memberships (tenant, user_id, group_id, source) VALUES ($1, $2, $3, $4)"
                               " ON CONFLICT DO NOTHING",
                               {tenant.text(), user.text(), group.text(), sourceName(source)});
    if (!rows && rows.error().reason == "store.constraint") {
        return fail(Code::InvalidArgument, "directory.user_not_found");
    }
    ENSURE(rows);
    return *rows == 1;
}

Result<bool> removeMember(store::Writer& writer, const TenantId& tenant, const GroupId& group, const UserId& user) {
    return writer
        .execute("DELETE FROM memberships WHERE tenant = $1 AND user_id = $2 AND group_id = $3",
                 {tenant.text(), user.text(), group.text()})
        .map([](std::int64_t rows) { return rows == 1; });
}

Result<bool> liesWithin(store::Reader& reader, const TenantId& tenant, const GroupId& group, const GroupId& within) {
    return exists(reader,
                  "WITH RECURSIVE above (id) AS (SELECT $1 UNION SELECT s.parent_id FROM subgroups s JOIN above ON"
                  " s.child_id = above.id WHERE s.tenant = $2) SELECT 1 FROM above WHERE id = $3",
                  {group.text(), tenant.text(), within.text()});
}

Result<bool> addSubgroup(store::Writer& writer, const TenantId& tenant, const GroupId& parent, const GroupId& child) {
    TRY(known, exists(writer, "SELECT 1 FROM groups WHERE tenant = $1 AND id = $2", {tenant.text(), child.text()}));
    if (!known) {
        return fail(Code::InvalidArgument, "directory.group_not_found");
    }
    TRY(circle, liesWithin(writer, tenant, parent, child));
    if (circle) {
        return fail(Code::InvalidArgument, "directory.group_circle");
    }
    return writer
        .execute("INSERT INTO subgroups (tenant, child_id, parent_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                 {tenant.text(), child.text(), parent.text()})
        .map([](std::int64_t rows) { return rows == 1; });
}

Result<bool> removeSubgroup(store::Writer& writer, const TenantId& tenant, const GroupId& parent,
                            const GroupId& child) {
    return writer
        .execute("DELETE FROM subgroups WHERE tenant = $1 AND child_id = $2 AND parent_id = $3",
                 {tenant.text(), child.text(), parent.text()})
        .map([](std::int64_t rows) { return rows == 1; });
}

Status touchGroup(store::Writer& writer, const TenantId& tenant, const GroupId& group, Time now) {
    TRY(rows, writer.execute("UPDATE groups SET updated_at = $1, version = version + 1 WHERE tenant = $2 AND id = $3",
                             {toMillis(now), tenant.text(), group.text()}));
    return rows == 1 ? Status() : fail(Code::NotFound, "directory.group_not_found");
}

Status settleRoles(store::Writer& writer, const TenantId& tenant, const UserId& user,
                   std::vector<RoleChange>& changes) {
    TRY(groups, groupsOf(writer, tenant, user));
    std::set<std::string> wanted;
    for (const GroupOf& group : groups) {
        wanted.insert(group.roles.begin(), group.roles.end());
    }
    std::set<std::string> stored;
    ENSURE(writer.query("SELECT name FROM user_roles WHERE tenant = $1 AND user_id = $2 AND source = 'scim'",
                        {tenant.text(), user.text()}, [&](const store::Row& row) {
                            stored.emplace(row.text(0));
                            return true;
                        }));
    for (const std::string& role : wanted) {
        if (!stored.contains(role)) {
            ENSURE(writer.execute("INSERT INTO user_roles (tenant, user_id, name, source) VALUES ($1, $2, $3, 'scim')",
                                  {tenant.text(), user.text(), role}));
            changes.push_back({user, role, true});
        }
    }
    for (const std::string& role : stored) {
        if (!wanted.contains(role)) {
            ENSURE(writer.execute("DELETE FROM user_roles WHERE tenant = $1 AND user_id = $2 AND name = $3"
                                  " AND source = 'scim'",
                                  {tenant.text(), user.text(), role}));
            changes.push_back({user, role, false});
        }
    }
    return {};
}

} // namespace gatehouse::directory
