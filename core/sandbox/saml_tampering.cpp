// SPDX-License-Identifier: Apache-2.0
#include "sandbox/saml_tampering.h"

#include <string_view>

#include "crypto/sha1.h"
#include "saml/wire/names.h"
#include "xml/canonical.h"
#include "xml/signature.h"

namespace gatehouse::sandbox {

using saml::wire::kSignatureSpace;

namespace {

constexpr std::string_view kRsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
constexpr std::string_view kSha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
constexpr std::string_view kNameIdEnd = "</saml:NameID>";
constexpr std::string_view kIssuerEnd = "</saml:Issuer>";
constexpr std::string_view kSignatureEnd = "</ds:Signature>";

std::string replaced(std::string text, std::string_view old, std::string_view by) {
    if (const std::size_t at = text.find(old); at != std::string::npos) {
        text.replace(at, old.size(), by);
    }
    return text;
}

/// With other characters in the only element of that name.
std::string withContent(std::string text, std::string_view name, BytesView octets) {
    const std::string opening = "<" + std::string(name) + ">";
    const std::size_t begin = text.find(opening) + opening.size();
    return text.replace(begin, text.find('<', begin) - begin, base64Encode(octets));
}

Result<Bytes> digestOf(const std::string& assertion) {
    TRY(tree, xml::Tree::parse(assertion));
    TRY(signature, xml::signatureIn(tree.root()));
    TRY(content, xml::canonical(tree.root(), signature));
    return crypto::sha1(content);
}

Result<Bytes> signatureOf(const std::string& assertion, const crypto::PrivateKey& key) {
    TRY(tree, xml::Tree::parse(assertion));
    const auto signature = tree.root().child(kSignatureSpace, "Signature");
    const auto info = signature ? signature->child(kSignatureSpace, "SignedInfo") : std::nullopt;
    if (!info) {
        return fail(Code::Internal, "signature.absent");
    }
    TRY(octets, xml::canonical(*info));
    return crypto::signRsaSha1(key, octets);
}

} // namespace

Result<std::string> signedWithSha1(std::string assertion, const crypto::PrivateKey& key) {
    const std::string space(kSignatureSpace);
    assertion = replaced(std::move(assertion), kRsaSha256, space + "rsa-sha1");
    assertion = replaced(std::move(assertion), kSha256, space + "sha1");
    TRY(digest, digestOf(assertion));
    assertion = withContent(std::move(assertion), "ds:DigestValue", digest);
    TRY(value, signatureOf(assertion, key));
    return withContent(std::move(assertion), "ds:SignatureValue", value);
}

std::string changed(std::string assertion) {
    return replaced(std::move(assertion), kNameIdEnd, "-changed</saml:NameID>");
}

std::string withComment(std::string assertion) {
    const std::size_t end = assertion.find(kNameIdEnd);
    return end == std::string::npos ? assertion : assertion.insert(end - 1, "<!-- a comment -->");
}

std::string wrapped(const std::string& genuine, std::string forged) {
    const std::size_t begin = genuine.find("<ds:Signature ");
    const std::size_t end = genuine.find(kSignatureEnd);
    const std::size_t place = forged.find(kIssuerEnd);
    if (begin == std::string::npos || end == std::string::npos || place == std::string::npos) {
        return genuine;
    }
    std::string signature = genuine.substr(begin, end - begin);
    signature.append("<ds:Object>").append(genuine, 0, begin).append(genuine, end + kSignatureEnd.size());
    signature.append("</ds:Object>").append(kSignatureEnd);
    return forged.insert(place + kIssuerEnd.size(), signature);
}

} // namespace gatehouse::sandbox
