// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "scim/server/server.h"

namespace gatehouse::scim::server {

/// Which of the service's addresses a request went to.
struct Server::Place {
    enum class Kind { None, Resources, One, Search, SearchAll, Bulk, Me, Config, Types, Schemas };
    Kind kind = Kind::None;
    const ResourceType* type = nullptr; ///< of Resources, One and Search
    std::string id;                     ///< of One; of Types and Schemas where one is asked for
    /// `rest`: the path behind the service's address, "/Users/123", percent-encoded as it came.
    static Place of(std::string_view rest, const Types& types);
    /// The methods that it has, for the header Allow.
    [[nodiscard]] std::string_view methods() const;
};

} // namespace gatehouse::scim::server
