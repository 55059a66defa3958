// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/words.h"
#include "crypto/sha1.h"
#include "xml/algorithms.h"
#include "xml/signature.h"
#include "xml/syntax.h"

namespace gatehouse::xml {
namespace {

constexpr std::size_t kMostPrefixes = 16;
constexpr std::string_view kExclusiveSpace = "http://www.w3.org/2001/10/xml-exc-c14n#";

tl::unexpected<Error> refused(std::string_view reason, std::string_view detail) {
    return fail(Code::Unauthenticated, reason, detail);
}

/// What a Signature element says, once its shape is known to be the only one that is taken.
struct Described {
    Element signedInfo;
    std::vector<std::string> infoPrefixes;
    std::vector<std::string> contentPrefixes;
    const SignatureMethod* signature;
    const DigestMethod* digest;
    Bytes digestValue;
    Bytes signatureValue;
};

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
Result<const Method*> allowed(const Element& element, const Method* (*named)(std::string_view),
                              bool (*isSha1)(const Method&), Sha1 sha1) {
    const std::string_view uri = element.attribute("Algorithm").value_or("");
    const Method* method = named(uri);
    if (method == nullptr || element.firstChild() || (sha1 == Sha1::Refuse && isSha1(*method))) {
        return refused("signature.algorithm", uri);
    }
    return method;
}

Result<Described> read(const Element& signature, std::string_view id, Sha1 sha1) {
    TRY(parts, childrenOf(signature, {"SignedInfo", "SignatureValue", "KeyInfo?"}));
    TRY(info, childrenOf(*parts[0], {"CanonicalizationMethod", "SignatureMethod", "Reference"}));
    const std::string uri(info[2]->attribute("URI").value_or(""));
    if (id.empty() || uri != "#" + std::string(id)) {
        return refused("signature.reference", "\"" + uri.substr(0, 80) + "\"");
    }
    TRY(reference, childrenOf(*info[2], {"Transforms", "DigestMethod", "DigestValue"}));
    TRY(infoPrefixes, prefixesOf(*info[0]));
    TRY(method, allowed<SignatureMethod>(
                    *info[1], signatureMethod, [](const SignatureMethod& each) { return !each.algorithm; }, sha1));
    TRY(contentPrefixes, readTransforms(*reference[0]));
    TRY(digest,
        allowed<DigestMethod>(*reference[1], digestMethod, [](const DigestMethod& each) { return each.isSha1; }, sha1));
    TRY(digestValue, octetsOf(*reference[2]));
    TRY(signatureValue, octetsOf(*parts[1]));
    return Described{*parts[0], std::move(infoPrefixes), std::move(contentPrefixes), method,
                     digest,    std::move(digestValue),  std::move(signatureValue)};
}

bool proves(const crypto::PublicKey& key, const SignatureMethod& method, BytesView message, BytesView signature) {
    return method.algorithm ? crypto::keyTypeFor(*method.algorithm) == key.type() &&
                                  key.verify(*method.algorithm, message, signature)
                            : crypto::verifyRsaSha1(key, message, signature);
}

} // namespace

Result<std::optional<Element>> signatureIn(const Element& element) {
    const std::vector<Element> all = element.children(kSignatureSpace, "Signature");
    if (all.size() > 1) {
        return refused("signature.shape", "more than one signature");
    }
    return all.empty() ? std::optional<Element>() : std::optional(all.front());
}

Result<Verified> verify(const Tree& tree, const CanonicalForm& form, const Element& element,
                        const std::vector<crypto::PublicKey>& keys, Sha1 sha1, const Limits& limits) {
    TRY(signature, signatureIn(element));
    if (!signature) {
        return refused("signature.absent", element.localName());
    }
    if (tree.withId(element.id()) != element) {
        return refused("signature.reference", "the signed element has no ID");
    }
    TRY(described, read(*signature, element.id(), sha1));
    TRY(content, form.exclusive(element, signature, described.contentPrefixes));
    if (described.digest->digest(content) != described.digestValue) {
        return refused("signature.digest", "it was changed after it was signed");
    }
    TRY(signedOctets, form.exclusive(described.signedInfo, {}, described.infoPrefixes));
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const crypto::PublicKey& each) {
        return proves(each, *described.signature, signedOctets, described.signatureValue);
    });
    if (key == keys.end()) {
        return refused("signature.key",
                       keys.empty() ? "there is no key to prove it with" : "by none of the known keys");
    }
    TRY(proven, Tree::parse(std::move(content), limits));
    return Verified{std::move(proven), std::string(described.signature->uri), std::string(described.digest->uri),
                    std::size_t(key - keys.begin()), !described.signature->algorithm || described.digest->isSha1};
}

} // namespace gatehouse::xml
