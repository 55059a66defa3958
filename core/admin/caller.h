// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/permission.h"
#include "base/encoding.h"
#include "base/ids.h"

namespace gatehouse::admin {

struct SignIn;

/// Who makes a request.
struct Caller {
    enum class Kind { Console, Socket, Token, Person };
    Kind kind = Kind::Token;
    std::string id;   ///< of the token or person; "console" or "socket" for the operating system's user
    std::string name; ///< of the token; a person's user name
    api::AdminRole role = api::AdminRole::Auditor;
    std::optional<TenantId> tenant;            ///< set: sees this tenant only
    std::vector<std::string> groups;           ///< a delegate's
    std::shared_ptr<const SignIn> signIn = {}; ///< a person's; nullptr for everyone else

    /// The operating system's user of the broker.
    [[nodiscard]] bool isLocal() const { return kind == Kind::Console || kind == Kind::Socket; }
    [[nodiscard]] bool sees(const TenantId& other) const { return !tenant || *tenant == other; }
};

} // namespace gatehouse::admin
