// SPDX-License-Identifier: Apache-2.0
#include "admin/handlers.h"
#include "admin/permission_resource.h"
#include "base/encoding.h"
#include "http/forms.h"

namespace gatehouse::admin {

Result<Listing> PermissionResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(permissions, directory::listPermissions(reader, scoped.tenant));
    std::vector<KeyedItem> items;
    for (const Item& permission : permissions) {
        if (asciiLower(permission.name).find(asciiLower(query.search)) != std::string::npos) {
            items.push_back({permission.name, directory::toJson(permission)});
        }
    }
    return listingOf(std::move(items), query);
}

Result<directory::Permission> PermissionResource::find(store::Reader& reader, const Scoped& scoped,
                                                       const std::string& name) {
    return directory::findPermission(reader, scoped.tenant, name);
}

Result<json::Object> PermissionResource::show(store::Reader&, const Scoped&, const Item& item) {
    return directory::toJson(item);
}

json::Object PermissionResource::state(const Item& item) {
    return directory::toJson(item);
}

std::string PermissionResource::path(const Scoped& scoped, const Item& item) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/permissions/" + http::percentEncode(item.name);
}

directory::Permission PermissionResource::blank(const Scoped&) {
    return {};
}

directory::Permission PermissionResource::renewed(const Item& item) {
    Item out;
    out.name = item.name;
    out.version = item.version;
    return out;
}

Status PermissionResource::read(Change& change, const Scoped&, const json::Object& document, Item& item,
                                const Item* before) {
    directory::readJson(document, item, change.problems);
    if (before != nullptr && item.name != before->name) {
        change.problems.push_back({"/name", "read_only", "is fixed once the permission exists"});
    }
    return {};
}

Status PermissionResource::insert(Change& change, const Scoped& scoped, Item& item) {
    return directory::insertPermission(change.writer(), scoped.tenant, item);
}

Status PermissionResource::update(Change& change, const Scoped& scoped, Item& item, const Item&) {
    return directory::updatePermission(change.writer(), scoped.tenant, item);
}

Status PermissionResource::remove(Change& change, const Scoped& scoped, const Item& item) {
    return directory::removePermission(change.writer(), scoped.tenant, item.name);
}

namespace {

constexpr Handler kHandlers[] = {
    {"permission.list", listAll<PermissionResource>},
    {"permission.create", createOne<PermissionResource>},
    {"permission.get", getOne<PermissionResource>},
    {"permission.update", editOne<PermissionResource, Edit::Patch>},
    {"permission.replace", editOne<PermissionResource, Edit::Replace>},
    {"permission.delete", deleteOne<PermissionResource>},
};

} // namespace

std::span<const Handler> permissionHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
