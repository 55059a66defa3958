// SPDX-License-Identifier: Apache-2.0
#include "cedar/policy.h"

#include <algorithm>

namespace gatehouse::cedar {
namespace {

/// Never an error: a variable without a value fits only a scope that asks for nothing.
bool fits(const Scope& scope, const std::optional<EntityUid>& uid, const Entities& entities) {
    if (scope.kind == Scope::Kind::All) {
        return true;
    }
    if (!uid || scope.isSlot) {
        return false;
    }
    const auto inAny = [&] {
        return std::any_of(scope.entities.begin(), scope.entities.end(),
                           [&](const EntityUid& group) { return entities.isIn(*uid, group); });
    };
    switch (scope.kind) {
    case Scope::Kind::All:
        return true;
    case Scope::Kind::Equal:
        return *uid == scope.entities.front();
    case Scope::Kind::In:
        return inAny();
    case Scope::Kind::Is:
        return uid->type == scope.type;
    case Scope::Kind::IsIn:
        return uid->type == scope.type && inAny();
    }
    return false;
}

} // namespace

std::optional<std::string_view> Policy::annotation(std::string_view key) const {
    const auto found =
        std::find_if(annotations.begin(), annotations.end(), [&](const auto& one) { return one.first == key; });
    return found == annotations.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

Result<bool> applies(const Policy& policy, const Request& request, const Entities& entities) {
    if (!fits(policy.principal, request.principal, entities) || !fits(policy.action, request.action, entities) ||
        !fits(policy.resource, request.resource, entities)) {
        return false;
    }
    for (const Condition& condition : policy.conditions) {
        TRY(value, holds(condition.body, request, entities));
        if (value == condition.unless) {
            return false;
        }
    }
    return true;
}

} // namespace gatehouse::cedar
