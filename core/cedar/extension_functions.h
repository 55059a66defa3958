// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "cedar/value.h"

namespace gatehouse::cedar {

/// A function of the decimal, ip, datetime or duration extension.
struct ExtensionFunction {
    std::string_view name;
    bool isMethod; ///< called on its first argument: a.lessThan(b)
    std::size_t arguments;
    Result<Value> (*call)(std::span<const Value> arguments);
};

/// nullptr if there is none of that name.
[[nodiscard]] const ExtensionFunction* findExtensionFunction(std::string_view name);

/// Calls it. `cedar.extension` for another number of arguments, `cedar.type` for another type, `cedar.extension` for
/// text that the constructor does not take, `cedar.overflow`.
[[nodiscard]] Result<Value> call(const ExtensionFunction& function, std::span<const Value> arguments);

} // namespace gatehouse::cedar
