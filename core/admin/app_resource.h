// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/crud.h"
#include "apps/apps.h"
#include "apps/logo.h"

namespace gatehouse::admin {

/// How the shared operations treat an app (crud.h): of a tenant, or of the front door where the path names no tenant.
struct AppResource {
    /// An app, the text of a secret that was made just now, and the logo that was fetched just now.
    struct Item : apps::App {
        std::string secretText;
        std::optional<apps::Logo> logo{};
    };
    static constexpr std::string_view kSchema = "App";
    static constexpr std::string_view kTarget = "app";
    static constexpr std::string_view kCreated = "AdminAction";
    static constexpr std::string_view kUpdated = "AdminAction";
    static constexpr std::string_view kDeleted = "AdminAction";
    static constexpr bool kPersonal = false;

    static Result<Listing> list(store::Reader& reader, const Scoped& scoped, const PageQuery& query);
    static Result<Item> find(store::Reader& reader, const Scoped& scoped, const std::string& id);
    static Result<json::Object> show(store::Reader& reader, const Scoped& scoped, const Item& item);
    static json::Object state(const Item& item);
    static std::string id(const Item& item) { return item.id.text(); }
    static std::string name(const Item& item) { return item.name; }
    static std::string etag(const Item& item) { return etagOf(item.version); }
    static std::string path(const Scoped& scoped, const Item& item);
    static Item blank(const Scoped& scoped);
    static Item renewed(const Item& item);
    static Status read(Change& change, const Scoped& scoped, const json::Object& document, Item& item,
                       const Item* before);
    static Status insert(Change& change, const Scoped& scoped, Item& item);
    static Status update(Change& change, const Scoped& scoped, Item& item, const Item& before);
    static Status remove(Change& change, const Scoped& scoped, const Item& item);

    /// A new secret beside the current one, which works for another day.
    static Status rotate(Change& change, const Scoped& scoped, Item& item);
    /// Ends the secrets that were rotated out now, before their grace is over. Nothing to do where there are none.
    static Status finishRotation(Change& change, const Scoped& scoped, Item& item);
};

} // namespace gatehouse::admin
