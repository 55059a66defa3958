// SPDX-License-Identifier: Apache-2.0
#include "admin/admin_resource.h"
#include "admin/api/codec.h"
#include "admin/handlers.h"
#include "base/encoding.h"
#include "crypto/random.h"
#include "directory/directory.h"

namespace gatehouse::admin {

namespace {

bool isVisible(const Caller& caller, const Appointment& one) {
    return !caller.tenant || (one.reach == Reach::Tenant && one.tenant == *caller.tenant);
}

AdminResource::Item itemOf(store::Reader& reader, const Context& context, Appointment one) {
    AdminResource::Item item{std::move(one), "", ""};
    if (const auto tenant = context.services.tenants.byId(item.appointment.tenant)) {
        item.slug = tenant->slug;
    }
    if (const auto sealer = context.services.keys.sealerFor(item.appointment.tenant)) {
        if (const auto user = directory::findUser(reader, *sealer, item.appointment.user)) {
            item.userName = user->userName;
        }
    }
    return item;
}

json::Object shown(const AdminResource::Item& item) {
    const Appointment& from = item.appointment;
    api::Admin out;
    out.id = from.id;
    out.tenant = item.slug;
    out.userId = from.user.text();
    out.userName = item.userName;
    out.role = api::roleName(from.role);
    out.reach = reachName(from.reach);
    out.groups = from.groups;
    out.createdAt = from.createdAt;
    out.updatedAt = from.updatedAt;
    out.lastSeen = from.lastSeen;
    out.createdBy = from.createdBy;
    return api::toJson(out).get_object();
}

/// Who is meant at creation, by id or by address.
Status readPerson(Change& change, const api::Admin& wanted, AdminResource::Item& item) {
    const Context& context = change.context();
    const auto tenant = context.services.tenants.byName(wanted.tenant);
    if (!tenant || !context.request.caller.sees(tenant->id)) {
        change.problems.push_back({"/tenant", "unknown_value", "is no tenant"});
        return {};
    }
    if (!wanted.user || wanted.user->empty()) {
        change.problems.push_back({"/user", "required", "is required: a person's id or e-mail address"});
        return {};
    }
    TRY(sealer, context.services.keys.sealerFor(tenant->id));
    UserId id(*wanted.user);
    if (wanted.user->find('@') != std::string::npos) {
        TRY(found, directory::findByEmail(change.writer(), sealer, *wanted.user));
        id = found.size() == 1 ? found.front() : UserId();
    }
    const auto user = directory::findUser(change.writer(), sealer, id);
    if (!user && user.error().code != Code::NotFound) {
        return tl::unexpected<Error>(user.error());
    }
    if (!user) {
        change.problems.push_back({"/user", "unknown_value", "is nobody of this tenant"});
        return {};
    }
    item.appointment.tenant = tenant->id;
    item.appointment.user = user->id;
    item.slug = tenant->slug;
    item.userName = user->userName;
    return {};
}

void checkFixed(Change& change, const api::Admin& wanted, const AdminResource::Item& before) {
    if (wanted.tenant != before.slug && wanted.tenant != before.appointment.tenant.text()) {
        change.problems.push_back({"/tenant", "read_only", "is fixed: appoint the other person instead"});
    }
    if (wanted.user && *wanted.user != before.appointment.user.text()) {
        change.problems.push_back({"/user", "read_only", "is fixed: appoint the other person instead"});
    }
}

Status readRole(Change& change, const api::Admin& wanted, Appointment& out) {
    using enum api::AdminRole;
    out.role = api::parseRole(wanted.role).value_or(Delegate);
    out.reach =
        wanted.reach.value_or(out.role == Owner ? "broker" : "tenant") == "broker" ? Reach::Broker : Reach::Tenant;
    out.groups = wanted.groups;
    if (out.role == Owner && out.reach == Reach::Tenant) {
        change.problems.push_back({"/reach", "unknown_value", "an owner's is the broker"});
    }
    if ((out.role == TenantAdmin || out.role == Delegate) && out.reach == Reach::Broker) {
        change.problems.push_back({"/reach", "unknown_value", "of this role is a tenant"});
    }
    if (out.role == Delegate && out.groups.empty()) {
        change.problems.push_back({"/groups", "required", "a delegate needs groups"});
    }
    if (out.role != Delegate && !out.groups.empty()) {
        change.problems.push_back({"/groups", "unknown_member", "are a delegate's alone"});
    }
    return out.reach == Reach::Broker && change.context().request.caller.tenant
               ? fail(Code::PermissionDenied, "permission_denied")
               : Status();
}

} // namespace

Result<Listing> AdminResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(all, listAppointments(reader, scoped.sealer, scoped.context.request.caller.tenant));
    std::vector<KeyedItem> items;
    for (Appointment& one : all) {
        const Item item = itemOf(reader, scoped.context, std::move(one));
        if (asciiLower(item.userName).find(asciiLower(query.search)) != std::string::npos) {
            items.push_back({item.appointment.id, shown(item)});
        }
    }
    return listingOf(std::move(items), query);
}

