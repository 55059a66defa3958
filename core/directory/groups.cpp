// SPDX-License-Identifier: Apache-2.0
#include "directory/directory.h"

#include <algorithm>
#include <set>

#include "crypto/random.h"
#include "directory/membership.h"
#include "json/reader.h"

namespace gatehouse::directory {
namespace {

Status readMembers(store::Reader& reader, const TenantId& tenant, Group& group) {
    ENSURE(eachMember(reader, tenant, group.id, [&](std::string_view user) {
        group.members.emplace_back(std::string(user));
        return true;
    }));
    TRY(groups, subgroupsOf(reader, tenant, group.id));
    group.groups = std::move(groups);
    return {};
}

Group fromRow(const store::Row& row) {
    Group group;
    group.id = GroupId(std::string(row.text(0)));
    group.name = row.text(1);
    group.description = row.text(2);
    group.createdAt = fromMillis(row.integer(3));
    group.version = row.integer(4);
    group.externalId = row.text(5);
    group.updatedAt = fromMillis(row.integer(6));
    if (const auto roles = json::parse(row.text(7)); roles && roles->is_array()) {
        for (const json::Value& role : roles->get_array()) {
            group.roles.emplace_back(json::view(role.as_string()));
        }
    }
    group.source = sourceOf(row.text(8));
    group.isProtected = row.integer(9) != 0;
    return group;
}

std::string rolesText(const Group& group) {
    return json::write(json::Value(json::toArray(group.roles)));
}

// What one set has and the other has not.
template <class Id>
std::vector<Id> missing(const std::vector<Id>& from, const std::vector<Id>& in) {
    const std::set<Id> there(in.begin(), in.end());
    std::vector<Id> out;
    std::copy_if(from.begin(), from.end(), std::back_inserter(out), [&](const Id& id) { return !there.contains(id); });
    return out;
}

Result<std::vector<RoleChange>> settleAll(store::Writer& writer, const TenantId& tenant,
                                          const std::set<UserId>& users) {
    std::vector<RoleChange> changes;
    for (const UserId& user : users) {
        ENSURE(settleRoles(writer, tenant, user, changes));
    }
    return changes;
}

// Touches only who comes or goes: whoever stays keeps the source, or the next sign-in could not take it away again.
// Gives whose roles may have changed.
Result<std::set<UserId>> writeMembers(store::Writer& writer, const TenantId& tenant, const Group& group) {
    Group stored;
    stored.id = group.id;
    ENSURE(readMembers(writer, tenant, stored));
    std::set<UserId> touched;
    const auto touchAll = [&](const GroupId& below) -> Status {
        TRY(users, everyMember(writer, tenant, below));
        touched.insert(users.begin(), users.end());
        return {};
    };
    for (const UserId& member : missing(stored.members, group.members)) {
        ENSURE(removeMember(writer, tenant, group.id, member));
        touched.insert(member);
    }
    for (const UserId& member : missing(group.members, stored.members)) {
        ENSURE(addMember(writer, tenant, group.id, member, Source::Manual));
        touched.insert(member);
    }
    for (const GroupId& child : missing(stored.groups, group.groups)) {
        ENSURE(removeSubgroup(writer, tenant, group.id, child));
        ENSURE(touchAll(child));
    }
    for (const GroupId& child : missing(group.groups, stored.groups)) {
        ENSURE(addSubgroup(writer, tenant, group.id, child));
        ENSURE(touchAll(child));
    }
    return touched;
}

template <class Id>
void readIds(json::ObjectReader& reader, std::string_view name, std::vector<Id>& ids) {
    std::vector<std::string> texts;
    texts.reserve(ids.size());
    for (const Id& id : ids) {
        texts.push_back(id.text());
    }
    reader.strings(name, texts, 100000);
    ids.clear();
    for (std::string& text : texts) {
        ids.emplace_back(std::move(text));
    }
}

template <class Id>
json::Array idsOf(const std::vector<Id>& ids) {
    json::Array out;
    for (const Id& id : ids) {
        out.emplace_back(id.text());
    }
    return out;
}

} // namespace

json::Object toJson(const Group& group) {
    return {{"id", group.id.text()},
            {"name", group.name},
            {"description", group.description},
            {"members", idsOf(group.members)},
            {"groups", idsOf(group.groups)},
            {"roles", json::toArray(group.roles)},
            {"protected", group.isProtected},
            {"source", sourceName(group.source)},
            {"externalId", group.externalId},
            {"createdAt", toRfc3339(group.createdAt)},
            {"updatedAt", toRfc3339(group.updatedAt)}};
}

void readJson(const json::Object& object, Group& group, Problems& problems) {
    json::ObjectReader reader(object, "", problems);
    reader.ignore({"id", "source", "externalId", "createdAt", "updatedAt", "version", "memberCount"});
    reader.string("name", group.name, 200);
    reader.string("description", group.description, 1000);
    readIds(reader, "members", group.members);
    readIds(reader, "groups", group.groups);
    reader.strings("roles", group.roles, 100);
    reader.boolean("protected", group.isProtected);
    if (group.name.empty()) {
        reader.problem("name", "required", "is required");
    }
    reader.finish();
}

Result<Group> findGroup(store::Reader& reader, const TenantId& tenant, const GroupId& id) {
    TRY(group, findGroupRow(reader, tenant, id));
    ENSURE(readMembers(reader, tenant, group));
    return group;
}

Result<std::vector<Group>> listGroups(store::Reader& reader, const TenantId& tenant) {
    std::vector<Group> groups;
    ENSURE(eachGroupRow(reader, tenant, [&](Group&& group) {
        groups.push_back(std::move(group));
        return true;
    }));
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.name < b.name; });
    for (Group& group : groups) {
        ENSURE(readMembers(reader, tenant, group));
    }
    return groups;
}

