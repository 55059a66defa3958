// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/crud.h"
#include "catalog/catalog.h"

namespace gatehouse::admin {

/// How the shared operations treat an element of the data catalog (crud.h).
struct CatalogResource {
    using Item = catalog::Element;
    static constexpr std::string_view kSchema = "CatalogElement";
    static constexpr std::string_view kTarget = "catalog-element";
    static constexpr std::string_view kCreated = "AdminAction";
    static constexpr std::string_view kUpdated = "AdminAction";
    static constexpr std::string_view kDeleted = "AdminAction";
    static constexpr bool kPersonal = false;

    static Result<Listing> list(store::Reader& reader, const Scoped& scoped, const PageQuery& query);
    static Result<Item> find(store::Reader& reader, const Scoped& scoped, const std::string& id);
    static Result<json::Object> show(store::Reader& reader, const Scoped& scoped, const Item& item);
    static json::Object state(const Item& item) { return catalog::describe(item); }
    static std::string id(const Item& item) { return item.id; }
    static std::string name(const Item& item) { return item.name; }
    static std::string etag(const Item& item) { return etagOf(item.version); }
    static std::string path(const Scoped& scoped, const Item& item);
    static Item blank(const Scoped& scoped);
    static Item renewed(const Item& item);
    /// Its name, its type and whether it has several values stay as they are: values are stored by them.
    static Status read(Change& change, const Scoped& scoped, const json::Object& document, Item& item,
                       const Item* before);
    static Status insert(Change& change, const Scoped& scoped, Item& item);
    static Status update(Change& change, const Scoped& scoped, Item& item, const Item& before);
    static Status remove(Change& change, const Scoped& scoped, const Item& item);
};

} // namespace gatehouse::admin
