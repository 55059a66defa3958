// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "admin/group_resource.h"
#include "admin/handlers.h"
#include "base/encoding.h"
#include "crypto/random.h"

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

Status recordRoles(Change& change, const Scoped& scoped, const std::vector<directory::RoleChange>& roles) {
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

} // namespace

Result<Listing> GroupResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(groups, directory::listGroups(reader, scoped.tenant));
    std::vector<KeyedItem> items;
    for (const Item& group : groups) {
        if (mayTouch(scoped, group) && asciiLower(group.name).find(asciiLower(query.search)) != std::string::npos) {
            items.push_back({group.name, directory::toJson(group)});
        }
    }
    return listingOf(std::move(items), query);
}

Result<directory::Group> GroupResource::find(store::Reader& reader, const Scoped& scoped, const std::string& id) {
    TRY(group, directory::findGroup(reader, scoped.tenant, GroupId(id)));
    return mayTouch(scoped, group) ? Result<Item>(std::move(group)) : fail(Code::NotFound, "directory.group_not_found");
}

Result<json::Object> GroupResource::show(store::Reader&, const Scoped&, const Item& item) {
    return directory::toJson(item);
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
    return recordRoles(change, scoped, roles);
}

Status GroupResource::update(Change& change, const Scoped& scoped, Item& item, const Item&) {
    item.updatedAt = change.now();
    TRY(roles, directory::updateGroup(change.writer(), scoped.tenant, item));
    return recordRoles(change, scoped, roles);
}

Status GroupResource::remove(Change& change, const Scoped& scoped, const Item& item) {
    ENSURE(managesGroups(scoped));
    TRY(roles, directory::removeGroup(change.writer(), scoped.tenant, item.id));
    return recordRoles(change, scoped, roles);
}

namespace {

constexpr Handler kHandlers[] = {
    {"group.list", listAll<GroupResource>},
    {"group.create", createOne<GroupResource>},
    {"group.get", getOne<GroupResource>},
    {"group.update", editOne<GroupResource, Edit::Patch>},
    {"group.replace", editOne<GroupResource, Edit::Replace>},
    {"group.delete", deleteOne<GroupResource>},
};

} // namespace

std::span<const Handler> groupHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