Result<std::vector<RoleChange>> insertGroup(store::Writer& writer, const TenantId& tenant, const Group& group) {
    TRY(rows,
        writer.execute("INSERT INTO groups (tenant, id, name, description, created_at, version, external_id,"
                       " updated_at, roles, source, protected) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10)"
                       " ON CONFLICT DO NOTHING",
                       {tenant.text(), group.id.text(), group.name, group.description, toMillis(group.createdAt),
                        group.externalId, toMillis(group.updatedAt), rolesText(group), sourceName(group.source),
                        group.isProtected ? 1 : 0}));
    if (rows != 1) {
        return fail(Code::Conflict, "directory.group_name_taken");
    }
    TRY(touched, writeMembers(writer, tenant, group));
    return settleAll(writer, tenant, touched);
}

Result<std::vector<RoleChange>> updateGroup(store::Writer& writer, const TenantId& tenant, Group& group) {
    ENSURE(updateGroupRow(writer, tenant, group));
    TRY(touched, writeMembers(writer, tenant, group));
    TRY(everybody, everyMember(writer, tenant, group.id)); // the group's roles may have changed
    touched.insert(everybody.begin(), everybody.end());
    return settleAll(writer, tenant, touched);
}

Status updateGroupRow(store::Writer& writer, const TenantId& tenant, Group& group) {
    auto rows = writer.execute(
        "UPDATE groups SET name = $1, description = $2, external_id = $3, updated_at = $4, roles = $5, source = $6,"
        " protected = $7, version = version + 1 WHERE tenant = $8 AND id = $9 AND version = $10",
        {group.name, group.description, group.externalId, toMillis(group.updatedAt), rolesText(group),
         sourceName(group.source), group.isProtected ? 1 : 0, tenant.text(), group.id.text(), group.version});
    if (!rows && rows.error().reason == "store.constraint") {
        return fail(Code::Conflict, "directory.group_name_taken");
    }
    ENSURE(rows);
    if (*rows != 1) {
        return fail(Code::Conflict, "directory.stale");
    }
    ++group.version;
    return {};
}

Result<Group> findGroupRow(store::Reader& reader, const TenantId& tenant, const GroupId& id) {
    Result<Group> found = fail(Code::NotFound, "directory.group_not_found");
    ENSURE(reader.query(
        "SELECT id, name, description, created_at, version, external_id, updated_at, roles, source, protected"
        " FROM groups WHERE tenant = $1 AND id = $2",
        {tenant.text(), id.text()}, [&](const store::Row& row) {
            found = fromRow(row);
            return false;
        }));
    return found;
}

Status eachGroupRow(store::Reader& reader, const TenantId& tenant, const std::function<bool(Group&&)>& onGroup) {
    return reader.query(
        "SELECT id, name, description, created_at, version, external_id, updated_at, roles, source, protected"
        " FROM groups WHERE tenant = $1 ORDER BY id",
        {tenant.text()}, [&](const store::Row& row) { return onGroup(fromRow(row)); });
}

Result<std::vector<RoleChange>> removeGroup(store::Writer& writer, const TenantId& tenant, const GroupId& id) {
    TRY(everybody, everyMember(writer, tenant, id));
    TRY(rows, writer.execute("DELETE FROM groups WHERE tenant = $1 AND id = $2", {tenant.text(), id.text()}));
    if (rows != 1) {
        return fail(Code::NotFound, "directory.group_not_found");
    }
    return settleAll(writer, tenant, {everybody.begin(), everybody.end()});
}

Result<std::vector<RoleChange>> setSsoGroups(store::Writer& writer, const TenantId& tenant, const UserId& user,
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
                "INSERT INTO groups (tenant, id, name, description, created_at, version, updated_at, source)"
                " VALUES ($1, $2, $3, '', $4, 1, $5, 'sso') ON CONFLICT DO NOTHING",
                {tenant.text(), crypto::newUuid(now), name, toMillis(now), toMillis(now)}));
        }
        ENSURE(writer.execute(
            "INSERT INTO memberships (tenant, user_id, group_id, source) SELECT tenant, $1, id, 'sso' FROM groups"
            " WHERE tenant = $2 AND name = $3 ON CONFLICT DO NOTHING",
            {user.text(), tenant.text(), name}));
    }
    if (left.empty() && kept.size() == names.size()) {
        return std::vector<RoleChange>();
    }
    return settleAll(writer, tenant, {user});
}

} // namespace gatehouse::directory
