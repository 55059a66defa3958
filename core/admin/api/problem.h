// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"

namespace gatehouse::admin::api {

/// One bad member of a request. Codes: `required`, `unknown_member`, `read_only`, `wrong_type`, `unknown_value`,
/// `too_long`, `out_of_range`, `malformed`, and what a domain module finds.
using FieldError = gatehouse::Problem;

/// An error answer, `application/problem+json` (RFC 9457). The codes are in docs/errors.md.
struct ProblemDetails {
    std::string type;
    std::string title;
    int status = 0;
    std::string detail;
    std::string code; ///< stable, snake_case
    std::vector<FieldError> errors;
    std::string requestId;
};

} // namespace gatehouse::admin::api
