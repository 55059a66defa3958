// SPDX-License-Identifier: Apache-2.0
#include "xml/tree.h"

#include <algorithm>

namespace gatehouse::xml {

Element Tree::root() const {
    return Element(*this, 0);
}

std::optional<Element> Tree::withId(std::string_view id) const {
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id,
                                        [](const auto& entry, std::string_view key) { return entry.first < key; });
    return found != m_ids.end() && found->first == id ? std::optional(Element(*this, found->second)) : std::nullopt;
}

std::optional<std::string_view> Element::attribute(std::string_view local) const {
    return attribute({}, local);
}

std::optional<std::string_view> Element::attribute(std::string_view space, std::string_view local) const {
    const Tree::Node& self = node();
    for (std::uint32_t i = self.attributes; i < self.attributes + self.attributeCount; ++i) {
        const Tree::Attribute& each = m_tree->m_attributes[i];
        if (each.local == local && each.space == space) {
            return each.value;
        }
    }
    return std::nullopt;
}

std::string_view Element::id() const {
    for (const std::string_view name : {"ID", "Id", "id"}) {
        if (const auto value = attribute(name)) {
            return *value;
        }
    }
    return {};
}

std::optional<Element> Element::elementFrom(std::uint32_t index) const {
    while (index != Tree::kNone && m_tree->m_nodes[index].isText) {
        index = m_tree->m_nodes[index].next;
    }
    return index == Tree::kNone ? std::nullopt : std::optional(Element(*m_tree, index));
}

std::optional<Element> Element::parent() const {
    return elementFrom(node().parent);
}

std::optional<Element> Element::firstChild() const {
    return elementFrom(node().firstChild);
}

std::optional<Element> Element::nextSibling() const {
    return elementFrom(node().next);
}

std::vector<Element> Element::children() const {
    std::vector<Element> out;
    for (auto each = firstChild(); each; each = each->nextSibling()) {
        out.push_back(*each);
    }
    return out;
}

std::vector<Element> Element::children(std::string_view space, std::string_view local) const {
    std::vector<Element> out;
    for (auto each = firstChild(); each; each = each->nextSibling()) {
        if (each->is(space, local)) {
            out.push_back(*each);
        }
    }
    return out;
}

std::optional<Element> Element::child(std::string_view space, std::string_view local) const {
    for (auto each = firstChild(); each; each = each->nextSibling()) {
        if (each->is(space, local)) {
            return each;
        }
    }
    return std::nullopt;
}

std::optional<std::string> Element::text() const {
    std::string out;
    for (std::uint32_t i = node().firstChild; i != Tree::kNone; i = m_tree->m_nodes[i].next) {
        if (!m_tree->m_nodes[i].isText) {
            return std::nullopt;
        }
        out.append(m_tree->m_nodes[i].local);
    }
    return out;
}

std::vector<Element> Element::withDescendants() const {
    // Nodes are kept in document order: those below end where the text has gone past this element's end.
    std::vector<Element> out;
    for (std::uint32_t i = m_index; i < m_tree->m_nodes.size(); ++i) {
        const Tree::Node& each = m_tree->m_nodes[i];
        if (each.begin >= node().end) {
            break;
        }
        if (!each.isText) {
            out.push_back(Element(*m_tree, i));
        }
    }
    return out;
}

std::string_view Element::source() const {
    return m_tree->text().substr(node().begin, node().end - node().begin);
}

std::vector<std::pair<std::string, std::string>> Element::namespacesInScope() const {
    std::vector<std::pair<std::string, std::string>> out;
    for (auto each = std::optional(*this); each; each = each->parent()) {
        const Tree::Node& at = each->node();
        for (std::uint32_t i = at.declarations; i < at.declarations + at.declarationCount; ++i) {
            const Tree::Declaration& declared = m_tree->m_declarations[i];
            const bool hidden = std::any_of(out.begin(), out.end(),
                                            [&](const auto& nearer) { return nearer.first == declared.prefix; });
            if (!hidden) {
                out.emplace_back(declared.prefix, declared.space);
            }
        }
    }
    return out;
}

} // namespace gatehouse::xml
