// SPDX-License-Identifier: Apache-2.0
#include "xml/signed_info.h"

#include <algorithm>

#include "base/words.h"
#include "crypto/sha1.h"
#include "xml/canonical.h"
#include "xml/signature.h"
#include "xml/syntax.h"

namespace gatehouse::xml {
namespace {

constexpr std::size_t kMostPrefixes = 16;
constexpr std::string_view kExclusiveSpace = "http://www.w3.org/2001/10/xml-exc-c14n#";

tl::unexpected<Error> refused(std::string_view reason, std::string_view detail) {
    return fail(Code::Unauthenticated, reason, detail);
}

/// The characters of an element that has nothing but characters, base64 with white space in it.
Result<Bytes> octetsOf(const Element& element) {
    auto text = element.text();
    if (!text) {
        return refused("signature.shape", "an element where base64 is expected");
    }
    text->erase(std::remove_if(text->begin(), text->end(), isSpace), text->end());
    auto octets = base64Decode(*text);
    return octets && !octets->empty() ? std::move(octets) : refused("signature.shape", "no base64");
}

/// The children of an element, which have to be these, in this order; a name with '?' may be missing.
Result<std::vector<std::optional<Element>>> childrenOf(const Element& parent,
                                                       std::initializer_list<std::string_view> names) {
    std::vector<std::optional<Element>> out;
    auto next = parent.firstChild();
    for (std::string_view name : names) {
        const bool mayMiss = name.ends_with('?');
        name.remove_suffix(mayMiss ? 1 : 0);
        const bool isThere = next && next->is(kSignatureSpace, name);
        if (!isThere && !mayMiss) {
            return refused("signature.shape", "no " + std::string(name) + " in " + std::string(parent.localName()));
        }
        out.push_back(isThere ? next : std::nullopt);
        if (isThere) {
            next = next->nextSibling();
        }
    }
    if (next) {
        return refused("signature.shape", std::string(next->localName()) + " in " + std::string(parent.localName()));
    }
    return out;
}

/// The prefix list of an exclusive canonicalisation, and that it is one.
Result<std::vector<std::string>> prefixesOf(const Element& method) {
    if (method.attribute("Algorithm") != kExclusive) {
        return refused("signature.transforms", std::string(method.attribute("Algorithm").value_or("no algorithm")));
    }
    const auto inclusive = method.firstChild();
    if (!inclusive) {
        return std::vector<std::string>();
    }
    const auto list = inclusive->attribute("PrefixList");
    if (!inclusive->is(kExclusiveSpace, "InclusiveNamespaces") || inclusive->firstChild() || inclusive->nextSibling() ||
        !list) {
        return refused("signature.transforms", "a parameter that is not a list of prefixes");
    }
    std::vector<std::string> prefixes = splitWords(*list);
    const bool known = std::all_of(prefixes.begin(), prefixes.end(),
                                   [](const std::string& each) { return each == "#default" || isNcName(each); });
    if (prefixes.size() > kMostPrefixes || !known) {
        return refused("signature.transforms", "more than 16 prefixes, or one that is no name");
    }
    return prefixes;
}

/// enveloped-signature, then exclusive canonicalisation.
Result<std::vector<std::string>> readTransforms(const Element& transforms) {
    TRY(both, childrenOf(transforms, {"Transform", "Transform"}).map_error([](Error error) {
        error.reason = "signature.transforms";
        return error;
    }));
    if (both[0]->attribute("Algorithm") != kEnveloped || both[0]->firstChild()) {
        return refused("signature.transforms", std::string(both[0]->attribute("Algorithm").value_or("no algorithm")));
    }
    return prefixesOf(*both[1]);
}

template <class Method>
Result<const Method*> allowed(const Element& element, const Method* (*named)(std::string_view), Sha1 sha1) {
    const std::string_view uri = element.attribute("Algorithm").value_or("");
    const Method* method = named(uri);
    if (method == nullptr || element.firstChild() || (sha1 == Sha1::Refuse && !method->algorithm)) {
        return refused("signature.algorithm", uri);
    }
    return method;
}

/// The octets of SignedInfo that were signed, if it was.
Result<std::string> canonicalInfo(const Element& signedInfo, const Limits& limits) {
    const auto method = signedInfo.firstChild();
    if (!method || !method->is(kSignatureSpace, "CanonicalizationMethod")) {
        return refused("signature.shape", "no CanonicalizationMethod in SignedInfo");
    }
    TRY(prefixes, prefixesOf(*method));
    return canonical(signedInfo, {}, prefixes, limits);
}

bool proves(const crypto::PublicKey& key, const SignatureMethod& method, BytesView message, BytesView signature) {
    return method.algorithm ? crypto::keyTypeFor(*method.algorithm) == key.type() &&
                                  key.verify(*method.algorithm, message, signature)
                            : crypto::verifyRsaSha1(key, message, signature);
}

} // namespace

Result<SignedInfo> readSignedInfo(const Element& signature, std::string_view id, Sha1 sha1, const Limits& limits) {
    TRY(parts, childrenOf(signature, {"SignedInfo", "SignatureValue", "KeyInfo?"}));
    TRY(signatureValue, octetsOf(*parts[1]));
    TRY(signedOctets, canonicalInfo(*parts[0], limits));
    TRY(tree, Tree::parse(std::move(signedOctets), limits));
    TRY(info, childrenOf(tree.root(), {"CanonicalizationMethod", "SignatureMethod", "Reference"}));
    const std::string uri(info[2]->attribute("URI").value_or(""));
    if (id.empty() || uri != "#" + std::string(id)) {
        return refused("signature.reference", "\"" + uri.substr(0, 80) + "\"");
    }
    TRY(reference, childrenOf(*info[2], {"Transforms", "DigestMethod", "DigestValue"}));
    TRY(method, allowed(*info[1], signatureMethod, sha1));
    TRY(contentPrefixes, readTransforms(*reference[0]));
    TRY(digest, allowed(*reference[1], digestMethod, sha1));
    TRY(digestValue, octetsOf(*reference[2]));
    return SignedInfo{std::move(contentPrefixes), method, digest, std::move(digestValue), std::string(tree.text()),
                      std::move(signatureValue)};
}

Status checkDigest(const SignedInfo& info, BytesView digest) {
    return digest == info.digestValue ? Status() : refused("signature.digest", "it was changed after it was signed");
}

Result<std::size_t> keyThatSigned(const SignedInfo& info, const std::vector<crypto::PublicKey>& keys) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const crypto::PublicKey& each) {
        return proves(each, *info.signature, info.octets, info.signatureValue);
    });
    return key != keys.end() ? Result<std::size_t>(std::size_t(key - keys.begin()))
                             : refused("signature.key",
                                       keys.empty() ? "there is no key to prove it with" : "by none of the known keys");
}

} // namespace gatehouse::xml
