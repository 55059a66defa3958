// SPDX-License-Identifier: Apache-2.0
#include "xml/builder.h"

#include <algorithm>
#include <utility>

#include "xml/character_set.h"
#include "xml/syntax.h"

namespace gatehouse::xml {
namespace {

constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view kXmlnsSpace = "http://www.w3.org/2000/xmlns/";
constexpr std::size_t kLongestId = 256;

constexpr bool isUriCharacter(char c) {
    return isNameCharacter(c) || c == '~' || c == ':' || c == '/' || c == '?' || c == '#' || c == '@' || c == '%' ||
           c == '!' || c == '$' || (c >= '&' && c <= ',') || c == ';' || c == '=';
}

/// An absolute URI: a scheme, and the characters of one (RFC 3986, 2 and 4.3). libxml2 canonicalises a document with a
/// relative one to nothing.
bool isAbsolute(std::string_view uri) {
    static constexpr CharacterSet kUriCharacters(isUriCharacter);
    const std::size_t colon = uri.find(':');
    return colon != std::string_view::npos && isNcName(uri.substr(0, colon)) &&
           kUriCharacters.end(uri, colon) == uri.size();
}

bool isIdName(std::string_view local) {
    return local.size() == 2 && (local[0] | 0x20) == 'i' && (local[1] | 0x20) == 'd';
}

} // namespace

Result<Tree> Tree::parse(std::string text, const Limits& limits) {
    if (text.size() > limits.octets) {
        return fail(Code::InvalidArgument, "xml.too_large", std::to_string(text.size()) + " octets");
    }
    if (const auto at = firstForbidden(text)) {
        return fail(Code::InvalidArgument, "xml.encoding", "at octet " + std::to_string(*at));
    }
    Tree tree;
    tree.m_text = std::make_unique<const std::string>(std::move(text));
    ENSURE(Builder(tree, limits).build());
    return tree;
}

Status Builder::build() {
    constexpr std::size_t kOctetsForANode = 48; // about, where there is much in each
    m_tree.m_nodes.reserve(m_text.size() / kOctetsForANode);
    m_tree.m_attributes.reserve(m_text.size() / kOctetsForANode / 2);
    ENSURE(declaration());
    while (!isOver()) {
        ENSURE(m_text[m_at] == '<' ? markup() : characters());
    }
    if (!m_open.empty() || m_tree.m_nodes.empty()) {
        return wrong("xml.malformed", "the document ends too early");
    }
    return sortIds();
}

tl::unexpected<Error> Builder::wrong(std::string_view reason, std::string_view what) const {
    return fail(Code::InvalidArgument, reason, std::string(what) + ", at octet " + std::to_string(m_at));
}

// Other encodings and versions are refused by not being known here.
Status Builder::declaration() {
    if (!looksAt("<?xml") || (m_text.size() > 5 && isNameCharacter(m_text[5]))) {
        return {};
    }
    m_at += 5;
    ENSURE(readAttributes());
    constexpr std::string_view kNames[] = {"version", "encoding", "standalone"};
    std::size_t next = 0;
    for (const Written& each : m_written) {
        const std::string_view name = each.name.prefix.empty() ? each.name.local : "";
        while (next < std::size(kNames) && kNames[next] != name) {
            ++next;
        }
        std::string value(each.value);
        std::transform(value.begin(), value.end(), value.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
        const bool known = (name == "version" && value == "1.0") || (name == "encoding" && value == "utf-8") ||
                           (name == "standalone" && (value == "yes" || value == "no"));
        if (next == std::size(kNames) || !known) {
            return wrong("xml.encoding", "only XML 1.0 in UTF-8");
        }
        ++next;
    }
    if (m_written.empty() || m_written.front().name.local != "version" || !looksAt("?>")) {
        return wrong("xml.malformed", "the XML declaration");
    }
    m_at += 2;
    return {};
}

Status Builder::markup() {
    switch (m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0') {
    case '/':
        return endTag();
    case '?':
        return wrong("xml.instruction", "a processing instruction");
    case '!':
        break;
    default:
        return startTag();
    }
    if (looksAt("<!--")) {
        return m_limits.comments ? comment() : Status(wrong("xml.comment", "a comment"));
    }
    return looksAt("<![CDATA[") ? wrong("xml.cdata", "a CDATA section")
                                : wrong("xml.doctype", "a document type or a declaration");
}

Status Builder::comment() {
    const std::size_t end = m_text.find("--", m_at + 4);
    if (end == std::string_view::npos || !m_text.substr(end).starts_with("-->")) {
        return wrong("xml.malformed", "a comment that does not end");
    }
    m_at = end + 3;
    return {};
}

void Builder::skipSpace() {
    while (!isOver() && isSpace(m_text[m_at])) {
        ++m_at;
    }
}

Result<Builder::Name> Builder::readName() {
    static constexpr CharacterSet kNameCharacters(isNameCharacter);
    const auto readPart = [&] {
        const std::size_t begin = m_at;
        m_at = kNameCharacters.end(m_text, begin);
        return m_text.substr(begin, m_at - begin);
    };
    Name name{{}, readPart()};
    const bool hasPrefix = looksAt(":");
    if (hasPrefix) {
        ++m_at;
        name = {name.local, readPart()};
    }
    const auto isName = [](std::string_view part) { return !part.empty() && isNameStart(part.front()); };
    if (!isName(name.local) || (hasPrefix && !isName(name.prefix)) || looksAt(":")) {
        return wrong("xml.malformed", "a name is expected");
    }
    return name;
}

Result<Builder::Written> Builder::readAttribute() {
    TRY(name, readName());
    skipSpace();
    if (!looksAt("=")) {
        return wrong("xml.malformed", "an attribute without a value");
    }
    ++m_at;
    skipSpace();
    const char quote = isOver() ? '\0' : m_text[m_at];
    if (quote != '"' && quote != '\'') {
        return wrong("xml.malformed", "an attribute without quotes");
    }
    const std::size_t begin = ++m_at;
    const std::size_t end = m_text.find(quote, begin);
    if (end == std::string_view::npos) {
        return wrong("xml.malformed", "an attribute that does not end");
    }
    m_at = end + 1;
    const std::string_view value = m_text.substr(begin, end - begin);
    if (value.find('<') != std::string_view::npos) {
        return wrong("xml.malformed", "a < in an attribute");
    }
    return Written{name, value};
}

// What stands where no attribute begins is for the caller to see.
Status Builder::readAttributes() {
    m_written.clear();
    for (;;) {
        const std::size_t before = m_at;
        skipSpace();
        if (isOver() || !isNameStart(m_text[m_at])) {
            return {};
        }
        if (m_at == before) {
            return wrong("xml.malformed", "attributes that are not separated");
        }
        if (int(m_written.size()) >= m_limits.attributes) {
            return wrong("xml.too_many", "more than " + std::to_string(m_limits.attributes) + " attributes");
        }
        TRY(attribute, readAttribute());
        m_written.push_back(attribute);
    }
}

Result<std::string_view> Builder::decoded(std::string_view text, bool attribute) {
    const Place place = attribute ? Place::Attribute : Place::Content;
    if (!needsDecoding(text, place)) {
        return text;
    }
    TRY(out, decode(text, place));
    return std::string_view(m_tree.m_decoded.emplace_front(std::move(out)));
}

void Builder::append(Tree::Node node) {
    const auto index = std::uint32_t(m_tree.m_nodes.size());
    if (!m_open.empty()) {
        Tree::Node& parent = m_tree.m_nodes[m_open.back()];
        node.parent = m_open.back();
        if (parent.lastChild == Tree::kNone) {
            parent.firstChild = index;
        } else {
            m_tree.m_nodes[parent.lastChild].next = index;
        }
        parent.lastChild = index;
    }
    m_tree.m_nodes.push_back(node);
}

Status Builder::startTag() {
    if (m_open.empty() && !m_tree.m_nodes.empty()) {
        return wrong("xml.malformed", "a second root");
    }
    if (int(m_open.size()) >= m_limits.depth) {
        return wrong("xml.too_deep", "more than " + std::to_string(m_limits.depth) + " levels");
    }
    if (int(m_tree.m_elementCount) >= m_limits.elements) {
        return wrong("xml.too_many", "more than " + std::to_string(m_limits.elements) + " elements");
    }
    Tree::Node node;
    node.begin = m_at++;
    node.ordinal = std::uint32_t(m_tree.m_elementCount++);
    TRY(name, readName());
    ENSURE(readAttributes());
    const bool isEmpty = looksAt("/>");
    if (!isEmpty && !looksAt(">")) {
        return wrong("xml.malformed", "a tag that does not end");
    }
    m_at += isEmpty ? 2 : 1;
    ENSURE(declareNamespaces(node));
    node.prefix = name.prefix;
    node.local = name.local;
    TRY(space, spaceOf(node.prefix));
    node.space = space;
    ENSURE(resolveAttributes(node));
    append(node);
    const auto index = std::uint32_t(m_tree.m_nodes.size() - 1);
    m_open.push_back(index);
    if (isEmpty) {
        close(index);
    }
    return {};
}

void Builder::close(std::uint32_t index) {
    Tree::Node& node = m_tree.m_nodes[index];
    node.end = m_at;
    m_scope.resize(m_scope.size() - node.declarationCount);
    m_open.pop_back();
}

Status Builder::endTag() {
    m_at += 2;
    TRY(name, readName());
    skipSpace();
    if (!looksAt(">")) {
        return wrong("xml.malformed", "an end tag that does not end");
    }
    ++m_at;
    if (m_open.empty() || m_tree.m_nodes[m_open.back()].local != name.local ||
        m_tree.m_nodes[m_open.back()].prefix != name.prefix) {
        return wrong("xml.malformed", "an end tag of another element");
    }
    close(m_open.back());
    return {};
}

Status Builder::characters() {
    const std::size_t begin = m_at;
    m_at = std::min(m_text.find('<', begin), m_text.size());
    const std::string_view text = m_text.substr(begin, m_at - begin);
    if (m_open.empty()) {
        return std::all_of(text.begin(), text.end(), isSpace)
                   ? Status()
                   : Status(wrong("xml.malformed", "text outside of the root"));
    }
    if (text.find(']') != std::string_view::npos && text.find("]]>") != std::string_view::npos) {
        return wrong("xml.malformed", "]]> in text");
    }
    Tree::Node node;
    node.isText = true;
    node.begin = begin;
    node.end = m_at;
    TRY(meant, decoded(text, false));
    node.local = meant;
    append(node);
    return {};
}

Status Builder::declareNamespaces(Tree::Node& node) {
    node.declarations = std::uint32_t(m_tree.m_declarations.size());
    for (const Written& each : m_written) {
        if (!each.isDeclaration()) {
            continue;
        }
        const std::string_view prefix = each.name.prefix.empty() ? std::string_view() : each.name.local;
        TRY(space, decoded(each.value, true));
        const bool undoes = space.empty() && prefix.empty();
        if (prefix == "xml" || prefix == "xmlns" || space == kXmlSpace || space == kXmlnsSpace ||
            !(undoes || isAbsolute(space))) {
            return wrong("xml.namespace", "a declaration that is reserved or not absolute");
        }
        for (std::size_t i = node.declarations; i < m_tree.m_declarations.size(); ++i) {
            if (m_tree.m_declarations[i].prefix == prefix) {
                return wrong("xml.attribute", "a prefix that is declared twice");
            }
        }
        m_tree.m_declarations.push_back({prefix, space});
        m_scope.push_back({prefix, space});
        ++node.declarationCount;
    }
    if (int(m_scope.size()) > m_limits.inScope) {
        return wrong("xml.too_many", "more than " + std::to_string(m_limits.inScope) + " namespaces in scope");
    }
    return {};
}

Result<std::string_view> Builder::spaceOf(std::string_view prefix) const {
    if (prefix == "xml") {
        return kXmlSpace;
    }
    for (auto each = m_scope.rbegin(); each != m_scope.rend(); ++each) {
        if (each->prefix == prefix) {
            return each->space;
        }
    }
    if (prefix.empty()) {
        return std::string_view();
    }
    return wrong("xml.namespace", "a prefix that is not declared");
}

// Two attributes of one local name are refused whatever their namespaces: whoever reads by the name alone would see the
// other one (security.md SP-27).
Status Builder::resolveAttributes(Tree::Node& node) {
    node.attributes = std::uint32_t(m_tree.m_attributes.size());
    for (const Written& each : m_written) {
        if (each.isDeclaration()) {
            continue;
        }
        const Name& name = each.name;
        Tree::Attribute attribute{name.prefix, name.local, {}, {}};
        if (!name.prefix.empty()) {
            TRY(space, spaceOf(name.prefix));
            attribute.space = space;
        }
        for (std::uint32_t i = node.attributes; i < m_tree.m_attributes.size(); ++i) {
            if (m_tree.m_attributes[i].local == name.local) {
                return wrong("xml.attribute", "two attributes of one name");
            }
        }
        TRY(value, decoded(each.value, true));
        attribute.value = value;
        ENSURE(keepId(attribute, std::uint32_t(m_tree.m_nodes.size())));
        m_tree.m_attributes.push_back(attribute);
        ++node.attributeCount;
    }
    return {};
}

Status Builder::keepId(const Tree::Attribute& attribute, std::uint32_t element) {
    if (attribute.prefix == "xml" && attribute.local != "lang" && attribute.local != "space") {
        return wrong("xml.attribute", "xml:id or xml:base");
    }
    if (!isIdName(attribute.local)) {
        return {};
    }
    if (!attribute.prefix.empty()) {
        return wrong("xml.id", "an ID in a namespace");
    }
    if (!isNcName(attribute.value) || attribute.value.size() > kLongestId) {
        return wrong("xml.id", "an ID that is no name");
    }
    m_tree.m_ids.emplace_back(attribute.value, element);
    return {};
}

Status Builder::sortIds() {
    std::sort(m_tree.m_ids.begin(), m_tree.m_ids.end());
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    return std::adjacent_find(m_tree.m_ids.begin(), m_tree.m_ids.end(), same) == m_tree.m_ids.end()
               ? Status()
               : Status(fail(Code::InvalidArgument, "xml.id", "two elements with one ID"));
}

} // namespace gatehouse::xml
