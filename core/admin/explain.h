// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::admin {

/// A row of docs/errors.md, which is built into the program.
struct Explanation {
    std::string cause;
    std::string cure;
};

/// nullptr if the page has no row for this reason.
[[nodiscard]] const Explanation* explain(std::string_view reason);

/// docs/errors.md as it was when this was built.
[[nodiscard]] std::string_view errorsPage();

} // namespace gatehouse::admin