Result<AdminResource::Item> AdminResource::find(store::Reader& reader, const Scoped& scoped, const std::string& id) {
    TRY(one, findAppointment(reader, scoped.sealer, id));
    if (!isVisible(scoped.context.request.caller, one)) {
        return fail(Code::NotFound, "admin.not_found");
    }
    return itemOf(reader, scoped.context, std::move(one));
}

Result<json::Object> AdminResource::show(store::Reader&, const Scoped&, const Item& item) {
    return shown(item);
}

json::Object AdminResource::state(const Item& item) {
    return {{"administers", reachName(item.appointment.reach)},
            {"role", api::roleName(item.appointment.role)},
            {"groups", json::toArray(item.appointment.groups)}};
}

AdminResource::Item AdminResource::blank(const Scoped& scoped) {
    Item item;
    item.appointment.id = crypto::newUuid(scoped.context.request.now);
    item.appointment.createdBy = scoped.context.request.caller.id;
    item.appointment.createdAt = scoped.context.request.now;
    item.appointment.updatedAt = scoped.context.request.now;
    return item;
}

AdminResource::Item AdminResource::renewed(const Item& item) {
    return item; // read() sets all that can be set
}

Status AdminResource::read(Change& change, const Scoped&, const json::Object& document, Item& item,
                           const Item* before) {
    const auto wanted = api::fromJson<api::Admin>(document);
    if (!wanted) {
        for (const auto& problem : wanted.error()) {
            change.problems.push_back({problem.pointer, problem.code, problem.message});
        }
        return {};
    }
    if (before == nullptr) {
        ENSURE(readPerson(change, *wanted, item));
    } else {
        checkFixed(change, *wanted, *before);
    }
    return readRole(change, *wanted, item.appointment);
}

Status AdminResource::insert(Change& change, const Scoped& scoped, Item& item) {
    const Appointment& made = item.appointment;
    ENSURE(guardHome(change.writer(), made.tenant, made.role, made.reach, made.id, change.now()));
    return insertAppointment(change.writer(), scoped.sealer, made);
}

Status AdminResource::update(Change& change, const Scoped& scoped, Item& item, const Item&) {
    Appointment& changed = item.appointment;
    ENSURE(guardHome(change.writer(), changed.tenant, changed.role, changed.reach, changed.id, change.now()));
    changed.updatedAt = change.now();
    return updateAppointment(change.writer(), scoped.sealer, changed);
}

Status AdminResource::remove(Change& change, const Scoped&, const Item& item) {
    return removeAppointment(change.writer(), item.appointment.id);
}

Status guardPerson(Change& change, const TenantId& tenant, const UserId& user) {
    TRY(platform, change.context().services.keys.sealerFor(platformTenant()));
    TRY(one, findAppointmentOf(change.writer(), platform, tenant, user));
    if (!one) {
        return {};
    }
    ENSURE(change.demand(api::Permission::AdminsWrite));
    return isVisible(change.context().request.caller, *one) ? Status()
                                                            : fail(Code::PermissionDenied, "permission_denied");
}

namespace {

constexpr Handler kHandlers[] = {
    {"admin.list", listAll<AdminResource>},
    {"admin.create", createOne<AdminResource>},
    {"admin.get", getOne<AdminResource>},
    {"admin.update", editOne<AdminResource, Edit::Patch>},
    {"admin.replace", editOne<AdminResource, Edit::Replace>},
    {"admin.delete", deleteOne<AdminResource>},
};

} // namespace

std::span<const Handler> adminHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
