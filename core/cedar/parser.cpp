// SPDX-License-Identifier: Apache-2.0
#include "cedar/parser.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/encoding.h"
#include "cedar/expression.h"
#include "cedar/text.h"

namespace gatehouse::cedar {
namespace {

constexpr int kMaxUnary = 4;

struct Relation {
    std::string_view symbol;
    NodeKind kind;
};
constexpr std::array<Relation, 7> kRelations = {{{"==", NodeKind::Equal},
                                                 {"!=", NodeKind::NotEqual},
                                                 {"<=", NodeKind::LessOrEqual},
                                                 {">=", NodeKind::GreaterOrEqual},
                                                 {"<", NodeKind::Less},
                                                 {">", NodeKind::Greater},
                                                 {"in", NodeKind::In}}};

struct Method {
    std::string_view name;
    NodeKind kind;
    std::size_t arguments;
};
constexpr std::array<Method, 6> kMethods = {{{"contains", NodeKind::Contains, 1},
                                             {"containsAll", NodeKind::ContainsAll, 1},
                                             {"containsAny", NodeKind::ContainsAny, 1},
                                             {"isEmpty", NodeKind::IsEmpty, 0},
                                             {"getTag", NodeKind::GetTag, 1},
                                             {"hasTag", NodeKind::HasTag, 1}}};

} // namespace

Result<Parser> Parser::over(std::string_view text, std::size_t limit) {
    if (text.size() > limit) {
        return fail(Code::InvalidArgument, "cedar.too_large", "more than " + std::to_string(limit) + " bytes");
    }
    if (!isUtf8(text)) {
        return parseError(text, 0, "the text is not UTF-8");
    }
    Parser parser{std::string(text)};
    TRY(tokens, tokenize(parser.m_tree->source));
    parser.m_tokens = std::move(tokens);
    return parser;
}

const Token& Parser::peek(std::size_t ahead) const {
    return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)];
}

bool Parser::at(std::string_view word) const {
    const Token& token = peek();
    return (token.kind == TokenKind::Symbol || token.kind == TokenKind::Identifier) && token.text == word;
}

bool Parser::accept(std::string_view word) {
    if (!at(word)) {
        return false;
    }
    ++m_next;
    return true;
}

tl::unexpected<Error> Parser::error(std::string_view message) const {
    return parseError(m_tree->source, peek().offset, message);
}

Status Parser::expect(std::string_view word) {
    if (!accept(word)) {
        return error("expected '" + std::string(word) + "'");
    }
    return {};
}

Result<std::string> Parser::anyIdentifier() {
    if (peek().kind != TokenKind::Identifier) {
        return error("expected a name");
    }
    return std::string(m_tokens[m_next++].text);
}

Status Parser::end() {
    if (!done()) {
        return error("expected the end");
    }
    return {};
}

Node Parser::start(NodeKind kind, std::uint32_t offset) const {
    Node node;
    node.kind = kind;
    node.offset = offset;
    return node;
}

Result<NodeId> Parser::make(Node node) {
    std::size_t depth = 0;
    for (const NodeId child : node.children) {
        depth = std::max<std::size_t>(depth, m_tree->nodes[child].depth);
    }
    if (depth + 1 > kMaxDepth) {
        return fail(Code::InvalidArgument, "cedar.too_large", "the expression is nested too deeply");
    }
    node.depth = static_cast<std::uint16_t>(depth + 1);
    m_tree->nodes.push_back(std::move(node));
    return static_cast<NodeId>(m_tree->nodes.size() - 1);
}

Result<NodeId> Parser::nested() {
    if (m_nesting >= kMaxNesting) {
        return fail(Code::InvalidArgument, "cedar.too_large", "the expression is nested too deeply");
    }
    ++m_nesting;
    Result<NodeId> result = expression();
    --m_nesting;
    return result;
}

Result<NodeId> Parser::expression() {
    const std::uint32_t offset = peek().offset;
    if (!accept("if")) {
        return orExpression();
    }
    TRY(condition, nested());
    ENSURE(expect("then"));
    TRY(yes, nested());
    ENSURE(expect("else"));
    TRY(no, nested());
    Node node = start(NodeKind::If, offset);
    node.children = {condition, yes, no};
    return make(std::move(node));
}

Result<NodeId> Parser::chain(NodeKind kind, std::string_view symbol, Result<NodeId> (Parser::*part)()) {
    const std::uint32_t offset = peek().offset;
    TRY(first, (this->*part)());
    if (!at(symbol)) {
        return first;
    }
    Node node = start(kind, offset);
    node.children.push_back(first);
    while (accept(symbol)) {
        TRY(next, (this->*part)());
        node.children.push_back(next);
    }
    return make(std::move(node));
}

Result<NodeId> Parser::orExpression() {
    return chain(NodeKind::Or, "||", &Parser::andExpression);
}
Result<NodeId> Parser::andExpression() {
    return chain(NodeKind::And, "&&", &Parser::relation);
}

Result<NodeId> Parser::relation() {
    const std::uint32_t offset = peek().offset;
    TRY(left, add());
    if (accept("has")) {
        return has(left, offset);
    }
    if (accept("like")) {
        return like(left, offset);
    }
    if (accept("is")) {
        return is(left, offset);
    }
    const auto* relation =
        std::find_if(kRelations.begin(), kRelations.end(), [&](const Relation& one) { return at(one.symbol); });
    if (relation == kRelations.end()) {
        return left;
    }
    ++m_next;
    TRY(right, add());
    if (std::any_of(kRelations.begin(), kRelations.end(), [&](const Relation& one) { return at(one.symbol); })) {
        return error("comparisons do not chain: use parentheses");
    }
    Node node = start(relation->kind, offset);
    node.children = {left, right};
    return make(std::move(node));
}

