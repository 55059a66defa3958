// SPDX-License-Identifier: Apache-2.0
#include "xml/canonical.h"
#include "xml/signature.h"
#include "xml/signed_info.h"

namespace gatehouse::xml {

Result<std::optional<Element>> signatureIn(const Element& element) {
    const std::vector<Element> all = element.children(kSignatureSpace, "Signature");
    if (all.size() > 1) {
        return fail(Code::Unauthenticated, "signature.shape", "more than one signature");
    }
    return all.empty() ? std::optional<Element>() : std::optional(all.front());
}

// SignedInfo and content are both read from the octets that a key and a digest prove, so nothing is believed that
// another reader, or a fault in canonicalisation, could see otherwise: such a signature does not hold.
Result<Verified> verify(const Tree& tree, const Element& element, const std::vector<crypto::PublicKey>& keys, Sha1 sha1,
                        const Limits& limits) {
    TRY(signature, signatureIn(element));
    if (!signature) {
        return fail(Code::Unauthenticated, "signature.absent", element.localName());
    }
    if (tree.withId(element.id()) != element) {
        return fail(Code::Unauthenticated, "signature.reference", "the signed element has no ID");
    }
    TRY(info, readSignedInfo(*signature, element.id(), sha1, limits));
    TRY(content, canonical(element, signature, info.contentPrefixes, limits));
    ENSURE(checkDigest(info, info.digest->digest(content)));
    TRY(key, keyThatSigned(info, keys));
    TRY(proven, Tree::parse(std::move(content), limits));
    return Verified{std::move(proven), std::string(info.signature->uri), std::string(info.digest->uri), key,
                    !info.signature->algorithm || !info.digest->algorithm};
}

} // namespace gatehouse::xml
