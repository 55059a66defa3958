// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace gatehouse::admin::api {

/// `T/catalog/{id}`: one thing that is known of people, and what is to be known of it.
struct CatalogElement {
    std::string id; ///< read-only
    std::string name;
    std::string type = "string"; ///< fixed once it exists, as is the next
    bool multiValued = false;
    std::vector<std::string> allowedValues; ///< of a string; empty: any
    std::string description;
    std::vector<std::string> use;
    std::vector<std::string> categories;
    // Read-only.
    std::string scimPath;            ///< where a SCIM client finds it
    std::int64_t version = 0;        ///< counts the element's changes
    std::int64_t catalogVersion = 0; ///< of the whole, as it is now
    std::optional<Time> createdAt;
    std::optional<Time> updatedAt;
};

} // namespace gatehouse::admin::api
