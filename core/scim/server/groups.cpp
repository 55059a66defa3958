// SPDX-License-Identifier: Apache-2.0
// Groups: what a client does to them. Members are changed one by one, and never read but to be shown.
#include <algorithm>
#include <set>

#include "crypto/random.h"
#include "directory/membership.h"
#include "scim/etag.h"
#include "scim/patch.h"
#include "scim/server/call.h"
#include "scim/server/record.h"

namespace gatehouse::scim::server {
namespace {

using directory::Group;

/// Members whose kind is known, and who are there.
struct Members {
    std::vector<UserId> people;
    std::vector<GroupId> groups;
    [[nodiscard]] bool empty() const { return people.empty() && groups.empty(); }
};

Result<Group> find(store::Reader& reader, const Call& call, const std::string& id) {
    auto group = directory::findGroupRow(reader, call.tenant, GroupId(id));
    if (!group && group.error().reason == "directory.group_not_found") {
        return fail(Code::NotFound, "scim.not_found");
    }
    return group;
}

Status admits(const Operation& operation, const Group& group) {
    if (group.isProtected) {
        return fail(Code::PermissionDenied, "scim.protected");
    }
    return operation.ifMatch.empty() || namesETag(operation.ifMatch, weakETag(group.version))
               ? Status()
               : fail(Code::FailedPrecondition, "scim.changed");
}

Result<bool> exists(store::Reader& reader, std::string_view sql, const Call& call, std::string_view id) {
    bool found = false;
    ENSURE(reader.query(sql, {call.tenant.text(), id}, [&](const store::Row&) {
        found = true;
        return false;
    }));
    return found;
}

/// Whom the ids mean. `within`: the group that they will be in; empty for a new one. `scim.member`,
/// `scim.group_circle`.
Result<Members> known(store::Reader& reader, const Call& call, const std::vector<Member>& wanted,
                      const GroupId& within) {
    Members out;
    for (const Member& each : wanted) {
        TRY(person, exists(reader, "SELECT 1 FROM users WHERE tenant = $1 AND id = $2", call, each.id));
        if (person) {
            out.people.emplace_back(each.id);
            continue;
        }
        TRY(group, exists(reader, "SELECT 1 FROM groups WHERE tenant = $1 AND id = $2", call, each.id));
        if (!group) {
            return fail(Code::InvalidArgument, "scim.member");
        }
        if (!within.empty()) {
            TRY(circle, directory::liesWithin(reader, call.tenant, within, GroupId(each.id)));
            if (circle) {
                return fail(Code::InvalidArgument, "scim.group_circle");
            }
        }
        out.groups.emplace_back(each.id);
    }
    return out;
}

Status nameIsFree(store::Reader& reader, const Call& call, const Group& group) {
    bool taken = false;
    ENSURE(reader.query("SELECT 1 FROM groups WHERE tenant = $1 AND name = $2 AND id <> $3",
                        {call.tenant.text(), group.name, group.id.text()}, [&](const store::Row&) {
                            taken = true;
                            return false;
                        }));
    return taken ? fail(Code::Conflict, "scim.uniqueness", "displayName") : Status();
}

/// Changes who is in a group, and settles the roles of those whom that concerns.
class MemberWriter {
public:
    MemberWriter(store::Writer& writer, const Call& call, const GroupId& group)
        : m_writer(writer)
        , m_call(call)
        , m_group(group) {}

