// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/crud.h"
#include "login/flow.h"

namespace gatehouse::admin {

/// Adds to a shown login what its app did with the code: request, answer and what was checked. Nothing of it is in the
/// recording, which is closed before the app comes: it is read from the log, where a success is written anyway.
[[nodiscard]] Status addRedemption(store::Reader& reader, const Scoped& scoped, const login::Flow& flow,
                                   json::Object& shown);

} // namespace gatehouse::admin
