// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatehouse::xml {

/// What a document may be at most (security.md section 7). Limits come before parsing: the first that is passed ends
/// it.
struct Limits {
    std::size_t octets = std::size_t(256) * 1024;
    int depth = 32;
    int elements = 20'000;
    int attributes = 64;   ///< of one element, its namespace declarations among them
    int inScope = 64;      ///< namespace declarations in scope at once
    bool comments = false; ///< they are left out of the tree; otherwise they are refused
};

class Element;

/// A document that was read whole: no DOCTYPE, no processing instruction, no CDATA, UTF-8 and XML 1.0 alone, names of
/// ASCII letters, every prefix declared and every namespace absolute, every ID unique and an NCName. What of XML it
/// does not have is refused, never skipped, so that no other reader can see another document in the same octets.
class Tree {
public:
    /// `xml.too_large`, `xml.encoding`, `xml.malformed`, `xml.doctype`, `xml.instruction`, `xml.comment`, `xml.cdata`,
    /// `xml.entity`, `xml.too_deep`, `xml.too_many`, `xml.namespace`, `xml.attribute`, `xml.id`; the detail says where.
    /// Takes time in proportion to the text.
    [[nodiscard]] static Result<Tree> parse(std::string text, const Limits& limits = {});

    [[nodiscard]] Element root() const;
    /// The element whose ID attribute has this value: `ID`, `Id` or `id`, in no namespace.
    [[nodiscard]] std::optional<Element> withId(std::string_view id) const;
    [[nodiscard]] std::string_view text() const { return *m_text; }
    /// In the order in which they begin; the root is the first.
    [[nodiscard]] std::size_t elementCount() const { return m_elementCount; }

private:
    friend class Element;
    friend class Builder;
    friend class Canonicalizer;
    static constexpr std::uint32_t kNone = ~std::uint32_t(0);
    struct Node {
        bool isText = false;
        std::uint32_t parent = kNone;
        std::uint32_t next = kNone;
        std::uint32_t firstChild = kNone;
        std::uint32_t lastChild = kNone;
        std::uint32_t ordinal = 0;      ///< of an element, among elements
        std::uint32_t attributes = 0;   ///< where its attributes begin
        std::uint32_t declarations = 0; ///< where its namespace declarations begin
        std::uint16_t attributeCount = 0;
        std::uint16_t declarationCount = 0;
        std::size_t begin = 0; ///< of an element's tag in the text
        std::size_t end = 0;
        std::string_view prefix;
        std::string_view local; ///< or the characters of a text
        std::string_view space; ///< namespace URI; empty: none
    };
    struct Attribute {
        std::string_view prefix;
        std::string_view local;
        std::string_view space;
        std::string_view value;
    };
    struct Declaration {
        std::string_view prefix; ///< empty: the default namespace
        std::string_view space;
    };

    std::unique_ptr<const std::string> m_text;
    std::forward_list<std::string> m_decoded; ///< values that differ from the text
    std::vector<Node> m_nodes;
    std::vector<Attribute> m_attributes;
    std::vector<Declaration> m_declarations;
    std::vector<std::pair<std::string_view, std::uint32_t>> m_ids; ///< sorted
    std::size_t m_elementCount = 0;
};

/// An element of a tree; cheap to copy, good as long as the tree is there and where it was.
class Element {
public:
    [[nodiscard]] std::string_view localName() const { return node().local; }
    [[nodiscard]] std::string_view namespaceUri() const { return node().space; }
    [[nodiscard]] bool is(std::string_view space, std::string_view local) const {
        return node().local == local && node().space == space;
    }
    /// In no namespace, as nearly all attributes are.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view local) const;
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view space, std::string_view local) const;
    /// `ID`, `Id` or `id`; empty without.
    [[nodiscard]] std::string_view id() const;

    [[nodiscard]] std::optional<Element> parent() const;
    [[nodiscard]] std::optional<Element> firstChild() const;
    [[nodiscard]] std::optional<Element> nextSibling() const;
    [[nodiscard]] std::vector<Element> children() const;
    [[nodiscard]] std::vector<Element> children(std::string_view space, std::string_view local) const;
    /// The first of that name.
    [[nodiscard]] std::optional<Element> child(std::string_view space, std::string_view local) const;
    /// All of its characters; nullopt if it has an element in it. White space counts.
    [[nodiscard]] std::optional<std::string> text() const;
    /// Itself and everything below, in document order.
    [[nodiscard]] std::vector<Element> withDescendants() const;

    /// Its number among the document's elements, in the order in which they begin.
    [[nodiscard]] std::size_t ordinal() const { return node().ordinal; }
    /// As it stands in the text, from its first tag to its last.
    [[nodiscard]] std::string_view source() const;
    /// The namespaces that its content may use: prefix and URI, the nearest declaration of each.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> namespacesInScope() const;

    friend bool operator==(const Element& a, const Element& b) {
        return a.m_tree == b.m_tree && a.m_index == b.m_index;
    }

private:
    friend class Tree;
    friend class Canonicalizer;
    Element(const Tree& tree, std::uint32_t index)
        : m_tree(&tree)
        , m_index(index) {}
    [[nodiscard]] const Tree::Node& node() const { return m_tree->m_nodes[m_index]; }
    [[nodiscard]] std::optional<Element> elementFrom(std::uint32_t index) const;

    const Tree* m_tree;
    std::uint32_t m_index;
};

} // namespace gatehouse::xml