    Status add(const Members& members) {
        for (const UserId& user : members.people) {
            TRY(added, directory::addMember(m_writer, m_call.tenant, m_group, user, directory::Source::Scim));
            note(added, user.text(), true);
        }
        for (const GroupId& group : members.groups) {
            TRY(added, directory::addSubgroup(m_writer, m_call.tenant, m_group, group));
            ENSURE(noteGroup(added, group, true));
        }
        return {};
    }
    Status remove(const std::string& id) {
        TRY(person, directory::removeMember(m_writer, m_call.tenant, m_group, UserId(id)));
        note(person, id, false);
        if (!person) {
            TRY(group, directory::removeSubgroup(m_writer, m_call.tenant, m_group, GroupId(id)));
            ENSURE(noteGroup(group, GroupId(id), false));
        }
        return {};
    }
    /// Whom the group has no longer: everybody but `kept`.
    Status removeOthers(const Members& kept) {
        std::set<std::string> stay;
        for (const UserId& user : kept.people) {
            stay.insert(user.text());
        }
        for (const GroupId& group : kept.groups) {
            stay.insert(group.text());
        }
        std::vector<std::string> gone;
        ENSURE(directory::eachMember(m_writer, m_call.tenant, m_group, [&](std::string_view id) {
            if (!stay.contains(std::string(id))) {
                gone.emplace_back(id);
            }
            return true;
        }));
        TRY(groups, directory::subgroupsOf(m_writer, m_call.tenant, m_group));
        for (const GroupId& group : groups) {
            if (!stay.contains(group.text())) {
                gone.push_back(group.text());
            }
        }
        for (const std::string& id : gone) {
            ENSURE(remove(id));
        }
        return {};
    }
    /// After all changes.
    Status settle() {
        bool anyRoles = false;
        ENSURE(m_writer.query("SELECT 1 FROM groups WHERE tenant = $1 AND roles <> '[]' LIMIT 1",
                              {m_call.tenant.text()}, [&](const store::Row&) {
                                  anyRoles = true;
                                  return false;
                              }));
        if (!anyRoles) {
            return {};
        }
        std::vector<directory::RoleChange> changes;
        for (const UserId& user : m_touched) {
            ENSURE(directory::settleRoles(m_writer, m_call.tenant, user, changes));
        }
        return recordRoles(m_writer, m_call, changes);
    }
    [[nodiscard]] bool changed() const { return !m_added.empty() || !m_removed.empty(); }
    [[nodiscard]] const json::Array& added() const { return m_added; }
    [[nodiscard]] const json::Array& removed() const { return m_removed; }

private:
    void note(bool did, const std::string& id, bool added) {
        if (did) {
            m_touched.insert(UserId(id));
            (added ? m_added : m_removed).emplace_back(id);
        }
    }
    Status noteGroup(bool did, const GroupId& group, bool added) {
        if (did) {
            TRY(people, directory::everyMember(m_writer, m_call.tenant, group));
            m_touched.insert(people.begin(), people.end());
            (added ? m_added : m_removed).emplace_back(group.text());
        }
        return {};
    }

