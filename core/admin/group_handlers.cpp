// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "admin/api/codec.h"
#include "admin/group_resource.h"
#include "admin/handlers.h"
#include "base/encoding.h"
#include "crypto/random.h"
#include "directory/lookup.h"
#include "directory/membership.h"

namespace gatehouse::admin {

namespace {

bool mayTouch(const Scoped& scoped, const directory::Group& group) {
    const Caller& caller = scoped.context.request.caller;
    return caller.role != api::AdminRole::Delegate ||
           std::find(caller.groups.begin(), caller.groups.end(), group.name) != caller.groups.end();
}

template <class T>
void sortOnce(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// A delegate manages members; making, renaming and deleting groups is not theirs.
Status managesGroups(const Scoped& scoped) {
    return scoped.context.request.caller.role == api::AdminRole::Delegate
               ? fail(Code::PermissionDenied, "permission_denied")
               : Status();
}

json::Object shown(const directory::Group& group) {
    json::Object out = directory::toJson(group);
    out["memberCount"] = std::int64_t(group.members.size());
    return out;
}

} // namespace

Status recordRoleChanges(Change& change, const Scoped& scoped, const std::vector<directory::RoleChange>& roles) {
    for (const directory::RoleChange& each : roles) {
        ENSURE(change.record(scoped.tenant, {each.gained ? "RoleAssigned" : "RoleRemoved",
                                             "user",
                                             each.user.text(),
                                             "",
                                             {{"role", each.role}, {"source", "scim"}},
                                             {}}));
    }
    return {};
}

Result<Listing> GroupResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    const bool lean = scoped.context.request.argument("members") == "false";
    std::vector<KeyedItem> items;
    ENSURE(directory::eachGroupRow(reader, scoped.tenant, [&](Item&& group) {
        if (mayTouch(scoped, group) && asciiLower(group.name).find(asciiLower(query.search)) != std::string::npos) {
            items.push_back({group.name, directory::toJson(group)});
        }
        return true;
    }));
    for (KeyedItem& each : items) {
        const GroupId id(std::string(*json::stringMember(each.item, "id")));
        if (lean) {
            TRY(count, directory::countMembers(reader, scoped.tenant, id));
            each.item["memberCount"] = count;
            continue;
        }
        TRY(whole, directory::findGroup(reader, scoped.tenant, id));
        each.item = shown(whole);
    }
    return listingOf(std::move(items), query);
}

Result<directory::Group> GroupResource::find(store::Reader& reader, const Scoped& scoped, const std::string& id) {
    TRY(group, directory::findGroup(reader, scoped.tenant, GroupId(id)));
    return mayTouch(scoped, group) ? Result<Item>(std::move(group)) : fail(Code::NotFound, "directory.group_not_found");
}

Result<json::Object> GroupResource::show(store::Reader&, const Scoped&, const Item& item) {
    return shown(item);
}

json::Object GroupResource::state(const Item& item) {
    json::Object out = directory::toJson(item);
    for (const char* member : {"id", "source", "externalId", "createdAt", "updatedAt"}) {
        out.stable_erase(member);
    }
    return out;
}

std::string GroupResource::etag(const Item& item) {
    // A login may add members without a new version of the group.
    return etagOf(directory::toJson(item));
}

std::string GroupResource::path(const Scoped& scoped, const Item& item) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/groups/" + item.id.text();
}

directory::Group GroupResource::blank(const Scoped& scoped) {
    Item item;
    item.id = GroupId(crypto::newUuid(scoped.context.request.now));
    item.createdAt = scoped.context.request.now;
    item.updatedAt = item.createdAt;
    return item;
}

directory::Group GroupResource::renewed(const Item& item) {
    Item out;
    out.id = item.id;
    out.source = item.source;
    out.externalId = item.externalId;
    out.createdAt = item.createdAt;
    out.updatedAt = item.updatedAt;
    out.version = item.version;
    return out;
}

Status GroupResource::read(Change& change, const Scoped& scoped, const json::Object& document, Item& item,
                           const Item* before) {
    directory::readJson(document, item, change.problems);
    sortOnce(item.members);
    sortOnce(item.groups);
    sortOnce(item.roles);
    const bool onlyMembers = before != nullptr && item.name == before->name &&
                             item.description == before->description && item.groups == before->groups &&
                             item.roles == before->roles && item.isProtected == before->isProtected;
    if (item.roles != (before == nullptr ? std::vector<std::string>() : before->roles)) {
        ENSURE(change.demand(api::Permission::RolesWrite));
    }
    return onlyMembers ? Status() : managesGroups(scoped);
}

Status GroupResource::insert(Change& change, const Scoped& scoped, Item& item) {
    TRY(roles, directory::insertGroup(change.writer(), scoped.tenant, item));
    return recordRoleChanges(change, scoped, roles);
}

Status GroupResource::update(Change& change, const Scoped& scoped, Item& item, const Item&) {
    item.updatedAt = change.now();
    TRY(roles, directory::updateGroup(change.writer(), scoped.tenant, item));
    return recordRoleChanges(change, scoped, roles);
}

