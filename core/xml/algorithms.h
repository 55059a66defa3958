// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/encoding.h"
#include "crypto/hash.h"
#include "crypto/keys.h"

namespace gatehouse::xml {

inline constexpr std::string_view kSignatureSpace = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr std::string_view kEncryptionSpace = "http://www.w3.org/2001/04/xmlenc#";
inline constexpr std::string_view kEncryption11Space = "http://www.w3.org/2009/xmlenc11#";
inline constexpr std::string_view kEnveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
inline constexpr std::string_view kExclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/// A digest of XML Signature (6.2): SHA-256, 384 and 512; SHA-1 only where it is said so.
struct DigestMethod {
    std::string_view uri;
    Bytes (*digest)(BytesView);
    std::optional<crypto::Digest> algorithm; ///< none: SHA-1
};
[[nodiscard]] const DigestMethod* digestMethod(std::string_view uri);

/// A signature of XML Signature (6.4, RFC 6931, RFC 9231): RSA (PKCS#1 and PSS) and ECDSA with SHA-256, 384 and 512.
/// ECDSA is r || s in both, here and in crypto. No DSA, HMAC, MD5 or RIPEMD.
struct SignatureMethod {
    std::string_view uri;
    std::optional<crypto::Signature> algorithm; ///< none: RSA with SHA-1
};
[[nodiscard]] const SignatureMethod* signatureMethod(std::string_view uri);
/// The URI by which a signature of this algorithm is named; empty if XML has none.
[[nodiscard]] std::string_view uriOf(crypto::Signature algorithm);

} // namespace gatehouse::xml
