// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace gatehouse {

/// One thing wrong with a submitted document: where (JSON Pointer, RFC 6901), a stable code, and words for a person.
/// The Admin API lists them in `errors` (contract section 3).
struct Problem {
    std::string pointer;
    std::string code;
    std::string message;
    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

} // namespace gatehouse
