// SPDX-License-Identifier: Apache-2.0
#include "cedar/evaluate.h"

#include <algorithm>

namespace gatehouse::cedar {
namespace {

/// One evaluation. Recursion is bounded by kMaxDepth, which the parser keeps.
class Evaluation {
public:
    Evaluation(const Expression& expression, const Request& request, const Entities& entities)
        : m_expression(expression)
        , m_request(request)
        , m_entities(entities) {}

    [[nodiscard]] Result<Value> of(const Node& node) const;

private:
    [[nodiscard]] const Node& child(const Node& node, std::size_t index) const {
        return m_expression.node(node.children[index]);
    }
    [[nodiscard]] Result<Value> operand(const Node& node, std::size_t index) const { return of(child(node, index)); }

    [[nodiscard]] Result<bool> boolean(const Node& node) const;
    [[nodiscard]] Result<std::int64_t> number(const Node& node) const;
    [[nodiscard]] Result<EntityUid> entity(const Node& node) const;
    [[nodiscard]] Result<Value> set(const Node& node) const;

    [[nodiscard]] Result<Value> variable(const Node& node) const;
    [[nodiscard]] Result<Value> conditional(const Node& node) const;
    [[nodiscard]] Result<Value> chain(const Node& node) const;
    [[nodiscard]] Result<Value> order(const Node& node) const;
    [[nodiscard]] Result<Value> in(const Node& node) const;
    [[nodiscard]] Result<Value> arithmetic(const Node& node) const;
    [[nodiscard]] Result<Value> containing(const Node& node) const;
    [[nodiscard]] Result<Value> tag(const Node& node) const;
    [[nodiscard]] Result<Value> attribute(const Node& node) const;
    [[nodiscard]] Result<Value> has(const Node& node) const;
    [[nodiscard]] Result<Value> is(const Node& node) const;
    [[nodiscard]] Result<Value> like(const Node& node) const;
    [[nodiscard]] Result<Value> setLiteral(const Node& node) const;
    [[nodiscard]] Result<Value> recordLiteral(const Node& node) const;
    [[nodiscard]] Result<Value> extension(const Node& node) const;

    /// The members of a record, or the attributes of an entity (none if it is not there). `cedar.type` otherwise.
    [[nodiscard]] Result<const Record*> members(const Node& node, const Value& value) const;
    [[nodiscard]] tl::unexpected<Error> error(const Node& node, std::string_view reason,
                                              std::string_view message) const;
    [[nodiscard]] tl::unexpected<Error> wrongType(const Node& node, std::string_view wanted, const Value& got) const;

