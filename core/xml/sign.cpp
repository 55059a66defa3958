// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "xml/algorithms.h"
#include "xml/canonical.h"
#include "xml/signature.h"

namespace gatehouse::xml {
namespace {

constexpr std::string_view kSha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

/// Behind the child of that name, or behind the element's own tag. Where a child can be named the element is not empty.
Result<std::size_t> placeIn(const Tree& tree, const Element& element, std::string_view behind) {
    const std::size_t begin = std::size_t(element.source().data() - tree.text().data());
    if (!behind.empty()) {
        for (auto each = element.firstChild(); each; each = each->nextSibling()) {
            if (each->localName() == behind) {
                return std::size_t(each->source().data() - tree.text().data()) + each->source().size();
            }
        }
        return fail(Code::Internal, "signature.reference", "no " + std::string(behind) + " to sign behind");
    }
    const auto first = element.firstChild();
    if (!first) {
        return fail(Code::Internal, "signature.reference", "an element without content");
    }
    const std::string_view head =
        element.source().substr(0, std::size_t(first->source().data() - element.source().data()));
    return begin + head.rfind('>') + 1;
}

/// SignedInfo in canonical form: within the document it stands below Signature, which declares the namespace.
std::string signedInfo(std::string_view declaration, std::string_view id, std::string_view method, BytesView digest) {
    const auto algorithm = [](std::string_view name, std::string_view uri) {
        return "<ds:" + std::string(name) + " Algorithm=\"" + std::string(uri) + "\"></ds:" + std::string(name) + ">";
    };
    std::string out = "<ds:SignedInfo" + std::string(declaration) + ">";
    out.append(algorithm("CanonicalizationMethod", kExclusive)).append(algorithm("SignatureMethod", method));
    out.append("<ds:Reference URI=\"#").append(id).append("\"><ds:Transforms>");
    out.append(algorithm("Transform", kEnveloped))
        .append(algorithm("Transform", kExclusive))
        .append("</ds:Transforms>");
    out.append(algorithm("DigestMethod", kSha256));
    out.append("<ds:DigestValue>")
        .append(base64Encode(digest))
        .append("</ds:DigestValue></ds:Reference></ds:SignedInfo>");
    return out;
}

} // namespace

Result<std::string> sign(std::string document, std::string_view id, std::string_view behind, const Signing& signing,
                         const Limits& limits) {
    const std::string_view method = uriOf(signing.algorithm);
    if (method.empty()) {
        return fail(Code::Internal, "signature.algorithm", "XML has no name for it");
    }
    TRY(tree, Tree::parse(std::move(document), limits));
    const auto element = tree.withId(id);
    if (!element) {
        return fail(Code::Internal, "signature.reference", "no element with that ID");
    }
    TRY(content, canonical(*element, {}, {}, limits));
    const Bytes digest = crypto::sha256(content);
    const std::string declaration = " xmlns:ds=\"" + std::string(kSignatureSpace) + "\"";
    TRY(value, signing.key.sign(signing.algorithm, signedInfo(declaration, id, method, digest)));
    std::string signature = "<ds:Signature" + declaration + ">" + signedInfo({}, id, method, digest) +
                            "<ds:SignatureValue>" + base64Encode(value) + "</ds:SignatureValue>";
    if (signing.certificate != nullptr) {
        signature.append("<ds:KeyInfo><ds:X509Data><ds:X509Certificate>")
            .append(base64Encode(signing.certificate->der))
            .append("</ds:X509Certificate></ds:X509Data></ds:KeyInfo>");
    }
    signature.append("</ds:Signature>");
    TRY(place, placeIn(tree, *element, behind));
    std::string out(tree.text());
    return out.insert(place, signature);
}

} // namespace gatehouse::xml
