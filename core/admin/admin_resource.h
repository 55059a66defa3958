// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/admins.h"
#include "admin/crud.h"

namespace gatehouse::admin {

/// How the shared operations treat a person who administers (crud.h). To a role of one tenant only those of that tenant
/// with that tenant's reach exist.
struct AdminResource {
    struct Item {
        Appointment appointment;
        std::string slug;     ///< of the person's tenant
        std::string userName; ///< empty where the tenant is sealed
    };
    static constexpr std::string_view kSchema = "Admin";
    static constexpr std::string_view kTarget = "user";
    static constexpr std::string_view kCreated = "AdminAction";
    static constexpr std::string_view kUpdated = "AdminAction";
    static constexpr std::string_view kDeleted = "AdminAction";
    static constexpr bool kPersonal = false;

    static Result<Listing> list(store::Reader& reader, const Scoped& scoped, const PageQuery& query);
    static Result<Item> find(store::Reader& reader, const Scoped& scoped, const std::string& id);
    static Result<json::Object> show(store::Reader& reader, const Scoped& scoped, const Item& item);
    static json::Object state(const Item& item);
    /// The person's, so that the log can forget the name together with the person.
    static std::string id(const Item& item) { return item.appointment.user.text(); }
    static std::string name(const Item& item) { return item.userName; }
    static std::string etag(const Item& item) { return etagOf(item.appointment.version); }
    static std::string path(const Scoped&, const Item& item) { return "/admin/v1/admins/" + item.appointment.id; }
    /// The tenant's, or the broker's where the whole of it is administered.
    static TenantId log(const Item& item) {
        return item.appointment.reach == Reach::Broker ? platformTenant() : item.appointment.tenant;
    }
    static Item blank(const Scoped& scoped);
    static Item renewed(const Item& item);
    /// Nobody appoints anyone who may do more than they may themselves.
    static Status read(Change& change, const Scoped& scoped, const json::Object& document, Item& item,
                       const Item* before);
    static Status insert(Change& change, const Scoped& scoped, Item& item);
    static Status update(Change& change, const Scoped& scoped, Item& item, const Item& before);
    static Status remove(Change& change, const Scoped& scoped, const Item& item);
};

/// `permission_denied` if the person administers and the caller may not change administrators of that reach: whoever
/// changes a person's address or lets them in again could otherwise act as them.
[[nodiscard]] Status guardPerson(Change& change, const TenantId& tenant, const UserId& user);

} // namespace gatehouse::admin