    const Expression& m_expression;
    const Request& m_request;
    const Entities& m_entities;
};

tl::unexpected<Error> Evaluation::error(const Node& node, std::string_view reason, std::string_view message) const {
    const Position position = positionOf(m_expression.tree().source, node.offset);
    return fail(Code::InvalidArgument, reason,
                std::to_string(position.line) + ":" + std::to_string(position.column) + ": " + std::string(message));
}

tl::unexpected<Error> Evaluation::wrongType(const Node& node, std::string_view wanted, const Value& got) const {
    return error(node, "cedar.type", "expected " + std::string(wanted) + ", got " + std::string(got.typeName()));
}

Result<bool> Evaluation::boolean(const Node& node) const {
    TRY(value, of(node));
    if (const bool* result = value.asBool()) {
        return *result;
    }
    return wrongType(node, "bool", value);
}

Result<std::int64_t> Evaluation::number(const Node& node) const {
    TRY(value, of(node));
    if (const std::int64_t* result = value.asLong()) {
        return *result;
    }
    return wrongType(node, "long", value);
}

Result<EntityUid> Evaluation::entity(const Node& node) const {
    TRY(value, of(node));
    if (const EntityUid* result = value.asEntity()) {
        return *result;
    }
    return wrongType(node, "entity", value);
}

Result<Value> Evaluation::set(const Node& node) const {
    TRY(value, of(node));
    if (value.asSet() == nullptr) {
        return wrongType(node, "set", value);
    }
    return value;
}

Result<Value> Evaluation::of(const Node& node) const {
    switch (node.kind) {
    case NodeKind::Literal:
        return node.value;
    case NodeKind::Variable:
        return variable(node);
    case NodeKind::If:
        return conditional(node);
    case NodeKind::And:
    case NodeKind::Or:
        return chain(node);
    case NodeKind::Not: {
        TRY(value, boolean(child(node, 0)));
        return Value(!value);
    }
    case NodeKind::Equal:
    case NodeKind::NotEqual: {
        TRY(left, operand(node, 0));
        TRY(right, operand(node, 1));
        return Value((left == right) == (node.kind == NodeKind::Equal));
    }
    case NodeKind::Less:
    case NodeKind::LessOrEqual:
    case NodeKind::Greater:
    case NodeKind::GreaterOrEqual:
        return order(node);
    case NodeKind::In:
        return in(node);
    case NodeKind::Negate:
    case NodeKind::Add:
    case NodeKind::Subtract:
    case NodeKind::Multiply:
        return arithmetic(node);
    case NodeKind::Contains:
    case NodeKind::ContainsAll:
    case NodeKind::ContainsAny:
    case NodeKind::IsEmpty:
        return containing(node);
    case NodeKind::GetTag:
    case NodeKind::HasTag:
        return tag(node);
    case NodeKind::GetAttribute:
        return attribute(node);
    case NodeKind::HasAttribute:
        return has(node);
    case NodeKind::Like:
        return like(node);
    case NodeKind::Is:
        return is(node);
    case NodeKind::SetLiteral:
        return setLiteral(node);
    case NodeKind::RecordLiteral:
        return recordLiteral(node);
    case NodeKind::Call:
        return extension(node);
    }
    return error(node, "cedar.type", "unknown node");
}

Result<Value> Evaluation::variable(const Node& node) const {
    if (node.text == "context") {
        return m_request.context;
    }
    const std::optional<EntityUid>& value = node.text == "principal" ? m_request.principal
                                            : node.text == "action"  ? m_request.action
                                                                     : m_request.resource;
    if (!value) {
        return error(node, "cedar.unknown_variable", node.text + " has no value here");
    }
    return Value(*value);
}

Result<Value> Evaluation::conditional(const Node& node) const {
    TRY(condition, boolean(child(node, 0)));
    return operand(node, condition ? 1 : 2);
}

Result<Value> Evaluation::chain(const Node& node) const {
    const bool decisive = node.kind == NodeKind::Or;
    for (const NodeId id : node.children) {
        TRY(value, boolean(m_expression.node(id)));
        if (value == decisive) {
            return Value(decisive);
        }
    }
    return Value(!decisive);
}

Result<Value> Evaluation::order(const Node& node) const {
    TRY(left, operand(node, 0));
    TRY(right, operand(node, 1));
    const auto ordered = [](const Value& value) {
        return value.asLong() != nullptr || value.asDatetime() != nullptr || value.asDuration() != nullptr;
    };
    if (!ordered(left)) {
        return wrongType(child(node, 0), "long, datetime or duration", left);
    }
    if (left.typeName() != right.typeName()) {
        return wrongType(child(node, 1), left.typeName(), right);
    }
    const std::strong_ordering result = left.compare(right);
    switch (node.kind) {
    case NodeKind::Less:
        return Value(result < 0);
    case NodeKind::LessOrEqual:
        return Value(result <= 0);
    case NodeKind::Greater:
        return Value(result > 0);
    default:
        return Value(result >= 0);
    }
}

Result<Value> Evaluation::in(const Node& node) const {
    TRY(left, entity(child(node, 0)));
    TRY(right, operand(node, 1));
    if (const EntityUid* one = right.asEntity()) {
        return Value(m_entities.isIn(left, *one));
    }
    const Set* many = right.asSet();
    if (many == nullptr) {
        return wrongType(child(node, 1), "entity or set of entities", right);
    }
    // Every element is looked at, so that a wrong one is an error wherever it stands.
    bool found = false;
    for (const Value& element : *many) {
        const EntityUid* uid = element.asEntity();
        if (uid == nullptr) {
            return wrongType(child(node, 1), "entity", element);
        }
        found = found || m_entities.isIn(left, *uid);
    }
    return Value(found);
}

Result<Value> Evaluation::arithmetic(const Node& node) const {
    TRY(left, number(child(node, 0)));
    std::int64_t result = 0;
    bool overflows = false;
    if (node.kind == NodeKind::Negate) {
        overflows = __builtin_sub_overflow(std::int64_t{0}, left, &result);
    } else {
        TRY(right, number(child(node, 1)));
        overflows = node.kind == NodeKind::Add        ? __builtin_add_overflow(left, right, &result)
                    : node.kind == NodeKind::Subtract ? __builtin_sub_overflow(left, right, &result)
                                                      : __builtin_mul_overflow(left, right, &result);
    }
    if (overflows) {
        return error(node, "cedar.overflow", "the result does not fit in 64 bits");
    }
    return Value(result);
}

Result<Value> Evaluation::containing(const Node& node) const {
    TRY(left, set(child(node, 0)));
    const Set& mine = *left.asSet();
    if (node.kind == NodeKind::IsEmpty) {
        return Value(mine.empty());
    }
    if (node.kind == NodeKind::Contains) {
        TRY(element, operand(node, 1));
        return Value(contains(mine, element));
    }
    TRY(right, set(child(node, 1)));
    const Set& theirs = *right.asSet();
    const auto isMine = [&](const Value& element) { return contains(mine, element); };
    return Value(node.kind == NodeKind::ContainsAll ? std::all_of(theirs.begin(), theirs.end(), isMine)
                                                    : std::any_of(theirs.begin(), theirs.end(), isMine));
}

Result<Value> Evaluation::tag(const Node& node) const {
    TRY(uid, entity(child(node, 0)));
    TRY(name, operand(node, 1));
    if (name.asString() == nullptr) {
        return wrongType(child(node, 1), "string", name);
    }
    const Entity* found = m_entities.find(uid);
    if (node.kind == NodeKind::HasTag) {
        return Value(found != nullptr && found->tags.count(*name.asString()) != 0);
    }
    if (found == nullptr) {
        return error(node, "cedar.entity", "the entity is not there");
    }
    const auto value = found->tags.find(*name.asString());
    if (value == found->tags.end()) {
        return error(node, "cedar.tag", "the entity does not have this tag");
    }
    return value->second;
}

Result<const Record*> Evaluation::members(const Node& node, const Value& value) const {
    static const Record kNone;
    if (const Record* record = value.asRecord()) {
        return record;
    }
    if (const EntityUid* uid = value.asEntity()) {
        const Entity* found = m_entities.find(*uid);
        return found == nullptr ? &kNone : &found->attributes;
    }
    return wrongType(node, "record or entity", value);
}

Result<Value> Evaluation::attribute(const Node& node) const {
    TRY(value, operand(node, 0));
    TRY(record, members(child(node, 0), value));
    const auto found = record->find(node.names.front());
    if (found != record->end()) {
        return found->second;
    }
    const EntityUid* uid = value.asEntity();
    if (uid != nullptr && m_entities.find(*uid) == nullptr) {
        return error(node, "cedar.entity", "the entity is not there");
    }
    return error(node, "cedar.attribute", "there is no attribute " + node.names.front());
}

Result<Value> Evaluation::has(const Node& node) const {
    TRY(value, operand(node, 0));
    for (const std::string& name : node.names) {
        TRY(record, members(node, value));
        const auto found = record->find(name);
        if (found == record->end()) {
            return Value(false);
        }
        Value next = found->second;
        value = std::move(next);
    }
    return Value(true);
}

Result<Value> Evaluation::is(const Node& node) const {
    TRY(uid, entity(child(node, 0)));
    if (uid.type != node.text || node.children.size() == 1) {
        return Value(uid.type == node.text);
    }
    // `is T in x`: the second half by the rules of `in`.
    return in(node);
}

Result<Value> Evaluation::like(const Node& node) const {
    TRY(value, operand(node, 0));
    if (value.asString() == nullptr) {
        return wrongType(child(node, 0), "string", value);
    }
    return Value(node.pattern->matches(*value.asString()));
}

Result<Value> Evaluation::setLiteral(const Node& node) const {
    std::vector<Value> elements;
    elements.reserve(node.children.size());
    for (const NodeId id : node.children) {
        TRY(element, of(m_expression.node(id)));
        elements.push_back(std::move(element));
    }
    return Value::set(std::move(elements));
}

Result<Value> Evaluation::recordLiteral(const Node& node) const {
    Record members;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        TRY(member, operand(node, i));
        members.insert_or_assign(node.names[i], std::move(member));
    }
    return Value::record(std::move(members));
}

Result<Value> Evaluation::extension(const Node& node) const {
    std::vector<Value> arguments;
    arguments.reserve(node.children.size());
    for (const NodeId id : node.children) {
        TRY(argument, of(m_expression.node(id)));
        arguments.push_back(std::move(argument));
    }
    Result<Value> result = call(*node.function, arguments);
    if (!result) {
        return error(node, result.error().reason, std::string(node.function->name) + ": " + result.error().detail);
    }
    return result;
}

} // namespace

Result<Value> evaluate(const Expression& expression, const Request& request, const Entities& entities) {
    return Evaluation(expression, request, entities).of(expression.root());
}

Result<bool> holds(const Expression& expression, const Request& request, const Entities& entities) {
    TRY(value, evaluate(expression, request, entities));
    if (const bool* result = value.asBool()) {
        return *result;
    }
    return fail(Code::InvalidArgument, "cedar.type", "1:1: expected bool, got " + std::string(value.typeName()));
}

} // namespace gatehouse::cedar
