// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "admin/api/routes.h"
#include "base/result.h"

namespace gatehouse::admin {

/// A path that found its operation.
struct Match {
    const api::Route* route = nullptr;
    std::string tenant; ///< the path's {tenant}, decoded; empty if it has none
    std::string object; ///< the path's other parameter, decoded; empty if it has none
};

/// `not_found`, or `method_not_allowed` where only the method is wrong. Literal segments go before parameters.
[[nodiscard]] Result<Match> findOperation(std::string_view method, std::string_view path);

} // namespace gatehouse::admin
