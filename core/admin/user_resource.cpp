// SPDX-License-Identifier: Apache-2.0
#include "admin/user_resource.h"

#include <algorithm>

#include "admin/admin_resource.h"
#include "admin/tokens.h"
#include "crypto/random.h"
#include "provisioning/end_access.h"

namespace gatehouse::admin {

namespace {

bool hasRole(const directory::User& user, const directory::RoleAssignment& role) {
    return std::find(user.roles.begin(), user.roles.end(), role) != user.roles.end();
}

/// What another source gave is neither made nor taken away by hand.
void guardSources(Change& change, const directory::User& item, const directory::User* before) {
    for (std::size_t i = 0; i < item.roles.size(); ++i) {
        if (item.roles[i].source != directory::Source::Manual &&
            (before == nullptr || !hasRole(*before, item.roles[i]))) {
            change.problems.push_back(
                {"/roles/" + std::to_string(i) + "/source", "read_only", "only manual roles are given here"});
        }
    }
}

/// What belongs to the directory that provisions the person is not changed by hand: its next run would undo it.
void guardProvisioned(Change& change, const directory::User& item, const directory::User& before) {
    const auto guard = [&](std::string_view member, bool same) {
        if (!same && directory::isProvisioned(before, member)) {
            std::string pointer = "/" + std::string(member);
            std::replace(pointer.begin(), pointer.end(), '.', '/');
            change.problems.push_back({pointer, "provisioned", "belongs to the directory that provisions this person"});
        }
    };
    guard("userName", item.userName == before.userName);
    guard("email", item.email == before.email);
    guard("displayName", item.displayName == before.displayName);
    guard("givenName", item.givenName == before.givenName);
    guard("familyName", item.familyName == before.familyName);
    for (const std::string& member : before.provisioned) {
        if (member.starts_with("attributes.")) {
            const std::string name = member.substr(member.find('.') + 1);
            const json::Value* old = json::member(before.attributes, name);
            const json::Value* now = json::member(item.attributes, name);
            guard(member, old == nullptr ? now == nullptr : now != nullptr && *old == *now);
        }
    }
}

Status recordRoles(Change& change, const Scoped& scoped, const directory::User& from, const directory::User& to,
                   std::string_view type) {
    for (const directory::RoleAssignment& role : to.roles) {
        if (!hasRole(from, role)) {
            ENSURE(change.record(scoped.tenant, {std::string(type),
                                                 "user",
                                                 to.id.text(),
                                                 to.userName,
                                                 {{"role", role.name}, {"source", directory::sourceName(role.source)}},
                                                 {}}));
        }
    }
    return {};
}

} // namespace

Result<Listing> UserResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(page, directory::listUsers(reader, scoped.sealer, query.search, query.cursor, std::size_t(query.limit)));
    Listing out{{}, page.nextCursor};
    for (const Item& item : page.items) {
        out.items.push_back(directory::toJson(item));
    }
    return out;
}

Result<directory::User> UserResource::find(store::Reader& reader, const Scoped& scoped, const std::string& id) {
    return directory::findUser(reader, scoped.sealer, UserId(id));
}

Result<json::Object> UserResource::show(store::Reader&, const Scoped&, const Item& item) {
    return directory::toJson(item);
}

json::Object UserResource::state(const Item& item) {
    json::Object out = directory::toJson(item);
    for (const char* member : {"id", "groups", "identities", "federated", "lastLogin", "createdAt", "updatedAt",
                               "externalId", "authority"}) {
        out.stable_erase(member);
    }
    return out;
}

std::string UserResource::path(const Scoped& scoped, const Item& item) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/users/" + item.id.text();
}

directory::User UserResource::blank(const Scoped& scoped) {
    Item item;
    item.id = UserId(crypto::newUuid(scoped.context.request.now));
    item.createdAt = scoped.context.request.now;
    item.updatedAt = item.createdAt;
    return item;
}

directory::User UserResource::renewed(const Item& item) {
    Item out;
    out.id = item.id;
    out.groups = item.groups;
    out.identities = item.identities;
    out.lastLogin = item.lastLogin;
    out.externalId = item.externalId;
    out.resource = item.resource;
    out.provisioned = item.provisioned;
    out.provisionedBy = item.provisionedBy;
    out.createdAt = item.createdAt;
    out.updatedAt = item.updatedAt;
    out.version = item.version;
    return out;
}

Status UserResource::read(Change& change, const Scoped&, const json::Object& document, Item& item, const Item* before) {
    directory::readJson(document, item, change.problems);
    guardSources(change, item, before);
    if (before != nullptr) {
        guardProvisioned(change, item, *before);
    }
    const bool sameRoles = before == nullptr ? item.roles.empty() : item.roles == before->roles;
    return sameRoles ? Status() : change.demand(api::Permission::RolesWrite);
}

Status UserResource::insert(Change& change, const Scoped& scoped, Item& item) {
    ENSURE(directory::insertUser(change.writer(), scoped.sealer, item));
    return recordRoles(change, scoped, Item(), item, "RoleAssigned");
}

Status UserResource::update(Change& change, const Scoped& scoped, Item& item, const Item& before) {
    ENSURE(guardPerson(change, scoped.tenant, item.id));
    item.updatedAt = change.now();
    ENSURE(directory::updateUser(change.writer(), scoped.sealer, item));
    if (before.active && !item.active) {
        TRY(ended, provisioning::endAccess(change.writer(), change.endings(), removeTokensOf, scoped.tenant, item.id,
                                           "user_deactivated", change.now()));
        ENSURE(change.record(
            scoped.tenant, {"UserDeactivated", "user", item.id.text(), item.userName, {{"sessionsEnded", ended}}, {}}));
    }
    ENSURE(recordRoles(change, scoped, before, item, "RoleAssigned"));
    return recordRoles(change, scoped, item, before, "RoleRemoved");
}

Status UserResource::remove(Change& change, const Scoped& scoped, const Item& item) {
    ENSURE(guardPerson(change, scoped.tenant, item.id));
    ENSURE(provisioning::endAccess(change.writer(), change.endings(), removeTokensOf, scoped.tenant, item.id,
                                   "user_deleted", change.now()));
    return directory::removeUser(change.writer(), scoped.tenant, item.id, change.now());
}

} // namespace gatehouse::admin
