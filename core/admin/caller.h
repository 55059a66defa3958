// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "admin/api/permission.h"
#include "base/encoding.h"
#include "base/ids.h"

namespace gatehouse::admin {

/// Who makes a request.
struct Caller {
    enum class Kind { Console, Socket, Token };
    Kind kind = Kind::Token;
    std::string id;   ///< of the token; "console" or "socket" for the operating system's user
    std::string name; ///< of the token
    api::AdminRole role = api::AdminRole::Auditor;
    std::optional<TenantId> tenant;  ///< set: sees this tenant only
    std::vector<std::string> groups; ///< a delegate's

    [[nodiscard]] bool sees(const TenantId& other) const { return !tenant || *tenant == other; }
};

} // namespace gatehouse::admin
