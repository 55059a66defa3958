// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "cedar/parser.h"
#include "cedar/policy.h"

namespace gatehouse::cedar {
namespace {

constexpr std::size_t kMaxText = 4 * 1024 * 1024;
constexpr std::size_t kMaxPolicies = 10'000;

/// The grammar of whole policies, over the parser of expressions.
class PolicyParser {
public:
    explicit PolicyParser(Parser& parser)
        : m_parser(parser) {}
    [[nodiscard]] Result<Policy> policy();

private:
    [[nodiscard]] Status annotations(Policy& policy);
    [[nodiscard]] Status scope(std::string_view variable, Scope& scope);
    [[nodiscard]] Status actionScope(Scope& scope);
    [[nodiscard]] Status entityOrSlot(std::string_view variable, Scope& scope);
    [[nodiscard]] Status conditions(Policy& policy);

    Parser& m_parser;
};

Status PolicyParser::annotations(Policy& policy) {
    while (m_parser.accept("@")) {
        TRY(key, m_parser.anyIdentifier());
        std::string value;
        if (m_parser.accept("(")) {
            TRY(text, m_parser.string());
            ENSURE(m_parser.expect(")"));
            value = std::move(text);
        }
        if (policy.annotation(key)) {
            return m_parser.error("the annotation @" + key + " appears twice");
        }
        policy.annotations.emplace_back(std::move(key), std::move(value));
    }
    return {};
}

Status PolicyParser::entityOrSlot(std::string_view variable, Scope& scope) {
    if (m_parser.accept("?")) {
        scope.isSlot = true;
        return m_parser.expect(variable);
    }
    TRY(uid, m_parser.entity());
    scope.entities.push_back(std::move(uid));
    return {};
}

Status PolicyParser::scope(std::string_view variable, Scope& scope) {
    ENSURE(m_parser.expect(variable));
    if (m_parser.accept("==")) {
        scope.kind = Scope::Kind::Equal;
        return entityOrSlot(variable, scope);
    }
    if (m_parser.accept("in")) {
        scope.kind = Scope::Kind::In;
        return entityOrSlot(variable, scope);
    }
    if (m_parser.accept("is")) {
        scope.kind = Scope::Kind::Is;
        TRY(type, m_parser.path());
        scope.type = std::move(type);
        if (m_parser.accept("in")) {
            scope.kind = Scope::Kind::IsIn;
            return entityOrSlot(variable, scope);
        }
    }
    return {};
}

Status PolicyParser::actionScope(Scope& scope) {
    ENSURE(m_parser.expect("action"));
    if (m_parser.accept("==")) {
        scope.kind = Scope::Kind::Equal;
        TRY(uid, m_parser.entity());
        scope.entities.push_back(std::move(uid));
        return {};
    }
    if (!m_parser.accept("in")) {
        return {};
    }
    scope.kind = Scope::Kind::In;
    if (!m_parser.accept("[")) {
        TRY(uid, m_parser.entity());
        scope.entities.push_back(std::move(uid));
        return {};
    }
    scope.isList = true;
    while (!m_parser.accept("]")) {
        TRY(uid, m_parser.entity());
        scope.entities.push_back(std::move(uid));
        if (!m_parser.at("]")) {
            ENSURE(m_parser.expect(","));
        }
    }
    return {};
}

Status PolicyParser::conditions(Policy& policy) {
    while (m_parser.at("when") || m_parser.at("unless")) {
        Condition condition;
        condition.unless = !m_parser.accept("when");
        if (condition.unless) {
            ENSURE(m_parser.expect("unless"));
        }
        ENSURE(m_parser.expect("{"));
        TRY(root, m_parser.expression());
        ENSURE(m_parser.expect("}"));
        condition.body = Expression(m_parser.tree(), root);
        policy.conditions.push_back(std::move(condition));
    }
    return {};
}

Result<Policy> PolicyParser::policy() {
    const std::uint32_t first = m_parser.peek().offset;
    Policy policy;
    ENSURE(annotations(policy));
    if (!m_parser.accept("permit")) {
        if (!m_parser.accept("forbid")) {
            return m_parser.error("expected permit or forbid");
        }
        policy.effect = Effect::Forbid;
    }
    ENSURE(m_parser.expect("("));
    ENSURE(scope("principal", policy.principal));
    ENSURE(m_parser.expect(","));
    ENSURE(actionScope(policy.action));
    ENSURE(m_parser.expect(","));
    ENSURE(scope("resource", policy.resource));
    (void)m_parser.accept(",");
    ENSURE(m_parser.expect(")"));
    ENSURE(conditions(policy));
    if (m_parser.peek().offset - first > kMaxSource) {
        return fail(Code::InvalidArgument, "cedar.too_large", "one policy has more than 64 KiB");
    }
    ENSURE(m_parser.expect(";"));
    return policy;
}

} // namespace

Result<std::vector<Policy>> parsePolicies(std::string_view text, bool idsFromAnnotation) {
    TRY(parser, Parser::over(text, kMaxText));
    std::vector<Policy> policies;
    std::set<std::string> ids;
    while (!parser.done()) {
        if (policies.size() == kMaxPolicies) {
            return fail(Code::InvalidArgument, "cedar.too_large", "more than 10,000 policies");
        }
        TRY(policy, PolicyParser(parser).policy());
        policy.id = "policy" + std::to_string(policies.size());
        if (const auto id = policy.annotation("id"); idsFromAnnotation && id) {
            policy.id = std::string(*id);
        }
        if (!ids.insert(policy.id).second) {
            return fail(Code::InvalidArgument, "cedar.duplicate_policy", policy.id);
        }
        policies.push_back(std::move(policy));
    }
    return policies;
}

} // namespace gatehouse::cedar
