// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/time.h"
#include "crypto/keys.h"

namespace gatehouse::crypto {

/// A partner's certificate where it is the container of a key and no more (SAML V2.0 Metadata Interoperability Profile,
/// 2.6.1): who issued it is not asked, and whether its dates matter is for the caller to say.
struct Certificate {
    Bytes der;
    PublicKey key;
    std::string subject;     ///< "CN = idp.example", in printable ASCII
    std::string fingerprint; ///< SHA-256, "AB:CD:..."
    Time notBefore;
    Time notAfter;
};

/// One certificate, as PEM or DER. `crypto.certificate_malformed`, and `crypto.key_*` of the key in it.
[[nodiscard]] Result<Certificate> readCertificate(BytesView pemOrDer, Strength least = Strength::Today);
/// A certificate of a key of ours, signed by that key itself: the form in which SAML wants to be given a key.
/// `subject` becomes the common name: printable ASCII, at most 64.
[[nodiscard]] Result<Certificate> selfSigned(const PrivateKey& key, const std::string& subject, Time notBefore,
                                             Time notAfter);
/// The certificate as PEM.
[[nodiscard]] std::string toPem(const Certificate& certificate);

} // namespace gatehouse::crypto