    store::Writer& m_writer;
    const Call& m_call;
    const GroupId& m_group;
    std::set<UserId> m_touched;
    json::Array m_added;
    json::Array m_removed;
};

json::Object shownWithout(const Group& group, const Call& call) {
    const ResourceType& type = call.types->groups();
    json::Object out{{"displayName", group.name}, {"id", group.id.text()}};
    if (!group.externalId.empty()) {
        out["externalId"] = group.externalId;
    }
    out["meta"] = json::Object{{"resourceType", type.name},
                               {"created", toRfc3339(group.createdAt)},
                               {"lastModified", toRfc3339(group.updatedAt)},
                               {"location", call.base + type.endpoint + "/" + group.id.text()},
                               {"version", weakETag(group.version)}};
    settleSchemas(out, type);
    return out;
}

Status addMembers(store::Reader& reader, const Call& call, const GroupId& group, json::Object& shown) {
    json::Array members;
    const auto add = [&](std::string_view id, std::string_view type, std::string_view endpoint) {
        members.push_back(json::Object{
            {"value", id}, {"$ref", call.base + std::string(endpoint) + "/" + std::string(id)}, {"type", type}});
    };
    ENSURE(directory::eachMember(reader, call.tenant, group, [&](std::string_view id) {
        add(id, "User", call.types->users().endpoint);
        return true;
    }));
    TRY(groups, directory::subgroupsOf(reader, call.tenant, group));
    for (const GroupId& each : groups) {
        add(each.text(), "Group", call.types->groups().endpoint);
    }
    if (!members.empty()) {
        shown["members"] = std::move(members);
    }
    return {};
}

Result<Answer> answerOf(store::Reader& reader, const Call& call, const Operation& operation, const Group& group,
                        int status) {
    const ResourceType& type = call.types->groups();
    Answer answer;
    answer.status = status;
    answer.location = call.base + type.endpoint + "/" + group.id.text();
    answer.etag = weakETag(group.version);
    answer.resourceType = type.name;
    answer.resourceId = group.id.text();
    answer.resourceName = group.name;
    if (operation.wantsBody) {
        json::Object shown = shownWithout(group, call);
        if (includes(operation.projection, type, "members")) {
            ENSURE(addMembers(reader, call, group.id, shown));
        }
        answer.body = project(shown, type, operation.projection);
    }
    return answer;
}

void take(const json::Object& resource, Group& group) {
    group.name = json::stringMember(resource, "displayName").value_or("");
    group.externalId = json::stringMember(resource, "externalId").value_or("");
}

std::vector<Change> changesOf(const Group* before, const Group& after, const MemberWriter& members) {
    std::vector<Change> out;
    const auto compare = [&](const char* path, const std::string& old, const std::string& now) {
        if (old != now) {
            out.push_back(
                {path, old.empty() ? json::Value() : json::Value(old), now.empty() ? json::Value() : json::Value(now)});
        }
    };
    compare("displayName", before == nullptr ? "" : before->name, after.name);
    compare("externalId", before == nullptr ? "" : before->externalId, after.externalId);
    if (members.changed()) {
        const auto some = [](const json::Array& ids) { // a page of it says what happened
            return ids.empty()
                       ? json::Value()
                       : json::Value(json::Array(
                             ids.begin(), ids.begin() + std::min<std::ptrdiff_t>(std::ptrdiff_t(ids.size()), 100)));
        };
        out.push_back({"members", some(members.removed()), some(members.added())});
    }
    return out;
}

Status recordGroup(store::Writer& writer, const Call& call, std::string_view type, const Group& group,
                   const MemberWriter& members, bool renamed) {
    return record(
        writer, call, type, {"group", group.id.text(), group.name},
        {{"membersAdded", members.added().size()}, {"membersRemoved", members.removed().size()}, {"renamed", renamed}});
}

Result<json::Object> bodyOf(const Operation& operation) {
    const json::Object* body = operation.body.if_object();
    return body == nullptr ? fail(Code::InvalidArgument, "scim.syntax", "the body is no object")
                           : Result<json::Object>(*body);
}

Result<Answer> create(store::Writer& writer, const Call& call, const Operation& operation) {
    TRY(body, bodyOf(operation));
    TRY(resource, readCreate(body, call.types->groups()));
    TRY(wanted, takeMembers(resource));
    TRY(members, known(writer, call, wanted, {}));
    Group group;
    group.id = GroupId(crypto::newUuid(call.now));
    group.source = directory::Source::Scim;
    group.createdAt = call.now;
    group.updatedAt = call.now;
    take(resource, group);
    ENSURE(nameIsFree(writer, call, group));
    ENSURE(directory::insertGroup(writer, call.tenant, group));
    MemberWriter writing(writer, call, group.id);
    ENSURE(writing.add(members));
    ENSURE(recordGroup(writer, call, "GroupCreated", group, writing, true));
    ENSURE(writing.settle());
    TRY(answer, answerOf(writer, call, operation, group, 201));
    answer.changes = changesOf(nullptr, group, writing);
    return answer;
}

/// Writes what a group is now, and after it who is in it.
Result<Answer> update(store::Writer& writer, const Call& call, const Operation& operation, const Group& before,
                      Group group, const MemberDelta& delta, int status) {
    TRY(added, known(writer, call, delta.added, group.id));
    ENSURE(nameIsFree(writer, call, group));
    MemberWriter writing(writer, call, group.id);
    if (delta.replaced) {
        ENSURE(writing.removeOthers(added));
    }
    for (const std::string& id : delta.removed) {
        ENSURE(writing.remove(id));
    }
    ENSURE(writing.add(added));
    const bool renamed = group.name != before.name || group.externalId != before.externalId;
    if (!writing.changed() && !renamed) {
        return answerOf(writer, call, operation, before, status);
    }
    group.updatedAt = call.now;
    ENSURE(directory::updateGroupRow(writer, call.tenant, group));
    ENSURE(recordGroup(writer, call, "GroupUpdated", group, writing, renamed));
    ENSURE(writing.settle());
    TRY(answer, answerOf(writer, call, operation, group, status));
    answer.changes = changesOf(&before, group, writing);
    return answer;
}

Result<Answer> replace(store::Writer& writer, const Call& call, const Operation& operation) {
    TRY(before, find(writer, call, operation.id));
    ENSURE(admits(operation, before));
    TRY(body, bodyOf(operation));
    TRY(resource, readReplace(shownWithout(before, call), body, call.types->groups()));
    MemberDelta delta;
    delta.replaced = true;
    TRY(wanted, takeMembers(resource));
    delta.added = std::move(wanted);
    Group group = before;
    take(resource, group);
    return update(writer, call, operation, before, std::move(group), delta, 200);
}

/// The changes, without reading who is in the group unless a filter asks more than their ids.
Result<Patched> patchedGroup(store::Reader& reader, const Call& call, const Operation& operation, const Group& before) {
    json::Object shown = shownWithout(before, call);
    auto patched = patch(shown, operation.body, call.types->groups());
    if (!patched && patched.error().reason == "scim.members_filter") {
        ENSURE(addMembers(reader, call, before.id, shown));
        patched = patch(shown, operation.body, call.types->groups());
    }
    return patched;
}

Result<Answer> patchOne(store::Writer& writer, const Call& call, Operation operation) {
    TRY(before, find(writer, call, operation.id));
    ENSURE(admits(operation, before));
    TRY(patched, patchedGroup(writer, call, operation, before));
    Group group = before;
    take(patched.resource, group);
    // A group may be large: it is shown to those alone who say what of it they want.
    operation.wantsBody = operation.wantsBody && !operation.projection.only.empty();
    TRY(answer, update(writer, call, operation, before, std::move(group), patched.members, 200));
    answer.status = operation.wantsBody ? 200 : 204;
    return answer;
}

Result<Answer> remove(store::Writer& writer, const Call& call, const Operation& operation) {
    TRY(group, find(writer, call, operation.id));
    ENSURE(admits(operation, group));
    TRY(roles, directory::removeGroup(writer, call.tenant, group.id));
    ENSURE(record(writer, call, "GroupDeleted", {"group", group.id.text(), group.name}, {}));
    ENSURE(recordRoles(writer, call, roles));
    Answer answer;
    answer.status = 204;
    answer.resourceType = call.types->groups().name;
    answer.resourceId = group.id.text();
    answer.resourceName = group.name;
    answer.changes.push_back({"displayName", json::Value(group.name), nullptr});
    return answer;
}

} // namespace

Result<Answer> changeGroup(store::Writer& writer, const Call& call, const Operation& operation) {
    switch (operation.method) {
    case Method::Create:
        return create(writer, call, operation);
    case Method::Replace:
        return replace(writer, call, operation);
    case Method::Patch:
        return patchOne(writer, call, operation);
    case Method::Remove:
        break;
    }
    return remove(writer, call, operation);
}

Result<Answer> showGroup(store::Reader& reader, const Call& call, const Group& group, const Projection& projection) {
    Operation operation;
    operation.projection = projection;
    return answerOf(reader, call, operation, group, 200);
}

Result<Answer> showGroup(store::Reader& reader, const Call& call, const GroupId& id, const Projection& projection) {
    TRY(group, find(reader, call, id.text()));
    return showGroup(reader, call, group, projection);
}

} // namespace gatehouse::scim::server