Result<NodeId> Parser::has(NodeId left, std::uint32_t offset) {
    Node node = start(NodeKind::HasAttribute, offset);
    node.children = {left};
    if (peek().kind == TokenKind::String) {
        TRY(name, string());
        node.names.push_back(std::move(name));
        return make(std::move(node));
    }
    do {
        if (isReserved(peek().text)) {
            return error("a reserved word has to be in quotes here");
        }
        TRY(name, anyIdentifier());
        node.names.push_back(std::move(name));
    } while (accept("."));
    return make(std::move(node));
}

Result<NodeId> Parser::like(NodeId left, std::uint32_t offset) {
    if (peek().kind != TokenKind::String) {
        return error("like wants a pattern in quotes");
    }
    Node node = start(NodeKind::Like, offset);
    node.children = {left};
    node.pattern = Pattern::parse(peek().text);
    if (!node.pattern) {
        return error("unknown escape in this pattern");
    }
    ++m_next;
    return make(std::move(node));
}

Result<NodeId> Parser::is(NodeId left, std::uint32_t offset) {
    Node node = start(NodeKind::Is, offset);
    TRY(type, path());
    node.text = std::move(type);
    node.children = {left};
    if (accept("in")) {
        TRY(group, add());
        node.children.push_back(group);
    }
    return make(std::move(node));
}

Result<NodeId> Parser::add() {
    const std::uint32_t offset = peek().offset;
    TRY(left, multiply());
    while (at("+") || at("-")) {
        Node node = start(accept("+") ? NodeKind::Add : NodeKind::Subtract, offset);
        if (node.kind == NodeKind::Subtract) {
            ++m_next;
        }
        TRY(right, multiply());
        node.children = {left, right};
        TRY(made, make(std::move(node)));
        left = made;
    }
    return left;
}

Result<NodeId> Parser::multiply() {
    const std::uint32_t offset = peek().offset;
    TRY(left, unary());
    while (accept("*")) {
        TRY(right, unary());
        Node node = start(NodeKind::Multiply, offset);
        node.children = {left, right};
        TRY(made, make(std::move(node)));
        left = made;
    }
    return left;
}

Result<NodeId> Parser::unary() {
    const std::uint32_t offset = peek().offset;
    const std::string_view symbol = at("!") ? "!" : "-";
    int count = 0;
    while (accept(symbol)) {
        if (++count > kMaxUnary) {
            return error("at most four in a row");
        }
    }
    const Token& next = peek();
    NodeId operand = 0;
    // The last minus belongs to a number: only so can the lowest one be written.
    const bool negativeLiteral =
        symbol == "-" && count > 0 && next.kind == TokenKind::Number && peek(1).text != "." && peek(1).text != "[";
    if (negativeLiteral) {
        ++m_next;
        --count;
        TRY(literal, number(next, true));
        operand = literal;
    } else {
        TRY(plain, member());
        operand = plain;
    }
    for (; count > 0; --count) {
        Node node = start(symbol == "!" ? NodeKind::Not : NodeKind::Negate, offset);
        node.children = {operand};
        TRY(made, make(std::move(node)));
        operand = made;
    }
    return operand;
}

Result<NodeId> Parser::member() {
    TRY(receiver, primary());
    while (at(".") || at("[")) {
        TRY(next, access(receiver));
        receiver = next;
    }
    return receiver;
}

Result<NodeId> Parser::access(NodeId receiver) {
    const std::uint32_t offset = m_tree->nodes[receiver].offset;
    Node node = start(NodeKind::GetAttribute, offset);
    node.children = {receiver};
    if (accept("[")) {
        TRY(name, string());
        ENSURE(expect("]"));
        node.names.push_back(std::move(name));
        return make(std::move(node));
    }
    ENSURE(expect("."));
    const Token name = peek();
    if (name.kind != TokenKind::Identifier || isReserved(name.text)) {
        return error("expected the name of an attribute or method");
    }
    ++m_next;
    if (at("(")) {
        return method(receiver, name);
    }
    node.names.emplace_back(name.text);
    return make(std::move(node));
}

Result<NodeId> Parser::method(NodeId receiver, const Token& name) {
    ENSURE(expect("("));
    TRY(arguments, list(")"));
    const std::uint32_t offset = m_tree->nodes[receiver].offset;
    const auto* known =
        std::find_if(kMethods.begin(), kMethods.end(), [&](const Method& one) { return one.name == name.text; });
    Node node = start(NodeKind::Call, offset);
    if (known != kMethods.end()) {
        if (arguments.size() != known->arguments) {
            return parseError(m_tree->source, name.offset,
                              std::string(name.text) + " takes another number of arguments");
        }
        node.kind = known->kind;
    } else {
        node.function = findExtensionFunction(name.text);
        if (node.function == nullptr || !node.function->isMethod) {
            return parseError(m_tree->source, name.offset, "there is no method " + std::string(name.text));
        }
    }
    node.children = {receiver};
    node.children.insert(node.children.end(), arguments.begin(), arguments.end());
    return make(std::move(node));
}

} // namespace gatehouse::cedar
