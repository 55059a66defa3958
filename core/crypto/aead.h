// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/encoding.h"
#include "base/result.h"

namespace gatehouse::crypto {

inline constexpr std::size_t kAeadKeySize = 32;
inline constexpr std::size_t kAeadNonceSize = 12;
inline constexpr std::size_t kAeadTagSize = 16;

/// AES-GCM with a fresh random 96-bit nonce: nonce(12) || ciphertext || tag(16). The key is 16, 24 or 32 bytes.
[[nodiscard]] Bytes aeadSeal(BytesView key, BytesView plaintext, BytesView associatedData);
/// The reverse. `crypto.aead_open` if anything was changed, cut, or bound to other associated data.
[[nodiscard]] Result<Bytes> aeadOpen(BytesView key, BytesView sealed, BytesView associatedData);

/// The two halves of AES-GCM with a given nonce, for JWE and tests. The nonce must be 12 bytes, the tag 16.
struct AeadParts {
    Bytes ciphertext;
    Bytes tag;
};
[[nodiscard]] Result<AeadParts> aesGcmEncrypt(BytesView key, BytesView nonce, BytesView plaintext,
                                              BytesView associatedData);
[[nodiscard]] Result<Bytes> aesGcmDecrypt(BytesView key, BytesView nonce, BytesView ciphertext, BytesView tag,
                                          BytesView associatedData);

} // namespace gatehouse::crypto
