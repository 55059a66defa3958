// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cedar/ast.h"
#include "cedar/lexer.h"

namespace gatehouse::cedar {

/// Recursive descent over the tokens of one source text; builds one tree. The grammar's words are its functions' names.
/// Used by Expression::parse and by the parser of policies, which shares its tree.
class Parser {
public:
    /// `cedar.too_large` beyond kMaxSource unless `limit` says otherwise, `cedar.parse` for text that is not UTF-8 or
    /// has no tokens.
    [[nodiscard]] static Result<Parser> over(std::string_view text, std::size_t limit = 64 * 1024);

    [[nodiscard]] Result<NodeId> expression();
    /// Path '::' STR.
    [[nodiscard]] Result<EntityUid> entity();
    /// IDENT {'::' IDENT}, without reserved words.
    [[nodiscard]] Result<std::string> path();
    [[nodiscard]] Result<std::string> string();
    /// Nothing may follow.
    [[nodiscard]] Status end();

    // Tokens.
    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool at(std::string_view word) const; ///< this symbol or word comes next
    bool accept(std::string_view word);                 ///< takes it if it comes next
    [[nodiscard]] Status expect(std::string_view word);
    [[nodiscard]] Result<std::string> anyIdentifier();                         ///< reserved words too
    [[nodiscard]] tl::unexpected<Error> error(std::string_view message) const; ///< at the next token
    [[nodiscard]] bool done() const { return peek().kind == TokenKind::End; }

    /// The tree with every node made so far. The parser goes on using it, so take it last.
    [[nodiscard]] std::shared_ptr<const Tree> tree() const { return m_tree; }

private:
    explicit Parser(std::string source)
        : m_tree(std::make_shared<Tree>()) {
        m_tree->source = std::move(source);
    }

    [[nodiscard]] Result<NodeId> chain(NodeKind kind, std::string_view symbol, Result<NodeId> (Parser::*part)());
    [[nodiscard]] Result<NodeId> orExpression();
    [[nodiscard]] Result<NodeId> andExpression();
    [[nodiscard]] Result<NodeId> relation();
    [[nodiscard]] Result<NodeId> has(NodeId left, std::uint32_t offset);
    [[nodiscard]] Result<NodeId> like(NodeId left, std::uint32_t offset);
    [[nodiscard]] Result<NodeId> is(NodeId left, std::uint32_t offset);
    [[nodiscard]] Result<NodeId> add();
    [[nodiscard]] Result<NodeId> multiply();
    [[nodiscard]] Result<NodeId> unary();
    [[nodiscard]] Result<NodeId> member();
    [[nodiscard]] Result<NodeId> access(NodeId receiver);
    [[nodiscard]] Result<NodeId> method(NodeId receiver, const Token& name);
    [[nodiscard]] Result<NodeId> primary();
    [[nodiscard]] Result<NodeId> nested();
    [[nodiscard]] Result<NodeId> nameOrCall();
    [[nodiscard]] Result<NodeId> setLiteral();
    [[nodiscard]] Result<NodeId> recordLiteral();
    [[nodiscard]] Result<NodeId> number(const Token& token, bool negative);
    /// Expressions up to `close`, which is taken; a trailing comma is allowed.
    [[nodiscard]] Result<std::vector<NodeId>> list(std::string_view close);

    [[nodiscard]] Result<NodeId> make(Node node);
    [[nodiscard]] Node start(NodeKind kind, std::uint32_t offset) const;

    std::shared_ptr<Tree> m_tree; ///< on the heap: the tokens point into its source
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    std::size_t m_nesting = 0;
};

} // namespace gatehouse::cedar
