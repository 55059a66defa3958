// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cedar/extension_functions.h"
#include "cedar/pattern.h"
#include "cedar/value.h"

namespace gatehouse::cedar {

/// Where a node stands in its tree.
using NodeId = std::uint32_t;

enum class NodeKind {
    Literal,  ///< value: bool, long, string or entity
    Variable, ///< text: principal, action, resource or context
    If,       ///< children: condition, then, else
    And,
    Or, ///< two children or more: a && b && c is one node
    Not,
    Negate,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Add,
    Subtract,
    Multiply,
    Contains,
    ContainsAll,
    ContainsAny,
    IsEmpty,
    GetTag,
    HasTag,       ///< the receiver is the first child
    GetAttribute, ///< names[0]
    HasAttribute, ///< names: more than one for `has a.b.c`
    Like,         ///< pattern
    Is,           ///< text: the type; a second child for `is T in x`
    SetLiteral,
    RecordLiteral, ///< names and children in pairs
    Call           ///< function; the receiver of a method is the first child
};

struct Node {
    NodeKind kind = NodeKind::Literal;
    std::uint32_t offset = 0; ///< of its first byte in the source
    std::uint16_t depth = 1;  ///< of the tree below it, itself included
    std::vector<NodeId> children;
    Value value;
    std::string text;
    std::vector<std::string> names;
    std::optional<Pattern> pattern;
    const ExtensionFunction* function = nullptr;
};

/// All nodes of one source text; children come before their parents.
struct Tree {
    std::string source;
    std::vector<Node> nodes;
};

} // namespace gatehouse::cedar
