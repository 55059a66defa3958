// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "claims/condition.h"
#include "claims/source.h"
#include "claims/transform.h"
#include "json/json.h"

namespace gatehouse::claims {

/// One attribute of the person. `target` is userName, externalId, email, displayName, givenName, familyName or a
/// name of the tenant's own.
struct AttributeRule {
    std::string target;
    Source source;
    bool required = false;
    std::vector<Transform> transforms;
};

/// Roles that the person gets when the condition holds.
struct RoleRule {
    Condition when;
    std::vector<std::string> assign;
};

/// Where the person's groups come from. `create`: groups that the tenant does not have are made.
struct GroupRule {
    Source source;
    bool create = false;
    std::vector<Transform> transforms;
};

/// A connection's claim mapping (contract section 4, Mapping), ready to run: expressions are compiled, so keep it and
/// share it (it is immutable and may be used by many threads). A standard target that the document does not mention has
/// its default rule: email <- email (trimmed, lower case), displayName <- name or "{given_name} {family_name}",
/// givenName <- given_name, familyName <- family_name. So the empty document is the usual mapping.
struct Mapping {
    std::vector<AttributeRule> attributes; ///< one for each target, those of the document first
    std::vector<RoleRule> roles;
    std::vector<std::string> defaultRoles; ///< for everyone who signs in through the connection
    std::optional<GroupRule> groups;
};

/// Reads a mapping document. Everything that is wrong goes to `problems`, pointers below `pointer` ("/mapping" in a
/// connection): `wrong_type`, `required`, `unknown_member`, `unknown_value`, `too_long`, `duplicate_target`,
/// `reserved_target`, `invalid_name`, `source_template`, `transform`, `expression`, `cedar`. The mapping holds what was
/// sound.
[[nodiscard]] Mapping parseMapping(const json::Value& document, std::string_view pointer, Problems& problems);
/// The same for a document that was judged before: `mapping.invalid`, the first problem in the detail.
[[nodiscard]] Result<Mapping> parseMapping(const json::Value& document);

/// True for userName, externalId, email, displayName, givenName and familyName.
[[nodiscard]] bool isStandardTarget(std::string_view target);

} // namespace gatehouse::claims
