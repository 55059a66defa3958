// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/crud.h"
#include "directory/directory.h"

namespace gatehouse::admin {

/// How the shared operations treat a person (crud.h).
struct UserResource {
    using Item = directory::User;
    static constexpr std::string_view kSchema = "User";
    static constexpr std::string_view kTarget = "user";
    static constexpr std::string_view kCreated = "UserProvisioned";
    static constexpr std::string_view kUpdated = "UserUpdated";
    static constexpr std::string_view kDeleted = "UserErased";
    static constexpr bool kPersonal = true;

    static Result<Listing> list(store::Reader& reader, const Scoped& scoped, const PageQuery& query);
    static Result<Item> find(store::Reader& reader, const Scoped& scoped, const std::string& id);
    static Result<json::Object> show(store::Reader& reader, const Scoped& scoped, const Item& item);
    static json::Object state(const Item& item);
    static std::string id(const Item& item) { return item.id.text(); }
    static std::string name(const Item& item) { return item.userName; }
    static std::string etag(const Item& item) { return etagOf(item.version); }
    static std::string path(const Scoped& scoped, const Item& item);
    static Item blank(const Scoped& scoped);
    static Item renewed(const Item& item);
    /// Roles need a permission of their own; those that a login or SCIM gave stay as they are.
    static Status read(Change& change, const Scoped& scoped, const json::Object& document, Item& item,
                       const Item* before);
    static Status insert(Change& change, const Scoped& scoped, Item& item);
    /// Also ends the sessions of a person who becomes inactive, and records each role.
    static Status update(Change& change, const Scoped& scoped, Item& item, const Item& before);
    static Status remove(Change& change, const Scoped& scoped, const Item& item);
};

} // namespace gatehouse::admin
