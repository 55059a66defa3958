// SPDX-License-Identifier: Apache-2.0
#include "admin/handlers.h"
#include "admin/role_resource.h"
#include "base/encoding.h"
#include "http/forms.h"

namespace gatehouse::admin {

Result<Listing> RoleResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(roles, directory::listRoles(reader, scoped.tenant));
    std::vector<KeyedItem> items;
    for (const Item& role : roles) {
        if (asciiLower(role.name).find(asciiLower(query.search)) != std::string::npos) {
            items.push_back({role.name, directory::toJson(role)});
        }
    }
    return listingOf(std::move(items), query);
}

Result<directory::Role> RoleResource::find(store::Reader& reader, const Scoped& scoped, const std::string& name) {
    return directory::findRole(reader, scoped.tenant, name);
}

Result<json::Object> RoleResource::show(store::Reader&, const Scoped&, const Item& item) {
    return directory::toJson(item);
}

json::Object RoleResource::state(const Item& item) {
    return directory::toJson(item);
}

std::string RoleResource::path(const Scoped& scoped, const Item& item) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/roles/" + http::percentEncode(item.name);
}

directory::Role RoleResource::blank(const Scoped&) {
    return {};
}

directory::Role RoleResource::renewed(const Item& item) {
    Item out;
    out.name = item.name;
    out.version = item.version;
    return out;
}

Status RoleResource::read(Change& change, const Scoped&, const json::Object& document, Item& item, const Item* before) {
    directory::readJson(document, item, change.problems);
    if (before != nullptr && item.name != before->name) {
        change.problems.push_back({"/name", "read_only", "is fixed once the role exists"});
    }
    return {};
}

Status RoleResource::insert(Change& change, const Scoped& scoped, Item& item) {
    return directory::insertRole(change.writer(), scoped.tenant, item);
}

Status RoleResource::update(Change& change, const Scoped& scoped, Item& item, const Item&) {
    return directory::updateRole(change.writer(), scoped.tenant, item);
}

Status RoleResource::remove(Change& change, const Scoped& scoped, const Item& item) {
    return directory::removeRole(change.writer(), scoped.tenant, item.name);
}

namespace {

constexpr Handler kHandlers[] = {
    {"role.list", listAll<RoleResource>},
    {"role.create", createOne<RoleResource>},
    {"role.get", getOne<RoleResource>},
    {"role.update", editOne<RoleResource, Edit::Patch>},
    {"role.replace", editOne<RoleResource, Edit::Replace>},
    {"role.delete", deleteOne<RoleResource>},
};

} // namespace

std::span<const Handler> roleHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
