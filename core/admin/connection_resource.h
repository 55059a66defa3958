// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/crud.h"
#include "connections/connections.h"

namespace gatehouse::admin {

/// Whether this is how our ids look (RFC 9562, 5.7; lower case).
[[nodiscard]] bool isUuidV7(std::string_view text);

/// How the shared operations treat a connection (crud.h).
struct ConnectionResource {
    using Item = connections::Connection;
    static constexpr std::string_view kSchema = "Connection";
    static constexpr std::string_view kTarget = "connection";
    static constexpr std::string_view kCreated = "ConnectionCreated";
    static constexpr std::string_view kUpdated = "ConnectionUpdated";
    static constexpr std::string_view kDeleted = "ConnectionDeleted";
    static constexpr bool kPersonal = false;

    static Result<Listing> list(store::Reader& reader, const Scoped& scoped, const PageQuery& query);
    /// By id or by name.
    static Result<Item> find(store::Reader& reader, const Scoped& scoped, const std::string& idOrName);
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
};

} // namespace gatehouse::admin
