// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "admin/crud.h"
#include "connections/test_stages.h"

namespace gatehouse::admin {

/// How the newest sign-in over a connection went, a person's or a test: stages 10 and 11 of the connection test.
struct LastSignIn {
    std::optional<connections::Stage> signIn;
    std::optional<connections::Stage> claims;
};
[[nodiscard]] Result<LastSignIn> lastSignIn(const Context& context, const Scoped& scoped,
                                            const ConnectionId& connection);

} // namespace gatehouse::admin
