// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/aead.h"

namespace gatehouse::crypto {

/// AES-CBC with HMAC-SHA-2, encrypt then MAC (RFC 7518, 5.2): a key of 32, 48 or 64 bytes (MAC half first) gives
/// A128CBC-HS256, A192CBC-HS384 or A256CBC-HS512; the tag is half as long as the key, the nonce 16 bytes.
[[nodiscard]] Result<AeadParts> aesCbcHmacEncrypt(BytesView key, BytesView nonce, BytesView plaintext,
                                                  BytesView associatedData);
/// The reverse: the tag is judged first, in constant time. `crypto.aead_open` whatever is wrong, padding too.
[[nodiscard]] Result<Bytes> aesCbcHmacDecrypt(BytesView key, BytesView nonce, BytesView ciphertext, BytesView tag,
                                              BytesView associatedData);

} // namespace gatehouse::crypto
