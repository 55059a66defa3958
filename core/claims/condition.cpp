// SPDX-License-Identifier: Apache-2.0
#include "claims/condition.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "cedar/evaluate.h"
#include "claims/letter_case.h"
#include "claims/limits.h"
#include "json/reader.h"

namespace gatehouse::claims {
namespace {

/// The last word of such a claim's name, in lower case.
constexpr std::array<std::string_view, 15> kListNames = {
    "group",       "groups", "role", "roles", "memberof",    "entitlement",       "entitlements", "permission",
    "permissions", "amr",    "aud",  "scp",   "affiliation", "department_groups", "groupids"};

bool namesAList(std::string_view claim) {
    const std::size_t mark = claim.find_last_of("/.:");
    const std::string last = toLower(mark == std::string_view::npos ? claim : claim.substr(mark + 1));
    return std::find(kListNames.begin(), kListNames.end(), last) != kListNames.end();
}

bool equalScalars(const json::Value& claim, const json::Value& wanted) {
    if (claim == wanted) {
        return true;
    }
    const bool plain = claim.is_number() || claim.is_bool();
    return plain && wanted.is_string() && scalarText(claim) == scalarText(wanted);
}

bool isEqual(const json::Value& claim, const json::Value& wanted) {
    const json::Array* list = claim.if_array();
    if (list != nullptr && !wanted.is_array()) {
        return list->size() == 1 && equalScalars(list->front(), wanted);
    }
    return equalScalars(claim, wanted);
}

bool hasElement(const json::Value& claim, const json::Value& wanted, bool isList) {
    if (const json::Array* list = claim.if_array()) {
        return std::any_of(list->begin(), list->end(),
                           [&](const json::Value& item) { return equalScalars(item, wanted); });
    }
    if (claim.is_string() && wanted.is_string() && !isList) {
        return json::view(claim.get_string()).find(json::view(wanted.get_string())) != std::string_view::npos;
    }
    return equalScalars(claim, wanted);
}

bool matchesWhole(const json::Value& claim, const re2::RE2& expression) {
    if (const json::Array* list = claim.if_array()) {
        return std::any_of(list->begin(), list->end(),
                           [&](const json::Value& item) { return !item.is_array() && matchesWhole(item, expression); });
    }
    const std::optional<std::string> text = scalarText(claim);
    return text && text->size() <= kMaxText && re2::RE2::FullMatch(*text, expression);
}

} // namespace

std::optional<Condition::Op> Condition::parseOp(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, Op>, 6> kOps = {{{"equals", Op::Equals},
                                                                      {"not-equals", Op::NotEquals},
                                                                      {"contains", Op::Contains},
                                                                      {"not-contains", Op::NotContains},
                                                                      {"matches", Op::Matches},
                                                                      {"exists", Op::Exists}}};
    for (const auto& [word, op] : kOps) {
        if (word == name) {
            return op;
        }
    }
    return std::nullopt;
}

void Condition::readSimple(const json::Object& object, const std::string& pointer, const Source* groupSource,
                           Problems& problems) {
    json::ObjectReader reader(object, pointer, problems);
    std::string claim;
    std::string op;
    reader.require("claim");
    reader.require("op");
    reader.string("claim", claim, 512);
    reader.string("op", op, 20);
    const json::Value* value = reader.take("value");
    reader.finish();
    const std::optional<Op> known = parseOp(op);
    if (!op.empty() && !known) {
        reader.problem("op", "unknown_value",
                       "must be one of: equals, not-equals, contains, not-contains, matches, exists");
    }
    m_claim = ClaimPath(claim);
    m_op = known.value_or(Op::Exists);
    m_isList = namesAList(claim) || (groupSource != nullptr && groupSource->isAlternative(claim));
    m_value = value == nullptr ? json::Value(true) : *value;
    m_text = claim + " " + op;
    if (m_op == Op::Exists) {
        if (!m_value.is_bool()) {
            reader.problem("value", "wrong_type", "exists takes true, false or no value");
        }
        return;
    }
    if (value == nullptr) {
        reader.problem("value", "required", "must be given for this op");
        return;
    }
    m_text += " " + scalarText(m_value).value_or(json::write(m_value));
    const bool listAllowed = m_op == Op::Equals || m_op == Op::NotEquals;
    if (m_value.is_object() || m_value.is_null() || (m_value.is_array() && !listAllowed)) {
        reader.problem("value", "wrong_type", "must be a text, a number or a boolean");
        return;
    }
    if (m_op != Op::Matches) {
        return;
    }
    if (!m_value.is_string() || m_value.get_string().size() > kMaxPattern) {
        reader.problem("value", "wrong_type", "must be a regular expression of at most 1,024 characters");
        return;
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kPatternMemory);
    m_expression = std::make_shared<const re2::RE2>(std::string(json::view(m_value.get_string())), options);
    if (!m_expression->ok()) {
        reader.problem("value", "expression", m_expression->error());
    }
}

void Condition::readExpression(std::string_view text, const std::string& pointer, Problems& problems) {
    Result<cedar::Expression> expression = cedar::Expression::parse(text);
    if (!expression) {
        problems.push_back({pointer, "cedar", expression.error().detail});
        return;
    }
    for (const std::string_view variable : {"principal", "action", "resource"}) {
        if (expression->uses(variable)) {
            problems.push_back({pointer, "cedar", std::string(variable) + " has no value here: write context.claims"});
        }
    }
    m_text = std::string(text);
    m_cedar = *std::move(expression);
}

std::optional<Condition> Condition::parse(const json::Value& value, const std::string& pointer,
                                          const Source* groupSource, Problems& problems) {
    const std::size_t before = problems.size();
    Condition condition;
    if (const json::Object* object = value.if_object()) {
        condition.readSimple(*object, pointer, groupSource, problems);
    } else if (value.is_string()) {
        condition.readExpression(json::view(value.get_string()), pointer, problems);
    } else {
        problems.push_back({pointer, "wrong_type", "must be {claim, op, value} or a Cedar expression"});
    }
    return problems.size() == before ? std::optional<Condition>(std::move(condition)) : std::nullopt;
}

bool Condition::simple(const json::Object& claims) const {
    const json::Value* claim = m_claim.find(claims);
    switch (m_op) {
    case Op::Equals:
        return claim != nullptr && isEqual(*claim, m_value);
    case Op::NotEquals:
        return claim == nullptr || !isEqual(*claim, m_value);
    case Op::Contains:
        return claim != nullptr && hasElement(*claim, m_value, m_isList);
    case Op::NotContains:
        return claim == nullptr || !hasElement(*claim, m_value, m_isList);
    case Op::Matches:
        return claim != nullptr && matchesWhole(*claim, *m_expression);
    case Op::Exists:
        return (claim != nullptr) == m_value.get_bool();
    }
    return false;
}

Result<bool> Condition::holds(const ClaimContext& context) const {
    if (m_cedar) {
        return cedar::holds(*m_cedar, context.request(), {});
    }
    return simple(context.claims());
}

void Condition::addClaimNames(const json::Object& claims, std::vector<std::string>& names) const {
    if (!m_cedar) {
        names.emplace_back(m_claim.topLevelName(claims));
        return;
    }
    for (std::string& name : m_cedar->attributesOf({"context", "claims"})) {
        names.push_back(std::move(name));
    }
}

} // namespace gatehouse::claims
