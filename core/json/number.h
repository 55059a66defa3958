// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse::json {

/// Appends the number as ECMAScript's Number::toString writes it (ECMA-262, 6.1.6.1.20; RFC 8785, 3.2.2.3): the
/// shortest digits that read back to the same double. A number that is not finite becomes null.
void appendNumber(std::string& out, double value);

} // namespace gatehouse::json
