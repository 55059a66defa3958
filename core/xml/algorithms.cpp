// SPDX-License-Identifier: Apache-2.0
#include "xml/algorithms.h"

#include <algorithm>
#include <iterator>

#include "crypto/hash.h"
#include "crypto/sha1.h"

namespace gatehouse::xml {
namespace {

using crypto::Digest;
using crypto::Signature;

constexpr DigestMethod kDigests[] = {
    {"http://www.w3.org/2001/04/xmlenc#sha256", [](BytesView data) { return crypto::hash(Digest::Sha256, data); },
     Digest::Sha256},
    {"http://www.w3.org/2001/04/xmldsig-more#sha384", [](BytesView data) { return crypto::hash(Digest::Sha384, data); },
     Digest::Sha384},
    {"http://www.w3.org/2001/04/xmlenc#sha512", [](BytesView data) { return crypto::hash(Digest::Sha512, data); },
     Digest::Sha512},
    {"http://www.w3.org/2000/09/xmldsig#sha1", &crypto::sha1, std::nullopt},
};

constexpr SignatureMethod kSignatures[] = {
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", Signature::RS256},
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", Signature::RS384},
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", Signature::RS512},
    {"http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", Signature::PS256},
    {"http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1", Signature::PS384},
    {"http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", Signature::PS512},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", Signature::ES256},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", Signature::ES384},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", Signature::ES512},
    {"http://www.w3.org/2000/09/xmldsig#rsa-sha1", std::nullopt},
};

template <class Method, std::size_t N>
const Method* named(const Method (&methods)[N], std::string_view uri) {
    const Method* const found =
        std::find_if(std::begin(methods), std::end(methods), [&](const Method& each) { return each.uri == uri; });
    return found == std::end(methods) ? nullptr : found;
}

} // namespace

const DigestMethod* digestMethod(std::string_view uri) {
    return named(kDigests, uri);
}

const SignatureMethod* signatureMethod(std::string_view uri) {
    return named(kSignatures, uri);
}

std::string_view uriOf(Signature algorithm) {
    for (const SignatureMethod& each : kSignatures) {
        if (each.algorithm == algorithm) {
            return each.uri;
        }
    }
    return {};
}

} // namespace gatehouse::xml
