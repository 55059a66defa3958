// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/certificate.h"
#include "crypto/keys.h"
#include "xml/tree.h"

namespace gatehouse::xml {

enum class Sha1 { Refuse, Allow };

/// What a signature proved.
struct Verified {
    Tree tree;                   ///< of the very octets that were digested: read what was signed here and nowhere else
    std::string signatureMethod; ///< URI
    std::string digestMethod;    ///< URI
    std::size_t key = 0;         ///< which of the keys it was
    bool sha1 = false;           ///< in one of the two
};

/// The ds:Signature that is a child of an element, if there is one. `signature.shape`: more than one.
[[nodiscard]] Result<std::optional<Element>> signatureIn(const Element& element);

/// Proves that one of the keys signed this element, as SAML signs (SAML V2.0 Core, 5.4): an enveloped signature that is
/// the element's own child, with one Reference, to the element's own ID; transforms enveloped-signature and exclusive
/// canonicalisation, in that order and nothing else; digest and signature of the allowed ones. KeyInfo is not read:
/// keys come from the caller alone (security.md SP-30).
/// `signature.absent`, `signature.shape`, `signature.reference`, `signature.transforms`, `signature.algorithm`,
/// `signature.digest`, `signature.key`, and those of canonical() and Tree::parse.
[[nodiscard]] Result<Verified> verify(const Tree& tree, const Element& element,
                                      const std::vector<crypto::PublicKey>& keys, Sha1 sha1 = Sha1::Refuse,
                                      const Limits& limits = {});

/// The text of a document with an element in it signed, found by its ID: enveloped, exclusive canonicalisation. The
/// signature becomes the child behind the one that is named (SAML wants it behind Issuer), or the first where `behind`
/// is empty. With the certificate in KeyInfo. `signature.reference`: no such ID; errors of Tree, canonical(), crypto.
struct Signing {
    const crypto::PrivateKey& key;
    crypto::Signature algorithm;
    const crypto::Certificate* certificate = nullptr;
};
[[nodiscard]] Result<std::string> sign(std::string document, std::string_view id, std::string_view behind,
                                       const Signing& signing, const Limits& limits = {});

} // namespace gatehouse::xml
