// SPDX-License-Identifier: Apache-2.0
#include "cedar/authorize.h"

namespace gatehouse::cedar {

Decision authorize(std::span<const Policy> policies, const Request& request, const Entities& entities) {
    Decision decision;
    std::vector<std::string> permits;
    for (const Policy& policy : policies) {
        if (policy.isTemplate()) {
            continue;
        }
        Result<bool> satisfied = applies(policy, request, entities);
        if (!satisfied) {
            decision.errors.push_back({policy.id, std::move(satisfied).error()});
        } else if (*satisfied) {
            (policy.effect == Effect::Permit ? permits : decision.reasons).push_back(policy.id);
        }
    }
    if (decision.reasons.empty()) {
        decision.allow = !permits.empty();
        decision.reasons = std::move(permits);
    }
    return decision;
}

} // namespace gatehouse::cedar
