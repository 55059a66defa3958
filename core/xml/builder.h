// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/tree.h"

namespace gatehouse::xml {

/// Reads a text into a tree, once from its first octet to its last, with no recursion.
class Builder {
public:
    Builder(Tree& tree, const Limits& limits)
        : m_tree(tree)
        , m_limits(limits)
        , m_text(*tree.m_text) {}
    [[nodiscard]] Status build();

private:
    struct Name {
        std::string_view prefix; ///< empty: none
        std::string_view local;
    };
    /// An attribute as it is written, before its prefix means anything.
    struct Written {
        Name name;
        std::string_view value;
        [[nodiscard]] bool isDeclaration() const {
            return name.prefix == "xmlns" || (name.prefix.empty() && name.local == "xmlns");
        }
    };

    [[nodiscard]] Status declaration();
    [[nodiscard]] Status markup();
    [[nodiscard]] Status comment();
    [[nodiscard]] Status startTag();
    [[nodiscard]] Status endTag();
    [[nodiscard]] Status characters();
    [[nodiscard]] Status readAttributes();
    [[nodiscard]] Result<Written> readAttribute();
    [[nodiscard]] Status declareNamespaces(Tree::Node& node);
    [[nodiscard]] Status resolveAttributes(Tree::Node& node);
    [[nodiscard]] Status keepId(const Tree::Attribute& attribute, std::uint32_t element);
    [[nodiscard]] Result<std::string_view> spaceOf(std::string_view prefix) const;
    [[nodiscard]] Result<std::string_view> decoded(std::string_view text, bool attribute);
    [[nodiscard]] Result<Name> readName();
    [[nodiscard]] Status sortIds();

    void append(Tree::Node node);
    void close(std::uint32_t index);
    void skipSpace();
    [[nodiscard]] bool looksAt(std::string_view expected) const { return m_text.substr(m_at).starts_with(expected); }
    [[nodiscard]] bool isOver() const { return m_at >= m_text.size(); }
    [[nodiscard]] tl::unexpected<Error> wrong(std::string_view reason, std::string_view what) const;

    Tree& m_tree;
    const Limits& m_limits;
    const std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<std::uint32_t> m_open;
    std::vector<Tree::Declaration> m_scope; ///< what is declared here, the nearest last
    std::vector<Written> m_written;
};

} // namespace gatehouse::xml
