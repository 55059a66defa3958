// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/problem.h"
#include "json/json.h"

namespace gatehouse::admin {

/// A whole connection document with what its `preset` gives for the members that it does not have. `unknown_value` at
/// /preset for one that there is not.
[[nodiscard]] json::Object withPreset(const json::Object& document, Problems& problems);

} // namespace gatehouse::admin
