// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/crud.h"
#include "directory/directory.h"

namespace gatehouse::admin {

/// How the shared operations treat a group (crud.h). A delegate sees the groups of its token alone.
struct GroupResource {
    using Item = directory::Group;
    static constexpr std::string_view kSchema = "Group";
    static constexpr std::string_view kTarget = "group";
    static constexpr std::string_view kCreated = "GroupCreated";
    static constexpr std::string_view kUpdated = "GroupUpdated";
    static constexpr std::string_view kDeleted = "GroupDeleted";
    static constexpr bool kPersonal = false;

    static Result<Listing> list(store::Reader& reader, const Scoped& scoped, const PageQuery& query);
    static Result<Item> find(store::Reader& reader, const Scoped& scoped, const std::string& id);
    static Result<json::Object> show(store::Reader& reader, const Scoped& scoped, const Item& item);
    static json::Object state(const Item& item);
    static std::string id(const Item& item) { return item.id.text(); }
    static std::string name(const Item& item) { return item.name; }
    static std::string etag(const Item& item);
    static std::string path(const Scoped& scoped, const Item& item);
    static Item blank(const Scoped& scoped);
    static Item renewed(const Item& item);
    static Status read(Change& change, const Scoped& scoped, const json::Object& document, Item& item,
                       const Item* before);
    static Status insert(Change& change, const Scoped& scoped, Item& item);
    static Status update(Change& change, const Scoped& scoped, Item& item, const Item& before);
    static Status remove(Change& change, const Scoped& scoped, const Item& item);
};

/// Says in the log who got which roles, or lost them, because of groups.
[[nodiscard]] Status recordRoleChanges(Change& change, const Scoped& scoped,
                                       const std::vector<directory::RoleChange>& roles);

} // namespace gatehouse::admin
