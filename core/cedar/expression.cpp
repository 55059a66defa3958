// SPDX-License-Identifier: Apache-2.0
#include "cedar/expression.h"

#include <algorithm>

#include "cedar/parser.h"

namespace gatehouse::cedar {

Expression::Expression() {
    Tree tree;
    tree.source = "true";
    tree.nodes.emplace_back();
    tree.nodes.back().value = Value(true);
    m_tree = std::make_shared<const Tree>(std::move(tree));
}

Result<Expression> Expression::parse(std::string_view text) {
    TRY(parser, Parser::over(text));
    TRY(root, parser.expression());
    ENSURE(parser.end());
    return Expression(parser.tree(), root);
}

namespace {

/// Calls `visit` for the node and every node below it.
template <class Visit>
void walk(const Expression& expression, const Node& start, Visit visit) {
    std::vector<const Node*> open{&start};
    while (!open.empty()) {
        const Node& node = *open.back();
        open.pop_back();
        visit(node);
        for (const NodeId child : node.children) {
            open.push_back(&expression.node(child));
        }
    }
}

} // namespace

bool Expression::uses(std::string_view variable) const {
    bool found = false;
    walk(*this, root(),
         [&](const Node& node) { found = found || (node.kind == NodeKind::Variable && node.text == variable); });
    return found;
}

bool Expression::isPath(const Node& node, const std::vector<std::string>& path, std::size_t length) const {
    if (length == 1) {
        return node.kind == NodeKind::Variable && node.text == path.front();
    }
    return node.kind == NodeKind::GetAttribute && node.names.front() == path[length - 1] &&
           isPath(m_tree->nodes[node.children.front()], path, length - 1);
}

std::vector<std::string> Expression::attributesOf(const std::vector<std::string>& path) const {
    std::vector<std::string> names;
    walk(*this, root(), [&](const Node& node) {
        if (node.kind == NodeKind::GetAttribute && isPath(this->node(node.children.front()), path, path.size())) {
            names.push_back(node.names.front());
        }
        if (node.kind != NodeKind::HasAttribute) {
            return;
        }
        // `context has claims.level` reaches it with names of its own: try every split of the path.
        const Node& left = this->node(node.children.front());
        for (std::size_t length = 1; length <= path.size(); ++length) {
            const std::size_t more = path.size() - length;
            if (node.names.size() > more && isPath(left, path, length) &&
                std::equal(path.begin() + static_cast<std::ptrdiff_t>(length), path.end(), node.names.begin())) {
                names.push_back(node.names[more]);
            }
        }
    });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Position positionOf(std::string_view source, std::size_t offset) {
    const std::string_view before = source.substr(0, offset);
    const std::size_t newline = before.rfind('\n');
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            newline == std::string_view::npos ? before.size() + 1 : before.size() - newline};
}

} // namespace gatehouse::cedar
