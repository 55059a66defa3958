// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/keys.h"

namespace gatehouse::crypto {

enum class OaepHash { Sha1, Sha256 };
/// The hash of OAEP and that of its MGF1. In JOSE they are the same: "RSA-OAEP" is Sha1, "RSA-OAEP-256" Sha256 (RFC
/// 7518, 4.3); XML Encryption names each (XML Encryption 1.1, 5.5.2).
struct Oaep {
    // NOLINTNEXTLINE(google-explicit-constructor): one hash stands for both
    constexpr Oaep(OaepHash both)
        : digest(both)
        , mgf(both) {}
    constexpr Oaep(OaepHash ofMessage, OaepHash ofMgf)
        : digest(ofMessage)
        , mgf(ofMgf) {}
    OaepHash digest;
    OaepHash mgf;
};

/// Encrypts a short message. `crypto.alg_mismatch` if the key is not RSA, `crypto.oaep_size` if it does not fit.
[[nodiscard]] Result<Bytes> rsaOaepEncrypt(const PublicKey& key, Oaep oaep, BytesView message);
/// Decrypts a key of `size` bytes. If anything is wrong with the ciphertext, or the content has another size, the
/// result is a random key of that size: what uses it fails as with any wrong key, and nobody learns why (RFC
/// 7516, 11.5). `crypto.alg_mismatch` if the key is not RSA.
[[nodiscard]] Result<Secret> rsaOaepDecryptKey(const PrivateKey& key, Oaep oaep, BytesView ciphertext,
                                               std::size_t size);

} // namespace gatehouse::crypto
