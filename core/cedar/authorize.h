// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "cedar/policy.h"

namespace gatehouse::cedar {

/// The answer to one request, with the policies that made it.
struct Decision {
    bool allow = false;
    std::vector<std::string> reasons; ///< the forbids that apply; if none, the permits that do
    struct PolicyError {
        std::string policy;
        Error error;
    };
    std::vector<PolicyError> errors;
};

/// Cedar's algorithm: allowed if a permit applies and no forbid does. A policy whose condition cannot be evaluated is
/// left out and named in `errors`, which opens what a forbid would have closed: the caller decides what such an error
/// means for a guardrail. Templates decide nothing.
[[nodiscard]] Decision authorize(std::span<const Policy> policies, const Request& request, const Entities& entities);

} // namespace gatehouse::cedar
