// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "cedar/expression.h"
#include "claims/claim_context.h"
#include "claims/source.h"
#include "json/json.h"

namespace re2 {
class RE2;
}

namespace gatehouse::claims {

/// When a rule assigns its roles: `{"claim","op","value"}` or a Cedar expression over `context.claims`. Compiled once.
///
/// `equals`: the claim is the value; a list is it if it has that one element; a text in the rule also equals a number
/// or boolean that reads the same. `contains`: a list has an element that equals the value; a text has it as a part,
/// but a text in a claim that by its nature holds a list (groups, roles, memberOf, amr, ... or the mapping's group
/// source) is a list of one, so that an IdP which sends a single group as a text grants nothing by a common part.
/// `matches`: RE2, the whole text, any element of a list. `exists`: present and not null; with `"value": false` the
/// reverse. `not-equals` and `not-contains` are the reverse of their like, so an absent claim satisfies them.
class Condition {
public:
    /// What is wrong goes to `problems`. `groupSource`: the claims that the mapping takes groups from, or nullptr.
    [[nodiscard]] static std::optional<Condition> parse(const json::Value& value, const std::string& pointer,
                                                        const Source* groupSource, Problems& problems);
    /// Whether it holds. An error is a Cedar expression that could not be evaluated: then the rule does not apply.
    [[nodiscard]] Result<bool> holds(const ClaimContext& context) const;
    /// For people: "groups contains eng-admins", or the expression.
    [[nodiscard]] const std::string& text() const { return m_text; }
    void addClaimNames(const json::Object& claims, std::vector<std::string>& names) const;

private:
    enum class Op { Equals, NotEquals, Contains, NotContains, Matches, Exists };
    [[nodiscard]] static std::optional<Op> parseOp(std::string_view name);
    [[nodiscard]] bool simple(const json::Object& claims) const;
    void readSimple(const json::Object& object, const std::string& pointer, const Source* groupSource,
                    Problems& problems);

    void readExpression(std::string_view text, const std::string& pointer, Problems& problems);

    std::optional<cedar::Expression> m_cedar; ///< instead of all below
    ClaimPath m_claim;
    Op m_op = Op::Exists;
    json::Value m_value;
    bool m_isList = false; ///< the claim holds a list by its nature
    std::shared_ptr<const re2::RE2> m_expression;
    std::string m_text;
};

} // namespace gatehouse::claims
