// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_libxml2_form gatehouse_xml
// The canonical form of what our reader takes is the one that libxml2 gives, and reads as the same document: the same
// elements with the same names, attributes and text.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/support/libxml2_form.h"
#include "xml/canonical.h"
#include "xml/tree.h"

namespace {

using namespace gatehouse;

void mustBeSame(const xml::Element& a, const xml::Element& b) {
    const bool same = a.localName() == b.localName() && a.namespaceUri() == b.namespaceUri() && a.id() == b.id() &&
                      a.text() == b.text() && a.attribute("Name") == b.attribute("Name") &&
                      a.attribute("Value") == b.attribute("Value") && a.children().size() == b.children().size();
    if (!same) {
        std::abort();
    }
}

void mustGiveTheSame(const xml::Tree& tree, const test::Libxml2Form& form, const xml::Limits& limits) {
    const xml::Element root = tree.root();
    const xml::Element part = root.firstChild().value_or(root);
    const auto compare = [&](const xml::Element& element, const std::optional<xml::Element>& without,
                             const std::vector<std::string>& prefixes) {
        const auto ours = xml::canonical(element, without, prefixes, limits);
        if (ours && form.exclusive(element, without, prefixes).value_or("refused") != *ours) {
            std::abort();
        }
    };
    const std::vector<std::string> listed{"#default", "p", "ds"};
    compare(root, {}, {});
    compare(root, {}, listed);
    compare(part, part.firstChild(), {});
    compare(part, part.firstChild(), listed);
}

/// libxml2 writes a namespace with an ampersand as it was escaped on its way in: "&#38;", not "&amp;".
bool hasOddNamespace(const xml::Tree& tree) {
    const auto all = tree.root().withDescendants();
    return std::any_of(all.begin(), all.end(), [](const xml::Element& each) {
        const auto spaces = each.namespacesInScope();
        return std::any_of(spaces.begin(), spaces.end(),
                           [](const auto& space) { return space.second.find('&') != std::string::npos; });
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto tree = xml::Tree::parse(std::string(reinterpret_cast<const char*>(data), size));
    if (!tree) {
        return 0;
    }
    xml::Limits wide;
    wide.octets = std::size_t(16) << 20;
    const auto octets = xml::canonical(tree->root(), {}, {}, wide);
    if (!octets) {
        return 0;
    }
    if (const auto form = test::Libxml2Form::of(*tree); form && !hasOddNamespace(*tree)) {
        mustGiveTheSame(*tree, *form, wide);
    }
    const auto again = xml::Tree::parse(*octets, wide);
    if (!again || again->elementCount() != tree->elementCount()) {
        std::abort();
    }
    const auto before = tree->root().withDescendants();
    const auto after = again->root().withDescendants();
    for (std::size_t i = 0; i < before.size(); ++i) {
        mustBeSame(before[i], after[i]);
    }
    return 0;
}
