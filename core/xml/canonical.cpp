// SPDX-License-Identifier: Apache-2.0
#include "xml/canonical.h"

#include <algorithm>

#include "xml/character_set.h"
#include "xml/syntax.h"

namespace gatehouse::xml {
namespace {

/// What a character is written as (Canonical XML 1.0, 1.1 and 2.3); empty: as it is.
template <Place P>
constexpr std::string_view written(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '\r':
        return "&#xD;";
    case '>':
        return P == Place::Content ? "&gt;" : "";
    case '"':
        return P == Place::Attribute ? "&quot;" : "";
    case '\t':
        return P == Place::Attribute ? "&#x9;" : "";
    case '\n':
        return P == Place::Attribute ? "&#xA;" : "";
    default:
        return {};
    }
}

template <Place P>
void appendCharacters(std::string_view text, std::string& out) {
    static constexpr CharacterSet kSpecial([](char c) { return !written<P>(c).empty(); });
    std::size_t begin = 0;
    for (std::size_t at = kSpecial.find(text, 0); at < text.size(); at = kSpecial.find(text, begin)) {
        out.append(text, begin, at - begin).append(written<P>(text[at]));
        begin = at + 1;
    }
    out.append(text, begin);
}

} // namespace

/// Writes one element, from its first tag to its last, with no recursion.
class Canonicalizer {
public:
    Canonicalizer(const Element& apex, const std::optional<Element>& without, const std::vector<std::string>& prefixes)
        : m_tree(*apex.m_tree)
        , m_apex(apex.m_index)
        , m_without(without ? without->m_index : Tree::kNone)
        , m_prefixes(prefixes) {}

    Result<std::string> write(std::size_t most) {
        m_out.reserve(std::min(most, at(m_apex).end - at(m_apex).begin + kRoom));
        std::uint32_t index = m_apex;
        while (index != Tree::kNone && m_out.size() <= most) {
            index = writeOne(index);
        }
        return m_out.size() > most ? Result<std::string>(fail(Code::InvalidArgument, "xml.too_large", "canonical form"))
                                   : std::move(m_out);
    }

private:
    static constexpr std::size_t kRoom = 1024;

    [[nodiscard]] const Tree::Node& at(std::uint32_t index) const { return m_tree.m_nodes[index]; }

    /// Writes a text or a tag, and the ends of all that ends with it. The next one, or none.
    std::uint32_t writeOne(std::uint32_t index) {
        const Tree::Node& node = at(index);
        if (node.isText) {
            appendCharacters<Place::Content>(node.local, m_out);
        } else if (index != m_without) {
            open(node, index == m_apex);
            if (node.firstChild != Tree::kNone) {
                return node.firstChild;
            }
            close(node);
        }
        while (index != m_apex && at(index).next == Tree::kNone) {
            index = at(index).parent;
            close(at(index));
        }
        return index == m_apex ? Tree::kNone : at(index).next;
    }

    void appendName(std::string_view prefix, std::string_view local) {
        if (!prefix.empty()) {
            m_out.append(prefix).push_back(':');
        }
        m_out.append(local);
    }

    void appendValue(std::string_view value) {
        m_out.append("=\"");
        appendCharacters<Place::Attribute>(value, m_out);
        m_out.push_back('"');
    }

    void open(const Tree::Node& node, bool isApex) {
        m_out.push_back('<');
        appendName(node.prefix, node.local);
        const std::size_t before = m_rendered.size();
        m_opened.push_back(before);
        use(node.prefix, node.space);
        m_sorted.clear();
        for (std::uint32_t i = node.attributes; i < node.attributes + node.attributeCount; ++i) {
            const Tree::Attribute& each = m_tree.m_attributes[i];
            if (!each.prefix.empty()) {
                use(each.prefix, each.space);
            }
            m_sorted.push_back(&each);
        }
        if (!m_prefixes.empty()) {
            useListed(node, isApex);
        }
        appendDeclarations(before);
        appendAttributes();
        m_out.push_back('>');
    }

    void close(const Tree::Node& node) {
        m_out.append("</");
        appendName(node.prefix, node.local);
        m_out.push_back('>');
        m_rendered.resize(m_opened.back());
        m_opened.pop_back();
    }

    /// A prefix is declared where it is used and the nearest element above that is written does not declare it so.
    void use(std::string_view prefix, std::string_view space) {
        if (prefix == "xml") {
            return;
        }
        const auto nearest = std::find_if(m_rendered.rbegin(), m_rendered.rend(),
                                          [&](const Tree::Declaration& each) { return each.prefix == prefix; });
        if (nearest == m_rendered.rend() ? !space.empty() : nearest->space != space) {
            m_rendered.push_back({prefix, space});
        }
    }

    // Those of the list are declared wherever they are in scope: at the first element, which sees all that is declared
    // around it, and below it where a declaration stands.
    void useListed(const Tree::Node& node, bool isApex) {
        m_listed.clear();
        const Tree::Node* scope = &node;
        while (true) {
            for (std::uint32_t i = scope->declarations; i < scope->declarations + scope->declarationCount; ++i) {
                const Tree::Declaration& each = m_tree.m_declarations[i];
                const bool isNearer = std::find(m_listed.begin(), m_listed.end(), each.prefix) != m_listed.end();
                if (!isNearer && isListed(each.prefix)) {
                    m_listed.push_back(each.prefix);
                    use(each.prefix, each.space);
                }
            }
            if (!isApex || scope->parent == Tree::kNone) {
                return;
            }
            scope = &at(scope->parent);
        }
    }

    [[nodiscard]] bool isListed(std::string_view prefix) const {
        return std::find(m_prefixes.begin(), m_prefixes.end(), prefix.empty() ? "#default" : prefix) !=
               m_prefixes.end();
    }

    void appendDeclarations(std::size_t first) {
        std::sort(m_rendered.begin() + std::ptrdiff_t(first), m_rendered.end(),
                  [](const Tree::Declaration& a, const Tree::Declaration& b) { return a.prefix < b.prefix; });
        for (std::size_t i = first; i < m_rendered.size(); ++i) {
            m_out.append(m_rendered[i].prefix.empty() ? " xmlns" : " xmlns:").append(m_rendered[i].prefix);
            appendValue(m_rendered[i].space);
        }
    }

    void appendAttributes() {
        std::sort(m_sorted.begin(), m_sorted.end(), [](const Tree::Attribute* a, const Tree::Attribute* b) {
            return a->space != b->space ? a->space < b->space : a->local < b->local;
        });
        for (const Tree::Attribute* each : m_sorted) {
            m_out.push_back(' ');
            appendName(each->prefix, each->local);
            appendValue(each->value);
        }
    }

    const Tree& m_tree;
    const std::uint32_t m_apex;
    const std::uint32_t m_without;
    const std::vector<std::string>& m_prefixes;
    std::string m_out;
    std::vector<Tree::Declaration> m_rendered; ///< what is declared around here, the nearest last
    std::vector<std::size_t> m_opened;         ///< how many that were before each element that is open
    std::vector<std::string_view> m_listed;
    std::vector<const Tree::Attribute*> m_sorted;
};

Result<std::string> canonical(const Element& element, const std::optional<Element>& without,
                              const std::vector<std::string>& prefixes, const Limits& limits) {
    return Canonicalizer(element, without, prefixes).write(limits.octets);
}

} // namespace gatehouse::xml