Status GroupResource::remove(Change& change, const Scoped& scoped, const Item& item) {
    ENSURE(managesGroups(scoped));
    TRY(roles, directory::removeGroup(change.writer(), scoped.tenant, item.id));
    return recordRoleChanges(change, scoped, roles);
}

namespace {

/// The group without its members, which may be many. `directory.group_not_found`.
Result<directory::Group> rowOf(store::Reader& reader, const Scoped& scoped) {
    TRY(group, directory::findGroupRow(reader, scoped.tenant, GroupId(scoped.context.request.object)));
    return mayTouch(scoped, group) ? Result<directory::Group>(std::move(group))
                                   : fail(Code::NotFound, "directory.group_not_found");
}

Result<json::Object> memberOf(store::Reader& reader, const Scoped& scoped, const UserId& id) {
    TRY(user, directory::findWithoutIdentities(reader, scoped.sealer, id));
    const std::string& name = !user.displayName.empty() ? user.displayName
                              : !user.userName.empty()  ? user.userName
                                                        : user.email;
    return json::Object{
        {"id", id.text()}, {"type", "user"}, {"name", name}, {"userName", user.userName}, {"active", user.active}};
}

/// Whole, with its ETag; or with ?members=false what it is, without both.
Answered getGroup(const Context& context) {
    if (context.request.argument("members") != "false") {
        return getOne<GroupResource>(context);
    }
    TRY(scoped, scopedTo(context));
    TRY(shown, context.services.store.read([&](store::Reader& reader) -> Result<json::Object> {
        TRY(group, rowOf(reader, scoped));
        json::Object out = directory::toJson(group);
        TRY(count, directory::countMembers(reader, scoped.tenant, group.id));
        out["memberCount"] = count;
        return out;
    }));
    return ok(shown);
}

/// Groups within it on the first page, then people by id.
Answered listMembers(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(scoped, scopedTo(context));
    std::optional<std::string> next;
    TRY(items, context.services.store.read([&](store::Reader& reader) -> Result<json::Array> {
        TRY(group, rowOf(reader, scoped));
        json::Array out;
        if (query->cursor.empty()) {
            TRY(within, directory::subgroupsOf(reader, scoped.tenant, group.id));
            for (const GroupId& id : within) {
                TRY(inner, directory::findGroupRow(reader, scoped.tenant, id));
                out.push_back(json::Object{
                    {"id", id.text()}, {"type", "group"}, {"name", inner.name}, {"userName", ""}, {"active", true}});
            }
        }
        TRY(ids, directory::membersAfter(reader, scoped.tenant, group.id, query->cursor, query->limit + 1));
        if (std::int64_t(ids.size()) > query->limit) {
            ids.pop_back();
            next = ids.back().text();
        }
        for (const UserId& id : ids) {
            TRY(member, memberOf(reader, scoped, id));
            out.push_back(std::move(member));
        }
        return out;
    }));
    return pageAnswer(std::move(items), next);
}

Answered changeMembers(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::GroupMembersChange>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        store::Writer& writer = inProgress.writer();
        TRY(group, rowOf(writer, scoped));
        json::Array added;
        json::Array removed;
        std::vector<directory::RoleChange> roles;
        for (const std::string& id : wanted->add) {
            TRY(isNew, directory::addMember(writer, scoped.tenant, group.id, UserId(id), directory::Source::Manual));
            if (isNew) {
                added.emplace_back(id);
                ENSURE(directory::settleRoles(writer, scoped.tenant, UserId(id), roles));
            }
        }
        for (const std::string& id : wanted->remove) {
            TRY(wasIn, directory::removeMember(writer, scoped.tenant, group.id, UserId(id)));
            if (wasIn) {
                removed.emplace_back(id);
                ENSURE(directory::settleRoles(writer, scoped.tenant, UserId(id), roles));
            }
        }
        const json::Object counts{{"added", std::int64_t(added.size())}, {"removed", std::int64_t(removed.size())}};
        if (!added.empty() || !removed.empty()) {
            ENSURE(directory::touchGroup(writer, scoped.tenant, group.id, inProgress.now()));
            ENSURE(recordItem<GroupResource>(inProgress, scoped, GroupResource::kUpdated, group,
                                             {{"added", std::move(added)}, {"removed", std::move(removed)}}));
            ENSURE(recordRoleChanges(inProgress, scoped, roles));
        }
        return ok(counts);
    });
}

constexpr Handler kHandlers[] = {
    {"group.members", listMembers},
    {"group.change-members", changeMembers},
    {"group.list", listAll<GroupResource>},
    {"group.create", createOne<GroupResource>},
    {"group.get", getGroup},
    {"group.update", editOne<GroupResource, Edit::Patch>},
    {"group.replace", editOne<GroupResource, Edit::Replace>},
    {"group.delete", deleteOne<GroupResource>},
};

} // namespace

std::span<const Handler> groupHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
