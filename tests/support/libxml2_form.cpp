// SPDX-License-Identifier: Apache-2.0
#include "tests/support/libxml2_form.h"

#include <climits>
#include <mutex>

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

namespace gatehouse::test {
namespace {

struct FreeContext {
    void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};
struct FreeDocument {
    void operator()(xmlDocPtr document) const { xmlFreeDoc(document); }
};
struct FreeText {
    void operator()(xmlChar* text) const { xmlFree(text); }
};
struct CloseOutput {
    void operator()(xmlOutputBufferPtr output) const { xmlOutputBufferClose(output); }
};

xmlParserInputPtr loadNothing(const char*, const char*, xmlParserCtxtPtr) {
    return nullptr;
}
void sayNothing(void*, const char*, ...) {} // NOLINT(cert-dcl50-cpp): libxml2's type

void prepareOnce() {
    static std::once_flag once;
    std::call_once(once, [] {
        xmlInitParser();
        xmlSetExternalEntityLoader(loadNothing);
        xmlSetGenericErrorFunc(nullptr, sayNothing);
    });
}

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

bool isElement(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE;
}

/// What comes after a node in document order.
xmlNodePtr after(xmlNodePtr node) {
    if (node->children != nullptr && isElement(node)) {
        return node->children;
    }
    while (node != nullptr && node->next == nullptr) {
        node = node->parent;
    }
    return node == nullptr ? nullptr : node->next;
}

/// What is canonicalised: an element without another one.
struct Selection {
    const xmlNode* element;
    const xmlNode* without;
};

int isSelected(void* selection, xmlNodePtr node, xmlNodePtr parent) {
    const auto& wanted = *static_cast<const Selection*>(selection);
    const xmlNode* at = node->type == XML_NAMESPACE_DECL ? parent : node;
    for (; at != nullptr; at = at->parent) {
        if (at == wanted.without) {
            return 0;
        }
        if (at == wanted.element) {
            return 1;
        }
    }
    return 0;
}

} // namespace

struct Libxml2Form::Impl {
    std::unique_ptr<xmlDoc, FreeDocument> document;

    /// The element that our reader gave this number, if it is the same one.
    [[nodiscard]] Result<xmlNodePtr> find(const xml::Element& wanted) const {
        xmlNodePtr node = xmlDocGetRootElement(document.get());
        for (std::size_t ordinal = 0; node != nullptr; node = after(node)) {
            if (isElement(node) && ordinal++ == wanted.ordinal()) {
                break;
            }
        }
        if (node == nullptr || view(node->name) != wanted.localName() ||
            view(node->ns == nullptr ? nullptr : node->ns->href) != wanted.namespaceUri() ||
            idOf(node) != wanted.id()) {
            return fail(Code::InvalidArgument, "libxml2.differs", "another element is at that place");
        }
        return node;
    }

    static std::string idOf(const xmlNode* node) {
        for (const char* name : {"ID", "Id", "id"}) {
            const std::unique_ptr<xmlChar, FreeText> value(
                xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)));
            if (value != nullptr) {
                return std::string(view(value.get()));
            }
        }
        return {};
    }
};

void Libxml2Form::Free::operator()(Impl* impl) const {
    delete impl;
}

Result<Libxml2Form> Libxml2Form::of(const xml::Tree& tree) {
    prepareOnce();
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
    const std::string_view text = tree.text();
    if (context == nullptr || text.size() > INT_MAX) {
        return fail(Code::Internal, "libxml2.differs", "no parser");
    }
    std::unique_ptr<Impl, Free> impl(new Impl{std::unique_ptr<xmlDoc, FreeDocument>(
        xmlCtxtReadMemory(context.get(), text.data(), int(text.size()), nullptr, "UTF-8",
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING))});
    if (impl->document == nullptr || context->wellFormed != 1 || context->nsWellFormed != 1) {
        return fail(Code::InvalidArgument, "libxml2.differs", "libxml2 refuses the document");
    }
    return Libxml2Form(std::move(impl));
}

Result<std::string> Libxml2Form::exclusive(const xml::Element& element, const std::optional<xml::Element>& without,
                                           const std::vector<std::string>& prefixes) const {
    TRY(node, m_impl->find(element));
    Selection selection{node, nullptr};
    if (without) {
        TRY(leftOut, m_impl->find(*without));
        selection.without = leftOut;
    }
    std::vector<xmlChar*> inclusive;
    inclusive.reserve(prefixes.size() + 1);
    std::vector<std::string> names = prefixes;
    for (std::string& each : names) {
        inclusive.push_back(reinterpret_cast<xmlChar*>(each.data()));
    }
    inclusive.push_back(nullptr);
    const std::unique_ptr<xmlOutputBuffer, CloseOutput> output(xmlAllocOutputBuffer(nullptr));
    if (output == nullptr) {
        return fail(Code::Internal, "libxml2.gave_up", "no memory");
    }
    const int done = xmlC14NExecute(m_impl->document.get(), isSelected, &selection, XML_C14N_EXCLUSIVE_1_0,
                                    prefixes.empty() ? nullptr : inclusive.data(), 0, output.get());
    const std::size_t size = xmlOutputBufferGetSize(output.get());
    if (done < 0 || size == 0) {
        return fail(Code::InvalidArgument, "libxml2.gave_up");
    }
    return std::string(reinterpret_cast<const char*>(xmlOutputBufferGetContent(output.get())), size);
}

} // namespace gatehouse::test
