// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside xml: what a ds:Signature says, for what is proven at once and for what comes piece by piece.
#include <string>
#include <string_view>
#include <vector>

#include "base/encoding.h"
#include "xml/algorithms.h"
#include "xml/signature.h"

namespace gatehouse::xml {

/// What SignedInfo says, once its shape is known to be the only one that is taken. Nothing of it is proven.
struct SignedInfo {
    std::vector<std::string> contentPrefixes;
    const SignatureMethod* signature;
    const DigestMethod* digest;
    Bytes digestValue;
    std::string octets; ///< of SignedInfo, which were signed
    Bytes signatureValue;
};

/// Of a signature over the element with this ID, read from the very octets that were signed. Errors of verify().
[[nodiscard]] Result<SignedInfo> readSignedInfo(const Element& signature, std::string_view id, Sha1 sha1,
                                                const Limits& limits);
/// `signature.digest`: it is not that of the content.
[[nodiscard]] Status checkDigest(const SignedInfo& info, BytesView digest);
/// Which of the keys it was; `signature.key`.
[[nodiscard]] Result<std::size_t> keyThatSigned(const SignedInfo& info, const std::vector<crypto::PublicKey>& keys);

} // namespace gatehouse::xml
