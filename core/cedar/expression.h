// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cedar/ast.h"

namespace gatehouse::cedar {

// Limits on text from outside (security.md AD-13).
constexpr std::size_t kMaxSource = 64 * 1024; ///< bytes of an expression or of one policy
constexpr std::size_t kMaxNesting = 64;       ///< brackets and `if` inside each other
constexpr std::size_t kMaxDepth = 256;        ///< levels of the tree; && and || chains are one level

/// A parsed expression. Immutable and cheap to copy: expressions of one source share its tree.
class Expression {
public:
    /// The literal `true`.
    Expression();
    Expression(std::shared_ptr<const Tree> tree, NodeId root)
        : m_tree(std::move(tree))
        , m_root(root) {}
    /// `cedar.parse`, and `cedar.too_large` for more than the limits. The detail begins with line and column: "1:14:
    /// expected ...".
    [[nodiscard]] static Result<Expression> parse(std::string_view text);

    [[nodiscard]] const Node& root() const { return m_tree->nodes[m_root]; }
    [[nodiscard]] const Node& node(NodeId id) const { return m_tree->nodes[id]; }
    [[nodiscard]] const Tree& tree() const { return *m_tree; }

    /// Whether `variable` (principal, action, resource, context) occurs.
    [[nodiscard]] bool uses(std::string_view variable) const;
    /// The names X of all `<path>.X`, `<path>["X"]` and `<path> has X`, where the path begins with a variable:
    /// {"context", "claims"}.
    [[nodiscard]] std::vector<std::string> attributesOf(const std::vector<std::string>& path) const;

private:
    [[nodiscard]] bool isPath(const Node& node, const std::vector<std::string>& path, std::size_t length) const;
    std::shared_ptr<const Tree> m_tree;
    NodeId m_root = 0;
};

/// 1-based line and column of an offset, in bytes.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
};
[[nodiscard]] Position positionOf(std::string_view source, std::size_t offset);

} // namespace gatehouse::cedar
