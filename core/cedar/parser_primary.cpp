// SPDX-License-Identifier: Apache-2.0
#include "cedar/parser.h"

#include <algorithm>
#include <utility>

#include "cedar/text.h"

namespace gatehouse::cedar {
namespace {

bool isVariable(std::string_view word) {
    return word == "principal" || word == "action" || word == "resource" || word == "context";
}

} // namespace

Result<NodeId> Parser::primary() {
    const Token& token = peek();
    if (token.kind == TokenKind::String) {
        Node node = start(NodeKind::Literal, token.offset);
        TRY(text, string());
        node.value = Value(std::move(text));
        return make(std::move(node));
    }
    if (token.kind == TokenKind::Number) {
        ++m_next;
        return number(token, false);
    }
    if (token.kind == TokenKind::Identifier) {
        return nameOrCall();
    }
    if (accept("(")) {
        TRY(inner, nested());
        ENSURE(expect(")"));
        return inner;
    }
    if (at("[")) {
        return setLiteral();
    }
    if (at("{")) {
        return recordLiteral();
    }
    return error("expected an expression");
}

Result<NodeId> Parser::nameOrCall() {
    const Token token = peek();
    const std::string_view following = peek(1).kind == TokenKind::Symbol ? peek(1).text : std::string_view();
    if (token.text == "true" || token.text == "false") {
        ++m_next;
        Node node = start(NodeKind::Literal, token.offset);
        node.value = Value(token.text == "true");
        return make(std::move(node));
    }
    if (following == "::") {
        Node node = start(NodeKind::Literal, token.offset);
        TRY(uid, entity());
        node.value = Value(std::move(uid));
        return make(std::move(node));
    }
    if (following == "(") {
        const ExtensionFunction* function = findExtensionFunction(token.text);
        if (function == nullptr || function->isMethod) {
            return error("there is no function " + std::string(token.text));
        }
        m_next += 2;
        Node node = start(NodeKind::Call, token.offset);
        node.function = function;
        TRY(arguments, list(")"));
        node.children = std::move(arguments);
        return make(std::move(node));
    }
    if (!isVariable(token.text)) {
        return error("unknown name " + std::string(token.text.substr(0, 64)));
    }
    ++m_next;
    Node node = start(NodeKind::Variable, token.offset);
    node.text = std::string(token.text);
    return make(std::move(node));
}

Result<NodeId> Parser::setLiteral() {
    Node node = start(NodeKind::SetLiteral, peek().offset);
    ENSURE(expect("["));
    TRY(elements, list("]"));
    node.children = std::move(elements);
    return make(std::move(node));
}

Result<NodeId> Parser::recordLiteral() {
    Node node = start(NodeKind::RecordLiteral, peek().offset);
    ENSURE(expect("{"));
    while (!accept("}")) {
        const Token key = peek();
        Result<std::string> name = key.kind == TokenKind::String ? string()
                                   : isReserved(key.text)        ? error("a reserved word has to be in quotes here")
                                                                 : anyIdentifier();
        if (!name) {
            return tl::unexpected<Error>(std::move(name).error());
        }
        if (std::find(node.names.begin(), node.names.end(), *name) != node.names.end()) {
            return parseError(m_tree->source, key.offset, "this member appears twice");
        }
        ENSURE(expect(":"));
        TRY(value, nested());
        node.names.push_back(*std::move(name));
        node.children.push_back(value);
        if (!at("}")) {
            ENSURE(expect(","));
        }
    }
    return make(std::move(node));
}

Result<std::vector<NodeId>> Parser::list(std::string_view close) {
    std::vector<NodeId> items;
    while (!accept(close)) {
        TRY(item, nested());
        items.push_back(item);
        if (!at(close)) {
            ENSURE(expect(","));
        }
    }
    return items;
}

Result<NodeId> Parser::number(const Token& token, bool negative) {
    std::int64_t value = 0;
    for (const char c : token.text) {
        if (__builtin_mul_overflow(value, 10, &value) || __builtin_sub_overflow(value, c - '0', &value)) {
            return parseError(m_tree->source, token.offset, "this number does not fit in 64 bits");
        }
    }
    if (!negative && __builtin_sub_overflow(std::int64_t{0}, value, &value)) {
        return parseError(m_tree->source, token.offset, "this number does not fit in 64 bits");
    }
    Node node = start(NodeKind::Literal, token.offset);
    node.value = Value(value);
    return make(std::move(node));
}

Result<std::string> Parser::string() {
    if (peek().kind != TokenKind::String) {
        return error("expected a string");
    }
    std::optional<std::string> text = unescaped(peek().text);
    if (!text) {
        return error("unknown escape in this string");
    }
    ++m_next;
    return *std::move(text);
}

Result<std::string> Parser::path() {
    std::string text;
    while (true) {
        if (peek().kind != TokenKind::Identifier || isReserved(peek().text)) {
            return error("expected the name of a type");
        }
        text += m_tokens[m_next++].text;
        if (!at("::") || peek(1).kind != TokenKind::Identifier) {
            return text;
        }
        ++m_next;
        text += "::";
    }
}

Result<EntityUid> Parser::entity() {
    TRY(type, path());
    ENSURE(expect("::"));
    TRY(id, string());
    return EntityUid{std::move(type), std::move(id)};
}

} // namespace gatehouse::cedar
