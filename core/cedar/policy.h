// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cedar/evaluate.h"
#include "cedar/expression.h"

namespace gatehouse::cedar {

enum class Effect { Permit, Forbid };

/// What a policy's head asks of principal, action or resource.
struct Scope {
    enum class Kind { All, Equal, In, Is, IsIn };
    Kind kind = Kind::All;
    std::string type;                ///< of Is and IsIn
    std::vector<EntityUid> entities; ///< one; for an action's `in [..]` any number; none where there is a slot
    bool isList = false;             ///< it was written with brackets
    bool isSlot = false;             ///< ?principal or ?resource stands in for the entity
};

struct Condition {
    bool unless = false;
    Expression body;
};

/// One permit or forbid.
struct Policy {
    std::string id;
    Effect effect = Effect::Permit;
    std::vector<std::pair<std::string, std::string>> annotations; ///< in order, each key once
    Scope principal;
    Scope action;
    Scope resource;
    std::vector<Condition> conditions;

    /// Has a slot: it decides nothing until it is linked.
    [[nodiscard]] bool isTemplate() const { return principal.isSlot || resource.isSlot; }
    /// The value of an annotation; "" for one without a value.
    [[nodiscard]] std::optional<std::string_view> annotation(std::string_view key) const;
};

/// The policies of a text, named policy0, policy1, ... in order, or by their @id annotation if `idsFromAnnotation`.
/// `cedar.parse`, `cedar.too_large` (a text over 4 MiB, one policy over 64 KiB, more than 10,000 policies),
/// `cedar.duplicate_policy`.
[[nodiscard]] Result<std::vector<Policy>> parsePolicies(std::string_view text, bool idsFromAnnotation = false);

/// Whether the policy applies: its scope fits and all its conditions hold. An error of a condition is the policy's
/// error.
[[nodiscard]] Result<bool> applies(const Policy& policy, const Request& request, const Entities& entities);

} // namespace gatehouse::cedar
