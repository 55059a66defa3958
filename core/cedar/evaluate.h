// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/result.h"
#include "cedar/entities.h"
#include "cedar/expression.h"
#include "cedar/value.h"

namespace gatehouse::cedar {

/// What an expression may speak about. A variable without a value is the error `cedar.unknown_variable`.
struct Request {
    std::optional<EntityUid> principal;
    std::optional<EntityUid> action;
    std::optional<EntityUid> resource;
    Value context = Value::record({});
};

/// The value of the expression. Pure and total: ends in time linear in the expression and the sets it looks at.
/// `cedar.type` (an operand of another type), `cedar.overflow`, `cedar.attribute` (a record or entity without it),
/// `cedar.entity` (an attribute or tag of an entity that is not there), `cedar.tag`, `cedar.extension` (malformed
/// argument of a constructor). The detail begins with line and column.
[[nodiscard]] Result<Value> evaluate(const Expression& expression, const Request& request, const Entities& entities);

/// evaluate, and the value must be a boolean: `cedar.type`.
[[nodiscard]] Result<bool> holds(const Expression& expression, const Request& request, const Entities& entities);

} // namespace gatehouse::cedar
