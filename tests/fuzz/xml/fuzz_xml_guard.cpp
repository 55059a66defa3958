// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_xml
// What our reader takes, libxml2 takes too, and its canonical form reads as the same document: the same elements with
// the same names, attributes and text. Otherwise a signature could be proven over one document and another be read.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto tree = xml::Tree::parse(std::string(reinterpret_cast<const char*>(data), size));
    if (!tree) {
        return 0;
    }
    const auto form = xml::CanonicalForm::of(*tree);
    if (!form) {
        return 0; // nothing is proven of it
    }
    const auto octets = form->exclusive(tree->root());
    if (!octets) {
        return 0;
    }
    xml::Limits wide;
    wide.octets = octets->size();
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
